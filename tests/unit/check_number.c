/* Numbers as people write them: `;` files are French, `,` files English. */
#include "unit.h"

#include "check/check.h"

static void expect(const char *text, char delimiter, enum number_problem problem, int64_t units, unsigned scale,
                   const char *unit)
{
    struct number number = {-77, 77};
    struct str suffix;
    enum number_problem found = check_number(str_of(text), delimiter, &number, &suffix);
    if (found != problem)
        fail_msg("%s: problem %d, not %d", text, (int)found, (int)problem);
    if (problem != NUMBER_OK && problem != NUMBER_OTHER_MARK)
        return;
    if (number.units != units || number.scale != scale)
        fail_msg("%s: %lld / 10^%u", text, (long long)number.units, number.scale);
    if (!str_equal(suffix, str_of(unit)))
        fail_msg("%s: unit %.*s", text, STR_ARG(suffix));
}

static void test_plain(void **state)
{
    (void)state;
    expect("0", ';', NUMBER_OK, 0, 0, "");
    expect("42", ';', NUMBER_OK, 42, 0, "");
    expect("007", ',', NUMBER_OK, 7, 0, "");
    expect("-3", ';', NUMBER_OK, -3, 0, "");
    expect("−3", ';', NUMBER_OK, -3, 0, "");
    expect("+3", ';', NUMBER_OK, 3, 0, "");
    expect("12,50", ';', NUMBER_OK, 125, 1, "");
    expect("0,05", ';', NUMBER_OK, 5, 2, "");
    expect(",5", ';', NUMBER_OK, 5, 1, "");
    expect("12.50", ',', NUMBER_OK, 125, 1, "");
    expect("1234.5", '\t', NUMBER_OTHER_MARK, 12345, 1, "");
}

static void test_V13(void **state)
{
    (void)state;
    expect("1\u202f234,5", ';', NUMBER_OK, 12345, 1, "");
    expect("1\u00a0234,5", ';', NUMBER_OK, 12345, 1, "");
    expect("1 234,5", ';', NUMBER_OK, 12345, 1, "");
    expect("1.234", ';', NUMBER_AMBIGUOUS, 0, 0, "");
    expect("1,234", ',', NUMBER_AMBIGUOUS, 0, 0, "");
}

static void test_marks(void **state)
{
    (void)state;
    expect("12.5", ';', NUMBER_OTHER_MARK, 125, 1, "");
    expect("12,5", ',', NUMBER_OTHER_MARK, 125, 1, "");
    expect("1,234", ';', NUMBER_OK, 1234, 3, "");
    expect("1.234", ',', NUMBER_OK, 1234, 3, "");
    expect("0.123", ';', NUMBER_OTHER_MARK, 123, 3, ""); /* no thousands start with 0 */
    expect("1234.567", ';', NUMBER_OTHER_MARK, 1234567, 3, "");
    expect("1.234,5", ';', NUMBER_OK, 12345, 1, "");
    expect("1,234.5", ',', NUMBER_OK, 12345, 1, "");
    expect("1,234.5", ';', NUMBER_OTHER_MARK, 12345, 1, "");
    expect("1.234.567", ';', NUMBER_OTHER_MARK, 1234567, 0, "");
    expect("1 234.567", ';', NUMBER_OTHER_MARK, 1234567, 3, "");
}

static void test_thousands(void **state)
{
    (void)state;
    expect("1 234 567", ';', NUMBER_OK, 1234567, 0, "");
    expect("12 34", ';', NUMBER_NOT, 0, 0, "");
    expect("1234 567", ';', NUMBER_NOT, 0, 0, "");
    expect("1 2345", ';', NUMBER_NOT, 0, 0, "");
    expect("1.23.456", ';', NUMBER_NOT, 0, 0, "");
    expect("1234,567,890", ';', NUMBER_NOT, 0, 0, "");
    expect("1 23,4", ';', NUMBER_NOT, 0, 0, "");
}

static void test_units(void **state)
{
    (void)state;
    expect("35,5 %", ';', NUMBER_OK, 355, 1, "%");
    expect("35,5\u202f%", ';', NUMBER_OK, 355, 1, "%");
    expect("12k€", ';', NUMBER_OK, 12, 0, "k€");
    expect("1 200 €", ';', NUMBER_OK, 1200, 0, "€");
    expect("3 jours", ';', NUMBER_OK, 3, 0, "jours");
}

static void test_not(void **state)
{
    (void)state;
    const char *wrong[] = {"",     "abc", "-",     ",",   ".",   "12,",   "12/5", "1e5",
                           "1E-5", "=A1", "12-05", "--3", "3 4", "1,2,3", "€ 5"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        expect(wrong[i], ';', NUMBER_NOT, 0, 0, "");
}

static void test_length(void **state)
{
    (void)state;
    expect("999999999999999999", ';', NUMBER_OK, 999999999999999999, 0, "");
    expect("9999999999999999999", ';', NUMBER_TOO_LONG, 0, 0, "");
    expect("123456789012345678901234567890", ';', NUMBER_TOO_LONG, 0, 0, "");
    expect("0,000000000000000001", ';', NUMBER_OK, 1, 18, "");
    expect("0,0000000000000000001", ';', NUMBER_TOO_LONG, 0, 0, "");
    expect("1,500000000000000000", ';', NUMBER_OK, 15, 1, "");
}

/* What is nearly one of the forms above. */
static void test_nearly(void **state)
{
    (void)state;
    expect("1\u2009234", ';', NUMBER_OK, 1234, 0, "");
    expect("1\u206f234", ';', NUMBER_OK, 1, 0, "\u206f234"); /* a sign that no unit is: refused beside one */
    expect("123 456", ';', NUMBER_OK, 123456, 0, "");
    expect("1 23 456 789", ';', NUMBER_NOT, 0, 0, "");
    expect("1  234", ';', NUMBER_NOT, 0, 0, "");
    expect(" 12,5 ", ';', NUMBER_OK, 125, 1, "");
    expect(".234", ';', NUMBER_OTHER_MARK, 234, 3, "");
    expect("1,234.567", ';', NUMBER_OTHER_MARK, 1234567, 3, "");
    expect("1.234.56", ';', NUMBER_NOT, 0, 0, "");
    expect("1.234.56", ',', NUMBER_NOT, 0, 0, "");
    expect("12_", ';', NUMBER_NOT, 0, 0, "");
    expect("12 [x]", ';', NUMBER_NOT, 0, 0, "");
    expect("12 e", ';', NUMBER_OK, 12, 0, "e");
}

/* A sign before the digits takes the long way: it must lead to the same place. */
static void test_short_way(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        char text[32] = "+";
        size_t length = 1 + (size_t)i % 22;
        for (size_t at = 1; at <= length; at++) {
            seed = seed * 1664525u + 1013904223u;
            text[at] = (char)('0' + (seed >> 16) % 10 * (seed >> 28 != 0));
        }
        struct number one = {0, 0}, other = {0, 0};
        struct str unit;
        assert_int_equal(check_number(str_of(text + 1), ';', &one, &unit),
                         check_number(str_of(text), ';', &other, &unit));
        assert_true(one.units == other.units && one.scale == other.scale);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),     cmocka_unit_test(test_V13),    cmocka_unit_test(test_marks),
        cmocka_unit_test(test_thousands), cmocka_unit_test(test_units),  cmocka_unit_test(test_not),
        cmocka_unit_test(test_length),    cmocka_unit_test(test_nearly), cmocka_unit_test(test_short_way)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
