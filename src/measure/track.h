/* A track is one laureate's observations of one indicator, for one crossing, laid out by slot: what was filed for a
 * sub-period is found at once. A row filed for a longer period (a yearly unique count) is looked up on its own. */
#ifndef MEASURE_TRACK_H
#define MEASURE_TRACK_H

#include "gauge.h"

#define TRACK_NONE UINT32_MAX

struct track {
    const struct gauge *gauge;
    uint32_t from, until; /* the laureate's observations for the crossing, in facts.observations */
    uint32_t *at;         /* by slot - base: an observation, or TRACK_NONE */
    uint32_t *given;      /* the same, for a term: only where every term of the ratio is */
    struct track *terms;  /* of a ratio by terms, one a term */
};

/* A track with room for every slot; fill it for one laureate after another. */
struct track *track_new(struct arena *arena, const struct gauge *gauge);
void track_fill(struct track *track, uint32_t laureate, uint32_t category);
/* A laureate's rows, to be fetched into the processor's cache little by little while others are computed. */
struct ahead {
    const char *at, *until;
};
struct ahead track_ahead(const struct gauge *gauge, uint32_t laureate);
static inline void ahead_fetch(struct ahead *ahead)
{
    const ptrdiff_t line = 64; /* bytes that a processor fetches at once */
    if (ahead->until - ahead->at < line)
        return;
    __builtin_prefetch(ahead->at);
    ahead->at += line;
}

/* The observation of a slot, or NULL. */
static inline const struct observation *track_slot(const struct track *track, int32_t slot)
{
    const struct gauge *gauge = track->gauge;
    if (slot < gauge->base || slot - gauge->base >= gauge->count || track->at[slot - gauge->base] == TRACK_NONE)
        return NULL;
    return &gauge->measures->facts->observations.at[track->at[slot - gauge->base]];
}
/* The row filed for exactly this period, longer than the sub-periods, or NULL. */
const struct observation *track_period(const struct track *track, struct period period);
/* The laureate filed something of this indicator, for whatever period. */
bool track_any(const struct gauge *gauge, uint32_t laureate);
/* Something stands there: a value, or a reason why there is none. */
bool track_filed(const struct gauge *gauge, uint32_t laureate, int32_t slot);

#endif
