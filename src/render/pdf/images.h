/* Pictures: a JPEG goes in as it is, a PNG as its samples, the transparent part as a soft mask. A picture painted
 * twice is in the file once. */
#ifndef RENDER_PDF_IMAGES_H
#define RENDER_PDF_IMAGES_H

#include "render/pdf/press.h"

struct pdf_images *pdf_images_new(const struct job *job);
/* Its object, which is also its name in the resources; 0, with a diagnostic, when it cannot be decoded. */
unsigned pdf_images_object(struct pdf_images *images, const struct image *image);
/* "/I12 12 0 R …" */
void pdf_images_resources(const struct pdf_images *images, struct buffer *out);

#endif
