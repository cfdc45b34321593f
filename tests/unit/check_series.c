/* What a series shows: cumulatives that go down, values that repeat, unusual changes, and rows that contradict. */
#define _XOPEN_SOURCE 700
#include "repository.h"

static void start(struct repository *r, const char *type_and_nature, const char *frequency)
{
    repository_start(r);
    repository_file(r, "programme.md", "---\nname: Trial\nlanguage: en\nedition_date: 2026-01-20\n---\n");
    repository_file(r, "laureates.csv", "id,name\nalpha,Alpha\n");
    repository_file(r, "indicators.csv",
                    str_print(r->arena, "id,label,type,nature,unit,use,year_start,frequency\nx,X,%s,persons,use,9,%s\n",
                              type_and_nature, frequency)
                        .at);
}

/* Quarters from 2020-Q1 on; a negative value is left out. */
static void file_series(struct repository *r, const double *values, size_t count)
{
    struct buffer text = {.arena = r->arena};
    buffer_add(&text, STR("indicator,period,value\n"));
    for (size_t i = 0; i < count; i++)
        if (values[i] >= 0)
            buffer_print(&text, "x,%zu-Q%zu,%d\n", 2020 + i / 4, i % 4 + 1, (int)values[i]);
    repository_file(r, "laureates/alpha/measures.csv", buffer_str(&text).at);
}

static size_t said(const char *type_and_nature, const double *values, size_t count, enum message message)
{
    struct repository r;
    start(&r, type_and_nature, "quarter");
    file_series(&r, values, count);
    repository_check(&r, 1);
    assert_int_equal(diagnostics_count(r.diagnostics, SEVERITY_ERROR), 0);
    size_t times = repository_said(&r, message);
    repository_end(&r);
    return times;
}
#define SAID(kind, message, ...)                                                                                       \
    said(kind, (const double[]){__VA_ARGS__}, sizeof((const double[]){__VA_ARGS__}) / sizeof(double), message)

static void test_down(void **state)
{
    (void)state;
    assert_int_equal(SAID("count,to_date", MSG_cumulative_down, 12, 30, 28, 41), 1);
    assert_int_equal(SAID("count,to_date", MSG_cumulative_down, 12, -1, 11), 1);
    assert_int_equal(SAID("count,to_date", MSG_cumulative_down, 12, 12, 12), 0);
    assert_int_equal(SAID("count,stock", MSG_cumulative_down, 12, 30, 28), 0);
    /* Its own year starts in September: the quarter that ends with that month counts from its first day. */
    assert_int_equal(SAID("count,year_to_date", MSG_cumulative_down, 5, 9, 2, 6, 8), 0);
    assert_int_equal(SAID("count,year_to_date", MSG_cumulative_down, 5, 9, 2, 6, 1), 1);
}

static void test_repeats(void **state)
{
    (void)state;
    assert_int_equal(SAID("count,flow", MSG_flow_repeats, 7, 7, 7, 7, 7, 7), 1);
    assert_int_equal(SAID("count,flow", MSG_flow_repeats, 7, 7, 7, 8, 7, 7, 7), 0);
    assert_int_equal(SAID("count,flow", MSG_flow_repeats, 7, 7, -1, 7, 7), 0);
    assert_int_equal(SAID("count,flow", MSG_flow_repeats, 0, 0, 0, 0, 0), 0);
    assert_int_equal(SAID("count,to_date", MSG_flow_repeats, 3, 5, 7, 9, 11), 1);
    assert_int_equal(SAID("count,stock", MSG_stock_repeats, 4, 4, 4, 4), 1);
    assert_int_equal(SAID("count,stock", MSG_flow_repeats, 4, 4, 4, 4), 0);
}

static void test_unusual(void **state)
{
    (void)state;
    /* One peak is said once, at the way up. */
    assert_int_equal(SAID("count,flow", MSG_change_unusual, 10, 12, 11, 13, 12, 14, 13, 15, 14, 90, 16), 1);
    /* Seven changes are not a history. */
    assert_int_equal(SAID("count,flow", MSG_change_unusual, 10, 12, 11, 13, 12, 14, 13, 90), 0);
    /* Nothing is usual where the median deviation is 0. */
    assert_int_equal(SAID("count,flow", MSG_change_unusual, 10, 12, 14, 16, 18, 20, 22, 24, 26, 90), 0);
    assert_int_equal(SAID("count,flow", MSG_change_unusual, 10, 14, 11, 15, 9, 13, 8, 14, 10, 12), 0);
}

/* What a changed definition moved is neither unusual nor a fall. */
static void test_broken(void **state)
{
    (void)state;
    static const char *const kinds[] = {"count,flow", "count,to_date"};
    static const double values[2][14] = {{10, 12, 11, 13, 12, 14, 13, 15, 14, 90, 91, 89, 92, 90},
                                         {10, 22, 33, 46, 58, 72, 85, 99, 113, 20, 31, 44, 58, 70}};
    for (int broken = 0; broken < 2; broken++)
        for (int k = 0; k < 2; k++) {
            struct repository r;
            start(&r, kinds[k], "quarter");
            repository_file(&r, "indicators.csv",
                            str_print(r.arena, "id,label,type,nature,unit,use,break\nx,X,%s,persons,use,%s\n", kinds[k],
                                      broken ? "2022-Q2" : "")
                                .at);
            file_series(&r, values[k], 14);
            repository_check(&r, 1);
            assert_int_equal(repository_said(&r, k ? MSG_cumulative_down : MSG_change_unusual), !broken);
            repository_end(&r);
        }
}

/* A half-yearly indicator filed as S1 and as Q2 is the same observation. */
static void test_half_year(void **state)
{
    (void)state;
    struct repository r;
    start(&r, "count,stock", "semester");
    repository_file(&r, "laureates/alpha/measures.csv",
                    "indicator,period,value\nx,2024-S1,5\nx,2024-Q2,6\nx,2024-Q4,7\n");
    repository_check(&r, 1);
    assert_int_equal(repository_said(&r, MSG_observation_twice), 1);
    assert_int_equal(repository_said(&r, MSG_period_not_due), 0);
    repository_end(&r);
}

static void test_corrections(void **state)
{
    (void)state;
    struct repository r;
    start(&r, "count,to_date", "quarter");
    repository_file(&r, "laureates/alpha/measures.csv", "indicator,period,value\nx,2024-Q1,1234\nx,2024-Q2,1200\n");
    repository_file(&r, "corrections.csv",
                    "indicator,laureate,period,old,new,reason\nx,alpha,2024-Q2,1300,\"1 200\",counted twice\n");
    repository_check(&r, 1);
    assert_int_equal(r.diagnostics->count, 0);
    repository_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_down),      cmocka_unit_test(test_repeats),
                                       cmocka_unit_test(test_unusual),   cmocka_unit_test(test_broken),
                                       cmocka_unit_test(test_half_year), cmocka_unit_test(test_corrections)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
