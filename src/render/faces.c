#include "render/faces.h"

enum { SOFT_HYPHEN = 0xAD, REPLACEMENT = 0xFFFD };

/* ---- the chain of fonts of a face ---- */

static void chain_add(struct faces *faces, enum face face, struct font *font)
{
    size_t at = 0;
    while (at < faces->font_count && !str_equal(faces->fonts[at]->path, font->path))
        at++;
    if (at == faces->font_count)
        faces->fonts[faces->font_count++] = font;
    else
        font_close(font);
    struct chain *chain = &faces->chains[face];
    for (size_t i = 0; i < chain->count; i++)
        if (chain->font[i] == at)
            return;
    chain->font[chain->count++] = (uint8_t)at;
}

/* A family without its bold italic gives its bold; without its bold, its regular. */
static bool family_add(struct arena *run, struct faces *faces, const struct strs *files, struct str family,
                       enum face face)
{
    static const struct {
        bool bold, italic;
    } styles[FACE_COUNT] = {
        [FACE_BOLD] = {true, false}, [FACE_ITALIC] = {false, true}, [FACE_BOLD_ITALIC] = {true, true}};
    struct font_query query = {files, family, styles[face].bold, styles[face].italic};
    struct font *font = font_find(run, query);
    if (!font && query.italic) {
        query.italic = false;
        font = font_find(run, query);
    }
    if (!font && query.bold) {
        query.bold = false;
        font = font_find(run, query);
    }
    if (font)
        chain_add(faces, face, font);
    return font != NULL;
}

static void missing_report(const struct faces *faces, struct str family, struct diagnostics *diagnostics)
{
    const struct chain *chain = &faces->chains[FACE_REGULAR];
    const struct place nowhere = {0};
    if (chain->count)
        REPORT(diagnostics, nowhere, MSG_font_missing, {family, faces->fonts[chain->font[0]]->name});
    else
        REPORT(diagnostics, nowhere, MSG_no_font, {family});
}

void faces_open(struct arena *run, struct faces *faces, struct str family, struct diagnostics *diagnostics)
{
    const struct str own = STR("Lato"), last = STR("DejaVu Sans"), mono = STR("DejaVu Sans Mono");
    const struct strs files = font_files(run);
    bool asked = family.length > 0 && !str_equal(family, own);
    bool found = true, own_found = true;
    for (enum face face = FACE_REGULAR; face <= FACE_BOLD_ITALIC; face++) {
        if (asked)
            found &= family_add(run, faces, &files, family, face);
        own_found &= family_add(run, faces, &files, own, face);
        family_add(run, faces, &files, last, face);
    }
    family_add(run, faces, &files, mono, FACE_MONO);
    family_add(run, faces, &files, last, FACE_MONO);
    family_add(run, faces, &files, own, FACE_MONO);
    if (!found)
        missing_report(faces, family, diagnostics);
    else if (!own_found && !asked)
        missing_report(faces, own, diagnostics);
}

void faces_close(struct faces *faces)
{
    for (size_t i = 0; i < faces->font_count; i++)
        font_close(faces->fonts[i]);
}

/* ---- what stands for each character ---- */

/* The first font of the chain that has both characters; NULL if none. */
static const uint8_t *font_having(const struct faces *faces, const struct chain *chain, uint32_t one, uint32_t other)
{
    for (size_t i = 0; i < chain->count; i++) {
        const struct font *font = faces->fonts[chain->font[i]];
        if (font_glyph(font, one) && font_glyph(font, other))
            return &chain->font[i];
    }
    return NULL;
}

/* Characters that many fonts leave out and that another one of the same font stands for. */
static uint32_t stand_in(uint32_t rune)
{
    static const uint32_t pairs[][2] = {{0x2212, 0x2013}, {SOFT_HYPHEN, '-'}, {0x2010, '-'}, {0x2011, '-'}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == rune)
            return pairs[i][1];
    return rune < ' ' ? ' ' : 0;
}

static void letter_substitute(const struct faces *faces, const struct chain *chain, struct letter *letter)
{
    static const uint32_t substitutes[] = {REPLACEMENT, 0x25A1, '?'};
    letter->missing = true;
    for (size_t i = 0; i < sizeof substitutes / sizeof *substitutes; i++) {
        const uint8_t *font = font_having(faces, chain, substitutes[i], substitutes[i]);
        if (font) {
            letter->font = *font;
            letter->rune = substitutes[i];
            return;
        }
    }
}

static void letter_choose(const struct faces *faces, const struct chain *chain, struct letter *letter)
{
    const struct font *first = faces->fonts[chain->font[0]];
    uint32_t other = stand_in(letter->rune);
    if (other && (letter->rune == SOFT_HYPHEN || !font_glyph(first, letter->rune)) && font_glyph(first, other))
        letter->rune = other;
    const uint8_t *font = font_having(faces, chain, letter->rune, letter->rune);
    if (font)
        letter->font = *font;
    else
        letter_substitute(faces, chain, letter);
}

static bool is_joiner(uint32_t rune)
{
    return (rune >= 0x200B && rune <= 0x200D) || (rune >= 0xFE00 && rune <= 0xFE0F);
}

/* Combining marks, joiners and variation selectors are drawn by the font of the character that they follow; a mark
 * that it lacks takes that character along to a font that has both. */
static bool letter_cling(const struct faces *faces, const struct chain *chain, struct letter *letter,
                         struct letter *base)
{
    if (letter->rune < 0x300 || !base || base->missing)
        return false;
    if (is_joiner(letter->rune) || font_glyph(faces->fonts[base->font], letter->rune)) {
        letter->font = base->font;
        return true;
    }
    const uint8_t *both = font_having(faces, chain, base->rune, letter->rune);
    if (!both)
        return false;
    letter->font = *both;
    for (; base < letter; base++)
        base->font = *both;
    return true;
}

size_t faces_letters(const struct faces *faces, enum face face, struct str word, struct letter *letters, size_t most)
{
    const struct chain *chain = &faces->chains[face];
    struct letter *base = NULL;
    size_t count = 0;
    for (size_t at = 0; at < word.length && count < most;) {
        struct letter *letter = &letters[count];
        size_t from = at;
        uint32_t rune = utf8_next(word, &at);
        if (rune == SOFT_HYPHEN && at < word.length)
            continue;
        *letter = (struct letter){
            .rune = rune == RUNE_INVALID ? REPLACEMENT : rune,
            .from = (uint16_t)from,
            .to = (uint16_t)at,
        };
        bool follows = is_joiner(rune) || font_rune_is_mark(rune);
        if (!follows || !letter_cling(faces, chain, letter, base))
            letter_choose(faces, chain, letter);
        if (!follows)
            base = letter;
        count++;
    }
    return count;
}
