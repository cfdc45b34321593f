/* What needs Unicode's tables, through libunistring: normal form, case, and the folding of names. */
#include "fold.h"

#include <assert.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

/* Normalising and lowering never make UTF-8 more than three times longer; with this much room
 * libunistring writes into ours and allocates nothing that would have to be given back. */
static uint8_t *room_for(struct arena *arena, struct str s, size_t *room)
{
    *room = 3 * s.length + 128;
    return arena_bytes(arena, *room);
}

static struct str made(uint8_t *result, const uint8_t *room, size_t length)
{
    assert(result == room);
    (void)room;
    result[length] = '\0';
    return (struct str){(const char *)result, length};
}

/* Ranges above U+0300 that people do type and in which every character is its own NFC and starts one. */
static bool stands_in_nfc(uint32_t rune)
{
    return rune < 0x300 || (rune >= 0x2002 && rune <= 0x20CF) || (rune >= 0x2190 && rune <= 0x2328) ||
           (rune >= 0x2500 && rune <= 0x2ADB);
}

/* Where normalising could change something: the character that a mark would join is kept with it. */
static bool needs_nfc(struct str s)
{
    for (size_t at = 0; (at = ascii_end(s, at)) < s.length;)
        if (!stands_in_nfc(utf8_next(s, &at)))
            return true;
    return false;
}

struct str text_nfc(struct arena *arena, struct str s)
{
    if (!needs_nfc(s))
        return s;
    size_t length;
    uint8_t *room = room_for(arena, s, &length);
    length--;
    uint8_t *result = u8_normalize(UNINORM_NFC, (const uint8_t *)s.at, s.length, room, &length);
    return result ? made(result, room, length) : s;
}

struct str text_lower(struct arena *arena, struct str s)
{
    size_t length;
    uint8_t *room = room_for(arena, s, &length);
    length--;
    uint8_t *result = u8_tolower((const uint8_t *)s.at, s.length, NULL, NULL, room, &length);
    return result ? made(result, room, length) : s;
}

/* Letters that Unicode does not decompose but that people type either way. */
static const struct {
    uint32_t rune;
    const char *spelled;
} spellings[] = {
    {0xC6, "ae"},  {0xD8, "o"},   {0xDF, "ss"},  {0xE6, "ae"},  {0xF8, "o"},   {0x110, "d"},   {0x111, "d"},
    {0x131, "i"},  {0x141, "l"},  {0x142, "l"},  {0x152, "oe"}, {0x153, "oe"}, {0x1E9E, "ss"}, {0x2010, "-"},
    {0x2012, "-"}, {0x2013, "-"}, {0x2018, "'"}, {0x2019, "'"}, {0x2212, "-"},
};

static const char *spelling(uint32_t rune)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (spellings[i].rune == rune)
            return spellings[i].spelled;
    return NULL;
}

static void wait_for(struct fold *fold, uint32_t rune)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int tag, count;
    const char *spelled = spelling(rune);
    if (spelled)
        for (; *spelled && fold->count < FOLD_WAITING; spelled++)
            fold->waiting[fold->count++] = (uint32_t)*spelled;
    else if ((count = uc_decomposition(rune, &tag, parts)) > 0)
        for (int i = 0; i < count; i++)
            wait_for(fold, parts[i]);
    else if (!uc_is_general_category(rune, UC_CATEGORY_Mn) && fold->count < FOLD_WAITING)
        fold->waiting[fold->count++] = uc_tolower(rune);
}

void fold_start(struct fold *fold, struct str name)
{
    fold->rest = str_trim(name);
    fold->at = fold->next = fold->count = 0;
    fold->separated = false;
}

static bool separates(uint32_t rune)
{
    return rune == ' ' || rune == '-' || rune == '_' || (rune >= '\t' && rune <= '\r');
}

static uint32_t fold_rune(struct fold *fold)
{
    while (fold->next == fold->count) {
        if (fold->at >= fold->rest.length)
            return FOLD_END;
        unsigned char c = (unsigned char)fold->rest.at[fold->at];
        if (c && c < 0x80) {
            fold->at++;
            return c >= 'A' && c <= 'Z' ? c + 32u : c;
        }
        uint32_t rune = utf8_next(fold->rest, &fold->at);
        fold->next = fold->count = 0;
        wait_for(fold, rune == RUNE_INVALID || !rune ? 0xFFFD : rune);
    }
    return fold->waiting[fold->next++];
}

uint32_t fold_next(struct fold *fold)
{
    for (;;) {
        uint32_t rune = fold_rune(fold);
        bool after_separator = fold->separated;
        fold->separated = separates(rune);
        if (!fold->separated)
            return rune;
        if (!after_separator)
            return '-';
    }
}
