/* bilan diff DIR_A DIR_B: which figures and documents change between two versions of the data. */
#include "gates.h"

#include <stdlib.h>

/* One figure or document of one side. */
struct item {
    struct str key, shown;
};
struct items {
    struct item *at;
    size_t count, capacity;
};

/* One side of the comparison. */
struct side {
    struct session session;
    const struct measures *measures;
    struct items figures, documents;
};

struct change {
    struct str key, before, after; /* before or after empty: only on one side */
};
struct changes {
    struct change *at;
    size_t count, capacity;
};

static int by_key(const void *a, const void *b)
{
    return str_compare(((const struct item *)a)->key, ((const struct item *)b)->key);
}

static struct str figure_shown(struct arena *arena, const struct figure *f)
{
    struct str value = quantity_text(arena, f->value.is ? f->value : f->flow);
    if (f->state == FIGURE_RANGE)
        value = str_print(arena, "[%s ; %s]", quantity_text(arena, f->low).at, quantity_text(arena, f->high).at);
    if (f->text.length)
        value = f->text;
    struct buffer shares = {.arena = arena};
    for (size_t i = 0; i < f->share_count; i++)
        buffer_print(&shares, "%s%s × %s", i ? ", " : "", decimal_text(arena, f->shares[i].count).at,
                     decimal_text(arena, f->shares[i].answer).at);
    if (f->share_count)
        value = buffer_str(&shares);
    return str_print(arena, "%.*s%s%s %u/%u", STR_ARG(value), value.length ? " " : "", figure_state_name(f->state).at,
                     f->received, f->expected);
}

static void take_list(struct side *side, const struct figures_request *request)
{
    struct arena *run = side->session.run;
    struct figures list = measure_figures(run, side->measures, request);
    for (size_t i = 0; i < list.count; i++)
        /* Totals come again with each breakdown. */
        if (!request->dimension || list.at[i].key.category)
            *PUSH(run, &side->figures) = (struct item){figure_key_text(run, side->session.facts, list.at[i].key),
                                                       figure_shown(run, &list.at[i])};
}

static void take_figures(struct side *side)
{
    static const struct {
        enum subject_kind by;
        enum attribute attribute;
    } subjects[] = {{SUBJECT_PROGRAMME, ATTRIBUTE_NONE},
                    {SUBJECT_LAUREATE, ATTRIBUTE_NONE},
                    {SUBJECT_ATTRIBUTE, ATTRIBUTE_TERRITORY}};
    static const struct {
        enum period_kind time;
        bool to_date;
    } times[] = {{PERIOD_QUARTER, false}, {PERIOD_SEMESTER, false}, {PERIOD_YEAR, false}, {PERIOD_QUARTER, true}};
    uint32_t dimensions = (uint32_t)side->session.facts->dimensions.count;
    for (size_t s = 0; s < sizeof subjects / sizeof *subjects; s++)
        for (size_t t = 0; t < sizeof times / sizeof *times; t++)
            for (uint32_t d = 0; d < dimensions || !d; d++)
                take_list(side, &(struct figures_request){.by = subjects[s].by,
                                                          .attribute = subjects[s].attribute,
                                                          .time = times[t].time,
                                                          .to_date = times[t].to_date,
                                                          .dimension = d,
                                                          .jobs = side->session.invocation->jobs});
}

/* A document is told by what it says, not by its bytes: one tree, whatever the format. */
static void take_documents(struct side *side)
{
    struct session *session = &side->session;
    struct str share = share_folder(session->run);
    struct templates templates = compose_templates(session->run, session->facts, share, session->diagnostics);
    struct job_filter filter = {0};
    struct jobs jobs = compose_jobs(session->run, session->facts, &templates, &filter);
    struct composer composer = {.facts = session->facts,
                                .measures = side->measures,
                                .catalogue = compose_catalogue(session->run, share, session->diagnostics),
                                .listed = session->diagnostics};
    struct arena *memory = arena_new();
    for (size_t i = 0; i < jobs.count; i++) {
        if (jobs.at[i].template->broken)
            continue;
        struct arena_mark mark = arena_mark(memory);
        struct diagnostics *ignored = diagnostics_new(memory);
        const struct document *document = compose_document(memory, &composer, &jobs.at[i], ignored);
        struct sha256 hash = sha256_of(document_dump(memory, document));
        *PUSH(session->run, &side->documents) = (struct item){jobs.at[i].path, sha256_text(session->run, hash)};
        arena_rewind(memory, mark);
    }
    arena_free(memory);
}

