/* PDF files from pages made by hand: what is in them is read back with a small reader of uncompressed objects. */
#include "unit.h"

#include "render/device.h"
#include "render/formats.h"
#include "render/pdf/pdf.h"

#include <stdio.h>
#include <libdeflate.h>

/* libhyphen loses a few words of each dictionary that it loads. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libhyphen";
}

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
    bench->device = render_open(bench->arena, NULL, true, bench->diagnostics);
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

static size_t count(struct str bytes, struct str wanted)
{
    size_t found = 0;
    for (size_t i = 0; i + wanted.length <= bytes.length; i++)
        found += memcmp(bytes.at + i, wanted.at, wanted.length) == 0;
    return found;
}

static bool contains(struct str bytes, struct str wanted)
{
    return count(bytes, wanted) > 0;
}

static size_t count_of(struct str bytes, const char *part)
{
    return count(bytes, str_of(part));
}

static void assert_has(struct str bytes, const char *part)
{
    if (!count_of(bytes, part))
        fail_msg("not in the file: %s", part);
}

/* ---- reading back ---- */

/* What stands between "12 0 obj" and "endobj". */
static struct str object_text(struct str bytes, unsigned object)
{
    char opening[32];
    snprintf(opening, sizeof opening, "\n%u 0 obj\n", object);
    for (size_t i = 0; i < bytes.length; i++)
        if (str_starts(str_slice(bytes, i, bytes.length), str_of(opening))) {
            struct str rest = str_slice(bytes, i + strlen(opening), bytes.length);
            for (size_t end = 0;; end++)
                if (str_starts(str_slice(rest, end, rest.length), STR("\nendobj\n")))
                    return str_slice(rest, 0, end);
        }
    fail_msg("no object %u", object);
    return STR_NONE;
}

/* The first object that holds this text; the search goes on from *object. */
static struct str object_with(struct str bytes, const char *part, unsigned *object)
{
    for (++*object; *object < 400; ++*object) {
        struct str text = object_text(bytes, *object);
        if (count_of(text, part))
            return text;
    }
    return STR_NONE;
}

static unsigned number_after(struct str text, const char *key)
{
    struct str wanted = str_of(key);
    for (size_t i = 0; i < text.length; i++)
        if (str_starts(str_slice(text, i, text.length), wanted))
            return (unsigned)strtoul(text.at + i + wanted.length, NULL, 10);
    fail_msg("no %s", key);
    return 0;
}

static struct str inflated(struct arena *arena, struct str object)
{
    struct str opening = STR("stream\r\n"), ending = STR("\nendstream");
    size_t from = 0, room = 1 << 20, length = 0;
    while (!str_starts(str_slice(object, from, object.length), opening))
        from++;
    struct str data = str_slice(object, from + opening.length, object.length - ending.length);
    if (!count_of(str_slice(object, 0, from), "/FlateDecode"))
        return data;
    char *at = arena_alloc(arena, room, 1);
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    assert_int_equal(libdeflate_zlib_decompress(inflater, data.at, data.length, at, room, &length), LIBDEFLATE_SUCCESS);
    libdeflate_free_decompressor(inflater);
    return (struct str){at, length};
}

static unsigned hex(const char *at, size_t digits)
{
    char text[9] = {0};
    memcpy(text, at, digits);
    return (unsigned)strtoul(text, NULL, 16);
}

/* What the code stands for, by the only range of the only character map of the file. */
static void add_text(struct buffer *out, struct str map, unsigned code)
{
    size_t at = 0;
    while (!str_starts(str_slice(map, at, map.length), STR("<0001> <")))
        at++;
    at = str_index(map, '[', at);
    for (; code > 0; code--)
        at = str_index(map, '<', at + 1);
    for (at++; map.at[at] != '>'; at += 4)
        buffer_rune(out, hex(map.at + at, 4));
}

/* The two bytes of a code, with their escapes; *at advances. */
static unsigned code_read(struct str content, size_t *at)
{
    unsigned code = 0;
    for (int byte = 0; byte < 2; byte++, ++*at) {
        bool escaped = content.at[*at] == '\\';
        *at += escaped;
        unsigned value = (unsigned char)content.at[*at];
        code = code << 8 | (escaped && value == 'r' ? '\r' : value);
    }
    return code;
}

