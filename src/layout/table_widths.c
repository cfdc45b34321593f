/* Columns as wide as what they hold. Short columns are never made to wrap for the sake of long ones: they take what
 * they ask for, and long ones share the rest by the root of their length, each at least its longest word. */
#include "table.h"

#define FULL_FROM 80  /* per cent of the room from which a table takes all of it */
#define AIR_MOST 6000 /* more width for each column of a table that leaves room */
#define SHORT_TITLE 44000

static int64_t root(int64_t n)
{
    int64_t r = n > 0 ? 1 : 0;
    for (int i = 0; i < 40 && r > 0; i++)
        r = (r + n / r) / 2;
    return r;
}

/* Columns that ask for no more than an even share get it; the others then have more to share. */
static size_t short_ones(const struct demand *demands, size_t count, int64_t *room, int32_t *out)
{
    size_t left = count, before;
    do {
        before = left;
        int64_t even = left ? *room / (int64_t)left : 0;
        for (size_t i = 0; i < count; i++)
            if (!out[i] && demands[i].natural <= even) {
                out[i] = (int32_t)(demands[i].natural > 0 ? demands[i].natural : 1);
                *room -= out[i];
                left--;
            }
    } while (left && left != before);
    return left;
}

/* The others: at least their longest word, the rest by weight. A column whose weight gives it less than its word is
 * settled and taken out of the sharing, which is then done again. */
static bool long_ones(const struct demand *demands, size_t count, int64_t room, int32_t *out)
{
    for (bool settled = true; settled;) {
        int64_t weights = 0, left = room;
        settled = false;
        for (size_t i = 0; i < count; i++)
            if (!out[i])
                weights += root(demands[i].natural);
        if (!weights)
            break;
        for (size_t i = 0; i < count; i++)
            if (!out[i] && left * root(demands[i].natural) / weights < demands[i].least) {
                out[i] = (int32_t)demands[i].least;
                room -= out[i];
                settled = true;
                break;
            }
        if (settled)
            continue;
        for (size_t i = 0; i < count; i++)
            if (!out[i])
                out[i] = (int32_t)(left * root(demands[i].natural) / weights);
    }
    return room >= 0;
}

static void shares_even(const struct demand *demands, size_t count, int64_t room, int64_t least, int64_t natural,
                        int32_t *out)
{
    for (size_t i = 0; i < count; i++)
        out[i] = (int32_t)(demands[i].least + (demands[i].natural - demands[i].least) * (room - least) /
                                                  (natural > least ? natural - least : 1));
}

bool widths_share(const struct demand *demands, size_t count, int64_t room, int32_t *out)
{
    int64_t least = 0, natural = 0;
    for (size_t i = 0; i < count; i++) {
        least += demands[i].least;
        natural += demands[i].natural;
    }
    if (least > room)
        return false;
    for (size_t i = 0; i < count; i++)
        out[i] = natural <= room ? (int32_t)demands[i].natural : 0;
    if (natural <= room)
        return true;
    int64_t rest = room;
    size_t left = short_ones(demands, count, &rest, out);
    int64_t words = 0;
    for (size_t i = 0; i < count; i++)
        words += out[i] ? 0 : demands[i].least;
    if (words > rest || (left && !long_ones(demands, count, rest, out)))
        shares_even(demands, count, room, least, natural, out);
    return true;
}

/* ---- the columns of a table ---- */

