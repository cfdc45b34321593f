/* Any bytes as a picture: what was accepted once is decoded again. */
#include <stdlib.h>

#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct image image = {0};
    uint8_t *rgb, *alpha;
    struct str bytes = str_copy(arena, (struct str){(const char *)data, size});
    if (read_image(arena, bytes, &image) && (uint64_t)image.width * image.height < 4000000) {
        if (!read_samples(arena, &image, &rgb, &alpha))
            abort();
        size_t pixels = (size_t)image.width * image.height, sum = 0;
        for (size_t i = 0; i < pixels; i++)
            sum += rgb[3 * i] + rgb[3 * i + 2] + (alpha ? alpha[i] : 0);
        if (sum > pixels * 3 * 255)
            abort();
    }
    arena_free(arena);
    return 0;
}
