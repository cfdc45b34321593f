/* bilan status DIR: who has reported what for the last ended period; --remind writes a reminder text each. */
#include "status.h"

#include <stdlib.h>

struct str report_day(const struct report *r, struct date date)
{
    return show_date(r->session->run, date, r->session->language);
}

bool owed_is_missing(const struct owed_item *item)
{
    return item->status == STATUS_EMPTY;
}

/* ---- what is owed ---- */

static int by_due(const void *a, const void *b)
{
    const struct owed_item *x = a, *y = b;
    return x->due.day != y->due.day ? (x->due.day > y->due.day) - (x->due.day < y->due.day)
                                    : str_compare(x->label, y->label);
}

static void owe_measure(const struct report *r, uint32_t indicator, struct owed *owed)
{
    const struct indicator *row = &r->facts->indicators.at[indicator];
    struct expected expected;
    struct date due = measure_due(r->facts, indicator, r->period);
    if (!measure_asked_of(r->session->run, r->measures, indicator, r->period, owed->laureate, &expected))
        return;
    owed->expected++;
    owed->received += expected.received;
    if (row->scope == SCOPE_SHARED && row->frequency == (int)r->period.kind &&
        (!date_is(owed->narrative_due) || due.day > owed->narrative_due.day))
        owed->narrative_due = due;
    if (!expected.received)
        *PUSH(r->session->run, &owed->items) = (struct owed_item){
            typeset(r->session->run, row->short_label.length ? row->short_label : row->label, r->session->language),
            due, expected.status};
}

/* A programme grows into narratives: where there are none, none is missed. */
static void owe_narrative(const struct report *r, struct owed *owed)
{
    for (size_t i = 0; i < r->facts->narratives.count; i++) {
        const struct narrative *n = &r->facts->narratives.at[i];
        owed->narrative_asked |= n->period.kind == r->period.kind;
        if (n->laureate == owed->laureate && period_equal(n->period, r->period))
            owed->narrative = n;
    }
    if (!date_is(owed->narrative_due))
        owed->narrative_due = period_last_day(r->period);
}

static struct owed owed_by(const struct report *r, uint32_t laureate)
{
    struct owed owed = {.laureate = laureate, .narrative_due = DATE_NONE};
    /* What was done before a laureate left stays in totals to date; nothing more is asked of it. */
    if (!laureate_is_active(&r->facts->laureates.at[laureate], r->period))
        return owed;
    for (uint32_t i = 1; i < r->facts->indicators.count; i++)
        owe_measure(r, i, &owed);
    owe_narrative(r, &owed);
    if (owed.items.count)
        qsort(owed.items.at, owed.items.count, sizeof *owed.items.at, by_due);
    return owed;
}

/* ---- the report ---- */

/* Days, and no verdict: who reads it knows why. */
static void say_due(struct report *r, struct date due)
{
    buffer_print(&r->out, words(r->session->language, " (attendu le %s)", " (due on %s)"), report_day(r, due).at);
}

static void say_narrative(struct report *r, const struct owed *owed)
{
    const struct narrative *n = owed->narrative;
    if (!owed->narrative_asked)
        return;
    if (!n) {
        buffer_add(&r->out,
                   str_of(words(r->session->language, ", récit pas encore reçu", ", narrative not received yet")));
        say_due(r, owed->narrative_due);
        return;
    }
    buffer_add(&r->out, str_of(words(r->session->language, ", récit reçu", ", narrative received")));
    if (date_is(n->received_on))
        buffer_print(&r->out, words(r->session->language, " le %s", " on %s"), report_day(r, n->received_on).at);
    if (date_is(n->received_on) && n->received_on.day > owed->narrative_due.day)
        say_due(r, owed->narrative_due);
    if (date_is(n->validated_on))
        buffer_print(&r->out, words(r->session->language, ", validé le %s", ", validated on %s"),
                     report_day(r, n->validated_on).at);
    else
        buffer_add(&r->out, str_of(words(r->session->language, ", à valider", ", to be validated")));
}

/* One line an indicator, with what is to be known of it. */
static void say_item(struct report *r, const struct owed_item *item)
{
    bool late = item->due.day < r->facts->cut_off.day;
    buffer_print(&r->out, "    %.*s", STR_ARG(item->label));
    if (item->status == STATUS_NOT_AVAILABLE)
        buffer_add(&r->out,
                   str_of(words(r->session->language, " : répondu, non disponible\n", ": answered, not available\n")));
    else if (item->status == STATUS_WITHHELD)
        buffer_add(&r->out,
                   str_of(words(r->session->language, " : répondu, non communiqué\n", ": answered, withheld\n")));
    else
        buffer_print(&r->out,
                     late ? words(r->session->language, " : pas encore reçu, attendu le %s\n",
                                  ": not received yet, was due on %s\n")
                          : words(r->session->language, " : attendu d’ici le %s\n", ": due by %s\n"),
                     report_day(r, item->due).at);
}

static void say_laureate(struct report *r, const struct owed *owed)
{
    buffer_print(&r->out, words(r->session->language, "%.*s : %zu/%zu mesures", "%.*s: %zu/%zu measures"),
                 STR_ARG(r->facts->laureates.at[owed->laureate].name), owed->received, owed->expected);
    say_narrative(r, owed);
    buffer_byte(&r->out, '\n');
    for (size_t i = 0; i < owed->items.count; i++)
        say_item(r, &owed->items.at[i]);
}

static void say_nobody(struct report *r)
{
    buffer_print(&r->out,
                 words(r->session->language, "Personne à relancer (%s) : tout ce qui était attendu a sa réponse.\n",
                       "Nobody to remind (%s): all that was expected has its answer.\n"),
                 show_period(r->session->run, r->facts, r->period, PERIOD_SHORT).at);
}

static void say_period(struct report *r, bool letters)
{
    size_t before = r->out.count;
    if (!letters)
        buffer_print(&r->out, words(r->session->language, "%s%.*s, %s, au %s\n\n", "%s%.*s, %s, on %s\n\n"),
                     r->out.count ? "\n" : "", STR_ARG(r->facts->programme.name),
                     show_period(r->session->run, r->facts, r->period, PERIOD_LONG).at,
                     report_day(r, r->facts->cut_off).at);
    for (uint32_t laureate = 1; laureate < r->facts->laureates.count; laureate++) {
        struct owed owed = owed_by(r, laureate);
        if (owed.expected && session_asks(r->session, r->facts->laureates.at[laureate].id))
            (letters ? remind : say_laureate)(r, &owed);
    }
    if (letters && r->out.count == before)
        say_nobody(r);
}

enum exit_code command_status(struct invocation *invocation)
{
    struct session session;
    struct periods periods;
    enum exit_code code = session_open_asked(&session, invocation, &periods);
    if (code != EXIT_FINE)
        return code;
    struct report r = {.session = &session, .facts = session.facts, .out = {.arena = session.run}};
    r.measures = measure_prepare_internal(session.run, session.facts);
    for (size_t p = 0; p < periods.count; p++) {
        r.period = periods.at[p];
        say_period(&r, invocation->remind);
    }
    enum exit_code printed = session_print(&session, &r.out);
    code = session_close(&session);
    return printed == EXIT_FINE ? code : printed;
}
