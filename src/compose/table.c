#include "compose/hole_list.h"
#include "compose/series.h"
#include "compose/site.h"
#include "compose/table_notes.h"

/* Indicators over periods: one row each, with what stands there, the trend, the target and the state. */

enum { GROUP_NONE = 1, GROUP_LEVEL };
static const struct choice groups[] = {
    {TEXT_OF("none"), TEXT_OF("aucun"), GROUP_NONE},
    {TEXT_OF("level"), TEXT_OF("niveau"), GROUP_LEVEL},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct choice levels[] = {
    {TEXT_OF("input"), TEXT_OF("moyens"), LEVEL_INPUT},
    {TEXT_OF("activity"), TEXT_OF("activite"), LEVEL_ACTIVITY},
    {TEXT_OF("output"), TEXT_OF("realisation"), LEVEL_OUTPUT},
    {TEXT_OF("outcome"), TEXT_OF("resultat"), LEVEL_OUTCOME},
    {TEXT_OF("impact"), TEXT_OF("impact"), LEVEL_IMPACT},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct choice columns[] = {
    {TEXT_OF("to_date"), TEXT_OF("cumul"), 1},    {TEXT_OF("baseline"), TEXT_OF("reference"), 2},
    {TEXT_OF("target"), TEXT_OF("cible"), 3},     {TEXT_OF("progress"), TEXT_OF("avancement"), 4},
    {TEXT_OF("status"), TEXT_OF("etat"), 5},      {TEXT_OF("trend"), TEXT_OF("tendance"), 6},
    {TEXT_OF("change"), TEXT_OF("evolution"), 7}, {{NULL, 0}, {NULL, 0}, 0},
};
enum { EXTRA_COUNT = 7 };
enum { ONLY_ALL = 1, ONLY_OFF_TRACK };
static const struct choice onlys[] = {
    {TEXT_OF("all"), TEXT_OF("tous"), ONLY_ALL},
    {TEXT_OF("off_track"), TEXT_OF("a_redresser"), ONLY_OFF_TRACK},
    {{NULL, 0}, {NULL, 0}, 0},
};

static const struct option_row options[] = {
    {TEXT_OF("indicators"), TEXT_OF("indicateurs"), OPTION_INDICATORS, NULL,
     TEXT_OF("ids; all that the audience may see unless said"),
     TEXT_OF("identifiants ; sinon tous ceux que le lecteur peut voir")},
    {TEXT_OF("periods"), TEXT_OF("periodes"), OPTION_COUNT, NULL,
     TEXT_OF("how many, the last one being the document's"), TEXT_OF("combien, la dernière étant celle du document")},
    {TEXT_OF("group"), TEXT_OF("groupe"), OPTION_CHOICE, groups, TEXT_OF("none, or level"),
     TEXT_OF("aucun, ou niveau")},
    {TEXT_OF("level"), TEXT_OF("niveau"), OPTION_CHOICE, levels, TEXT_OF("of one level of the theory of change only"),
     TEXT_OF("d’un seul niveau de la théorie du changement")},
    {TEXT_OF("only"), TEXT_OF("seulement"), OPTION_CHOICE, onlys,
     TEXT_OF("all, or off_track: those to watch, off track or going backward"),
     TEXT_OF("tous, ou a_redresser : ceux à surveiller, en difficulté ou en recul")},
    {TEXT_OF("columns"), TEXT_OF("colonnes"), OPTION_TEXT, NULL,
     TEXT_OF("trend, change, to_date, baseline, target, progress, status, in that order"),
     TEXT_OF("tendance, evolution, cumul, reference, cible, avancement, etat, dans cet ordre")},
};

struct making {
    struct filling *f;
    struct grid grid;
    struct span span;
    struct subject subject;
    int extras[EXTRA_COUNT];
    size_t extra_count;
    struct table_notes notes;
    int only;
};

/* ---- the columns after the periods ---- */

static struct cell to_date_cell(struct making *m, const struct figure *figure)
{
    const struct indicator *indicator = indicator_of(m->f, figure->key.indicator);
    bool adds = (indicator->type == TYPE_COUNT || indicator->type == TYPE_AMOUNT) && indicator->nature == NATURE_FLOW &&
                indicator->counting == COUNTING_OCCURRENCES;
    if (!adds)
        return (struct cell){.kind = CELL_EMPTY};
    struct figure_key key = figure->key;
    key.to_date = true;
    return cell_in_table(m->f, figure_at(m->f, key), &m->notes);
}

static struct cell baseline_cell(struct making *m, const struct figure *figure)
{
    return quantity_in_table(m->f, figure, figure->baseline);
}

static struct cell target_cell(struct making *m, const struct figure *figure)
{
    struct cell cell = quantity_in_table(m->f, figure, figure->target);
    if (figure->target.is && period_is(figure->target_period) &&
        !period_equal(figure->target_period, figure->key.period))
        cell.mark = period_short(m->f, figure->target_period);
    return cell;
}

static struct cell progress_cell(struct making *m, const struct figure *figure)
{
    return cell_progress(m->f, figure);
}

static struct cell state_cell(struct making *m, const struct figure *figure)
{
    return cell_status(m->f, figure);
}

static struct cell trend_cell(struct making *m, const struct figure *figure)
{
    struct span span = span_ending(m->f, m->f->job->period.kind, 8);
    struct cell cell = {.kind = CELL_SPARK};
    cell.series = series_values(m->f, figure->key.indicator, m->subject, &span, &cell.series_count);
    bool trend = cell.series_count && indicator_is_number(indicator_of(m->f, figure->key.indicator));
    return trend ? cell : (struct cell){.kind = CELL_EMPTY};
}

static struct cell change_cell(struct making *m, const struct figure *figure)
{
    struct filling *f = m->f;
    struct str gross = change_shown(f, figure, figure->change);
    struct str like = change_shown(f, figure, figure->change_like_for_like);
    if ((!gross.length && !like.length) || change_misleads(f, figure))
        return (struct cell){.kind = CELL_EMPTY};
    table_notes_change(f, &m->notes, figure);
    return cell_text(f, gross.length ? gross : SAY(f, "change.like_short", PAIR("change", like)));
}

static const struct {
    const char *title;
    enum column_align align;
    struct cell (*cell)(struct making *m, const struct figure *figure);
} extras[EXTRA_COUNT + 1] = {
    [1] = {"column.to_date", ALIGN_DECIMAL, to_date_cell}, [2] = {"column.baseline", ALIGN_DECIMAL, baseline_cell},
    [3] = {"column.target", ALIGN_DECIMAL, target_cell},   [4] = {"column.progress", ALIGN_END, progress_cell},
    [5] = {"column.status", ALIGN_START, state_cell},      [6] = {"column.trend", ALIGN_MIDDLE, trend_cell},
    [7] = {"column.change", ALIGN_END, change_cell},
};

static void choose_extras(struct making *m, const struct yaml *yaml)
{
    struct strs names = option_names(m->f->arena, &hole_table, yaml, "columns");
    static const int usual[] = {6, 1, 3, 5};
    for (size_t i = 0; i < names.count && m->extra_count < EXTRA_COUNT; i++)
        if (choice_of(columns, names.at[i]))
            m->extras[m->extra_count++] = choice_of(columns, names.at[i]);
    for (size_t i = 0; !names.count && i < sizeof usual / sizeof *usual; i++)
        m->extras[m->extra_count++] = usual[i];
}

/* ---- rows ---- */

/* A laureate's empty cells say why they are empty; a row of nothing but masks, or of totals that cannot be given, says
 * less than its label in the note. */
static bool is_worth_a_row(const struct making *m, const struct figure *figure)
{
    bool excuse = m->subject.kind == SUBJECT_LAUREATE && figure->state != FIGURE_MASKED;
    return !figure_is_blank(figure) && (figure_tells(figure) || excuse);
}

/* It was asked for, and the reader is owed a word; a total that the rules forbid was not. */
static bool is_owed_a_word(const struct figure *figure)
{
    return !figure_is_blank(figure) && (figure->state == FIGURE_MASKED || figure->received < figure->expected);
}

static bool is_off_track(const struct figure *figure)
{
    return figure->target_status == TARGET_WATCH || figure->target_status == TARGET_OFF_TRACK ||
           figure->target_status == TARGET_BACKWARD;
}

static void add_row(struct making *m, uint32_t indicator)
{
    struct filling *f = m->f;
    const struct figure *figures[PERIODS_MAX] = {NULL}, *last = NULL;
    bool any = false, owed = false;
    for (size_t i = 0; i < m->span.count; i++) {
        figures[i] = figure_in(f, indicator, m->subject, m->span.at[i]);
        any = any || (figures[i] && is_worth_a_row(m, figures[i]));
        owed = owed || (figures[i] && is_owed_a_word(figures[i]));
        if (figures[i])
            last = figures[i];
    }
    if (!any && owed && m->only == ONLY_ALL)
        *PUSH(f->arena, &m->notes.unshown) = indicator_short(f, indicator);
    if (!any || (m->only == ONLY_OFF_TRACK && !is_off_track(last)))
        return;
    struct cell *cells = grid_row(f, &m->grid, ROW_PLAIN);
    cells[0] = cell_subject(f, EACH_INDICATOR, indicator, indicator_row_label(f, indicator));
    cells[0].header = true;
    for (size_t i = 0; i < m->span.count; i++)
        if (figures[i])
            cells[1 + i] = cell_in_table(f, figures[i], &m->notes);
    for (size_t i = 0; i < m->extra_count; i++)
        cells[1 + m->span.count + i] = extras[m->extras[i]].cell(m, last);
}

static bool belongs(struct making *m, uint32_t indicator, int level)
{
    const struct indicator *definition = indicator_of(m->f, indicator);
    bool laureate = m->subject.kind == SUBJECT_LAUREATE;
    if (definition->type == TYPE_SCORE || definition->type == TYPE_TEXT)
        return false;
    if ((laureate && definition->scope == SCOPE_PROGRAMME) || (!laureate && definition->scope == SCOPE_OWN))
        return false;
    return level == LEVEL_NONE || definition->level == level;
}

static void add_rows(struct making *m, const struct indexes *indicators, int level)
{
    for (size_t i = 0; i < indicators->count; i++)
        if (belongs(m, indicators->at[i], level))
            add_row(m, indicators->at[i]);
}

static const char *const level_words[] = {[LEVEL_INPUT] = "level.input",
                                          [LEVEL_ACTIVITY] = "level.activity",
                                          [LEVEL_OUTPUT] = "level.output",
                                          [LEVEL_OUTCOME] = "level.outcome",
                                          [LEVEL_IMPACT] = "level.impact"};

static bool any_level(const struct making *m, const struct indexes *indicators)
{
    for (size_t i = 0; i < indicators->count; i++)
        if (indicator_of(m->f, indicators->at[i])->level != LEVEL_NONE)
            return true;
    return false;
}

static void add_groups(struct making *m, const struct indexes *indicators)
{
    struct indexes rest = {0};
    for (int level = LEVEL_INPUT; level <= LEVEL_IMPACT; level++) {
        grid_group(m->f, &m->grid, word(m->f, level_words[level]));
        add_rows(m, indicators, level);
    }
    for (size_t i = 0; i < indicators->count; i++)
        if (indicator_of(m->f, indicators->at[i])->level == LEVEL_NONE)
            *PUSH(m->f->arena, &rest) = indicators->at[i];
    if (any_level(m, indicators))
        grid_group(m->f, &m->grid, word(m->f, "level.none"));
    else
        m->grid.rows.count = 0;
    add_rows(m, &rest, LEVEL_NONE);
}

static void add_columns(struct making *m)
{
    grid_column(m->f, &m->grid, 0, word(m->f, "column.indicator"), ALIGN_START);
    for (size_t i = 0; i < m->span.count; i++)
        grid_column(m->f, &m->grid, 1 + i, period_short(m->f, m->span.at[i]), ALIGN_DECIMAL);
    m->grid.table->columns[m->span.count].latest = m->span.count > 1;
    for (size_t i = 0; i < m->extra_count; i++)
        grid_column(m->f, &m->grid, 1 + m->span.count + i, word(m->f, extras[m->extras[i]].title),
                    extras[m->extras[i]].align);
}

static void fill_table(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct strs named = option_names(f->arena, &hole_table, yaml, "indicators");
    struct indexes indicators = named.count ? indicators_named(f, &named) : indicators_visible(f);
    if (!period_is(f->job->period))
        return;
    struct making m = {.f = f, .subject = subject_of_job(f)};
    m.span = span_ending(f, f->job->period.kind, (size_t)option_count(&hole_table, yaml, "periods", 5));
    m.only = option_choice(&hole_table, yaml, "only", ONLY_ALL);
    choose_extras(&m, yaml);
    m.grid = grid_new(f, STR("indicators"), word(f, "table.indicators"), 1 + m.span.count + m.extra_count);
    add_columns(&m);
    if (option_choice(&hole_table, yaml, "group", GROUP_NONE) == GROUP_LEVEL)
        add_groups(&m, &indicators);
    else
        add_rows(&m, &indicators, option_choice(&hole_table, yaml, "level", LEVEL_NONE));
    table_notes_add(f, &m.notes, &m.grid);
    grid_add(f, &m.grid, into);
}

const struct hole hole_table = {TEXT_OF("table"),
                                TEXT_OF("tableau"),
                                OPTIONS(options),
                                fill_table,
                                TEXT_OF("indicators over periods, with target and state"),
                                TEXT_OF("les indicateurs au fil des périodes, avec la cible et l’état"),
                                NULL};
