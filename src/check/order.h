/* The order of observations: laureate, indicator, category, period, then place. Private to `check`. */
#ifndef CHECK_ORDER_H
#define CHECK_ORDER_H

#include "model/model.h"

int observation_compare(const struct observation *a, const struct observation *b); /* without the place */
/* Sorts, almost in place: a few megabytes are borrowed of `scratch`. What is in order already is left as it stands. */
void observations_order(struct arena *scratch, struct observation *at, size_t count);

#endif
