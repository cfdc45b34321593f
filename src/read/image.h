/* What the two kinds of pictures have in common: decoders, and encoders for those made smaller. */
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
/* The file of a picture; false when it cannot be written. `pixels` are 3 bytes each when opaque, else 4. */
bool png_encode(struct arena *arena, const uint8_t *pixels, bool opaque, uint32_t width, uint32_t height,
                struct str *bytes);
bool jpeg_encode(struct arena *arena, uint8_t *rgb, uint32_t width, uint32_t height, struct str *bytes);
/* How a camera was held, from a JPEG's Exif block: 1 (upright) to 8. */
int exif_orientation(struct str exif);

#endif
