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

static bool differs(struct quantity old, struct quantity now)
{
    if (!old.is || !now.is)
        return false;
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

static bool is_about(const struct filling *f, const struct figure_key *key)
{
    if (!indicator_visible(indicator_of(f, key->indicator), f->job->audience))
        return false;
    if (own_laureate(f))
        return key->subject.kind == SUBJECT_LAUREATE && key->subject.laureate == own_laureate(f);
    return key->subject.kind != SUBJECT_LAUREATE;
}

static struct str reason_of(struct filling *f, const struct figure_key *key)
{
    struct strs reasons = {0};
    for (size_t i = 0; i < f->facts->corrections.count; i++) {
        const struct correction *c = &f->facts->corrections.at[i];
        bool mine = key->subject.kind != SUBJECT_LAUREATE || c->laureate.index == key->subject.laureate;
        bool then = key->to_date ? period_last_day(c->period).day <= period_last_day(key->period).day
                                 : period_overlaps(c->period, key->period);
        if (c->indicator.index == key->indicator && mine && period_is(c->period) && then)
            *PUSH(f->arena, &reasons) = set(f, c->reason);
    }
    return show_clauses(f->arena, &reasons, f->language);
}

static void add_row(struct filling *f, struct grid *grid, const struct restated *r)
{
    const struct figure_key *key = &r->figure->key;
    struct str reason = reason_of(f, key);
    struct cell *cells = grid_row(f, grid, ROW_PLAIN);
    cells[0] = cell_text(f, provenance_label(f, *key));
    cells[0].header = true;
    cells[1] = cell_quantity(f, r->figure, r->old, STR_NONE);
    cells[2] = cell_figure(f, r->figure);
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
    for (size_t i = 0; i < f->facts->editions.count; i++) {
        struct restated r = {.published = &f->facts->editions.at[i]};
        struct figure_key key;
        if (!is_last(f, i, f->job->audience) || !figure_key_parse(f->facts, r.published->key, &key) ||
            !is_about(f, &key))
            continue;
        r.figure = figure_at(f, key);
        r.old = parsed(r.published->value);
        if (differs(r.old, r.figure->value))
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
