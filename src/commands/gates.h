/* The two gates: wrong shared facts withhold everything, one laureate's wrong facts the documents that use them, a
 * broken template itself. Between them nobody tests for errors. Private to `commands`. */
#ifndef COMMANDS_GATES_H
#define COMMANDS_GATES_H

#include "session.h"

/* Opens what a build needs beyond the facts; shared by build and list. */
struct plan {
    struct str share;
    struct templates templates;
    struct jobs jobs;             /* asked, sorted by path; job.withheld says why one will not be made */
    const struct jobs *belonging; /* see plan_belonging; NULL until it is asked for */
};
/* False after saying what is wrong in the options (EXIT_USAGE). */
bool plan_make(struct session *session, struct plan *plan);
/* Every job there is, in all periods: what else is in OUT belongs there no more. */
const struct jobs *plan_belonging(const struct session *session, struct plan *plan);
/* The job of a path without extension; NULL: none. */
const struct job *plan_find(const struct jobs *jobs, struct str path);
/* Marks jobs as withheld; with --strict, warnings count. Call after everything that reports errors in the inputs. */
void gates_close(struct session *session, struct plan *plan);
bool format_wanted(const struct invocation *invocation, const struct job *job, enum format format);

#endif
