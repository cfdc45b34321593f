/* A table's cells measured, and the ways to make its columns fit, from the best looking to the last resort. */
#include "table.h"

#define LINES_MOST 3 /* a cell of more lines than this, in a narrow column, is not comfortable to read */
#define LINES_ROOMY 2
#define DENSE 84           /* hundredths of the size of other tables */
#define COMFORTABLE 130000 /* a column as wide as this always is */

/* A group's title spans the table when nothing else stands in its row. */
static void group_span(struct grid *grid, struct content *contents)
{
    for (size_t c = 1; c < grid->column_count; c++)
        if (contents[c].kind != CONTENT_NONE)
            return;
    if (contents[0].kind == CONTENT_PARAGRAPH)
        contents[0].span = (uint16_t)grid->column_count;
}

/* A cell goes on over rows of its own kind only. */
static void content_rows(const struct table *table, size_t row, size_t column, struct content *content)
{
    const struct cell *cell = &table->rows[row].cells[column];
    uint16_t rows = 1;
    while (rows < cell->rows && row + rows < table->row_count && table->rows[row + rows].kind == ROW_PLAIN &&
           table->rows[row + rows].cells[column].covered)
        rows++;
    content->rows = rows;
    content->covered = cell->covered;
}

static void grid_read(struct flow *flow, struct grid *grid)
{
    const struct table *table = grid->table;
    bool titles = false;
    for (size_t c = 0; c < grid->column_count; c++) {
        grid->columns[c] = (struct grid_column){.align = table->columns[c].align, .shown = true};
        grid->header[c] = content_title(flow, &table->columns[c]);
        titles = titles || grid->header[c].kind != CONTENT_NONE;
    }
    if (!titles)
        grid->header = NULL;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct table_row *row = &table->rows[r];
        struct content *contents = &grid->cells[r * grid->column_count];
        for (size_t c = 0; c < grid->column_count; c++) {
            contents[c] = content_of(flow, table, &row->cells[c], row->kind, table->columns[c].align);
            if (contents[c].span > grid->column_count - c)
                contents[c].span = (uint16_t)(grid->column_count - c);
            content_rows(table, r, c, &contents[c]);
        }
        if (row->kind == ROW_GROUP)
            group_span(grid, contents);
    }
}

static struct grid grid_new(struct flow *flow, const struct table *table, int32_t size)
{
    struct arena *arena = flow->layout->arena;
    struct grid grid = {
        .table = table, .column_count = table->column_count, .size = size, .tag = -1, .head = -1, .body = -1};
    grid.columns = ARENA_ARRAY(arena, struct grid_column, grid.column_count);
    grid.header = ARENA_ARRAY(arena, struct content, grid.column_count);
    grid.cells = ARENA_ARRAY(arena, struct content, grid.column_count * table->row_count);
    grid.hanging = ARENA_ARRAY(arena, struct hanging, grid.column_count);
    grid.row_tags = ARENA_ARRAY(arena, int, table->row_count);
    for (size_t r = 0; r < table->row_count; r++)
        grid.row_tags[r] = -1;
    struct flow sized = *flow;
    sized.size = size;
    grid_read(&sized, &grid);
    return grid;
}

/* Longest words may be broken: what a column must have is then a part of its longest word. */
static void columns_break_words(struct grid *grid)
{
    for (size_t c = 0; c < grid->column_count; c++) {
        struct grid_column *column = &grid->columns[c];
        int64_t part = column->least * 6 / 10;
        column->least = part > column->rigid ? part : column->rigid;
    }
}

/* Lines do not fill: each leaves a part of a word that goes to the next. */
static bool grid_comfortable(const struct grid *grid, int64_t lines)
{
    for (size_t c = 0; c < grid->column_count; c++) {
        int64_t width = grid->columns[c].width - grid->columns[c].padding;
        int64_t left = grid->columns[c].least / 4;
        if (width < COMFORTABLE && grid->columns[c].tight > lines * (width - left) + left)
            return false;
    }
    return true;
}

/* Numbers end together (`flush`) before words take a third line (not `roomy`). Smaller types come after both. */
static const struct attempt attempts[] = {
    {.size = 100, .roomy = true},
    {.size = 100, .flush = true, .roomy = true},
    {.size = 100},
    {.size = 94},
    {.size = 88},
    {.size = 94, .flush = true},
    {.size = 88, .flush = true},
    {.size = 94, .flush = true, .marks_below = true},
    {.size = 88, .flush = true, .marks_below = true},
    {.size = 88, .flush = true, .marks_below = true, .break_titles = true},
    {.size = 88, .flush = true, .marks_below = true, .break_titles = true, .uncomfortable = true},
    {.size = 88, .flush = true, .marks_below = true, .break_titles = true, .uncomfortable = true, .break_dates = true},
    {.size = 88,
     .flush = true,
     .marks_below = true,
     .break_titles = true,
     .uncomfortable = true,
     .break_dates = true,
     .break_words = true},
};

/* The cells have been measured at the attempt's size. */
static bool attempt_fits(struct flow *flow, struct grid *grid, const struct attempt *attempt)
{
    grid->attempt = attempt;
    grid_measure(grid);
    if (attempt->break_words)
        columns_break_words(grid);
    return grid_fit(flow->layout->arena, grid, flow->x, flow->width) &&
           (attempt->uncomfortable || grid_comfortable(grid, attempt->roomy ? LINES_ROOMY : LINES_MOST));
}

bool grid_try(struct flow *flow, const struct table *table, struct grid *grid)
{
    struct layout *layout = flow->layout;
    size_t footnotes = layout->footnotes.count;
    grid->size = 0;
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        const struct attempt *attempt = &attempts[i];
        if (attempt->break_words && !layout->style->hyphenator)
            break;
        int32_t size = table->dense ? attempt->size * DENSE / 100 : attempt->size;
        if (size != grid->size) {
            layout->footnotes.count = footnotes; /* those of the last try are the ones set */
            *grid = grid_new(flow, table, size);
        }
        if (attempt_fits(flow, grid, attempt))
            return true;
    }
    return false;
}
