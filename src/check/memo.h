/* Answers already found, by the bytes of the question: rows repeat the same few names, mostly in the same order. One
 * question may push another out: its answer is then looked for again. Private to `check`. */
#ifndef CHECK_MEMO_H
#define CHECK_MEMO_H

#include "base/base.h"

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

/* Where the answer to `text` stands: where it is not known, the caller puts it there. A text that is too long to be
 * remembered is never known. */
int32_t *memo_answer(struct memo *memo, struct str text, bool *known);

#endif
