/* A batch computes the figures of one indicator and category for many periods in one pass over the laureates, so that
 * millions of observations are read once, in the order in which they stand. */
#ifndef MEASURE_BATCH_H
#define MEASURE_BATCH_H

#include "target.h"

/* One period asked for. */
struct asked {
    struct period period;
    bool to_date;
    struct window now, before;
    size_t
        before_index; /* the asked period that is the one a year before, whose `now` is added up anyway; SIZE_MAX: none
                       */
};

/* What is added up for one subject and one period asked for. */
struct sums {
    struct total now;
    uint32_t like;   /* laureates in both */
    bool apart;      /* not all laureates are: until then like_now is now, like_before is before */
    bool own_before; /* `before` is the coordination's own measure */
    bool concerned;  /* something would be expected if it were due */
    struct window since_window;
    struct aim aim;
    struct aim_sum aims;
    /* Touched for few periods. */
    struct total before, since, like_now, like_before;
};

struct batch {
    const struct gauge *gauge;
    uint32_t category;
    struct asked *asked;
    size_t count;
    struct track *track;
    struct ahead ahead; /* of the laureate after the one being measured */
    struct part *parts, *parts_before, *parts_since;
    struct arena *scratch;
};

void batch_open(struct arena *scratch, struct batch *batch, const struct gauge *gauge, uint32_t category,
                const struct period *periods, size_t count, bool to_date);
/* `figures` has one place for each period asked for; `said` tells which of them are rows. The programme and the
 * attribute take `members`, by laureate; NULL is every laureate. */
void batch_group(struct batch *batch, struct subject subject, const bool *members, struct figure *figures, bool *said);
void batch_laureate(struct batch *batch, uint32_t laureate, struct figure *figures, bool *said);

#endif
