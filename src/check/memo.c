#include "memo.h"

#include <string.h>

static uint64_t four_at(const char *at)
{
    uint32_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

static uint64_t eight_at(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* Words that overlap where the text is no multiple of them: with its length they hold all of it, and loading whole
 * words is several times faster than copying a few bytes. False where the text is empty, or too long. */
static bool question_of(struct str text, struct question *question)
{
    const char *at = text.at, *end = text.at + text.length;
    *question = (struct question){.length = text.length};
    if (!text.length || text.length > MEMO_WORDS * sizeof(uint64_t))
        return false;
    if (text.length < 4) {
        question->word[0] = (uint64_t)(unsigned char)at[0] << 16 | (uint64_t)(unsigned char)at[text.length / 2] << 8 |
                            (unsigned char)end[-1];
    } else if (text.length < 8) {
        question->word[0] = four_at(at) << 32 | four_at(end - 4);
    } else {
        question->word[0] = eight_at(at);
        question->word[1] = eight_at(end - 8);
    }
    if (text.length > 16) {
        question->word[2] = eight_at(at + 8);
        question->word[3] = eight_at(end - 16);
    }
    return true;
}

static size_t slot_of(const struct question *question)
{
    uint64_t hash = question->length;
    for (size_t i = 0; i < MEMO_WORDS; i++)
        hash = (hash ^ question->word[i]) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)((hash ^ hash >> 32) >> 16) % MEMO_SLOTS;
}

static bool same(const struct question *a, const struct question *b)
{
    uint64_t differ = a->length ^ b->length;
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
