/* A gauge is an indicator made ready: its rule, the sub-periods it is filed by, when each is due, and where its
 * observations stand. Sub-periods are counted in slots, so that time is integer arithmetic. */
#ifndef MEASURE_GAUGE_H
#define MEASURE_GAUGE_H

#include "measure.h"
#include "rules.h"

/* The number of the period of this kind that holds a month; successive periods have successive numbers. */
int32_t slot_at(enum period_kind kind, int32_t month, int year_start);
struct period slot_period(enum period_kind kind, int32_t slot, int year_start);

/* The month after the slot's last. */
int32_t slot_end(enum period_kind kind, int32_t slot, int year_start);

#define SLOT_NEVER INT32_MIN
#define SLOT_ALWAYS INT32_MAX

struct gauge {
    const struct measures *measures;
    const struct indicator *indicator;
    uint32_t index;
    struct rule rule;
    enum period_kind kind; /* of the sub-periods */
    int year_start;        /* of the programme: names periods */
    int reset_month;       /* 1 to 12: the month in which a year_to_date starts again */
    int32_t base;          /* the slot before the programme's first period: an opening level may stand there */
    int32_t count;         /* slots from base that had ended at the cut-off */
    bool *due;             /* by slot - base */
    struct date *ends;     /* likewise: the slot's last day */
    int32_t valid_first, valid_last; /* slots in which the indicator holds */
    bool starts;                     /* valid_first was stated */
    int32_t broken;                  /* the first slot that those before do not compare with; SLOT_NEVER for none */
    const uint32_t *offsets;         /* of observations, a stride a laureate: see gauge_rows */
    size_t stride;
    const struct gauge **terms; /* a ratio by terms: gauges of numerator then denominator */
    const int *signs;
    size_t term_count, numerator_count;
};

/* The laureate's observations of the indicator, in facts.observations. */
struct rows {
    uint32_t from, until;
};
static inline struct rows gauge_rows(const struct gauge *gauge, uint32_t laureate)
{
    const uint32_t *at = gauge->offsets + laureate * gauge->stride;
    return (struct rows){at[0], at[1]};
}

struct measures {
    const struct facts *facts;
    struct gauge *gauges;          /* by indicator */
    uint32_t *crossing_of;         /* by category: the crossing of that category alone, 0 for none */
    const struct target **targets; /* by indicator, laureate, last day */
    size_t target_count;
    struct masks *masks; /* of the audiences that are not internal */
};

/* Where and when a figure looks: slots first to last, of which last_due is the last that counts. */
struct window {
    struct period period;
    bool to_date;
    bool asked; /* the period ends where a sub-period ends */
    int32_t first, last;
    int32_t last_due; /* SLOT_NEVER when nothing is due */
};
struct window gauge_window(const struct gauge *gauge, struct period period, bool to_date);
/* The slots from the one where `from` starts to the one where `until` ends: towards a target. */
struct window gauge_window_since(const struct gauge *gauge, struct period from, struct period until);
static inline bool gauge_due(const struct gauge *gauge, int32_t slot)
{
    return slot >= gauge->base && slot - gauge->base < gauge->count && gauge->due[slot - gauge->base];
}

/* The year in which a slot ends, as a year_to_date counts it. */
struct period gauge_year(const struct gauge *gauge, int32_t slot);

/* Whether the series, or that of a term, breaks after the first slot and not after the second. */
bool gauge_breaks(const struct gauge *gauge, int32_t after, int32_t until);

/* Slots in which something is expected of a laureate: active, and the indicator asks it. */
struct span {
    bool member;
    int32_t first, last; /* empty when last < first */
    int32_t start;       /* where laureate or indicator starts, SLOT_NEVER when unknown: levels were 0 before */
};
/* Where a term of a ratio is read: the ratio's own span has already decided. */
extern const struct span span_everywhere;
struct span gauge_span(const struct gauge *gauge, uint32_t laureate);

/* Fills every gauge; due days need the observations. */
void gauges_prepare(struct arena *run, struct measures *measures);

#endif
