#include "arena.h"

#include "base/base.h"

#include <math.h>

static struct decimal number(const char *text)
{
    struct decimal a;
    assert_true(decimal_parse(str_of(text), &a));
    return a;
}

static void same(struct decimal a, const char *text)
{
    assert_string_equal(decimal_text(arena, a).at, text);
}

static void text_round_trip(void **state)
{
    (void)state;
    same(number("0"), "0");
    same(number("-0"), "0");
    same(number("100.00"), "100");
    same(number("-1234.50"), "-1234.5");
    same(number("0.000000000000000001"), "0.000000000000000001");
    same(number("-0.05"), "-0.05");
    same((struct decimal){-7, 3}, "-0.007");
    const char *wrong[] = {
        "", "-", ".5", "5.", "1,5", "1e3", "1.2.3", " 1", "+1", "--1", "400000000000000000000000000000000000000"};
    struct decimal untouched = {42, 0};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(decimal_parse(str_of(wrong[i]), &untouched));
    assert_true(untouched.units == 42);
}

static void sums_are_exact(void **state)
{
    (void)state;
    struct decimal sum = number("0.1");
    assert_true(decimal_add(&sum, number("0.2")));
    same(sum, "0.3");
    assert_true(decimal_subtract(&sum, number("0.30000")));
    same(sum, "0");
    assert_int_equal(decimal_sign(sum), 0);
}

static void V14_a_thousand_dimes(void **state)
{
    (void)state;
    struct decimal sum = decimal_int(0);
    for (int i = 0; i < 1000; i++)
        assert_true(decimal_add(&sum, number("0.10")));
    same(sum, "100");
}

static int by_chance(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a * 0x9E3779B97F4A7C15u, y = *(const uint64_t *)b * 0x9E3779B97F4A7C15u;
    return (x > y) - (x < y);
}

static void a_million_amounts_in_any_order(void **state)
{
    (void)state;
    enum { COUNT = 1000000 };
    uint64_t *cents = malloc(COUNT * sizeof *cents), seed = 1;
    assert_non_null(cents);
    uint64_t total = 0;
    for (int i = 0; i < COUNT; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        cents[i] = seed >> 33;
        total += cents[i];
    }
    for (int round = 0; round < 2; round++) {
        struct decimal sum = decimal_int(0);
        for (int i = 0; i < COUNT; i++) {
            /* 12.30 is as often read with one place as with two. */
            struct decimal amount =
                cents[i] % 10 ? (struct decimal){(int128)cents[i], 2} : (struct decimal){(int128)(cents[i] / 10), 1};
            assert_true(decimal_add(&sum, amount));
        }
        assert_int_equal(decimal_compare(sum, (struct decimal){(int128)total, 2}), 0);
        qsort(cents, COUNT, sizeof *cents, by_chance);
    }
    free(cents);
}

static void what_does_not_fit_is_refused(void **state)
{
    (void)state;
    struct decimal large = number("170000000000000000000000000000000000000"), sum = large, product;
    assert_false(decimal_add(&sum, large));
    assert_int_equal(decimal_compare(sum, large), 0);
    assert_false(decimal_add(&sum, number("0.1")));
    assert_false(decimal_multiply(large, number("10"), &product));
    assert_true(decimal_multiply(number("1.50"), number("-0.2"), &product));
    same(product, "-0.3");
    /* Zeros at the end are no digits. */
    sum = (struct decimal){(int128)1000000000000000000 * 1000000000000000000, 18};
    assert_true(decimal_add(&sum, (struct decimal){5, 19}));
    same(sum, "1000000000000000000.0000000000000000005");
}

static void comparing(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int order;
    } rows[] = {{"1", "1.000", 0},   {"-0.5", "0.5", -1},
                {"2", "10", -1},     {"-2", "-10", 1},
                {"0.30", "0.3", 0},  {"170000000000000000000000000000000000000", "0.000000000000000001", 1},
                {"1.05", "1.1", -1}, {"-1.05", "-1.1", 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(decimal_compare(number(rows[i].a), number(rows[i].b)), rows[i].order);
    assert_true(decimal_is_integer(number("12.00")));
    assert_false(decimal_is_integer(number("12.01")));
}

static void ratios_are_rounded_once(void **state)
{
    (void)state;
    assert_true(decimal_ratio(number("39"), number("100"), number("110")) == 35.45454545454545454545);
    assert_true(decimal_ratio(number("1"), number("1"), number("3")) == 1.0 / 3);
    assert_true(decimal_ratio(number("-1"), number("100"), number("3")) == -33.33333333333333333333);
    assert_true(decimal_ratio(number("0"), number("100"), number("7")) == 0);
    assert_true(decimal_ratio(number("0.7"), number("100"), number("0.1")) == 700);
    assert_true(decimal_ratio(number("12345678901234567890123456789012345678"), number("1"),
                              number("0.00000000000000000000000000000000000001")) ==
                1.2345678901234567890123456789012345678e75);
    assert_true(decimal_ratio(number("0.00000000000000000000000000000000000001"), number("1"),
                              number("12345678901234567890123456789012345678")) == 8.100000072900001e-76);
    assert_true(decimal_double(number("0.1")) == 0.1);
    for (uint8_t scale = 0; scale <= 12; scale++) {
        const struct decimal a = {(int128)9007199254740991 - 7919 * scale, scale}, one = decimal_int(1);
        assert_true(decimal_double(a) == decimal_ratio(a, one, one));
        assert_true(decimal_double((struct decimal){-a.units, scale}) == -decimal_double(a));
    }
    assert_true(decimal_double(number("9007199254740993")) == 9007199254740992.0);
    assert_true(decimal_double(number("9007199254740993.0000000001")) == 9007199254740994.0);
}

/* Both ways of dividing must agree: the operands are made long by zeros at the end. */
static void long_division_agrees(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int i = 0; i < 20000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        int64_t a = (int64_t)(seed >> 40), b = (int64_t)(seed << 24 >> 40) + 1;
        struct decimal wide_a = {(int128)a * 1000000000000, 12}, wide_b = {(int128)b * 100000000, 8};
        assert_true(decimal_ratio(wide_a, decimal_int(1), wide_b) == (double)a / (double)b);
    }
}

