#include "compose/collective.h"
#include "compose/hole_list.h"

/* A meeting to come: when, where, about what, and the needs that it is to answer. */

static const struct meeting *meeting_of(const struct filling *f)
{
    return f->job->template->over == EACH_MEETING ? &f->facts->meetings.at[f->job->subject] : NULL;
}

static void fill_meeting(struct filling *f, const struct yaml *yaml, struct node *into)
{
    const struct meeting *m = meeting_of(f);
    struct node *facts = node_new(f->arena, NODE_FACTS, f->place);
    (void)yaml;
    if (!m)
        return;
    add_fact(f, facts, word(f, "column.date"), date_text(f, m->date));
    add_fact(f, facts, word(f, "column.place"), m->place);
    if (meeting_key(m->type))
        add_fact(f, facts, word(f, "column.kind"), word(f, meeting_key(m->type)));
    add_fact(f, facts, word(f, "column.topic"), m->need.index ? f->facts->needs.at[m->need.index].text : m->theme);
    if (m->hours.is)
        add_fact(
            f, facts, word(f, "meeting.length"),
            cell_number(f, m->hours, decimal_is_integer(decimal_of(m->hours.number)) ? 0 : 1, word(f, "unit.hours"))
                .shown);
    add_fact(f, facts, word(f, "meeting.expected"), members_named(f, &m->key_roles));
    add_fact(f, facts, word(f, "meeting.agenda"), date_text(f, m->agenda_sent_on));
    if (facts->first)
        node_append(into, facts);
}

const struct hole hole_meeting = {TEXT_OF("meeting"),
                                  TEXT_OF("rencontre"),
                                  NULL,
                                  0,
                                  fill_meeting,
                                  TEXT_OF("the meeting of a session brief: when, where, about what"),
                                  TEXT_OF("la rencontre d’une note de séance : quand, où, à quel sujet")};

/* Needs written for this meeting, else those that may be shared and have no meeting yet. */
static bool is_for(const struct filling *f, const struct need *need, bool written)
{
    bool open = need->state == NEED_OPEN || need->state == NEED_NONE || need->state == NEED_SHARED;
    if (written)
        return need->meeting.index == f->job->subject;
    return open && !need->meeting.index && need->shareable == ANSWER_YES;
}

static void list_needs(struct filling *f, struct node *into, bool written, const char *lead)
{
    struct node *list = node_new(f->arena, NODE_LIST, f->place);
    list->tight = true;
    for (size_t i = 1; i < f->facts->needs.count; i++) {
        const struct need *need = &f->facts->needs.at[i];
        if (is_for(f, need, written))
            add_item(f, list,
                     SAY(f, "brief.need", PAIR("text", set(f, need->text)),
                         PAIR("name", laureate_name(f, need->laureate.index))));
    }
    if (!list->first)
        return;
    add_paragraph(f, into, word(f, lead));
    node_append(into, list);
}

static void fill_agenda(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (!meeting_of(f))
        return;
    list_needs(f, into, true, "brief.needs");
    list_needs(f, into, false, "brief.open_needs");
}

const struct hole hole_agenda = {TEXT_OF("needs_to_share"),
                                 TEXT_OF("besoins_a_partager"),
                                 NULL,
                                 0,
                                 fill_agenda,
                                 TEXT_OF("needs that the meeting is to answer, and those still without a meeting"),
                                 TEXT_OF("les besoins auxquels la rencontre répond, et ceux encore sans rencontre")};
