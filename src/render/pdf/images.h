/* Pictures: a JPEG goes in as it is, turned when it is painted; a PNG as its samples, the transparent part as a soft
 * mask. A picture painted twice is in the file once. */
#ifndef RENDER_PDF_IMAGES_H
#define RENDER_PDF_IMAGES_H

#include "render/pdf/press.h"

/* What a press remembers from one document to the next. */
struct kept_images *pdf_kept_images_open(struct arena *run);
void pdf_kept_images_close(struct kept_images *kept);

struct pdf_images *pdf_images_new(const struct job *job);

struct pdf_image {
    unsigned object; /* also its name in the resources; 0, with a diagnostic, when it cannot be decoded */
    int orientation; /* of what is in the file, as Exif numbers it: 1 is upright */
};
struct pdf_image pdf_images_object(struct pdf_images *images, const struct image *image);
/* "/I12 12 0 R …" */
void pdf_images_resources(const struct pdf_images *images, struct buffer *out);

#endif
