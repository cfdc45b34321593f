/* Tests that are a table: a text, and what a function makes of it. A row with a name is a test; those below it that
 * have none belong to it. The table ends with {0}. */
#ifndef TESTS_WRITTEN_H
#define TESTS_WRITTEN_H

#include "arena.h"

struct written {
    const char *name;
    struct str text;
    const char *wanted;
};

static const char *(*write_down)(struct str text);

static inline void as_wanted(void **state)
{
    const struct written *row = *state;
    do
        assert_string_equal(write_down(row->text), row->wanted);
    while (!(++row)->name && row->wanted);
}

/* Returns how many tests failed. */
static inline int run_written(const struct written *rows, const char *(*write)(struct str))
{
    struct CMUnitTest tests[64];
    size_t count = 0;
    write_down = write;
    for (const struct written *row = rows; row->wanted; row++)
        if (row->name && count < sizeof tests / sizeof *tests)
            tests[count++] = (struct CMUnitTest){row->name, as_wanted, NULL, NULL, (void *)row};
    arena = arena_new();
    int failed = _cmocka_run_group_tests(rows->name, tests, count, NULL, NULL);
    arena_free(arena);
    return failed;
}

#endif
