/* Targets: which one holds, what the trajectory asks for by then, what the status says. Every expected number was
 * worked out by hand from the rules. */
#include "facts_builder.h"

/* One laureate, the programme's target for 2025, and what was reached in the quarters of 2025. */
struct aimed {
    int nature, direction;
    const char *baseline, *before, *target; /* `before`: a target for 2024 */
    const char *values[4];
    const char *key, *progress, *trajectory;
    enum target_status status;
};
struct kept {
    struct aimed aimed;
    const char *tolerance, *low, *high;
};

static struct maybe M_or_none(const char *text)
{
    return text ? M(text) : (struct maybe){false, {0, 0}};
}

static void judged(const struct aimed *row, const struct kept *kept, size_t i)
{
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t x = indicator_add(
        facts,
        (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = row->nature, .direction = row->direction,
                           .baseline = M_or_none(row->baseline), .tolerance = M_or_none(kept ? kept->tolerance : NULL),
                           .low = M_or_none(kept ? kept->low : NULL), .high = M_or_none(kept ? kept->high : NULL)});
    laureate_add(facts, "a");
    four(facts, x, "a", row->values[0], row->values[1], row->values[2], row->values[3]);
    if (row->target)
        target_set(facts, x, NULL, "2025", row->target, NULL);
    if (row->before)
        target_set(facts, x, NULL, "2024", row->before, NULL);
    const struct figure *f = figure(facts_done(facts), str_print(arena, "x@programme/%s", row->key).at);
    const char *progress = f->progress.is ? quantity_text(arena, f->progress).at : "";
    const char *trajectory = f->trajectory.is ? quantity_text(arena, f->trajectory).at : "";
    if (strcmp(progress, row->progress) || strcmp(trajectory, row->trajectory) || f->target_status != row->status)
        fail_msg("row %zu, %s: progress %s for %s, trajectory %s for %s, status %d for %d", i, row->key, progress,
                 row->progress, trajectory, row->trajectory, (int)f->target_status, (int)row->status);
}
#define JUDGED(rows)                                                                                                   \
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)                                                            \
    judged(&rows[i], NULL, i)

#define STOCK NATURE_STOCK
#define FLOW NATURE_FLOW
#define UP DIRECTION_UP
#define DOWN DIRECTION_DOWN

/* From 10 at the end of 2024 to 30 at that of 2025: 20 at mid-year. Of the way that is asked for, 90 % is on track and
 * 70 % to be watched. */
