/* The charts of the document as native ones, over the cells of their table; a chart that a spreadsheet has no form for
 * keeps its table, coloured where it is a map of numbers. */
#include "names.h"
#include "sheets.h"

static const struct {
    enum chart_kind from;
    enum book_chart_kind to;
} kinds[] = {
    {CHART_BARS, BOOK_COLUMNS},          {CHART_STACKED, BOOK_STACKED}, {CHART_BARS_HORIZONTAL, BOOK_BARS},
    {CHART_LINES, BOOK_LINES},           {CHART_BULLET, BOOK_BARS},     {CHART_DISTRIBUTION, BOOK_SHARES},
    {CHART_SMALL_MULTIPLES, BOOK_LINES},
};

/* Bullets of several units have an axis each when drawn; on one axis they would lie. */
static bool kind_of(const struct chart *chart, enum book_chart_kind *kind)
{
    if (chart->kind == CHART_BULLET && !chart->unit.length)
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].from == chart->kind) {
            *kind = kinds[i].to;
            return true;
        }
    return false;
}

/* The table holds the chart's points: a row a category, a column a series after the first. */
static bool table_matches(const struct chart *chart)
{
    const struct table *table = chart->table;
    if (!chart->series_count || table->row_count != chart->categories.count ||
        table->column_count != chart->series_count + 1)
        return false;
    for (size_t s = 0; s < chart->series_count; s++)
        for (size_t i = 0; i < table->row_count; i++) {
            const struct quantity *cell = &table->rows[i].cells[s + 1].number;
            const struct quantity *point = &chart->series[s].points[i].value;
            if (table->rows[i].kind != ROW_PLAIN || cell->is != point->is ||
                (cell->is && !numbers_agree(cell->approximate, point->approximate)))
                return false;
        }
    return true;
}

static bool any_negative(const struct chart *chart)
{
    for (size_t s = 0; s < chart->series_count; s++)
        for (size_t i = 0; i < chart->categories.count; i++)
            if (chart->series[s].points[i].value.is && chart->series[s].points[i].value.approximate < 0)
                return true;
    return false;
}

static void series_down(struct writing *w, const struct chart *chart, uint32_t top, const uint16_t *columns,
                        struct book_series *made)
{
    uint32_t first = top + 1, last = top + (uint32_t)chart->categories.count;
    for (size_t s = 0, data = 0; s < chart->series_count; s++) {
        bool target = chart->series[s].is_target;
        made[s] = (struct book_series){.name = chart->series[s].name,
                                       .categories = {first, columns[0], last, columns[0]},
                                       .values = {first, columns[s + 1], last, columns[s + 1]},
                                       .colour = target ? w->style.target : w->style.series[data % 6],
                                       .target = target};
        data += !target;
    }
}

/* Shares of a whole: one bar a column of the table, one part a row, from the darkest to the lightest. */
static size_t series_across(struct writing *w, const struct chart *chart, uint32_t top, const uint16_t *columns,
                            struct book_series **made)
{
    size_t count = chart->categories.count;
    uint16_t first = columns[1], last = columns[chart->series_count];
    if (last - first + 1u != chart->series_count)
        return 0;
    *made = ARENA_ARRAY(w->arena, struct book_series, count + 1);
    for (size_t i = 0; i < count; i++) {
        uint32_t row = top + 1 + (uint32_t)i;
        unsigned lightness = count > 1 ? (unsigned)(550 * (count - 1 - i) / (count - 1)) : 0;
        (*made)[i] = (struct book_series){.name = chart->categories.at[i],
                                          .categories = {top, first, top, last},
                                          .values = {row, first, row, last},
                                          .colour = colour_mix(w->style.series[0], 0xFFFFFF, lightness)};
    }
    return count;
}

static void scale_map(struct writing *w, struct sheet *sheet, const struct chart *chart, uint32_t top,
                      const uint16_t *columns)
{
    const struct table *table = chart->table;
    uint16_t last = table->column_count > 1 ? columns[table->column_count - 1] : UINT16_MAX;
    if (last == UINT16_MAX || columns[1] == UINT16_MAX || !table->row_count)
        return;
    book_scale(sheet, (struct range){top + 1, columns[1], top + (uint32_t)table->row_count, last},
               colour_mix(w->style.series[0], 0xFFFFFF, 350));
}

void put_chart(struct writing *w, struct sheet *sheet, const struct chart *chart, uint32_t top, const uint16_t *columns,
               uint32_t row)
{
    struct book_chart made = {.title = chart->title,
                              .category_title = chart->table->columns[0].name,
                              .value_title = chart->unit,
                              .number = number_format(w->arena, chart->unit, chart->decimals, w->document->language),
                              .description = chart->sentence.length ? chart->sentence : chart->title,
                              .text = w->style.text,
                              .rule = w->style.rule,
                              .from_zero = !any_negative(chart)};
    if (chart->kind == CHART_HEAT_MAP)
        scale_map(w, sheet, chart, top, columns);
    if (!kind_of(chart, &made.kind) || !table_matches(chart))
        return;
    struct book_series *series = ARENA_ARRAY(w->arena, struct book_series, chart->series_count + 1);
    made.series_count = chart->series_count;
    if (made.kind == BOOK_SHARES)
        made.series_count = series_across(w, chart, top, columns, &series);
    else
        series_down(w, chart, top, columns, series);
    /* Across, its bars are the columns of the table: the first column's name is not theirs. */
    if (made.kind == BOOK_SHARES)
        made.category_title = STR_NONE;
    made.series = series;
    if (made.series_count)
        book_chart(sheet, row + 1, 0, &made);
}
