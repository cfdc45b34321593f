/* The test vectors of the indicator model, under their names. */
#include "facts_builder.h"

static void V1_ratio_over_those_that_gave_both(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t ratio = indicator_add(
        facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO, .nature = NATURE_FLOW, .multiplier = M("100")});
    laureate_add(facts, "a"), laureate_add(facts, "b"), laureate_add(facts, "c");
    observe_pair(facts, ratio, "a", "2025-Q1", "9", "10");
    observe_pair(facts, ratio, "b", "2025-Q1", "30", "100");
    const struct figure *f = figure(facts_done(facts), "taux@programme/2025-Q1");
    shows(f->value, "35.45454545454545");
    shows(f->numerator, "39");
    shows(f->denominator, "110");
    assert_int_equal(f->state, FIGURE_PARTIAL);
    assert_int_equal(f->received, 2);
    assert_int_equal(f->expected, 3);
}

static void V2_mean_weighted_by_n(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t mean = indicator_add(facts, (struct indicator){NAMED("delai"), .type = TYPE_MEAN});
    uint32_t simple = indicator_add(
        facts, (struct indicator){NAMED("simple"), .type = TYPE_MEAN, .over_laureates = OVER_SIMPLE_MEAN});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    observe_pair(facts, mean, "a", "2025-Q1", "4.5", "8");
    observe_pair(facts, mean, "b", "2025-Q1", "3.2", "120");
    observe(facts, simple, "a", "2025-Q1", "4.5");
    observe(facts, simple, "b", "2025-Q1", "3.2");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "delai@programme/2025-Q1");
    shows(f->value, "3.28125");
    shows(f->numerator, "420");
    shows(f->denominator, "128");
    assert_false(f->simple_mean);
    f = figure(measures, "simple@programme/2025-Q1");
    shows(f->value, "3.85");
    assert_true(f->simple_mean);
}

static void V3_stocks_of_a_year(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t last =
        indicator_add(facts, (struct indicator){NAMED("dernier"), .type = TYPE_COUNT, .nature = NATURE_STOCK});
    uint32_t mean = indicator_add(
        facts, (struct indicator){NAMED("moyen"), .type = TYPE_COUNT, .nature = NATURE_STOCK, .over_time = OVER_MEAN});
    const char *const a[] = {"40", "42", "nd", "45"}, *const b[] = {"10", "10", "12", "12"};
    laureate_add(facts, "a"), laureate_add(facts, "b");
    for (int q = 0; q < 4; q++) {
        observe(facts, last, "a", quarters_2025[q], a[q]), observe(facts, last, "b", quarters_2025[q], b[q]);
        observe(facts, mean, "a", quarters_2025[q], a[q]), observe(facts, mean, "b", quarters_2025[q], b[q]);
    }
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "dernier@programme/2025");
    shows(f->value, "57");
    assert_int_equal(f->state, FIGURE_COMPLETE);
    f = figure(measures, "moyen@programme/2025");
    shows(f->value, "53.333333333333336");
    assert_int_equal(f->state, FIGURE_PARTIAL);
    assert_int_equal(f->received, 1);
    assert_int_equal(f->observations_received, 7);
    assert_int_equal(f->observations_expected, 8);
    shows(figure(measures, "moyen@b/2025")->value, "11");
    shows(figure(measures, "moyen@a/2025")->value, "42.333333333333336");
}

static void V4_flows_of_a_cumulative_that_went_down(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t total =
        indicator_add(facts, (struct indicator){NAMED("cumul"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE});
    laureate_add(facts, "a")->joined = day_of("2025-02-01");
    observe(facts, total, "a", "2025-Q1", "12"), observe(facts, total, "a", "2025-Q2", "30");
    observe(facts, total, "a", "2025-Q3", "28"), observe(facts, total, "a", "2025-Q4", "41");
    struct measures *measures = facts_done(facts);
    static const struct {
        const char *period, *value, *flow;
    } rows[] = {{"2025-Q1", "12", "12"},
                {"2025-Q2", "30", "18"},
                {"2025-Q3", "28", ""},
                {"2025-Q4", "41", "13"},
                {"2025", "41", "41"}};
    const char *const subjects[] = {"a", "programme"};
    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            const struct figure *f = figure(measures, str_print(arena, "cumul@%s/%s", subjects[s], rows[i].period).at);
            shows(f->value, rows[i].value);
            shows(f->flow, rows[i].flow);
        }
}

