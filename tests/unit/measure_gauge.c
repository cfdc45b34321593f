/* Of whom an indicator is expected, in which sub-periods, and when each is due. Every expected number was worked out by
 * hand from the rules. */
#include "facts_builder.h"

/* A programme whose year begins in September: 2025 runs from September 2025 to August 2026. */
static struct facts *from_september(const char *cut_off)
{
    struct facts *facts = facts_new("2024", cut_off);
    facts->programme.year_start = 9;
    assert_true(period_parse(STR("2024-Q1"), 9, &facts->first_period));
    return facts;
}

static void observe_from_september(struct facts *facts, uint32_t indicator, const char *period, const char *value)
{
    struct period of;
    assert_true(period_parse(str_of(period), 9, &of));
    struct observation *o = observe_at(facts, indicator, "a", "2025-Q1", value, NULL);
    o->month = (int16_t)of.first;
    o->period_kind = (uint8_t)of.kind;
}

static void a_year_from_september(void **state)
{
    (void)state;
    struct facts *facts = from_september("2026-09-20");
    struct indicator count = {NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW};
    uint32_t flow = indicator_add(facts, count);
    count = (struct indicator){NAMED("stock"), .type = TYPE_COUNT, .nature = NATURE_STOCK};
    uint32_t stock = indicator_add(facts, count);
    count = (struct indicator){NAMED("annee"), .type = TYPE_COUNT, .nature = NATURE_YEAR_TO_DATE};
    uint32_t year = indicator_add(facts, count);
    count = (struct indicator){NAMED("mois"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .frequency = PERIOD_MONTH};
    uint32_t month = indicator_add(facts, count);
    /* A year that starts in no month is the programme's. */
    count =
        (struct indicator){NAMED("autre"), .type = TYPE_COUNT, .nature = NATURE_YEAR_TO_DATE, .year_start = M("13")};
    uint32_t other = indicator_add(facts, count);
    laureate_add(facts, "a");
    static const char *const quarters[] = {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4",
                                           "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"};
    static const char *const values[][8] = {{"5", "5", "5", "5", "1", "2", "3", "4"},
                                            {"9", "9", "9", "8", "7", "6", "5", "4"},
                                            {"5", "10", "15", "20", "1", "3", "6", "10"}};
    for (int q = 0; q < 8; q++) {
        observe_from_september(facts, flow, quarters[q], values[0][q]);
        observe_from_september(facts, stock, quarters[q], values[1][q]);
        observe_from_september(facts, year, quarters[q], values[2][q]);
        observe_from_september(facts, other, quarters[q], values[2][q]);
    }
    observe_from_september(facts, month, "2025-09", "1"), observe_from_september(facts, month, "2025-10", "20"),
        observe_from_september(facts, month, "2025-11", "300"), observe_from_september(facts, month, "2025-12", "4000");
    struct measures *measures = facts_done(facts);
    static const struct {
        const char *key, *value, *flow, *previous;
    } rows[] = {
        {"flux@a/2025-Q1", "1", "", "5"},          {"flux@programme/2025-Q2", "2", "", "5"},
        {"flux@programme/2025", "10", "", "20"},   {"flux@programme/2025-S2", "7", "", "10"},
        {"stock@programme/2025-Q1", "7", "", "9"}, {"stock@programme/2025", "4", "", "8"},
        {"annee@a/2025-Q1", "1", "1", "5"},        {"annee@a/2025-Q2", "3", "2", "10"},
        {"annee@a/2025", "10", "10", "20"},        {"autre@a/2025-Q1", "1", "1", "5"},
        {"mois@a/2025-Q1", "321", "", ""},         {"mois@a/2025-12", "4000", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct figure *f = figure(measures, rows[i].key);
        shows(f->value, rows[i].value);
        shows(f->flow, rows[i].flow);
        shows(f->previous, rows[i].previous);
    }
}

/* Of whom it is expected: of everybody, of those with one of the tags, of those that are named. */
static void who_is_expected(void **state)
{
    (void)state;
    static const struct {
        const char *tag, *other, *named;
        const char *value;
        uint32_t expected;
    } rows[] = {
        {NULL, NULL, NULL, "111", 3},  {"rural", NULL, NULL, "1", 1},  {"rural", "jeunes", NULL, "11", 2},
        {NULL, NULL, "b", "10", 1},    {"rural", NULL, "c", "101", 2}, {"personne", NULL, NULL, "", 0},
        {"RURAL", NULL, NULL, "1", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2025-Q1", "2025-04-30");
        uint32_t flow =
            indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
        struct indicator *indicator = &facts->indicators.at[flow];
        struct laureate *a = laureate_add(facts, "a");
        *PUSH(arena, &a->tags) = STR("rural");
        struct laureate *b = laureate_add(facts, "b");
        *PUSH(arena, &b->tags) = STR("urbain"), *PUSH(arena, &b->tags) = STR("jeunes");
        laureate_add(facts, "c");
        if (rows[i].tag)
            *PUSH(arena, &indicator->expected_tags) = str_of(rows[i].tag);
        if (rows[i].other)
            *PUSH(arena, &indicator->expected_tags) = str_of(rows[i].other);
        if (rows[i].named)
            *PUSH(arena, &indicator->expected_laureates) =
                (struct ref){str_of(rows[i].named), laureate_index(facts, rows[i].named)};
        observe(facts, flow, "a", "2025-Q1", "1"), observe(facts, flow, "b", "2025-Q1", "10"),
            observe(facts, flow, "c", "2025-Q1", "100");
        const struct figure *f = figure(facts_done(facts), "flux@programme/2025-Q1");
        shows(f->value, rows[i].value);
        assert_int_equal(f->expected, rows[i].expected);
    }
}

/* What belongs to the programme is asked of no laureate, and is due by its day or once the coordination has filed it.
 */
static void the_programmes_own(void **state)
{
    (void)state;
    for (int filed = 0; filed < 2; filed++) {
        struct facts *facts = facts_new("2025-Q1", "2025-04-10");
        uint32_t own = indicator_add(facts, (struct indicator){NAMED("siege"), .type = TYPE_COUNT,
                                                               .nature = NATURE_FLOW, .scope = SCOPE_PROGRAMME});
        laureate_add(facts, "a");
        observe(facts, own, "a", "2025-Q1", "3"); /* not its to give */
        if (filed)
            observe(facts, own, NULL, "2025-Q1", "8");
        const struct figure *f = figure(facts_done(facts), "siege@programme/2025-Q1");
        assert_int_equal(f->state, filed ? FIGURE_COMPLETE : FIGURE_NOT_DUE);
        shows(f->value, filed ? "8" : "");
        assert_int_equal(f->expected, 0);
    }
}

/* Sub-periods before the programme, before the indicator and after it hold nothing that is expected. */
static void nothing_outside(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q2", "2026-01-31");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t until = indicator_add(facts, (struct indicator){NAMED("fini"), .type = TYPE_COUNT, .nature = NATURE_FLOW,
                                                             .valid_to = day_of("2025-09-30")});
    uint32_t from = indicator_add(facts, (struct indicator){NAMED("neuf"), .type = TYPE_COUNT, .nature = NATURE_FLOW,
                                                            .valid_from = day_of("2025-08-15")});
    laureate_add(facts, "a");
    four(facts, flow, "a", "1000", "1", "20", "300"), four(facts, until, "a", "1000", "1", "20", "300"),
        four(facts, from, "a", "1000", "1", "20", "300");
    struct measures *measures = facts_done(facts);
    static const struct {
        const char *key, *value;
        uint32_t observations;
    } rows[] = {
        {"flux@programme/2025", "321", 3},   {"flux@programme/2025-Q1", "", 0}, {"fini@programme/2025", "21", 2},
        {"fini@programme/2025-Q3", "20", 1}, {"fini@programme/2025-Q4", "", 0}, {"neuf@programme/2025", "320", 2},
        {"neuf@programme/2025-Q2", "", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct figure *f = figure(measures, rows[i].key);
        shows(f->value, rows[i].value);
        assert_int_equal(f->observations_expected, rows[i].observations);
    }
}

/* A year of which only the quarter before the programme has ended is not due: the opening level makes it no older. */
static void an_opening_level_is_not_due(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q2", "2025-05-31");
    uint32_t total =
        indicator_add(facts, (struct indicator){NAMED("cumul"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE});
    laureate_add(facts, "a");
    observe(facts, total, "a", "2025-Q1", "10");
    struct measures *measures = facts_done(facts);
    assert_int_equal(figure(measures, "cumul@programme/2025")->state, FIGURE_NOT_DUE);
    assert_int_equal(figure(measures, "cumul@a/2025")->state, FIGURE_NOT_DUE);
}

/* Due before its day only when everyone of whom it is expected in that very quarter has filed. */
static void who_must_have_filed(void **state)
{
    (void)state;
    static const struct {
        const char *left, *joined, *tag;
        bool due;
    } rows[] = {
        {NULL, NULL, NULL, false},        {"2024-12-31", NULL, NULL, true},  {"2025-01-01", NULL, NULL, false},
        {NULL, "2025-04-01", NULL, true}, {NULL, "2025-03-31", NULL, false}, {NULL, NULL, "rural", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2024-Q4", "2025-04-10");
        uint32_t flow =
            indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
        struct laureate *a = laureate_add(facts, "a");
        *PUSH(arena, &a->tags) = STR("rural");
        struct laureate *b = laureate_add(facts, "b"); /* which files nothing */
        b->left = day_of(rows[i].left);
        b->joined = day_of(rows[i].joined);
        if (rows[i].tag)
            *PUSH(arena, &facts->indicators.at[flow].expected_tags) = str_of(rows[i].tag);
        observe(facts, flow, "a", "2025-Q1", "7");
        const struct figure *f = figure(facts_done(facts), "flux@programme/2025-Q1");
        assert_int_equal(f->state != FIGURE_NOT_DUE, rows[i].due);
    }
}

/* A cost a person: an amount over a count, due when both are. What is neither is no part of a ratio. */
static void ratios_wait_for_their_parts(void **state)
{
    (void)state;
    static const struct {
        const char *cut_off;
        int type;
        enum figure_state state;
        const char *value;
    } rows[] = {
        {"2025-05-30", TYPE_AMOUNT, FIGURE_COMPLETE, "25"},
        {"2025-05-29", TYPE_AMOUNT, FIGURE_NOT_DUE, ""},
        {"2025-05-30", TYPE_VALUE, FIGURE_NOT_APPLICABLE, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2025-Q1", rows[i].cut_off);
        uint32_t cost =
            indicator_add(facts, (struct indicator){NAMED("cout"), .type = rows[i].type,
                                                    .nature = rows[i].type == TYPE_VALUE ? NATURE_POINT : NATURE_FLOW,
                                                    .due_days = M("60")});
        uint32_t count = indicator_add(
            facts, (struct indicator){NAMED("jeunes"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .due_days = M("10")});
        uint32_t ratio = indicator_add(facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO});
        terms_add(&facts->indicators.at[ratio].numerator_terms, cost, +1);
        terms_add(&facts->indicators.at[ratio].denominator_terms, count, +1);
        laureate_add(facts, "a"), laureate_add(facts, "b")->left = day_of("2025-02-01");
        observe(facts, cost, "a", "2025-Q1", "100"), observe(facts, count, "a", "2025-Q1", "4");
        if (i != 1)
            observe(facts, cost, "b", "2025-Q1", "0"), observe(facts, count, "b", "2025-Q1", "0");
        const struct figure *f = figure(facts_done(facts), "taux@programme/2025-Q1");
        assert_int_equal(f->state, rows[i].state);
        shows(f->value, rows[i].value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_from_september),       cmocka_unit_test(who_is_expected),
        cmocka_unit_test(the_programmes_own),          cmocka_unit_test(nothing_outside),
        cmocka_unit_test(an_opening_level_is_not_due), cmocka_unit_test(who_must_have_filed),
        cmocka_unit_test(ratios_wait_for_their_parts),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