static int64_t more(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static void column_take(struct grid_column *column, const struct content *content, bool break_dates)
{
    if (content->kind == CONTENT_DECIMAL) {
        column->left = (int32_t)more(column->left, content->left);
        column->right = (int32_t)more(column->right, content->right);
        column->whole = (int32_t)more(column->whole, content->left + content->right);
        if (column->below)
            column->whole = (int32_t)more(column->whole, content->beside);
        else
            column->beside = (int32_t)more(column->beside, content->beside);
    }
    column->least = more(column->least, break_dates ? content->least : content->whole);
    column->rigid = more(column->rigid, content->rigid);
    column->natural = more(column->natural, content->natural);
    column->tight = more(column->tight, content->natural);
}

/* Titles may take two lines where room is short; "Q4 2025" rather does not. */
static void column_title(struct grid_column *column, const struct content *title, bool break_short)
{
    column->least = title->natural <= SHORT_TITLE && !break_short ? title->natural : title->least;
    column->rigid = title->rigid;
    column->natural = title->natural;
    column->tight = more(column->least, title->natural * 6 / 10);
}

static void column_numbers(struct grid_column *column, bool flush)
{
    int64_t all = (int64_t)(flush ? column->whole : column->left + column->right) + column->beside;
    column->least = more(column->least, all);
    column->rigid = more(column->rigid, all);
    column->natural = more(column->natural, all);
    column->tight = more(column->tight, all);
}

/* A cell over several columns widens all of them alike when together they are too narrow. */
static void columns_take_span(struct grid *grid, size_t column, const struct content *content)
{
    int64_t least = -grid->columns[column].padding, natural = least, count = 0;
    for (size_t c = column; c < grid->column_count && c < column + content->span; c++, count++) {
        least += grid->columns[c].least + grid->columns[c].padding;
        natural += grid->columns[c].natural + grid->columns[c].padding;
    }
    for (size_t c = column; c < column + (size_t)count; c++) {
        grid->columns[c].least += more(content->least - least + count - 1, 0) / count;
        grid->columns[c].natural += more(content->natural - natural + count - 1, 0) / count;
        grid->columns[c].natural = more(grid->columns[c].natural, grid->columns[c].least);
        grid->columns[c].tight = more(grid->columns[c].tight, grid->columns[c].least);
    }
}

static void cells_take(struct grid *grid, bool spans)
{
    for (size_t r = 0; r < grid->table->row_count; r++)
        for (size_t c = 0; c < grid->column_count; c++) {
            const struct content *content = &grid->cells[r * grid->column_count + c];
            if (content->kind == CONTENT_NONE || (content->span > 1) != spans)
                continue;
            if (spans)
                columns_take_span(grid, c, content);
            else
                column_take(&grid->columns[c], content, grid->attempt->break_dates);
        }
}

/* Words that begin where numbers end would be read with them. */
static int32_t gutter(const struct grid *grid, size_t column)
{
    if (!column || grid->columns[column].align != ALIGN_START)
        return 0;
    enum column_align before = grid->columns[column - 1].align;
    return before == ALIGN_END || before == ALIGN_DECIMAL ? TABLE_GUTTER : 0;
}

void grid_measure(struct grid *grid)
{
    for (size_t c = 0; c < grid->column_count; c++) {
        grid->columns[c] = (struct grid_column){.align = grid->columns[c].align, .shown = grid->columns[c].shown};
        grid->columns[c].below = grid->attempt->marks_below;
        grid->columns[c].padding = 2 * TABLE_PADDING + gutter(grid, c);
        if (grid->header)
            column_title(&grid->columns[c], &grid->header[c], grid->attempt->break_titles);
    }
    cells_take(grid, false);
    for (size_t c = 0; c < grid->column_count; c++)
        column_numbers(&grid->columns[c], grid->attempt->flush);
    cells_take(grid, true);
}

int32_t grid_width(const struct grid *grid)
{
    int32_t width = 0;
    for (size_t c = 0; c < grid->column_count; c++)
        width += grid->columns[c].shown ? grid->columns[c].width : 0;
    return width;
}

/* A narrow table has air between its columns. */
static void grid_air(struct grid *grid, int32_t slack)
{
    int32_t count = 0;
    for (size_t c = 0; c < grid->column_count; c++)
        count += grid->columns[c].shown;
    int32_t air = slack / (count ? count : 1) < AIR_MOST ? slack / (count ? count : 1) : AIR_MOST;
    for (size_t c = 0; c < grid->column_count; c++)
        grid->columns[c].width += grid->columns[c].shown ? air : 0;
}

/* A table that nearly fills the column fills it: its rules then end where the text does. */
static void grid_fill(struct grid *grid, int32_t room)
{
    int32_t width = grid_width(grid), slack = room - width;
    if (slack <= 0)
        return;
    if (width < room / 100 * FULL_FROM) {
        grid_air(grid, slack);
        return;
    }
    for (size_t c = 0; c < grid->column_count; c++)
        if (grid->columns[c].shown)
            grid->columns[c].width += (int32_t)((int64_t)slack * grid->columns[c].width / width);
}

/* What the columns shown ask for; titles on one line if all fits so. */
static size_t grid_demands(const struct grid *grid, int32_t room, struct demand *demands)
{
    size_t count = 0;
    int64_t natural = 0;
    for (size_t c = 0; c < grid->column_count; c++)
        natural += grid->columns[c].shown ? grid->columns[c].natural + grid->columns[c].padding : 0;
    for (size_t c = 0; c < grid->column_count; c++) {
        const struct grid_column *column = &grid->columns[c];
        if (column->shown)
            demands[count++] =
                (struct demand){.least = column->least + column->padding,
                                .natural = (natural > room ? column->tight : column->natural) + column->padding};
    }
    return count;
}

bool grid_fit(struct arena *arena, struct grid *grid, int32_t x, int32_t room)
{
    struct demand *demands = ARENA_ARRAY(arena, struct demand, grid->column_count);
    int32_t *widths = ARENA_ARRAY(arena, int32_t, grid->column_count);
    size_t count = grid_demands(grid, room, demands);
    if (!widths_share(demands, count, room, widths))
        return false;
    for (size_t c = 0, i = 0; c < grid->column_count; c++)
        grid->columns[c].width = grid->columns[c].shown ? widths[i++] : 0;
    grid_balance(grid);
    grid_fill(grid, room);
    for (size_t c = 0; c < grid->column_count; c++) {
        grid->columns[c].x = x;
        x += grid->columns[c].width;
    }
    return true;
}
