/* The figures of one indicator that may be printed, as cells: subject × window × category. For each, whether it is
 * masked, as a whole or in its flow alone, and whether an earlier edition has printed it. */
#ifndef MEASURE_MASK_CELLS_H
#define MEASURE_MASK_CELLS_H

#include "gauge.h"
#include "roster.h"

enum {
    CELL_MASKED = 1,
    CELL_FLOW_MASKED = 2,
    CELL_KNOWN = 4,
    CELL_PRINTED = 8,
    CELL_FLOW_PRINTED = 16,
    CELL_FLOW_KNOWN = 32,
    CELL_TOO_LATE = 64, /* masked, but what editions have printed tells it */
    CELL_OPEN = 128     /* masked, but nothing hides it */
};

struct mask_cells {
    const struct gauge *gauge; /* NULL: no cell of this indicator can be masked */
    const struct roster *roster;
    bool visible;  /* partners or the public may see it */
    uint8_t scale; /* the decimals of its numbers, now and in earlier editions, and of what it is made of */
    struct window *windows;
    uint32_t window_count;
    uint32_t *dimensions; /* in the order of their names */
    uint32_t *categories; /* 0 first: the total; then by dimension, likewise */
    uint32_t category_count;
    uint8_t *bits;
};

struct masks {
    struct roster roster;
    struct mask_cells *of; /* by indicator */
};

/* Of one sub-period, not to date. */
static inline bool mask_window_single(const struct window *window)
{
    return !window->to_date && window->first == window->last;
}
void mask_cells_open(struct arena *run, struct mask_cells *cells, const struct gauge *gauge,
                     const struct roster *roster);
static inline size_t mask_cell(const struct mask_cells *cells, uint32_t subject, uint32_t window, uint32_t category)
{
    return ((size_t)subject * cells->window_count + window) * cells->category_count + category;
}
static inline size_t mask_cell_count(const struct mask_cells *cells)
{
    return (size_t)cells->roster->count * cells->window_count * cells->category_count;
}
struct figure_key mask_cell_key(const struct mask_cells *cells, size_t cell);
/* The cell in which a key's numbers stand; SIZE_MAX when it is none of them. */
size_t mask_cell_find(const struct mask_cells *cells, const struct figure_key *key);
/* Puts `item` among the first `count` in the order of names, whatever that of the files: masks are the same. */
void mask_insert_named(uint32_t *at, size_t count, uint32_t item, struct str (*name)(const struct facts *, uint32_t),
                       const struct facts *facts);
/* All UINT32_MAX where there is none. */
uint32_t mask_category_find(const struct mask_cells *cells, uint32_t category);
uint32_t mask_window_find(const struct mask_cells *cells, const struct window *window);
/* The sub-period before a window: a flow is counted from its end. */
uint32_t mask_window_before(const struct mask_cells *cells, const struct window *window);

#endif
