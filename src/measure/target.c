#include "target.h"

#include <math.h>
#include <stdlib.h>

static int by_end(const void *a, const void *b)
{
    const struct target *x = *(const struct target *const *)a, *y = *(const struct target *const *)b;
    if (x->indicator.index != y->indicator.index)
        return x->indicator.index < y->indicator.index ? -1 : 1;
    if (x->laureate.index != y->laureate.index)
        return x->laureate.index < y->laureate.index ? -1 : 1;
    int32_t end_x = period_last_day(x->period).day, end_y = period_last_day(y->period).day;
    if (end_x != end_y)
        return end_x < end_y ? -1 : 1;
    return period_compare(x->period, y->period);
}

/* A row whose laureate is unknown is nobody's, least of all the programme's. */
static bool usable(const struct target *target)
{
    return target->target.is && target->indicator.index && period_is(target->period) &&
           (target->laureate.index || !target->laureate.id.length);
}

void targets_prepare(struct arena *run, struct measures *measures)
{
    const struct targets *stated = &measures->facts->targets;
    measures->targets = ARENA_ARRAY(run, const struct target *, stated->count);
    for (size_t i = 0; i < stated->count; i++)
        if (usable(&stated->at[i]))
            measures->targets[measures->target_count++] = &stated->at[i];
    qsort(measures->targets, measures->target_count, sizeof(struct target *), by_end);
}

