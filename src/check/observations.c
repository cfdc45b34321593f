/* Observations against each other: the same one twice, a breakdown that does not add up to its total. */
#include "work.h"
#include "order.h"

#include <string.h>

bool observation_received(const struct observation *o)
{
    return o->status <= STATUS_RESTATED && o->filled;
}

size_t laureate_count(const struct facts *facts)
{
    return facts->laureates.count ? facts->laureates.count : 1;
}

static struct str words_of(struct check *check, const struct observation *o)
{
    struct period period = observation_period(o);
    return said_period(check->scratch, &check->facts->programme, period);
}

/* ---- twice ---- */

/* The answers of a score stand on several rows; elsewhere a row says everything. */
static bool is_same(const struct facts *facts, const struct observation *a, const struct observation *b)
{
    if (facts->indicators.at[a->indicator].type != TYPE_SCORE)
        return true;
    if (a->status == STATUS_EMPTY && b->status == STATUS_EMPTY)
        return true;
    return a->first == b->first && a->first_scale == b->first_scale && a->status == b->status;
}

static void report_twice(struct check *check, const struct observation *first, const struct observation *again)
{
    struct str id = check->facts->indicators.at[again->indicator].id;
    REPORT(check->diagnostics, observation_place(again), MSG_observation_twice,
           {id, words_of(check, again), place_text(check->scratch, check->facts, observation_place(first))});
}

/* Of rows with one key, those to keep: an empty one gives way to another, the first of two wins. */
static size_t keep_group(struct check *check, const struct observation *group, size_t count, struct observation *to)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool wanted = true, other = false;
        for (size_t j = 0; j < count && wanted; j++)
            other = other || (j != i && group[j].status != STATUS_EMPTY);
        if (group[i].status == STATUS_EMPTY && (other || kept))
            continue;
        for (size_t j = 0; j < kept && wanted; j++)
            if (is_same(check->facts, &to[j], &group[i])) {
                report_twice(check, &to[j], &group[i]);
                wanted = false;
            }
        if (wanted)
            to[kept++] = group[i];
    }
    return kept;
}

/* What is kept stands first; gives how many. */
static size_t drop_twice(struct check *check, struct observation *at, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && observation_compare(&at[i], &at[end]) == 0; end++)
            ;
        if (end - i == 1) {
            if (kept != i)
                at[kept] = at[i];
            kept++;
            continue;
        }
        struct arena_mark mark = arena_mark(check->scratch);
        struct observation *group = ARENA_ARRAY(check->scratch, struct observation, end - i);
        for (size_t g = i; g < end; g++)
            group[g - i] = at[g];
        kept += keep_group(check, group, end - i, at + kept);
        arena_rewind(check->scratch, mark);
    }
    return kept;
}

/* ---- breakdowns ---- */

/* The rows of one indicator and laureate. */
struct group {
    const struct observation *at;
    size_t count;
};

static const struct observation *find(const struct group *group, uint32_t category, const struct observation *like)
{
    struct observation wanted = *like;
    wanted.category = category;
    return observation_find(group->at, group->count, &wanted);
}

static struct decimal part_of(const struct observation *o, bool second)
{
    return decimal_of(second ? (struct number){o->second, o->second_scale} : (struct number){o->first, o->first_scale});
}

struct breakdown {
    struct decimal sum;
    size_t given;
    bool complete; /* every category but "not stated" is given */
    const struct observation *first;
};

/* Where a category of another dimension is broken down in its turn; 0 where nobody files it. */
static uint32_t crossing_of(const struct facts *facts, uint32_t a, uint32_t b)
{
    for (uint32_t i = 1; i < facts->crossings.count; i++) {
        const struct crossing *crossing = &facts->crossings.at[i];
        if (crossing->count == 2 && ((crossing->category[0] == a && crossing->category[1] == b) ||
                                     (crossing->category[0] == b && crossing->category[1] == a)))
            return i;
    }
    return 0;
}

static struct breakdown add_up(const struct facts *facts, const struct group *group, const struct observation *total,
                               const struct dimension *dimension, bool second)
{
    struct breakdown b = {.sum = decimal_int(0), .complete = true};
    uint32_t within = total->category ? facts->crossings.at[total->category].category[0] : 0;
    for (uint32_t c = dimension->first; c < dimension->first + dimension->count; c++) {
        uint32_t category = within ? crossing_of(facts, within, c) : c;
        const struct observation *o = category ? find(group, category, total) : NULL;
        bool received = o && observation_received(o);
        if (received && decimal_add(&b.sum, part_of(o, second))) {
            b.given++;
            b.first = b.first ? b.first : o;
        } else if (c != dimension->not_stated)
            b.complete = false;
    }
    return b;
}

/* All categories together are the total; some of them are at most the total. */
static void check_total(struct check *check, const struct group *group, const struct observation *total,
                        const struct dimension *dimension, bool second)
{
    struct breakdown b = add_up(check->facts, group, total, dimension, second);
    int order = decimal_compare(b.sum, part_of(total, second));
    if (!b.given || order == 0 || (order < 0 && !b.complete))
        return;
    struct str total_words =
        str_print(check->scratch, "%.*s (%.*s)",
                  STR_ARG(said_number(check->scratch, check->facts->programme.language, part_of(total, second))),
                  STR_ARG(place_text(check->scratch, check->facts, observation_place(total))));
    REPORT(check->diagnostics, observation_place(b.first), MSG_breakdown_differs,
           {check->facts->indicators.at[total->indicator].id, dimension->id,
            said_number(check->scratch, check->facts->programme.language, b.sum), total_words});
}

