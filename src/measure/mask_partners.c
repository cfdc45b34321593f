#include "mask_partners.h"

void best_add(struct best *best, uint32_t item, uint64_t rank)
{
    size_t i = best->count;
    if (i == best->room && best->rank[i - 1] <= rank)
        return;
    if (i == best->room)
        i--;
    else
        best->count++;
    for (; i > 0 && best->rank[i - 1] > rank; i--) {
        best->at[i] = best->at[i - 1];
        best->rank[i] = best->rank[i - 1];
    }
    best->at[i] = item;
    best->rank[i] = rank;
}

bool search_filed(const struct search *search, uint32_t laureate, uint32_t slot, uint32_t category)
{
    return search->series->filing[series_node(search->series, laureate, slot, category)] == FILING_HERE;
}

int64_t search_value(const struct search *search, uint32_t laureate, uint32_t slot, uint32_t category)
{
    int64_t value = search->series->node[search->move.number][series_node(search->series, laureate, slot, category)];
    return value < 0 ? -value : value;
}

/* A cell of one laureate and sub-period, as it stands in the first windows; masked already or not. */
bool search_masked(const struct search *search, uint32_t laureate, uint32_t slot, uint32_t category)
{
    const struct mask_cells *cells = search->series->cells;
    int32_t wanted = (int32_t)slot + search->series->base;
    for (uint32_t w = 0; w < cells->window_count; w++)
        if (mask_window_single(&cells->windows[w]) && cells->windows[w].first == wanted)
            return cells->bits[mask_cell(cells, laureate, w, search->series->answers ? 0 : category)] & CELL_MASKED;
    return false;
}

static bool possible(struct search *search)
{
    bool either = move_possible(&search->move);
    search->move.size = -search->move.size;
    either = either || move_possible(&search->move);
    search->move.size = -search->move.size;
    return either;
}

static void move_try(struct search *search)
{
    const struct aim_cell *target = search->target;
    size_t cell = mask_cell(target->series->cells, target->subject, target->window, target->category);
    for (int way = 0; way < 2; way++) {
        search->move.size = -search->move.size;
        uint64_t cost = move_cost(&search->move, search->cost);
        if (cost < search->cost && move_changes(&search->move, target->series, cell, target->number, target->answer)) {
            search->cost = cost;
            search->found = search->move;
        }
    }
}

/* ---- a second slot ---- */

/* Levels one after the other, shifted together: all runs of a few that hold the slot. */
static void runs_try(struct search *search)
{
    const struct series *series = search->series;
    uint32_t sub_periods = series_sub_periods(series), slot = search->move.slot[0];
    search->move.run = true;
    for (uint32_t start = slot < RUN ? 0 : slot - RUN; start <= slot; start++) {
        search->move.slots = 0;
        for (uint32_t end = start; end < sub_periods && end <= slot + RUN; end++) {
            search->move.slot[search->move.slots++] = end;
            if (end >= slot && end > start)
                move_try(search);
        }
    }
    search->move.run = false;
    search->move.slots = 1;
    search->move.slot[0] = slot;
}

static void slots_try(struct search *search)
{
    const struct series *series = search->series;
    enum time_rule time = series->gauge->rule.time;
    uint32_t sub_periods = series_sub_periods(series), slot = search->move.slot[0];
    struct best best = {.room = PARTNERS};
    search->move.slots = 1;
    move_try(search);
    if (series->gauge->rule.cumulative)
        runs_try(search);
    if ((time != TIME_SUM && time != TIME_MEAN) || slot >= sub_periods)
        return;
    search->move.slots = 2;
    for (uint32_t other = 0; other < sub_periods; other++) {
        search->move.slot[1] = other;
        bool here = other != slot && possible(search);
        uint64_t apart = other > slot ? other - slot : slot - other;
        if (here)
            best_add(&best, other,
                     apart * 2 + (search_masked(search, search->move.laureate[0], other, search->move.steps[0].category)
                                      ? 0u
                                      : 3u));
    }
    for (size_t i = 0; i < best.count; i++) {
        search->move.slot[1] = best.at[i];
        move_try(search);
    }
    search->move.slots = 1;
}

