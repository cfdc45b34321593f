/* bilan list DIR: what build would write, one line a file. */
#include "gates.h"
#include "tell.h"

static const struct counted counted_withheld = {
    {NULL, NULL},
    {"fichier retenu par des erreurs dans les données", "file withheld by errors in the data"},
    {"fichiers retenus par des erreurs dans les données", "files withheld by errors in the data"}};

enum exit_code command_list(struct invocation *invocation)
{
    struct session session;
    struct plan plan;
    enum exit_code code = session_open_errors(&session, invocation, 0);
    if (code != EXIT_FINE)
        return code;
    if (!plan_make(&session, &plan)) {
        session_close(&session);
        return EXIT_USAGE;
    }
    gates_close(&session, &plan);
    size_t withheld = 0;
    struct buffer out = {.arena = session.run};
    for (size_t i = 0; i < plan.jobs.count; i++)
        for (int f = 0; f < FORMAT_COUNT; f++)
            if (format_wanted(invocation, &plan.jobs.at[i], (enum format)f)) {
                withheld += plan.jobs.at[i].withheld != NULL;
                if (!plan.jobs.at[i].withheld)
                    buffer_print(&out, "%s\n", job_file(session.run, &plan.jobs.at[i], (enum format)f).at);
            }
    if (withheld)
        fprintf(stderr, "%s.\n", tell_count(session.run, &counted_withheld, withheld, session.language).at);
    enum exit_code printed = session_print(&session, &out);
    code = session_close(&session);
    return printed != EXIT_FINE ? printed : code == EXIT_INPUTS && !withheld ? EXIT_FINE : code;
}
