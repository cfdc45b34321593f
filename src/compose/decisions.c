#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/shown.h"

/* Decisions: what was seen in the figures, what was decided, and its effect. */

static struct cell date_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct decision *)row)->date);
}

static struct cell seen_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct decision *)row)->seen);
}

static struct cell decided_cell(struct filling *f, const void *row)
{
    struct cell cell = cell_text(f, ((const struct decision *)row)->decision);
    cell.header = true;
    return cell;
}

static struct cell by_cell(struct filling *f, const void *row)
{
    return own_laureate(f) ? (struct cell){.kind = CELL_EMPTY} : cell_text(f, ((const struct decision *)row)->by);
}

static struct cell indicator_cell(struct filling *f, const void *row)
{
    uint32_t indicator = ((const struct decision *)row)->indicator.index;
    if (!indicator || !indicator_visible(indicator_of(f, indicator), f->job->audience))
        return (struct cell){.kind = CELL_EMPTY};
    return cell_text(f, indicator_short(f, indicator));
}

static struct cell effect_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct decision *)row)->effect);
}

static struct cell follow_up_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct decision *)row)->follow_up);
}

static struct cell state_cell(struct filling *f, const void *row)
{
    const struct decision *d = row;
    if (d->state == DECISION_NONE)
        return (struct cell){.kind = CELL_EMPTY};
    return cell_text(f, word(f, d->state == DECISION_DONE ? "decision.done" : "decision.open"));
}

static const struct list_column columns[] = {
    {"column.decision", ALIGN_START, decided_cell},    {"column.date", ALIGN_START, date_cell},
    {"column.seen", ALIGN_START, seen_cell},           {"column.by", ALIGN_START, by_cell},
    {"column.indicator", ALIGN_START, indicator_cell}, {"column.effect", ALIGN_START, effect_cell},
    {"column.follow_up", ALIGN_START, follow_up_cell}, {"column.state", ALIGN_START, state_cell},
};
static const struct listing decisions = {"decisions", "table.decisions", COLUMNS(columns)};

static bool is_mine(const struct filling *f, const struct decision *d)
{
    uint32_t own = own_laureate(f);
    if (!own)
        return true;
    const struct laureate *l = &f->facts->laureates.at[own];
    return name_equal(d->by, l->id) || name_equal(d->by, l->name) || name_equal(d->by, l->short_name);
}

static void fill_decisions(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->decisions.count; i++) {
        const struct decision *d = &f->facts->decisions.at[i];
        if (is_mine(f, d) && (!period_is(f->job->period) || in_period(d->date, f->job->period)))
            *PUSH(f->arena, &rows) = d;
    }
    listing_add(f, &decisions, &rows, into);
}

const struct hole hole_decisions = {TEXT_OF("decisions"),
                                    TEXT_OF("decisions"),
                                    NULL,
                                    0,
                                    fill_decisions,
                                    TEXT_OF("decisions of the period, with what was seen and the effect"),
                                    TEXT_OF("les décisions de la période, avec le constat et l’effet"),
                                    "decisions"};
