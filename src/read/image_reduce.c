/* Photographs as they are shown, not as they were taken: every pixel is the mean of those it stands for. */
#include "image.h"

/* Pixels of a picture, 3 bytes each or, with transparency, 4. */
struct raster {
    uint8_t *at;
    uint32_t width, height;
    size_t depth;
};

static struct raster raster_of(struct arena *arena, uint8_t *rgb, const uint8_t *alpha, uint32_t width, uint32_t height)
{
    size_t pixels = (size_t)width * height;
    if (!alpha)
        return (struct raster){rgb, width, height, 3};
    struct raster raster = {arena_bytes(arena, pixels * 4), width, height, 4};
    for (size_t i = 0; i < pixels; i++) {
        for (size_t c = 0; c < 3; c++)
            raster.at[i * 4 + c] = rgb[i * 3 + c];
        raster.at[i * 4 + 3] = alpha[i];
    }
    return raster;
}

/* Of a transparent pixel only what shows of it counts. */
static void mean_of(const struct raster *from, const uint32_t x[2], const uint32_t y[2], uint8_t *to)
{
    uint64_t sum[4] = {0}, weight = 0, count = 0;
    for (uint32_t row = y[0]; row < y[1]; row++)
        for (uint32_t column = x[0]; column < x[1]; column++) {
            const uint8_t *pixel = from->at + ((size_t)row * from->width + column) * from->depth;
            unsigned opacity = from->depth == 4 ? pixel[3] : 1;
            for (size_t c = 0; c < 3; c++)
                sum[c] += (uint64_t)pixel[c] * opacity;
            weight += opacity;
            count++;
        }
    for (size_t c = 0; c < 3; c++)
        to[c] = (uint8_t)(weight ? (sum[c] + weight / 2) / weight : 0);
    if (from->depth == 4)
        to[3] = (uint8_t)(count ? (weight + count / 2) / count : 0);
}

static struct raster shrunk(struct arena *arena, const struct raster *from, uint32_t width, uint32_t height)
{
    struct raster to = {arena_bytes(arena, (size_t)width * height * from->depth), width, height, from->depth};
    for (uint32_t row = 0; row < height; row++)
        for (uint32_t column = 0; column < width; column++) {
            uint32_t x[2], y[2];
            for (uint32_t end = 0; end < 2; end++) {
                x[end] = (uint32_t)((uint64_t)(column + end) * from->width / width);
                y[end] = (uint32_t)((uint64_t)(row + end) * from->height / height);
            }
            mean_of(from, x, y, to.at + ((size_t)row * width + column) * from->depth);
        }
    return to;
}

static bool encode(struct arena *arena, const struct image *image, const struct raster *raster, struct str *bytes)
{
    if (image->kind == IMAGE_PNG)
        return png_encode(arena, raster->at, raster->depth == 3, raster->width, raster->height, bytes);
    return jpeg_encode(arena, raster->at, raster->width, raster->height, bytes);
}

struct image read_reduced(struct arena *arena, const struct image *image, uint32_t most)
{
    uint32_t longest = image->width > image->height ? image->width : image->height;
    uint8_t *rgb, *alpha;
    if (longest < most + most / 2 || !read_samples(arena, image, &rgb, &alpha))
        return *image;
    uint32_t width = (uint32_t)((uint64_t)image->width * most / longest);
    uint32_t height = (uint32_t)((uint64_t)image->height * most / longest);
    struct raster whole = raster_of(arena, rgb, alpha, image->width, image->height);
    struct raster small = shrunk(arena, &whole, width ? width : 1, height ? height : 1);
    struct image made = {.path = image->path, .kind = image->kind, .width = small.width, .height = small.height};
    bool lighter = encode(arena, image, &small, &made.bytes) && made.bytes.length < image->bytes.length;
    return lighter ? made : *image;
}
