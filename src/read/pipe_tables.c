/* Pipe tables: which lines of a paragraph are one, and its cells. */
#include "markdown.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static struct str blanks_off(struct str s)
{
    while (s.length && is_space(s.at[0]))
        s = str_slice(s, 1, s.length);
    while (s.length && is_space(s.at[s.length - 1]))
        s.length--;
    return s;
}

/* The index of the '|' that ends the cell at the start of `row`; one after a backslash does not. */
static size_t cell_end(struct str row)
{
    for (size_t i = 0; i < row.length; i++) {
        if (row.at[i] == '|')
            return i;
        if (row.at[i] == '\\' && i + 1 < row.length && strchr("\\|", row.at[i + 1]))
            i++;
    }
    return row.length;
}

struct pipe_table {
    size_t header; /* index of its line */
    size_t end;    /* index after its last line */
    size_t columns, rows;
    enum column_align align[MARKDOWN_COLUMNS_MAX];
};

/* The row without the '|' that it may begin with. */
static struct str pipe_row(struct str row)
{
    row = blanks_off(row);
    if (row.length && row.at[0] == '|')
        row = str_slice(row, 1, row.length);
    return row;
}

/* Cuts the next cell off a row that has been through pipe_row; what follows the last '|' is no cell when empty. */
static bool cell_cut(struct str *row, struct str *cell)
{
    if (!row->length)
        return false;
    size_t end = cell_end(*row);
    *cell = blanks_off(str_slice(*row, 0, end));
    *row = end < row->length ? str_slice(*row, end + 1, row->length) : STR("");
    if (!blanks_off(*row).length)
        *row = STR("");
    return true;
}

static size_t cells_of(struct str line)
{
    struct str row = pipe_row(line), cell;
    size_t count = 0;
    while (cell_cut(&row, &cell))
        count++;
    return count;
}

/* ":--", "--:", ":-:", "---"; false for anything else. */
static bool delimiter_align(struct str cell, enum column_align *align)
{
    bool left = cell.length && cell.at[0] == ':';
    bool right = cell.length > 1 && cell.at[cell.length - 1] == ':';
    struct str dashes = str_slice(cell, left, cell.length - right);
    for (size_t i = 0; i < dashes.length; i++)
        if (dashes.at[i] != '-')
            return false;
    *align = left && right ? ALIGN_MIDDLE : right ? ALIGN_END : ALIGN_START;
    return dashes.length > 0;
}

/* How many columns a delimiter row has; 0 when the line is none. */
static size_t delimiter_row(struct str line, enum column_align align[static MARKDOWN_COLUMNS_MAX])
{
    struct str row = pipe_row(line), cell;
    size_t count = 0;
    while (cell_cut(&row, &cell))
        if (count == MARKDOWN_COLUMNS_MAX || !delimiter_align(cell, &align[count++]))
            return 0;
    return count;
}

static bool has_pipe(struct str line)
{
    return str_index(line, '|', 0) < line.length;
}

/* The table in a paragraph; false when there is none. */
static bool pipe_table_find(const struct pipe_line *lines, size_t count, struct pipe_table *table)
{
    for (size_t i = 1; i < count; i++) {
        if (lines[i].lazy || lines[i - 1].lazy || (!has_pipe(lines[i].text) && !has_pipe(lines[i - 1].text)))
            continue;
        table->columns = delimiter_row(lines[i].text, table->align);
        if (!table->columns || cells_of(lines[i - 1].text) != table->columns)
            continue;
        table->header = i - 1;
        table->end = i + 1;
        while (table->end < count && !lines[table->end].lazy)
            table->end++;
        table->rows = table->end - i - 1;
        return true;
    }
    return false;
}

/* The next cell of a row that has been through pipe_row, trimmed, "\|" made a bar; false after the last. */
static bool pipe_cell(struct arena *arena, struct str *row, struct str *cell)
{
    if (!cell_cut(row, cell))
        return false;
    if (str_index(*cell, '\\', 0) == cell->length)
        return true;
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < cell->length; i++)
        if (cell->at[i] != '\\' || i + 1 == cell->length || cell->at[i + 1] != '|')
            buffer_byte(&text, cell->at[i]);
    *cell = buffer_str(&text);
    return true;
}

static void cell_fill(struct reading *reading, struct cell *cell, struct str text, uint32_t line)
{
    if (!text.length)
        return;
    cell->kind = CELL_TEXT;
    cell->inlines = node_new(reading->arena, NODE_BODY, (struct place){reading->file, line, 0});
    reading_wait(reading, cell->inlines, text, line);
}

/* Without the '|' that ends a row. */
static struct str bar_off(struct str row)
{
    bool escaped = str_ends(row, STR("\\|"));
    return str_ends(row, STR("|")) && !escaped ? blanks_off(str_slice(row, 0, row.length - 1)) : row;
}

/* "^^": the cell above goes on. In the first row it has nothing to go on with. */
static void cell_read(struct reading *reading, struct cell *cell, struct str text, uint32_t line, bool first)
{
    if (!first && str_equal(text, STR("^^")))
        cell->covered = true;
    else
        cell_fill(reading, cell, text, line);
}

