/* bilan explain DIR KEY: where a figure comes from, down to file:line:column. */
#include "explain.h"

struct str explain_observation(const struct explanation *e, const struct observation *o)
{
    struct arena *arena = e->session->run;
    struct decimal first = {o->first, o->first_scale}, second = {o->second, o->second_scale};
    if (o->filled & (FILLED_YES | FILLED_NO))
        return str_of(
            words(e->session->language, o->filled & FILLED_YES ? "oui" : "non", o->filled & FILLED_YES ? "yes" : "no"));
    if (o->filled & FILLED_TEXT)
        return e->facts->notes.at[o->note].text;
    if (!(o->filled & (FILLED_VALUE | FILLED_NUMERATOR)))
        return STR("");
    struct str value = decimal_text(arena, first);
    if (o->filled & FILLED_DENOMINATOR)
        return str_print(arena, "%s/%s", value.at, decimal_text(arena, second).at);
    return o->filled & FILLED_N ? str_print(arena, "%s (n %s)", value.at, decimal_text(arena, second).at) : value;
}

/* ---- who is missing ---- */

struct str explain_missing(const struct explanation *e, uint8_t status)
{
    switch (status) {
    case STATUS_NOT_AVAILABLE:
        return str_of(words(e->session->language, "non disponible", "not available"));
    case STATUS_WITHHELD:
        return str_of(words(e->session->language, "non communiqué", "withheld"));
    default:
        return str_of(words(e->session->language, "non reçu", "not received"));
    }
}

struct str explain_reason(const struct explanation *e, uint32_t laureate)
{
    for (size_t i = 0; i < e->sources.count; i++) {
        const struct observation *o = &e->facts->observations.at[e->sources.at[i]];
        if (o->laureate == laureate && o->status >= STATUS_NOT_AVAILABLE && e->facts->notes.at[o->note].reason.length)
            return e->facts->notes.at[o->note].reason;
    }
    return STR_NONE;
}

/* ---- text ---- */

static void line(struct explanation *e, const char *french, const char *english, struct str text)
{
    if (text.length)
        buffer_print(&e->out, "%s%.*s\n", words(e->session->language, french, english), STR_ARG(text));
}

static const char *const state_words[FIGURE_STATES][LANGUAGE_COUNT] = {
    [FIGURE_COMPLETE] = {"complet", "complete"},
    [FIGURE_PARTIAL] = {"partiel", "partial"},
    [FIGURE_NONE] = {"pas de total", "no total"},
    [FIGURE_NOT_DUE] = {"pas encore attendu", "not due yet"},
    [FIGURE_NOT_APPLICABLE] = {"sans objet", "not applicable"},
    [FIGURE_MASKED] = {"masqué", "masked"},
    [FIGURE_RANGE] = {"fourchette", "range"},
};

/* All the digits that a person reads: those of an exact number, at most four of another. */
static struct str number_text(const struct explanation *e, struct quantity quantity, struct str unit)
{
    unsigned decimals = 4;
    if (quantity.exact)
        decimals = quantity.decimal.scale;
    else
        for (struct decimal shown = decimal_from_double(quantity.approximate, 4); decimals > shown.scale;)
            decimals--;
    return show_quantity(e->session->run, quantity, decimals, unit, e->session->language);
}

/* A laureate's own answer is in the computation, as a word. */
static bool is_answer(const struct explanation *e)
{
    int type = e->facts->indicators.at[e->key.indicator].type;
    return e->key.subject.kind == SUBJECT_LAUREATE && (type == TYPE_YES_NO || type == TYPE_MILESTONE);
}

static void text_value(struct explanation *e)
{
    const struct figure *f = e->figure;
    struct str unit = e->facts->indicators.at[e->key.indicator].unit;
    const struct {
        const char *french, *english;
        const struct quantity *quantity;
    } rows[] = {
        {"Valeur : ", "Value: ", &f->value},
        {"Flux de la période : ", "Flow of the period: ", &f->flow},
        {"Au moins : ", "At least: ", &f->low},
        {"Au plus : ", "At most: ", &f->high},
        {"Un an avant : ", "A year before: ", &f->previous},
        {"Référence : ", "Baseline: ", &f->baseline},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows && !is_answer(e); i++)
        if (rows[i].quantity->is)
            line(e, rows[i].french, rows[i].english, number_text(e, *rows[i].quantity, unit));
    if (f->target.is)
        line(e, "Cible : ", "Target: ",
             str_print(e->session->run, "%s (%s)", number_text(e, f->target, unit).at,
                       show_period(e->session->run, e->facts, f->target_period, PERIOD_LONG).at));
    buffer_print(&e->out,
                 words(e->session->language, "État : %s, lauréats reçus : %u sur %u\n",
                       "State: %s, laureates received: %u of %u\n"),
                 state_words[f->state][e->session->language], f->received, f->expected);
}

