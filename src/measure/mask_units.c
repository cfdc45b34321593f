/* Which numbers of an indicator are sensitive, and the units in which all are integers. */
#include "mask_units.h"

#define LARGEST ((int64_t)1 << 60)

static bool of_persons(const struct indicator *indicator)
{
    bool counted = indicator->type == TYPE_RATIO || indicator->type == TYPE_MEAN || indicator->type == TYPE_SCORE;
    return indicator->about == ABOUT_PERSONS || (indicator->about == ABOUT_NONE && counted);
}

static void sensitive_terms(struct series *series)
{
    const struct gauge *gauge = series->gauge;
    for (size_t i = 0; i < gauge->term_count; i++)
        series->sensitive[i < gauge->numerator_count ? NUMBER_FIRST : NUMBER_SECOND] |=
            of_persons(gauge->terms[i]->indicator);
}

bool sensitive_fill(struct series *series)
{
    const struct indicator *indicator = series->gauge->indicator;
    bool persons = of_persons(indicator), added = indicator->type == TYPE_COUNT || indicator->type == TYPE_AMOUNT;
    enum parts parts = series->gauge->rule.parts;
    if (parts == PARTS_TERMS)
        sensitive_terms(series);
    else if (parts == PARTS_QUOTIENT || parts == PARTS_ANSWERS || (parts == PARTS_VALUE && added))
        series->sensitive[NUMBER_FIRST] = persons;
    if (parts == PARTS_QUOTIENT || parts == PARTS_WEIGHTED)
        series->sensitive[NUMBER_SECOND] = persons;
    series->sensitive[NUMBER_FLOW] = persons && series->gauge->rule.cumulative;
    series->dominated = parts == PARTS_VALUE && added && indicator->about == ABOUT_MONEY;
    series->answers = parts == PARTS_ANSWERS;
    return parts == PARTS_TERMS || parts == PARTS_QUOTIENT || parts == PARTS_WEIGHTED || series->answers ||
           (parts == PARTS_VALUE && added);
}

static int64_t power(unsigned exponent)
{
    int64_t value = 1;
    while (exponent--)
        value *= 10;
    return value;
}

struct walk walk_over(const struct gauge *gauge)
{
    return (struct walk){gauge, 0, gauge_rows(gauge, 0)};
}

const struct observation *walk_next(struct walk *walk)
{
    const struct facts *facts = walk->gauge->measures->facts;
    while (walk->rows.from == walk->rows.until) {
        if (++walk->laureate >= facts->laureates.count)
            return NULL;
        walk->rows = gauge_rows(walk->gauge, walk->laureate);
    }
    return &facts->observations.at[walk->rows.from++];
}

uint8_t units_scale(const struct gauge *gauge)
{
    struct walk walk = walk_over(gauge);
    uint8_t scale = 0;
    for (const struct observation *at; (at = walk_next(&walk)) != NULL;) {
        scale = at->first_scale > scale && gauge->rule.parts != PARTS_WEIGHTED ? at->first_scale : scale;
        scale = at->second_scale > scale ? at->second_scale : scale;
    }
    return scale;
}

/* Whether that is new. */
static bool raise_to(uint8_t *scales, uint32_t whole, uint32_t part)
{
    bool more = scales[part] > scales[whole];
    scales[whole] = more ? scales[part] : scales[whole];
    return more;
}

void units_raise(const struct measures *measures, uint8_t *scales)
{
    for (bool more = true; more;) {
        more = false;
        for (uint32_t i = 1; i < measures->facts->indicators.count; i++) {
            const struct gauge *gauge = &measures->gauges[i];
            const struct terms *parts = &gauge->indicator->made_of_terms;
            for (size_t t = 0; t < gauge->term_count; t++)
                more |= raise_to(scales, i, gauge->terms[t]->index);
            for (size_t t = 0; t < parts->count; t++)
                more |= raise_to(scales, i, parts->at[t].indicator.index);
        }
    }
}

void units_fill(struct series *series, const struct series *now)
{
    if (now) {
        series->unit = now->unit;
        series->threshold = now->threshold;
        series->too_large = now->too_large;
        return;
    }
    const struct indicator *indicator = series->gauge->indicator;
    const struct programme *programme = &series->gauge->measures->facts->programme;
    struct decimal k = decimal_int(programme->suppress_below);
    series->too_large = series->cells->scale > SCALE_MAX;
    series->unit = power(series->too_large ? 0 : series->cells->scale);
    if (indicator->suppress_below.is)
        k = decimal_of(indicator->suppress_below.number);
    series->threshold = (int64_t)decimal_round(k, 0).units * series->unit;
}

/* A number in the series' units, a mean of period ends to the nearest one; too large a number puts the whole series out
 * of reach. */
int64_t units_of(struct series *series, struct decimal value)
{
    struct decimal scaled = decimal_int(0);
    series->too_large |= !decimal_multiply(value, decimal_int(series->unit), &scaled);
    scaled = decimal_round(scaled, 0);
    series->too_large |= scaled.units > LARGEST || scaled.units < -LARGEST;
    return series->too_large ? 0 : (int64_t)scaled.units;
}
