/* What the formatter's files share, and what holes use of it beside the door. Nothing here decides what to say;
 * it only writes numbers, units and dates as people read them. */
#ifndef COMPOSE_SHOW_H
#define COMPOSE_SHOW_H

#include "compose/compose.h"

/* As shown: rounded half away from zero. The quantity must be. */
struct decimal quantity_rounded(struct quantity value, unsigned decimals);
/* Whether the number, as it is shown, takes the singular in this language. */
bool show_singular(struct decimal shown, enum language language);

/* The unit as its author wrote it ("jeunes", "places ouvertes", "jeune(s)") for one, and for several. */
struct str unit_singular(struct arena *arena, struct str unit, enum language language);
struct str unit_plural(struct arena *arena, struct str unit);

/* "a ; b ; c": clauses of one sentence. */
struct str show_clauses(struct arena *arena, const struct strs *clauses, enum language language);

/* A fraction as a percentage: 0.125 is "12,5 %". */
struct str show_share(struct arena *arena, struct quantity fraction, unsigned decimals, enum language language);

/* "12 mars": for lists where the year is said once. */
struct str show_day(struct arena *arena, struct date date, enum language language);

#endif
