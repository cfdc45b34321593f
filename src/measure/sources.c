/* The observations that a figure rests on: those its rule reads, whatever they say. */
#include "part.h"
#include "subjects.h"

#include <stdlib.h>

struct search {
    struct arena *arena;
    struct sources *list;
    const struct measures *measures;
};

/* Every row of a slot: a score has one for each answer. */
static void add_rows(const struct search *search, uint32_t row)
{
    const struct observations *all = &search->measures->facts->observations;
    const struct observation *first = &all->at[row];
    for (uint32_t i = row; i < all->count; i++) {
        const struct observation *at = &all->at[i];
        if (at->indicator != first->indicator || at->laureate != first->laureate || at->category != first->category ||
            at->month != first->month || at->period_kind != first->period_kind)
            return;
        *PUSH(search->arena, search->list) = i;
    }
}

static void add_slot(const struct search *search, const struct track *track, int32_t slot)
{
    const struct observation *at = track_slot(track, slot);
    if (at)
        add_rows(search, (uint32_t)(at - search->measures->facts->observations.at));
}

static void add_slots(const struct search *search, const struct track *track, const struct span *span, int32_t first,
                      int32_t last)
{
    for (int32_t slot = first > span->first ? first : span->first; slot <= last && slot <= span->last; slot++)
        if (gauge_due(track->gauge, slot))
            add_slot(search, track, slot);
}

static bool reads_all(const struct gauge *gauge)
{
    enum time_rule time = gauge->rule.time;
    return time == TIME_SUM || time == TIME_MEAN || time == TIME_SPAN || time == TIME_NONE;
}

/* A kept level, a dated value, a yearly count come from one row, which the part names. */
static void add_plain(const struct search *search, const struct track *track, const struct span *span,
                      const struct window *window, const struct part *part)
{
    bool all = reads_all(track->gauge);
    if (part->has && (part->by_row || !all))
        add_rows(search, part->source);
    else
        add_slots(search, track, span, all ? window->first : window->last_due, window->last_due);
}

/* A term that counts its last level only is read in the last sub-period, the others in all. */
static void add_terms(const struct search *search, const struct track *track, const struct span *span,
                      const struct window *window)
{
    const struct gauge *gauge = track->gauge;
    for (int32_t slot = window->first; slot <= window->last_due; slot++) {
        if (slot < span->first || slot > span->last || !gauge_due(gauge, slot))
            continue;
        struct period period = slot_period(gauge->kind, slot, gauge->year_start);
        for (size_t i = 0; i < gauge->term_count; i++) {
            struct window theirs = gauge_window(gauge->terms[i], period, false);
            struct part part;
            if (slot != window->last_due && !reads_all(gauge->terms[i]))
                continue;
            part_measure(&track->terms[i], &span_everywhere, &theirs, &part);
            add_plain(search, &track->terms[i], &span_everywhere, &theirs, &part);
        }
    }
}

static void add_laureate(const struct search *search, struct track *track, uint32_t laureate,
                         const struct figure_key *key)
{
    const struct gauge *gauge = track->gauge;
    struct window window = gauge_window(gauge, key->period, key->to_date);
    struct span span = gauge_span(gauge, laureate);
    struct part part;
    if (!span.member || !window.asked || window.last_due == SLOT_NEVER)
        return;
    track_fill(track, laureate, key->category);
    part_measure(track, &span, &window, &part);
    if (!laureate)
        part_long(track, &window, &part);
    if (gauge->term_count)
        add_terms(search, track, &span, &window);
    else
        add_plain(search, track, &span, &window, &part);
}

struct source {
    uint32_t indicator, index;
};

static int by_indicator(const void *a, const void *b)
{
    const struct source *x = a, *y = b;
    return x->indicator != y->indicator ? (x->indicator > y->indicator) - (x->indicator < y->indicator)
                                        : (x->index > y->index) - (x->index < y->index);
}

static uint32_t indicator_of(const struct search *search, size_t i)
{
    return search->measures->facts->observations.at[search->list->at[i]].indicator;
}

static bool in_order(const struct search *search)
{
    const struct sources *list = search->list;
    for (size_t i = 1; i < list->count; i++)
        if (list->at[i] < list->at[i - 1] || indicator_of(search, i) != indicator_of(search, i - 1))
            return false;
    return true;
}

/* The numerators of a ratio by terms before its denominators, each from one laureate after another. One laureate's of
 * one indicator, which are nearly all that are asked for, were found so. */
static void sources_order(const struct search *search)
{
    struct sources *list = search->list;
    if (in_order(search))
        return;
    struct source *sources = ARENA_ARRAY(search->arena, struct source, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        sources[i] = (struct source){indicator_of(search, i), list->at[i]};
    qsort(sources, list->count, sizeof *sources, by_indicator);
    for (size_t i = 0; i < list->count; i++)
        list->at[i] = sources[i].index;
}

struct sources measure_sources(struct arena *arena, const struct measures *measures, struct figure_key key)
{
    struct sources list = {NULL, 0, 0};
    struct search search = {arena, &list, measures};
    bool alone = key.subject.kind == SUBJECT_LAUREATE;
    uint32_t first = alone ? key.subject.laureate : 1, all = (uint32_t)measures->facts->laureates.count;
    const bool *members = alone ? NULL : subject_members(arena, measures->facts, key.subject);
    struct track *track = track_new(arena, &measures->gauges[key.indicator]);
    bool own = key.subject.kind == SUBJECT_PROGRAMME && measure_figure(arena, measures, key, AUDIENCE_INTERNAL)->own;
    if (own)
        add_laureate(&search, track, 0, &key);
    for (uint32_t laureate = first; !own && laureate < (alone ? first + 1 : all); laureate++)
        if (!members || members[laureate])
            add_laureate(&search, track, laureate, &key);
    sources_order(&search);
    return list;
}
