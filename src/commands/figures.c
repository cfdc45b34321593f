/* bilan figures DIR: the aggregated figures, as CSV or JSON on standard output. */
#include "tell.h"
#include "session.h"

#include <string.h>

static bool indicators_known(const struct session *session, struct strs wanted)
{
    const struct indicators *list = &session->facts->indicators;
    struct strs ids = {0};
    for (size_t i = 1; i < list->count; i++)
        *PUSH(session->run, &ids) = list->at[i].id;
    return names_known(session, wanted, ids, "indicateur inconnu : « %.*s »", "unknown indicator: '%.*s'");
}

static bool dimension_known(const struct session *session, struct str wanted, uint32_t *index)
{
    const struct dimensions *list = &session->facts->dimensions;
    struct strs ids = {0}, asked = {&wanted, wanted.length > 0, 1};
    for (size_t i = 1; i < list->count; i++) {
        *PUSH(session->run, &ids) = list->at[i].id;
        if (name_equal(list->at[i].id, wanted))
            *index = (uint32_t)i;
    }
    return names_known(session, asked, ids, "ventilation inconnue : « %.*s »", "unknown dimension: '%.*s'");
}

/* The periods asked for; "2025" with quarters means its quarters. */
static bool periods_known(const struct session *session, struct figures_request *request)
{
    struct periods asked, list = {0};
    int year_start = session->facts->programme.year_start;
    if (!session_periods(session, &asked))
        return false;
    for (size_t i = 0; i < asked.count; i++) {
        struct period p = asked.at[i];
        if (request->to_date || p.kind == request->time) {
            periods_add(session->run, &list, p);
            continue;
        }
        if (period_months(p.kind) < period_months(request->time))
            return tell_unknown(session->language,
                                "« %.*s » est plus court que ce que demande --time : écrivez la période entière",
                                "'%.*s' is shorter than what --time asks for: write the whole period",
                                period_written(session->run, p, year_start, session->language), STR_NONE);
        struct period inner = period_at(request->time, p.first, year_start);
        for (; period_contains(p, inner); inner = period_next(inner, 1))
            periods_add(session->run, &list, inner);
    }
    request->periods = list.at;
    request->period_count = list.count;
    return true;
}

static bool audience_known(const struct session *session, struct figures_request *request)
{
    size_t count = 0;
    for (int a = 0; a < AUDIENCE_COUNT; a++)
        if (session->invocation->audiences[a]) {
            request->audience = (enum audience)a;
            count++;
        }
    if (count > 1)
        tell(session->language, "figures répond pour un seul public : --audience public, partners ou internal",
             "figures answers for one audience only: --audience public, partners or internal");
    return count <= 1;
}

static bool request_fill(const struct session *session, struct figures_request *request)
{
    const struct invocation *invocation = session->invocation;
    *request = (struct figures_request){.indicators = invocation->indicators,
                                        .by = invocation->by,
                                        .attribute = invocation->attribute,
                                        .time = invocation->time,
                                        .to_date = invocation->to_date,
                                        .jobs = invocation->jobs};
    return audience_known(session, request) && indicators_known(session, invocation->indicators) &&
           dimension_known(session, invocation->dimension, &request->dimension) && periods_known(session, request);
}

enum exit_code command_figures(struct invocation *invocation)
{
    struct session session;
    enum exit_code code = session_open_errors(&session, invocation, 0);
    if (code != EXIT_FINE)
        return code;
    struct figures_request request;
    if (!request_fill(&session, &request)) {
        session_drop(&session);
        return EXIT_USAGE;
    }
    const struct measures *measures =
        request.audience == AUDIENCE_INTERNAL
            ? measure_prepare_internal(session.run, session.facts)
            : measure_prepare(session.run, session.facts, invocation->jobs, session.diagnostics);
    struct figures figures = measure_figures(session.run, measures, &request);
    struct buffer out = {.arena = session.run};
    figures_print(&out, measures, &figures, str_equal(invocation->print_format, STR("json")), invocation->jobs);
    enum exit_code printed = session_print(&session, &out);
    code = session_close(&session);
    return printed == EXIT_FINE ? code : printed;
}
