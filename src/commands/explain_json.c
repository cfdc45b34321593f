/* bilan explain --format json: for programs, under the names of the columns of `figures`. */
#include "explain.h"

static void json_sources(struct explanation *e)
{
    struct commit commit;
    struct arena *arena = e->session->run;
    buffer_add(&e->out, STR(",\n \"sources\":["));
    for (size_t i = 0; i < e->sources.count; i++) {
        const struct observation *o = &e->facts->observations.at[e->sources.at[i]];
        struct str path = e->facts->files.at[o->file].path;
        buffer_add(&e->out, i ? STR(",\n  {\"path\":") : STR("\n  {\"path\":"));
        buffer_json(&e->out, path);
        buffer_print(&e->out, ",\"line\":%u,\"column\":%u", o->line, o->column);
        json_field(&e->out, "indicator", e->facts->indicators.at[o->indicator].id);
        json_field(&e->out, "laureate", e->facts->laureates.at[o->laureate].id);
        json_field(&e->out, "period", period_name(arena, observation_period(o), e->facts->programme.year_start));
        json_field(&e->out, "value", explain_observation(e, o));
        json_field(&e->out, "status", status_mark(o->status));
        if (history_line(e->history, arena, path, o->line, &commit) && commit.id.length) {
            json_field(&e->out, "commit", commit.id);
            json_field(&e->out, "commit_date", date_iso(arena, commit.date));
            json_field(&e->out, "commit_author", commit.author);
            json_field(&e->out, "commit_summary", commit.summary);
        }
        buffer_byte(&e->out, '}');
    }
    buffer_add(&e->out, STR("]"));
}

static void json_missing(struct explanation *e)
{
    const struct expecteds expected = e->expected;
    bool any = false;
    buffer_add(&e->out, STR(",\n \"missing\":["));
    for (size_t i = 0; i < expected.count; i++) {
        if (expected.at[i].received)
            continue;
        buffer_add(&e->out, any ? STR(",{\"laureate\":") : STR("{\"laureate\":"));
        any = true;
        buffer_json(&e->out, e->facts->laureates.at[expected.at[i].laureate].id);
        json_field(&e->out, "status", status_mark(expected.at[i].status));
        json_field(&e->out, "why", explain_missing(e, expected.at[i].status));
        json_field(&e->out, "reason", explain_reason(e, expected.at[i].laureate));
        buffer_byte(&e->out, '}');
    }
    buffer_byte(&e->out, ']');
}

/* A number as all its digits, null where there is none. */
static void json_number(struct buffer *out, struct arena *arena, const char *name, struct quantity quantity)
{
    struct str text = quantity_text(arena, quantity);
    buffer_print(out, ",\"%s\":%.*s", name, STR_ARG(text.length ? text : STR("null")));
}

