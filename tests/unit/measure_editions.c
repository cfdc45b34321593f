/* Confidentiality over successive editions: what an earlier one printed is taken as it was when it was printed. */
#include "facts_builder.h"

#include "measure/mask_filed.h"

static void edition(struct facts *facts, const char *day, const char *key, const char *value, const char *audience)
{
    const char *state = *value ? "complete" : "masked";
    *PUSH(arena, &facts->editions) = (struct edition_figure){.key = str_of(key),
                                                             .value = str_of(value),
                                                             .state = str_of(state),
                                                             .audience = str_of(audience),
                                                             .edition = D(day)};
}

static bool is_masked(const struct measures *measures, const char *text)
{
    struct figure_key key;
    assert_true(figure_key_parse(measure_facts(measures), str_of(text), &key));
    return measure_figure(arena, measures, key, AUDIENCE_PARTNERS)->state == FIGURE_MASKED;
}

/* Laureates a (Nord), b and c (Sud); the first edition told 24 for all and 5 for c, so that b had to go with a. */
static struct facts *three(const char *a)
{
    struct facts *facts = facts_new("2025-Q1", "2025-06-30");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    laureate_add(facts, "a")->territory = STR("Nord");
    laureate_add(facts, "b")->territory = STR("Sud");
    laureate_add(facts, "c")->territory = STR("Sud");
    observe(facts, flow, "a", "2025-Q1", a);
    observe(facts, flow, "b", "2025-Q1", "1"), observe(facts, flow, "c", "2025-Q1", "5");
    const char *const masked[][2] = {{"flux@a/2025-Q1", "18"}, {"flux@b/2025-Q1", "1"}};
    for (int i = 0; i < 2; i++) {
        edition(facts, "2025-05-02", masked[i][0], masked[i][1], "internal");
        edition(facts, "2025-05-02", masked[i][0], "", "partners");
    }
    edition(facts, "2025-05-02", "flux@c/2025-Q1", "5", "partners");
    edition(facts, "2025-05-02", "flux@programme/2025-Q1", "24", "partners");
    return facts;
}

static size_t warnings(struct facts *facts, enum message message)
{
    struct diagnostics *diagnostics = diagnostics_new(arena);
    size_t count = 0;
    measure_prepare(arena, facts, 1, diagnostics);
    for (size_t i = 0; i < diagnostics->count; i++)
        count += diagnostics->at[i].message == message;
    return count;
}

/* c was told: what stands for b and c together must not be. */
static void what_was_told_is_subtracted(void **state)
{
    (void)state;
    const char *const corrected[] = {"18", "16", "30"};
    for (int i = 0; i < 3; i++) {
        struct facts *facts = three(corrected[i]);
        struct measures *measures = facts_done(facts);
        assert_true(is_masked(measures, "flux@b/2025-Q1"));
        assert_true(is_masked(measures, "flux@a/2025-Q1"));
        assert_true(is_masked(measures, "flux@territory=Sud/2025-Q1"));
        assert_int_equal(warnings(facts, MSG_mask_known) + warnings(facts, MSG_mask_open), 0);
        assert_int_equal(warnings(facts, MSG_mask_past), 0);
    }
}

/* A total that holds the corrected number is another one than was told: it may be told again only where a and b, as
 * they are now, still hide each other. */
static void a_corrected_number_is_another_unknown(void **state)
{
    (void)state;
    struct measures *same = facts_done(three("18")), *corrected = facts_done(three("16"));
    assert_false(is_masked(same, "flux@programme/2025-Q1"));
    assert_true(figure(corrected, "flux@programme/2025-Q1")->value.is);
    shows(figure(corrected, "flux@programme/2025-Q1")->value, "22");
    assert_false(is_masked(corrected, "flux@programme/2025-Q1"));
    assert_false(is_masked(corrected, "flux@c/2025-Q1"));
}

/* Of 6.4 that were told 6 are left: they are another number, which may still hide what came since. */
static void decimals_of_then_are_kept(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-06-30");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    observe(facts, flow, "a", "2025-Q1", "3"), observe(facts, flow, "b", "2025-Q1", "6");
    edition(facts, "2025-05-02", "flux@b/2025-Q1", "6.4", "partners");
    struct measures *measures = facts_done(facts);
    assert_true(is_masked(measures, "flux@a/2025-Q1"));
    assert_true(is_masked(measures, "flux@b/2025-Q1"));
    assert_int_equal(warnings(facts, MSG_mask_known), 0);
}

/* A later edition that told b has given away what the first one masked, though a has been corrected since. */
static void what_a_later_edition_gave_away_is_said(void **state)
{
    (void)state;
    struct facts *facts = three("16");
    edition(facts, "2025-08-02", "flux@b/2025-Q1", "1", "partners");
    facts_done(facts);
    assert_true(warnings(facts, MSG_mask_past) >= 1);
    assert_true(warnings(facts, MSG_mask_known) >= 1);
}

static const struct observation *filed_in(const struct filed *filed, const char *laureate)
{
    const struct facts *facts = measure_facts(filed->measures);
    for (size_t i = 0; i < facts->observations.count; i++)
        if (str_equal(facts->laureates.at[facts->observations.at[i].laureate].id, str_of(laureate)))
            return &facts->observations.at[i];
    return NULL;
}

