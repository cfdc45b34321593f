/* The table of legal aggregation (one row a type and nature): how a laureate's observations become one over time, and
 * how laureates become a total. A declared choice replaces the row's only where the row allows it. */
#ifndef MEASURE_RULES_H
#define MEASURE_RULES_H

#include "model/model.h"

enum time_rule {
    TIME_NONE,  /* no value over several sub-periods */
    TIME_SUM,   /* sums; of both parts for a ratio or a mean */
    TIME_LAST,  /* the last due sub-period, never an earlier one */
    TIME_MEAN,  /* mean of the period ends */
    TIME_DATED, /* the latest dated value, said with its date */
    TIME_SPAN,  /* unique persons: the yearly count, else between the largest and the sum */
    TIME_LATEST /* unique over the year: the yearly count, else the last known */
};

enum group_rule {
    GROUP_NONE,
    GROUP_SUM,
    GROUP_SPAN,     /* unique over the programme: between the largest laureate and the sum */
    GROUP_QUOTIENT, /* sum of first parts over sum of second parts */
    GROUP_SIMPLE,   /* simple mean of the laureates' means */
    GROUP_MEDIAN,   /* least, median and greatest of the laureates' values */
    GROUP_SHARES,   /* distribution of answers */
    GROUP_YES,      /* number of yes */
    GROUP_LIST      /* texts */
};

/* What an observation must hold to be one. */
enum parts { PARTS_VALUE, PARTS_QUOTIENT, PARTS_WEIGHTED, PARTS_ANSWERS, PARTS_YES, PARTS_TEXT, PARTS_TERMS };

struct rule {
    enum time_rule time;
    enum group_rule group;
    enum parts parts;
    bool cumulative;    /* year_to_date, to_date: the period's own flow is a difference */
    bool keeps;         /* to_date: a laureate that left keeps its last level */
    bool same_date;     /* point: laureates are added for one date only */
    bool unique;        /* sums over laureates are without deduplication */
    bool flow;          /* progress towards a target is a sum over its period */
    bool plain_time;    /* means over time weigh each sub-period alike, whatever its n */
    bool quotient;      /* a value is one sum divided by another */
    bool by_difference; /* changes are differences in the unit, not fractions */
};

struct rule rule_of(const struct indicator *indicator);
/* The words of the choice that holds, declared or by default. */
struct str rule_time_words(const struct indicator *indicator, enum language language);
struct str rule_group_words(const struct indicator *indicator, enum language language);

#endif
