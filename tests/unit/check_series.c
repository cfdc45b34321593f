/* What a series shows: cumulatives that go down, values that repeat, unusual changes, and rows that contradict. */
#define _XOPEN_SOURCE 700
#include "repository.h"

/* One indicator, `x`: its columns are type, nature, year_start, frequency, multiplier, counting, break. */
static void start_with(struct repository *r, const char *columns)
{
    repository_start(r);
    repository_file(r, "programme.md", "---\nname: Trial\nlanguage: en\nedition_date: 2026-01-20\n---\n");
    repository_file(r, "laureates.csv", "id,name\nalpha,Alpha\nbeta,Beta\n");
    repository_file(r, "indicators.csv",
                    str_print(r->arena,
                              "id,label,unit,use,type,nature,year_start,frequency,multiplier,counting,break\n"
                              "x,X,persons,use,%s\ny,Y,persons,use,count,to_date,,,,,\n",
                              columns)
                        .at);
}

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

static size_t said_with(const char *columns, const double *values, size_t count, const char *corrections,
                        enum message message)
{
    struct repository r;
    start_with(&r, columns);
    file_series(&r, values, count);
    if (corrections)
        repository_file(&r, "corrections.csv",
                        str_print(r.arena, "indicator,laureate,period,old,new,reason\n%s", corrections).at);
    repository_check(&r, 1);
    size_t times = repository_said(&r, message);
    repository_end(&r);
    return times;
}
#define SAID_WITH(columns, corrections, message, ...)                                                                  \
    said_with(columns, (const double[]){__VA_ARGS__}, sizeof((const double[]){__VA_ARGS__}) / sizeof(double),          \
              corrections, message)

