/* The glyphs of a font that a document uses, as a font file of its own (hb-subset). */
#ifndef RENDER_PDF_SUBSET_H
#define RENDER_PDF_SUBSET_H

#include "render/font.h"

/* What subsets of a font are taken from, made once. */
struct hb_face_t *subset_source(const struct font *font);
void subset_source_close(struct hb_face_t *source);

/* `renumbered[i]` is the number in the new file of `glyphs[i]`. Empty when HarfBuzz refuses. */
struct str subset(struct arena *arena, struct hb_face_t *source, const uint16_t *glyphs, size_t count,
                  uint16_t *renumbered);

#endif
