/* bilan status DIR: who has reported what for the last ended period; --remind writes a reminder text each. */
#include "session.h"

struct report {
    const struct session *session;
    const struct facts *facts;
    const struct measures *measures;
    struct period period;
    struct buffer out;
};

static const char *words(const struct report *r, const char *french, const char *english)
{
    return r->session->language == LANGUAGE_FR ? french : english;
}

static const struct narrative *narrative_of(const struct facts *facts, uint32_t laureate, struct period period)
{
    for (size_t i = 0; i < facts->narratives.count; i++)
        if (facts->narratives.at[i].laureate == laureate && period_equal(facts->narratives.at[i].period, period))
            return &facts->narratives.at[i];
    return NULL;
}

/* What one laureate owes for the period. */
struct owed {
    size_t expected, received;
    struct strs missing; /* short labels of indicators due and not received */
    struct date due;     /* the earliest day on which something is due */
    bool late;           /* something due has not come */
};

static bool active_in(const struct laureate *laureate, struct period period)
{
    bool joined = !date_is(laureate->joined.first) || laureate->joined.first.day <= period_last_day(period).day;
    bool stays = !date_is(laureate->left.last) || laureate->left.last.day >= period_first_day(period).day;
    return joined && stays;
}

static struct owed owed_by(const struct report *r, uint32_t laureate)
{
    struct owed owed = {.due = DATE_NONE};
    /* What was done before a laureate left stays in totals to date; nothing more is asked of it. */
    if (!active_in(&r->facts->laureates.at[laureate], r->period))
        return owed;
    for (uint32_t i = 1; i < r->facts->indicators.count; i++) {
        struct expecteds all = measure_expected(r->session->run, r->measures, i, r->period);
        for (size_t e = 0; e < all.count; e++) {
            if (all.at[e].laureate != laureate)
                continue;
            struct date due = measure_due(r->facts, i, r->period);
            owed.expected++;
            owed.received += all.at[e].received;
            if (!date_is(owed.due) || due.day < owed.due.day)
                owed.due = due;
            if (all.at[e].received)
                continue;
            const struct indicator *indicator = &r->facts->indicators.at[i];
            *PUSH(r->session->run, &owed.missing) =
                indicator->short_label.length ? indicator->short_label : indicator->label;
            /* A cell that says why it is empty was answered. */
            owed.late = owed.late || (due.day <= r->facts->cut_off.day && all.at[e].status == STATUS_EMPTY);
        }
    }
    return owed;
}

static struct str day(const struct report *r, struct date date)
{
    return show_date(r->session->run, date, r->session->language);
}

static void say_narrative(struct report *r, uint32_t laureate, struct owed owed)
{
    const struct narrative *n = narrative_of(r->facts, laureate, r->period);
    if (!n) {
        buffer_add(&r->out, str_of(words(r, "récit non reçu", "narrative not received")));
        return;
    }
    bool late = date_is(n->received_on) && date_is(owed.due) && n->received_on.day > owed.due.day;
    if (date_is(n->received_on))
        buffer_print(&r->out, words(r, "récit reçu le %s%s", "narrative received on %s%s"), day(r, n->received_on).at,
                     late ? words(r, ", en retard", ", late") : "");
    else
        buffer_add(&r->out, str_of(words(r, "récit reçu", "narrative received")));
    if (date_is(n->validated_on))
        buffer_print(&r->out, words(r, ", validé le %s", ", validated on %s"), day(r, n->validated_on).at);
    else
        buffer_add(&r->out, str_of(words(r, ", à valider", ", to be validated")));
}

static void say_missing(struct report *r, const struct owed *owed, const char *before)
{
    for (size_t i = 0; i < owed->missing.count; i++)
        buffer_print(&r->out, "%s%.*s\n", before, STR_ARG(owed->missing.at[i]));
}

static void say_laureate(struct report *r, uint32_t laureate)
{
    struct owed owed = owed_by(r, laureate);
    if (!owed.expected)
        return;
    buffer_print(&r->out, words(r, "%.*s : %zu/%zu mesures, ", "%.*s: %zu/%zu measures, "),
                 STR_ARG(r->facts->laureates.at[laureate].name), owed.received, owed.expected);
    say_narrative(r, laureate, owed);
    if (owed.late)
        buffer_print(&r->out, words(r, " ; en retard depuis le %s", "; late since %s"), day(r, owed.due).at);
    buffer_byte(&r->out, '\n');
    say_missing(r, &owed, words(r, "    manque : ", "    missing: "));
}

/* ---- reminders ---- */

static void remind(struct report *r, uint32_t laureate)
{
    struct owed owed = owed_by(r, laureate);
    const struct laureate *row = &r->facts->laureates.at[laureate];
    bool narrative = narrative_of(r->facts, laureate, r->period) != NULL;
    if (!owed.expected || (!owed.missing.count && narrative))
        return;
    struct str period = show_period(r->session->run, r->facts, r->period, PERIOD_LONG);
    buffer_print(&r->out,
                 words(r, "--- %.*s <%.*s>\nObjet : %.*s, données du %s\n\nBonjour,\n\n",
                       "--- %.*s <%.*s>\nSubject: %.*s, data of the %s\n\nHello,\n\n"),
                 STR_ARG(row->name), STR_ARG(row->contact_email), STR_ARG(r->facts->programme.name), period.at);
    if (owed.missing.count) {
        buffer_print(
            &r->out,
            words(r, "Pour le %s, attendu le %s, il nous manque :\n", "For the %s, due on %s, we still miss:\n"),
            period.at, day(r, owed.due).at);
        say_missing(r, &owed, "  - ");
        buffer_add(&r->out, str_of(words(r, "Si un chiffre n’existe pas, écrivez « nd » et la raison.\n",
                                         "If a figure does not exist, write \"nd\" and the reason.\n")));
    }
    if (!narrative)
        buffer_print(
            &r->out,
            words(r, "%sLe récit du trimestre n’est pas encore arrivé.\n", "%sThe narrative has not arrived yet.\n"),
            owed.missing.count ? "\n" : "");
    buffer_print(&r->out,
                 words(r, "\nMerci, et n’hésitez pas à nous appeler si quelque chose vous bloque.\n%.*s\n\n",
                       "\nThank you; do call us if something holds you up.\n%.*s\n\n"),
                 STR_ARG(r->facts->programme.coordination));
}

enum exit_code command_status(struct invocation *invocation)
{
    struct session session;
    enum exit_code code = session_open_errors(&session, invocation, 0);
    if (code != EXIT_FINE)
        return code;
    struct report r = {.session = &session,
                       .facts = session.facts,
                       .period = session.facts->last_ended,
                       .out = {.arena = session.run}};
    r.measures = measure_prepare_internal(session.run, session.facts);
    if (!invocation->remind)
        buffer_print(&r.out, words(&r, "%.*s, %s, au %s\n\n", "%.*s, %s, on %s\n\n"), STR_ARG(r.facts->programme.name),
                     show_period(session.run, r.facts, r.period, PERIOD_LONG).at, day(&r, r.facts->cut_off).at);
    for (uint32_t laureate = 1; laureate < r.facts->laureates.count; laureate++)
        (invocation->remind ? remind : say_laureate)(&r, laureate);
    enum exit_code printed = session_print(&session, &r.out);
    code = session_close(&session);
    return printed == EXIT_FINE ? code : printed;
}
