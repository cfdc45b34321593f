/* What a series of observations shows that one of them does not: a cumulative that goes down, values that repeat,
 * a change unlike the others. */
#include "work.h"

#include <math.h>

#define REPEATS 4
#define CHANGES_LEAST 8
#define OUTLIER 5.0
/* The modified z-score: 0.6745 is the quartile of the normal law, so that the score is in standard deviations. */
#define QUARTILE 0.6745

struct point {
    const struct observation *o;
    int32_t month; /* of its period in the indicator's rhythm */
    struct decimal value;
    double approximate;
};

struct series {
    struct check *check;
    const struct indicator *indicator;
    struct point *at; /* received, oldest first */
    size_t count;
    int months; /* of the rhythm */
};

static bool is_cumulative(const struct indicator *indicator)
{
    return indicator->nature == NATURE_TO_DATE || indicator->nature == NATURE_YEAR_TO_DATE;
}

static bool is_counted(const struct indicator *indicator)
{
    return indicator->type == TYPE_COUNT || indicator->type == TYPE_AMOUNT;
}

/* ---- points ---- */

static bool value_of(const struct indicator *indicator, const struct observation *o, struct point *point)
{
    struct decimal first = decimal_of((struct number){o->first, o->first_scale});
    struct decimal second = decimal_of((struct number){o->second, o->second_scale});
    point->value = first;
    if (indicator->type != TYPE_RATIO)
        point->approximate = first.scale ? decimal_double(first) : (double)o->first;
    else if (decimal_sign(second) > 0)
        point->approximate = decimal_ratio(first, decimal_int(1), second);
    else
        return false;
    return true;
}

static void add_point(struct series *series, const struct observation *o)
{
    int year_start = series->check->facts->programme.year_start;
    enum period_kind rhythm = (enum period_kind)series->indicator->frequency;
    int32_t last = period_end(observation_period(o)) - 1;
    struct point point = {.o = o, .month = period_at(rhythm, last, year_start).first};
    bool ends = point.month + series->months - 1 == last;
    bool longer = period_months((enum period_kind)o->period_kind) > series->months;
    if (longer || !ends || !observation_received(o) || !value_of(series->indicator, o, &point))
        return;
    const struct point *before = series->count ? &series->at[series->count - 1] : NULL;
    if (!before || before->month != point.month)
        series->at[series->count++] = point;
    else
        REPORT(series->check->diagnostics, observation_place(o), MSG_observation_twice,
               {series->indicator->id,
                said_period(series->check->scratch, &series->check->facts->programme,
                            (struct period){rhythm, point.month}),
                place_text(series->check->scratch, series->check->facts, observation_place(before->o))});
}

/* Observations stand by their first month; of those that end a sub-period of the rhythm, none starts before it. */
static void gather(struct series *series, const struct observation *at, size_t count)
{
    series->at = ARENA_ARRAY(series->check->scratch, struct point, count);
    for (size_t i = 0; i < count; i++)
        add_point(series, &at[i]);
}

/* ---- a cumulative that goes down ---- */

/* The year of a series that starts again with it. */
static int32_t year_of(const struct series *series, const struct point *point)
{
    int start = (int)series->indicator->year_start.number.units;
    return period_at(PERIOD_YEAR, point->month + series->months - 1, start).first;
}

static bool starts_again(const struct series *series, const struct point *before, const struct point *point)
{
    return series->indicator->nature == NATURE_YEAR_TO_DATE && year_of(series, before) != year_of(series, point);
}

static bool is_corrected(const struct facts *facts, const struct observation *o)
{
    for (size_t i = 0; i < facts->corrections.count; i++) {
        const struct correction *c = &facts->corrections.at[i];
        if (c->indicator.index == o->indicator && c->laureate.index == o->laureate && c->period.first == o->month &&
            c->period.kind == (enum period_kind)o->period_kind)
            return true;
    }
    return false;
}

/* What stands before a break and after it does not compare. */
static bool breaks(const struct series *series, const struct point *before, const struct point *point)
{
    struct date day = series->indicator->series_break.first;
    struct period rhythm = {(enum period_kind)series->indicator->frequency, before->month};
    struct period next = {rhythm.kind, point->month};
    return date_is(day) && day.day > period_last_day(rhythm).day && day.day <= period_last_day(next).day;
}

static void check_down(const struct series *series)
{
    struct check *check = series->check;
    for (size_t i = 1; i < series->count; i++) {
        const struct point *before = &series->at[i - 1], *point = &series->at[i];
        if (starts_again(series, before, point) || breaks(series, before, point) ||
            decimal_compare(point->value, before->value) >= 0)
            continue;
        if (is_corrected(check->facts, point->o) || is_corrected(check->facts, before->o))
            continue;
        REPORT(check->diagnostics, observation_place(point->o), MSG_cumulative_down,
               {series->indicator->id, said_number(check->scratch, check->facts->programme.language, point->value),
                said_number(check->scratch, check->facts->programme.language, before->value),
                place_text(check->scratch, check->facts, observation_place(before->o))});
    }
}

/* ---- values that repeat ---- */

/* The period's own: the value of a flow, the difference of a cumulative. False where it is not known. */
static bool flow_at(const struct series *series, size_t i, struct decimal *flow)
{
    const struct point *point = &series->at[i];
    *flow = point->value;
    /* One that starts again on the period's first day is the period's own. */
    bool from_zero = series->indicator->nature == NATURE_YEAR_TO_DATE && year_of(series, point) == point->month;
    if (!is_cumulative(series->indicator) || from_zero)
        return true;
    if (!i || series->at[i - 1].month + series->months != point->month ||
        starts_again(series, &series->at[i - 1], point))
        return false;
    return decimal_subtract(flow, series->at[i - 1].value);
}

