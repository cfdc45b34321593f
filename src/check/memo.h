/* Answers already found, by the bytes of the question: rows repeat the same few names, mostly in the same order. One
 * question may push another out: its answer is then looked for again. Private to `check`. */
#ifndef CHECK_MEMO_H
#define CHECK_MEMO_H

#include "base/base.h"

#include <string.h>

#define MEMO_SLOTS 1024

/* The text's bytes, some of them twice. */
struct question {
    uint64_t a, b, c, d;
    size_t length;
};
/* All zeros to begin with. */
struct memo {
    struct {
        struct question question;
        int32_t answer[2];
        size_t next; /* where the question stood that came after this one the last time */
    } at[MEMO_SLOTS];
    size_t last; /* where the last question stands */
    int32_t aside[2];
};

static inline uint64_t memo_four_at(const char *at)
{
    uint32_t word;
    memcpy(&word, at, sizeof word);
    return word;
}
static inline uint64_t memo_eight_at(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}
/* The lengths of nearly all names. */
static inline bool memo_is(const struct question *q, struct str text)
{
    const char *at = text.at, *end = text.at + text.length;
    if (q->length != text.length || text.length < 4 || text.length > 16)
        return false;
    return text.length < 8 ? q->a == memo_four_at(at) && q->b == memo_four_at(end - 4)
                           : q->a == memo_eight_at(at) && q->b == memo_eight_at(end - 8);
}

int32_t *memo_search(struct memo *memo, struct str text, bool *known);

/* Where the answer to `text` stands: where it is not known, the caller puts it there. A text that is too long to be
 * remembered is never known. What came next the last time is looked at first. */
static inline int32_t *memo_answer(struct memo *memo, struct str text, bool *known)
{
    size_t next = memo->at[memo->last].next;
    if (!memo_is(&memo->at[next].question, text))
        return memo_search(memo, text, known);
    memo->last = next;
    *known = true;
    return memo->at[next].answer;
}

#endif
