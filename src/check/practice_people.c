/* Practices of people: the team, follow-ups, needs, patrons, consent, channels, narratives. */
#include "practice.h"

void team_complete(struct check *check)
{
    for (size_t i = 0; i < check->facts->team.count; i++)
        if (!check->facts->team.at[i].person.length)
            REPORT(check->diagnostics, check->facts->team.at[i].row.at, MSG_team_vacant,
                   {check->facts->team.at[i].role});
}

/* ---- follow-ups ---- */

static void check_parties(struct check *check, const struct follow_up *f)
{
    struct date today = practice_today(check);
    if (!date_is(f->date) || !date_is(today) || f->date.day > today.day)
        return;
    if (!f->programme_owner.length || !f->facilitator.length || f->laureate_present == ANSWER_NO)
        REPORT(check->diagnostics, f->row.at, MSG_party_missing, {f->laureate.id, date_iso(check->scratch, f->date)});
}

/* Which laureates had a follow-up in the quarter. */
static bool *followed_in(struct check *check, struct period quarter)
{
    const struct follow_ups *list = &check->facts->follow_ups;
    bool *followed = ARENA_ARRAY(check->scratch, bool, check->facts->laureates.count + 1);
    for (size_t i = 0; i < list->count; i++)
        if (date_is(list->at[i].date) && list->at[i].date.day >= period_first_day(quarter).day &&
            list->at[i].date.day <= period_last_day(quarter).day)
            followed[list->at[i].laureate.index] = true;
    return followed;
}

static void check_followed(struct check *check, struct period quarter)
{
    const struct facts *facts = check->facts;
    const bool *followed = followed_in(check, quarter);
    for (uint32_t l = 1; l < facts->laureates.count; l++) {
        const struct laureate *laureate = &facts->laureates.at[l];
        if (!followed[l] && laureate_is_active(laureate, quarter))
            REPORT(check->diagnostics, file_place(source_next(check, input_kind("followups"), 1)),
                   MSG_follow_up_missing, {laureate->id, said_period(check->scratch, &facts->programme, quarter)});
    }
}

void followups_held(struct check *check)
{
    const struct facts *facts = check->facts;
    struct date today = practice_today(check);
    for (size_t i = 0; i < facts->follow_ups.count; i++)
        check_parties(check, &facts->follow_ups.at[i]);
    if (!date_is(today) || !period_is(facts->first_period))
        return;
    struct period quarter = period_at(PERIOD_QUARTER, facts->first_period.first, facts->programme.year_start);
    for (int n = 0; n < 200 && period_last_day(quarter).day <= today.day; n++, quarter = period_next(quarter, 1))
        check_followed(check, quarter);
}

/* ---- needs ---- */

void needs_answered(struct check *check)
{
    const struct facts *facts = check->facts;
    struct date today = practice_today(check);
    for (size_t i = 1; i < facts->needs.count; i++) {
        const struct need *need = &facts->needs.at[i];
        bool done = need->state == NEED_ANSWERED || need->state == NEED_CLOSED;
        if (done && !need->answer.length)
            REPORT(check->diagnostics, need->row.at, MSG_need_closed_unanswered, {need->id});
        if (done || !date_is(today) || !period_is(need->period))
            continue;
        struct period quarter = period_of_date(PERIOD_QUARTER, today, facts->programme.year_start);
        if (period_last_day(need->period).day < period_first_day(period_next(quarter, -2)).day)
            REPORT(check->diagnostics, need->row.at, MSG_need_open_long, {need->id});
    }
}

/* Sessions held after the need was said. */
static size_t sessions_since(const struct check *check, const struct need *need)
{
    size_t count = 0;
    for (size_t i = 1; i < check->facts->meetings.count && count < 2; i++) {
        const struct meeting *m = &check->facts->meetings.at[i];
        count += is_session(m) && is_held(check, m) && m->date.day > period_last_day(need->period).day;
    }
    return count;
}

void needs_on_agenda(struct check *check)
{
    const struct facts *facts = check->facts;
    bool *on_agenda = ARENA_ARRAY(check->scratch, bool, facts->needs.count + 1);
    for (size_t i = 1; i < facts->meetings.count; i++)
        on_agenda[facts->meetings.at[i].need.index] = true;
    for (size_t i = 1; i < facts->needs.count; i++) {
        const struct need *need = &facts->needs.at[i];
        bool open = need->state != NEED_ANSWERED && need->state != NEED_CLOSED;
        bool asked = open && need->shareable == ANSWER_YES && period_is(need->period);
        if (asked && !on_agenda[i] && !need->meeting.id.length && sessions_since(check, need) >= 2)
            REPORT(check->diagnostics, need->row.at, MSG_need_not_shared, {need->id});
    }
}

