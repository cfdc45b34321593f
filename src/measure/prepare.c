#include "editions.h"
#include "gauge.h"
#include "mask_solve.h"
#include "target.h"
#include "told.h"

#define DUE_DAYS 15

static void crossings_prepare(struct arena *run, struct measures *measures)
{
    const struct facts *facts = measures->facts;
    measures->crossing_of = ARENA_ARRAY(run, uint32_t, facts->categories.count);
    for (uint32_t i = 1; i < facts->crossings.count; i++)
        if (facts->crossings.at[i].count == 1)
            measures->crossing_of[facts->crossings.at[i].category[0]] = i;
}

struct measures *measure_prepare_internal(struct arena *run, const struct facts *facts)
{
    struct measures *measures = ARENA_NEW(run, struct measures);
    measures->facts = facts;
    crossings_prepare(run, measures);
    gauges_prepare(run, measures);
    targets_prepare(run, measures);
    return measures;
}

static void own_check(const struct measures *measures, struct diagnostics *diagnostics)
{
    const struct observations *all = &measures->facts->observations;
    struct arena *scratch = arena_new();
    for (size_t i = 0; i < all->count && !all->at[i].laureate; i++) {
        const struct observation *o = &all->at[i];
        struct figure_key key = {
            .indicator = o->indicator, .subject = {.kind = SUBJECT_PROGRAMME}, .period = observation_period(o)};
        struct arena_mark mark = arena_mark(scratch);
        const struct figure *figure = measure_figure(scratch, measures, key, AUDIENCE_INTERNAL);
        if (!o->category && figure->computed_low.is)
            REPORT(diagnostics, ((struct place){o->file, o->line, o->column}), MSG_own_outside,
                   {measures->facts->indicators.at[o->indicator].id, quantity_text(scratch, figure->value),
                    quantity_text(scratch, figure->computed_low), quantity_text(scratch, figure->computed_high)});
        arena_rewind(scratch, mark);
    }
    arena_free(scratch);
}

void measure_check(const struct measures *measures, struct diagnostics *diagnostics)
{
    own_check(measures, diagnostics);
    editions_check(measures->facts, diagnostics);
}

struct measures *measure_prepare(struct arena *run, const struct facts *facts, int jobs,
                                 struct diagnostics *diagnostics)
{
    struct measures *measures = measure_prepare_internal(run, facts);
    measures->masks = masks_solve(run, measures, NULL, jobs, diagnostics);
    told_check(measures, diagnostics);
    measure_check(measures, diagnostics);
    return measures;
}

void measure_told(struct arena *run, const struct facts *facts, int jobs, struct diagnostics *diagnostics)
{
    struct measures *measures = measure_prepare_internal(run, facts);
    const bool *wanted = told_wanted(run, measures);
    measure_check(measures, diagnostics);
    if (!wanted)
        return;
    measures->masks = masks_solve(run, measures, wanted, jobs, diagnostics_new(run));
    told_check(measures, diagnostics);
}

const struct facts *measure_facts(const struct measures *measures)
{
    return measures->facts;
}

static int32_t days_of(const struct indicator *indicator)
{
    const struct number *days = &indicator->due_days.number;
    bool stated = indicator->due_days.is && !days->scale && days->units >= 0 && days->units <= 3660;
    return stated ? (int32_t)days->units : DUE_DAYS;
}

struct date measure_due(const struct facts *facts, uint32_t indicator, struct period period)
{
    struct date last = period_last_day(period);
    return date_is(last) ? (struct date){last.day + days_of(&facts->indicators.at[indicator])} : DATE_NONE;
}
