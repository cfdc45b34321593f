#include "unit.h"

#include "base/base.h"

/* Fills so many texts that they need blocks of their own. */
static void fill(struct arena *arena, struct strs *texts, char with, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *at = arena_bytes(arena, 100000);
        memset(at, with, 100000);
        *PUSH(arena, texts) = (struct str){at, 100000};
    }
}

static void check_texts(const struct strs *texts, char with, size_t count)
{
    assert_int_equal(texts->count, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(str_count(texts->at[i], with), 100000);
}

static void what_is_absorbed_lives_on(void **state)
{
    (void)state;
    for (size_t mine = 0; mine < 6; mine += 5)
        for (size_t theirs = 0; theirs < 6; theirs += 5) {
            struct arena *arena = arena_new(), *other = arena_new();
            struct strs kept = {0}, absorbed = {0}, later = {0};
            fill(arena, &kept, 'a', mine);
            fill(other, &absorbed, 'b', theirs);
            size_t footprint = arena_footprint(arena) + arena_footprint(other);
            arena_absorb(arena, other);
            assert_int_equal(arena_footprint(arena), footprint);
            struct arena_mark mark = arena_mark(arena);
            fill(arena, &later, 'c', 5);
            arena_rewind(arena, mark);
            later = (struct strs){0};
            fill(arena, &later, 'd', 5);
            check_texts(&kept, 'a', mine);
            check_texts(&later, 'd', 5);
            check_texts(&absorbed, 'b', theirs);
            arena_free(arena);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_absorbed_lives_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
