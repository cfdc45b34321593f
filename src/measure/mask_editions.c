/* What editions published before have printed is known to whoever kept them; so is what they printed of values that
 * were corrected since, of which the present ones say nothing. */
#include "mask_solve.h"

/* The number that the present figure would show, where it is the one that was printed. */
static bool same_number(const struct series *series, size_t cell, struct str printed)
{
    struct decimal value;
    if (series->answers || !decimal_parse(printed, &value))
        return false;
    struct decimal present = {series->value[NUMBER_FIRST][cell], 0}, units = decimal_int(series->unit);
    return decimal_multiply(value, units, &value) && decimal_compare(value, present) == 0;
}

/* What is added up in a mean, n times x, is not followed in the series: the figure is made again. */
static bool same_mean(struct arena *scratch, const struct measures *measures, struct figure_key key, struct str printed)
{
    struct arena_mark mark = arena_mark(scratch);
    const struct figure *figure = measure_figure(scratch, measures, key, AUDIENCE_INTERNAL);
    struct decimal value;
    bool same =
        figure->value.is && decimal_parse(printed, &value) && decimal_double(value) == figure->value.approximate;
    arena_rewind(scratch, mark);
    return same;
}

/* A ratio is told by its quotient: the same quotient is taken for the same numbers. */
static bool same_quotient(const struct series *series, size_t cell, struct str printed)
{
    const struct maybe *multiplier = &series->gauge->indicator->multiplier;
    struct decimal factor = multiplier->is ? decimal_of(multiplier->number) : decimal_int(1), value;
    int64_t second = series->value[NUMBER_SECOND][cell];
    if (!second || !decimal_parse(printed, &value))
        return false;
    struct decimal first = {series->value[NUMBER_FIRST][cell], 0};
    return decimal_ratio(first, factor, (struct decimal){second, 0}) == decimal_double(value);
}

/* The edition came after the last sub-period that the figure holds today: else it printed another sum. */
static bool could_hold(const struct mask_cells *cells, size_t cell, struct date edition)
{
    const struct window *window = &cells->windows[cell / cells->category_count % cells->window_count];
    struct period last = slot_period(cells->gauge->kind, window->last_due, cells->gauge->year_start);
    return !date_is(edition) || period_last_day(last).day <= edition.day;
}

/* ---- nodes that have changed since ---- */

/* The node that the window is about, where it is one node. */
static uint8_t *restated_at(struct series *series, uint32_t laureate, uint32_t window, uint32_t category)
{
    const struct use *use = series_use(series, laureate, window, category);
    bool single = use->has && use->first == use->last && use->first >= 0 && !series->gauge->term_count;
    return single && !series->answers ? &series->restated[series_node(series, laureate, (uint32_t)use->first, category)]
                                      : NULL;
}

static void restate(struct series *series, uint32_t laureate, struct period period, uint32_t category,
                    enum restated how)
{
    struct window asked = gauge_window(series->gauge, period, false);
    uint32_t window = mask_window_find(series->cells, &asked);
    uint8_t *restated = asked.asked && window != UINT32_MAX ? restated_at(series, laureate, window, category) : NULL;
    if (restated && *restated < how)
        *restated = (uint8_t)how;
}

static void restate_corrected(const struct facts *facts, struct series **all)
{
    for (size_t i = 0; i < facts->corrections.count; i++) {
        const struct correction *c = &facts->corrections.at[i];
        struct series *series = c->indicator.index ? all[c->indicator.index] : NULL;
        for (uint32_t category = 0; series && category < series->cells->category_count; category++)
            restate(series, c->laureate.index, c->period, category, RESTATED_OTHERWISE);
    }
}

/* ---- */

static bool same_figure(struct arena *scratch, const struct series *series, size_t cell, struct figure_key key,
                        struct str printed)
{
    if (series->gauge->rule.parts == PARTS_WEIGHTED)
        return same_mean(scratch, series->gauge->measures, key, printed);
    return series->value[NUMBER_SECOND] ? same_quotient(series, cell, printed) : same_number(series, cell, printed);
}

static void edition_row(struct arena *scratch, struct masks *masks, const struct edition_figure *row,
                        struct figure_key key, struct series *series)
{
    struct mask_cells *cells = &masks->of[key.indicator];
    size_t cell = mask_cell_find(cells, &key);
    bool internal = str_equal(row->audience, STR("internal")) || str_equal(row->audience, STR("interne"));
    bool absent = str_equal(row->state, figure_state_name(FIGURE_NONE));
    if (cell == SIZE_MAX || !could_hold(cells, cell, row->edition))
        return;
    if (row->value.length && !internal)
        cells->bits[cell] |= CELL_KNOWN;
    bool changed = absent || (row->value.length && !same_figure(scratch, series, cell, key, row->value));
    if (!changed || key.to_date || key.subject.kind == SUBJECT_ATTRIBUTE)
        return;
    /* A total that had not come, or has changed, says as much of its breakdown. */
    uint32_t category = (uint32_t)(cell % cells->category_count);
    for (uint32_t c = category; c < (category ? category + 1 : cells->category_count); c++)
        restate(series, key.subject.laureate, key.period, c, absent ? RESTATED_ABSENT : RESTATED_OTHERWISE);
}

/* What was masked stays masked: told now, it would give away what that edition hid beside it, of which the present
 * figures say nothing where it has been corrected since. */
static void keep_masked(const struct edition_figure *row, const struct figure_key *key, struct series *series)
{
    size_t cell = mask_cell_find(series->cells, key);
    if (cell != SIZE_MAX && str_equal(row->state, figure_state_name(FIGURE_MASKED)))
        series->cells->bits[cell] |= CELL_MASKED;
}

void masks_known(struct arena *scratch, struct masks *masks, const struct measures *measures, struct series **all)
{
    const struct facts *facts = measures->facts;
    struct figure_key key;
    for (size_t i = 0; i < facts->editions.count; i++)
        if (figure_key_parse(facts, facts->editions.at[i].key, &key) && all[key.indicator])
            edition_row(scratch, masks, &facts->editions.at[i], key, all[key.indicator]);
    if (facts->editions.count)
        restate_corrected(facts, all);
    for (size_t i = 0; i < facts->editions.count; i++)
        if (figure_key_parse(facts, facts->editions.at[i].key, &key) && all[key.indicator])
            keep_masked(&facts->editions.at[i], &key, all[key.indicator]);
}
