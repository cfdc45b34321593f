/* What a spreadsheet accepts as names, criteria and formats, and formulas that give the engine's numbers or none. */
#include "arena.h"
#include "read/read.h"
#include "render/xlsx/archive.h"
#include "render/xlsx/book.h"
#include "render/xlsx/formula.h"
#include "render/xlsx/names.h"

#define assert_str(actual, expected) assert_string_equal(str_copy(arena, (actual)).at, (expected))

static void sheet_names_are_legal_short_and_unique(void **state)
{
    (void)state;
    assert_str(sheet_name_legal(arena, STR("a/b:c*d?[e]'f'"), 31), "a b c d e f");
    assert_str(sheet_name_legal(arena, STR("///"), 31), "-");
    assert_str(sheet_name_legal(arena, STR("Les indicateurs au fil des périodes"), 31), "Les indicateurs au fil des");
    /* A sign beyond the first plane is two of the 31. */
    struct str many = sheet_name_legal(arena, STR("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"), 31);
    assert_int_equal(utf8_length(many), 15);
    struct taken names = {0};
    assert_str(sheet_name_unique(arena, STR("DONNÉES"), &names), "DONNÉES");
    assert_str(sheet_name_unique(arena, STR("Donnees (2)"), &names), "Donnees (2)");
    assert_str(sheet_name_unique(arena, STR("données"), &names), "données (3)");
    assert_str(sheet_name_unique(arena, STR("History"), &names), "History (2)");
}

static void headers_differ(void **state)
{
    (void)state;
    const struct str wanted[] = {STR("Valeur"), STR(""), STR("valeur"), STR("a\nb"), STR("")};
    const struct str *names = header_names(arena, wanted, 5);
    assert_str(names[0], "Valeur");
    assert_str(names[1], "-");
    assert_str(names[2], "valeur 2");
    assert_str(names[3], "a b");
    assert_str(names[4], "- 2");
}

