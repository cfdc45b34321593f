/* Rows without quotes: one pass, in place, with no memory of its own. */
#include "csv_rows.h"

#include <string.h>

static void kinds_fill(struct csv_rows *rows, char delimiter)
{
    memset(rows->kind, CSV_ORDINARY, sizeof rows->kind);
    memset(rows->kind + 0x80, CSV_CONTINUES, 0x40);
    rows->kind['\n'] = rows->kind['\r'] = CSV_ENDS_LINE;
    rows->kind['"'] = CSV_QUOTES;
    rows->kind[(unsigned char)delimiter] = CSV_DELIMITER;
    rows->delimiter = delimiter;
}

void csv_rows_start(struct csv_rows *rows, struct arena *arena, struct str text, char delimiter)
{
    *rows = (struct csv_rows){.arena = arena, .text = text, .line = 1};
    rows->cells = arena_bytes(arena, CSV_CELLS_MAX * sizeof *rows->cells);
    kinds_fill(rows, delimiter);
}

void csv_rows_finish(struct csv_rows *rows)
{
    csv_library_finish(rows);
}

static bool is_solid(unsigned char c)
{
    return c > ' ' && c < 0x7F;
}

static struct csv_cell plain_cell(const struct csv_rows *rows, size_t from, size_t to, uint32_t column)
{
    struct str raw = {rows->text.at + from, to - from};
    /* Nearly every cell: nothing to trim. */
    if (raw.length && is_solid((unsigned char)raw.at[0]) && is_solid((unsigned char)raw.at[raw.length - 1]))
        return (struct csv_cell){raw, rows->line, column};
    struct str text = str_trim(raw);
    struct str before = {raw.at, text.length ? (size_t)(text.at - raw.at) : 0};
    return (struct csv_cell){text, rows->line, column + (uint32_t)utf8_length(before)};
}

static void plain_add(struct csv_rows *rows, size_t from, size_t to, uint32_t column)
{
    struct csv_cell cell = plain_cell(rows, from, to, column);
    if (rows->count < CSV_CELLS_MAX)
        rows->cells[rows->count++] = cell;
    else if (!rows->beyond.line && cell.text.length)
        rows->beyond = cell;
}

enum csv_outcome csv_plain_row(struct csv_rows *rows)
{
    const unsigned char *text = (const unsigned char *)rows->text.at;
    size_t end = rows->text.length, at = rows->at, cell = at, continued = 0, before_cell = 0;
    if (at == end)
        return CSV_END;
    rows->count = 0;
    rows->beyond.line = 0;
    for (;;) {
        while (at < end && rows->kind[text[at]] == CSV_ORDINARY)
            at++;
        enum csv_kind kind = at < end ? rows->kind[text[at]] : CSV_ENDS_LINE;
        if (kind == CSV_QUOTES)
            return CSV_QUOTED;
        if (kind == CSV_CONTINUES) {
            at++, continued++;
            continue;
        }
        plain_add(rows, cell, at, (uint32_t)(cell - rows->at - before_cell) + 1);
        if (kind == CSV_ENDS_LINE)
            break;
        cell = ++at;
        before_cell = continued;
    }
    rows->at = at + (at < end) + (at + 1 < end && text[at] == '\r' && text[at + 1] == '\n');
    rows->line++;
    return CSV_ROW;
}

enum csv_outcome csv_next_row(struct csv_rows *rows)
{
    enum csv_outcome outcome = csv_plain_row(rows);
    return outcome == CSV_QUOTED ? csv_quoted_row(rows) : outcome;
}
