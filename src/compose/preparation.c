#include "compose/collective.h"
#include "compose/hole_list.h"

/* How meetings were prepared and told: agendas sent in time, minutes that followed, key persons who were missing. */

static bool is_prepared(const struct filling *f, const struct meeting *m)
{
    return m->type != MEETING_NONE && m->type != MEETING_SLOT && m->type != MEETING_FOLLOW_UP && m->held != ANSWER_NO &&
           in_period(m->date, f->job->period) && m->date.day <= f->facts->cut_off.day;
}

static struct str named(struct filling *f, const struct meeting *m)
{
    return SAY(f, "notice.title", PAIR("title", set(f, m->title)),
               PAIR("date", show_day(f->arena, m->date, f->language)));
}

struct promise {
    int64_t known, kept;
    struct strs broken;
};

static void judge(struct filling *f, struct promise *promise, const struct meeting *m, struct date done, int32_t latest)
{
    bool kept = done.day <= latest;
    if (!date_is(done))
        return;
    promise->known++;
    promise->kept += kept;
    if (!kept)
        *PUSH(f->arena, &promise->broken) = named(f, m);
}

static void say_promise(struct filling *f, const struct promise *promise, const char *key, int days, struct node *into)
{
    if (!promise->known)
        return;
    struct str kept = SAY_N(f, promise->kept, key, PAIR("n", count_text(f, promise->kept)),
                            PAIR("of", count_text(f, promise->known)), PAIR("days", count_text(f, days)));
    struct str late = STR_NONE;
    if (promise->broken.count)
        late = SAY(f, "preparation.late", PAIR("titles", show_clauses(f->arena, &promise->broken, f->language)));
    add_paragraph(f, into, str_print(f->arena, "%.*s%s%.*s", STR_ARG(kept), late.length ? " " : "", STR_ARG(late)));
}

static bool came(const struct filling *f, const struct meeting *m, struct str role, bool *any)
{
    uint32_t index = (uint32_t)(m - f->facts->meetings.at);
    bool found = false;
    for (size_t i = 0; i < f->facts->attendance.count; i++) {
        const struct attendance *a = &f->facts->attendance.at[i];
        *any = *any || a->meeting.index == index;
        found = found || (a->meeting.index == index && (name_equal(a->role, role) || name_equal(a->member, role)));
    }
    return found;
}

static void say_missing(struct filling *f, struct node *into)
{
    struct strs missing = {0};
    for (size_t i = 1; i < f->facts->meetings.count; i++) {
        const struct meeting *m = &f->facts->meetings.at[i];
        for (size_t r = 0; is_prepared(f, m) && r < m->key_roles.count; r++) {
            bool any = false;
            if (!came(f, m, m->key_roles.at[r], &any) && any)
                *PUSH(f->arena, &missing) = SAY(f, "preparation.missing", PAIR("role", set(f, m->key_roles.at[r])),
                                                PAIR("meeting", named(f, m)));
        }
    }
    if (missing.count)
        add_paragraph(f, into,
                      SAY(f, "preparation.absent", PAIR("items", show_clauses(f->arena, &missing, f->language))));
}

static void fill_preparation(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct promise agenda = {0}, minutes = {0};
    (void)yaml;
    if (!period_is(f->job->period))
        return;
    for (size_t i = 1; i < f->facts->meetings.count; i++) {
        const struct meeting *m = &f->facts->meetings.at[i];
        if (!is_prepared(f, m))
            continue;
        judge(f, &agenda, m, m->agenda_sent_on, m->date.day - MEETING_AGENDA_DAYS);
        judge(f, &minutes, m, m->minutes_on, m->date.day + MEETING_MINUTES_DAYS);
    }
    say_promise(f, &agenda, "preparation.agenda", MEETING_AGENDA_DAYS, into);
    say_promise(f, &minutes, "preparation.minutes", MEETING_MINUTES_DAYS, into);
    say_missing(f, into);
}

const struct hole hole_preparation = {TEXT_OF("preparation"),
                                      TEXT_OF("preparation_des_rencontres"),
                                      NULL,
                                      0,
                                      fill_preparation,
                                      TEXT_OF("agendas in time, minutes that followed, key persons missing"),
                                      TEXT_OF("ordres du jour à temps, comptes rendus, personnes clés absentes"),
                                      "attendance meetings"};
