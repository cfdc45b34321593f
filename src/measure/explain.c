/* A figure in words: its rule, and the computation spelled out with its numbers. */
#include "addends.h"

enum { SENTENCES_ROOM = 160 }; /* most figures are told in less */

struct str measure_rule(struct arena *arena, const struct measures *measures, struct figure_key key)
{
    const struct facts *facts = measures->facts;
    const struct indicator *indicator = &facts->indicators.at[key.indicator];
    enum language language = facts->programme.language;
    struct buffer out = {.arena = arena};
    SAY(&out, language, key.subject.kind == SUBJECT_LAUREATE ? SENTENCE_RULE_ALONE : SENTENCE_RULE,
        rule_time_words(indicator, language), rule_group_words(indicator, language));
    if (key.category)
        SAY(&out, language, SENTENCE_CATEGORY, facts->categories.at[key.category].label,
            facts->categories.at[key.category].dimension);
    return buffer_str(&out);
}

static struct str number(const struct telling *t, struct quantity quantity)
{
    return number_words(t->arena, t->language, quantity);
}

static struct str exact(const struct telling *t, struct decimal decimal)
{
    return decimal_words(t->arena, t->language, decimal);
}

static struct str count(const struct telling *t, uint32_t n)
{
    return exact(t, decimal_int(n));
}

/* ---- sentences ---- */

static bool alone(const struct telling *t)
{
    return t->key.subject.kind == SUBJECT_LAUREATE;
}

static void tell_quotient(struct telling *t, struct parts_told *told)
{
    const struct maybe *multiplier = &t->gauge->indicator->multiplier;
    bool simple = t->gauge->rule.group == GROUP_SIMPLE && !alone(t);
    struct str over = addends_text(t, &told->first, !simple), under = addends_text(t, &told->second, true);
    struct str result = number(t, t->figure->value);
    if (simple)
        SAY(&t->out, t->language, SENTENCE_SIMPLE, over, count(t, addends_count(&told->first)), result);
    else if (multiplier->is)
        SAY(&t->out, t->language, SENTENCE_QUOTIENT, over, under, exact(t, decimal_of(multiplier->number)), result);
    else
        SAY(&t->out, t->language, SENTENCE_QUOTIENT_PLAIN, over, under, result);
}

/* "12 (A) + 3 (B) = 15", or the one part alone. */
static struct str sum_text(const struct telling *t, struct addends *addends, struct quantity sum)
{
    bool several = addends_count(addends) > 1;
    struct str text = addends_text(t, addends, false), result = number(t, sum);
    return several ? str_print(t->arena, "%.*s = %.*s", STR_ARG(text), STR_ARG(result)) : text;
}

static void tell_range(struct telling *t, struct parts_told *told)
{
    bool largest = alone(t) || t->gauge->rule.group == GROUP_SPAN;
    struct str low =
        largest ? str_print(t->arena, "%.*s (%.*s)", STR_ARG(exact(t, told->largest)), STR_ARG(told->largest_label))
                : sum_text(t, &told->first, t->figure->low);
    SAY(&t->out, t->language, SENTENCE_RANGE, low, sum_text(t, &told->second, t->figure->high));
}

static void tell_sum(struct telling *t, struct parts_told *told)
{
    if (addends_make_range(t)) {
        tell_range(t, told);
        return;
    }
    uint32_t parts = addends_count(&told->first);
    struct str text = addends_text(t, &told->first, false), result = number(t, t->figure->value);
    if (t->gauge->rule.group == GROUP_MEDIAN && !alone(t))
        SAY(&t->out, t->language, SENTENCE_MEDIAN, number(t, t->figure->low), number(t, t->figure->high), result, text);
    else if (t->gauge->rule.time == TIME_MEAN && alone(t))
        SAY(&t->out, t->language, SENTENCE_MEAN_OF_ENDS, text, count(t, parts), result);
    else if (t->gauge->rule.parts == PARTS_YES && !alone(t))
        SAY(&t->out, t->language, SENTENCE_YES, result, number(t, t->figure->denominator));
    else
        SAY(&t->out, t->language, SENTENCE_SUM, text, result);
}

static void tell_shares(struct telling *t)
{
    for (size_t i = 0; i < t->figure->share_count; i++)
        SAY(&t->out, t->language, SENTENCE_ANSWER, exact(t, t->figure->shares[i].answer),
            exact(t, t->figure->shares[i].count));
}

