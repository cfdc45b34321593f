#include "reading.h"
#include <stdio.h>

#include "read/csv_rows.h"

/* A reading written down: "row line:column text|line:column text delimiter". */
static bool note(void *data, size_t row, const struct csv_cell *cells, size_t count, char delimiter)
{
    struct buffer *seen = data;
    buffer_print(seen, "%zu", row);
    for (size_t i = 0; i < count; i++)
        buffer_print(seen, " %u:%u[%.*s]", cells[i].line, cells[i].column, STR_ARG(cells[i].text));
    buffer_print(seen, " %c\n", delimiter == '\t' ? 't' : delimiter);
    return true;
}

static const struct str known[] = {{"indicateur", 10}, {"periode", 7}, {"valeur", 6}, {"nom_court", 9}, {"id", 2}};

static const char *reading_of(struct str bytes)
{
    struct buffer seen = {.arena = arena};
    diagnostics = diagnostics_new(arena);
    struct str text;
    if (read_text(arena, bytes, 1, diagnostics, &text))
        read_csv(arena, text, 1, (struct csv_options){known, sizeof known / sizeof *known}, diagnostics, note, &seen);
    note_diagnostics(&seen);
    return buffer_str(&seen).at;
}

static const struct written readings[] = {
    {"places are counted in characters", TEXT_OF("id;valeur\né€😀x;12\n"),
     "0 1:1[id] 1:4[valeur] ;\n1 2:1[é€😀x] 2:6[12] ;\n"},
    {"places are kept through quoted newlines", TEXT_OF("id;valeur\n\"a\nb\";1\nc;2\n"),
     "0 1:1[id] 1:4[valeur] ;\n1 2:1[a\nb] 3:4[1] ;\n2 4:1[c] 4:3[2] ;\n"},
    {NULL, TEXT_OF("id;valeur\r\n\"a\r\n\r\né\";\"x\"\r\nc;2"),
     "0 1:1[id] 1:4[valeur] ;\n1 2:1[a\n\né] 4:4[x] ;\n2 5:1[c] 5:3[2] ;\n"},
    {"lines may end any way", TEXT_OF("id;valeur\na;1\n\nb;2"),
     "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[1] ;\n2 4:1[b] 4:3[2] ;\n"},
    {NULL, TEXT_OF("id;valeur\r\na;1\r\n\r\nb;2\r\n"),
     "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[1] ;\n2 4:1[b] 4:3[2] ;\n"},
    {NULL, TEXT_OF("id;valeur\ra;1\r\rb;2\r"), "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[1] ;\n2 4:1[b] 4:3[2] ;\n"},
    {NULL, TEXT_OF("id;valeur\r\na;1\n\rb;2\n"), "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[1] ;\n2 4:1[b] 4:3[2] ;\n"},
    {"empty last cells have places", TEXT_OF("id;valeur;\na;;\nb;\"\";"),
     "0 1:1[id] 1:4[valeur] 1:11[] ;\n1 2:1[a] 2:3[] 2:4[] ;\n2 3:1[b] 3:3[] 3:6[] ;\n"},
    {NULL, TEXT_OF("id;valeur\na;"), "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[] ;\n"},
    {"blank rows are passed over", TEXT_OF("\n\n;;\nid;valeur\n;\n  ;\t\n\"\";\"\"\n\xC2\xA0\na;1\n;;;;"),
     "0 4:1[id] 4:4[valeur] ;\n1 9:1[a] 9:3[1] ;\n"},
    {NULL, TEXT_OF(""), " csv_empty 1:1"},
    {NULL, TEXT_OF("\n"), " csv_empty 1:1"},
    {"cells are trimmed and places follow", TEXT_OF("id;valeur\n  a ;\xC2\xA0 12\xE2\x80\xAF\n"),
     "0 1:1[id] 1:4[valeur] ;\n1 2:3[a] 2:8[12] ;\n"},
    {NULL, TEXT_OF("id;valeur\n  \"a\" ; \" b \" \n"), "0 1:1[id] 1:4[valeur] ;\n1 2:3[a] 2:9[b] ;\n"},
    {NULL, TEXT_OF("id;valeur\n\"é\" ; \xC2\xA0z \n"), "0 1:1[id] 1:4[valeur] ;\n1 2:1[é] 2:8[z] ;\n"},
    {"quotes inside are doubled", TEXT_OF("id;valeur\n\"a;\"\"b\"\"\";\"\"\"\"\n"),
     "0 1:1[id] 1:4[valeur] ;\n1 2:1[a;\"b\"] 2:11[\"] ;\n"},
    {"a mark of order is no character", TEXT_OF("\xEF\xBB\xBFid;valeur\na;1"),
     "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[1] ;\n"},
    {NULL, TEXT_OF("\xEF\xBB\xBF\"id\";valeur"), "0 1:1[id] 1:6[valeur] ;\n"},
    {"a separator line is obeyed", TEXT_OF("sep=,\r\na;b,c\r\n"), "0 2:1[a;b] 2:5[c] ,\n"},
    {NULL, TEXT_OF("\xEF\xBB\xBF\"sep=;\"\na,b;c"), "0 2:1[a,b] 2:5[c] ;\n"},
    {NULL, TEXT_OF("SEP=\t\nid\tb,c"), "0 2:1[id] 2:4[b,c] t\n"},
    {NULL, TEXT_OF("sep=;"), " csv_empty 1:1"},
    {"an unknown separator is said", TEXT_OF("sep=|\nid;b"), "0 2:1[id] 2:4[b] ;\n csv_separator 1:1"},
    {"a separator of several bytes is none", TEXT_OF("sep=»\nid;b"), "0 2:1[id] 2:4[b] ;\n csv_separator 1:1"},
    {"a longer line is no separator line", TEXT_OF("sep=é;x\n"), "0 1:1[sep=é] 1:7[x] ;\n"},
    {"the delimiter is told from the header", TEXT_OF("id,valeur\n1,2"),
     "0 1:1[id] 1:4[valeur] ,\n1 2:1[1] 2:3[2] ,\n"},
    {NULL, TEXT_OF("id\tvaleur\n1,5\t2"), "0 1:1[id] 1:4[valeur] t\n1 2:1[1,5] 2:5[2] t\n"},
    {NULL, TEXT_OF("Nom court;a,b,c;d,e\n"), "0 1:1[Nom court] 1:11[a,b,c] 1:17[d,e] ;\n"},
    {NULL, TEXT_OF("a;b;c,Période,Valeur\n"), "0 1:1[a;b;c] 1:7[Période] 1:15[Valeur] ,\n"},
    {NULL, TEXT_OF("\"x;y\",id\n"), "0 1:1[x;y] 1:7[id] ,\n"},
    {NULL, TEXT_OF("id\n1,5\n"), "0 1:1[id] ;\n1 2:1[1,5] ;\n"},
    {"utf16 is read",
     TEXT_OF("\xFF\xFEi\0d\0\t\0x\0\n\0\xE9\0=\xD8\0\xDE\t\0"
             "2\0"),
     "0 1:1[id] 1:4[x] t\n1 2:1[é😀] 2:4[2] t\n"},
    {NULL, TEXT_OF("\xFE\xFF\0i\0d\0\n\0\xE9"), "0 1:1[id] ;\n1 2:1[é] ;\n"},
    {"broken utf16 is refused", TEXT_OF("\xFF\xFEi\0\n\0\0\xD8x\0"), " utf16_broken 2:1"},
    {"an odd byte of utf16 is refused", TEXT_OF("\xFF\xFEi\0d"), " utf16_broken 1:2"},
    {"windows 1252 is read with a note", TEXT_OF("id;valeur\n\xE9t\xE9;\x80\x92\n"),
     "0 1:1[id] 1:4[valeur] ;\n1 2:1[été] 2:5[€’] ;\n encoding_windows 2:1"},
    {"two encodings in one file are a warning", TEXT_OF("id\né\nb\xE9\n"),
     "0 1:1[id] ;\n1 2:1[Ã©] ;\n2 3:1[bé] ;\n encoding_mixed 3:2"},
    {"a byte of no encoding is an error", TEXT_OF("id\nb\x81\n"), " encoding_unknown 2:2"},
    {"a nul byte is an error", TEXT_OF("id;valeur\na\0;1\n"), " nul_byte 2:2"},
    {"control characters are replaced", TEXT_OF("id\n\033[31m\x07\n"),
     "0 1:1[id] ;\n1 2:1[\xEF\xBF\xBD[31m\xEF\xBF\xBD] ;\n control_character 2:1"},
    {"text is composed", TEXT_OF("id;valeur\ne\xCC\x81;1\n"), "0 1:1[id] 1:4[valeur] ;\n1 2:1[é] 2:3[1] ;\n"},
    {"a quote never closed costs its line", TEXT_OF("id;valeur\na;1\nb;\"x\nc;3\n"),
     "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[1] ;\n2 4:1[c] 4:3[3] ;\n csv_broken_quote 3:3"},
    {"a quote in the middle is shown where it stands", TEXT_OF("id;valeur\né a \"x\";1\nc;3\n"),
     "0 1:1[id] 1:4[valeur] ;\n1 3:1[c] 3:3[3] ;\n csv_broken_quote 2:5"},
    {"text after a quote is broken", TEXT_OF("id;valeur\r\nb;\"x\"y\r\nc;3\r\n"),
     "0 1:1[id] 1:4[valeur] ;\n1 3:1[c] 3:3[3] ;\n csv_broken_quote 2:3"},
    {0},
};

