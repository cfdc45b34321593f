#include "subjects.h"

#include <stdlib.h>

static const struct attribute_row {
    enum attribute attribute;
    struct str en, fr;
    size_t offset;
    bool several;
} attributes[] = {
#define ATTRIBUTE(value, english, french, field, many)                                                                 \
    {                                                                                                                  \
        value, {english, sizeof english - 1}, {french, sizeof french - 1}, offsetof(struct laureate, field), many      \
    }
    ATTRIBUTE(ATTRIBUTE_TERRITORY, "territory", "territoire", territory, false),
    ATTRIBUTE(ATTRIBUTE_THEMES, "themes", "themes", themes, true),
    ATTRIBUTE(ATTRIBUTE_PUBLICS, "publics", "publics", publics, true),
    ATTRIBUTE(ATTRIBUTE_TAGS, "tags", "etiquettes", tags, true),
#undef ATTRIBUTE
};
#define ATTRIBUTE_COUNT (sizeof attributes / sizeof *attributes)

static const struct attribute_row *attribute_row(enum attribute attribute)
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        if (attributes[i].attribute == attribute)
            return &attributes[i];
    return NULL;
}

struct str attribute_name(enum attribute attribute)
{
    const struct attribute_row *row = attribute_row(attribute);
    return row ? row->en : STR_NONE;
}

enum attribute attribute_named(struct str name)
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        if (name_equal(name, attributes[i].en) || name_equal(name, attributes[i].fr))
            return attributes[i].attribute;
    return ATTRIBUTE_NONE;
}

/* The values a laureate has: one, several, or the empty one. */
struct values {
    const struct str *at;
    size_t count;
};
static struct values values_of(const struct laureate *laureate, enum attribute attribute)
{
    static const struct str none = {NULL, 0};
    const struct attribute_row *row = attribute_row(attribute);
    if (!row)
        return (struct values){NULL, 0};
    const void *field = (const char *)laureate + row->offset;
    if (!row->several)
        return (struct values){field, 1};
    const struct strs *several = field;
    return several->count ? (struct values){several->at, several->count} : (struct values){&none, 1};
}

bool attribute_holds(const struct laureate *laureate, enum attribute attribute, struct str value)
{
    struct values values = values_of(laureate, attribute);
    for (size_t i = 0; i < values.count; i++)
        if (name_equal(values.at[i], value))
            return true;
    return false;
}

bool attribute_value(const struct facts *facts, enum attribute attribute, struct str *value)
{
    for (uint32_t i = 1; i < facts->laureates.count; i++) {
        struct values values = values_of(&facts->laureates.at[i], attribute);
        for (size_t v = 0; v < values.count; v++)
            if (name_equal(values.at[v], *value))
                return *value = values.at[v], true;
    }
    return false;
}

const bool *subject_members(struct arena *arena, const struct facts *facts, struct subject subject)
{
    if (subject.kind == SUBJECT_PROGRAMME)
        return NULL;
    bool *members = ARENA_ARRAY(arena, bool, facts->laureates.count);
    for (uint32_t i = 1; i < facts->laureates.count; i++)
        members[i] = subject.kind == SUBJECT_LAUREATE
                         ? i == subject.laureate
                         : attribute_holds(&facts->laureates.at[i], subject.attribute, subject.value);
    return members;
}

static int for_people(const void *a, const void *b)
{
    return name_compare(*(const struct str *)a, *(const struct str *)b);
}

struct strs measure_attribute_values(struct arena *arena, const struct facts *facts, enum attribute attribute)
{
    struct strs all = {NULL, 0, 0}, distinct = {NULL, 0, 0};
    for (uint32_t i = 1; i < facts->laureates.count; i++) {
        struct values values = values_of(&facts->laureates.at[i], attribute);
        for (size_t v = 0; v < values.count; v++)
            *PUSH(arena, &all) = values.at[v];
    }
    if (all.count)
        qsort(all.at, all.count, sizeof *all.at, for_people);
    for (size_t i = 0; i < all.count; i++)
        if (!i || !name_equal(all.at[i - 1], all.at[i]))
            *PUSH(arena, &distinct) = all.at[i];
    return distinct;
}
