/* Who is expected to report, and who did. */
#include "part.h"
#include "subjects.h"

/* The slots that the rule reads for a period, whether or not they are due. */
static void slots_asked(const struct gauge *gauge, const struct window *window, int32_t *first, int32_t *last)
{
    enum time_rule time = gauge->rule.time;
    bool all = time == TIME_SUM || time == TIME_MEAN || time == TIME_SPAN || time == TIME_NONE;
    *last = window->last_due != SLOT_NEVER && !all ? window->last_due : window->last;
    *first = all ? window->first : *last;
}

/* What stands in a slot, for people: the status of its row. */
static uint8_t row_status(const struct track *track, int32_t slot)
{
    const struct observation *observation = track_slot(track, slot);
    struct decimal unused[2];
    bool said = part_said(&track->gauge->rule, observation, &unused[0], &unused[1]) == SAID_VALUE;
    return !observation || (!said && observation->status < STATUS_NOT_AVAILABLE) ? STATUS_EMPTY : observation->status;
}

static uint8_t worse(uint8_t a, uint8_t b)
{
    return a > b ? a : b;
}

/* A term may be filed more often than the ratio: all that it needs is looked at. */
static uint8_t term_status(const struct track *term, struct period period)
{
    struct window window = gauge_window(term->gauge, period, false);
    uint8_t worst = STATUS_FINAL;
    bool any = false;
    int32_t first, last;
    slots_asked(term->gauge, &window, &first, &last);
    for (int32_t slot = first; slot <= last; slot++) {
        uint8_t status = row_status(term, slot);
        any |= status != STATUS_NOT_APPLICABLE;
        worst = status == STATUS_NOT_APPLICABLE ? worst : worse(worst, status);
    }
    return any ? worst : STATUS_NOT_APPLICABLE;
}

/* Of a ratio by terms, the worst of them. */
static uint8_t slot_status(const struct track *track, int32_t slot)
{
    const struct gauge *gauge = track->gauge;
    struct period period = slot_period(gauge->kind, slot, gauge->year_start);
    uint8_t worst = STATUS_FINAL;
    if (!gauge->term_count)
        return row_status(track, slot);
    for (size_t i = 0; i < gauge->term_count; i++) {
        uint8_t status = term_status(&track->terms[i], period);
        if (status == STATUS_NOT_APPLICABLE)
            return status;
        worst = worse(worst, status);
    }
    return worst;
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

/* A yearly count stands for the sub-periods that are missing. */
static bool by_row(const struct track *track, const struct window *window)
{
    struct part part;
    bool spans = track->gauge->rule.time == TIME_SPAN || track->gauge->rule.time == TIME_LATEST;
    part_open(&part);
    if (spans)
        part_long(track, window, &part);
    return part.by_row;
}

/* Whether the laureate is expected in the window, and what stands there. */
static bool expects(struct track *track, const struct window *window, uint32_t category, struct expected *expected)
{
    struct span span = gauge_span(track->gauge, expected->laureate);
    if (!span.member || span.first > window->last || span.last < window->first)
        return false;
    track_fill(track, expected->laureate, category);
    bool any = judge(track, &span, window, expected);
    if (any && by_row(track, window))
        *expected = (struct expected){.laureate = expected->laureate, .received = true, .status = STATUS_FINAL};
    return any;
}

struct expecteds measure_expected_for(struct arena *arena, const struct measures *measures, struct figure_key key)
{
    const struct gauge *gauge = &measures->gauges[key.indicator];
    struct window window = gauge_window(gauge, key.period, key.to_date);
    struct expecteds list = {NULL, 0, 0};
    const bool *members = subject_members(arena, measures->facts, key.subject);
    if (!window.asked)
        return list;
    list.at = ARENA_ARRAY(arena, struct expected, measures->facts->laureates.count);
    list.capacity = measures->facts->laureates.count;
    struct arena_mark mark = arena_mark(arena);
    struct track *track = track_new(arena, gauge);
    for (uint32_t laureate = 1; laureate < measures->facts->laureates.count; laureate++) {
        struct expected expected = {.laureate = laureate};
        if ((!members || members[laureate]) && expects(track, &window, key.category, &expected))
            list.at[list.count++] = expected;
    }
    arena_rewind(arena, mark);
    return list;
}

struct expecteds measure_expected(struct arena *arena, const struct measures *measures, uint32_t indicator,
                                  struct period period)
{
    return measure_expected_for(arena, measures, (struct figure_key){.indicator = indicator, .period = period});
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
    bool is = expects(track_new(arena, gauge), &window, 0, expected);
    arena_rewind(arena, mark);
    return is;
}

/* ---- what is asked ---- */

static bool is_filed(const struct measures *measures, uint32_t indicator)
{
    return !measures->facts->indicators.at[indicator].numerator_terms.count;
}

bool measure_asked_of(struct arena *arena, const struct measures *measures, uint32_t indicator, struct period period,
                      uint32_t laureate, struct expected *expected)
{
    return is_filed(measures, indicator) && laureate_is_active(&measures->facts->laureates.at[laureate], period) &&
           measure_expected_of(arena, measures, indicator, period, laureate, expected);
}

struct expecteds measure_asked(struct arena *arena, const struct measures *measures, uint32_t indicator,
                               struct period period)
{
    struct expecteds all = {NULL, 0, 0};
    size_t kept = 0;
    if (is_filed(measures, indicator))
        all = measure_expected(arena, measures, indicator, period);
    for (size_t i = 0; i < all.count; i++)
        if (laureate_is_active(&measures->facts->laureates.at[all.at[i].laureate], period))
            all.at[kept++] = all.at[i];
    all.count = kept;
    return all;
}
