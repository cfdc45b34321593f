#include "mask_moments.h"

/* ---- the parts ---- */

uint8_t *made_part_bits(const struct made *made, size_t p, const struct window *window)
{
    const struct series *part = made->parts[p];
    uint32_t w = mask_window_find(part->cells, window);
    if (w == UINT32_MAX)
        return NULL;
    return &part->cells->bits[mask_cell(part->cells, made->subject, w, made->categories[p])];
}

/* All parts are told there; of a single sub-period also where there is nothing to show. */
bool made_parts_told(const struct made *made, const struct window *window)
{
    bool single = mask_window_single(window);
    for (size_t p = 0; p < made->count; p++) {
        const uint8_t *at = made_part_bits(made, p, window);
        uint8_t bits = at ? *at : 0;
        if (made_hidden(made, bits) || (!single && !(bits & CELL_PRINTED)))
            return false;
    }
    return true;
}

int64_t made_parts_sum(const struct made *made, const struct window *window)
{
    int64_t sum = 0;
    for (size_t p = 0; p < made->count; p++) {
        const struct series *part = made->parts[p];
        uint32_t w = mask_window_find(part->cells, window);
        if (w != UINT32_MAX)
            sum +=
                (int64_t)((int128)
                              part->value[NUMBER_FIRST][mask_cell(part->cells, made->subject, w, made->categories[p])] *
                          made->terms[p].sign * made->whole->unit / part->unit);
    }
    return sum;
}

/* ---- moments ---- */

uint32_t moment_before(const struct made *made, int32_t slot)
{
    int32_t moment = slot - made->whole->base;
    return moment < 0 ? 0 : (uint32_t)moment > made->slots ? made->slots : (uint32_t)moment;
}

void moments_find(struct made *made)
{
    const struct mask_cells *cells = made->whole->cells;
    for (uint32_t m = 0; m <= made->slots; m++)
        made->group[m] = m;
    /* Nothing was filed before the first window. */
    for (uint32_t slot = 0; slot < made->slots && made->single[slot] == UINT32_MAX; slot++)
        union_join(made->group, slot, slot + 1);
    for (uint32_t w = 0; w < cells->window_count; w++)
        if (made_parts_told(made, made_window(made, w)))
            union_join(made->group, moment_before(made, made_window(made, w)->first),
                       moment_before(made, made_window(made, w)->last_due + 1));
    for (uint32_t slot = 0; slot < made->slots; slot++)
        made->sums[slot + 1] =
            made->sums[slot] +
            (made->single[slot] == UINT32_MAX ? 0 : made_parts_sum(made, made_window(made, made->single[slot])));
}

uint32_t moment_of_reference(const struct made *made, uint32_t slot)
{
    const struct gauge *gauge = made->whole->gauge;
    if (gauge->indicator->nature != NATURE_YEAR_TO_DATE)
        return made->whole->from_start ? 0 : made->slots;
    struct period year = gauge_year(gauge, made->whole->base + (int32_t)slot);
    return moment_before(made, slot_at(gauge->kind, year.first, gauge->year_start));
}

/* ---- what it is made of ---- */

static void singles_find(struct made *made)
{
    for (uint32_t slot = 0; slot < made->slots; slot++)
        made->single[slot] = UINT32_MAX;
    for (uint32_t w = 0; w < made->whole->cells->window_count; w++) {
        const struct window *window = made_window(made, w);
        int32_t slot = window->first - made->whole->base;
        if (mask_window_single(window) && slot >= 0 && (uint32_t)slot < made->slots)
            made->single[slot] = w;
    }
}

static bool categories_find(struct made *made)
{
    for (size_t p = 0; p < made->count; p++) {
        made->categories[p] = mask_category_find(made->parts[p]->cells, made->whole->cells->categories[made->category]);
        if (made->categories[p] == UINT32_MAX)
            return false;
    }
    return true;
}

static bool parts_find(struct arena *scratch, struct made *made, struct series *const *all)
{
    const struct gauge *gauge = made->whole->gauge;
    const struct terms *terms = &gauge->indicator->made_of_terms;
    enum time_rule time = gauge->rule.time;
    made->count = terms->count;
    made->terms = terms->at;
    made->slots = (uint32_t)gauge->count;
    made->parts = ARENA_ARRAY(scratch, struct series *, made->count);
    made->categories = ARENA_ARRAY(scratch, uint32_t, made->count);
    made->group = ARENA_ARRAY(scratch, uint32_t, made->slots + 1);
    made->single = ARENA_ARRAY(scratch, uint32_t, made->slots);
    made->sums = ARENA_ARRAY(scratch, int64_t, made->slots + 1);
    for (size_t p = 0; p < made->count; p++) {
        made->parts[p] = all[terms->at[p].indicator.index];
        if (!made->parts[p] || made->parts[p]->too_large || made->parts[p]->gauge->kind != gauge->kind ||
            !made->parts[p]->cells->visible)
            return false;
    }
    return made->count && made->slots && (time == TIME_SUM || time == TIME_LAST || time == TIME_MEAN);
}

static bool starts_at_first(struct made *made)
{
    const struct series *whole = made->whole;
    made->category = 0;
    for (uint32_t laureate = 1; laureate < whole->cells->roster->laureates; laureate++) {
        uint32_t slot = 0;
        while (slot < made->slots && whole->filing[series_node(whole, laureate, slot, 0)] != FILING_HERE)
            slot++;
        made->subject = laureate;
        if (slot < made->slots && made->single[slot] != UINT32_MAX &&
            whole->node[0][series_node(whole, laureate, slot, 0)] ==
                made_parts_sum(made, made_window(made, made->single[slot])))
            return true;
    }
    return false;
}

/* What the coordination counts itself is the sum of nobody's. */
static bool own_count(const struct made *made)
{
    bool own = made->whole->own;
    for (size_t p = 0; p < made->count; p++)
        own |= made->parts[p]->own;
    return !made->subject && own;
}

static bool made_open(struct arena *scratch, struct made *made, struct series *const *all)
{
    const struct series *whole = made->whole;
    if (!whole->cells->visible || whole->too_large || whole->gauge->term_count || whole->answers ||
        !parts_find(scratch, made, all))
        return false;
    singles_find(made);
    return true;
}

bool made_starts_from_nothing(struct arena *scratch, struct series *whole, struct series *const *all)
{
    struct arena_mark mark = arena_mark(scratch);
    struct made made = {.whole = whole};
    bool starts = made_open(scratch, &made, all) && categories_find(&made) && starts_at_first(&made);
    arena_rewind(scratch, mark);
    return starts;
}

bool made_each(struct arena *scratch, struct series *whole, struct series *const *all, uint8_t told_by,
               void (*look)(struct made *made))
{
    struct arena_mark mark = arena_mark(scratch);
    struct made made = {.whole = whole, .told_by = told_by};
    bool followed = made_open(scratch, &made, all);
    for (made.subject = 0; followed && made.subject < whole->cells->roster->count; made.subject++)
        for (made.category = 0; made.category < whole->cells->category_count; made.category++)
            if (categories_find(&made) && !own_count(&made))
                look(&made);
    arena_rewind(scratch, mark);
    return made.changed;
}
