/* What the files about templates share: the holes of a body, checked once at loading, and the {names} that stand
 * for what a document is about. */
#ifndef COMPOSE_TEMPLATE_H
#define COMPOSE_TEMPLATE_H

#include "compose/holes.h"

/* A fenced block of a template. Its node's `level` is its index here plus one. */
struct template_holes {
    struct template_hole {
        const struct hole *hole;
        const struct yaml *options;
    } * at;
    size_t count, capacity;
};

struct variable {
    struct str en, fr;
    unsigned over; /* bits 1 << enum template_over where it means something */
    bool needs_period;
    struct str (*text)(struct arena *arena, const struct facts *facts, const struct job *job);
    struct str (*name)(struct arena *arena, const struct facts *facts, const struct job *job); /* in keys, file names */
};
extern const struct variable variables[];
extern const size_t variable_count;
const struct variable *variable_find(struct str name);
/* {names} filled, in words for people or in the canonical form. */
struct str variables_text(struct arena *arena, const struct facts *facts, const struct job *job, struct str pattern);
struct str variables_name(struct arena *arena, const struct facts *facts, const struct job *job, struct str pattern);

/* What a code span "=key part" asks for. */
enum value_part { VALUE_SHOWN = 1, VALUE_FLOW, VALUE_CHANGE, VALUE_TARGET, VALUE_PROGRESS, VALUE_BASIS, VALUE_STATUS };
extern const struct choice value_parts[];
/* The key and the part of "=entrees@programme/2025-Q4 change", as written. */
void value_split(struct str span, struct str *key, struct str *part);

/* The front matter, key by key; what it leaves unsaid is completed. */
void template_front(struct arena *run, const struct yaml *map, struct template *template,
                    struct diagnostics *diagnostics);
/* Reports every hole, option, name and value that cannot be filled, at its place. */
void template_check(struct arena *run, const struct facts *facts, const struct yaml *front, struct template *template,
                    struct diagnostics *diagnostics);

#endif