/* The first row of the indicator, and of the laureate, at or after which all others stand. */
static size_t first_row(const struct measures *measures, uint32_t indicator, uint32_t laureate)
{
    size_t low = 0, high = measures->target_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct target *at = measures->targets[middle];
        bool before =
            at->indicator.index < indicator || (at->indicator.index == indicator && at->laureate.index < laureate);
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct target *row_at(const struct measures *measures, size_t i, uint32_t indicator, uint32_t laureate)
{
    if (i >= measures->target_count)
        return NULL;
    const struct target *row = measures->targets[i];
    return row->indicator.index == indicator && row->laureate.index == laureate ? row : NULL;
}

static const struct target *row_for(const struct measures *measures, uint32_t indicator, uint32_t laureate,
                                    struct period period, const struct target **before)
{
    const struct target *next = NULL, *row;
    for (size_t i = first_row(measures, indicator, laureate); (row = row_at(measures, i, indicator, laureate)); i++) {
        if (period_equal(row->period, period))
            return row;
        if (period_last_day(row->period).day < period_last_day(period).day)
            *before = row;
        else if (!next)
            next = row;
    }
    return next;
}

static void anchor(const struct gauge *gauge, const struct target *before, struct aim *aim)
{
    struct period of = gauge->indicator->baseline_period;
    if (before) {
        aim->anchor = decimal_of(before->target.number);
        aim->anchor_end = period_end(before->period);
    } else {
        aim->anchor = aim->baseline;
        aim->anchor_end = period_is(of) ? period_end(of) : gauge->measures->facts->first_period.first;
    }
    aim->has_anchor = (before || aim->has_baseline) && aim->anchor_end < period_end(aim->period);
}

struct aim target_aim(const struct gauge *gauge, uint32_t laureate, struct period period)
{
    const struct target *before = NULL;
    const struct target *row = row_for(gauge->measures, gauge->index, laureate, period, &before);
    struct aim aim = {.is = row != NULL};
    if (!row)
        return aim;
    /* What the indicator says holds for the programme alone. */
    const struct maybe *baseline = row->baseline.is || laureate ? &row->baseline : &gauge->indicator->baseline;
    aim.target = decimal_of(row->target.number);
    aim.period = row->period;
    aim.has_baseline = baseline->is;
    if (aim.has_baseline)
        aim.baseline = decimal_of(baseline->number);
    anchor(gauge, before, &aim);
    return aim;
}

struct period target_common(const struct gauge *gauge, struct period period)
{
    const struct measures *measures = gauge->measures;
    for (size_t i = first_row(measures, gauge->index, 1);
         i < measures->target_count && measures->targets[i]->indicator.index == gauge->index; i++)
        if (period_last_day(measures->targets[i]->period).day >= period_last_day(period).day)
            return target_aim(gauge, measures->targets[i]->laureate.index, period).period;
    return (struct period){PERIOD_NONE, 0};
}

void target_add(struct aim_sum *sum, const struct aim *aim)
{
    if (!aim->is || (sum->count && !period_equal(sum->aim.period, aim->period))) {
        sum->broken = true;
        return;
    }
    sum->aim.has_baseline = aim->has_baseline && (!sum->count || sum->aim.has_baseline);
    sum->aim.period = aim->period;
    sum->broken |= !decimal_add(&sum->aim.target, aim->target);
    sum->broken |= aim->has_baseline && !decimal_add(&sum->aim.baseline, aim->baseline);
    sum->count++;
}

/* Only where laureates are added up can their targets be. */
struct aim target_sum(const struct gauge *gauge, const struct aim_sum *sum, bool programme)
{
    struct aim aim = sum->aim;
    aim.is = sum->count && !sum->broken && gauge->rule.group == GROUP_SUM;
    if (!aim.has_baseline && programme && gauge->indicator->baseline.is) {
        aim.has_baseline = true;
        aim.baseline = decimal_of(gauge->indicator->baseline.number);
    }
    if (aim.is)
        anchor(gauge, NULL, &aim);
    return aim;
}

/* ---- judging ---- */

/* (a - b) / (c - b), exact until it is divided; false where c is b. */
static bool advance(struct quantity a, struct decimal b, struct decimal c, double *ratio)
{
    if (!decimal_subtract(&c, b) || decimal_sign(c) == 0)
        return false;
    if (a.exact && decimal_subtract(&a.decimal, b))
        *ratio = decimal_ratio(a.decimal, decimal_int(1), c);
    else
        *ratio = (a.approximate - decimal_double(b)) / decimal_double(c);
    return true;
}

static void trajectory(const struct gauge *gauge, const struct aim *aim, struct figure *figure)
{
    int32_t end = period_end(figure->key.period), goal = period_end(aim->period);
    if (end >= goal) {
        figure->trajectory = quantity_exact(aim->target);
    } else if (gauge->rule.flow) {
        int32_t elapsed = end - aim->period.first, whole = goal - aim->period.first;
        if (elapsed > 0)
            figure->trajectory = quantity_double(decimal_ratio(aim->target, decimal_int(elapsed), decimal_int(whole)));
    } else if (aim->has_anchor && end > aim->anchor_end) {
        double from = decimal_double(aim->anchor), to = decimal_double(aim->target);
        double elapsed = (double)(end - aim->anchor_end) / (double)(goal - aim->anchor_end);
        figure->trajectory = quantity_double(from + (to - from) * elapsed);
    }
}

static int compare(struct quantity value, struct decimal to)
{
    if (value.exact)
        return decimal_compare(value.decimal, to);
    double other = decimal_double(to);
    return (value.approximate > other) - (value.approximate < other);
}

static bool within(const struct indicator *indicator, struct quantity value, const struct aim *aim)
{
    struct decimal low = aim->target, high = aim->target;
    struct decimal tolerance = indicator->tolerance.is ? decimal_of(indicator->tolerance.number) : decimal_int(0);
    if (indicator->direction == DIRECTION_RANGE) {
        bool above = !indicator->low.is || compare(value, decimal_of(indicator->low.number)) >= 0;
        return above && (!indicator->high.is || compare(value, decimal_of(indicator->high.number)) <= 0);
    }
    return decimal_subtract(&low, tolerance) && decimal_add(&high, tolerance) && compare(value, low) >= 0 &&
           compare(value, high) <= 0;
}

/* Without a start there is the level alone: one that should fall is ahead while it is below. */
static bool level_pace(const struct gauge *gauge, double reached, double asked, double *ratio)
{
    bool down = gauge->indicator->direction == DIRECTION_DOWN;
    double share = down ? asked : reached, of = down ? reached : asked;
    *ratio = of > 0 ? share / of : 0;
    return of > 0;
}

/* The share of what the trajectory asks for by now; false where there is no trajectory to hold it against. */
static bool pace(const struct gauge *gauge, const struct aim *aim, const struct figure *figure, struct quantity reached,
                 double *ratio)
{
    double asked;
    if (!figure->trajectory.is)
        return false;
    if (gauge->rule.flow || !aim->has_baseline)
        return level_pace(gauge, reached.approximate, figure->trajectory.approximate, ratio);
    if (!figure->progress.is || !advance(figure->trajectory, aim->baseline, aim->target, &asked) || asked <= 0)
        return false;
    *ratio = figure->progress.approximate / asked;
    return true;
}

static enum target_status by_pace(const struct programme *programme, double ratio, bool final)
{
    /* Once the target's day has come, nearly is no longer on track. */
    if (ratio * 100 >= programme->on_track)
        return final ? TARGET_WATCH : TARGET_ON_TRACK;
    return ratio * 100 >= programme->watch && !final ? TARGET_WATCH : TARGET_OFF_TRACK;
}

/* A flow that should stay low: what is spent already cannot be taken back. */
static enum target_status capped(const struct aim *aim, const struct figure *figure, struct quantity reached,
                                 bool final)
{
    if (compare(reached, aim->target) > 0)
        return TARGET_OFF_TRACK;
    if (final)
        return TARGET_MET;
    return figure->trajectory.is && reached.approximate > figure->trajectory.approximate ? TARGET_WATCH
                                                                                         : TARGET_ON_TRACK;
}

static enum target_status status(const struct gauge *gauge, const struct aim *aim, const struct figure *figure,
                                 struct quantity reached)
{
    const struct indicator *indicator = gauge->indicator;
    bool final = period_end(figure->key.period) >= period_end(aim->period);
    double ratio;
    if (!reached.is || indicator->direction == DIRECTION_NONE)
        return TARGET_NOT_MEASURABLE;
    if (indicator->direction == DIRECTION_MAINTAIN || indicator->direction == DIRECTION_RANGE) {
        if (gauge->rule.flow && !final)
            return TARGET_NOT_MEASURABLE;
        return within(indicator, reached, aim) ? TARGET_MET : TARGET_OFF_TRACK;
    }
    if (gauge->rule.flow && indicator->direction == DIRECTION_DOWN)
        return capped(aim, figure, reached, final);
    int order = compare(reached, aim->target) * (indicator->direction == DIRECTION_DOWN ? -1 : 1);
    if (order >= 0)
        return order > 0 && figure->progress.is ? TARGET_EXCEEDED : TARGET_MET;
    if (figure->progress.is && figure->progress.approximate < 0)
        return TARGET_BACKWARD;
    if (!pace(gauge, aim, figure, reached, &ratio))
        return TARGET_NOT_MEASURABLE;
    return by_pace(&gauge->measures->facts->programme, ratio, final);
}

void target_judge(const struct gauge *gauge, const struct aim *aim, struct quantity reached, struct figure *figure)
{
    const struct indicator *indicator = gauge->indicator;
    bool kept = indicator->direction == DIRECTION_MAINTAIN || indicator->direction == DIRECTION_RANGE;
    double ratio;
    if (aim->has_baseline)
        figure->baseline = quantity_exact(aim->baseline);
    if (aim->is) {
        figure->target = quantity_exact(aim->target);
        figure->target_period = aim->period;
        if (!kept)
            trajectory(gauge, aim, figure);
        struct decimal from = gauge->rule.flow ? decimal_int(0) : aim->baseline;
        if (reached.is && !kept && (gauge->rule.flow || aim->has_baseline) &&
            advance(reached, from, aim->target, &ratio))
            figure->progress = quantity_double(ratio);
    }
    bool bounds = indicator->direction == DIRECTION_RANGE && (indicator->low.is || indicator->high.is);
    if (aim->is || bounds)
        figure->target_status = status(gauge, aim, figure, reached);
}
