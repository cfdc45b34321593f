/* One font file of the machine, opened once: TrueType outlines that may be embedded, read through HarfBuzz.
 * Which files make a family is found here, by the names inside the files. */
#ifndef RENDER_FONT_H
#define RENDER_FONT_H

#include "base/base.h"

/* Advances and offsets of shaped glyphs are in 1/16 of a thousandth of an em: exact for fonts of 1000, 2000 and
 * 16 000 units, and a 32nd of a thousandth away at most for the others. */
#define FONT_UNIT 16
#define FONT_EM (1000 * FONT_UNIT)

struct hb_face_t;
struct hb_font_t;

struct font {
    struct hb_face_t *face;
    struct hb_font_t *scaled;
    struct str path, name; /* PostScript name */
    unsigned glyph_count;
    /* Thousandths of an em. */
    int32_t ascent, descent, cap_height, x_height;
    int32_t box[4];       /* left, bottom, right, top */
    int32_t italic_angle; /* degrees, counter-clockwise */
    bool fixed_pitch;
};

void font_close(struct font *font);

/* Every font file where the system and the user keep fonts. */
struct strs font_files(struct arena *arena);
struct font_query {
    const struct strs *files;
    struct str family;
    bool bold, italic;
};
/* The static file of this family nearest to the style (400 or 700), NULL if none. */
struct font *font_find(struct arena *arena, struct font_query query);

/* The glyph of a rune, 0 if the font has none. */
unsigned font_glyph(const struct font *font, uint32_t rune);
int32_t font_advance(const struct font *font, unsigned glyph);
bool font_rune_is_mark(uint32_t rune); /* combines with the character before it */
struct sha256 font_hash(const struct font *font);
struct str font_engine(void); /* the version of HarfBuzz */

#endif
