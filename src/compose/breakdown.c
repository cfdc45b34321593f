#include "compose/chart_build.h"
#include "compose/hole_list.h"
#include "compose/labels.h"
#include "compose/table_notes.h"

/* A figure by the categories of a dimension: numbers and shares, drawn as bars. Shares of an exclusive dimension add
 * up to 100; a dimension with several answers a person has none. */

enum { CATEGORIES_MAX = 40, HALF_MOST = 8 };

static const struct option_row options[] = {
    {TEXT_OF("indicators"), TEXT_OF("indicateurs"), OPTION_INDICATORS, NULL,
     TEXT_OF("ids; the headline indicators that have breakdowns unless said"),
     TEXT_OF("identifiants ; sinon les indicateurs phares qui ont des ventilations")},
    {TEXT_OF("dimension"), TEXT_OF("ventilation"), OPTION_TEXT, NULL, TEXT_OF("one dimension; all unless said"),
     TEXT_OF("une seule ventilation ; sinon toutes")},
};

struct cut {
    const struct dimension *dimension;
    const struct figure *figures[CATEGORIES_MAX];
    struct str names[CATEGORIES_MAX];
    size_t count;
};

static struct cut cut_of(struct filling *f, uint32_t indicator, const struct dimension *dimension)
{
    struct cut cut = {.dimension = dimension};
    struct period period = indicator_period(f, indicator_of(f, indicator), f->job->period);
    bool any = false;
    for (uint32_t c = 0; period_is(period) && c < dimension->count && cut.count < CATEGORIES_MAX; c++) {
        uint32_t category = dimension->first + c;
        struct figure_key key = {
            .indicator = indicator, .subject = subject_of_job(f), .period = period, .category = category};
        const struct figure *figure = figure_at(f, key);
        if (!figure->value.is && figure->state != FIGURE_MASKED)
            continue;
        any = any || figure->value.is || figure->state == FIGURE_MASKED;
        cut.names[cut.count] = category_label(f, category);
        cut.figures[cut.count++] = figure;
    }
    if (!any)
        cut.count = 0;
    return cut;
}

/* Shares are shown when every part is: a share beside a masked part would tell it. */
static bool shares_of(const struct cut *cut, const struct indicator *indicator, int64_t *shares)
{
    struct decimal parts[CATEGORIES_MAX], total = decimal_int(0);
    bool counts = indicator->type == TYPE_COUNT || indicator->type == TYPE_AMOUNT;
    for (size_t i = 0; i < cut->count; i++) {
        if (!counts || !cut->figures[i]->value.is || !cut->figures[i]->value.exact)
            return false;
        parts[i] = cut->figures[i]->value.decimal;
        decimal_add(&total, parts[i]);
    }
    if (!cut->dimension->exclusive || decimal_sign(total) <= 0)
        return false;
    shares_round(parts, cut->count, 0, shares);
    return true;
}

/* Said once where all parts rest on the same; else each has its own in the data. */
static struct str basis_of(struct filling *f, const struct cut *cut)
{
    struct str basis = figure_basis(f, cut->figures[0]);
    for (size_t i = 1; i < cut->count; i++)
        if (!str_equal(basis, figure_basis(f, cut->figures[i])))
            return STR_NONE;
    return basis;
}

static struct str sentence_of(struct filling *f, uint32_t indicator, const struct cut *cut, bool shared,
                              const int64_t *shares)
{
    struct strs items = {0};
    struct str when = when_text(f, cut->figures[0]->key.period), basis = basis_of(f, cut);
    for (size_t i = 0; i < cut->count; i++) {
        struct str value = figure_shown(f, cut->figures[i], utf8_length(indicator_of(f, indicator)->unit) <= 2);
        if (shared)
            value = SAY(f, "breakdown.share", PAIR("value", value), PAIR("share", count_text(f, shares[i])));
        if (!basis.length && figure_basis(f, cut->figures[i]).length)
            value = SAY(f, "figure.with_basis", PAIR("value", value), PAIR("basis", figure_basis(f, cut->figures[i])));
        *PUSH(f->arena, &items) = SAY(f, "breakdown.item", PAIR("name", cut->names[i]), PAIR("value", value));
    }
    const char *form = basis.length ? "sentence.breakdown_of" : "sentence.breakdown";
    return SAY(f, form, PAIR("label", indicator_label(f, indicator)), PAIR("when", when), PAIR("basis", basis),
               PAIR("items", show_clauses(f->arena, &items, f->language)));
}

/* A breakdown that not every laureate gave says what it covers; one that adds up persons whom the total counts once
 * says why it is above. */
