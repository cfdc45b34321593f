/* bilan check DIR: read and check everything, write nothing. */
#include "session.h"

/* "no error", "1 warning", "12 files read": by language, for none, one, many; none when it reads as a number. */
struct counted {
    const char *none[LANGUAGE_COUNT], *one[LANGUAGE_COUNT], *many[LANGUAGE_COUNT];
};
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
    enum language language = session->language;
    if (!count && counted->none[language])
        return str_of(counted->none[language]);
    /* French is singular below two, English for one only. */
    bool one = language == LANGUAGE_FR ? count < 2 : count == 1;
    return str_print(session->run, "%s\u00A0%s", say_number(session->run, count, language).at,
                     one ? counted->one[language] : counted->many[language]);
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

enum exit_code command_check(struct invocation *invocation)
{
    struct session session;
    enum exit_code code = session_open(&session, invocation);
    if (code != EXIT_FINE)
        return code;
    compose_templates(session.run, session.facts, share_folder(session.run), session.diagnostics);
    code = session_say(&session);
    if (!invocation->quiet)
        say_summary(&session);
    session_drop(&session);
    return code;
}
