#include "compose/chart_build.h"

struct chart *chart_new(struct filling *f, enum chart_kind kind, struct str id, struct str title, size_t series)
{
    struct chart *chart = ARENA_NEW(f->arena, struct chart);
    chart->kind = kind;
    chart->id = unique_id(f, id);
    chart->title = set(f, title);
    chart->language = f->language;
    chart->series = ARENA_ARRAY(f->arena, struct chart_series, series + 1);
    chart->series_count = series;
    return chart;
}

void chart_categories(struct filling *f, struct chart *chart, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        *PUSH(f->arena, &chart->categories) = set(f, names[i]);
    for (size_t s = 0; s < chart->series_count; s++)
        chart->series[s].points = ARENA_ARRAY(f->arena, struct chart_point, count + 1);
}

void chart_point_figure(struct filling *f, struct chart *chart, size_t series, size_t at, const struct figure *figure)
{
    struct chart_point *point = &chart->series[series].points[at];
    if (!figure || figure_is_blank(figure))
        return;
    point->value = figure->value;
    point->state = figure->state;
    point->shown = figure_shown(f, figure, utf8_length(chart->unit) <= 2);
    point->mark = figure_mark(f, figure);
    if (figure->state != FIGURE_NOT_DUE)
        point->key = figure_use(f, figure);
}

void chart_point_quantity(struct filling *f, struct chart *chart, size_t series, size_t at, struct quantity value,
                          struct str shown)
{
    struct chart_point *point = &chart->series[series].points[at];
    (void)f;
    point->value = value;
    point->shown = shown;
}

static struct cell point_cell(struct filling *f, const struct chart *chart, const struct chart_point *point)
{
    (void)f;
    if (!point->shown.length)
        return (struct cell){.kind = CELL_EMPTY};
    return (struct cell){.kind = CELL_NUMBER,
                         .number = point->value,
                         .unit = chart->unit,
                         .decimals = chart->decimals,
                         .state = point->state,
                         .shown = point->shown,
                         .mark = point->mark,
                         .key = point->key};
}

void chart_add(struct filling *f, struct chart *chart, struct str corner, struct node *into)
{
    struct str id = str_print(f->arena, "%.*s-data", STR_ARG(chart->id));
    struct grid grid = grid_new(f, id, chart->title, chart->series_count + 1);
    grid_column(f, &grid, 0, corner, ALIGN_START);
    for (size_t s = 0; s < chart->series_count; s++)
        grid_column(f, &grid, s + 1, chart->series[s].name, ALIGN_DECIMAL);
    for (size_t i = 0; i < chart->categories.count; i++) {
        struct cell *cells = grid_row(f, &grid, ROW_PLAIN);
        cells[0] = cell_text(f, chart->categories.at[i]);
        cells[0].header = true;
        for (size_t s = 0; s < chart->series_count; s++)
            cells[s + 1] = point_cell(f, chart, &chart->series[s].points[i]);
    }
    grid.table->rows = grid.rows.at;
    grid.table->row_count = grid.rows.count;
    chart->table = grid.table;
    add_block(f, into, NODE_CHART)->chart = chart;
}

bool chart_is_worth(size_t shown, size_t of)
{
    return shown > 1 && shown * 3 >= of * 2;
}

struct str chart_left_out(struct filling *f, struct str label, size_t shown, size_t of)
{
    return SAY_N(f, (int64_t)shown, "chart.left_out", PAIR("label", label), PAIR("n", count_text(f, (int64_t)shown)),
                 PAIR("of", count_text(f, (int64_t)of)));
}

/* ---- sentences ---- */

struct str when_text(struct filling *f, struct period period)
{
    bool named = f->facts->programme.year_start <= 1 || period.kind == PERIOD_YEAR || period.kind == PERIOD_MONTH;
    const char *key = !named                        ? "when.span"
                      : period.kind == PERIOD_YEAR  ? "when.year"
                      : period.kind == PERIOD_MONTH ? "when.month"
                                                    : "when.quarter";
    return SAY(f, key, PAIR("period", period_text(f, period)));
}

/* No total without what it rests on, in a sentence either. */
static struct str with_basis(struct filling *f, struct str value, const struct figure *figure)
{
    struct str basis = figure_basis(f, figure);
    return basis.length ? SAY(f, "figure.with_basis", PAIR("value", value), PAIR("basis", basis)) : value;
}

static struct str previous_shown(struct filling *f, const struct figure *figure)
{
    struct figure_key key = figure->key;
    key.period = period_year_before(key.period);
    return with_basis(f, quantity_shown(f, key.indicator, figure->previous), figure_at(f, key));
}

static struct str change_sentence(struct filling *f, const struct figure *figure)
{
    struct str label = indicator_label(f, figure->key.indicator);
    struct str value = with_basis(f, figure_shown(f, figure, true), figure);
    struct str when = when_text(f, figure->key.period);
    if (!figure->value.is)
        return SAY(f, "sentence.absent", PAIR("label", label), PAIR("when", when),
                   PAIR("why", absence_reason(f, figure)));
    if (!figure->previous.is || !figure->change.is || change_misleads(f, figure))
        return SAY(f, "sentence.value", PAIR("label", label), PAIR("when", when), PAIR("value", value));
    struct period before = period_year_before(figure->key.period);
    return SAY(f, "sentence.change", PAIR("label", label), PAIR("when", when), PAIR("value", value),
               PAIR("before", previous_shown(f, figure)), PAIR("then", when_text(f, before)),
               PAIR("change", change_shown(f, figure, figure->change)));
}

static struct str like_sentence(struct filling *f, const struct figure *figure)
{
    bool turns = figure->change.is && figure->change_like_for_like.is &&
                 figure->change.approximate * figure->change_like_for_like.approximate < 0;
    bool alone = !figure->change.is && figure->change_like_for_like.is;
    if (!turns && !alone)
        return STR_NONE;
    return SAY_N(f, figure->like_for_like, "sentence.like_for_like",
                 PAIR("change", change_shown(f, figure, figure->change_like_for_like)),
                 PAIR("n", count_text(f, figure->like_for_like)));
}

static struct str target_sentence(struct filling *f, const struct figure *figure)
{
    static const char *const progress_keys[] = {"sentence.target_progress", "sentence.target_progress_over",
                                                "sentence.target_progress_of"};
    if (!figure->target.is || figure->target_status == TARGET_NONE)
        return STR_NONE;
    if (indicator_adds_up(indicator_of(f, figure->key.indicator)) && figure->progress.is)
        return SAY(f, reached_key(figure, progress_keys),
                   PAIR("reached", quantity_shown(f, figure->key.indicator, figure_reached(f, figure))),
                   PAIR("target", quantity_shown(f, figure->key.indicator, figure->target)),
                   PAIR("period", period_short(f, figure->target_period)),
                   PAIR("progress", show_share(f->arena, figure->progress, 0, f->language)),
                   PAIR("status", status_of_target(f, figure->target_status)));
    return SAY(f, "sentence.target", PAIR("target", quantity_shown(f, figure->key.indicator, figure->target)),
               PAIR("period", period_short(f, figure->target_period)),
               PAIR("status", status_so_far(f, figure, status_of_target(f, figure->target_status))));
}

struct str indicator_sentence(struct filling *f, const struct figure *figure)
{
    struct str sentences[] = {change_sentence(f, figure), like_sentence(f, figure), target_sentence(f, figure)};
    struct buffer text = {.arena = f->arena};
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (sentences[i].length)
            buffer_print(&text, "%s%.*s", text.count ? " " : "", STR_ARG(sentences[i]));
    return buffer_str(&text);
}
