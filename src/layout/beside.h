/* Private to layout: columns of slabs set beside each other, joined into the slab opened last: rows of a table, terms
 * and what is said of them, cards. */
#ifndef LAYOUT_BESIDE_H
#define LAYOUT_BESIDE_H

#include "flow.h"

struct beside {
    struct slabs *at; /* a column each */
    size_t count;
    int32_t padding; /* above and below */
    bool from_foot;  /* columns end on one line instead of starting on one */
    bool *hangs;     /* columns that may reach below the slab, or NULL */
};
/* Into the slab opened last, which began before the first column was set. Taller than `tallest`, into a slab for each
 * line instead, so that a page break can cut it there and nowhere else. */
void beside_join(struct flow *flow, const struct beside *beside, int32_t tallest);

#endif
