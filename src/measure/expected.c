/* Who is expected to report, and who did. */
#include "part.h"

/* What stands in a slot, for people: the status of the row, the worst one of a ratio's terms. */
static uint8_t slot_status(const struct track *track, int32_t slot)
{
    const struct gauge *gauge = track->gauge;
    uint8_t worst = STATUS_FINAL;
    struct decimal unused[2];
    if (!gauge->term_count) {
        const struct observation *observation = track_slot(track, slot);
        bool said = part_said(&gauge->rule, observation, &unused[0], &unused[1]) == SAID_VALUE;
        return !observation || (!said && observation->status < STATUS_NOT_AVAILABLE) ? STATUS_EMPTY
                                                                                     : observation->status;
    }
    int32_t last = period_last(slot_period(gauge->kind, slot, gauge->year_start), PERIOD_MONTH).first;
    for (size_t i = 0; i < gauge->term_count; i++) {
        const struct gauge *term = gauge->terms[i];
        uint8_t status = slot_status(&track->terms[i], slot_at(term->kind, last, term->year_start));
        if (status == STATUS_NOT_APPLICABLE)
            return status;
        worst = status > worst ? status : worst;
    }
    return worst;
}

/* The slots that the rule reads for a period, whether or not they are due. */
static void slots_asked(const struct gauge *gauge, const struct window *window, int32_t *first, int32_t *last)
{
    enum time_rule time = gauge->rule.time;
    bool all = time == TIME_SUM || time == TIME_MEAN || time == TIME_SPAN || time == TIME_NONE;
    *last = window->last_due != SLOT_NEVER && !all ? window->last_due : window->last;
    *first = all ? window->first : *last;
}

static bool judge(const struct track *track, const struct span *span, const struct window *window,
                  struct expected *expected)
{
    int32_t first, last;
    bool any = false;
    slots_asked(track->gauge, window, &first, &last);
    expected->received = true;
    for (int32_t slot = first; slot <= last; slot++) {
        uint8_t status = slot_status(track, slot);
        if (slot < span->first || slot > span->last || status == STATUS_NOT_APPLICABLE)
            continue;
        /* The first thing that is missing says why. */
        if (expected->received)
            expected->status = status;
        expected->received &= status < STATUS_NOT_AVAILABLE;
        any = true;
    }
    return any;
}

/* Whether the laureate is expected in the window, and what stands there. */
static bool expects(struct track *track, const struct window *window, struct expected *expected)
{
    struct span span = gauge_span(track->gauge, expected->laureate);
    if (!span.member || span.first > window->last || span.last < window->first)
        return false;
    track_fill(track, expected->laureate, 0);
    return judge(track, &span, window, expected);
}

struct expecteds measure_expected(struct arena *arena, const struct measures *measures, uint32_t indicator,
                                  struct period period)
{
    const struct gauge *gauge = &measures->gauges[indicator];
    struct window window = gauge_window(gauge, period, false);
    struct expecteds list = {NULL, 0, 0};
    if (!window.asked)
        return list;
    list.at = ARENA_ARRAY(arena, struct expected, measures->facts->laureates.count);
    list.capacity = measures->facts->laureates.count;
    struct arena_mark mark = arena_mark(arena);
    struct track *track = track_new(arena, gauge);
    for (uint32_t laureate = 1; laureate < measures->facts->laureates.count; laureate++) {
        struct expected expected = {.laureate = laureate};
        if (expects(track, &window, &expected))
            list.at[list.count++] = expected;
    }
    arena_rewind(arena, mark);
    return list;
}

bool measure_expected_of(struct arena *arena, const struct measures *measures, uint32_t indicator, struct period period,
                         uint32_t laureate, struct expected *expected)
{
    const struct gauge *gauge = &measures->gauges[indicator];
    struct window window = gauge_window(gauge, period, false);
    *expected = (struct expected){.laureate = laureate, .status = STATUS_EMPTY};
    if (!window.asked)
        return false;
    struct arena_mark mark = arena_mark(arena);
    bool is = expects(track_new(arena, gauge), &window, expected);
    arena_rewind(arena, mark);
    return is;
}
