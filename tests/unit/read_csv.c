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

static struct str reading_of(struct str bytes)
{
    struct buffer seen = {.arena = arena};
    struct str text;
    if (read_text(arena, bytes, 1, diagnostics, &text))
        read_csv(arena, text, 1, (struct csv_options){known, sizeof known / sizeof *known}, diagnostics, note, &seen);
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *d = &diagnostics->at[i];
        buffer_print(&seen, "%.*s %u:%u\n", STR_ARG(message_row(d->message)->code), d->place.line, d->place.column);
    }
    return buffer_str(&seen);
}

#define READS(bytes, wanted) assert_string_equal(reading_of(STR(bytes)).at, wanted)

static void places_are_counted_in_characters(void **state)
{
    (void)state;
    READS("id;valeur\né€😀x;12\n", "0 1:1[id] 1:4[valeur] ;\n1 2:1[é€😀x] 2:6[12] ;\n");
}

static void places_are_kept_through_quoted_newlines(void **state)
{
    (void)state;
    READS("id;valeur\n\"a\nb\";1\nc;2\n", "0 1:1[id] 1:4[valeur] ;\n1 2:1[a\nb] 3:4[1] ;\n2 4:1[c] 4:3[2] ;\n");
    READS("id;valeur\r\n\"a\r\n\r\né\";\"x\"\r\nc;2",
          "0 1:1[id] 1:4[valeur] ;\n1 2:1[a\n\né] 4:4[x] ;\n2 5:1[c] 5:3[2] ;\n");
}

static void lines_may_end_any_way(void **state)
{
    (void)state;
    const char *wanted = "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[1] ;\n2 4:1[b] 4:3[2] ;\n";
    READS("id;valeur\na;1\n\nb;2", wanted);
    READS("id;valeur\r\na;1\r\n\r\nb;2\r\n", wanted);
    READS("id;valeur\ra;1\r\rb;2\r", wanted);
    READS("id;valeur\r\na;1\n\rb;2\n", wanted);
}

static void empty_last_cells_have_places(void **state)
{
    (void)state;
    READS("id;valeur;\na;;\nb;\"\";",
          "0 1:1[id] 1:4[valeur] 1:11[] ;\n1 2:1[a] 2:3[] 2:4[] ;\n2 3:1[b] 3:3[] 3:6[] ;\n");
    READS("id;valeur\na;", "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[] ;\n");
}

static void blank_rows_are_passed_over(void **state)
{
    (void)state;
    READS("\n\n;;\nid;valeur\n;\n  ;\t\n\"\";\"\"\n\xC2\xA0\na;1\n;;;;",
          "0 4:1[id] 4:4[valeur] ;\n1 9:1[a] 9:3[1] ;\n");
    READS("", "");
    READS("\n", "");
}

static void cells_are_trimmed_and_places_follow(void **state)
{
    (void)state;
    READS("id;valeur\n  a ;\xC2\xA0 12\xE2\x80\xAF\n", "0 1:1[id] 1:4[valeur] ;\n1 2:3[a] 2:8[12] ;\n");
    READS("id;valeur\n  \"a\" ; \" b \" \n", "0 1:1[id] 1:4[valeur] ;\n1 2:3[a] 2:9[b] ;\n");
    READS("id;valeur\n\"é\" ; \xC2\xA0z \n", "0 1:1[id] 1:4[valeur] ;\n1 2:1[é] 2:8[z] ;\n");
}

static void quotes_inside_are_doubled(void **state)
{
    (void)state;
    READS("id;valeur\n\"a;\"\"b\"\"\";\"\"\"\"\n", "0 1:1[id] 1:4[valeur] ;\n1 2:1[a;\"b\"] 2:11[\"] ;\n");
}

static void a_mark_of_order_is_no_character(void **state)
{
    (void)state;
    READS("\xEF\xBB\xBFid;valeur\na;1", "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[1] ;\n");
    READS("\xEF\xBB\xBF\"id\";valeur", "0 1:1[id] 1:6[valeur] ;\n");
}

static void a_separator_line_is_obeyed(void **state)
{
    (void)state;
    READS("sep=,\r\na;b,c\r\n", "0 2:1[a;b] 2:5[c] ,\n");
    READS("\xEF\xBB\xBF\"sep=;\"\na,b;c", "0 2:1[a,b] 2:5[c] ;\n");
    READS("SEP=\t\nid\tb,c", "0 2:1[id] 2:4[b,c] t\n");
    READS("sep=;", "");
}

static void an_unknown_separator_is_said(void **state)
{
    (void)state;
    READS("sep=|\nid;b", "0 2:1[id] 2:4[b] ;\ncsv_separator 1:1\n");
}

static void a_separator_of_several_bytes_is_none(void **state)
{
    (void)state;
    READS("sep=»\nid;b", "0 2:1[id] 2:4[b] ;\ncsv_separator 1:1\n");
}

static void a_longer_line_is_no_separator_line(void **state)
{
    (void)state;
    READS("sep=é;x\n", "0 1:1[sep=é] 1:7[x] ;\n");
}

