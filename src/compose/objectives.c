#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/table_notes.h"
#include "compose/series.h"

/* Objectives, what became of those that were due, and the priorities kept and dropped. */

static const char *const state_keys[] = {
    [OBJECTIVE_NONE] = "objective.unknown",        [OBJECTIVE_PLANNED] = "objective.planned",
    [OBJECTIVE_UNDER_WAY] = "objective.under_way", [OBJECTIVE_DONE] = "objective.done",
    [OBJECTIVE_DROPPED] = "objective.dropped",
};

static bool is_settled(const struct objective *o)
{
    return o->state == OBJECTIVE_DONE || o->state == OBJECTIVE_DROPPED;
}

static struct cell label_cell(struct filling *f, const void *row)
{
    const struct objective *o = row;
    struct cell cell = cell_text(f, o->label);
    cell.header = true;
    return cell;
}

static struct cell owner_cell(struct filling *f, const void *row)
{
    return cell_person(f, ((const struct objective *)row)->owner);
}

static const char *const role_keys[] = {
    [ROLE_RESPONSIBLE] = "role.responsible", [ROLE_CONSULTED] = "role.consulted", [ROLE_INFORMED] = "role.informed"};

/* Who else has a part in it: the one who answers for it is the owner. */
static struct cell roles_cell(struct filling *f, const void *row)
{
    uint32_t objective = (uint32_t)((const struct objective *)row - f->facts->objectives.at);
    struct strs parts = {0};
    for (size_t kind = 0; kind < sizeof role_keys / sizeof *role_keys; kind++) {
        struct strs names = {0};
        for (size_t i = 0; role_keys[kind] && i < f->facts->roles.count; i++)
            if (f->facts->roles.at[i].objective.index == objective && f->facts->roles.at[i].role == (int)kind)
                *PUSH(f->arena, &names) = set(f, f->facts->roles.at[i].person);
        if (names.count)
            *PUSH(f->arena, &parts) =
                SAY(f, role_keys[kind], PAIR("names", show_list(f->arena, names.at, names.count, f->language)));
    }
    return cell_person(f, show_clauses(f->arena, &parts, f->language));
}

static struct cell due_cell(struct filling *f, const void *row)
{
    return cell_moment(f, ((const struct objective *)row)->due);
}

static struct cell state_cell(struct filling *f, const void *row)
{
    const struct objective *o = row;
    bool late = !is_settled(o) && date_is(o->due.last) && o->due.last.day < f->facts->cut_off.day;
    struct str state = word(f, state_keys[o->state]);
    return cell_text(f, late ? SAY(f, "objective.late", PAIR("state", state)) : state);
}

/* Where the objective's indicator stands, for whom the objective is. What adds up over a year is known with the year.
 */
static const struct figure *measured(struct filling *f, const struct objective *o)
{
    uint32_t indicator = o->indicator.index;
    struct period period = f->job->period;
    if (!indicator || !period_is(period) || o->state == OBJECTIVE_DROPPED ||
        !indicator_visible(indicator_of(f, indicator), f->job->audience))
        return NULL;
    if (indicator_adds_up(indicator_of(f, indicator)))
        period = period_at(PERIOD_YEAR, period.first, f->facts->programme.year_start);
    if (period_last_day(period).day != period_last_day(f->job->period).day)
        return NULL;
    struct subject subject = o->laureate.index ? subject_laureate(o->laureate.index) : subject_programme();
    return figure_in(f, indicator, subject, period);
}

static struct cell measure_cell(struct filling *f, const void *row)
{
    const struct objective *o = row;
    const struct figure *figure = measured(f, o);
    if (!o->indicator.index && o->target.length) /* a target that nothing is held against says so */
        return cell_text(f, word(f, "objective.unmeasured"));
    return figure && figure->value.is ? cell_figure(f, figure) : (struct cell){.kind = CELL_EMPTY};
}

static struct cell measured_period_cell(struct filling *f, const void *row)
{
    const struct figure *figure = measured(f, row);
    return figure && figure->value.is ? cell_text(f, period_short(f, figure->key.period))
                                      : (struct cell){.kind = CELL_EMPTY};
}

static struct cell target_cell(struct filling *f, const void *row)
{
    const struct objective *o = row;
    struct decimal target;
    struct str unit = o->indicator.index ? indicator_of(f, o->indicator.index)->unit : STR_NONE;
    if (!o->target.length || !decimal_parse(o->target, &target))
        return cell_text(f, o->target);
    struct quantity q = {.is = true, .exact = true, .decimal = target, .approximate = decimal_double(target)};
    unsigned decimals = decimal_is_integer(target) ? 0 : target.scale;
    return (struct cell){.kind = CELL_NUMBER,
                         .number = q,
                         .unit = unit,
                         .decimals = (uint8_t)decimals,
                         .shown = show_quantity(f->arena, q, decimals, unit, f->language)};
}

enum { MEASURED = 4, MEASURED_PERIOD }; /* columns */
static const struct list_column objective_columns[] = {
    {"column.objective", ALIGN_START, label_cell},
    {"column.owner", ALIGN_START, owner_cell},
    {"column.roles", ALIGN_START, roles_cell},
    {"column.due", ALIGN_START, due_cell},
    [MEASURED] = {"column.measured", ALIGN_DECIMAL, measure_cell},
    [MEASURED_PERIOD] = {"column.measured_period", ALIGN_START, measured_period_cell},
    {"column.target", ALIGN_DECIMAL, target_cell},
    {"column.state", ALIGN_START, state_cell},
};
static const struct listing objectives = {"objectives", "table.objectives", COLUMNS(objective_columns)};

