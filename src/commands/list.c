/* bilan list DIR: what build would write, one line a file. */
#include "gates.h"

enum exit_code command_list(struct invocation *invocation)
{
    struct session session;
    struct plan plan;
    enum exit_code code = session_open(&session, invocation);
    if (code != EXIT_FINE)
        return code;
    session.errors_only = true;
    if (!plan_make(&session, &plan)) {
        session_close(&session);
        return EXIT_USAGE;
    }
    gates_close(&session, &plan);
    size_t withheld = 0;
    for (size_t i = 0; i < plan.jobs.count; i++)
        for (int f = 0; f < FORMAT_COUNT; f++)
            if (format_wanted(invocation, &plan.jobs.at[i], (enum format)f)) {
                withheld += plan.jobs.at[i].withheld != NULL;
                if (!plan.jobs.at[i].withheld)
                    puts(job_file(session.run, &plan.jobs.at[i], (enum format)f).at);
            }
    if (withheld)
        fprintf(stderr,
                session.language == LANGUAGE_FR ? "%zu fichiers retenus par des erreurs dans les données.\n"
                                                : "%zu files withheld by errors in the data.\n",
                withheld);
    code = session_close(&session);
    return code == EXIT_INPUTS && !withheld ? EXIT_FINE : code;
}
