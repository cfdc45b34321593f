/* Private to the search: partners for a node, best first, and the moves they make. */
#ifndef MEASURE_MASK_PARTNERS_H
#define MEASURE_MASK_PARTNERS_H

#include "mask_search.h"

/* How many of each kind are tried. */
#define NODES 3
#define PARTNERS 8
#define STEPS 5
#define RUN 7

struct best {
    uint32_t at[PARTNERS];
    uint64_t rank[PARTNERS];
    size_t count, room;
};

/* Keeps the lowest ranks; of equals the first. */
void best_add(struct best *best, uint32_t item, uint64_t rank);

struct search {
    const struct aim_cell *target;
    struct series *series; /* whose nodes move */
    struct move move, found;
    uint64_t cost;
};

bool search_filed(const struct search *search, uint32_t laureate, uint32_t slot, uint32_t category);
int64_t search_value(const struct search *search, uint32_t laureate, uint32_t slot, uint32_t category);
/* A cell of one laureate and sub-period is masked already. */
bool search_masked(const struct search *search, uint32_t laureate, uint32_t slot, uint32_t category);

/* Tries the moves that start from the search's first laureate and slot, in this category. */
void search_steps(struct search *search, uint32_t category);

#endif
