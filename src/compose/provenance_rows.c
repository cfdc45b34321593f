/* The observations behind the figures of a document as typed rows, each once, and how each figure follows from its
 * own: what a spreadsheet can sort, sum and compute again. A row is what the audience may see of it. */
#include "compose/provenance.h"
#include "compose/signs.h"

#include <stdlib.h>

enum { ROWS_MAX = 50000, ROWS_OF_FIGURE = 20000 };

/* An observation in the order of the document: by indicator, then as observations stand. */
struct wanted_row {
    uint32_t indicator, index;
};
struct wanted {
    struct wanted_row *at;
    size_t count, capacity;
};

static struct wanted_row wanted_row(const struct filling *f, uint32_t index)
{
    return (struct wanted_row){f->facts->observations.at[index].indicator, index};
}

static int by_indicator(const void *a, const void *b)
{
    const struct wanted_row *x = a, *y = b;
    return x->indicator != y->indicator ? (x->indicator > y->indicator) - (x->indicator < y->indicator)
                                        : (x->index > y->index) - (x->index < y->index);
}

static void each_once(struct wanted *wanted)
{
    if (!wanted->count)
        return;
    qsort(wanted->at, wanted->count, sizeof *wanted->at, by_indicator);
    size_t kept = 1;
    for (size_t i = 1; i < wanted->count; i++)
        if (wanted->at[i].index != wanted->at[kept - 1].index)
            wanted->at[kept++] = wanted->at[i];
    wanted->count = kept;
}

/* ---- rows ---- */

static struct quantity number_quantity(int64_t units, uint8_t scale)
{
    struct decimal exact = {units, scale};
    return (struct quantity){.is = true, .exact = true, .decimal = exact, .approximate = decimal_double(exact)};
}

static struct str crossing_text(struct filling *f, uint32_t index)
{
    const struct crossing *crossing = &f->facts->crossings.at[index];
    struct buffer text = {.arena = f->arena};
    for (uint32_t i = 0; index && i < crossing->count; i++) {
        const struct category *category = &f->facts->categories.at[crossing->category[i]];
        buffer_print(&text, "%s%.*s=%.*s", i ? ", " : "", STR_ARG(category->dimension), STR_ARG(category->category));
    }
    return buffer_str(&text);
}

/* Masked where the figure that consists of this row alone is, or where it has none of its own: a crossing of several
 * breakdowns is nobody's figure. */
static bool row_masked(struct filling *f, const struct observation *o, struct period period)
{
    if (f->job->audience == AUDIENCE_INTERNAL)
        return false;
    const struct crossing *crossing = &f->facts->crossings.at[o->category];
    if (!indicator_visible(indicator_of(f, o->indicator), f->job->audience) || (o->category && crossing->count != 1))
        return true;
    struct figure_key key = {.indicator = o->indicator,
                             .subject = o->laureate ? subject_laureate(o->laureate) : subject_programme(),
                             .period = period,
                             .category = o->category ? crossing->category[0] : 0};
    const struct figure *figure = figure_at(f, key);
    return figure->state == FIGURE_MASKED || figure->state == FIGURE_NOT_DUE;
}

static void row_numbers(const struct observation *o, const struct indicator *indicator, struct source_row *row)
{
    if (o->filled & FILLED_VALUE)
        row->value = number_quantity(o->first, o->first_scale);
    if (o->filled & FILLED_NUMERATOR)
        row->numerator = number_quantity(o->first, o->first_scale);
    if (o->filled & (FILLED_DENOMINATOR | FILLED_N))
        row->denominator = number_quantity(o->second, o->second_scale);
    if (o->filled & (FILLED_YES | FILLED_NO))
        row->value = number_quantity(o->filled & FILLED_YES ? 1 : 0, 0);
    if (indicator->type == TYPE_TEXT)
        row->value = (struct quantity){0};
}

