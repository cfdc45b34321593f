/* What the two decoders of pictures have in common. */
#ifndef READ_IMAGE_H
#define READ_IMAGE_H

#include "read.h"

#define IMAGE_SIDE_MAX 20000u
#define IMAGE_PIXELS_MAX 40000000u

/* Where decoded rows go; `rgb` NULL when they are only looked at. */
struct samples {
    uint8_t *rgb, *alpha;
};

bool image_size_allowed(uint32_t width, uint32_t height);
/* Decode to the end; false on anything wrong. With `samples`, fill them, upright. */
bool png_decode(struct arena *arena, struct str bytes, struct image *image, struct samples *samples);
bool jpeg_decode(struct arena *arena, struct str bytes, struct image *image, struct samples *samples);
/* How a camera was held, from a JPEG's Exif block: 1 (upright) to 8. */
int exif_orientation(struct str exif);

#endif
