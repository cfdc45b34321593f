/* Lines over time: named at their end, interrupted where a value is missing or the series breaks. */
#include "sheet.h"

#include <stdlib.h>

enum { SERIES_MAX = 12, VALUES_SAID_MAX = 9 };

struct ending {
    size_t series;
    struct strs lines;
    int32_t x, y, top, height; /* the last point; its words */
};
struct field {
    struct area area;
    struct scale scale;
    int32_t band, gutter;
    struct ending ending[SERIES_MAX];
    size_t endings;
};

static int32_t across(const struct field *field, size_t category)
{
    return field->area.x + (int32_t)category * field->band + field->band / 2;
}

static bool last_point(const struct sheet *sheet, size_t series, size_t *category)
{
    for (size_t i = sheet->chart->categories.count; i > 0; i--)
        if (point_is(&sheet->chart->series[series].points[i - 1])) {
            *category = i - 1;
            return true;
        }
    return false;
}

static struct strs ending_lines(const struct sheet *sheet, size_t series, size_t category, int32_t width)
{
    const struct chart_series *of = &sheet->chart->series[series];
    struct str shown = of->points[category].shown;
    struct str words = str_print(sheet->arena, "%.*s %.*s", STR_ARG(of->name), STR_ARG(shown));
    return sheet_wrap(sheet, FACE_BOLD, words, width, 3);
}

static void endings_find(struct sheet *sheet, struct field *field)
{
    int32_t most = sheet->style->width * 3 / 10;
    for (size_t s = 0; s < sheet->chart->series_count && field->endings < SERIES_MAX; s++) {
        size_t category;
        if (!last_point(sheet, s, &category))
            continue;
        struct ending *ending = &field->ending[field->endings++];
        *ending = (struct ending){.series = s, .lines = ending_lines(sheet, s, category, most), .x = (int32_t)category};
        ending->height = (int32_t)ending->lines.count * sheet_line_height(sheet);
        for (size_t i = 0; i < ending->lines.count; i++) {
            int32_t width = sheet_width(sheet, FACE_BOLD, ending->lines.at[i]) + sheet_em(sheet, 1000);
            field->gutter = width > field->gutter ? width : field->gutter;
        }
    }
}

static void endings_place(const struct sheet *sheet, struct field *field)
{
    for (size_t i = 0; i < field->endings; i++) {
        struct ending *ending = &field->ending[i];
        size_t category = (size_t)ending->x;
        double value = sheet->chart->series[ending->series].points[category].value.approximate;
        ending->x = across(field, category);
        ending->y = scale_at(&field->scale, value);
        ending->top = ending->y - ending->height / 2;
    }
}

static void endings_sort(struct field *field)
{
    for (size_t i = 1; i < field->endings; i++)
        for (size_t j = i; j > 0 && field->ending[j].y < field->ending[j - 1].y; j--) {
            struct ending swap = field->ending[j];
            field->ending[j] = field->ending[j - 1];
            field->ending[j - 1] = swap;
        }
}

/* Down until none meets the one above, then up from the foot of the sheet. */
static void endings_spread(const struct sheet *sheet, struct field *field)
{
    int32_t free_from = 0, free_to = field->area.y + field->area.height + sheet_em(sheet, 300);
    endings_sort(field);
    for (size_t i = 0; i < field->endings; i++) {
        struct ending *ending = &field->ending[i];
        ending->top = ending->top > free_from ? ending->top : free_from;
        free_from = ending->top + ending->height;
    }
    for (size_t i = field->endings; i > 0; i--) {
        struct ending *ending = &field->ending[i - 1];
        ending->top = ending->top + ending->height < free_to ? ending->top : free_to - ending->height;
        free_to = ending->top;
    }
}

static void endings_draw(struct sheet *sheet, const struct field *field)
{
    int32_t em = sheet_em(sheet, 1000), x = field->area.x + field->area.width + em;
    for (size_t i = 0; i < field->endings; i++) {
        const struct ending *ending = &field->ending[i];
        uint32_t colour = colour_readable(series_colour(sheet, ending->series), sheet->style->background, 4.5);
        bool said =
            sheet_lines(sheet, x, ending->top, &ending->lines, (struct label){.face = FACE_BOLD, .colour = colour});
        int32_t middle = ending->top + ending->height / 2;
        bool near = abs(middle - ending->y) < em && x - ending->x < 3 * em;
        if (said && !near)
            sheet_line(sheet, ending->x + em / 2, ending->y, x - em / 4, middle, colour)->stroke_width = 400;
    }
}

