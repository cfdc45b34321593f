/* What a laureate gives over a period, and what laureates come to together. Every expected number was worked out by
 * hand from the rules. */
#include "facts_builder.h"

/* A row filed for another period than its rhythm's: which sub-period it stands for. */
static void rows_of_other_lengths(void **state)
{
    (void)state;
    static const struct {
        int nature, frequency, counting;
        const char *filed, *key, *value;
    } rows[] = {
        {NATURE_STOCK, PERIOD_QUARTER, COUNTING_OCCURRENCES, "2025-03", "2025-Q1", "7"},
        {NATURE_STOCK, PERIOD_QUARTER, COUNTING_OCCURRENCES, "2025-02", "2025-Q1", ""},
        {NATURE_FLOW, PERIOD_QUARTER, COUNTING_OCCURRENCES, "2025-03", "2025-Q1", ""}, /* a month is no quarter's sum */
        {NATURE_FLOW, PERIOD_SEMESTER, COUNTING_OCCURRENCES, "2025-Q2", "2025-S1", "7"},
        {NATURE_FLOW, PERIOD_SEMESTER, COUNTING_OCCURRENCES, "2025-06", "2025-S1", ""},
        {NATURE_FLOW, PERIOD_SEMESTER, COUNTING_OCCURRENCES, "2025-Q1", "2025-S1", ""},
        {NATURE_FLOW, PERIOD_QUARTER, COUNTING_UNIQUE_PERIOD, "2025", "2025", "7"},
        {NATURE_FLOW, PERIOD_QUARTER, COUNTING_UNIQUE_PERIOD, "2025", "2025-Q4", ""},
        {NATURE_FLOW, PERIOD_QUARTER, COUNTING_UNIQUE_PERIOD, "2024", "2025", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2024-Q1", "2026-01-31");
        uint32_t x =
            indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = rows[i].nature,
                                                    .frequency = rows[i].frequency, .counting = rows[i].counting});
        laureate_add(facts, "a");
        observe(facts, x, "a", rows[i].filed, "7");
        shows(figure(facts_done(facts), str_print(arena, "x@a/%s", rows[i].key).at)->value, rows[i].value);
    }
}

static void yearly_counts(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2026-01-31");
    uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_FLOW,
                                                         .counting = COUNTING_UNIQUE_PERIOD});
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    laureate_add(facts, "a")->joined = day_of("2025-10-01");
    laureate_add(facts, "b");
    four(facts, x, "a", NULL, NULL, NULL, "60"), four(facts, x, "b", "10", "20", "30", "40");
    observe(facts, x, "a", "2025", "100"), observe(facts, x, "b", "2024", "500");
    four(facts, flow, "a", NULL, NULL, NULL, "40"), four(facts, flow, "b", "10", "10", "20", "20");
    observe(facts, flow, NULL, "2025", "90");
    struct measures *measures = facts_done(facts);
    shows(figure(measures, "x@a/2025")->value, "100");
    const struct figure *f = figure(measures, "x@programme/2025"); /* 100, and from 40 to 100 */
    shows(f->low, "140");
    shows(f->high, "200");
    f = figure(measures, "flux@programme/2025");
    shows(f->value, "90");
    shows(f->computed, "100");
    assert_true(f->own);
    assert_false(figure(measures, "flux@programme/2025-Q4")->own);
}

