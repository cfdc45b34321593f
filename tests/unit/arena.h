/* What nearly every unit test stands on: cmocka, with the headers that it wants before it, and an arena that is opened
 * and closed around a test or a group of them. It is the test's state too. */
#ifndef TESTS_ARENA_H
#define TESTS_ARENA_H

#include "unit.h"

#include "base/base.h"

static struct arena *arena;

static inline int open_arena(void **state)
{
    *state = arena = arena_new();
    return 0;
}

static inline int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#endif
