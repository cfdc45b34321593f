/* Whether the other world could be real: its nodes keep the rules that every repository keeps. */
#include "mask_move.h"

/* What the categories of the first breakdown come to, but for what the total moves itself. */
static int total_missing(const struct move *seen, size_t who)
{
    const struct series *series = seen->series;
    const struct breakdown *breakdown = &series->breakdowns[0];
    int missing = 0;
    for (size_t i = 0; i < seen->step_count; i++) {
        uint32_t category = seen->steps[i].category;
        int sign = move_sign(seen, &seen->steps[i], who, 0);
        missing -= category ? 0 : sign;
        missing += category >= breakdown->first && category < breakdown->first + breakdown->count ? sign : 0;
    }
    return missing;
}

/* A total that was corrected goes with its categories there too. */
static void total_follow(struct move *seen)
{
    const struct series *series = seen->series;
    struct step total = {.follows = true};
    if (seen->slots > 1 || seen->slot[0] == SLOT_NOWHERE || seen->step_count == STEPS_MAX || series->answers ||
        !series->breakdown_count || !series->breakdowns[0].exclusive)
        return;
    for (size_t who = 0; who < seen->laureates; who++) {
        size_t node = series_node(series, seen->laureate[who], seen->slot[0], 0);
        if (series->filing[node] == FILING_HERE && series->version[seen->number == NUMBER_SECOND][node] != VERSION_ONLY)
            total.sign[who] = total_missing(seen, who);
    }
    if (total.sign[0] || total.sign[1])
        seen->steps[seen->step_count++] = total;
}

struct move move_seen(const struct move *move, struct series *view)
{
    struct move seen = *move;
    seen.series = view;
    seen.seen = true;
    for (size_t j = 0; j < move->slots; j++)
        seen.slot[j] = series_slot_in(move->series, view, move->slot[j]);
    total_follow(&seen);
    return seen;
}

/* In the view in which it was made, that a node is not there makes a move impossible; in others it has no part in it.
 */
static bool node_moves(const struct move *move, uint32_t laureate, uint32_t slot, uint32_t category)
{
    const struct series *series = move->series;
    if (slot == SLOT_NOWHERE)
        return false;
    size_t node = series_node(series, laureate, slot, category);
    uint8_t version = series->version[move->number == NUMBER_SECOND][node];
    return (!move->seen || series->filing[node] == FILING_HERE) &&
           (version == VERSION_ONLY || move->versions >> version & 1);
}

int move_sign(const struct move *move, const struct step *step, size_t who, size_t slot)
{
    int sign = slot && !move->run ? -step->sign[who] : step->sign[who];
    bool several = move->series->views->count > 1 && !step->follows;
    return several && sign && !node_moves(move, move->laureate[who], move->slot[slot], step->category) ? 0 : sign;
}

/* Units of a breakdown at a node before and after: exclusive categories never exceed their total, and add up to it
 * where they did. */
static int64_t step_at(const struct move *move, size_t who, size_t slot, uint32_t category)
{
    int64_t change = 0;
    for (size_t i = 0; i < move->step_count; i++)
        if (move->steps[i].category == category)
            change += move_sign(move, &move->steps[i], who, slot) * move->size;
    return change;
}

static bool breakdown_holds(const struct move *move, const struct breakdown *breakdown, size_t who, size_t slot)
{
    const struct series *series = move->series;
    const int64_t *values = series->node[move->number];
    size_t node = series_node(series, move->laureate[who], move->slot[slot], 0);
    int64_t before = 0, after = 0, total = values[node] + step_at(move, who, slot, 0);
    if (series->filing[node] != FILING_HERE)
        return true;
    for (uint32_t c = breakdown->first; c < breakdown->first + breakdown->count; c++) {
        if (series->filing[node + c] != FILING_HERE)
            continue;
        int64_t changed = values[node + c] + step_at(move, who, slot, c);
        if (changed > total && values[node + c] <= values[node])
            return false;
        before += values[node + c];
        after += changed;
    }
    /* More than the total: an earlier edition's, of which not all is known. */
    return !breakdown->exclusive || before > values[node] || (before == values[node] ? after == total : after <= total);
}

bool move_stays_small(const struct series *series, int number, int64_t value, int64_t changed)
{
    return !series_is_small(series, number, value) ||
           (changed >= series->unit && changed <= series->threshold - series->unit);
}

static bool possible_here(const struct move *move, uint32_t laureate, uint32_t slot, uint32_t category, int sign)
{
    const struct series *series = move->series;
    size_t at = series_node(series, laureate, slot, category);
    int64_t value = series->node[move->number][at], changed = value + sign * move->size;
    bool told = series->cells->visible && move->known < KNOWN_PRINTED;
    return series->filing[at] == FILING_HERE && (value < 0 || changed >= 0) &&
           (!told || move_stays_small(series, move->number, value, changed));
}

