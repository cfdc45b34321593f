/* Private to the series: which of its numbers are sensitive, the units in which they are integers, and the rows that
 * they come from. */
#ifndef MEASURE_MASK_UNITS_H
#define MEASURE_MASK_UNITS_H

#include "mask_series.h"

/* The decimals that a number can have. */
#define SCALE_MAX 9

/* The indicator's observations, of one laureate after another; NULL after the last. */
struct walk {
    const struct gauge *gauge;
    uint32_t laureate;
    struct rows rows;
};
struct walk walk_over(const struct gauge *gauge);
const struct observation *walk_next(struct walk *walk);

/* The decimals of what was filed for the indicator. */
uint8_t units_scale(const struct gauge *gauge);
/* By indicator: a ratio, and what is made of others, count in the units of their most exact part, in coarser ones they
 * would not add up. */
void units_raise(const struct measures *measures, uint8_t *scales);

/* False where nothing in it can be. */
bool sensitive_fill(struct series *series);
/* Of an earlier edition those of `now`, which is NULL for what stands now. */
void units_fill(struct series *series, const struct series *now);
/* Marks the series as too large where the number is. */
int64_t units_of(struct series *series, struct decimal value);

#endif
