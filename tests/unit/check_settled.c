/* What is settled after all files are read: the time of the programme, and which targets say the same. */
#define _XOPEN_SOURCE 700
#include "repository.h"

static void start(struct repository *r, const char *front, const char *direction)
{
    repository_start(r);
    repository_file(r, "programme.md", str_print(r->arena, "---\nname: Trial\nlanguage: en\n%s---\n", front).at);
    repository_file(r, "laureates.csv", "id,name\nalpha,Alpha\nbeta,Beta\n");
    repository_file(r, "indicators.csv",
                    str_print(r->arena,
                              "id,label,type,nature,unit,use,direction\nx,X,count,flow,persons,use,%s\n"
                              "y,Y,count,flow,persons,use,%s\n",
                              direction, direction)
                        .at);
}

/* The day stated, else the edition's, else the end of what has a value; the first period stated, else the first that
 * has one; the last period that ends on that day or before. */
static void test_time(void **state)
{
    (void)state;
    static const char data[] = "2024-Q1,\nx,2024-Q3,5\nx,2025-Q1,7\nx,2025-Q3,nd";
    static const struct {
        const char *front, *rows, *cut_off, *first, *last_ended;
    } cases[] = {
        {"cut_off: 2025-05-10\nedition_date: 2025-06-30\nfirst_period: 2024-Q1\n", data, "2025-05-10", "2024-Q1",
         "2025-Q1"},
        {"edition_date: 2025-06-30\n", data, "2025-06-30", "2024-Q3", "2025-Q2"},
        {"edition_date: 2025-06-29\n", data, "2025-06-29", "2024-Q3", "2025-Q1"},
        {"", data, "2025-03-31", "2024-Q3", "2025-Q1"},
        {"", "2025-Q1,7\nx,2024-Q3,5", "2025-03-31", "2024-Q3", "2025-Q1"},
        {"first_period: 2024-02\n", data, "2025-03-31", "2024-Q1", "2025-Q1"},
        {"first_period: 2024-Q4\nperiod: semester\n", data, "2025-03-31", "2024-S2", "2024-S2"},
        {"", "2025-02,7", "2025-02-28", "2025-Q1", "2024-Q4"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct repository r;
        start(&r, cases[i].front, "");
        repository_file(&r, "laureates/alpha/measures.csv",
                        str_print(r.arena, "indicator,period,value\nx,%s\n", cases[i].rows).at);
        repository_check(&r, 1);
        assert_string_equal(date_iso(r.arena, r.facts->cut_off).at, cases[i].cut_off);
        assert_string_equal(period_name(r.arena, r.facts->first_period, 1).at, cases[i].first);
        assert_string_equal(period_name(r.arena, r.facts->last_ended, 1).at, cases[i].last_ended);
        repository_end(&r);
    }
}

/* One target for an indicator, a laureate and a period; each indicator without a direction is said once. */
static void test_targets(void **state)
{
    (void)state;
    static const struct {
        const char *rows, *direction;
        size_t twice, missing;
    } cases[] = {
        {"x,2025,,9\nx,2025,,8", "up", 1, 0},
        {"x,2025,alpha,9\ny,2025,,1\nx,2025,alpha,8", "up", 1, 0},
        {"x,2025,alpha,9\nx,2025,beta,8", "up", 0, 0},
        {"x,2025,alpha,9\nx,2025,,8", "up", 0, 0},
        {"x,2025,alpha,9\nx,2025-Q4,alpha,8", "up", 0, 0},
        {"x,2025,,9\ny,2025,,8", "up", 0, 0},
        {"x,2025,nobody,9\nx,2025,nobody,8", "up", 0, 0}, /* unknown is what they are */
        {"z,2025,,9\nz,2025,,8", "up", 0, 0},
        {"x,2025,,9\nx,2026,,8\ny,2025,,8", "", 0, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct repository r;
        start(&r, "edition_date: 2026-01-20\n", cases[i].direction);
        repository_file(&r, "targets.csv",
                        str_print(r.arena, "indicator,period,laureate,target\n%s\n", cases[i].rows).at);
        repository_check(&r, 1);
        assert_int_equal(repository_said(&r, MSG_target_twice), cases[i].twice);
        assert_int_equal(repository_said(&r, MSG_direction_missing), cases[i].missing);
        for (size_t d = 0; d < r.diagnostics->count; d++)
            if (r.diagnostics->at[d].message == MSG_target_twice)
                assert_string_equal(r.diagnostics->at[d].word[0].at, "x");
        repository_end(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_time), cmocka_unit_test(test_targets)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
