/* Practices of the strategy: theory of change, objectives, roles, priorities. */
#include "practice.h"

#define YEARS 2500

static const struct column *columns_of(const char *kind)
{
    return input_kind(kind)->columns;
}

/* ---- theory of change ---- */

static uint32_t node_find(const struct check *check, struct str id)
{
    uint32_t found = names_find(names_of(check, "theory_of_change"), id);
    return found ? found - 1 : UINT32_MAX;
}

/* 0 not seen, 1 on the way here, 2 done. False where the way comes back to itself. */
static bool visit(struct check *check, uint32_t at, uint8_t *state)
{
    const struct change_node *node = &check->facts->theory_of_change.at[at];
    state[at] = 1;
    for (size_t i = 0; i < node->leads_to.count; i++) {
        uint32_t next = node_find(check, node->leads_to.at[i]);
        if (next == UINT32_MAX)
            continue;
        if (state[next] == 1 || (state[next] == 0 && !visit(check, next, state))) {
            if (state[next] == 1)
                REPORT(check->diagnostics, row_place(&node->row, columns_of("theory_of_change"), "leads_to"),
                       MSG_theory_cycle, {node->node, node->leads_to.at[i]});
            state[at] = 2;
            return false;
        }
    }
    state[at] = 2;
    return true;
}

void theory_acyclic(struct check *check)
{
    const struct change_nodes *nodes = &check->facts->theory_of_change;
    const struct names *names = names_of(check, "theory_of_change");
    uint8_t *state = ARENA_ARRAY(check->scratch, uint8_t, nodes->count + 1);
    for (uint32_t i = 0; i < nodes->count; i++)
        for (size_t l = 0; l < nodes->at[i].leads_to.count; l++)
            if (node_find(check, nodes->at[i].leads_to.at[l]) == UINT32_MAX)
                REPORT(check->diagnostics, row_place(&nodes->at[i].row, columns_of("theory_of_change"), "leads_to"),
                       MSG_unknown_node,
                       {nodes->at[i].leads_to.at[l],
                        names_instead(check, check->scratch, names, nodes->at[i].leads_to.at[l])});
    for (uint32_t i = 0; i < nodes->count && nodes->count < 5000; i++)
        if (!state[i] && !visit(check, i, state))
            return;
}

/* Everything but the means must come from something. */
void theory_reached(struct check *check)
{
    const struct change_nodes *nodes = &check->facts->theory_of_change;
    bool *reached = ARENA_ARRAY(check->scratch, bool, nodes->count + 1);
    for (uint32_t i = 0; i < nodes->count; i++)
        for (size_t l = 0; l < nodes->at[i].leads_to.count; l++) {
            uint32_t next = node_find(check, nodes->at[i].leads_to.at[l]);
            if (next != UINT32_MAX)
                reached[next] = true;
        }
    for (uint32_t i = 0; i < nodes->count; i++)
        if (!reached[i] && nodes->at[i].level > LEVEL_ACTIVITY)
            REPORT(check->diagnostics, nodes->at[i].row.at, MSG_node_not_reached, {nodes->at[i].node});
}

/* Marks what leads to a marked node, until nothing changes. */
static void mark_back(struct check *check, bool *leads)
{
    const struct change_nodes *nodes = &check->facts->theory_of_change;
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 0; i < nodes->count; i++)
            for (size_t l = 0; l < nodes->at[i].leads_to.count && !leads[i]; l++) {
                uint32_t next = node_find(check, nodes->at[i].leads_to.at[l]);
                changed = changed || (leads[i] = next != UINT32_MAX && leads[next]);
            }
    }
}

void theory_paths(struct check *check)
{
    const struct change_nodes *nodes = &check->facts->theory_of_change;
    bool *leads = ARENA_ARRAY(check->scratch, bool, nodes->count + 1), impact = false;
    for (uint32_t i = 0; i < nodes->count; i++)
        impact = (leads[i] = nodes->at[i].level == LEVEL_IMPACT) || impact;
    if (nodes->count && !impact)
        REPORT(check->diagnostics, nodes->at[0].row.at, MSG_impact_missing);
    if (!impact || nodes->count > 5000)
        return;
    mark_back(check, leads);
    for (uint32_t i = 0; i < nodes->count; i++)
        if (nodes->at[i].level == LEVEL_ACTIVITY && !leads[i])
            REPORT(check->diagnostics, nodes->at[i].row.at, MSG_activity_without_impact, {nodes->at[i].node});
}

