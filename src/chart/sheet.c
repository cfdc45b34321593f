/* Marks on a sheet. */
#include "sheet.h"

int32_t sheet_em(const struct sheet *sheet, int thousandths)
{
    return (int32_t)((int64_t)sheet->style->text_size * thousandths / 1000);
}

struct mark *sheet_rectangle(struct sheet *sheet, struct area area, uint32_t fill)
{
    return drawing_rectangle(sheet->arena, sheet->drawing, area.x, area.y, area.width, area.height, fill);
}

struct mark *sheet_disc(struct sheet *sheet, int32_t x, int32_t y, int32_t radius, uint32_t fill)
{
    struct mark *mark = sheet_rectangle(sheet, (struct area){x - radius, y - radius, 2 * radius, 2 * radius}, fill);
    mark->radius = radius;
    return mark;
}

struct mark *sheet_line(struct sheet *sheet, int32_t x, int32_t y, int32_t to_x, int32_t to_y, uint32_t colour)
{
    return drawing_line(sheet->arena, sheet->drawing, x, y, to_x - x, to_y - y, 500, colour);
}

void segments_to(struct sheet *sheet, struct segments *segments, enum segment_kind kind, int32_t x, int32_t y)
{
    struct segment *segment = PUSH(sheet->arena, segments);
    segment->kind = kind;
    segment->x[0] = x;
    segment->y[0] = y;
}

void segments_curve(struct sheet *sheet, struct segments *segments, const int32_t x[3], const int32_t y[3])
{
    struct segment *segment = PUSH(sheet->arena, segments);
    segment->kind = SEGMENT_CURVE;
    for (int i = 0; i < 3; i++) {
        segment->x[i] = x[i];
        segment->y[i] = y[i];
    }
}

struct mark *sheet_path(struct sheet *sheet, const struct segments *segments, uint32_t fill, uint32_t stroke)
{
    struct mark *mark = drawing_add(sheet->arena, sheet->drawing, MARK_PATH);
    mark->segments = segments->at;
    mark->segment_count = segments->count;
    mark->fill = fill;
    mark->stroke = stroke;
    mark->stroke_width = 500;
    return mark;
}
