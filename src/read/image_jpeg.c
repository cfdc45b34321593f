/* JPEG, row by row. The library calls back when something is wrong and must not come back: hence the jump. */
#include "image.h"

#include <stdio.h>

#include <jpeglib.h>
#include <jerror.h>
#include <setjmp.h>
#include <string.h>

#define SCANS_MAX 64 /* a small file can ask for the whole picture to be gone over thousands of times */

struct decoder {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf jump;
    struct arena *arena;
    struct image *image;
    struct samples *samples;
    bool inverted; /* four inks, stored the other way round */
    int orientation;
};

static struct decoder *decoder_of(j_common_ptr jpeg)
{
    return jpeg->client_data;
}

static void on_error(j_common_ptr jpeg)
{
    longjmp(decoder_of(jpeg)->jump, 1);
}

/* Warnings: cameras leave bytes between segments; anything else means that the picture is not whole. */
static void on_message(j_common_ptr jpeg, int level)
{
    int code = jpeg->err->msg_code;
    if (level < 0 && code != JWRN_EXTRANEOUS_DATA && code != JWRN_ADOBE_XFORM && code != JWRN_JFIF_MAJOR)
        longjmp(decoder_of(jpeg)->jump, 1);
}

static void on_progress(j_common_ptr jpeg)
{
    struct decoder *decoder = decoder_of(jpeg);
    if (decoder->jpeg.input_scan_number > SCANS_MAX)
        longjmp(decoder->jump, 1);
}

/* ---- how the camera was held ---- */

static uint32_t number_at(struct str s, size_t at, size_t bytes, bool big)
{
    uint32_t number = 0;
    for (size_t i = 0; i < bytes && at + bytes <= s.length; i++)
        number = number << 8 | (unsigned char)s.at[at + (big ? i : bytes - 1 - i)];
    return number;
}

int exif_orientation(struct str exif)
{
    if (!str_starts(exif, STR("Exif\0")))
        return 1;
    struct str tiff = str_slice(exif, 6, exif.length);
    bool big = str_starts(tiff, STR("MM"));
    size_t table = number_at(tiff, 4, 4, big);
    if (!(big || str_starts(tiff, STR("II"))) || number_at(tiff, 2, 2, big) != 42 || table >= tiff.length)
        return 1;
    size_t count = number_at(tiff, table, 2, big);
    for (size_t i = 0, at = table + 2; i < count && at + 12 <= tiff.length; i++, at += 12)
        if (number_at(tiff, at, 2, big) == 0x0112) {
            uint32_t orientation = number_at(tiff, at + 8, 2, big);
            return orientation >= 1 && orientation <= 8 ? (int)orientation : 1;
        }
    return 1;
}

static int orientation_of(const struct decoder *decoder)
{
    for (jpeg_saved_marker_ptr marker = decoder->jpeg.marker_list; marker; marker = marker->next)
        if (marker->marker == JPEG_APP0 + 1)
            return exif_orientation((struct str){(const char *)marker->data, marker->data_length});
    return 1;
}

/* Where pixel (x, y) of the stored picture stands in the upright one, counted in pixels. */
static size_t upright(const struct decoder *decoder, uint32_t x, uint32_t y)
{
    size_t width = decoder->image->width, height = decoder->image->height, column = x, row = y;
    int orientation = decoder->orientation;
    if (orientation >= 5) {
        column = y;
        row = x;
    }
    /* 2 and 4 are mirrored, 3 is upside down; 6 and 8 lie on their sides, 5 and 7 are mirrored too. */
    if (orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7)
        column = width - 1 - column;
    if (orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8)
        row = height - 1 - row;
    return row * width + column;
}

/* ---- rows ---- */

static void pixel_keep(const struct decoder *decoder, const uint8_t *from, uint8_t *rgb)
{
    if (decoder->jpeg.output_components == 3) {
        memcpy(rgb, from, 3);
        return;
    }
    unsigned black = decoder->inverted ? from[3] : 255u - from[3];
    for (int i = 0; i < 3; i++) {
        unsigned ink = decoder->inverted ? from[i] : 255u - from[i];
        rgb[i] = (uint8_t)(ink * black / 255);
    }
}

static void rows_decode(struct decoder *decoder)
{
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    uint8_t *row = arena_bytes(decoder->arena, (size_t)jpeg->output_width * (size_t)jpeg->output_components);
    while (jpeg->output_scanline < jpeg->output_height) {
        uint32_t y = jpeg->output_scanline;
        JSAMPROW rows[1] = {row};
        if (jpeg_read_scanlines(jpeg, rows, 1) != 1)
            longjmp(decoder->jump, 1);
        for (uint32_t x = 0; decoder->samples && x < jpeg->output_width; x++)
            pixel_keep(decoder, row + x * (size_t)jpeg->output_components,
                       decoder->samples->rgb + 3 * upright(decoder, x, y));
    }
}

