/* What follows from what: a wrong cell moves a hundred figures, and who reads a merge request wants the cell, and what
 * it does to the programme. */
#include "diff.h"

#include <stdlib.h>

/* A figure that changed, in the order in which it is looked for. */
struct trace {
    struct str indicator, category, subject;
    struct period period;
};
struct traces {
    struct trace *at;
    size_t count, capacity;
};

static int by_figure(const void *a, const void *b)
{
    const struct trace *x = a, *y = b;
    int order = str_compare(x->indicator, y->indicator);
    order = order ? order : str_compare(x->category, y->category);
    order = order ? order : str_compare(x->subject, y->subject);
    return order ? order : period_compare(x->period, y->period);
}

static void traces_settle(struct traces *traces)
{
    size_t kept = 0;
    if (traces->count)
        qsort(traces->at, traces->count, sizeof *traces->at, by_figure);
    for (size_t i = 0; i < traces->count; i++)
        if (!kept || by_figure(&traces->at[kept - 1], &traces->at[i]))
            traces->at[kept++] = traces->at[i];
    traces->count = kept;
}

static size_t traces_from(const struct traces *traces, const struct trace *wanted)
{
    size_t low = 0, high = traces->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_figure(&traces->at[middle], wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a change of this indicator and subject stands within the period, or before its end where all is added to
 * date; with `shorter`, in a shorter one. */
static bool any_within(const struct traces *traces, const struct item *item, struct str indicator, struct str subject,
                       bool shorter)
{
    struct trace wanted = {.indicator = indicator, .category = item->category, .subject = subject};
    for (size_t i = traces_from(traces, &wanted); i < traces->count; i++) {
        const struct trace *t = &traces->at[i];
        if (!str_equal(t->indicator, indicator) || !str_equal(t->category, item->category) ||
            !str_equal(t->subject, subject))
            return false;
        bool before = item->to_date && period_last_day(t->period).day <= period_last_day(item->period).day;
        bool same = period_equal(t->period, item->period);
        if (before || (period_contains(item->period, t->period) && !(shorter && same)))
            return true;
    }
    return false;
}

static bool any_term_within(const struct traces *traces, const struct item *item, struct str subject)
{
    for (size_t i = 0; i < item->terms.count; i++)
        if (any_within(traces, item, item->terms.at[i], subject, false))
            return true;
    return false;
}

static bool aspect_same(const struct change *change, enum aspect aspect)
{
    return str_equal(change->before->aspect[aspect], change->after->aspect[aspect]);
}

static bool is_target_only(const struct change *change)
{
    return change->before && change->after && aspect_same(change, ASPECT_VALUE) && aspect_same(change, ASPECT_FLOW) &&
           !aspect_same(change, ASPECT_TARGET);
}

/* One target stands beside every period that leads to it: told once, beside the first. */
static bool is_target_told(const struct changes *changes, size_t at)
{
    const struct change *change = &changes->at[at];
    const struct item *item = change_item(change);
    for (size_t i = at; i-- > 0;) {
        const struct item *other = change_item(&changes->at[i]);
        if (!str_equal(other->indicator, item->indicator) || !str_equal(other->subject, item->subject))
            return false;
        if (is_target_only(&changes->at[i]) && str_equal(other->aspect[ASPECT_TARGET], item->aspect[ASPECT_TARGET]))
            return true;
    }
    return false;
}

struct causes {
    struct traces own; /* by subject */
    struct traces any; /* of laureates, whoever they are */
};

static bool follows(const struct causes *causes, const struct item *item)
{
    bool of_own = any_within(&causes->own, item, item->indicator, item->subject, true) ||
                  any_term_within(&causes->own, item, item->subject);
    if (item->section == SECTION_LAUREATES)
        return of_own;
    bool of_laureates = any_within(&causes->any, item, item->indicator, STR_NONE, false) ||
                        any_term_within(&causes->any, item, STR_NONE);
    bool shorter = any_within(&causes->own, item, item->indicator, item->subject, true);
    /* What a cell does to the programme is what is looked for. */
    if (item->section == SECTION_PROGRAMME && !item->category.length && !item->to_date)
        return shorter && item->period.kind != PERIOD_YEAR;
    return of_laureates || of_own;
}

static struct causes causes_of(struct arena *arena, const struct changes *changes)
{
    struct causes causes = {0};
    for (size_t i = 0; i < changes->count; i++) {
        const struct item *item = change_item(&changes->at[i]);
        if (item->section == SECTION_DOCUMENTS || item->to_date || is_target_only(&changes->at[i]))
            continue;
        struct trace trace = {item->indicator, item->category, item->subject, item->period};
        *PUSH(arena, &causes.own) = trace;
        trace.subject = STR_NONE;
        if (item->section == SECTION_LAUREATES)
            *PUSH(arena, &causes.any) = trace;
    }
    traces_settle(&causes.own);
    traces_settle(&causes.any);
    return causes;
}

void diff_fold(struct arena *arena, struct changes *changes)
{
    struct causes causes = causes_of(arena, changes);
    for (size_t i = 0; i < changes->count; i++) {
        const struct item *item = change_item(&changes->at[i]);
        if (item->section != SECTION_DOCUMENTS)
            changes->at[i].follows =
                is_target_only(&changes->at[i]) ? is_target_told(changes, i) : follows(&causes, item);
    }
}