static struct source_row row_of(struct filling *f, const struct observation *o)
{
    const struct indicator *indicator = indicator_of(f, o->indicator);
    struct period period = observation_period(o);
    struct source_row row = {
        .indicator = indicator->id,
        .label = indicator_label(f, o->indicator),
        .subject = o->laureate ? f->facts->laureates.at[o->laureate].id : STR("programme"),
        .subject_name = o->laureate ? set(f, f->facts->laureates.at[o->laureate].name) : word(f, "subject.programme"),
        .period = period_name(f->arena, period, f->facts->programme.year_start),
        .period_name = period_short(f, period),
        .first = period_first_day(period),
        .last = period_last_day(period),
        .category = crossing_text(f, o->category),
        .status = sign_of_status(f, o->status),
        .place = str_print(f->arena, "%.*s:%u:%u", STR_ARG(f->facts->files.at[o->file].path), o->line, o->column),
        .unit = indicator->unit,
        .decimals = (uint8_t)indicator_decimals(indicator),
        .masked = row_masked(f, o, period),
    };
    if (!row.masked)
        row_numbers(o, indicator, &row);
    else
        row.status = STR_NONE;
    return row;
}

/* ---- recipes ---- */

static enum recipe recipe_of(const struct indicator *indicator, const struct figure *figure)
{
    if (!figure->value.is)
        return RECIPE_NONE;
    switch (indicator->type) {
    case TYPE_RATIO:
        return RECIPE_QUOTIENT;
    case TYPE_MEAN:
        return figure->simple_mean ? RECIPE_NONE : RECIPE_WEIGHTED;
    case TYPE_SCORE:
    case TYPE_TEXT:
        return RECIPE_NONE;
    default:
        return RECIPE_SUM;
    }
}

static size_t add_terms(struct filling *f, struct recipe_term *made, const struct terms *terms, bool below)
{
    for (size_t i = 0; i < terms->count; i++)
        made[i] =
            (struct recipe_term){f->facts->indicators.at[terms->at[i].indicator.index].id, terms->at[i].sign, below};
    return terms->count;
}

static void give_recipe(struct filling *f, struct provenance *p)
{
    const struct indicator *indicator = indicator_of(f, p->figure->key.indicator);
    size_t most = indicator->numerator_terms.count + indicator->denominator_terms.count;
    p->unit = indicator->unit;
    p->decimals = (uint8_t)indicator_decimals(indicator);
    p->recipe = recipe_of(indicator, p->figure);
    p->multiplier = indicator->multiplier.is ? decimal_double(decimal_of(indicator->multiplier.number)) : 1;
    p->terms = ARENA_ARRAY(f->arena, struct recipe_term, most + 1);
    p->term_count = add_terms(f, p->terms, &indicator->numerator_terms, false);
    p->term_count += add_terms(f, p->terms + p->term_count, &indicator->denominator_terms, true);
}

static struct sources sources_of(struct filling *f, const struct provenance *p)
{
    struct sources none = {NULL, 0, 0};
    return p->figure->state == FIGURE_MASKED ? none : figure_sources(f, p->figure->key);
}

static uint32_t place_in(const struct wanted *wanted, struct wanted_row row)
{
    const struct wanted_row *found = bsearch(&row, wanted->at, wanted->count, sizeof *wanted->at, by_indicator);
    return (uint32_t)(found - wanted->at);
}

void provenance_rows(struct filling *f)
{
    struct document *d = f->document;
    struct wanted wanted = {NULL, 0, 0};
    struct sources *all = ARENA_ARRAY(f->arena, struct sources, d->provenance_count + 1);
    for (size_t i = 0; i < d->provenance_count; i++) {
        give_recipe(f, &d->provenances[i]);
        all[i] = sources_of(f, &d->provenances[i]);
        if (all[i].count > ROWS_OF_FIGURE || wanted.count + all[i].count > (size_t)ROWS_MAX * 8) {
            all[i].count = 0;
            d->provenances[i].recipe = RECIPE_SPARSE;
        }
        for (size_t s = 0; s < all[i].count; s++)
            *PUSH(f->arena, &wanted) = wanted_row(f, all[i].at[s]);
    }
    each_once(&wanted);
    d->source_row_count = wanted.count;
    d->source_rows = ARENA_ARRAY(f->arena, struct source_row, wanted.count + 1);
    for (size_t i = 0; i < wanted.count; i++)
        d->source_rows[i] = row_of(f, &f->facts->observations.at[wanted.at[i].index]);
    for (size_t i = 0; i < d->provenance_count; i++) {
        struct provenance *p = &d->provenances[i];
        p->rows = ARENA_ARRAY(f->arena, uint32_t, all[i].count + 1);
        p->row_count = all[i].count;
        for (size_t s = 0; s < all[i].count; s++)
            p->rows[s] = place_in(&wanted, wanted_row(f, all[i].at[s]));
    }
}
