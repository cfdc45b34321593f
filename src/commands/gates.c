#include "gates.h"
#include "tell.h"

#include "render/render.h"

static bool filter_known(const struct session *session, const struct templates *templates)
{
    const struct invocation *invocation = session->invocation;
    struct strs names = {0};
    for (size_t i = 0; i < templates->count; i++)
        if (!names.count || !str_equal(names.at[names.count - 1], templates->at[i].deliverable))
            *PUSH(session->run, &names) = templates->at[i].deliverable;
    return names_known(session, invocation->deliverables, names, "livrable inconnu : « %.*s »",
                       "unknown deliverable: '%.*s'") &&
           session_laureates(session);
}

static bool filter_make(const struct session *session, struct job_filter *filter)
{
    const struct invocation *invocation = session->invocation;
    *filter = (struct job_filter){.deliverables = invocation->deliverables,
                                  .laureates = invocation->laureates,
                                  .all_periods = invocation->all_periods};
    for (int a = 0; a < AUDIENCE_COUNT; a++)
        filter->audiences[a] = invocation->audiences[a];
    struct periods periods;
    if (!session_periods(session, &periods))
        return false;
    filter->periods = periods.at;
    filter->period_count = periods.count;
    return true;
}

bool plan_make(struct session *session, struct plan *plan)
{
    *plan = (struct plan){.share = share_folder(session->run)};
    plan->templates = compose_templates(session->run, session->facts, plan->share, session->diagnostics);
    struct job_filter filter;
    if (!filter_known(session, &plan->templates) || !filter_make(session, &filter))
        return false;
    plan->jobs = compose_jobs(session->run, session->facts, &plan->templates, &filter);
    return true;
}

const struct jobs *plan_belonging(const struct session *session, struct plan *plan)
{
    const struct job_filter all = {.all_periods = true};
    if (plan->belonging)
        return plan->belonging;
    struct jobs *belonging = ARENA_NEW(session->run, struct jobs);
    *belonging = compose_jobs(session->run, session->facts, &plan->templates, &all);
    return plan->belonging = belonging;
}

/* The laureate in whose folder a file lies, 0 when it is shared. */
static uint32_t laureate_of_file(const struct facts *facts, uint32_t file)
{
    struct str rest = facts->files.at[file].path, folder, id;
    if (!str_split(&rest, '/', &folder) || !str_split(&rest, '/', &id) || !rest.at)
        return 0;
    if (!name_equal(folder, STR("laureates")) && !name_equal(folder, STR("laureats")))
        return 0;
    for (uint32_t i = 1; i < facts->laureates.count; i++)
        if (name_equal(facts->laureates.at[i].id, id))
            return i;
    return 0;
}

static void count_warnings(struct session *session)
{
    struct facts *facts = session->facts;
    for (size_t i = 0; i < session->diagnostics->count; i++) {
        const struct diagnostic *diagnostic = &session->diagnostics->at[i];
        if (diagnostic->severity != SEVERITY_WARNING)
            continue;
        uint32_t laureate = laureate_of_file(facts, diagnostic->place.file);
        if (laureate)
            facts->laureate_error[laureate] = true;
        else
            facts->shared_error = true;
    }
}

/* What a laureate's document shows of the collective may be wrong too. */
static bool shows_error(const struct facts *facts, const struct template *template)
{
    for (size_t kind = 0; kind < input_kind_count; kind++)
        if (facts->input_error[kind] && template_reads(template, &input_kinds[kind]))
            return true;
    return false;
}

static const char *why_withheld(const struct facts *facts, const struct job *job)
{
    if (job->template->broken)
        return "template";
    if (facts->shared_error)
        return "shared";
    if (job->template->over == EACH_LAUREATE && !job->template->is_page)
        return facts->laureate_error[job->subject] ? "laureate" : shows_error(facts, job->template) ? "shown" : NULL;
    for (size_t i = 0; i < facts->laureates.count; i++)
        if (facts->laureate_error[i])
            return "laureate";
    return NULL;
}

void gates_close(struct session *session, struct plan *plan)
{
    if (session->invocation->strict)
        count_warnings(session);
    for (size_t i = 0; i < plan->jobs.count; i++) {
        struct job *job = &plan->jobs.at[i];
        job->withheld = why_withheld(session->facts, job);
        /* A draft withholds nothing but what cannot be composed at all. */
        if (session->invocation->draft && !job->template->broken)
            job->withheld = NULL;
    }
}

bool format_wanted(const struct invocation *invocation, const struct job *job, enum format format)
{
    bool any = false;
    for (int f = 0; f < FORMAT_COUNT; f++)
        any = any || invocation->formats[f];
    return job->template->formats[format] && (!any || invocation->formats[format]);
}

const struct job *plan_find(const struct jobs *jobs, struct str path)
{
    return SORTED_FIND(jobs->at, jobs->count, struct job, path, path);
}
