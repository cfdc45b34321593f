/* What editions published before have printed is known to whoever kept them. Where they printed the very sums of now,
 * the present cells are known; where they printed others, of numbers corrected or not yet filed, the edition's own
 * series is looked at beside that of now: one more view of the same nodes. */
#include "mask_filed.h"
#include "mask_solve.h"

#include <assert.h>

#define VERSION_UNSURE 254
static_assert(EDITIONS_MAX < VERSIONS_MAX, "each edition may have a version of its own");

struct past {
    struct arena *arena;
    const struct measures *measures;
    struct masks *masks;
    struct series **now;
    struct printeds printed;
    struct filed filed;
    struct date edition;
    struct mask_cells *cells; /* as the edition printed them, by indicator */
    struct series **series;
    uint8_t **changed; /* by indicator and slot: some node was otherwise */
    bool *unexplained; /* by indicator: a number that it printed is not known how */
    struct diagnostics *diagnostics;
};

/* ---- nodes that were otherwise ---- */

static uint32_t category_of(const struct past *past, const struct series *series, const struct observation *at)
{
    const struct crossing *crossing = &past->measures->facts->crossings.at[at->category];
    if (!at->category)
        return 0;
    return crossing->count == 1 ? mask_category_find(series->cells, crossing->category[0]) : UINT32_MAX;
}

static uint32_t slot_of(const struct series *series, const struct observation *at)
{
    const struct gauge *gauge = series->gauge;
    struct period period = observation_period(at);
    for (uint32_t r = 0; r < series->row_count; r++)
        if (period_equal(series->rows[r], period))
            return series_sub_periods(series) + r;
    int32_t slot = slot_at(gauge->kind, period_end(period) - 1, gauge->year_start) - series->base;
    return slot >= 0 && slot < (int32_t)series_sub_periods(series) ? (uint32_t)slot : SLOT_NOWHERE;
}

static void mark_unsure(const struct past *past, struct series *series)
{
    const struct facts *facts = past->measures->facts;
    for (uint32_t laureate = 0; laureate < facts->laureates.count; laureate++) {
        struct rows rows = gauge_rows(&past->measures->gauges[series->gauge->index], laureate);
        for (uint32_t i = rows.from; i < rows.until; i++) {
            const struct observation *at = &facts->observations.at[i];
            uint32_t category = category_of(past, series, at), slot = slot_of(series, at);
            if (past->filed.mark[i] == FILED_UNSURE && category != UINT32_MAX && slot != SLOT_NOWHERE)
                series->version[0][series_node(series, laureate, slot, category)] = VERSION_UNSURE;
        }
    }
}

static bool same_number(const struct series *a, size_t at, const struct series *b, size_t here, int number)
{
    bool sure = a->version[0][at] != VERSION_UNSURE && b->version[0][here] != VERSION_UNSURE;
    return sure && a->filing[at] == b->filing[here] && a->node[number][at] == b->node[number][here];
}

static bool same_node(const struct series *a, size_t at, const struct series *b, size_t here)
{
    return same_number(a, at, b, here, 0) && same_number(a, at, b, here, 1);
}

/* By slot of the edition's series. */
static void changed_fill(struct past *past, const struct series *now, const struct series *then)
{
    uint8_t *changed = past->changed[then->gauge->index];
    for (uint32_t laureate = 0; laureate < then->cells->roster->laureates; laureate++)
        for (uint32_t slot = 0; slot < then->slots; slot++) {
            uint32_t theirs = series_slot_in(then, now, slot);
            for (uint32_t c = 0; c < then->width && !changed[slot]; c++)
                changed[slot] = theirs == SLOT_NOWHERE || !same_node(then, series_node(then, laureate, slot, c), now,
                                                                     series_node(now, laureate, theirs, c));
        }
}

