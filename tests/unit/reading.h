/* What the tests of readers share: an arena and the diagnostics of one test. */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include "arena.h"

static struct diagnostics *diagnostics;

static inline int open_reading(void **state)
{
    open_arena(state);
    diagnostics = diagnostics_new(arena);
    return 0;
}

#endif
