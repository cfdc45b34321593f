#include "compose/chart_build.h"
#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/site.h"

/* Meetings held: which, how they alternate, how early they were announced, who came. */

enum { OF_SESSIONS = 1, OF_WEBINARS, OF_COORDINATION, OF_OPERATIONAL, OF_SLOTS };
static const struct choice kinds[] = {
    {TEXT_OF("sessions"), TEXT_OF("seances"), OF_SESSIONS},
    {TEXT_OF("webinars"), TEXT_OF("webinaires"), OF_WEBINARS},
    {TEXT_OF("coordination"), TEXT_OF("coordination"), OF_COORDINATION},
    {TEXT_OF("operational"), TEXT_OF("operationnel"), OF_OPERATIONAL},
    {TEXT_OF("slots"), TEXT_OF("creneaux"), OF_SLOTS},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct option_row options[] = {
    {TEXT_OF("kind"), TEXT_OF("nature"), OPTION_CHOICE, kinds,
     TEXT_OF("sessions, webinars, coordination, operational, slots"),
     TEXT_OF("seances, webinaires, coordination, operationnel, creneaux")},
};

static const struct {
    int first, last;
    const char *caption;
} groups[] = {
    [OF_SESSIONS] = {MEETING_INTELLIGENCE, MEETING_ECOSYSTEM, "table.sessions"},
    [OF_WEBINARS] = {MEETING_WEBINAR, MEETING_WEBINAR, "table.webinars"},
    [OF_COORDINATION] = {MEETING_COORDINATION, MEETING_COORDINATION, "table.coordination"},
    [OF_OPERATIONAL] = {MEETING_OPERATIONAL, MEETING_OPERATIONAL, "table.operational"},
    [OF_SLOTS] = {MEETING_SLOT, MEETING_SLOT, "table.slots"},
};

static bool took_place(const struct filling *f, const struct meeting *m)
{
    return m->held != ANSWER_NO && date_is(m->date) && m->date.day <= f->facts->cut_off.day;
}

static struct rows meetings_of(struct filling *f, int kind)
{
    struct rows rows = {0};
    for (size_t i = 1; i < f->facts->meetings.count; i++) {
        const struct meeting *m = &f->facts->meetings.at[i];
        bool wanted = m->type >= groups[kind].first && m->type <= groups[kind].last;
        if (wanted && in_period(m->date, f->job->period) && (kind == OF_SLOTS || took_place(f, m)))
            *PUSH(f->arena, &rows) = m;
    }
    return rows;
}

/* ---- the table ---- */

static struct cell title_cell(struct filling *f, const void *row)
{
    const struct meeting *m = row;
    struct cell cell = cell_subject(f, EACH_MEETING, (uint32_t)(m - f->facts->meetings.at), m->title);
    cell.header = true;
    return cell;
}

static struct cell date_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct meeting *)row)->date);
}

static struct cell kind_cell(struct filling *f, const void *row)
{
    const struct meeting *m = row;
    bool session = m->type >= MEETING_INTELLIGENCE && m->type <= MEETING_ECOSYSTEM;
    return session ? cell_text(f, word(f, meeting_key(m->type))) : (struct cell){.kind = CELL_EMPTY};
}

static struct cell topic_cell(struct filling *f, const void *row)
{
    return cell_text(f, meeting_topic(f, row));
}

static int32_t notice_of(const struct meeting *m)
{
    return date_is(m->announced_on) && date_is(m->date) ? m->date.day - m->announced_on.day : -1;
}

static struct cell notice_cell(struct filling *f, const void *row)
{
    int32_t days = notice_of(row);
    if (days < 0)
        return (struct cell){.kind = CELL_EMPTY};
    struct cell cell = cell_count(f, days);
    cell.unit = word(f, "unit.days");
    cell.shown = show_quantity(f->arena, cell.number, 0, cell.unit, f->language);
    return cell;
}

static uint32_t present_at(const struct filling *f, const struct meeting *m)
{
    uint32_t index = (uint32_t)(m - f->facts->meetings.at), present = 0;
    for (size_t i = 0; i < f->facts->attendance.count; i++)
        present += f->facts->attendance.at[i].meeting.index == index && attendee(f, &f->facts->attendance.at[i]) > 0;
    return present;
}

static uint32_t active_on(const struct filling *f, struct date day)
{
    uint32_t active = 0;
    for (uint32_t i = 1; i < f->facts->laureates.count; i++) {
        active += laureate_is_member(&f->facts->laureates.at[i], day, day);
    }
    return active;
}

static struct cell present_cell(struct filling *f, const void *row)
{
    const struct meeting *m = row;
    uint32_t present = present_at(f, m);
    if (!present)
        return (struct cell){.kind = CELL_EMPTY};
    struct cell cell = cell_count(f, present);
    cell.shown = str_print(f->arena, "%u/%u", present, active_on(f, m->date));
    return cell;
}

static struct cell used_cell(struct filling *f, const void *row)
{
    const struct meeting *m = row;
    if (m->type != MEETING_SLOT)
        return (struct cell){.kind = CELL_EMPTY};
    return cell_text(f, word(f, m->held == ANSWER_NO ? "slot.unused" : "slot.used"));
}

static const struct list_column columns[] = {
    {"column.title", ALIGN_START, title_cell}, {"column.date", ALIGN_START, date_cell},
    {"column.kind", ALIGN_START, kind_cell},   {"column.topic", ALIGN_START, topic_cell},
    {"column.notice", ALIGN_END, notice_cell}, {"column.present", ALIGN_END, present_cell},
    {"column.used", ALIGN_START, used_cell},
};

/* ---- what the table shows, in words ---- */

