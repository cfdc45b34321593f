#include "mask_move.h"

/* ---- what a move changes ---- */

struct effect {
    struct series *series;
    uint32_t subject, window, category, answer;
    int number;
    int64_t delta;
    bool linear; /* false: a range or a mean, whose new value is not followed */
};

/* Stops when it returns false. */
struct visitor {
    bool (*visit)(struct visitor *visitor, const struct effect *effect);
    const struct move *move;
    uint64_t cost, limit;
    const struct series *series;
    size_t cell;
    int number;
    uint32_t answer;
    bool found;
};

/* How often a laureate's changed nodes are in a window: with signs, and at all; and by how much the low end of its
 * range moves. */
struct touch {
    int net, flow;
    int64_t low;
    bool any;
};

static bool in_use(const struct use *use, int32_t slot)
{
    return use->has && slot >= use->first && slot <= use->last;
}

static bool is_range(const struct series *series)
{
    return series->gauge->rule.time == TIME_SPAN;
}

static int64_t node_after(const struct move *move, const struct step *step, size_t who, int32_t slot, uint32_t category)
{
    const struct series *series = move->series;
    int64_t value = series->node[NUMBER_FIRST][series_node(series, move->laureate[who], (uint32_t)slot, category)];
    for (size_t j = 0; j < move->slots; j++)
        if ((int32_t)move->slot[j] == slot)
            value += move_sign(move, step, who, j) * move->size;
    return value;
}

/* Unique persons are no fewer than in the largest sub-period: it may be another one afterwards, or still the same. */
static int64_t low_moved(const struct move *move, const struct step *step, size_t who, const struct use *use,
                         uint32_t category)
{
    static const struct step unmoved = {.sign = {0, 0}};
    int64_t before = 0, after = 0;
    for (int32_t slot = use->first; slot <= use->last; slot++) {
        int64_t old = node_after(move, &unmoved, who, slot, category);
        int64_t now = node_after(move, step, who, slot, category);
        before = old > before ? old : before;
        after = now > after ? now : after;
    }
    return after - before;
}

static struct touch touch_own(const struct move *move, const struct step *step, size_t who, uint32_t window,
                              uint32_t category)
{
    const struct use *use = series_use(move->series, move->laureate[who], window, category);
    struct touch touch = {0};
    for (size_t j = 0; j < move->slots && step->sign[who]; j++) {
        int sign = move_sign(move, step, who, j);
        int32_t slot = (int32_t)move->slot[j];
        if (in_use(use, slot)) {
            touch.net += sign;
            touch.any |= sign != 0;
        }
        touch.flow += use->flow_last == slot ? sign : 0;
        touch.flow -= use->flow_last >= 0 && use->flow_first == slot ? sign : 0;
    }
    touch.any &= use->spread || touch.net;
    if (is_range(move->series) && touch.any) {
        touch.low = low_moved(move, step, who, use, category);
        touch.any = touch.net || touch.low;
    }
    return touch;
}

static bool emit(struct visitor *visitor, struct effect *effect, const struct touch *touch, int number)
{
    bool unfollowed = number != NUMBER_FLOW && touch->any && !effect->linear;
    effect->number = number;
    /* A ratio counts in the units of its most exact term. */
    int64_t units = effect->series->unit / visitor->move->series->unit;
    effect->delta = (number == NUMBER_FLOW ? touch->flow : touch->net) * visitor->move->size * units;
    return (!effect->delta && !unfollowed) || visitor->visit(visitor, effect);
}

static bool emit_both(struct visitor *visitor, struct effect *effect, const struct touch *touch, int number)
{
    return emit(visitor, effect, touch, number) &&
           (!effect->series->value[NUMBER_FLOW] || emit(visitor, effect, touch, NUMBER_FLOW));
}

/* The programme and the groups: those that hold one of the two laureates, or both. */
static bool emit_groups(struct visitor *visitor, struct effect *effect, const struct touch *touches, bool spread,
                        int number)
{
    const struct roster *roster = effect->series->cells->roster;
    const struct move *move = visitor->move;
    enum group_rule rule = effect->series->gauge->rule.group;
    bool own = series_is_own(effect->series, effect->window, effect->category);
    if (rule == GROUP_NONE)
        return true;
    for (size_t who = 0; who < move->laureates; who++) {
        uint32_t laureate = move->laureate[who], from = roster->starts[laureate], until = roster->starts[laureate + 1];
        for (uint32_t i = from; i <= until; i++) {
            uint32_t subject = i == until ? 0 : roster->members[i];
            bool both = move->laureates == 2 && roster_holds(roster, subject, move->laureate[1 - who]);
            /* Held by both: seen with the first. The programme's own count is nobody's sum. */
            if ((both && who) || (!subject && own))
                continue;
            struct touch sum = touches[who];
            if (both) {
                sum.net += touches[1].net;
                sum.flow += touches[1].flow;
                sum.low += touches[1].low;
                sum.any |= touches[1].any;
                sum.any &= !is_range(effect->series) || sum.net || sum.low;
            }
            effect->subject = subject;
            effect->linear = !spread && rule != GROUP_SPAN && rule != GROUP_SIMPLE;
            if (!emit_both(visitor, effect, &sum, number))
                return false;
        }
    }
    return true;
}

