/* The subjects of whom figures are printed, and who is held by whom: what the masks of totals rest on. */
#include "facts_builder.h"

#include "measure/roster.h"

/* a in the Nord, b and c in the Sud; b is for two themes, one of which is called as a territory is. */
static struct facts *three(void)
{
    struct facts *facts = facts_new("2025-Q1", "2025-06-30");
    laureate_add(facts, "a")->territory = STR("Nord");
    struct laureate *b = laureate_add(facts, "b");
    b->territory = STR("Sud");
    *PUSH(arena, &b->themes) = STR("Emploi");
    *PUSH(arena, &b->themes) = STR("Nord");
    laureate_add(facts, "c")->territory = STR("Sud");
    return facts;
}

static uint32_t group(const struct roster *roster, enum attribute attribute, const char *value)
{
    return roster_find(roster,
                       (struct subject){.kind = SUBJECT_ATTRIBUTE, .attribute = attribute, .value = str_of(value)});
}

static void holds(const struct roster *roster, uint32_t subject, const uint32_t *laureates, size_t count)
{
    assert_int_equal(roster->held_starts[subject + 1] - roster->held_starts[subject], count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(roster->held[roster->held_starts[subject] + i], laureates[i]);
        assert_true(roster_holds(roster, subject, laureates[i]));
    }
}

static void each_subject_holds_its_laureates_in_order(void **state)
{
    (void)state;
    struct roster roster = roster_of(arena, three());
    uint32_t sud = group(&roster, ATTRIBUTE_TERRITORY, "Sud"), nord = group(&roster, ATTRIBUTE_TERRITORY, "Nord");
    assert_int_equal(roster.laureates, 4);
    holds(&roster, 0, (const uint32_t[]){1, 2, 3}, 3);
    for (uint32_t laureate = 1; laureate < 4; laureate++)
        holds(&roster, laureate, &laureate, 1);
    holds(&roster, sud, (const uint32_t[]){2, 3}, 2);
    holds(&roster, nord, (const uint32_t[]){1}, 1);
    holds(&roster, group(&roster, ATTRIBUTE_THEMES, "Nord"), (const uint32_t[]){2}, 1);
    for (uint32_t subject = 0; subject < roster.count; subject++) {
        uint32_t held = 0;
        for (uint32_t laureate = 1; laureate < 4; laureate++)
            held += roster_holds(&roster, subject, laureate);
        assert_int_equal(roster.held_starts[subject + 1] - roster.held_starts[subject], held);
    }
    assert_false(roster_holds(&roster, sud, 1));
    assert_false(roster_holds(&roster, 0, 0));
    assert_false(roster_holds(&roster, 2, 3));
    assert_true(roster_is_group(&roster, sud) && !roster_is_group(&roster, 3));
}

static void subjects_are_found_by_their_names(void **state)
{
    (void)state;
    struct roster roster = roster_of(arena, three());
    assert_int_not_equal(group(&roster, ATTRIBUTE_THEMES, "Nord"), group(&roster, ATTRIBUTE_TERRITORY, "Nord"));
    assert_int_equal(group(&roster, ATTRIBUTE_TERRITORY, "Ouest"), UINT32_MAX);
    assert_int_equal(group(&roster, ATTRIBUTE_THEMES, "Sud"), UINT32_MAX);
    for (uint32_t number = 0; number < roster.count; number++)
        assert_int_equal(roster_find(&roster, roster_subject(&roster, number)), number);
}

static bool is_masked(const struct measures *measures, const char *text)
{
    struct figure_key key;
    assert_true(figure_key_parse(measure_facts(measures), str_of(text), &key));
    return measure_figure(arena, measures, key, AUDIENCE_PUBLIC)->state == FIGURE_MASKED;
}

/* 3 of 53: neither the programme less the Sud, nor less b and c, may give them. */
static void the_programme_less_the_others_tells_nobody(void **state)
{
    (void)state;
    struct facts *facts = three();
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    observe(facts, flow, "a", "2025-Q1", "3");
    observe(facts, flow, "b", "2025-Q1", "20"), observe(facts, flow, "c", "2025-Q1", "30");
    struct measures *measures = facts_done(facts);
    assert_true(is_masked(measures, "flux@a/2025-Q1"));
    assert_true(is_masked(measures, "flux@territory=Nord/2025-Q1"));
    assert_false(is_masked(measures, "flux@programme/2025-Q1"));
    assert_true(is_masked(measures, "flux@territory=Sud/2025-Q1"));
    assert_true(is_masked(measures, "flux@b/2025-Q1") || is_masked(measures, "flux@c/2025-Q1"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_subject_holds_its_laureates_in_order),
        cmocka_unit_test(subjects_are_found_by_their_names),
        cmocka_unit_test(the_programme_less_the_others_tells_nobody),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
