/* The periods that a table or a chart runs over, and an indicator's figures along them. */
#ifndef COMPOSE_SERIES_H
#define COMPOSE_SERIES_H

#include "compose/shown.h"

enum { PERIODS_MAX = 24 };

struct span {
    struct period at[PERIODS_MAX];
    size_t count;
};
/* The last `count` periods of `kind` that end with the document's period, none before the programme began. */
struct span span_ending(const struct filling *f, enum period_kind kind, size_t count);

/* The indicator's figure in a column of a table: for the period of its own frequency that the column closes; NULL
 * where none closes there or the indicator was not in use. */
const struct figure *figure_in(struct filling *f, uint32_t indicator, struct subject subject, struct period column);

/* The last day up to `until` from which values do not compare with those before: DATE_NONE for none. */
struct date series_break(const struct filling *f, uint32_t indicator, struct date until);
bool series_breaks(const struct filling *f, uint32_t indicator, struct period before, struct period period);

/* Values along a span, one for each period that the indicator has, with gaps where there is no number, from the last break on. The length is
 * 0 when fewer than three are known: that is no trend. */
struct quantity *series_values(struct filling *f, uint32_t indicator, struct subject subject, const struct span *span,
                               size_t *length);

#endif
