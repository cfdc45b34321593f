#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/provenance.h"
#include "compose/published.h"

/* Figures that an earlier edition published otherwise: what was printed, what is printed now, and why. */

struct restated {
    const struct edition_figure *published;
    const struct figure *figure;
    struct quantity old, low, high; /* as they were: a value, or a range */
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

static bool was_range(const struct restated *r)
{
    return !r->old.is && r->low.is && r->high.is;
}

static int compare(struct quantity old, struct quantity now)
{
    return now.exact ? decimal_compare(old.decimal, now.decimal)
                     : (old.approximate > now.approximate) - (old.approximate < now.approximate);
}

static bool is_another(const struct restated *r)
{
    const struct figure *now = r->figure;
    if (!was_range(r))
        return !now->value.is || compare(r->old, now->value) != 0;
    return now->state != FIGURE_RANGE || !now->low.is || !now->high.is || compare(r->low, now->low) != 0 ||
           compare(r->high, now->high) != 0;
}

/* Another number or range, or none any more; what is masked now is not told again. */
static bool differs(const struct filling *f, const struct restated *r)
{
    const struct figure *now = r->figure;
    return (r->old.is || was_range(r)) && now->state != FIGURE_MASKED && now->state != FIGURE_NOT_DUE &&
           indicator_visible(indicator_of(f, now->key.indicator), f->job->audience) && is_another(r);
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

/* What was missing has come: answers that were not there, or the count that the range stood for. */
static bool is_completed(const struct restated *r)
{
    const struct figure *now = r->figure;
    bool partial = str_equal(r->published->state, figure_state_name(FIGURE_PARTIAL));
    if (now->state != FIGURE_COMPLETE)
        return false;
    return was_range(r) ? compare(r->low, now->value) <= 0 && compare(r->high, now->value) >= 0 : partial;
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
    if (!reasons.count && is_completed(r))
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
    cells[1] = was_range(r) ? cell_text(f, range_shown(f, r->figure, r->low, r->high, true))
                            : cell_quantity(f, r->figure, r->old, STR_NONE);
    cells[2] = figure_is_blank(r->figure) ? cell_text(f, word(f, "absence.no_value")) : cell_figure(f, r->figure);
    cells[3] = cell_date(f, r->published->edition);
    cells[4] = cell_text(f, reason);
    if (!reason.length)
        REPORT(f->diagnostics, row_place(&r->published->row, input_kind("editions/<date>")->columns, "value"),
               MSG_figure_restated, {r->published->key});
}

static void add_if_restated(struct filling *f, struct grid *grid, const struct published_row *published)
{
    struct restated r = {.published = published->row, .figure = figure_at(f, published->key)};
    r.old = parsed(r.published->value);
    r.low = parsed(r.published->low);
    r.high = parsed(r.published->high);
    if (differs(f, &r))
        add_row(f, grid, &r);
}

/* The last edition before this document's that printed the key for its readers is what they know. */
static void add_all(struct filling *f, bool printed_only, struct grid *grid)
{
    const struct published *all = f->composer->published;
    enum audience audience = f->job->audience;
    struct str known = STR_NONE;
    provenance_sort(f);
    size_t printed = f->used.count;
    all = all ? all : compose_published(f->arena, f->facts);
    for (size_t i = 0; i < all->count[audience]; i++) {
        const struct published_row *at = &all->at[audience][i];
        if (at->row->edition.day >= f->document->date.day || str_equal(at->row->key, known))
            continue;
        known = at->row->key;
        if (is_printed(f, printed, known) || (!printed_only && is_about(f, &at->key)))
            add_if_restated(f, grid, at);
    }
}

enum only { ONLY_NONE, ONLY_ALL, ONLY_PRINTED };
static const struct choice onlies[] = {
    {TEXT_OF("all"), TEXT_OF("tout"), ONLY_ALL},
    {TEXT_OF("printed"), TEXT_OF("imprimes"), ONLY_PRINTED},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct option_row options[] = {
    {TEXT_OF("only"), TEXT_OF("seulement"), OPTION_CHOICE, onlies,
     TEXT_OF("all that is about the subject of the document, or printed: what the document prints above"),
     TEXT_OF("tout ce qui concerne le sujet du document, ou imprimes : ce que le document imprime plus haut")},
};

static void fill_restated(struct filling *f, const struct yaml *yaml, struct node *into)
{
    static const char *const titles[] = {"column.figure", "column.published", "column.now", "column.edition",
                                         "column.why"};
    struct grid grid = grid_new(f, STR("restated"), word(f, "table.restated"), 5);
    for (size_t c = 0; c < 5; c++)
        grid_column(f, &grid, c, word(f, titles[c]), c == 1 || c == 2 ? ALIGN_DECIMAL : ALIGN_START);
    add_all(f, option_choice(&hole_restated, yaml, "only", ONLY_ALL) == ONLY_PRINTED, &grid);
    grid_add(f, &grid, into);
}

const struct hole hole_restated = {
    TEXT_OF("restated"),
    TEXT_OF("chiffres_corriges"),
    OPTIONS(options),
    fill_restated,
    TEXT_OF("figures that an earlier edition published otherwise, and why"),
    TEXT_OF("les chiffres qu’une édition précédente avait publiés autrement, et pourquoi"),
    "corrections editions/<date>"};
