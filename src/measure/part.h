/* A part is what one laureate gives over one window: its observations merged over time by the rule, with what was
 * expected and what was received. Totals are made of parts. */
#ifndef MEASURE_PART_H
#define MEASURE_PART_H

#include "track.h"

/* Means of up to twelve period ends stay exact: they are kept in parts of this many. */
#define MEAN_PARTS 27720

struct part {
    uint32_t slots_expected, slots_received;
    uint64_t expected_slots;       /* which, one bit a slot of the window, when it has at most 64 */
    bool expected, received;       /* of the laureate: every slot expected was received */
    bool has;                      /* there is a value */
    bool by_row;                   /* taken from one row, filed for the whole period */
    bool kept;                     /* the last level of a laureate that left */
    bool empty;                    /* 0/0: received, and leaving the ratio */
    bool range;                    /* first to second */
    bool in_parts;                 /* a mean of period ends, in MEAN_PARTS */
    bool opaque;                   /* a part is a range: no value can be said */
    bool flow_asked, flow_has;     /* cumulative: this laureate's own flow belongs in the total's; it is known */
    int32_t used_first, used_last; /* the slots that may be in the value; used_last < used_first when none, or by_row */
    int32_t flow_first, flow_last; /* the levels whose difference is the flow; flow_first SLOT_NEVER: from zero */
    uint8_t statuses;
    uint32_t source; /* the observation of the last slot used, TRACK_NONE */
    struct date as_of;
    struct decimal first;  /* value, numerator, or the low end of a range */
    struct decimal second; /* denominator, n, or the high end */
    struct decimal flow;   /* when flow_has */
};

void part_open(struct part *part); /* nothing expected, nothing there */
void part_measure(const struct track *track, const struct span *span, const struct window *window, struct part *part);
/* Replaces the part by the row filed for exactly the window's period, longer than the sub-periods, where there is one.
 */
void part_long(const struct track *track, const struct window *window, struct part *part);
/* The coordination's own measure, laureate 0: given for the period itself, or for every sub-period that the rule uses.
 */
bool part_own(const struct track *track, const struct span *span, const struct window *window, struct part *part);
/* A ratio by terms, in terms.c. */
void part_measure_terms(const struct track *track, const struct span *span, const struct window *window,
                        struct part *part);

/* What one observation says by the rule's parts. */
enum said { SAID_NOTHING, SAID_NOT_APPLICABLE, SAID_VALUE };
enum said part_said(const struct rule *rule, const struct observation *observation, struct decimal *first,
                    struct decimal *second);

#endif
