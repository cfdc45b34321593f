/* build --publish: the figures that the documents of this edition print, written to editions/<edition_date>.csv in the
 * data repository. Later editions read it: what was corrected since, and what may be masked where. */
#include "build.h"
#include "tell.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct published {
    struct str key, value, state, numerator, denominator, low, high, answers;
    enum audience audience;
};
struct publication {
    struct published *at;
    size_t count, capacity;
};

static int order(const void *a, const void *b)
{
    const struct published *x = a, *y = b;
    int keys = str_compare(x->key, y->key);
    return keys ? keys : (int)x->audience - (int)y->audience;
}

/* Of a score, which has no one number: "1=4 3=12". */
static struct str answers_text(struct arena *arena, const struct figure *figure)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < figure->share_count; i++)
        buffer_print(&text, "%s%s=%s", i ? " " : "", decimal_text(arena, figure->shares[i].answer).at,
                     decimal_text(arena, figure->shares[i].count).at);
    return buffer_str(&text);
}

static const struct figure *publish_figure(const struct build *build, struct publication *list, struct str key,
                                           const struct figure_key *parsed, enum audience audience)
{
    struct arena *run = build->session.run;
    const struct figure *figure = measure_figure(run, build->composer.measures, *parsed, audience);
    /* Of a median, low and high are other figures: what laureates report. */
    bool is_range = figure->state == FIGURE_RANGE;
    *PUSH(run, list) = (struct published){.key = str_copy(run, key),
                                          .value = quantity_text(run, figure->value),
                                          .state = figure_state_name(figure->state),
                                          .numerator = quantity_text(run, figure->numerator),
                                          .denominator = quantity_text(run, figure->denominator),
                                          .low = is_range ? quantity_text(run, figure->low) : (struct str){0},
                                          .high = is_range ? quantity_text(run, figure->high) : (struct str){0},
                                          .answers = answers_text(run, figure),
                                          .audience = audience};
    return figure;
}

/* With a figure goes the one of a year before: whoever read the change knows it, though no document prints it. */
static void publish_key(const struct build *build, struct publication *list, struct str key, enum audience audience)
{
    const struct facts *facts = build->session.facts;
    struct figure_key parsed;
    if (!figure_key_parse(facts, key, &parsed) || !publish_figure(build, list, key, &parsed, audience)->previous.is)
        return;
    parsed.period = period_year_before(parsed.period);
    publish_figure(build, list, figure_key_text(build->session.run, facts, parsed), &parsed, audience);
}

static bool is_plain(const struct facts *facts, const struct observation *at)
{
    return !at->category || facts->crossings.at[at->category].count == 1;
}

static struct figure_key key_of(const struct facts *facts, const struct observation *at)
{
    return (struct figure_key){
        .indicator = at->indicator,
        .subject = {.kind = at->laureate ? SUBJECT_LAUREATE : SUBJECT_PROGRAMME, .laureate = at->laureate},
        .period = observation_period(at),
        .category = at->category ? facts->crossings.at[at->category].category[0] : 0};
}

/* A total and its categories: where one of them is masked, all are noted. */
static bool same_total(const struct observation *a, const struct observation *b)
{
    return a->laureate == b->laureate && a->indicator == b->indicator && a->month == b->month &&
           a->period_kind == b->period_kind;
}

static void note_total(const struct build *build, struct publication *list, size_t from, size_t masked, size_t until)
{
    const struct facts *facts = build->session.facts;
    const struct observation *all = facts->observations.at;
    for (size_t i = from; i < until; i++)
        if (same_total(&all[i], &all[masked]) && is_plain(facts, &all[i]))
            publish_key(build, list, figure_key_text(build->session.run, facts, key_of(facts, &all[i])),
                        AUDIENCE_INTERNAL);
}

static bool is_masked(const struct build *build, struct arena *memory, const struct observation *at)
{
    const struct facts *facts = build->session.facts;
    int visibility = facts->indicators.at[at->indicator].visibility;
    if (visibility == VISIBILITY_INTERNAL || !is_plain(facts, at))
        return false;
    return measure_figure(memory, build->composer.measures, key_of(facts, at), AUDIENCE_PARTNERS)->state ==
           FIGURE_MASKED;
}

/* What is masked is noted for the coordination, be it in none of its documents: were it corrected, the next edition has
 * to know what is hidden behind the totals of this one. */
