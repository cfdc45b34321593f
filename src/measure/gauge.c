#include "gauge.h"

#include "track.h"

const struct span span_everywhere = {true, INT32_MIN, INT32_MAX, SLOT_NEVER};

int32_t slot_at(enum period_kind kind, int32_t month, int year_start)
{
    int32_t from = month - (kind == PERIOD_MONTH ? 0 : year_start - 1), months = period_months(kind);
    /* Division by a number that the compiler knows is several times faster. */
    int32_t slot = months == 3 ? from / 3 : months == 1 ? from : from / months;
    return slot * months > from ? slot - 1 : slot;
}

struct period slot_period(enum period_kind kind, int32_t slot, int year_start)
{
    return (struct period){kind, slot * period_months(kind) + (kind == PERIOD_MONTH ? 0 : year_start - 1)};
}

int32_t slot_end(enum period_kind kind, int32_t slot, int year_start)
{
    return period_end(slot_period(kind, slot, year_start));
}

static int32_t slot_of_date(const struct gauge *gauge, struct date day)
{
    struct period period = period_of_date(gauge->kind, day, gauge->year_start);
    return slot_at(gauge->kind, period.first, gauge->year_start);
}

static struct window window_over(const struct gauge *gauge, int32_t first_month, int32_t end_month)
{
    int32_t months = period_months(gauge->kind);
    struct window window = {.last_due = SLOT_NEVER};
    window.first = slot_at(gauge->kind, first_month, gauge->year_start);
    window.last = slot_at(gauge->kind, end_month - 1, gauge->year_start);
    struct period last = slot_period(gauge->kind, window.last, gauge->year_start);
    window.asked = last.first + months == end_month;
    /* The opening level, at the base, is nobody's to file: it makes nothing due. */
    for (int32_t slot = window.last; window.asked && slot >= window.first && slot > gauge->base; slot--)
        if (gauge_due(gauge, slot)) {
            window.last_due = slot;
            break;
        }
    return window;
}

struct window gauge_window(const struct gauge *gauge, struct period period, bool to_date)
{
    int32_t end = period_end(period);
    int32_t start = gauge->measures->facts->first_period.first;
    struct window window = window_over(gauge, to_date && start < period.first ? start : period.first, end);
    window.period = period;
    window.to_date = to_date;
    return window;
}

struct period gauge_year(const struct gauge *gauge, int32_t slot)
{
    return period_at(PERIOD_YEAR, slot_end(gauge->kind, slot, gauge->year_start) - 1, gauge->reset_month);
}

struct window gauge_window_since(const struct gauge *gauge, struct period from, struct period until)
{
    int32_t end = period_end(until);
    struct window window = window_over(gauge, from.first, end);
    /* The period that it is as a whole, for rows filed for a longer one: none where it stops on the way. */
    window.period = end == period_end(from)     ? from
                    : from.first == until.first ? until
                                                : (struct period){PERIOD_NONE, from.first};
    return window;
}

/* The slot of another gauge in which one of this gauge's ends. */
static int32_t slot_within(const struct gauge *gauge, int32_t slot, const struct gauge *other)
{
    return slot_at(other->kind, slot_end(gauge->kind, slot, gauge->year_start) - 1, other->year_start);
}

bool gauge_breaks(const struct gauge *gauge, int32_t after, int32_t until)
{
    if (gauge->broken != SLOT_NEVER && gauge->broken > after && gauge->broken <= until)
        return true;
    for (size_t i = 0; i < gauge->term_count; i++)
        if (gauge_breaks(gauge->terms[i], slot_within(gauge, after, gauge->terms[i]),
                         slot_within(gauge, until, gauge->terms[i])))
            return true;
    return false;
}

static bool tagged(const struct strs *tags, struct str wanted)
{
    for (size_t i = 0; i < tags->count; i++)
        if (name_equal(tags->at[i], wanted))
            return true;
    return false;
}

static bool expected_member(const struct indicator *indicator, const struct laureate *laureate, uint32_t index)
{
    if (!indicator->expected_laureates.count && !indicator->expected_tags.count)
        return true;
    for (size_t i = 0; i < indicator->expected_laureates.count; i++)
        if (indicator->expected_laureates.at[i].index == index)
            return true;
    for (size_t i = 0; i < indicator->expected_tags.count; i++)
        if (tagged(&laureate->tags, indicator->expected_tags.at[i]))
            return true;
    return false;
}