/* What changed in the terms did in their ratio. */
static void changed_terms(struct past *past, const struct series *ratio)
{
    uint8_t *changed = past->changed[ratio->gauge->index];
    for (size_t t = 0; t < ratio->gauge->term_count; t++) {
        const struct series *term = ratio->terms[t];
        const uint8_t *theirs = past->changed[term->gauge->index];
        for (uint32_t slot = 0; slot < series_sub_periods(ratio); slot++)
            changed[slot] |=
                term->gauge->kind != ratio->gauge->kind || slot >= series_sub_periods(term) || theirs[slot];
    }
}

/* ---- which of its windows are others than those of now ---- */

/* The window of now that holds the same sub-periods; UINT32_MAX where there is none. */
static uint32_t window_now(const struct mask_cells *now, const struct window *then)
{
    uint32_t same = mask_window_find(now, then);
    if (same != UINT32_MAX && now->windows[same].last_due == then->last_due)
        return same;
    enum time_rule rule = now->gauge->rule.time;
    for (uint32_t w = 0; w < now->window_count && (rule == TIME_SUM || rule == TIME_LAST); w++)
        if (now->windows[w].to_date == then->to_date && now->windows[w].first == then->first &&
            now->windows[w].last_due == then->last_due)
            return w;
    return UINT32_MAX;
}

/* A level's flow begins before the window. */
static bool window_changed(const struct past *past, const struct series *then, const struct window *window)
{
    const uint8_t *changed = past->changed[then->gauge->index];
    for (int32_t slot = window->first - 1; slot <= window->last_due; slot++)
        if (slot >= then->base && slot - then->base < (int32_t)series_sub_periods(then) && changed[slot - then->base])
            return true;
    for (uint32_t r = 0; r < then->row_count; r++)
        if (period_equal(then->rows[r], window->period) && changed[series_sub_periods(then) + r])
            return true;
    return false;
}

static bool windows_look(struct past *past, const struct series *now, struct series *then)
{
    bool any = false;
    for (uint32_t w = 0; w < then->cells->window_count; w++) {
        const struct window *window = &then->cells->windows[w];
        then->looked_at[w] = window_now(now->cells, window) == UINT32_MAX || window_changed(past, then, window);
        any |= then->looked_at[w];
    }
    return any;
}

/* ---- the edition's series ---- */

static struct series *series_then(struct past *past, uint32_t indicator)
{
    struct series *now = past->now[indicator];
    struct mask_cells *cells = &past->cells[indicator];
    mask_cells_open(past->arena, cells, &past->filed.measures->gauges[indicator], &past->masks->roster);
    struct series *then = series_new(past->arena, cells, now);
    if (!then)
        return NULL;
    then->past = true;
    then->edition = past->edition;
    then->views = now->views;
    then->looked_at = ARENA_ARRAY(past->arena, uint8_t, cells->window_count);
    past->changed[indicator] = ARENA_ARRAY(past->arena, uint8_t, then->slots);
    if (then->gauge->term_count)
        return then;
    then->version[0] = ARENA_ARRAY(past->arena, uint8_t, (size_t)cells->roster->laureates * then->slots * then->width);
    if (!now->version[0])
        now->version[0] = ARENA_ARRAY(past->arena, uint8_t, (size_t)cells->roster->laureates * now->slots * now->width);
    mark_unsure(past, then);
    changed_fill(past, now, then);
    return then;
}

/* A term is looked at where a ratio that prints its numbers is. */
static bool read_by_ratio(const struct series *then)
{
    for (size_t k = 0; k < then->link_count; k++)
        for (uint32_t w = 0; w < then->links[k].ratio->cells->window_count; w++)
            if (then->links[k].ratio->looked_at[w])
                return true;
    return false;
}

