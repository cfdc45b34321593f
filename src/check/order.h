/* The order of observations: laureate, indicator, category, period, then place. Private to `check`. */
#ifndef CHECK_ORDER_H
#define CHECK_ORDER_H

#include "model/model.h"

/* The one among sorted ones that is `like` but for its place, or NULL. */
const struct observation *observation_find(const struct observation *at, size_t count, const struct observation *like);
/* Sorts, almost in place: a few megabytes are borrowed of `scratch`. What is in order already is left as it stands. */
void observations_order(struct arena *scratch, struct observation *at, size_t count);

#endif