/* What was settled before the period began belongs to an earlier document. */
static bool is_current(const struct filling *f, const struct objective *o)
{
    bool over = is_settled(o) && date_is(o->due.last) && period_is(f->job->period) &&
                o->due.last.day < period_first_day(f->job->period).day;
    return o->laureate.index == own_laureate(f) && !over;
}

/* A sum is the year's: where the document is a quarter's, the number alone does not say so. Where all are of the
 * document's period, that goes without saying. */
static bool periods_differ(struct filling *f, const struct rows *rows)
{
    for (size_t r = 0; r < rows->count; r++) {
        const struct figure *figure = measured(f, rows->at[r]);
        if (figure && figure->value.is && !period_equal(figure->key.period, f->job->period))
            return true;
    }
    return false;
}

static void fill_objectives(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 1; i < f->facts->objectives.count; i++)
        if (is_current(f, &f->facts->objectives.at[i]))
            *PUSH(f->arena, &rows) = &f->facts->objectives.at[i];
    struct grid grid = listing_grid(f, &objectives, &rows);
    struct table_notes notes = {0};
    bool differ = periods_differ(f, &rows);
    for (size_t r = 0; r < grid.rows.count; r++) {
        table_notes_basis(&notes, &grid.rows.at[r].cells[MEASURED]);
        if (!differ)
            grid.rows.at[r].cells[MEASURED_PERIOD] = (struct cell){.kind = CELL_EMPTY};
    }
    table_notes_add(f, &notes, &grid);
    grid_add(f, &grid, into);
}

const struct hole hole_objectives = {TEXT_OF("objectives"),
                                     TEXT_OF("objectifs"),
                                     NULL,
                                     0,
                                     fill_objectives,
                                     TEXT_OF("objectives: who, when, where they stand"),
                                     TEXT_OF("les objectifs : qui, quand, où ils en sont"),
                                     "objectives roles"};

/* ---- commitments ---- */

static const struct list_column commitment_columns[] = {
    {"column.commitment", ALIGN_START, label_cell},
    {"column.owner", ALIGN_START, owner_cell},
    {"column.due", ALIGN_START, due_cell},
    {"column.state", ALIGN_START, state_cell},
};
static const struct listing commitments = {"commitments", "table.commitments", COLUMNS(commitment_columns)};

/* Due in the period, or before it and still open. */
static bool was_due(const struct filling *f, const struct objective *o)
{
    if (!date_is(o->due.last) || o->due.last.day > period_last_day(f->job->period).day)
        return false;
    return o->due.last.day >= period_first_day(f->job->period).day || !is_settled(o);
}

static void fill_commitments(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 1; period_is(f->job->period) && i < f->facts->objectives.count; i++)
        if (f->facts->objectives.at[i].laureate.index == own_laureate(f) && was_due(f, &f->facts->objectives.at[i]))
            *PUSH(f->arena, &rows) = &f->facts->objectives.at[i];
    listing_add(f, &commitments, &rows, into);
}

const struct hole hole_commitments = {TEXT_OF("commitments"),
                                      TEXT_OF("engagements"),
                                      NULL,
                                      0,
                                      fill_commitments,
                                      TEXT_OF("objectives that were due by the end of the period"),
                                      TEXT_OF("les objectifs dont l’échéance tombait avant la fin de la période"),
                                      "objectives"};

/* ---- priorities ---- */

static struct cell priority_cell(struct filling *f, const void *row)
{
    struct cell cell = cell_text(f, ((const struct priority *)row)->label);
    cell.header = true;
    return cell;
}

static struct cell priority_state_cell(struct filling *f, const void *row)
{
    const struct priority *p = row;
    return cell_text(f, word(f, p->state == PRIORITY_DROPPED ? "priority.dropped" : "priority.kept"));
}

static struct cell priority_year_cell(struct filling *f, const void *row)
{
    const struct period year = ((const struct priority *)row)->year;
    return cell_text(f, period_is(year) ? period_text(f, year) : STR(""));
}

static struct cell reason_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct priority *)row)->reason);
}

static const struct list_column priority_columns[] = {
    {"column.priority", ALIGN_START, priority_cell},
    {"column.state", ALIGN_START, priority_state_cell},
    {"column.since", ALIGN_START, priority_year_cell},
    {"column.why", ALIGN_START, reason_cell},
};
static const struct listing priorities = {"priorities", "table.priorities", COLUMNS(priority_columns)};

static bool starts_before(struct period a, struct period b)
{
    return period_first_day(a).day < period_first_day(b).day;
}

/* What was kept in an earlier year still holds, unless a later row says what became of it. */
static bool still_kept(const struct filling *f, const struct priority *p)
{
    if (p->state == PRIORITY_DROPPED || !starts_before(p->year, f->job->period))
        return false;
    for (size_t i = 0; i < f->facts->priorities.count; i++) {
        const struct priority *later = &f->facts->priorities.at[i];
        if (period_is(later->year) && starts_before(p->year, later->year) && name_equal(p->label, later->label) &&
            !starts_before(f->job->period, later->year))
            return false;
    }
    return true;
}

static void fill_priorities(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->priorities.count; i++) {
        const struct priority *p = &f->facts->priorities.at[i];
        if (!period_is(p->year) || !period_is(f->job->period) || period_overlaps(p->year, f->job->period) ||
            still_kept(f, p))
            *PUSH(f->arena, &rows) = p;
    }
    listing_add(f, &priorities, &rows, into);
}

const struct hole hole_priorities = {TEXT_OF("priorities"),
                                     TEXT_OF("priorites"),
                                     NULL,
                                     0,
                                     fill_priorities,
                                     TEXT_OF("priorities of the year, kept and dropped, and why"),
                                     TEXT_OF("les priorités de l’année, gardées et abandonnées, et pourquoi"),
                                     "priorities"};