static int32_t later(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t sooner(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* The programme itself (laureate 0) is always there. */
struct span gauge_span(const struct gauge *gauge, uint32_t laureate)
{
    const struct laureate *who = &gauge->measures->facts->laureates.at[laureate];
    struct span span = {.member = true,
                        .first = later(gauge->base + 1, gauge->valid_first),
                        .last = gauge->valid_last,
                        .start = gauge->starts ? gauge->valid_first : SLOT_NEVER};
    if (!laureate)
        return span;
    span.member = gauge->indicator->scope != SCOPE_PROGRAMME && expected_member(gauge->indicator, who, laureate);
    if (date_is(who->joined.first)) {
        int32_t joined = slot_of_date(gauge, who->joined.first);
        span.first = later(span.first, joined);
        span.start = later(span.start, joined);
    }
    if (date_is(who->left.last))
        span.last = sooner(span.last, slot_of_date(gauge, who->left.last));
    return span;
}

/* ---- preparation ---- */

static int month_of(struct maybe stated, int otherwise)
{
    return stated.is && !stated.number.scale && stated.number.units >= 1 && stated.number.units <= 12
               ? (int)stated.number.units
               : otherwise;
}

static void gauge_times(const struct measures *measures, struct gauge *gauge)
{
    const struct facts *facts = measures->facts;
    const struct indicator *indicator = gauge->indicator;
    gauge->kind =
        indicator->frequency != PERIOD_NONE ? (enum period_kind)indicator->frequency : facts->programme.period;
    gauge->year_start = facts->programme.year_start;
    gauge->reset_month = month_of(indicator->year_start, gauge->year_start);
}

static bool counted(const struct indicator *indicator)
{
    return indicator->type == TYPE_COUNT || indicator->type == TYPE_AMOUNT;
}

/* A ratio cannot be filed more often than its parts. */
static void gauge_terms(struct arena *run, const struct measures *measures, struct gauge *gauge)
{
    const struct terms *parts[] = {&gauge->indicator->numerator_terms, &gauge->indicator->denominator_terms};
    size_t count = parts[0]->count + parts[1]->count;
    const struct gauge **terms = ARENA_ARRAY(run, const struct gauge *, count);
    int *signs = ARENA_ARRAY(run, int, count);
    for (size_t side = 0; side < 2 && gauge->rule.parts == PARTS_TERMS; side++)
        for (size_t i = 0; i < parts[side]->count; i++) {
            const struct term *term = &parts[side]->at[i];
            const struct gauge *other = &measures->gauges[term->indicator.index];
            /* Terms are counts and amounts: anything else would let a ratio contain itself. */
            if (!term->indicator.index || !counted(other->indicator))
                continue;
            signs[gauge->term_count] = term->sign;
            terms[gauge->term_count++] = other;
            gauge->numerator_count += side == 0;
            if (other->kind > gauge->kind)
                gauge->kind = other->kind;
        }
    gauge->terms = terms;
    gauge->signs = signs;
}

static void gauge_slots(const struct measures *measures, struct gauge *gauge)
{
    const struct facts *facts = measures->facts;
    const struct indicator *indicator = gauge->indicator;
    gauge->base = slot_at(gauge->kind, facts->first_period.first, gauge->year_start) - 1;
    gauge->valid_first = SLOT_NEVER;
    gauge->valid_last = SLOT_ALWAYS;
    gauge->broken =
        date_is(indicator->series_break.first) ? slot_of_date(gauge, indicator->series_break.first) : SLOT_NEVER;
    gauge->starts = date_is(indicator->valid_from.first);
    if (gauge->starts)
        gauge->valid_first = slot_of_date(gauge, indicator->valid_from.first);
    if (date_is(indicator->valid_to.last))
        gauge->valid_last = slot_of_date(gauge, indicator->valid_to.last);
    int32_t ended = slot_of_date(gauge, facts->cut_off);
    if (period_last_day(slot_period(gauge->kind, ended, gauge->year_start)).day > facts->cut_off.day)
        ended--;
    gauge->count = ended >= gauge->base ? ended - gauge->base + 1 : 0;
}

/* Every laureate of whom it is expected has filed something, be it a reason why not. */
static bool all_filed(const struct gauge *gauge, int32_t slot)
{
    bool any = false;
    for (uint32_t laureate = 1; laureate < gauge->measures->facts->laureates.count; laureate++) {
        struct span span = gauge_span(gauge, laureate);
        if (!span.member || slot < span.first || slot > span.last)
            continue;
        if (!track_filed(gauge, laureate, slot))
            return false;
        any = true;
    }
    return any || track_filed(gauge, 0, slot);
}

/* A ratio is not due before its parts are. */
static bool terms_due(const struct gauge *gauge, int32_t slot)
{
    int32_t last = period_last(slot_period(gauge->kind, slot, gauge->year_start), PERIOD_MONTH).first;
    for (size_t i = 0; i < gauge->term_count; i++)
        if (!gauge_due(gauge->terms[i], slot_at(gauge->terms[i]->kind, last, gauge->terms[i]->year_start)))
            return false;
    return true;
}

static void gauge_dues(struct arena *run, struct gauge *gauge)
{
    const struct facts *facts = gauge->measures->facts;
    gauge->due = ARENA_ARRAY(run, bool, (size_t)gauge->count);
    gauge->ends = ARENA_ARRAY(run, struct date, (size_t)gauge->count);
    for (int32_t i = 0; i < gauge->count; i++) {
        struct period period = slot_period(gauge->kind, gauge->base + i, gauge->year_start);
        gauge->ends[i] = period_last_day(period);
        bool passed = measure_due(facts, gauge->index, period).day <= facts->cut_off.day;
        gauge->due[i] = terms_due(gauge, gauge->base + i) && (passed || all_filed(gauge, gauge->base + i));
    }
}

/* Where each laureate's observations start: they are sorted, and runs are of like length, so that the next start is
 * looked for where the last run's length puts it before it is bisected. */
static size_t run_end(const struct observation *at, size_t from, size_t count, size_t guess)
{
    uint16_t indicator = at[from].indicator;
    uint32_t laureate = at[from].laureate;
#define SAME(i) (at[i].indicator == indicator && at[i].laureate == laureate)
    size_t low = from, high = count; /* SAME(low), not SAME(high) */
    if (guess && guess < count - from) {
        if (!SAME(from + guess))
            high = from + guess;
        if (SAME(from + guess - 1))
            low = from + guess - 1;
    }
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (SAME(middle))
            low = middle;
        else
            high = middle;
    }
#undef SAME
    return high;
}

static size_t laureates_of(const struct facts *facts)
{
    return facts->laureates.count ? facts->laureates.count : 1;
}

static void offsets_fill(struct measures *measures, uint32_t *offsets)
{
    const struct facts *facts = measures->facts;
    const struct observations *observations = &facts->observations;
    size_t width = facts->indicators.count, cells = laureates_of(facts) * width, next = 0;
    for (size_t i = 0, end, guess = 0; i < observations->count; i = end) {
        end = run_end(observations->at, i, observations->count, guess);
        guess = end - i;
        size_t cell = observations->at[i].laureate * width + observations->at[i].indicator;
        while (next <= cell && next <= cells)
            offsets[next++] = (uint32_t)i;
    }
    while (next <= cells)
        offsets[next++] = (uint32_t)observations->count;
}

void gauges_prepare(struct arena *run, struct measures *measures)
{
    const struct facts *facts = measures->facts;
    size_t indicators = facts->indicators.count;
    uint32_t *offsets = ARENA_ARRAY(run, uint32_t, laureates_of(facts) * indicators + 1);
    measures->gauges = ARENA_ARRAY(run, struct gauge, indicators ? indicators : 1);
    offsets_fill(measures, offsets);
    for (uint32_t i = 0; i < indicators; i++) {
        struct gauge *gauge = &measures->gauges[i];
        *gauge = (struct gauge){.measures = measures,
                                .indicator = &facts->indicators.at[i],
                                .index = i,
                                .rule = rule_of(&facts->indicators.at[i]),
                                .offsets = offsets + i,
                                .stride = indicators};
        gauge_times(measures, gauge);
    }
    for (uint32_t i = 1; i < indicators; i++) {
        gauge_terms(run, measures, &measures->gauges[i]);
        gauge_slots(measures, &measures->gauges[i]);
    }
    for (int ratios = 0; ratios < 2; ratios++)
        for (uint32_t i = 1; i < indicators; i++)
            if ((measures->gauges[i].term_count > 0) == ratios)
                gauge_dues(run, &measures->gauges[i]);
}
