#include "total.h"

#include <string.h>

struct quantity quantity_exact(struct decimal value)
{
    return (struct quantity){.is = true, .exact = true, .decimal = value, .approximate = decimal_double(value)};
}

struct quantity quantity_double(double value)
{
    return (struct quantity){.is = true, .approximate = value};
}

static bool same_date(struct date a, struct date b)
{
    return a.day == b.day;
}

static void add_value(struct arena *arena, struct total *total, struct decimal value)
{
    size_t i = total->values.count;
    (void)PUSH(arena, &total->values);
    for (; i > 0 && decimal_compare(total->values.at[i - 1], value) > 0; i--)
        total->values.at[i] = total->values.at[i - 1];
    total->values.at[i] = value;
}

static void add_answer(struct arena *arena, struct shares *shares, struct decimal answer, struct decimal count)
{
    size_t i = shares->count;
    while (i > 0 && decimal_compare(shares->at[i - 1].answer, answer) > 0)
        i--;
    if (i > 0 && decimal_compare(shares->at[i - 1].answer, answer) == 0) {
        decimal_add(&shares->at[i - 1].count, count);
        return;
    }
    (void)PUSH(arena, shares);
    memmove(shares->at + i + 1, shares->at + i, (shares->count - 1 - i) * sizeof *shares->at);
    shares->at[i] = (struct share){answer, count};
}

/* The rows of one slot, one an answer, stand together. */
static void add_answers(struct arena *arena, struct total *total, const struct gauge *gauge, uint32_t source)
{
    const struct observations *all = &gauge->measures->facts->observations;
    const struct observation *first = &all->at[source];
    for (const struct observation *at = first; at < all->at + all->count; at++) {
        struct decimal answer, count;
        if (at->indicator != first->indicator || at->laureate != first->laureate || at->category != first->category ||
            at->month != first->month || at->period_kind != first->period_kind)
            return;
        if (part_said(&gauge->rule, at, &answer, &count) == SAID_VALUE)
            add_answer(arena, &total->shares, answer, count);
    }
}

static void add_text(struct arena *arena, struct total *total, const struct gauge *gauge, uint32_t source)
{
    const struct facts *facts = gauge->measures->facts;
    struct buffer text = {.arena = arena};
    buffer_add(&text, total->text);
    if (total->text.length)
        buffer_byte(&text, '\n');
    buffer_add(&text, facts->notes.at[facts->observations.at[source].note].text);
    total->text = buffer_str(&text);
}

static void add_simple(struct total *total, const struct part *part)
{
    bool single = decimal_compare(part->second, decimal_int(1)) == 0;
    total->fractions |= !single;
    total->simple += decimal_ratio(part->first, decimal_int(1), part->second);
    total->overflow |= !decimal_add(&total->first, part->first);
    total->overflow |= !decimal_add(&total->second, decimal_int(1));
}

/* One number after another, and nothing beside their sum. */
static bool is_sum(const struct gauge *gauge)
{
    return gauge->rule.parts == PARTS_VALUE && gauge->rule.group == GROUP_SUM && gauge->rule.time != TIME_SPAN;
}

/* Apart from total_add, which is quicker without it. */
static __attribute__((noinline)) void add_numbers(struct arena *arena, struct total *total, const struct gauge *gauge,
                                                  const struct part *part)
{
    switch (gauge->rule.group) {
    case GROUP_SHARES:
        add_answers(arena, total, gauge, part->source);
        return;
    case GROUP_LIST:
        add_text(arena, total, gauge, part->source);
        return;
    case GROUP_SIMPLE:
        add_simple(total, part);
        return;
    case GROUP_MEDIAN:
        add_value(arena, total, part->first);
        break;
    default:
        break;
    }
    bool spans = gauge->rule.group == GROUP_SPAN, quotient = gauge->rule.quotient;
    if (spans && (!total->count || decimal_compare(part->first, total->largest) > 0))
        total->largest = part->first;
    total->overflow |= !decimal_add(&total->first, part->first);
    /* A value is a range of one number where another laureate's is wider. */
    if (quotient || gauge->rule.time == TIME_SPAN)
        total->overflow |= !decimal_add(&total->second, quotient || part->range ? part->second : part->first);
}

static void add_counts(struct total *total, const struct part *part)
{
    total->expected += part->expected;
    total->received += part->received;
    total->slots_expected += part->slots_expected;
    total->slots_received += part->slots_received;
    total->statuses |= part->statuses;
    total->empty |= part->empty;
}

static __attribute__((noinline)) void add_flow(struct total *total, const struct part *part)
{
    total->flow_missing |= !part->flow_has;
    total->flows++;
    if (part->flow_has)
        total->overflow |= !decimal_add(&total->flow, part->flow);
}

