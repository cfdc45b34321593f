/* What needs another world, cell by cell in a fixed order: the numbers that are sensitive, then those that were masked
 * beside them. What no other world hides is masked all the same, and marked as open or too late. */
#ifndef MEASURE_MASK_PROTECT_H
#define MEASURE_MASK_PROTECT_H

#include "mask_series.h"

/* Counts of few persons, and amounts of few laureates. */
void protect_small(struct series *series);
/* All numbers of the figures that are masked by now; false when they had been looked at already. */
bool protect_rest(struct series *series);
/* The differences of levels that are shown. */
void protect_levels(struct series *series);
/* The flow that is hidden up to a level that is shown is found with the level that it starts from. */
void protect_expose_flows(struct series *series);
/* What is no sum: nothing can be subtracted from it. */
void protect_single(struct arena *scratch, struct mask_cells *cells);
/* All of it is masked; of a score all but the total. */
void protect_whole(struct mask_cells *cells);
void protect_answers(struct mask_cells *cells);

#endif