static void levels_on_their_way(void **state)
{
    (void)state;
    static const struct aimed rows[] = {
        {STOCK, UP, "10", NULL, "30", {NULL, "20"}, "2025-Q2", "0.5", "20", TARGET_ON_TRACK},
        {STOCK, UP, "10", NULL, "30", {NULL, "19"}, "2025-Q2", "0.45", "20", TARGET_ON_TRACK},
        {STOCK, UP, "10", NULL, "30", {NULL, "18.8"}, "2025-Q2", "0.44", "20", TARGET_WATCH},
        {STOCK, UP, "10", NULL, "30", {NULL, "17"}, "2025-Q2", "0.35", "20", TARGET_WATCH},
        {STOCK, UP, "10", NULL, "30", {NULL, "16.8"}, "2025-Q2", "0.34", "20", TARGET_OFF_TRACK},
        {STOCK, UP, "10", NULL, "30", {NULL, "10"}, "2025-Q2", "0", "20", TARGET_OFF_TRACK},
        {STOCK, UP, "10", NULL, "30", {NULL, "9"}, "2025-Q2", "-0.05", "20", TARGET_BACKWARD},
        {STOCK, UP, "10", NULL, "30", {NULL, "30"}, "2025-Q2", "1", "20", TARGET_MET},
        {STOCK, UP, "10", NULL, "30", {NULL, "31"}, "2025-Q2", "1.05", "20", TARGET_EXCEEDED},
        {STOCK, DOWN, "40", NULL, "20", {NULL, "30"}, "2025-Q2", "0.5", "30", TARGET_ON_TRACK},
        {STOCK, DOWN, "40", NULL, "20", {NULL, "32"}, "2025-Q2", "0.4", "30", TARGET_WATCH},
        {STOCK, DOWN, "40", NULL, "20", {NULL, "36"}, "2025-Q2", "0.2", "30", TARGET_OFF_TRACK},
        {STOCK, DOWN, "40", NULL, "20", {NULL, "41"}, "2025-Q2", "-0.05", "30", TARGET_BACKWARD},
        {STOCK, DOWN, "40", NULL, "20", {NULL, "20"}, "2025-Q2", "1", "30", TARGET_MET},
        {STOCK, DOWN, "40", NULL, "20", {NULL, "19"}, "2025-Q2", "1.05", "30", TARGET_EXCEEDED},
        /* The day has come: nearly is to be watched, and no longer on track. */
        {STOCK, UP, "10", NULL, "30", {NULL, NULL, NULL, "29"}, "2025-Q4", "0.95", "30", TARGET_WATCH},
        {STOCK, UP, "10", NULL, "30", {NULL, NULL, NULL, "28"}, "2025", "0.9", "30", TARGET_WATCH},
        {STOCK, UP, "10", NULL, "30", {NULL, NULL, NULL, "27"}, "2025-Q4", "0.85", "30", TARGET_OFF_TRACK},
        {STOCK, UP, "10", NULL, "30", {NULL, "nd"}, "2025-Q2", "", "20", TARGET_NOT_MEASURABLE},
        {STOCK, DIRECTION_NONE, "10", NULL, "30", {NULL, "20"}, "2025-Q2", "0.5", "20", TARGET_NOT_MEASURABLE},
        /* Exact, where doubles are one short. */
        {STOCK,
         UP,
         "0",
         NULL,
         "9007199254740992",
         {NULL, NULL, NULL, "9007199254740993"},
         "2025-Q4",
         "1",
         "9007199254740992",
         TARGET_EXCEEDED},
    };
    JUDGED(rows);
}

/* Without a starting value, or from one that is the target, there is no percentage; whether it is met is still said. */
static void levels_from_nowhere(void **state)
{
    (void)state;
    static const struct aimed rows[] = {
        {STOCK, UP, NULL, NULL, "30", {NULL, "20"}, "2025-Q2", "", "", TARGET_NOT_MEASURABLE},
        {STOCK, UP, NULL, NULL, "30", {NULL, "30"}, "2025-Q2", "", "", TARGET_MET},
        {STOCK, UP, NULL, NULL, "30", {NULL, "31"}, "2025-Q2", "", "", TARGET_MET},
        {STOCK, UP, NULL, NULL, "30", {NULL, NULL, NULL, "28"}, "2025-Q4", "", "30", TARGET_WATCH},
        {STOCK, UP, NULL, NULL, "30", {NULL, NULL, NULL, "26"}, "2025-Q4", "", "30", TARGET_OFF_TRACK},
        {STOCK, DOWN, NULL, NULL, "20", {NULL, NULL, NULL, "22"}, "2025-Q4", "", "20", TARGET_WATCH},
        {STOCK, DOWN, NULL, NULL, "20", {NULL, NULL, NULL, "100"}, "2025-Q4", "", "20", TARGET_OFF_TRACK},
        {STOCK, DOWN, NULL, NULL, "20", {NULL, NULL, NULL, "20"}, "2025-Q4", "", "20", TARGET_MET},
        {STOCK, DOWN, NULL, NULL, "0", {NULL, NULL, NULL, "3"}, "2025-Q4", "", "0", TARGET_OFF_TRACK},
        /* The target of the year before is where the trajectory starts. */
        {STOCK, UP, NULL, "10", "30", {NULL, "18"}, "2025-Q2", "", "20", TARGET_ON_TRACK},
        {STOCK, UP, NULL, "10", "30", {NULL, "17"}, "2025-Q2", "", "20", TARGET_WATCH},
        {STOCK, DOWN, NULL, "40", "20", {NULL, "33"}, "2025-Q2", "", "30", TARGET_ON_TRACK},
        {STOCK, DOWN, NULL, "40", "20", {NULL, "38"}, "2025-Q2", "", "30", TARGET_WATCH},
        {STOCK, DOWN, NULL, "40", "20", {NULL, "50"}, "2025-Q2", "", "30", TARGET_OFF_TRACK},
        {STOCK, UP, "20", NULL, "20", {NULL, "21"}, "2025-Q2", "", "20", TARGET_MET},
        {STOCK, UP, "20", NULL, "20", {NULL, "19"}, "2025-Q2", "", "20", TARGET_NOT_MEASURABLE},
    };
    JUDGED(rows);
}