static void series_make(struct past *past)
{
    uint32_t indicators = (uint32_t)past->measures->facts->indicators.count;
    bool *looked = ARENA_ARRAY(past->arena, bool, indicators);
    for (uint32_t i = 1; i < indicators; i++)
        if (past->now[i])
            past->series[i] = series_then(past, i);
    for (uint32_t i = 1; i < indicators; i++)
        if (past->series[i] && past->series[i]->gauge->term_count) {
            series_link(past->arena, past->series[i], past->series);
            changed_terms(past, past->series[i]);
        }
    for (uint32_t i = 1; i < indicators; i++)
        if (past->now[i] && past->series[i])
            looked[i] = windows_look(past, past->now[i], past->series[i]);
    for (uint32_t i = 1; i < indicators; i++)
        if (past->now[i] && past->series[i] && (looked[i] || read_by_ratio(past->series[i])))
            *PUSH(past->arena, past->now[i]->views) = past->series[i];
}

/* ---- what it printed ---- */

/* Once for each indicator. */
static void unexplained(struct past *past, const struct printed *printed)
{
    if (!past->unexplained[printed->key.indicator] && past->masks->of[printed->key.indicator].visible)
        unexplained_report(past->arena, past->measures->facts, printed->row, past->diagnostics);
    past->unexplained[printed->key.indicator] = true;
}

/* What was masked stays masked: told now, it would give away what that edition hid beside it. */
static void row_look(struct past *past, const struct printed *printed)
{
    uint32_t indicator = printed->key.indicator;
    struct mask_cells *now = &past->masks->of[indicator], *then = &past->cells[indicator];
    uint8_t bit = printed->masked ? CELL_MASKED : CELL_KNOWN;
    if (!now->gauge || (!printed->masked && !printed->shown))
        return;
    size_t present = mask_cell_find(now, &printed->key);
    if (present != SIZE_MAX && printed->masked)
        now->bits[present] |= CELL_MASKED;
    size_t cell = past->series[indicator] ? mask_cell_find(then, &printed->key) : SIZE_MAX;
    if (cell == SIZE_MAX)
        return;
    uint32_t w = (uint32_t)(cell / then->category_count % then->window_count);
    if (!printed_explained(past->series[indicator], cell, printed)) {
        unexplained(past, printed);
        return;
    }
    then->bits[cell] |= bit;
    if (past->series[indicator]->looked_at[w])
        return;
    now->bits[mask_cell(now, (uint32_t)(cell / then->category_count / then->window_count),
                        window_now(now, &then->windows[w]), (uint32_t)(cell % then->category_count))] |= bit;
}

/* Unless a later edition told the very number. */
static void known_unmask(struct mask_cells *cells)
{
    for (size_t cell = 0; cell < mask_cell_count(cells); cell++)
        if (cells->bits[cell] & CELL_KNOWN)
            cells->bits[cell] &= (uint8_t)~CELL_MASKED;
}

/* A flow was printed with its level, unless the level before was masked. */
static void flows_look(struct mask_cells *cells)
{
    if (!cells->gauge->rule.cumulative)
        return;
    for (uint32_t w = 0; w < cells->window_count; w++) {
        struct window *window = &cells->windows[w];
        uint32_t then = mask_window_before(cells, window);
        for (uint32_t s = 0; s < cells->roster->count && !window->to_date; s++)
            for (uint32_t c = 0; c < cells->category_count; c++) {
                uint8_t *bits = &cells->bits[mask_cell(cells, s, w, c)];
                uint8_t earlier = then == UINT32_MAX ? 0 : cells->bits[mask_cell(cells, s, then, c)];
                if (*bits & CELL_KNOWN && *bits & CELL_FLOW_PRINTED && !(earlier & CELL_MASKED))
                    *bits |= CELL_FLOW_KNOWN;
            }
    }
}

static void edition_look(struct past *past)
{
    size_t indicators = past->measures->facts->indicators.count;
    past->printed = printed_read(past->arena, past->measures->facts, past->edition);
    past->filed = filed_then(past->arena, past->measures, &past->printed, past->edition);
    past->cells = ARENA_ARRAY(past->arena, struct mask_cells, indicators);
    past->series = ARENA_ARRAY(past->arena, struct series *, indicators);
    past->changed = ARENA_ARRAY(past->arena, uint8_t *, indicators);
    past->unexplained = ARENA_ARRAY(past->arena, bool, indicators);
    series_make(past);
    for (size_t i = 0; i < past->printed.count; i++)
        row_look(past, &past->printed.at[i]);
    for (size_t i = 1; i < indicators; i++)
        if (past->series[i]) {
            known_unmask(&past->cells[i]);
            flows_look(&past->cells[i]);
        }
}

