#include "mask_solve.h"

#include "mask_filed.h"
#include "mask_made.h"
#include "mask_protect.h"
#include "mask_report.h"
#include "mask_units.h"
#include "union.h"

static bool visible(const struct indicator *indicator)
{
    return indicator->visibility == VISIBILITY_PUBLIC || indicator->visibility == VISIBILITY_PARTNERS;
}

/* A hidden indicator whose numbers a visible ratio prints is looked at as well. */
static bool concerned(const struct measures *measures, uint32_t indicator)
{
    if (visible(&measures->facts->indicators.at[indicator]))
        return true;
    for (uint32_t i = 1; i < measures->facts->indicators.count; i++)
        for (size_t t = 0; t < measures->gauges[i].term_count; t++)
            if (measures->gauges[i].terms[t]->index == indicator && visible(measures->gauges[i].indicator))
                return true;
    return false;
}

/* ---- by several threads ---- */

struct crew {
    const struct measures *measures;
    struct masks *masks;
    struct series **all;
    uint32_t *group; /* by indicator: another of its group with a lower number, or itself */
    bool *solved;    /* by indicator */
    uint8_t *scales; /* by indicator: the decimals of its numbers */
    struct {
        struct arena *scratch;
        struct diagnostics *diagnostics;
    } of[THREADS_MAX];
};

/* A ratio and its terms print each other's numbers, as do a sum and its parts: what masks one may ask for another.
 * Groups share nothing. */
static void groups_find(struct crew *crew, uint32_t indicators)
{
    for (uint32_t i = 0; i < indicators; i++)
        crew->group[i] = i;
    for (uint32_t i = 1; i < indicators; i++) {
        const struct gauge *gauge = &crew->measures->gauges[i];
        for (size_t t = 0; t < gauge->term_count; t++)
            union_join(crew->group, i, gauge->terms[t]->index);
        for (size_t t = 0; t < gauge->indicator->made_of_terms.count; t++)
            union_join(crew->group, i, gauge->indicator->made_of_terms.at[t].indicator.index);
    }
}

/* All of a group, where one of them is wanted. */
static void solved_find(struct crew *crew, const bool *wanted, uint32_t indicators)
{
    for (uint32_t i = 1; i < indicators; i++)
        if (!wanted || wanted[i])
            crew->solved[union_first(crew->group, i)] = true;
    for (uint32_t i = 1; i < indicators; i++)
        crew->solved[i] = crew->solved[union_first(crew->group, i)];
}

static void fill_item(void *data, size_t indicator, size_t worker)
{
    struct crew *crew = data;
    struct mask_cells *cells = &crew->masks->of[indicator];
    if (!cells->gauge)
        return;
    crew->all[indicator] = series_new(crew->of[worker].scratch, cells, NULL);
    if (crew->all[indicator] && crew->all[indicator]->answers)
        protect_answers(cells);
}

static void scale_item(void *data, size_t indicator, size_t worker)
{
    struct crew *crew = data;
    (void)worker;
    if (indicator && crew->solved[indicator])
        crew->scales[indicator] = units_scale(&crew->measures->gauges[indicator]);
}

static void series_fill(struct arena *run, struct crew *crew, int jobs)
{
    const struct measures *measures = crew->measures;
    uint32_t indicators = (uint32_t)measures->facts->indicators.count;
    threads_run(jobs, indicators, scale_item, crew);
    filed_scales(measures, crew->scales);
    units_raise(measures, crew->scales);
    for (uint32_t i = 1; i < indicators; i++)
        if (crew->solved[i] && concerned(measures, i)) {
            mask_cells_open(run, &crew->masks->of[i], &measures->gauges[i], &crew->masks->roster);
            crew->masks->of[i].scale = crew->scales[i];
        }
    threads_run(jobs, indicators, fill_item, crew);
    for (uint32_t i = 1; i < indicators; i++)
        if (crew->all[i] && crew->all[i]->gauge->term_count)
            series_link(crew->of[0].scratch, crew->all[i], crew->all);
    for (uint32_t i = 1; i < indicators; i++)
        if (crew->all[i])
            made_link(crew->of[0].scratch, crew->all[i], crew->all);
}

static struct str indicator_name(const struct facts *facts, uint32_t indicator)
{
    return facts->indicators.at[indicator].id;
}

/* The series of a group, in the order of their indicators' ids. */
struct members {
    struct arena *scratch;
    struct series **at;
    size_t count;
    struct series *const *all; /* by indicator */
};

/* Each on its own. */
static void indicator_protect(const struct crew *crew, struct arena *scratch, uint32_t i)
{
    struct mask_cells *cells = &crew->masks->of[i];
    struct series *series = crew->all[i];
    if (series && series->too_large)
        protect_whole(cells);
    else if (series && cells->visible)
        protect_small(series);
    else if (cells->visible && crew->measures->facts->indicators.at[i].about == ABOUT_PERSONS)
        protect_single(scratch, cells);
}