void total_add(struct arena *arena, struct total *total, const struct gauge *gauge, const struct part *part)
{
    add_counts(total, part);
    if (part->flow_asked)
        add_flow(total, part);
    if (!part->has || part->empty)
        return;
    total->in_parts |= part->in_parts;
    total->range |= part->range;
    total->opaque |= part->opaque;
    total->dates_differ |= total->count && !same_date(total->as_of, part->as_of);
    if (!total->count || part->as_of.day > total->as_of.day)
        total->as_of = part->as_of;
    if (is_sum(gauge))
        total->overflow |= !decimal_add(&total->first, part->first);
    else
        add_numbers(arena, total, gauge, part);
    total->count++;
}

/* ---- numbers ---- */

static bool divided(struct decimal *value, int64_t by)
{
    const int128 most = (int128)1000000000000000000 * 1000000000000000000;
    struct decimal wide = *value;
    for (int places = 0; places <= 3; places++) {
        if (wide.units % by == 0) {
            *value = (struct decimal){wide.units / by, wide.scale};
            return true;
        }
        if (wide.units > most || wide.units < -most)
            return false;
        wide = (struct decimal){wide.units * 10, (uint8_t)(wide.scale + 1)};
    }
    return false;
}

struct quantity total_whole(struct decimal value, bool in_parts)
{
    if (!in_parts || divided(&value, MEAN_PARTS))
        return quantity_exact(value);
    return quantity_double(decimal_ratio(value, decimal_int(1), decimal_int(MEAN_PARTS)));
}

static struct quantity quotient(const struct gauge *gauge, const struct total *total)
{
    const struct maybe *multiplier = &gauge->indicator->multiplier;
    struct decimal factor = multiplier->is ? decimal_of(multiplier->number) : decimal_int(1);
    if (total->opaque || decimal_sign(total->second) == 0)
        return (struct quantity){0};
    return quantity_double(decimal_ratio(total->first, factor, total->second));
}

static struct quantity middle(const struct decimals *values)
{
    struct decimal low = values->at[(values->count - 1) / 2], high = values->at[values->count / 2];
    if (!decimal_add(&low, high) || !divided(&low, 2))
        return (struct quantity){0};
    return quantity_exact(low);
}

static struct quantity simple(const struct total *total)
{
    if (total->fractions)
        return quantity_double(total->simple / total->count);
    return quantity_double(decimal_ratio(total->first, decimal_int(1), total->second));
}

static bool is_span(const struct gauge *gauge, const struct total *total, bool alone)
{
    return total->range || (gauge->rule.group == GROUP_SPAN && !alone && total->count > 1);
}

static struct quantity low_end(const struct gauge *gauge, const struct total *total, bool alone)
{
    return quantity_exact(gauge->rule.group == GROUP_SPAN && !alone ? total->largest : total->first);
}

static struct quantity high_end(const struct total *total)
{
    return quantity_exact(total->range ? total->second : total->first);
}

bool total_value(const struct gauge *gauge, const struct total *total, bool alone, struct quantity *value)
{
    enum group_rule group = gauge->rule.group;
    *value = (struct quantity){0};
    if (!total->count || total->overflow ||
        (!alone && (group == GROUP_NONE || (gauge->rule.same_date && total->dates_differ))))
        return false;
    if (group == GROUP_SIMPLE)
        *value = simple(total);
    else if (group == GROUP_SHARES || group == GROUP_LIST)
        return false;
    else if (gauge->rule.quotient)
        *value = quotient(gauge, total);
    else if (group == GROUP_MEDIAN)
        *value = middle(&total->values);
    else if (!is_span(gauge, total, alone))
        *value = total_whole(total->first, total->in_parts);
    else if (decimal_compare(low_end(gauge, total, alone).decimal, high_end(total).decimal) == 0)
        *value = high_end(total);
    return value->is;
}

/* ---- state ---- */

static enum figure_state state_of(const struct gauge *gauge, const struct total *total, const struct figure *figure)
{
    const struct programme *programme = &gauge->measures->facts->programme;
    uint64_t share = (uint64_t)total->slots_received * 100, of = total->slots_expected;
    bool said = figure->value.is || figure->share_count || figure->text.length;
    bool range = figure->low.is && !figure->value.is;
    if (!total->count && total->empty)
        return FIGURE_NOT_APPLICABLE;
    if (!of)
        return said ? FIGURE_COMPLETE : FIGURE_NOT_APPLICABLE;
    if (share < of * (uint64_t)programme->partial)
        return FIGURE_NONE;
    if (!said && !range && !total->opaque)
        return gauge->rule.quotient && total->count && decimal_sign(total->first) == 0 ? FIGURE_NOT_APPLICABLE
                                                                                       : FIGURE_NONE;
    if (range || total->opaque)
        return FIGURE_RANGE;
    return share >= of * (uint64_t)programme->complete ? FIGURE_COMPLETE : FIGURE_PARTIAL;
}

