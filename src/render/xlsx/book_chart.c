/* Native charts: named, in the order and colours of the drawn ones, with a text that says what they show. */
#include "library.h"

static const struct {
    lxw_chart_type type;
    bool horizontal, stacked, lines;
} kinds[] = {
    [BOOK_COLUMNS] = {LXW_CHART_COLUMN, false, false, false},
    [BOOK_STACKED] = {LXW_CHART_COLUMN_STACKED, false, true, false},
    [BOOK_BARS] = {LXW_CHART_BAR, true, false, false},
    [BOOK_LINES] = {LXW_CHART_LINE, false, false, true},
    [BOOK_SHARES] = {LXW_CHART_BAR_STACKED_PERCENT, true, true, false},
};

static void line_series(lxw_chart_series *made, const struct book_series *series)
{
    lxw_chart_line line = {.color = series->colour, .width = 2.0f, .dash_type = LXW_CHART_LINE_DASH_SOLID};
    lxw_chart_fill fill = {.color = series->colour};
    if (series->target)
        line = (lxw_chart_line){.color = series->colour, .width = 1.25f, .dash_type = LXW_CHART_LINE_DASH_DASH};
    chart_series_set_line(made, &line);
    chart_series_set_marker_type(made, series->target ? LXW_CHART_MARKER_NONE : LXW_CHART_MARKER_CIRCLE);
    if (series->target)
        return;
    chart_series_set_marker_size(made, 6);
    chart_series_set_marker_fill(made, &fill);
    chart_series_set_marker_line(made, &line);
}

static void bar_series(lxw_chart_series *made, const struct book_series *series)
{
    lxw_chart_fill fill = {.color = series->colour};
    lxw_chart_line line = {.color = series->colour, .width = 1.25f, .dash_type = LXW_CHART_LINE_DASH_DASH};
    /* A target is an empty frame: it must not look like something that was done. */
    if (series->target) {
        lxw_chart_fill none = {.none = LXW_TRUE};
        chart_series_set_fill(made, &none);
        chart_series_set_line(made, &line);
    } else {
        chart_series_set_fill(made, &fill);
    }
}

static void add_series(struct sheet *sheet, lxw_chart *made, const struct book_chart *chart,
                       const struct book_series *series)
{
    lxw_chart_series *s = chart_add_series(made, NULL, NULL);
    const char *name = sheet->name.at;
    chart_series_set_categories(s, name, series->categories.top, series->categories.left, series->categories.bottom,
                                series->categories.right);
    chart_series_set_values(s, name, series->values.top, series->values.left, series->values.bottom,
                            series->values.right);
    chart_series_set_name(s, book_string(sheet->book, series->name, 200));
    if (kinds[chart->kind].lines)
        line_series(s, series);
    else
        bar_series(s, series);
    if (chart->series_count == 1 || kinds[chart->kind].stacked)
        chart_series_set_labels(s);
    if ((chart->series_count == 1 || kinds[chart->kind].stacked) && chart->number.length)
        chart_series_set_labels_num_format(s, book_string(sheet->book, chart->number, 120));
    if (kinds[chart->kind].stacked && !series->target) {
        bool dark = colour_contrast(series->colour, 0xFFFFFF) >= 4.5;
        lxw_chart_font font = {.color = dark ? LXW_COLOR_WHITE : chart->text, .size = 8};
        chart_series_set_labels_font(s, &font);
    }
}

static void set_axes(struct sheet *sheet, lxw_chart *made, const struct book_chart *chart)
{
    lxw_chart_font text = {.color = chart->text, .size = 9, .bold = LXW_EXPLICIT_FALSE};
    lxw_chart_line rule = {.color = chart->rule, .width = 0.75f};
    struct book *book = sheet->book;
    bool across = kinds[chart->kind].horizontal;
    lxw_chart_axis *categories = across ? made->y_axis : made->x_axis;
    lxw_chart_axis *values = across ? made->x_axis : made->y_axis;
    if (chart->category_title.length)
        chart_axis_set_name(categories, book_string(book, chart->category_title, 200));
    if (chart->value_title.length)
        chart_axis_set_name(values, book_string(book, chart->value_title, 200));
    chart_axis_set_name_font(categories, &text);
    chart_axis_set_name_font(values, &text);
    chart_axis_set_num_font(categories, &text);
    chart_axis_set_num_font(values, &text);
    chart_axis_major_gridlines_set_line(values, &rule);
    chart_axis_set_line(categories, &rule);
    /* The first category on top, as in the drawn chart, with the numbers still below. */
    if (across) {
        chart_axis_set_reverse(categories);
        chart_axis_set_crossing_max(categories);
    }
    if (chart->number.length && chart->kind != BOOK_SHARES)
        chart_axis_set_num_format(values, book_string(book, chart->number, 120));
    if (chart->from_zero && chart->kind != BOOK_SHARES)
        chart_axis_set_min(values, 0);
}

void book_chart(struct sheet *sheet, uint32_t row, uint16_t column, const struct book_chart *chart)
{
    struct book *book = sheet->book;
    lxw_chart *made = workbook_add_chart(book->at, (uint8_t)kinds[chart->kind].type);
    lxw_chart_font title = {.color = chart->text, .size = 11, .bold = LXW_TRUE};
    for (size_t i = 0; i < chart->series_count; i++)
        add_series(sheet, made, chart, &chart->series[i]);
    chart_title_set_name(made, book_string(book, chart->title, 200));
    chart_title_set_name_font(made, &title);
    set_axes(sheet, made, chart);
    if (chart->series_count < 2)
        chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
    else
        chart_legend_set_position(made, LXW_CHART_LEGEND_BOTTOM);
    chart_show_blanks_as(made, LXW_CHART_BLANKS_AS_GAP);
    lxw_chart_options options = {.x_scale = 1.5,
                                 .y_scale = 1.15,
                                 .description = book_string(book, chart->description, 2000),
                                 .object_position = LXW_OBJECT_MOVE_DONT_SIZE};
    book_check(book, worksheet_insert_chart_opt(sheet->at, row, column, made, &options));
}
