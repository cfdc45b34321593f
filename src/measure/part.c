#include "part.h"

#include <string.h>

/* In pieces: cleared at once, by the instruction that compilers choose for so large a struct, it took as long as all
 * that is done with it. */
void part_open(struct part *part)
{
    memset(part, 0, offsetof(struct part, first));
    part->first = part->second = decimal_int(0);
    part->source = TRACK_NONE;
    part->as_of = DATE_NONE;
    part->used_last = part->flow_last = -1;
}

/* The bits an observation must have to count as received. */
static unsigned needed(const struct rule *rule)
{
    switch (rule->parts) {
    case PARTS_QUOTIENT:
        return FILLED_NUMERATOR | FILLED_DENOMINATOR;
    case PARTS_WEIGHTED:
        return rule->group == GROUP_SIMPLE ? FILLED_VALUE : FILLED_VALUE | FILLED_N;
    case PARTS_ANSWERS:
        return FILLED_VALUE | FILLED_N;
    case PARTS_TEXT:
        return FILLED_TEXT;
    default:
        return FILLED_VALUE;
    }
}

static bool complete(const struct rule *rule, const struct observation *observation)
{
    if (rule->parts == PARTS_YES)
        return observation->filled & (FILLED_YES | FILLED_NO);
    unsigned bits = needed(rule);
    return (observation->filled & bits) == bits;
}

/* For the loops below, where it should stand in line. */
static inline enum said said_of(const struct rule *rule, const struct observation *observation, struct decimal *first,
                                struct decimal *second)
{
    if (!observation || observation->status > STATUS_NOT_APPLICABLE || observation->status == STATUS_NOT_AVAILABLE)
        return SAID_NOTHING;
    if (observation->status == STATUS_NOT_APPLICABLE)
        return SAID_NOT_APPLICABLE;
    if (!complete(rule, observation))
        return SAID_NOTHING;
    *first = (struct decimal){observation->first, observation->first_scale};
    *second = (struct decimal){observation->second, observation->second_scale};
    if (rule->parts == PARTS_YES)
        *first = decimal_int(observation->filled & FILLED_YES ? 1 : 0);
    if (rule->parts == PARTS_WEIGHTED) {
        if (!(observation->filled & FILLED_N) || rule->plain_time)
            *second = decimal_int(1);
        if (!decimal_multiply(*first, *second, first))
            return SAID_NOTHING;
    }
    return SAID_VALUE;
}

enum said part_said(const struct rule *rule, const struct observation *observation, struct decimal *first,
                    struct decimal *second)
{
    return said_of(rule, observation, first, second);
}

static struct date part_date(const struct facts *facts, const struct observation *observation)
{
    if (observation->note && date_is(facts->notes.at[observation->note].date))
        return facts->notes.at[observation->note].date;
    return period_last_day(observation_period(observation));
}

static void mark_source(const struct track *track, const struct observation *observation, struct date as_of,
                        struct part *part)
{
    part->statuses = (uint8_t)(part->statuses | 1u << observation->status);
    part->source = (uint32_t)(observation - track->gauge->measures->facts->observations.at);
    part->as_of = as_of;
}

/* Nearly every observation is dated by the slot it is filed for. */
static struct date slot_date(const struct track *track, int32_t slot, const struct observation *observation)
{
    const struct gauge *gauge = track->gauge;
    return observation->note || observation->period_kind != gauge->kind ? part_date(gauge->measures->facts, observation)
                                                                        : gauge->ends[slot - gauge->base];
}

/* One slot of the laureate's: counted as expected, and as received when it says something. */
static inline bool slot_take(const struct track *track, const struct window *window, int32_t slot, struct part *part,
                             struct decimal *first, struct decimal *second)
{
    const struct observation *observation = track_slot(track, slot);
    enum said said = said_of(&track->gauge->rule, observation, first, second);
    if (said == SAID_NOT_APPLICABLE) {
        part->statuses |= 1u << STATUS_NOT_APPLICABLE;
        return false;
    }
    part->slots_expected++;
    if (slot >= window->first && slot - window->first < 64)
        part->expected_slots |= (uint64_t)1 << (slot - window->first);
    if (said != SAID_VALUE)
        return false;
    part->used_first = part->slots_received++ && part->used_first < slot ? part->used_first : slot;
    part->used_last = slot;
    mark_source(track, observation, slot_date(track, slot, observation), part);
    return true;
}

static bool greater(struct decimal a, struct decimal b)
{
    return decimal_compare(a, b) > 0;
}

static bool two_parts(const struct rule *rule)
{
    return rule->parts == PARTS_QUOTIENT || rule->parts == PARTS_WEIGHTED;
}

/* Sums, and for unique persons the largest as the low end; an overflow leaves no value. The first value is put where
 * the sum will stand. */