static void numbers(const struct gauge *gauge, const struct total *total, bool alone, struct figure *figure)
{
    bool fits = !total->overflow && (alone || gauge->rule.group != GROUP_NONE);
    total_value(gauge, total, alone, &figure->value);
    if (fits && gauge->rule.group == GROUP_MEDIAN && total->count && !alone) {
        figure->low = quantity_exact(total->values.at[0]);
        figure->high = quantity_exact(total->values.at[total->values.count - 1]);
    } else if (fits && !gauge->rule.quotient && is_span(gauge, total, alone) && !figure->value.is && total->count) {
        figure->low = low_end(gauge, total, alone);
        figure->high = high_end(total);
    }
    if (fits && gauge->rule.quotient && (total->count || total->empty) && !total->opaque) {
        figure->numerator = total_whole(total->first, total->in_parts);
        figure->denominator = total_whole(total->second, total->in_parts);
    }
    if (fits && gauge->rule.parts == PARTS_YES && total->count && !alone) {
        figure->numerator = quantity_exact(total->first);
        figure->denominator = quantity_exact(decimal_int(total->expected));
    }
    if (fits && gauge->rule.cumulative && total->flows && !total->flow_missing &&
        (alone || gauge->rule.group != GROUP_SPAN))
        figure->flow = quantity_exact(total->flow);
}

static void withdraw(struct figure *figure)
{
    figure->value = figure->flow = figure->low = figure->high = (struct quantity){0};
    figure->numerator = figure->denominator = (struct quantity){0};
    figure->shares = NULL;
    figure->share_count = 0;
    figure->text = STR_NONE;
}

void total_figure(const struct gauge *gauge, const struct total *total, bool alone, struct figure *figure)
{
    figure->received = total->received;
    figure->expected = total->expected;
    figure->observations_received = total->slots_received;
    figure->observations_expected = total->slots_expected;
    figure->statuses = total->statuses;
    numbers(gauge, total, alone, figure);
    figure->shares = total->shares.at;
    figure->share_count = total->shares.count;
    figure->text = total->text;
    figure->state = state_of(gauge, total, figure);
    if (figure->state == FIGURE_NONE)
        withdraw(figure);
    figure->without_deduplication = gauge->rule.unique && !alone && total->count > 1;
    figure->simple_mean = gauge->rule.group == GROUP_SIMPLE && !alone;
    bool dated = gauge->rule.time == TIME_DATED || gauge->rule.time == TIME_LATEST || gauge->rule.parts == PARTS_YES;
    if (dated && total->count && (alone || !total->dates_differ))
        figure->as_of = total->as_of;
}

struct quantity total_shown(const struct gauge *gauge, const struct total *total, bool alone)
{
    struct figure figure = {.state = FIGURE_NONE};
    total_figure(gauge, total, alone, &figure);
    return figure.value;
}

static bool quantities_differ(struct quantity a, struct quantity b)
{
    return a.exact && b.exact ? decimal_compare(a.decimal, b.decimal) != 0 : a.approximate != b.approximate;
}

static int quantities_compare(struct quantity a, struct quantity b)
{
    if (a.exact && b.exact)
        return decimal_compare(a.decimal, b.decimal);
    return (a.approximate > b.approximate) - (a.approximate < b.approximate);
}

/* What the coordination counts itself may lie in the range that laureates leave; outside, one of them is wrong. */
static void compare_range(const struct figure *computed, struct figure *figure)
{
    if (computed->value.is || !computed->low.is || !computed->high.is || !figure->value.is)
        return;
    bool whole =
        computed->received == computed->expected && computed->observations_received == computed->observations_expected;
    bool above = whole && quantities_compare(figure->value, computed->high) > 0; /* who is missing may add to it */
    if (above || quantities_compare(figure->value, computed->low) < 0) {
        figure->computed_low = computed->low;
        figure->computed_high = computed->high;
    }
}

void total_own(const struct gauge *gauge, const struct total *own, struct figure *figure)
{
    struct figure computed = *figure;
    withdraw(figure);
    total_figure(gauge, own, true, figure);
    figure->received = computed.received;
    figure->expected = computed.expected;
    figure->observations_received = computed.observations_received;
    figure->observations_expected = computed.observations_expected;
    figure->own = true;
    if (figure->state != FIGURE_NOT_APPLICABLE)
        figure->state = FIGURE_COMPLETE;
    if (computed.value.is && figure->value.is && quantities_differ(computed.value, figure->value))
        figure->computed = computed.value;
    compare_range(&computed, figure);
}
