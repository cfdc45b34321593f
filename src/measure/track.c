#include "track.h"

#include <string.h>

struct track *track_new(struct arena *arena, const struct gauge *gauge)
{
    struct track *track = ARENA_NEW(arena, struct track);
    track->gauge = gauge;
    track->at = arena_bytes(arena, (size_t)gauge->count * sizeof *track->at); /* cleared for each laureate */
    if (gauge->term_count)
        track->terms = ARENA_ARRAY(arena, struct track, gauge->term_count);
    for (size_t i = 0; i < gauge->term_count; i++) {
        track->terms[i] = *track_new(arena, gauge->terms[i]);
        track->terms[i].given = ARENA_ARRAY(arena, uint32_t, (size_t)gauge->terms[i]->count);
    }
    return track;
}

/* The first of the laureate's observations whose crossing is at least this one. Nearly always it is at an end: the rows
 * between are then not fetched from memory twice. */
static uint32_t crossing_start(const struct observation *at, uint32_t from, uint32_t until, uint32_t crossing)
{
    if (from < until && at[until - 1].category < crossing)
        return until;
    if (from < until && at[from].category >= crossing)
        return from;
    while (from < until) {
        uint32_t middle = from + (until - from) / 2;
        if (at[middle].category < crossing)
            from = middle + 1;
        else
            until = middle;
    }
    return from;
}

/* A row stands for the sub-period of its own name, or for the one that it ends: a half-year filed as Q2. */
static int32_t slot_of(const struct gauge *gauge, const struct observation *observation, bool *exact)
{
    int32_t end = period_end(observation_period(observation));
    int32_t slot = slot_at(gauge->kind, end - 1, gauge->year_start);
    *exact = observation->period_kind == gauge->kind;
    if (*exact)
        return slot;
    /* A month is no quarter's sum; the end of a month may be a quarter's end. */
    if (gauge->rule.time != TIME_LAST && observation->period_kind != gauge->measures->facts->programme.period)
        return SLOT_NEVER;
    bool ends = slot_end(gauge->kind, slot, gauge->year_start) == end;
    return observation->period_kind < gauge->kind && ends ? slot : SLOT_NEVER;
}

/* Several rows of one slot (the answers of a score) stand together: the first is kept, and an exact name wins. */
static void lay_out(struct track *track, const struct observation *at)
{
    const struct gauge *gauge = track->gauge;
    int32_t months = period_months(gauge->kind), slot = SLOT_NEVER, next = 0;
    bool exact = false;
    for (uint32_t i = track->from; i < track->until; i++) {
        /* Rows follow each other nearly always: no division then. */
        bool follows = exact && at[i].period_kind == gauge->kind && at[i].month == next;
        slot = follows ? slot + 1 : slot_of(gauge, &at[i], &exact);
        next = at[i].month + months;
        if (slot < gauge->base || slot - gauge->base >= gauge->count)
            continue;
        uint32_t *here = &track->at[slot - gauge->base];
        if (*here == TRACK_NONE || (exact && at[*here].period_kind != gauge->kind))
            *here = i;
    }
}

struct ahead track_ahead(const struct gauge *gauge, uint32_t laureate)
{
    const struct facts *facts = gauge->measures->facts;
    if (laureate >= facts->laureates.count || !facts->observations.count)
        return (struct ahead){NULL, NULL};
    struct rows rows = gauge_rows(gauge, laureate);
    return (struct ahead){(const char *)(facts->observations.at + rows.from),
                          (const char *)(facts->observations.at + rows.until)};
}

void track_fill(struct track *track, uint32_t laureate, uint32_t category)
{
    const struct gauge *gauge = track->gauge;
    const struct observation *at = gauge->measures->facts->observations.at;
    uint32_t crossing = category ? gauge->measures->crossing_of[category] : 0;
    struct rows rows = gauge_rows(gauge, laureate);
    memset(track->at, 0xFF, (size_t)gauge->count * sizeof *track->at);
    track->from = track->until = rows.from;
    if (crossing || !category) {
        track->from = crossing_start(at, rows.from, rows.until, crossing);
        track->until = crossing_start(at, track->from, rows.until, crossing + 1);
    }
    lay_out(track, at);
    for (size_t i = 0; i < gauge->term_count; i++)
        track_fill(&track->terms[i], laureate, category);
}

const struct observation *track_period(const struct track *track, struct period period)
{
    const struct observation *at = track->gauge->measures->facts->observations.at;
    for (uint32_t i = track->from; i < track->until && at[i].month <= period.first; i++)
        if (at[i].month == period.first && at[i].period_kind == period.kind)
            return &at[i];
    return NULL;
}

bool track_any(const struct gauge *gauge, uint32_t laureate)
{
    struct rows rows = gauge_rows(gauge, laureate);
    bool any = rows.from < rows.until;
    for (size_t i = 0; i < gauge->term_count; i++)
        any |= track_any(gauge->terms[i], laureate);
    return any;
}

static bool terms_filed(const struct gauge *gauge, uint32_t laureate, int32_t slot)
{
    struct period period = slot_period(gauge->kind, slot, gauge->year_start);
    for (size_t i = 0; i < gauge->term_count; i++) {
        const struct gauge *term = gauge->terms[i];
        int32_t theirs = slot_at(term->kind, period_last(period, PERIOD_MONTH).first, term->year_start);
        if (!track_filed(term, laureate, theirs))
            return false;
    }
    return true;
}

/* Looked for without laying the series out: this is asked of the few slots that are not yet due by their date. */
bool track_filed(const struct gauge *gauge, uint32_t laureate, int32_t slot)
{
    const struct observation *at = gauge->measures->facts->observations.at;
    if (gauge->term_count)
        return terms_filed(gauge, laureate, slot);
    struct rows rows = gauge_rows(gauge, laureate);
    uint32_t until = crossing_start(at, rows.from, rows.until, 1);
    for (uint32_t i = rows.from; i < until; i++) {
        bool exact;
        if (at[i].status != STATUS_EMPTY && slot_of(gauge, &at[i], &exact) == slot)
            return true;
    }
    return false;
}
