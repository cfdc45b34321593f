#include "memo.h"

#include <string.h>

#define TEXT_MAX (MEMO_WORDS * sizeof(uint64_t) - 1)

/* False where the text is empty, or too long. */
static bool question_of(struct str text, struct question *question)
{
    *question = (struct question){{0}};
    if (!text.length || text.length > TEXT_MAX)
        return false;
    memcpy(question->word, text.at, text.length);
    ((unsigned char *)question->word)[TEXT_MAX] = (unsigned char)text.length;
    return true;
}

static size_t slot_of(const struct question *question)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < MEMO_WORDS; i++)
        hash = (hash ^ question->word[i]) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)((hash ^ hash >> 32) >> 16) % MEMO_SLOTS;
}

static bool same(const struct question *a, const struct question *b)
{
    uint64_t differ = 0;
    for (size_t i = 0; i < MEMO_WORDS; i++)
        differ |= a->word[i] ^ b->word[i];
    return !differ;
}

bool memo_find(const struct memo *memo, struct str text, int32_t answer[static 2])
{
    struct question question;
    if (!question_of(text, &question))
        return false;
    size_t slot = slot_of(&question);
    if (!same(&memo->at[slot].question, &question))
        return false;
    answer[0] = memo->at[slot].answer[0];
    answer[1] = memo->at[slot].answer[1];
    return true;
}

void memo_keep(struct memo *memo, struct str text, const int32_t answer[static 2])
{
    struct question question;
    if (!question_of(text, &question))
        return;
    size_t slot = slot_of(&question);
    memo->at[slot].question = question;
    memo->at[slot].answer[0] = answer[0];
    memo->at[slot].answer[1] = answer[1];
}