static void broken(struct sheet *sheet, const struct field *field, int before)
{
    int32_t x = (across(field, (size_t)before - 1) + across(field, (size_t)before)) / 2;
    struct mark *mark = sheet_line(sheet, x, field->area.y, x, field->area.y + field->area.height, sheet->style->muted);
    mark->dash = 1500;
    mark->stroke_width = 700;
}

static void line(struct sheet *sheet, const struct field *field, size_t series)
{
    const struct chart_series *of = &sheet->chart->series[series];
    struct segments segments = {0};
    bool runs = false;
    for (size_t i = 0; i < sheet->chart->categories.count; i++) {
        bool starts = !runs || (of->break_before > 0 && (size_t)of->break_before == i);
        runs = point_is(&of->points[i]);
        if (runs)
            segments_to(sheet, &segments, starts ? SEGMENT_MOVE : SEGMENT_LINE, across(field, i),
                        scale_at(&field->scale, of->points[i].value.approximate));
    }
    if (!segments.count)
        return;
    struct mark *mark = sheet_path(sheet, &segments, COLOUR_NONE, series_colour(sheet, series));
    mark->stroke_width = of->is_target ? 1000 : 1600;
    mark->dash = series_dash(sheet, series);
    if (of->break_before > 0 && (size_t)of->break_before < sheet->chart->categories.count)
        broken(sheet, field, of->break_before);
}

static void markers(struct sheet *sheet, const struct field *field, size_t series)
{
    const struct chart_series *of = &sheet->chart->series[series];
    size_t count = sheet->chart->categories.count;
    bool said = field->endings == 1 && count <= VALUES_SAID_MAX;
    for (size_t i = 0; i < count; i++) {
        const struct chart_point *point = &of->points[i];
        if (!point_is(point))
            continue;
        int32_t x = across(field, i), y = scale_at(&field->scale, point->value.approximate);
        series_marker(sheet, series, x, y, point->state == FIGURE_PARTIAL, series_title(sheet, series, i));
        if (said && i + 1 < count)
            sheet_label(sheet, x, y - sheet_em(sheet, 700),
                        (struct label){.text = point->shown, .anchor = ANCHOR_MIDDLE, .colour = sheet->style->text});
    }
}

/* A line need not start at zero when all of it is far from it; the axis says where it starts. */
static struct scale scale_for_lines(const struct sheet *sheet)
{
    double low, high, floor_low, top_high;
    series_range(sheet, false, &low, &high);
    series_range(sheet, true, &floor_low, &top_high);
    bool far = low > 0 && high - low < high / 4;
    return far ? scale_of(sheet, low, high, 6) : scale_of(sheet, floor_low, top_high, 6);
}

/* Every ending has its room above the names of the categories. */
static int32_t height(const struct sheet *sheet, const struct field *field)
{
    int32_t endings = 0, usual = sheet_em(sheet, 17000);
    for (size_t i = 0; i < field->endings; i++)
        endings += field->ending[i].height;
    int32_t least = endings + 4 * sheet_line_height(sheet);
    return least > usual ? least : usual;
}

void lines_draw(struct sheet *sheet)
{
    struct field field = {0};
    endings_find(sheet, &field);
    sheet->drawing->height = height(sheet, &field);
    if (!sheet->chart->categories.count)
        return;
    field.scale = scale_for_lines(sheet);
    int32_t head = axis_head(sheet);
    field.area = axis_frame(sheet, &field.scale,
                            (struct area){0, head, sheet->style->width - field.gutter, sheet->drawing->height - head});
    field.band = field.area.width / (int32_t)sheet->chart->categories.count;
    endings_place(sheet, &field);
    endings_spread(sheet, &field);
    axis_values(sheet, &field.scale, field.area);
    axis_categories(sheet, field.area);
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        line(sheet, &field, s);
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        if (!sheet->chart->series[s].is_target)
            markers(sheet, &field, s);
    endings_draw(sheet, &field);
}