static void json_numbers(struct explanation *e, const struct figure *f)
{
    const struct {
        const char *name;
        const struct quantity *quantity;
    } rows[] = {
        {"value", &f->value},       {"flow", &f->flow},           {"low", &f->low},
        {"high", &f->high},         {"numerator", &f->numerator}, {"denominator", &f->denominator},
        {"baseline", &f->baseline}, {"target", &f->target},       {"progress", &f->progress},
        {"previous", &f->previous}, {"change", &f->change},       {"change_like_for_like", &f->change_like_for_like}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        json_number(&e->out, e->session->run, rows[i].name, *rows[i].quantity);
    if (f->target.is)
        json_field(&e->out, "target_period",
                   period_name(e->session->run, f->target_period, e->facts->programme.year_start));
}

/* ---- what it is made of: figures too, each with its key ---- */

static void json_part(struct explanation *e, struct figure_key key, bool *any)
{
    struct arena *arena = e->session->run;
    const struct figure *f = measure_figure(arena, e->measures, key, AUDIENCE_INTERNAL);
    if (!f->expected && !f->value.is && !f->low.is && !f->text.length && !f->share_count)
        return;
    buffer_add(&e->out, *any ? STR(",\n  {\"key\":") : STR("\n  {\"key\":"));
    *any = true;
    buffer_json(&e->out, figure_key_text(arena, e->facts, key));
    json_number(&e->out, arena, "value", f->value);
    json_number(&e->out, arena, "flow", f->flow);
    json_number(&e->out, arena, "low", f->low);
    json_number(&e->out, arena, "high", f->high);
    json_number(&e->out, arena, "numerator", f->numerator);
    json_number(&e->out, arena, "denominator", f->denominator);
    json_field(&e->out, "state", figure_state_name(f->state));
    buffer_byte(&e->out, '}');
}

/* Laureates expected, and those whose last level is kept though nothing is expected of them any more. */
static void parts_by_laureate(struct explanation *e, bool *any)
{
    bool *part = ARENA_ARRAY(e->session->run, bool, e->facts->laureates.count + 1);
    for (size_t i = 0; i < e->expected.count; i++)
        part[e->expected.at[i].laureate] = true;
    for (size_t i = 0; i < e->sources.count; i++)
        part[e->facts->observations.at[e->sources.at[i]].laureate] = true;
    for (uint32_t laureate = 1; laureate < e->facts->laureates.count; laureate++)
        if (part[laureate]) {
            struct figure_key key = e->key;
            key.subject = (struct subject){.kind = SUBJECT_LAUREATE, .laureate = laureate};
            json_part(e, key, any);
        }
}

/* The sub-periods that the indicator is filed by. */
static void parts_by_period(struct explanation *e, bool *any)
{
    enum period_kind rhythm = (enum period_kind)e->facts->indicators.at[e->key.indicator].frequency;
    int32_t first = e->key.to_date ? e->facts->first_period.first : e->key.period.first;
    int32_t end = period_end(e->key.period);
    struct period period = period_at(rhythm, first, e->facts->programme.year_start);
    if (!e->key.to_date && period_months(e->key.period.kind) <= period_months(rhythm))
        return;
    for (; period.first + period_months(rhythm) <= end; period = period_next(period, 1)) {
        struct figure_key key = e->key;
        key.period = period;
        key.to_date = false;
        json_part(e, key, any);
    }
}

/* The answers of a score, which has no one number. */
static void json_shares(struct explanation *e)
{
    for (size_t i = 0; i < e->figure->share_count; i++) {
        const struct share *share = &e->figure->shares[i];
        buffer_print(&e->out, "%s{\"answer\":%s,\"count\":%s}", i ? "," : ",\n \"shares\":[",
                     decimal_text(e->session->run, share->answer).at, decimal_text(e->session->run, share->count).at);
    }
    if (e->figure->share_count)
        buffer_byte(&e->out, ']');
}

static void json_parts(struct explanation *e)
{
    bool any = false;
    buffer_add(&e->out, STR(",\n \"parts\":["));
    if (e->key.subject.kind == SUBJECT_LAUREATE)
        parts_by_period(e, &any);
    else
        parts_by_laureate(e, &any);
    buffer_byte(&e->out, ']');
}

void explain_json(struct explanation *e)
{
    const struct indicator *indicator = &e->facts->indicators.at[e->key.indicator];
    struct arena *arena = e->session->run;
    buffer_add(&e->out, STR("{\"key\":"));
    buffer_json(&e->out, figure_key_text(arena, e->facts, e->key));
    json_field(&e->out, "indicator", indicator->id);
    json_field(&e->out, "label", indicator->label);
    json_field(&e->out, "definition", indicator->definition);
    json_field(&e->out, "version", indicator->version);
    json_field(&e->out, "unit", indicator->unit);
    json_field(&e->out, "rule", measure_rule(arena, e->measures, e->key));
    json_field(&e->out, "computation", measure_computation(arena, e->measures, e->figure));
    json_numbers(e, e->figure);
    json_field(&e->out, "state", figure_state_name(e->figure->state));
    buffer_print(&e->out, ",\"received\":%u,\"expected\":%u", e->figure->received, e->figure->expected);
    json_shares(e);
    json_missing(e);
    json_parts(e);
    json_sources(e);
    buffer_add(&e->out, STR("}\n"));
}
