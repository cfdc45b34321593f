/* Columns that wrap, or could, trade width as long as the table gets shorter: what a line costs depends on which column
 * of the row is the highest, and no formula on columns alone knows that. */
#include "table.h"

#define LONG_MOST 7  /* columns that trade */
#define ROWS_MOST 24 /* rows looked at, evenly spread */
#define ROUNDS 24

struct trade {
    struct grid *grid;
    size_t columns[LONG_MOST], count;
    size_t step; /* between rows looked at */
};

static int64_t text_width_of(const struct grid_column *column)
{
    return column->width - column->padding;
}

/* Those that could be narrower, and those that would be lower if they were wider; true when there are any of these. */
static bool columns_find(struct trade *trade)
{
    struct grid *grid = trade->grid;
    bool wraps = false;
    for (size_t c = 0; c < grid->column_count && trade->count < LONG_MOST; c++) {
        const struct grid_column *column = &grid->columns[c];
        if (!column->shown || column->tight <= column->least)
            continue;
        trade->columns[trade->count++] = c;
        wraps = wraps || column->tight > text_width_of(column);
    }
    return wraps && trade->count > 1;
}

static int64_t cell_lines(const struct content *content, int64_t width)
{
    if (content->kind == CONTENT_NONE || content->span > 1 || content->natural <= width || width <= 0)
        return 1;
    /* Lines do not fill: each leaves a part of a word that went to the next. */
    int64_t filled = width - content->least / 4;
    return filled < 1 ? content->natural : (content->natural + filled - 1) / filled;
}

/* The rows' heights count most; among tables of one height, fewer lines in all. */
static int64_t height_of(const struct trade *trade)
{
    const struct grid *grid = trade->grid;
    int64_t cost = 0;
    for (size_t r = 0; r < grid->table->row_count; r += trade->step) {
        int64_t highest = 0;
        for (size_t i = 0; i < trade->count; i++) {
            size_t c = trade->columns[i];
            int64_t lines = cell_lines(&grid->cells[r * grid->column_count + c], text_width_of(&grid->columns[c]));
            highest = lines > highest ? lines : highest;
            cost += lines;
        }
        cost += highest * 16;
    }
    return cost;
}

/* The best single move of `amount` from one column to another, made; false when none helps. */
static bool trade_once(struct trade *trade, int32_t amount, int64_t *cost)
{
    struct grid_column *columns = trade->grid->columns;
    size_t best_from = 0, best_to = 0;
    int64_t best = *cost;
    for (size_t i = 0; i < trade->count; i++) {
        struct grid_column *from = &columns[trade->columns[i]];
        if (text_width_of(from) - amount < from->least)
            continue;
        for (size_t j = 0; j < trade->count; j++) {
            struct grid_column *to = &columns[trade->columns[j]];
            if (i == j)
                continue;
            from->width -= amount;
            to->width += amount;
            int64_t tried = height_of(trade);
            from->width += amount;
            to->width -= amount;
            if (tried < best) {
                best = tried;
                best_from = trade->columns[i];
                best_to = trade->columns[j];
            }
        }
    }
    if (best == *cost)
        return false;
    columns[best_from].width -= amount;
    columns[best_to].width += amount;
    *cost = best;
    return true;
}

void grid_balance(struct grid *grid)
{
    static const int32_t amounts[] = {36000, 18000, 9000};
    struct trade trade = {.grid = grid, .step = grid->table->row_count / ROWS_MOST + 1};
    if (!columns_find(&trade))
        return;
    int64_t cost = height_of(&trade);
    for (size_t a = 0, round = 0; a < sizeof amounts / sizeof *amounts && round < ROUNDS; round++)
        if (!trade_once(&trade, amounts[a], &cost))
            a++;
}
