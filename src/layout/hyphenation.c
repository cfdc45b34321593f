/* Word breaks by libhyphen's dictionaries, remembered from one document to the next: the same few thousand words
 * make every synthesis. What is remembered never changes an answer. */
#include "hyphenation.h"

#include <hyphen.h>
#include <string.h>

#define LETTERS_BEFORE 2
#define LETTERS_AFTER 3
#define WORD_BYTES 96
#define REMEMBERED 8192 /* then forgotten all at once */

struct remembered {
    struct str word;
    enum language language;
    uint8_t count;
    uint16_t at[HYPHENS_MAX];
};

struct hyphenator {
    HyphenDict *dictionary[LANGUAGE_COUNT];
    struct arena *arena;
    struct arena_mark empty;
    struct remembered **slots; /* 2 * REMEMBERED */
    size_t count;
};

struct hyphenator *layout_hyphenator(struct arena *run, struct str folder)
{
    static const struct str names[LANGUAGE_COUNT] = {
        [LANGUAGE_FR] = TEXT_OF("hyph_fr.dic"), [LANGUAGE_EN] = TEXT_OF("hyph_en_US.dic")};
    struct hyphenator *hyphenator = ARENA_NEW(run, struct hyphenator);
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        struct str path = str_print(run, "%.*s/%.*s", STR_ARG(folder), STR_ARG(names[i]));
        hyphenator->dictionary[i] = hnj_hyphen_load(path.at);
    }
    hyphenator->arena = arena_new();
    hyphenator->slots = ARENA_ARRAY(hyphenator->arena, struct remembered *, 2 * REMEMBERED);
    hyphenator->empty = arena_mark(hyphenator->arena);
    return hyphenator;
}

void layout_hyphenator_close(struct hyphenator *hyphenator)
{
    if (!hyphenator)
        return;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (hyphenator->dictionary[i])
            hnj_hyphen_free(hyphenator->dictionary[i]);
    arena_free(hyphenator->arena);
}

bool layout_hyphenator_has(const struct hyphenator *hyphenator, enum language language)
{
    return hyphenator && hyphenator->dictionary[language];
}

/* The dictionaries are in small letters; of those they know, a small letter has as many bytes as its capital. */
static uint32_t rune_small(uint32_t rune)
{
    if (!rune_is_capital(rune))
        return rune;
    return rune < 0x100 ? rune + 0x20 : rune + 1;
}

/* Breaks of one stretch of small letters, as positions from its start. */
static size_t word_breaks(HyphenDict *dictionary, struct str word, size_t letters, uint16_t *at, size_t most)
{
    char hyphens[WORD_BYTES + 5] = {0};
    char **rep = NULL;
    int *pos = NULL, *cut = NULL;
    if (hnj_hyphen_hyphenate2(dictionary, word.at, (int)word.length, hyphens, NULL, &rep, &pos, &cut) != 0)
        return 0;
    size_t count = 0, letter = 0;
    for (size_t byte = 0; byte < word.length && count < most;) {
        (void)utf8_next(word, &byte);
        letter++;
        /* The answer counts letters, not bytes. */
        if ((hyphens[letter - 1] & 1) && letter >= LETTERS_BEFORE && letters - letter >= LETTERS_AFTER)
            at[count++] = (uint16_t)byte;
    }
    return count;
}

/* The stretch of letters that starts at `from`: its end, how many they are, and whether all are capitals. */
static size_t letters_end(struct str piece, size_t from, struct buffer *small, size_t *letters, bool *capitals)
{
    size_t at = from;
    *letters = 0;
    *capitals = true;
    while (at < piece.length) {
        size_t next = at;
        uint32_t rune = utf8_next(piece, &next);
        if (!rune_is_letter(rune))
            break;
        *capitals = *capitals && rune_is_capital(rune);
        buffer_rune(small, rune_small(rune));
        at = next;
        ++*letters;
    }
    return at;
}

static void piece_breaks(struct hyphenator *hyphenator, struct remembered *piece)
{
    for (size_t from = 0; from < piece->word.length;) {
        struct buffer small = {.arena = hyphenator->arena};
        size_t letters, count = piece->count;
        bool capitals;
        size_t end = letters_end(piece->word, from, &small, &letters, &capitals);
        if (letters >= LETTERS_BEFORE + LETTERS_AFTER && !capitals && small.count <= WORD_BYTES)
            count += word_breaks(hyphenator->dictionary[piece->language], buffer_str(&small), letters,
                                 piece->at + count, HYPHENS_MAX - count);
        for (; piece->count < count; piece->count++)
            piece->at[piece->count] = (uint16_t)(piece->at[piece->count] + from);
        if (end == from)
            (void)utf8_next(piece->word, &end);
        from = end;
    }
}

static struct remembered **slot_find(struct hyphenator *hyphenator, enum language language, struct str piece)
{
    uint32_t hash = 2166136261u + language;
    for (size_t i = 0; i < piece.length; i++)
        hash = (hash ^ (unsigned char)piece.at[i]) * 16777619u;
    for (size_t i = hash % (2 * REMEMBERED);; i = (i + 1) % (2 * REMEMBERED)) {
        struct remembered *there = hyphenator->slots[i];
        if (!there || (there->language == language && str_equal(there->word, piece)))
            return &hyphenator->slots[i];
    }
}

static void forget(struct hyphenator *hyphenator)
{
    arena_rewind(hyphenator->arena, hyphenator->empty);
    memset(hyphenator->slots, 0, 2 * REMEMBERED * sizeof(struct remembered *));
    hyphenator->count = 0;
}

size_t hyphenate(struct hyphenator *hyphenator, enum language language, struct str piece, uint16_t at[HYPHENS_MAX])
{
    if (!layout_hyphenator_has(hyphenator, language) || piece.length < LETTERS_BEFORE + LETTERS_AFTER ||
        piece.length > 2 * WORD_BYTES)
        return 0;
    struct remembered **slot = slot_find(hyphenator, language, piece);
    if (!*slot) {
        if (hyphenator->count >= REMEMBERED) {
            forget(hyphenator);
            slot = slot_find(hyphenator, language, piece);
        }
        struct remembered *fresh = ARENA_NEW(hyphenator->arena, struct remembered);
        fresh->word = str_copy(hyphenator->arena, piece);
        fresh->language = language;
        piece_breaks(hyphenator, fresh);
        *slot = fresh;
        hyphenator->count++;
    }
    memcpy(at, (*slot)->at, (*slot)->count * sizeof *at);
    return (*slot)->count;
}
