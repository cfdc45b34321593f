/* What people wrote stays text on its line of Markdown. */
#include "written.h"

#include "commands/diff.h"
#include "commands/markdown.h"

static const char *text_of(struct str written)
{
    struct buffer out = {.arena = arena};
    markdown_text(&out, written);
    return buffer_str(&out).at;
}

static const char *code_of(struct str written)
{
    struct buffer out = {.arena = arena};
    markdown_code(&out, written);
    return buffer_str(&out).at;
}

static const struct written texts[] = {
    {"plain words stay", TEXT_OF("215 jeunes (9/9), 12,5 %"), "215 jeunes (9/9), 12,5 %"},
    {NULL, TEXT_OF("Entrées : l’année - 2025."), "Entrées : l’année - 2025."},
    {"marks are escaped", TEXT_OF("a|b `c` *d* _e_ [f](g) <h> ~i~ \\"),
     "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) \\<h> \\~\u2060i\\~\u2060 \\\\"},
    {NULL, TEXT_OF("&lt;"), "\\&\u2060lt;"},
    {"lines end where the tool says", TEXT_OF("a\n## b\r\n- c\u2028d\u202Ee\t"), "a #\u2060#\u2060 b  - c d e "},
    {"nobody is called", TEXT_OF("@team #12 !3"), "@\u2060team #\u206012 !\u20603"},
    {NULL, TEXT_OF("https://example.org"), "https:\u2060//example.org"},
    {NULL, TEXT_OF("www.example.org"), "www\u2060.example.org"},
    {0},
};

static const struct written codes[] = {
    {"fences are longer than what they hold", TEXT_OF("entrees@arc/2025-Q4"), "`entrees@arc/2025-Q4`"},
    {NULL, TEXT_OF("a`b``c\nd"), "``` a`b``c d ```"},
    {0},
};

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
        cmocka_unit_test(what_a_cell_moves_follows),
    };
    return run_written(texts, text_of) + run_written(codes, code_of) +
           cmocka_run_group_tests(tests, open_arena, close_arena);
}
