#include "compose/shown.h"

const struct indicator *indicator_of(const struct filling *f, uint32_t index)
{
    return &f->facts->indicators.at[index];
}

struct str indicator_label(struct filling *f, uint32_t index)
{
    return set(f, indicator_of(f, index)->label);
}

/* A short label that ends in dots was cut, not chosen. */
static bool was_cut(struct str label)
{
    return !label.length || str_ends(label, STR("…")) || str_ends(label, STR("..."));
}

struct str indicator_short(struct filling *f, uint32_t index)
{
    const struct indicator *indicator = indicator_of(f, index);
    return set(f, was_cut(indicator->short_label) ? indicator->label : indicator->short_label);
}

unsigned indicator_decimals(const struct indicator *indicator)
{
    if (indicator->decimals.is && indicator->decimals.number.scale == 0 && indicator->decimals.number.units >= 0)
        return indicator->decimals.number.units > 6 ? 6u : (unsigned)indicator->decimals.number.units;
    bool fractional = indicator->type == TYPE_RATIO || indicator->type == TYPE_MEAN || indicator->type == TYPE_MEDIAN ||
                      indicator->type == TYPE_VALUE;
    return fractional && indicator->integer != ANSWER_YES ? 1 : 0;
}

bool indicator_is_number(const struct indicator *indicator)
{
    return indicator->type != TYPE_SCORE && indicator->type != TYPE_TEXT && indicator->type != TYPE_YES_NO &&
           indicator->type != TYPE_MILESTONE;
}

bool indicator_adds_up(const struct indicator *indicator)
{
    return (indicator->type == TYPE_COUNT || indicator->type == TYPE_AMOUNT) && indicator->nature == NATURE_FLOW;
}

bool indicator_in_use(const struct indicator *indicator, struct period period)
{
    struct date from = indicator->valid_from.first, to = indicator->valid_to.last;
    return (!date_is(from) || from.day <= period_last_day(period).day) &&
           (!date_is(to) || to.day >= period_first_day(period).day);
}

struct period indicator_period(const struct filling *f, const struct indicator *indicator, struct period period)
{
    enum period_kind kind = (enum period_kind)indicator->frequency;
    if (period_months(kind) <= period_months(period.kind))
        return period;
    struct period own = period_at(kind, period.first, f->facts->programme.year_start);
    return period_last_day(own).day == period_last_day(period).day ? own : (struct period){PERIOD_NONE, 0};
}

struct indexes indicators_named(struct filling *f, const struct strs *ids)
{
    struct indexes found = {0};
    for (size_t n = 0; n < ids->count; n++)
        for (uint32_t i = 1; i < f->facts->indicators.count; i++)
            if (name_equal(f->facts->indicators.at[i].id, ids->at[n]) &&
                indicator_visible(indicator_of(f, i), f->job->audience))
                *PUSH(f->arena, &found) = i;
    return found;
}

/* The page of an indicator is about it alone. */
static bool is_subject(const struct filling *f, uint32_t indicator)
{
    return f->job->template->over != EACH_INDICATOR || f->job->subject == indicator;
}

struct indexes indicators_visible(struct filling *f)
{
    struct indexes found = {0};
    for (uint32_t i = 1; i < f->facts->indicators.count; i++)
        if (indicator_visible(indicator_of(f, i), f->job->audience) && is_subject(f, i))
            *PUSH(f->arena, &found) = i;
    return found;
}

struct indexes indicators_headline(struct filling *f)
{
    struct indexes found = {0};
    bool any = false;
    if (f->job->template->over == EACH_INDICATOR)
        return indicators_visible(f);
    for (uint32_t i = 1; i < f->facts->indicators.count; i++)
        any = any || f->facts->indicators.at[i].headline == ANSWER_YES;
    for (uint32_t i = 1; i < f->facts->indicators.count; i++) {
        const struct indicator *indicator = indicator_of(f, i);
        bool wanted = !any || indicator->headline == ANSWER_YES;
        if (wanted && indicator_is_number(indicator) && indicator_visible(indicator, f->job->audience))
            *PUSH(f->arena, &found) = i;
    }
    return found;
}
