#include "rules.h"

#define BIT(value) (1u << (value))
#define ANY (~0u)
#define ADDED (BIT(TYPE_COUNT) | BIT(TYPE_AMOUNT))
#define CUMULATIVE (BIT(NATURE_YEAR_TO_DATE) | BIT(NATURE_TO_DATE))
#define PLAIN (BIT(COUNTING_NONE) | BIT(COUNTING_OCCURRENCES))

#define WORDS(french, english)                                                                                         \
    {                                                                                                                  \
        TEXT_OF(french), TEXT_OF(english)                                                                              \
    }

#define SUMMED WORDS("somme sur la période", "summed over the period")
#define LASTED WORDS("dernière sous-période échue", "last due sub-period")
#define DATED WORDS("dernière valeur datée", "latest dated value")
#define ADDED_UP WORDS("somme des lauréats", "sum over laureates")
#define NO_DUPLICATES                                                                                                  \
    WORDS("somme des lauréats, sans dédoublonnage entre lauréats",                                                     \
          "sum over laureates, without deduplication between them")
#define QUOTIENT                                                                                                       \
    WORDS("somme des numérateurs sur somme des dénominateurs, chez les lauréats qui ont donné les deux",               \
          "sum of numerators over sum of denominators, for the laureates that gave both")
#define YESES WORDS("nombre de oui sur nombre attendu", "number of yes over number expected")

struct rule_row {
    unsigned types, natures, countings; /* bits, 1 << value */
    enum time_rule time;
    enum group_rule group;
    struct str time_words[LANGUAGE_COUNT], group_words[LANGUAGE_COUNT];
};

static const struct rule_row rows[] = {
    {BIT(TYPE_COUNT), ANY, BIT(COUNTING_UNIQUE_YEAR), TIME_LATEST, GROUP_SUM,
     WORDS("compte annuel du lauréat, sinon le dernier connu", "the laureate’s yearly count, else the last known"),
     NO_DUPLICATES},
    {BIT(TYPE_COUNT), BIT(NATURE_FLOW), BIT(COUNTING_UNIQUE_PERIOD), TIME_SPAN, GROUP_SUM,
     WORDS("compte annuel du lauréat, sinon entre le plus grand et la somme",
           "the laureate’s yearly count, else between the largest and the sum"),
     NO_DUPLICATES},
    {BIT(TYPE_COUNT), BIT(NATURE_FLOW), BIT(COUNTING_UNIQUE_PROGRAMME), TIME_SUM, GROUP_SPAN, SUMMED,
     WORDS("compte de la coordination, sinon entre le plus grand lauréat et la somme",
           "the coordination’s count, else between the largest laureate and the sum")},
    {BIT(TYPE_COUNT), CUMULATIVE | BIT(NATURE_STOCK), BIT(COUNTING_UNIQUE_PROGRAMME), TIME_LAST, GROUP_SPAN, LASTED,
     WORDS("compte de la coordination, sinon entre le plus grand lauréat et la somme",
           "the coordination’s count, else between the largest laureate and the sum")},
    {ADDED, BIT(NATURE_FLOW), PLAIN, TIME_SUM, GROUP_SUM, SUMMED, ADDED_UP},
    {ADDED, BIT(NATURE_STOCK), ANY, TIME_LAST, GROUP_SUM, LASTED, ADDED_UP},
    {ADDED, CUMULATIVE, ANY, TIME_LAST, GROUP_SUM, LASTED, ADDED_UP},
    {ADDED, BIT(NATURE_POINT), ANY, TIME_DATED, GROUP_SUM, DATED,
     WORDS("somme des lauréats à une même date", "sum over laureates on one date")},
    {BIT(TYPE_RATIO), BIT(NATURE_FLOW) | BIT(NATURE_NONE), ANY, TIME_SUM, GROUP_QUOTIENT,
     WORDS("chaque partie selon sa nature, puis la division", "each part by its own nature, then the division"),
     QUOTIENT},
    {BIT(TYPE_RATIO), BIT(NATURE_STOCK), ANY, TIME_LAST, GROUP_QUOTIENT, LASTED, QUOTIENT},
    {BIT(TYPE_RATIO), CUMULATIVE, ANY, TIME_LAST, GROUP_QUOTIENT, LASTED, QUOTIENT},
    {BIT(TYPE_RATIO), BIT(NATURE_POINT), ANY, TIME_DATED, GROUP_QUOTIENT, DATED, QUOTIENT},
    {BIT(TYPE_MEAN), BIT(NATURE_POINT), ANY, TIME_DATED, GROUP_QUOTIENT, DATED,
     WORDS("moyenne pondérée par les effectifs", "mean weighted by numbers")},
    {BIT(TYPE_MEAN), ANY, ANY, TIME_SUM, GROUP_QUOTIENT,
     WORDS("moyenne pondérée par les effectifs", "mean weighted by numbers"),
     WORDS("moyenne pondérée par les effectifs", "mean weighted by numbers")},
    {BIT(TYPE_MEDIAN), ANY, ANY, TIME_NONE, GROUP_MEDIAN,
     WORDS("aucune agrégation dans le temps", "no aggregation over time"),
     WORDS("plus petite valeur, médiane et plus grande valeur des lauréats",
           "least, median and greatest of the laureates’ values")},
    {BIT(TYPE_SCORE), ANY, ANY, TIME_LAST, GROUP_SHARES, LASTED,
     WORDS("répartition des réponses", "distribution of answers")},
    {BIT(TYPE_YES_NO) | BIT(TYPE_MILESTONE), BIT(NATURE_POINT), ANY, TIME_DATED, GROUP_YES, DATED, YESES},
    {BIT(TYPE_YES_NO) | BIT(TYPE_MILESTONE), ANY, ANY, TIME_LAST, GROUP_YES, LASTED, YESES},
    {BIT(TYPE_TEXT), ANY, ANY, TIME_LAST, GROUP_LIST, LASTED, WORDS("liste", "list")},
    {BIT(TYPE_VALUE), ANY, ANY, TIME_DATED, GROUP_NONE, DATED,
     WORDS("aucun total : la valeur du programme est celle que la coordination publie",
           "no total: the programme’s value is the one the coordination publishes")},
    {ANY, ANY, ANY, TIME_NONE, GROUP_NONE, WORDS("aucune agrégation dans le temps", "no aggregation over time"),
     WORDS("aucun total", "no total")},
};

