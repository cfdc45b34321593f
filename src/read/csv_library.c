/* Any row, through libcsv. It knows no places: it is given the text piece by piece, a piece ending with a
 * delimiter or a line, so that a cell always ends where a piece does. */
#include "csv_rows.h"

#include <csv.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)16 << 10)

struct csv_library {
    struct csv_parser parser;
    struct buffer unescaped; /* of the row's cells */
    struct csv_rows *rows;
    size_t at;         /* in bytes: how far the row was read */
    size_t line_start; /* where the line of `at` starts */
    size_t continued;  /* bytes since then that continue a character */
    uint32_t line;
    struct csv_cell cell; /* the place of the one being read */
    size_t cell_at;
    bool in_cell, cell_ended, row_ended;
};

static void parser_start(struct csv_library *library)
{
    csv_init(&library->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&library->parser, (unsigned char)library->rows->delimiter);
    csv_set_blk_size(&library->parser, BLOCK_BYTES);
}

static struct csv_library *library_of(struct csv_rows *rows)
{
    struct csv_library *library = rows->library;
    if (!library) {
        library = rows->library = ARENA_NEW(rows->arena, struct csv_library);
        library->rows = rows;
        library->unescaped.arena = rows->arena;
        parser_start(library);
    }
    return library;
}

void csv_library_finish(struct csv_rows *rows)
{
    if (rows->library)
        csv_free(&rows->library->parser);
    rows->library = NULL;
}

/* A line inside a cell ends with LF whatever the file was saved with. */
static struct str unescaped(struct csv_library *library, struct str text)
{
    size_t before = library->unescaped.count;
    for (size_t from = 0; from < text.length;) {
        size_t to = str_index(text, '\r', from);
        buffer_add(&library->unescaped, str_slice(text, from, to));
        if (to < text.length && !(to + 1 < text.length && text.at[to + 1] == '\n'))
            buffer_byte(&library->unescaped, '\n');
        from = to + 1;
    }
    size_t length = library->unescaped.count - before;
    return length ? (struct str){library->unescaped.at + before, length} : STR("");
}

static void on_cell(void *text, size_t length, void *data)
{
    struct csv_library *library = data;
    struct csv_rows *rows = library->rows;
    library->cell_ended = true;
    if (rows->count == CSV_CELLS_MAX) {
        if (!rows->beyond.line && length)
            rows->beyond = library->cell;
        return;
    }
    struct csv_cell *cell = &rows->cells[rows->count++];
    *cell = library->cell;
    cell->text = str_trim(unescaped(library, (struct str){text, length}));
}

static void on_row(int terminator, void *data)
{
    (void)terminator;
    ((struct csv_library *)data)->row_ended = true;
}

static bool ends_piece(const struct csv_rows *rows, char c)
{
    enum csv_kind kind = rows->kind[(unsigned char)c];
    return kind == CSV_DELIMITER || kind == CSV_ENDS_LINE;
}

/* The end of the piece that starts at `at`. */
static size_t piece_end(const struct csv_rows *rows, size_t at)
{
    for (; at < rows->text.length; at++)
        if (ends_piece(rows, rows->text.at[at]))
            return at + 1;
    return at;
}

/* Blanks before a cell do not belong to it; a quote does. */
static void cell_start(struct csv_library *library, size_t end)
{
    struct str text = library->rows->text, raw = str_slice(text, library->at, end);
    if (raw.length && ends_piece(library->rows, raw.at[raw.length - 1]))
        raw.length--;
    struct str trimmed = str_trim(raw);
    struct str before = {raw.at, trimmed.length ? (size_t)(trimmed.at - raw.at) : 0};
    library->cell_at = library->at + before.length;
    library->cell.line = library->line;
    library->cell.column = (uint32_t)(library->at - library->line_start - library->continued) + 1;
    library->cell.column += (uint32_t)utf8_length(before);
    library->in_cell = true;
}

static void advance(struct csv_library *library, size_t to)
{
    struct str text = library->rows->text, piece = str_slice(text, library->at, to);
    library->continued += piece.length - utf8_length(piece);
    library->at = to;
    char last = text.at[to - 1];
    if (last != '\n' && (last != '\r' || (to < text.length && text.at[to] == '\n')))
        return;
    library->line++;
    library->line_start = to;
    library->continued = 0;
    /* A line with nothing on it is no cell: one starts on the next. */
    if (library->in_cell && !library->rows->count && !str_trim(str_slice(text, library->cell_at, to)).length)
        library->in_cell = false;
}

/* The quote that was opened and never rightly closed, or the one in the middle of a cell that has none. What follows on
 * the lines after it is perhaps sound, so reading goes on there. */
static enum csv_outcome broken_row(struct csv_library *library, size_t offending)
{
    struct csv_rows *rows = library->rows;
    struct str text = rows->text;
    rows->broken = library->cell;
    if (text.at[library->cell_at] != '"')
        rows->broken.column += (uint32_t)utf8_length(str_slice(text, library->cell_at, offending));
    size_t at = library->cell_at;
    while (at < text.length && rows->kind[(unsigned char)text.at[at]] != CSV_ENDS_LINE)
        at++;
    rows->at = at + (at < text.length) + (at + 1 < text.length && text.at[at] == '\r' && text.at[at + 1] == '\n');
    rows->line = library->cell.line + 1;
    csv_free(&library->parser);
    parser_start(library);
    return CSV_BROKEN;
}

static enum csv_outcome whole_row(struct csv_library *library)
{
    struct csv_rows *rows = library->rows;
    struct str text = rows->text;
    if (library->at < text.length && text.at[library->at - 1] == '\r' && text.at[library->at] == '\n')
        advance(library, library->at + 1);
    rows->at = library->at;
    rows->line = library->line;
    return CSV_ROW;
}

static enum csv_outcome last_row(struct csv_library *library)
{
    library->rows->at = library->rows->text.length;
    /* After a last delimiter there is one more cell, empty. */
    if (!library->in_cell)
        cell_start(library, library->at);
    if (csv_fini(&library->parser, on_cell, on_row, library) != 0)
        return broken_row(library, library->at);
    return library->row_ended ? CSV_ROW : CSV_END;
}

enum csv_outcome csv_library_row(struct csv_rows *rows)
{
    struct csv_library *library = library_of(rows);
    rows->count = 0;
    rows->beyond.line = 0;
    library->unescaped.count = 0;
    library->at = library->line_start = rows->at;
    library->line = rows->line;
    library->continued = 0;
    library->in_cell = library->row_ended = false;
    while (library->at < rows->text.length) {
        size_t end = piece_end(rows, library->at), length = end - library->at;
        if (!library->in_cell)
            cell_start(library, end);
        library->cell_ended = false;
        size_t done = csv_parse(&library->parser, rows->text.at + library->at, length, on_cell, on_row, library);
        if (done < length)
            return broken_row(library, library->at + done);
        library->in_cell = !library->cell_ended;
        advance(library, end);
        if (library->row_ended)
            return whole_row(library);
    }
    return last_row(library);
}
