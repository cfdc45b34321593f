#include "mask.h"

bool mask_published(const struct indicator *indicator, enum audience audience)
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

static void take_out(struct figure *figure)
{
    *figure = (struct figure){.key = figure->key,
                              .state = FIGURE_MASKED,
                              .received = figure->received,
                              .expected = figure->expected,
                              .target_period = {PERIOD_NONE, 0},
                              .as_of = DATE_NONE,
                              .since = DATE_NONE};
}

void mask_apply(const struct measures *measures, enum audience audience, struct figure *figure)
{
    (void)measures;
    if (audience != AUDIENCE_INTERNAL && figure->state != FIGURE_NOT_DUE)
        take_out(figure);
}
