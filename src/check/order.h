/* The order of observations: indicator, laureate, category, period, then place. Private to `check`. */
#ifndef CHECK_ORDER_H
#define CHECK_ORDER_H

#include "model/model.h"

int observation_compare(const struct observation *a, const struct observation *b); /* without the place */
/* Sorts, almost in place: a few megabytes are borrowed. */
void observations_order(struct observations *observations, int jobs);

#endif
