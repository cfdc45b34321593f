#include "compose/chart_build.h"
#include "compose/series.h"

/* Figures as typed cells: the number with its unit and key, so that no renderer has to read a text back. */

struct cell cell_figure(struct filling *f, const struct figure *figure)
{
    const struct indicator *indicator = indicator_of(f, figure->key.indicator);
    if (figure_is_blank(figure))
        return (struct cell){.kind = CELL_EMPTY};
    struct cell cell = {.kind = CELL_NUMBER, .state = figure->state, .figure = figure};
    bool counted = indicator->type != TYPE_YES_NO && indicator->type != TYPE_MILESTONE;
    cell.number = figure->value;
    cell.unit = counted ? indicator->unit : STR_NONE;
    cell.decimals = (uint8_t)indicator_decimals(indicator);
    cell.shown = figure_shown(f, figure, true);
    cell.mark = figure_mark(f, figure);
    if (figure->state != FIGURE_NOT_DUE)
        cell.key = figure_use(f, figure);
    return cell;
}

struct cell cell_quantity(struct filling *f, const struct figure *figure, struct quantity quantity, struct str shown)
{
    const struct indicator *indicator = indicator_of(f, figure->key.indicator);
    if (!quantity.is)
        return (struct cell){.kind = CELL_EMPTY};
    return (struct cell){.kind = CELL_NUMBER,
                         .number = quantity,
                         .unit = indicator->unit,
                         .decimals = (uint8_t)indicator_decimals(indicator),
                         .shown = shown.length ? shown : quantity_shown(f, figure->key.indicator, quantity)};
}

struct cell cell_status(struct filling *f, const struct figure *figure)
{
    struct str shown = status_so_far(f, figure, status_word(f, figure->target_status));
    if (!shown.length || !figure->target.is)
        return (struct cell){.kind = CELL_EMPTY};
    return (struct cell){.kind = CELL_STATUS, .status = figure->target_status, .shown = shown};
}

struct cell cell_progress(struct filling *f, const struct figure *figure)
{
    if (!figure->progress.is)
        return (struct cell){.kind = CELL_EMPTY};
    return (struct cell){.kind = CELL_PROGRESS,
                         .number = figure->progress,
                         .unit = STR("%"),
                         .shown = show_share(f->arena, figure->progress, 0, f->language)};
}

static void add_note(struct filling *f, struct strs *notes, struct str note)
{
    for (size_t i = 0; i < notes->count; i++)
        if (str_equal(notes->at[i], note))
            return;
    *PUSH(f->arena, notes) = note;
}

static void note_computed(struct filling *f, const struct figure *figure, struct strs *notes)
{
    struct str label = indicator_short(f, figure->key.indicator);
    if (figure->computed.is)
        add_note(f, notes,
                 SAY(f, "note.own_differs", PAIR("label", label), PAIR("when", when_text(f, figure->key.period)),
                     PAIR("own", figure_shown(f, figure, true)), PAIR("basis", figure_counts(f, figure)),
                     PAIR("computed", quantity_shown(f, figure->key.indicator, figure->computed))));
    else if (figure->computed_low.is)
        add_note(f, notes,
                 SAY(f, "note.own_outside", PAIR("label", label), PAIR("when", when_text(f, figure->key.period)),
                     PAIR("own", figure_shown(f, figure, true)), PAIR("basis", figure_basis(f, figure)),
                     PAIR("low", show_quantity(f->arena, figure->computed_low, 0, STR_NONE, f->language)),
                     PAIR("high", quantity_shown(f, figure->key.indicator, figure->computed_high))));
    else
        add_note(f, notes, SAY(f, "note.own", PAIR("label", label)));
}

bool milestone_is_passed(const struct filling *f, const struct figure *figure)
{
    return indicator_of(f, figure->key.indicator)->type == TYPE_MILESTONE && date_is(figure->as_of) &&
           figure->key.subject.kind == SUBJECT_LAUREATE && figure->value.is && figure->value.approximate > 0;
}

/* A dated value, or a year's count before its end, that stands for a period it does not reach the end of. */
static bool is_earlier(const struct filling *f, const struct figure *figure)
{
    const struct indicator *indicator = indicator_of(f, figure->key.indicator);
    enum period_kind rhythm = (enum period_kind)indicator->frequency;
    int32_t last = period_end(figure->key.period) - 1;
    bool answer = indicator->type == TYPE_YES_NO || indicator->type == TYPE_MILESTONE;
    if (answer || !date_is(figure->as_of) || !figure->value.is)
        return false;
    struct period end = period_at(rhythm, last, f->facts->programme.year_start);
    return figure->as_of.day < period_first_day(end).day;
}

void figure_notes(struct filling *f, const struct figure *figure, struct strs *notes)
{
    struct str label = indicator_short(f, figure->key.indicator);
    bool total = figure->key.subject.kind != SUBJECT_LAUREATE && figure->value.is;
    if (figure->without_deduplication && (total || figure->state == FIGURE_RANGE))
        add_note(f, notes, SAY(f, "note.without_deduplication", PAIR("label", label)));
    if (figure->state == FIGURE_RANGE)
        add_note(f, notes, SAY(f, "note.range", PAIR("label", label)));
    if (figure->series_broken)
        add_note(f, notes,
                 SAY(f, "indicator.changed", PAIR("label", label),
                     PAIR("date",
                          date_text(f, series_break(f, figure->key.indicator, period_last_day(figure->key.period))))));
    if (figure->simple_mean && total)
        add_note(f, notes, SAY(f, "note.simple_mean", PAIR("label", label)));
    if (figure->own && total)
        note_computed(f, figure, notes);
    if (milestone_is_passed(f, figure))
        add_note(f, notes, SAY(f, "note.milestone", PAIR("label", label), PAIR("date", date_text(f, figure->as_of))));
    if (is_earlier(f, figure))
        add_note(f, notes,
                 SAY(f, "note.as_of", PAIR("label", label), PAIR("when", when_text(f, figure->key.period)),
                     PAIR("date", date_text(f, figure->as_of))));
    if (date_is(figure->since) && figure->value.is)
        add_note(f, notes,
                 SAY(f, "note.since", PAIR("label", label), PAIR("when", when_text(f, figure->key.period)),
                     PAIR("date", date_text(f, figure->since))));
}
