#include "mask_filed.h"

#include "mask_units.h"
#include "track.h"

#define NOT_FILED SIZE_MAX

struct remaking {
    const struct measures *now;
    struct facts *facts;
    struct arena *arena;
    struct date edition;
    uint8_t *mark;
    bool copied; /* the observations are no longer those of now */
    struct gone gone;
};

/* ---- rows of an edition ---- */

static bool is_outside(struct str audience)
{
    return choice_of(audience_choices, audience) != AUDIENCE_INTERNAL + 1;
}

static bool is_state(const struct edition_figure *row, enum figure_state state)
{
    return str_equal(row->state, figure_state_name(state));
}

struct printeds printed_read(struct arena *arena, const struct facts *facts, struct date edition)
{
    struct printeds list = {NULL, 0, 0};
    for (size_t i = 0; i < facts->editions.count; i++) {
        const struct edition_figure *row = &facts->editions.at[i];
        struct printed printed = {
            .row = row, .absent = is_state(row, FIGURE_NONE), .due = !is_state(row, FIGURE_NOT_DUE)};
        if (row->edition.day != edition.day)
            continue;
        if (!figure_key_parse(facts, row->key, &printed.key))
            continue;
        printed.masked = is_outside(row->audience) && is_state(row, FIGURE_MASKED);
        printed.shown = is_outside(row->audience) && !printed.masked && !printed.absent && printed.due;
        *PUSH(arena, &list) = printed;
    }
    return list;
}

/* ---- the observation behind a key ---- */

/* A half-year may have been filed as the quarter that ends it. */
static size_t observation_find(const struct remaking *r, uint32_t indicator, uint32_t laureate, struct period period,
                               uint32_t category)
{
    const struct gauge *gauge = &r->now->gauges[indicator];
    const struct observation *at = r->now->facts->observations.at;
    uint32_t crossing = category ? r->now->crossing_of[category] : 0;
    struct rows rows = gauge_rows(gauge, laureate);
    size_t found = NOT_FILED;
    for (uint32_t i = rows.from; i < rows.until && (crossing || !category); i++) {
        if (at[i].category != crossing || period_end(observation_period(&at[i])) != period_end(period))
            continue;
        if (at[i].period_kind == period.kind)
            return i;
        if (at[i].period_kind < gauge->kind && period.kind == gauge->kind)
            found = i;
    }
    return found;
}

static struct observation *observation_change(struct remaking *r, size_t at, enum filed_mark mark)
{
    const struct observations *all = &r->now->facts->observations;
    if (!r->copied) {
        r->facts->observations.at = ARENA_ARRAY(r->arena, struct observation, all->count);
        for (size_t i = 0; i < all->count; i++)
            r->facts->observations.at[i] = all->at[i];
        r->copied = true;
    }
    r->mark[at] = (uint8_t)mark;
    return &r->facts->observations.at[at];
}

static void make_absent(struct remaking *r, size_t at)
{
    observation_change(r, at, FILED_ABSENT)->status = STATUS_EMPTY;
}

/* ---- its numbers ---- */

static bool exact(struct str text, int64_t *units, uint8_t *scale)
{
    struct decimal value;
    if (!decimal_parse(text, &value) || value.units > INT64_MAX || value.units < -INT64_MAX)
        return false;
    *units = (int64_t)value.units;
    *scale = value.scale;
    return true;
}

bool printed_numbers(const struct edition_figure *row, enum parts parts, struct observation *filed)
{
    bool mean = parts == PARTS_WEIGHTED;
    if (parts == PARTS_VALUE) {
        filed->filled = FILLED_VALUE;
        return exact(row->value, &filed->first, &filed->first_scale);
    }
    filed->filled = mean ? FILLED_VALUE | FILLED_N : FILLED_NUMERATOR | FILLED_DENOMINATOR;
    return (mean || parts == PARTS_QUOTIENT) &&
           exact(mean ? row->value : row->numerator, &filed->first, &filed->first_scale) &&
           exact(row->denominator, &filed->second, &filed->second_scale);
}

