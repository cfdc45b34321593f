/* Any bytes as a CSV file: both ways of reading rows agree, and every cell has a place in the text. */
#include <stdlib.h>
#include <string.h>

#include "read/csv_rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool note(void *data, size_t row, const struct csv_cell *cells, size_t count, char delimiter)
{
    (void)data, (void)row, (void)delimiter;
    for (size_t i = 0; i < count; i++)
        if (!cells[i].line || !cells[i].column || !utf8_valid(cells[i].text))
            abort();
    return true;
}

static void write_rows(struct arena *arena, struct str text, char delimiter,
                       enum csv_outcome (*next)(struct csv_rows *), struct buffer *seen)
{
    struct csv_rows rows;
    csv_rows_start(&rows, arena, text, delimiter);
    for (enum csv_outcome outcome; (outcome = next(&rows)) != CSV_END;) {
        size_t written = 0;
        for (size_t i = 0; outcome == CSV_ROW && i < rows.count; i++)
            written += rows.cells[i].text.length;
        for (size_t i = 0; written && i < rows.count; i++)
            buffer_print(seen, "%u:%u[%.*s]", rows.cells[i].line, rows.cells[i].column, STR_ARG(rows.cells[i].text));
        if (outcome == CSV_BROKEN)
            buffer_print(seen, "!%u:%u", rows.broken.line, rows.broken.column);
    }
    csv_rows_finish(&rows);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct str known[] = {{"id", 2}, {"valeur", 6}};
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = diagnostics_new(arena);
    struct str text;
    if (read_text(arena, (struct str){(const char *)data, size}, 1, diagnostics, &text)) {
        struct buffer plain = {.arena = arena}, library = {.arena = arena};
        if (!utf8_valid(text))
            abort();
        read_csv(arena, text, 1, (struct csv_options){known, 2}, diagnostics, note, NULL);
        write_rows(arena, text, ';', csv_next_row, &plain);
        write_rows(arena, text, ';', csv_library_row, &library);
        if (!str_equal(buffer_str(&plain), buffer_str(&library)))
            abort();
    }
    arena_free(arena);
    return 0;
}
