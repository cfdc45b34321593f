/* The cheapest move that changes a number. */
#ifndef MEASURE_MASK_SEARCH_H
#define MEASURE_MASK_SEARCH_H

#include "mask_move.h"

struct aim_cell {
    struct series *series;
    uint32_t subject, window, category, answer;
    int number;
    int64_t size; /* by how much it should change at least */
};

/* Masks what must be; false when nothing was found. */
bool mask_search(const struct aim_cell *target);

#endif