static void only_plain_text_enters_a_formula(void **state)
{
    (void)state;
    struct str quoted;
    assert_true(formula_string(arena, STR("part-orientees"), &quoted));
    assert_str(quoted, "\"part-orientees\"");
    static const char *const refused[] = {"",   "=1",   "+a",  "-a",  "@a",   "a*",   "a?",
                                          "a~", "a\"b", "12a", "<>a", "a\tb", "2024", "a{b}"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_false(formula_string(arena, str_of(refused[i]), &quoted));
}

static void formats_follow_the_language(void **state)
{
    (void)state;
    assert_str(number_format(arena, STR("%"), 1, LANGUAGE_FR), "[$-40C]#,##0.0\\ %");
    assert_str(number_format(arena, STR("%"), 0, LANGUAGE_EN), "[$-809]#,##0%");
    assert_str(number_format(arena, STR("€"), 2, LANGUAGE_FR), "#,##0.00\\ [$€-40C]");
    assert_str(number_format(arena, STR("jeunes"), 0, LANGUAGE_EN), "[$-809]#,##0");
}

static void links_are_of_three_kinds(void **state)
{
    (void)state;
    assert_true(address_allowed(STR("https://example.org/a?b=c")));
    assert_true(address_allowed(STR("mailto:a@example.org")));
    static const char *const refused[] = {
        "file:///etc/passwd",  "javascript:alert(1)", "//host/share", "\\\\host\\share",
        "internal:Feuille!A1", "https://a b",         "ftp://a"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_false(address_allowed(str_of(refused[i])));
}

/* ---- formulas ---- */

static struct quantity number(int64_t n)
{
    return (struct quantity){.is = true, .exact = true, .decimal = decimal_int(n), .approximate = (double)n};
}

static struct source_row row(const char *indicator, const char *subject, int month, int64_t value)
{
    return (struct source_row){.indicator = str_of(indicator),
                               .subject = str_of(subject),
                               .first = date_of(2025, month, 1),
                               .last = date_of(2025, month + 2, 28),
                               .value = number(value)};
}

static struct formula made(struct source_row *rows, size_t count, uint32_t *used, size_t used_count, double value,
                           enum recipe recipe)
{
    struct figure *figure = ARENA_NEW(arena, struct figure);
    figure->value = (struct quantity){.is = true, .approximate = value};
    struct provenance provenance = {.figure = figure,
                                    .recipe = recipe,
                                    .multiplier = 100,
                                    .unit = recipe == RECIPE_SUM ? STR("") : STR("%"),
                                    .rows = used,
                                    .row_count = used_count};
    struct document document = {.language = LANGUAGE_EN, .source_rows = rows, .source_row_count = count};
    return formula_of(arena, &document, &provenance);
}

static void a_total_is_a_sum_by_criteria(void **state)
{
    (void)state;
    struct source_row rows[] = {row("entries", "arc", 1, 12), row("entries", "arc", 4, 5),
                                row("entries", "cap", 1, 30)};
    uint32_t both[] = {0, 2}, one[] = {0};
    struct formula total = made(rows, 3, both, 2, 42, RECIPE_SUM);
    assert_int_equal(total.constant, CONSTANT_NOT);
    assert_str(total.text,
               "=SUMIFS(obs_value,obs_indicator,\"entries\",obs_category,\"total\",obs_first,\">=\"&DATE(2025,1,"
               "1),obs_last,\"<=\"&DATE(2025,3,28))");
    struct formula alone = made(rows, 3, one, 1, 12, RECIPE_SUM);
    assert_non_null(strstr(alone.text.at, "obs_subject,\"arc\""));
}

static void rows_that_no_criteria_choose_are_named(void **state)
{
    (void)state;
    struct source_row rows[] = {row("entries", "arc", 1, 12), row("entries", "arc", 4, 5),
                                row("entries", "arc", 7, 30)};
    uint32_t ends[] = {0, 2};
    assert_str(made(rows, 3, ends, 2, 42, RECIPE_SUM).text, "=SUMPRODUCT(SUMIFS(obs_value,obs_ref,{\"O1\",\"O3\"}))");
}

static void a_formula_never_differs_from_the_engine(void **state)
{
    (void)state;
    struct source_row rows[] = {row("entries", "arc", 1, 12)};
    uint32_t one[] = {0};
    assert_int_equal(made(rows, 1, one, 1, 13, RECIPE_SUM).constant, CONSTANT_RULE);
    assert_int_equal(made(rows, 1, one, 0, 12, RECIPE_SUM).constant, CONSTANT_NO_ROWS);
}

static void masked_rows_make_a_constant(void **state)
{
    (void)state;
    struct source_row rows[] = {row("entries", "arc", 1, 12), row("entries", "cap", 1, 0)};
    rows[1].masked = true;
    rows[1].value.is = false;
    uint32_t both[] = {0, 1};
    struct formula total = made(rows, 2, both, 2, 15, RECIPE_SUM);
    assert_int_equal(total.constant, CONSTANT_MASKED);
    assert_int_equal(total.text.length, 0);
}

static void a_percentage_is_a_quotient_of_sums(void **state)
{
    (void)state;
    struct source_row rows[] = {row("share", "arc", 1, 0), row("share", "cap", 1, 0)};
    for (int i = 0; i < 2; i++)
        rows[i].value.is = false;
    rows[0].numerator = number(9), rows[0].denominator = number(10);
    rows[1].numerator = number(30), rows[1].denominator = number(100);
    uint32_t both[] = {0, 1};
    struct formula ratio = made(rows, 2, both, 2, 39.0 / 110 * 100, RECIPE_QUOTIENT);
    assert_int_equal(ratio.constant, CONSTANT_NOT);
    assert_true(numbers_agree(ratio.value, 39.0 / 110));
    assert_non_null(strstr(ratio.text.at, "=SUMIFS(obs_numerator"));
    assert_non_null(strstr(ratio.text.at, ")/SUMIFS(obs_denominator"));
}

static void typed_escapes_stay_as_they_were(void **state)
{
    (void)state;
    assert_str(text_escaped(arena, STR("a_x0041_b _x00zz_ _x004_")), "a_x005F_x0041_b _x00zz_ _x004_");
    assert_str(text_escaped(arena, STR("snake_case_x12")), "snake_case_x12");
    assert_str(text_escaped(arena, STR("_x0041_x0042_")), "_x005F_x0041_x005F_x0042_");
}

/* Were the library to call minizip's own functions, there would be no bytes. */
static void the_library_packs_in_memory(void **state)
{
    (void)state;
    for (int lean = 0; lean < 2; lean++) {
        struct book_about about = {.title = STR("Un titre"), .lean = lean};
        struct book *book = book_new(arena, &about);
        struct sheet *sheet = book_sheet(book, STR("Feuille"), NULL);
        /* More than one part is packed whole. */
        for (uint32_t row = 0; row < 60000; row++)
            book_text(sheet, row, 0, str_print(arena, "texte %u < & >", row * 7919u % 60000), BOOK_TITLE);
        struct str bytes;
        struct read_workbook read;
        assert_true(book_close(book, &bytes));
        assert_true(read_package_whole(bytes));
        assert_true(read_workbook(arena, bytes, &read));
        assert_str(read_sheet_cell(&read.at[0], 2, 1)->text, "texte 7919 < & >");
        assert_str(read_sheet_cell(&read.at[0], 60000, 1)->text,
                   str_print(arena, "texte %u < & >", 59999u * 7919u % 60000).at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_library_packs_in_memory),
        cmocka_unit_test(typed_escapes_stay_as_they_were),
        cmocka_unit_test(sheet_names_are_legal_short_and_unique),
        cmocka_unit_test(headers_differ),
        cmocka_unit_test(only_plain_text_enters_a_formula),
        cmocka_unit_test(formats_follow_the_language),
        cmocka_unit_test(links_are_of_three_kinds),
        cmocka_unit_test(a_total_is_a_sum_by_criteria),
        cmocka_unit_test(rows_that_no_criteria_choose_are_named),
        cmocka_unit_test(a_formula_never_differs_from_the_engine),
        cmocka_unit_test(masked_rows_make_a_constant),
        cmocka_unit_test(a_percentage_is_a_quotient_of_sums),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
