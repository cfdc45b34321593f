/* PNG, row by row: a picture that is only checked costs the memory of one row. */
#include "image.h"

#include <spng.h>

#define CHUNK_BYTES_MAX                                                                                                \
    ((size_t)4 << 20) /* of what stands beside the pixels, one by one and in all: profiles, texts                      \
                       */

/* Colours and transparency apart; no transparency where every pixel is opaque. */
static void samples_split(struct arena *arena, const uint8_t *rgba, size_t pixels, struct samples *samples)
{
    uint8_t *rgb = samples->rgb = arena_bytes(arena, pixels * 3);
    uint8_t *alpha = samples->alpha = arena_bytes(arena, pixels), opaque = 255;
    for (size_t i = 0; i < pixels; i++, rgba += 4) {
        *rgb++ = rgba[0];
        *rgb++ = rgba[1];
        *rgb++ = rgba[2];
        *alpha++ = rgba[3];
        opaque &= rgba[3];
    }
    if (opaque == 255)
        samples->alpha = NULL;
}

/* The rows of an interlaced picture come several times, each time with more of their pixels: they need their place. */
static bool rows_decode(spng_ctx *png, uint32_t width, uint8_t *room, bool whole)
{
    size_t bytes = (size_t)width * 4;
    struct spng_row_info row;
    int error;
    do {
        error = spng_get_row_info(png, &row);
        if (!error)
            error = spng_decode_row(png, room + (whole ? row.row_num * bytes : 0), bytes);
    } while (!error);
    return error == SPNG_EOI && spng_decode_chunks(png) == 0;
}

static bool decode(struct arena *arena, spng_ctx *png, struct image *image, struct samples *samples)
{
    struct spng_ihdr header;
    if (spng_get_ihdr(png, &header) || !image_size_allowed(header.width, header.height))
        return false;
    image->width = header.width;
    image->height = header.height;
    size_t pixels = (size_t)header.width * header.height;
    uint8_t *room = arena_bytes(arena, 4 * (samples ? pixels : header.width));
    if (spng_decode_image(png, NULL, 0, SPNG_FMT_RGBA8, SPNG_DECODE_PROGRESSIVE | SPNG_DECODE_TRNS) ||
        !rows_decode(png, header.width, room, samples != NULL))
        return false;
    if (samples)
        samples_split(arena, room, pixels, samples);
    return true;
}

bool png_decode(struct arena *arena, struct str bytes, struct image *image, struct samples *samples)
{
    spng_ctx *png = spng_ctx_new(0);
    bool decoded = png && !spng_set_image_limits(png, IMAGE_SIDE_MAX, IMAGE_SIDE_MAX) &&
                   !spng_set_chunk_limits(png, CHUNK_BYTES_MAX, CHUNK_BYTES_MAX) &&
                   !spng_set_png_buffer(png, bytes.at, bytes.length) && decode(arena, png, image, samples);
    spng_ctx_free(png);
    return decoded;
}

/* ---- the other way ---- */

static int keep(spng_ctx *png, void *out, void *bytes, size_t count)
{
    (void)png;
    buffer_add(out, (struct str){bytes, count});
    return 0;
}

bool png_encode(struct arena *arena, const uint8_t *pixels, bool opaque, uint32_t width, uint32_t height,
                struct str *bytes)
{
    struct buffer out = {.arena = arena};
    size_t depth = opaque ? 3 : 4;
    uint8_t color = opaque ? SPNG_COLOR_TYPE_TRUECOLOR : SPNG_COLOR_TYPE_TRUECOLOR_ALPHA;
    struct spng_ihdr header = {.width = width, .height = height, .bit_depth = 8, .color_type = color};
    spng_ctx *png = spng_ctx_new(SPNG_CTX_ENCODER);
    bool encoded = png && !spng_set_png_stream(png, keep, &out) && !spng_set_ihdr(png, &header) &&
                   !spng_encode_image(png, pixels, depth * width * height, SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE);
    spng_ctx_free(png);
    *bytes = buffer_str(&out);
    return encoded;
}
