/* Rows of editions that mean nothing today are said: nothing is compared with them, and masks do not follow them. */
#ifndef MEASURE_EDITIONS_H
#define MEASURE_EDITIONS_H

#include "model/model.h"

/* Where one of its cells stands. */
struct place edition_place(const struct edition_figure *row, const char *column);
void editions_check(const struct facts *facts, struct diagnostics *diagnostics);

#endif
