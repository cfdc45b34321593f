/* Texts printed into an arena are those of the C library, whichever of the two sets them. */
#include "arena.h"
#include "base/base.h"

#include <limits.h>
#include <stdio.h>

static char expected[4096];

#define SAME(...)                                                                                                      \
    do {                                                                                                               \
        struct buffer buffer = {.arena = *state};                                                                      \
        buffer_byte(&buffer, '>');                                                                                     \
        buffer_print(&buffer, __VA_ARGS__);                                                                            \
        int printed = snprintf(expected, sizeof expected, __VA_ARGS__);                                                \
        struct str again = str_print(*state, __VA_ARGS__);                                                             \
        assert_int_equal(again.length, printed);                                                                       \
        assert_string_equal(again.at, expected);                                                                       \
        assert_string_equal(buffer_str(&buffer).at + 1, expected);                                                     \
    } while (0)

static void conversions_are_those_of_printf(void **state)
{
    SAME("no conversion");
    SAME("%s and %s%%, %c", "one", "", 'x');
    SAME("%.*s|%.*s|%.*s", 3, "abcdef", 0, "abc", 9, "abc");
    SAME("%.*s", -1, "all of it");
    SAME("%d %d %d %d", 0, -1, INT_MAX, INT_MIN);
    SAME("%04d-%02d %09d %01d %03d %02d", 2025, 7, -12345678, -5, -5, INT_MIN);
    SAME("%u %u %zu %zu", 0u, UINT_MAX, (size_t)0, SIZE_MAX);
}

static void numbers_are_put_as_printf_does(void **state)
{
    const uint64_t numbers[] = {0, 9, 10, 99, 4294967295, UINT64_MAX};
    struct buffer buffer = {.arena = *state};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        buffer_natural(&buffer, numbers[i], 1);
        buffer_byte(&buffer, ' ');
    }
    buffer_natural(&buffer, 7, 4);
    assert_string_equal(buffer_str(&buffer).at, "0 9 10 99 4294967295 18446744073709551615 0007");
}

static void other_conversions_are_left_to_printf(void **state)
{
    SAME("%04x-%5d %s", 2025, 7, "after");
    SAME("%s %08zu %+d %.2s", "before", (size_t)12, 3, "abc");
    SAME("#%06x %lld %c", 0xABCDEFu, -12LL, 'y');
}

static void long_texts_are_whole(void **state)
{
    char text[2000];
    for (size_t length = 505; length < 520; length++) {
        memset(text, 'a', length);
        text[length] = '\0';
        SAME("%s", text);
        SAME("%s %d", text, 12);
        SAME("%.*s%03d", (int)length, text, 7);
    }
}

static void buffers_keep_what_they_hold_while_they_grow(void **state)
{
    struct buffer a = {.arena = *state}, b = {.arena = *state};
    for (int i = 0; i < 3000; i++) {
        buffer_print(&a, "%d,", i % 10);
        buffer_rune(&b, i % 2 ? 0xE9 : 'e');
    }
    assert_int_equal(buffer_str(&a).length, 6000);
    assert_int_equal(buffer_str(&b).length, 4500);
    for (size_t i = 0; i < 6000; i++)
        assert_int_equal(a.at[i], i % 2 ? ',' : '0' + (int)(i / 2 % 10));
    assert_true(utf8_valid(buffer_str(&b)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conversions_are_those_of_printf),
        cmocka_unit_test(numbers_are_put_as_printf_does),
        cmocka_unit_test(other_conversions_are_left_to_printf),
        cmocka_unit_test(long_texts_are_whole),
        cmocka_unit_test(buffers_keep_what_they_hold_while_they_grow),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