/* What the laureate's part is made of. */
static struct part part_of(const struct telling *t)
{
    struct track *track = track_new(t->arena, t->gauge);
    struct span span = gauge_span(t->gauge, t->key.subject.laureate);
    struct part part;
    track_fill(track, t->key.subject.laureate, t->key.category);
    part_measure(track, &span, &t->window, &part);
    return part;
}

static struct str slot_words(const struct telling *t, int32_t slot)
{
    return period_words(t->arena, t->language, slot_period(t->gauge->kind, slot, t->gauge->year_start),
                        t->gauge->year_start);
}

/* What a laureate answered is a word. */
static struct str value_words(const struct telling *t)
{
    bool yes = t->figure->value.approximate > 0;
    if (t->gauge->rule.parts != PARTS_YES)
        return number(t, t->figure->value);
    return t->language == LANGUAGE_FR ? (yes ? STR("oui") : STR("non")) : (yes ? STR("yes") : STR("no"));
}

/* One laureate's value from one row: nothing was added up. */
static void tell_one(struct telling *t, const struct part *part)
{
    struct str result = value_words(t);
    if (part->kept)
        SAY(&t->out, t->language, SENTENCE_KEPT, result);
    else if (part->by_row)
        SAY(&t->out, t->language, SENTENCE_ROW, result,
            period_words(t->arena, t->language, t->key.period, t->gauge->year_start));
    else if (date_is(t->figure->as_of))
        SAY(&t->out, t->language, SENTENCE_DATED, result, date_words(t->arena, t->language, t->figure->as_of));
    else
        SAY(&t->out, t->language, SENTENCE_LAST, result, slot_words(t, t->window.last_due));
}

static void tell_one_flow(struct telling *t, const struct part *part)
{
    struct quantity flow = t->figure->flow;
    if (part->flow_first == SLOT_NEVER) {
        SAY(&t->out, t->language, SENTENCE_FLOW_FROM_ZERO, number(t, flow), slot_words(t, part->flow_last));
        return;
    }
    struct decimal end = part->flow;
    struct track *track = track_new(t->arena, t->gauge);
    struct decimal before = decimal_int(0), unused;
    track_fill(track, t->key.subject.laureate, t->key.category);
    part_said(&t->gauge->rule, track_slot(track, part->flow_first), &before, &unused);
    decimal_add(&end, before);
    struct quantity start = quantity_exact(before);
    SAY(&t->out, t->language, SENTENCE_FLOW,
        str_print(t->arena, "%.*s (%.*s) − %.*s (%.*s)", STR_ARG(exact(t, end)),
                  STR_ARG(slot_words(t, part->flow_last)), STR_ARG(number(t, start)),
                  STR_ARG(slot_words(t, part->flow_first))),
        number(t, flow));
}

/* A cumulative's own flow in the period, beside its level. */
static void tell_flow(struct telling *t)
{
    if (!t->figure->flow.is || t->figure->own)
        return;
    if (alone(t)) {
        struct part part = part_of(t);
        tell_one_flow(t, &part);
        return;
    }
    struct parts_told told = addends_over_laureates(t);
    SAY(&t->out, t->language, SENTENCE_FLOW, addends_text(t, &told.flow, false), number(t, t->figure->flow));
}

static void tell_parts(struct telling *t)
{
    struct part part = {.by_row = false};
    if (alone(t))
        part = part_of(t);
    if (alone(t) && t->figure->value.is && !t->gauge->rule.quotient && (part.by_row || !addends_are_sub_periods(t))) {
        tell_one(t, &part);
        return;
    }
    struct parts_told told = alone(t) ? addends_over_time(t, t->key.subject.laureate) : addends_over_laureates(t);
    (t->gauge->rule.quotient ? tell_quotient : tell_sum)(t, &told);
}

static void tell_value(struct telling *t)
{
    if (t->figure->own && t->figure->computed.is)
        SAY(&t->out, t->language, SENTENCE_OWN_INSTEAD, number(t, t->figure->value), number(t, t->figure->computed));
    else if (t->figure->own)
        SAY(&t->out, t->language, SENTENCE_OWN, number(t, t->figure->value));
    else if (t->figure->share_count)
        tell_shares(t);
    else if (t->figure->text.length)
        buffer_add(&t->out, t->figure->text);
    else if (t->figure->state == FIGURE_RANGE && !t->figure->low.is)
        SAY(&t->out, t->language, SENTENCE_OPAQUE, STR_NONE);
    else
        tell_parts(t);
}

