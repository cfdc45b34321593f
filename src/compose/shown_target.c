/* Where a figure stands against its target. */
#include "compose/chart_build.h"

static const char *const status_keys[TARGET_STATUSES] = {
    [TARGET_MET] = "status.met",
    [TARGET_EXCEEDED] = "status.exceeded",
    [TARGET_ON_TRACK] = "status.on_track",
    [TARGET_WATCH] = "status.watch",
    [TARGET_OFF_TRACK] = "status.off_track",
    [TARGET_BACKWARD] = "status.backward",
    [TARGET_NOT_MEASURABLE] = "status.not_measurable",
};

struct str status_word(struct filling *f, enum target_status status)
{
    return status_keys[status] ? word(f, status_keys[status]) : STR_NONE;
}

bool target_is_judged(const struct figure *figure)
{
    return figure->target.is && figure->target_status != TARGET_NONE && figure->target_status != TARGET_NOT_MEASURABLE;
}

bool target_is_held(const struct figure *figure)
{
    return figure->target_status == TARGET_MET || figure->target_status == TARGET_EXCEEDED ||
           figure->target_status == TARGET_ON_TRACK;
}

/* What adds up is held against its target with all that was added since the target's period began, so that its status
 * is that period's; a level on the last day decides; a quarter's rate held against the year's target does not. */
bool target_goes_on(const struct filling *f, const struct figure *figure)
{
    const struct indicator *indicator = indicator_of(f, figure->key.indicator);
    struct period own = figure->key.period, of = figure->target_period;
    bool level = indicator->nature == NATURE_STOCK || indicator->nature == NATURE_TO_DATE ||
                 indicator->nature == NATURE_YEAR_TO_DATE;
    bool decided = level && period_last_day(own).day == period_last_day(of).day;
    return period_is(of) && !indicator_adds_up(indicator) && !decided &&
           period_months(of.kind) > period_months(own.kind);
}

/* Good news and bad: the period that they are about. */
struct str status_so_far(struct filling *f, const struct figure *figure, struct str status)
{
    static const char *const keys[PERIOD_KINDS] = {[PERIOD_MONTH] = "status.now.month",
                                                   [PERIOD_QUARTER] = "status.now.quarter",
                                                   [PERIOD_SEMESTER] = "status.now.semester"};
    const char *key = keys[figure->key.period.kind];
    bool said = figure->target_status != TARGET_NOT_MEASURABLE;
    if (!status.length || !key || !said || !target_goes_on(f, figure))
        return status;
    if (!period_equal(figure->key.period, f->job->period)) /* "this quarter" would be another one */
        return SAY(f, "status.then", PAIR("status", status), PAIR("when", when_text(f, figure->key.period)));
    return SAY(f, key, PAIR("status", status));
}

/* "atteinte": French agrees with the target, "la cible". */
struct str status_of_target(struct filling *f, enum target_status status)
{
    return status_keys[status] ? SAY(f, status_keys[status], PAIR("gender", STR("f"))) : STR_NONE;
}

struct quantity quantity_difference(struct quantity a, struct quantity b)
{
    if (!a.is || !b.is)
        return NUMBER_NONE;
    struct quantity difference = {.is = true, .approximate = a.approximate - b.approximate};
    if (a.exact && b.exact) {
        difference.decimal = a.decimal;
        difference.exact = decimal_subtract(&difference.decimal, b.decimal);
    }
    return difference;
}

static struct str gap_from_trajectory(struct filling *f, const struct figure *figure)
{
    const struct indicator *indicator = indicator_of(f, figure->key.indicator);
    struct quantity gap = quantity_difference(figure->value, figure->trajectory);
    unsigned decimals = indicator_decimals(indicator);
    int sign = decimal_sign(quantity_rounded(gap, decimals));
    if (sign < 0) {
        gap.approximate = -gap.approximate;
        gap.decimal.units = -gap.decimal.units;
    }
    /* On the target's last day the trajectory is the target. */
    bool last = period_last_day(figure->key.period).day >= period_last_day(figure->target_period).day;
    const char *key = sign > 0   ? last ? "gap.above_target" : "gap.above"
                      : sign < 0 ? last ? "gap.below_target" : "gap.below"
                                 : "gap.on";
    return SAY(f, key, PAIR("status", status_so_far(f, figure, status_word(f, figure->target_status))),
               PAIR("gap", show_quantity(f->arena, gap, decimals, difference_unit(f, indicator), f->language)),
               PAIR("trajectory", quantity_shown(f, figure->key.indicator, figure->trajectory)),
               PAIR("period", period_short(f, figure->target_period)));
}

struct quantity figure_reached(const struct filling *f, const struct figure *figure)
{
    bool adds_up = indicator_adds_up(indicator_of(f, figure->key.indicator));
    if (!adds_up || !figure->progress.is || period_equal(figure->target_period, figure->key.period))
        return figure->value;
    return (struct quantity){.is = true, .approximate = figure->progress.approximate * figure->target.approximate};
}

const char *reached_key(const struct figure *figure, const char *const keys[3])
{
    struct period own = figure->key.period, of = figure->target_period;
    bool over = period_last_day(of).day <= period_last_day(own).day;
    return keys[period_equal(of, own) ? 0 : over ? 1 : 2];
}

struct str figure_gap(struct filling *f, const struct figure *figure)
{
    static const char *const gap_keys[] = {"gap.progress", "gap.progress_over", "gap.progress_of"};
    struct str status = status_so_far(f, figure, status_word(f, figure->target_status));
    if (!figure->target.is || !status.length || !figure->value.is)
        return STR_NONE;
    /* Beside the quarter's number, the share of the year's target needs the number that it is made of. */
    if (indicator_adds_up(indicator_of(f, figure->key.indicator)) && figure->progress.is)
        return SAY(f, reached_key(figure, gap_keys), PAIR("status", status),
                   PAIR("reached", quantity_shown(f, figure->key.indicator, figure_reached(f, figure))),
                   PAIR("progress", show_share(f->arena, figure->progress, 0, f->language)),
                   PAIR("target", quantity_shown(f, figure->key.indicator, figure->target)),
                   PAIR("period", period_short(f, figure->target_period)));
    bool done = figure->target_status == TARGET_MET || figure->target_status == TARGET_EXCEEDED;
    if (figure->trajectory.is && !done)
        return gap_from_trajectory(f, figure);
    return SAY(f, "gap.target", PAIR("status", status),
               PAIR("target", quantity_shown(f, figure->key.indicator, figure->target)),
               PAIR("period", period_short(f, figure->target_period)));
}