static void rounding_for_display(void **state)
{
    (void)state;
    same(decimal_round(number("0.285"), 2), "0.29");
    same(decimal_round(number("-0.285"), 2), "-0.29");
    same(decimal_round(number("2.5"), 0), "3");
    same(decimal_round(number("2.4999"), 0), "2");
    same(decimal_round(number("7"), 3), "7");
    same(decimal_from_double(0.285, 2), "0.29");
    same(decimal_from_double(-35.45454545454545, 1), "-35.5");
    same(decimal_from_double(1e-9, 2), "0");
    same(decimal_from_double(1e-300, 2), "0");
    same(decimal_from_double(12345678901234567890.0, 0), "12345678901234567000");
}

static void check_rounding(double x)
{
    for (unsigned places = 0; places <= 9; places++) {
        struct decimal direct = decimal_from_double(x, places);
        struct decimal shortest = decimal_round(number(double_text(arena, x).at), places);
        assert_int_equal(decimal_compare(direct, shortest), 0);
        assert_int_equal(direct.scale, shortest.scale);
    }
}

static void rounding_is_of_the_shortest_decimal(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int i = 0; i < 4000; i++) {
        struct arena_mark mark = arena_mark(arena);
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        double a = (double)(seed >> 44) + 1, b = (double)(seed << 20 >> 54) + 1;
        /* Quotients, ties and their neighbours, a few places. */
        const double of[] = {a / b, a / 8, nextafter(a / 8, 0), a / 1000, nextafter(a / 1000, 1e9), (a + 0.5) / 100};
        for (size_t k = 0; k < sizeof of / sizeof *of; k++) {
            check_rounding(of[k]);
            check_rounding(-of[k]);
        }
        check_rounding((double)(int64_t)(a / b * 1e6) / 1e6 + 1);
        arena_rewind(arena, mark);
    }
}

static void doubles_as_text(void **state)
{
    (void)state;
    static const struct {
        double x;
        const char *text;
    } rows[] = {{0, "0"},
                {-0.0, "0"},
                {1, "1"},
                {100, "100"},
                {35.45454545454545, "35.45454545454545"},
                {0.1, "0.1"},
                {-16.666666666666668, "-16.666666666666668"},
                {1e-6, "0.000001"},
                {1e-7, "1e-7"},
                {1.5e-7, "1.5e-7"},
                {1e20, "100000000000000000000"},
                {1e21, "1e+21"},
                {1.25e300, "1.25e+300"},
                {0.30000000000000004, "0.30000000000000004"},
                {9007199254740993.0, "9007199254740992"},
                {5e-324, "5e-324"},
                {1.7976931348623157e308, "1.7976931348623157e+308"},
                {9.5367431640625e-7, "9.5367431640625e-7"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(double_text(arena, rows[i].x).at, rows[i].text);
    uint64_t seed = 3;
    for (int i = 0; i < 20000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        double x = (double)(seed >> 11) / 1048576.0;
        struct arena_mark mark = arena_mark(arena);
        assert_true(strtod(double_text(arena, x).at, NULL) == x);
        arena_rewind(arena, mark);
    }
}

static void V10_largest_remainder(void **state)
{
    (void)state;
    int64_t shares[3];
    shares_round((struct decimal[]){{17, 0}, {8, 0}, {3, 0}}, 3, 0, shares);
    assert_int_equal(shares[0], 61);
    assert_int_equal(shares[1], 28);
    assert_int_equal(shares[2], 11);
    shares_round((struct decimal[]){{1, 0}, {10, 1}, {100, 2}}, 3, 1, shares);
    assert_int_equal(shares[0], 334); /* of equals the first */
    assert_int_equal(shares[1], 333);
    assert_int_equal(shares[2], 333);
    shares_round((struct decimal[]){{0, 0}, {0, 0}, {0, 0}}, 3, 0, shares);
    assert_int_equal(shares[0] + shares[1] + shares[2], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_round_trip),
        cmocka_unit_test(sums_are_exact),
        cmocka_unit_test(V14_a_thousand_dimes),
        cmocka_unit_test(a_million_amounts_in_any_order),
        cmocka_unit_test(what_does_not_fit_is_refused),
        cmocka_unit_test(comparing),
        cmocka_unit_test(ratios_are_rounded_once),
        cmocka_unit_test(long_division_agrees),
        cmocka_unit_test(rounding_for_display),
        cmocka_unit_test(rounding_is_of_the_shortest_decimal),
        cmocka_unit_test(doubles_as_text),
        cmocka_unit_test(V10_largest_remainder),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
