#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/labels.h"
#include "compose/site.h"

#include <stdlib.h>

/* The calendar of the collective: meetings to come, days on which measures are due, deadlines of calls, month by month.
 * The same days go into the file that a calendar takes over. */

enum { DAYS_AHEAD = 400 };

static const struct option_row options[] = {
    {TEXT_OF("count"), TEXT_OF("nombre"), OPTION_COUNT, NULL, TEXT_OF("at most this many dates; all unless said"),
     TEXT_OF("au plus ce nombre de dates ; toutes sinon")},
};

struct happening {
    struct date date;
    struct str title, kind, topic, place, link;
    struct str text; /* what the file says of it */
    bool cancelled, past;
    struct str uid;
};
struct happenings {
    struct happening *at;
    size_t count, capacity;
};

static void add_meetings(struct filling *f, struct happenings *all)
{
    for (size_t i = 1; i < f->facts->meetings.count; i++) {
        const struct meeting *m = &f->facts->meetings.at[i];
        const char *key = meeting_key(m->type);
        bool past = date_is(m->date) && m->date.day <= day_ahead(f);
        if (!date_is(m->date) || !meeting_is_for_reader(f, m) || (past && m->held == ANSWER_NO))
            continue;
        *PUSH(f->arena, all) = (struct happening){.date = m->date,
                                                  .title = m->title,
                                                  .kind = key ? word(f, key) : STR_NONE,
                                                  .topic = m->theme,
                                                  .text = m->theme,
                                                  .place = m->place,
                                                  .cancelled = m->held == ANSWER_NO,
                                                  .past = past,
                                                  .uid = uid_of(f, STR("meeting"), m->id)};
    }
}

static void add_calls(struct filling *f, struct happenings *all)
{
    for (size_t i = 0; i < f->facts->calls.count && f->job->audience == AUDIENCE_INTERNAL; i++) {
        const struct call *c = &f->facts->calls.at[i];
        struct str name = str_print(f->arena, "%.*s\n%.*s", STR_ARG(c->title), STR_ARG(c->funder));
        if (call_is_open(f, c))
            *PUSH(f->arena, all) = (struct happening){.date = c->deadline,
                                                      .title = c->title,
                                                      .kind = word(f, "calendar.call"),
                                                      .topic = list_label(f, &c->themes),
                                                      .text = c->funder,
                                                      .link = c->link,
                                                      .uid = uid_of(f, STR("call"), name)};
    }
}

/* The first day on which something of the period is due. */
static struct date first_due(const struct filling *f, struct period period)
{
    struct date first = DATE_NONE;
    for (uint32_t i = 1; i < f->facts->indicators.count; i++) {
        struct date due = measure_due(f->facts, i, period);
        bool sooner = date_is(due) && (!date_is(first) || due.day < first.day);
        if (f->facts->indicators.at[i].scope == SCOPE_SHARED && sooner)
            first = due;
    }
    return first;
}

static void add_due_days(struct filling *f, struct happenings *all)
{
    struct period period = f->facts->last_ended;
    for (int i = 0; i < 4 && period_is(period) && f->job->audience == AUDIENCE_INTERNAL; i++) {
        struct date due = first_due(f, period);
        struct str name = period_name(f->arena, period, f->facts->programme.year_start);
        if (date_is(due) && due.day > day_ahead(f))
            *PUSH(f->arena, all) =
                (struct happening){.date = due,
                                   .title = SAY(f, "calendar.due", PAIR("period", period_text(f, period))),
                                   .kind = word(f, "calendar.deadline"),
                                   .uid = uid_of(f, STR("due"), name)};
        period = period_next(period, 1);
    }
}

static int by_date(const void *a, const void *b)
{
    const struct happening *x = a, *y = b;
    int order = (x->date.day > y->date.day) - (x->date.day < y->date.day);
    return order ? order : str_compare(x->title, y->title);
}

static struct happenings gather(struct filling *f)
{
    struct happenings all = {0};
    add_meetings(f, &all);
    add_calls(f, &all);
    add_due_days(f, &all);
    if (all.count)
        qsort(all.at, all.count, sizeof *all.at, by_date);
    return all;
}

/* ---- on the page ---- */

static struct str month_of(struct filling *f, struct date date)
{
    struct period month = period_of_date(PERIOD_MONTH, date, 1);
    return period_text(f, month);
}

static void add_row(struct filling *f, struct grid *grid, const struct happening *h)
{
    struct cell *cells = grid_row(f, grid, ROW_PLAIN);
    cells[0] = cell_date(f, h->date);
    cells[1] = cell_link(f, h->cancelled ? SAY(f, "calendar.cancelled", PAIR("title", h->title)) : h->title, h->link);
    cells[1].header = true;
    cells[2] = cell_text(f, h->kind);
    cells[3] = cell_text(f, h->topic);
    cells[4] = cell_text(f, h->place);
}

static void add_table(struct filling *f, const struct happenings *all, size_t most, struct node *into)
{
    static const char *const titles[] = {"column.date", "column.happening", "column.kind", "column.theme",
                                         "column.place"};
    struct grid grid = grid_new(f, STR("calendar"), word(f, "table.calendar"), 5);
    struct str month = STR_NONE;
    size_t count = 0;
    for (size_t c = 0; c < 5; c++)
        grid_column(f, &grid, c, word(f, titles[c]), ALIGN_START);
    for (size_t i = 0; i < all->count && count < most; i++) {
        const struct happening *h = &all->at[i];
        if (h->date.day <= day_ahead(f) || h->date.day > day_ahead(f) + DAYS_AHEAD)
            continue;
        if (most == SIZE_MAX && !str_equal(month, month_of(f, h->date)))
            grid_group(f, &grid, month = month_of(f, h->date));
        add_row(f, &grid, h);
        count++;
    }
    grid_add(f, &grid, into);
}

/* ---- in the file ---- */

static void record(struct filling *f, const struct happenings *all)
{
    struct calendar_events *events = &f->document->events;
    for (size_t i = 0; i < all->count && f->job->template->formats[FORMAT_ICS]; i++) {
        const struct happening *h = &all->at[i];
        *PUSH(f->arena, events) = (struct calendar_event){.uid = h->uid,
                                                          .date = h->date,
                                                          .title = set(f, h->title),
                                                          .kind = set(f, h->kind),
                                                          .place = set(f, h->place),
                                                          .text = set(f, h->text),
                                                          .cancelled = h->cancelled};
    }
}

static void fill_calendar(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct happenings all = gather(f);
    int most = option_count(&hole_calendar, yaml, "count", 0);
    add_table(f, &all, most ? (size_t)most : SIZE_MAX, into);
    record(f, &all);
    const struct shelf_item *own = page_named(f, f->job->template->name);
    struct str address = address_of(f, own, FORMAT_ICS);
    if (!address.length || !into->first)
        return;
    struct node *paragraph = add_paragraph(f, into, word(f, "calendar.import"));
    add_block(f, paragraph, NODE_SPACE);
    add_page_link(f, paragraph, address, address);
}

const struct hole hole_calendar = {
    TEXT_OF("calendar"),
    TEXT_OF("calendrier"),
    OPTIONS(options),
    fill_calendar,
    TEXT_OF("the dates to come, month by month, and the file that a calendar takes over"),
    TEXT_OF("les dates à venir, mois par mois, et le fichier à importer dans un agenda"),
    "calls meetings"};
