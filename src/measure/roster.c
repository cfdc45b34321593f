#include "roster.h"

#include "subjects.h"

static const enum attribute grouped[] = {ATTRIBUTE_TERRITORY, ATTRIBUTE_THEMES, ATTRIBUTE_PUBLICS, ATTRIBUTE_TAGS};

struct groups {
    struct group *at;
    size_t count, capacity;
};
struct numbers {
    uint32_t *at;
    size_t count, capacity;
};

/* The same seen from the other side: the programme holds all laureates, a laureate itself. */
static void held_fill(struct arena *arena, struct roster *roster, size_t members)
{
    uint32_t *next = ARENA_ARRAY(arena, uint32_t, roster->count + 1);
    roster->held_starts = ARENA_ARRAY(arena, uint32_t, roster->count + 1);
    roster->held = ARENA_ARRAY(arena, uint32_t, 2 * (size_t)roster->laureates + members);
    next[0] = roster->laureates - 1;
    for (uint32_t laureate = 1; laureate < roster->laureates; laureate++)
        next[laureate] = 1;
    for (size_t i = 0; i < members; i++)
        next[roster->members[i]]++;
    for (uint32_t subject = 0, at = 0; subject <= roster->count; subject++) {
        uint32_t count = subject < roster->count ? next[subject] : 0;
        roster->held_starts[subject] = next[subject] = at;
        at += count;
    }
    for (uint32_t laureate = 1; laureate < roster->laureates; laureate++) {
        roster->held[next[0]++] = laureate;
        roster->held[next[laureate]++] = laureate;
        for (uint32_t i = roster->starts[laureate]; i < roster->starts[laureate + 1]; i++)
            roster->held[next[roster->members[i]]++] = laureate;
    }
}

struct roster roster_of(struct arena *arena, const struct facts *facts)
{
    struct groups groups = {NULL, 0, 0};
    struct numbers members = {NULL, 0, 0};
    struct roster roster = {.laureates = facts->laureates.count ? (uint32_t)facts->laureates.count : 1};
    for (size_t a = 0; a < sizeof grouped / sizeof *grouped; a++) {
        struct strs values = measure_attribute_values(arena, facts, grouped[a]);
        for (size_t v = 0; v < values.count; v++)
            *PUSH(arena, &groups) = (struct group){grouped[a], values.at[v]};
    }
    roster.starts = ARENA_ARRAY(arena, uint32_t, roster.laureates + 1);
    for (uint32_t laureate = 1; laureate < roster.laureates; laureate++) {
        roster.starts[laureate] = (uint32_t)members.count;
        for (size_t g = 0; g < groups.count; g++)
            if (attribute_holds(&facts->laureates.at[laureate], groups.at[g].attribute, groups.at[g].value))
                *PUSH(arena, &members) = roster.laureates + (uint32_t)g;
    }
    roster.starts[roster.laureates] = (uint32_t)members.count;
    roster.groups = groups.at;
    roster.members = members.at;
    roster.count = roster.laureates + (uint32_t)groups.count;
    held_fill(arena, &roster, members.count);
    return roster;
}

uint32_t roster_find(const struct roster *roster, struct subject subject)
{
    if (subject.kind == SUBJECT_PROGRAMME)
        return 0;
    if (subject.kind == SUBJECT_LAUREATE)
        return subject.laureate;
    for (uint32_t g = roster->laureates; g < roster->count; g++) {
        const struct group *group = &roster->groups[g - roster->laureates];
        if (group->attribute == subject.attribute && name_equal(group->value, subject.value))
            return g;
    }
    return UINT32_MAX;
}

struct subject roster_subject(const struct roster *roster, uint32_t number)
{
    if (!roster_is_group(roster, number))
        return (struct subject){.kind = number ? SUBJECT_LAUREATE : SUBJECT_PROGRAMME, .laureate = number};
    const struct group *group = &roster->groups[number - roster->laureates];
    return (struct subject){.kind = SUBJECT_ATTRIBUTE, .attribute = group->attribute, .value = group->value};
}

bool roster_holds(const struct roster *roster, uint32_t subject, uint32_t laureate)
{
    if (subject == 0)
        return laureate != 0;
    if (subject < roster->laureates)
        return subject == laureate;
    for (uint32_t i = roster->starts[laureate]; i < roster->starts[laureate + 1]; i++)
        if (roster->members[i] == subject)
            return true;
    return false;
}
