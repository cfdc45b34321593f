/* What a definition allows of a value, its parts, its period; and rows against each other. Bounds are allowed
 * themselves. */
#define _XOPEN_SOURCE 700
#include "repository.h"

#define NOTHING (-1)

static void start(struct repository *r, const char *indicator)
{
    repository_start(r);
    repository_file(r, "programme.md",
                    "---\nname: Trial\nlanguage: en\nfirst_period: 2025-Q1\nedition_date: 2026-01-20\n---\n");
    repository_file(r, "laureates.csv", "id,name\nalpha,Alpha\nbeta,Beta\n");
    repository_file(r, "dimensions.csv",
                    "dimension,category,exclusive\nsex,w,yes\nsex,m,yes\nage,y,yes\nage,o,yes\nneed,a,no\nneed,b,no\n");
    repository_file(r, "indicators.csv",
                    str_print(r->arena,
                              "id,label,use,type,nature,unit,multiplier,min,max,integer,frequency,counting,dimensions\n"
                              "x,X,use,%s\n",
                              indicator)
                        .at);
}

/* The one thing that is said, or nothing. */
static void says(struct repository *r, int message, const char *what)
{
    for (size_t i = 0; i < r->diagnostics->count; i++)
        if ((int)r->diagnostics->at[i].message != message)
            fail_msg("%s: says %s", what, message_code(r->arena, r->diagnostics->at[i].message).at);
    if (r->diagnostics->count != (message != NOTHING))
        fail_msg("%s: says %zu things", what, r->diagnostics->count);
    repository_end(r);
}

struct value_case {
    const char *indicator, *row; /* period,value,numerator,denominator */
    int message;
};

static void value_case(const struct value_case *c, const char *file)
{
    struct repository r;
    start(&r, c->indicator);
    repository_file(&r, file,
                    str_print(r.arena, "indicator,period,value,numerator,denominator,reason\nx,%s,why\n", c->row).at);
    repository_check(&r, 1);
    says(&r, c->message, str_print(r.arena, "%s: %s", c->indicator, c->row).at);
}

static void test_bounds(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {"count,flow,persons,,1,10,,,,", "2025-Q1,1,,", NOTHING},
        {"count,flow,persons,,1,10,,,,", "2025-Q1,0,,", MSG_below_minimum},
        {"count,flow,persons,,1,10,,,,", "2025-Q1,10,,", NOTHING},
        {"count,flow,persons,,1,10,,,,", "2025-Q1,11,,", MSG_above_maximum},
        {"count,flow,persons,,,10,,,,", "2025-Q1,-1,,", NOTHING},
        {"count,flow,persons,,1,,,,,", "2025-Q1,1.5,,", NOTHING},
        {"count,flow,persons,,,,yes,,,", "2025-Q1,1.5,,", MSG_not_whole},
        {"count,flow,persons,,,,yes,,,", "2025-Q1,150,,", NOTHING},
        {"count,flow,persons,,,,no,,,", "2025-Q1,1.5,,", NOTHING},
        /* A share exceeds its whole neither as % nor with a multiplier of 100; a cost may. */
        {"ratio,,%,,,,,,,", "2025-Q1,,11,10", MSG_numerator_above},
        {"ratio,,%,,,,,,,", "2025-Q1,,10,10", NOTHING},
        {"ratio,,points,100,,,,,,", "2025-Q1,,11,10", MSG_numerator_above},
        {"ratio,,euros,10,,,,,,", "2025-Q1,,11,10", NOTHING},
        {"ratio,,euros,,,,,,,", "2025-Q1,,11,10", NOTHING},
        {"ratio,,%,100,,120,,,,", "2025-Q1,,12,10", NOTHING},
        {"ratio,,%,100,,120,,,,", "2025-Q1,,12.1,10", MSG_ratio_above_maximum},
        {"ratio,,euros,,,2,,,,", "2025-Q1,,2,1", NOTHING},
        {"ratio,,euros,,,2,,,,", "2025-Q1,,2.1,1", MSG_ratio_above_maximum},
        {"ratio,,%,100,50,,,,,", "2025-Q1,,5,10", NOTHING},
        {"ratio,,%,100,50,,,,,", "2025-Q1,,4.9,10", MSG_ratio_below_minimum},
        {"ratio,,%,100,50,,,,,", "2025-Q1,,0,10", MSG_ratio_below_minimum},
        {"ratio,,%,100,50,,,,,", "2025-Q1,,0,0", NOTHING},
        {"ratio,,euros,,,2,,,,", "2025-Q1,,-1,10", NOTHING},
        {"ratio,,euros,,,,yes,,,", "2025-Q1,,1.5,10", MSG_parts_not_whole},
        {"ratio,,euros,,,,yes,,,", "2025-Q1,,1,10.5", MSG_parts_not_whole},
        {"ratio,,euros,,,,yes,,,", "2025-Q1,,5,10", NOTHING},
        {"ratio,,euros,,,,,,,", "2025-Q1,,1.5,10", NOTHING},
        {"ratio,,euros,,,,,,,", "2025-Q1,,1,-1", MSG_denominator_negative},
        {"ratio,,euros,,,,,,,", "2025-Q1,,1,0", MSG_division_by_zero},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        value_case(&cases[i], "laureates/alpha/measures.csv");
}