static enum exit_code side_open(struct side *side, const struct invocation *invocation, size_t operand)
{
    enum exit_code code = session_open_errors(&side->session, invocation, operand);
    if (code != EXIT_FINE)
        return code;
    side->measures =
        measure_prepare(side->session.run, side->session.facts, invocation->jobs, side->session.diagnostics);
    take_figures(side);
    take_documents(side);
    if (side->figures.count)
        qsort(side->figures.at, side->figures.count, sizeof(struct item), by_key);
    return EXIT_FINE;
}

/* Both lists are sorted by key. */
static struct changes compare(struct arena *arena, const struct items *before, const struct items *after)
{
    struct changes changes = {0};
    size_t a = 0, b = 0;
    while (a < before->count || b < after->count) {
        int order = a == before->count ? 1 : b == after->count ? -1 : str_compare(before->at[a].key, after->at[b].key);
        struct change change = {.key = order <= 0 ? before->at[a].key : after->at[b].key};
        if (order <= 0)
            change.before = before->at[a++].shown;
        if (order >= 0)
            change.after = after->at[b++].shown;
        if (!str_equal(change.before, change.after))
            *PUSH(arena, &changes) = change;
    }
    return changes;
}

/* ---- what is printed ---- */

static void text_changes(struct buffer *out, const struct changes *changes, bool values, const char *title,
                         const char *none)
{
    buffer_print(out, changes->count ? "## %s (%zu)\n\n" : "## %s\n\n", title, changes->count);
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *c = &changes->at[i];
        const char *sign = !c->before.length ? "+" : !c->after.length ? "-" : "~";
        buffer_print(out, "- %s `%.*s`", sign, STR_ARG(c->key));
        if (values)
            buffer_print(out, " %.*s → %.*s", STR_ARG(c->before.length ? c->before : STR("—")),
                         STR_ARG(c->after.length ? c->after : STR("—")));
        buffer_byte(out, '\n');
    }
    buffer_print(out, changes->count ? "\n" : "%s\n\n", none);
}

static void json_changes(struct buffer *out, const struct changes *changes, bool values)
{
    buffer_byte(out, '[');
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *c = &changes->at[i];
        buffer_add(out, i ? STR(",\n  {\"key\":") : STR("\n  {\"key\":"));
        buffer_json(out, c->key);
        buffer_print(out, ",\"change\":\"%s\"", !c->before.length ? "added" : !c->after.length ? "removed" : "changed");
        if (values) {
            buffer_add(out, STR(",\"before\":"));
            c->before.length ? buffer_json(out, c->before) : buffer_add(out, STR("null"));
            buffer_add(out, STR(",\"after\":"));
            c->after.length ? buffer_json(out, c->after) : buffer_add(out, STR("null"));
        }
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

static void print_changes(struct buffer *out, const struct session *session, const struct changes *figures,
                          const struct changes *documents)
{
    bool french = session->language == LANGUAGE_FR;
    if (str_equal(session->invocation->print_format, STR("json"))) {
        buffer_add(out, STR("{\"figures\":"));
        json_changes(out, figures, true);
        buffer_add(out, STR(",\n \"documents\":"));
        json_changes(out, documents, false);
        buffer_add(out, STR("}\n"));
        return;
    }
    text_changes(out, figures, true, french ? "Chiffres qui changent" : "Figures that change",
                 french ? "Aucun chiffre ne change." : "No figure changes.");
    text_changes(out, documents, false, french ? "Documents qui changent" : "Documents that change",
                 french ? "Aucun document ne change." : "No document changes.");
}

enum exit_code command_diff(struct invocation *invocation)
{
    struct side before = {0}, after = {0};
    enum exit_code code = side_open(&before, invocation, 0);
    if (code != EXIT_FINE)
        return code;
    code = side_open(&after, invocation, 1);
    if (code != EXIT_FINE) {
        session_drop(&before.session);
        return code;
    }
    struct arena *run = after.session.run;
    struct changes figures = compare(run, &before.figures, &after.figures),
                   documents = compare(run, &before.documents, &after.documents);
    struct buffer out = {.arena = run};
    print_changes(&out, &after.session, &figures, &documents);
    enum exit_code printed = session_print(&after.session, &out);
    session_close(&before.session);
    code = session_close(&after.session);
    return printed == EXIT_FINE ? code : printed;
}
