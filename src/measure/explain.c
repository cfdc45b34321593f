/* A figure in words: its rule, and the computation spelled out with its numbers. */
#include "batch.h"
#include "subjects.h"
#include "words.h"

#define TERMS_MAX 12

struct telling {
    struct arena *arena;
    const struct measures *measures;
    const struct gauge *gauge;
    enum language language;
    struct figure_key key;
    const struct figure *figure;
    struct window window;
    struct buffer out;
};

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

/* ---- what is added up ---- */

/* One addend with its name; beyond the first dozen only their sum is told. */
struct addends {
    struct buffer first, second; /* of a quotient: numerators, denominators */
    struct decimal rest, rest_second;
    uint32_t told, untold;
};

static void add_one(const struct telling *t, struct buffer *out, struct str label, struct decimal value, bool named)
{
    bool minus = decimal_sign(value) < 0;
    if (out->count)
        buffer_add(out, minus ? STR(" − ") : STR(" + "));
    if (out->count && minus)
        value.units = -value.units;
    buffer_add(out, exact(t, value));
    if (named)
        buffer_print(out, " (%.*s)", STR_ARG(label));
}

static void addend(const struct telling *t, struct addends *addends, struct str label, struct decimal first,
                   struct decimal second)
{
    if (addends->told == TERMS_MAX) {
        decimal_add(&addends->rest, first);
        decimal_add(&addends->rest_second, second);
        addends->untold++;
        return;
    }
    addends->told++;
    add_one(t, &addends->first, label, first, true);
    add_one(t, &addends->second, label, second, false);
}

static struct str addends_close(const struct telling *t, const struct addends *addends, struct buffer *side,
                                struct decimal rest)
{
    if (addends->untold)
        SAY(side, t->language, SENTENCE_MORE, exact(t, rest), count(t, addends->untold));
    struct str text = buffer_str(side);
    return addends->told + addends->untold > 1 ? str_print(t->arena, "(%.*s)", STR_ARG(text)) : text;
}

static struct str label_of(const struct telling *t, uint32_t laureate)
{
    const struct laureate *row = &t->measures->facts->laureates.at[laureate];
    return row->short_name.length ? row->short_name : row->name.length ? row->name : row->id;
}

/* Over laureates: each one's part. */
static struct addends over_laureates(const struct telling *t)
{
    struct addends addends = {.first = {.arena = t->arena}, .second = {.arena = t->arena}};
    const bool *members = subject_members(t->arena, t->measures->facts, t->key.subject);
    struct track *track = track_new(t->arena, t->gauge);
    for (uint32_t laureate = 1; laureate < t->measures->facts->laureates.count; laureate++) {
        struct span span = gauge_span(t->gauge, laureate);
        struct part part;
        if (members && !members[laureate])
            continue;
        track_fill(track, laureate, t->key.category);
        part_measure(track, &span, &t->window, &part);
        if (part.has && !part.empty && !part.in_parts)
            addend(t, &addends, label_of(t, laureate), part.first, part.second);
    }
    return addends;
}

/* Whether the sub-periods add up to the value; else it comes from the last one, or from several in several ways. */
static bool adds_over_time(const struct telling *t)
{
    enum time_rule time = t->gauge->rule.time;
    bool all = t->window.first != t->window.last_due && (time == TIME_SUM || time == TIME_MEAN || time == TIME_SPAN);
    for (size_t i = 0; i < t->gauge->term_count; i++)
        all &= t->gauge->terms[i]->rule.time == TIME_SUM;
    return all;
}

/* Over time: each sub-period of one laureate. */
static struct addends over_time(const struct telling *t, uint32_t laureate)
{
    struct addends addends = {.first = {.arena = t->arena}, .second = {.arena = t->arena}};
    if (!adds_over_time(t) && t->figure->numerator.exact && t->figure->denominator.exact) {
        addend(t, &addends, period_words(t->arena, t->language, t->key.period, t->gauge->year_start),
               t->figure->numerator.decimal, t->figure->denominator.decimal);
        return addends;
    }
    struct track *track = track_new(t->arena, t->gauge);
    struct span span = gauge_span(t->gauge, laureate);
    track_fill(track, laureate, t->key.category);
    for (int32_t slot = t->window.first; slot <= t->window.last_due; slot++) {
        struct period period = slot_period(t->gauge->kind, slot, t->gauge->year_start);
        struct window window = gauge_window(t->gauge, period, false);
        struct part part;
        part_measure(track, &span, &window, &part);
        struct decimal value = part.first;
        if (part.in_parts)
            value = decimal_from_double(decimal_ratio(value, decimal_int(1), decimal_int(MEAN_PARTS)), 6);
        if (part.has && !part.empty)
            addend(t, &addends, period_words(t->arena, t->language, period, t->gauge->year_start), value, part.second);
    }
    return addends;
}

/* ---- sentences ---- */

static bool alone(const struct telling *t)
{
    return t->key.subject.kind == SUBJECT_LAUREATE;
}

