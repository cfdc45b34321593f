/* Masks for the audiences that are not internal: every sensitive number printed is given another world in which it is
 * different and everything that stays printed is the same. The cheapest such world is looked for, one cell after
 * another in a fixed order; what it changes is masked. */
#ifndef MEASURE_MASK_SOLVE_H
#define MEASURE_MASK_SOLVE_H

#include "mask_series.h"

/* NULL when no indicator is visible to partners or the public. Reports what stays masked and may be found out all the
 * same. Of the indicators that are wanted, and of those that go with them; NULL: of all. */
struct masks *masks_solve(struct arena *run, const struct measures *measures, const bool *wanted, int jobs,
                          struct diagnostics *diagnostics);

/* What editions published before have printed can no more be hidden; `all` is by indicator. In mask_editions.c. */
void masks_known(struct arena *arena, struct masks *masks, const struct measures *measures, struct series **all,
                 struct diagnostics *diagnostics);

#endif