static void check_group(struct check *check, const struct group *group)
{
    const struct facts *facts = check->facts;
    const struct indicator *indicator = &facts->indicators.at[group->at->indicator];
    bool ratio = indicator->type == TYPE_RATIO;
    if (!ratio && indicator->type != TYPE_COUNT && indicator->type != TYPE_AMOUNT)
        return;
    /* Totals, then the categories that are broken down by another dimension. */
    bool crossed = facts->crossings.at[group->at[group->count - 1].category].count > 1;
    for (size_t i = 0; i < group->count && (crossed || !group->at[i].category); i++)
        for (uint32_t d = 1; d < facts->dimensions.count && observation_received(&group->at[i]); d++) {
            const struct crossing *own = &facts->crossings.at[group->at[i].category];
            bool mine = own->count == 1 && facts->categories.at[own->category[0]].dimension_index == d;
            if (!facts->dimensions.at[d].exclusive || own->count > 1 || mine)
                continue;
            check_total(check, group, &group->at[i], &facts->dimensions.at[d], false);
            if (ratio)
                check_total(check, group, &group->at[i], &facts->dimensions.at[d], true);
        }
}

/* A total of any length that ends with it: of a quarter's categories it may be filed for the half year. */
static bool total_filed(const struct group *group, const struct observation *category)
{
    int32_t end = period_end(observation_period(category));
    for (size_t i = 0; i < group->count; i++) {
        const struct observation *o = &group->at[i];
        if (!o->category && period_end(observation_period(o)) == end)
            return true;
    }
    return false;
}

/* A category that is received where its total is not: the total then counts as missing, and nobody sees why. */
static void check_without_total(struct check *check, const struct group *group)
{
    int32_t *said = ARENA_ARRAY(check->scratch, int32_t, group->count);
    size_t said_count = 0;
    for (size_t i = 0; i < group->count; i++) {
        const struct observation *o = &group->at[i];
        const struct crossing *of = &check->facts->crossings.at[o->category];
        bool again = false;
        for (size_t s = 0; s < said_count && !again; s++)
            again = said[s] == o->month;
        if (again || !o->category || of->count != 1 || !observation_received(o) || total_filed(group, o))
            continue;
        said[said_count++] = o->month;
        struct period period = observation_period(o);
        REPORT(check->diagnostics, observation_place(o), MSG_breakdown_without_total,
               {check->facts->indicators.at[o->indicator].id,
                said_period(check->scratch, &check->facts->programme, period)});
    }
}

static void check_breakdowns(struct check *check, const struct observation *at, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && at[end].indicator == at[i].indicator; end++)
            ;
        struct group group = {&at[i], end - i};
        struct arena_mark mark = arena_mark(check->scratch);
        if (at[end - 1].category)
            check_group(check, &group);
        if (at[end - 1].category && !check->errors_only)
            check_without_total(check, &group);
        arena_rewind(check->scratch, mark);
    }
}

/* ---- one laureate after another, by several threads ---- */

struct survey {
    struct check workers[THREADS_MAX]; /* alike but for their scratch and diagnostics */
    size_t *kept;                      /* by laureate */
};

static void check_laureate(void *data, size_t laureate, size_t worker)
{
    struct survey *survey = data;
    struct check *check = &survey->workers[worker];
    const struct shape *shape = &check->shapes[laureate];
    struct observation *at = check->facts->observations.at + shape->from;
    size_t count = shape->count;
    if (shape->disordered || shape->broken_down) {
        observations_order(check->scratch, at, count);
        count = drop_twice(check, at, count);
        check_breakdowns(check, at, count);
    }
    /* Where all are filed for periods of one kind, none stands for the same period as another. */
    if (!check->errors_only || shape->kinds & (shape->kinds - 1))
        series_check(check, at, count);
    survey->kept[laureate] = count;
}

static void close_gaps(struct check *check, const size_t *kept, size_t laureates)
{
    struct observations *all = &check->facts->observations;
    all->count = 0;
    for (size_t laureate = 0; laureate < laureates; laureate++) {
        size_t from = check->shapes[laureate].from;
        if (all->count != from && kept[laureate])
            memmove(all->at + all->count, all->at + from, kept[laureate] * sizeof *all->at);
        all->count += kept[laureate];
    }
}

void observations_check(struct check *check)
{
    struct arena_mark mark = arena_mark(check->scratch);
    struct survey *survey = ARENA_NEW(check->scratch, struct survey);
    size_t laureates = laureate_count(check->facts), workers = threads_count(check->jobs);
    survey->kept = ARENA_ARRAY(check->scratch, size_t, laureates);
    for (size_t w = 0; w < workers; w++) {
        survey->workers[w] = *check;
        survey->workers[w].scratch = arena_new();
        survey->workers[w].diagnostics = diagnostics_new(arena_new());
    }
    threads_run(check->jobs, laureates, check_laureate, survey);
    close_gaps(check, survey->kept, laureates);
    for (size_t w = 0; w < workers; w++) {
        struct diagnostics *found = survey->workers[w].diagnostics;
        diagnostics_merge(check->diagnostics, found);
        arena_free(survey->workers[w].scratch);
        arena_free(found->arena);
    }
    arena_rewind(check->scratch, mark);
}