/* A unit beside the number is the indicator's, in its own words; thousands and millions are of euros. */
static void test_units(void **state)
{
    (void)state;
    static const struct {
        const char *unit, *text;
        int message;
        int64_t value;
        unsigned scale;
    } cases[] = {
        {"€", "12 €", NOTHING, 12, 0},
        {"€", "12 EUR", NOTHING, 12, 0},
        {"EUR", "12 €", NOTHING, 12, 0},
        {"€", "3 k€", NOTHING, 3000, 0},
        {"€", "3 K€", NOTHING, 3000, 0},
        {"€", "3 keur", NOTHING, 3000, 0},
        {"€", "3.5 M€", NOTHING, 3500000, 0},
        {"€", "0.0015 k€", NOTHING, 15, 1},
        {"persons", "12 persons", NOTHING, 12, 0},
        {"persons", "12 €", MSG_unit_differs, 0, 0},
        {"€", "12 persons", MSG_unit_differs, 0, 0},
        {"persons", "3 k€", MSG_unit_differs, 0, 0},
        {"% of jobs", "12 %", NOTHING, 12, 0},
        {"% of jobs", "12 jobs", MSG_unit_differs, 0, 0},
        {"jobs", "12 %", MSG_unit_differs, 0, 0},
        {"€", "999999999999 M€", NOTHING, 999999999999000000, 0},
        {"€", "1000000000000 M€", MSG_number_too_long, 0, 0},
        {"€", "-1000000000000 M€", MSG_number_too_long, 0, 0},
        {"€", "99999999999999999 M€", MSG_number_too_long, 0, 0},
        {"€", "-99999999999999999 M€", MSG_number_too_long, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct repository r;
        char indicator[64];
        snprintf(indicator, sizeof indicator, "value,point,%s,,,,,,,", cases[i].unit);
        start(&r, indicator);
        repository_file(&r, "laureates/alpha/measures.csv",
                        str_print(r.arena, "indicator,period,value\nx,2025-Q1,%s\n", cases[i].text).at);
        repository_check(&r, 1);
        if (cases[i].message == NOTHING) {
            assert_int_equal(r.facts->observations.count, 1);
            assert_int_equal(r.facts->observations.at[0].first, cases[i].value);
            assert_int_equal(r.facts->observations.at[0].first_scale, cases[i].scale);
        }
        says(&r, cases[i].message, cases[i].text);
    }
}

/* A cell of a small table has no indicator: money, shares and hours say what they are. */
static void test_usual_units(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int message;
        int64_t value;
    } cases[] = {{"12 €", NOTHING, 12}, {"3 k€", NOTHING, 3000},           {"12 %", NOTHING, 12},
                 {"12 h", NOTHING, 12}, {"12 kg", MSG_unit_unexpected, 0}, {"12", NOTHING, 12}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct repository r;
        start(&r, "count,flow,persons,,,,,,,");
        repository_file(&r, "resources.csv",
                        str_print(r.arena, "line,planned,used,date\nRooms,%s,1,2025-05-05\n", cases[i].text).at);
        repository_check(&r, 1);
        if (cases[i].message == NOTHING)
            assert_int_equal(r.facts->resources.at[0].planned.number.units, cases[i].value);
        assert_int_equal(repository_said(&r, MSG_unit_unexpected), cases[i].message != NOTHING);
        repository_end(&r);
    }
}

