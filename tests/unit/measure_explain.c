/* What a figure says of itself: the parts that are told add up to the value that is printed. */
#include "facts_builder.h"

static void says(const struct measures *measures, const char *key, const char *text)
{
    assert_string_equal(measure_computation(arena, measures, figure(measures, key)).at, text);
}

static uint32_t unique_add(struct facts *facts, const char *id, int nature, int counting)
{
    return indicator_add(
        facts, (struct indicator){
                   .id = str_of(id), .label = str_of(id), .type = TYPE_COUNT, .nature = nature, .counting = counting});
}

static struct facts *two_laureates(void)
{
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    laureate_add(facts, "a")->name = STR("Arc"), laureate_add(facts, "b")->name = STR("Béa");
    facts->programme.language = LANGUAGE_EN;
    return facts;
}

static void a_yearly_count_is_told_as_filed(void **state)
{
    (void)state;
    struct facts *facts = two_laureates();
    uint32_t unique = unique_add(facts, "ateliers", NATURE_FLOW, COUNTING_UNIQUE_PERIOD);
    uint32_t year = unique_add(facts, "suivis", NATURE_FLOW, COUNTING_UNIQUE_YEAR);
    four(facts, unique, "a", "50", "60", "55", "70"), four(facts, unique, "b", "5", "6", "5", "7");
    observe(facts, unique, "b", "2025", "11");
    four(facts, year, "a", "1", "2", "3", "4");
    observe(facts, year, "a", "2025", "9");
    struct measures *measures = facts_done(facts);
    says(measures, "ateliers@b/2025", "11, filed for 2025.");
    says(measures, "suivis@a/2025", "9, filed for 2025.");
    says(measures, "suivis@a/2025-Q3", "3, the value of 2025-09-30.");
    says(measures, "ateliers@a/2025",
         "At least 70 (Q4 2025), at most 50 (Q1 2025) + 60 (Q2 2025) + 55 (Q3 2025) + 70 (Q4 2025) = 235: the same "
         "people may have been counted several times.");
    says(measures, "ateliers@programme/2025",
         "At least 70 (Arc) + 11 (Béa) = 81, at most 235 (Arc) + 11 (Béa) = 246: the same people may have been counted "
         "several times. Laureates fully received: 2 of 2 expected, 5 of 5 observations.");
}

static void a_range_over_laureates(void **state)
{
    (void)state;
    struct facts *facts = two_laureates();
    uint32_t unique = unique_add(facts, "jeunes", NATURE_TO_DATE, COUNTING_UNIQUE_PROGRAMME);
    four(facts, unique, "a", "4", "6", "7", "9"), four(facts, unique, "b", "1", "2", "3", "20");
    says(facts_done(facts), "jeunes@programme/2025",
         "At least 20 (Béa), at most 9 (Arc) + 20 (Béa) = 29: the same people may have been counted several times. "
         "Laureates received: 2 of 2 expected.");
}

static void means_of_period_ends(void **state)
{
    (void)state;
    struct facts *facts = two_laureates();
    uint32_t stock = indicator_add(
        facts, (struct indicator){NAMED("places"), .type = TYPE_COUNT, .nature = NATURE_STOCK, .over_time = OVER_MEAN});
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t ratio = indicator_add(facts, (struct indicator){NAMED("part"), .type = TYPE_RATIO});
    terms_add(&facts->indicators.at[ratio].numerator_terms, flow, +1);
    terms_add(&facts->indicators.at[ratio].denominator_terms, stock, +1);
    four(facts, stock, "a", "40", "42", "44", "46"), four(facts, stock, "b", "10", "10", "12", "12");
    four(facts, flow, "a", "1", "2", "3", "4"), four(facts, flow, "b", "1", "1", "1", "1");
    struct measures *measures = facts_done(facts);
    says(measures, "places@programme/2025",
         "43 (Arc) + 11 (Béa) = 54. Laureates fully received: 2 of 2 expected, 8 of 8 observations.");
    const struct figure *f = figure(measures, "part@programme/2025");
    shows(f->numerator, "14");
    shows(f->denominator, "54");
    says(
        measures, "part@programme/2025",
        "(10 (Arc) + 4 (Béa)) / (43 + 11) = 0.259259… Laureates fully received: 2 of 2 expected, 8 of 8 observations.");
    /* To date the last end stands in the place of the mean, in the ratio too. */
    shows(figure(measures, "part@programme/2025-Q4~to-date")->denominator, "58");
    shows(figure(measures, "part@programme/2025-Q4~to-date")->value, "0.2413793103448276");
}

