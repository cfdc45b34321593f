/* The content stream of a page: operators, and the graphics state, so that only what changes is said. Positions come
 * from the top left corner, as in drawings, in thousandths of a point. */
#ifndef RENDER_PDF_CONTENT_H
#define RENDER_PDF_CONTENT_H

#include "render/pdf/fonts.h"

struct content {
    struct buffer out;
    struct pdf_fonts *fonts;
    struct shaper *shaper;
    int32_t height; /* of the page */
    uint32_t fill, stroke;
    int32_t line_width, dash;
    size_t font;
    int32_t size;
    struct missing_characters *missing;
};

struct content content_begin(const struct job *job, const struct page *page);

/* Runs of text, a baseline starting at x, y; the width added at each U+0020. */
void content_text(struct content *content, const struct mark *mark);
/* Lines, rectangles, paths. */
void content_shape(struct content *content, const struct mark *mark);
/* `orientation` is how the picture lies in the file, as Exif numbers it. */
void content_image(struct content *content, const struct mark *mark, unsigned object, int orientation);

/* Marked content: a tag's, with its number on the page, or an artifact. */
void content_tag(struct content *content, const char *role, int number);
void content_artifact(struct content *content, bool pagination);
void content_end(struct content *content);

#endif
