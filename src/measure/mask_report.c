/* What masks cannot hide is said, for whoever reads it must know what he can no more promise: figure by figure, but a
 * number that stands in several (of a laureate alone in its territory, to date at the end of the first sub-period)
 * under the first of them only. */
#include "mask_report.h"

#include "editions.h"
#include "words.h"

#define EXPOSED (CELL_OPEN | CELL_TOO_LATE)

struct reporting {
    const struct series *series;
    struct arena *scratch;
    struct diagnostics *diagnostics;
    size_t *said; /* cells by what they are made of, SIZE_MAX in empty places */
    size_t places;
};

/* ---- cells of the same number ---- */

struct spot {
    uint32_t subject, window, category;
};

static struct spot spot_of(const struct series *series, size_t cell)
{
    const struct mask_cells *cells = series->cells;
    return (struct spot){.subject = (uint32_t)(cell / cells->category_count / cells->window_count),
                         .window = (uint32_t)(cell / cells->category_count % cells->window_count),
                         .category = (uint32_t)(cell % cells->category_count)};
}

/* The next of the subject's laureates who have something there, and what of theirs it is made of; NULL after the last.
 */
static const struct use *use_next(const struct series *series, struct spot spot, uint32_t *at, uint32_t *laureate)
{
    const struct roster *roster = series->cells->roster;
    while (*at < roster->held_starts[spot.subject + 1]) {
        *laureate = roster->held[(*at)++];
        const struct use *use = series_use(series, *laureate, spot.window, spot.category);
        if (use->has)
            return use;
    }
    return NULL;
}

static bool same_use(const struct use *a, const struct use *b)
{
    return a->first == b->first && a->last == b->last && a->flow_first == b->flow_first && a->flow_last == b->flow_last;
}

static bool same_number(const struct series *series, size_t a, size_t b)
{
    const struct mask_cells *cells = series->cells;
    struct spot one = spot_of(series, a), other = spot_of(series, b);
    uint32_t i = cells->roster->held_starts[one.subject], j = cells->roster->held_starts[other.subject], mine, theirs;
    if (one.category != other.category || (cells->bits[a] ^ cells->bits[b]) & (CELL_MASKED | EXPOSED) ||
        cells->windows[one.window].last_due != cells->windows[other.window].last_due ||
        series_is_own(series, one.window, one.category) || series_is_own(series, other.window, other.category))
        return false;
    for (;;) {
        const struct use *x = use_next(series, one, &i, &mine), *y = use_next(series, other, &j, &theirs);
        if (!x || !y)
            return !x && !y;
        if (mine != theirs || !same_use(x, y))
            return false;
    }
}

static size_t place_first(const struct reporting *r, size_t cell)
{
    struct spot spot = spot_of(r->series, cell);
    uint32_t at = r->series->cells->roster->held_starts[spot.subject], laureate;
    uint64_t hash = spot.category;
    for (const struct use *use; (use = use_next(r->series, spot, &at, &laureate)) != NULL;)
        hash = ((hash ^ laureate) * 31 + (uint32_t)use->first * 7 + (uint32_t)use->last) * 0x9E3779B97F4A7C15;
    return (size_t)(hash >> 32) & (r->places - 1);
}

static bool said_already(struct reporting *r, size_t cell)
{
    size_t place = place_first(r, cell);
    for (; r->said[place] != SIZE_MAX; place = (place + 1) & (r->places - 1))
        if (same_number(r->series, r->said[place], cell))
            return true;
    r->said[place] = cell;
    return false;
}

/* ---- saying it ---- */

/* Where the edition says that it masked the figure. */
static struct place place_then(const struct series *series, struct str key)
{
    const struct edition_figures *editions = &series->gauge->measures->facts->editions;
    for (size_t i = 0; i < editions->count; i++)
        if (editions->at[i].edition.day == series->edition.day && str_equal(editions->at[i].key, key) &&
            str_equal(editions->at[i].state, figure_state_name(FIGURE_MASKED)))
            return edition_place(&editions->at[i], "state");
    return series->gauge->indicator->row.at;
}

static void say(const struct reporting *r, size_t cell)
{
    static const struct str flow[LANGUAGE_COUNT] = {TEXT_OF(" (flux)"), TEXT_OF(" (flow)")};
    const struct series *series = r->series;
    const struct facts *facts = series->gauge->measures->facts;
    enum language language = facts->programme.language;
    uint8_t bits = series->cells->bits[cell];
    struct str key = figure_key_text(r->scratch, facts, mask_cell_key(series->cells, cell));
    struct str what = bits & CELL_MASKED ? STR_NONE : flow[language];
    if (series->past)
        REPORT(r->diagnostics, place_then(series, key), MSG_mask_past,
               {key, date_words(r->scratch, language, series->edition), what});
    else if (bits & CELL_OPEN)
        REPORT(r->diagnostics, series->gauge->indicator->row.at, MSG_mask_open, {key, what});
    else
        REPORT(r->diagnostics, series->gauge->indicator->row.at, MSG_mask_known, {key, what});
}

void report_exposed(struct arena *scratch, const struct series *series, struct diagnostics *diagnostics)
{
    struct reporting r = {.series = series, .scratch = scratch, .diagnostics = diagnostics, .places = 1};
    size_t cells = mask_cell_count(series->cells), exposed = 0;
    for (size_t cell = 0; cell < cells; cell++)
        exposed += (series->cells->bits[cell] & EXPOSED) != 0;
    while (r.places <= 2 * exposed)
        r.places *= 2;
    r.said = ARENA_ARRAY(scratch, size_t, r.places);
    for (size_t i = 0; i < r.places; i++)
        r.said[i] = SIZE_MAX;
    for (size_t cell = 0; cell < cells; cell++)
        if (series->cells->bits[cell] & EXPOSED && !said_already(&r, cell))
            say(&r, cell);
}
