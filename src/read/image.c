/* Pictures of the data repository: decoded whole before anyone relies on them. */
#include "image.h"

bool image_size_allowed(uint32_t width, uint32_t height)
{
    return width && height && width <= IMAGE_SIDE_MAX && height <= IMAGE_SIDE_MAX &&
           (uint64_t)width * height <= IMAGE_PIXELS_MAX;
}

static bool decode(struct arena *arena, struct str bytes, struct image *image, struct samples *samples)
{
    if (str_starts(bytes, STR("\x89PNG\r\n\x1A\n"))) {
        image->kind = IMAGE_PNG;
        return png_decode(arena, bytes, image, samples);
    }
    image->kind = IMAGE_JPEG;
    return str_starts(bytes, STR("\xFF\xD8\xFF")) && jpeg_decode(arena, bytes, image, samples);
}

bool read_image(struct arena *arena, struct str bytes, struct image *image)
{
    struct image seen = {.path = image->path, .bytes = bytes};
    struct arena_mark mark = arena_mark(arena);
    bool decoded = decode(arena, bytes, &seen, NULL);
    arena_rewind(arena, mark);
    if (decoded)
        *image = seen;
    return decoded;
}

bool read_samples(struct arena *arena, const struct image *image, uint8_t **rgb, uint8_t **alpha)
{
    struct image seen = *image;
    struct samples samples = {NULL, NULL};
    bool decoded = decode(arena, image->bytes, &seen, &samples);
    *rgb = decoded ? samples.rgb : NULL;
    *alpha = decoded ? samples.alpha : NULL;
    return decoded;
}
