/* A move of what others are made of moves them with it: a level by all that came before, or where nobody knows what it
 * started from by all that came since, which leaves the latest as they are. */
#include "mask_move.h"

struct moved {
    const struct move *move;
    const struct holder *holder;
    int number; /* the level or sum, or the flow */
    uint32_t window, category;
    int64_t by[2]; /* by laureate of the move */
};

/* How often what is filed for a sub-period is in the laureate's figure. */
static int times_in(const struct series *whole, const struct use *use, int32_t slot, int number)
{
    enum time_rule time = whole->gauge->rule.time;
    if (number == NUMBER_FLOW)
        return use->flow_last >= 0 && slot > use->flow_first && slot <= use->flow_last;
    if (!use->has || use->spread)
        return 0;
    if (time == TIME_SUM)
        return slot >= use->first && slot <= use->last;
    if (whole->gauge->indicator->nature == NATURE_YEAR_TO_DATE)
        return slot <= use->last && period_equal(gauge_year(whole->gauge, slot + whole->base),
                                                 gauge_year(whole->gauge, use->last + whole->base));
    return whole->from_start ? slot <= use->last : -(slot > use->last);
}

static int64_t laureate_moves(const struct moved *moved, size_t who)
{
    const struct move *move = moved->move;
    const struct series *part = move->series, *whole = moved->holder->whole;
    const struct use *use = series_use(whole, move->laureate[who], moved->window, moved->category);
    int64_t times = 0;
    for (size_t i = 0; i < move->step_count; i++) {
        if (part->cells->categories[move->steps[i].category] != whole->cells->categories[moved->category])
            continue;
        for (size_t j = 0; j < move->slots; j++)
            if (move->slot[j] != SLOT_NOWHERE && move->slot[j] < series_sub_periods(part))
                times += move_sign(move, &move->steps[i], who, j) *
                         times_in(whole, use, (int32_t)move->slot[j] + part->base - whole->base, moved->number);
    }
    return (int64_t)((int128)times * moved->holder->sign * move->size * whole->unit / part->unit);
}

/* What is known of a masked figure: it is not negative, and is small where it had to be masked for that. */
static bool subject_holds(const struct moved *moved, uint32_t subject)
{
    const struct move *move = moved->move;
    const struct series *whole = moved->holder->whole;
    const struct roster *roster = whole->cells->roster;
    size_t cell = mask_cell(whole->cells, subject, moved->window, moved->category);
    int64_t value = whole->value[moved->number][cell], changed = value;
    uint8_t printed = moved->number == NUMBER_FLOW ? CELL_FLOW_PRINTED : CELL_PRINTED;
    for (size_t who = 0; who < move->laureates; who++)
        changed += roster_holds(roster, subject, move->laureate[who]) ? moved->by[who] : 0;
    if (!(whole->cells->bits[cell] & printed) || value < 0)
        return true;
    return changed >= 0 && (!move_knows_small(move, whole, subject, moved->window) ||
                            move_stays_small(whole, moved->number, value, changed));
}

static bool figures_hold(struct moved *moved)
{
    const struct move *move = moved->move;
    const struct series *whole = moved->holder->whole;
    const struct roster *roster = whole->cells->roster;
    bool own = series_is_own(whole, moved->window, moved->category);
    for (size_t who = 0; who < move->laureates; who++)
        moved->by[who] = laureate_moves(moved, who);
    for (size_t who = 0; who < move->laureates; who++) {
        uint32_t laureate = move->laureate[who];
        if (!moved->by[who])
            continue;
        if (!subject_holds(moved, laureate) || (!own && !subject_holds(moved, 0)))
            return false;
        for (uint32_t i = roster->starts[laureate]; i < roster->starts[laureate + 1]; i++)
            if (!subject_holds(moved, roster->members[i]))
                return false;
    }
    return true;
}

static bool moves_category(const struct move *move, const struct series *whole, uint32_t category)
{
    for (size_t i = 0; i < move->step_count; i++)
        if (move->series->cells->categories[move->steps[i].category] == whole->cells->categories[category])
            return true;
    return false;
}

static bool whole_holds(const struct move *move, const struct holder *holder)
{
    static const int numbers[] = {NUMBER_FIRST, NUMBER_FLOW};
    const struct series *whole = holder->whole;
    struct moved moved = {.move = move, .holder = holder};
    for (moved.category = 0; moved.category < whole->cells->category_count; moved.category++) {
        if (!moves_category(move, whole, moved.category))
            continue;
        for (moved.window = 0; moved.window < whole->cells->window_count; moved.window++)
            for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++) {
                moved.number = numbers[n];
                if (whole->value[moved.number] && !figures_hold(&moved))
                    return false;
            }
    }
    return true;
}

bool move_wholes_hold(const struct move *move)
{
    const struct series *series = move->series;
    for (size_t i = 0; i < series->whole_count && !series->answers; i++)
        if (!whole_holds(move, &series->wholes[i]))
            return false;
    return true;
}
