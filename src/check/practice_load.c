/* Practices of the load on members: the hours asked of each in a quarter, and the mails. */
#include "practice.h"

#define MAILS_A_MONTH 4

/* Hours of one laureate in one quarter. */
struct load {
    uint32_t laureate;
    struct period quarter;
    struct decimal hours;
};

static bool is_in(struct date date, struct period quarter)
{
    return date_is(date) && date.day >= period_first_day(quarter).day && date.day <= period_last_day(quarter).day;
}

/* Where the table of attendance knows the meeting, only those who were there gave their time. */
static bool gave_time(const struct check *check, uint32_t meeting, uint32_t laureate)
{
    const struct attendances *list = &check->facts->attendance;
    bool known = false;
    for (size_t i = 0; i < list->count; i++) {
        if (list->at[i].meeting.index != meeting)
            continue;
        known = true;
        if (list->at[i].laureate.index == laureate)
            return true;
    }
    return !known;
}

static void add_meetings(const struct check *check, struct load *load)
{
    const struct meetings *meetings = &check->facts->meetings;
    for (uint32_t i = 1; i < meetings->count; i++) {
        const struct meeting *m = &meetings->at[i];
        bool collective = is_session(m) || m->type == MEETING_WEBINAR || m->type == MEETING_OPERATIONAL;
        if (collective && m->hours.is && m->held != ANSWER_NO && is_in(m->date, load->quarter) &&
            gave_time(check, i, load->laureate))
            decimal_add(&load->hours, decimal_of(m->hours.number));
    }
}

static void add_requests(const struct check *check, struct load *load)
{
    const struct requests *requests = &check->facts->requests;
    for (size_t i = 0; i < requests->count; i++) {
        const struct request *r = &requests->at[i];
        bool asked = !r->laureate.id.length || r->laureate.index == load->laureate;
        if (asked && r->hours.is && is_in(r->date, load->quarter))
            decimal_add(&load->hours, decimal_of(r->hours.number));
    }
}

static void check_load(struct check *check, struct load *load)
{
    const struct facts *facts = check->facts;
    const struct maybe *ceiling = &facts->programme.load_hours_per_quarter;
    add_meetings(check, load);
    add_requests(check, load);
    if (decimal_compare(load->hours, decimal_of(ceiling->number)) <= 0)
        return;
    REPORT(check->diagnostics, file_place(source_next(check, input_kind("meetings"), 1)), MSG_load_heavy,
           {facts->laureates.at[load->laureate].id, said_period(check->scratch, &facts->programme, load->quarter),
            said_number(check->scratch, check->facts->programme.language, load->hours),
            said_number(check->scratch, check->facts->programme.language, decimal_of(ceiling->number))});
}

void load_bearable(struct check *check)
{
    const struct facts *facts = check->facts;
    struct date today = practice_today(check);
    if (!facts->programme.load_hours_per_quarter.is || !date_is(today) || !period_is(facts->first_period))
        return;
    struct period quarter = period_at(PERIOD_QUARTER, facts->first_period.first, facts->programme.year_start);
    for (int n = 0; n < 200 && period_first_day(quarter).day <= today.day; n++, quarter = period_next(quarter, 1))
        for (uint32_t l = 1; l < facts->laureates.count; l++) {
            struct load load = {l, quarter, decimal_int(0)};
            if (laureate_active(&facts->laureates.at[l], period_first_day(quarter), period_last_day(quarter)))
                check_load(check, &load);
        }
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
    for (size_t i = 0; i < mails->count; i++) {
        const struct mail *mail = &mails->at[i];
        if (!date_is(mail->date))
            continue;
        struct period month = period_of_date(PERIOD_MONTH, mail->date, 1);
        size_t same_month = 0;
        for (size_t j = 0; j <= i; j++)
            same_month += is_in(mails->at[j].date, month);
        if (same_month == MAILS_A_MONTH + 1)
            REPORT(check->diagnostics, mail->row.at, MSG_mails_many,
                   {said_period(check->scratch, &check->facts->programme, month), said_count(check, MAILS_A_MONTH)});
        if (mail->official == ANSWER_YES && !is_coordination(check, mail->sender))
            REPORT(check->diagnostics, row_place(&mail->row, columns, "sender"), MSG_sender_not_coordination,
                   {mail->sender});
    }
}
