#include "compose/build.h"

#include <assert.h>

struct grid grid_new(struct filling *f, struct str id, struct str caption, size_t columns)
{
    struct grid grid = {.table = ARENA_NEW(f->arena, struct table)};
    grid.table->id = unique_id(f, id);
    grid.table->caption = set(f, caption);
    grid.table->columns = ARENA_ARRAY(f->arena, struct table_column, columns);
    grid.table->column_count = columns;
    return grid;
}

static struct node *inlines_of(struct filling *f, struct str text)
{
    struct node *body = node_new(f->arena, NODE_BODY, f->place);
    add_text(f, body, text);
    return body;
}

void grid_column(struct filling *f, struct grid *grid, size_t column, struct str title, enum column_align align)
{
    assert(column < grid->table->column_count);
    struct table_column *made = &grid->table->columns[column];
    made->name = set(f, title);
    made->title = inlines_of(f, title);
    made->align = align;
    made->sortable = true;
}

struct cell *grid_row(struct filling *f, struct grid *grid, enum row_kind kind)
{
    struct table_row *row = PUSH(f->arena, &grid->rows);
    row->kind = kind;
    row->cells = ARENA_ARRAY(f->arena, struct cell, grid->table->column_count);
    return row->cells;
}

void grid_group(struct filling *f, struct grid *grid, struct str text)
{
    struct cell *cells = grid_row(f, grid, ROW_GROUP);
    cells[0] = cell_text(f, text);
    cells[0].header = true;
    cells[0].span = (uint16_t)grid->table->column_count;
}

static bool has_content(const struct grid *grid, size_t column)
{
    for (size_t r = 0; r < grid->rows.count; r++)
        if (grid->rows.at[r].kind != ROW_GROUP && grid->rows.at[r].cells[column].kind != CELL_EMPTY)
            return true;
    return false;
}

static void drop_column(struct grid *grid, size_t column)
{
    struct table *table = grid->table;
    for (size_t c = column; c + 1 < table->column_count; c++)
        table->columns[c] = table->columns[c + 1];
    for (size_t r = 0; r < grid->rows.count; r++) {
        struct cell *cells = grid->rows.at[r].cells;
        if (cells[0].span > 1)
            cells[0].span--;
        else
            for (size_t c = column; c + 1 < table->column_count; c++)
                cells[c] = cells[c + 1];
    }
    table->column_count--;
}

/* A group row that nothing follows says nothing. */
static void drop_bare_groups(struct grid *grid)
{
    size_t kept = 0;
    for (size_t r = 0; r < grid->rows.count; r++) {
        bool bare =
            grid->rows.at[r].kind == ROW_GROUP && (r + 1 == grid->rows.count || grid->rows.at[r + 1].kind == ROW_GROUP);
        if (!bare)
            grid->rows.at[kept++] = grid->rows.at[r];
    }
    grid->rows.count = kept;
}

void grid_add(struct filling *f, struct grid *grid, struct node *into)
{
    drop_bare_groups(grid);
    for (size_t c = grid->table->column_count; c-- > 0;)
        if (!has_content(grid, c))
            drop_column(grid, c);
    if (!grid->rows.count || !grid->table->column_count)
        return;
    grid->table->rows = grid->rows.at;
    grid->table->row_count = grid->rows.count;
    add_block(f, into, NODE_TABLE)->table = grid->table;
}

void grid_note(struct filling *f, struct grid *grid, struct str text)
{
    if (!text.length)
        return;
    if (!grid->table->note)
        grid->table->note = node_new(f->arena, NODE_BODY, f->place);
    add_paragraph(f, grid->table->note, text);
}

/* ---- cells ---- */

struct cell cell_text(struct filling *f, struct str text)
{
    if (!text.length)
        return (struct cell){.kind = CELL_EMPTY};
    return (struct cell){.kind = CELL_TEXT, .inlines = inlines_of(f, text)};
}

struct cell cell_link(struct filling *f, struct str text, struct str link)
{
    if (!text.length)
        return (struct cell){.kind = CELL_EMPTY};
    return (struct cell){.kind = CELL_TEXT, .inlines = link_inlines(f, text, link)};
}

struct cell cell_date(struct filling *f, struct date date)
{
    if (!date_is(date))
        return (struct cell){.kind = CELL_EMPTY};
    return (struct cell){.kind = CELL_DATE, .date = date, .shown = date_text(f, date)};
}

struct cell cell_number(struct filling *f, struct maybe number, unsigned decimals, struct str unit)
{
    if (!number.is)
        return (struct cell){.kind = CELL_EMPTY};
    struct decimal d = decimal_of(number.number);
    struct quantity q = {.is = true, .exact = true, .decimal = d, .approximate = decimal_double(d)};
    return (struct cell){.kind = CELL_NUMBER,
                         .number = q,
                         .unit = unit,
                         .decimals = (uint8_t)decimals,
                         .shown = show_quantity(f->arena, q, decimals, unit, f->language)};
}

struct cell cell_count(struct filling *f, int64_t n)
{
    return (struct cell){.kind = CELL_NUMBER, .number = number_of(n), .shown = count_text(f, n)};
}

struct cell cell_moment(struct filling *f, struct moment moment)
{
    if (period_is(moment.period))
        return cell_text(f, period_text(f, moment.period));
    return cell_date(f, moment.first);
}

/* ---- listings ---- */

struct grid listing_grid(struct filling *f, const struct listing *listing, const struct rows *rows)
{
    struct grid grid = grid_new(f, str_of(listing->id), word(f, listing->caption), listing->column_count);
    for (size_t c = 0; c < listing->column_count; c++)
        grid_column(f, &grid, c, word(f, listing->columns[c].title), listing->columns[c].align);
    for (size_t r = 0; r < rows->count; r++) {
        struct cell *cells = grid_row(f, &grid, ROW_PLAIN);
        for (size_t c = 0; c < listing->column_count; c++)
            cells[c] = listing->columns[c].cell(f, rows->at[r]);
    }
    return grid;
}

void listing_add(struct filling *f, const struct listing *listing, const struct rows *rows, struct node *into)
{
    if (!rows->count)
        return;
    struct grid grid = listing_grid(f, listing, rows);
    grid_add(f, &grid, into);
}
