#include "compose/chart_build.h"
#include "compose/hole_list.h"
#include "compose/labels.h"

/* Charts of indicators, one each: bars for what is counted over a period, a line for a level, bullets for several
 * against their targets, a distribution for a score. */

enum { KIND_USUAL = 1, KIND_BARS, KIND_LINES, KIND_BULLET, KIND_DISTRIBUTION };
static const struct choice kinds[] = {
    {TEXT_OF("usual"), TEXT_OF("usuel"), KIND_USUAL},
    {TEXT_OF("bars"), TEXT_OF("barres"), KIND_BARS},
    {TEXT_OF("lines"), TEXT_OF("courbes"), KIND_LINES},
    {TEXT_OF("bullet"), TEXT_OF("cibles"), KIND_BULLET},
    {TEXT_OF("distribution"), TEXT_OF("repartition"), KIND_DISTRIBUTION},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct choice paces[] = {
    {TEXT_OF("month"), TEXT_OF("mois"), PERIOD_MONTH},
    {TEXT_OF("quarter"), TEXT_OF("trimestre"), PERIOD_QUARTER},
    {TEXT_OF("semester"), TEXT_OF("semestre"), PERIOD_SEMESTER},
    {TEXT_OF("year"), TEXT_OF("annee"), PERIOD_YEAR},
    {{NULL, 0}, {NULL, 0}, 0},
};
enum { WIDTH_FULL = 1, WIDTH_HALF };
static const struct choice widths[] = {
    {TEXT_OF("full"), TEXT_OF("entiere"), WIDTH_FULL},
    {TEXT_OF("half"), TEXT_OF("moitie"), WIDTH_HALF},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct option_row options[] = {
    {TEXT_OF("indicators"), TEXT_OF("indicateurs"), OPTION_INDICATORS, NULL,
     TEXT_OF("ids; the headline indicators unless said"), TEXT_OF("identifiants ; sinon les indicateurs phares")},
    {TEXT_OF("kind"), TEXT_OF("forme"), OPTION_CHOICE, kinds, TEXT_OF("usual, bars, lines, bullet, distribution"),
     TEXT_OF("usuel, barres, courbes, cibles, repartition")},
    {TEXT_OF("periods"), TEXT_OF("periodes"), OPTION_COUNT, NULL, TEXT_OF("how many, 8 unless said"),
     TEXT_OF("combien, 8 sinon")},
    {TEXT_OF("time"), TEXT_OF("pas"), OPTION_CHOICE, paces,
     TEXT_OF("month, quarter, semester, year; the document's unless said"),
     TEXT_OF("mois, trimestre, semestre, annee ; sinon celui du document")},
    {TEXT_OF("count"), TEXT_OF("nombre"), OPTION_COUNT, NULL, TEXT_OF("at most this many charts, 2 unless said"),
     TEXT_OF("au plus ce nombre de graphiques, 2 sinon")},
    {TEXT_OF("width"), TEXT_OF("largeur"), OPTION_CHOICE, widths,
     TEXT_OF("full, or half: two stand side by side, their data in a table that stands before them"),
     TEXT_OF("entiere, ou moitie : deux se tiennent côte à côte, leurs données dans un tableau placé avant eux")},
};

struct drawing_of {
    int kind;
    bool half;
    struct span span;
    struct node *charts, *left_out; /* the sentences that stand for charts of too few values */
};

static bool is_level(const struct indicator *indicator)
{
    return indicator->type == TYPE_RATIO || indicator->type == TYPE_MEAN || indicator->type == TYPE_MEDIAN ||
           indicator->type == TYPE_VALUE || indicator->nature == NATURE_STOCK || indicator->nature == NATURE_TO_DATE;
}

/* ---- one indicator over time ---- */

/* A level is held against its trajectory; what adds up, against what the trajectory gains in that very period. */
static struct quantity target_at(struct filling *f, const struct figure *const *figures, size_t at)
{
    const struct figure *figure = figures[at];
    if (!figure->trajectory.is || !indicator_adds_up(indicator_of(f, figure->key.indicator)) ||
        !period_is(figure->target_period))
        return figure->trajectory;
    struct figure_key earlier = figure->key;
    earlier.period = period_next(earlier.period, -1);
    const struct figure *before = at ? figures[at - 1] : figure_at(f, earlier);
    bool goes_on = before->trajectory.is && period_equal(before->target_period, figure->target_period);
    if (goes_on)
        return quantity_difference(figure->trajectory, before->trajectory);
    double share = (double)period_months(figure->key.period.kind) / period_months(figure->target_period.kind);
    return (struct quantity){.is = true, .approximate = figure->target.approximate * share};
}

static size_t count_known(const struct figure *const *figures, size_t count)
{
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        known += figures[i]->value.is;
    return known;
}

static bool any_target(struct filling *f, const struct figure *const *figures, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (target_at(f, figures, i).is)
            return true;
    return false;
}

/* The periods that the indicator has: a half-yearly one skips the quarters between. */
static size_t figures_along(struct filling *f, uint32_t indicator, const struct span *span,
                            const struct figure **figures, struct str *names)
{
    size_t count = 0;
    for (size_t i = 0; i < span->count; i++) {
        const struct figure *figure = figure_in(f, indicator, subject_of_job(f), span->at[i]);
        if (!figure || (figure_is_blank(figure) && !count))
            continue;
        names[count] = period_short(f, figure->key.period);
        figures[count++] = figure;
    }
    return count;
}

/* The latest break: what stands since then is what counts. */
static int break_before(const struct filling *f, uint32_t indicator, const struct figure *const *figures, size_t count)
{
    for (size_t i = count; i-- > 1;)
        if (series_breaks(f, indicator, figures[i - 1]->key.period, figures[i]->key.period))
            return (int)i;
    return 0;
}

static void add_targets(struct filling *f, struct chart *chart, const struct figure *const *figures, size_t count)
{
    chart->series[1].name =
        word(f, indicator_adds_up(indicator_of(f, figures[0]->key.indicator)) ? "chart.pace" : "chart.trajectory");
    chart->series[1].is_target = true;
    for (size_t i = 0; i < count; i++) {
        struct quantity target = target_at(f, figures, i);
        if (target.is)
            chart_point_quantity(f, chart, 1, i, target,
                                 show_quantity(f->arena, target, chart->decimals,
                                               utf8_length(chart->unit) <= 2 ? chart->unit : STR_NONE, f->language));
    }
}

/* Nothing is masked: there is no total to show. */
static bool adds_to_none(const struct figure *const *figures, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (figures[i]->value.is || figures[i]->state == FIGURE_MASKED)
            return false;
    return true;
}

/* Their points are drawn hollow. */
static bool any_partial(const struct figure *const *figures, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (figures[i]->state == FIGURE_PARTIAL && figures[i]->value.is)
            return true;
    return false;
}

/* Values that a drawing cannot show leave holes in it: where there are many, a sentence stands for it. */
static bool is_worth(struct filling *f, const struct drawing_of *drawing, uint32_t indicator,
                     const struct figure *const *figures, size_t count)
{
    size_t known = count_known(figures, count);
    if (!chart_is_worth(known, count) && count > 2)
        add_paragraph(f, drawing->left_out,
                      adds_to_none(figures, count)
                          ? SAY(f, "chart.no_total", PAIR("label", indicator_label(f, indicator)))
                          : chart_left_out(f, indicator_label(f, indicator), known, count));
    return chart_is_worth(known, count);
}

static bool add_over_time(struct filling *f, uint32_t indicator, const struct drawing_of *drawing)
{
    const struct indicator *definition = indicator_of(f, indicator);
    const struct figure *figures[PERIODS_MAX];
    struct str names[PERIODS_MAX];
    int kind = drawing->kind;
    size_t count = figures_along(f, indicator, &drawing->span, figures, names);
    if (!count || !is_worth(f, drawing, indicator, figures, count))
        return false;
    bool level = kind == KIND_LINES || (kind == KIND_USUAL && is_level(definition));
    bool targets = any_target(f, figures, count);
    struct chart *chart =
        chart_new(f, level ? CHART_LINES : CHART_BARS, definition->id, indicator_label(f, indicator), targets ? 2 : 1);
    chart->unit = set(f, definition->unit);
    chart->decimals = (uint8_t)indicator_decimals(definition);
    chart_categories(f, chart, names, count);
    chart->series[0].name = indicator_short(f, indicator);
    chart->series[0].break_before = break_before(f, indicator, figures, count);
    for (size_t i = 0; i < count; i++)
        chart_point_figure(f, chart, 0, i, figures[i]);
    if (targets)
        add_targets(f, chart, figures, count);
    chart->sentence = indicator_sentence(f, figures[count - 1]);
    if (chart->series[0].break_before)
        chart->sentence = SAY(f, "sentence.broken", PAIR("sentence", chart->sentence),
                              PAIR("when", when_text(f, figures[chart->series[0].break_before]->key.period)));
    if (level && any_partial(figures, count))
        chart->sentence = SAY(f, "sentence.hollow", PAIR("sentence", chart->sentence));
    chart->half = chart->told = drawing->half;
    chart_add(f, chart, word(f, "column.period"), drawing->charts);
    return true;
}

void chart_history(struct filling *f, uint32_t indicator, struct span span, struct node *into)
{
    add_over_time(f, indicator,
                  &(struct drawing_of){.kind = KIND_USUAL, .span = span, .charts = into, .left_out = into});
}

/* ---- several against their targets ---- */

struct str targets_held(struct filling *f, int64_t held, int64_t targets)
{
    struct str when = when_text(f, f->job->period);
    if (held == targets)
        return SAY(f, "sentence.all_targets", PAIR("n", count_text(f, targets)), PAIR("when", when));
    return SAY_N(f, held, "sentence.targets", PAIR("n", count_text(f, held)), PAIR("of", count_text(f, targets)),
                 PAIR("when", when));
}

/* Where the row's numbers are of another period than the target's, its name says of which. */
static struct str bullet_name(struct filling *f, const struct figure *figure)
{
    struct str name = indicator_short(f, figure->key.indicator);
    struct period own = figure->key.period, of = figure->target_period;
    bool summed = indicator_adds_up(indicator_of(f, figure->key.indicator)) && !period_equal(own, of);
    if (summed || target_goes_on(f, figure))
        name = SAY(f, "chart.row_period", PAIR("label", name), PAIR("period", period_short(f, summed ? of : own)));
    return name;
}

/* A bar that stops short of its target is good news where less is better: the target says so. */
static struct str bullet_target(struct filling *f, const struct figure *figure)
{
    struct str target = quantity_shown(f, figure->key.indicator, figure->target);
    bool down = indicator_of(f, figure->key.indicator)->direction == DIRECTION_DOWN;
    return down ? SAY(f, "chart.at_most", PAIR("target", target)) : target;
}

/* A row an indicator, each in its own unit. */
static void set_units(struct filling *f, const struct table *table, const struct figure *const *figures, size_t count)
{
    for (size_t i = 0; i < count && i < table->row_count; i++) {
        const struct indicator *indicator = indicator_of(f, figures[i]->key.indicator);
        for (size_t c = 1; c < table->column_count; c++) {
            table->rows[i].cells[c].unit = indicator->unit;
            table->rows[i].cells[c].decimals = (uint8_t)indicator_decimals(indicator);
        }
    }
}

static void add_bullets(struct filling *f, const struct indexes *indicators, size_t most,
                        const struct drawing_of *drawing)
{
    const struct figure *figures[16];
    struct str names[16];
    size_t count = 0, held = 0;
    for (size_t i = 0; i < indicators->count && count < most && count < 16; i++) {
        const struct figure *figure = figure_in(f, indicators->at[i], subject_of_job(f), f->job->period);
        if (!figure || !figure->value.is || !target_is_judged(figure))
            continue;
        held += target_is_held(figure);
        names[count] = bullet_name(f, figure);
        figures[count++] = figure;
    }
    if (count < 2)
        return;
    struct chart *chart = chart_new(f, CHART_BULLET, STR("targets"), word(f, "chart.targets"), 2);
    chart_categories(f, chart, names, count);
    chart->series[0].name = word(f, "column.value");
    chart->series[1].name = word(f, "column.target");
    chart->series[1].is_target = true;
    for (size_t i = 0; i < count; i++) {
        chart_point_figure(f, chart, 0, i, figures[i]);
        struct quantity reached = figure_reached(f, figures[i]);
        chart->series[0].points[i].value = reached;
        chart->series[0].points[i].shown = quantity_shown(f, figures[i]->key.indicator, reached);
        chart_point_quantity(f, chart, 1, i, figures[i]->target, bullet_target(f, figures[i]));
    }
    chart->sentence = targets_held(f, (int64_t)held, (int64_t)count);
    chart->half = chart->told = drawing->half;
    chart_add(f, chart, word(f, "column.indicator"), drawing->charts);
    set_units(f, chart->table, figures, count);
}

/* ---- a score ---- */

static size_t most_given(const struct figure *figure)
{
    size_t most = 0;
    for (size_t i = 1; i < figure->share_count; i++)
        if (decimal_compare(figure->shares[i].count, figure->shares[most].count) > 0)
            most = i;
    return most;
}

static const struct share *share_named(struct filling *f, const struct figure *figure, struct str name)
{
    for (size_t i = 0; i < figure->share_count; i++)
        if (str_equal(answer_label(f, indicator_of(f, figure->key.indicator), figure->shares[i].answer), name))
            return &figure->shares[i];
    return NULL;
}

static void set_distribution(struct filling *f, struct chart *chart, size_t series, const struct figure *figure)
{
    struct str basis = figure_basis(f, figure), name = period_short(f, figure->key.period);
    chart->series[series].name =
        basis.length ? SAY(f, "figure.with_basis", PAIR("value", name), PAIR("basis", basis)) : name;
    struct str key = figure_use(f, figure);
    for (size_t i = 0; i < chart->categories.count; i++) {
        const struct share *share = share_named(f, figure, chart->categories.at[i]);
        if (!share)
            continue;
        struct quantity n = {
            .is = true, .exact = true, .decimal = share->count, .approximate = decimal_double(share->count)};
        chart_point_quantity(f, chart, series, i, n, show_decimal(f->arena, share->count, 0, f->language));
        chart->series[series].points[i].key = key;
    }
}

static struct str distribution_sentence(struct filling *f, const struct figure *figure)
{
    struct decimal total = decimal_int(0);
    for (size_t i = 0; i < figure->share_count; i++)
        decimal_add(&total, figure->shares[i].count);
    const struct share *most = &figure->shares[most_given(figure)];
    const char *form = figure_basis(f, figure).length ? "sentence.distribution_of" : "sentence.distribution";
    return SAY(f, form, PAIR("label", indicator_label(f, figure->key.indicator)),
               PAIR("total", show_decimal(f->arena, total, 0, f->language)), PAIR("basis", figure_basis(f, figure)),
               PAIR("when", when_text(f, figure->key.period)),
               PAIR("answer", answer_label(f, indicator_of(f, figure->key.indicator), most->answer)),
               PAIR("n", show_decimal(f->arena, most->count, 0, f->language)));
}

static bool add_distribution(struct filling *f, uint32_t indicator, const struct drawing_of *drawing)
{
    const struct indicator *definition = indicator_of(f, indicator);
    const struct figure *figures[PERIODS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < drawing->span.count; i++) {
        const struct figure *figure = figure_in(f, indicator, subject_of_job(f), drawing->span.at[i]);
        if (figure && figure->share_count)
            figures[count++] = figure;
    }
    if (!count)
        return false;
    const struct figure *last = figures[count - 1];
    struct str *names = ARENA_ARRAY(f->arena, struct str, last->share_count);
    for (size_t i = 0; i < last->share_count; i++)
        names[i] = answer_label(f, definition, last->shares[i].answer);
    struct chart *chart = chart_new(f, CHART_DISTRIBUTION, definition->id, indicator_label(f, indicator), count);
    chart->unit = set(f, definition->unit);
    chart_categories(f, chart, names, last->share_count);
    for (size_t s = 0; s < count; s++)
        set_distribution(f, chart, s, figures[s]);
    chart->sentence = distribution_sentence(f, last);
    chart->half = chart->told = drawing->half;
    chart_add(f, chart, word(f, "column.answer"), drawing->charts);
    return true;
}

/* ---- the hole ---- */

static struct indexes chosen(struct filling *f, const struct yaml *yaml, int kind)
{
    struct strs named = option_names(f->arena, &hole_chart, yaml, "indicators");
    if (named.count)
        return indicators_named(f, &named);
    if (kind != KIND_BULLET && kind != KIND_DISTRIBUTION)
        return indicators_headline(f);
    struct indexes all = indicators_visible(f), found = {0};
    for (size_t i = 0; i < all.count; i++) {
        const struct indicator *indicator = indicator_of(f, all.at[i]);
        if (kind == KIND_DISTRIBUTION ? indicator->type == TYPE_SCORE : indicator_is_number(indicator))
            *PUSH(f->arena, &found) = all.at[i];
    }
    return found;
}

static void fill_chart(struct filling *f, const struct yaml *yaml, struct node *into)
{
    int kind = option_choice(&hole_chart, yaml, "kind", KIND_USUAL);
    size_t periods = (size_t)option_count(&hole_chart, yaml, "periods", 8);
    size_t most = (size_t)option_count(&hole_chart, yaml, "count", kind == KIND_BULLET ? 12 : 2);
    struct indexes indicators = chosen(f, yaml, kind);
    if (!period_is(f->job->period))
        return;
    enum period_kind pace = (enum period_kind)option_choice(&hole_chart, yaml, "time", (int)f->job->period.kind);
    struct drawing_of drawing = {.kind = kind,
                                 .half = option_choice(&hole_chart, yaml, "width", WIDTH_FULL) == WIDTH_HALF,
                                 .span = span_ending(f, pace, periods),
                                 .charts = into,
                                 .left_out = node_new(f->arena, NODE_BODY, f->place)};
    if (kind == KIND_BULLET)
        add_bullets(f, &indicators, most, &drawing);
    for (size_t i = 0, made = 0; kind != KIND_BULLET && i < indicators.count && made < most; i++)
        made += indicator_of(f, indicators.at[i])->type == TYPE_SCORE ? add_distribution(f, indicators.at[i], &drawing)
                                                                      : add_over_time(f, indicators.at[i], &drawing);
    while (drawing.left_out->first)
        node_append(into, drawing.left_out->first);
}

const struct hole hole_chart = {TEXT_OF("chart"),
                                TEXT_OF("graphique"),
                                OPTIONS(options),
                                fill_chart,
                                TEXT_OF("charts of indicators, each with its sentence and its data"),
                                TEXT_OF("des graphiques d’indicateurs, chacun avec sa phrase et ses données"),
                                NULL};
