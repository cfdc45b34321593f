#include "unit.h"

#include "base/base.h"

static void test_words(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct diagnostics *all = diagnostics_new(arena);
    char word[] = "64";
    REPORT(all, ((struct place){1, 2, 3}), MSG_file_too_large, {{word, 2}});
    word[0] = 'X'; /* words are copied */
    struct str text = diagnostic_text(arena, &all->at[0], LANGUAGE_EN);
    assert_string_equal(text.at, "file too large; the limit is 64 MB");
    assert_string_equal(message_code(arena, MSG_file_too_large).at, "file-too-large");
    assert_int_equal(all->at[0].severity, SEVERITY_ERROR);
    arena_free(arena);
}

static void test_order(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct diagnostics *all = diagnostics_new(arena), *thread = diagnostics_new(arena);
    REPORT(all, ((struct place){2, 1, 1}), MSG_file_forbidden);
    REPORT(all, ((struct place){1, 9, 1}), MSG_file_too_large, {STR("b")});
    REPORT(thread, ((struct place){1, 9, 1}), MSG_file_too_large, {STR("a")});
    REPORT(thread, ((struct place){2, 1, 1}), MSG_file_forbidden);
    diagnostics_merge(all, thread);
    diagnostics_sort(all);
    assert_int_equal(all->count, 3);
    assert_true(str_equal(all->at[0].word[0], STR("a")));
    assert_true(str_equal(all->at[1].word[0], STR("b")));
    assert_int_equal(all->at[2].message, MSG_file_forbidden);
    assert_int_equal(diagnostics_count(all, SEVERITY_ERROR), 3);
    arena_free(arena);
}

/* Both languages of a message must use the same words. */
static unsigned holes(struct str text)
{
    unsigned found = 0;
    for (size_t i = 0; i + 2 < text.length; i++)
        if (text.at[i] == '{' && text.at[i + 2] == '}')
            found |= 1u << (text.at[i + 1] - '0');
    return found;
}

static void test_table(void **state)
{
    (void)state;
    for (int m = 0; m < MESSAGE_COUNT; m++) {
        const struct message_row *row = message_row((enum message)m);
        if (holes(row->text[LANGUAGE_FR]) != holes(row->text[LANGUAGE_EN]))
            fail_msg("%s: the two languages do not use the same words", row->code.at);
        assert_true(utf8_valid(row->text[LANGUAGE_FR]));
        if (memchr(row->text[LANGUAGE_FR].at, '\'', row->text[LANGUAGE_FR].length))
            fail_msg("%s: the French apostrophe is ’", row->code.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_words), cmocka_unit_test(test_order),
                                       cmocka_unit_test(test_table)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
