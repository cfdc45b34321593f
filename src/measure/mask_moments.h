/* Private to wholes that are made of parts: one subject and category of a whole, and the moments between its
 * sub-periods. Moment m is before slot m, the last one after all; two hold together where all parts are told in
 * between: who knows the level at one of them knows it at the other. */
#ifndef MEASURE_MASK_MOMENTS_H
#define MEASURE_MASK_MOMENTS_H

#include "mask_made.h"
#include "union.h"

struct made {
    struct series *whole;
    struct series **parts;
    const struct term *terms;
    size_t count;
    uint32_t slots;       /* sub-periods */
    uint32_t *single;     /* by slot: the window that it is */
    uint32_t *group;      /* by moment: an earlier one that it holds together with, or itself */
    int64_t *sums;        /* by moment: what the parts add up to until then */
    uint32_t *categories; /* by part: where the category of the whole stands in it */
    uint32_t subject, category;
    uint8_t told_by; /* of masked figures, those with one of these bits are taken for told */
    bool changed;
};

/* Calls `look` for each subject and category of a whole that can be followed, but where the coordination counts itself,
 * which is the sum of nobody's; whether it has changed anything. */
bool made_each(struct arena *scratch, struct series *whole, struct series *const *all, uint8_t told_by,
               void (*look)(struct made *made));
/* Some laureate's first level is what its parts were then: the others' may be as well. */
bool made_starts_from_nothing(struct arena *scratch, struct series *whole, struct series *const *all);
/* The subject's moments as they hold together, and what the parts add up to until each. */
void moments_find(struct made *made);
/* They hold together. */
static inline bool moments_are_one(const struct made *made, uint32_t a, uint32_t b)
{
    return union_first(made->group, a) == union_first(made->group, b);
}
uint32_t moment_before(const struct made *made, int32_t slot);
/* The moment that a level must hold together with to be shown. */
uint32_t moment_of_reference(const struct made *made, uint32_t slot);
/* NULL where the part has no such figure. */
uint8_t *made_part_bits(const struct made *made, size_t p, const struct window *window);
bool made_parts_told(const struct made *made, const struct window *window);
int64_t made_parts_sum(const struct made *made, const struct window *window);
/* A masked figure follows from others: from what is shown (`told_by` 0), and need not be masked; else it is marked as
 * found. Whether that is new. */
bool made_follows(uint8_t *bits, uint8_t told_by);
/* The same among the laureates and totals of a whole. */
bool made_subtract(struct series *whole, uint8_t told_by);
/* A figure that is masked and not taken for told. */
static inline bool made_hidden(const struct made *made, uint8_t bits)
{
    return bits & CELL_MASKED && !(bits & made->told_by);
}
static inline const struct window *made_window(const struct made *made, uint32_t w)
{
    return &made->whole->cells->windows[w];
}
static inline int64_t made_number(const struct made *made, uint32_t w)
{
    return made->whole->value[NUMBER_FIRST][mask_cell(made->whole->cells, made->subject, w, made->category)];
}
/* Less than nothing from a later moment to an earlier one. */
static inline int64_t moments_sum(const struct made *made, uint32_t from, uint32_t until)
{
    return made->sums[until] - made->sums[from];
}
static inline bool made_is_small(const struct made *made, int64_t value)
{
    return series_is_small(made->whole, NUMBER_FIRST, value);
}
static inline uint8_t *made_bits(const struct made *made, uint32_t w)
{
    return &made->whole->cells->bits[mask_cell(made->whole->cells, made->subject, w, made->category)];
}

#endif
