/* Targets: one for each indicator, laureate and period, and an indicator that says where it wants to go. */
#include "work.h"

#include <stdlib.h>

static int target_compare(const void *a, const void *b)
{
    const struct target *x = *(const struct target *const *)a, *y = *(const struct target *const *)b;
    if (x->indicator.index != y->indicator.index)
        return x->indicator.index < y->indicator.index ? -1 : 1;
    if (x->laureate.index != y->laureate.index)
        return x->laureate.index < y->laureate.index ? -1 : 1;
    return period_compare(x->period, y->period);
}

/* A row whose indicator or laureate nobody knows is nobody's. */
static bool is_known(const struct target *target)
{
    return target->indicator.index && (target->laureate.index || !target->laureate.id.length);
}

static int in_order(const void *a, const void *b)
{
    const struct target *x = *(const struct target *const *)a, *y = *(const struct target *const *)b;
    int order = target_compare(a, b);
    return order ? order : (x > y) - (x < y);
}

static void check_twice(struct check *check)
{
    const struct targets *targets = &check->facts->targets;
    const struct target **order = ARENA_ARRAY(check->scratch, const struct target *, targets->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < targets->count; i++)
        if (is_known(&targets->at[i]))
            order[count++] = &targets->at[i];
    if (count)
        qsort(order, count, sizeof *order, in_order);
    for (size_t i = 1; i < count; i++)
        if (target_compare(&order[i - 1], &order[i]) == 0)
            REPORT(check->diagnostics, order[i]->row.at, MSG_target_twice,
                   {order[i]->indicator.id, place_text(check->scratch, check->facts, order[i - 1]->row.at)});
}

static void check_target(struct check *check, const struct target *target, bool *said)
{
    const struct indicator *indicator = &check->facts->indicators.at[target->indicator.index];
    const struct column *columns = input_kind("targets")->columns;
    if (target->laureate.id.length && indicator->scope == SCOPE_PROGRAMME)
        REPORT(check->diagnostics, row_place(&target->row, columns, "laureate"), MSG_target_of_laureate,
               {indicator->id});
    if (!indicator->direction && !said[target->indicator.index]) {
        said[target->indicator.index] = true;
        REPORT(check->diagnostics, row_place(&indicator->row, input_kind("indicators")->columns, "direction"),
               MSG_direction_missing, {indicator->id, place_text(check->scratch, check->facts, target->row.at)});
    }
}

void targets_check(struct check *check)
{
    bool *said = ARENA_ARRAY(check->scratch, bool, check->facts->indicators.count + 1);
    for (size_t i = 0; i < check->facts->targets.count; i++)
        check_target(check, &check->facts->targets.at[i], said);
    check_twice(check);
}
