#include "model.h"

bool laureate_is_member(const struct laureate *laureate, struct date first, struct date last)
{
    struct date joined = laureate->joined.first, left = laureate->left.last;
    return (!date_is(joined) || joined.day <= last.day) && (!date_is(left) || left.day >= first.day);
}

bool laureate_is_active(const struct laureate *laureate, struct period period)
{
    return !period_is(period) || laureate_is_member(laureate, period_first_day(period), period_last_day(period));
}

bool indicator_visible(const struct indicator *indicator, enum audience audience)
{
    switch (audience) {
    case AUDIENCE_PUBLIC:
        return indicator->visibility == VISIBILITY_PUBLIC;
    case AUDIENCE_PARTNERS:
        return indicator->visibility == VISIBILITY_PUBLIC || indicator->visibility == VISIBILITY_PARTNERS;
    default:
        return true;
    }
}

size_t observations_from(const struct observations *all, uint32_t laureate, uint32_t indicator)
{
    size_t low = 0, high = all->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct observation *at = &all->at[middle];
        if (at->laureate < laureate || (at->laureate == laureate && at->indicator < indicator))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