static bool effects_of_step(struct visitor *visitor, const struct step *step, uint32_t window)
{
    const struct move *move = visitor->move;
    struct series *series = move->series;
    uint32_t category = series->answers ? 0 : step->category;
    struct effect effect = {
        .series = series, .window = window, .category = category, .answer = series->answers ? step->category : 0};
    struct touch touches[2] = {{0}, {0}};
    bool spread = false;
    for (size_t who = 0; who < move->laureates; who++) {
        const struct use *use = series_use(series, move->laureate[who], window, category);
        touches[who] = touch_own(move, step, who, window, category);
        effect.subject = move->laureate[who];
        effect.linear = !use->spread;
        spread |= use->spread;
        if (!emit_both(visitor, &effect, &touches[who], move->number))
            return false;
    }
    return !move->laureate[0] || emit_groups(visitor, &effect, touches, spread, move->number);
}

/* ---- ratios that read the series ---- */

/* All terms were given there: else the ratio does not read the sub-period at all. */
static bool ratio_given(const struct series *ratio, uint32_t laureate, uint32_t slot, uint32_t category)
{
    for (size_t i = 0; i < ratio->gauge->term_count; i++) {
        const struct series *term = ratio->terms[i];
        uint32_t theirs = mask_category_find(term->cells, category);
        if (theirs == UINT32_MAX || slot >= series_sub_periods(term) ||
            term->filing[series_node(term, laureate, slot, theirs)] != FILING_HERE)
            return false;
    }
    return true;
}

/* Whether the changed nodes are in the ratio's window, and as plain addends. */
static struct touch touch_ratio(const struct move *move, const struct link *link, const struct step *step, size_t who,
                                uint32_t window, uint32_t category, bool *plain)
{
    const struct series *series = move->series, *ratio = link->ratio;
    const struct use *use = series_use(ratio, move->laureate[who], window, category);
    uint32_t sub_periods = series_sub_periods(series), name = ratio->cells->categories[category];
    struct touch touch = {0};
    for (size_t j = 0; j < move->slots && use->has && step->sign[who]; j++) {
        int sign = move_sign(move, step, who, j) * link->sign;
        int32_t slot = (int32_t)move->slot[j];
        if (sign && (!link->plain || move->slot[j] >= sub_periods)) {
            touch.any = true;
            *plain = false;
            continue;
        }
        bool last = slot + series->base == ratio->cells->windows[window].last_due;
        bool read = sign && in_use(use, slot) && (last || !link->last) &&
                    ratio_given(ratio, move->laureate[who], move->slot[j], name);
        touch.net += read ? sign : 0;
    }
    return touch;
}

static bool effects_of_link(struct visitor *visitor, const struct link *link, const struct step *step)
{
    const struct move *move = visitor->move;
    uint32_t category = mask_category_find(link->ratio->cells, move->series->cells->categories[step->category]);
    if (category == UINT32_MAX)
        return true;
    for (uint32_t window = 0; window < link->ratio->cells->window_count; window++) {
        if (link->ratio->looked_at && !link->ratio->looked_at[window])
            continue;
        struct touch touches[2] = {{0}, {0}};
        struct effect effect = {.series = link->ratio, .window = window, .category = category};
        bool plain = true;
        for (size_t who = 0; who < move->laureates; who++)
            touches[who] = touch_ratio(move, link, step, who, window, category, &plain);
        for (size_t who = 0; who < move->laureates; who++) {
            effect.subject = move->laureate[who];
            effect.linear = plain;
            if (!emit(visitor, &effect, &touches[who], link->number))
                return false;
        }
        if (move->laureate[0] && !emit_groups(visitor, &effect, touches, !plain, link->number))
            return false;
    }
    return true;
}

static bool effects_here(struct visitor *visitor)
{
    const struct move *move = visitor->move;
    const struct series *series = move->series;
    for (size_t i = 0; i < move->step_count; i++) {
        for (uint32_t window = 0; window < series->cells->window_count; window++)
            if ((!series->looked_at || series->looked_at[window]) && !effects_of_step(visitor, &move->steps[i], window))
                return false;
        for (size_t k = 0; k < series->link_count && !series->answers; k++)
            if (!effects_of_link(visitor, &series->links[k], &move->steps[i]))
                return false;
    }
    return true;
}

/* In all views: first in the one in which the move was made. */
static bool effects_in_views(struct visitor *visitor)
{
    const struct move *move = visitor->move;
    const struct views *views = move->series->views;
    bool going = effects_here(visitor);
    for (size_t v = 0; v < views->count && going; v++) {
        if (views->at[v] == move->series)
            continue;
        struct move seen = move_seen(move, views->at[v]);
        visitor->move = &seen;
        going = effects_here(visitor);
    }
    visitor->move = move;
    return going;
}

