/* Ratios by terms: where all terms were given, each is merged by its own nature; then they are added up. */
#include "part.h"

#include <string.h>

enum given { GIVEN_NOT, GIVEN_NOT_APPLICABLE, GIVEN_ALL };

/* What the terms say of one sub-period of the ratio. */
static enum given slot_given(const struct track *track, int32_t slot, struct part *into)
{
    const struct gauge *gauge = track->gauge;
    struct period period = slot_period(gauge->kind, slot, gauge->year_start);
    enum given given = GIVEN_ALL;
    for (size_t i = 0; i < gauge->term_count; i++) {
        struct part part;
        struct window window = gauge_window(gauge->terms[i], period, false);
        part_measure(&track->terms[i], &span_everywhere, &window, &part);
        if (!part.expected)
            return GIVEN_NOT_APPLICABLE;
        if (!part.has || !part.received)
            given = GIVEN_NOT;
        into->statuses |= part.statuses;
        into->as_of = part.as_of;
    }
    return given;
}

/* The terms of a sub-period in which one is missing are taken out of all: both parts come from the same sub-periods. */
static void slot_blank(const struct track *track, int32_t slot)
{
    const struct gauge *gauge = track->gauge;
    struct period period = slot_period(gauge->kind, slot, gauge->year_start);
    for (size_t i = 0; i < gauge->term_count; i++) {
        const struct gauge *term = gauge->terms[i];
        struct window window = gauge_window(term, period, false);
        for (int32_t s = window.first; s <= window.last; s++)
            if (s >= term->base && s - term->base < term->count)
                track->terms[i].given[s - term->base] = TRACK_NONE;
    }
}

/* Where every term counts its last level only, earlier sub-periods are not asked. */
static bool levels_only(const struct gauge *gauge)
{
    for (size_t i = 0; i < gauge->term_count; i++)
        if (gauge->terms[i]->rule.time != TIME_LAST)
            return false;
    return true;
}

static void slots_take(const struct track *track, const struct span *span, const struct window *window,
                       struct part *part)
{
    for (size_t i = 0; i < track->gauge->term_count; i++)
        memcpy(track->terms[i].given, track->terms[i].at, (size_t)track->terms[i].gauge->count * sizeof(uint32_t));
    int32_t first = levels_only(track->gauge) ? window->last_due : window->first;
    for (int32_t slot = window->first; slot <= window->last_due; slot++) {
        enum given given = GIVEN_NOT;
        bool asked = slot >= first && slot >= span->first && slot <= span->last && gauge_due(track->gauge, slot);
        if (asked)
            given = slot_given(track, slot, part);
        if (given != GIVEN_ALL)
            slot_blank(track, slot);
        if (!asked || given == GIVEN_NOT_APPLICABLE)
            continue;
        part->slots_expected++;
        if (given == GIVEN_ALL) {
            part->used_first = part->slots_received++ ? part->used_first : slot;
            part->used_last = slot;
        }
        if (slot - window->first < 64)
            part->expected_slots |= (uint64_t)1 << (slot - window->first);
    }
}

static struct window term_window(const struct gauge *term, const struct gauge *ratio, const struct window *window)
{
    struct period first = slot_period(ratio->kind, window->first, ratio->year_start);
    struct period last = slot_period(ratio->kind, window->last_due, ratio->year_start);
    struct window theirs = gauge_window_since(term, first, last);
    theirs.period = window->period;
    theirs.to_date = window->to_date;
    return theirs;
}

/* A mean of period ends comes in parts; the other terms are then brought to the same. To date, the last end counts. */
static bool any_in_parts(const struct gauge *gauge, const struct window *window)
{
    bool any = false;
    for (size_t i = 0; i < gauge->term_count; i++)
        any |= gauge->terms[i]->rule.time == TIME_MEAN;
    return any && !window->to_date;
}

static bool term_add(const struct track *track, size_t i, const struct window *window, struct part *part)
{
    const struct gauge *gauge = track->gauge;
    struct track term = track->terms[i];
    struct window theirs = term_window(term.gauge, gauge, window);
    struct part merged;
    term.at = term.given;
    part_measure(&term, &span_everywhere, &theirs, &merged);
    part->opaque |= merged.range;
    if (!merged.has)
        return false;
    if (part->in_parts && !merged.in_parts && !decimal_multiply(merged.first, decimal_int(MEAN_PARTS), &merged.first))
        return false;
    struct decimal *side = i < gauge->numerator_count ? &part->first : &part->second;
    return gauge->signs[i] < 0 ? decimal_subtract(side, merged.first) : decimal_add(side, merged.first);
}

void part_measure_terms(const struct track *track, const struct span *span, const struct window *window,
                        struct part *part)
{
    const struct gauge *gauge = track->gauge;
    if (window->last_due == SLOT_NEVER || !gauge->numerator_count || gauge->numerator_count == gauge->term_count)
        return;
    slots_take(track, span, window, part);
    part->has = part->slots_received > 0;
    part->in_parts = any_in_parts(gauge, window);
    for (size_t i = 0; i < gauge->term_count && part->has; i++)
        part->has = term_add(track, i, window, part);
}
