/* Private to layout: the way from a printed figure to the line of the annex that says where it comes from, and back.
 * A figure leads there only when that line is in the document. */
#ifndef LAYOUT_KEYS_H
#define LAYOUT_KEYS_H

#include "flow.h"

/* Takes the lines of the annex, cells that are anchored by the key of a figure, from a table; then, after all tables,
 * puts them in order. */
void keys_take(struct layout *layout, const struct table *table);
void keys_order(struct layout *layout);

/* A figure where it is shown, or its line where it says where the figure is shown. */
struct key_use {
    struct str link; /* empty: it leads nowhere */
    struct str title;
    struct str anchor; /* of this place, when it is the first of its figure; else empty */
    int tag;           /* a LINK, or the tag given: what the text is part of */
};
struct key_use key_use(struct flow *flow, struct str key, int tag);
/* For the line in the annex: back to the first place that shows the figure. */
struct key_use key_back(struct flow *flow, struct str key, int tag);
/* The place itself and the rectangle to click, after the text. */
void key_place(struct flow *flow, const struct key_use *use, int32_t x, int32_t y, int32_t width, int32_t height);

#endif