static void tell_quotient(struct telling *t, struct addends *addends)
{
    const struct maybe *multiplier = &t->gauge->indicator->multiplier;
    struct str over = addends_close(t, addends, &addends->first, addends->rest);
    struct str under = addends_close(t, addends, &addends->second, addends->rest_second);
    struct str result = number(t, t->figure->value);
    if (t->gauge->rule.group == GROUP_SIMPLE && !alone(t))
        SAY(&t->out, t->language, SENTENCE_SIMPLE, buffer_str(&addends->first),
            count(t, addends->told + addends->untold), result);
    else if (multiplier->is)
        SAY(&t->out, t->language, SENTENCE_QUOTIENT, over, under, exact(t, decimal_of(multiplier->number)), result);
    else
        SAY(&t->out, t->language, SENTENCE_QUOTIENT_PLAIN, over, under, result);
}

static bool is_quotient(const struct telling *t)
{
    return t->gauge->rule.parts == PARTS_QUOTIENT || t->gauge->rule.parts == PARTS_TERMS ||
           t->gauge->rule.parts == PARTS_WEIGHTED;
}

static void tell_sum(struct telling *t, struct addends *addends)
{
    uint32_t parts = addends->told + addends->untold;
    if (addends->untold)
        SAY(&addends->first, t->language, SENTENCE_MORE, exact(t, addends->rest), count(t, addends->untold));
    struct str text = buffer_str(&addends->first), result = number(t, t->figure->value);
    if (t->figure->low.is && !t->figure->value.is)
        SAY(&t->out, t->language, SENTENCE_RANGE, number(t, t->figure->low), number(t, t->figure->high));
    else if (t->gauge->rule.group == GROUP_MEDIAN && !alone(t))
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

/* One laureate's value from one row: nothing was added up. */
static void tell_one(struct telling *t)
{
    struct track *track = track_new(t->arena, t->gauge);
    struct span span = gauge_span(t->gauge, t->key.subject.laureate);
    struct period last = slot_period(t->gauge->kind, t->window.last_due, t->gauge->year_start);
    struct str result = number(t, t->figure->value);
    struct part part;
    track_fill(track, t->key.subject.laureate, t->key.category);
    part_measure(track, &span, &t->window, &part);
    if (part.kept)
        SAY(&t->out, t->language, SENTENCE_KEPT, result);
    else if (date_is(t->figure->as_of))
        SAY(&t->out, t->language, SENTENCE_DATED, result, date_words(t->arena, t->language, t->figure->as_of));
    else if (part.by_row)
        SAY(&t->out, t->language, SENTENCE_ROW, result,
            period_words(t->arena, t->language, t->key.period, t->gauge->year_start));
    else
        SAY(&t->out, t->language, SENTENCE_LAST, result,
            period_words(t->arena, t->language, last, t->gauge->year_start));
}

static void tell_value(struct telling *t)
{
    struct addends addends;
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
    else if (alone(t) && !adds_over_time(t) && !is_quotient(t) && t->figure->value.is)
        tell_one(t);
    else {
        addends = alone(t) ? over_time(t, t->key.subject.laureate) : over_laureates(t);
        if (is_quotient(t))
            tell_quotient(t, &addends);
        else
            tell_sum(t, &addends);
    }
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

static void tell_comparisons(struct telling *t)
{
    const struct figure *figure = t->figure;
    if (figure->progress.is && t->gauge->rule.flow)
        SAY(&t->out, t->language, SENTENCE_PROGRESS_FLOW, number(t, figure->progress), number(t, figure->target));
    else if (figure->progress.is)
        SAY(&t->out, t->language, SENTENCE_PROGRESS, number(t, figure->value), number(t, figure->baseline),
            number(t, figure->target), number(t, figure->progress));
    if (figure->change.is)
        SAY(&t->out, t->language, figure->change_is_points ? SENTENCE_CHANGE_POINTS : SENTENCE_CHANGE,
            number(t, figure->value), number(t, figure->previous), number(t, figure->change));
}

struct str measure_computation(struct arena *arena, const struct measures *measures, struct figure_key key)
{
    const struct gauge *gauge = &measures->gauges[key.indicator];
    const struct figure *figure = measure_figure(arena, measures, key, AUDIENCE_INTERNAL);
    struct telling t = {.arena = arena,
                        .measures = measures,
                        .gauge = gauge,
                        .language = measures->facts->programme.language,
                        .key = key,
                        .figure = figure,
                        .window = gauge_window(gauge, key.period, key.to_date),
                        .out = {.arena = arena}};
    bool told = figure->state == FIGURE_COMPLETE || figure->state == FIGURE_PARTIAL || figure->state == FIGURE_RANGE;
    if (told)
        tell_value(&t);
    else
        tell_nothing(&t);
    tell_basis(&t);
    tell_comparisons(&t);
    return buffer_str(&t.out);
}