void theory_reviewed(struct check *check)
{
    const struct change_nodes *nodes = &check->facts->theory_of_change;
    struct date today = practice_today(check), last = DATE_NONE;
    for (uint32_t i = 0; i < nodes->count; i++)
        if (date_is(nodes->at[i].reviewed_on) && nodes->at[i].reviewed_on.day > last.day)
            last = nodes->at[i].reviewed_on;
    if (nodes->count && date_is(today) && (!date_is(last) || last.day + 366 < today.day))
        REPORT(check->diagnostics, nodes->at[0].row.at, MSG_theory_not_reviewed);
}

void theory_levels(struct check *check)
{
    const struct facts *facts = check->facts;
    const struct change_nodes *nodes = &facts->theory_of_change;
    uint32_t measured = facts->resources.count ? 1u << LEVEL_INPUT : 0, said = 0;
    for (size_t i = 1; i < facts->indicators.count; i++) {
        uint32_t node = node_find(check, facts->indicators.at[i].node);
        int level = facts->indicators.at[i].level ? facts->indicators.at[i].level
                    : node != UINT32_MAX          ? nodes->at[node].level
                                                  : 0;
        measured |= 1u << level;
    }
    for (uint32_t i = 0; i < nodes->count; i++) {
        uint32_t bit = 1u << nodes->at[i].level;
        if (nodes->at[i].level && !(measured & bit) && !(said & bit))
            REPORT(check->diagnostics, nodes->at[i].row.at, MSG_level_not_measured, {nodes->at[i].node});
        said |= bit;
    }
}

void indicators_on_nodes(struct check *check)
{
    const struct facts *facts = check->facts;
    const struct names *names = names_of(check, "theory_of_change");
    for (size_t i = 1; i < facts->indicators.count; i++) {
        const struct indicator *indicator = &facts->indicators.at[i];
        struct place place = row_place(&indicator->row, columns_of("indicators"), "node");
        if (!indicator->node.length && indicator->scope == SCOPE_SHARED)
            REPORT(check->diagnostics, place, MSG_indicator_without_node, {indicator->id});
        else if (indicator->node.length && node_find(check, indicator->node) == UINT32_MAX)
            REPORT(check->diagnostics, place, MSG_unknown_node,
                   {indicator->node, names_instead(check, check->scratch, names, indicator->node)});
    }
}

/* ---- objectives, roles, priorities ---- */

void objectives_measured(struct check *check)
{
    const struct objectives *objectives = &check->facts->objectives;
    for (size_t i = 1; i < objectives->count; i++) {
        const struct objective *o = &objectives->at[i];
        if (o->state != OBJECTIVE_DROPPED && (!o->indicator.id.length || !o->target.length))
            REPORT(check->diagnostics, o->row.at, MSG_objective_not_measured, {o->id});
    }
}

void roles_assigned(struct check *check)
{
    const struct facts *facts = check->facts;
    unsigned *answers = ARENA_ARRAY(check->scratch, unsigned, facts->objectives.count + 1);
    for (size_t i = 0; i < facts->roles.count; i++) {
        const struct role *role = &facts->roles.at[i];
        answers[role->objective.index] += role->role == ROLE_ACCOUNTABLE;
        if (!role->person.length)
            REPORT(check->diagnostics, role->row.at, MSG_role_vacant, {role->objective.id});
    }
    for (size_t i = 1; i < facts->objectives.count; i++)
        if (facts->objectives.at[i].state != OBJECTIVE_DROPPED && answers[i] != 1)
            REPORT(check->diagnostics, facts->objectives.at[i].row.at, MSG_accountable_not_one,
                   {facts->objectives.at[i].id, said_count(check, answers[i])});
}

/* The sixth kept for the same year is one too many. */
static void check_priority(struct check *check, const struct priority *priority, uint32_t *kept)
{
    size_t year = period_is(priority->year) ? (size_t)(priority->year.first / 12) % YEARS : 0;
    if (priority->state == PRIORITY_KEPT && ++kept[year] == 6)
        REPORT(check->diagnostics, priority->row.at, MSG_priorities_many);
    if (priority->state == PRIORITY_DROPPED && !priority->reason.length)
        REPORT(check->diagnostics, priority->row.at, MSG_dropped_without_reason, {priority->label});
}

void priorities_few(struct check *check)
{
    const struct facts *facts = check->facts;
    uint32_t kept[YEARS] = {0};
    size_t shared = 0;
    for (size_t i = 0; i < facts->priorities.count; i++)
        check_priority(check, &facts->priorities.at[i], kept);
    for (size_t i = 1; i < facts->indicators.count; i++)
        if (facts->indicators.at[i].scope == SCOPE_SHARED && ++shared == 16)
            REPORT(check->diagnostics, facts->indicators.at[i].row.at, MSG_indicators_many);
}
