/* A memo never answers for another question, whatever their lengths and what they share. */
#include "unit.h"

#include "check/memo.h"

static uint32_t seed = 7;

static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

/* What a text stands for: all of its bytes, and their number. */
static int32_t meaning(struct str text)
{
    uint32_t hash = (uint32_t)text.length * 2654435761u;
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.at[i]) * 16777619u;
    return (int32_t)hash;
}

static void test_meanings(void **state)
{
    (void)state;
    static struct memo memo;
    char bytes[40];
    size_t found = 0;
    for (int i = 0; i < 200000; i++) {
        struct str text = {bytes, draw(sizeof bytes)};
        for (size_t b = 0; b < text.length; b++)
            bytes[b] = draw(8) ? 'a' : (char)draw(256);
        bool known;
        int32_t *answer = memo_answer(&memo, text, &known);
        if (known) {
            assert_int_equal(answer[0], meaning(text));
            assert_int_equal(answer[1], ~meaning(text));
            found++;
        }
        answer[0] = meaning(text);
        answer[1] = ~meaning(text);
        memo_answer(&memo, text, &known);
        assert_true(known == (text.length > 0 && text.length <= 32));
    }
    assert_true(found > 1000);
}

static void test_nothing(void **state)
{
    (void)state;
    static struct memo memo;
    static const struct str texts[] = {{"", 0}, {"a", 1}, {"\0\0\0\0\0\0\0\0", 8}, {"\0", 1}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        bool known = true;
        memo_answer(&memo, texts[i], &known);
        assert_false(known);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_meanings), cmocka_unit_test(test_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
