/* What the command line asks for, found in the data: periods and laureates. */
#include "session.h"
#include "tell.h"

bool session_periods(const struct session *session, struct periods *periods)
{
    const struct strs *asked = &session->invocation->periods;
    *periods = (struct periods){0};
    for (size_t i = 0; i < asked->count; i++) {
        struct period period;
        if (!period_parse(asked->at[i], session->facts->programme.year_start, &period))
            return tell_unknown(session->language, "période illisible : « %.*s » (2025-T4, 2025-S1, 2025-01, 2025)",
                                "not a period: '%.*s' (2025-Q4, 2025-S1, 2025-01, 2025)", asked->at[i], STR_NONE);
        periods_add(session->run, periods, period);
    }
    return true;
}

static bool periods_or_last(const struct session *session, struct periods *periods)
{
    const struct facts *facts = session->facts;
    if (!session_periods(session, periods))
        return false;
    struct period p = facts->first_period;
    while (session->invocation->all_periods && period_is(p) && period_compare(p, facts->last_ended) <= 0) {
        periods_add(session->run, periods, p);
        p = period_next(p, 1);
    }
    if (!periods->count && period_is(facts->last_ended))
        periods_add(session->run, periods, facts->last_ended);
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

enum exit_code session_open_asked(struct session *session, const struct invocation *invocation, struct periods *periods)
{
    enum exit_code code = session_open_errors(session, invocation, 0);
    if (code != EXIT_FINE || (session_laureates(session) && periods_or_last(session, periods)))
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