/* Longer than its rhythm: what the rules use. Shorter: what ends it. */
static void test_periods(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {"count,flow,persons,,,,,quarter,,", "2025,9,,", MSG_period_too_long},
        {"count,flow,persons,,,,,quarter,unique_period,", "2025,9,,", NOTHING},
        {"value,point,days,,,,,quarter,,", "2025,9,,", NOTHING},
        {"yes_no,,,,,,,quarter,,", "2025,yes,,", NOTHING},
        {"milestone,,,,,,,quarter,,", "2025,yes,,", NOTHING},
        {"text,,,,,,,quarter,,", "2025,words,,", NOTHING},
        {"count,stock,persons,,,,,semester,,", "2025-Q2,9,,", NOTHING},
        {"count,stock,persons,,,,,semester,,", "2025-06,9,,", NOTHING},
        {"count,stock,persons,,,,,semester,,", "2025-Q3,9,,", MSG_period_not_due},
        {"count,stock,persons,,,,,quarter,,", "2025-03,9,,", NOTHING},
        {"count,stock,persons,,,,,quarter,,", "2025-02,9,,", MSG_period_not_due},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        value_case(&cases[i], "laureates/alpha/measures.csv");
    static const struct value_case own = {"count,flow,persons,,,,,quarter,,", "2025,9,,", NOTHING};
    value_case(&own, "measures.csv");
}

/* An empty cell outside membership says nothing that is wrong. */
static void test_outside(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {"", "2025-Q1,9", MSG_before_joining},
        {"", "2025-Q1,", NOTHING},
        {"", "2025-Q2,9", NOTHING},
        {"", "2025-Q3,9", NOTHING},
        {"", "2025-Q4,9", MSG_after_leaving},
        {"", "2025-Q4,", NOTHING},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct repository r;
        start(&r, "count,stock,persons,,,,,,,");
        repository_file(&r, "laureates.csv", "id,name,joined,left\nalpha,Alpha,2025-04-01,2025-09-30\n");
        repository_file(&r, "laureates/alpha/measures.csv",
                        str_print(r.arena, "indicator,period,value\nx,%s\n", cases[i].row).at);
        repository_check(&r, 1);
        says(&r, cases[i].message, cases[i].row);
    }
}

/* Rows of one laureate, against each other. */
static void test_breakdowns(void **state)
{
    (void)state;
    static const struct {
        const char *indicator, *rows; /* period,value,numerator,denominator,n,status,sex,age,need */
        int message;
    } cases[] = {
        {"count,flow,persons,,,,,,,sex", "2025-Q1,10\nx,2025-Q1,4,,,,,w\nx,2025-Q1,6,,,,,m", NOTHING},
        {"count,flow,persons,,,,,,,sex", "2025-Q1,10\nx,2025-Q1,4,,,,,w\nx,2025-Q1,5,,,,,m", MSG_breakdown_differs},
        {"count,flow,persons,,,,,,,sex", "2025-Q1,10\nx,2025-Q1,4,,,,,w\nx,2025-Q1,7,,,,r,m", MSG_breakdown_differs},
        {"amount,flow,euros,,,,,,,sex", "2025-Q1,10\nx,2025-Q1,4,,,,,w\nx,2025-Q1,5,,,,,m", MSG_breakdown_differs},
        {"mean,,days,,,,,,,sex", "2025-Q1,10,,,2\nx,2025-Q1,4,,,1,,w\nx,2025-Q1,5,,,1,,m", NOTHING},
        {"count,flow,persons,,,,,,,need", "2025-Q1,10\nx,2025-Q1,4,,,,,,,a\nx,2025-Q1,9,,,,,,,b", NOTHING},
        /* What is known is at most the total; what is not filed is not known. */
        {"count,flow,persons,,,,,,,sex", "2025-Q1,10\nx,2025-Q1,4,,,,,w", NOTHING},
        {"count,flow,persons,,,,,,,sex", "2025-Q1,10\nx,2025-Q1,4,,,,,w\nx,2025-Q1,nd,,,,,m", NOTHING},
        {"count,flow,persons,,,,,,,sex", "2025-Q1,10\nx,2025-Q1,11,,,,,w", MSG_breakdown_differs},
        /* Both parts of a ratio. */
        {"ratio,,euros,,,,,,,sex", "2025-Q1,,10,20\nx,2025-Q1,,4,10,,,w\nx,2025-Q1,,6,10,,,m", NOTHING},
        {"ratio,,euros,,,,,,,sex", "2025-Q1,,10,20\nx,2025-Q1,,4,10,,,w\nx,2025-Q1,,6,9,,,m", MSG_breakdown_differs},
        {"ratio,,euros,,,,,,,sex", "2025-Q1,,10,20\nx,2025-Q1,,4,10,,,w\nx,2025-Q1,,5,10,,,m", MSG_breakdown_differs},
        /* A category broken down in its turn, whichever column comes first. */
        {"count,flow,persons,,,,,,,sex age",
         "2025-Q1,10\nx,2025-Q1,4,,,,,w\nx,2025-Q1,6,,,,,m\nx,2025-Q1,1,,,,,w,y\nx,2025-Q1,3,,,,,w,o", NOTHING},
        {"count,flow,persons,,,,,,,sex age",
         "2025-Q1,10\nx,2025-Q1,4,,,,,w\nx,2025-Q1,6,,,,,m\nx,2025-Q1,2,,,,,w,y\nx,2025-Q1,3,,,,,w,o",
         MSG_breakdown_differs},
        {"count,flow,persons,,,,,,,sex age",
         "2025-Q1,10\nx,2025-Q1,3,,,,,,y\nx,2025-Q1,7,,,,,,o\nx,2025-Q1,1,,,,,w,y\nx,2025-Q1,2,,,,,m,y", NOTHING},
        {"count,flow,persons,,,,,,,sex age",
         "2025-Q1,10\nx,2025-Q1,3,,,,,,y\nx,2025-Q1,7,,,,,,o\nx,2025-Q1,1,,,,,w,y\nx,2025-Q1,3,,,,,m,y",
         MSG_breakdown_differs},
        {"count,flow,persons,,,,,,,sex", "2025-Q1,4,,,,,w\nx,2025-Q1,6,,,,,m", MSG_breakdown_without_total},
        {"count,flow,persons,,,,,,,sex", "2025-Q1,nd,,,,,w", NOTHING},
        {"count,flow,persons,,,,,,,sex", "2025-Q1,10\nx,2025-Q1,10", MSG_observation_twice},
        {"count,flow,persons,,,,,,,sex", "2025-Q1,\nx,2025-Q1,10", NOTHING},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct repository r;
        start(&r, cases[i].indicator);
        repository_file(&r, "laureates/alpha/measures.csv",
                        str_print(r.arena,
                                  "indicator,period,value,numerator,denominator,n,status,sex,age,need,reason\nx,%s\n",
                                  cases[i].rows)
                            .at);
        repository_check(&r, 1);
        for (size_t d = 0; d < r.diagnostics->count; d++)
            if (r.diagnostics->at[d].message == MSG_reason_missing)
                r.diagnostics->at[d--] = r.diagnostics->at[--r.diagnostics->count];
        says(&r, cases[i].message, cases[i].rows);
    }
}

