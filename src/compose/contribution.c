#include "compose/collective.h"
#include "compose/hole_list.h"

/* What a laureate gives to the collective and takes from it in the period, one line each. */

static struct strs laureates_met(struct filling *f, bool outward, struct decimal *total)
{
    struct strs names = {0};
    uint32_t own = own_laureate(f);
    *total = decimal_int(0);
    for (uint32_t other = 1; other < f->facts->laureates.count; other++) {
        bool met = false;
        for (size_t i = 0; i < f->facts->referrals.count; i++) {
            const struct referral *r = &f->facts->referrals.at[i];
            uint32_t from = r->from_laureate.index, to = r->to_laureate.index;
            bool ours = outward ? from == own && to == other : to == own && from == other;
            if (!ours || !period_is(r->period) || !period_contains(f->job->period, r->period))
                continue;
            met = true;
            if (r->count.is)
                decimal_add(total, decimal_of(r->count.number));
        }
        if (met)
            *PUSH(f->arena, &names) = laureate_named(f, other);
    }
    return names;
}

static void add_referrals(struct filling *f, struct node *list, bool outward)
{
    struct decimal total;
    struct strs names = laureates_met(f, outward, &total);
    if (!names.count)
        return;
    struct str list_names = show_list(f->arena, names.at, names.count, f->language);
    /* Few persons, and outside the masks of the figures: the number stays inside. */
    if (f->job->audience != AUDIENCE_INTERNAL) {
        add_item(
            f, list,
            SAY(f, outward ? "contribution.referred.some" : "contribution.welcomed.some", PAIR("names", list_names)));
        return;
    }
    int64_t n = (int64_t)total.units;
    add_item(f, list,
             SAY_N(f, n, outward ? "contribution.referred" : "contribution.welcomed",
                   PAIR("n", show_decimal(f->arena, total, 0, f->language)), PAIR("names", list_names)));
}

static bool names_own(const struct filling *f, struct str name)
{
    const struct laureate *l = &f->facts->laureates.at[own_laureate(f)];
    return name_equal(name, l->id) || name_equal(name, l->name) ||
           (l->short_name.length && name_equal(name, l->short_name));
}

static bool has_begun(const struct filling *f, const struct sharing *s)
{
    return !date_is(s->date) || s->date.day <= period_last_day(f->job->period).day;
}

static void add_sharing(struct filling *f, struct node *list)
{
    struct strs used = {0};
    for (size_t i = 0; i < f->facts->sharing.count; i++) {
        const struct sharing *s = &f->facts->sharing.at[i];
        bool uses = false;
        for (size_t u = 0; u < s->used_by.count; u++)
            uses = uses || names_own(f, s->used_by.at[u]);
        if (!has_begun(f, s))
            continue;
        if (names_own(f, s->by))
            add_item(f, list,
                     SAY_N(f, (int64_t)s->used_by.count, "contribution.shares", PAIR("what", set(f, s->what)),
                           PAIR("names", members_named(f, &s->used_by))));
        else if (uses)
            *PUSH(f->arena, &used) =
                SAY(f, "contribution.used", PAIR("what", set(f, s->what)), PAIR("name", member_named(f, s->by)));
    }
    if (used.count)
        add_item(f, list, SAY(f, "contribution.uses", PAIR("items", show_clauses(f->arena, &used, f->language))));
}

static void add_meetings(struct filling *f, struct node *list)
{
    struct strs titles = {0};
    for (size_t i = 0; i < f->facts->attendance.count; i++) {
        const struct attendance *a = &f->facts->attendance.at[i];
        const struct meeting *m = &f->facts->meetings.at[a->meeting.index];
        if (attendee(f, a) == own_laureate(f) && a->meeting.index && in_period(m->date, f->job->period))
            *PUSH(f->arena, &titles) = SAY(f, "contribution.meeting", PAIR("title", set(f, m->title)),
                                           PAIR("date", show_day(f->arena, m->date, f->language)));
    }
    if (titles.count)
        add_item(f, list,
                 SAY_N(f, (int64_t)titles.count, "contribution.attended",
                       PAIR("n", count_text(f, (int64_t)titles.count)),
                       PAIR("titles", show_list(f->arena, titles.at, titles.count, f->language))));
}

static void fill_contribution(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (!own_laureate(f) || !period_is(f->job->period))
        return;
    struct node *list = node_new(f->arena, NODE_LIST, f->place);
    list->tight = true;
    add_meetings(f, list);
    add_referrals(f, list, true);
    add_referrals(f, list, false);
    add_sharing(f, list);
    if (list->first)
        node_append(into, list);
}

const struct hole hole_contribution = {TEXT_OF("contribution"),
                                       TEXT_OF("contribution"),
                                       NULL,
                                       0,
                                       fill_contribution,
                                       TEXT_OF("what the laureate gives to the collective and takes from it"),
                                       TEXT_OF("ce que le lauréat apporte au collectif et en reçoit"),
                                       "attendance meetings referrals sharing"};
