/* Bars that lie down: names are read whole, values stand at the end of their bars. */
#include "sheet.h"

#include <stdlib.h>

struct lying {
    struct rows rows;
    struct scale scale;
    int32_t bar;
    size_t bars; /* in a row */
};

static int32_t widest_value(const struct sheet *sheet)
{
    int32_t widest = 0;
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        for (size_t i = 0; i < sheet->chart->categories.count; i++) {
            int32_t width = sheet_width(sheet, FACE_REGULAR, sheet->chart->series[s].points[i].shown);
            widest = width > widest ? width : widest;
        }
    int32_t most = sheet->style->width / 4;
    return (widest < most ? widest : most) + sheet_em(sheet, 600);
}

static void bar(struct sheet *sheet, const struct lying *lying, size_t series, size_t category, int32_t y)
{
    const struct chart_point *point = &sheet->chart->series[series].points[category];
    int32_t base = scale_at(&lying->scale, 0), gap = sheet_em(sheet, 400);
    struct label label = {.text = point->shown, .colour = sheet->style->text};
    if (!point_is(point)) {
        label.colour = sheet->style->muted;
        sheet_label(sheet, base + gap, sheet_middle(sheet, y + lying->bar / 2), label);
        return;
    }
    int32_t end = scale_at(&lying->scale, point->value.approximate);
    bool back = end < base;
    struct area area = {back ? end : base, y, abs(end - base), lying->bar};
    if (area.width)
        series_fill(sheet, series, area, series_title(sheet, series, category));
    label.anchor = back ? ANCHOR_END : ANCHOR_START;
    sheet_label(sheet, back ? end - gap : end + gap, sheet_middle(sheet, y + lying->bar / 2), label);
}

static void target(struct sheet *sheet, const struct lying *lying, size_t series, size_t category, struct area row)
{
    const struct chart_point *point = &sheet->chart->series[series].points[category];
    if (!point_is(point))
        return;
    int32_t x = scale_at(&lying->scale, point->value.approximate), over = sheet_em(sheet, 150);
    struct mark *line = sheet_line(sheet, x, row.y - over, x, row.y + row.height + over, sheet->style->target);
    line->stroke_width = 1800;
    line->title = series_title(sheet, series, category);
}

static void row_draw(struct sheet *sheet, const struct lying *lying, size_t category)
{
    const struct named_row *row = &lying->rows.at[category];
    int32_t height = lying->bar * (int32_t)lying->bars, y = row->y + (row->height - height) / 2;
    struct area bars = {0, y, 0, height};
    for (size_t s = 0; s < sheet->chart->series_count; s++) {
        if (sheet->chart->series[s].is_target)
            continue;
        bar(sheet, lying, s, category, y);
        y += lying->bar;
    }
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        if (sheet->chart->series[s].is_target)
            target(sheet, lying, s, category, bars);
}

static struct lying lying_of(struct sheet *sheet, int32_t top)
{
    struct lying lying = {.bar = sheet_em(sheet, 1200)};
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        lying.bars += !sheet->chart->series[s].is_target;
    int32_t gutter = widest_value(sheet), least = lying.bar * (int32_t)lying.bars + sheet_em(sheet, 700);
    lying.rows = rows_of(sheet, &sheet->chart->categories, top, least, gutter);
    double low, high;
    series_range(sheet, true, &low, &high);
    lying.scale = scale_of(sheet, low, high, TICKS_MAX);
    lying.scale.low = low; /* no ruler is drawn: the longest bar takes all the room */
    lying.scale.high = high > low ? high : low + 1;
    lying.scale.from = lying.rows.area.x + (low < 0 ? gutter : 0);
    lying.scale.to = lying.rows.area.x + lying.rows.area.width;
    return lying;
}

void horizontal_draw(struct sheet *sheet)
{
    int32_t key = series_key(sheet, 0);
    struct lying lying = lying_of(sheet, key);
    sheet->drawing->height = lying.rows.area.y + lying.rows.area.height;
    if (!sheet->chart->categories.count)
        return;
    series_key(sheet, 0);
    rows_names(sheet, &lying.rows);
    int32_t base = scale_at(&lying.scale, 0), top = lying.rows.area.y;
    sheet_line(sheet, base, top, base, top + lying.rows.area.height, sheet->style->muted);
    for (size_t i = 0; i < sheet->chart->categories.count; i++)
        row_draw(sheet, &lying, i);
}
