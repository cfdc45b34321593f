/* Ids of the rows of one input: found whatever their case, accents and separators. */
#include "work.h"

#include <string.h>

struct names {
    struct arena *arena;
    struct str *name; /* in the order they were added */
    uint32_t *index;
    size_t count, capacity;
    uint32_t *slot; /* 1 + position in `name`; a power of two of them */
    size_t slots;
};

struct names *names_new(struct arena *arena, size_t expected)
{
    struct names *names = ARENA_NEW(arena, struct names);
    names->arena = arena;
    names->capacity = expected < 8 ? 8 : expected;
    names->name = ARENA_ARRAY(arena, struct str, names->capacity);
    names->index = ARENA_ARRAY(arena, uint32_t, names->capacity);
    for (names->slots = 16; names->slots < 2 * names->capacity; names->slots *= 2)
        ;
    names->slot = ARENA_ARRAY(arena, uint32_t, names->slots);
    return names;
}

/* The slot that holds this name, or the free one where it would go. */
static uint32_t *slot_of(const struct names *names, struct str name)
{
    size_t at = (size_t)name_hash(name) & (names->slots - 1);
    while (names->slot[at] && !name_equal(names->name[names->slot[at] - 1], name))
        at = (at + 1) & (names->slots - 1);
    return &names->slot[at];
}

static void names_grow(struct names *names)
{
    struct names *larger = names_new(names->arena, 2 * names->capacity);
    for (size_t i = 0; i < names->count; i++) {
        larger->name[i] = names->name[i];
        larger->index[i] = names->index[i];
        *slot_of(larger, names->name[i]) = (uint32_t)i + 1;
    }
    larger->count = names->count;
    *names = *larger;
}

uint32_t names_find(const struct names *names, struct str name)
{
    uint32_t slot = names && name.length ? *slot_of(names, name) : 0;
    return slot ? names->index[slot - 1] : 0;
}

uint32_t names_add(struct names *names, struct str name, uint32_t index)
{
    uint32_t had = names_find(names, name);
    if (had || !name.length)
        return had;
    if (names->count == names->capacity)
        names_grow(names);
    names->name[names->count] = name;
    names->index[names->count++] = index;
    *slot_of(names, name) = (uint32_t)names->count;
    return 0;
}

struct str words_instead(struct arena *arena, const struct str *known, size_t count, struct str wrong)
{
    struct str nearest = name_nearest(wrong, known, count);
    if (nearest.length)
        return nearest;
    struct buffer list = {.arena = arena};
    for (size_t i = 0; i < count && i < 8; i++) {
        buffer_add(&list, i ? STR(", ") : STR_NONE);
        buffer_add(&list, known[i]);
    }
    buffer_add(&list, count > 8 ? STR("…") : STR_NONE);
    return buffer_str(&list);
}

struct str names_instead(const struct check *check, struct arena *arena, const struct names *names, struct str wrong)
{
    if (names && names->count)
        return words_instead(arena, names->name, names->count, wrong);
    return check->facts->programme.language == LANGUAGE_FR ? STR("un nom déclaré (il n’y en a encore aucun)")
                                                           : STR("a declared name (there is none yet)");
}
