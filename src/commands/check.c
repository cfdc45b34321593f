/* bilan check DIR: read and check everything, write nothing. */
#include "tell.h"
#include "session.h"

static const struct counted counted_files = {{NULL, NULL}, {"fichier lu", "file read"}, {"fichiers lus", "files read"}};
static const struct counted counted_laureates = {{NULL, NULL}, {"lauréat", "laureate"}, {"lauréats", "laureates"}};
static const struct counted counted_indicators = {
    {NULL, NULL}, {"indicateur", "indicator"}, {"indicateurs", "indicators"}};
static const struct counted counted_observations = {
    {NULL, NULL}, {"observation", "observation"}, {"observations", "observations"}};
static const struct counted counted_errors = {
    {"aucune erreur", "no error"}, {"erreur", "error"}, {"erreurs", "errors"}};
static const struct counted counted_warnings = {
    {"aucun avertissement", "no warning"}, {"avertissement", "warning"}, {"avertissements", "warnings"}};

static struct str count_words(const struct session *session, const struct counted *counted, size_t count)
{
    return tell_count(session->run, counted, count, session->language);
}

static size_t rows_of(size_t count)
{
    return count ? count - 1 : 0;
}

static void say_summary(const struct session *session)
{
    const struct facts *facts = session->facts;
    size_t files = 0;
    for (size_t i = 1; i < facts->files.count; i++)
        files += facts->files.at[i].was_read;
    size_t errors = diagnostics_count(session->diagnostics, SEVERITY_ERROR);
    size_t warnings = diagnostics_count(session->diagnostics, SEVERITY_WARNING) - errors;
    fprintf(stderr, session->language == LANGUAGE_FR ? "%s, %s, %s, %s : %s, %s.\n" : "%s, %s, %s, %s: %s, %s.\n",
            count_words(session, &counted_files, files).at,
            count_words(session, &counted_laureates, rows_of(facts->laureates.count)).at,
            count_words(session, &counted_indicators, rows_of(facts->indicators.count)).at,
            count_words(session, &counted_observations, facts->observations.count).at,
            count_words(session, &counted_errors, errors).at, count_words(session, &counted_warnings, warnings).at);
}

/* What texts tell those for whom there are documents. */
static void check_texts(const struct session *session)
{
    struct templates templates =
        compose_templates(session->run, session->facts, share_folder(session->run), session->diagnostics);
    struct job_filter outside = {.audiences = {[AUDIENCE_PUBLIC] = true, [AUDIENCE_PARTNERS] = true}};
    if (compose_jobs(session->run, session->facts, &templates, &outside).count)
        measure_told(session->run, session->facts, session->invocation->jobs, session->diagnostics);
}

enum exit_code command_check(struct invocation *invocation)
{
    struct session session;
    enum exit_code code = session_open(&session, invocation);
    if (code != EXIT_FINE)
        return code;
    check_texts(&session);
    code = session_say(&session);
    if (!session_say_bare(&session) && !invocation->quiet)
        say_summary(&session);
    session_drop(&session);
    return code;
}
