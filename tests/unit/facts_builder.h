/* Facts built by hand, for tests of the rooms that only read them. Laureates must be added in the order of their ids;
 * `facts_done` sorts the observations as `check` does. */
#ifndef FACTS_BUILDER_H
#define FACTS_BUILDER_H

#include "arena.h"
#include "measure/measure.h"

static inline struct period P(const char *name) {
    struct period period = {PERIOD_NONE, 0};
    assert_true(period_parse(str_of(name), 1, &period));
    return period;
}

static inline struct date
D(const char *iso) {
    struct date date = DATE_NONE;
    assert_true(date_parse(str_of(iso), &date));
    return date;
}

static inline struct maybe
M(const char *text) {
    struct decimal a;
    assert_true(decimal_parse(str_of(text), &a));
    return (struct maybe){true, {(int64_t)a.units, a.scale}};
}

static inline struct moment
day_of(const char *iso)
{
    return iso ? (struct moment){D(iso), D(iso), {PERIOD_NONE, 0}}
               : (struct moment){DATE_NONE, DATE_NONE, {PERIOD_NONE, 0}};
}

static inline struct facts *facts_new(const char *first_period, const char *cut_off)
{
    struct facts *facts = ARENA_NEW(arena, struct facts);
    facts->programme = (struct programme){.language = LANGUAGE_FR,
                                          .year_start = 1,
                                          .period = PERIOD_QUARTER,
                                          .suppress_below = 5,
                                          .complete = 100,
                                          .mention = 80,
                                          .partial = 50,
                                          .on_track = 90,
                                          .watch = 70};
    facts->first_period = P(first_period);
    facts->cut_off = D(cut_off);
    facts->last_ended = period_of_date(PERIOD_QUARTER, facts->cut_off, 1);
    if (period_last_day(facts->last_ended).day > facts->cut_off.day)
        facts->last_ended = period_next(facts->last_ended, -1);
    (void)PUSH(arena, &facts->indicators);
    (void)PUSH(arena, &facts->dimensions);
    (void)PUSH(arena, &facts->categories);
    (void)PUSH(arena, &facts->laureates);
    (void)PUSH(arena, &facts->notes);
    (void)PUSH(arena, &facts->crossings);
    return facts;
}

/* Fields that are not given get the defaults that `check` gives. */
static inline uint32_t indicator_add(struct facts *facts, struct indicator indicator)
{
    if (!indicator.scope)
        indicator.scope = SCOPE_SHARED;
    if (!indicator.frequency)
        indicator.frequency = (int)facts->programme.period;
    if (!indicator.counting)
        indicator.counting = COUNTING_OCCURRENCES;
    if (!indicator.about)
        indicator.about = indicator.type == TYPE_AMOUNT ? ABOUT_MONEY : ABOUT_PERSONS;
    if (!indicator.visibility)
        indicator.visibility = VISIBILITY_PUBLIC;
    if (!indicator.valid_from.first.day)
        indicator.valid_from = day_of(NULL);
    if (!indicator.valid_to.first.day)
        indicator.valid_to = day_of(NULL);
    indicator.series_break = day_of(NULL);
    *PUSH(arena, &facts->indicators) = indicator;
    return (uint32_t)facts->indicators.count - 1;
}

static inline struct laureate *laureate_add(struct facts *facts, const char *id)
{
    struct laureate *laureate = PUSH(arena, &facts->laureates);
    laureate->id = laureate->name = str_of(id);
    laureate->joined = laureate->left = day_of(NULL);
    return laureate;
}

static inline uint32_t laureate_index(const struct facts *facts, const char *id)
{
    for (uint32_t i = 1; id && i < facts->laureates.count; i++)
        if (str_equal(facts->laureates.at[i].id, str_of(id)))
            return i;
    return 0;
}

/* A dimension with categories a name each; returns the first category's index. */
static inline uint32_t dimension_add(struct facts *facts, const char *id, bool exclusive, size_t count,
                                     const char *const *names)
{
    uint32_t first = (uint32_t)facts->categories.count, dimension = (uint32_t)facts->dimensions.count;
    *PUSH(arena, &facts->dimensions) =
        (struct dimension){.id = str_of(id), .exclusive = exclusive, .first = first, .count = (uint32_t)count};
    for (size_t i = 0; i < count; i++) {
        *PUSH(arena, &facts->categories) = (struct category){.dimension = str_of(id),
                                                             .category = str_of(names[i]),
                                                             .label = str_of(names[i]),
                                                             .exclusive = exclusive ? ANSWER_YES : ANSWER_NO,
                                                             .dimension_index = dimension};
        *PUSH(arena, &facts->crossings) = (struct crossing){1, {first + (uint32_t)i, 0, 0, 0}};
    }
    return first;
}

/* The first category, women; men are the next. */
static inline uint32_t sexes_add(struct facts *facts)
{
    static const char *const names[] = {"femmes", "hommes"};
    return dimension_add(facts, "sexe", true, 2, names);
}

static inline void indicator_breakdown(struct facts *facts, uint32_t indicator, uint32_t dimension)
{
    struct indicator *row = &facts->indicators.at[indicator];
    row->dimension_indexes = ARENA_ARRAY(arena, uint32_t, 4);
    *PUSH(arena, &row->dimensions) = facts->dimensions.at[dimension].id;
    row->dimension_indexes[0] = dimension;
}