/* A fall is silent when one of its two cells was corrected, that very cell. */
static void test_corrected_cells(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        size_t times;
    } rows[] = {{"x,alpha,2020-Q2,31,30,why", 0}, {"x,alpha,2020-Q3,29,28,why", 0}, {"x,alpha,2020-Q1,11,12,why", 1},
                {"x,beta,2020-Q3,29,28,why", 1},  {"y,alpha,2020-Q3,29,28,why", 1}, {"x,alpha,2020-09,29,28,why", 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(SAID_WITH("count,to_date,,,,,", rows[i].row, MSG_cumulative_down, 12, 30, 28, 41),
                         rows[i].times);
}

/* Only a break between the two cells explains that the second is less: after the first's last day, until the second's.
 */
static void test_where_it_breaks(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        size_t times;
    } rows[] = {{"2020-01-01", 1}, {"2020-06-30", 1}, {"2020-07-01", 0}, {"2020-09-30", 0}, {"2020-10-01", 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char columns[64];
        snprintf(columns, sizeof columns, "amount,to_date,,,,,%s", rows[i].day);
        assert_int_equal(SAID_WITH(columns, NULL, MSG_cumulative_down, 12, 30, 28, 41), rows[i].times);
    }
}

/* The flow of a cumulative is known where the level before it is, or where it starts from nothing. */
static void test_repeated_flows(void **state)
{
    (void)state;
    assert_int_equal(SAID("count,to_date", MSG_flow_repeats, 2, 4, 6, 8), 0);
    assert_int_equal(SAID("count,to_date", MSG_flow_repeats, 2, 4, 6, 8, 10), 1);
    assert_int_equal(SAID("count,to_date", MSG_flow_repeats, 3, 5, 7, -1, 9, 11, 13, 15), 0);
    assert_int_equal(SAID("amount,flow", MSG_flow_repeats, 7, 7, 7, 7), 1);
    /* A year that starts in September starts inside a quarter: that quarter's flow is not known. */
    assert_int_equal(SAID("count,year_to_date", MSG_flow_repeats, 2, 4, 6, 8, 10, 12, 14), 0);
    /* One that starts with a quarter gives that quarter's flow. */
    assert_int_equal(SAID_WITH("count,year_to_date,1,,,,", NULL, MSG_flow_repeats, 7, 14, 21, 28), 1);
    assert_int_equal(SAID_WITH("count,year_to_date,1,,,,", NULL, MSG_flow_repeats, 1, 8, 15, 22, 7), 1);
    assert_int_equal(SAID_WITH("count,year_to_date,1,,,,", NULL, MSG_flow_repeats, 1, 8, 15, 22, 8), 0);
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

/* 0.6745 times a change's distance from the median change, over the median of those distances, more than 5. Eight
 * changes: the median is 0, its deviation 1; nine: 1 and 2. */
static void test_how_unusual(void **state)
{
    (void)state;
    assert_int_equal(SAID("count,flow", MSG_change_unusual, 10, 9, 10, 9, 10, 9, 10, 9, 16), 0);     /* 4.72 */
    assert_int_equal(SAID("count,flow", MSG_change_unusual, 10, 9, 10, 9, 10, 9, 10, 9, 17), 1);     /* 5.40 */
    assert_int_equal(SAID("count,flow", MSG_change_unusual, 10, 9, 10, 9, 10, 9, 10, 9, 10, 25), 0); /* 4.72 */
    assert_int_equal(SAID("count,flow", MSG_change_unusual, 10, 9, 10, 9, 10, 9, 10, 9, 10, 26), 1); /* 5.06 */
    /* Over a gap there is no change of one quarter. */
    assert_int_equal(SAID("count,flow", MSG_change_unusual, 10, 9, 10, 9, 10, 9, 10, 9, 10, -1, 90), 0);
    /* Nor where a year starts again, here in September. */
    assert_int_equal(
        SAID("count,year_to_date", MSG_change_unusual, 50, 61, 20, 30, 41, 50, 20, 31, 40, 51, 21, 30, 40, 50, 20, 31),
        0);
}

/* A rate is told in its own unit; 0/0 is no point of its series. */
static void test_unusual_rates(void **state)
{
    (void)state;
    for (int empty = 0; empty < 2; empty++) {
        struct repository r;
        start_with(&r, "ratio,,,,100,,");
        struct buffer text = {.arena = r.arena};
        buffer_add(&text, STR("indicator,period,numerator,denominator\n"));
        static const int tops[] = {10, 9, 10, 9, 10, 9, 10, 9, 59};
        for (size_t i = 0; i < 9; i++)
            buffer_print(&text, "x,%zu-Q%zu,%d,%d\n", 2020 + i / 4, i % 4 + 1, empty && i == 4 ? 0 : tops[i],
                         empty && i == 4 ? 0 : 100);
        repository_file(&r, "laureates/alpha/measures.csv", buffer_str(&text).at);
        repository_check(&r, 1);
        assert_int_equal(repository_said(&r, MSG_change_unusual), !empty); /* six changes are no history */
        for (size_t i = 0; i < r.diagnostics->count; i++)
            if (r.diagnostics->at[i].message == MSG_change_unusual)
                assert_string_equal(r.diagnostics->at[i].word[1].at, "50");
        repository_end(&r);
    }
}

/* A yearly count of unique persons is no fourth quarter filed twice. */
static void test_yearly_count(void **state)
{
    (void)state;
    struct repository r;
    start_with(&r, "count,flow,,,,unique_period,");
    repository_file(&r, "laureates/alpha/measures.csv",
                    "indicator,period,value\nx,2024-Q1,5\nx,2024-Q4,7\nx,2024,9\nx,2024-12,7\n");
    repository_check(&r, 1);
    assert_int_equal(repository_said(&r, MSG_observation_twice),
                     1); /* the fourth quarter, filed as its last month too */
    repository_end(&r);
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_down),
                                       cmocka_unit_test(test_corrected_cells),
                                       cmocka_unit_test(test_where_it_breaks),
                                       cmocka_unit_test(test_repeated_flows),
                                       cmocka_unit_test(test_repeats),
                                       cmocka_unit_test(test_unusual),
                                       cmocka_unit_test(test_how_unusual),
                                       cmocka_unit_test(test_unusual_rates),
                                       cmocka_unit_test(test_yearly_count),
                                       cmocka_unit_test(test_broken),
                                       cmocka_unit_test(test_half_year),
                                       cmocka_unit_test(test_corrections)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
