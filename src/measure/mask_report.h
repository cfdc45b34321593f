/* The masks of which it is known that they do not hold. */
#ifndef MEASURE_MASK_REPORT_H
#define MEASURE_MASK_REPORT_H

#include "mask_series.h"

void report_exposed(struct arena *scratch, const struct series *series, struct diagnostics *diagnostics);

#endif