static void header_read(struct decoder *decoder, struct str bytes)
{
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    jpeg_mem_src(jpeg, (const unsigned char *)bytes.at, bytes.length);
    jpeg_save_markers(jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(jpeg, TRUE);
    if (!image_size_allowed(jpeg->image_width, jpeg->image_height))
        longjmp(decoder->jump, 1);
    bool inks = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
    jpeg->out_color_space = inks ? JCS_CMYK : JCS_RGB;
    decoder->inverted = jpeg->saw_Adobe_marker;
    decoder->orientation = orientation_of(decoder);
    bool lying = decoder->orientation >= 5;
    decoder->image->width = lying ? jpeg->image_height : jpeg->image_width;
    decoder->image->height = lying ? jpeg->image_width : jpeg->image_height;
    decoder->image->orientation = (uint8_t)decoder->orientation;
}

static void picture_decode(struct decoder *decoder, struct str bytes)
{
    header_read(decoder, bytes);
    if (decoder->samples) {
        size_t pixels = (size_t)decoder->image->width * decoder->image->height;
        *decoder->samples = (struct samples){arena_bytes(decoder->arena, pixels * 3), NULL};
    }
    jpeg_start_decompress(&decoder->jpeg);
    rows_decode(decoder);
    jpeg_finish_decompress(&decoder->jpeg);
}

bool jpeg_decode(struct arena *arena, struct str bytes, struct image *image, struct samples *samples)
{
    struct decoder *decoder = ARENA_NEW(arena, struct decoder);
    *decoder = (struct decoder){.arena = arena, .image = image, .samples = samples};
    decoder->jpeg.err = jpeg_std_error(&decoder->errors);
    decoder->jpeg.client_data = decoder;
    decoder->errors.error_exit = on_error;
    decoder->errors.emit_message = on_message;
    decoder->progress.progress_monitor = on_progress;
    if (setjmp(decoder->jump)) {
        jpeg_destroy_decompress(&decoder->jpeg);
        return false;
    }
    jpeg_create_decompress(&decoder->jpeg);
    decoder->jpeg.progress = &decoder->progress;
    picture_decode(decoder, bytes);
    jpeg_destroy_decompress(&decoder->jpeg);
    return true;
}

/* ---- the other way ---- */

#define QUALITY 82
#define CHUNK 16384

struct encoder {
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_destination_mgr destination;
    jmp_buf jump;
    struct buffer out;
    uint8_t chunk[CHUNK];
};

static struct encoder *encoder_of(j_compress_ptr jpeg)
{
    return jpeg->client_data;
}

static void on_failure(j_common_ptr jpeg)
{
    longjmp(((struct encoder *)jpeg->client_data)->jump, 1);
}

static void chunk_start(j_compress_ptr jpeg)
{
    jpeg->dest->next_output_byte = encoder_of(jpeg)->chunk;
    jpeg->dest->free_in_buffer = CHUNK;
}

static boolean chunk_full(j_compress_ptr jpeg)
{
    buffer_add(&encoder_of(jpeg)->out, (struct str){(const char *)encoder_of(jpeg)->chunk, CHUNK});
    chunk_start(jpeg);
    return TRUE;
}

static void chunk_last(j_compress_ptr jpeg)
{
    struct str rest = {(const char *)encoder_of(jpeg)->chunk, CHUNK - jpeg->dest->free_in_buffer};
    buffer_add(&encoder_of(jpeg)->out, rest);
}

static void picture_encode(struct encoder *encoder, uint8_t *rgb, uint32_t width, uint32_t height)
{
    struct jpeg_compress_struct *jpeg = &encoder->jpeg;
    encoder->destination = (struct jpeg_destination_mgr){
        .init_destination = chunk_start, .empty_output_buffer = chunk_full, .term_destination = chunk_last};
    jpeg->dest = &encoder->destination;
    jpeg->image_width = width;
    jpeg->image_height = height;
    jpeg->input_components = 3;
    jpeg->in_color_space = JCS_RGB;
    jpeg_set_defaults(jpeg);
    jpeg_set_quality(jpeg, QUALITY, TRUE);
    jpeg->optimize_coding = TRUE;
    jpeg_start_compress(jpeg, TRUE);
    while (jpeg->next_scanline < height) {
        JSAMPROW rows[1] = {rgb + (size_t)jpeg->next_scanline * width * 3};
        jpeg_write_scanlines(jpeg, rows, 1);
    }
    jpeg_finish_compress(jpeg);
}

bool jpeg_encode(struct arena *arena, uint8_t *rgb, uint32_t width, uint32_t height, struct str *bytes)
{
    struct encoder *encoder = ARENA_NEW(arena, struct encoder);
    encoder->out = (struct buffer){.arena = arena};
    encoder->jpeg.err = jpeg_std_error(&encoder->errors);
    encoder->jpeg.client_data = encoder;
    encoder->errors.error_exit = on_failure;
    if (setjmp(encoder->jump)) {
        jpeg_destroy_compress(&encoder->jpeg);
        return false;
    }
    jpeg_create_compress(&encoder->jpeg);
    picture_encode(encoder, rgb, width, height);
    jpeg_destroy_compress(&encoder->jpeg);
    *bytes = buffer_str(&encoder->out);
    return true;
}
