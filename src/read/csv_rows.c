/* Rows as they nearly always are: one pass, in place, with no memory of its own. */
#include "csv_rows.h"

#include <string.h>

static void kinds_fill(struct csv_rows *rows, char delimiter)
{
    memset(rows->kind, CSV_ORDINARY, sizeof rows->kind);
    rows->kind['\n'] = rows->kind['\r'] = CSV_ENDS_LINE;
    rows->kind['"'] = CSV_QUOTES;
    rows->kind[(unsigned char)delimiter] = CSV_DELIMITER;
    rows->delimiter = delimiter;
}

void csv_rows_start(struct csv_rows *rows, struct arena *arena, struct str text, char delimiter)
{
    *rows = (struct csv_rows){.arena = arena, .text = text, .line = 1, .seen = SIZE_MAX};
    rows->cells = arena_bytes(arena, CSV_CELLS_MAX * sizeof *rows->cells);
    kinds_fill(rows, delimiter);
}

void csv_rows_finish(struct csv_rows *rows)
{
    csv_library_finish(rows);
}

static bool is_solid(char c)
{
    return c > ' ' && c < 0x7F;
}

/* Apart from the row's loop, which is quicker without it. */
#define RARE __attribute__((cold))

/* Nearly every cell: nothing to trim. */
static inline bool is_tight(struct str raw)
{
    return raw.length && is_solid(raw.at[0]) && is_solid(raw.at[raw.length - 1]);
}

RARE static void trim_cell(struct csv_cell *cell)
{
    struct str raw = cell->text;
    cell->text = str_trim(raw);
    struct str before = {raw.at, cell->text.length ? (size_t)(cell->text.at - raw.at) : 0};
    cell->column += (uint32_t)utf8_length(before);
}

/* The first of those that are too many is remembered. */
RARE static void drop_cell(struct csv_rows *rows, struct csv_cell cell)
{
    if (!rows->beyond.line && str_trim(cell.text).length) {
        rows->beyond = cell;
        trim_cell(&rows->beyond);
    }
}

/* ---- the look ahead ---- */

#define BLOCK 64

static inline uint64_t marks_of(bytes16 bytes, uint8_t delimiter)
{
    return bytes16_places((bytes16)(bytes == delimiter) | (bytes16)(bytes == '"') | (bytes16)(bytes == '\n') |
                          (bytes16)(bytes == '\r'));
}

static void look(struct csv_rows *rows)
{
    unsigned char last[BLOCK] = {0};
    const unsigned char *bytes = (const unsigned char *)rows->text.at + rows->block;
    size_t left = rows->text.length - rows->block;
    if (left < BLOCK)
        bytes = memcpy(last, bytes, left);
    uint8_t delimiter = (uint8_t)rows->delimiter;
    bytes16 high = {0};
    rows->marks = 0;
    for (size_t i = 0; i < BLOCK; i += 16) {
        bytes16 piece = bytes16_at(bytes + i);
        rows->marks |= marks_of(piece, delimiter) << i;
        high |= piece;
    }
    rows->wide = bytes16_any(high & 0x80);
}

static void look_from(struct csv_rows *rows, size_t at)
{
    if (rows->seen == at)
        return;
    rows->block = rows->seen = at;
    look(rows);
}

/* The block after those that were gone over; false at the end of the text. */
static bool look_further(struct csv_rows *rows, bool *wide)
{
    do {
        if (rows->text.length - rows->block <= BLOCK)
            return false;
        rows->block += BLOCK;
        look(rows);
        *wide |= rows->wide;
    } while (!rows->marks);
    return true;
}

/* Where the next mark stands, or the end of the text. *wide becomes true when bytes beyond ASCII were gone over. */
static inline size_t next_mark(struct csv_rows *rows, bool *wide)
{
    if (!rows->marks && !look_further(rows, wide))
        return rows->text.length;
    size_t at = rows->block + (size_t)__builtin_ctzll(rows->marks);
    rows->marks &= rows->marks - 1;
    return at;
}

