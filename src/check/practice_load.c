/* Practices of the load on members: the hours asked of each in a quarter, and the mails. */
#include "practice.h"

#define MAILS_A_MONTH 4
#define QUARTERS_MAX 200
#define MONTHS 30000

/* The hours of one quarter, by laureate. */
struct load {
    struct period quarter;
    struct decimal *hours;
};

static bool is_in(struct date date, struct period period)
{
    return date_is(date) && date.day >= period_first_day(period).day && date.day <= period_last_day(period).day;
}

/* Where the table of attendance knows the meeting, only those who were there gave their time. */
static void add_meeting(struct check *check, const struct load *load, uint32_t meeting)
{
    const struct facts *facts = check->facts;
    struct decimal hours = decimal_of(facts->meetings.at[meeting].hours.number);
    struct attended attended = meeting_attended(check, meeting);
    for (size_t i = 0; i < attended.count; i++)
        decimal_add(&load->hours[facts->attendance.at[attended.at[i]].laureate.index], hours);
    for (uint32_t l = 1; !attended.count && l < facts->laureates.count; l++)
        decimal_add(&load->hours[l], hours);
}

static void add_meetings(struct check *check, const struct load *load)
{
    const struct meetings *meetings = &check->facts->meetings;
    for (uint32_t i = 1; i < meetings->count; i++) {
        const struct meeting *m = &meetings->at[i];
        bool collective = is_session(m) || m->type == MEETING_WEBINAR || m->type == MEETING_OPERATIONAL;
        if (collective && m->hours.is && m->held != ANSWER_NO && is_in(m->date, load->quarter))
            add_meeting(check, load, i);
    }
}

static void add_requests(const struct check *check, const struct load *load)
{
    const struct requests *requests = &check->facts->requests;
    for (size_t i = 0; i < requests->count; i++) {
        const struct request *r = &requests->at[i];
        if (!r->hours.is || !is_in(r->date, load->quarter))
            continue;
        if (r->laureate.id.length)
            decimal_add(&load->hours[r->laureate.index], decimal_of(r->hours.number));
        for (uint32_t l = 1; !r->laureate.id.length && l < check->facts->laureates.count; l++)
            decimal_add(&load->hours[l], decimal_of(r->hours.number));
    }
}

static void check_quarter(struct check *check, struct period quarter)
{
    const struct facts *facts = check->facts;
    struct decimal ceiling = decimal_of(facts->programme.load_hours_per_quarter.number);
    struct load load = {quarter, ARENA_ARRAY(check->scratch, struct decimal, facts->laureates.count + 1)};
    enum language language = facts->programme.language;
    add_meetings(check, &load);
    add_requests(check, &load);
    for (uint32_t l = 1; l < facts->laureates.count; l++) {
        const struct laureate *laureate = &facts->laureates.at[l];
        if (decimal_compare(load.hours[l], ceiling) <= 0 || !laureate_is_active(laureate, quarter))
            continue;
        REPORT(check->diagnostics, file_place(source_next(check, input_kind("meetings"), 1)), MSG_load_heavy,
               {laureate->id, said_period(check->scratch, &facts->programme, quarter),
                said_number(check->scratch, language, load.hours[l]), said_number(check->scratch, language, ceiling)});
    }
}

void load_bearable(struct check *check)
{
    const struct facts *facts = check->facts;
    struct date today = practice_today(check);
    if (!facts->programme.load_hours_per_quarter.is || !date_is(today) || !period_is(facts->first_period))
        return;
    struct period quarter = period_at(PERIOD_QUARTER, facts->first_period.first, facts->programme.year_start);
    for (int n = 0; n < QUARTERS_MAX && period_first_day(quarter).day <= today.day;
         n++, quarter = period_next(quarter, 1))
        check_quarter(check, quarter);
}

/* ---- mails ---- */

/* The coordination by its name, or somebody of its team. */
static bool is_coordination(const struct check *check, struct str sender)
{
    const struct facts *facts = check->facts;
    if (name_equal(sender, facts->programme.coordination) || name_equal(sender, STR("coordination")))
        return true;
    for (size_t i = 0; i < facts->team.count; i++)
        if (facts->team.at[i].person.length && name_equal(facts->team.at[i].person, sender))
            return true;
    return false;
}

void mails_official(struct check *check)
{
    const struct mails *mails = &check->facts->mails;
    const struct column *columns = input_kind("mails")->columns;
    uint16_t *sent = ARENA_ARRAY(check->scratch, uint16_t, MONTHS);
    for (size_t i = 0; i < mails->count; i++) {
        const struct mail *mail = &mails->at[i];
        if (!date_is(mail->date))
            continue;
        struct period month = period_of_date(PERIOD_MONTH, mail->date, 1);
        uint16_t *count = &sent[month.first % MONTHS];
        if (*count <= MAILS_A_MONTH && ++*count > MAILS_A_MONTH)
            REPORT(check->diagnostics, mail->row.at, MSG_mails_many,
                   {said_period(check->scratch, &check->facts->programme, month), said_count(check, MAILS_A_MONTH)});
        if (mail->official == ANSWER_YES && !is_coordination(check, mail->sender))
            REPORT(check->diagnostics, row_place(&mail->row, columns, "sender"), MSG_sender_not_coordination,
                   {mail->sender});
    }
}