/* ---- versions ---- */

/* The first view that had the node so; 0 where that is now. */
static uint8_t version_in(const struct views *views, size_t v, uint32_t laureate, uint32_t slot, uint32_t category,
                          int number)
{
    const struct series *series = views->at[v];
    size_t node = series_node(series, laureate, slot, category);
    for (size_t first = 0; first < v; first++) {
        uint32_t theirs = series_slot_in(series, views->at[first], slot);
        if (theirs != SLOT_NOWHERE && same_number(series, node, views->at[first],
                                                  series_node(views->at[first], laureate, theirs, category), number))
            return (uint8_t)first;
    }
    return (uint8_t)v;
}

/* The versions of one number of a node; where there is but one it always moves. */
static void node_versions(struct views *views, uint8_t *(*versions)[2], uint32_t laureate, uint32_t slot, uint32_t c,
                          int number)
{
    uint64_t found = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t v = 0; v < views->count; v++) {
            const struct series *series = views->at[v];
            uint32_t here = series_slot_in(views->at[0], series, slot);
            size_t node = here == SLOT_NOWHERE ? 0 : series_node(series, laureate, here, c);
            if (here == SLOT_NOWHERE || series->filing[node] != FILING_HERE)
                continue;
            uint8_t version = version_in(views, v, laureate, here, c, number);
            if (!pass)
                found |= (uint64_t)1 << version;
            else
                versions[v][number][node] = found & (found - 1) ? version : VERSION_ONLY;
        }
    views->versions |= found & (found - 1) ? found : 0;
}

static void versions_fill(struct arena *arena, struct views *views)
{
    const struct series *now = views->at[0];
    uint8_t *(*versions)[2] = arena_alloc(arena, views->count, sizeof *versions);
    if (views->count == 1 || now->gauge->term_count)
        return;
    for (size_t v = 0; v < views->count; v++) {
        const struct series *series = views->at[v];
        size_t nodes = (size_t)series->cells->roster->laureates * series->slots * series->width;
        for (int n = 0; n < 2; n++) {
            versions[v][n] = ARENA_ARRAY(arena, uint8_t, nodes);
            for (size_t i = 0; i < nodes; i++)
                versions[v][n][i] = VERSION_ONLY;
        }
    }
    for (uint32_t laureate = 0; laureate < now->cells->roster->laureates; laureate++)
        for (uint32_t slot = 0; slot < now->slots; slot++)
            for (uint32_t c = 0; c < now->width; c++)
                for (int n = 0; n < 2; n++)
                    node_versions(views, versions, laureate, slot, c, n);
    for (size_t v = 0; v < views->count; v++)
        for (int n = 0; n < 2; n++)
            views->at[v]->version[n] = versions[v][n];
}

/* ---- all ---- */

void masks_known(struct arena *arena, struct masks *masks, const struct measures *measures, struct series **all,
                 struct diagnostics *diagnostics)
{
    const struct facts *facts = measures->facts;
    struct date edition = DATE_NONE;
    for (size_t i = 0; i < facts->editions.count; i++) {
        struct past past = {
            .arena = arena, .measures = measures, .masks = masks, .now = all, .diagnostics = diagnostics};
        past.edition = facts->editions.at[i].edition;
        if (past.edition.day == edition.day)
            continue;
        edition = past.edition;
        edition_look(&past);
    }
    for (size_t i = 1; i < facts->indicators.count && facts->editions.count; i++)
        if (all[i]) {
            versions_fill(arena, all[i]->views);
            known_unmask(all[i]->cells);
            flows_look(all[i]->cells);
        }
}