static bool same_numbers(const struct observation *now, const struct observation *then)
{
    struct decimal first = {now->first, now->first_scale}, second = {now->second, now->second_scale};
    return now->status <= STATUS_RESTATED && (now->filled & then->filled) == then->filled &&
           decimal_compare(first, (struct decimal){then->first, then->first_scale}) == 0 &&
           (then->filled == FILLED_VALUE ||
            decimal_compare(second, (struct decimal){then->second, then->second_scale}) == 0);
}

static void numbers_set(struct remaking *r, size_t at, const struct observation *told)
{
    if (same_numbers(&r->now->facts->observations.at[at], told)) {
        r->mark[at] = FILED_SAME;
        return;
    }
    struct observation *then = observation_change(r, at, FILED_CHANGED);
    then->status = STATUS_FINAL;
    then->filled |= told->filled;
    then->first = told->first, then->first_scale = told->first_scale;
    if (told->filled == FILLED_VALUE)
        return;
    then->second = told->second, then->second_scale = told->second_scale;
}

/* The same quotient is taken for the same numbers. */
static void quotient_compare(struct remaking *r, size_t at, const struct printed *printed)
{
    const struct observation *now = &r->now->facts->observations.at[at];
    const struct gauge *gauge = &r->now->gauges[printed->key.indicator];
    const struct maybe *multiplier = &gauge->indicator->multiplier;
    struct decimal factor = multiplier->is ? decimal_of(multiplier->number) : decimal_int(1), value;
    struct decimal first = {now->first, now->first_scale}, second = {now->second, now->second_scale};
    bool same = false;
    if (!decimal_parse(printed->row->value, &value))
        return;
    if (gauge->rule.parts == PARTS_WEIGHTED)
        same = decimal_compare(first, value) == 0;
    else if (decimal_sign(second))
        same = decimal_ratio(first, factor, second) == decimal_double(value);
    r->mark[at] = same ? FILED_SAME : FILED_UNSURE;
}

static void row_apply(struct remaking *r, const struct printed *printed)
{
    const struct figure_key *key = &printed->key;
    enum parts parts = r->now->gauges[key->indicator].rule.parts;
    struct observation gone, told = {0};
    uint32_t laureate = key->subject.kind == SUBJECT_LAUREATE ? key->subject.laureate : 0;
    if (key->to_date || key->subject.kind == SUBJECT_ATTRIBUTE || !printed->due)
        return;
    size_t at = observation_find(r, key->indicator, laureate, key->period, key->category);
    if (at == NOT_FILED && !printed->absent && gone_read(r->now, printed, &gone))
        *PUSH(r->arena, &r->gone) = gone;
    if (at == NOT_FILED || r->mark[at] > FILED_SAME)
        return;
    bool longer = r->now->facts->observations.at[at].period_kind > r->now->gauges[key->indicator].kind;
    if (printed->absent || (longer && is_state(printed->row, FIGURE_RANGE)))
        make_absent(r, at);
    else if (printed_numbers(printed->row, parts, &told))
        numbers_set(r, at, &told);
    else if (parts == PARTS_QUOTIENT || parts == PARTS_WEIGHTED)
        quotient_compare(r, at, printed);
}

/* Where the edition itself says nothing. */
static void corrections_apply(struct remaking *r)
{
    const struct corrections *corrections = &r->now->facts->corrections;
    for (size_t i = 0; i < corrections->count; i++) {
        const struct correction *c = &corrections->at[i];
        if (!c->indicator.index || !period_is(c->period) || (date_is(c->date) && c->date.day <= r->edition.day))
            continue;
        size_t at = observation_find(r, c->indicator.index, c->laureate.index, c->period, 0);
        if (at == NOT_FILED || r->mark[at] != FILED_UNTOLD)
            continue;
        struct observation told = {.filled = FILLED_VALUE};
        if (r->now->gauges[c->indicator.index].rule.parts != PARTS_VALUE)
            r->mark[at] = FILED_UNSURE;
        else if (exact(c->old, &told.first, &told.first_scale))
            numbers_set(r, at, &told);
    }
}

/* A row of a longer period that had not ended had not come. */
static void longer_rows(struct remaking *r)
{
    const struct observations *all = &r->now->facts->observations;
    for (size_t i = 0; i < all->count; i++) {
        struct period period = observation_period(&all->at[i]);
        if (period.kind > r->now->gauges[all->at[i].indicator].kind && period_last_day(period).day > r->edition.day)
            make_absent(r, i);
    }
}

