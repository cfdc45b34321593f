/* The table of practices, and what several of their checks need. */
#include "practice.h"

#include <stdlib.h>

/* `practice` is its number in the manual; the check is silent where `input` is absent. */
static const struct practice_check {
    const char *practice, *input;
    practice_run *run;
} practice_checks[] = {
    {"0.2", "theory_of_change", theory_paths},
    {"0.3", "sharing", sharing_known},
    {"1.1", "roles", roles_assigned},
    {"1.2", "objectives", objectives_measured},
    {"1.3", "priorities", priorities_few},
    {"1.4", "theory_of_change", theory_acyclic},
    {"1.4", "theory_of_change", theory_reached},
    {"1.4", "theory_of_change", theory_reviewed},
    {"1.4", "theory_of_change", indicators_on_nodes},
    {"2.1", "bodies", bodies_serve},
    {"2.1", "resources", resources_serve},
    {"3.1", "charter", charter_signed},
    {"3.2", "channels", channels_decided},
    {"F1.1", "common_agenda", agenda_written},
    {"F1.2", "theory_of_change", theory_levels},
    {"F1.3", "meetings", sessions_quarterly},
    {"F1.4", "meetings", sessions_alternate},
    {"F1.5", "reviews/<year>/<chapter>", reviews_whole},
    {"F1.6", "meetings", webinars_open},
    {"F1.7", "meetings", meetings_spaced},
    {"F1.7", "meetings", load_bearable},
    {"F2.1", "decisions", indicators_cited},
    {"F2.2", "resources", resources_within},
    {"F2.3", "decisions", decisions_followed},
    {"F2.3", "needs", needs_answered},
    {"F3.1", "activities", activities_fit},
    {"F3.1", "referrals", referrals_arrive},
    {"F4.1", "meetings", meetings_prepared},
    {"F4.2", "meetings", sessions_announced},
    {"F4.3", "meetings", slots_used},
    {"F4.4", "meetings", coordination_quarterly},
    {"F4.5", "laureates", contacts_agreed},
    {"F4.5", "consultations", consultations_concluded},
    {"F4.5", "sessions/<meeting>", materials_shared},
    {"F4.7", "laureates/<id>/<period>", narratives_whole},
    {"F4.9", "mails", mails_official},
    {"F5.1", "team", team_complete},
    {"F5.2", "followups", followups_held},
    {"F5.3", "needs", needs_on_agenda},
    {"F5.4", "attendance", patrons_involved},
    {"F5.4", "contributions", quotes_agreed},
    {"F5.5", "practices/<slug>", voices_heard},
    {"F6.1", "practices/<slug>", laureates_shown},
    {"F6.2", "practices/<slug>", practices_reusable},
    {"F6.3", "practices/<slug>", practices_transferable},
    {"F6.4", "systemic_changes", changes_shown},
};

/* A text and the measures of a period have the same name: either will do to know that a kind is used. */
static bool is_present(const struct facts *facts, const char *english)
{
    for (size_t i = 0; i < input_kind_count; i++)
        if (str_equal(input_kinds[i].en, str_of(english)) && facts->present[i])
            return true;
    return false;
}

/* Rows of attendance brought together by meeting. */
static void index_attendance(struct check *check)
{
    const struct facts *facts = check->facts;
    size_t meetings = facts->meetings.count;
    check->attendance = ARENA_ARRAY(check->scratch, uint32_t, facts->attendance.count + 1);
    check->attendance_start = ARENA_ARRAY(check->scratch, uint32_t, meetings + 2);
    uint32_t *next = ARENA_ARRAY(check->scratch, uint32_t, meetings + 1);
    for (size_t i = 0; i < facts->attendance.count; i++)
        check->attendance_start[facts->attendance.at[i].meeting.index + 1]++;
    for (size_t m = 0; m < meetings; m++)
        next[m] = check->attendance_start[m + 1] += check->attendance_start[m];
    for (size_t m = meetings; m > 0; m--)
        next[m - 1] = check->attendance_start[m - 1];
    for (uint32_t i = 0; i < facts->attendance.count; i++)
        check->attendance[next[facts->attendance.at[i].meeting.index]++] = i;
}

struct attended meeting_attended(const struct check *check, uint32_t meeting)
{
    const uint32_t *start = check->attendance_start;
    return (struct attended){check->attendance + start[meeting], start[meeting + 1] - start[meeting]};
}

void practices_check(struct check *check)
{
    index_attendance(check);
    for (size_t i = 0; i < sizeof practice_checks / sizeof *practice_checks; i++) {
        struct arena_mark mark = arena_mark(check->scratch);
        if (is_present(check->facts, practice_checks[i].input))
            practice_checks[i].run(check);
        arena_rewind(check->scratch, mark);
    }
}

/* ---- what several of them need ---- */

struct date practice_today(const struct check *check)
{
    return check->facts->cut_off;
}

bool is_session(const struct meeting *meeting)
{
    return meeting->type == MEETING_INTELLIGENCE || meeting->type == MEETING_EXPERT ||
           meeting->type == MEETING_ECOSYSTEM;
}

bool is_held(const struct check *check, const struct meeting *meeting)
{
    struct date today = practice_today(check);
    return date_is(meeting->date) && date_is(today) && meeting->date.day <= today.day && meeting->held != ANSWER_NO;
}

const struct node *heading_find(struct check *check, const struct node *body, struct str en, struct str fr)
{
    for (const struct node *node = body ? body->first : NULL; node; node = node->next) {
        struct str text = node->kind == NODE_HEADING ? str_trim(node_plain(check->scratch, node)) : STR_NONE;
        if (text.length && (name_equal(text, en) || name_equal(text, fr)))
            return node;
    }
    return NULL;
}

bool heading_filled(struct check *check, const struct node *heading)
{
    for (const struct node *node = heading->next; node; node = node->next) {
        if (node->kind == NODE_HEADING && node->level <= heading->level)
            return false;
        bool words =
            node->kind == NODE_TABLE || node->kind == NODE_FIGURE || str_trim(node_plain(check->scratch, node)).length;
        if (node->kind != NODE_HEADING && words)
            return true;
    }
    return false;
}

struct dated {
    int32_t day;
    uint32_t index;
};

static int dated_compare(const void *a, const void *b)
{
    const struct dated *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

uint32_t *meetings_by_date(struct check *check, size_t *count)
{
    const struct meetings *meetings = &check->facts->meetings;
    struct dated *dated = ARENA_ARRAY(check->scratch, struct dated, meetings->count);
    uint32_t *order = ARENA_ARRAY(check->scratch, uint32_t, meetings->count);
    *count = 0;
    for (uint32_t i = 1; i < meetings->count; i++)
        if (date_is(meetings->at[i].date))
            dated[(*count)++] = (struct dated){meetings->at[i].date.day, i};
    qsort(dated, *count, sizeof *dated, dated_compare);
    for (size_t i = 0; i < *count; i++)
        order[i] = dated[i].index;
    return order;
}