bool move_node_possible(const struct move *move, uint32_t laureate, uint32_t slot, uint32_t category, int sign)
{
    const struct views *views = move->series->views;
    if (views->count == 1)
        return possible_here(move, laureate, slot, category, sign);
    for (size_t v = 0; v < views->count; v++) {
        struct move seen = *move;
        seen.series = views->at[v];
        seen.seen = seen.series != move->series;
        uint32_t theirs = series_slot_in(move->series, seen.series, slot);
        if (node_moves(&seen, laureate, theirs, category) && !possible_here(&seen, laureate, theirs, category, sign))
            return false;
    }
    return move->series->filing[series_node(move->series, laureate, slot, category)] == FILING_HERE;
}

static bool node_holds(const struct move *move, size_t who, size_t slot)
{
    const struct series *series = move->series;
    size_t node = series_node(series, move->laureate[who], move->slot[slot], 0);
    for (size_t i = 0; i < move->step_count; i++) {
        int sign = move_sign(move, &move->steps[i], who, slot);
        size_t at = node + move->steps[i].category;
        int64_t changed = series->node[move->number][at] + sign * move->size;
        if (!sign)
            continue;
        if (!possible_here(move, move->laureate[who], move->slot[slot], move->steps[i].category, sign))
            return false;
        /* A part of a whole stays one. */
        bool share =
            !move->both && series->gauge->rule.parts == PARTS_QUOTIENT && series->node[0][at] <= series->node[1][at];
        if (share && (move->number == NUMBER_FIRST ? changed > series->node[1][at] : changed < series->node[0][at]))
            return false;
    }
    for (size_t b = 0; b < series->breakdown_count; b++)
        if (!breakdown_holds(move, &series->breakdowns[b], who, slot))
            return false;
    return true;
}

/* Unique persons of a longer period are no fewer than those of any of its sub-periods, and no more than all of them. */
static bool row_holds(const struct move *move, size_t who, uint32_t row, uint32_t category)
{
    const struct series *series = move->series;
    uint32_t sub_periods = series_sub_periods(series);
    uint32_t laureate = move->laureate[who];
    size_t long_node = series_node(series, laureate, sub_periods + row, category);
    int64_t sum = 0, limit = series->node[0][long_node];
    if (series->filing[long_node] != FILING_HERE)
        return true;
    for (size_t j = 0; j < move->slots; j++)
        if (move->slot[j] == sub_periods + row)
            limit += step_at(move, who, j, category);
    for (uint32_t slot = 0; slot < sub_periods; slot++) {
        size_t node = series_node(series, laureate, slot, category);
        struct period period =
            slot_period(series->gauge->kind, series->base + (int32_t)slot, series->gauge->year_start);
        if (series->filing[node] != FILING_HERE || !period_contains(series->rows[row], period))
            continue;
        int64_t value = series->node[0][node];
        for (size_t j = 0; j < move->slots; j++)
            if (move->slot[j] == slot)
                value += step_at(move, who, j, category);
        if (value > limit)
            return false;
        sum += value;
    }
    return sum >= limit || series->gauge->rule.time != TIME_SPAN;
}

static bool unique_holds(const struct move *move)
{
    const struct series *series = move->series;
    if (!series->gauge->rule.unique || series->answers)
        return true;
    for (size_t who = 0; who < move->laureates; who++)
        for (uint32_t row = 0; row < series->row_count; row++)
            for (size_t i = 0; i < move->step_count; i++)
                if (!row_holds(move, who, row, move->steps[i].category))
                    return false;
    return true;
}

static bool world_holds(const struct move *move)
{
    for (size_t who = 0; who < move->laureates; who++)
        for (size_t j = 0; j < move->slots; j++)
            if (move->slot[j] != SLOT_NOWHERE && !node_holds(move, who, j))
                return false;
    return unique_holds(move) && (move->known == KNOWN_NOTHING || move_wholes_hold(move));
}

static bool possible_in_views(const struct move *move)
{
    const struct views *views = move->series->views;
    for (size_t v = 0; v < views->count; v++) {
        if (views->at[v] == move->series)
            continue;
        struct move seen = move_seen(move, views->at[v]);
        if (!world_holds(&seen))
            return false;
    }
    return world_holds(move);
}

bool move_possible(const struct move *move)
{
    struct move second = *move;
    second.number = NUMBER_SECOND;
    return possible_in_views(move) && (!move->both || possible_in_views(&second));
}
