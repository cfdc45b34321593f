/* bilan import DIR FILE.xlsx…: filled forms back into the data repository; one that is refused refuses them
 * all, and nothing is renamed into place before everything is written. */
#include "import.h"
#include "tell.h"

#include <errno.h>
#include <string.h>

static struct str base_name(struct str path)
{
    size_t at = path.length;
    while (at && path.at[at - 1] != '/')
        at--;
    return str_slice(path, at, path.length);
}

static const int problem_error[] = {[FILE_ABSENT] = ENOENT,
                                    [FILE_FORBIDDEN] = EACCES,
                                    [FILE_TOO_LARGE] = EFBIG,
                                    [FILE_NOT_REGULAR] = EISDIR,
                                    [FILE_UNREADABLE] = EIO};

static bool read_one(struct session *session, const struct measures *measures, struct str path, struct form *form,
                     enum exit_code *code)
{
    struct str bytes;
    enum file_problem problem = path_read(session->run, path, &bytes);
    if (problem != FILE_OK) {
        *code = tell_failure(session->language, path, problem_error[problem]);
        return false;
    }
    return form_read(session->run, measures, base_name(path), bytes, form, session->diagnostics);
}

static bool say_same(struct session *session, const struct form *forms, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (forms[i].laureate == forms[count].laureate && period_equal(forms[i].period, forms[count].period)) {
            REPORT(session->diagnostics, ((struct place){0, 0, 0}), MSG_form_same, {forms[count].file, forms[i].file});
            return true;
        }
    return false;
}

static bool write_all(const struct import_plan *plan)
{
    const struct session *session = plan->session;
    struct str failed = STR_NONE;
    bool written = overlay_write(session->run, &session->facts->folder, &plan->files, &failed);
    if (!written)
        (void)tell_failure(session->language, failed, errno);
    return written;
}

static const struct counted counted_parts[] = {
    {{NULL, NULL}, {"réponse ajoutée", "answer added"}, {"réponses ajoutées", "answers added"}},
    {{NULL, NULL}, {"remplacée", "replaced"}, {"remplacées", "replaced"}},
    {{NULL, NULL}, {"déjà là", "already there"}, {"déjà là", "already there"}},
    {{"aucun récit écrit", "no narrative written"},
     {"récit écrit", "narrative written"},
     {"récits écrits", "narratives written"}},
    {{"aucun besoin ajouté", "no need added"}, {"besoin ajouté", "need added"}, {"besoins ajoutés", "needs added"}},
};

/* "12 réponses ajoutées, 0 remplacée, 3 déjà là, 1 récit écrit, aucun besoin ajouté." */
static void say_done(const struct import_plan *plan)
{
    const size_t counts[] = {plan->added, plan->replaced, plan->same, plan->narratives, plan->needs};
    struct buffer text = {.arena = plan->session->run};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct str part = tell_count(plan->session->run, &counted_parts[i], counts[i], plan->session->language);
        buffer_print(&text, "%s%.*s", i ? ", " : "", STR_ARG(part));
    }
    fprintf(stderr, "%.*s.\n", STR_ARG(buffer_str(&text)));
}

static void say_nothing_written(const struct session *session)
{
    fputs(session->language == LANGUAGE_FR ? "Rien n’a été écrit.\n" : "Nothing was written.\n", stderr);
}

/* Reads every form before anything is planned, so that all problems are said in one run. */
static enum exit_code plan_forms(struct session *session, struct import_plan *plan)
{
    const struct strs *arguments = &session->invocation->arguments;
    struct measures *measures =
        measure_prepare(session->run, session->facts, session->invocation->jobs, diagnostics_new(session->run));
    struct form *forms = ARENA_ARRAY(session->run, struct form, arguments->count);
    enum exit_code code = EXIT_FINE;
    size_t count = 0;
    for (size_t i = 1; i < arguments->count; i++) {
        if (!read_one(session, measures, arguments->at[i], &forms[count], &code) || say_same(session, forms, count))
            plan->refused = true;
        else
            count++;
    }
    for (size_t i = 0; i < count; i++) {
        import_answers(plan, &forms[i]);
        import_narrative(plan, &forms[i]);
        import_needs(plan, &forms[i]);
    }
    import_close(plan);
    return code;
}

enum exit_code command_import(struct invocation *invocation)
{
    struct session session;
    enum exit_code code = session_open_errors(&session, invocation, 0);
    if (code != EXIT_FINE)
        return code;
    /* What else is to be said of the data, `check` says; what a form says is told whole. */
    if (session.errors_only)
        diagnostics_keep_errors(session.diagnostics);
    session.errors_only = false;
    struct import_plan plan = {.session = &session};
    if (session.facts->shared_error)
        plan.refused = true;
    else
        code = plan_forms(&session, &plan);
    if (code == EXIT_FINE && !plan.refused && plan.files.paths.count)
        import_check(&plan);
    if (code == EXIT_FINE && !plan.refused && !write_all(&plan))
        code = EXIT_MACHINE;
    if (code == EXIT_FINE && !plan.refused && !invocation->quiet)
        say_done(&plan);
    enum exit_code said = session_say(&session);
    if (plan.refused)
        say_nothing_written(&session);
    session_drop(&session);
    return code != EXIT_FINE ? code : plan.refused ? EXIT_INPUTS : said == EXIT_INPUTS ? EXIT_FINE : said;
}
