/* What people wrote stays text on its line of Markdown. */
#include "commands/diff.h"
#include "commands/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct arena *arena;

static void text_is(const char *written, const char *expected)
{
    struct buffer out = {.arena = arena};
    markdown_text(&out, str_of(written));
    assert_string_equal(buffer_str(&out).at, expected);
}

static void code_is(const char *written, const char *expected)
{
    struct buffer out = {.arena = arena};
    markdown_code(&out, str_of(written));
    assert_string_equal(buffer_str(&out).at, expected);
}

static void plain_words_stay(void **state)
{
    (void)state;
    text_is("215 jeunes (9/9), 12,5 %", "215 jeunes (9/9), 12,5 %");
    text_is("Entrées : l’année - 2025.", "Entrées : l’année - 2025.");
}

static void marks_are_escaped(void **state)
{
    (void)state;
    text_is("a|b `c` *d* _e_ [f](g) <h> ~i~ \\",
            "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) \\<h> \\~\u2060i\\~\u2060 \\\\");
    text_is("&lt;", "\\&\u2060lt;");
}

static void lines_end_where_the_tool_says(void **state)
{
    (void)state;
    text_is("a\n## b\r\n- c\u2028d\u202Ee\t", "a #\u2060#\u2060 b  - c d e ");
}

static void nobody_is_called(void **state)
{
    (void)state;
    text_is("@team #12 !3", "@\u2060team #\u206012 !\u20603");
    text_is("https://example.org", "https:\u2060//example.org");
    text_is("www.example.org", "www\u2060.example.org");
}

static void fences_are_longer_than_what_they_hold(void **state)
{
    (void)state;
    code_is("entrees@arc/2025-Q4", "`entrees@arc/2025-Q4`");
    code_is("a`b``c\nd", "``` a`b``c d ```");
}

/* ---- what follows ---- */

static struct item item(enum section section, const char *indicator, const char *subject, struct period period)
{
    return (struct item){.section = section,
                         .key = str_of(indicator),
                         .indicator = str_of(indicator),
                         .subject = str_of(subject),
                         .period = period};
}

static void what_a_cell_moves_follows(void **state)
{
    (void)state;
    struct period q4 = {PERIOD_QUARTER, 2025 * 12 + 9}, year = {PERIOD_YEAR, 2025 * 12},
                  s2 = {PERIOD_SEMESTER, 2025 * 12 + 6};
    struct str term = STR("entries");
    struct item items[] = {
        item(SECTION_LAUREATES, "entries", "a", q4),         item(SECTION_LAUREATES, "entries", "a", year),
        item(SECTION_GROUPS, "entries", "territory=N", q4),  item(SECTION_PROGRAMME, "entries", "programme", q4),
        item(SECTION_PROGRAMME, "entries", "programme", s2), item(SECTION_PROGRAMME, "entries", "programme", year),
        item(SECTION_LAUREATES, "share", "a", q4),           item(SECTION_LAUREATES, "share", "b", q4),
        item(SECTION_LAUREATES, "entries", "a", q4),         item(SECTION_LAUREATES, "other", "a", year),
    };
    items[6].terms = items[7].terms = (struct strs){&term, 1, 1};
    items[8].category = STR(";sex=women");
    static const bool follows[] = {false, true, true, false, true, false, true, false, false, false};
    enum { COUNT = sizeof items / sizeof *items };
    struct change at[COUNT];
    struct changes changes = {at, COUNT, COUNT};
    for (size_t i = 0; i < COUNT; i++)
        at[i] = (struct change){NULL, &items[i], false};
    diff_fold(arena, &changes);
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(at[i].follows, follows[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_words_stay),
        cmocka_unit_test(marks_are_escaped),
        cmocka_unit_test(lines_end_where_the_tool_says),
        cmocka_unit_test(nobody_is_called),
        cmocka_unit_test(fences_are_longer_than_what_they_hold),
        cmocka_unit_test(what_a_cell_moves_follows),
    };
    arena = arena_new();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
