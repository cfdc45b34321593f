/* What authors write in their own words is printed as it is: a number there may be one that the masks take out of every
 * figure beside it. */
#ifndef MEASURE_TOLD_H
#define MEASURE_TOLD_H

#include "gauge.h"

/* Warns of numbers in the texts that go to partners or the public (narratives, portraits, practices, reviews, news,
 * what tables and measures say in words) that are a masked figure's of the same subject and period. */
void told_check(const struct measures *measures, struct diagnostics *diagnostics);
/* By indicator: whether a text holds numbers that could be its, whatever is masked; NULL where none does. */
bool *told_wanted(struct arena *run, const struct measures *measures);

#endif