static void check_repeats(const struct series *series, enum message message)
{
    struct check *check = series->check;
    struct decimal before = decimal_int(0), flow;
    size_t run = 0;
    for (size_t i = 0; i < series->count; i++) {
        bool follows = i && series->at[i - 1].month + series->months == series->at[i].month;
        bool known = flow_at(series, i, &flow) && decimal_sign(flow) != 0;
        bool same = known && run && follows && decimal_compare(flow, before) == 0;
        run = same ? run + 1 : known ? 1 : 0;
        before = flow;
        if (run != REPEATS)
            continue;
        struct words words = {
            message, {series->indicator->id, said_number(check->scratch, check->facts->programme.language, flow)}};
        diagnostics_add(check->diagnostics, observation_place(series->at[i].o), words);
    }
}

/* ---- a change unlike the others ---- */

/* Puts the k-th least where it belongs: what is before is not greater, what is after not less. */
static void select_nth(double *at, size_t count, size_t k)
{
    for (size_t low = 0, high = count - 1; low < high;) {
        double pivot = at[low + (high - low) / 2];
        size_t i = low, j = high;
        for (;;) {
            while (at[i] < pivot)
                i++;
            while (at[j] > pivot)
                j--;
            if (i >= j)
                break;
            double kept = at[i];
            at[i++] = at[j];
            at[j--] = kept;
        }
        if (k <= j)
            high = j;
        else
            low = j + 1;
    }
}

/* Disturbs the order of `at`. */
static double median(double *at, size_t count)
{
    size_t middle = count / 2;
    select_nth(at, count, middle);
    if (count % 2)
        return at[middle];
    double below = at[0];
    for (size_t i = 1; i < middle; i++)
        below = at[i] > below ? at[i] : below;
    return (below + at[middle]) / 2;
}

struct change {
    double by;
    const struct point *point;
};

static size_t changes_of(const struct series *series, struct change *changes)
{
    size_t count = 0;
    for (size_t i = 1; i < series->count; i++) {
        const struct point *before = &series->at[i - 1], *point = &series->at[i];
        if (before->month + series->months == point->month && !starts_again(series, before, point) &&
            !breaks(series, before, point))
            changes[count++] = (struct change){point->approximate - before->approximate, point};
    }
    return count;
}

static void report_outlier(const struct series *series, const struct change *change)
{
    struct check *check = series->check;
    struct decimal by =
        decimal_from_double(change->by * (series->indicator->type == TYPE_RATIO && series->indicator->multiplier.is
                                              ? decimal_double(decimal_of(series->indicator->multiplier.number))
                                              : 1.0),
                            2);
    REPORT(check->diagnostics, observation_place(change->point->o), MSG_change_unusual,
           {series->indicator->id, said_number(check->scratch, check->facts->programme.language, by)});
}

/* A peak makes two unusual changes, up and down again: the second says nothing new. */
static void check_changes(const struct series *series)
{
    struct arena *scratch = series->check->scratch;
    struct change *changes = ARENA_ARRAY(scratch, struct change, series->count + 1);
    size_t count = changes_of(series, changes);
    double *by = ARENA_ARRAY(scratch, double, count + 1);
    if (count < CHANGES_LEAST)
        return;
    for (size_t i = 0; i < count; i++)
        by[i] = changes[i].by;
    double middle = median(by, count);
    for (size_t i = 0; i < count; i++)
        by[i] = fabs(changes[i].by - middle);
    double deviation = median(by, count);
    double said = 0;
    for (size_t i = 0; i < count && deviation > 0; i++) {
        bool unusual = QUARTILE * fabs(changes[i].by - middle) / deviation > OUTLIER;
        if (unusual && said * changes[i].by >= 0)
            report_outlier(series, &changes[i]);
        said = unusual ? changes[i].by : 0;
    }
}

/* ---- all series ---- */

static void check_series(struct check *check, const struct observation *at, size_t count)
{
    const struct indicator *indicator = &check->facts->indicators.at[at->indicator];
    struct series series = {
        .check = check, .indicator = indicator, .months = period_months((enum period_kind)indicator->frequency)};
    if (indicator->type == TYPE_TEXT || indicator->type == TYPE_SCORE || indicator->type == TYPE_YES_NO ||
        indicator->type == TYPE_MILESTONE)
        return;
    gather(&series, at, count);
    if (check->errors_only)
        return;
    if (is_cumulative(indicator) && is_counted(indicator))
        check_down(&series);
    if (at->category)
        return;
    if (is_counted(indicator) && (indicator->nature == NATURE_FLOW || is_cumulative(indicator)))
        check_repeats(&series, MSG_flow_repeats);
    if (is_counted(indicator) && indicator->nature == NATURE_STOCK)
        check_repeats(&series, MSG_stock_repeats);
    check_changes(&series);
}

/* Observations of one laureate: those of an indicator and category stand together. */
void series_check(struct check *check, const struct observation *at, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && at[end].indicator == at[i].indicator && at[end].category == at[i].category;
             end++)
            ;
        struct arena_mark mark = arena_mark(check->scratch);
        check_series(check, &at[i], end - i);
        arena_rewind(check->scratch, mark);
    }
}
