#include "render/shaper.h"

#include "render/faces.h"

#include <hb.h>
#include <string.h>

#define WORD_BYTES_MAX 256
#define SLOTS ((size_t)1 << 14)
#define MEMORY_MAX ((size_t)8 << 20)
#define LETTERSPACING (60 * FONT_UNIT)
#define THIN_GAP (200 * FONT_UNIT)

enum { NO_BREAK_SPACE = 0xA0, NARROW_SPACE = 0x202F };

struct entry {
    uint64_t hash; /* 0 is an empty slot */
    struct str word;
    uint32_t style;
    struct word_shape shape;
};

struct shaper {
    struct faces faces;
    hb_buffer_t *buffer;
    struct arena *words; /* the slots and what they remember */
    struct entry *slots;
    size_t used;
    bool failed;
};

struct glyphs {
    struct glyph *at;
    size_t count, capacity;
};

/* ---- the memory of words ---- */

static void words_forget(struct shaper *shaper)
{
    arena_free(shaper->words);
    shaper->words = arena_new();
    shaper->slots = ARENA_ARRAY(shaper->words, struct entry, SLOTS);
    shaper->used = 0;
}

struct shaper *shaper_open(struct arena *run, const struct theme *theme, struct diagnostics *diagnostics)
{
    struct shaper *shaper = ARENA_NEW(run, struct shaper);
    faces_open(run, &shaper->faces, theme ? theme->font : STR_NONE, diagnostics);
    shaper->buffer = hb_buffer_create();
    words_forget(shaper);
    return shaper;
}

void shaper_close(struct shaper *shaper)
{
    hb_buffer_destroy(shaper->buffer);
    faces_close(&shaper->faces);
    arena_free(shaper->words);
}

bool shaper_failed(const struct shaper *shaper)
{
    return shaper->failed;
}

size_t shaper_font_count(const struct shaper *shaper)
{
    return shaper->faces.font_count;
}

const struct font *shaper_font(const struct shaper *shaper, size_t font)
{
    return shaper->faces.fonts[font];
}

const struct font *shaper_face(const struct shaper *shaper, enum face face)
{
    const struct chain *chain = &shaper->faces.chains[face];
    return chain->count ? shaper->faces.fonts[chain->font[0]] : NULL;
}

static uint64_t hash_of(uint32_t style, struct str word)
{
    uint64_t hash = 14695981039346656037u ^ style; /* FNV-1a */
    for (size_t i = 0; i < word.length; i++)
        hash = (hash ^ (unsigned char)word.at[i]) * 1099511628211u;
    return hash ? hash : 1;
}

/* The slot that holds the word, or the empty one where it goes. */
static struct entry *slot_of(struct shaper *shaper, uint64_t hash, uint32_t style, struct str word)
{
    for (size_t i = (size_t)(hash ^ hash >> 32) & (SLOTS - 1);; i = (i + 1) & (SLOTS - 1)) {
        struct entry *entry = &shaper->slots[i];
        if (!entry->hash || (entry->hash == hash && entry->style == style && str_equal(entry->word, word)))
            return entry;
    }
}

/* ---- shaping ---- */

static void run_shape(struct shaper *shaper, unsigned features, const struct letter *letters, size_t count)
{
    hb_buffer_t *buffer = shaper->buffer;
    hb_buffer_clear_contents(buffer);
    for (size_t i = 0; i < count; i++)
        hb_buffer_add(buffer, letters[i].rune, (unsigned)i);
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES | HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE);
    /* Otherwise HarfBuzz takes the language of the locale. */
    hb_buffer_set_language(buffer, hb_language_from_string("fr", -1));
    hb_buffer_guess_segment_properties(buffer);
    hb_feature_t asked[3];
    unsigned number = 0;
    if (features & FEATURE_TABULAR)
        asked[number++] = (hb_feature_t){HB_TAG('t', 'n', 'u', 'm'), 1, 0, (unsigned)-1};
    if (features & FEATURE_SMALL_SPACED) {
        asked[number++] = (hb_feature_t){HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1};
        asked[number++] = (hb_feature_t){HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1};
    }
    hb_shape(shaper->faces.fonts[letters[0].font]->scaled, buffer, asked, number);
    /* HarfBuzz says nothing else when memory runs out: glyphs are missing. */
    shaper->failed |= !hb_buffer_allocation_successful(buffer);
}

/* The letters of the glyph's cluster end where the next cluster, in the order of the text, begins. */
static size_t cluster_end(const hb_glyph_info_t *info, size_t glyph_count, size_t glyph, size_t count)
{
    unsigned cluster = info[glyph].cluster;
    for (size_t i = glyph; i < glyph_count; i++)
        if (info[i].cluster > cluster)
            return info[i].cluster;
    for (size_t i = glyph; i-- > 0;)
        if (info[i].cluster > cluster)
            return info[i].cluster;
    return count;
}

