#include "compose/collective.h"
#include "compose/shown.h"
#include "compose/template.h"

#include <stdlib.h>

/* Which documents: each template, for each audience, period and subject that the filter lets through. */

struct planning {
    struct arena *run;
    const struct facts *facts;
    const struct job_filter *filter;
    struct jobs *jobs;
};

static bool is_listed(const struct strs *names, struct str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (name_equal(names->at[i], name))
            return true;
    return names->count == 0;
}

/* ---- periods ---- */

static struct period last_ended(const struct facts *facts, enum period_kind kind)
{
    struct period p = period_of_date(kind, facts->cut_off, facts->programme.year_start);
    return period_last_day(p).day <= facts->cut_off.day ? p : period_next(p, -1);
}

static struct period first_of(const struct facts *facts, enum period_kind kind)
{
    return period_at(kind, facts->first_period.first, facts->programme.year_start);
}

static void add_span(struct planning *p, struct periods *periods, struct period from, struct period to,
                     struct period within)
{
    for (; period_compare(from, to) <= 0; from = period_next(from, 1))
        if (!period_is(within) || period_contains(within, from))
            periods_add(p->run, periods, from);
}

static struct periods periods_of(struct planning *p, enum period_kind kind)
{
    struct periods periods = {0};
    const struct job_filter *filter = p->filter;
    if (kind == PERIOD_NONE || !date_is(p->facts->cut_off) || !period_is(p->facts->first_period))
        return periods;
    struct period first = first_of(p->facts, kind), last = last_ended(p->facts, kind);
    struct period anywhere = {PERIOD_NONE, 0};
    if (filter->all_periods)
        add_span(p, &periods, first, last, anywhere);
    else if (!filter->periods && period_compare(first, last) <= 0)
        periods_add(p->run, &periods, last);
    for (size_t i = 0; filter->periods && i < filter->period_count; i++)
        if (filter->periods[i].kind == kind)
            periods_add(p->run, &periods, filter->periods[i]);
        else
            add_span(p, &periods, first, last, filter->periods[i]);
    return periods;
}

/* ---- subjects ---- */

static bool wanted_laureate(const struct planning *p, const struct job *job)
{
    const struct laureate *laureate = &p->facts->laureates.at[job->subject];
    return laureate_is_active(laureate, job->period) && is_listed(&p->filter->laureates, laureate->id);
}

static bool wanted_practice(const struct planning *p, const struct job *job)
{
    const struct practice *practice = &p->facts->practices.at[job->subject];
    if (!p->filter->laureates.count)
        return true;
    for (size_t i = 0; i < practice->laureates.count; i++)
        if (is_listed(&p->filter->laureates, practice->laureates.at[i].id))
            return true;
    return false;
}

/* A brief is made before its meeting, a page once there are minutes to read. */
static bool wanted_meeting(const struct planning *p, const struct job *job)
{
    const struct meeting *meeting = &p->facts->meetings.at[job->subject];
    bool ahead = date_is(meeting->date) && meeting->date.day > p->facts->cut_off.day;
    return !p->filter->laureates.count && (job->template->is_page ? meeting->minutes != NULL : ahead);
}

static bool wanted_indicator(const struct planning *p, const struct job *job)
{
    return !p->filter->laureates.count && indicator_visible(&p->facts->indicators.at[job->subject], job->audience);
}

static bool wanted_programme(const struct planning *p, const struct job *job)
{
    (void)job;
    return !p->filter->laureates.count;
}

static struct str subject_of_programme(const struct facts *facts, uint32_t index)
{
    (void)facts;
    (void)index;
    return STR_NONE;
}

static struct str subject_of_laureate(const struct facts *facts, uint32_t index)
{
    return facts->laureates.at[index].id;
}

static struct str subject_of_practice(const struct facts *facts, uint32_t index)
{
    return facts->practices.at[index].slug;
}

static struct str subject_of_meeting(const struct facts *facts, uint32_t index)
{
    return facts->meetings.at[index].id;
}

static struct str subject_of_indicator(const struct facts *facts, uint32_t index)
{
    return facts->indicators.at[index].id;
}

/* One row a value of `over`: where its subjects are, which are wanted, what names them. */
static const struct each {
    size_t list; /* offset in facts of the list, 0 for the programme alone */
    uint32_t first;
    bool (*wanted)(const struct planning *p, const struct job *job);
    struct str (*name)(const struct facts *facts, uint32_t index);
} eaches[] = {
    [EACH_PROGRAMME] = {0, 0, wanted_programme, subject_of_programme},
    [EACH_LAUREATE] = {offsetof(struct facts, laureates), 1, wanted_laureate, subject_of_laureate},
    [EACH_PRACTICE] = {offsetof(struct facts, practices), 0, wanted_practice, subject_of_practice},
    [EACH_MEETING] = {offsetof(struct facts, meetings), 1, wanted_meeting, subject_of_meeting},
    [EACH_INDICATOR] = {offsetof(struct facts, indicators), 1, wanted_indicator, subject_of_indicator},
};

static uint32_t subject_count(const struct facts *facts, const struct each *each)
{
    /* Every list of facts has the shape { at, count, capacity }. */
    const struct laureates *list = (const void *)((const char *)facts + each->list);
    return each->list ? (uint32_t)list->count : 1;
}

/* ---- paths ---- */

