/* Where a level started is a number of the same persons: small it is masked like any other, and with it all from which
 * it could be computed. */
#include "mask.h"

#include "mask_cells.h"

static bool is_small(const struct gauge *gauge, struct decimal number)
{
    const struct indicator *indicator = gauge->indicator;
    const struct maybe *stated = &indicator->suppress_below;
    struct decimal k =
        stated->is ? decimal_of(stated->number) : decimal_int(gauge->measures->facts->programme.suppress_below);
    bool persons = indicator->about == ABOUT_PERSONS && indicator->type == TYPE_COUNT;
    return persons && decimal_sign(number) > 0 && decimal_compare(number, k) < 0;
}

/* One of them alone could be had by subtraction. */
static bool small_among_laureates(const struct gauge *gauge)
{
    const struct measures *measures = gauge->measures;
    for (size_t i = 0; i < measures->target_count; i++) {
        const struct target *target = measures->targets[i];
        if (target->indicator.index == gauge->index && target->laureate.index && target->baseline.is &&
            is_small(gauge, decimal_of(target->baseline.number)))
            return true;
    }
    return false;
}

/* It may be the very figure of its period. */
static bool is_masked_figure(const struct mask_cells *cells, uint32_t subject)
{
    struct window then = gauge_window(cells->gauge, cells->gauge->indicator->baseline_period, false);
    uint32_t window = then.asked ? mask_window_find(cells, &then) : UINT32_MAX;
    return window != UINT32_MAX && cells->bits[mask_cell(cells, subject, window, 0)] & CELL_MASKED;
}

static bool is_hidden(const struct mask_cells *cells, uint32_t subject, struct decimal baseline)
{
    bool laureate = subject && !roster_is_group(cells->roster, subject);
    return is_masked_figure(cells, subject) || is_small(cells->gauge, baseline) ||
           (laureate && small_among_laureates(cells->gauge));
}

void mask_baseline(const struct mask_cells *cells, uint32_t subject, struct figure *figure)
{
    const struct gauge *gauge = cells->gauge;
    bool kept = gauge->indicator->direction == DIRECTION_MAINTAIN || gauge->indicator->direction == DIRECTION_RANGE;
    bool reached = figure->target_status == TARGET_MET || figure->target_status == TARGET_EXCEEDED;
    if (!figure->baseline.is || !is_hidden(cells, subject, figure->baseline.decimal))
        return;
    figure->baseline = (struct quantity){0};
    if (gauge->rule.flow)
        return;
    figure->progress = figure->trajectory = (struct quantity){0};
    if (figure->target_status != TARGET_NONE && !kept && !reached)
        figure->target_status = TARGET_NOT_MEASURABLE;
}

bool measure_baseline_told(const struct measures *measures, uint32_t indicator, enum audience audience)
{
    const struct gauge *gauge = &measures->gauges[indicator];
    if (audience == AUDIENCE_INTERNAL || !gauge->indicator->baseline.is)
        return gauge->indicator->baseline.is;
    return measures->masks && measures->masks->of[indicator].gauge &&
           !is_hidden(&measures->masks->of[indicator], 0, decimal_of(gauge->indicator->baseline.number));
}
