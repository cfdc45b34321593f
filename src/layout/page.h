/* Private to layout: slabs on pages. */
#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

#include "flow.h"

struct page *page_new(struct layout *layout, bool landscape);
/* Slabs one under the other from `y` on, whatever the page's edge; returns where they end. */
int32_t page_place(struct layout *layout, const struct slabs *slabs, size_t from, size_t to, int32_t y);
int32_t slabs_height(const struct slabs *slabs, size_t from, size_t to);

/* ---- footnotes.c ---- */
/* Notes that wait for a place: from slab `slab` of note `note` on, up to note `end`. */
struct pending_notes {
    size_t note, slab, end;
};
int32_t notes_height(struct layout *layout, struct pending_notes notes, bool landscape);
/* Sets what fits in `room` at the foot of the page, above `bottom`; what does not stays in *notes. */
void notes_place(struct layout *layout, struct pending_notes *notes, bool landscape, int32_t room, int32_t bottom);
bool notes_any(struct pending_notes notes);

#endif
