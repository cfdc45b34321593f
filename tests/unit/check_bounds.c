/* Periods that are as usual are exactly those of the indicator's rhythm about which nothing would be said. */
#include "check/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static uint32_t seed = 3;

static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static struct date draw_date(void)
{
    return draw(2) ? date_of(2024 + (int)draw(3), 1 + (int)draw(12), 1 + (int)draw(28)) : DATE_NONE;
}

static struct period draw_period(enum period_kind kind)
{
    return period_at(kind, 2024 * 12 + (int32_t)draw(36), 1);
}

static struct sheet draw_sheet(struct arena *arena, struct check *check, struct indicator *indicator)
{
    struct laureate *who = &check->facts->laureates.at[1];
    who->joined.first = draw_date();
    who->left.last = draw_date();
    indicator->valid_from.first = draw_date();
    indicator->valid_to.last = draw_date();
    indicator->frequency = PERIOD_MONTH + (int)draw(4);
    indicator->scope = draw(4) ? SCOPE_SHARED : SCOPE_PROGRAMME;
    struct sheet sheet = {.check = check, .arena = arena, .scratch = arena, .laureate = draw(5) > 0};
    sheet.diagnostics = diagnostics_new(arena);
    sheet.period = draw_period((enum period_kind)draw(PERIOD_KINDS));
    sheet.wide_count = draw(4) == 0;
    return sheet;
}

static void test_usual_periods(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct facts facts = {.programme = {.year_start = 1, .period = PERIOD_QUARTER}};
    for (int i = 0; i < 2; i++)
        *PUSH(arena, &facts.laureates) =
            (struct laureate){.joined.first = DATE_NONE, .left.last = DATE_NONE, .id = STR("l")};
    struct check check = {.run = arena, .facts = &facts};
    size_t usual_ones = 0, others = 0;
    for (int i = 0; i < 100000; i++) {
        struct arena_mark mark = arena_mark(arena);
        struct indicator indicator = {.id = STR("i"), .type = TYPE_COUNT};
        struct sheet sheet = draw_sheet(arena, &check, &indicator);
        struct usual usual = usual_periods(&sheet, &indicator);
        struct observation observation = {.status = STATUS_FINAL};
        struct csv_cell cell = {STR("x"), 2, 1};
        struct entry entry = {.sheet = &sheet, .indicator = &indicator, .observation = &observation};
        struct period period = draw_period(draw(2) ? (enum period_kind)indicator.frequency : PERIOD_MONTH);
        bool sound = entry_check_period(&entry, period, &cell) && !sheet.diagnostics->count;
        bool rhythm = period.kind == (enum period_kind)indicator.frequency;
        assert_int_equal(is_usual(&usual, period), sound && rhythm);
        usual_ones += is_usual(&usual, period);
        others += !sound;
        arena_rewind(arena, mark);
    }
    assert_true(usual_ones > 1000 && others > 1000);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_usual_periods)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
