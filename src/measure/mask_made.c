/* Of a whole that is a sum, a figure is shown where those of all its parts are. Of a level, the moments between which
 * all parts are shown hold together: who knows the level at one of them knows it at the others. Only levels that hold
 * together with one moment, the same for everybody, are shown: then any other world of the parts is one of the whole
 * too, in which the levels of each subject have all shifted alike, and what they started from is told nowhere. */
#include "mask_made.h"

struct made {
    struct series *whole;
    struct series **parts;
    const struct term *terms;
    size_t count;
    uint32_t slots;       /* sub-periods; moment m is before slot m, the last one after all */
    uint32_t *single;     /* by slot: the window that it is */
    uint32_t *group;      /* by moment: an earlier one that it holds together with, or itself */
    int64_t *sums;        /* by slot: what the parts add up to */
    uint32_t *categories; /* by part: where the category of the whole stands in it */
    bool from_start;      /* levels are counted from nothing */
    uint32_t subject, category;
    bool changed;
};

static uint32_t first_of(const struct made *made, uint32_t moment)
{
    while (made->group[moment] != moment)
        moment = made->group[moment];
    return moment;
}

static void hold_together(struct made *made, uint32_t a, uint32_t b)
{
    a = first_of(made, a), b = first_of(made, b);
    made->group[a > b ? a : b] = a > b ? b : a;
}

/* ---- the parts ---- */

static uint8_t part_bits(const struct made *made, size_t p, const struct window *window)
{
    const struct series *part = made->parts[p];
    uint32_t w = mask_window_find(part->cells, window);
    if (w == UINT32_MAX)
        return 0;
    return part->cells->bits[mask_cell(part->cells, made->subject, w, made->categories[p])];
}

/* All parts are shown there; of a single sub-period also where there is nothing to show. */
static bool parts_shown(const struct made *made, const struct window *window)
{
    bool single = !window->to_date && window->first == window->last;
    for (size_t p = 0; p < made->count; p++) {
        uint8_t bits = part_bits(made, p, window);
        if (bits & CELL_MASKED || (!single && !(bits & CELL_PRINTED)))
            return false;
    }
    return true;
}

static int64_t parts_sum(const struct made *made, const struct window *window)
{
    int64_t sum = 0;
    for (size_t p = 0; p < made->count; p++) {
        const struct series *part = made->parts[p];
        uint32_t w = mask_window_find(part->cells, window);
        if (w != UINT32_MAX)
            sum +=
                made->terms[p].sign * made->whole->unit *
                (part->value[NUMBER_FIRST][mask_cell(part->cells, made->subject, w, made->categories[p])] / part->unit);
    }
    return sum;
}

/* ---- moments ---- */

static const struct window *window_at(const struct made *made, uint32_t w)
{
    return &made->whole->cells->windows[w];
}

static uint32_t moment_before(const struct made *made, int32_t slot)
{
    int32_t moment = slot - made->whole->base;
    return moment < 0 ? 0 : (uint32_t)moment > made->slots ? made->slots : (uint32_t)moment;
}

static void moments_find(struct made *made)
{
    const struct mask_cells *cells = made->whole->cells;
    for (uint32_t m = 0; m <= made->slots; m++)
        made->group[m] = m;
    /* Nothing was filed before the first window. */
    for (uint32_t slot = 0; slot < made->slots && made->single[slot] == UINT32_MAX; slot++)
        hold_together(made, slot, slot + 1);
    for (uint32_t w = 0; w < cells->window_count; w++)
        if (parts_shown(made, window_at(made, w)))
            hold_together(made, moment_before(made, window_at(made, w)->first),
                          moment_before(made, window_at(made, w)->last_due + 1));
    for (uint32_t slot = 0; slot < made->slots; slot++)
        made->sums[slot] = made->single[slot] == UINT32_MAX ? 0 : parts_sum(made, window_at(made, made->single[slot]));
}

