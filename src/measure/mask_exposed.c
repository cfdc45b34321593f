/* What follows by what others are made of. From what is shown: to mask it would hide nothing. And where a mask is known
 * not to hold, from what it gives away: levels between which all parts
 * are told tell each other, a sum the part that alone is not told, and levels of which nobody knows any are still told
 * by being known to be small, where all of them can be small in one way only. */
#include "mask_moments.h"

static bool is_printed(const struct made *made, uint32_t w)
{
    return *made_bits(made, w) & CELL_PRINTED;
}

/* ---- what is told anyway ---- */

static bool sum_follows(const struct made *made, uint32_t w)
{
    const struct window *window = made_window(made, w);
    for (size_t p = 0; p < made->count; p++) {
        const uint8_t *bits = made_part_bits(made, p, window);
        if (!bits || (*bits & (CELL_PRINTED | CELL_MASKED)) != CELL_PRINTED)
            return false;
    }
    return made_parts_sum(made, window) == made_number(made, w);
}

/* Whose first level is what came in until then was counted from nothing: a reader takes the others' for that as well,
 * and is right of these alone. */
static bool counted_since(const struct made *made, uint32_t since)
{
    uint32_t slot = since;
    if (!made->whole->from_start && made->whole->gauge->indicator->nature != NATURE_YEAR_TO_DATE)
        return false;
    while (slot < made->slots && (made->single[slot] == UINT32_MAX || !is_printed(made, made->single[slot])))
        slot++;
    return slot < made->slots && made_number(made, made->single[slot]) == moments_sum(made, since, slot + 1);
}

/* The level at a moment is told, or that nothing was counted there yet. */
static bool level_told(const struct made *made, uint32_t moment, uint32_t since, int64_t *level)
{
    uint32_t w = moment ? made->single[moment - 1] : UINT32_MAX;
    *level = 0;
    if (moment == since && counted_since(made, since))
        return true;
    if (w == UINT32_MAX || moment_of_reference(made, moment - 1) != since)
        return false;
    *level = made_number(made, w);
    return is_printed(made, w) && !made_hidden(made, *made_bits(made, w));
}

static uint32_t moment_since(const struct made *made, uint32_t moment)
{
    return moment ? moment_of_reference(made, moment - 1) : 0;
}

static bool level_follows(const struct made *made, uint32_t w)
{
    uint32_t until = moment_before(made, made_window(made, w)->last_due + 1), since = moment_since(made, until);
    for (uint32_t m = 0; until && m <= made->slots; m++) {
        int64_t level;
        if (moments_are_one(made, m, until) && level_told(made, m, since, &level) &&
            level + moments_sum(made, m, until) == made_number(made, w))
            return true;
    }
    return false;
}

static void subject_tell(struct made *made)
{
    enum time_rule time = made->whole->gauge->rule.time;
    moments_find(made);
    for (uint32_t w = 0; w < made->whole->cells->window_count && time != TIME_MEAN; w++)
        if (!made_is_small(made, made_number(made, w)) &&
            (time == TIME_SUM ? sum_follows(made, w) : level_follows(made, w)))
            made->changed |= made_follows(made_bits(made, w), 0);
}

/* ---- what is found ---- */

static void expose(struct made *made, uint8_t *bits)
{
    made->changed |= made_follows(bits, made->told_by);
}

/* ---- levels ---- */

/* Someone knows the level at one of the moments that hold together with this one. */
static bool moment_told(const struct made *made, uint32_t moment)
{
    int64_t level;
    for (uint32_t m = 0; m <= made->slots; m++)
        if (moments_are_one(made, m, moment) && level_told(made, m, moment_since(made, moment), &level))
            return true;
    return false;
}

/* All that hold together, one more or one less, would be as small as they are known to be. */
static bool could_shift(const struct made *made, uint32_t moment, int64_t by)
{
    for (uint32_t m = 1; m <= made->slots; m++) {
        uint32_t w = made->single[m - 1];
        if (w == UINT32_MAX || !is_printed(made, w) || !moments_are_one(made, m, moment))
            continue;
        int64_t value = made_number(made, w);
        if (value >= 0 && (value + by < 0 || (made_is_small(made, value) && !made_is_small(made, value + by))))
            return false;
    }
    return true;
}

static bool moment_found(const struct made *made, uint32_t moment)
{
    return moment_told(made, moment) ||
           (!could_shift(made, moment, made->whole->unit) && !could_shift(made, moment, -made->whole->unit));
}

/* Of a flow that is found the parts say so. */
static void level_expose(struct made *made, uint32_t w)
{
    const struct window *window = made_window(made, w);
    bool end = made->whole->gauge->rule.time == TIME_LAST || window->first == window->last_due;
    if (end && made_hidden(made, *made_bits(made, w)) && moment_found(made, moment_before(made, window->last_due + 1)))
        expose(made, made_bits(made, w));
}

/* ---- sums ---- */

/* The one part that is not told there; none, or several: UINT32_MAX. */
static size_t part_alone(const struct made *made, const struct window *window)
{
    size_t alone = SIZE_MAX;
    for (size_t p = 0; p < made->count; p++) {
        const uint8_t *bits = made_part_bits(made, p, window);
        if (!bits || !(*bits & CELL_PRINTED))
            return SIZE_MAX;
        if (made_hidden(made, *bits) && alone != SIZE_MAX)
            return SIZE_MAX;
        if (made_hidden(made, *bits))
            alone = p;
    }
    return alone;
}

static bool whole_told(const struct made *made, uint32_t w)
{
    const struct window *window = made_window(made, w);
    if (made->whole->gauge->rule.time == TIME_SUM)
        return is_printed(made, w) && !made_hidden(made, *made_bits(made, w));
    return moment_told(made, moment_before(made, window->first)) &&
           moment_told(made, moment_before(made, window->last_due + 1));
}

static void part_expose(struct made *made, uint32_t w)
{
    size_t p = part_alone(made, made_window(made, w));
    if (p != SIZE_MAX && whole_told(made, w))
        expose(made, made_part_bits(made, p, made_window(made, w)));
}

static void sum_expose(struct made *made, uint32_t w)
{
    uint8_t *bits = made_bits(made, w);
    if (made_hidden(made, *bits) && made_parts_told(made, made_window(made, w)) &&
        made_parts_sum(made, made_window(made, w)) == made_number(made, w))
        expose(made, bits);
}

static void subject_expose(struct made *made)
{
    moments_find(made);
    for (uint32_t w = 0; w < made->whole->cells->window_count; w++) {
        if (!is_printed(made, w))
            continue;
        if (made->whole->gauge->rule.time == TIME_SUM)
            sum_expose(made, w);
        else
            level_expose(made, w);
        part_expose(made, w);
    }
}

/* ---- all ---- */

bool made_follows(uint8_t *bits, uint8_t told_by)
{
    uint8_t before = *bits;
    if (!told_by)
        *bits &= (uint8_t) ~(CELL_MASKED | CELL_OPEN | CELL_TOO_LATE);
    else if (!(*bits & (CELL_OPEN | CELL_TOO_LATE)))
        *bits |= told_by == CELL_OPEN ? CELL_OPEN : CELL_TOO_LATE;
    return *bits != before;
}

void made_tell(struct arena *scratch, struct series *whole, struct series *const *all)
{
    while (made_each(scratch, whole, all, 0, subject_tell) || made_subtract(whole, 0))
        continue;
}

bool made_expose(struct arena *scratch, struct series *whole, struct series *const *all, uint8_t told_by)
{
    bool found = made_each(scratch, whole, all, told_by, subject_expose);
    return made_subtract(whole, told_by) || found;
}
