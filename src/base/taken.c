/* Names told apart as they come: a thousand of the same name cost a thousand steps. */
#include "base.h"

#include <string.h>

static struct taken_name *entry_of(const struct taken *taken, struct str name)
{
    return SORTED_FIND(taken->at, taken->count, struct taken_name, name, name);
}

bool name_is_taken(const struct taken *taken, struct str name)
{
    return entry_of(taken, name) != NULL;
}

void name_take(struct arena *arena, struct taken *taken, struct str name)
{
    if (name_is_taken(taken, name))
        return;
    size_t at = SORTED_FROM(taken->at, taken->count, struct taken_name, name, name);
    (void)PUSH(arena, taken);
    memmove(taken->at + at + 1, taken->at + at, (taken->count - 1 - at) * sizeof *taken->at);
    taken->at[at] = (struct taken_name){name, 2};
}

struct str name_take_apart(struct arena *arena, struct taken *taken, struct str wanted, const char *before,
                           const char *after)
{
    struct taken_name *same = entry_of(taken, wanted);
    struct str name = wanted;
    while (same && name_is_taken(taken, name))
        name = str_print(arena, "%.*s%s%d%s", STR_ARG(wanted), before, same->next++, after);
    name_take(arena, taken, name);
    return name;
}
