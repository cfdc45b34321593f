#include "compose/collective.h"
#include "compose/labels.h"
#include "compose/provenance.h"
#include "compose/signs.h"

#include <stdlib.h>

enum { MISSING_NAMED = 3 };
enum { LINE_ROOM = 40 };    /* of a source beside its path: most need no more */
enum { SOURCES_MAX = 200 }; /* of one figure; the rest is counted, and all of it is in `bilan explain` */

static int by_text(const void *a, const void *b)
{
    const struct used_key *x = a, *y = b;
    return str_compare(x->text, y->text);
}

void provenance_sort(struct filling *f)
{
    struct used_keys *used = &f->used;
    if (used->sorted == used->count)
        return;
    qsort(used->at, used->count, sizeof *used->at, by_text);
    size_t kept = 1;
    for (size_t i = 1; i < used->count; i++)
        if (!str_equal(used->at[i].text, used->at[kept - 1].text))
            used->at[kept++] = used->at[i];
    used->count = used->sorted = kept;
}

static struct str subject_name(struct filling *f, struct subject subject)
{
    switch (subject.kind) {
    case SUBJECT_LAUREATE:
        return laureate_name(f, subject.laureate);
    case SUBJECT_ATTRIBUTE:
        return group_label(f, subject.value);
    default:
        return word(f, "subject.programme");
    }
}

/* In a laureate's own document its name goes without saying. */
static bool is_own(const struct filling *f, struct figure_key key)
{
    return f->job->template->over == EACH_LAUREATE && key.subject.kind == SUBJECT_LAUREATE &&
           key.subject.laureate == f->job->subject && !key.category && !key.to_date;
}

struct str provenance_label(struct filling *f, struct figure_key key)
{
    struct str label = indicator_label(f, key.indicator), subject = subject_name(f, key.subject);
    struct str period = period_short(f, key.period);
    struct str category = key.category ? category_label(f, key.category) : STR_NONE;
    if (is_own(f, key))
        return SAY(f, "provenance.label_own", PAIR("label", label), PAIR("period", period));
    const char *form = key.category  ? "provenance.label_category"
                       : key.to_date ? "provenance.label_to_date"
                                     : "provenance.label";
    return SAY(f, form, PAIR("label", label), PAIR("subject", subject), PAIR("period", period),
               PAIR("category", category));
}

static void add_number(struct filling *f, struct buffer *line, const char *before, struct decimal number)
{
    buffer_add(line, str_of(before));
    buffer_add(line, show_decimal(f->arena, number, number.scale, f->language));
}

static void add_written(struct filling *f, struct buffer *line, const struct observation *o)
{
    struct decimal first = {o->first, o->first_scale}, second = {o->second, o->second_scale};
    if (o->filled & (FILLED_VALUE | FILLED_NUMERATOR))
        add_number(f, line, " ", first);
    if (o->filled & FILLED_DENOMINATOR)
        add_number(f, line, "/", second);
    if (o->filled & FILLED_N) {
        add_number(f, line, " (n ", second);
        buffer_byte(line, ')');
    }
    if (o->filled & (FILLED_YES | FILLED_NO)) {
        buffer_byte(line, ' ');
        buffer_add(line, word(f, o->filled & FILLED_YES ? "answer.yes" : "answer.no"));
    }
    struct str status = sign_of_status(f, o->status);
    if (status.length)
        buffer_print(line, " %.*s", STR_ARG(status));
}

static struct str source_line(struct filling *f, const struct observation *o)
{
    struct buffer line = {.arena = f->arena};
    buffer_expect(&line, f->facts->files.at[o->file].path.length + LINE_ROOM);
    buffer_add(&line, f->facts->files.at[o->file].path);
    buffer_byte(&line, ':');
    buffer_natural(&line, o->line, 1);
    buffer_byte(&line, ':');
    buffer_natural(&line, o->column, 1);
    add_written(f, &line, o);
    return buffer_str(&line);
}

static void add_sources(struct filling *f, struct provenance *made, struct figure_key key)
{
    struct sources sources = figure_sources(f, key);
    for (size_t i = 0; i < sources.count && i < SOURCES_MAX; i++)
        *PUSH(f->arena, &made->sources) = source_line(f, &f->facts->observations.at[sources.at[i]]);
    if (sources.count > SOURCES_MAX) {
        int64_t rest = (int64_t)(sources.count - SOURCES_MAX);
        *PUSH(f->arena, &made->sources) = SAY_N(f, rest, "provenance.more", PAIR("n", count_text(f, rest)));
    }
}

/* Who is missing is the coordination's to know. */
struct str provenance_basis(struct filling *f, const struct figure *figure)
{
    struct str basis = figure_basis(f, figure);
    struct strs missing = {0};
    if (f->job->audience != AUDIENCE_INTERNAL || figure->key.subject.kind != SUBJECT_PROGRAMME || figure->key.category)
        return basis;
    struct expecteds expecteds = measure_expected(f->arena, f->measures, figure->key.indicator, figure->key.period);
    for (size_t i = 0; i < expecteds.count; i++)
        if (!expecteds.at[i].received)
            *PUSH(f->arena, &missing) = laureate_name(f, expecteds.at[i].laureate);
    if (!missing.count || missing.count > MISSING_NAMED || !basis.length)
        return basis;
    return SAY(f, "basis.without", PAIR("basis", basis),
               PAIR("names", show_list(f->arena, missing.at, missing.count, f->language)));
}

/* Sorted, the figures of an indicator follow each other, and nearly all follow one rule. */
struct rule_told {
    struct figure_key key;
    struct str text;
};

static struct str rule_of(struct filling *f, struct rule_told *last, struct figure_key key)
{
    bool same = last->text.length && last->key.indicator == key.indicator && last->key.category == key.category &&
                last->key.subject.kind == key.subject.kind;
    if (!same)
        *last = (struct rule_told){key, measure_rule(f->arena, f->measures, key)};
    return last->text;
}

static struct provenance provenance_of(struct filling *f, struct figure_key key, struct str text,
                                       struct rule_told *rule)
{
    const struct figure *figure = figure_at(f, key);
    struct provenance made = {.key = text, .label = provenance_label(f, key), .figure = figure};
    made.value = figure_shown(f, figure, true);
    made.rule = rule_of(f, rule, key);
    made.basis = provenance_basis(f, figure);
    if (f->job->audience != AUDIENCE_INTERNAL)
        return made;
    made.computation = measure_computation(f->arena, f->measures, figure);
    if (figure->state != FIGURE_MASKED)
        add_sources(f, &made, key);
    return made;
}

void provenance_collect(struct filling *f)
{
    struct document *d = f->document;
    struct rule_told rule = {.text = STR_NONE};
    provenance_sort(f);
    d->provenance_count = f->used.count;
    d->provenances = ARENA_ARRAY(f->arena, struct provenance, f->used.count + 1);
    for (size_t i = 0; i < f->used.count; i++)
        d->provenances[i] = provenance_of(f, f->used.at[i].key, f->used.at[i].text, &rule);
    if (f->composer->without_rows)
        return;
    provenance_rows(f);
    d->legend = signs_in_document(f);
}