/* The moment that a level must hold together with to be shown. */
static uint32_t moment_of_reference(const struct made *made, uint32_t slot)
{
    const struct gauge *gauge = made->whole->gauge;
    if (gauge->indicator->nature != NATURE_YEAR_TO_DATE)
        return made->from_start ? 0 : made->slots;
    struct period at = slot_period(gauge->kind, made->whole->base + (int32_t)slot, gauge->year_start);
    struct period year = period_at(PERIOD_YEAR, at.first + period_months(at.kind) - 1, gauge->reset_month);
    return moment_before(made, slot_at(gauge->kind, year.first, gauge->year_start));
}

static bool level_shown(const struct made *made, int32_t slot)
{
    uint32_t moment = moment_before(made, slot + 1);
    return moment && first_of(made, moment) == first_of(made, moment_of_reference(made, moment - 1));
}

/* ---- the whole ---- */

static void hide(struct made *made, uint32_t w, uint8_t how)
{
    uint8_t *bits = &made->whole->cells->bits[mask_cell(made->whole->cells, made->subject, w, made->category)];
    made->changed |= !(*bits & (CELL_MASKED | how));
    *bits |= how;
}

static void hide_level(struct made *made, uint32_t w)
{
    const struct window *window = window_at(made, w);
    int32_t first = made->whole->gauge->rule.time == TIME_MEAN ? window->first : window->last_due;
    for (int32_t slot = first; slot <= window->last_due; slot++)
        if (!level_shown(made, slot))
            hide(made, w, CELL_MASKED);
    uint32_t since = moment_before(made, window->first), until = moment_before(made, window->last_due + 1);
    if (made->whole->gauge->rule.cumulative && first_of(made, since) != first_of(made, until))
        hide(made, w, CELL_FLOW_MASKED);
}

static void hide_told(struct made *made)
{
    const struct mask_cells *cells = made->whole->cells;
    bool levels = made->whole->gauge->rule.time != TIME_SUM;
    for (uint32_t w = 0; w < cells->window_count; w++)
        if (levels)
            hide_level(made, w);
        else if (!parts_shown(made, window_at(made, w)))
            hide(made, w, CELL_MASKED);
}

static bool is_masked(const struct made *made, uint32_t slot)
{
    const struct mask_cells *cells = made->whole->cells;
    return made->single[slot] != UINT32_MAX &&
           cells->bits[mask_cell(cells, made->subject, made->single[slot], made->category)] & CELL_MASKED;
}

static int64_t level_at(const struct made *made, uint32_t slot)
{
    return made->whole
        ->value[NUMBER_FIRST][mask_cell(made->whole->cells, made->subject, made->single[slot], made->category)];
}

/* A masked level is one shown level and the parts between away. */
static void hide_telling(struct made *made, uint32_t masked)
{
    int64_t sum = 0;
    for (uint32_t slot = masked + 1; slot < made->slots; slot++) {
        sum += made->sums[slot];
        if (made->single[slot] != UINT32_MAX && first_of(made, slot + 1) == first_of(made, masked + 1) &&
            level_at(made, slot) - level_at(made, masked) == sum)
            hide(made, made->single[slot], CELL_MASKED);
    }
    sum = 0;
    for (uint32_t slot = masked; slot > 0; slot--) {
        sum += made->sums[slot];
        if (made->single[slot - 1] != UINT32_MAX && first_of(made, slot) == first_of(made, masked + 1) &&
            level_at(made, masked) - level_at(made, slot - 1) == sum)
            hide(made, made->single[slot - 1], CELL_MASKED);
    }
}

/* What the coordination counts itself is the sum of nobody's. */
static bool own_count(const struct made *made)
{
    bool own = made->whole->own;
    for (size_t p = 0; p < made->count; p++)
        own |= made->parts[p]->own;
    return !made->subject && own;
}

static void subject_close(struct made *made)
{
    const struct mask_cells *cells = made->whole->cells;
    if (own_count(made))
        return;
    moments_find(made);
    for (uint32_t slot = 0; slot < made->slots && made->whole->gauge->rule.time != TIME_SUM; slot++)
        if (is_masked(made, slot))
            hide_telling(made, slot);
    hide_told(made);
    /* A longer window of a level is the level of its end. */
    for (uint32_t w = 0; w < cells->window_count && made->whole->gauge->rule.time == TIME_LAST; w++) {
        int32_t slot = window_at(made, w)->last_due - made->whole->base;
        if (slot >= 0 && (uint32_t)slot < made->slots && is_masked(made, (uint32_t)slot))
            hide(made, w, CELL_MASKED);
    }
}

