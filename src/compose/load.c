#include "compose/collective.h"
#include "compose/hole_list.h"

/* The time that the collective asks of a laureate: requests to all or to it, and the meetings it came to. */

struct load {
    struct decimal requests, meetings;
};

static void add_hours(struct decimal *sum, struct maybe hours)
{
    if (hours.is)
        decimal_add(sum, decimal_of(hours.number));
}

static struct load load_of(const struct filling *f, uint32_t laureate, struct period period)
{
    struct load load = {decimal_int(0), decimal_int(0)};
    for (size_t i = 0; i < f->facts->requests.count; i++) {
        const struct request *r = &f->facts->requests.at[i];
        bool asked = r->laureate.index == laureate || (!r->laureate.index && !r->laureate.id.length);
        if (asked && in_period(r->date, period))
            add_hours(&load.requests, r->hours);
    }
    for (size_t i = 0; i < f->facts->attendance.count; i++) {
        const struct attendance *a = &f->facts->attendance.at[i];
        const struct meeting *m = &f->facts->meetings.at[a->meeting.index];
        if (attendee(f, a) == laureate && a->meeting.index && in_period(m->date, period))
            add_hours(&load.meetings, m->hours);
    }
    return load;
}

static struct decimal total_of(const struct load *load)
{
    struct decimal total = load->requests;
    decimal_add(&total, load->meetings);
    return total;
}

static struct str hours_text(struct filling *f, struct decimal hours)
{
    struct quantity q = {.is = true, .exact = true, .decimal = hours, .approximate = decimal_double(hours)};
    return show_quantity(f->arena, q, decimal_is_integer(hours) ? 0 : 1, word(f, "unit.hours"), f->language);
}

static void say_own(struct filling *f, struct node *into)
{
    struct load load = load_of(f, own_laureate(f), f->job->period);
    struct decimal total = total_of(&load);
    struct maybe ceiling = f->facts->programme.load_hours_per_quarter;
    if (decimal_sign(total) == 0)
        return;
    struct str asked =
        SAY(f, decimal_sign(load.meetings) ? "load.own" : "load.requests_only", PAIR("total", hours_text(f, total)),
            PAIR("requests", hours_text(f, load.requests)), PAIR("meetings", hours_text(f, load.meetings)));
    struct str limit = STR_NONE;
    if (ceiling.is && f->job->period.kind == PERIOD_QUARTER)
        limit = SAY(f, decimal_compare(total, decimal_of(ceiling.number)) > 0 ? "load.above" : "load.below",
                    PAIR("ceiling", hours_text(f, decimal_of(ceiling.number))));
    add_paragraph(f, into, str_print(f->arena, "%.*s%s%.*s", STR_ARG(asked), limit.length ? " " : "", STR_ARG(limit)));
}

/* ---- every laureate, quarter by quarter ---- */

static struct cell hours_cell(struct filling *f, struct decimal hours)
{
    struct quantity q = {.is = true, .exact = true, .decimal = hours, .approximate = decimal_double(hours)};
    unsigned decimals = decimal_is_integer(hours) ? 0 : 1;
    return (struct cell){.kind = CELL_NUMBER,
                         .number = q,
                         .unit = STR("h"),
                         .decimals = (uint8_t)decimals,
                         .shown = show_quantity(f->arena, q, decimals, STR("h"), f->language)};
}

static void add_laureate(struct filling *f, struct grid *grid, uint32_t laureate, const struct period *quarters,
                         size_t count)
{
    struct cell *cells = NULL;
    struct decimal year = decimal_int(0);
    unsigned noted = 0, present = 0;
    for (size_t q = 0; q < count; q++) {
        struct load load = load_of(f, laureate, quarters[q]);
        struct decimal total = total_of(&load);
        bool active = laureate_is_active(&f->facts->laureates.at[laureate], quarters[q]);
        present += active;
        if (!active || decimal_sign(total) == 0)
            continue;
        noted++;
        if (!cells) {
            cells = grid_row(f, grid, ROW_PLAIN);
            cells[0] = cell_text(f, laureate_name(f, laureate));
            cells[0].header = true;
        }
        cells[1 + q] = hours_cell(f, total);
        decimal_add(&year, total);
    }
    if (cells && count > 1) {
        cells[1 + count] = hours_cell(f, year);
        cells[1 + count].mark = str_print(f->arena, "%u/%u", noted, present);
    }
}

static void tabulate(struct filling *f, struct node *into)
{
    struct period quarters[4];
    size_t count = 0;
    struct period quarter = period_at(PERIOD_QUARTER, f->job->period.first, f->facts->programme.year_start);
    for (; count < 4 && period_contains(f->job->period, quarter); quarter = period_next(quarter, 1))
        quarters[count++] = quarter;
    struct grid grid = grid_new(f, STR("load"), word(f, "table.load"), count + 2);
    grid_column(f, &grid, 0, word(f, "column.laureate"), ALIGN_START);
    for (size_t q = 0; q < count; q++)
        grid_column(f, &grid, 1 + q, period_short(f, quarters[q]), ALIGN_DECIMAL);
    grid.table->columns[count].latest = count > 1;
    grid_column(f, &grid, 1 + count, word(f, "column.total"), ALIGN_DECIMAL);
    for (uint32_t i = 1; i < f->facts->laureates.count; i++)
        add_laureate(f, &grid, i, quarters, count);
    struct maybe ceiling = f->facts->programme.load_hours_per_quarter;
    if (count > 1)
        grid_note(f, &grid, word(f, "load.quarters"));
    if (ceiling.is)
        grid_note(f, &grid, SAY(f, "load.ceiling", PAIR("ceiling", hours_text(f, decimal_of(ceiling.number)))));
    grid_add(f, &grid, into);
}

static void fill_load(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (!period_is(f->job->period) || (!f->facts->requests.count && !f->facts->attendance.count))
        return;
    if (own_laureate(f))
        say_own(f, into);
    else
        tabulate(f, into);
}

const struct hole hole_load = {TEXT_OF("load"),
                               TEXT_OF("charge"),
                               NULL,
                               0,
                               fill_load,
                               TEXT_OF("the time asked of laureates, against the ceiling"),
                               TEXT_OF("le temps demandé aux lauréats, en regard du plafond"),
                               "attendance meetings requests"};
