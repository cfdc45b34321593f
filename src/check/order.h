/* The order of observations: laureate, indicator, category, period, then place. Private to `check`. */
#ifndef CHECK_ORDER_H
#define CHECK_ORDER_H

#include "model/model.h"

/* Without the place. */
static inline int observation_compare(const struct observation *a, const struct observation *b)
{
    if (a->laureate != b->laureate)
        return a->laureate < b->laureate ? -1 : 1;
    if (a->indicator != b->indicator)
        return a->indicator < b->indicator ? -1 : 1;
    if (a->category != b->category)
        return a->category < b->category ? -1 : 1;
    if (a->month != b->month)
        return a->month < b->month ? -1 : 1;
    return (a->period_kind > b->period_kind) - (a->period_kind < b->period_kind);
}
/* The one among sorted ones that is `like` but for its place, or NULL. */
const struct observation *observation_find(const struct observation *at, size_t count, const struct observation *like);
/* Sorts, almost in place: a few megabytes are borrowed of `scratch`. What is in order already is left as it stands. */
void observations_order(struct arena *scratch, struct observation *at, size_t count);

#endif
