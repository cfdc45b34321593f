/* What editions published before have printed is known to whoever kept them. */
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

void masks_known(struct arena *scratch, struct masks *masks, const struct measures *measures, struct series **all)
{
    const struct facts *facts = measures->facts;
    for (size_t i = 0; i < facts->editions.count; i++) {
        const struct edition_figure *row = &facts->editions.at[i];
        struct figure_key key;
        bool shown = row->value.length && !str_equal(row->audience, STR("internal")) &&
                     !str_equal(row->audience, STR("interne"));
        if (!shown || !figure_key_parse(facts, row->key, &key) || !all[key.indicator])
            continue;
        const struct series *series = all[key.indicator];
        size_t cell = mask_cell_find(&masks->of[key.indicator], &key);
        if (cell == SIZE_MAX || !could_hold(&masks->of[key.indicator], cell, row->edition))
            continue;
        if (series->gauge->rule.parts == PARTS_WEIGHTED ? same_mean(scratch, measures, key, row->value)
            : series->value[NUMBER_SECOND]              ? same_quotient(series, cell, row->value)
                                                        : same_number(series, cell, row->value))
            masks->of[key.indicator].bits[cell] |= CELL_KNOWN;
    }
}
