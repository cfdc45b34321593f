/* Parts one upon the other, a bar a category; parts are named at the right of the last bar. */
#include "sheet.h"

#include <math.h>

struct stack {
    struct area area;
    struct scale scale;
    int32_t band, bar;
    struct endings endings;
};

static bool is_part(const struct sheet *sheet, size_t series, size_t category)
{
    const struct chart_series *of = &sheet->chart->series[series];
    return !of->is_target && point_is(&of->points[category]) && of->points[category].value.approximate > 0;
}

static double height_below(const struct sheet *sheet, size_t series, size_t category)
{
    double sum = 0;
    for (size_t s = 0; s < series; s++)
        if (is_part(sheet, s, category))
            sum += sheet->chart->series[s].points[category].value.approximate;
    return sum;
}

static double tallest(const struct sheet *sheet)
{
    double most = 0, low, high;
    for (size_t i = 0; i < sheet->chart->categories.count; i++)
        most = fmax(most, height_below(sheet, sheet->chart->series_count, i));
    series_range(sheet, true, &low, &high);
    return fmax(most, high);
}

static struct area part_area(const struct sheet *sheet, const struct stack *stack, size_t series, size_t category)
{
    double below = height_below(sheet, series, category);
    double value = sheet->chart->series[series].points[category].value.approximate;
    int32_t foot = scale_at(&stack->scale, below), top = scale_at(&stack->scale, below + value);
    int32_t x = stack->area.x + (int32_t)category * stack->band + (stack->band - stack->bar) / 2;
    return (struct area){x, top, stack->bar, foot - top};
}

/* A part that is not known makes the bar incomplete: said above it. */
static void missing(struct sheet *sheet, const struct stack *stack, size_t category)
{
    int32_t x = stack->area.x + (int32_t)category * stack->band + stack->band / 2;
    int32_t y = scale_at(&stack->scale, height_below(sheet, sheet->chart->series_count, category));
    for (size_t s = 0; s < sheet->chart->series_count; s++) {
        const struct chart_point *point = &sheet->chart->series[s].points[category];
        if (sheet->chart->series[s].is_target || point_is(point) || !point->shown.length)
            continue;
        struct str said = str_print(sheet->arena, "+\u00A0%.*s", STR_ARG(point->shown));
        bool alone = height_below(sheet, sheet->chart->series_count, category) <= 0;
        sheet_label(sheet, x, y - sheet_em(sheet, 400),
                    (struct label){
                        .text = alone ? point->shown : said, .anchor = ANCHOR_MIDDLE, .colour = sheet->style->muted});
        return;
    }
}

static void column(struct sheet *sheet, const struct stack *stack, size_t category)
{
    for (size_t s = 0; s < sheet->chart->series_count; s++) {
        const struct chart_point *point = &sheet->chart->series[s].points[category];
        if (is_part(sheet, s, category)) {
            struct area area = part_area(sheet, stack, s, category);
            series_fill(sheet, s, area, series_title(sheet, s, category));
            series_value(sheet, s, area, point->shown);
        } else if (sheet->chart->series[s].is_target && point_is(point)) {
            int32_t y = scale_at(&stack->scale, point->value.approximate), over = sheet_em(sheet, 300);
            int32_t x = stack->area.x + (int32_t)category * stack->band + (stack->band - stack->bar) / 2;
            struct mark *line = sheet_line(sheet, x - over, y, x + stack->bar + over, y, sheet->style->target);
            line->stroke_width = 1800;
            line->title = series_title(sheet, s, category);
        }
    }
    missing(sheet, stack, category);
}

static void endings_find(struct sheet *sheet, struct endings *endings)
{
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        for (size_t i = sheet->chart->categories.count; i > 0; i--) {
            bool target = sheet->chart->series[s].is_target;
            if (!is_part(sheet, s, i - 1) && !(target && point_is(&sheet->chart->series[s].points[i - 1])))
                continue;
            endings_add(sheet, endings, s, i - 1, STR_NONE);
            break;
        }
}

static void endings_place(const struct sheet *sheet, struct stack *stack)
{
    for (size_t i = 0; i < stack->endings.count; i++) {
        struct ending *ending = &stack->endings.at[i];
        struct area area = part_area(sheet, stack, ending->series, ending->category);
        const struct chart_series *of = &sheet->chart->series[ending->series];
        ending->x = area.x + area.width;
        ending->y = of->is_target ? scale_at(&stack->scale, of->points[ending->category].value.approximate)
                                  : area.y + area.height / 2;
    }
}

void stacked_draw(struct sheet *sheet)
{
    struct stack stack = {0};
    endings_find(sheet, &stack.endings);
    int32_t usual = sheet_em(sheet, 18000), least = stack.endings.height + 4 * sheet_line_height(sheet);
    sheet->drawing->height = least > usual ? least : usual;
    if (!sheet->chart->categories.count)
        return;
    stack.scale = scale_of(sheet, 0, tallest(sheet), 6);
    int32_t head = axis_head(sheet), width = sheet->style->width - stack.endings.width;
    stack.area = axis_frame(sheet, &stack.scale, (struct area){0, head, width, sheet->drawing->height - head});
    stack.band = stack.area.width / (int32_t)sheet->chart->categories.count;
    stack.bar = stack.band * 7 / 10 < sheet_em(sheet, 6000) ? stack.band * 7 / 10 : sheet_em(sheet, 6000);
    endings_place(sheet, &stack);
    axis_values(sheet, &stack.scale, stack.area);
    axis_categories(sheet, stack.area);
    for (size_t i = 0; i < sheet->chart->categories.count; i++)
        column(sheet, &stack, i);
    endings_draw(sheet, &stack.endings, stack.area.x + stack.area.width,
                 stack.area.y + stack.area.height + sheet_em(sheet, 300));
}