/* ---- what it is made of ---- */

static void singles_find(struct made *made)
{
    for (uint32_t slot = 0; slot < made->slots; slot++)
        made->single[slot] = UINT32_MAX;
    for (uint32_t w = 0; w < made->whole->cells->window_count; w++) {
        const struct window *window = window_at(made, w);
        int32_t slot = window->first - made->whole->base;
        if (!window->to_date && window->first == window->last && slot >= 0 && (uint32_t)slot < made->slots)
            made->single[slot] = w;
    }
}

/* Some laureate's first level is what its parts were then: the others' may be as well. */
static bool starts_from_nothing(struct made *made)
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
                parts_sum(made, window_at(made, made->single[slot])))
            return true;
    }
    return false;
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
    made->sums = ARENA_ARRAY(scratch, int64_t, made->slots);
    for (size_t p = 0; p < made->count; p++) {
        made->parts[p] = all[terms->at[p].indicator.index];
        if (!made->parts[p] || made->parts[p]->whole || made->parts[p]->gauge->kind != gauge->kind ||
            !made->parts[p]->cells->visible)
            return false;
    }
    return made->count && made->slots && (time == TIME_SUM || time == TIME_LAST || time == TIME_MEAN);
}

/* ---- what the parts tell anyway ---- */

static bool is_told(const struct made *made, uint32_t w)
{
    const struct window *window = window_at(made, w);
    const struct series *whole = made->whole;
    int64_t value = whole->value[NUMBER_FIRST][mask_cell(whole->cells, made->subject, w, made->category)];
    bool small = whole->sensitive[NUMBER_FIRST] && value > 0 && value < whole->threshold;
    for (size_t p = 0; p < made->count; p++)
        if ((part_bits(made, p, window) & (CELL_PRINTED | CELL_MASKED)) != CELL_PRINTED)
            return false;
    return !small && parts_sum(made, window) == value;
}

static void subject_open(struct made *made)
{
    struct mask_cells *cells = made->whole->cells;
    for (uint32_t w = 0; w < cells->window_count && !own_count(made); w++)
        if (is_told(made, w))
            cells->bits[mask_cell(cells, made->subject, w, made->category)] &= (uint8_t) ~(CELL_MASKED | CELL_OPEN);
}

/* ---- all ---- */

void made_link(struct arena *arena, struct series *whole, struct series *const *all)
{
    const struct terms *terms = &whole->gauge->indicator->made_of_terms;
    for (size_t t = 0; t < terms->count; t++) {
        struct series *part = all[terms->at[t].indicator.index];
        if (!part || part->gauge->kind != whole->gauge->kind)
            continue;
        struct series **wholes = ARENA_ARRAY(arena, struct series *, part->whole_count + 1);
        for (size_t i = 0; i < part->whole_count; i++)
            wholes[i] = part->wholes[i];
        wholes[part->whole_count++] = whole;
        part->wholes = wholes;
    }
}

static bool each_subject(struct arena *scratch, struct series *whole, struct series *const *all,
                         void (*look)(struct made *made))
{
    struct arena_mark mark = arena_mark(scratch);
    struct made made = {.whole = whole};
    if (!whole->cells->visible || whole->whole || whole->gauge->term_count || whole->answers ||
        !parts_find(scratch, &made, all)) {
        arena_rewind(scratch, mark);
        return false;
    }
    singles_find(&made);
    made.from_start = categories_find(&made) && starts_from_nothing(&made);
    for (uint32_t subject = 0; subject < whole->cells->roster->count; subject++)
        for (uint32_t category = 0; category < whole->cells->category_count; category++) {
            made.subject = subject;
            made.category = category;
            if (categories_find(&made))
                look(&made);
        }
    arena_rewind(scratch, mark);
    return made.changed;
}

bool made_close(struct arena *scratch, struct series *whole, struct series *const *all)
{
    return each_subject(scratch, whole, all, subject_close);
}

void made_tell(struct arena *scratch, struct series *whole, struct series *const *all)
{
    if (whole->gauge->rule.time == TIME_SUM)
        each_subject(scratch, whole, all, subject_open);
}