static void simple_means_are_told_as_means(void **state)
{
    (void)state;
    struct facts *facts = two_laureates();
    uint32_t mean =
        indicator_add(facts, (struct indicator){NAMED("delai"), .type = TYPE_MEAN, .over_laureates = OVER_SIMPLE_MEAN});
    observe_pair(facts, mean, "a", "2025-Q1", "4.5", "8"), observe(facts, mean, "b", "2025-Q1", "3");
    says(facts_done(facts), "delai@programme/2025-Q1",
         "(4.5 (Arc) + 3 (Béa)) / 2 = 3.75, a simple mean, not weighted. Laureates received: 2 of 2 expected.");
}

static void flows_of_cumulatives(void **state)
{
    (void)state;
    struct facts *facts = two_laureates();
    uint32_t total =
        indicator_add(facts, (struct indicator){NAMED("cumul"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE});
    uint32_t year = indicator_add(facts, (struct indicator){NAMED("campagne"), .type = TYPE_COUNT,
                                                            .nature = NATURE_YEAR_TO_DATE, .year_start = M("8")});
    facts->laureates.at[1].joined = day_of("2025-01-10");
    four(facts, total, "a", "10", "25", "30", "44"), four(facts, total, "b", "1", "3", "4", "9");
    four(facts, year, "a", "10", "25", "3", "14");
    struct measures *measures = facts_done(facts);
    says(measures, "cumul@a/2025-Q1",
         "10, the value of Q1 2025. Flow of the period: 10, the level of Q1 2025, which "
         "started from zero.");
    says(measures, "cumul@a/2025-S2",
         "44, the value of Q4 2025. Flow of the period: 44 (Q4 2025) − 25 (Q2 2025) = 19.");
    says(measures, "cumul@programme/2025-Q4",
         "44 (Arc) + 9 (Béa) = 53. Flow of the period: 14 (Arc) + 5 (Béa) = 19. Laureates received: 2 of 2 expected.");
    says(measures, "campagne@a/2025",
         "14, the value of Q4 2025. Counted since 2025-08-01, when the indicator starts again from zero.");
}

static void targets_and_changes_in_per_cent(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2026-01-31");
    facts->programme.language = LANGUAGE_FR;
    laureate_add(facts, "a")->name = STR("Arc"), laureate_add(facts, "b")->name = STR("Béa");
    uint32_t flow = indicator_add(
        facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .direction = DIRECTION_UP});
    uint32_t stock = indicator_add(facts, (struct indicator){NAMED("stock"), .type = TYPE_COUNT, .nature = NATURE_STOCK,
                                                             .direction = DIRECTION_DOWN});
    observe(facts, flow, "a", "2024-Q4", "9"), observe(facts, flow, "a", "2025-Q4", "12");
    observe(facts, flow, "b", "2025-Q4", "4");
    observe(facts, stock, "a", "2025-Q4", "30"), observe(facts, stock, "b", "2025-Q4", "0");
    target_set(facts, flow, NULL, "2025-Q4", "30", NULL), target_set(facts, stock, NULL, "2025", "20", "40");
    facts->laureates.at[2].joined = day_of("2025-10-01");
    struct measures *measures = facts_done(facts);
    says(measures, "flux@programme/2025-Q4",
         "12 (Arc) + 4 (Béa) = 16. Lauréats reçus\u00A0: 2 sur 2 attendus. Part de la cible de T4 2025 (30) réalisée "
         "depuis le début de sa période\u00A0: 53,33\u00A0%. Évolution sur un an\u00A0: (16 − 9) / 9 = 77,78\u00A0%. À "
         "périmètre constant (un seul lauréat)\u00A0: 33,33\u00A0%.");
    says(measures, "stock@programme/2025-Q4",
         "30 (Arc) + 0 (Béa) = 30. Lauréats reçus\u00A0: 2 sur 2 attendus. Avancement vers la cible de 2025\u00A0: (30 "
         "− "
         "40) / (20 − 40) = 50\u00A0%.");
}