/* What does not apply leaves; what is not due is left out of longer periods; statuses are those of the rows used. */
static void what_is_left_out(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-07-10");
    uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t late = indicator_add(
        facts, (struct indicator){NAMED("tard"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .due_days = M("120")});
    uint32_t month = indicator_add(
        facts, (struct indicator){NAMED("mois"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .frequency = PERIOD_MONTH});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    observe(facts, x, "a", "2025-Q1", "7");
    observe_at(facts, x, "b", "2025-Q1", "8", NULL)->status = STATUS_PROVISIONAL;
    /* The second quarter is due, for all have filed it; the first is not before the end of July. */
    observe(facts, late, "a", "2025-Q1", "100"), observe(facts, late, "a", "2025-Q2", "20");
    observe(facts, late, "b", "2025-Q2", "3");
    observe(facts, month, "a", "2025-01", "1"), observe(facts, month, "a", "2025-02", "so"),
        observe(facts, month, "a", "2025-03", "30");
    struct measures *measures = facts_done(facts);
    assert_int_equal(figure(measures, "x@a/2025-Q1")->statuses, 1 << STATUS_FINAL);
    assert_int_equal(figure(measures, "x@b/2025-Q1")->statuses, 1 << STATUS_PROVISIONAL);
    assert_int_equal(figure(measures, "x@programme/2025-Q1")->statuses, 1 << STATUS_FINAL | 1 << STATUS_PROVISIONAL);
    shows(figure(measures, "tard@programme/2025-S1")->value, "23");
    assert_int_equal(figure(measures, "tard@programme/2025-Q1")->state, FIGURE_NOT_DUE);
    const struct figure *f = figure(measures, "mois@a/2025-Q1");
    shows(f->value, "31");
    assert_int_equal(f->observations_received, 2);
    assert_int_equal(f->observations_expected, 2);
}

/* The opening level, filed for the quarter before the programme, makes the first flow known; of a laureate that is not
 * in the total no flow is asked. */
static void flows_of_cumulatives(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q2", "2026-01-31");
    uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    four(facts, x, "a", "10", "15", "22", "30"), four(facts, x, "b", "1", "nd", "3", "6");
    struct measures *measures = facts_done(facts);
    shows(figure(measures, "x@a/2025-Q2")->flow, "5");
    const struct figure *f = figure(measures, "x@programme/2025-Q2");
    shows(f->value, "15");
    shows(f->flow, "5");
    shows(figure(measures, "x@programme/2025-Q3")->flow, ""); /* b's is not known */
    shows(figure(measures, "x@programme/2025-Q4")->flow, "11");
}

/* Due before its day once every laureate has filed every part. */
static void ratios_due_early(void **state)
{
    (void)state;
    for (int filed = 0; filed < 2; filed++) {
        struct facts *facts = facts_new("2025-Q1", "2025-04-05");
        uint32_t above =
            indicator_add(facts, (struct indicator){NAMED("a"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
        uint32_t below =
            indicator_add(facts, (struct indicator){NAMED("b"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
        uint32_t ratio = indicator_add(facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO});
        terms_add(&facts->indicators.at[ratio].numerator_terms, above, +1);
        terms_add(&facts->indicators.at[ratio].denominator_terms, below, +1);
        laureate_add(facts, "a"), laureate_add(facts, "b");
        observe(facts, above, "a", "2025-Q1", "1"), observe(facts, above, "b", "2025-Q1", "2");
        observe(facts, below, "a", "2025-Q1", "4");
        if (filed)
            observe(facts, below, "b", "2025-Q1", "8");
        const struct figure *f = figure(facts_done(facts), "taux@programme/2025-Q1");
        assert_int_equal(f->state, filed ? FIGURE_COMPLETE : FIGURE_NOT_DUE);
        shows(f->value, filed ? "0.25" : "");
    }
}

/* ---- laureates together ---- */

/* Dated values are added for one and the same date. */
static void points_of_one_date(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_POINT});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    four(facts, x, "a", "1", "2", NULL, NULL), four(facts, x, "b", "10", NULL, NULL, NULL);
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "x@programme/2025-Q1");
    shows(f->value, "11");
    assert_int_equal(f->as_of.day, D("2025-03-31").day);
    f = figure(measures, "x@programme/2025"); /* a's of June, b's of March */
    shows(f->value, "");
    assert_false(date_is(f->as_of));
    f = figure(measures, "x@a/2025");
    shows(f->value, "2");
    assert_int_equal(f->as_of.day, D("2025-06-30").day);
}

/* Persons counted once over the programme: between the largest laureate and the sum; one number where they are the
 * same. */
static void persons_of_the_programme(void **state)
{
    (void)state;
    static const struct {
        const char *b, *own, *value, *low, *high, *computed_low;
        bool whole;
    } rows[] = {
        {"30", NULL, "", "40", "70", "", true},
        {"0", NULL, "40", "", "", "", true},
        {"30", "55", "55", "", "", "", true},
        {"30", "70", "70", "", "", "", true},
        {"30", "40", "40", "", "", "", true},
        {"30", "71", "71", "", "", "40", true},
        {"30", "39", "39", "", "", "40", true},
        {"30", "71", "71", "", "", "", false}, /* who is missing may add to it */
        {"30", "39", "39", "", "", "40", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2025-Q1", "2025-04-30");
        uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE,
                                                             .counting = COUNTING_UNIQUE_PROGRAMME});
        laureate_add(facts, "a"), laureate_add(facts, "b");
        if (!rows[i].whole)
            laureate_add(facts, "c");
        observe(facts, x, "a", "2025-Q1", "40"), observe(facts, x, "b", "2025-Q1", rows[i].b);
        if (rows[i].own)
            observe(facts, x, NULL, "2025-Q1", rows[i].own);
        const struct figure *f = figure(facts_done(facts), "x@programme/2025-Q1");
        shows(f->value, rows[i].value);
        shows(f->low, rows[i].low);
        shows(f->high, rows[i].high);
        shows(f->computed_low, rows[i].computed_low);
        shows(f->computed_high, rows[i].computed_low[0] ? "70" : "");
    }
}

/* A simple mean is divided once: 0.6 / 3, where thirds of doubles come to 0.20000000000000004. */
static void simple_means(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t x =
        indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_MEAN, .over_laureates = OVER_SIMPLE_MEAN});
    laureate_add(facts, "a"), laureate_add(facts, "b"), laureate_add(facts, "c");
    observe(facts, x, "a", "2025-Q1", "0.1"), observe(facts, x, "b", "2025-Q1", "0.2"),
        observe(facts, x, "c", "2025-Q1", "0.3");
    const struct figure *f = figure(facts_done(facts), "x@programme/2025-Q1");
    shows(f->value, "0.2");
    assert_true(f->simple_mean);
}

/* Answers stand in order, whoever gave them; those of a category are not those of the total; too few are not shown. */
static void answers(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    const char *const sexes[] = {"f", "m"};
    uint32_t women = dimension_add(facts, "sexe", true, 2, sexes);
    uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_SCORE});
    uint32_t few = indicator_add(facts, (struct indicator){NAMED("peu"), .type = TYPE_SCORE});
    indicator_breakdown(facts, x, 1);
    laureate_add(facts, "a"), laureate_add(facts, "b"), laureate_add(facts, "c");
    observe_pair(facts, x, "a", "2025-Q1", "1", "10"), observe_pair(facts, x, "a", "2025-Q1", "3", "5");
    observe_pair(facts, x, "b", "2025-Q1", "2", "4"), observe_pair(facts, x, "b", "2025-Q1", "3", "6");
    struct observation *of_women = observe_at(facts, x, "a", "2025-Q1", "1", "7");
    of_women->category = 1;
    assert_int_equal(facts->crossings.at[1].category[0], women);
    observe_pair(facts, few, "a", "2025-Q1", "1", "10");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "x@programme/2025-Q1");
    static const char *const expected[][2] = {{"1", "10"}, {"2", "4"}, {"3", "11"}};
    assert_int_equal(f->share_count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(decimal_text(arena, f->shares[i].answer).at, expected[i][0]);
        assert_string_equal(decimal_text(arena, f->shares[i].count).at, expected[i][1]);
    }
    f = figure(measures, "x@programme/2025-Q1;sexe=f");
    assert_int_equal(f->share_count, 0); /* one of three */
    f = figure(measures, "x@a/2025-Q1;sexe=f");
    assert_int_equal(f->share_count, 1);
    assert_string_equal(decimal_text(arena, f->shares[0].count).at, "7");
    f = figure(measures, "peu@programme/2025-Q1");
    assert_int_equal(f->state, FIGURE_NONE);
    assert_int_equal(f->share_count, 0);
}

/* Texts are listed, a line each. */
static void texts(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_TEXT});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    for (int l = 0; l < 2; l++) {
        struct observation *o = observe_at(facts, x, l ? "b" : "a", "2025-Q1", NULL, NULL);
        o->status = STATUS_FINAL;
        o->filled = FILLED_TEXT;
        o->note = (uint32_t)facts->notes.count;
        *PUSH(arena, &facts->notes) = (struct note){.text = l ? STR("deux") : STR("un"), .date = DATE_NONE};
    }
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "x@programme/2025-Q1");
    assert_true(str_equal(f->text, STR("un\ndeux")));
    assert_int_equal(f->state, FIGURE_COMPLETE);
    assert_true(str_equal(figure(measures, "x@a/2025-Q1")->text, STR("un")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_other_lengths),
        cmocka_unit_test(yearly_counts),
        cmocka_unit_test(what_is_left_out),
        cmocka_unit_test(flows_of_cumulatives),
        cmocka_unit_test(ratios_due_early),
        cmocka_unit_test(points_of_one_date),
        cmocka_unit_test(persons_of_the_programme),
        cmocka_unit_test(simple_means),
        cmocka_unit_test(answers),
        cmocka_unit_test(texts),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
