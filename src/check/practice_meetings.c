/* Practices of meetings: their rhythm, their kinds, how they are announced, prepared and told. */
#include "practice.h"

static uint32_t meetings_file(const struct check *check)
{
    return source_next(check, input_kind("meetings"), 1);
}

static struct place cell_of(const struct meeting *meeting, const char *column)
{
    return row_place(&meeting->row, input_kind("meetings")->columns, column);
}

/* Quarters of the programme without a meeting that is wanted, up to the last that has ended. */
static void report_quarters(struct check *check, bool wanted(const struct meeting *meeting), enum message message)
{
    const struct facts *facts = check->facts;
    struct date today = practice_today(check);
    int year_start = facts->programme.year_start;
    if (!date_is(today) || !period_is(facts->first_period))
        return;
    struct period quarter = period_at(PERIOD_QUARTER, facts->first_period.first, year_start);
    for (int n = 0; n < 400 && period_last_day(quarter).day <= today.day; n++, quarter = period_next(quarter, 1)) {
        bool found = false;
        for (size_t i = 1; i < facts->meetings.count && !found; i++) {
            const struct meeting *m = &facts->meetings.at[i];
            found = wanted(m) && m->held != ANSWER_NO && date_is(m->date) &&
                    m->date.day >= period_first_day(quarter).day && m->date.day <= period_last_day(quarter).day;
        }
        struct words words = {message, {said_period(check->scratch, &facts->programme, quarter)}};
        if (!found)
            diagnostics_add(check->diagnostics, file_place(meetings_file(check)), words);
    }
}

static bool is_coordination(const struct meeting *meeting)
{
    return meeting->type == MEETING_COORDINATION;
}

void sessions_quarterly(struct check *check)
{
    report_quarters(check, is_session, MSG_quarter_without_session);
}

void coordination_quarterly(struct check *check)
{
    report_quarters(check, is_coordination, MSG_quarter_without_coordination);
}

void sessions_alternate(struct check *check)
{
    size_t count;
    const uint32_t *order = meetings_by_date(check, &count);
    const struct meeting *before = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct meeting *m = &check->facts->meetings.at[order[i]];
        if (!is_session(m) || m->held == ANSWER_NO)
            continue;
        if (before && before->type == m->type)
            REPORT(check->diagnostics, cell_of(m, "type"), MSG_session_same_kind, {m->id, before->id});
        if (m->type == MEETING_INTELLIGENCE && !m->need.id.length)
            REPORT(check->diagnostics, cell_of(m, "need"), MSG_session_without_need, {m->id});
        before = m;
    }
}

/* Somebody of a funder was at the meeting. */
static bool has_funder(const struct check *check, uint32_t meeting)
{
    struct attended attended = meeting_attended(check, meeting);
    for (size_t i = 0; i < attended.count; i++)
        if (check->facts->attendance.at[attended.at[i]].funder.index)
            return true;
    return false;
}

void webinars_open(struct check *check)
{
    const struct facts *facts = check->facts;
    for (uint32_t i = 1; i < facts->meetings.count; i++) {
        const struct meeting *m = &facts->meetings.at[i];
        if (m->type != MEETING_WEBINAR)
            continue;
        if (!m->theme.length)
            REPORT(check->diagnostics, m->row.at, MSG_webinar_without_theme, {m->id});
        if (facts->attendance.count && is_held(check, m) && !has_funder(check, i))
            REPORT(check->diagnostics, m->row.at, MSG_webinar_without_patron, {m->id});
    }
}

void meetings_spaced(struct check *check)
{
    size_t count;
    const uint32_t *order = meetings_by_date(check, &count);
    const struct meeting *before = NULL;
    int gap = check->facts->programme.meeting_gap_days;
    for (size_t i = 0; i < count && gap; i++) {
        const struct meeting *m = &check->facts->meetings.at[order[i]];
        if ((!is_session(m) && m->type != MEETING_WEBINAR) || m->held == ANSWER_NO)
            continue;
        if (before && m->date.day - before->date.day < gap)
            REPORT(check->diagnostics, cell_of(m, "date"), MSG_meetings_close,
                   {m->id, before->id, said_count(check, m->date.day - before->date.day), said_count(check, gap)});
        before = m;
    }
}

/* ---- prepared, and told ---- */