/* ---- categories ---- */

static bool adds_up(const struct search *search, const struct breakdown *breakdown, uint32_t laureate, uint32_t slot)
{
    int64_t sum = 0;
    bool any = false;
    for (uint32_t c = breakdown->first; c < breakdown->first + breakdown->count; c++)
        if (search_filed(search, laureate, slot, c)) {
            sum += search->series->node[search->move.number][series_node(search->series, laureate, slot, c)];
            any = true;
        }
    size_t total = series_node(search->series, laureate, slot, 0);
    return any && breakdown->exclusive && search->series->filing[total] == FILING_HERE &&
           sum == search->series->node[search->move.number][total];
}

enum { WAY_UP = 1, WAY_DOWN = 2, WAYS = 3 };

/* In which ways a node may go with the steps' size, so that a small count stays one and none becomes negative. */
static unsigned ways_of(const struct search *search, uint32_t laureate, uint32_t category, int sign)
{
    struct move alone = search->move;
    unsigned ways = 0;
    for (int way = 0; way < 2; way++) {
        alone.size = (way ? -1 : 1) * (search->move.size < 0 ? -search->move.size : search->move.size);
        if (move_node_possible(&alone, laureate, search->move.slot[0], category, sign))
            ways |= way ? WAY_DOWN : WAY_UP;
    }
    return ways;
}

/* The categories of a breakdown that it costs least to change, and that can go in one of these ways. */
static struct best others(const struct search *search, uint32_t laureate, const struct breakdown *breakdown,
                          uint32_t but, size_t wanted, int sign, unsigned ways)
{
    struct best best = {.room = wanted};
    uint32_t slot = search->move.slot[0];
    for (uint32_t c = breakdown->first; c < breakdown->first + breakdown->count; c++)
        if (c != but && search_filed(search, laureate, slot, c) && ways_of(search, laureate, c, sign) & ways) {
            int64_t value = search_value(search, laureate, slot, c) / search->series->unit;
            uint64_t rank = ((search_masked(search, laureate, slot, c) ? 0u : 1u) + (value ? 0u : 2u)) * 1024;
            best_add(&best, c, rank + (uint64_t)(value < 1023 ? value : 1023));
        }
    return best;
}

static void step_add(struct search *search, uint32_t category, int first, int second)
{
    if (search->move.step_count < STEPS_MAX)
        search->move.steps[search->move.step_count++] = (struct step){category, {first, second}, false};
}

/* ---- a second laureate ---- */

/* Groups that hold one of them and not the other change too. */
static uint64_t groups_apart(const struct roster *roster, uint32_t a, uint32_t b)
{
    uint64_t apart = 0;
    for (uint32_t i = roster->starts[a]; i < roster->starts[a + 1]; i++)
        apart += !roster_holds(roster, roster->members[i], b);
    for (uint32_t i = roster->starts[b]; i < roster->starts[b + 1]; i++)
        apart += !roster_holds(roster, roster->members[i], a);
    return apart;
}

static bool covers(const struct search *search, const struct breakdown *breakdown, size_t who)
{
    for (size_t i = 0; i < search->move.step_count; i++) {
        const struct step *step = &search->move.steps[i];
        if (step->sign[who] && step->category >= breakdown->first &&
            step->category < breakdown->first + breakdown->count)
            return true;
    }
    return false;
}

