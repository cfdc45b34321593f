#include "addends.h"

#include "subjects.h"

#define TERMS_MAX 12

static void addends_open(const struct telling *t, struct addends *addends, bool named)
{
    *addends = (struct addends){.text = {.arena = t->arena}, .rest = decimal_int(0), .named = named};
}

static struct str number_of(const struct telling *t, const struct addends *addends, struct decimal value)
{
    return number_words(t->arena, t->language, total_whole(value, addends->in_parts));
}

static void addends_add(const struct telling *t, struct addends *addends, struct str label, struct decimal value)
{
    bool minus = decimal_sign(value) < 0;
    if (addends->told == TERMS_MAX) {
        decimal_add(&addends->rest, value);
        addends->untold++;
        return;
    }
    if (addends->told++)
        buffer_add(&addends->text, minus ? STR(" − ") : STR(" + "));
    if (addends->told > 1 && minus)
        value.units = -value.units;
    buffer_add(&addends->text, number_of(t, addends, value));
    if (!addends->named)
        return;
    buffer_add(&addends->text, STR(" ("));
    buffer_add(&addends->text, label);
    buffer_byte(&addends->text, ')');
}

struct str addends_text(const struct telling *t, struct addends *addends, bool brackets)
{
    if (addends->untold)
        SAY(&addends->text, t->language, SENTENCE_MORE, number_of(t, addends, addends->rest),
            decimal_words(t->arena, t->language, decimal_int(addends->untold)));
    struct str text = buffer_str(&addends->text);
    return brackets && addends_count(addends) > 1 ? str_print(t->arena, "(%.*s)", STR_ARG(text)) : text;
}

/* ---- parts ---- */

static struct parts_told told_open(const struct telling *t)
{
    struct parts_told told = {.any = false};
    addends_open(t, &told.first, true);
    addends_open(t, &told.second, t->gauge->rule.parts == PARTS_VALUE);
    addends_open(t, &told.flow, true);
    return told;
}

/* The mean of one laureate, where means are not weighted. */
static struct decimal plain_mean(const struct part *part)
{
    return decimal_from_double(decimal_ratio(part->first, decimal_int(1), part->second), 6);
}

bool addends_make_range(const struct telling *t)
{
    return t->figure->low.is && !t->figure->value.is;
}

static void told_add(const struct telling *t, struct parts_told *told, struct str label, const struct part *part)
{
    bool simple = t->gauge->rule.group == GROUP_SIMPLE && t->key.subject.kind != SUBJECT_LAUREATE;
    bool value = t->gauge->rule.parts == PARTS_VALUE;
    struct decimal first = simple ? plain_mean(part) : part->first;
    told->first.in_parts = told->second.in_parts = part->in_parts;
    addends_add(t, &told->first, label, first);
    if (!value || addends_make_range(t))
        addends_add(t, &told->second, label, value && !part->range ? part->first : part->second);
    if (!told->any || decimal_compare(part->first, told->largest) > 0) {
        told->largest = part->first;
        told->largest_label = label;
    }
    told->any = true;
}

static void told_flow(const struct telling *t, struct parts_told *told, struct str label, const struct part *part)
{
    if (part->flow_asked && part->flow_has)
        addends_add(t, &told->flow, label, part->flow);
}

static struct str label_of(const struct telling *t, uint32_t laureate)
{
    const struct laureate *row = &t->measures->facts->laureates.at[laureate];
    return row->short_name.length ? row->short_name : row->name.length ? row->name : row->id;
}

struct parts_told addends_over_laureates(const struct telling *t)
{
    struct parts_told told = told_open(t);
    const bool *members = subject_members(t->arena, t->measures->facts, t->key.subject);
    struct track *track = track_new(t->arena, t->gauge);
    for (uint32_t laureate = 1; laureate < t->measures->facts->laureates.count; laureate++) {
        struct span span = gauge_span(t->gauge, laureate);
        struct part part;
        if (members && !members[laureate])
            continue;
        track_fill(track, laureate, t->key.category);
        part_measure(track, &span, &t->window, &part);
        if (part.has && !part.empty)
            told_add(t, &told, label_of(t, laureate), &part);
        told_flow(t, &told, label_of(t, laureate), &part);
    }
    return told;
}

bool addends_are_sub_periods(const struct telling *t)
{
    enum time_rule time = t->gauge->rule.time;
    bool all = t->window.first != t->window.last_due && (time == TIME_SUM || time == TIME_MEAN || time == TIME_SPAN);
    for (size_t i = 0; i < t->gauge->term_count; i++)
        all &= t->gauge->terms[i]->rule.time == TIME_SUM;
    return all;
}

struct parts_told addends_over_time(const struct telling *t, uint32_t laureate)
{
    struct parts_told told = told_open(t);
    struct str when = period_words(t->arena, t->language, t->key.period, t->gauge->year_start);
    if (!addends_are_sub_periods(t) && t->figure->numerator.exact && t->figure->denominator.exact) {
        addends_add(t, &told.first, when, t->figure->numerator.decimal);
        addends_add(t, &told.second, when, t->figure->denominator.decimal);
        return told;
    }
    struct track *track = track_new(t->arena, t->gauge);
    struct span span = gauge_span(t->gauge, laureate);
    track_fill(track, laureate, t->key.category);
    for (int32_t slot = t->window.first; slot <= t->window.last_due; slot++) {
        struct period period = slot_period(t->gauge->kind, slot, t->gauge->year_start);
        struct window window = gauge_window(t->gauge, period, false);
        struct part part;
        part_measure(track, &span, &window, &part);
        if (part.has && !part.empty)
            told_add(t, &told, period_words(t->arena, t->language, period, t->gauge->year_start), &part);
    }
    return told;
}
