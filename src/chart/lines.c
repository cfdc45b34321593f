/* Lines over time: named at their end, interrupted where a value is missing or the series breaks. */
#include "sheet.h"

enum { VALUES_SAID_MAX = 9 };

struct field {
    struct area area;
    struct scale scale;
    struct way way;
    struct endings endings;
};

static bool last_point(const struct sheet *sheet, size_t series, size_t *category)
{
    for (size_t i = sheet->chart->categories.count; i > 0; i--)
        if (point_is(&sheet->chart->series[series].points[i - 1])) {
            *category = i - 1;
            return true;
        }
    return false;
}

static void endings_find(struct sheet *sheet, struct endings *endings)
{
    for (size_t s = 0; s < sheet->chart->series_count; s++) {
        size_t category;
        if (!last_point(sheet, s, &category))
            continue;
        endings_add(sheet, endings, s, category, sheet->chart->series[s].points[category].shown);
    }
}

static void endings_place(const struct sheet *sheet, struct field *field)
{
    for (size_t i = 0; i < field->endings.count; i++) {
        struct ending *ending = &field->endings.at[i];
        const struct chart_point *point = &sheet->chart->series[ending->series].points[ending->category];
        ending->x = way_at(sheet, field->way, ending->category);
        ending->y = scale_at(&field->scale, point->value.approximate);
    }
}

static void line(struct sheet *sheet, const struct field *field, size_t series)
{
    struct mark *mark = series_line(sheet, series, field->way, &field->scale, series_colour(sheet, series));
    if (!mark)
        return;
    mark->stroke_width = sheet->chart->series[series].is_target ? 1000 : 1600;
    mark->dash = series_dash(sheet, series);
}

/* A value stands where its line is not: above a top, below a hollow, and beside a slope; never on the axis' foot, where
 * the categories are named. */
static void say_value(struct sheet *sheet, const struct field *field, const struct chart_series *of, size_t at)
{
    int32_t y = scale_at(&field->scale, of->points[at].value.approximate), steep = sheet_em(sheet, 1000);
    bool before = at > 0 && point_is(&of->points[at - 1]), after = point_is(&of->points[at + 1]);
    int32_t from = before ? scale_at(&field->scale, of->points[at - 1].value.approximate) : y;
    int32_t to = after ? scale_at(&field->scale, of->points[at + 1].value.approximate) : y;
    bool rises = to < y - steep, fell = from < y - steep;
    bool hollow = rises && (fell || (before && from < y));
    struct label label = {.text = of->points[at].shown, .colour = sheet->style->text};
    label.anchor = hollow || rises == fell ? ANCHOR_MIDDLE : rises ? ANCHOR_END : ANCHOR_START;
    int32_t beside = label.anchor == ANCHOR_MIDDLE ? 0 : sheet_em(sheet, rises ? 400 : -400);
    int32_t above = y - sheet_em(sheet, 700), below = y + sheet_em(sheet, 1400);
    int32_t x = way_at(sheet, field->way, at) + beside;
    bool fits_below = below + sheet_em(sheet, 300) <= field->area.y + field->area.height;
    hollow = hollow && fits_below;
    if (!sheet_label(sheet, x, hollow ? below : above, label) && (hollow || fits_below))
        sheet_label(sheet, x, hollow ? above : below, label);
}

static void markers(struct sheet *sheet, const struct field *field, size_t series)
{
    const struct chart_series *of = &sheet->chart->series[series];
    size_t count = sheet->chart->categories.count;
    bool said = field->endings.count == 1 && count <= VALUES_SAID_MAX;
    for (size_t i = 0; i < count; i++) {
        const struct chart_point *point = &of->points[i];
        if (!point_is(point))
            continue;
        int32_t x = way_at(sheet, field->way, i), y = scale_at(&field->scale, point->value.approximate);
        series_marker(sheet, series, x, y, point->state == FIGURE_PARTIAL, series_title(sheet, series, i));
        if (said && i + 1 < count)
            say_value(sheet, field, of, i);
    }
}

/* From zero, as bars are: a slope looks as steep as it is, in one chart beside another. */
static struct scale scale_for_lines(const struct sheet *sheet)
{
    double low, high;
    series_range(sheet, true, &low, &high);
    return scale_of(sheet, low, high, 6);
}

void lines_draw(struct sheet *sheet)
{
    struct field field = {0};
    endings_find(sheet, &field.endings);
    int32_t usual = sheet_em(sheet, sheet->chart->half ? 12500 : 17000),
            least = field.endings.height + 4 * sheet_line_height(sheet);
    sheet->drawing->height = least > usual ? least : usual;
    if (!sheet->chart->categories.count)
        return;
    field.scale = scale_for_lines(sheet);
    int32_t head = axis_head(sheet), width = sheet->style->width - field.endings.width;
    field.area = axis_frame(sheet, &field.scale, (struct area){0, head, width, sheet->drawing->height - head});
    int32_t count = (int32_t)sheet->chart->categories.count, band = field.area.width / count;
    field.way = (struct way){field.area.x + band / 2, field.area.x + band / 2 + (count - 1) * band};
    endings_place(sheet, &field);
    axis_values(sheet, &field.scale, field.area);
    axis_categories(sheet, field.area);
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        line(sheet, &field, s);
    axis_breaks(sheet, field.area);
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        if (!sheet->chart->series[s].is_target)
            markers(sheet, &field, s);
    endings_draw(sheet, &field.endings, field.area.x + field.area.width,
                 field.area.y + field.area.height + sheet_em(sheet, 300));
}
