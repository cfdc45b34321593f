#include "mask_solve.h"

#include "mask_filed.h"
#include "mask_made.h"
#include "mask_search.h"
#include "words.h"

#include <assert.h>

/* At least three laureates in a published amount, and none above this share of it, in per cent. */
#define LAUREATES_LEAST 3
#define SHARE_MOST 85

struct solving {
    struct arena *scratch;
    struct diagnostics *diagnostics;
    uint32_t searches; /* moves looked for */
};

/* ---- which numbers are sensitive ---- */

static bool is_small(const struct series *series, int number, int64_t value)
{
    return series->sensitive[number] && value > 0 && value < series->threshold;
}

/* A total by territory or theme that is of few, or of one above the others: the one it tells most of, else 0. */
static uint32_t dominant(const struct series *series, uint32_t subject, uint32_t w, uint32_t c)
{
    const struct roster *roster = series->cells->roster;
    int64_t sum = 0, largest = 0;
    uint32_t count = 0, first = 0;
    if (!series->dominated || !roster_is_group(roster, subject))
        return 0;
    enum attribute attribute = roster->groups[subject - roster->laureates].attribute;
    if (attribute != ATTRIBUTE_TERRITORY && attribute != ATTRIBUTE_THEMES)
        return 0;
    assert(series->value[NUMBER_FIRST]);
    for (uint32_t laureate = 1; laureate < roster->laureates; laureate++) {
        int64_t value = series->value[NUMBER_FIRST][mask_cell(series->cells, laureate, w, c)];
        if (!roster_holds(roster, subject, laureate) || value <= 0)
            continue;
        sum += value;
        first = value > largest ? laureate : first;
        largest = value > largest ? value : largest;
        count++;
    }
    return count < LAUREATES_LEAST || (int128)largest * 100 > (int128)sum * SHARE_MOST ? first : 0;
}

/* The sum of n times x is not followed: n is. */
static bool moves(const struct series *series, int number)
{
    return number != NUMBER_FIRST || series->gauge->rule.parts != PARTS_WEIGHTED;
}

static void expose(struct series *series, size_t cell, enum hiding hiding)
{
    series->cells->bits[cell] |= hiding == HIDING_NONE ? CELL_OPEN : CELL_TOO_LATE;
}

/* Where the edition says that it masked the figure. */
static struct place place_then(const struct series *series, struct str key)
{
    const struct edition_figures *editions = &series->gauge->measures->facts->editions;
    for (size_t i = 0; i < editions->count; i++)
        if (editions->at[i].edition.day == series->edition.day && str_equal(editions->at[i].key, key) &&
            str_equal(editions->at[i].state, figure_state_name(FIGURE_MASKED)))
            return editions->at[i].row.at;
    return series->gauge->indicator->row.at;
}

/* Each of them, for whoever reads it must know what he can no more promise. */
static void report_exposed(const struct solving *solving, const struct series *series)
{
    const struct facts *facts = series->gauge->measures->facts;
    for (size_t cell = 0; cell < mask_cell_count(series->cells); cell++) {
        uint8_t bits = series->cells->bits[cell];
        if (!(bits & (CELL_OPEN | CELL_TOO_LATE)))
            continue;
        struct str key = figure_key_text(solving->scratch, facts, mask_cell_key(series->cells, cell));
        if (series->past)
            REPORT(solving->diagnostics, place_then(series, key), MSG_mask_past,
                   {key, date_words(solving->scratch, facts->programme.language, series->edition)});
        else if (bits & CELL_OPEN)
            REPORT(solving->diagnostics, series->gauge->indicator->row.at, MSG_mask_open, {key});
        else
            REPORT(solving->diagnostics, series->gauge->indicator->row.at, MSG_mask_known, {key});
    }
}

static void protect(struct solving *solving, struct series *series, struct aim_cell target)
{
    struct mask_cells *cells = series->cells;
    size_t cell = mask_cell(cells, target.subject, target.window, target.category);
    size_t at = series->answers ? cell * series->width + target.answer : cell;
    bool flow = target.number == NUMBER_FLOW;
    if (series->safe[target.number][at] || !(cells->bits[cell] & (flow ? CELL_FLOW_PRINTED : CELL_PRINTED)))
        return;
    target.series = series;
    target.size = series_uncertainty(series, series->value[target.number][at]);
    solving->searches++;
    enum hiding hiding = mask_search(&target);
    if (hiding == HIDING_SAFE)
        return;
    /* At least it is not printed again, and the coordination is told. */
    cells->bits[cell] |= flow ? CELL_FLOW_MASKED : CELL_MASKED;
    series->safe[target.number][at] = 1;
    expose(series, cell, hiding);
}