static void text_missing(struct explanation *e)
{
    const struct expecteds expected = e->expected;
    bool any = false;
    for (size_t i = 0; i < expected.count; i++) {
        if (expected.at[i].received)
            continue;
        if (!any)
            buffer_add(&e->out, str_of(words(e->session->language, "\nManque :\n", "\nMissing:\n")));
        any = true;
        struct str reason = explain_reason(e, expected.at[i].laureate);
        buffer_print(&e->out, words(e->session->language, "  %.*s : %s%s%.*s\n", "  %.*s: %s%s%.*s\n"),
                     STR_ARG(e->facts->laureates.at[expected.at[i].laureate].name),
                     explain_missing(e, expected.at[i].status).at, reason.length ? ", " : "", STR_ARG(reason));
    }
}

static void text_sources(struct explanation *e)
{
    struct commit commit;
    buffer_add(&e->out, str_of(words(e->session->language, "\nCellules sources :\n", "\nSource cells:\n")));
    for (size_t i = 0; i < e->sources.count; i++) {
        const struct observation *o = &e->facts->observations.at[e->sources.at[i]];
        struct str path = e->facts->files.at[o->file].path;
        struct str value = explain_observation(e, o);
        struct str mark = status_mark(o->status);
        buffer_print(&e->out, "  %.*s:%u:%u %.*s%s%.*s", STR_ARG(path), o->line, o->column, STR_ARG(value),
                     mark.length && value.length ? " " : "", STR_ARG(mark));
        if (history_line(e->history, e->session->run, path, o->line, &commit)) {
            if (commit.id.length)
                buffer_print(&e->out, "  [%s %s %s]", commit.id.at, date_iso(e->session->run, commit.date).at,
                             commit.author.at);
            else
                buffer_add(&e->out,
                           str_of(words(e->session->language, "  [pas encore dans git]", "  [not committed yet]")));
        }
        buffer_byte(&e->out, '\n');
    }
}

static void explain_text(struct explanation *e)
{
    const struct indicator *indicator = &e->facts->indicators.at[e->key.indicator];
    struct arena *arena = e->session->run;
    buffer_print(&e->out, "%s\n", figure_key_text(arena, e->facts, e->key).at);
    line(e, "Indicateur : ", "Indicator: ", indicator->label);
    line(e, "Version : ", "Version: ", indicator->version);
    line(e, "Définition : ", "Definition: ", indicator->definition);
    line(e, "Méthode : ", "Method: ", indicator->method);
    line(e, "Limites : ", "Limits: ", indicator->limits);
    line(e, "Règle : ", "Rule: ", measure_rule(arena, e->measures, e->key));
    text_value(e);
    line(e, "Calcul : ", "Computation: ", measure_computation(arena, e->measures, e->figure));
    text_missing(e);
    if (e->sources.count)
        text_sources(e);
}

/* ---- the command ---- */

enum exit_code command_explain(struct invocation *invocation)
{
    struct session session;
    enum exit_code code = session_open_errors(&session, invocation, 0);
    if (code != EXIT_FINE)
        return code;
    struct explanation e = {.session = &session, .facts = session.facts, .out = {.arena = session.run}};
    struct str key = invocation->arguments.at[1];
    if (!figure_key_parse(session.facts, key, &e.key)) {
        code = explain_unknown(&session, key);
        session_drop(&session);
        return code;
    }
    e.measures = measure_prepare_internal(session.run, session.facts);
    e.figure = measure_figure(session.run, e.measures, e.key, AUDIENCE_INTERNAL);
    e.sources = measure_sources(session.run, e.measures, e.key);
    e.history = history_open(session.run, &session.facts->folder);
    e.expected = measure_expected_for(session.run, e.measures, e.key);
    (str_equal(invocation->print_format, STR("json")) ? explain_json : explain_text)(&e);
    history_close(e.history);
    enum exit_code printed = session_print(&session, &e.out);
    session_close(&session);
    return printed;
}