static void run_collect(struct shaper *shaper, const struct letter *letters, size_t count, struct glyphs *glyphs)
{
    unsigned glyph_count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(shaper->buffer, &glyph_count);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(shaper->buffer, &glyph_count);
    const struct font *font = shaper->faces.fonts[letters[0].font];
    for (size_t i = 0; i < glyph_count; i++) {
        const struct letter *first = &letters[info[i].cluster];
        bool follows = i > 0 && info[i - 1].cluster == info[i].cluster;
        size_t end = cluster_end(info, glyph_count, i, count);
        unsigned id = info[i].codepoint ? info[i].codepoint : font_glyph(font, '?');
        *PUSH(shaper->words, glyphs) = (struct glyph){
            .id = (uint16_t)id,
            .font = letters[0].font,
            .missing = first->missing || !info[i].codepoint,
            .advance = position[i].x_advance,
            .x = position[i].x_offset,
            .y = position[i].y_offset,
            .from = first->from,
            .to = follows ? first->from : letters[end - 1].to,
        };
    }
}

/* Spaces are alone in their word: same glyph where the font draws them alike, a thin gap where it has no narrow one. */
static bool shape_space(struct shaper *shaper, const struct chain *chain, struct str word, struct glyphs *glyphs)
{
    size_t at = 0;
    uint32_t rune = word.length ? utf8_next(word, &at) : 0;
    if (at != word.length || (rune != ' ' && rune != NO_BREAK_SPACE && rune != NARROW_SPACE))
        return false;
    const struct font *font = shaper->faces.fonts[chain->font[0]];
    unsigned own = rune == NARROW_SPACE ? font_glyph(font, rune) : 0;
    unsigned id = own ? own : font_glyph(font, ' ');
    *PUSH(shaper->words, glyphs) = (struct glyph){
        .id = (uint16_t)id,
        .font = chain->font[0],
        .advance = rune == NARROW_SPACE && !own ? THIN_GAP : font_advance(font, id),
        .to = (uint16_t)word.length,
    };
    return id != 0;
}

static void shape_letters(struct shaper *shaper, enum face face, unsigned features, struct str word,
                          struct glyphs *glyphs)
{
    struct letter letters[WORD_BYTES_MAX] = {0};
    size_t count = faces_letters(&shaper->faces, face, word, letters, WORD_BYTES_MAX);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && letters[to].font == letters[from].font;)
            to++;
        run_shape(shaper, features, letters + from, to - from);
        run_collect(shaper, letters + from, to - from, glyphs);
    }
}

static struct word_shape shape_new(struct shaper *shaper, enum face face, unsigned features, struct str word)
{
    const struct chain *chain = &shaper->faces.chains[face];
    struct glyphs glyphs = {0};
    if (!chain->count)
        return (struct word_shape){0};
    if (!shape_space(shaper, chain, word, &glyphs)) {
        glyphs.count = 0;
        shape_letters(shaper, face, features, word, &glyphs);
    }
    struct word_shape shape = {glyphs.at, glyphs.count, 0};
    for (size_t i = 0; i < glyphs.count; i++) {
        if (features & FEATURE_SMALL_SPACED)
            glyphs.at[i].advance += LETTERSPACING;
        shape.width += glyphs.at[i].advance;
    }
    return shape;
}

struct word_shape shaper_shape(struct shaper *shaper, enum face face, unsigned features, struct str word)
{
    uint32_t style = (uint32_t)face | features << 8;
    uint64_t hash = hash_of(style, word);
    struct entry *entry = slot_of(shaper, hash, style, word);
    if (entry->hash)
        return entry->shape;
    if (shaper->used >= SLOTS / 4 * 3 || arena_footprint(shaper->words) > MEMORY_MAX) {
        words_forget(shaper);
        entry = slot_of(shaper, hash, style, word);
    }
    *entry = (struct entry){hash, str_copy(shaper->words, word), style, shape_new(shaper, face, features, word)};
    shaper->used++;
    return entry->shape;
}

/* Bytes of the space at `at`, 0 if there is none. */
static size_t space_at(struct str text, size_t at)
{
    const char *c = text.at + at;
    size_t left = text.length - at;
    if (c[0] == ' ')
        return 1;
    if (left >= 2 && c[0] == '\xC2' && c[1] == '\xA0')
        return 2;
    return left >= 3 && c[0] == '\xE2' && c[1] == '\x80' && c[2] == '\xAF' ? 3 : 0;
}

bool shaper_word(struct str text, size_t *at, struct str *word)
{
    size_t from = *at, to = from;
    if (from >= text.length)
        return false;
    to += space_at(text, from);
    if (to == from) {
        while (to < text.length && to - from < WORD_BYTES_MAX - 4 && !space_at(text, to))
            to++;
        while (to < text.length && to - from < WORD_BYTES_MAX && ((unsigned char)text.at[to] & 0xC0) == 0x80)
            to++;
    }
    *word = str_slice(text, from, to);
    *at = to;
    return true;
}

int64_t shaper_width(struct shaper *shaper, enum face face, unsigned features, struct str text)
{
    int64_t width = 0;
    struct str word;
    for (size_t at = 0; shaper_word(text, &at, &word);)
        width += shaper_shape(shaper, face, features, word).width;
    return width;
}