/* Never NULL: the last row, where nothing is added, stands for what has no legal aggregation. */
static const struct rule_row *rule_row(const struct indicator *indicator)
{
    const struct rule_row *row = rows;
    while (!(row->types & BIT(indicator->type) && row->natures & BIT(indicator->nature) &&
             row->countings & BIT(indicator->counting)))
        row++;
    return row;
}

static enum parts parts_of(const struct indicator *indicator)
{
    switch (indicator->type) {
    case TYPE_RATIO:
        return indicator->numerator_terms.count ? PARTS_TERMS : PARTS_QUOTIENT;
    case TYPE_MEAN:
        return PARTS_WEIGHTED;
    case TYPE_SCORE:
        return PARTS_ANSWERS;
    case TYPE_YES_NO:
    case TYPE_MILESTONE:
        return PARTS_YES;
    case TYPE_TEXT:
        return PARTS_TEXT;
    default:
        return PARTS_VALUE;
    }
}

/* An illegal choice was reported by `check` and taken out: what is declared here may be declared. */
static enum time_rule time_of(const struct rule_row *row, int declared)
{
    if (declared == OVER_NONE)
        return row->time == TIME_DATED ? TIME_DATED : TIME_NONE;
    return declared == OVER_MEAN && row->time == TIME_LAST ? TIME_MEAN : row->time;
}

static enum group_rule group_of(const struct rule_row *row, int declared)
{
    return declared == OVER_NONE ? GROUP_NONE : declared == OVER_SIMPLE_MEAN ? GROUP_SIMPLE : row->group;
}

struct rule rule_of(const struct indicator *indicator)
{
    const struct rule_row *row = rule_row(indicator);
    bool added = BIT(indicator->type) & ADDED;
    enum parts parts = parts_of(indicator);
    return (struct rule){
        .time = time_of(row, indicator->over_time),
        .group = indicator->scope == SCOPE_OWN ? GROUP_NONE : group_of(row, indicator->over_laureates),
        .parts = parts,
        .cumulative = added && BIT(indicator->nature) & CUMULATIVE,
        .keeps = added && indicator->nature == NATURE_TO_DATE,
        .same_date = indicator->nature == NATURE_POINT,
        .unique = indicator->counting == COUNTING_UNIQUE_PERIOD || indicator->counting == COUNTING_UNIQUE_YEAR,
        .flow = added && indicator->nature == NATURE_FLOW,
        .plain_time = indicator->type == TYPE_MEAN && indicator->over_time == OVER_SIMPLE_MEAN,
        .quotient = parts == PARTS_QUOTIENT || parts == PARTS_TERMS || parts == PARTS_WEIGHTED,
        .by_difference = !added,
    };
}

struct str rule_time_words(const struct indicator *indicator, enum language language)
{
    static const struct str mean[] = WORDS("moyenne des fins de sous-période", "mean of the sub-period ends");
    static const struct str none[] = WORDS("aucune agrégation dans le temps", "no aggregation over time");
    enum time_rule time = rule_of(indicator).time;
    const struct rule_row *row = rule_row(indicator);
    return time == row->time ? row->time_words[language] : time == TIME_MEAN ? mean[language] : none[language];
}

struct str rule_group_words(const struct indicator *indicator, enum language language)
{
    static const struct str simple[] =
        WORDS("moyenne simple des lauréats, sans pondération", "simple mean of the laureates, not weighted");
    static const struct str none[] = WORDS("aucun total", "no total");
    enum group_rule group = rule_of(indicator).group;
    const struct rule_row *row = rule_row(indicator);
    return group == row->group ? row->group_words[language] : group == GROUP_SIMPLE ? simple[language] : none[language];
}