/* When the total moves, so does one category of every breakdown that adds up to it. */
static void steps_complete(struct search *search, size_t who, int sign)
{
    const struct series *series = search->series;
    uint32_t laureate = search->move.laureate[who];
    unsigned ways = WAYS;
    for (size_t i = 0; i < search->move.step_count; i++)
        if (search->move.steps[i].sign[who])
            ways &= ways_of(search, laureate, search->move.steps[i].category, search->move.steps[i].sign[who]);
    for (size_t b = 0; b < series->breakdown_count; b++) {
        const struct breakdown *breakdown = &series->breakdowns[b];
        if (covers(search, breakdown, who) || !adds_up(search, breakdown, laureate, search->move.slot[0]))
            continue;
        struct best best = others(search, laureate, breakdown, UINT32_MAX, 1, sign, ways);
        if (!best.count)
            continue;
        ways &= ways_of(search, laureate, best.at[0], sign);
        step_add(search, best.at[0], who ? 0 : sign, who ? sign : 0);
    }
}

/* The second laureate undoes what it can of the first one's steps, in its own categories where the first files none. */
static bool steps_undo(struct search *search, size_t count, uint32_t other)
{
    int total = 0;
    bool any = false;
    search->move.step_count = count;
    search->move.laureate[1] = other;
    for (size_t i = 0; i < count; i++) {
        struct step *step = &search->move.steps[i];
        step->sign[1] = search_filed(search, other, search->move.slot[0], step->category) ? -step->sign[0] : 0;
        any |= step->sign[1] != 0;
        if (!step->category && !search->series->answers)
            total = step->sign[1];
    }
    if (total)
        steps_complete(search, 1, total);
    return any && possible(search);
}

static void laureates_try(struct search *search)
{
    const struct roster *roster = search->series->cells->roster;
    uint32_t laureate = search->move.laureate[0], slot = search->move.slot[0];
    uint32_t category = search->move.steps[0].category;
    size_t count = search->move.step_count;
    struct best best = {.room = PARTNERS};
    search->move.laureates = 1;
    slots_try(search);
    search->move.laureates = 2;
    for (uint32_t other = 1; other < roster->laureates && laureate; other++) {
        if (other == laureate || !steps_undo(search, count, other))
            continue;
        int64_t value = search_value(search, other, slot, category) / search->series->unit;
        uint64_t apart =
            groups_apart(roster, laureate, other) * 3 + (search_masked(search, other, slot, category) ? 0u : 10u);
        apart += (search->move.step_count - count) * 4 + (value ? 0u : 4u);
        best_add(&best, other, apart * 64 + (uint64_t)(value < 63 ? value : 63));
    }
    for (size_t i = 0; i < best.count; i++) {
        steps_undo(search, count, best.at[i]);
        slots_try(search);
    }
    search->move.laureates = 1;
    search->move.step_count = count;
}

/* ---- steps between categories ---- */

static void steps_with_total(struct search *search, uint32_t category)
{
    search->move.step_count = 0;
    if (category)
        step_add(search, category, 1, -1);
    step_add(search, 0, 1, -1);
    steps_complete(search, 0, 1);
    laureates_try(search);
}

static void steps_between(struct search *search, const struct breakdown *breakdown, uint32_t category)
{
    struct best best = others(search, search->move.laureate[0], breakdown, category, STEPS, -1, WAYS);
    for (size_t i = 0; i < best.count; i++) {
        search->move.step_count = 0;
        step_add(search, category, 1, -1);
        step_add(search, best.at[i], -1, 1);
        laureates_try(search);
    }
}

static void step_alone(struct search *search, uint32_t category)
{
    search->move.step_count = 0;
    step_add(search, category, 1, -1);
    laureates_try(search);
}

void search_steps(struct search *search, uint32_t category)
{
    const struct series *series = search->series;
    if (series->answers) {
        struct breakdown all = {0, series->width, true};
        steps_between(search, &all, category);
        step_alone(search, category);
        return;
    }
    if (!category || search_filed(search, search->move.laureate[0], search->move.slot[0], 0))
        steps_with_total(search, category);
    for (size_t b = 0; b < series->breakdown_count && category; b++) {
        const struct breakdown *breakdown = &series->breakdowns[b];
        if (category < breakdown->first || category >= breakdown->first + breakdown->count)
            continue;
        if (breakdown->exclusive)
            steps_between(search, breakdown, category);
        step_alone(search, category);
    }
}
