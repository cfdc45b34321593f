/* Private to what looks for masked numbers in texts: the words of one text, and of whom and when it speaks. */
#ifndef MEASURE_TOLD_WORDS_H
#define MEASURE_TOLD_WORDS_H

#include "told.h"

struct told_word {
    struct str text; /* folded */
    struct place place;
    int64_t number; /* -1: none */
    uint32_t sentence;
};
struct told_words {
    struct told_word *at;
    size_t count, capacity;
};

/* What an indicator, or one of its categories, counts. */
struct told_noun {
    uint32_t indicator, place; /* the category's, among the cells of the indicator */
    struct str noun;           /* folded */
};
struct told_nouns {
    struct told_noun *at;
    size_t count, capacity;
};

struct telling {
    const struct measures *measures;
    struct diagnostics *diagnostics;
    struct arena *scratch;
    struct told_nouns nouns; /* of the indicators that outsiders see */
    struct str (*names)[2];  /* by laureate, folded */
    bool *wanted;            /* only notes of which indicators a text may speak; else NULL */
    bool *about;             /* by laureate; first the programme */
    struct period period;    /* none: any */
    struct told_words words;
    uint32_t sentence;
};

/* Adds the words of a text to those that are compared together. */
void told_add(struct telling *t, struct str text, struct place place);
void told_add_nodes(struct telling *t, const struct node *text);
/* Folds once what every text is compared with. */
void told_open(struct telling *t);
/* The words hold this folded name, all of it. */
bool told_names(const struct telling *t, struct str folded);
/* Warns of the numbers among the words that are a masked figure's, of those whom the text is about; forgets them. */
void told_compare(struct telling *t);

#endif