/* What stands beyond the header's columns joins the last cell: nothing that was written is lost. */
static void row_fill(struct reading *reading, const struct table *table, struct cell *cells, struct str line,
                     uint32_t number)
{
    struct str rest = pipe_row(line), text;
    bool first = cells == table->rows[0].cells;
    for (size_t i = 0; i + 1 < table->column_count && pipe_cell(reading->arena, &rest, &text); i++)
        cell_read(reading, &cells[i], text, number, first);
    struct str last = rest;
    if (!pipe_cell(reading->arena, &rest, &text))
        return;
    if (blanks_off(rest).length) {
        REPORT(reading->diagnostics, ((struct place){reading->file, number, 0}), MSG_table_extra_cells,
               {str_print(reading->arena, "%zu", table->column_count)});
        text = bar_off(blanks_off(last));
    }
    cell_read(reading, &cells[table->column_count - 1], text, number, first);
}

static void columns_fill(struct reading *reading, struct table *table, const struct pipe_table *found, struct str line,
                         uint32_t number)
{
    struct str rest = pipe_row(line), text;
    table->columns = ARENA_ARRAY(reading->arena, struct table_column, found->columns);
    table->column_count = found->columns;
    for (size_t i = 0; i < found->columns && pipe_cell(reading->arena, &rest, &text); i++) {
        struct place place = {reading->file, number, 0};
        table->columns[i].align = found->align[i];
        table->columns[i].title = node_new(reading->arena, NODE_BODY, place);
        reading_wait(reading, table->columns[i].title, text, number);
    }
}

/* Cells that stand for the one above. */
static void rows_join(struct table *table)
{
    for (size_t c = 0; c < table->column_count; c++) {
        uint16_t below = 0;
        for (size_t r = table->row_count; r-- > 0;) {
            struct cell *cell = &table->rows[r].cells[c];
            cell->rows = !cell->covered && below ? (uint16_t)(below + 1) : 0;
            below = cell->covered && below < UINT16_MAX - 1 ? (uint16_t)(below + 1) : 0;
        }
    }
}

static struct table *table_of(struct reading *reading, const struct pipe_table *found, const struct pipe_line *lines,
                              uint32_t line)
{
    struct table *table = ARENA_NEW(reading->arena, struct table);
    columns_fill(reading, table, found, lines[found->header].text, line + (uint32_t)found->header);
    table->rows = ARENA_ARRAY(reading->arena, struct table_row, found->rows);
    table->row_count = found->rows;
    for (size_t i = 0; i < found->rows; i++) {
        size_t at = found->header + 2 + i;
        table->rows[i].cells = ARENA_ARRAY(reading->arena, struct cell, found->columns);
        row_fill(reading, table, table->rows[i].cells, lines[at].text, line + (uint32_t)at);
    }
    rows_join(table);
    return table;
}

/* The lines of a paragraph as one, for a second reading; a hard break at the end of one stays. */
static struct str joined(struct arena *arena, const struct pipe_line *lines, size_t from, size_t to)
{
    struct buffer text = {.arena = arena};
    for (size_t i = from; i < to; i++) {
        struct str line = blanks_off(lines[i].text);
        if (line_defines_link(line))
            continue;
        bool backslash = str_ends(line, STR("\\")), broken = backslash || str_ends(lines[i].text, STR("  "));
        buffer_add(&text, str_slice(line, 0, line.length - backslash));
        if (i + 1 < to)
            buffer_add(&text, broken ? STR("<br>") : STR(" "));
    }
    return blanks_off(buffer_str(&text));
}

static void paragraph_add(struct reading *reading, const struct pipe_line *lines, size_t from, size_t to, uint32_t line)
{
    struct str text = joined(reading->arena, lines, from, to);
    if (!text.length)
        return;
    struct place place = {reading->file, line + (uint32_t)from, 0};
    struct node *paragraph = node_new(reading->arena, NODE_PARAGRAPH, place);
    node_append(reading->at, paragraph);
    reading_wait(reading, paragraph, text, place.line);
}

bool pipe_table_read(struct reading *reading, const struct pipe_line *lines, size_t count, uint32_t line)
{
    struct pipe_table found;
    if (!pipe_table_find(lines, count, &found))
        return false;
    struct place place = {reading->file, line + (uint32_t)found.header, 1};
    reading->cells += (found.rows + 1) * found.columns;
    if (reading->cells > MARKDOWN_CELLS_MAX) {
        REPORT(reading->diagnostics, place, MSG_table_too_large, {str_print(reading->arena, "%d", MARKDOWN_CELLS_MAX)});
        return false;
    }
    paragraph_add(reading, lines, 0, found.header, line);
    struct node *table = node_new(reading->arena, NODE_TABLE, place);
    table->table = table_of(reading, &found, lines, line);
    node_append(reading->at, table);
    paragraph_add(reading, lines, found.end, count, line);
    return true;
}
