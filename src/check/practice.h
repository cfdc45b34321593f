/* The checks of the good practices of a collective: a table, one row a check,
 * each silent where its input is absent. Private to `check`. */
#ifndef CHECK_PRACTICE_H
#define CHECK_PRACTICE_H

#include "work.h"

typedef void practice_run(struct check *check);

/* practice_strategy.c */
practice_run theory_acyclic, theory_reached, theory_paths, theory_reviewed, theory_levels, indicators_on_nodes,
    objectives_measured, roles_assigned, priorities_few;
/* practice_means.c */
practice_run bodies_serve, resources_serve, resources_within, sharing_known, decisions_followed, indicators_cited,
    activities_fit, referrals_arrive, changes_shown;
/* practice_meetings.c */
practice_run sessions_quarterly, sessions_alternate, webinars_open, meetings_spaced, meetings_prepared,
    sessions_announced, slots_used, coordination_quarterly, materials_shared;
/* practice_load.c */
practice_run load_bearable, mails_official;
/* practice_people.c */
practice_run team_complete, followups_held, needs_answered, needs_on_agenda, patrons_involved, quotes_agreed,
    contacts_agreed, consultations_concluded, channels_decided, narratives_whole;
/* practice_texts.c */
practice_run charter_signed, agenda_written, reviews_whole, voices_heard, laureates_shown, practices_reusable,
    practices_transferable;

/* practice.c: what several of them need. */
struct date practice_today(const struct check *check); /* the cut-off; DATE_NONE where there is none */
bool is_session(const struct meeting *meeting);
/* It took place before the cut-off, as far as the table says. */
bool is_held(const struct check *check, const struct meeting *meeting);
/* The first heading of this name in either language, NULL if there is none. */
const struct node *heading_find(struct check *check, const struct node *body, struct str en, struct str fr);
/* Something but headings stands between it and the next heading of its level. */
bool heading_filled(struct check *check, const struct node *heading);
/* Rows of the table of attendance of one meeting: indexes in facts.attendance. */
struct attended {
    const uint32_t *at;
    size_t count;
};
struct attended meeting_attended(const struct check *check, uint32_t meeting);
/* Meetings by date: indexes, as many as there are. */
uint32_t *meetings_by_date(struct check *check, size_t *count);

#endif
