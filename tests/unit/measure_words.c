/* Numbers in the words of explanations: set apart by thousands, of every length, sign and exactness. */
#include "measure/words.h"

#include "arena.h"

static void reads(enum language language, struct decimal number, const char *text)
{
    assert_string_equal(decimal_words(arena, language, number).at, text);
}

static void whole_numbers(void **state)
{
    (void)state;
    reads(LANGUAGE_EN, decimal_int(0), "0");
    reads(LANGUAGE_EN, decimal_int(-7), "-7");
    reads(LANGUAGE_EN, decimal_int(999), "999");
    reads(LANGUAGE_EN, decimal_int(-1000), "-1,000");
    reads(LANGUAGE_EN, decimal_int(100000), "100,000");
    reads(LANGUAGE_EN, decimal_int(INT64_MIN), "-9,223,372,036,854,775,808");
    reads(LANGUAGE_FR, decimal_int(1000), "1\u202F000");
    reads(LANGUAGE_FR, decimal_int(-1234567), "−1\u202F234\u202F567");
}

static void decimals(void **state)
{
    (void)state;
    reads(LANGUAGE_EN, (struct decimal){5, 1}, "0.5");
    reads(LANGUAGE_EN, (struct decimal){-1234, 1}, "-123.4");
    reads(LANGUAGE_EN, (struct decimal){-1234567, 2}, "-12,345.67");
    reads(LANGUAGE_FR, (struct decimal){-123456, 2}, "−1\u202F234,56");
    /* Beyond 64 bits, as sums may be. */
    reads(LANGUAGE_EN, (struct decimal){(int128)INT64_MAX * 10, 0}, "92,233,720,368,547,758,070");
}

static void numbers_that_are_cut(void **state)
{
    (void)state;
    struct quantity third = {.is = true, .approximate = 1.0 / 3}, half = {.is = true, .approximate = 0.5};
    struct quantity large = {.is = true, .approximate = 2e18}, small = {.is = true, .approximate = -2e18};
    assert_string_equal(number_words(arena, LANGUAGE_EN, third).at, "0.333333…");
    assert_string_equal(number_words(arena, LANGUAGE_FR, half).at, "0,5");
    assert_string_equal(number_words(arena, LANGUAGE_EN, large).at, double_text(arena, 2e18).at);
    assert_string_equal(number_words(arena, LANGUAGE_EN, small).at, double_text(arena, -2e18).at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_numbers),
        cmocka_unit_test(decimals),
        cmocka_unit_test(numbers_that_are_cut),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
