/* What each audience may see: visibility of indicators, and masks (confidentiality in measures.md). */
#ifndef MEASURE_MASK_H
#define MEASURE_MASK_H

#include "mask_cells.h"

/* Takes every number out of a figure that the audience may not see. */
void mask_apply(const struct measures *measures, enum audience audience, struct figure *figure);
/* Takes out a baseline that the audience may not see, and what is computed from it. */
void mask_baseline(const struct mask_cells *cells, uint32_t subject, struct figure *figure);

#endif