static bool is_prepared_kind(const struct meeting *meeting)
{
    return meeting->type != MEETING_SLOT && meeting->type != MEETING_FOLLOW_UP && meeting->type != MEETING_NONE;
}

static void check_agenda(struct check *check, const struct meeting *m)
{
    if (!date_is(m->agenda_sent_on))
        REPORT(check->diagnostics, m->row.at, MSG_agenda_missing, {m->id});
    else if (m->date.day - m->agenda_sent_on.day < MEETING_AGENDA_DAYS)
        REPORT(check->diagnostics, cell_of(m, "agenda_sent_on"), MSG_agenda_late,
               {m->id, said_count(check, m->date.day - m->agenda_sent_on.day)});
}

static bool is_attended_as(const struct check *check, struct attended attended, struct str role)
{
    for (size_t i = 0; i < attended.count; i++) {
        const struct attendance *a = &check->facts->attendance.at[attended.at[i]];
        if (name_equal(a->role, role) || name_equal(a->member, role))
            return true;
    }
    return false;
}

static void check_roles(struct check *check, uint32_t meeting)
{
    const struct meeting *m = &check->facts->meetings.at[meeting];
    struct attended attended = meeting_attended(check, meeting);
    for (size_t i = 0; i < m->key_roles.count && attended.count; i++)
        if (!is_attended_as(check, attended, m->key_roles.at[i]))
            REPORT(check->diagnostics, cell_of(m, "key_roles"), MSG_key_role_absent, {m->id, m->key_roles.at[i]});
}

static void check_minutes(struct check *check, const struct meeting *m)
{
    int32_t due = m->date.day + MEETING_MINUTES_DAYS;
    if (date_is(m->minutes_on) && m->minutes_on.day > due)
        REPORT(check->diagnostics, cell_of(m, "minutes_on"), MSG_minutes_late,
               {m->id, said_count(check, m->minutes_on.day - m->date.day)});
    else if (!date_is(m->minutes_on) && !m->minutes && due < practice_today(check).day)
        REPORT(check->diagnostics, m->row.at, MSG_minutes_missing, {m->id});
}

void meetings_prepared(struct check *check)
{
    for (uint32_t i = 1; i < check->facts->meetings.count; i++) {
        const struct meeting *m = &check->facts->meetings.at[i];
        if (!is_prepared_kind(m) || !is_held(check, m))
            continue;
        check_agenda(check, m);
        check_roles(check, i);
        check_minutes(check, m);
    }
}

void sessions_announced(struct check *check)
{
    int notice = check->facts->programme.notice_days;
    for (size_t i = 1; i < check->facts->meetings.count; i++) {
        const struct meeting *m = &check->facts->meetings.at[i];
        if (!is_session(m) || m->held == ANSWER_NO || !date_is(m->date))
            continue;
        if (!date_is(m->announced_on))
            REPORT(check->diagnostics, m->row.at, MSG_session_not_announced, {m->id, said_count(check, notice)});
        else if (m->date.day - m->announced_on.day < notice)
            REPORT(check->diagnostics, cell_of(m, "announced_on"), MSG_session_announced_late,
                   {m->id, said_count(check, m->date.day - m->announced_on.day), said_count(check, notice)});
    }
}

void slots_used(struct check *check)
{
    int64_t all = 0, used = 0;
    struct date today = practice_today(check);
    for (size_t i = 1; i < check->facts->meetings.count; i++) {
        const struct meeting *m = &check->facts->meetings.at[i];
        if (m->type != MEETING_SLOT || !date_is(today) || !date_is(m->date) || m->date.day > today.day)
            continue;
        all++;
        used += m->held == ANSWER_YES;
    }
    if (all)
        REPORT(check->diagnostics, file_place(meetings_file(check)), MSG_slots_used,
               {said_count(check, used), said_count(check, all)});
}

/* Where minutes are kept with the data, a session two weeks old has its own. */
void materials_shared(struct check *check)
{
    for (size_t i = 1; i < check->facts->meetings.count; i++) {
        const struct meeting *m = &check->facts->meetings.at[i];
        if (is_session(m) && is_held(check, m) && !m->minutes &&
            m->date.day + MEETING_MINUTES_DAYS < practice_today(check).day)
            REPORT(check->diagnostics, m->row.at, MSG_materials_missing, {m->id});
    }
}
