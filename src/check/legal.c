/* How each kind of indicator may be aggregated. One row a kind; the first that fits rules. */
#include "work.h"

#define BIT(value) (1u << (value))
#define ANY 0xFFFFFFFFu
#define COUNTED (BIT(TYPE_COUNT) | BIT(TYPE_AMOUNT))
#define NONE BIT(OVER_NONE)

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
        const struct rule *rule = rule_of(indicator);
        check_choice(check, indicator, "over_laureates", &indicator->over_laureates, rule ? rule->laureates : ANY);
        check_choice(check, indicator, "over_time", &indicator->over_time, rule ? rule->time : ANY);
    }
}
