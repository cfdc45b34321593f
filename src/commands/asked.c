/* What the command line asks for, found in the data: periods and laureates. */
#include "session.h"
#include "tell.h"

/* False after saying which is none. */
static bool periods_asked(const struct session *session, struct asked_periods *periods)
{
    const struct invocation *invocation = session->invocation;
    const struct facts *facts = session->facts;
    for (size_t i = 0; i < invocation->periods.count; i++) {
        struct period *period = PUSH(session->run, periods);
        if (!period_parse(invocation->periods.at[i], facts->programme.year_start, period))
            return tell_unknown(session->language, "période illisible : « %.*s » (2025-T4, 2025-S1, 2025-01, 2025)",
                                "not a period: '%.*s' (2025-Q4, 2025-S1, 2025-01, 2025)", invocation->periods.at[i],
                                STR_NONE);
    }
    struct period p = facts->first_period;
    while (invocation->all_periods && period_is(p) && period_compare(p, facts->last_ended) <= 0) {
        *PUSH(session->run, periods) = p;
        p = period_next(p, 1);
    }
    if (!periods->count && period_is(facts->last_ended))
        *PUSH(session->run, periods) = facts->last_ended;
    return true;
}

bool session_laureates(const struct session *session)
{
    struct strs ids = {0};
    for (size_t i = 1; i < session->facts->laureates.count; i++)
        *PUSH(session->run, &ids) = session->facts->laureates.at[i].id;
    return names_known(session, session->invocation->laureates, ids, "lauréat inconnu : « %.*s »",
                       "unknown laureate: '%.*s'");
}

enum exit_code session_open_asked(struct session *session, const struct invocation *invocation,
                                  struct asked_periods *periods)
{
    enum exit_code code = session_open_errors(session, invocation, 0);
    *periods = (struct asked_periods){NULL, 0, 0};
    if (code != EXIT_FINE || (session_laureates(session) && periods_asked(session, periods)))
        return code;
    session_drop(session);
    return EXIT_USAGE;
}

bool session_asks(const struct session *session, struct str laureate)
{
    const struct strs *asked = &session->invocation->laureates;
    bool found = !asked->count;
    for (size_t i = 0; i < asked->count; i++)
        found |= name_equal(asked->at[i], laureate);
    return found;
}
