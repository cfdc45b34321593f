/* Upright bars, one group a category; a target is a stroke across its group. */
#include "sheet.h"

#include <stdlib.h>

struct groups {
    struct area area;
    struct scale scale;
    int32_t band, bar;
    size_t bars; /* in a group */
};

static size_t bar_count(const struct chart *chart)
{
    size_t bars = 0;
    for (size_t s = 0; s < chart->series_count; s++)
        bars += !chart->series[s].is_target;
    return bars;
}

static struct groups groups_of(struct sheet *sheet, int32_t top)
{
    struct groups groups = {.bars = bar_count(sheet->chart)};
    double low, high;
    series_range(sheet, true, &low, &high);
    groups.scale = scale_of(sheet, low, high, 6);
    struct area within = {0, top, sheet->style->width, sheet->drawing->height - top};
    groups.area = axis_frame(sheet, &groups.scale, within);
    groups.band = groups.area.width / (int32_t)sheet->chart->categories.count;
    int32_t bars = (int32_t)(groups.bars ? groups.bars : 1);
    groups.bar = groups.band * 72 / 100 / bars;
    if (groups.bar > sheet_em(sheet, 4500))
        groups.bar = sheet_em(sheet, 4500);
    return groups;
}

/* A bar that is missing says so at the foot: its absence is not a zero. */
static void missing(struct sheet *sheet, const struct chart_point *point, int32_t middle, int32_t base)
{
    sheet_label(sheet, middle, base - sheet_em(sheet, 400),
                (struct label){.text = point->shown, .anchor = ANCHOR_MIDDLE, .colour = sheet->style->muted});
}

/* A value that a target's stroke would strike out stands over the stroke. */
static int32_t clear_of_targets(const struct sheet *sheet, const struct groups *groups, size_t category, int32_t y)
{
    int32_t above = sheet_em(sheet, 900), under = sheet_em(sheet, 300);
    for (size_t s = 0; s < sheet->chart->series_count; s++) {
        const struct chart_point *point = &sheet->chart->series[s].points[category];
        if (!sheet->chart->series[s].is_target || !point_is(point))
            continue;
        int32_t line = scale_at(&groups->scale, point->value.approximate);
        if (line > y - above && line < y + under)
            y = line - sheet_em(sheet, 350);
    }
    return y;
}

static void value_over(struct sheet *sheet, const struct groups *groups, const struct chart_point *point,
                       struct area bar, size_t category)
{
    bool negative = point->value.approximate < 0;
    int32_t y = negative ? bar.y + bar.height + sheet_em(sheet, 1050) : bar.y - sheet_em(sheet, 400);
    sheet_label(sheet, bar.x + bar.width / 2, clear_of_targets(sheet, groups, category, y),
                (struct label){.text = point->shown, .anchor = ANCHOR_MIDDLE, .colour = sheet->style->text});
}

static void bar(struct sheet *sheet, const struct groups *groups, size_t series, size_t category, int32_t x)
{
    const struct chart_point *point = &sheet->chart->series[series].points[category];
    int32_t base = scale_at(&groups->scale, 0);
    if (!point_is(point)) {
        missing(sheet, point, x + groups->bar / 2, base);
        return;
    }
    int32_t end = scale_at(&groups->scale, point->value.approximate);
    struct area area = {x, end < base ? end : base, groups->bar, abs(end - base)};
    if (area.height)
        series_fill(sheet, series, area, series_title(sheet, series, category));
    value_over(sheet, groups, point, area, category);
}

static void target(struct sheet *sheet, const struct groups *groups, size_t series, size_t category, int32_t x)
{
    const struct chart_point *point = &sheet->chart->series[series].points[category];
    if (!point_is(point))
        return;
    int32_t y = scale_at(&groups->scale, point->value.approximate), over = sheet_em(sheet, 300);
    int32_t width = groups->bar * (int32_t)(groups->bars ? groups->bars : 1);
    /* It is seen on a dark bar too, in grey as well: the paper shows around it. */
    sheet_line(sheet, x, y, x + width, y, sheet->style->background)->stroke_width = 3600;
    struct mark *line = sheet_line(sheet, x - over, y, x + width + over, y, series_colour(sheet, series));
    line->stroke_width = 1800;
    line->title = series_title(sheet, series, category);
}

static void group(struct sheet *sheet, const struct groups *groups, size_t category)
{
    int32_t width = groups->bar * (int32_t)(groups->bars ? groups->bars : 1);
    int32_t start = groups->area.x + (int32_t)category * groups->band + (groups->band - width) / 2, x = start;
    for (size_t s = 0; s < sheet->chart->series_count; s++) {
        if (sheet->chart->series[s].is_target) {
            target(sheet, groups, s, category, start);
            continue;
        }
        bar(sheet, groups, s, category, x);
        x += groups->bar;
    }
}

void bars_draw(struct sheet *sheet)
{
    int32_t key = series_key(sheet, 0);
    sheet->drawing->height = key + sheet_em(sheet, sheet->chart->half ? 11000 : 17000);
    if (!sheet->chart->categories.count)
        return;
    series_key(sheet, 0);
    struct groups groups = groups_of(sheet, key + axis_head(sheet));
    axis_values(sheet, &groups.scale, groups.area);
    axis_categories(sheet, groups.area);
    for (size_t i = 0; i < sheet->chart->categories.count; i++)
        group(sheet, &groups, i);
    axis_breaks(sheet, groups.area);
}
