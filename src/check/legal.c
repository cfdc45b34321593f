/* How each kind of indicator may be aggregated. One row a kind; the first that fits rules. */
#include "work.h"

#define BIT(value) (1u << (value))
#define ANY 0xFFFFFFFFu
#define COUNTED (BIT(TYPE_COUNT) | BIT(TYPE_AMOUNT))
#define NONE BIT(OVER_NONE)
#define POINT BIT(NATURE_POINT)

/* Which natures a kind may declare; the first row that fits rules. `needed`: one of them must be. */
static const struct kind {
    unsigned types, countings;
    unsigned natures;
    bool needed;
} kinds[] = {
    {BIT(TYPE_COUNT), BIT(COUNTING_UNIQUE_PERIOD), BIT(NATURE_FLOW) | POINT, true},
    {COUNTED, ANY, ANY, true},
    {BIT(TYPE_RATIO), ANY, ANY, false},
    {BIT(TYPE_MEAN), ANY, BIT(NATURE_FLOW) | POINT, false},
    {ANY, ANY, POINT, false},
};

static const struct rule {
    unsigned types, natures, countings; /* which indicators: sets of bits */
    unsigned laureates, time;           /* sets of enum over that they may declare */
} rules[] = {
    {BIT(TYPE_COUNT), ANY, BIT(COUNTING_UNIQUE_PERIOD), BIT(OVER_SUM) | NONE, NONE},
    {BIT(TYPE_COUNT), ANY, BIT(COUNTING_UNIQUE_YEAR), BIT(OVER_SUM) | NONE, BIT(OVER_LAST) | NONE},
    {BIT(TYPE_COUNT), ANY, BIT(COUNTING_UNIQUE_PROGRAMME), NONE, BIT(OVER_LAST) | NONE},
    {COUNTED, BIT(NATURE_FLOW), ANY, BIT(OVER_SUM) | NONE, BIT(OVER_SUM)},
    {COUNTED, BIT(NATURE_STOCK), ANY, BIT(OVER_SUM) | NONE, BIT(OVER_LAST) | BIT(OVER_MEAN)},
    {COUNTED, BIT(NATURE_YEAR_TO_DATE) | BIT(NATURE_TO_DATE), ANY, BIT(OVER_SUM) | NONE, BIT(OVER_LAST)},
    {COUNTED, BIT(NATURE_POINT), ANY, BIT(OVER_SUM) | NONE, NONE},
    {BIT(TYPE_RATIO), BIT(NATURE_POINT), ANY, NONE, NONE},
    {BIT(TYPE_RATIO), ANY, ANY, NONE, 0},
    {BIT(TYPE_MEAN), BIT(NATURE_POINT), ANY, BIT(OVER_MEAN) | BIT(OVER_SIMPLE_MEAN) | NONE, NONE},
    {BIT(TYPE_MEAN), ANY, ANY, BIT(OVER_MEAN) | BIT(OVER_SIMPLE_MEAN) | NONE, BIT(OVER_MEAN) | BIT(OVER_SIMPLE_MEAN)},
    {BIT(TYPE_MEDIAN), ANY, ANY, NONE | BIT(OVER_DISTRIBUTION), NONE},
    {BIT(TYPE_SCORE), ANY, ANY, BIT(OVER_DISTRIBUTION) | NONE, BIT(OVER_DISTRIBUTION) | BIT(OVER_LAST)},
    {BIT(TYPE_YES_NO) | BIT(TYPE_MILESTONE), ANY, ANY, BIT(OVER_SUM) | NONE, BIT(OVER_LAST)},
    {BIT(TYPE_TEXT) | BIT(TYPE_VALUE), ANY, ANY, NONE, NONE},
};

static const struct rule *rule_of(const struct indicator *indicator)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].types & BIT(indicator->type) && rules[i].natures & BIT(indicator->nature) &&
            rules[i].countings & BIT(indicator->counting))
            return &rules[i];
    return NULL;
}

/* The words of the legal choices, in the programme's language; an empty cell always is one. */
static struct str legal_words(struct check *check, const struct column *column, unsigned legal)
{
    enum language language = check->facts->programme.language;
    struct buffer words = {.arena = check->scratch};
    for (const struct choice *c = column->choices; c->value; c++)
        if (legal & BIT(c->value)) {
            buffer_add(&words, words.count ? STR(", ") : STR_NONE);
            buffer_add(&words, language == LANGUAGE_FR ? c->fr : c->en);
        }
    return buffer_str(&words);
}

static void check_choice(struct check *check, struct indicator *indicator, const char *name, int *declared,
                         unsigned legal)
{
    const struct column *columns = input_kind("indicators")->columns;
    if (*declared == OVER_DEFAULT || legal & BIT(*declared))
        return;
    const struct column *column = &columns[column_find(columns, str_of(name))];
    struct str header = column_name(column, check->facts->programme.language);
    struct place place = row_place(&indicator->row, columns, name);
    if (legal)
        REPORT(check->diagnostics, place, MSG_illegal_aggregation,
               {indicator->id, header, legal_words(check, column, legal)});
    else
        REPORT(check->diagnostics, place, MSG_aggregation_fixed, {indicator->id, header});
    *declared = OVER_DEFAULT;
}

static const struct kind *kind_of(const struct indicator *indicator)
{
    const struct kind *kind = kinds;
    while (!(kind->types & BIT(indicator->type) && kind->countings & BIT(indicator->counting)))
        kind++;
    return kind;
}

/* An illegal nature is replaced by one that the rules know, so that what follows makes sense. */
static void check_nature(struct check *check, struct indicator *indicator)
{
    const struct column *columns = input_kind("indicators")->columns;
    const struct column *column = &columns[column_find(columns, STR("nature"))];
    const struct kind *kind = kind_of(indicator);
    struct place place = row_place(&indicator->row, columns, "nature");
    bool of_terms = indicator->type == TYPE_RATIO && indicator->numerator.length && indicator->nature;
    bool legal = !indicator->nature || kind->natures & BIT(indicator->nature);
    if (legal && !of_terms)
        return;
    if (of_terms)
        REPORT(check->diagnostics, place, MSG_nature_of_terms, {indicator->id});
    else
        REPORT(check->diagnostics, place, kind->needed ? MSG_illegal_nature : MSG_nature_not_needed,
               {indicator->id, legal_words(check, column, kind->natures)});
    indicator->nature = kind->needed ? NATURE_FLOW : indicator->type == TYPE_VALUE ? NATURE_POINT : NATURE_NONE;
}

void indicators_legal(struct check *check)
{
    struct indicators *list = &check->facts->indicators;
    const struct column *columns = input_kind("indicators")->columns;
    for (size_t i = 1; i < list->count; i++) {
        struct indicator *indicator = &list->at[i];
        if (indicator->counting != COUNTING_OCCURRENCES && indicator->type != TYPE_COUNT) {
            REPORT(check->diagnostics, row_place(&indicator->row, columns, "counting"), MSG_counting_not_count,
                   {indicator->id});
            indicator->counting = COUNTING_OCCURRENCES;
        }
        check_nature(check, indicator);
        const struct rule *rule = rule_of(indicator);
        check_choice(check, indicator, "over_laureates", &indicator->over_laureates, rule ? rule->laureates : ANY);
        /* Means over time are simple where those over laureates are: nothing else would weigh them. */
        bool plain = indicator->over_laureates == OVER_SIMPLE_MEAN;
        unsigned time = rule ? rule->time & ~(plain ? 0 : BIT(OVER_SIMPLE_MEAN)) : ANY;
        check_choice(check, indicator, "over_time", &indicator->over_time, time);
    }
}