static struct members members_open(const struct crew *crew, struct arena *scratch, uint32_t first)
{
    size_t indicators = crew->measures->facts->indicators.count, count = 0;
    struct members members = {.scratch = scratch, .all = crew->all};
    uint32_t *group = ARENA_ARRAY(scratch, uint32_t, indicators);
    members.at = ARENA_ARRAY(scratch, struct series *, indicators);
    for (uint32_t i = first; i < indicators; i++)
        if (union_first(crew->group, i) == first)
            mask_insert_named(group, count++, i, indicator_name, crew->measures->facts);
    for (size_t i = 0; i < count; i++) {
        indicator_protect(crew, scratch, group[i]);
        if (crew->all[group[i]])
            members.at[members.count++] = crew->all[group[i]];
    }
    return members;
}

/* False when nothing had to be masked beside what was. */
static bool members_protect(const struct members *members)
{
    bool more = false;
    for (size_t i = 0; i < members->count; i++) {
        struct series *series = members->at[i];
        if (!series->cells->visible || series->too_large)
            continue;
        protect_levels(series);
        for (size_t v = 0; v < series->views->count; v++)
            more |= protect_rest(series->views->at[v]);
    }
    for (size_t i = 0; i < members->count; i++)
        more |= made_close(members->scratch, members->at[i], members->all);
    return more;
}

/* False when nothing more is found. */
static bool members_expose(const struct members *members, uint8_t told_by)
{
    bool more = false;
    for (size_t i = 0; i < members->count; i++)
        more |= made_expose(members->scratch, members->at[i], members->all, told_by);
    return more;
}

/* The indicators of the group that this one is the first of. */
static void solve_item(void *data, size_t first, size_t worker)
{
    struct crew *crew = data;
    if (!first || crew->group[first] != first)
        return;
    struct members members = members_open(crew, crew->of[worker].scratch, (uint32_t)first);
    while (members_protect(&members))
        continue;
    for (size_t i = 0; i < members.count; i++)
        made_tell(members.scratch, members.at[i], members.all);
    /* What is said to be found of one figure is said of all that give it away; first by what stays printed. */
    while (members_expose(&members, CELL_OPEN))
        continue;
    while (members_expose(&members, CELL_OPEN | CELL_TOO_LATE | CELL_KNOWN))
        continue;
    for (size_t i = 0; i < members.count; i++)
        for (size_t v = 0; v < members.at[i]->views->count; v++) {
            protect_expose_flows(members.at[i]->views->at[v]);
            report_exposed(members.scratch, members.at[i]->views->at[v], crew->of[worker].diagnostics);
        }
}

static bool any_visible(const struct facts *facts)
{
    for (uint32_t i = 1; i < facts->indicators.count; i++)
        if (visible(&facts->indicators.at[i]))
            return true;
    return false;
}

struct masks *masks_solve(struct arena *run, const struct measures *measures, const bool *wanted, int jobs,
                          struct diagnostics *diagnostics)
{
    const struct facts *facts = measures->facts;
    if (!any_visible(facts))
        return NULL;
    struct arena *arena = arena_new();
    struct crew *crew = ARENA_NEW(arena, struct crew);
    *crew = (struct crew){.measures = measures, .masks = ARENA_NEW(run, struct masks)};
    crew->all = ARENA_ARRAY(arena, struct series *, facts->indicators.count);
    crew->group = ARENA_ARRAY(arena, uint32_t, facts->indicators.count);
    crew->solved = ARENA_ARRAY(arena, bool, facts->indicators.count);
    crew->scales = ARENA_ARRAY(arena, uint8_t, facts->indicators.count);
    groups_find(crew, (uint32_t)facts->indicators.count);
    solved_find(crew, wanted, (uint32_t)facts->indicators.count);
    crew->masks->roster = roster_of(run, facts);
    crew->masks->of = ARENA_ARRAY(run, struct mask_cells, facts->indicators.count);
    for (size_t w = 0; w < threads_count(jobs); w++) {
        crew->of[w].scratch = arena_new();
        crew->of[w].diagnostics = diagnostics_new(crew->of[w].scratch);
    }
    series_fill(run, crew, jobs);
    masks_known(arena, crew->masks, measures, crew->all, diagnostics);
    threads_run(jobs, facts->indicators.count, solve_item, crew);
    struct masks *masks = crew->masks;
    for (size_t w = 0; w < threads_count(jobs); w++) {
        diagnostics_merge(diagnostics, crew->of[w].diagnostics);
        arena_free(crew->of[w].scratch);
    }
    arena_free(arena);
    return masks;
}