static void many_broken_quotes_end_the_file(void **state)
{
    (void)state;
    struct buffer text = {.arena = arena};
    for (int i = 0; i < 1000; i++)
        buffer_add(&text, STR("a\"b\n"));
    struct buffer seen = {.arena = arena};
    read_csv(arena, buffer_str(&text), 1, (struct csv_options){NULL, 0}, diagnostics, note, &seen);
    assert_int_equal(diagnostics->count, 100);
    assert_int_equal(diagnostics->at[99].message, MSG_csv_too_many_broken);
}

static bool widest(void *data, size_t row, const struct csv_cell *cells, size_t count, char delimiter)
{
    (void)row, (void)cells, (void)delimiter;
    size_t *most = data;
    *most = count > *most ? count : *most;
    return true;
}

static void rows_have_a_limit(void **state)
{
    (void)state;
    struct buffer text = {.arena = arena};
    buffer_add(&text, STR("id;\"b\"\n"));
    for (int quoted = 0; quoted < 2; quoted++) {
        for (int i = 0; i < 5000; i++)
            buffer_add(&text, STR(";a"));
        buffer_add(&text, STR(";\"c\"\n"));
    }
    size_t most = 0;
    read_csv(arena, buffer_str(&text), 1, (struct csv_options){NULL, 0}, diagnostics, widest, &most);
    assert_int_equal(most, CSV_CELLS_MAX);
    assert_int_equal(diagnostics->count, 1);
    assert_int_equal(diagnostics->at[0].place.line, 2);
    assert_int_equal(diagnostics->at[0].place.column, 2 * CSV_CELLS_MAX);
}

