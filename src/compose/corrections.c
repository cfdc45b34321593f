#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/series.h"

/* Values that were corrected, with the reason. The values themselves are for the coordination: a laureate's may be
 * too small to be published. */

static struct cell indicator_cell(struct filling *f, const void *row)
{
    struct cell cell = cell_text(f, indicator_label(f, ((const struct correction *)row)->indicator.index));
    cell.header = true;
    return cell;
}

static struct cell laureate_cell(struct filling *f, const void *row)
{
    return own_laureate(f) ? (struct cell){.kind = CELL_EMPTY}
                           : cell_text(f, laureate_name(f, ((const struct correction *)row)->laureate.index));
}

static struct cell period_cell(struct filling *f, const void *row)
{
    return cell_text(f, period_short(f, ((const struct correction *)row)->period));
}

static struct cell value_cell(struct filling *f, const struct correction *c, struct str text)
{
    struct decimal value;
    const struct indicator *indicator = indicator_of(f, c->indicator.index);
    if (f->job->audience != AUDIENCE_INTERNAL)
        return (struct cell){.kind = CELL_EMPTY};
    if (!decimal_parse(text, &value))
        return cell_text(f, text);
    struct quantity q = {.is = true, .exact = true, .decimal = value, .approximate = decimal_double(value)};
    return (struct cell){.kind = CELL_NUMBER,
                         .number = q,
                         .unit = indicator->unit,
                         .decimals = (uint8_t)indicator_decimals(indicator),
                         .shown = quantity_shown(f, c->indicator.index, q)};
}

static struct cell old_cell(struct filling *f, const void *row)
{
    return value_cell(f, row, ((const struct correction *)row)->old);
}

static struct cell new_cell(struct filling *f, const void *row)
{
    return value_cell(f, row, ((const struct correction *)row)->replacement);
}

static struct cell reason_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct correction *)row)->reason);
}

static struct cell date_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct correction *)row)->date);
}

static const struct list_column columns[] = {
    {"column.indicator", ALIGN_START, indicator_cell}, {"column.laureate", ALIGN_START, laureate_cell},
    {"column.period", ALIGN_START, period_cell},       {"column.old", ALIGN_DECIMAL, old_cell},
    {"column.new", ALIGN_DECIMAL, new_cell},           {"column.why", ALIGN_START, reason_cell},
    {"column.corrected_on", ALIGN_START, date_cell},
};
static const struct listing corrections = {"corrections", "table.corrections", COLUMNS(columns)};

/* Of a period that the document shows: its own and the year before it. */
static bool is_shown(const struct filling *f, const struct correction *c)
{
    uint32_t own = own_laureate(f);
    if (!c->indicator.index || !indicator_visible(indicator_of(f, c->indicator.index), f->job->audience))
        return false;
    if (own && c->laureate.index != own)
        return false;
    struct period before = period_year_before(f->job->period);
    return period_is(c->period) && period_last_day(c->period).day <= period_last_day(f->job->period).day &&
           period_first_day(c->period).day >= period_first_day(before).day;
}

static void fill_corrections(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; period_is(f->job->period) && i < f->facts->corrections.count; i++)
        if (is_shown(f, &f->facts->corrections.at[i]))
            *PUSH(f->arena, &rows) = &f->facts->corrections.at[i];
    listing_add(f, &corrections, &rows, into);
}

const struct hole hole_corrections = {TEXT_OF("corrections"),
                                      TEXT_OF("corrections"),
                                      NULL,
                                      0,
                                      fill_corrections,
                                      TEXT_OF("corrected values, and why"),
                                      TEXT_OF("les valeurs corrigées, et pourquoi"),
                                      "corrections"};
