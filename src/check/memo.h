/* Answers already found, by the bytes of the question: rows repeat the same few names. A question that is too long is
 * never remembered, and one may push another out: an answer that is not known is looked for again. Private to `check`.
 */
#ifndef CHECK_MEMO_H
#define CHECK_MEMO_H

#include "base/base.h"

#define MEMO_SLOTS 512
#define MEMO_WORDS 4

struct question {
    uint64_t word[MEMO_WORDS]; /* the text's bytes, some of them twice */
    size_t length;
};
/* All zeros to begin with. */
struct memo {
    struct {
        struct question question;
        int32_t answer[2];
    } at[MEMO_SLOTS];
};

bool memo_find(const struct memo *memo, struct str text, int32_t answer[static 2]);
void memo_keep(struct memo *memo, struct str text, const int32_t answer[static 2]);

#endif
