/* Confidentiality of what compares: a change, or a progress, must not give a masked number back. */
#include "facts_builder.h"

/* In 2024 a filed 3 in the first quarter, which b hides; c and d, elsewhere, have nothing to hide. The second quarter
 * of 2025 may not be filed. */
static struct measures *two_years(const char *now, const char *next)
{
    struct facts *facts = facts_new("2024-Q1", next ? "2025-10-30" : "2025-04-30");
    uint32_t flow = indicator_add(
        facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .direction = DIRECTION_UP});
    const struct {
        const char *id, *territory, *then, *now, *next;
    } filed[] = {{"a", "Nord", "3", now, next},
                 {"b", "Nord", "20", "40", "50"},
                 {"c", "Sud", "50", "60", "70"},
                 {"d", "Sud", "80", "90", "95"}};
    for (size_t i = 0; i < sizeof filed / sizeof *filed; i++) {
        laureate_add(facts, filed[i].id)->territory = str_of(filed[i].territory);
        observe(facts, flow, filed[i].id, "2024-Q1", filed[i].then);
        observe(facts, flow, filed[i].id, "2025-Q1", filed[i].now);
        if (next)
            observe(facts, flow, filed[i].id, "2025-Q2", filed[i].next),
                observe(facts, flow, filed[i].id, "2025-Q3", "25");
        target_set(facts, flow, filed[i].id, "2025", "200", NULL);
    }
    return facts_done(facts);
}

static const struct figure *seen(const struct measures *measures, const char *text)
{
    struct figure_key key;
    assert_true(figure_key_parse(measure_facts(measures), str_of(text), &key));
    return measure_figure(arena, measures, key, AUDIENCE_PUBLIC);
}

static void a_change_since_a_masked_number_is_not_told(void **state)
{
    (void)state;
    struct measures *measures = two_years("30", NULL);
    const struct figure *a = seen(measures, "flux@a/2025-Q1"), *c = seen(measures, "flux@c/2025-Q1");
    assert_int_equal(seen(measures, "flux@a/2024-Q1")->state, FIGURE_MASKED);
    assert_true(a->value.is);
    assert_false(a->previous.is || a->change.is || a->change_like_for_like.is);
    assert_true(c->previous.is && c->change.is && c->change_like_for_like.is);
}

/* The total of then is told, and its change; not that of those alone of whom one is masked. */
static void like_for_like_is_told_where_nobody_within_is_masked(void **state)
{
    (void)state;
    struct measures *measures = two_years("30", NULL);
    const struct figure *all = seen(measures, "flux@programme/2025-Q1");
    const struct figure *south = seen(measures, "flux@territory=Sud/2025-Q1");
    assert_true(all->previous.is && all->change.is);
    assert_false(all->change_like_for_like.is);
    assert_int_equal(all->like_for_like, 0);
    assert_true(south->change_like_for_like.is);
    assert_int_equal(south->like_for_like, 2);
}

/* What was done of a target since its year began is a sum of quarters, of which a masks the first. */
static void progress_is_told_where_no_part_of_it_is_masked(void **state)
{
    (void)state;
    struct measures *measures = two_years("3", "30");
    const struct figure *a = seen(measures, "flux@a/2025-Q3"), *c = seen(measures, "flux@c/2025-Q3");
    assert_int_equal(seen(measures, "flux@a/2025-Q1")->state, FIGURE_MASKED);
    assert_true(a->value.is && a->target.is);
    assert_false(a->progress.is);
    assert_int_equal(a->target_status, TARGET_NONE);
    assert_true(c->progress.is && c->target_status != TARGET_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_since_a_masked_number_is_not_told),
        cmocka_unit_test(like_for_like_is_told_where_nobody_within_is_masked),
        cmocka_unit_test(progress_is_told_where_no_part_of_it_is_masked),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
