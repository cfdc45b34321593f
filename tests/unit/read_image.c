#include "arena.h"
#include <stdio.h>

#include <jpeglib.h>
#include <spng.h>

#include "read/image.h"

/* ---- pictures made for the tests ---- */

static struct str png_of(uint32_t width, uint32_t height, uint8_t colour, uint8_t depth, bool interlaced,
                         const uint8_t *samples, size_t bytes)
{
    spng_ctx *png = spng_ctx_new(SPNG_CTX_ENCODER);
    struct spng_ihdr header = {width, height, depth, colour, 0, 0, interlaced};
    size_t length = 0;
    int error;
    spng_set_option(png, SPNG_ENCODE_TO_BUFFER, 1);
    spng_set_ihdr(png, &header);
    assert_int_equal(spng_encode_image(png, samples, bytes, SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE), 0);
    char *made = spng_get_png_buffer(png, &length, &error);
    struct str copy = str_copy(arena, (struct str){made, length});
    free(made);
    spng_ctx_free(png);
    return copy;
}

static struct str exif_of(int orientation)
{
    static const char big[] = "Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\0\0\0\0\0\0\0";
    static const char little[] = "Exif\0\0II*\0\x08\0\0\0\1\0\x12\x01\3\0\1\0\0\0\0\0\0\0\0\0\0\0";
    bool odd = orientation % 2;
    struct str exif = str_copy(arena, (struct str){odd ? big : little, sizeof big - 1});
    ((char *)(uintptr_t)exif.at)[odd ? 25 : 24] = (char)orientation;
    return exif;
}

/* Rows given by `colour_at`, as the camera stores them. */
static struct str jpeg_of(uint32_t width, uint32_t height, J_COLOR_SPACE space, int components, int orientation,
                          uint8_t (*colour_at)(uint32_t x, uint32_t y, int component))
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *made = NULL;
    unsigned long length = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &made, &length);
    jpeg.image_width = width;
    jpeg.image_height = height;
    jpeg.input_components = components;
    jpeg.in_color_space = space;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 100, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    struct str exif = exif_of(orientation);
    if (orientation)
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, (const JOCTET *)exif.at, (unsigned)exif.length);
    uint8_t *row = arena_alloc(arena, width, (size_t)components);
    for (uint32_t y = 0; y < height; y++) {
        for (uint32_t x = 0; x < width; x++)
            for (int c = 0; c < components; c++)
                row[x * (size_t)components + (size_t)c] = colour_at(x, y, c);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    struct str copy = str_copy(arena, (struct str){(const char *)made, length});
    free(made);
    return copy;
}

/* The upper left quarter is red, the rest white. */
static uint8_t quarter(uint32_t x, uint32_t y, int component)
{
    return x < 16 && y < 8 && component ? 0 : 255;
}

static uint8_t grey(uint32_t x, uint32_t y, int component)
{
    (void)y, (void)component;
    return (uint8_t)(x * 8);
}

/* Full yellow, no other ink, the way Adobe stores it. */
static uint8_t yellow(uint32_t x, uint32_t y, int component)
{
    (void)x, (void)y;
    return component == 2 ? 0 : 255;
}

static const uint8_t four[] = {255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 0, 9, 8, 7, 255};

/* ---- tests ---- */

static void png_is_decoded(void **state)
{
    (void)state;
    for (int interlaced = 0; interlaced < 2; interlaced++) {
        struct image image = {.path = STR("a.png")};
        uint8_t *rgb, *alpha;
        assert_true(read_image(arena, png_of(2, 2, SPNG_COLOR_TYPE_TRUECOLOR_ALPHA, 8, interlaced, four, 16), &image));
        assert_int_equal(image.kind, IMAGE_PNG);
        assert_int_equal(image.width * 10 + image.height, 22);
        assert_string_equal(image.path.at, "a.png");
        assert_true(read_samples(arena, &image, &rgb, &alpha));
        assert_memory_equal(rgb, ((uint8_t[]){255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7}), 12);
        assert_memory_equal(alpha, ((uint8_t[]){255, 128, 0, 255}), 4);
    }
}

