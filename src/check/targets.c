/* Targets: one for each indicator, laureate and period, and an indicator that says where it wants to go. */
#include "work.h"

static bool is_same(const struct target *a, const struct target *b)
{
    return a->indicator.index == b->indicator.index && a->laureate.index == b->laureate.index &&
           period_equal(a->period, b->period);
}

static void check_target(struct check *check, size_t at, bool *said)
{
    const struct targets *targets = &check->facts->targets;
    const struct target *target = &targets->at[at];
    const struct indicator *indicator = &check->facts->indicators.at[target->indicator.index];
    const struct column *columns = input_kind("targets")->columns;
    for (size_t i = 0; i < at; i++)
        if (is_same(&targets->at[i], target))
            REPORT(check->diagnostics, target->row.at, MSG_target_twice,
                   {indicator->id, place_text(check->scratch, check->facts, targets->at[i].row.at)});
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
        check_target(check, i, said);
}
