/* The data of a chart under it: few series over several categories are turned, a line for each series, so that they
 * take two or three lines instead of half a page and stand under the marks that they give. */
#include "table.h"

#define CATEGORIES_MOST 12

static bool is_number(const struct cell *cell)
{
    return cell->kind == CELL_NUMBER || cell->kind == CELL_EMPTY;
}

static bool can_be_turned(const struct table *table)
{
    if (table->column_count < 2 || table->column_count * 2 > table->row_count + 2 || table->row_count > CATEGORIES_MOST)
        return false;
    for (size_t r = 0; r < table->row_count; r++) {
        if (table->rows[r].kind != ROW_PLAIN)
            return false;
        for (size_t c = 0; c < table->column_count; c++)
            if (table->rows[r].cells[c].span > 1 || (c && !is_number(&table->rows[r].cells[c])))
                return false;
    }
    return true;
}

static struct table_column column_of(const struct cell *cell)
{
    return (struct table_column){.title = cell->inlines, .name = cell->shown, .align = ALIGN_DECIMAL};
}

static struct cell title_of(const struct table_column *column)
{
    return (struct cell){.kind = CELL_TEXT, .inlines = column->title, .shown = column->name, .header = true};
}

static struct table *turned(struct arena *arena, const struct table *table)
{
    struct table *made = ARENA_NEW(arena, struct table);
    *made = *table;
    made->caption = STR_NONE;
    made->column_count = table->row_count + 1;
    made->row_count = table->column_count - 1;
    made->columns = ARENA_ARRAY(arena, struct table_column, made->column_count);
    made->rows = ARENA_ARRAY(arena, struct table_row, made->row_count);
    made->columns[0] = table->columns[0];
    for (size_t c = 1; c < made->column_count; c++)
        made->columns[c] = column_of(&table->rows[c - 1].cells[0]);
    for (size_t r = 0; r < made->row_count; r++) {
        made->rows[r].cells = ARENA_ARRAY(arena, struct cell, made->column_count);
        made->rows[r].cells[0] = title_of(&table->columns[r + 1]);
        for (size_t c = 1; c < made->column_count; c++)
            made->rows[r].cells[c] = table->rows[c - 1].cells[r + 1];
    }
    return made;
}

/* The turned table, when it fits: NULL otherwise. */
static const struct table *lines_of(struct flow *flow, const struct table *table)
{
    if (!can_be_turned(table))
        return NULL;
    struct grid grid;
    size_t footnotes = flow->layout->footnotes.count;
    const struct table *lines = turned(flow->layout->arena, table);
    bool fits = grid_try(flow, lines, &grid);
    flow->layout->footnotes.count = footnotes;
    return fits ? lines : NULL;
}

void chart_table_set(struct flow *flow, const struct chart *chart)
{
    if (!chart->table)
        return;
    const struct table *lines = lines_of(flow, chart->table);
    /* Without a title of its own it stays under the chart, which has said it. */
    if (lines && flow->slabs->count)
        slab_last(flow)->keep = true;
    table_set(flow, lines ? lines : chart->table);
}