static void publish_masked(const struct build *build, struct publication *list)
{
    const struct observations *all = &build->session.facts->observations;
    struct arena *memory = arena_new();
    for (size_t from = 0, until = 0; from < all->count; from = until) {
        while (until < all->count && all->at[until].laureate == all->at[from].laureate &&
               all->at[until].indicator == all->at[from].indicator)
            until++;
        for (size_t i = from; i < until; i++) {
            struct arena_mark mark = arena_mark(memory);
            if (is_masked(build, memory, &all->at[i]))
                note_total(build, list, from, i, until);
            arena_rewind(memory, mark);
        }
    }
    arena_free(memory);
}

/* Every key that a document of the edition prints, whether or not it tells where the figure comes from: who kept it
 * knows them all. */
static struct publication collect(const struct build *build)
{
    struct publication list = {0};
    struct arena *memory = arena_new();
    for (size_t i = 0; i < build->plan.jobs.count; i++) {
        const struct job *job = &build->plan.jobs.at[i];
        struct arena_mark mark = arena_mark(memory);
        struct diagnostics *ignored = diagnostics_new(memory);
        const struct document *document = compose_document(memory, &build->composer, job, ignored);
        for (size_t p = 0; p < document->provenance_count; p++)
            publish_key(build, &list, document->provenances[p].key, job->audience);
        for (size_t u = 0; u < document->untold.count; u++)
            publish_key(build, &list, document->untold.at[u], job->audience);
        arena_rewind(memory, mark);
    }
    arena_free(memory);
    publish_masked(build, &list);
    return list;
}

static struct str publication_text(struct arena *arena, struct publication *list)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, STR("key,value,state,audience,numerator,denominator,low,high,answers\n"));
    if (list->count)
        qsort(list->at, list->count, sizeof *list->at, order);
    for (size_t i = 0; i < list->count; i++) {
        const struct published *p = &list->at[i];
        if (i && order(p, p - 1) == 0)
            continue;
        buffer_csv(&out, p->key, ',');
        buffer_print(&out, ",%.*s,%.*s,%s,%.*s,%.*s,%.*s,%.*s,%.*s\n", STR_ARG(p->value), STR_ARG(p->state),
                     audience_name[p->audience], STR_ARG(p->numerator), STR_ARG(p->denominator), STR_ARG(p->low),
                     STR_ARG(p->high), STR_ARG(p->answers));
    }
    return buffer_str(&out);
}

bool build_publishes_all(const struct build *build)
{
    const struct invocation *invocation = build->session.invocation;
    const char *narrowing = invocation->deliverables.count ? "--deliverable"
                            : invocation->laureates.count  ? "--laureate"
                            : invocation->periods.count    ? "--period"
                                                           : NULL;
    for (int a = 0; a < AUDIENCE_COUNT; a++)
        if (invocation->audiences[a])
            narrowing = "--audience";
    if (!invocation->publish || !narrowing)
        return true;
    tell(build->session.language,
         "--publish note une édition entière : produisez tout, sans %s (--period all convient)",
         "--publish records a whole edition: build everything, without %s (--period all is fine)", narrowing);
    return false;
}

static bool may_publish(struct build *build)
{
    const struct facts *facts = build->session.facts;
    if (build->withheld || build->failed || build->session.invocation->draft)
        REPORT(build->session.diagnostics, ((struct place){0, 0, 0}), MSG_not_published);
    else if (!date_is(facts->programme.edition_date))
        REPORT(build->session.diagnostics, facts->programme.at, MSG_publish_without_date);
    else
        return true;
    build->unpublished = true;
    return false;
}

static void publication_write(struct build *build, struct str path, struct str text)
{
    struct str present;
    const struct invocation *invocation = build->session.invocation;
    bool there = path_read(build->session.run, path, &present) == FILE_OK;
    if (there && str_equal(present, text))
        return;
    /* What was published stays on record: another edition has another date. */
    if (there && !invocation->force) {
        REPORT(build->session.diagnostics, ((struct place){0, 0, 0}), MSG_already_published, {path});
        build->unpublished = true;
    } else if (!path_write(path, text)) {
        build_not_written(build, path, errno);
    } else if (!invocation->quiet) {
        fprintf(stderr,
                words(build->session.language, "Édition notée dans %s, à enregistrer avec les données.\n",
                      "Edition recorded in %s, to be committed with the data.\n"),
                path.at);
    }
}

void build_publish(struct build *build)
{
    const struct facts *facts = build->session.facts;
    struct arena *run = build->session.run;
    if (!may_publish(build))
        return;
    struct publication list = collect(build);
    struct str path = str_print(run, "%.*s/editions/%s.csv", STR_ARG(facts->folder.path),
                                date_iso(run, facts->programme.edition_date).at);
    publication_write(build, path, publication_text(run, &list));
}
