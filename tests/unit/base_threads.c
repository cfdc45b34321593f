/* Items shared among threads, and a total in their order. */
#include "unit.h"

#include "base/base.h"

enum { ITEMS = 5000 };

struct counting {
    struct tally *tally;
    size_t before[ITEMS], times[ITEMS];
};

static size_t amount_of(size_t item)
{
    return item % 7;
}

static void count(void *data, size_t item, size_t worker)
{
    struct counting *counting = data;
    (void)worker;
    counting->times[item]++;
    counting->before[item] = tally_add(counting->tally, item, amount_of(item));
}

static void test_total_in_order(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (int jobs = 1; jobs <= 8; jobs *= 2) {
        struct counting *counting = ARENA_NEW(arena, struct counting);
        counting->tally = tally_new(arena);
        threads_run(jobs, ITEMS, count, counting);
        for (size_t item = 0, total = 0; item < ITEMS; total += amount_of(item++)) {
            assert_int_equal(counting->times[item], 1);
            assert_int_equal(counting->before[item], total);
        }
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_total_in_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
