/* What the tests of readers share: an arena, the diagnostics of one test, and these written down. */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include "written.h"

static struct diagnostics *diagnostics;

static inline int open_reading(void **state)
{
    open_arena(state);
    diagnostics = diagnostics_new(arena);
    return 0;
}

/* " code line:column" each. */
static inline void note_diagnostics(struct buffer *seen)
{
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *d = &diagnostics->at[i];
        buffer_print(seen, " %.*s %u:%u", STR_ARG(message_row(d->message)->code), d->place.line, d->place.column);
    }
}

#define READING_TEST(name) cmocka_unit_test_setup_teardown(name, open_reading, close_arena)

#endif
