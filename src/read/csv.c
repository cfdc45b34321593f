/* CSV as people save it: which delimiter, and rows handed over one by one. */
#include "csv_rows.h"

#include <string.h>

#define BROKEN_MAX 100 /* broken quotes said per file: a file that is no CSV must not fill the memory */

static const char delimiters[] = {';', ',', '\t'};
#define DELIMITERS (sizeof delimiters / sizeof *delimiters)

/* A header cell against a known name, without the cost of folding it again for each one. */
static bool folded_equal(struct str folded, struct str known)
{
    if (folded.length != known.length)
        return false;
    for (size_t i = 0; i < folded.length; i++)
        if (folded.at[i] != (known.at[i] == '_' || known.at[i] == ' ' ? '-' : known.at[i]))
            return false;
    return true;
}

static bool is_known(struct arena *scratch, struct str name, const struct csv_options *options)
{
    struct str folded = name_fold(scratch, name);
    for (size_t i = 0; i < options->known_count; i++)
        if (folded_equal(folded, options->known[i]))
            return true;
    return false;
}

/* How much a header row looks like one when it is split this way: known names first, then cells. */
static size_t header_score(struct arena *scratch, struct str text, char delimiter, const struct csv_options *options)
{
    struct arena_mark mark = arena_mark(scratch);
    struct csv_rows rows;
    size_t score = 0;
    csv_rows_start(&rows, scratch, text, delimiter);
    if (csv_next_row(&rows) == CSV_ROW) {
        score = rows.count;
        for (size_t i = 0; i < rows.count; i++)
            if (is_known(scratch, rows.cells[i].text, options))
                score += CSV_CELLS_MAX;
    }
    csv_rows_finish(&rows);
    arena_rewind(scratch, mark);
    return score;
}

/* The delimiter of a header in which there is only one kind of them, else 0. */
static char only_delimiter(struct str header)
{
    char only = 0;
    if (str_index(header, '"', 0) < header.length)
        return 0;
    for (size_t i = 0; i < DELIMITERS; i++) {
        if (str_index(header, delimiters[i], 0) == header.length)
            continue;
        if (only)
            return 0;
        only = delimiters[i];
    }
    return only;
}

static char delimiter_of(struct arena *scratch, struct str text, const struct csv_options *options)
{
    while (text.length && (text.at[0] == '\n' || text.at[0] == '\r'))
        text = str_slice(text, 1, text.length);
    char best = only_delimiter(str_slice(text, 0, str_index(text, '\n', 0)));
    if (best)
        return best;
    size_t best_score = 0;
    for (size_t i = 0; i < DELIMITERS; i++) {
        size_t score = header_score(scratch, text, delimiters[i], options);
        if (score > best_score) {
            best_score = score;
            best = delimiters[i];
        }
    }
    return best ? best : delimiters[0];
}

/* "sep=;" on the first line, which Excel obeys and writes. Returns the bytes it takes, 0 when there is none. */
static size_t separator_line(struct str text, struct str *separator)
{
    struct str line = str_slice(text, 0, str_index(text, '\n', 0));
    size_t bytes = line.length + (line.length < text.length);
    line = str_trim(line);
    if (line.length > 1 && line.at[0] == '"' && line.at[line.length - 1] == '"')
        line = str_slice(line, 1, line.length - 1);
    if (line.length < 4 || !name_equal(str_slice(line, 0, 4), STR("sep=")))
        return 0;
    *separator = str_slice(line, 4, line.length);
    /* A tab was trimmed away. */
    if (!separator->length)
        *separator = STR("\t");
    return utf8_length(*separator) == 1 ? bytes : 0;
}

static bool is_delimiter(char c)
{
    return memchr(delimiters, c, DELIMITERS) != NULL;
}

struct reading {
    struct csv_rows rows;
    uint32_t file;
    struct diagnostics *diagnostics;
    csv_row *each;
    void *data;
    size_t row, broken;
    bool beyond;
};

static void reading_start(struct reading *reading, struct arena *scratch, struct str text,
                          const struct csv_options *options)
{
    struct str separator = STR_NONE;
    size_t from = separator_line(text, &separator);
    struct str rest = str_slice(text, from, text.length);
    char delimiter = from && is_delimiter(separator.at[0]) ? separator.at[0] : '\0';
    if (from && !delimiter)
        REPORT(reading->diagnostics, ((struct place){reading->file, 1, 1}), MSG_csv_separator, {separator});
    csv_rows_start(&reading->rows, scratch, rest, delimiter ? delimiter : delimiter_of(scratch, rest, options));
    reading->rows.line += from > 0;
}

static struct place place_of(const struct reading *reading, const struct csv_cell *cell)
{
    return (struct place){reading->file, cell->line, cell->column};
}

static bool is_blank(const struct csv_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        if (rows->cells[i].text.length)
            return false;
    return true;
}

static bool hand_over(struct reading *reading)
{
    const struct csv_rows *rows = &reading->rows;
    if (rows->beyond.line && !reading->beyond) {
        reading->beyond = true;
        REPORT(reading->diagnostics, place_of(reading, &rows->beyond), MSG_csv_too_many_cells,
               {str_print(rows->arena, "%d", CSV_CELLS_MAX)});
    }
    if (is_blank(rows))
        return true;
    return reading->each(reading->data, reading->row++, rows->cells, rows->count, rows->delimiter);
}

static bool go_on(struct reading *reading)
{
    bool enough = ++reading->broken == BROKEN_MAX;
    REPORT(reading->diagnostics, place_of(reading, &reading->rows.broken),
           enough ? MSG_csv_too_many_broken : MSG_csv_broken_quote);
    return !enough;
}

void read_csv(struct arena *scratch, struct str text, uint32_t file, struct csv_options options,
              struct diagnostics *diagnostics, csv_row *each, void *data)
{
    struct reading reading = {.file = file, .diagnostics = diagnostics, .each = each, .data = data};
    reading_start(&reading, scratch, text, &options);
    for (bool more = true; more;) {
        enum csv_outcome outcome = csv_next_row(&reading.rows);
        if (outcome == CSV_ROW)
            more = hand_over(&reading);
        else
            more = outcome == CSV_BROKEN && go_on(&reading);
    }
    if (!reading.row && !reading.broken)
        REPORT(diagnostics, ((struct place){file, 1, 1}), MSG_csv_empty);
    csv_rows_finish(&reading.rows);
}
