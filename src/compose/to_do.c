#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/site.h"

/* What there is to do now: what the collective waits for, told from its own tables. One function a question, each with
 * its sentence; those with nothing to say are silent. */

enum { DAYS_SOON = 45, DAYS_AGENDA = 21 };

static bool is_soon(const struct filling *f, struct date date, int32_t days)
{
    return date_is(date) && date.day > day_ahead(f) && date.day <= day_ahead(f) + days;
}

static void add_task(struct filling *f, struct node *list, struct str text, const char *page)
{
    struct node *paragraph = add_block(f, add_block(f, list, NODE_ITEM), NODE_PARAGRAPH);
    add_page_link(f, paragraph, text, address_of(f, page_named(f, str_of(page)), FORMAT_HTML));
}

static struct str names_text(struct filling *f, const struct strs *names)
{
    return show_list(f->arena, names->at, names->count, f->language);
}

/* ---- reports that are late ---- */

static bool is_late(struct filling *f, uint32_t laureate)
{
    struct period period = f->facts->last_ended;
    for (uint32_t i = 1; i < f->facts->indicators.count; i++) {
        struct date due = measure_due(f->facts, i, period);
        struct expected expected;
        if (date_is(due) && due.day < f->facts->cut_off.day &&
            measure_asked_of(f->arena, f->measures, i, period, laureate, &expected) && !expected.received &&
            expected.status == STATUS_EMPTY)
            return true;
    }
    return false;
}

static void late_measures(struct filling *f, struct node *list)
{
    struct strs names = {0};
    for (uint32_t i = 1; i < f->facts->laureates.count && period_is(f->facts->last_ended); i++)
        if (laureate_is_active(&f->facts->laureates.at[i], f->facts->last_ended) && is_late(f, i))
            *PUSH(f->arena, &names) = laureate_name(f, i);
    if (names.count)
        add_task(f, list,
                 SAY(f, "to_do.measures", PAIR("who", names_text(f, &names)),
                     PAIR("period", period_text(f, f->facts->last_ended))),
                 "workspace-laureates");
}

static void late_narratives(struct filling *f, struct node *list)
{
    struct strs names = {0};
    for (uint32_t i = 1; i < f->facts->laureates.count && period_is(f->facts->last_ended); i++)
        if (laureate_is_active(&f->facts->laureates.at[i], f->facts->last_ended) &&
            !narrative_of(f, i, f->facts->last_ended))
            *PUSH(f->arena, &names) = laureate_name(f, i);
    if (names.count && f->facts->narratives.count)
        add_task(f, list,
                 SAY(f, "to_do.narratives", PAIR("who", names_text(f, &names)),
                     PAIR("period", period_text(f, f->facts->last_ended))),
                 "workspace-laureates");
}

/* ---- meetings ---- */

static void agendas(struct filling *f, struct node *list)
{
    for (size_t i = 1; i < f->facts->meetings.count; i++) {
        const struct meeting *m = &f->facts->meetings.at[i];
        if (is_soon(f, m->date, DAYS_AGENDA) && !date_is(m->agenda_sent_on) && m->held != ANSWER_NO)
            add_task(f, list,
                     SAY(f, "to_do.agenda", PAIR("title", set(f, m->title)), PAIR("date", date_text(f, m->date))),
                     "workspace-calendar");
    }
}

static void minutes(struct filling *f, struct node *list)
{
    for (size_t i = 1; i < f->facts->meetings.count; i++) {
        const struct meeting *m = &f->facts->meetings.at[i];
        bool held = date_is(m->date) && m->date.day <= day_ahead(f) && m->held == ANSWER_YES;
        if (held && m->type != MEETING_FOLLOW_UP && !date_is(m->minutes_on) && !m->minutes)
            add_task(f, list,
                     SAY(f, "to_do.minutes", PAIR("title", set(f, m->title)), PAIR("date", date_text(f, m->date))),
                     "workspace-calendar");
    }
}

/* ---- needs, decisions, questions, calls ---- */

static void needs(struct filling *f, struct node *list)
{
    int64_t count = 0;
    for (size_t i = 1; i < f->facts->needs.count; i++) {
        const struct need *n = &f->facts->needs.at[i];
        bool open = n->state == NEED_OPEN || n->state == NEED_SHARED;
        count += open && n->shareable != ANSWER_NO && !n->meeting.index;
    }
    if (count)
        add_task(f, list, SAY_N(f, count, "to_do.needs", PAIR("n", count_text(f, count))), "workspace-collective");
}

static void decisions(struct filling *f, struct node *list)
{
    int64_t count = 0;
    for (size_t i = 0; i < f->facts->decisions.count; i++)
        count += f->facts->decisions.at[i].state == DECISION_OPEN;
    if (count)
        add_task(f, list, SAY_N(f, count, "to_do.decisions", PAIR("n", count_text(f, count))), "workspace-collective");
}

static void questions(struct filling *f, struct node *list)
{
    for (size_t i = 0; i < f->facts->consultations.count; i++) {
        const struct consultation *c = &f->facts->consultations.at[i];
        bool open = date_is(c->closed_on) && c->closed_on.day > day_ahead(f);
        if (open)
            add_task(f, list,
                     SAY(f, "to_do.question", PAIR("question", set(f, c->question)),
                         PAIR("date", date_text(f, c->closed_on))),
                     "workspace-collective");
        else if (!c->outcome.length)
            add_task(f, list, SAY(f, "to_do.outcome", PAIR("question", set(f, c->question))), "workspace-collective");
    }
}

static void calls(struct filling *f, struct node *list)
{
    int64_t count = 0;
    struct date first = DATE_NONE;
    for (size_t i = 0; i < f->facts->calls.count; i++) {
        struct date deadline = f->facts->calls.at[i].deadline;
        if (!is_soon(f, deadline, DAYS_SOON))
            continue;
        count++;
        first = !date_is(first) || deadline.day < first.day ? deadline : first;
    }
    if (count)
        add_task(f, list,
                 SAY_N(f, count, "to_do.calls", PAIR("n", count_text(f, count)), PAIR("date", date_text(f, first))),
                 "workspace-calls");
}

static void (*const tasks[])(struct filling *f, struct node *list) = {
    late_measures, late_narratives, agendas, minutes, needs, decisions, questions, calls,
};

static void fill_to_do(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct node *list = node_new(f->arena, NODE_LIST, f->place);
    (void)yaml;
    list->tight = true;
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks && f->job->audience == AUDIENCE_INTERNAL; i++)
        tasks[i](f, list);
    if (list->first)
        node_append(into, list);
}

const struct hole hole_to_do = {
    TEXT_OF("to_do"),
    TEXT_OF("a_faire"),
    NULL,
    0,
    fill_to_do,
    TEXT_OF("what the collective waits for: reports, agendas, minutes, answers, deadlines"),
    TEXT_OF("ce que le collectif attend : remises, ordres du jour, comptes rendus, réponses, échéances"),
    "calls consultations decisions meetings needs"};