static void the_delimiter_is_told_from_the_header(void **state)
{
    (void)state;
    READS("id,valeur\n1,2", "0 1:1[id] 1:4[valeur] ,\n1 2:1[1] 2:3[2] ,\n");
    READS("id\tvaleur\n1,5\t2", "0 1:1[id] 1:4[valeur] t\n1 2:1[1,5] 2:5[2] t\n");
    READS("Nom court;a,b,c;d,e\n", "0 1:1[Nom court] 1:11[a,b,c] 1:17[d,e] ;\n");
    READS("a;b;c,Période,Valeur\n", "0 1:1[a;b;c] 1:7[Période] 1:15[Valeur] ,\n");
    READS("\"x;y\",id\n", "0 1:1[x;y] 1:7[id] ,\n");
    READS("id\n1,5\n", "0 1:1[id] ;\n1 2:1[1,5] ;\n");
}

static void utf16_is_read(void **state)
{
    (void)state;
    READS("\xFF\xFEi\0d\0\t\0x\0\n\0\xE9\0=\xD8\0\xDE\t\0"
          "2\0",
          "0 1:1[id] 1:4[x] t\n1 2:1[é😀] 2:4[2] t\n");
    READS("\xFE\xFF\0i\0d\0\n\0\xE9", "0 1:1[id] ;\n1 2:1[é] ;\n");
}

static void broken_utf16_is_refused(void **state)
{
    (void)state;
    READS("\xFF\xFEi\0\n\0\0\xD8x\0", "utf16_broken 2:1\n");
}

static void an_odd_byte_of_utf16_is_refused(void **state)
{
    (void)state;
    READS("\xFF\xFEi\0d", "utf16_broken 1:2\n");
}

static void windows_1252_is_read_with_a_note(void **state)
{
    (void)state;
    READS("id;valeur\n\xE9t\xE9;\x80\x92\n", "0 1:1[id] 1:4[valeur] ;\n1 2:1[été] 2:5[€’] ;\nencoding_windows 2:1\n");
}

static void two_encodings_in_one_file_are_a_warning(void **state)
{
    (void)state;
    READS("id\né\nb\xE9\n", "0 1:1[id] ;\n1 2:1[Ã©] ;\n2 3:1[bé] ;\nencoding_mixed 3:2\n");
}

static void a_byte_of_no_encoding_is_an_error(void **state)
{
    (void)state;
    READS("id\nb\x81\n", "encoding_unknown 2:2\n");
}

static void a_nul_byte_is_an_error(void **state)
{
    (void)state;
    READS("id;valeur\na\0;1\n", "nul_byte 2:2\n");
}

static void control_characters_are_replaced(void **state)
{
    (void)state;
    READS("id\n\033[31m\x07\n", "0 1:1[id] ;\n1 2:1[\xEF\xBF\xBD[31m\xEF\xBF\xBD] ;\ncontrol_character 2:1\n");
}

static void text_is_composed(void **state)
{
    (void)state;
    READS("id;valeur\ne\xCC\x81;1\n", "0 1:1[id] 1:4[valeur] ;\n1 2:1[é] 2:3[1] ;\n");
}

static void a_quote_never_closed_costs_its_line(void **state)
{
    (void)state;
    READS("id;valeur\na;1\nb;\"x\nc;3\n",
          "0 1:1[id] 1:4[valeur] ;\n1 2:1[a] 2:3[1] ;\n2 4:1[c] 4:3[3] ;\ncsv_broken_quote 3:3\n");
}

static void a_quote_in_the_middle_is_shown_where_it_stands(void **state)
{
    (void)state;
    READS("id;valeur\né a \"x\";1\nc;3\n", "0 1:1[id] 1:4[valeur] ;\n1 3:1[c] 3:3[3] ;\ncsv_broken_quote 2:5\n");
}

static void text_after_a_quote_is_broken(void **state)
{
    (void)state;
    READS("id;valeur\r\nb;\"x\"y\r\nc;3\r\n", "0 1:1[id] 1:4[valeur] ;\n1 3:1[c] 3:3[3] ;\ncsv_broken_quote 2:3\n");
}

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

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_reading, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(places_are_counted_in_characters),
        TEST(places_are_kept_through_quoted_newlines),
        TEST(lines_may_end_any_way),
        TEST(empty_last_cells_have_places),
        TEST(blank_rows_are_passed_over),
        TEST(cells_are_trimmed_and_places_follow),
        TEST(quotes_inside_are_doubled),
        TEST(a_mark_of_order_is_no_character),
        TEST(a_separator_line_is_obeyed),
        TEST(an_unknown_separator_is_said),
        TEST(a_separator_of_several_bytes_is_none),
        TEST(a_longer_line_is_no_separator_line),
        TEST(the_delimiter_is_told_from_the_header),
        TEST(utf16_is_read),
        TEST(broken_utf16_is_refused),
        TEST(an_odd_byte_of_utf16_is_refused),
        TEST(windows_1252_is_read_with_a_note),
        TEST(two_encodings_in_one_file_are_a_warning),
        TEST(a_byte_of_no_encoding_is_an_error),
        TEST(a_nul_byte_is_an_error),
        TEST(control_characters_are_replaced),
        TEST(text_is_composed),
        TEST(a_quote_never_closed_costs_its_line),
        TEST(a_quote_in_the_middle_is_shown_where_it_stands),
        TEST(text_after_a_quote_is_broken),
        TEST(many_broken_quotes_end_the_file),
        TEST(rows_have_a_limit),
        TEST(a_reader_can_stop),
        TEST(regular_rows_read_as_libcsv_reads_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
