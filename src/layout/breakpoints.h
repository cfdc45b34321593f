/* Private to layout: where the lines of a paragraph may end. */
#ifndef LAYOUT_BREAKPOINTS_H
#define LAYOUT_BREAKPOINTS_H

#include "inlines.h"

struct breakpoints {
    struct breakpoint *at;
    size_t count, capacity;
};

/* All of them, the last one forced, for lines of this width; with `hyphens`, inside words too. A word that no line
 * can hold may be cut at any sign. */
void breakpoints_list(struct layout *layout, const struct paragraph *paragraph, int64_t width, bool hyphens,
                      struct breakpoints *breaks);

/* Does the blank after this atom stand between a month or a quarter and its year? */
bool break_parts_date(const struct paragraph *paragraph, size_t atom);

#endif