static struct str known_sentence(struct filling *f, uint32_t indicator, const struct cut *cut)
{
    struct figure_key key = cut->figures[0]->key;
    struct decimal known = decimal_int(0);
    key.category = 0;
    const struct figure *total = figure_at(f, key);
    for (size_t i = 0; i < cut->count; i++)
        decimal_add(&known, cut->figures[i]->value.decimal);
    int above = total->value.is && total->value.exact ? decimal_compare(known, total->value.decimal) : 0;
    if (!above)
        return STR_NONE;
    struct quantity q = {.is = true, .exact = true, .decimal = known, .approximate = decimal_double(known)};
    return SAY(f, above > 0 ? "breakdown.above" : "breakdown.known", PAIR("known", quantity_shown(f, indicator, q)),
               PAIR("total", figure_shown(f, total, false)));
}

/* The parts, then how they stand to the whole: all that the drawing shows, in words. */
static struct str sentences_of(struct filling *f, uint32_t indicator, const struct cut *cut, bool shared,
                               const int64_t *shares)
{
    struct str parts = sentence_of(f, indicator, cut, shared, shares), whole = STR_NONE;
    if (!cut->dimension->exclusive)
        whole = word(f, "breakdown.multiple");
    else if (shared)
        whole = known_sentence(f, indicator, cut);
    return str_print(f->arena, "%.*s%s%.*s", STR_ARG(parts), whole.length ? " " : "", STR_ARG(whole));
}

static void add_cut(struct filling *f, uint32_t indicator, const struct cut *cut, struct node *into)
{
    const struct indicator *definition = indicator_of(f, indicator);
    int64_t shares[CATEGORIES_MAX];
    bool shared = shares_of(cut, definition, shares);
    size_t shown = 0;
    for (size_t i = 0; i < cut->count; i++)
        shown += cut->figures[i]->value.is;
    struct str title = SAY(f, "breakdown.title", PAIR("label", indicator_label(f, indicator)),
                           PAIR("dimension", dimension_label(f, cut->dimension)));
    if (!chart_is_worth(shown, cut->count)) {
        add_paragraph(f, into, chart_left_out(f, title, shown, cut->count));
        return;
    }
    struct chart *chart = chart_new(f, CHART_BARS_HORIZONTAL, title, title, 1);
    chart->unit = set(f, definition->unit);
    chart->decimals = (uint8_t)indicator_decimals(definition);
    chart_categories(f, chart, cut->names, cut->count);
    chart->series[0].name = indicator_short(f, indicator);
    for (size_t i = 0; i < cut->count; i++) {
        chart_point_figure(f, chart, 0, i, cut->figures[i]);
        if (shared)
            chart->series[0].points[i].shown =
                SAY(f, "breakdown.share", PAIR("value", chart->series[0].points[i].shown),
                    PAIR("share", count_text(f, shares[i])));
    }
    chart->half = chart->told = cut->count <= HALF_MOST;
    chart->sentence = sentences_of(f, indicator, cut, shared, shares);
    chart_add(f, chart, capitalised(f, dimension_label(f, cut->dimension)), into);
}

static void add_indicator(struct filling *f, uint32_t indicator, struct str dimension, struct node *into)
{
    const struct indicator *definition = indicator_of(f, indicator);
    for (size_t d = 0; d < definition->dimensions.count; d++) {
        uint32_t index = definition->dimension_indexes ? definition->dimension_indexes[d] : 0;
        if (!index || (dimension.length && !name_equal(dimension, definition->dimensions.at[d])))
            continue;
        struct cut cut = cut_of(f, indicator, &f->facts->dimensions.at[index]);
        if (cut.count > 1)
            add_cut(f, indicator, &cut, into);
    }
}

static void fill_breakdown(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct strs named = option_names(f->arena, &hole_breakdown, yaml, "indicators");
    struct indexes indicators = named.count ? indicators_named(f, &named) : indicators_headline(f);
    struct str dimension = option_text(&hole_breakdown, yaml, "dimension");
    for (size_t i = 0; period_is(f->job->period) && i < indicators.count; i++)
        add_indicator(f, indicators.at[i], dimension, into);
}

const struct hole hole_breakdown = {TEXT_OF("breakdown"),
                                    TEXT_OF("ventilation"),
                                    OPTIONS(options),
                                    fill_breakdown,
                                    TEXT_OF("indicators by the categories of their dimensions"),
                                    TEXT_OF("les indicateurs par catégorie de leurs ventilations"),
                                    NULL};
