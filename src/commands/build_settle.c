/* What is to be made, and what no longer belongs. */
#include "build.h"

#include <string.h>

static bool is_lost(const struct build *build, const struct job *job)
{
    for (int f = 0; build->lost.count && f < FORMAT_COUNT; f++)
        if (job->template->formats[f] && build_has_lost(build, job_file(build->session.run, job, (enum format)f)))
            return true;
    return false;
}

/* Every file of the job is there and was made from the same. */
static bool up_to_date(const struct build *build, const struct job *job)
{
    for (int f = 0; f < FORMAT_COUNT; f++) {
        if (!format_wanted(build->session.invocation, job, (enum format)f))
            continue;
        const struct entry *entry = output_find(&build->output, job_file(build->session.run, job, (enum format)f));
        struct sha256 made_from = build_made_from(build, job, (enum format)f);
        if (!entry || memcmp(&entry->made_from, &made_from, sizeof made_from) != 0 ||
            !output_present(build->session.run, &build->output, entry))
            return false;
    }
    return true;
}

static void keep_job(struct build *build, const struct job *job, size_t *counter)
{
    for (int f = 0; f < FORMAT_COUNT; f++)
        if (format_wanted(build->session.invocation, job, (enum format)f)) {
            ++*counter;
            build_keep(build, job_file(build->session.run, job, (enum format)f));
        }
}

void build_sort_out(struct build *build, bool pages)
{
    const struct jobs *jobs = &build->plan.jobs;
    build->todo = ARENA_ARRAY(build->session.run, const struct job *, jobs->count + 1);
    build->told = arena_alloc(build->session.run, jobs->count + 1, sizeof *build->told);
    build->todo_count = build->ended = 0;
    for (size_t i = 0; i < jobs->count; i++) {
        if (jobs->at[i].template->is_page != pages)
            continue;
        size_t told = 0; /* when it was lost */
        if (jobs->at[i].withheld || is_lost(build, &jobs->at[i]))
            keep_job(build, &jobs->at[i], jobs->at[i].withheld ? &build->withheld : &told);
        else if (!build->session.invocation->force && up_to_date(build, &jobs->at[i]))
            keep_job(build, &jobs->at[i], &build->unchanged);
        else
            build->todo[build->todo_count++] = &jobs->at[i];
    }
}

static bool covers(const struct strs *filter, struct str name)
{
    for (size_t i = 0; i < filter->count; i++)
        if (name_equal(filter->at[i], name))
            return true;
    return filter->count == 0;
}

static bool covers_flag(const bool *set, size_t count, size_t index)
{
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any = any || set[i];
    return !any || (index < count && set[index]);
}

/* A filtered run removes only what its filter covers. */
static bool covered(const struct build *build, const struct entry *entry)
{
    const struct invocation *invocation = build->session.invocation;
    size_t audience = 0, format = 0;
    while (audience < AUDIENCE_COUNT && !str_equal(entry->audience, str_of(audience_name[audience])))
        audience++;
    while (format < FORMAT_COUNT && !str_equal(entry->format, format_names[format].name))
        format++;
    bool in_period = invocation->periods.count == 0;
    struct period wanted, mine;
    int year_start = build->session.facts->programme.year_start;
    for (size_t i = 0; i < invocation->periods.count; i++)
        if (period_parse(entry->period, year_start, &mine) &&
            period_parse(invocation->periods.at[i], year_start, &wanted))
            in_period = in_period || period_equal(mine, wanted);
    return in_period && covers(&invocation->deliverables, entry->deliverable) &&
           covers(&invocation->laureates, entry->laureate) &&
           covers_flag(invocation->audiences, AUDIENCE_COUNT, audience) &&
           covers_flag(invocation->formats, FORMAT_COUNT, format);
}

/* A path of OUT without its extension, as jobs have theirs: "arc-est" sorts before "arc.html" and after "arc". */
static struct str stem_of(struct str path)
{
    size_t end = path.length;
    while (end && path.at[end - 1] != '.' && path.at[end - 1] != '/')
        end--;
    return end && path.at[end - 1] == '.' ? str_slice(path, 0, end - 1) : path;
}

static bool belongs(struct build *build, const struct entry *entry)
{
    const struct job *job = plan_find(plan_belonging(&build->session, &build->plan), stem_of(entry->path));
    for (int f = 0; job && f < FORMAT_COUNT; f++)
        if (job->template->formats[f] && str_equal(job_file(build->session.run, job, (enum format)f), entry->path))
            return true;
    return false;
}

void build_settle(struct build *build)
{
    entries_sort(&build->fresh);
    struct output made = {.entries = build->fresh};
    for (size_t i = 0; i < build->output.entries.count; i++) {
        const struct entry *old = &build->output.entries.at[i];
        if (output_find(&made, old->path))
            continue;
        if (covered(build, old) && !belongs(build, old)) {
            output_remove(build->session.run, &build->output, old->path);
            build->removed++;
        } else {
            *PUSH(build->session.run, &build->fresh) = *old;
        }
    }
    entries_sort(&build->fresh);
    build->output.entries = build->fresh;
}
