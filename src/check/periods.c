/* The time of the programme: when its data are closed, its first period, the last one that had ended. */
#include "work.h"

/* The first and the last month that have a value. */
static bool months_seen(const struct observations *all, int32_t *first, int32_t *last)
{
    bool seen = false;
    for (size_t i = 0; i < all->count; i++) {
        int32_t from = all->at[i].month;
        int32_t to = period_end(observation_period(&all->at[i])) - 1;
        if (!observation_received(&all->at[i]))
            continue;
        *first = !seen || from < *first ? from : *first;
        *last = !seen || to > *last ? to : *last;
        seen = true;
    }
    return seen;
}

/* The last period of the programme's kind that ends on or before the day. */
static struct period last_ended(const struct programme *programme, struct date day)
{
    struct period period = period_of_date(programme->period, day, programme->year_start);
    return period_last_day(period).day <= day.day ? period : period_next(period, -1);
}

void periods_settle(struct check *check)
{
    struct facts *facts = check->facts;
    const struct programme *programme = &facts->programme;
    int32_t first = 0, last = 0;
    facts->cut_off = date_is(programme->cut_off) ? programme->cut_off : programme->edition_date;
    bool stated = date_is(facts->cut_off) && period_is(programme->first_period);
    bool seen = !stated && months_seen(&facts->observations, &first, &last);
    if (!date_is(facts->cut_off) && seen)
        facts->cut_off = period_last_day((struct period){PERIOD_MONTH, last});
    facts->first_period = programme->first_period;
    if (period_is(facts->first_period))
        facts->first_period = period_at(programme->period, facts->first_period.first, programme->year_start);
    else if (seen)
        facts->first_period = period_at(programme->period, first, programme->year_start);
    if (date_is(facts->cut_off))
        facts->last_ended = last_ended(programme, facts->cut_off);
    /* Nothing said, nothing filed: what has just ended is the first to be asked for. */
    if (!period_is(facts->first_period))
        facts->first_period = facts->last_ended;
}
