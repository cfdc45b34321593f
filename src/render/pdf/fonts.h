/* The fonts of one document. A glyph is written as a code of two bytes, one for each thing it stands for: U+0020,
 * U+00A0 and U+202F stay apart even where they look alike, so that what is copied is what was written. */
#ifndef RENDER_PDF_FONTS_H
#define RENDER_PDF_FONTS_H

#include "render/pdf/press.h"

struct pdf_fonts *pdf_fonts_new(const struct job *job);
/* The code of the glyph where it stands for `text`; its width in tenths of a thousandth of an em goes to *width. */
unsigned pdf_fonts_code(struct pdf_fonts *fonts, const struct glyph *glyph, struct str text, int32_t *width);
/* "/F0 12 0 R …", those used until now. */
void pdf_fonts_resources(const struct pdf_fonts *fonts, struct buffer *out);
/* Subsets and writes those used. False when one of them could not be subset. */
bool pdf_fonts_write(struct pdf_fonts *fonts);

#endif
