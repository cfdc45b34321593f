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

static struct csv_cell quoted_cell(const struct csv_rows *rows, size_t from, size_t to, uint32_t column)
{
    return (struct csv_cell){str_trim(str_slice(rows->text, from + 1, to)), rows->line, column};
}

static void cell_add(struct csv_rows *rows, struct csv_cell cell)
{
    if (rows->count < CSV_CELLS_MAX)
        rows->cells[rows->count++] = cell;
    else if (!rows->beyond.line && cell.text.length)
        rows->beyond = cell;
}

/* ---- the look ahead: eight bytes at a time, with ordinary arithmetic ---- */

#define BLOCK 64
#define EACH(byte) (UINT64_C(0x0101010101010101) * (unsigned char)(byte))

/* The high bit of every byte that is zero, and no other bit. */
static uint64_t zero_bytes(uint64_t word)
{
    return ~(((word & EACH(0x7F)) + EACH(0x7F)) | word | EACH(0x7F));
}

/* Delimiters, quotes, and all bytes from 0x08 to 0x0F, among which the ends of lines are. */
static uint64_t marks_of(uint64_t word, uint64_t delimiters)
{
    uint64_t found =
        zero_bytes(word ^ delimiters) | zero_bytes(word ^ EACH('"')) | zero_bytes((word | EACH(0x07)) ^ EACH(0x0F));
    return (found >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

static uint64_t word_at(const unsigned char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static void look(struct csv_rows *rows)
{
    unsigned char last[BLOCK] = {0};
    const unsigned char *bytes = (const unsigned char *)rows->text.at + rows->block;
    size_t left = rows->text.length - rows->block;
    if (left < BLOCK)
        bytes = memcpy(last, bytes, left);
    uint64_t delimiters = EACH(rows->delimiter), high = 0;
    rows->marks = 0;
    for (size_t i = 0; i < BLOCK; i += 8) {
        uint64_t word = word_at(bytes + i);
        rows->marks |= marks_of(word, delimiters) << i;
        high |= word;
    }
    rows->wide = (high & EACH(0x80)) != 0;
}

static void look_from(struct csv_rows *rows, size_t at)
{
    if (rows->seen == at)
        return;
    rows->block = rows->seen = at;
    look(rows);
}

/* Where the next mark stands, or the end of the text. *wide becomes true when bytes beyond ASCII were gone over. */
static size_t next_mark(struct csv_rows *rows, bool *wide)
{
    while (!rows->marks) {
        if (rows->text.length - rows->block <= BLOCK)
            return rows->text.length;
        rows->block += BLOCK;
        look(rows);
        *wide |= rows->wide;
    }
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
static size_t closing_quote(struct csv_rows *rows, size_t from, bool *wide)
{
    const unsigned char *text = (const unsigned char *)rows->text.at;
    size_t end = rows->text.length, at;
    do
        at = next_mark(rows, wide);
    while (at < end && rows->kind[text[at]] < CSV_ENDS_LINE);
    if (at == end || text[at] != '"' || at == from)
        return end;
    enum csv_kind after = at + 1 < end ? rows->kind[text[at + 1]] : CSV_ENDS_LINE;
    return after == CSV_DELIMITER || after == CSV_ENDS_LINE ? at : end;
}

static enum csv_outcome csv_plain_row(struct csv_rows *rows)
{
    const unsigned char *text = (const unsigned char *)rows->text.at;
    size_t end = rows->text.length, cell = rows->at, quoted = 0, continued = 0;
    if (rows->at == end)
        return CSV_END;
    look_from(rows, rows->at);
    bool wide = rows->wide;
    rows->count = 0;
    rows->beyond.line = 0;
    for (;;) {
        size_t at = next_mark(rows, &wide);
        enum csv_kind kind = at < end ? rows->kind[text[at]] : CSV_ENDS_LINE;
        if (kind == CSV_ORDINARY)
            continue;
        if (kind == CSV_QUOTES) {
            quoted = at == cell ? closing_quote(rows, at, &wide) : end;
            if (quoted == end)
                break;
            continue;
        }
        uint32_t column = (uint32_t)(cell - rows->at - continued) + 1;
        cell_add(rows, quoted ? quoted_cell(rows, cell, quoted, column) : plain_cell(rows, cell, at, column));
        if (kind == CSV_ENDS_LINE) {
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
