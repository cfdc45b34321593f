#include "arena.h"

#include "base/base.h"

static struct date day(const char *text)
{
    struct date d = DATE_NONE;
    assert_true(date_parse(str_of(text), &d));
    return d;
}

static struct period period(const char *text, int year_start)
{
    struct period p = {PERIOD_NONE, 0};
    assert_true(period_parse(str_of(text), year_start, &p));
    return p;
}

static void every_day_splits_into_itself(void **state)
{
    (void)state;
    assert_int_equal(date_of(1970, 1, 1).day, 0);
    assert_int_equal(date_of(2000, 3, 1).day, 11017);
    for (int32_t d = date_of(1900, 1, 1).day; d <= date_of(2199, 12, 31).day; d++) {
        int year, month, in_month;
        date_split((struct date){d}, &year, &month, &in_month);
        assert_int_equal(date_of(year, month, in_month).day, d);
    }
}

static void days_that_do_not_exist(void **state)
{
    (void)state;
    const char *wrong[] = {"2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10",  "31/04/2025",
                           "2025-3-1",   "25-03-01",   "12/03/25",   "2025-03-12 ", "",
                           "12-03-2025", "1899-12-31", "2200-01-01", "0/1/2025"};
    struct date untouched = {7};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(date_parse(str_of(wrong[i]), &untouched));
    assert_int_equal(untouched.day, 7);
    assert_int_equal(day("2024-02-29").day, day("29/02/2024").day);
    assert_int_equal(day("1/3/2025").day, day("2025-03-01").day);
    assert_string_equal(date_iso(arena, day("09/01/2026")).at, "2026-01-09");
    assert_int_equal(date_iso(arena, DATE_NONE).length, 0);
}

static void names(void **state)
{
    (void)state;
    static const struct {
        const char *written, *canonical;
    } rows[] = {{"2025-Q1", "2025-Q1"}, {"2025-T4", "2025-Q4"}, {"2025-t2", "2025-Q2"}, {"2025-s2", "2025-S2"},
                {"2025-01", "2025-01"}, {"2025-12", "2025-12"}, {"2025", "2025"}};
    for (int start = 1; start <= 12; start++)
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            assert_string_equal(period_name(arena, period(rows[i].written, start), start).at, rows[i].canonical);
    const char *wrong[] = {"2025-Q5", "2025-Q0", "2025-S3", "2025-13", "2025-00",  "2025-1", "25-Q1", "2025Q1",
                           "2025-",   "2025-Q",  "Q1 2025", "",        "2025-Q11", "1899",   "2199",  "2025 "};
    struct period p;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(period_parse(str_of(wrong[i]), 1, &p));
}

static void a_year_that_starts_in_september(void **state)
{
    (void)state;
    struct period year = period("2025", 9);
    assert_int_equal(period_first_day(year).day, day("2025-09-01").day);
    assert_int_equal(period_last_day(year).day, day("2026-08-31").day);
    assert_int_equal(period_last_day(period("2025-Q2", 9)).day, day("2026-02-28").day);
    assert_int_equal(period_first_day(period("2025-01", 9)).day, day("2025-01-01").day);
    assert_string_equal(period_name(arena, period_of_date(PERIOD_YEAR, day("2025-08-31"), 9), 9).at, "2024");
    assert_string_equal(period_name(arena, period_of_date(PERIOD_QUARTER, day("2026-03-15"), 9), 9).at, "2025-Q3");
    assert_string_equal(period_name(arena, period_of_date(PERIOD_MONTH, day("2026-03-15"), 9), 9).at, "2026-03");
    assert_true(period_equal(period_of_date(PERIOD_SEMESTER, day("2026-03-01"), 9), period("2025-S2", 9)));
}

static void spans(void **state)
{
    (void)state;
    struct period year = period("2025", 1), quarter = period("2025-Q4", 1), before = period("2024-Q4", 1);
    assert_true(period_contains(year, quarter));
    assert_true(period_contains(year, year));
    assert_false(period_contains(quarter, year));
    assert_false(period_contains(year, before));
    assert_true(period_overlaps(year, quarter));
    assert_false(period_overlaps(year, before));
    assert_true(period_equal(period_year_before(quarter), before));
    assert_true(period_equal(period_next(quarter, 1), period("2026-Q1", 1)));
    assert_true(period_equal(period_next(quarter, -4), before));
    assert_true(period_equal(period_last(year, PERIOD_QUARTER), quarter));
    assert_true(period_equal(period_last(year, PERIOD_MONTH), period("2025-12", 1)));
    assert_int_equal(period_compare(year, period("2025-Q1", 1)), 1);
    assert_int_equal(period_compare(before, quarter), -1);
    assert_int_equal(period_compare(year, year), 0);
    assert_false(date_is(period_last_day((struct period){PERIOD_NONE, 0})));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_splits_into_itself),
        cmocka_unit_test(days_that_do_not_exist),
        cmocka_unit_test(names),
        cmocka_unit_test(a_year_that_starts_in_september),
        cmocka_unit_test(spans),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