static size_t continued_in(struct str text, size_t from, size_t to)
{
    struct str piece = str_slice(text, from, to);
    return piece.length - utf8_length(piece);
}

static void row_end(struct csv_rows *rows, size_t at, bool *wide)
{
    bool both = at + 1 < rows->text.length && rows->text.at[at] == '\r' && rows->text.at[at + 1] == '\n';
    if (both)
        (void)next_mark(rows, wide);
    rows->at = at + (at < rows->text.length) + both;
    rows->seen = rows->at;
    rows->line++;
}

/* The quote that closes the cell opened by the one at `from`, when the cell holds neither another quote nor the end of
 * a line and nothing stands between it and the delimiter; else the end of the text. */
RARE static size_t closing_quote(struct csv_rows *rows, size_t from, bool *wide)
{
    const char *text = rows->text.at;
    size_t end = rows->text.length, at;
    do
        at = next_mark(rows, wide);
    while (at < end && text[at] == rows->delimiter);
    if (at == end || text[at] != '"' || at == from)
        return end;
    enum csv_kind after = at + 1 < end ? rows->kind[(unsigned char)text[at + 1]] : CSV_ENDS_LINE;
    return after == CSV_DELIMITER || after == CSV_ENDS_LINE ? at : end;
}

static inline void cell_take(struct csv_rows *rows, const char *from, const char *to, uint32_t column)
{
    struct csv_cell cell = {{from, (size_t)(to - from)}, rows->line, column};
    if (rows->count == CSV_CELLS_MAX) {
        drop_cell(rows, cell);
        return;
    }
    struct csv_cell *taken = &rows->cells[rows->count++];
    *taken = cell;
    if (!is_tight(cell.text))
        trim_cell(taken);
}

/* Between its quotes: its column is that of the first. */
RARE static void quoted_take(struct csv_rows *rows, const char *from, const char *to, uint32_t column)
{
    struct str text = str_trim((struct str){from, (size_t)(to - from)});
    cell_take(rows, text.at, text.at + text.length, column);
}

static enum csv_outcome csv_plain_row(struct csv_rows *rows)
{
    const char *text = rows->text.at;
    size_t end = rows->text.length, cell = rows->at, quoted = 0, continued = 0;
    if (rows->at == end)
        return CSV_END;
    look_from(rows, rows->at);
    uint64_t marks = rows->marks; /* kept at hand: they are taken out one by one */
    bool wide = rows->wide;
    rows->count = 0;
    rows->beyond.line = 0;
    for (;;) {
        if (!marks && look_further(rows, &wide))
            marks = rows->marks;
        size_t at = marks ? rows->block + (size_t)__builtin_ctzll(marks) : end;
        char mark = at < end ? text[at] : '\n';
        marks &= marks - 1;
        if (mark == '"') {
            rows->marks = marks;
            quoted = at == cell ? closing_quote(rows, at, &wide) : end;
            marks = rows->marks;
            if (quoted == end)
                break;
            continue;
        }
        uint32_t column = (uint32_t)(cell - rows->at - continued) + 1;
        if (quoted)
            quoted_take(rows, text + cell + 1, text + quoted, column);
        else
            cell_take(rows, text + cell, text + at, column);
        if (mark != rows->delimiter) {
            rows->marks = marks;
            row_end(rows, at, &wide);
            return CSV_ROW;
        }
        continued += wide ? continued_in(rows->text, cell, at) : 0;
        cell = at + 1;
        quoted = 0;
    }
    rows->seen = SIZE_MAX;
    return CSV_IRREGULAR;
}

enum csv_outcome csv_next_row(struct csv_rows *rows)
{
    enum csv_outcome outcome = csv_plain_row(rows);
    return outcome == CSV_IRREGULAR ? csv_library_row(rows) : outcome;
}