/* Maintain: within the tolerance, its ends included. Range: from low to high, whatever the target. */
static void levels_that_are_kept(void **state)
{
    (void)state;
    enum { KEEP = DIRECTION_MAINTAIN, RANGE = DIRECTION_RANGE };
    static const struct kept rows[] = {
        {{STOCK, KEEP, "40", NULL, "50", {NULL, "48"}, "2025-Q2", "", "", TARGET_MET}, "2", NULL, NULL},
        {{STOCK, KEEP, "40", NULL, "50", {NULL, "52"}, "2025-Q2", "", "", TARGET_MET}, "2", NULL, NULL},
        {{STOCK, KEEP, "40", NULL, "50", {NULL, "47.9"}, "2025-Q2", "", "", TARGET_OFF_TRACK}, "2", NULL, NULL},
        {{STOCK, KEEP, "40", NULL, "50", {NULL, "52.1"}, "2025-Q2", "", "", TARGET_OFF_TRACK}, "2", NULL, NULL},
        {{STOCK, KEEP, "40", NULL, "50", {NULL, "50"}, "2025-Q2", "", "", TARGET_MET}, NULL, "60", "70"},
        {{STOCK, KEEP, "40", NULL, "50", {NULL, "50.1"}, "2025-Q2", "", "", TARGET_OFF_TRACK}, NULL, NULL, NULL},
        {{STOCK, KEEP, NULL, NULL, NULL, {NULL, "15"}, "2025-Q2", "", "", TARGET_NONE}, NULL, "10", "20"},
        /* Of a flow nothing is known before its target's period is over. */
        {{FLOW, KEEP, NULL, NULL, "100", {"30", "20", "30", "25"}, "2025-Q2", "", "", TARGET_NOT_MEASURABLE},
         "5",
         NULL,
         NULL},
        {{FLOW, KEEP, NULL, NULL, "100", {"30", "20", "30", "25"}, "2025", "", "", TARGET_MET}, "5", NULL, NULL},
        {{FLOW, KEEP, NULL, NULL, "100", {"30", "20", "30", "26"}, "2025", "", "", TARGET_OFF_TRACK}, "5", NULL, NULL},
        {{STOCK, RANGE, NULL, NULL, NULL, {NULL, "10"}, "2025-Q2", "", "", TARGET_MET}, NULL, "10", "20"},
        {{STOCK, RANGE, NULL, NULL, NULL, {NULL, "20"}, "2025-Q2", "", "", TARGET_MET}, NULL, "10", "20"},
        {{STOCK, RANGE, NULL, NULL, NULL, {NULL, "9.9"}, "2025-Q2", "", "", TARGET_OFF_TRACK}, NULL, "10", "20"},
        {{STOCK, RANGE, NULL, NULL, NULL, {NULL, "20.1"}, "2025-Q2", "", "", TARGET_OFF_TRACK}, NULL, "10", "20"},
        {{STOCK, RANGE, NULL, NULL, NULL, {NULL, "99"}, "2025-Q2", "", "", TARGET_MET}, NULL, "10", NULL},
        {{STOCK, RANGE, NULL, NULL, NULL, {NULL, "9"}, "2025-Q2", "", "", TARGET_OFF_TRACK}, NULL, "10", NULL},
        {{STOCK, RANGE, NULL, NULL, NULL, {NULL, "5"}, "2025-Q2", "", "", TARGET_MET}, NULL, NULL, "20"},
        {{STOCK, RANGE, NULL, NULL, NULL, {NULL, "21"}, "2025-Q2", "", "", TARGET_OFF_TRACK}, NULL, NULL, "20"},
        {{STOCK, RANGE, "5", NULL, "15", {NULL, "12"}, "2025-Q2", "", "", TARGET_MET}, "1", "10", "20"},
        {{STOCK, RANGE, NULL, NULL, NULL, {NULL, "12"}, "2025-Q2", "", "", TARGET_NONE}, NULL, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        judged(&rows[i].aimed, &rows[i], i);
}

/* The sum since the target's period began, over the target, whatever the baseline; asked for in proportion to time. */
static void flows(void **state)
{
    (void)state;
    static const struct aimed rows[] = {
        {FLOW, UP, "500", NULL, "100", {"30", "20", "30", "20"}, "2025-Q1", "0.3", "25", TARGET_ON_TRACK},
        {FLOW, UP, "500", NULL, "100", {"30", "20", "30", "20"}, "2025-Q2", "0.5", "50", TARGET_ON_TRACK},
        {FLOW, UP, NULL, NULL, "100", {"30", "15", "30", "20"}, "2025-Q2", "0.45", "50", TARGET_ON_TRACK},
        {FLOW, UP, NULL, NULL, "100", {"30", "14", "30", "20"}, "2025-Q2", "0.44", "50", TARGET_WATCH},
        {FLOW, UP, NULL, NULL, "100", {"30", "4", "30", "20"}, "2025-S1", "0.34", "50", TARGET_OFF_TRACK},
        {FLOW, UP, "500", NULL, "100", {"30", "20", "30", "20"}, "2025", "1", "100", TARGET_MET},
        {FLOW, UP, NULL, NULL, "100", {"30", "20", "30", "21"}, "2025-Q4", "1.01", "100", TARGET_EXCEEDED},
        {FLOW, UP, NULL, NULL, "100", {"30", "20", "30", "12"}, "2025", "0.92", "100", TARGET_WATCH},
        {FLOW, UP, NULL, NULL, "100", {"30", "20", "30", "2"}, "2025", "0.82", "100", TARGET_OFF_TRACK},
        {FLOW, UP, NULL, NULL, "0", {"0", "0", "0", "0"}, "2025", "", "0", TARGET_MET},
        /* One that should stay low: what is spent cannot be taken back. */
        {FLOW, DOWN, NULL, NULL, "100", {"25", "25", "25", "25"}, "2025-Q1", "0.25", "25", TARGET_ON_TRACK},
        {FLOW, DOWN, NULL, NULL, "100", {"26", "25", "25", "24"}, "2025-Q1", "0.26", "25", TARGET_WATCH},
        {FLOW, DOWN, NULL, NULL, "100", {"100", "0", "0", "0"}, "2025-Q1", "1", "25", TARGET_WATCH},
        {FLOW, DOWN, NULL, NULL, "100", {"101", "0", "0", "0"}, "2025-Q1", "1.01", "25", TARGET_OFF_TRACK},
        {FLOW, DOWN, NULL, NULL, "100", {"25", "25", "25", "25"}, "2025", "1", "100", TARGET_MET},
        {FLOW, DOWN, NULL, NULL, "100", {"25", "25", "25", "20"}, "2025", "0.95", "100", TARGET_MET},
        {FLOW, DOWN, NULL, NULL, "100", {"25", "25", "25", "26"}, "2025", "1.01", "100", TARGET_OFF_TRACK},
    };
    JUDGED(rows);
}

/* Before the target's period begins nothing of it can have been reached. */
static void a_flow_before_its_target(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t x = indicator_add(
        facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .direction = DIRECTION_UP});
    laureate_add(facts, "a");
    four(facts, x, "a", "10", "10", "10", "10");
    target_set(facts, x, NULL, "2026", "50", NULL);
    const struct figure *f = figure(facts_done(facts), "x@programme/2025-Q4");
    shows(f->target, "50");
    shows(f->progress, "");
    shows(f->trajectory, "");
    assert_int_equal(f->target_status, TARGET_NOT_MEASURABLE);
}

/* The one stated for the period, else the next one after it, in whatever order the rows stand. */
static void which_target_holds(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    struct indicator stock = {NAMED("x"),
                              .type = TYPE_COUNT,
                              .nature = NATURE_STOCK,
                              .direction = DIRECTION_UP,
                              .baseline = M("10"),
                              .baseline_period = P("2025-Q1")};
    uint32_t x = indicator_add(facts, stock);
    stock.id = stock.label = STR("y");
    uint32_t y = indicator_add(facts, stock);
    laureate_add(facts, "a");
    four(facts, x, "a", "5", "6", "7", "8"), four(facts, y, "a", "5", "6", "7", "8");
    target_set(facts, y, NULL, "2025", "40", NULL);
    target_set(facts, x, NULL, "2026", "60", NULL), target_set(facts, x, NULL, "2025-Q2", "16", NULL),
        target_set(facts, x, NULL, "2025", "40", NULL), target_set(facts, x, "a", "2025-Q1", "1", NULL);
    (void)PUSH(arena, &facts->targets); /* a row that says nothing */
    struct measures *measures = facts_done(facts);
    static const struct {
        const char *key, *target, *of, *trajectory;
    } rows[] = {
        {"x@programme/2025-Q1", "16", "2025-Q2", ""}, /* the baseline is that quarter's */
        {"x@programme/2025-Q2", "16", "2025-Q2", "16"}, {"x@programme/2025-S1", "16", "2025-Q2", "16"},
        {"x@programme/2025-Q3", "40", "2025", "28"}, /* half-way from 16 to 40 */
        {"x@programme/2025-Q4", "40", "2025", "40"},    {"x@programme/2025", "40", "2025", "40"},
        {"x@a/2025-Q1", "1", "2025-Q1", "1"},           {"y@programme/2025-Q1", "40", "2025", ""},
        {"y@programme/2025-Q2", "40", "2025", "20"}, /* a third of the way from 10 to 40 */
        {"y@programme/2025-Q3", "40", "2025", "30"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct figure *f = figure(measures, rows[i].key);
        shows(f->target, rows[i].target);
        assert_string_equal(period_name(arena, f->target_period, 1).at, rows[i].of);
        shows(f->trajectory, rows[i].trajectory);
    }
    shows(figure(measures, "x@a/2025-Q2")->target, "");
}

/* What the programme's target comes to where only laureates have theirs. */
static const struct figure *added_up(struct indicator indicator, const char *const targets[2][3], const char *subject)
{
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    indicator.id = indicator.label = STR("x");
    indicator.type = indicator.type ? indicator.type : TYPE_COUNT;
    indicator.nature = indicator.type == TYPE_COUNT ? NATURE_FLOW : NATURE_NONE;
    indicator.direction = DIRECTION_UP;
    uint32_t x = indicator_add(facts, indicator);
    laureate_add(facts, "a")->territory = STR("Nord");
    laureate_add(facts, "b")->territory = STR("Nord");
    for (int l = 0; l < 2; l++) {
        const char *id = l ? "b" : "a";
        for (int q = 0; q < 4; q++)
            observe_pair(facts, x, id, quarters_2025[q], "5", indicator.type == TYPE_RATIO ? "10" : NULL);
        if (targets[l][0])
            target_set(facts, x, id, targets[l][0], targets[l][1], targets[l][2]);
    }
    return figure(facts_done(facts), str_print(arena, "x@%s/2025-Q2", subject).at);
}

static void targets_of_laureates(void **state)
{
    (void)state;
    static const struct indicator plain = {.type = TYPE_COUNT};
    const struct indicator based = {.type = TYPE_COUNT, .baseline = M("7")};
    static const struct indicator span = {.type = TYPE_COUNT, .counting = COUNTING_UNIQUE_PROGRAMME};
    static const struct indicator ratio = {.type = TYPE_RATIO};
    const struct {
        struct indicator indicator;
        const char *targets[2][3], *subject, *target, *baseline, *progress;
    } rows[] = {
        {plain, {{"2025", "30", "1"}, {"2025", "50", "2"}}, "programme", "80", "3", "0.25"},
        {plain, {{"2025", "30", "1"}, {"2025", "50", "2"}}, "territory=Nord", "80", "3", "0.25"},
        {plain, {{"2025", "30", "1"}, {"2025", "50", NULL}}, "programme", "80", "", "0.25"},
        {plain, {{"2025", "30", NULL}, {"2025", "50", "2"}}, "programme", "80", "", "0.25"},
        /* The indicator's own baseline is the programme's, and of nobody else. */
        {based, {{"2025", "30", "1"}, {"2025", "50", "2"}}, "programme", "80", "3", "0.25"},
        {based, {{"2025", "30", NULL}, {"2025", "50", "2"}}, "programme", "80", "7", "0.25"},
        {based, {{"2025", "30", NULL}, {"2025", "50", "2"}}, "territory=Nord", "80", "", "0.25"},
        /* Not all have one, not all for the same period, or the rule does not add laureates up. */
        {plain, {{"2025", "30", NULL}, {NULL, NULL, NULL}}, "programme", "", "", ""},
        {plain, {{NULL, NULL, NULL}, {"2025", "50", NULL}}, "programme", "", "", ""},
        {plain, {{"2025", "30", NULL}, {"2025-Q4", "50", NULL}}, "programme", "", "", ""},
        {span, {{"2025", "30", NULL}, {"2025", "50", NULL}}, "programme", "", "", ""},
        {ratio, {{"2025", "0.6", NULL}, {"2025", "0.7", NULL}}, "programme", "", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct figure *f = added_up(rows[i].indicator, rows[i].targets, rows[i].subject);
        shows(f->target, rows[i].target);
        shows(f->baseline, rows[i].baseline);
        shows(f->progress, rows[i].progress);
    }
}

/* The sum of laureates' targets has a trajectory from the sum of their baselines. */
static void a_sum_of_targets_has_its_trajectory(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t x = indicator_add(
        facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_STOCK, .direction = DIRECTION_UP});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    four(facts, x, "a", "1", "6", "1", "1"), four(facts, x, "b", "2", "9", "2", "2");
    target_set(facts, x, "a", "2025", "10", "0"), target_set(facts, x, "b", "2025", "20", "2");
    const struct figure *f = figure(facts_done(facts), "x@programme/2025-Q2");
    shows(f->target, "30");
    shows(f->baseline, "2");
    shows(f->trajectory, "16");               /* half-way from 2 to 30 */
    shows(f->progress, "0.4642857142857143"); /* 13 of 28 */
}

/* Of laureates who had left, a past target does not keep that of the others from being summed since it began. */
static void who_left_had_a_target_too(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2026-01-31");
    uint32_t x = indicator_add(
        facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .direction = DIRECTION_UP});
    laureate_add(facts, "a")->left = day_of("2024-12-31");
    laureate_add(facts, "b");
    observe(facts, x, "a", "2024-Q4", "100");
    four(facts, x, "b", "10", "20", "30", "40");
    target_set(facts, x, "a", "2024", "400", NULL), target_set(facts, x, "b", "2025", "120", NULL);
    const struct figure *f = figure(facts_done(facts), "x@programme/2025-Q2");
    shows(f->target, "120");
    shows(f->progress, "0.25");
}

/* Unique persons towards a yearly target: the laureate's yearly count stands for the whole year, and half a year's
 * count for no more than its half. */
static void unique_persons_towards_a_target(void **state)
{
    (void)state;
    static const struct {
        const char *longer, *key, *progress;
    } rows[] = {
        {"2025", "2025", "0.5"},    {"2025", "2025-Q4", "0.5"},
        {"2025", "2025-S2", "0.5"}, {"2025-S2", "2025-S2", ""}, /* between 70 and 235: no value, no progress */
        {"2025-S2", "2025", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2025-Q1", "2026-01-31");
        uint32_t x =
            indicator_add(facts, (struct indicator){NAMED("x"), .type = TYPE_COUNT, .nature = NATURE_FLOW,
                                                    .counting = COUNTING_UNIQUE_PERIOD, .direction = DIRECTION_UP});
        laureate_add(facts, "a");
        four(facts, x, "a", "50", "60", "55", "70");
        observe(facts, x, "a", rows[i].longer, "100");
        target_set(facts, x, NULL, "2025", "200", NULL);
        const struct figure *f = figure(facts_done(facts), str_print(arena, "x@programme/%s", rows[i].key).at);
        shows(f->progress, rows[i].progress);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_on_their_way),       cmocka_unit_test(levels_from_nowhere),
        cmocka_unit_test(levels_that_are_kept),      cmocka_unit_test(flows),
        cmocka_unit_test(a_flow_before_its_target),  cmocka_unit_test(which_target_holds),
        cmocka_unit_test(targets_of_laureates),      cmocka_unit_test(a_sum_of_targets_has_its_trajectory),
        cmocka_unit_test(who_left_had_a_target_too), cmocka_unit_test(unique_persons_towards_a_target),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
