#include "compose/collective.h"
#include "compose/hole_list.h"

/* Dates ahead, and calls for projects that fit. */

enum { DAYS_AHEAD = 190 };

static struct cell date_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct meeting *)row)->date);
}

static struct cell title_cell(struct filling *f, const void *row)
{
    struct cell cell = cell_text(f, ((const struct meeting *)row)->title);
    cell.header = true;
    return cell;
}

static struct cell kind_cell(struct filling *f, const void *row)
{
    const char *key = meeting_key(((const struct meeting *)row)->type);
    return key ? cell_text(f, word(f, key)) : (struct cell){.kind = CELL_EMPTY};
}

static struct cell place_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct meeting *)row)->place);
}

static const struct list_column date_columns[] = {
    {"column.date", ALIGN_START, date_cell},
    {"column.title", ALIGN_START, title_cell},
    {"column.kind", ALIGN_START, kind_cell},
    {"column.place", ALIGN_START, place_cell},
};
static const struct listing dates = {"dates", "table.dates", COLUMNS(date_columns)};

void sort_by_date(struct rows *rows, struct date (*date)(const void *row))
{
    for (size_t i = 1; i < rows->count; i++)
        for (size_t j = i; j > 0 && date(rows->at[j]).day < date(rows->at[j - 1]).day; j--) {
            const void *moved = rows->at[j];
            rows->at[j] = rows->at[j - 1];
            rows->at[j - 1] = moved;
        }
}

static struct date date_of_meeting(const void *row)
{
    return ((const struct meeting *)row)->date;
}

static void fill_dates(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    int32_t from = day_ahead(f);
    bool year = period_is(f->job->period) && f->job->period.kind == PERIOD_YEAR;
    (void)yaml;
    for (size_t i = 1; i < f->facts->meetings.count; i++) {
        const struct meeting *m = &f->facts->meetings.at[i];
        bool soon = date_is(m->date) && m->date.day > from && m->date.day <= from + DAYS_AHEAD * (year ? 2 : 1);
        if (soon && m->held != ANSWER_NO && meeting_is_for_reader(f, m))
            *PUSH(f->arena, &rows) = m;
    }
    sort_by_date(&rows, date_of_meeting);
    listing_add(f, &dates, &rows, into);
}

const struct hole hole_dates = {TEXT_OF("dates"),
                                TEXT_OF("dates"),
                                NULL,
                                0,
                                fill_dates,
                                TEXT_OF("meetings to come"),
                                TEXT_OF("les rencontres à venir"),
                                "calls meetings"};

/* ---- calls for projects ---- */

static struct cell call_cell(struct filling *f, const void *row)
{
    const struct call *c = row;
    struct cell cell = cell_link(f, c->title, c->link);
    cell.header = true;
    return cell;
}

static struct cell funder_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct call *)row)->funder);
}

static struct cell deadline_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct call *)row)->deadline);
}

static struct cell amount_cell(struct filling *f, const void *row)
{
    return cell_number(f, ((const struct call *)row)->amount, 0, currency_sign(f));
}

static bool share_a_name(const struct strs *a, const struct strs *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (name_equal(a->at[i], b->at[j]))
                return true;
    return false;
}

/* What a call does not say excludes nobody; what it says must fit. */
static bool call_fits(const struct call *call, const struct laureate *laureate)
{
    bool territory = !call->territory.length || name_equal(call->territory, laureate->territory);
    bool publics = !call->publics.count || share_a_name(&call->publics, &laureate->publics);
    bool themes = !call->themes.count || share_a_name(&call->themes, &laureate->themes);
    return territory && publics && themes;
}

bool call_is_open(const struct filling *f, const struct call *call)
{
    return date_is(call->deadline) && call->deadline.day > day_ahead(f);
}

static struct cell for_cell(struct filling *f, const void *row)
{
    struct strs names = {0};
    if (own_laureate(f))
        return (struct cell){.kind = CELL_EMPTY};
    for (uint32_t i = 1; i < f->facts->laureates.count; i++)
        if (laureate_is_active(&f->facts->laureates.at[i], f->job->period) &&
            call_fits(row, &f->facts->laureates.at[i]))
            *PUSH(f->arena, &names) = laureate_name(f, i);
    return cell_text(f, show_list(f->arena, names.at, names.count, f->language));
}

static const struct list_column call_columns[] = {
    {"column.call", ALIGN_START, call_cell},         {"column.funder", ALIGN_START, funder_cell},
    {"column.deadline", ALIGN_START, deadline_cell}, {"column.amount", ALIGN_DECIMAL, amount_cell},
    {"column.fits", ALIGN_START, for_cell},
};
static const struct listing calls = {"calls", "table.calls", COLUMNS(call_columns)};
static const struct listing own_calls = {"calls", "table.calls_fit", COLUMNS(call_columns)};

static struct date date_of_call(const void *row)
{
    return ((const struct call *)row)->deadline;
}

static void fill_calls(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    uint32_t own = own_laureate(f);
    (void)yaml;
    for (size_t i = 0; i < f->facts->calls.count; i++) {
        const struct call *c = &f->facts->calls.at[i];
        if (call_is_open(f, c) && (!own || call_fits(c, &f->facts->laureates.at[own])))
            *PUSH(f->arena, &rows) = c;
    }
    sort_by_date(&rows, date_of_call);
    listing_add(f, own ? &own_calls : &calls, &rows, into);
}

const struct hole hole_calls = {TEXT_OF("calls"),
                                TEXT_OF("appels"),
                                NULL,
                                0,
                                fill_calls,
                                TEXT_OF("open calls for projects that fit"),
                                TEXT_OF("les appels à projets ouverts qui conviennent"),
                                "calls"};