static inline void terms_add(struct terms *terms, uint32_t indicator, int sign)
{
    *PUSH(arena, terms) = (struct term){{STR_NONE, indicator}, sign};
}

static inline struct observation *observe_at(struct facts *facts, uint32_t indicator, const char *laureate,
                                             const char *period, const char *first, const char *second)
{
    static uint32_t line;
    struct observation *o = PUSH(arena, &facts->observations);
    struct period of = P(period);
    if (laureate)
        assert_true(laureate_index(facts, laureate) > 0);
    *o = (struct observation){.indicator = (uint16_t)indicator,
                              .laureate = laureate_index(facts, laureate),
                              .month = (int16_t)of.first,
                              .period_kind = (uint8_t)of.kind,
                              .file = 1,
                              .line = ++line,
                              .column = 3};
    if (!first || !strcmp(first, "nd")) {
        o->status = first ? STATUS_NOT_AVAILABLE : STATUS_EMPTY;
        return o;
    }
    if (!strcmp(first, "so") || !strcmp(first, "nc")) {
        o->status = first[0] == 's' ? STATUS_NOT_APPLICABLE : STATUS_WITHHELD;
        return o;
    }
    int type = facts->indicators.at[indicator].type;
    if (!strcmp(first, "yes") || !strcmp(first, "no")) {
        o->filled = first[0] == 'y' ? FILLED_YES : FILLED_NO;
        return o;
    }
    struct maybe a = M(first), b = second ? M(second) : (struct maybe){false, {0, 0}};
    o->first = a.number.units;
    o->first_scale = a.number.scale;
    o->second = b.number.units;
    o->second_scale = b.number.scale;
    o->filled = type == TYPE_RATIO ? FILLED_NUMERATOR : FILLED_VALUE;
    if (second)
        o->filled |= type == TYPE_RATIO ? FILLED_DENOMINATOR : FILLED_N;
    return o;
}

static inline void observe(struct facts *facts, uint32_t indicator, const char *laureate, const char *period,
                           const char *first)
{
    observe_at(facts, indicator, laureate, period, first, NULL);
}

/* The quarters of 2025; NULL: nothing was filed. */
static const char *const quarters_2025[] = {"2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"};

static inline void four(struct facts *facts, uint32_t indicator, const char *laureate, const char *a, const char *b,
                        const char *c, const char *d)
{
    const char *const values[] = {a, b, c, d};
    for (int q = 0; q < 4; q++)
        if (values[q])
            observe(facts, indicator, laureate, quarters_2025[q], values[q]);
}

static inline void observe_pair(struct facts *facts, uint32_t indicator, const char *laureate, const char *period,
                                const char *first, const char *second)
{
    observe_at(facts, indicator, laureate, period, first, second);
}

/* `category` is the index of a category; its crossing is found. */
static inline void observe_in(struct facts *facts, uint32_t indicator, const char *laureate, const char *period,
                              uint32_t category, const char *first)
{
    struct observation *o = observe_at(facts, indicator, laureate, period, first, NULL);
    for (uint32_t i = 1; i < facts->crossings.count; i++)
        if (facts->crossings.at[i].count == 1 && facts->crossings.at[i].category[0] == category)
            o->category = i;
}

static inline void target_set(struct facts *facts, uint32_t indicator, const char *laureate, const char *period,
                              const char *target, const char *baseline)
{
    struct target *row = PUSH(arena, &facts->targets);
    row->indicator.index = indicator;
    row->laureate = (struct ref){laureate ? str_of(laureate) : STR_NONE, laureate_index(facts, laureate)};
    row->period = P(period);
    row->target = M(target);
    if (baseline)
        row->baseline = M(baseline);
}

static inline int by_place(const void *a, const void *b)
{
    const struct observation *x = a, *y = b;
#define BY(field)                                                                                                      \
    if (x->field != y->field)                                                                                          \
    return x->field < y->field ? -1 : 1
    BY(laureate);
    BY(indicator);
    BY(category);
    BY(month);
    BY(period_kind);
    BY(first);
#undef BY
    return 0;
}

static inline struct measures *facts_done(struct facts *facts)
{
    if (facts->observations.count)
        qsort(facts->observations.at, facts->observations.count, sizeof *facts->observations.at, by_place);
    facts->laureate_error = ARENA_ARRAY(arena, bool, facts->laureates.count);
    return measure_prepare(arena, facts, 1, diagnostics_new(arena));
}

/* The figure of a key such as "entrees@programme/2025-Q1". */
static inline const struct figure *figure(const struct measures *measures, const char *text)
{
    struct figure_key key;
    assert_true(figure_key_parse(measure_facts(measures), str_of(text), &key));
    return measure_figure(arena, measures, key, AUDIENCE_INTERNAL);
}

static inline void shows(struct quantity quantity, const char *text)
{
    assert_string_equal(quantity.is ? quantity_text(arena, quantity).at : "", text);
}

#define NAMED(name) .id = STR(name), .label = STR(name)

#endif
