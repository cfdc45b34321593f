#include "mask_cells.h"

struct windows {
    struct window *at;
    size_t count, capacity;
};

static void add_periods(struct arena *run, struct windows *windows, const struct gauge *gauge, enum period_kind kind)
{
    struct period first = slot_period(gauge->kind, gauge->base + 1, gauge->year_start);
    struct period last = slot_period(gauge->kind, gauge->base + gauge->count - 1, gauge->year_start);
    struct period period = period_at(kind, first.first, gauge->year_start);
    for (; period.first <= last.first; period = period_next(period, 1)) {
        struct window window = gauge_window(gauge, period, false);
        if (window.asked && window.last_due != SLOT_NEVER)
            *PUSH(run, windows) = window;
    }
}

/* To date at the end of every sub-period: a later edition may print it, an earlier one may have. */
static void add_to_date(struct arena *run, struct windows *windows, const struct gauge *gauge)
{
    for (int32_t slot = gauge->base + 1; slot < gauge->base + gauge->count; slot++)
        if (gauge_due(gauge, slot))
            *PUSH(run, windows) = gauge_window(gauge, slot_period(gauge->kind, slot, gauge->year_start), true);
}

void mask_insert_named(uint32_t *at, size_t count, uint32_t item, struct str (*name)(const struct facts *, uint32_t),
                       const struct facts *facts)
{
    for (; count && str_compare(name(facts, at[count - 1]), name(facts, item)) > 0; count--)
        at[count] = at[count - 1];
    at[count] = item;
}

static struct str dimension_name(const struct facts *facts, uint32_t dimension)
{
    return facts->dimensions.at[dimension].id;
}

static struct str category_name(const struct facts *facts, uint32_t category)
{
    return facts->categories.at[category].category;
}

static void categories_of(struct arena *run, struct mask_cells *cells)
{
    const struct facts *facts = cells->gauge->measures->facts;
    const struct indicator *indicator = cells->gauge->indicator;
    cells->category_count = 1;
    cells->dimensions = ARENA_ARRAY(run, uint32_t, indicator->dimensions.count);
    for (size_t d = 0; d < indicator->dimensions.count; d++) {
        mask_insert_named(cells->dimensions, d, indicator->dimension_indexes[d], dimension_name, facts);
        cells->category_count += facts->dimensions.at[indicator->dimension_indexes[d]].count;
    }
    cells->categories = ARENA_ARRAY(run, uint32_t, cells->category_count);
    uint32_t next = 1;
    for (size_t d = 0; d < indicator->dimensions.count; d++) {
        const struct dimension *dimension = &facts->dimensions.at[cells->dimensions[d]];
        for (uint32_t c = 0; c < dimension->count; c++)
            mask_insert_named(cells->categories + next, c, dimension->first + c, category_name, facts);
        next += dimension->count;
    }
}

void mask_cells_open(struct arena *run, struct mask_cells *cells, const struct gauge *gauge,
                     const struct roster *roster)
{
    struct windows windows = {NULL, 0, 0};
    *cells = (struct mask_cells){.gauge = gauge, .roster = roster};
    for (enum period_kind kind = gauge->kind; kind <= PERIOD_YEAR; kind++)
        add_periods(run, &windows, gauge, kind);
    add_to_date(run, &windows, gauge);
    cells->windows = windows.at;
    cells->window_count = (uint32_t)windows.count;
    cells->visible =
        gauge->indicator->visibility == VISIBILITY_PUBLIC || gauge->indicator->visibility == VISIBILITY_PARTNERS;
    categories_of(run, cells);
    cells->bits = ARENA_ARRAY(run, uint8_t, mask_cell_count(cells));
}

uint32_t mask_window_find(const struct mask_cells *cells, const struct window *window)
{
    for (uint32_t w = 0; w < cells->window_count; w++) {
        const struct window *at = &cells->windows[w];
        if (at->to_date == window->to_date && at->last == window->last &&
            (window->to_date || at->first == window->first))
            return w;
    }
    return UINT32_MAX;
}

uint32_t mask_window_before(const struct mask_cells *cells, const struct window *window)
{
    struct window before = {.first = window->first - 1, .last = window->first - 1};
    return mask_window_find(cells, &before);
}

uint32_t mask_category_find(const struct mask_cells *cells, uint32_t category)
{
    for (uint32_t c = 0; c < cells->category_count; c++)
        if (cells->categories[c] == category)
            return c;
    return UINT32_MAX;
}

struct figure_key mask_cell_key(const struct mask_cells *cells, size_t cell)
{
    const struct window *window = &cells->windows[cell / cells->category_count % cells->window_count];
    return (struct figure_key){
        .indicator = cells->gauge->index,
        .subject = roster_subject(cells->roster, (uint32_t)(cell / cells->category_count / cells->window_count)),
        .period = window->period,
        .to_date = window->to_date,
        .category = cells->categories[cell % cells->category_count]};
}

size_t mask_cell_find(const struct mask_cells *cells, const struct figure_key *key)
{
    struct window asked = gauge_window(cells->gauge, key->period, key->to_date);
    uint32_t window = mask_window_find(cells, &asked), category = mask_category_find(cells, key->category);
    uint32_t subject = roster_find(cells->roster, key->subject);
    if (!asked.asked || window == UINT32_MAX || category == UINT32_MAX || subject == UINT32_MAX)
        return SIZE_MAX;
    return mask_cell(cells, subject, window, category);
}
