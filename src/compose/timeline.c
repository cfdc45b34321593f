#include "compose/chart_build.h"
#include "compose/collective.h"
#include "compose/hole_list.h"

/* The days that made a year: sessions, changes beyond the collective, members who came and went, texts adopted. */

struct event {
    struct date date;
    struct str label;
    const char *kind;
};
struct events {
    struct event *at;
    size_t count, capacity;
};

static void add_event(struct filling *f, struct events *events, struct date date, struct str label, const char *kind)
{
    if (!in_period(date, f->job->period) || !label.length)
        return;
    struct event *event = PUSH(f->arena, events);
    *event = (struct event){date, set(f, label), kind};
}

static void add_meetings(struct filling *f, struct events *events)
{
    for (size_t i = 1; i < f->facts->meetings.count; i++) {
        const struct meeting *m = &f->facts->meetings.at[i];
        bool session = m->type == MEETING_INTELLIGENCE || m->type == MEETING_EXPERT || m->type == MEETING_ECOSYSTEM;
        if (session && m->held != ANSWER_NO && m->date.day <= f->facts->cut_off.day)
            add_event(f, events, m->date, m->title, meeting_key(m->type));
    }
}

/* All who come, or go, on one day are one event. */
static void add_members_of(struct filling *f, struct events *events, struct date day, bool arrivals)
{
    struct strs names = {0};
    for (uint32_t i = 1; i < f->facts->laureates.count; i++) {
        const struct laureate *l = &f->facts->laureates.at[i];
        struct date own = arrivals ? l->joined.first : l->left.last;
        if (date_is(own) && own.day == day.day)
            *PUSH(f->arena, &names) = laureate_name(f, i);
    }
    add_event(f, events, day,
              SAY_N(f, (int64_t)names.count, arrivals ? "event.joined" : "event.left",
                    PAIR("names", show_list(f->arena, names.at, names.count, f->language))),
              "event.member");
}

static bool is_told(const struct events *events, size_t from, struct date day)
{
    for (size_t i = from; i < events->count; i++)
        if (events->at[i].date.day == day.day)
            return true;
    return false;
}

static void add_members(struct filling *f, struct events *events)
{
    for (int arrivals = 0; arrivals < 2; arrivals++)
        for (size_t i = 1, from = events->count; i < f->facts->laureates.count; i++) {
            const struct laureate *l = &f->facts->laureates.at[i];
            struct date day = arrivals ? l->joined.first : l->left.last;
            bool founding = arrivals && l->joined.first.day <= period_first_day(f->facts->first_period).day;
            if (in_period(day, f->job->period) && !founding && !is_told(events, from, day))
                add_members_of(f, events, day, arrivals);
        }
}

static void add_texts(struct filling *f, struct events *events, const struct text_files *files, const char *key)
{
    for (size_t i = 0; i < files->count; i++)
        add_event(f, events, files->at[i].adopted_on, word(f, key), "event.text");
}

static struct events events_of(struct filling *f)
{
    struct events events = {0};
    add_meetings(f, &events);
    add_members(f, &events);
    add_texts(f, &events, &f->facts->charter, "event.charter");
    add_texts(f, &events, &f->facts->common_agenda, "event.agenda");
    for (size_t i = 0; i < f->facts->systemic_changes.count; i++)
        add_event(f, &events, f->facts->systemic_changes.at[i].date, f->facts->systemic_changes.at[i].what,
                  "event.change");
    for (size_t i = 1; i < events.count; i++)
        for (size_t j = i; j > 0 && events.at[j].date.day < events.at[j - 1].date.day; j--) {
            struct event moved = events.at[j];
            events.at[j] = events.at[j - 1];
            events.at[j - 1] = moved;
        }
    return events;
}

static struct table *table_of(struct filling *f, const struct events *events)
{
    static const char *const titles[] = {"column.date", "column.event", "column.kind"};
    struct grid grid = grid_new(f, STR("timeline-data"), word(f, "table.timeline"), 3);
    for (size_t c = 0; c < 3; c++)
        grid_column(f, &grid, c, word(f, titles[c]), ALIGN_START);
    for (size_t i = 0; i < events->count; i++) {
        struct cell *cells = grid_row(f, &grid, ROW_PLAIN);
        cells[0] = cell_date(f, events->at[i].date);
        cells[1] = cell_text(f, events->at[i].label);
        cells[1].header = true;
        cells[2] = cell_text(f, word(f, events->at[i].kind));
    }
    grid.table->rows = grid.rows.at;
    grid.table->row_count = grid.rows.count;
    return grid.table;
}

static void fill_timeline(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (!period_is(f->job->period))
        return;
    struct events events = events_of(f);
    if (events.count < 2)
        return;
    struct chart *chart = chart_new(f, CHART_TIMELINE, STR("timeline"), word(f, "chart.timeline"), 0);
    chart->nodes = ARENA_ARRAY(f->arena, struct chart_node, events.count);
    chart->node_count = events.count;
    for (size_t i = 0; i < events.count; i++)
        chart->nodes[i] = (struct chart_node){.label = events.at[i].label, .date = events.at[i].date};
    chart->sentence = SAY_N(
        f, (int64_t)events.count, "sentence.timeline", PAIR("n", count_text(f, (int64_t)events.count)),
        PAIR("first", date_text(f, events.at[0].date)), PAIR("last", date_text(f, events.at[events.count - 1].date)));
    chart->table = table_of(f, &events);
    add_block(f, into, NODE_CHART)->chart = chart;
}

const struct hole hole_timeline = {TEXT_OF("timeline"),
                                   TEXT_OF("chronologie"),
                                   NULL,
                                   0,
                                   fill_timeline,
                                   TEXT_OF("the dates that made the year"),
                                   TEXT_OF("les dates qui ont fait l’année"),
                                   "charter common_agenda meetings systemic_changes"};