/* A total that had not come, or was another one, says as much of its breakdown. */
static void breakdowns_follow(struct remaking *r)
{
    const struct observations *all = &r->now->facts->observations;
    for (size_t i = 0; i < all->count; i++) {
        const struct observation *total = &all->at[i];
        if (total->category || r->mark[i] < FILED_CHANGED)
            continue;
        struct rows rows = gauge_rows(&r->now->gauges[total->indicator], total->laureate);
        for (uint32_t c = rows.from; c < rows.until; c++) {
            const struct observation *at = &all->at[c];
            if (r->mark[c] != FILED_UNTOLD || at->month != total->month || at->period_kind != total->period_kind)
                continue;
            if (r->mark[i] == FILED_ABSENT)
                make_absent(r, c);
            else
                r->mark[c] = FILED_UNSURE;
        }
    }
}

/* ---- what was due ---- */

/* The slots of which the edition prints something were due, and none after the last of them. */
static void dues_apply(const struct printeds *printed, struct measures *then)
{
    size_t indicators = then->facts->indicators.count;
    for (uint32_t i = 1; i < indicators; i++) {
        struct gauge *gauge = &then->gauges[i];
        int32_t last = SLOT_NEVER;
        bool any = false;
        for (size_t p = 0; p < printed->count; p++) {
            const struct figure_key *key = &printed->at[p].key;
            if (key->indicator != i || key->to_date || key->period.kind != gauge->kind)
                continue;
            int32_t slot = slot_at(gauge->kind, key->period.first, gauge->year_start);
            any = true;
            if (printed->at[p].due && slot >= gauge->base && slot - gauge->base < gauge->count) {
                gauge->due[slot - gauge->base] = true;
                last = slot > last ? slot : last;
            }
        }
        for (int32_t slot = 0; any && slot < gauge->count; slot++)
            gauge->due[slot] &= gauge->base + slot <= last;
    }
}

/* ---- how exact they were ---- */

static void scale_add(uint8_t *scale, struct str text)
{
    struct decimal number;
    if (decimal_parse(text, &number) && number.scale > *scale && number.scale <= SCALE_MAX)
        *scale = number.scale;
}

void filed_scales(const struct measures *measures, uint8_t *scales)
{
    const struct facts *facts = measures->facts;
    for (size_t i = 0; i < facts->editions.count; i++) {
        const struct edition_figure *row = &facts->editions.at[i];
        struct figure_key key;
        if (!figure_key_parse(facts, row->key, &key) || key.to_date || key.subject.kind == SUBJECT_ATTRIBUTE ||
            key.period.kind != measures->gauges[key.indicator].kind)
            continue;
        enum parts parts = measures->gauges[key.indicator].rule.parts;
        scale_add(&scales[key.indicator], parts == PARTS_VALUE ? row->value : row->denominator);
        if (parts == PARTS_QUOTIENT)
            scale_add(&scales[key.indicator], row->numerator);
    }
    for (size_t i = 0; i < facts->corrections.count; i++)
        if (measures->gauges[facts->corrections.at[i].indicator.index].rule.parts == PARTS_VALUE)
            scale_add(&scales[facts->corrections.at[i].indicator.index], facts->corrections.at[i].old);
}

struct filed filed_then(struct arena *arena, const struct measures *now, const struct printeds *printed,
                        struct date edition)
{
    struct remaking r = {.now = now, .arena = arena, .facts = ARENA_NEW(arena, struct facts), .edition = edition};
    *r.facts = *now->facts;
    r.mark = ARENA_ARRAY(arena, uint8_t, now->facts->observations.count);
    longer_rows(&r);
    for (size_t i = 0; i < printed->count; i++)
        row_apply(&r, &printed->at[i]);
    corrections_apply(&r);
    breakdowns_follow(&r);
    gone_insert(arena, r.facts, &r.gone);
    r.facts->cut_off = edition;
    struct filed filed = {measure_prepare_internal(arena, r.facts), r.mark};
    dues_apply(printed, filed.measures);
    return filed;
}