static void take_all(const struct track *track, const struct span *span, const struct window *window, struct part *part)
{
    const struct rule *rule = &track->gauge->rule;
    struct decimal *sum = &part->first, *second = &part->second, largest = decimal_int(0), a, b;
    bool fits = true, spans = rule->time == TIME_SPAN, pair = two_parts(rule);
    int32_t from = span->first > window->first ? span->first : window->first;
    int32_t until = span->last < window->last_due ? span->last : window->last_due;
    for (int32_t slot = from; slot <= until; slot++) {
        bool begins = !part->slots_received;
        if (!gauge_due(track->gauge, slot) ||
            !slot_take(track, window, slot, part, begins ? sum : &a, begins ? second : &b))
            continue;
        if (spans && (begins || greater(a, largest)))
            largest = begins ? *sum : a;
        fits &= begins || (decimal_add(sum, a) && (!pair || decimal_add(second, b)));
    }
    part->has = part->slots_received && fits;
    if (!pair)
        *second = decimal_int(0);
    if (!spans)
        return;
    *second = *sum;
    *sum = largest;
    part->range = decimal_compare(part->first, part->second) != 0;
}

static bool scaled(struct decimal *sum, uint32_t count)
{
    return decimal_multiply(*sum, decimal_int(MEAN_PARTS / (int64_t)count), sum);
}

static void take_mean(const struct track *track, const struct span *span, const struct window *window,
                      struct part *part)
{
    take_all(track, span, window, part);
    /* More than twelve ends are no year: the mean is one of a year's, or of less. */
    if (part->has && part->slots_received <= 12)
        part->has = scaled(&part->first, part->slots_received) && scaled(&part->second, part->slots_received);
    else
        part->has = false;
    part->in_parts = part->has;
}

static void take_last(const struct track *track, const struct span *span, const struct window *window,
                      struct part *part)
{
    int32_t slot = window->last_due;
    if (slot < span->first || slot > span->last)
        return;
    part->has = slot_take(track, window, slot, part, &part->first, &part->second);
}

/* The latest that was received; nothing is carried forward, for it is said with its date. */
static void take_dated(const struct track *track, const struct span *span, const struct window *window,
                       struct part *part)
{
    int32_t until = span->last < window->last_due ? span->last : window->last_due;
    int32_t from = span->first > window->first ? span->first : window->first;
    for (int32_t slot = until; slot >= from && !part->has; slot--) {
        part_open(part);
        if (gauge_due(track->gauge, slot))
            part->has = slot_take(track, window, slot, part, &part->first, &part->second);
    }
}

static bool long_row(const struct track *track, const struct window *window, struct part *part)
{
    if (window->to_date || period_months(window->period.kind) <= period_months(track->gauge->kind))
        return false;
    const struct observation *observation = track_period(track, window->period);
    if (part_said(&track->gauge->rule, observation, &part->first, &part->second) != SAID_VALUE)
        return false;
    part->slots_expected = part->slots_received = 1;
    part->expected_slots = UINT64_MAX;
    part->has = part->by_row = true;
    mark_source(track, observation, part_date(track->gauge->measures->facts, observation), part);
    return true;
}

/* Unique over the year: the last known, which after the year's end is the year's last sub-period. */
static void take_latest(const struct track *track, const struct span *span, const struct window *window,
                        struct part *part)
{
    bool ended = window->last_due == window->last;
    if (ended)
        take_last(track, span, window, part);
    else
        take_dated(track, span, window, part);
}

/* A laureate that left before the last due slot keeps its last level in a to_date sum. */
static void take_kept(const struct track *track, const struct span *span, const struct window *window,
                      struct part *part)
{
    struct part aside = {0};
    if (window->last_due == SLOT_NEVER || window->last_due <= span->last)
        return;
    for (int32_t slot = span->last; slot >= span->first && !part->kept; slot--)
        if (slot_take(track, window, slot, &aside, &part->first, &part->second)) {
            part->has = part->kept = true;
            part->used_first = part->used_last = slot;
            mark_source(track, track_slot(track, slot), slot_date(track, slot, track_slot(track, slot)), part);
        }
}

/* ---- flows of cumulatives ---- */

static bool level(const struct track *track, int32_t slot, struct decimal *value)
{
    struct decimal unused;
    return part_said(&track->gauge->rule, track_slot(track, slot), value, &unused) == SAID_VALUE;
}

enum reset { RESET_OUTSIDE, RESET_FIRST_DAY, RESET_INSIDE };

/* Where a year_to_date starts again, seen from the window. */
static enum reset reset_of(const struct gauge *gauge, const struct window *window, int32_t last)
{
    if (gauge->indicator->nature != NATURE_YEAR_TO_DATE)
        return RESET_OUTSIDE;
    int32_t first = slot_period(gauge->kind, window->first, gauge->year_start).first;
    struct period campaign = gauge_year(gauge, last);
    return campaign.first == first ? RESET_FIRST_DAY : campaign.first > first ? RESET_INSIDE : RESET_OUTSIDE;
}

