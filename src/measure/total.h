/* A total adds up the parts of laureates by the rule, and becomes the numbers of a figure. */
#ifndef MEASURE_TOTAL_H
#define MEASURE_TOTAL_H

#include "part.h"

struct decimals {
    struct decimal *at;
    size_t count, capacity;
};
struct shares {
    struct share *at;
    size_t count, capacity;
};

struct total {
    uint32_t expected, received, slots_expected, slots_received;
    uint32_t count; /* parts with a value */
    bool empty;     /* a ratio was received that is 0/0 */
    bool range, opaque;
    bool dates_differ; /* observations of several dates */
    bool overflow;
    bool flow_missing;
    bool in_parts;  /* first is in MEAN_PARTS */
    bool fractions; /* simple means that are not single values */
    uint8_t statuses;
    struct date as_of;
    struct decimal first, second, largest, flow;
    uint32_t flows;
    double simple;          /* sum of the laureates' means */
    struct decimals values; /* for the median */
    struct shares shares;   /* answers, in order */
    struct str text;
};

void total_add(struct arena *arena, struct total *total, const struct gauge *gauge, const struct part *part);

struct quantity quantity_exact(struct decimal value);
struct quantity quantity_double(double value);
/* The sum itself; `in_parts`: it was kept in MEAN_PARTS. */
struct quantity total_whole(struct decimal value, bool in_parts);

/* State and numbers of the figure, by the programme's thresholds. `alone` is a single subject, of which nothing is
 * added up: its own value stands where the rule adds none over laureates. */
void total_figure(const struct gauge *gauge, const struct total *total, bool alone, struct figure *figure);
/* The coordination's own measure takes the place of the computed numbers; n/N stays the laureates'. */
void total_own(const struct gauge *gauge, const struct total *own, struct figure *figure);
/* The value as a figure would show it: none where too little was received. */
struct quantity total_shown(const struct gauge *gauge, const struct total *total, bool alone);
/* The value alone, as total_figure finds it whatever the state; false where there is none. */
bool total_value(const struct gauge *gauge, const struct total *total, bool alone, struct quantity *value);

#endif