static bool two(void *data, size_t row, const struct csv_cell *cells, size_t count, char delimiter)
{
    (void)cells, (void)count, (void)delimiter;
    ++*(size_t *)data;
    return row < 1;
}

static void a_reader_can_stop(void **state)
{
    (void)state;
    size_t rows = 0;
    read_csv(arena, STR("a\n\"b\"\nc\nd\n"), 1, (struct csv_options){NULL, 0}, diagnostics, two, &rows);
    assert_int_equal(rows, 2);
}

/* Both ways of reading, on texts thrown together from what matters to them. */
static struct str thrown(unsigned seed)
{
    static const char *const pieces[] = {
        ";",      ";",    ";",    "\n", "\r\n", "\r",       " ",
        "\t",     "a",    "12,5", "é",  "€😀",   "\xC2\xA0", "long enough to go over a word or two",
        ",",      "\n\n", "x y",  "\"", "\"\"", "\"a\"",    ";\"é;b\";",
        "\"c\"\n"};
    struct buffer text = {.arena = arena};
    bool quotes = seed % 2;
    for (unsigned left = seed / 2 % 97; left; left--) {
        seed = seed * 1664525u + 1013904223u;
        buffer_add(&text, str_of(pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces - (quotes ? 0 : 5))]));
    }
    return buffer_str(&text);
}

static void all_rows(struct str text, char delimiter, enum csv_outcome (*next)(struct csv_rows *), struct buffer *seen)
{
    struct csv_rows rows;
    csv_rows_start(&rows, arena, text, delimiter);
    for (enum csv_outcome outcome; (outcome = next(&rows)) != CSV_END;) {
        size_t written = 0;
        for (size_t i = 0; outcome == CSV_ROW && i < rows.count; i++)
            written += rows.cells[i].text.length;
        if (written)
            note(seen, 0, rows.cells, rows.count, delimiter);
        if (outcome == CSV_BROKEN)
            buffer_print(seen, "broken %u:%u\n", rows.broken.line, rows.broken.column);
    }
    csv_rows_finish(&rows);
}

static void regular_rows_read_as_libcsv_reads_them(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed < 40000; seed++) {
        struct arena_mark mark = arena_mark(arena);
        struct str text = thrown(seed * 2654435761u >> 3);
        struct buffer plain = {.arena = arena}, library = {.arena = arena};
        char delimiter = ";,\t"[seed % 3];
        all_rows(text, delimiter, csv_next_row, &plain);
        all_rows(text, delimiter, csv_library_row, &library);
        if (!str_equal(buffer_str(&plain), buffer_str(&library)))
            fail_msg("delimiter '%c', text:\n%s\nin place:\n%s\nlibcsv:\n%s", delimiter, text.at, plain.at, library.at);
        arena_rewind(arena, mark);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READING_TEST(many_broken_quotes_end_the_file),
        READING_TEST(rows_have_a_limit),
        READING_TEST(a_reader_can_stop),
        READING_TEST(regular_rows_read_as_libcsv_reads_them),
    };
    return run_written(readings, reading_of) + cmocka_run_group_tests(tests, NULL, NULL);
}
