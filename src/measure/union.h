/* Things that belong together, by number: each stands for an earlier one of its group, or for itself. */
#ifndef MEASURE_UNION_H
#define MEASURE_UNION_H

#include "base/base.h"

/* The first of its group. */
static inline uint32_t union_first(const uint32_t *of, uint32_t item)
{
    while (of[item] != item)
        item = of[item];
    return item;
}
static inline void union_join(uint32_t *of, uint32_t a, uint32_t b)
{
    a = union_first(of, a), b = union_first(of, b);
    of[a > b ? a : b] = a > b ? b : a;
}

#endif
