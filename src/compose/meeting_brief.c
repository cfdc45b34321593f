#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/site.h"

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
    add_fact(f, facts, word(f, "column.topic"), meeting_topic(f, m));
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
                                  TEXT_OF("la rencontre d’une note de séance : quand, où, à quel sujet"),
                                  "attendance meetings needs"};

/* ---- what was said, and who was there ---- */

static struct str present(struct filling *f)
{
    struct strs members = {0};
    for (size_t i = 0; i < f->facts->attendance.count; i++)
        if (f->facts->attendance.at[i].meeting.index == f->job->subject)
            *PUSH(f->arena, &members) = f->facts->attendance.at[i].member;
    return members_named(f, &members);
}

static void add_minutes(struct filling *f, const struct meeting *m, struct node *into)
{
    struct str names = present(f);
    struct node *text = node_copy(f->arena, m->minutes);
    struct node *first = text->first;
    if (first && first->kind == NODE_HEADING && name_equal(node_plain(f->arena, first), m->title))
        node_unlink(first); /* it is the title of the page */
    add_narrative(f, into, text, f->level);
    if (names.length)
        add_paragraph(f, into, SAY(f, "minutes.present", PAIR("who", names)));
}

static struct cell title_cell(struct filling *f, const void *row)
{
    const struct meeting *m = row;
    struct cell cell = cell_subject(f, EACH_MEETING, (uint32_t)(m - f->facts->meetings.at), m->title);
    cell.header = true;
    return cell;
}

static struct cell kind_cell(struct filling *f, const void *row)
{
    const char *key = meeting_key(((const struct meeting *)row)->type);
    return key ? cell_text(f, word(f, key)) : (struct cell){.kind = CELL_EMPTY};
}

static struct cell date_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct meeting *)row)->date);
}

static const struct list_column columns[] = {{"column.title", ALIGN_START, title_cell},
                                             {"column.kind", ALIGN_START, kind_cell},
                                             {"column.date", ALIGN_START, date_cell}};
static const struct listing minutes = {"minutes", "table.minutes", COLUMNS(columns)};

/* The latest first. */
static void list_minutes(struct filling *f, struct node *into)
{
    struct rows rows = {0};
    for (size_t i = 1; i < f->facts->meetings.count; i++) {
        const struct meeting *m = &f->facts->meetings.at[i];
        if (!m->minutes)
            continue;
        *PUSH(f->arena, &rows) = m;
        for (size_t at = rows.count - 1; at; at--) {
            const struct meeting *before = rows.at[at - 1];
            if (before->date.day >= m->date.day)
                break;
            rows.at[at] = before;
            rows.at[at - 1] = m;
        }
    }
    listing_add(f, &minutes, &rows, into);
}

/* Minutes say what was said among members: they stay inside. */
static void fill_minutes(struct filling *f, const struct yaml *yaml, struct node *into)
{
    const struct meeting *m = meeting_of(f);
    (void)yaml;
    if (f->job->audience != AUDIENCE_INTERNAL)
        return;
    if (f->job->template->over != EACH_MEETING)
        list_minutes(f, into);
    else if (m->minutes)
        add_minutes(f, m, into);
}

const struct hole hole_minutes = {
    TEXT_OF("minutes"),
    TEXT_OF("compte_rendu"),
    NULL,
    0,
    fill_minutes,
    TEXT_OF("the minutes of a meeting, and who was there; elsewhere, those that there are"),
    TEXT_OF("le compte rendu d’une rencontre, et qui était là ; ailleurs, ceux qu’il y a"),
    "meetings sessions/<meeting>"};

/* Needs written for this meeting, else those that may be shared and have no meeting yet. */
static bool is_for(const struct filling *f, const struct need *need, bool written)
{
    bool open = need->state == NEED_OPEN || need->state == NEED_NONE || need->state == NEED_SHARED;
    if (written)
        return need->meeting.index == f->job->subject && need_is_for_reader(f, need);
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
                                 TEXT_OF("les besoins auxquels la rencontre répond, et ceux encore sans rencontre"),
                                 "attendance meetings needs"};
