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

/* What was found: another world; one that what earlier editions printed gives the lie to; none, or only one in which a
 * number that is masked for being small is not. */
enum hiding { HIDING_SAFE, HIDING_TOO_LATE, HIDING_NONE };
/* Masks what must be. */
enum hiding mask_search(const struct aim_cell *target);

#endif