static bool effects(struct visitor *visitor)
{
    const struct move *move = visitor->move;
    struct move second = *move;
    bool going = effects_in_views(visitor);
    if (!going || !move->both)
        return going;
    second.number = NUMBER_SECOND;
    visitor->move = &second;
    going = effects_in_views(visitor);
    visitor->move = move;
    return going;
}

/* ---- visits ---- */

static size_t effect_cell(const struct effect *effect)
{
    return mask_cell(effect->series->cells, effect->subject, effect->window, effect->category);
}

static size_t effect_value(const struct effect *effect)
{
    size_t cell = effect_cell(effect);
    return effect->series->answers ? cell * effect->series->width + effect->answer : cell;
}

/* What a reader loses: totals of the programme last, the smallest breakdown of one laureate first. */
static uint64_t weight(const struct effect *effect, int64_t value)
{
    const struct mask_cells *cells = effect->series->cells;
    const struct window *window = &cells->windows[effect->window];
    bool group = roster_is_group(cells->roster, effect->subject);
    uint64_t subject = !effect->subject ? 60 : group ? 4 : 3;
    uint64_t time = window->to_date              ? (effect->window + 1 == cells->window_count ? 6 : 1)
                    : mask_window_single(window) ? 3
                                                 : 4;
    uint64_t size = 0, left = (uint64_t)(value < 0 ? -value : value) / (uint64_t)effect->series->unit;
    for (; left && size < 12; left /= 2)
        size++;
    return subject * time * (effect->category ? 1 : 4) * (effect->number == NUMBER_FLOW ? 1 : 2) * 16 + size;
}

bool move_knows_small(const struct move *move, const struct series *series, uint32_t subject, uint32_t at)
{
    const struct window *window = &series->cells->windows[at];
    bool node = subject && !roster_is_group(series->cells->roster, subject) && mask_window_single(window);
    return move->known == KNOWN_SMALL || (move->known == KNOWN_SMALL_NODES && node);
}

static bool weigh(struct visitor *visitor, const struct effect *effect)
{
    const struct series *series = effect->series;
    uint8_t bits = series->cells->bits[effect_cell(effect)];
    bool flow = effect->number == NUMBER_FLOW;
    if (!series->cells->visible)
        return true;
    if (bits & (flow ? CELL_FLOW_KNOWN : CELL_KNOWN) && visitor->move->known < KNOWN_NOTHING)
        return visitor->found = false;
    if (!(bits & (flow ? CELL_FLOW_PRINTED : CELL_PRINTED)))
        return true;
    if (series->past && !(bits & (CELL_MASKED | CELL_FLOW_MASKED)))
        return true;
    int64_t value = series->value[effect->number][effect_value(effect)], changed = value + effect->delta;
    bool small = move_knows_small(visitor->move, series, effect->subject, effect->window);
    if (effect->linear && value >= 0 &&
        (changed < 0 || (small && !move_stays_small(series, effect->number, value, changed))))
        return visitor->found = false;
    if (!series->past && !(bits & CELL_MASKED) && !(flow && bits & CELL_FLOW_MASKED))
        visitor->cost += weight(effect, value);
    return visitor->found = visitor->cost < visitor->limit;
}

uint64_t move_cost(const struct move *move, uint64_t limit)
{
    struct visitor visitor = {.visit = weigh, .move = move, .limit = limit, .found = true};
    if (!move_possible(move))
        return MOVE_IMPOSSIBLE;
    return effects(&visitor) && visitor.found ? visitor.cost : MOVE_IMPOSSIBLE;
}

static bool is_uncertain(const struct effect *effect)
{
    int64_t value = effect->series->value[effect->number][effect_value(effect)];
    int64_t delta = effect->delta < 0 ? -effect->delta : effect->delta;
    return !effect->linear || delta >= series_uncertainty(effect->series, value);
}

/* A world that what is known gives the lie to hides nothing. */
static bool make(struct visitor *visitor, const struct effect *effect)
{
    uint8_t *bits = &effect->series->cells->bits[effect_cell(effect)];
    if (!effect->series->past)
        *bits |= effect->number == NUMBER_FLOW ? CELL_FLOW_MASKED : CELL_MASKED;
    if (visitor->move->known < KNOWN_PRINTED && is_uncertain(effect))
        effect->series->safe[effect->number][effect_value(effect)] = 1;
    return true;
}

void move_make(const struct move *move)
{
    struct visitor visitor = {.visit = make, .move = move};
    effects(&visitor);
}

static bool look(struct visitor *visitor, const struct effect *effect)
{
    bool same = effect->series == visitor->series && effect->number == visitor->number &&
                effect->answer == visitor->answer && effect_cell(effect) == visitor->cell;
    visitor->found |= same;
    return !same;
}

bool move_changes(const struct move *move, const struct series *series, size_t cell, int number, uint32_t answer)
{
    struct visitor visitor = {
        .visit = look, .move = move, .series = series, .cell = cell, .number = number, .answer = answer};
    effects(&visitor);
    return visitor.found;
}
