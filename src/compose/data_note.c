#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/series.h"

/* What is missing and why: for a laureate, its own indicators; for the programme, who has not reported what. */

/* The reason written beside the observation of a total, or nothing. */
static struct str reason_of(struct filling *f, uint32_t indicator, uint32_t laureate, struct period period)
{
    const struct observations *all = &f->facts->observations;
    for (size_t i = observations_from(all, laureate, indicator); i < all->count; i++) {
        const struct observation *o = &all->at[i];
        if (o->indicator != indicator || o->laureate != laureate)
            break;
        struct period own = observation_period(o);
        if (!o->category && o->note && period_contains(period, own) && f->facts->notes.at[o->note].reason.length)
            return set(f, f->facts->notes.at[o->note].reason);
    }
    return STR_NONE;
}

static const char *missing_key(uint8_t status)
{
    switch (status) {
    case STATUS_NOT_AVAILABLE:
        return "missing.not_available";
    case STATUS_WITHHELD:
        return "missing.withheld";
    default:
        return "missing.not_received";
    }
}

static void list_own(struct filling *f, struct node *into)
{
    struct indexes indicators = indicators_visible(f);
    struct node *list = node_new(f->arena, NODE_LIST, f->place);
    list->tight = true;
    for (size_t i = 0; i < indicators.count; i++) {
        uint32_t indicator = indicators.at[i];
        struct period period = indicator_period(f, indicator_of(f, indicator), f->job->period);
        if (!period_is(period) || !indicator_in_use(indicator_of(f, indicator), period))
            continue;
        const struct figure *figure = figure_of(f, indicator, subject_of_job(f), period);
        struct expected expected;
        bool is = measure_expected_of(f->arena, f->measures, indicator, period, f->job->subject, &expected);
        if (!is || expected.received || figure->state == FIGURE_NOT_DUE)
            continue;
        struct str reason = reason_of(f, indicator, f->job->subject, period);
        struct str why = word(f, missing_key(expected.status));
        struct str label = indicator_label(f, indicator);
        add_item(f, list,
                 reason.length
                     ? SAY(f, "missing.because", PAIR("label", label), PAIR("why", why), PAIR("reason", reason))
                     : SAY(f, "missing.item", PAIR("label", label), PAIR("why", why)));
    }
    if (!list->first)
        return;
    add_paragraph(f, into, word(f, "missing.lead"));
    node_append(into, list);
}

/* ---- the programme's ---- */

static struct str missing_names(struct filling *f, const struct expecteds *expecteds)
{
    struct strs names = {0};
    for (size_t i = 0; i < expecteds->count; i++)
        if (!expecteds->at[i].received)
            *PUSH(f->arena, &names) = laureate_name(f, expecteds->at[i].laureate);
    return show_list(f->arena, names.at, names.count, f->language);
}

static void add_completeness(struct filling *f, struct grid *grid, uint32_t indicator, const struct figure *figure)
{
    struct expecteds expecteds = measure_expected(f->arena, f->measures, indicator, figure->key.period);
    bool observed = figure->observations_expected > figure->expected;
    uint32_t n = observed ? figure->observations_received : figure->received;
    uint32_t of = observed ? figure->observations_expected : figure->expected;
    struct cell *cells = grid_row(f, grid, ROW_PLAIN);
    cells[0] = cell_text(f, indicator_label(f, indicator));
    cells[0].header = true;
    cells[1] = cell_count(f, n);
    cells[2] = cell_count(f, of);
    cells[3] = cell_number(f, (struct maybe){true, {(int64_t)n * 100 / of, 0}}, 0, STR("%"));
    if (f->job->audience == AUDIENCE_INTERNAL)
        cells[4] = cell_text(f, missing_names(f, &expecteds));
}

static bool is_complete(const struct figure *figure)
{
    return figure->received == figure->expected && figure->observations_received == figure->observations_expected;
}

/* What is complete is counted; what is not has its line. */
static void tabulate(struct filling *f, struct node *into)
{
    int64_t asked = 0, complete = 0;
    static const struct {
        const char *title;
        enum column_align align;
    } columns[] = {{"column.indicator", ALIGN_START},
                   {"column.received", ALIGN_END},
                   {"column.expected", ALIGN_END},
                   {"column.share", ALIGN_END},
                   {"column.missing", ALIGN_START}};
    struct indexes indicators = indicators_visible(f);
    struct grid grid = grid_new(f, STR("completeness"), word(f, "table.completeness"), 5);
    for (size_t c = 0; c < 5; c++)
        grid_column(f, &grid, c, word(f, columns[c].title), columns[c].align);
    for (size_t i = 0; i < indicators.count; i++) {
        const struct figure *figure = figure_in(f, indicators.at[i], subject_programme(), f->job->period);
        if (!figure || !figure->expected || figure->state == FIGURE_NOT_DUE)
            continue;
        asked++;
        if (is_complete(figure))
            complete++;
        else
            add_completeness(f, &grid, indicators.at[i], figure);
    }
    if (asked)
        add_paragraph(f, into,
                      SAY_N(f, complete, complete == asked ? "complete.all" : "complete.some",
                            PAIR("n", count_text(f, complete)), PAIR("of", count_text(f, asked))));
    grid_add(f, &grid, into);
}

static void fill_data_note(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (!period_is(f->job->period))
        return;
    if (own_laureate(f))
        list_own(f, into);
    else
        tabulate(f, into);
}

const struct hole hole_data_note = {TEXT_OF("data_note"),
                                    TEXT_OF("note_donnees"),
                                    NULL,
                                    0,
                                    fill_data_note,
                                    TEXT_OF("what is missing and why; completeness"),
                                    TEXT_OF("ce qui manque et pourquoi ; la complétude"),
                                    NULL};