static void protect_cell(struct solving *solving, struct series *series, uint32_t subject, uint32_t w, uint32_t c)
{
    size_t cell = mask_cell(series->cells, subject, w, c);
    struct aim_cell target = {.subject = subject, .window = w, .category = c};
    if (series->answers) {
        for (target.answer = 0; target.answer < series->width && !c; target.answer++)
            if (is_small(series, NUMBER_FIRST, series->value[NUMBER_FIRST][cell * series->width + target.answer]))
                protect(solving, series, target);
        return;
    }
    for (target.number = 0; target.number < NUMBERS; target.number++)
        if (series->value[target.number] && is_small(series, target.number, series->value[target.number][cell]))
            protect(solving, series, target);
    target = (struct aim_cell){.subject = dominant(series, subject, w, c), .window = w, .category = c};
    if (!target.subject)
        return;
    protect(solving, series, target);
    target.subject = subject;
    protect(solving, series, target);
}

/* Laureates before groups, the programme last; short windows before long ones; categories before their total. */
static void protect_all(struct solving *solving, struct series *series)
{
    const struct mask_cells *cells = series->cells;
    for (uint32_t w = 0; w < cells->window_count; w++)
        for (uint32_t s = 1; s <= cells->roster->count; s++)
            for (uint32_t c = 1; c <= cells->category_count; c++)
                protect_cell(solving, series, s % cells->roster->count, w, c % cells->category_count);
}

/* A figure is masked whole: what was masked for one of its numbers must not be found out in the others. The parts of a
 * ratio by terms are other indicators' figures, and stand or fall with them. */
static bool protect_rest(struct solving *solving, struct series *series)
{
    const struct mask_cells *cells = series->cells;
    uint32_t before = solving->searches;
    int numbers = series->gauge->term_count || series->answers ? 1 : NUMBERS;
    for (uint32_t w = 0; w < cells->window_count && !series->gauge->term_count; w++)
        for (uint32_t s = 1; s <= cells->roster->count; s++)
            for (uint32_t c = 0; c < cells->category_count; c++) {
                struct aim_cell target = {.subject = s % cells->roster->count, .window = w, .category = c};
                if (series->past && !series->looked_at[w])
                    break;
                if (!(cells->bits[mask_cell(cells, target.subject, w, c)] & CELL_MASKED))
                    continue;
                for (target.answer = 0; target.answer < (series->answers ? series->width : 1); target.answer++)
                    for (target.number = 0; target.number < numbers; target.number++)
                        if (series->value[target.number] && moves(series, target.number))
                            protect(solving, series, target);
            }
    return solving->searches != before;
}

/* ---- levels of a cumulative, seen one after the other ---- */

static bool resets_between(const struct gauge *gauge, int32_t before, int32_t after)
{
    return gauge->indicator->nature == NATURE_YEAR_TO_DATE &&
           !period_equal(gauge_year(gauge, before), gauge_year(gauge, after));
}

/* Two levels still printed whose difference is a small count tell it, however far apart they are. */
static bool levels_apart(struct series *series, uint32_t subject, uint32_t c)
{
    const struct mask_cells *cells = series->cells;
    uint32_t before = UINT32_MAX;
    for (uint32_t w = 0; w < cells->window_count; w++) {
        const struct window *window = &cells->windows[w];
        size_t cell = mask_cell(cells, subject, w, c);
        if (window->to_date || window->first != window->last || !(cells->bits[cell] & CELL_PRINTED) ||
            cells->bits[cell] & CELL_MASKED)
            continue;
        if (before != UINT32_MAX && !resets_between(series->gauge, cells->windows[before].last, window->last)) {
            int64_t gap =
                series->value[NUMBER_FIRST][cell] - series->value[NUMBER_FIRST][mask_cell(cells, subject, before, c)];
            struct aim_cell target = {
                .series = series, .subject = subject, .window = before, .category = c, .size = series->unit};
            if (is_small(series, NUMBER_FLOW, gap)) {
                enum hiding hiding = mask_search(&target);
                cells->bits[mask_cell(cells, subject, before, c)] |= hiding == HIDING_NONE ? CELL_MASKED : 0;
                if (hiding != HIDING_SAFE)
                    expose(series, mask_cell(cells, subject, before, c), hiding);
                return true;
            }
        }
        before = w;
    }
    return false;
}

