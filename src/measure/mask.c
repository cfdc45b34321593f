#include "mask.h"

static void take_out(struct figure *figure)
{
    *figure = (struct figure){.key = figure->key,
                              .state = FIGURE_MASKED,
                              .received = figure->received,
                              .expected = figure->expected,
                              .target_period = {PERIOD_NONE, 0},
                              .as_of = DATE_NONE,
                              .since = DATE_NONE};
}

static bool has_numbers(const struct figure *figure)
{
    /* 0/0 is not applicable, and says twice that there was nobody. */
    return figure->state == FIGURE_COMPLETE || figure->state == FIGURE_PARTIAL || figure->state == FIGURE_RANGE ||
           figure->numerator.is;
}

/* Where a figure stands among the cells of its indicator. */
struct spot {
    const struct mask_cells *cells;
    uint32_t subject, category;
};

static bool masked_at(const struct spot *spot, uint32_t subject, uint32_t window)
{
    return window == UINT32_MAX || spot->category == UINT32_MAX ||
           spot->cells->bits[mask_cell(spot->cells, subject, window, spot->category)] & CELL_MASKED;
}

/* Anyone of the subject is masked: what the others add up to would tell. */
static bool masked_within(const struct spot *spot, uint32_t window)
{
    const struct roster *roster = spot->cells->roster;
    for (uint32_t laureate = 1; laureate < roster->laureates; laureate++)
        if (roster_holds(roster, spot->subject, laureate) && masked_at(spot, laureate, window))
            return true;
    return false;
}

static void mask_comparisons(const struct spot *spot, uint32_t window, struct figure *figure)
{
    struct window before = gauge_window(spot->cells->gauge, period_year_before(figure->key.period), false);
    uint32_t then = mask_window_find(spot->cells, &before);
    figure->computed = figure->computed_low = figure->computed_high = (struct quantity){0};
    if (!figure->previous.is && !figure->change_like_for_like.is)
        return;
    if (masked_within(spot, window) || masked_within(spot, then)) {
        figure->change_like_for_like = (struct quantity){0};
        figure->like_for_like = 0;
    }
    if (masked_at(spot, spot->subject, then))
        figure->previous = figure->change = figure->change_like_for_like = (struct quantity){0};
}

/* A flow's progress is a sum since its target's period began: it tells no more than the sub-periods that are shown, or
 * than the row filed for the whole. */
static void mask_progress(const struct spot *spot, struct figure *figure)
{
    const struct gauge *gauge = spot->cells->gauge;
    bool told = false;
    if (!gauge->rule.flow || !period_is(figure->target_period) || !figure->progress.is)
        return;
    struct window since = gauge_window_since(gauge, figure->target_period, figure->key.period);
    for (uint32_t w = 0; w < spot->cells->window_count; w++) {
        const struct window *at = &spot->cells->windows[w];
        bool inside = mask_window_single(at) && at->first >= since.first && at->last <= since.last;
        bool whole = !at->to_date && at->first == since.first && at->last == since.last;
        told |= (inside || whole) && masked_at(spot, spot->subject, w);
    }
    if (told) {
        figure->progress = (struct quantity){0};
        figure->target_status = TARGET_NONE;
    }
}

void mask_apply(const struct measures *measures, enum audience audience, struct figure *figure)
{
    const struct masks *masks = measures->masks;
    if (audience == AUDIENCE_INTERNAL || figure->state == FIGURE_NOT_DUE)
        return;
    if (!masks || !indicator_visible(&measures->facts->indicators.at[figure->key.indicator], audience)) {
        take_out(figure);
        return;
    }
    struct spot spot = {.cells = &masks->of[figure->key.indicator]};
    struct window asked = gauge_window(spot.cells->gauge, figure->key.period, figure->key.to_date);
    uint32_t window = mask_window_find(spot.cells, &asked);
    spot.subject = roster_find(&masks->roster, figure->key.subject);
    spot.category = mask_category_find(spot.cells, figure->key.category);
    if (spot.subject == UINT32_MAX || (has_numbers(figure) && masked_at(&spot, spot.subject, window))) {
        take_out(figure);
        return;
    }
    if (window != UINT32_MAX &&
        spot.cells->bits[mask_cell(spot.cells, spot.subject, window, spot.category)] & CELL_FLOW_MASKED)
        figure->flow = (struct quantity){0};
    mask_comparisons(&spot, window, figure);
    mask_progress(&spot, figure);
    mask_baseline(spot.cells, spot.subject, figure);
}