static void interlaced_rows_find_their_place(void **state)
{
    (void)state;
    uint8_t samples[11 * 13], *rgb, *alpha;
    for (size_t i = 0; i < sizeof samples; i++)
        samples[i] = (uint8_t)(i * 37);
    struct image image = {0};
    assert_true(read_image(arena, png_of(11, 13, SPNG_COLOR_TYPE_GRAYSCALE, 8, true, samples, sizeof samples), &image));
    assert_true(read_samples(arena, &image, &rgb, &alpha));
    for (size_t i = 0; i < sizeof samples; i++)
        assert_int_equal(rgb[3 * i + 1], samples[i]);
}

static void opaque_pictures_have_no_transparency(void **state)
{
    (void)state;
    struct image image = {0};
    uint8_t *rgb, *alpha;
    assert_true(read_image(arena, png_of(2, 2, SPNG_COLOR_TYPE_GRAYSCALE, 8, false, four, 4), &image));
    assert_true(read_samples(arena, &image, &rgb, &alpha));
    assert_null(alpha);
    assert_memory_equal(rgb, ((uint8_t[]){255, 255, 255, 0, 0, 0, 0, 0, 0, 255, 255, 255}), 12);
}

static void jpeg_is_decoded(void **state)
{
    (void)state;
    struct image image = {0};
    uint8_t *rgb, *alpha;
    assert_true(read_image(arena, jpeg_of(32, 16, JCS_GRAYSCALE, 1, 0, grey), &image));
    assert_int_equal(image.kind, IMAGE_JPEG);
    assert_int_equal(image.width, 32);
    assert_int_equal(image.height, 16);
    assert_true(image.orientation <= 1);
    assert_true(read_samples(arena, &image, &rgb, &alpha));
    assert_null(alpha);
    assert_in_range(rgb[3 * 20], 157, 163);
}

static void inks_become_light(void **state)
{
    (void)state;
    struct image image = {0};
    uint8_t *rgb, *alpha;
    assert_true(read_image(arena, jpeg_of(8, 8, JCS_CMYK, 4, 0, yellow), &image));
    assert_true(read_samples(arena, &image, &rgb, &alpha));
    assert_in_range(rgb[0], 250, 255);
    assert_in_range(rgb[1], 250, 255);
    assert_in_range(rgb[2], 0, 5);
}

/* Where the red quarter is when the picture is held upright, by orientation. */
static void pictures_are_turned_upright(void **state)
{
    (void)state;
    static const struct {
        bool right, low;
    } corner[] = {{false, false}, {true, false}, {true, true}, {false, true},
                  {false, false}, {true, false}, {true, true}, {false, true}};
    for (int orientation = 1; orientation <= 8; orientation++) {
        struct image image = {0};
        uint8_t *rgb, *alpha;
        assert_true(read_image(arena, jpeg_of(32, 16, JCS_RGB, 3, orientation, quarter), &image));
        assert_int_equal(image.width, orientation < 5 ? 32 : 16);
        assert_int_equal(image.height, orientation < 5 ? 16 : 32);
        assert_int_equal(image.orientation, orientation);
        assert_true(read_samples(arena, &image, &rgb, &alpha));
        for (int place = 0; place < 4; place++) {
            bool right = place & 1, low = place & 2;
            size_t x = right ? image.width - 3 : 2, y = low ? image.height - 3 : 2;
            bool red = rgb[3 * (y * image.width + x) + 1] < 128;
            assert_int_equal(red, right == corner[orientation - 1].right && low == corner[orientation - 1].low);
        }
    }
}

static void broken_exif_is_no_orientation(void **state)
{
    (void)state;
    struct str exif = exif_of(6);
    assert_int_equal(exif_orientation(exif), 6);
    for (size_t i = 0; i < exif.length; i++) {
        assert_in_range(exif_orientation(str_slice(exif, 0, i)), 1, 8);
        struct str wrong = str_copy(arena, exif);
        ((char *)(uintptr_t)wrong.at)[i] = '\xFF';
        assert_in_range(exif_orientation(wrong), 1, 8);
    }
}

