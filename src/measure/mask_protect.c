#include "mask_protect.h"

#include "mask_search.h"

#include <assert.h>

/* At least three laureates in a published amount, and none above this share of it, in per cent. */
#define LAUREATES_LEAST 3
#define SHARE_MOST 85

/* ---- which numbers are sensitive ---- */

/* A total by territory or theme that is of few, or of one above the others: the one it tells most of, else 0. */
static uint32_t dominant(const struct series *series, uint32_t subject, uint32_t w, uint32_t c)
{
    const struct roster *roster = series->cells->roster;
    int64_t sum = 0, largest = 0;
    uint32_t count = 0, first = 0;
    if (!series->dominated || !roster_is_group(roster, subject))
        return 0;
    enum attribute attribute = roster->groups[subject - roster->laureates].attribute;
    if (attribute != ATTRIBUTE_TERRITORY && attribute != ATTRIBUTE_THEMES)
        return 0;
    assert(series->value[NUMBER_FIRST]);
    for (uint32_t laureate = 1; laureate < roster->laureates; laureate++) {
        int64_t value = series->value[NUMBER_FIRST][mask_cell(series->cells, laureate, w, c)];
        if (!roster_holds(roster, subject, laureate) || value <= 0)
            continue;
        sum += value;
        first = value > largest ? laureate : first;
        largest = value > largest ? value : largest;
        count++;
    }
    return count < LAUREATES_LEAST || (int128)largest * 100 > (int128)sum * SHARE_MOST ? first : 0;
}

/* The sum of n times x is not followed: n is. */
static bool moves(const struct series *series, int number)
{
    return number != NUMBER_FIRST || series->gauge->rule.parts != PARTS_WEIGHTED;
}

static void expose(struct series *series, size_t cell, enum hiding hiding)
{
    series->cells->bits[cell] |= hiding == HIDING_NONE ? CELL_OPEN : CELL_TOO_LATE;
}

/* Whether another world was looked for. */
static bool protect(struct series *series, struct aim_cell target)
{
    struct mask_cells *cells = series->cells;
    size_t cell = mask_cell(cells, target.subject, target.window, target.category);
    size_t at = series->answers ? cell * series->width + target.answer : cell;
    bool flow = target.number == NUMBER_FLOW;
    if (series->safe[target.number][at] || !(cells->bits[cell] & (flow ? CELL_FLOW_PRINTED : CELL_PRINTED)))
        return false;
    target.series = series;
    target.size = series_uncertainty(series, series->value[target.number][at]);
    enum hiding hiding = mask_search(&target);
    if (hiding == HIDING_SAFE)
        return true;
    /* At least it is not printed again, and the coordination is told. */
    cells->bits[cell] |= flow ? CELL_FLOW_MASKED : CELL_MASKED;
    series->safe[target.number][at] = 1;
    expose(series, cell, hiding);
    return true;
}

static void protect_cell(struct series *series, uint32_t subject, uint32_t w, uint32_t c)
{
    size_t cell = mask_cell(series->cells, subject, w, c);
    struct aim_cell target = {.subject = subject, .window = w, .category = c};
    if (series->answers) {
        for (target.answer = 0; target.answer < series->width && !c; target.answer++)
            if (series_is_small(series, NUMBER_FIRST,
                                series->value[NUMBER_FIRST][cell * series->width + target.answer]))
                protect(series, target);
        return;
    }
    for (target.number = 0; target.number < NUMBERS; target.number++)
        if (series->value[target.number] && series_is_small(series, target.number, series->value[target.number][cell]))
            protect(series, target);
    target = (struct aim_cell){.subject = dominant(series, subject, w, c), .window = w, .category = c};
    if (!target.subject)
        return;
    protect(series, target);
    target.subject = subject;
    protect(series, target);
}

/* Laureates before groups, the programme last; short windows before long ones; categories before their total. */
void protect_small(struct series *series)
{
    const struct mask_cells *cells = series->cells;
    for (uint32_t w = 0; w < cells->window_count; w++)
        for (uint32_t s = 1; s <= cells->roster->count; s++)
            for (uint32_t c = 1; c <= cells->category_count; c++)
                protect_cell(series, s % cells->roster->count, w, c % cells->category_count);
}

/* A figure is masked whole: what was masked for one of its numbers must not be found out in the others. The parts of a
 * ratio by terms are other indicators' figures, and stand or fall with them. */
bool protect_rest(struct series *series)
{
    const struct mask_cells *cells = series->cells;
    bool any = false;
    int numbers = series->gauge->term_count || series->answers ? 1 : NUMBERS;
    for (uint32_t w = 0; w < cells->window_count && !series->gauge->term_count; w++)
        for (uint32_t s = 1; s <= cells->roster->count; s++)
            for (uint32_t c = 0; c < cells->category_count; c++) {
                struct aim_cell target = {.subject = s % cells->roster->count, .window = w, .category = c};
                if (series->past && !series->looked_at[w])
                    break;
                if (!(cells->bits[mask_cell(cells, target.subject, w, c)] & CELL_MASKED))
                    continue;
                for (target.answer = 0; target.answer < (series->answers ? series->width : 1); target.answer++)
                    for (target.number = 0; target.number < numbers; target.number++)
                        if (series->value[target.number] && moves(series, target.number))
                            any |= protect(series, target);
            }
    return any;
}

