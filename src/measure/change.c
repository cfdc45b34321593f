#include "change.h"

/* (v - p) / |p|, rounded once where both are exact. */
static struct quantity fraction(struct quantity value, struct quantity previous)
{
    if (previous.approximate == 0)
        return (struct quantity){0};
    if (value.exact && previous.exact) {
        struct decimal gap = value.decimal, base = previous.decimal;
        if (decimal_subtract(&gap, previous.decimal)) {
            base.units = base.units < 0 ? -base.units : base.units;
            return quantity_double(decimal_ratio(gap, decimal_int(1), base));
        }
    }
    double base = previous.approximate < 0 ? -previous.approximate : previous.approximate;
    return quantity_double((value.approximate - previous.approximate) / base);
}

/* a/b - c/d = (ad - cb)/bd: the difference of two quotients is rounded once too. */
static bool quotients_apart(const struct gauge *gauge, const struct total *now, const struct total *before,
                            struct quantity *gap)
{
    const struct maybe *multiplier = &gauge->indicator->multiplier;
    struct decimal factor = multiplier->is ? decimal_of(multiplier->number) : decimal_int(1), left, right, under;
    if (gauge->rule.group == GROUP_SIMPLE || !gauge->rule.quotient ||
        !decimal_multiply(now->first, before->second, &left) || !decimal_multiply(before->first, now->second, &right) ||
        !decimal_multiply(now->second, before->second, &under) || decimal_sign(under) == 0 ||
        !decimal_subtract(&left, right))
        return false;
    *gap = quantity_double(decimal_ratio(left, factor, under));
    return true;
}

static struct quantity difference(const struct gauge *gauge, const struct total *now, const struct total *before,
                                  struct quantity value, struct quantity previous)
{
    struct quantity gap;
    if (value.exact && previous.exact && decimal_subtract(&value.decimal, previous.decimal))
        return quantity_exact(value.decimal);
    if (quotients_apart(gauge, now, before, &gap))
        return gap;
    return quantity_double(value.approximate - previous.approximate);
}

static struct quantity change(const struct gauge *gauge, const struct total *now, const struct total *before,
                              struct quantity value, struct quantity previous)
{
    if (!value.is || !previous.is)
        return (struct quantity){0};
    return gauge->rule.by_difference ? difference(gauge, now, before, value, previous) : fraction(value, previous);
}

/* A sum over sub-periods of which some are missing is compared with nothing. */
static bool comparable(const struct gauge *gauge, const struct window *window, enum figure_state now,
                       enum figure_state before)
{
    bool sum = gauge->rule.parts == PARTS_VALUE && (gauge->rule.time == TIME_SUM || gauge->rule.time == TIME_MEAN);
    return !sum || window->first == window->last || (now == FIGURE_COMPLETE && before == FIGURE_COMPLETE);
}

/* Values before and after a break do not compare; of a level, those of the last sub-periods alone are compared. */
static bool breaks(const struct gauge *gauge, const struct asked *asked)
{
    bool sums = gauge->rule.time == TIME_SUM || gauge->rule.time == TIME_MEAN || gauge->rule.time == TIME_SPAN;
    return gauge_breaks(gauge, sums ? asked->before.first : asked->before.last_due, asked->now.last_due);
}

void change_fill(const struct gauge *gauge, const struct asked *asked, const struct sums *sums, bool alone,
                 struct figure *figure)
{
    struct figure before = {.state = FIGURE_NOT_DUE};
    struct quantity like_now, like_before;
    if (!asked->before.asked || asked->before.last_due == SLOT_NEVER)
        return;
    total_figure(gauge, &sums->before, alone || sums->own_before, &before);
    figure->previous = before.value;
    figure->change_is_points = gauge->rule.by_difference;
    figure->series_broken = figure->previous.is && breaks(gauge, asked);
    if (figure->series_broken)
        return;
    if (figure->own == sums->own_before && comparable(gauge, &asked->now, figure->state, before.state))
        figure->change = change(gauge, &sums->now, &sums->before, figure->value, before.value);
    if (total_value(gauge, &sums->like_now, alone, &like_now) &&
        total_value(gauge, &sums->like_before, alone, &like_before) && figure->state != FIGURE_NONE) {
        figure->change_like_for_like = change(gauge, &sums->like_now, &sums->like_before, like_now, like_before);
        figure->like_for_like = sums->like;
    }
}