static void cut_pictures_are_refused(void **state)
{
    (void)state;
    struct image image = {0};
    struct str png = png_of(2, 2, SPNG_COLOR_TYPE_TRUECOLOR_ALPHA, 8, false, four, 16);
    struct str jpeg = jpeg_of(32, 16, JCS_RGB, 3, 6, quarter);
    /* The check value after the end mark is nobody’s concern. */
    for (size_t i = 0; i + 4 < png.length; i++)
        assert_false(read_image(arena, str_copy(arena, str_slice(png, 0, i)), &image));
    for (size_t i = 0; i + 2 < jpeg.length; i++)
        assert_false(read_image(arena, str_copy(arena, str_slice(jpeg, 0, i)), &image));
    assert_int_equal(image.width, 0);
}

static void damaged_pictures_do_no_harm(void **state)
{
    (void)state;
    struct str pictures[] = {png_of(2, 2, SPNG_COLOR_TYPE_TRUECOLOR_ALPHA, 8, true, four, 16),
                             jpeg_of(32, 16, JCS_RGB, 3, 6, quarter)};
    unsigned seed = 1;
    for (int round = 0; round < 4000; round++) {
        struct arena_mark mark = arena_mark(arena);
        struct image image = {0};
        uint8_t *rgb, *alpha;
        struct str damaged = str_copy(arena, pictures[round % 2]);
        for (int i = 0; i < 3; i++) {
            seed = seed * 1664525u + 1013904223u;
            ((char *)(uintptr_t)damaged.at)[(seed >> 8) % damaged.length] = (char)seed;
        }
        if (read_image(arena, damaged, &image) && (uint64_t)image.width * image.height < 1000000)
            assert_true(read_samples(arena, &image, &rgb, &alpha));
        arena_rewind(arena, mark);
    }
}