/* The text of the only page, in one font: runs are separated by '|'. */
static struct str text_of(struct arena *arena, struct str bytes)
{
    unsigned object = 0;
    struct str map = inflated(arena, object_with(bytes, "/Type /CMap", &object));
    object = 0;
    struct str page = object_with(bytes, "/Type /Page\n", &object);
    struct str content = inflated(arena, object_text(bytes, number_after(page, "/Contents ")));
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i + 1 < content.length; i++) {
        if (str_starts(str_slice(content, i, content.length), STR("BT\n")) && out.count)
            buffer_byte(&out, '|');
        if (content.at[i] == '(')
            for (i++; content.at[i] != ')';)
                add_text(&out, map, code_read(content, &i));
    }
    return buffer_str(&out);
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
    assert_has(bytes, "/Author (\xFE\xFF"); /* an accent: UTF-16 */
    assert_has(bytes, "(D:20260120000000+00'00')");
    assert_int_equal(count_of(bytes, "/S/P/P"), 1);
}

static void test_same_pages_same_bytes(void **state)
{
    struct bench *bench = *state;
    int paragraph = tag_add(bench, TAG_P, tag_add(bench, TAG_DOCUMENT, -1));
    text_add(bench, page_add(bench), paragraph, "AVATAR office 1 234,5");
    struct str once = print(bench);
    struct render_device *other = render_open(bench->arena, NULL, true, bench->diagnostics);
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

/* ---- text ---- */

#define NBSP "\xC2\xA0"
#define NNBSP "\xE2\x80\xAF"
#define SOFT_HYPHEN "\xC2\xAD"

static void test_text_comes_back_as_it_was_written(void **state)
{
    struct bench *bench = *state;
    int paragraph = tag_add(bench, TAG_P, tag_add(bench, TAG_DOCUMENT, -1));
    struct drawing *page = page_add(bench);
    text_add(bench, page, paragraph, "L\xE2\x80\x99office fi\xC3\xA8re" NNBSP ": 1" NNBSP "234" NBSP "% ");
    text_add(bench, page, paragraph, "\xC5\x93uvre AVATAR c\xC3\xA9s" SOFT_HYPHEN);
    struct str bytes = print(bench);
    assert_string_equal(text_of(bench->arena, bytes).at, "L\xE2\x80\x99office fi\xC3\xA8re" NNBSP ": 1" NNBSP "234" NBSP
                                                         "% |\xC5\x93uvre AVATAR c\xC3\xA9s" SOFT_HYPHEN);
}

static void test_kerning_moves_and_spaces_stretch(void **state)
{
    struct bench *bench = *state;
    int paragraph = tag_add(bench, TAG_P, tag_add(bench, TAG_DOCUMENT, -1));
    struct mark *mark = text_add(bench, page_add(bench), paragraph, "A A");
    mark->word_gap = 2000; /* two points at ten points: 200 thousandths of an em */
    struct str bytes = print(bench);
    unsigned object = 0;
    struct str page = object_with(bytes, "/Type /Page\n", &object);
    struct str content = inflated(bench->arena, object_text(bytes, number_after(page, "/Contents ")));
    assert_true(contains(content, STR("(\0\1\0\2)-200(\0\1)")));
    mark->text = STR("AVA");
    mark->word_gap = 0;
    bytes = print(bench);
    content = inflated(bench->arena, object_text(bytes, number_after(page, "/Contents ")));
    assert_false(contains(content, STR("\0\1\0\2"))); /* A and V are drawn closer */
}

static void test_widths(void **state)
{
    struct bench *bench = *state;
    const struct metrics *metrics = &bench->device->metrics;
    int32_t one = metrics->width(metrics->device, FACE_REGULAR, FEATURE_TABULAR, STR("1"));
    assert_int_equal(one, metrics->width(metrics->device, FACE_REGULAR, FEATURE_TABULAR, STR("8")));
    assert_true(metrics->width(metrics->device, FACE_REGULAR, 0, STR("AVA")) <
                2 * metrics->width(metrics->device, FACE_REGULAR, 0, STR("A")) +
                    metrics->width(metrics->device, FACE_REGULAR, 0, STR("V")));
    assert_true(metrics->width(metrics->device, FACE_REGULAR, FEATURE_SMALL_SPACED, STR("AB")) ==
                metrics->width(metrics->device, FACE_REGULAR, 0, STR("AB")) + 120);
    /* Drawn at the end only. */
    assert_int_equal(metrics->width(metrics->device, FACE_REGULAR, 0, STR("c\xC3\xA9" SOFT_HYPHEN "sure")),
                     metrics->width(metrics->device, FACE_REGULAR, 0, STR("c\xC3\xA9sure")));
    assert_int_equal(metrics->width(metrics->device, FACE_REGULAR, 0, STR("c\xC3\xA9" SOFT_HYPHEN)),
                     metrics->width(metrics->device, FACE_REGULAR, 0, STR("c\xC3\xA9-")));
}

static void test_the_memory_of_words_is_bounded(void **state)
{
    struct bench *bench = *state;
    const struct metrics *metrics = &bench->device->metrics;
    int32_t before = metrics->width(metrics->device, FACE_REGULAR, 0, STR("programme"));
    for (int i = 0; i < 60000; i++) {
        char word[32];
        snprintf(word, sizeof word, "mot%d", i);
        metrics->width(metrics->device, FACE_REGULAR, 0, str_of(word));
    }
    assert_int_equal(before, metrics->width(metrics->device, FACE_REGULAR, 0, STR("programme")));
}

static void test_a_character_that_no_font_has(void **state)
{
    struct bench *bench = *state;
    int paragraph = tag_add(bench, TAG_P, tag_add(bench, TAG_DOCUMENT, -1));
    struct node *text = node_new(bench->arena, NODE_TEXT, (struct place){3, 12, 5});
    bench->document.body = node_new(bench->arena, NODE_BODY, (struct place){0});
    node_append(bench->document.body, text);
    text->text = STR("voir \xF0\x93\x80\x80\xF0\x93\x80\x80");
    text_add(bench, page_add(bench), paragraph, text->text.at);
    struct str bytes = print(bench);
    assert_int_equal(bench->diagnostics->count, 1); /* once a document */
    assert_int_equal(bench->diagnostics->at[0].message, MSG_character_missing);
    assert_int_equal(bench->diagnostics->at[0].place.line, 12);
    assert_true(str_equal(bench->diagnostics->at[0].word[1], STR("U+13000")));
    assert_true(pdf_verify(bench->arena, bytes));
}

static void test_the_fallback_has_what_the_text_face_has_not(void **state)
{
    struct bench *bench = *state;
    int paragraph = tag_add(bench, TAG_P, tag_add(bench, TAG_DOCUMENT, -1));
    text_add(bench, page_add(bench), paragraph, "fait \xE2\x9C\x93");
    struct str bytes = print(bench);
    assert_int_equal(bench->diagnostics->count, 0);
    assert_has(bytes, "+Lato-Regular");
    assert_has(bytes, "+DejaVuSans");
}

static void test_marks_stay_with_their_letter(void **state)
{
    struct bench *bench = *state;
    int paragraph = tag_add(bench, TAG_P, tag_add(bench, TAG_DOCUMENT, -1));
    /* No font has q with a tilde as one glyph. */
    text_add(bench, page_add(bench), paragraph, "q\xCC\x83");
    struct str bytes = print(bench);
    unsigned object = 0;
    struct str page = object_with(bytes, "/Type /Page\n", &object);
    struct str content = inflated(bench->arena, object_text(bytes, number_after(page, "/Contents ")));
    assert_true(contains(content, STR("/Span <</ActualText (\xFE\xFF\0q\3\3)>>BDC")));
    assert_int_equal(count_of(bytes, "/Type /FontDescriptor"), 1);
    assert_int_equal(bench->diagnostics->count, 0);
}

static void test_a_font_that_is_not_installed(void **state)
{
    struct bench *bench = *state;
    const struct theme theme = {.font = STR("Nulle Part Sans")};
    struct render_device *device = render_open(bench->arena, &theme, true, bench->diagnostics);
    assert_int_equal(bench->diagnostics->count, 1);
    assert_int_equal(bench->diagnostics->at[0].message, MSG_font_missing);
    assert_true(str_equal(bench->diagnostics->at[0].word[1], STR("Lato-Regular")));
    render_close(device);
}

static void test_the_type_and_paper_of_the_theme(void **state)
{
    struct bench *bench = *state;
    const struct theme theme = {.font = STR("dejavu serif"), .letter = true, .ragged = true};
    struct render_device *device = render_open(bench->arena, &theme, true, bench->diagnostics);
    assert_true(str_equal(shaper_face(device->shaper, FACE_REGULAR)->name, STR("DejaVuSerif")));
    assert_true(str_equal(shaper_face(device->shaper, FACE_BOLD)->name, STR("DejaVuSerif-Bold")));
    assert_int_equal(bench->diagnostics->count, 0);
    assert_int_equal(device->style.paper, PAPER_LETTER);
    assert_false(device->style.justify);
    render_close(device);
}

static void test_the_fingerprint_follows_the_fonts(void **state)
{
    struct bench *bench = *state;
    const struct theme theme = {.font = STR("DejaVu Serif")};
    struct render_device *same = render_open(bench->arena, NULL, true, bench->diagnostics);
    struct render_device *other = render_open(bench->arena, &theme, true, bench->diagnostics);
    struct sha256 prints[] = {render_fingerprint(bench->device, FORMAT_PDF), render_fingerprint(same, FORMAT_PDF),
                              render_fingerprint(other, FORMAT_PDF)};
    assert_memory_equal(prints[0].byte, prints[1].byte, sizeof prints[0].byte);
    assert_memory_not_equal(prints[0].byte, prints[2].byte, sizeof prints[0].byte);
    render_close(same);
    render_close(other);
}

static void test_what_is_not_laid_out_needs_no_font(void **state)
{
    struct bench *bench = *state;
    const struct theme theme = {.font = STR("No Such Family")};
    struct render_device *bare = render_open(bench->arena, &theme, false, bench->diagnostics);
    assert_int_equal(bench->diagnostics->count, 0);
    struct sha256 prints[] = {render_fingerprint(bench->device, FORMAT_HTML), render_fingerprint(bare, FORMAT_HTML)};
    assert_memory_equal(prints[0].byte, prints[1].byte, sizeof prints[0].byte);
    render_close(bare);
}

/* ---- the structure ---- */

static void test_content_and_children_in_reading_order(void **state)
{
    struct bench *bench = *state;
    int document = tag_add(bench, TAG_DOCUMENT, -1), paragraph = tag_add(bench, TAG_P, document);
    int link = tag_add(bench, TAG_LINK, paragraph);
    struct drawing *page = page_add(bench);
    text_add(bench, page, paragraph, "avant ");
    text_add(bench, page, link, "lien");
    struct mark *place = drawing_add(bench->arena, page, MARK_LINK);
    place->tag = link;
    place->width = place->height = 10000;
    place->link = STR("https://exemple.fr/\xC3\xA9(1)");
    place->title = STR("lien");
    text_add(bench, page, paragraph, " apr\xC3\xA8s");
    text_add(bench, page_add(bench), paragraph, "page suivante");
    struct str bytes = print(bench);
    unsigned link_object = 0, paragraph_object = 0;
    struct str link_text = object_with(bytes, "/S/Link/", &link_object);
    struct str paragraph_text = object_with(bytes, "/S/P/P", &paragraph_object);
    char kids[64];
    snprintf(kids, sizeof kids, "/K[ 0 %u 0 R 2<</Type/MCR", link_object);
    assert_has(paragraph_text, kids);
    assert_has(link_text, "/K[ 1<</Type/OBJR");
    assert_has(bytes, "/URI(https://exemple.fr/%C3%A9%281%29)");
    assert_has(bytes, "/StructParent 2>>"); /* after the two pages */
    char parents[96];
    snprintf(parents, sizeof parents, "/Nums [0 [ %u 0 R %u 0 R %u 0 R]\n1 [ %u 0 R]\n2 %u 0 R\n", paragraph_object,
             link_object, paragraph_object, paragraph_object, link_object);
    assert_has(bytes, parents);
}

static void test_links_within_the_document(void **state)
{
    struct bench *bench = *state;
    int document = tag_add(bench, TAG_DOCUMENT, -1), paragraph = tag_add(bench, TAG_P, document);
    int link = tag_add(bench, TAG_LINK, paragraph), lost = tag_add(bench, TAG_LINK, paragraph);
    struct drawing *page = page_add(bench);
    struct target_place targets[] = {{STR("zone"), 0, 300000}, {STR("arc"), 0, 141890}};
    bench->pages.targets = targets;
    bench->pages.target_count = 2;
    const int tags[] = {link, lost};
    const struct str links[] = {STR("#arc"), STR("#nulle-part")};
    for (int i = 0; i < 2; i++) {
        text_add(bench, page, tags[i], "voir");
        struct mark *place = drawing_add(bench->arena, page, MARK_LINK);
        place->tag = tags[i];
        place->link = links[i];
    }
    struct str bytes = print(bench);
    assert_has(bytes, "/XYZ null 700 null]");
    assert_int_equal(count_of(bytes, "/Subtype/Link"), 1);
    assert_int_equal(count_of(bytes, "/S/Link/"), 1);
    assert_int_equal(count_of(bytes, "/S/Span/"), 1); /* a link that leads nowhere is words */
}

static void test_tables_and_figures(void **state)
{
    struct bench *bench = *state;
    int document = tag_add(bench, TAG_DOCUMENT, -1), table = tag_add(bench, TAG_TABLE, document);
    int row = tag_add(bench, TAG_TR, table), head = tag_add(bench, TAG_TH, row), first = tag_add(bench, TAG_TH, row);
    int empty = tag_add(bench, TAG_TD, row), figure = tag_add(bench, TAG_FIGURE, document);
    struct tag *tags = bench->pages.tags;
    tags[head].column_span = 2;
    tags[first].row_header = true;
    tags[figure].alternative = STR("Une courbe qui monte");
    tags[figure].x = 72000;
    tags[figure].y = 100000;
    tags[figure].width = 200000;
    tags[figure].height = 50000;
    struct drawing *page = page_add(bench);
    text_add(bench, page, head, "T1");
    text_add(bench, page, first, "ARC");
    drawing_rectangle(bench->arena, page, 72000, 100000, 200000, 50000, 0x0072B2)->tag = figure;
    drawing_rectangle(bench->arena, page, 0, 0, 1000, 1000, 0xEEEEEE)->tag = empty; /* a background */
    struct str bytes = print(bench);
    assert_has(bytes, "/A<</O/Table/Scope/Column/ColSpan 2>>");
    assert_has(bytes, "/A<</O/Table/Scope/Row>>");
    assert_has(bytes, "/Alt(Une courbe qui monte)");
    assert_has(bytes, "/BBox[72 691.89 272 741.89 ]");
    unsigned object = 0;
    assert_has(object_with(bytes, "/S/TD/", &object), "/K[]");
    object = 0;
    assert_has(object_with(bytes, "/S/Figure/", &object), "/K[ 2]");
}

static void test_bookmarks(void **state)
{
    struct bench *bench = *state;
    int paragraph = tag_add(bench, TAG_P, tag_add(bench, TAG_DOCUMENT, -1));
    text_add(bench, page_add(bench), paragraph, "a");
    struct bookmark bookmarks[] = {{STR("Un"), 1, 0, 0}, {STR("Un.un"), 3, 0, 0}, {STR("Deux"), 1, 0, 0}};
    bench->pages.bookmarks = bookmarks;
    bench->pages.bookmark_count = 3;
    struct str bytes = print(bench);
    unsigned root = 0, one = 0, under = 0, two = 0;
    struct str root_text = object_with(bytes, "/Type /Outlines", &root);
    struct str one_text = object_with(bytes, "/Title (Un)", &one);
    object_with(bytes, "/Title (Un.un)", &under);
    object_with(bytes, "/Title (Deux)", &two);
    assert_has(root_text, "/Count 2\n");
    assert_int_equal(number_after(root_text, "/First "), one);
    assert_int_equal(number_after(root_text, "/Last "), two);
    assert_int_equal(number_after(one_text, "/First "), under);
    assert_int_equal(number_after(one_text, "/Next "), two);
}

/* ---- pictures ---- */

/* A JPEG whose headers say what they must; nobody looks at the picture here. */
#define JPEG                                                                                                           \
    "\xFF\xD8\xFF\xE1\x00\x08GPS!!!"                                                                                   \
    "\xFF\xC0\x00\x0B\x08\x00\x10\x00\x20\x03\x01\x11\x00\xFF\xDA\x00\x04\x01\x02\x11\xFF\xD9"

static struct mark *image_add(struct bench *bench, struct drawing *page, int figure, const struct image *image)
{
    struct mark *mark = drawing_add(bench->arena, page, MARK_IMAGE);
    mark->tag = figure;
    mark->image = image;
    mark->x = 72000;
    mark->y = 100000;
    mark->width = 100000;
    mark->height = 50000;
    return mark;
}

static void test_a_picture_is_in_the_file_once_and_bare(void **state)
{
    struct bench *bench = *state;
    int figure = tag_add(bench, TAG_FIGURE, tag_add(bench, TAG_DOCUMENT, -1));
    struct image image = {.bytes = STR(JPEG), .kind = IMAGE_JPEG, .width = 16, .height = 32, .orientation = 6};
    struct drawing *page = page_add(bench);
    image_add(bench, page, figure, &image);
    image_add(bench, page, figure, &image);
    struct str bytes = print(bench);
    assert_int_equal(count_of(bytes, "/Subtype /Image"), 1);
    assert_has(bytes, "/Width 32\n/Height 16\n/ColorSpace /DeviceRGB");
    assert_has(bytes, "/Filter /DCTDecode");
    assert_int_equal(count_of(bytes, "GPS"), 0);
    unsigned object = 0;
    struct str text = object_with(bytes, "/Type /Page\n", &object);
    struct str content = inflated(bench->arena, object_text(bytes, number_after(text, "/Contents ")));
    assert_int_equal(count_of(content, "q 0 -50 100 0 72 741.89 cm"), 2); /* a quarter turn */
    assert_true(pdf_verify(bench->arena, bytes));
}

static void test_a_picture_that_cannot_be_decoded(void **state)
{
    struct bench *bench = *state;
    int figure = tag_add(bench, TAG_FIGURE, tag_add(bench, TAG_DOCUMENT, -1));
    struct image image = {.path = STR("logo.png"), .bytes = STR("\x89PNG\r\n\x1A\n"), .width = 8, .height = 8};
    image_add(bench, page_add(bench), figure, &image);
    struct str bytes = print(bench);
    assert_int_equal(count_of(bytes, "/Subtype /Image"), 0);
    assert_int_equal(bench->diagnostics->count, 1);
    assert_int_equal(bench->diagnostics->at[0].message, MSG_image_unpainted);
    assert_true(pdf_verify(bench->arena, bytes));
}

/* ---- reading back ---- */

static void test_verify(void **state)
{
    struct bench *bench = *state;
    int paragraph = tag_add(bench, TAG_P, tag_add(bench, TAG_DOCUMENT, -1));
    text_add(bench, page_add(bench), paragraph, "Un (bilan) \\ \xC3\xA9");
    struct str bytes = print(bench);
    assert_true(pdf_verify(bench->arena, bytes));
    for (size_t length = 0; length < bytes.length; length += 13)
        assert_false(pdf_verify(bench->arena, str_slice(bytes, 0, length)));
    /* One byte too many or too few anywhere moves an object. */
    char *longer = arena_alloc(bench->arena, bytes.length + 1, 1);
    for (size_t at = 20; at < bytes.length - 260; at += bytes.length / 97) {
        memcpy(longer, bytes.at, at);
        longer[at] = ' ';
        memcpy(longer + at + 1, bytes.at + at, bytes.length - at);
        assert_false(pdf_verify(bench->arena, (struct str){longer, bytes.length + 1}));
    }
    assert_false(pdf_verify(bench->arena, STR_NONE));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)
    const struct CMUnitTest tests[] = {
        TEST(test_a_page_of_text),
        TEST(test_same_pages_same_bytes),
        TEST(test_the_identifier_follows_the_content),
        TEST(test_text_comes_back_as_it_was_written),
        TEST(test_kerning_moves_and_spaces_stretch),
        TEST(test_widths),
        TEST(test_the_memory_of_words_is_bounded),
        TEST(test_a_character_that_no_font_has),
        TEST(test_the_fallback_has_what_the_text_face_has_not),
        TEST(test_marks_stay_with_their_letter),
        TEST(test_a_font_that_is_not_installed),
        TEST(test_the_type_and_paper_of_the_theme),
        TEST(test_the_fingerprint_follows_the_fonts),
        TEST(test_what_is_not_laid_out_needs_no_font),
        TEST(test_content_and_children_in_reading_order),
        TEST(test_links_within_the_document),
        TEST(test_tables_and_figures),
        TEST(test_bookmarks),
        TEST(test_a_picture_is_in_the_file_once_and_bare),
        TEST(test_a_picture_that_cannot_be_decoded),
        TEST(test_verify),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
