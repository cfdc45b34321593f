/* bilan check DIR: read and check everything, write nothing. */
#include "session.h"

static void say_summary(const struct session *session)
{
    const struct facts *facts = session->facts;
    struct arena *run = session->run;
    bool french = session->language == LANGUAGE_FR;
    size_t files = 0;
    for (size_t i = 1; i < facts->files.count; i++)
        files += facts->files.at[i].was_read;
    size_t errors = diagnostics_count(session->diagnostics, SEVERITY_ERROR);
    size_t warnings = diagnostics_count(session->diagnostics, SEVERITY_WARNING) - errors;
    fprintf(stderr,
            french ? "%s fichiers lus, %s lauréats, %s indicateurs, %s observations : %s, %s.\n"
                   : "%s files read, %s laureates, %s indicators, %s observations: %s, %s.\n",
            say_number(run, files, session->language).at,
            say_number(run, facts->laureates.count ? facts->laureates.count - 1 : 0, session->language).at,
            say_number(run, facts->indicators.count ? facts->indicators.count - 1 : 0, session->language).at,
            say_number(run, facts->observations.count, session->language).at,
            errors   ? str_print(run, french ? "%zu erreur%s" : "%zu error%s", errors, errors > 1 ? "s" : "").at
            : french ? "aucune erreur"
                     : "no error",
            warnings
                ? str_print(run, french ? "%zu avertissement%s" : "%zu warning%s", warnings, warnings > 1 ? "s" : "").at
            : french ? "aucun avertissement"
                     : "no warning");
}

enum exit_code command_check(struct invocation *invocation)
{
    struct session session;
    enum exit_code code = session_open(&session, invocation);
    if (code != EXIT_FINE)
        return code;
    measure_prepare(session.run, session.facts, invocation->jobs, session.diagnostics);
    compose_templates(session.run, session.facts, share_folder(session.run), session.diagnostics);
    if (!invocation->quiet)
        say_summary(&session);
    return session_close(&session);
}