static void protect_levels(struct series *series)
{
    const struct mask_cells *cells = series->cells;
    for (uint32_t s = 1; s <= cells->roster->count && series->sensitive[NUMBER_FLOW]; s++)
        for (uint32_t c = 0; c < cells->category_count; c++)
            while (levels_apart(series, s % cells->roster->count, c))
                ;
}

/* ---- what is not a sum ---- */

static void mask_everything(struct mask_cells *cells)
{
    for (size_t i = 0; i < mask_cell_count(cells); i++)
        cells->bits[i] |= CELL_MASKED;
}

/* The answers of a part of those who answered are not looked into: they are not shown. */
static void mask_categories(struct mask_cells *cells)
{
    for (size_t i = 0; i < mask_cell_count(cells); i++)
        if (i % cells->category_count)
            cells->bits[i] |= CELL_MASKED;
}

/* A median, or a value, that counts persons itself: nothing can be subtracted from it; extremes name a laureate's. */
static void protect_single(struct arena *arena, struct mask_cells *cells)
{
    const struct gauge *gauge = cells->gauge;
    const struct programme *programme = &gauge->measures->facts->programme;
    const struct maybe *stated = &gauge->indicator->suppress_below;
    struct decimal k = stated->is ? decimal_of(stated->number) : decimal_int(programme->suppress_below);
    struct track *track = track_new(arena, gauge);
    for (uint32_t laureate = 0; laureate < cells->roster->laureates; laureate++)
        for (uint32_t c = 0; c < cells->category_count; c++) {
            struct span span = gauge_span(gauge, laureate);
            track_fill(track, laureate, cells->categories[c]);
            for (uint32_t w = 0; w < cells->window_count; w++) {
                struct part part;
                if (laureate)
                    part_measure(track, &span, &cells->windows[w], &part);
                else
                    (void)part_own(track, &span, &cells->windows[w], &part);
                if (!part.has || decimal_sign(part.first) <= 0 || decimal_compare(part.first, k) >= 0)
                    continue;
                cells->bits[mask_cell(cells, 0, w, c)] |= CELL_MASKED;
                for (uint32_t s = 1; s < cells->roster->count; s++)
                    if (roster_holds(cells->roster, s, laureate))
                        cells->bits[mask_cell(cells, s, w, c)] |= CELL_MASKED;
            }
        }
}

/* ---- all ---- */

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
    struct solving of[THREADS_MAX];
};

static uint32_t first_of_group(const struct crew *crew, uint32_t indicator)
{
    while (crew->group[indicator] != indicator)
        indicator = crew->group[indicator];
    return indicator;
}

static void join(const struct crew *crew, uint32_t a, uint32_t b)
{
    a = first_of_group(crew, a), b = first_of_group(crew, b);
    crew->group[a > b ? a : b] = a > b ? b : a;
}

/* A ratio and its terms print each other's numbers, as do a sum and its parts: what masks one may ask for another.
 * Groups share nothing. */
static void groups_find(struct crew *crew, uint32_t indicators)
{
    for (uint32_t i = 0; i < indicators; i++)
        crew->group[i] = i;
    for (uint32_t i = 1; i < indicators; i++) {
        const struct gauge *gauge = &crew->measures->gauges[i];
        for (size_t t = 0; t < gauge->term_count; t++)
            join(crew, i, gauge->terms[t]->index);
        for (size_t t = 0; t < gauge->indicator->made_of_terms.count; t++)
            join(crew, i, gauge->indicator->made_of_terms.at[t].indicator.index);
    }
}

/* All of a group, where one of them is wanted. */
static void solved_find(struct crew *crew, const bool *wanted, uint32_t indicators)
{
    for (uint32_t i = 1; i < indicators; i++)
        if (!wanted || wanted[i])
            crew->solved[first_of_group(crew, i)] = true;
    for (uint32_t i = 1; i < indicators; i++)
        crew->solved[i] = crew->solved[first_of_group(crew, i)];
}

static void fill_item(void *data, size_t indicator, size_t worker)
{
    struct crew *crew = data;
    struct mask_cells *cells = &crew->masks->of[indicator];
    if (!cells->gauge)
        return;
    crew->all[indicator] = series_new(crew->of[worker].scratch, cells, NULL);
    if (crew->all[indicator] && crew->all[indicator]->answers)
        mask_categories(cells);
}

