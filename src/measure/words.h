/* The sentences by which a figure is explained, and numbers in them, in the programme's language. */
#ifndef MEASURE_WORDS_H
#define MEASURE_WORDS_H

#include "measure.h"

enum sentence {
    SENTENCE_RULE,
    SENTENCE_RULE_ALONE,
    SENTENCE_CATEGORY,
    SENTENCE_SUM,
    SENTENCE_LAST,
    SENTENCE_DATED,
    SENTENCE_ROW,
    SENTENCE_KEPT,
    SENTENCE_MEAN_OF_ENDS,
    SENTENCE_QUOTIENT,
    SENTENCE_QUOTIENT_PLAIN,
    SENTENCE_SIMPLE,
    SENTENCE_MEDIAN,
    SENTENCE_RANGE,
    SENTENCE_FLOW,
    SENTENCE_FLOW_FROM_ZERO,
    SENTENCE_SINCE,
    SENTENCE_OPAQUE,
    SENTENCE_YES,
    SENTENCE_ANSWER,
    SENTENCE_OWN,
    SENTENCE_OWN_INSTEAD,
    SENTENCE_NOT_DUE,
    SENTENCE_NOT_ASKED,
    SENTENCE_NO_TOTAL,
    SENTENCE_TOO_FEW,
    SENTENCE_NOT_APPLICABLE,
    SENTENCE_BASIS,
    SENTENCE_BASIS_SLOTS,
    SENTENCE_PROGRESS,
    SENTENCE_PROGRESS_FLOW,
    SENTENCE_CHANGE,
    SENTENCE_CHANGE_POINTS,
    SENTENCE_BROKEN,
    SENTENCE_LIKE_FOR_LIKE,
    SENTENCE_LIKE_FOR_LIKE_ONE,
    SENTENCE_MORE,
    SENTENCE_COUNT
};

/* The sentence with its words: {1} to {5}. */
struct sentence_words {
    struct str word[5];
};
#define SAY(out, language, sentence, ...)                                                                              \
    sentence_add((out), (language), (sentence), (struct sentence_words){{__VA_ARGS__}})
void sentence_add(struct buffer *out, enum language language, enum sentence sentence, struct sentence_words words);

/* Thousands set apart, the language's decimal mark; at most six places, then "…". */
struct str number_words(struct arena *arena, enum language language, struct quantity number);
struct str decimal_words(struct arena *arena, enum language language, struct decimal number);
struct str period_words(struct arena *arena, enum language language, struct period period, int year_start);
struct str date_words(struct arena *arena, enum language language, struct date date);

#endif
