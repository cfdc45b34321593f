/* What a figure adds up, each part with its name: laureates, or sub-periods of one. The first dozen are told one by
 * one, the others as one sum, so that what is told adds up to the value. */
#ifndef MEASURE_ADDENDS_H
#define MEASURE_ADDENDS_H

#include "batch.h"
#include "words.h"

struct telling {
    struct arena *arena;
    const struct measures *measures;
    const struct gauge *gauge;
    enum language language;
    struct figure_key key;
    const struct figure *figure;
    struct window window;
    struct buffer out;
};

/* One column of numbers to be added, as text: "12 (Arc) + 3 (Béa) + 8 (2 autres)". */
struct addends {
    struct buffer text;
    struct decimal rest;
    uint32_t told, untold;
    bool named, in_parts; /* in_parts: in MEAN_PARTS */
};
/* The text, in brackets where there are several and it is asked. */
struct str addends_text(const struct telling *t, struct addends *addends, bool brackets);
static inline uint32_t addends_count(const struct addends *addends)
{
    return addends->told + addends->untold;
}

/* The figure is known to lie between two sums, no better. */
bool addends_make_range(const struct telling *t);
/* `first` are values, numerators, or low ends; `second` denominators, or the high ends of a range; `flow` the periods'
 * own; `largest` is the largest part, for a range that begins there. */
struct parts_told {
    struct addends first, second, flow;
    struct str largest_label;
    struct decimal largest;
    bool any;
};
struct parts_told addends_over_laureates(const struct telling *t);
struct parts_told addends_over_time(const struct telling *t, uint32_t laureate);
/* Whether the sub-periods of one laureate add up to the value; else it comes from one of them. */
bool addends_are_sub_periods(const struct telling *t);

#endif
