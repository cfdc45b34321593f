/* bilan build DIR: make the deliverables that are out of date. */
#include "build.h"
#include "tell.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static enum exit_code say_output(const struct build *build, enum output_problem problem)
{
    struct str folder = build->session.invocation->output;
    if (problem == OUTPUT_FAILED)
        return tell_failure(build->session.language, folder, errno);
    tell(build->session.language, "une autre production est en cours dans %.*s ; attendez sa fin",
         "another build is running in %.*s; wait for it to end", STR_ARG(folder));
    return EXIT_MACHINE;
}

static bool output_suits(const struct build *build)
{
    struct str input = output_input(build->session.run, build->session.invocation->output, build->session.facts);
    if (input.length)
        tell(build->session.language, "%.*s contient des données (%.*s) ; donnez un autre dossier aux livrables",
             "%.*s holds data (%.*s); give the deliverables another folder", STR_ARG(build->session.invocation->output),
             STR_ARG(input));
    return !input.length;
}

/* The documents, then the pages of sites: these lead to those that now stand. False where nobody could begin. */
static bool run(struct build *build, bool pages)
{
    struct session *session = &build->session;
    const struct workers workers = {build, build_job, build_made, build_ended, session->diagnostics, &build->flusher};
    build_sort_out(build, pages);
    if (!build->todo_count)
        return true;
    build->flusher = (struct flusher){session->run, &build->output, build, build_placed, 0, -1, -1, {NULL, 0, 0, 0, 0}};
    flusher_start(&build->flusher);
    progress_begin(&build->progress, session->invocation, session->language, build->todo_count);
    bool ran = workers_run(session->run, &workers, build->todo_count, session->invocation->jobs);
    int why = errno;
    flusher_end(&build->flusher);
    progress_end(&build->progress);
    if (!ran) {
        tell_failure(session->language, session->language == LANGUAGE_FR ? STR("production") : STR("build"), why);
        build->machine_failed = true;
    }
    return ran;
}

/* Masks are solved for those to whom something is masked. */
static struct measures *measures_for(struct build *build)
{
    struct session *session = &build->session;
    for (size_t i = 0; i < build->plan.jobs.count; i++)
        if (build->plan.jobs.at[i].audience != AUDIENCE_INTERNAL)
            return measure_prepare(session->run, session->facts, session->invocation->jobs, session->diagnostics);
    struct measures *measures = measure_prepare_internal(session->run, session->facts);
    measure_check(measures, session->diagnostics);
    return measures;
}

/* What was put in its place stands there, though making it again should fail. */
static void keep_placed(struct build *build, const struct entries *placed)
{
    struct entries *standing = &build->output.entries;
    for (size_t i = 0; i < placed->count; i++) {
        struct entry *old = output_find(&build->output, placed->at[i].path);
        if (old) {
            *old = placed->at[i];
        } else {
            *PUSH(build->session.run, standing) = placed->at[i];
            entries_sort(standing);
        }
    }
}

/* A page that is lost is led to by the others: they are made again without it. */
static void run_pages(struct build *build)
{
    const struct build before = *build;
    struct entries placed = {0};
    size_t lost;
    bool ran;
    do {
        lost = build->lost.count;
        for (size_t i = before.fresh.count; i < build->fresh.count; i++)
            *PUSH(build->session.run, &placed) = build->fresh.at[i];
        build->fresh.count = before.fresh.count;
        build->written = before.written;
        build->unchanged = before.unchanged;
        build->withheld = before.withheld;
        build_shelve(build);
        ran = run(build, true);
    } while (ran && build->lost.count > lost);
    keep_placed(build, &placed);
}

/* All that documents share is read and known before the first. */
static void tools_open(struct build *build)
{
    struct session *session = &build->session;
    const struct invocation *invocation = session->invocation;
    build->composer =
        (struct composer){.facts = session->facts, .draft = invocation->draft, .listed = session->diagnostics};
    build->composer.catalogue = compose_catalogue(session->run, build->plan.share, session->diagnostics);
    build->composer.measures = measures_for(build);
    build->composer.published = compose_published(session->run, session->facts);
    build->composer.kept = compose_texts_kept(session->run);
    build->device =
        render_open(session->run, &session->facts->programme.theme, build_makes_paged(build), session->diagnostics);
}

/* The workers see the errors of the inputs, sorted; what they find themselves comes back over their pipes. */
static void documents_make(struct build *build)
{
    struct session *session = &build->session;
    struct diagnostics *listed = session->diagnostics;
    diagnostics_sort(listed);
    session->diagnostics = diagnostics_new(session->run);
    if (run(build, false))
        run_pages(build);
    diagnostics_merge(listed, session->diagnostics);
    session->diagnostics = listed;
}

static enum exit_code make(struct build *build)
{
    struct session *session = &build->session;
    const struct invocation *invocation = session->invocation;
    if (!build_publishes_all(build) || !plan_make(session, &build->plan) || !output_suits(build))
        return EXIT_USAGE;
    tools_open(build);
    gates_close(session, &build->plan);
    enum output_problem problem = output_open(session->run, invocation->output, &build->output);
    if (problem != OUTPUT_OK) {
        render_close(build->device);
        return say_output(build, problem);
    }
    build_fingerprint(build);
    documents_make(build);
    build_settle(build);
    if (!manifest_write(session->run, &build->output, &session->facts->programme, build->inputs))
        build_not_written(build, STR("manifest.json"), errno);
    if (invocation->publish)
        build_publish(build);
    render_close(build->device);
    output_close(&build->output);
    build->done = true;
    bool refused = build->withheld || build->failed || build->unpublished;
    return build->machine_failed ? EXIT_MACHINE : refused ? EXIT_INPUTS : EXIT_FINE;
}

enum exit_code command_build(struct invocation *invocation)
{
    struct build build = {0};
    enum exit_code code = session_open_hashed(&build.session, invocation);
    if (code != EXIT_FINE)
        return code;
    code = make(&build);
    /* Errors that withheld nothing of what was asked are said, and do not fail the build. */
    enum exit_code closing = session_say(&build.session);
    if (build.done)
        build_say(&build);
    session_drop(&build.session);
    return closing == EXIT_MACHINE ? EXIT_MACHINE : code;
}
