/* bilan diff DIR_A DIR_B: which figures and documents change between two versions of the data. */
#include "diff.h"
#include "gates.h"

#include <stdlib.h>

/* One side of the comparison. */
struct side {
    struct session session;
    const struct measures *measures;
    struct items items;
};

static int by_key(const void *a, const void *b)
{
    return str_compare(((const struct item *)a)->key, ((const struct item *)b)->key);
}

static void take_list(struct side *side, const struct figures_request *request)
{
    struct arena *run = side->session.run;
    struct figures list = measure_figures(run, side->measures, request);
    for (size_t i = 0; i < list.count; i++)
        /* Totals come again with each breakdown. */
        if (!request->dimension || list.at[i].key.category)
            *PUSH(run, &side->items) = diff_figure(run, side->session.facts, &list.at[i]);
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
                                .published = compose_published(session->run, session->facts),
                                .listed = session->diagnostics};
    struct arena *memory = arena_new();
    for (size_t i = 0; i < jobs.count; i++) {
        if (jobs.at[i].template->broken)
            continue;
        struct arena_mark mark = arena_mark(memory);
        struct diagnostics *ignored = diagnostics_new(memory);
        const struct document *document = compose_document(memory, &composer, &jobs.at[i], ignored);
        struct sha256 hash = sha256_of(document_dump(memory, document));
        *PUSH(session->run, &side->items) = (struct item){
            .section = SECTION_DOCUMENTS, .key = jobs.at[i].path, .aspect = {sha256_text(session->run, hash)}};
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
    if (side->items.count)
        qsort(side->items.at, side->items.count, sizeof(struct item), by_key);
    return EXIT_FINE;
}

static bool is_same(const struct item *before, const struct item *after)
{
    bool same = before && after;
    for (int a = 0; a < ASPECT_COUNT && same; a++)
        same = str_equal(before->aspect[a], after->aspect[a]);
    return same && str_equal(before->json, after->json);
}

/* Both lists are sorted by key. */
static struct changes compare(struct arena *arena, const struct items *before, const struct items *after)
{
    struct changes changes = {0};
    size_t a = 0, b = 0;
    while (a < before->count || b < after->count) {
        int order = a == before->count ? 1 : b == after->count ? -1 : by_key(&before->at[a], &after->at[b]);
        struct change change = {order <= 0 ? &before->at[a++] : NULL, order >= 0 ? &after->at[b++] : NULL, false};
        if (!is_same(change.before, change.after))
            *PUSH(arena, &changes) = change;
    }
    return changes;
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
    struct changes changes = compare(run, &before.items, &after.items);
    struct buffer out = {.arena = run};
    if (!invocation->verbose)
        diff_fold(run, &changes);
    if (str_equal(invocation->print_format, STR("json")))
        diff_json(&out, &changes);
    else
        diff_text(&out, &changes, after.session.language, invocation->verbose);
    enum exit_code printed = session_print(&after.session, &out);
    session_close(&before.session);
    code = session_close(&after.session);
    return printed == EXIT_FINE ? code : printed;
}
