#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/provenance.h"

/* Figures that an earlier edition published otherwise: what was printed, what is printed now, and why. */

struct restated {
    const struct edition_figure *published;
    const struct figure *figure;
    struct quantity old;
};

static struct quantity parsed(struct str text)
{
    struct quantity q = NUMBER_NONE;
    if (!decimal_parse(text, &q.decimal))
        return q;
    q.is = q.exact = true;
    q.approximate = decimal_double(q.decimal);
    return q;
}

/* Another number, or none any more; what is masked now is not told again. */
static bool differs(const struct filling *f, struct quantity old, const struct figure *figure)
{
    struct quantity now = figure->value;
    if (!old.is || figure->state == FIGURE_MASKED || figure->state == FIGURE_NOT_DUE ||
        !indicator_visible(indicator_of(f, figure->key.indicator), f->job->audience))
        return false;
    if (!now.is)
        return true;
    return now.exact ? decimal_compare(old.decimal, now.decimal) != 0
                     : old.approximate < now.approximate || old.approximate > now.approximate;
}

/* The last edition before this document's that printed the key for its readers. */
static bool is_last(const struct filling *f, size_t at, enum audience audience)
{
    const struct edition_figures *editions = &f->facts->editions;
    const struct edition_figure *e = &editions->at[at];
    if (e->edition.day >= f->document->date.day || choice_of(audience_choices, e->audience) != (int)audience + 1)
        return false;
    for (size_t i = 0; i < editions->count; i++) {
        const struct edition_figure *other = &editions->at[i];
        if (other->edition.day > e->edition.day && other->edition.day < f->document->date.day &&
            str_equal(other->key, e->key) && str_equal(other->audience, e->audience))
            return false;
    }
    return true;
}

/* Whether the document has printed it above: the first `count` keys used are in order. */
static bool is_printed(const struct filling *f, size_t count, struct str key)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(f->used.at[middle].text, key);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static bool is_about(const struct filling *f, const struct figure_key *key)
{
    if (own_laureate(f))
        return key->subject.kind == SUBJECT_LAUREATE && key->subject.laureate == own_laureate(f);
    return key->subject.kind != SUBJECT_LAUREATE;
}

/* Whether the figure rests on the value corrected: of a ratio, of its terms; of a territory, of its laureates. A row
 * that was taken out altogether is nobody's source any more. */
static bool is_source(struct filling *f, const struct figure_key *key, const struct correction *c)
{
    struct sources sources = figure_sources(f, *key);
    for (size_t i = 0; i < sources.count; i++) {
        const struct observation *o = &f->facts->observations.at[sources.at[i]];
        if (o->indicator == c->indicator.index && o->laureate == c->laureate.index && o->month == c->period.first &&
            o->period_kind == c->period.kind)
            return true;
    }
    bool mine = key->subject.kind == SUBJECT_PROGRAMME ||
                (key->subject.kind == SUBJECT_LAUREATE && c->laureate.index == key->subject.laureate);
    bool gone = str_equal(c->replacement, STR_NONE);
    return gone && mine && c->indicator.index == key->indicator && period_overlaps(c->period, key->period);
}

/* What was corrected before the edition was in it already. */
static struct str reason_of(struct filling *f, const struct restated *r)
{
    struct strs reasons = {0};
    for (size_t i = 0; i < f->facts->corrections.count; i++) {
        const struct correction *c = &f->facts->corrections.at[i];
        bool since = !date_is(c->date) || c->date.day >= r->published->edition.day;
        struct str reason = set(f, c->reason);
        bool said = false;
        for (size_t k = 0; k < reasons.count; k++)
            said |= str_equal(reasons.at[k], reason);
        if (since && !said && c->indicator.index && period_is(c->period) && is_source(f, &r->figure->key, c))
            *PUSH(f->arena, &reasons) = reason;
    }
    bool completed = str_equal(r->published->state, figure_state_name(FIGURE_PARTIAL)) && r->figure->state == FIGURE_COMPLETE;
    if (!reasons.count && completed)
        return word(f, "restated.completed");
    return show_clauses(f->arena, &reasons, f->language);
}

static void add_row(struct filling *f, struct grid *grid, const struct restated *r)
{
    const struct figure_key *key = &r->figure->key;
    struct str reason = reason_of(f, r);
    struct cell *cells = grid_row(f, grid, ROW_PLAIN);
    cells[0] = cell_text(f, provenance_label(f, *key));
    cells[0].header = true;
    cells[1] = cell_quantity(f, r->figure, r->old, STR_NONE);
    cells[2] = figure_is_blank(r->figure) ? cell_text(f, word(f, "absence.no_value")) : cell_figure(f, r->figure);
    cells[3] = cell_date(f, r->published->edition);
    cells[4] = cell_text(f, reason);
    if (!reason.length)
        REPORT(f->diagnostics, r->published->row.at, MSG_figure_restated, {r->published->key});
}

static void fill_restated(struct filling *f, const struct yaml *yaml, struct node *into)
{
    static const char *const titles[] = {"column.figure", "column.published", "column.now", "column.edition",
                                         "column.why"};
    struct grid grid = grid_new(f, STR("restated"), word(f, "table.restated"), 5);
    (void)yaml;
    for (size_t c = 0; c < 5; c++)
        grid_column(f, &grid, c, word(f, titles[c]), c == 1 || c == 2 ? ALIGN_DECIMAL : ALIGN_START);
    provenance_sort(f);
    size_t printed = f->used.count;
    for (size_t i = 0; i < f->facts->editions.count; i++) {
        struct restated r = {.published = &f->facts->editions.at[i]};
        struct figure_key key;
        if (!is_last(f, i, f->job->audience) || !figure_key_parse(f->facts, r.published->key, &key) ||
            !(is_about(f, &key) || is_printed(f, printed, r.published->key)))
            continue;
        r.figure = figure_at(f, key);
        r.old = parsed(r.published->value);
        if (differs(f, r.old, r.figure))
            add_row(f, &grid, &r);
    }
    grid_add(f, &grid, into);
}

const struct hole hole_restated = {
    TEXT_OF("restated"),
    TEXT_OF("chiffres_corriges"),
    NULL,
    0,
    fill_restated,
    TEXT_OF("figures that an earlier edition published otherwise, and why"),
    TEXT_OF("les chiffres qu’une édition précédente avait publiés autrement, et pourquoi"),
    "corrections editions/<date>"};