static struct measures *towards(const char *baseline, const char *target, const char *value)
{
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t stock = indicator_add(facts, (struct indicator){NAMED("niveau"), .type = TYPE_COUNT,
                                                             .nature = NATURE_STOCK, .direction = DIRECTION_DOWN});
    laureate_add(facts, "a");
    observe(facts, stock, "a", "2025-Q4", value);
    target_set(facts, stock, NULL, "2025", target, baseline);
    return facts_done(facts);
}

static void V5_progress_downwards(void **state)
{
    (void)state;
    const struct figure *f = figure(towards("40", "20", "30"), "niveau@programme/2025-Q4");
    shows(f->progress, "0.5");
    shows(f->baseline, "40");
    shows(f->target, "20");
}

static void V6_a_target_of_zero(void **state)
{
    (void)state;
    shows(figure(towards("12", "0", "3"), "niveau@programme/2025-Q4")->progress, "0.75");
    const struct figure *f = figure(towards("12", "0", "0"), "niveau@programme/2025-Q4");
    shows(f->progress, "1");
    assert_int_equal(f->target_status, TARGET_MET);
}

static void V7_gross_and_like_for_like(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024", "2026-01-31");
    facts->programme.period = PERIOD_YEAR;
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    laureate_add(facts, "a"), laureate_add(facts, "b"), laureate_add(facts, "c");
    observe(facts, flow, "a", "2024", "100"), observe(facts, flow, "b", "2024", "80"),
        observe(facts, flow, "c", "2024", "60");
    observe(facts, flow, "a", "2025", "110"), observe(facts, flow, "b", "2025", "90");
    const struct figure *f = figure(facts_done(facts), "flux@programme/2025");
    shows(f->value, "200");
    shows(f->previous, "240");
    shows(f->change, "-0.16666666666666666");
    shows(f->change_like_for_like, "0.1111111111111111");
    assert_int_equal(f->like_for_like, 2);
}

static void V8_zero_is_received(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    observe(facts, flow, "a", "2025-Q1", "7"), observe(facts, flow, "b", "2025-Q1", "0");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "flux@programme/2025-Q1");
    shows(f->value, "7");
    assert_int_equal(f->received, 2);
    assert_int_equal(f->state, FIGURE_COMPLETE);
    shows(figure(measures, "flux@b/2025-Q1")->value, "0");
}

static void V9_unique_persons_have_a_range(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t unique =
        indicator_add(facts, (struct indicator){NAMED("jeunes"), .type = TYPE_COUNT, .nature = NATURE_FLOW,
                                                .counting = COUNTING_UNIQUE_PERIOD});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    const char *const a[] = {"50", "60", "55", "70"};
    for (int q = 0; q < 4; q++)
        observe(facts, unique, "a", quarters_2025[q], a[q]), observe(facts, unique, "b", quarters_2025[q], "1");
    observe(facts, unique, "b", "2025", "3");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "jeunes@a/2025");
    shows(f->value, "");
    shows(f->low, "70");
    shows(f->high, "235");
    assert_int_equal(f->state, FIGURE_RANGE);
    shows(figure(measures, "jeunes@b/2025")->value, "3");
    f = figure(measures, "jeunes@programme/2025");
    shows(f->low, "73");
    shows(f->high, "238");
    assert_true(f->without_deduplication);
    shows(figure(measures, "jeunes@programme/2025-Q4")->value, "71");
}

static void V14_a_thousand_dimes(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t amount =
        indicator_add(facts, (struct indicator){NAMED("montant"), .type = TYPE_AMOUNT, .nature = NATURE_FLOW});
    for (int i = 0; i < 1000; i++) {
        const char *id = str_print(arena, "l%03d", i).at;
        laureate_add(facts, id);
        observe(facts, amount, id, "2025-Q1", "0.10");
    }
    shows(figure(facts_done(facts), "montant@programme/2025-Q1")->value, "100");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(V1_ratio_over_those_that_gave_both),
        cmocka_unit_test(V2_mean_weighted_by_n),
        cmocka_unit_test(V3_stocks_of_a_year),
        cmocka_unit_test(V4_flows_of_a_cumulative_that_went_down),
        cmocka_unit_test(V5_progress_downwards),
        cmocka_unit_test(V6_a_target_of_zero),
        cmocka_unit_test(V7_gross_and_like_for_like),
        cmocka_unit_test(V8_zero_is_received),
        cmocka_unit_test(V9_unique_persons_have_a_range),
        cmocka_unit_test(V14_a_thousand_dimes),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