static void say_alternation(struct filling *f, const struct rows *rows, struct node *into)
{
    int64_t counts[MEETING_SLOT + 1] = {0};
    size_t alike = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct meeting *m = rows->at[i];
        counts[m->type]++;
        alike += i > 0 && m->type == ((const struct meeting *)rows->at[i - 1])->type;
    }
    struct strs parts = {0};
    for (int type = MEETING_INTELLIGENCE; type <= MEETING_ECOSYSTEM; type++)
        if (counts[type])
            *PUSH(f->arena, &parts) = SAY_N(f, counts[type], str_print(f->arena, "%s.count", meeting_key(type)).at,
                                            PAIR("n", count_text(f, counts[type])));
    add_paragraph(f, into,
                  SAY_N(f, (int64_t)rows->count, "sessions.held", PAIR("n", count_text(f, (int64_t)rows->count)),
                        PAIR("when", when_text(f, f->job->period)),
                        PAIR("kinds", show_list(f->arena, parts.at, parts.count, f->language))));
    if (alike && rows->count > 1)
        add_paragraph(f, into, SAY_N(f, (int64_t)alike, "sessions.alike", PAIR("n", count_text(f, (int64_t)alike))));
}

static struct date meeting_date(const void *row)
{
    return ((const struct meeting *)row)->date;
}

static void fill_meetings(struct filling *f, const struct yaml *yaml, struct node *into)
{
    int kind = option_choice(&hole_meetings, yaml, "kind", OF_SESSIONS);
    if (!period_is(f->job->period))
        return;
    struct rows rows = meetings_of(f, kind);
    struct listing listing = {"meetings", groups[kind].caption, COLUMNS(columns)};
    sort_by_date(&rows, meeting_date);
    if (rows.count && kind == OF_SESSIONS)
        say_alternation(f, &rows, into);
    listing_add(f, &listing, &rows, into);
}

const struct hole hole_meetings = {TEXT_OF("meetings"),
                                   TEXT_OF("rencontres"),
                                   OPTIONS(options),
                                   fill_meetings,
                                   TEXT_OF("meetings of one kind: topic, notice, who came"),
                                   TEXT_OF("les rencontres d’une nature : sujet, préavis, présents"),
                                   "attendance meetings"};

/* ---- notice ---- */

static void fill_notice(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct strs late = {0};
    int64_t known = 0, days = f->facts->programme.notice_days;
    (void)yaml;
    if (!period_is(f->job->period))
        return;
    struct rows rows = meetings_of(f, OF_SESSIONS);
    for (size_t i = 0; i < rows.count; i++) {
        const struct meeting *m = rows.at[i];
        known += notice_of(m) >= 0;
        if (notice_of(m) >= 0 && notice_of(m) < days)
            *PUSH(f->arena, &late) = SAY(f, "notice.title", PAIR("title", set(f, m->title)),
                                         PAIR("date", show_day(f->arena, m->date, f->language)));
    }
    if (!known)
        return;
    int64_t kept = known - (int64_t)late.count;
    add_paragraph(f, into,
                  SAY_N(f, kept, "notice.kept", PAIR("n", count_text(f, kept)), PAIR("of", count_text(f, known)),
                        PAIR("days", count_text(f, days))));
    if (late.count)
        add_paragraph(
            f, into,
            SAY_N(f, (int64_t)late.count, "notice.late", PAIR("titles", show_clauses(f->arena, &late, f->language))));
}

const struct hole hole_notice = {TEXT_OF("notice"),
                                 TEXT_OF("preavis"),
                                 NULL,
                                 0,
                                 fill_notice,
                                 TEXT_OF("how many sessions were announced early enough, and which were not"),
                                 TEXT_OF("combien de séances annoncées assez tôt, et lesquelles non"),
                                 "meetings"};

/* ---- who came ---- */

static bool came(const struct filling *f, const struct meeting *m, uint32_t laureate)
{
    uint32_t index = (uint32_t)(m - f->facts->meetings.at);
    for (size_t i = 0; i < f->facts->attendance.count; i++)
        if (f->facts->attendance.at[i].meeting.index == index && attendee(f, &f->facts->attendance.at[i]) == laureate)
            return true;
    return false;
}

static void fill_attendance(struct filling *f, const struct yaml *yaml, struct node *into)
{
    static const char *const titles[] = {"column.laureate", "column.presences", "column.sessions"};
    (void)yaml;
    if (!period_is(f->job->period) || !f->facts->attendance.count)
        return;
    struct rows rows = meetings_of(f, OF_SESSIONS);
    struct grid grid = grid_new(f, STR("attendance"), word(f, "table.attendance"), 3);
    for (size_t c = 0; c < 3; c++)
        grid_column(f, &grid, c, word(f, titles[c]), c ? ALIGN_END : ALIGN_START);
    for (uint32_t l = 1; l < f->facts->laureates.count; l++) {
        int64_t present = 0, expected = 0;
        for (size_t i = 0; i < rows.count; i++) {
            const struct meeting *m = rows.at[i];
            const struct laureate *laureate = &f->facts->laureates.at[l];
            expected += present_at(f, m) > 0 && laureate_is_member(laureate, m->date, m->date);
            present += came(f, m, l);
        }
        if (!expected)
            continue;
        struct cell *cells = grid_row(f, &grid, ROW_PLAIN);
        cells[0] = cell_text(f, laureate_name(f, l));
        cells[0].header = true;
        cells[1] = cell_count(f, present);
        cells[2] = cell_count(f, expected);
    }
    grid_add(f, &grid, into);
}

const struct hole hole_attendance = {TEXT_OF("attendance"),
                                     TEXT_OF("presences"),
                                     NULL,
                                     0,
                                     fill_attendance,
                                     TEXT_OF("sessions that each laureate came to"),
                                     TEXT_OF("les séances auxquelles chaque lauréat est venu"),
                                     "attendance meetings"};