static void part_flow(const struct track *track, const struct span *span, const struct window *window,
                      struct part *part)
{
    int32_t last = window->last_due < span->last ? window->last_due : span->last;
    struct decimal before = decimal_int(0), end;
    if (window->to_date || window->last_due == SLOT_NEVER || span->first > last)
        return;
    bool known = level(track, last, &end);
    part->flow_asked = last >= window->first && (part->has || known);
    if (!part->flow_asked || !known)
        return;
    enum reset reset = reset_of(track->gauge, window, last);
    bool from_zero = reset == RESET_FIRST_DAY || (span->start != SLOT_NEVER && span->start >= window->first);
    if (reset == RESET_INSIDE || (!from_zero && !level(track, window->first - 1, &before)))
        return;
    if (!from_zero && gauge_breaks(track->gauge, window->first - 1, last))
        return;
    /* A level that went down says nothing about the flow: it is not available rather than negative. */
    part->flow_has = decimal_subtract(&end, before) && decimal_sign(end) >= 0;
    part->flow = end;
    part->flow_first = from_zero ? SLOT_NEVER : window->first - 1;
    part->flow_last = last;
}

static void take_none(const struct track *track, const struct span *span, const struct window *window,
                      struct part *part)
{
    take_all(track, span, window, part);
    part->has &= window->first == window->last;
}

static void (*const takes[])(const struct track *, const struct span *, const struct window *, struct part *) = {
    [TIME_NONE] = take_none,   [TIME_SUM] = take_all,  [TIME_LAST] = take_last,     [TIME_MEAN] = take_mean,
    [TIME_DATED] = take_dated, [TIME_SPAN] = take_all, [TIME_LATEST] = take_latest,
};

static void measure_plain(const struct track *track, const struct span *span, const struct window *window,
                          struct part *part)
{
    const struct rule *rule = &track->gauge->rule;
    enum time_rule time = window->to_date && rule->time == TIME_MEAN ? TIME_LAST : rule->time;
    bool by_row = (time == TIME_SPAN || time == TIME_LATEST) && span->first <= window->last &&
                  span->last >= window->first && long_row(track, window, part);
    if (!by_row && window->last_due != SLOT_NEVER)
        takes[time](track, span, window, part);
    part->expected = part->slots_expected > 0;
    if (rule->keeps && !part->expected)
        take_kept(track, span, window, part);
    if (rule->cumulative)
        part_flow(track, span, window, part);
}

/* Nothing over nothing: received, and leaving the ratio. */
static void part_close(const struct gauge *gauge, struct part *part)
{
    part->expected = part->slots_expected > 0;
    part->received = part->expected && part->slots_received == part->slots_expected;
    part->empty =
        gauge->rule.quotient && part->has && decimal_sign(part->second) == 0 && decimal_sign(part->first) == 0;
}

void part_long(const struct track *track, const struct window *window, struct part *part)
{
    struct part given;
    part_open(&given);
    if (track->gauge->rule.parts == PARTS_TERMS || !long_row(track, window, &given))
        return;
    part_close(track->gauge, &given);
    *part = given;
}

/* Nearly every part: the value of the only slot of the window, filed for that very slot, and dated by it. What it comes
 * to otherwise is for the functions above to say; of this one it is the same. */
static inline bool take_only(const struct track *track, const struct span *span, const struct window *window,
                             struct part *part)
{
    static const struct part given = {.slots_expected = 1,
                                      .slots_received = 1,
                                      .expected_slots = 1,
                                      .expected = true,
                                      .received = true,
                                      .has = true,
                                      .flow_last = -1};
    const struct gauge *gauge = track->gauge;
    const struct rule *rule = &gauge->rule;
    int32_t slot = window->first;
    bool sums = rule->time == TIME_SUM;
    if (rule->parts != PARTS_VALUE || !(sums || rule->time == TIME_LAST) || !span->member || !window->asked ||
        slot != window->last_due || slot < span->first || slot > span->last)
        return false;
    const struct observation *o = track_slot(track, slot);
    if (!o || o->status > STATUS_RESTATED || !(o->filled & FILLED_VALUE) || o->note || o->period_kind != gauge->kind)
        return false;
    memcpy(part, &given, offsetof(struct part, first));
    part->used_first = part->used_last = slot;
    mark_source(track, o, gauge->ends[slot - gauge->base], part);
    part->first = (struct decimal){o->first, o->first_scale};
    part->second = sums ? decimal_int(0) : (struct decimal){o->second, o->second_scale};
    if (rule->cumulative)
        part_flow(track, span, window, part);
    return true;
}

void part_measure(const struct track *track, const struct span *span, const struct window *window, struct part *part)
{
    if (take_only(track, span, window, part))
        return;
    part_open(part);
    if (!span->member || !window->asked)
        return;
    if (track->gauge->rule.parts == PARTS_TERMS)
        part_measure_terms(track, span, window, part);
    else
        measure_plain(track, span, window, part);
    part_close(track->gauge, part);
}

bool part_own(const struct track *track, const struct span *span, const struct window *window, struct part *part)
{
    part_open(part);
    if (!window->asked || window->last_due == SLOT_NEVER)
        return false;
    part_measure(track, span, window, part);
    if (!window->to_date && period_months(window->period.kind) > period_months(track->gauge->kind))
        part_long(track, window, part);
    return part->has && part->received && !part->range;
}