/* ---- levels of a cumulative, seen one after the other ---- */

static bool resets_between(const struct gauge *gauge, int32_t before, int32_t after)
{
    return gauge->indicator->nature == NATURE_YEAR_TO_DATE &&
           !period_equal(gauge_year(gauge, before), gauge_year(gauge, after));
}

/* Two levels still printed whose difference is a small count tell it, however far apart they are. */
static bool levels_apart(struct series *series, uint32_t subject, uint32_t c)
{
    const struct mask_cells *cells = series->cells;
    uint32_t before = UINT32_MAX;
    for (uint32_t w = 0; w < cells->window_count; w++) {
        const struct window *window = &cells->windows[w];
        size_t cell = mask_cell(cells, subject, w, c);
        if (window->to_date || window->first != window->last || !(cells->bits[cell] & CELL_PRINTED) ||
            cells->bits[cell] & CELL_MASKED)
            continue;
        if (before != UINT32_MAX && !resets_between(series->gauge, cells->windows[before].last, window->last)) {
            int64_t gap =
                series->value[NUMBER_FIRST][cell] - series->value[NUMBER_FIRST][mask_cell(cells, subject, before, c)];
            struct aim_cell target = {
                .series = series, .subject = subject, .window = before, .category = c, .size = series->unit};
            if (series_is_small(series, NUMBER_FLOW, gap)) {
                enum hiding hiding = mask_search(&target);
                cells->bits[mask_cell(cells, subject, before, c)] |= hiding == HIDING_NONE ? CELL_MASKED : 0;
                if (hiding != HIDING_SAFE)
                    expose(series, mask_cell(cells, subject, before, c), hiding);
                return true;
            }
        }
        before = w;
    }
    return false;
}

void protect_levels(struct series *series)
{
    const struct mask_cells *cells = series->cells;
    for (uint32_t s = 1; s <= cells->roster->count && series->sensitive[NUMBER_FLOW]; s++)
        for (uint32_t c = 0; c < cells->category_count; c++)
            while (levels_apart(series, s % cells->roster->count, c))
                ;
}

static bool flow_hidden(const struct series *series, uint8_t bits)
{
    bool told = series->past ? bits & CELL_FLOW_KNOWN : !(bits & CELL_FLOW_MASKED);
    return bits & CELL_FLOW_PRINTED && !(bits & CELL_MASKED) && !told;
}

void protect_expose_flows(struct series *series)
{
    const struct mask_cells *cells = series->cells;
    for (uint32_t w = 0; w < cells->window_count && series->gauge->rule.cumulative; w++) {
        const struct window *window = &cells->windows[w];
        uint32_t before = mask_window_before(cells, window);
        if (window->to_date || before == UINT32_MAX ||
            resets_between(series->gauge, window->first - 1, window->last_due))
            continue;
        for (uint32_t s = 0; s < cells->roster->count; s++)
            for (uint32_t c = 0; c < cells->category_count; c++) {
                uint8_t start = cells->bits[mask_cell(cells, s, before, c)];
                uint8_t *bits = &cells->bits[mask_cell(cells, s, w, c)];
                if (flow_hidden(series, *bits))
                    *bits |= start & (CELL_OPEN | CELL_TOO_LATE);
            }
    }
}

/* ---- what is not a sum ---- */

void protect_whole(struct mask_cells *cells)
{
    for (size_t i = 0; i < mask_cell_count(cells); i++)
        cells->bits[i] |= CELL_MASKED;
}

/* The answers of a part of those who answered are not looked into: they are not shown. */
void protect_answers(struct mask_cells *cells)
{
    for (size_t i = 0; i < mask_cell_count(cells); i++)
        if (i % cells->category_count)
            cells->bits[i] |= CELL_MASKED;
}

/* A median, or a value, that counts persons itself: nothing can be subtracted from it; extremes name a laureate's. */
void protect_single(struct arena *arena, struct mask_cells *cells)
{
    const struct gauge *gauge = cells->gauge;
    const struct programme *programme = &gauge->measures->facts->programme;
    const struct maybe *stated = &gauge->indicator->suppress_below;
    struct decimal k = stated->is ? decimal_of(stated->number) : decimal_int(programme->suppress_below);
    struct track *track = track_new(arena, gauge);
    for (uint32_t laureate = 0; laureate < cells->roster->laureates; laureate++)
        for (uint32_t c = 0; c < cells->category_count; c++) {
            struct span span = gauge_span(gauge, laureate);
            track_fill(track, laureate, cells->categories[c]);
            for (uint32_t w = 0; w < cells->window_count; w++) {
                struct part part;
                if (laureate)
                    part_measure(track, &span, &cells->windows[w], &part);
                else
                    (void)part_own(track, &span, &cells->windows[w], &part);
                if (!part.has || decimal_sign(part.first) <= 0 || decimal_compare(part.first, k) >= 0)
                    continue;
                cells->bits[mask_cell(cells, 0, w, c)] |= CELL_MASKED;
                for (uint32_t s = 1; s < cells->roster->count; s++)
                    if (roster_holds(cells->roster, s, laureate))
                        cells->bits[mask_cell(cells, s, w, c)] |= CELL_MASKED;
            }
        }
}
