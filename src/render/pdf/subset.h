/* The glyphs of a font that a document uses, as a font file of its own (hb-subset). */
#ifndef RENDER_PDF_SUBSET_H
#define RENDER_PDF_SUBSET_H

#include "render/font.h"

/* `renumbered[i]` is the number in the new file of `glyphs[i]`. Empty when HarfBuzz refuses. */
struct str subset(struct arena *arena, const struct font *font, const uint16_t *glyphs, size_t count,
                  uint16_t *renumbered);

#endif