static void tell_nothing(struct telling *t)
{
    const struct programme *programme = &t->measures->facts->programme;
    const struct figure *figure = t->figure;
    uint64_t share = (uint64_t)figure->observations_received * 100;
    if (figure->state == FIGURE_NOT_DUE && !t->window.asked)
        SAY(&t->out, t->language, SENTENCE_NOT_ASKED, STR_NONE);
    else if (figure->state == FIGURE_NOT_DUE)
        SAY(&t->out, t->language, SENTENCE_NOT_DUE,
            date_words(t->arena, t->language, measure_due(t->measures->facts, t->key.indicator, t->key.period)));
    else if (figure->state == FIGURE_NOT_APPLICABLE)
        SAY(&t->out, t->language, SENTENCE_NOT_APPLICABLE, STR_NONE);
    else if (share < (uint64_t)figure->observations_expected * (uint64_t)programme->partial)
        SAY(&t->out, t->language, SENTENCE_TOO_FEW, count(t, (uint32_t)programme->partial));
    else
        SAY(&t->out, t->language, SENTENCE_NO_TOTAL, STR_NONE);
}

static void tell_basis(struct telling *t)
{
    const struct figure *figure = t->figure;
    if (!figure->expected || alone(t))
        return;
    if (figure->observations_expected == figure->expected)
        SAY(&t->out, t->language, SENTENCE_BASIS, count(t, figure->received), count(t, figure->expected));
    else
        SAY(&t->out, t->language, SENTENCE_BASIS_SLOTS, count(t, figure->received), count(t, figure->expected),
            count(t, figure->observations_received), count(t, figure->observations_expected));
}

/* A fraction as people say it: 98,97 %. */
static struct str percent(const struct telling *t, struct quantity fraction)
{
    struct decimal shown = decimal_from_double(fraction.approximate * 100, 2);
    struct buffer text = {.arena = t->arena};
    buffer_add(&text, exact(t, shown));
    buffer_add(&text, t->language == LANGUAGE_FR ? STR("\u00A0%") : STR("%"));
    return buffer_str(&text);
}

static void tell_comparisons(struct telling *t)
{
    const struct figure *figure = t->figure;
    bool points = figure->change_is_points, answer = t->gauge->rule.parts == PARTS_YES && alone(t);
    struct str when = period_words(t->arena, t->language, figure->target_period, t->gauge->year_start);
    if (date_is(figure->since))
        SAY(&t->out, t->language, SENTENCE_SINCE, date_words(t->arena, t->language, figure->since));
    if (figure->progress.is && t->gauge->rule.flow)
        SAY(&t->out, t->language, SENTENCE_PROGRESS_FLOW, percent(t, figure->progress), number(t, figure->target),
            when);
    else if (figure->progress.is)
        SAY(&t->out, t->language, SENTENCE_PROGRESS, number(t, figure->value), number(t, figure->baseline),
            number(t, figure->target), percent(t, figure->progress), when);
    if (figure->series_broken && !answer)
        SAY(&t->out, t->language, SENTENCE_BROKEN, number(t, figure->previous));
    if (figure->change.is && !answer)
        SAY(&t->out, t->language, points ? SENTENCE_CHANGE_POINTS : SENTENCE_CHANGE, number(t, figure->value),
            number(t, figure->previous), points ? number(t, figure->change) : percent(t, figure->change));
    if (figure->change_like_for_like.is && !alone(t))
        SAY(&t->out, t->language, figure->like_for_like == 1 ? SENTENCE_LIKE_FOR_LIKE_ONE : SENTENCE_LIKE_FOR_LIKE,
            count(t, figure->like_for_like),
            points ? number(t, figure->change_like_for_like) : percent(t, figure->change_like_for_like));
}

struct str measure_computation(struct arena *arena, const struct measures *measures, const struct figure *figure)
{
    const struct figure_key key = figure->key;
    const struct gauge *gauge = &measures->gauges[key.indicator];
    struct telling t = {.arena = arena,
                        .measures = measures,
                        .gauge = gauge,
                        .language = measures->facts->programme.language,
                        .key = key,
                        .figure = figure,
                        .window = gauge_window(gauge, key.period, key.to_date),
                        .out = {.arena = arena}};
    buffer_expect(&t.out, SENTENCES_ROOM);
    bool told = figure->state == FIGURE_COMPLETE || figure->state == FIGURE_PARTIAL || figure->state == FIGURE_RANGE;
    if (told)
        tell_value(&t);
    else
        tell_nothing(&t);
    if (told)
        tell_flow(&t);
    tell_basis(&t);
    tell_comparisons(&t);
    return buffer_str(&t.out);
}
