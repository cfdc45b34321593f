/* PDF files from pages made by hand: what is in them is read back with a small reader of uncompressed objects. */
#include "render/device.h"
#include "render/pdf/pdf.h"
#include "render/pdf/press.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct bench {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct render_device *device;
    struct document document;
    struct pages pages;
};

static int bench_open(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    bench->arena = arena_new();
    bench->diagnostics = diagnostics_new(bench->arena);
    bench->device = render_open(bench->arena, NULL, bench->diagnostics);
    bench->document = (struct document){
        .title = STR("Bilan"),
        .programme = STR("Jeunes (et m\xC3\xA9tiers)"),
        .date = date_of(2026, 1, 20),
        .language = LANGUAGE_FR,
    };
    *state = bench;
    return 0;
}

static int bench_close(void **state)
{
    struct bench *bench = *state;
    render_close(bench->device);
    arena_free(bench->arena);
    free(bench);
    return 0;
}

/* ---- pages by hand ---- */

static int tag_add(struct bench *bench, enum tag_role role, int parent)
{
    struct pages *pages = &bench->pages;
    if (pages->tag_count == pages->tag_capacity)
        pages->tags =
            arena_grow(bench->arena, pages->tags, pages->tag_count, &pages->tag_capacity, sizeof *pages->tags);
    pages->tags[pages->tag_count] = (struct tag){.role = role, .parent = parent};
    return (int)pages->tag_count++;
}

static struct drawing *page_add(struct bench *bench)
{
    struct page *page = PUSH(bench->arena, &bench->pages);
    page->drawing.width = 595276;
    page->drawing.height = 841890;
    return &page->drawing;
}

static struct mark *text_add(struct bench *bench, struct drawing *drawing, int tag, const char *text)
{
    struct mark *mark = drawing_add(bench->arena, drawing, MARK_TEXT);
    mark->tag = tag;
    mark->x = 72000;
    mark->y = 100000 + 14000 * (int32_t)drawing->count;
    mark->text = str_of(text);
    mark->style = (struct text_style){FACE_REGULAR, 0, 10000, 0x202020};
    return mark;
}

static struct str print(struct bench *bench)
{
    struct str bytes = STR_NONE;
    assert_true(
        pdf_print(bench->arena, bench->device->press, &bench->document, &bench->pages, &bytes, bench->diagnostics));
    return bytes;
}

static size_t count_of(struct str bytes, const char *part)
{
    struct str wanted = str_of(part);
    size_t count = 0;
    for (size_t i = 0; i + wanted.length <= bytes.length; i++)
        count += memcmp(bytes.at + i, wanted.at, wanted.length) == 0;
    return count;
}

static void assert_has(struct str bytes, const char *part)
{
    if (!count_of(bytes, part))
        fail_msg("not in the file: %s", part);
}

/* ---- what a file holds ---- */

static void test_a_page_of_text(void **state)
{
    struct bench *bench = *state;
    int document = tag_add(bench, TAG_DOCUMENT, -1), paragraph = tag_add(bench, TAG_P, document);
    text_add(bench, page_add(bench), paragraph, "Un bilan");
    struct str bytes = print(bench);
    assert_true(str_starts(bytes, STR("%PDF-1.7\n")));
    assert_true(str_ends(bytes, STR("%%EOF\n")));
    assert_has(bytes, "/Subtype /CIDFontType2");
    assert_has(bytes, "+Lato-Regular");
    assert_has(bytes, "/MarkInfo <</Marked true>>");
    assert_has(bytes, "<pdfuaid:part>1</pdfuaid:part>");
    assert_has(bytes, "/Title (Bilan)");
    assert_has(bytes, "/Author <FEFF"); /* an accent: UTF-16 */
    assert_has(bytes, "(D:20260120000000+00'00')");
    assert_int_equal(count_of(bytes, "/S /P\n"), 1);
}

static void test_same_pages_same_bytes(void **state)
{
    struct bench *bench = *state;
    int paragraph = tag_add(bench, TAG_P, tag_add(bench, TAG_DOCUMENT, -1));
    text_add(bench, page_add(bench), paragraph, "AVATAR office 1 234,5");
    struct str once = print(bench);
    struct render_device *other = render_open(bench->arena, NULL, bench->diagnostics);
    /* Words already known must not change anything. */
    shaper_width(other->shaper, FACE_BOLD, 0, STR("office autre"));
    struct str again = STR_NONE;
    assert_true(pdf_print(bench->arena, other->press, &bench->document, &bench->pages, &again, bench->diagnostics));
    assert_true(str_equal(once, again));
    render_close(other);
}

/* Both identifiers of the trailer, one after the other. */
static struct str trailer_id(struct str bytes)
{
    static char digits[2][65];
    static int turn;
    char *into = digits[turn = !turn];
    const char *at = strstr(bytes.at + bytes.length - 200, "/ID [<");
    assert_non_null(at);
    memcpy(into, at + 6, 32);
    memcpy(into + 32, at + 6 + 34, 32);
    return (struct str){into, 64};
}

static void test_the_identifier_follows_the_content(void **state)
{
    struct bench *bench = *state;
    int paragraph = tag_add(bench, TAG_P, tag_add(bench, TAG_DOCUMENT, -1));
    struct mark *mark = text_add(bench, page_add(bench), paragraph, "un");
    struct str one = print(bench);
    mark->text = STR("deux");
    struct str two = print(bench);
    assert_has(one, "/ID [<");
    assert_int_equal(count_of(one, "<00000000000000000000000000000000>"), 0);
    struct str ids[2] = {trailer_id(one), trailer_id(two)};
    assert_int_equal(ids[0].length, 64);
    assert_true(str_equal(str_slice(ids[0], 0, 32), str_slice(ids[0], 32, 64))); /* never edited since */
    assert_false(str_equal(ids[0], ids[1]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_page_of_text, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(test_same_pages_same_bytes, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(test_the_identifier_follows_the_content, bench_open, bench_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
