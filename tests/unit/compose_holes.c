#include "unit.h"

#include "compose/hole_list.h"

/* The manual has one line a block and names every option: it is checked against the table. */

static bool holds(struct str text, struct str wanted)
{
    for (size_t i = 0; i + wanted.length <= text.length; i++)
        if (str_starts(str_slice(text, i, text.length), wanted))
            return true;
    return false;
}

static struct str line_of(struct str manual, struct str start)
{
    struct str line;
    while (str_split(&manual, '\n', &line))
        if (str_starts(line, start))
            return line;
    return STR_NONE;
}

static void test_manual(void **state)
{
    struct arena *arena = *state;
    struct str manual;
    assert_int_equal(path_read(arena, STR("docs/templates.md"), &manual), FILE_OK);
    for (size_t i = 0; i < hole_count; i++) {
        const struct hole *hole = holes[i];
        struct str start = str_print(arena, "| `%.*s` · `%.*s` | %.*s |", STR_ARG(hole->en), STR_ARG(hole->fr),
                                     STR_ARG(hole->help_en));
        struct str line = line_of(manual, start);
        if (!line.length)
            fail_msg("docs/templates.md has no line: %s", start.at);
        for (size_t o = 0; o < hole->option_count; o++) {
            struct str option = str_print(arena, "`%.*s` · `%.*s`: %.*s", STR_ARG(hole->options[o].en),
                                          STR_ARG(hole->options[o].fr), STR_ARG(hole->options[o].help_en));
            if (!holds(line, option))
                fail_msg("docs/templates.md, %.*s: no %s", STR_ARG(hole->en), option.at);
        }
    }
}

static void test_names_are_distinct(void **state)
{
    (void)state;
    for (size_t i = 0; i < hole_count; i++)
        for (size_t j = 0; j < i; j++) {
            assert_false(name_equal(holes[i]->en, holes[j]->en));
            assert_false(name_equal(holes[i]->fr, holes[j]->fr));
            assert_false(name_equal(holes[i]->en, holes[j]->fr));
            assert_false(name_equal(holes[i]->fr, holes[j]->en));
        }
}

static void test_found_in_both_languages(void **state)
{
    (void)state;
    assert_ptr_equal(hole_find(STR("table")), hole_find(STR("tableau")));
    assert_ptr_equal(hole_find(STR("Points de suivi")), hole_find(STR("follow-ups")));
    assert_null(hole_find(STR("tabel")));
}

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

/* What a hole says it reads is an input; errors there withhold the documents that have it. */
static void test_reads_are_inputs(void **state)
{
    (void)state;
    size_t told = 0;
    for (size_t i = 0; i < hole_count; i++) {
        struct str rest = str_of(holes[i]->reads), name;
        while (str_split(&rest, ' ', &name)) {
            size_t kind = 0;
            while (kind < input_kind_count && !str_equal(input_kinds[kind].en, name))
                kind++;
            assert_true(kind < input_kind_count);
            assert_int_equal(input_kinds[kind].withholds, WITHHOLDS_COLLECTIVE);
            told++;
        }
    }
    assert_true(told > 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_manual, setup, teardown),
        cmocka_unit_test(test_names_are_distinct),
        cmocka_unit_test(test_reads_are_inputs),
        cmocka_unit_test(test_found_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