static void what_is_too_large_is_refused_unread(void **state)
{
    (void)state;
    static const struct {
        uint32_t width, height;
    } sizes[] = {{20001, 1}, {1, 20001}, {20000, 2001}, {0x7FFFFFFF, 0x7FFFFFFF}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        assert_false(image_size_allowed(sizes[i].width, sizes[i].height));
    assert_true(image_size_allowed(20000, 2000));
    assert_false(image_size_allowed(0, 5));
    /* A header that promises 20 000 by 2 001 pixels, and bytes enough to begin. */
    struct image image = {0};
    uint8_t *black = arena_alloc(arena, 2501, 2001);
    assert_false(read_image(arena, png_of(20000, 2001, SPNG_COLOR_TYPE_GRAYSCALE, 1, false, black, (size_t)2500 * 2001),
                            &image));
}

static void what_is_no_picture_is_refused(void **state)
{
    (void)state;
    struct image image = {0};
    assert_false(read_image(arena, STR(""), &image));
    assert_false(read_image(arena, STR("GIF89a"), &image));
    assert_false(read_image(arena, STR("\x89PNG\r\n\x1A\n"), &image));
    assert_false(read_image(arena, STR("\xFF\xD8\xFF\xE0 garbage"), &image));
    assert_false(read_image(arena, STR("<svg onload='alert(1)'/>"), &image));
}

/* ---- made smaller ---- */

/* A file as a browser gets it must be read again as any other. */
static struct image reduced(struct str file, uint32_t most)
{
    struct image image = {.path = STR("media/photo")}, seen;
    assert_true(read_image(arena, file, &image));
    struct image made = read_reduced(arena, &image, most);
    assert_true(read_image(arena, made.bytes, &seen));
    assert_int_equal(seen.width, made.width);
    assert_int_equal(seen.height, made.height);
    assert_int_equal(seen.kind, image.kind);
    return made;
}

/* Noise, which nothing packs, in the left half; the right half is one colour. */
static struct str noisy_png(uint32_t width, uint32_t height, size_t depth)
{
    uint8_t *samples = arena_bytes(arena, (size_t)width * height * depth);
    uint32_t state = 1;
    for (size_t i = 0; i < (size_t)width * height; i++)
        for (size_t c = 0; c < depth; c++) {
            state = state * 1664525 + 1013904223;
            uint8_t plain = c < 3 ? (uint8_t)(60 * (c + 1)) : 128;
            samples[i * depth + c] = i % width < width / 2 ? (uint8_t)(state >> 24) : plain;
        }
    return png_of(width, height, depth == 3 ? 2 : 6, 8, false, samples, (size_t)width * height * depth);
}

static void photographs_are_made_as_small_as_they_are_shown(void **state)
{
    (void)state;
    struct image made = reduced(noisy_png(400, 100, 3), 100);
    assert_int_equal(made.width, 100);
    assert_int_equal(made.height, 25);
    uint8_t *rgb, *alpha;
    assert_true(read_samples(arena, &made, &rgb, &alpha));
    assert_null(alpha);
    const uint8_t *right = rgb + 3 * 99, *left = rgb + 3 * 10;
    assert_int_equal(right[0] * 1000000 + right[1] * 1000 + right[2], 60120180);
    assert_in_range(left[0], 60, 195); /* the mean of sixteen values of chance */
}

static void transparency_is_made_smaller_too(void **state)
{
    (void)state;
    struct image made = reduced(noisy_png(90, 300, 4), 100);
    assert_int_equal(made.width, 30);
    assert_int_equal(made.height, 100);
    uint8_t *rgb, *alpha;
    assert_true(read_samples(arena, &made, &rgb, &alpha));
    assert_int_equal(alpha[29], 128);
    assert_int_equal(rgb[3 * 29 + 1], 120);
}

static void what_is_small_or_light_stays(void **state)
{
    (void)state;
    struct str small = noisy_png(140, 100, 3);
    assert_ptr_equal(reduced(small, 100).bytes.at, small.at); /* not much larger than asked for */
    uint8_t *plain = arena_bytes(arena, 400 * 400 * 3);
    memset(plain, 200, 400 * 400 * 3);
    struct str light = png_of(400, 400, 2, 8, false, plain, 400 * 400 * 3);
    struct image made = reduced(light, 100);
    assert_true(made.bytes.length <= light.length);
}

static uint8_t large_quarter(uint32_t x, uint32_t y, int component)
{
    return quarter(x / 10, y / 10, component);
}

static void photographs_stay_upright_when_made_smaller(void **state)
{
    (void)state;
    struct image made = reduced(jpeg_of(320, 160, JCS_RGB, 3, 6, large_quarter), 80);
    uint8_t *rgb, *alpha;
    assert_int_equal(made.width, 40);
    assert_int_equal(made.height, 80);
    assert_in_range(made.orientation, 0, 1);
    assert_true(read_samples(arena, &made, &rgb, &alpha));
    assert_true(rgb[3 * 38 + 1] < 128); /* held this way, the red quarter is at the top right */
    assert_true(rgb[3 * (79 * 40 + 1) + 1] >= 128);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(png_is_decoded),
        cmocka_unit_test(interlaced_rows_find_their_place),
        cmocka_unit_test(opaque_pictures_have_no_transparency),
        cmocka_unit_test(jpeg_is_decoded),
        cmocka_unit_test(inks_become_light),
        cmocka_unit_test(pictures_are_turned_upright),
        cmocka_unit_test(broken_exif_is_no_orientation),
        cmocka_unit_test(cut_pictures_are_refused),
        cmocka_unit_test(damaged_pictures_do_no_harm),
        cmocka_unit_test(what_is_too_large_is_refused_unread),
        cmocka_unit_test(what_is_no_picture_is_refused),
        cmocka_unit_test(photographs_are_made_as_small_as_they_are_shown),
        cmocka_unit_test(transparency_is_made_smaller_too),
        cmocka_unit_test(what_is_small_or_light_stays),
        cmocka_unit_test(photographs_stay_upright_when_made_smaller),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