/* What a laureate filed twice is dropped, and those after it close the gap. */
static void test_gaps(void **state)
{
    (void)state;
    struct repository r;
    start(&r, "count,flow,persons,,,,,,,");
    repository_file(&r, "laureates/alpha/measures.csv",
                    "indicator,period,value\nx,2025-Q2,12\nx,2025-Q1,11\nx,2025-Q1,99\nx,2025-Q1,98\n");
    repository_file(&r, "laureates/beta/measures.csv", "indicator,period,value\nx,2025-Q1,21\nx,2025-Q2,22\n");
    repository_check(&r, 1);
    static const int64_t values[] = {11, 12, 21, 22};
    static const uint32_t laureates[] = {1, 1, 2, 2};
    assert_int_equal(r.facts->observations.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(r.facts->observations.at[i].first, values[i]);
        assert_int_equal(r.facts->observations.at[i].laureate, laureates[i]);
    }
    assert_int_equal(repository_said(&r, MSG_observation_twice), 2);
    repository_end(&r);
}

/* Before a build errors alone are looked for: a half-year filed twice under two names is one. */
static void test_errors_only(void **state)
{
    (void)state;
    struct repository r;
    start(&r, "count,stock,persons,,,,,semester,,");
    repository_file(&r, "laureates/alpha/measures.csv", "indicator,period,value\nx,2025-S1,5\nx,2025-Q2,6\n");
    assert_int_equal(folder_open(r.arena, str_of(r.path), &r.folder), FILE_OK);
    r.diagnostics = diagnostics_new(r.arena);
    r.facts =
        check_repository(r.arena, r.folder, (struct check_options){.jobs = 1, .errors_only = true}, r.diagnostics);
    folder_close(&r.folder);
    says(&r, MSG_observation_twice, "errors only");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_bounds),      cmocka_unit_test(test_units),
                                       cmocka_unit_test(test_usual_units), cmocka_unit_test(test_periods),
                                       cmocka_unit_test(test_outside),     cmocka_unit_test(test_breakdowns),
                                       cmocka_unit_test(test_gaps),        cmocka_unit_test(test_errors_only)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
