#include "compose/collective.h"
#include "compose/hole_list.h"

/* The coordination: who is in it, the bodies and what they serve, follow-ups held with each laureate. */

static struct cell role_cell(struct filling *f, const void *row)
{
    const struct team_member *m = row;
    bool said = f->job->audience != AUDIENCE_PUBLIC || m->person.length;
    struct cell cell = cell_text(f, said ? m->role : SAY(f, "team.vacant_role", PAIR("role", set(f, m->role))));
    cell.header = true;
    return cell;
}

/* Where no name may be read, the post itself says that it is vacant. */
static struct cell member_cell(struct filling *f, const void *row)
{
    const struct team_member *m = row;
    return cell_person(f, m->person.length ? m->person : word(f, "team.vacant"));
}

static struct cell fte_cell(struct filling *f, const void *row)
{
    return cell_number(f, ((const struct team_member *)row)->fte, 1, STR_NONE);
}

static const struct list_column team_columns[] = {
    {"column.role", ALIGN_START, role_cell},
    {"column.person", ALIGN_START, member_cell},
    {"column.fte", ALIGN_DECIMAL, fte_cell},
};
static const struct listing team = {"team", "table.team", COLUMNS(team_columns)};

static void fill_team(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->team.count; i++)
        *PUSH(f->arena, &rows) = &f->facts->team.at[i];
    listing_add(f, &team, &rows, into);
}

const struct hole hole_team = {TEXT_OF("team"),
                               TEXT_OF("equipe"),
                               NULL,
                               0,
                               fill_team,
                               TEXT_OF("the coordination team, vacant posts said"),
                               TEXT_OF("l’équipe de coordination, postes vacants compris"),
                               "team"};

/* ---- bodies ---- */

static struct cell name_cell(struct filling *f, const void *row)
{
    struct cell cell = cell_text(f, ((const struct body *)row)->name);
    cell.header = true;
    return cell;
}

static struct cell purpose_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct body *)row)->purpose);
}

static struct cell objective_cell(struct filling *f, const void *row)
{
    uint32_t objective = ((const struct body *)row)->objective.index;
    return objective ? cell_text(f, f->facts->objectives.at[objective].label) : (struct cell){.kind = CELL_EMPTY};
}

static struct cell members_cell(struct filling *f, const void *row)
{
    return cell_person(f, ((const struct body *)row)->members);
}

static struct cell created_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct body *)row)->created_on);
}

static const struct list_column body_columns[] = {
    {"column.body", ALIGN_START, name_cell},           {"column.purpose", ALIGN_START, purpose_cell},
    {"column.objective", ALIGN_START, objective_cell}, {"column.members", ALIGN_START, members_cell},
    {"column.created", ALIGN_START, created_cell},
};
static const struct listing bodies = {"bodies", "table.bodies", COLUMNS(body_columns)};

static void fill_bodies(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->bodies.count; i++)
        *PUSH(f->arena, &rows) = &f->facts->bodies.at[i];
    listing_add(f, &bodies, &rows, into);
}

const struct hole hole_bodies = {TEXT_OF("bodies"),
                                 TEXT_OF("instances"),
                                 NULL,
                                 0,
                                 fill_bodies,
                                 TEXT_OF("the bodies and the objective that each serves"),
                                 TEXT_OF("les instances et l’objectif que chacune sert"),
                                 "bodies objectives"};

/* ---- follow-ups ---- */

static const struct follow_up *follow_up_in(const struct filling *f, uint32_t laureate, struct period quarter)
{
    for (size_t i = 0; i < f->facts->follow_ups.count; i++)
        if (f->facts->follow_ups.at[i].laureate.index == laureate &&
            in_period(f->facts->follow_ups.at[i].date, quarter))
            return &f->facts->follow_ups.at[i];
    return NULL;
}

struct tally {
    int64_t held, planned;
};

static void add_laureate(struct filling *f, struct grid *grid, uint32_t laureate, struct tally *tally)
{
    struct cell *cells = NULL;
    struct period quarter = period_at(PERIOD_QUARTER, f->job->period.first, f->facts->programme.year_start);
    for (size_t q = 1; q + 1 <= grid->table->column_count; q++, quarter = period_next(quarter, 1)) {
        if (q >= grid->table->column_count || !laureate_is_active(&f->facts->laureates.at[laureate], quarter))
            continue;
        const struct follow_up *point = follow_up_in(f, laureate, quarter);
        if (!cells) {
            cells = grid_row(f, grid, ROW_PLAIN);
            cells[0] = cell_text(f, laureate_name(f, laureate));
            cells[0].header = true;
        }
        cells[q] = point ? cell_date(f, point->date) : cell_text(f, word(f, "follow_up.missing"));
        tally->planned++;
        tally->held += point != NULL;
    }
}

static void fill_follow_ups(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct tally tally = {0};
    (void)yaml;
    if (!f->facts->follow_ups.count || !period_is(f->job->period))
        return;
    size_t quarters = (size_t)period_months(f->job->period.kind) / 3;
    struct grid grid = grid_new(f, STR("follow-ups"), word(f, "table.follow_ups"), quarters + 1);
    grid_column(f, &grid, 0, word(f, "column.laureate"), ALIGN_START);
    struct period quarter = period_at(PERIOD_QUARTER, f->job->period.first, f->facts->programme.year_start);
    for (size_t q = 1; q <= quarters; q++, quarter = period_next(quarter, 1))
        grid_column(f, &grid, q, period_short(f, quarter), ALIGN_START);
    for (uint32_t l = 1; l < f->facts->laureates.count; l++)
        add_laureate(f, &grid, l, &tally);
    add_paragraph(f, into,
                  SAY_N(f, tally.held, tally.held == tally.planned ? "follow_ups.all" : "follow_ups.held",
                        PAIR("n", count_text(f, tally.held)), PAIR("of", count_text(f, tally.planned))));
    if (f->job->audience == AUDIENCE_INTERNAL)
        grid_add(f, &grid, into);
}

const struct hole hole_follow_ups = {TEXT_OF("follow_ups"),
                                     TEXT_OF("points_de_suivi"),
                                     NULL,
                                     0,
                                     fill_follow_ups,
                                     TEXT_OF("follow-ups held with each laureate, quarter by quarter"),
                                     TEXT_OF("les points de suivi tenus avec chaque lauréat, trimestre par trimestre"),
                                     "followups"};
