/* Changes against the same period a year before: gross, and for the laureates present in both. */
#ifndef MEASURE_CHANGE_H
#define MEASURE_CHANGE_H

#include "batch.h"

void change_fill(const struct gauge *gauge, const struct asked *asked, const struct sums *sums, bool alone,
                 struct figure *figure);

#endif
