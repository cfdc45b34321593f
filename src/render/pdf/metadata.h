/* What a PDF says of itself: title, language, dates, in Info and XMP alike; that it is PDF/UA-1 and PDF/A-2a; the
 * colour space in which its colours are meant; its bookmarks. */
#ifndef RENDER_PDF_METADATA_H
#define RENDER_PDF_METADATA_H

#include "render/pdf/press.h"

void pdf_metadata_write(const struct job *job, unsigned structure);

/* "[12 0 R /XYZ null 700 null]": a place of the document, from the top of its page. */
void pdf_destination(const struct job *job, struct buffer *out, int page, int32_t y);
/* The root of the bookmarks, 0 when there are none. */
unsigned pdf_bookmarks_write(const struct job *job);
/* An sRGB profile (ICC.1:2004-10, version 4), made here. */
struct str pdf_srgb_profile(struct arena *arena);

#endif
