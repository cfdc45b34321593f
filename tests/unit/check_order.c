/* Sorting observations in pieces gives what sorting them at once gives. */
#include "unit.h"

#include "check/order.h"

static uint32_t seed = 12345;

static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static struct observations make(struct arena *arena, size_t count, uint32_t indicators, uint32_t laureates,
                                uint32_t categories, uint32_t months)
{
    struct observations list = {ARENA_ARRAY(arena, struct observation, count), count, count};
    for (uint32_t i = 0; i < count; i++)
        list.at[i] = (struct observation){.indicator = (uint16_t)(1 + draw(indicators)),
                                          .laureate = draw(laureates),
                                          .category = draw(categories),
                                          .month = (int16_t)(24000 + draw(months)),
                                          .period_kind = (uint8_t)(PERIOD_MONTH + draw(3)),
                                          .file = 1,
                                          .line = i + 2};
    return list;
}

static void expect_order(const struct observations *list)
{
    uint64_t lines = 0;
    for (size_t i = 0; i < list->count; i++) {
        lines += list->at[i].line;
        if (!i)
            continue;
        int order = observation_compare(&list->at[i - 1], &list->at[i]);
        assert_true(order < 0 || (order == 0 && list->at[i - 1].line < list->at[i].line));
    }
    assert_true(lines == (uint64_t)list->count * (list->count + 3) / 2); /* nothing lost, nothing twice */
}

static void test_order(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        uint32_t indicators, laureates, categories, months;
    } shapes[] = {{0, 1, 1, 1, 1},           {1, 1, 1, 1, 1},
                  {1000, 5, 7, 3, 40},       {1000, 1, 1, 1, 1},
                  {700000, 12, 300, 4, 100}, {600000, 1, 900, 1, 12},
                  {600000, 1, 1, 1, 3},      {300000, 60000, 1u << 31, 1u << 31, 1u << 22}};
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        struct arena *arena = arena_new();
        struct observations list = make(arena, shapes[s].count, shapes[s].indicators, shapes[s].laureates,
                                        shapes[s].categories, shapes[s].months);
        observations_order(arena, list.at, list.count);
        expect_order(&list);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
