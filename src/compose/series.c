#include "compose/series.h"

struct span span_ending(const struct filling *f, enum period_kind kind, size_t count)
{
    struct span span = {0};
    struct period last = period_last(f->job->period, kind);
    if (!period_is(last))
        last = period_at(kind, f->job->period.first, f->facts->programme.year_start);
    struct period first = period_next(last, -(int)(count < PERIODS_MAX ? count : PERIODS_MAX) + 1);
    struct period began = period_at(kind, f->facts->first_period.first, f->facts->programme.year_start);
    if (period_is(f->facts->first_period) && period_compare(first, began) < 0)
        first = began;
    for (; period_compare(first, last) <= 0 && span.count < PERIODS_MAX; first = period_next(first, 1))
        span.at[span.count++] = first;
    return span;
}

const struct figure *figure_in(struct filling *f, uint32_t indicator, struct subject subject, struct period column)
{
    const struct indicator *definition = indicator_of(f, indicator);
    struct period own = indicator_period(f, definition, column);
    if (!period_is(own) || !indicator_in_use(definition, own))
        return NULL;
    return figure_of(f, indicator, subject, own);
}

/* The latest of its own and of those that a ratio is made of, up to a day. */
struct date series_break(const struct filling *f, uint32_t indicator, struct date until)
{
    const struct indicator *definition = indicator_of(f, indicator);
    const struct terms *terms[] = {&definition->numerator_terms, &definition->denominator_terms};
    struct date latest = definition->series_break.first;
    if (date_is(latest) && latest.day > until.day)
        latest = DATE_NONE;
    for (size_t t = 0; t < 2; t++)
        for (size_t i = 0; i < terms[t]->count; i++) {
            struct date of = series_break(f, terms[t]->at[i].indicator.index, until);
            if (date_is(of) && (!date_is(latest) || of.day > latest.day))
                latest = of;
        }
    return latest;
}

bool series_breaks(const struct filling *f, uint32_t indicator, struct period before, struct period period)
{
    struct date day = series_break(f, indicator, period_last_day(period));
    return date_is(day) && day.day > period_last_day(before).day;
}

struct quantity *series_values(struct filling *f, uint32_t indicator, struct subject subject, const struct span *span,
                               size_t *length)
{
    struct quantity *values = ARENA_ARRAY(f->arena, struct quantity, span->count + 1);
    struct period last = {PERIOD_NONE, 0};
    size_t count = 0, known = 0;
    for (size_t i = 0; i < span->count; i++) {
        const struct figure *figure = figure_in(f, indicator, subject, span->at[i]);
        if (!figure || (figure_is_blank(figure) && !count))
            continue;
        if (count && series_breaks(f, indicator, last, figure->key.period))
            count = known = 0;
        last = figure->key.period;
        values[count++] = figure->value;
        known += figure->value.is;
    }
    *length = known >= 3 ? count : 0;
    return values;
}
