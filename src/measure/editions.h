/* Rows of editions that mean nothing today are said: nothing is compared with them, and masks do not follow them. */
#ifndef MEASURE_EDITIONS_H
#define MEASURE_EDITIONS_H

#include "model/model.h"

void editions_check(const struct facts *facts, struct diagnostics *diagnostics);

#endif