/* ---- patrons and consent ---- */

void patrons_involved(struct check *check)
{
    const struct facts *facts = check->facts;
    for (uint32_t i = 1; i < facts->meetings.count; i++) {
        const struct meeting *m = &facts->meetings.at[i];
        struct attended attended = meeting_attended(check, i);
        bool patron = false;
        for (size_t a = 0; a < attended.count; a++)
            patron = patron || facts->attendance.at[attended.at[a]].funder.index;
        if (m->type == MEETING_INTELLIGENCE && is_held(check, m) && attended.count && !patron)
            REPORT(check->diagnostics, m->row.at, MSG_session_without_patron, {m->id});
    }
}

void quotes_agreed(struct check *check)
{
    const struct column *columns = input_kind("contributions")->columns;
    for (size_t i = 0; i < check->facts->contributions.count; i++) {
        const struct contribution *c = &check->facts->contributions.at[i];
        if (c->quote.length && c->consent != ANSWER_YES)
            REPORT(check->diagnostics, row_place(&c->row, columns, "quote"), MSG_quote_without_consent,
                   {c->quote_by.length ? c->quote_by : c->funder.id});
    }
}

/* Nobody is named outside the collective without having been asked. */
void contacts_agreed(struct check *check)
{
    const struct laureates *laureates = &check->facts->laureates;
    const struct column *columns = input_kind("laureates")->columns;
    for (size_t i = 1; i < laureates->count; i++) {
        const struct laureate *l = &laureates->at[i];
        if ((l->contact_name.length || l->contact_email.length) && l->consent == ANSWER_NONE)
            REPORT(check->diagnostics, row_place(&l->row, columns, "consent"), MSG_consent_not_asked, {l->id});
        if (l->profile_quote.length && l->profile_consent != ANSWER_YES)
            REPORT(check->diagnostics, l->profile_at, MSG_portrait_without_consent, {l->id});
    }
}

void consultations_concluded(struct check *check)
{
    struct date today = practice_today(check);
    for (size_t i = 0; i < check->facts->consultations.count; i++) {
        const struct consultation *c = &check->facts->consultations.at[i];
        if (!c->outcome.length && date_is(today) && date_is(c->closed_on) && c->closed_on.day < today.day)
            REPORT(check->diagnostics, c->row.at, MSG_consultation_without_outcome, {c->question});
    }
}

void channels_decided(struct check *check)
{
    for (size_t i = 0; i < check->facts->channels.count; i++) {
        const struct channel *c = &check->facts->channels.at[i];
        if (!date_is(c->decision))
            REPORT(check->diagnostics, c->row.at, MSG_channel_not_decided, {c->name});
        if (c->group_chat == ANSWER_YES && !c->wanted_by.length)
            REPORT(check->diagnostics, c->row.at, MSG_chat_not_wanted, {c->name});
    }
}

/* ---- narratives ---- */

static void check_parts(struct check *check, const struct narrative *n)
{
    static const enum narrative_part wanted[] = {PART_HIGHLIGHTS, PART_CHALLENGES, PART_NEEDS};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!n->part[wanted[i]])
            REPORT(check->diagnostics, n->at, MSG_heading_missing,
                   {narrative_heading(wanted[i], check->facts->programme.language)});
}

/* Which laureates have a narrative of the period. */
static bool *told_in(struct check *check, struct period period)
{
    const struct narratives *list = &check->facts->narratives;
    bool *told = ARENA_ARRAY(check->scratch, bool, check->facts->laureates.count + 1);
    for (size_t i = 0; i < list->count; i++)
        if (period_equal(list->at[i].period, period))
            told[list->at[i].laureate] = true;
    return told;
}

/* The last period's narrative is due as its measures are. */
void narratives_whole(struct check *check)
{
    const struct facts *facts = check->facts;
    struct date today = practice_today(check);
    struct period last = facts->last_ended;
    for (size_t i = 0; i < facts->narratives.count; i++) {
        check_parts(check, &facts->narratives.at[i]);
        if (date_is(facts->narratives.at[i].received_on) && !date_is(facts->narratives.at[i].validated_on))
            REPORT(check->diagnostics, facts->narratives.at[i].received_at, MSG_narrative_not_validated);
    }
    if (!facts->narratives.count || !period_is(last) || !date_is(today) || period_last_day(last).day + 15 > today.day)
        return;
    const bool *told = told_in(check, last);
    for (uint32_t l = 1; l < facts->laureates.count; l++)
        if (!told[l] && laureate_is_active(&facts->laureates.at[l], last))
            REPORT(check->diagnostics, facts->laureates.at[l].row.at, MSG_narrative_missing,
                   {facts->laureates.at[l].id, said_period(check->scratch, &facts->programme, last)});
}