/* A ratio's numbers are those of its terms. */
static uint8_t scale_then(const struct gauge *gauge, const uint8_t *scales)
{
    uint8_t scale = scales[gauge->index];
    for (size_t t = 0; t < gauge->term_count; t++)
        scale = scales[gauge->terms[t]->index] > scale ? scales[gauge->terms[t]->index] : scale;
    return scale;
}

static void series_fill(struct arena *run, struct crew *crew, int jobs)
{
    const struct measures *measures = crew->measures;
    uint32_t indicators = (uint32_t)measures->facts->indicators.count;
    const uint8_t *scales = filed_scales(crew->of[0].scratch, measures);
    for (uint32_t i = 1; i < indicators; i++)
        if (crew->solved[i] && concerned(measures, i)) {
            mask_cells_open(run, &crew->masks->of[i], &measures->gauges[i], &crew->masks->roster);
            crew->masks->of[i].scale_then = scale_then(&measures->gauges[i], scales);
        }
    threads_run(jobs, indicators, fill_item, crew);
    for (uint32_t i = 1; i < indicators; i++)
        if (crew->all[i] && crew->all[i]->gauge->term_count)
            series_link(crew->of[0].scratch, crew->all[i], crew->all);
    for (uint32_t i = 1; i < indicators; i++)
        if (crew->all[i])
            made_link(crew->of[0].scratch, crew->all[i], crew->all);
}

static void solve_first(struct solving *solving, struct crew *crew, uint32_t i)
{
    struct mask_cells *cells = &crew->masks->of[i];
    struct series *series = crew->all[i];
    if (series && series->whole)
        mask_everything(cells);
    else if (series && cells->visible)
        protect_all(solving, series);
    else if (cells->visible && crew->measures->facts->indicators.at[i].about == ABOUT_PERSONS)
        protect_single(solving->scratch, cells);
}

/* Keeps `group` in the order of ids, whatever that of the file: masks are the same. */
static void insert_named(const struct facts *facts, uint32_t *group, size_t count, uint32_t indicator)
{
    const struct indicator *all = facts->indicators.at;
    for (; count && str_compare(all[group[count - 1]].id, all[indicator].id) > 0; count--)
        group[count] = group[count - 1];
    group[count] = indicator;
}

/* What is said to be found of one figure is said of all that give it away; first by what stays printed. */
static void group_expose(const struct solving *solving, const struct crew *crew, const uint32_t *group, size_t count)
{
    static const uint8_t told_by[] = {CELL_OPEN, CELL_OPEN | CELL_TOO_LATE | CELL_KNOWN};
    for (size_t pass = 0; pass < sizeof told_by / sizeof *told_by; pass++)
        for (bool more = true; more;) {
            more = false;
            for (size_t i = 0; i < count; i++)
                if (crew->all[group[i]])
                    more |= made_expose(solving->scratch, crew->all[group[i]], crew->all, told_by[pass]);
        }
}

/* The indicators of the group that this one is the first of. */
static void solve_item(void *data, size_t first, size_t worker)
{
    struct crew *crew = data;
    struct solving *solving = &crew->of[worker];
    size_t count = 0, indicators = crew->measures->facts->indicators.count;
    if (!first || crew->group[first] != first)
        return;
    uint32_t *group = ARENA_ARRAY(solving->scratch, uint32_t, indicators);
    for (uint32_t i = (uint32_t)first; i < indicators; i++)
        if (first_of_group(crew, i) == first)
            insert_named(crew->measures->facts, group, count++, i);
    for (size_t i = 0; i < count; i++)
        solve_first(solving, crew, group[i]);
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < count; i++) {
            struct series *series = crew->all[group[i]];
            if (!series || !series->cells->visible || series->whole)
                continue;
            protect_levels(series);
            for (size_t v = 0; v < series->views->count; v++)
                more |= protect_rest(solving, series->views->at[v]);
        }
        for (size_t i = 0; i < count; i++)
            if (crew->all[group[i]])
                more |= made_close(solving->scratch, crew->all[group[i]], crew->all);
    }
    for (size_t i = 0; i < count; i++)
        if (crew->all[group[i]])
            made_tell(solving->scratch, crew->all[group[i]], crew->all);
    group_expose(solving, crew, group, count);
    for (size_t i = 0; i < count; i++)
        for (size_t v = 0; crew->all[group[i]] && v < crew->all[group[i]]->views->count; v++)
            report_exposed(solving, crew->all[group[i]]->views->at[v]);
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