static void what_was_filed_is_put_back(void **state)
{
    (void)state;
    struct facts *facts = three("16");
    *PUSH(arena, &facts->editions) = (struct edition_figure){
        .key = STR("flux@c/2025-Q1"), .state = STR("none"), .audience = STR("internal"), .edition = D("2025-04-20")};
    struct measures *now = facts_done(facts);
    struct printeds printed = printed_read(arena, facts, D("2025-05-02"));
    struct filed filed = filed_then(arena, now, &printed, D("2025-05-02"));
    assert_int_equal(printed.count, 6);
    assert_int_equal(filed_in(&filed, "a")->first, 18);
    assert_int_equal(filed_in(&filed, "b")->first, 1);
    assert_int_equal(filed_in(&filed, "c")->status, STATUS_FINAL);
    struct printeds before = printed_read(arena, facts, D("2025-04-20"));
    struct filed earlier = filed_then(arena, now, &before, D("2025-04-20"));
    assert_int_equal(filed_in(&earlier, "a")->first, 16); /* nothing says that it was otherwise */
    assert_int_equal(filed_in(&earlier, "c")->status, STATUS_EMPTY);
    assert_int_equal(filed_in(&(struct filed){now, NULL}, "a")->first, 16); /* what stands now is left alone */
}

static void what_a_correction_says_is_put_back(void **state)
{
    (void)state;
    struct facts *facts = three("16");
    uint32_t a = 1, flow = 1;
    facts->editions.count = 0;
    *PUSH(arena, &facts->corrections) = (struct correction){.indicator.index = flow,
                                                            .laureate.index = a,
                                                            .period = P("2025-Q1"),
                                                            .old = STR("18"),
                                                            .replacement = STR("16"),
                                                            .date = DATE_NONE};
    struct measures *now = facts_done(facts);
    struct printeds none = {NULL, 0, 0};
    struct filed filed = filed_then(arena, now, &none, D("2025-05-02"));
    assert_int_equal(filed_in(&filed, "a")->first, 18);
    facts->corrections.at[0].date = D("2025-04-25"); /* before the edition */
    filed = filed_then(arena, now, &none, D("2025-05-02"));
    assert_int_equal(filed_in(&filed, "a")->first, 16);
}

/* Persons of two quarters, told as a range of their semester: filed otherwise, with the same sum, its low end tells. */
static void both_ends_of_a_range_are_compared(void **state)
{
    (void)state;
    const struct {
        const char *low, *high;
        size_t warnings;
    } told[] = {{"17", "30", 0}, {"16", "30", 1}, {"17", "31", 1}, {"", "30", 0}, {"", "", 0}};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        struct facts *facts = facts_new("2025-Q1", "2025-08-30");
        uint32_t unique =
            indicator_add(facts, (struct indicator){NAMED("ateliers"), .type = TYPE_COUNT, .nature = NATURE_FLOW,
                                                    .counting = COUNTING_UNIQUE_PERIOD});
        laureate_add(facts, "a"), laureate_add(facts, "b");
        observe(facts, unique, "a", "2025-Q1", "9"), observe(facts, unique, "a", "2025-Q2", "6");
        observe(facts, unique, "b", "2025-Q1", "7"), observe(facts, unique, "b", "2025-Q2", "8");
        *PUSH(arena, &facts->editions) = (struct edition_figure){.key = STR("ateliers@programme/2025-S1"),
                                                                 .low = str_of(told[i].low),
                                                                 .high = str_of(told[i].high),
                                                                 .state = STR("range"),
                                                                 .audience = STR("partners"),
                                                                 .edition = D("2025-08-02")};
        assert_int_equal(warnings(facts, MSG_mask_unexplained), told[i].warnings);
    }
}

/* Answers that another edition printed are compared one by one; of an edition that keeps none, corrections tell. */
static void answers_of_a_score_are_compared(void **state)
{
    (void)state;
    const struct {
        const char *answers;
        size_t warnings;
    } told[] = {{"1=8 3=12", 0}, {"3=12 1=8 2=0", 0}, {"1=9 3=11", 1}, {"1=8", 1},
                {"1=8 2=12", 1}, {"1=8 3=12 4=1", 1}, {"8 12", 1},     {"", 0}};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        struct facts *facts = facts_new("2025-Q1", "2025-06-30");
        uint32_t score = indicator_add(facts, (struct indicator){NAMED("moral"), .type = TYPE_SCORE});
        laureate_add(facts, "a");
        observe_pair(facts, score, "a", "2025-Q1", "1", "8"), observe_pair(facts, score, "a", "2025-Q1", "3", "12");
        *PUSH(arena, &facts->editions) = (struct edition_figure){.key = STR("moral@a/2025-Q1"),
                                                                 .answers = str_of(told[i].answers),
                                                                 .state = STR("complete"),
                                                                 .audience = STR("partners"),
                                                                 .edition = D("2025-05-02")};
        assert_int_equal(warnings(facts, MSG_mask_unexplained), told[i].warnings);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_told_is_subtracted),       cmocka_unit_test(a_corrected_number_is_another_unknown),
        cmocka_unit_test(decimals_of_then_are_kept),         cmocka_unit_test(what_a_later_edition_gave_away_is_said),
        cmocka_unit_test(both_ends_of_a_range_are_compared), cmocka_unit_test(answers_of_a_score_are_compared),
        cmocka_unit_test(what_was_filed_is_put_back),        cmocka_unit_test(what_a_correction_says_is_put_back),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
