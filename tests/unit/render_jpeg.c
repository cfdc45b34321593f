/* JPEG files are stripped of what a camera wrote beside the picture. */
#include "arena.h"
#include "render/jpeg.h"

#define START "\xFF\xD8"
#define EXIF "\xFF\xE1\x00\x08GPS!!!"
#define COMMENT "\xFF\xFE\x00\x05Moi"
#define ADOBE                                                                                                          \
    "\xFF\xEE\x00\x04"                                                                                                 \
    "Ad"
#define FRAME "\xFF\xC0\x00\x0B\x08\x00\x10\x00\x20\x03\x01\x11\x00"
#define TABLES "\xFF\xC4\x00\x04\xFF\xD9"
#define SCAN "\xFF\xDA\x00\x04\x01\x02\x11\xFF\x00\x22\xFF\xD3\x33"
#define END "\xFF\xD9"

static void test_what_the_camera_wrote_is_left_out(void **state)
{
    (void)state;
    struct jpeg jpeg;
    assert_true(jpeg_strip(arena, STR(START EXIF COMMENT ADOBE FRAME SCAN TABLES SCAN END "film"), &jpeg));
    assert_true(str_equal(jpeg.bytes, STR(START ADOBE FRAME SCAN TABLES SCAN END)));
    assert_int_equal(jpeg.components, 3);
}

static void test_padding_between_segments(void **state)
{
    (void)state;
    struct jpeg jpeg;
    assert_true(jpeg_strip(arena, STR(START "\xFF\xFF" FRAME "\xFF" SCAN END), &jpeg));
    assert_true(str_equal(jpeg.bytes, STR(START FRAME SCAN END)));
}

static void test_every_truncation_is_refused(void **state)
{
    (void)state;
    struct jpeg jpeg;
    struct str whole = STR(START EXIF FRAME SCAN TABLES SCAN END);
    for (size_t length = 0; length < whole.length; length++)
        assert_false(jpeg_strip(arena, str_slice(whole, 0, length), &jpeg));
    assert_true(jpeg_strip(arena, whole, &jpeg));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_what_the_camera_wrote_is_left_out, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_padding_between_segments, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_every_truncation_is_refused, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