static void more_than_a_dozen(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    facts->programme.language = LANGUAGE_EN;
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    for (int i = 0; i < 15; i++) {
        const char *id = str_print(arena, "l%02d", i).at;
        laureate_add(facts, id);
        observe(facts, flow, id, "2025-Q1", "2");
    }
    const struct measures *measures = facts_done(facts);
    struct str text = measure_computation(arena, measures, figure(measures, "flux@programme/2025-Q1"));
    assert_non_null(strstr(text.at, "2 (l11) + 6 (3 others) = 30."));
}

static void who_is_missing(void **state)
{
    (void)state;
    struct facts *facts = two_laureates();
    uint32_t month = indicator_add(
        facts, (struct indicator){NAMED("mois"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .frequency = PERIOD_MONTH});
    uint32_t quarter =
        indicator_add(facts, (struct indicator){NAMED("trimestre"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t ratio = indicator_add(facts, (struct indicator){NAMED("part"), .type = TYPE_RATIO});
    terms_add(&facts->indicators.at[ratio].numerator_terms, month, +1);
    terms_add(&facts->indicators.at[ratio].denominator_terms, quarter, +1);
    facts->laureates.at[1].territory = STR("Nord"), facts->laureates.at[2].territory = STR("Sud");
    observe(facts, month, "a", "2025-01", "1"), observe(facts, month, "a", "2025-02", "1");
    observe(facts, month, "a", "2025-03", "1"), observe(facts, quarter, "a", "2025-Q1", "9");
    observe(facts, month, "b", "2025-01", "1"), observe(facts, month, "b", "2025-03", "1");
    observe(facts, quarter, "b", "2025-Q1", "9"), observe(facts, quarter, "b", "2025-Q2", "9");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "part@programme/2025-Q1");
    assert_int_equal(f->received, 1);
    struct expecteds all = measure_expected_for(arena, measures, f->key);
    assert_int_equal(all.count, 2);
    assert_true(all.at[0].received);
    assert_false(all.at[1].received); /* February is missing */
    all = measure_expected_for(arena, measures, figure(measures, "part@territory=Nord/2025-Q1")->key);
    assert_int_equal(all.count, 1);
    assert_int_equal(all.at[0].laureate, 1);
    /* To date, what is missing of the year counts too. */
    all = measure_expected_for(arena, measures, figure(measures, "trimestre@programme/2025-Q2~to-date")->key);
    assert_false(all.at[0].received);
    assert_true(all.at[1].received);
}

static void a_yearly_count_is_received(void **state)
{
    (void)state;
    struct facts *facts = two_laureates();
    uint32_t unique = unique_add(facts, "ateliers", NATURE_FLOW, COUNTING_UNIQUE_PERIOD);
    four(facts, unique, "a", "5", "nd", "5", "7"), four(facts, unique, "b", "5", "nd", "5", "7");
    observe(facts, unique, "b", "2025", "11");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "ateliers@programme/2025");
    struct expecteds all = measure_expected_for(arena, measures, f->key);
    assert_int_equal(f->received, 1);
    assert_false(all.at[0].received);
    assert_true(all.at[1].received);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_yearly_count_is_told_as_filed),
        cmocka_unit_test(a_range_over_laureates),
        cmocka_unit_test(means_of_period_ends),
        cmocka_unit_test(simple_means_are_told_as_means),
        cmocka_unit_test(flows_of_cumulatives),
        cmocka_unit_test(targets_and_changes_in_per_cent),
        cmocka_unit_test(more_than_a_dozen),
        cmocka_unit_test(who_is_missing),
        cmocka_unit_test(a_yearly_count_is_received),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