static bool is_safe(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* A step of a path as it is when it is plain, else its slug. */
static struct str safe_step(struct arena *run, struct str step)
{
    for (size_t i = 0; i < step.length; i++)
        if (!is_safe(step.at[i]))
            return name_slug(run, step);
    return step.length ? step : STR("x");
}

static struct str default_file(struct planning *p, const struct job *job)
{
    const struct template *template = job->template;
    struct str subject = eaches[template->over].name(p->facts, job->subject);
    struct str name = subject.length ? safe_step(p->run, subject) : template->name;
    if (!period_is(job->period))
        return name;
    return str_print(p->run, "%.*s/%.*s", STR_ARG(variables_name(p->run, p->facts, job, STR("{period}"))),
                     STR_ARG(name));
}

static struct str path_of(struct planning *p, const struct job *job)
{
    struct str pattern = job->template->file_name, step;
    struct str file = pattern.length ? variables_name(p->run, p->facts, job, pattern) : default_file(p, job);
    struct buffer path = {.arena = p->run};
    buffer_print(&path, "%s/%.*s", audience_name[job->audience], STR_ARG(job->template->deliverable));
    while (str_split(&file, '/', &step)) {
        buffer_byte(&path, '/');
        buffer_add(&path, safe_step(p->run, step));
    }
    return buffer_str(&path);
}

/* ---- jobs ---- */

/* The page of a laureate that left stays as of when it left. */
static struct period period_of_page(const struct planning *p, const struct job *job)
{
    const struct template *template = job->template;
    const struct date left =
        template->over == EACH_LAUREATE ? p->facts->laureates.at[job->subject].left.last : DATE_NONE;
    if (!template->is_page || !date_is(left) || left.day >= period_last_day(job->period).day)
        return job->period;
    return period_of_date(job->period.kind, left, p->facts->programme.year_start);
}

static void add_job(struct planning *p, struct job job)
{
    if (period_is(job.period))
        job.period = period_of_page(p, &job);
    if (!eaches[job.template->over].wanted(p, &job))
        return;
    job.path = path_of(p, &job);
    *PUSH(p->run, p->jobs) = job;
}

static void add_subjects(struct planning *p, const struct template *template, enum audience audience,
                         struct period period)
{
    const struct each *each = &eaches[template->over];
    uint32_t count = subject_count(p->facts, each);
    for (uint32_t i = each->first; i < count; i++)
        add_job(p, (struct job){.template = template, .audience = audience, .period = period, .subject = i});
}

static bool any_audience(const struct job_filter *filter)
{
    return filter->audiences[AUDIENCE_INTERNAL] || filter->audiences[AUDIENCE_PARTNERS] ||
           filter->audiences[AUDIENCE_PUBLIC];
}

/* A page of a site is always as of the last period that has ended, whatever periods are asked for. */
static struct periods periods_for(struct planning *p, const struct template *template)
{
    struct periods periods = {0};
    bool ended = date_is(p->facts->cut_off) && period_is(p->facts->first_period);
    if (!template->is_page)
        return periods_of(p, template->period);
    if (template->period != PERIOD_NONE && !p->filter->periods && ended)
        periods_add(p->run, &periods, last_ended(p->facts, template->period));
    return periods;
}

static void add_template(struct planning *p, const struct template *template)
{
    bool filtered = any_audience(p->filter);
    struct periods periods = periods_for(p, template);
    for (enum audience audience = 0; audience < AUDIENCE_COUNT; audience++) {
        if (!template->audiences[audience] || (filtered && !p->filter->audiences[audience]))
            continue;
        for (size_t i = 0; i < periods.count; i++)
            add_subjects(p, template, audience, periods.at[i]);
        if (template->period == PERIOD_NONE && !p->filter->periods)
            add_subjects(p, template, audience, (struct period){PERIOD_NONE, 0});
    }
}

static int by_path(const void *a, const void *b)
{
    const struct job *x = a, *y = b;
    int order = str_compare(x->path, y->path);
    return order ? order : (x->subject > y->subject) - (x->subject < y->subject);
}

static void sort_jobs(struct jobs *jobs)
{
    if (jobs->count)
        qsort(jobs->at, jobs->count, sizeof *jobs->at, by_path);
}

/* Two subjects whose names fold to one file name: the later ones are numbered, which may change their place. */
static void make_unique(struct planning *p)
{
    struct jobs *jobs = p->jobs;
    struct str *paths = ARENA_ARRAY(p->run, struct str, jobs->count + 1);
    for (size_t i = 0; i < jobs->count; i++)
        paths[i] = jobs->at[i].path;
    names_tell_apart(p->run, paths, jobs->count);
    for (size_t i = 0; i < jobs->count; i++)
        jobs->at[i].path = paths[i];
}

static bool has_input(const struct facts *facts, const struct template *template)
{
    return !template->input || facts->present[template->input - input_kinds];
}

struct jobs compose_jobs(struct arena *run, const struct facts *facts, const struct templates *templates,
                         const struct job_filter *filter)
{
    struct jobs jobs = {0};
    struct planning p = {run, facts, filter, &jobs};
    for (size_t i = 0; i < templates->count; i++)
        if (is_listed(&filter->deliverables, templates->at[i].deliverable) && has_input(facts, &templates->at[i]))
            add_template(&p, &templates->at[i]);
    sort_jobs(&jobs);
    make_unique(&p);
    sort_jobs(&jobs);
    return jobs;
}

struct str job_file(struct arena *arena, const struct job *job, enum format format)
{
    return str_print(arena, "%.*s.%.*s", STR_ARG(job->path), STR_ARG(format_names[format].extension));
}
