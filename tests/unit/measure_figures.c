/* The rows of `bilan figures`: which there are, that many at once are what each is alone, and of whom what is expected.
 */
#include "facts_builder.h"
#include "measure/rules.h"

static void expect_keys(const struct measures *measures, const struct figures_request *request, const char *expected)
{
    struct figures figures = measure_figures(arena, measures, request);
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < figures.count; i++)
        buffer_print(&text, "%s%s%s", i ? " " : "",
                     figure_key_text(arena, measure_facts(measures), figures.at[i].key).at,
                     figures.at[i].state == FIGURE_NOT_DUE ? "?" : "");
    assert_string_equal(buffer_str(&text).at, expected);
}

/* None for a subject of whom nothing is expected; of what is not due a row that says so, for those it is asked of. */
static void which_rows(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-10-05");
    struct indicator count = {NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_FLOW};
    *PUSH(arena, &count.expected_tags) = STR("k");
    uint32_t x = indicator_add(facts, count);
    uint32_t own = indicator_add(
        facts, (struct indicator){NAMED("p"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .scope = SCOPE_PROGRAMME});
    count = (struct indicator){NAMED("y"), .type = TYPE_COUNT, .nature = NATURE_FLOW};
    *PUSH(arena, &count.expected_tags) = STR("personne");
    uint32_t nobody = indicator_add(facts, count);
    static const char *const ids[] = {"a", "b", "c", "d"}, *const places[] = {"Nord", "Nord", "Nord", "Sud"};
    for (int l = 0; l < 4; l++) {
        struct laureate *laureate = laureate_add(facts, ids[l]);
        laureate->territory = str_of(places[l]);
        if (l < 3)
            *PUSH(arena, &laureate->tags) = STR("k");
        laureate->joined = day_of(l == 1 ? "2025-07-01" : NULL);
        laureate->left = day_of(l == 2 ? "2025-08-01" : NULL);
    }
    observe(facts, x, "a", "2025-Q1", "5"), observe(facts, x, "d", "2025-Q1", "9");
    observe(facts, own, NULL, "2025-Q2", "7"), observe(facts, nobody, NULL, "2025-Q2", "8");
    struct measures *measures = facts_done(facts);
    struct figures_request request = {.by = SUBJECT_LAUREATE, .time = PERIOD_QUARTER, .jobs = 1};
    expect_keys(measures, &request,
                "x@a/2025-Q1 x@a/2025-Q2 x@a/2025-Q3? x@b/2025-Q3? x@c/2025-Q1 x@c/2025-Q2 x@c/2025-Q3?");
    request.by = SUBJECT_PROGRAMME;
    expect_keys(measures, &request,
                "x@programme/2025-Q1 x@programme/2025-Q2 x@programme/2025-Q3? p@programme/2025-Q1 p@programme/2025-Q2 "
                "p@programme/2025-Q3? y@programme/2025-Q2");
    request.by = SUBJECT_ATTRIBUTE;
    request.attribute = ATTRIBUTE_TERRITORY;
    expect_keys(measures, &request, "x@territory=Nord/2025-Q1 x@territory=Nord/2025-Q2 x@territory=Nord/2025-Q3?");
    *PUSH(arena, &request.indicators) = STR("p");
    expect_keys(measures, &request, "");
}

/* Every period that has ended, else those asked for; a longer one means the sub-periods in it; to date, the last. */
static void which_periods(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q3", "2025-07-31");
    uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    laureate_add(facts, "a");
    observe(facts, x, "a", "2024-Q3", "1"), observe(facts, x, "a", "2024-Q4", "2"),
        observe(facts, x, "a", "2025-Q1", "3"), observe(facts, x, "a", "2025-Q2", "4");
    struct measures *measures = facts_done(facts);
    struct figures_request request = {.by = SUBJECT_PROGRAMME, .time = PERIOD_QUARTER, .jobs = 1};
    expect_keys(measures, &request, "x@programme/2024-Q3 x@programme/2024-Q4 x@programme/2025-Q1 x@programme/2025-Q2");
    request.time = PERIOD_SEMESTER;
    expect_keys(measures, &request, "x@programme/2024-S2 x@programme/2025-S1");
    struct period asked[] = {P("2024"), P("2025-Q2")};
    request.time = PERIOD_QUARTER;
    request.periods = asked;
    request.period_count = 2;
    expect_keys(measures, &request, "x@programme/2024-Q3 x@programme/2024-Q4 x@programme/2025-Q2");
    request.to_date = true;
    expect_keys(measures, &request, "x@programme/2024~to-date x@programme/2025-Q2~to-date");
    request.period_count = 0;
    expect_keys(measures, &request, "x@programme/2025-Q2~to-date");
    struct figures figures = measure_figures(arena, measures, &request);
    shows(figures.at[0].value, "10");
}

static void same(struct quantity a, struct quantity b)
{
    assert_string_equal(a.is ? quantity_text(arena, a).at : "", b.is ? quantity_text(arena, b).at : "");
}

/* Laureates that come, go and leave gaps; two years, quarter by quarter, and by year. */
static struct measures *two_years(void)
{
    struct facts *facts = facts_new("2024-Q1", "2026-01-31");
    static const struct {
        int type, nature;
    } kinds[] = {{TYPE_COUNT, NATURE_FLOW}, {TYPE_COUNT, NATURE_STOCK}, {TYPE_COUNT, NATURE_TO_DATE},
                 {TYPE_RATIO, NATURE_FLOW}, {TYPE_MEAN, NATURE_FLOW},   {TYPE_MEDIAN, NATURE_NONE},
                 {TYPE_SCORE, NATURE_NONE}, {TYPE_VALUE, NATURE_POINT}};
    static const char *const names[] = {"flux", "stock", "cumul", "taux", "note", "mediane", "score", "valeur"};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        indicator_add(facts, (struct indicator){.id = str_of(names[k]),
                                                .label = str_of(names[k]),
                                                .type = kinds[k].type,
                                                .nature = kinds[k].nature,
                                                .direction = DIRECTION_UP,
                                                .baseline = M("3")});
    laureate_add(facts, "a"), laureate_add(facts, "b")->joined = day_of("2024-05-01");
    laureate_add(facts, "c")->left = day_of("2025-08-01");
    for (size_t l = 0; l < 3; l++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            for (int q = 0; q < 8; q++) {
                int n = 5 + (int)l * 7 + q * 3 + (int)k;
                bool gap = (q + (int)l + (int)k) % 5 == 0;
                const char *id = (const char *[]){"a", "b", "c"}[l];
                const char *period = str_print(arena, "%d-Q%d", 2024 + q / 4, q % 4 + 1).at;
                bool pair = kinds[k].type == TYPE_RATIO || kinds[k].type == TYPE_MEAN || kinds[k].type == TYPE_SCORE;
                if (l == 1 && q == 0)
                    continue;
                observe_pair(facts, (uint32_t)k + 1, id, period, gap ? "nd" : str_print(arena, "%d", n).at,
                             pair && !gap ? str_print(arena, "%d", 2 * n + 1).at : NULL);
            }
    for (uint32_t k = 1; k < 4; k++)
        target_set(facts, k, NULL, "2025", "200", NULL);
    return facts_done(facts);
}

static void many_are_what_each_is_alone(void **state)
{
    (void)state;
    const struct measures *measures = two_years();
    static const enum period_kind times[] = {PERIOD_QUARTER, PERIOD_SEMESTER, PERIOD_YEAR};
    static const enum subject_kind subjects[] = {SUBJECT_PROGRAMME, SUBJECT_LAUREATE};
    size_t changed = 0, like = 0, progressed = 0;
    for (size_t t = 0; t < 3; t++)
        for (size_t s = 0; s < 2; s++) {
            struct figures_request request = {.by = subjects[s], .time = times[t], .jobs = 1 + (int)s};
            struct figures figures = measure_figures(arena, measures, &request);
            assert_true(figures.count > 0);
            for (size_t i = 0; i < figures.count; i++) {
                const struct figure *many = &figures.at[i],
                                    *one = measure_figure(arena, measures, many->key, AUDIENCE_INTERNAL);
                same(many->value, one->value), same(many->flow, one->flow), same(many->low, one->low);
                same(many->previous, one->previous), same(many->change, one->change);
                same(many->change_like_for_like, one->change_like_for_like);
                same(many->progress, one->progress), same(many->numerator, one->numerator);
                assert_int_equal(many->state, one->state);
                assert_int_equal(many->like_for_like, one->like_for_like);
                assert_int_equal(many->share_count, one->share_count);
                for (size_t a = 0; a < one->share_count; a++) {
                    assert_int_equal(decimal_compare(many->shares[a].answer, one->shares[a].answer), 0);
                    assert_int_equal(decimal_compare(many->shares[a].count, one->shares[a].count), 0);
                }
                changed += many->change.is;
                like += many->change_like_for_like.is;
                progressed += many->progress.is;
            }
        }
    assert_true(changed > 50 && like > 50 && progressed > 10);
}

/* By hand, of the same: in the second quarters a had 8 and nothing, b 15 and 27, c 22 and 34. */
static void like_for_like_by_hand(void **state)
{
    (void)state;
    const struct measures *measures = two_years();
    struct figures_request request = {.by = SUBJECT_PROGRAMME, .time = PERIOD_QUARTER, .jobs = 1};
    *PUSH(arena, &request.indicators) = STR("flux");
    struct figures figures = measure_figures(arena, measures, &request);
    assert_int_equal(figures.count, 8);
    shows(figures.at[1].value, "45");
    shows(figures.at[5].value, "61");
    shows(figures.at[5].previous, "45");
    shows(figures.at[5].change, "0.35555555555555557");              /* 16 of 45 */
    shows(figures.at[5].change_like_for_like, "0.6486486486486487"); /* 24 of 37: b and c */
    assert_int_equal(figures.at[5].like_for_like, 2);
}

/* ---- of whom what is expected ---- */

static void who_owes_what(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t stock =
        indicator_add(facts, (struct indicator){NAMED("stock"), .type = TYPE_COUNT, .nature = NATURE_STOCK});
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t half = indicator_add(facts, (struct indicator){NAMED("semestre"), .type = TYPE_COUNT,
                                                            .nature = NATURE_FLOW, .frequency = PERIOD_SEMESTER});
    laureate_add(facts, "a"), laureate_add(facts, "b")->left = day_of("2025-02-10");
    laureate_add(facts, "c")->joined = day_of("2025-10-01");
    four(facts, stock, "a", "nd", "1", "1", "1"), four(facts, flow, "a", "nd", "1", "1", "1");
    four(facts, stock, "b", "1", NULL, NULL, NULL), four(facts, flow, "b", "1", NULL, NULL, NULL);
    struct measures *measures = facts_done(facts);
    static const struct {
        const char *period;
        uint32_t stock, flow;               /* expected */
        bool stock_received, flow_received; /* of a */
    } rows[] = {{"2025", 2, 3, true, false},
                {"2025-Q1", 2, 2, false, false},
                {"2025-Q2", 1, 1, true, true},
                {"2025-S2", 2, 2, true, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct expecteds of = measure_expected(arena, measures, stock, P(rows[i].period));
        assert_int_equal(of.count, rows[i].stock);
        assert_int_equal(of.at[0].received, rows[i].stock_received);
        of = measure_expected(arena, measures, flow, P(rows[i].period));
        assert_int_equal(of.count, rows[i].flow);
        assert_int_equal(of.at[0].received, rows[i].flow_received);
    }
    /* b was there in the half-year, but not in the quarter for which it is asked. */
    assert_int_equal(measure_expected(arena, measures, half, P("2025-Q2")).count, 2);
    assert_int_equal(measure_asked(arena, measures, half, P("2025-Q2")).count, 1);
    assert_int_equal(measure_asked(arena, measures, half, P("2025-S1")).count, 2);
}

/* A declared choice takes the place of the rule, in the figures and in the words. */
static void declared_choices(void **state)
{
    (void)state;
    static const struct {
        int type, nature, over_time, over_laureates;
        const char *year, *programme, *time_words, *group_words;
    } rows[] = {
        {TYPE_COUNT, NATURE_STOCK, OVER_DEFAULT, OVER_DEFAULT, "8", "16", "dernière sous-période échue",
         "somme des lauréats"},
        {TYPE_COUNT, NATURE_STOCK, OVER_MEAN, OVER_DEFAULT, "5", "10", "moyenne des fins de sous-période",
         "somme des lauréats"},
        {TYPE_COUNT, NATURE_STOCK, OVER_DEFAULT, OVER_NONE, "8", "", "dernière sous-période échue", "aucun total"},
        {TYPE_COUNT, NATURE_FLOW, OVER_NONE, OVER_DEFAULT, "", "", "aucune agrégation dans le temps",
         "somme des lauréats"},
        {TYPE_COUNT, NATURE_POINT, OVER_NONE, OVER_DEFAULT, "8", "16", "dernière valeur datée",
         "somme des lauréats à une même date"},
        {TYPE_MEAN, NATURE_FLOW, OVER_DEFAULT, OVER_SIMPLE_MEAN, "5", "5", "moyenne pondérée par les effectifs",
         "moyenne simple des lauréats, sans pondération"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2025-Q1", "2026-01-31");
        uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = rows[i].type, .nature = rows[i].nature,
                                                             .over_time = rows[i].over_time,
                                                             .over_laureates = rows[i].over_laureates});
        laureate_add(facts, "a"), laureate_add(facts, "b");
        four(facts, x, "a", "2", "4", "6", "8"), four(facts, x, "b", "2", "4", "6", "8");
        struct measures *measures = facts_done(facts);
        const struct indicator *indicator = &measure_facts(measures)->indicators.at[x];
        shows(figure(measures, "x@a/2025")->value, rows[i].year);
        shows(figure(measures, "x@programme/2025")->value, rows[i].programme);
        shows(figure(measures, "x@a/2025-Q2")->value, "4");
        assert_string_equal(rule_time_words(indicator, LANGUAGE_FR).at, rows[i].time_words);
        assert_string_equal(rule_group_words(indicator, LANGUAGE_FR).at, rows[i].group_words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(which_rows),
        cmocka_unit_test(which_periods),
        cmocka_unit_test(many_are_what_each_is_alone),
        cmocka_unit_test(like_for_like_by_hand),
        cmocka_unit_test(who_owes_what),
        cmocka_unit_test(declared_choices),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
