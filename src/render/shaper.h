/* Type: text becomes glyphs, once for measuring and painting alike. Five faces, each a chain of fonts: the theme's,
 * then Lato, then DejaVu Sans, chosen character by character. Words are shaped by HarfBuzz (kerning, ligatures, tabular
 * figures) and remembered; the memory of words is bounded, so it stays flat over any number of documents. */
#ifndef RENDER_SHAPER_H
#define RENDER_SHAPER_H

#include "model/model.h"
#include "render/font.h"

struct shaper;

struct glyph {
    uint16_t id;           /* in the font's file; never 0 */
    uint8_t font;          /* shaper_font() */
    bool missing;          /* no font has the character: a visible substitute */
    int32_t advance, x, y; /* FONT_UNITs */
    uint16_t from, to;     /* bytes of the word that it stands for; empty for the later glyphs of a cluster */
};

struct word_shape {
    const struct glyph *glyphs;
    size_t count;
    int32_t width; /* FONT_UNITs, letterspacing included */
};

struct shaper *shaper_open(struct arena *run, const struct theme *theme, struct diagnostics *diagnostics);
void shaper_close(struct shaper *shaper);

/* The next word of a text: what stands between spaces, or one space (U+0020, U+00A0, U+202F) alone. False at the end.
 */
bool shaper_word(struct str text, size_t *at, struct str *word);
/* Valid until the next call. A soft hyphen at the end of the word is drawn, elsewhere it is not. */
struct word_shape shaper_shape(struct shaper *shaper, enum face face, unsigned features, struct str word);
/* Of a text shaped word by word, in FONT_UNITs. */
int64_t shaper_width(struct shaper *shaper, enum face face, unsigned features, struct str text);

/* Memory has run out in HarfBuzz since the shaper was opened: what it gave is not to be printed. */
bool shaper_failed(const struct shaper *shaper);

size_t shaper_font_count(const struct shaper *shaper);
const struct font *shaper_font(const struct shaper *shaper, size_t font);
/* The face's first font: what the metrics are of. NULL when the machine has no font at all. */
const struct font *shaper_face(const struct shaper *shaper, enum face face);

#endif
