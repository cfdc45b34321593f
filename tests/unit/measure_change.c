/* What changed over a year: what may be compared, and to the last digit. Every expected number was worked out by hand
 * from the rules. */
#include "facts_builder.h"

static const char *const quarters_2024[] = {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"};

static void four_before(struct facts *facts, uint32_t indicator, const char *laureate, const char *const values[4])
{
    for (int q = 0; q < 4; q++)
        if (values[q])
            observe(facts, indicator, laureate, quarters_2024[q], values[q]);
}

/* Sums of a year are compared when both are whole; a quarter's, and ratios, whatever is missing. */
static void whole_years_are_compared(void **state)
{
    (void)state;
    static const struct {
        const char *before[4], *now[4]; /* of b; a gives 10 before, 20 now */
        const char *year, *year_previous, *last;
    } rows[] = {
        {{"5", "5", "5", "5"}, {"10", "10", "10", "10"}, "1", "60", "1"},
        {{"5", "nd", "5", "5"}, {"10", "10", "10", "10"}, "", "55", "1"},
        {{"5", "5", "5", "5"}, {"10", "nd", "10", "10"}, "", "60", "1"},
        {{"5", "5", "5", "nd"}, {"10", "10", "10", "10"}, "", "55", "2"},
        {{"0", "0", "0", "so"}, {"10", "10", "10", "10"}, "2", "40", "2"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2024-Q1", "2026-01-31");
        uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
        laureate_add(facts, "a"), laureate_add(facts, "b");
        four_before(facts, x, "a", (const char *const[]){"10", "10", "10", "10"});
        four(facts, x, "a", "20", "20", "20", "20");
        four_before(facts, x, "b", rows[i].before);
        four(facts, x, "b", rows[i].now[0], rows[i].now[1], rows[i].now[2], rows[i].now[3]);
        struct measures *measures = facts_done(facts);
        const struct figure *f = figure(measures, "x@programme/2025");
        shows(f->change, rows[i].year);
        shows(f->previous, rows[i].year_previous);
        shows(figure(measures, "x@programme/2025-Q4")->change, rows[i].last);
    }
}

/* Levels and ratios of an incomplete year are compared all the same: n/N says what they rest on. */
static void levels_and_ratios_are_compared(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2026-01-31");
    uint32_t stock =
        indicator_add(facts, (struct indicator){NAMED("stock"), .type = TYPE_COUNT, .nature = NATURE_STOCK});
    uint32_t ratio = indicator_add(facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    for (int l = 0; l < 2; l++) {
        four_before(facts, stock, l ? "b" : "a", (const char *const[]){"1", "1", "1", "10"});
        four(facts, stock, l ? "b" : "a", "1", "1", "1", l ? "nd" : "15");
    }
    for (int q = 0; q < 4; q++) {
        observe_pair(facts, ratio, "a", quarters_2024[q], "1", "10");
        if (q)
            observe_pair(facts, ratio, "a", quarters_2025[q], "2", "10");
        observe_pair(facts, ratio, "b", quarters_2024[q], "1", "10"),
            observe_pair(facts, ratio, "b", quarters_2025[q], "2", "10");
    }
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "stock@programme/2025");
    assert_int_equal(f->state, FIGURE_PARTIAL);
    shows(f->change, "-0.25");             /* 15 for 20 */
    shows(f->change_like_for_like, "0.5"); /* 15 for 10 */
    f = figure(measures, "taux@programme/2025");
    assert_int_equal(f->state, FIGURE_PARTIAL);
    shows(f->change, "0.1");
}

/* From nothing there is no share; and what cannot be told exactly is divided as it is. */
static void shares_of_what_was(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2026-01-31");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t ends = indicator_add(
        facts, (struct indicator){NAMED("fins"), .type = TYPE_COUNT, .nature = NATURE_STOCK, .over_time = OVER_MEAN});
    laureate_add(facts, "a");
    four_before(facts, flow, "a", (const char *const[]){"0", "-4", "4", "8"});
    four(facts, flow, "a", "5", "-3", "3", "10");
    /* 31/3 and 62/3: of three quarters each, the third did not apply. */
    four_before(facts, ends, "a", (const char *const[]){"10", "10", "so", "11"});
    four(facts, ends, "a", "20", "20", "so", "22");
    struct measures *measures = facts_done(facts);
    static const struct {
        const char *key, *change;
    } rows[] = {{"flux@a/2025-Q1", ""},     {"flux@a/2025-Q2", "0.25"}, {"flux@a/2025-Q3", "-0.25"},
                {"flux@a/2025-Q4", "0.25"}, {"fins@a/2025", "1"},       {"fins@programme/2025", "1"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        shows(figure(measures, rows[i].key)->change, rows[i].change);
}

/* An incomplete mean of period ends is compared with nothing; across a break it is not compared either. */
static void means_of_period_ends(void **state)
{
    (void)state;
    static const struct {
        const char *missing, *change;
        const char *broken;
    } rows[] = {{"12", "0.2", NULL}, {"nd", "", NULL}, {"12", "", "2024-06-01"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2024-Q1", "2026-01-31");
        uint32_t x = indicator_add(
            facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_STOCK, .over_time = OVER_MEAN});
        facts->indicators.at[x].series_break = day_of(rows[i].broken);
        laureate_add(facts, "a");
        four_before(facts, x, "a", (const char *const[]){"10", "10", "10", "10"});
        four(facts, x, "a", "12", rows[i].missing, "12", "12");
        const struct figure *f = figure(facts_done(facts), "x@programme/2025");
        shows(f->change, rows[i].change);
        assert_int_equal(f->series_broken, rows[i].broken != NULL);
    }
}

/* Rates, means, values: differences in their unit, rounded once. */
static void differences(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2025-04-30");
    uint32_t mean = indicator_add(facts, (struct indicator){NAMED("note"), .type = TYPE_MEAN});
    uint32_t plain = indicator_add(
        facts, (struct indicator){NAMED("simple"), .type = TYPE_MEAN, .over_laureates = OVER_SIMPLE_MEAN});
    uint32_t value =
        indicator_add(facts, (struct indicator){NAMED("indice"), .type = TYPE_VALUE, .nature = NATURE_POINT});
    uint32_t ratio =
        indicator_add(facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO, .multiplier = M("100")});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    observe_pair(facts, mean, "a", "2024-Q1", "3.2", "8"), observe_pair(facts, mean, "a", "2025-Q1", "4.5", "8");
    observe_pair(facts, plain, "a", "2024-Q1", "2", "1"), observe_pair(facts, plain, "b", "2024-Q1", "3", "100");
    observe_pair(facts, plain, "a", "2025-Q1", "2.5", "4"), observe_pair(facts, plain, "b", "2025-Q1", "5", "2");
    observe(facts, value, "a", "2024-Q1", "4.2"), observe(facts, value, "a", "2025-Q1", "5.5");
    observe_pair(facts, ratio, "a", "2024-Q1", "1", "3"), observe_pair(facts, ratio, "a", "2025-Q1", "2", "3");
    observe(facts, ratio, "b", "2025-Q1", "nd");
    struct measures *measures = facts_done(facts);
    static const struct {
        const char *key, *change;
    } rows[] = {{"note@a/2025-Q1", "1.3"}, /* 4.5 - 3.2 of doubles is 1.2999999999999998 */
                {"simple@programme/2025-Q1", "1.25"},
                {"indice@a/2025-Q1", "1.3"},
                {"taux@a/2025-Q1", "33.333333333333336"},
                {"taux@programme/2025-Q1", "33.333333333333336"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct figure *f = figure(measures, rows[i].key);
        shows(f->change, rows[i].change);
        assert_true(f->change_is_points);
    }
}

/* What the coordination counts itself is compared with what it counted, and with no sum of the laureates'. */
static void own_measures(void **state)
{
    (void)state;
    static const struct {
        const char *before, *now, *previous, *change, *like;
    } rows[] = {
        {NULL, NULL, "50", "0.2", "0.2"},
        {"40", "60", "40", "0.5", "0.2"},
        {"40", NULL, "40", "", "0.2"},
        {NULL, "60", "50", "", "0.2"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2024-Q1", "2025-04-30");
        uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
        laureate_add(facts, "a");
        observe(facts, x, "a", "2024-Q1", "50"), observe(facts, x, "a", "2025-Q1", "60");
        if (rows[i].before)
            observe(facts, x, NULL, "2024-Q1", rows[i].before);
        if (rows[i].now)
            observe(facts, x, NULL, "2025-Q1", rows[i].now);
        const struct figure *f = figure(facts_done(facts), "x@programme/2025-Q1");
        assert_int_equal(f->own, rows[i].now != NULL);
        shows(f->value, "60");
        shows(f->previous, rows[i].previous);
        shows(f->change, rows[i].change);
        shows(f->change_like_for_like, rows[i].like);
    }
}

/* A value has no total, but the coordination's own has a year before. */
static void own_values(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2025-04-30");
    uint32_t x = indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_VALUE, .nature = NATURE_POINT});
    laureate_add(facts, "a");
    observe(facts, x, "a", "2024-Q1", "7"), observe(facts, x, "a", "2025-Q1", "8");
    observe(facts, x, NULL, "2024-Q1", "1.5"), observe(facts, x, NULL, "2025-Q1", "1.9");
    const struct figure *f = figure(facts_done(facts), "x@programme/2025-Q1");
    shows(f->previous, "1.5");
    shows(f->change, "0.4");
    shows(f->change_like_for_like, "");
}

/* ---- ratios by terms ---- */

/* Exits over entries, or over places: what each laureate filed, what the ratio then rests on. */
struct terms_case {
    int below;                    /* nature of the denominator */
    const char *first, *left;     /* the programme's first period; the day the laureate left */
    const char *above[4], *of[4]; /* 2025; above: flows, or stocks where below is one and `levels` */
    const char *key, *value;
    uint32_t received, expected; /* sub-periods */
    bool levels;
};

static void ratios_by_terms(void **state)
{
    (void)state;
    static const struct terms_case rows[] = {
        {NATURE_FLOW, "2025-Q1", NULL, {"1", "2", "3", "4"}, {"10", "10", "10", "10"}, "2025", "0.25", 4, 4, false},
        /* Both parts come from the same sub-periods, and a quarter of its own asks for no earlier one. */
        {NATURE_FLOW, "2025-Q1", NULL, {"nd", "2", "3", "4"}, {"90", "10", "10", "10"}, "2025", "0.3", 3, 4, false},
        {NATURE_FLOW, "2025-Q1", NULL, {"nd", "2", "3", "4"}, {"90", "10", "10", "10"}, "2025-Q2", "0.2", 1, 1, false},
        {NATURE_FLOW, "2025-Q1", NULL, {"1", "2", "3", "4"}, {"so", "10", "10", "10"}, "2025", "0.3", 3, 3, false},
        /* Before the programme, after leaving: what was filed enters nothing. */
        {NATURE_FLOW, "2025-Q2", NULL, {"90", "2", "3", "4"}, {"99", "10", "10", "10"}, "2025", "0.3", 3, 3, false},
        {NATURE_FLOW,
         "2025-Q1",
         "2025-06-30",
         {"1", "2", "90", "90"},
         {"10", "10", "99", "99"},
         "2025",
         "0.15",
         2,
         2,
         false},
        {NATURE_FLOW,
         "2025-Q1",
         "2025-06-30",
         {"1", "2", "90", "90"},
         {"10", "10", "99", "99"},
         "2025-Q2",
         "0.2",
         1,
         1,
         false},
        /* Levels alone: the last counts, and earlier ones are not asked. A flow asks for all. */
        {NATURE_STOCK, "2025-Q1", NULL, {"nd", "2", "3", "4"}, {"90", "10", "10", "10"}, "2025", "0.4", 1, 1, true},
        {NATURE_STOCK, "2025-Q1", NULL, {"1", "2", "3", "4"}, {"90", "10", "10", "20"}, "2025", "0.5", 4, 4, false},
        {NATURE_STOCK, "2025-Q1", NULL, {"nd", "2", "3", "4"}, {"90", "10", "10", "20"}, "2025", "0.45", 3, 4, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct terms_case *row = &rows[i];
        struct facts *facts = facts_new(row->first, "2026-01-31");
        uint32_t above = indicator_add(facts, (struct indicator){NAMED("a"), .type = TYPE_COUNT,
                                                                 .nature = row->levels ? NATURE_STOCK : NATURE_FLOW});
        uint32_t below = indicator_add(facts, (struct indicator){NAMED("b"), .type = TYPE_COUNT, .nature = row->below});
        uint32_t ratio = indicator_add(facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO});
        terms_add(&facts->indicators.at[ratio].numerator_terms, above, +1);
        terms_add(&facts->indicators.at[ratio].denominator_terms, below, +1);
        laureate_add(facts, "a")->left = day_of(row->left);
        four(facts, above, "a", row->above[0], row->above[1], row->above[2], row->above[3]);
        four(facts, below, "a", row->of[0], row->of[1], row->of[2], row->of[3]);
        const struct figure *f = figure(facts_done(facts), str_print(arena, "taux@programme/%s", row->key).at);
        shows(f->value, row->value);
        assert_int_equal(f->observations_received, row->received);
        assert_int_equal(f->observations_expected, row->expected);
    }
}

/* Like for like are those who gave the same quarters of both years. */
static void ratios_like_for_like(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2026-01-31");
    uint32_t above = indicator_add(facts, (struct indicator){NAMED("a"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t below = indicator_add(facts, (struct indicator){NAMED("b"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t ratio = indicator_add(facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO});
    terms_add(&facts->indicators.at[ratio].numerator_terms, above, +1);
    terms_add(&facts->indicators.at[ratio].denominator_terms, below, +1);
    laureate_add(facts, "a"), laureate_add(facts, "b")->joined = day_of("2024-04-01");
    const char *const ten[] = {"10", "10", "10", "10"};
    for (int l = 0; l < 2; l++) {
        const char *id = l ? "b" : "a";
        four_before(facts, above, id, (const char *const[]){l ? NULL : "1", "1", "1", "1"});
        four_before(facts, below, id, (const char *const[]){l ? NULL : "10", "10", "10", "10"});
        four(facts, above, id, l ? "9" : "2", l ? "9" : "2", l ? "9" : "2", l ? "9" : "2");
        four(facts, below, id, ten[0], ten[1], ten[2], ten[3]);
    }
    const struct figure *f = figure(facts_done(facts), "taux@programme/2025");
    shows(f->value, "0.55");
    shows(f->previous, "0.1");
    shows(f->change, "0.45");
    shows(f->change_like_for_like, "0.1"); /* a alone: b was not there in the first quarter of 2024 */
    assert_int_equal(f->like_for_like, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_years_are_compared),
        cmocka_unit_test(levels_and_ratios_are_compared),
        cmocka_unit_test(shares_of_what_was),
        cmocka_unit_test(means_of_period_ends),
        cmocka_unit_test(differences),
        cmocka_unit_test(own_measures),
        cmocka_unit_test(own_values),
        cmocka_unit_test(ratios_by_terms),
        cmocka_unit_test(ratios_like_for_like),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
