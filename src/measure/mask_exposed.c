/* Where a mask is known not to hold, what follows from it by what others are made of: levels between which all parts
 * are told tell each other, a sum the part that alone is not told, and levels of which nobody knows any are still told
 * by being known to be small, where all of them can be small in one way only. */
#include "mask_moments.h"

static void expose(struct made *made, uint8_t *bits)
{
    uint8_t how = made->told_by == CELL_OPEN ? CELL_OPEN : CELL_TOO_LATE;
    made->changed |= !(*bits & (CELL_OPEN | CELL_TOO_LATE));
    if (!(*bits & (CELL_OPEN | CELL_TOO_LATE)))
        *bits |= how;
}

static bool is_printed(const struct made *made, uint32_t w)
{
    return *made_bits(made, w) & CELL_PRINTED;
}

static int64_t number_of(const struct made *made, uint32_t w)
{
    return made->whole->value[NUMBER_FIRST][mask_cell(made->whole->cells, made->subject, w, made->category)];
}

/* ---- levels ---- */

static bool level_told(const struct made *made, uint32_t moment)
{
    uint32_t w = moment ? made->single[moment - 1] : UINT32_MAX;
    if (!moment)
        return made->whole->from_start;
    return w != UINT32_MAX && is_printed(made, w) && !made_hidden(made, *made_bits(made, w));
}

/* Someone knows the level at one of the moments that hold together with this one. */
static bool moment_told(const struct made *made, uint32_t moment)
{
    for (uint32_t m = 0; m <= made->slots; m++)
        if (moment_first(made, m) == moment_first(made, moment) && level_told(made, m))
            return true;
    return false;
}

static bool is_small(const struct series *whole, int64_t value)
{
    return whole->sensitive[NUMBER_FIRST] && value > 0 && value < whole->threshold;
}

/* All that hold together, one more or one less, would be as small as they are known to be. */
static bool could_shift(const struct made *made, uint32_t moment, int64_t by)
{
    for (uint32_t m = 1; m <= made->slots; m++) {
        uint32_t w = made->single[m - 1];
        if (w == UINT32_MAX || !is_printed(made, w) || moment_first(made, m) != moment_first(made, moment))
            continue;
        int64_t value = number_of(made, w);
        if (value >= 0 && (value + by < 0 || (is_small(made->whole, value) && !is_small(made->whole, value + by))))
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
        made_parts_sum(made, made_window(made, w)) == number_of(made, w))
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

bool made_expose(struct arena *scratch, struct series *whole, struct series *const *all, uint8_t told_by)
{
    return made_each(scratch, whole, all, told_by, subject_expose);
}
