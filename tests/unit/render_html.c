/* Pages: what people wrote stays words, and the structure is there for those who cannot see it. */
#include "unit.h"
#include "html_document.h"

#include "render/html/html.h"

static int set_up(void **state)
{
    *state = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static struct str page_of(struct arena *arena, const struct document *document)
{
    struct str bytes = STR_NONE;
    assert_true(html_render(arena, NULL, document, &bytes, diagnostics_new(arena)));
    return bytes;
}

static size_t count_of(struct str page, const char *text)
{
    size_t count = 0, length = strlen(text);
    for (size_t i = 0; i + length <= page.length; i++)
        count += memcmp(page.at + i, text, length) == 0;
    return count;
}

static void assert_escaped(struct arena *arena, void (*escape)(struct buffer *, struct str), struct str from,
                           const char *to)
{
    struct buffer out = {.arena = arena};
    escape(&out, from);
    assert_string_equal(buffer_str(&out).at, to);
}

static void words_stay_words(void **state)
{
    struct arena *arena = *state;
    assert_escaped(arena, escape_text, STR("a < b & c > \"d\""), "a &lt; b &amp; c &gt; \"d\"");
    assert_escaped(arena, escape_attribute, STR("\"'<>&"), "&quot;'&lt;&gt;&amp;");
    assert_escaped(arena, escape_text, STR("l’été\u00A0: 1\u202F234"), "l’été\u00A0: 1\u202F234");
    assert_escaped(arena, escape_text, STR("a\x01\x7f\xff\xC2\x85z\n"), "a\uFFFD\uFFFD\uFFFD\uFFFDz\n");
    assert_escaped(arena, escape_url, STR("https://a.fr/?q=\"<é&b=1 %zz%20"),
                   "https://a.fr/?q=%22%3Cé&amp;b=1%20%25zz%20");
    assert_escaped(arena, escape_url, STR("https://a.fr/[x]#a#b"), "https://a.fr/%5Bx%5D#a%23b");
}

static void urls_are_allowed_by_name(void **state)
{
    (void)state;
    static const char *const yes[] = {
        "https://a.fr", "HTTP://a.fr", "mailto:a@b.fr", "#x", "https://127.0.0.1:8080/@x", "https://écume.fr?q#r"};
    static const char *const no[] = {"javascript:x",
                                     " javascript:x",
                                     "java\nscript:x",
                                     "data:text/html,x",
                                     "//a.fr",
                                     "../x",
                                     "/etc/passwd",
                                     "file:///x",
                                     "vbscript:x",
                                     "",
                                     "#",
                                     "ftp://a",
                                     "https://",
                                     "https:///x",
                                     "https://a.fr<script>",
                                     "https://a fr/",
                                     "https://bank.fr@a.fr/",
                                     "https://-x/"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(url_is_allowed(str_of(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(url_is_allowed(str_of(no[i])));
}

static void base64_of_all_lengths(void **state)
{
    struct arena *arena = *state;
    assert_escaped(arena, base64, STR(""), "");
    assert_escaped(arena, base64, STR("f"), "Zg==");
    assert_escaped(arena, base64, STR("fo"), "Zm8=");
    assert_escaped(arena, base64, STR("foobar"), "Zm9vYmFy");
}

static void the_structure_is_there(void **state)
{
    struct arena *arena = *state;
    struct str page = page_of(arena, document_made(arena, false));
    assert_true(html_verify(arena, page));
    assert_int_equal(count_of(page, "<h1"), 1);
    assert_int_equal(count_of(page, "<h2"), 3 + 2); /* three sections, the notes, the sources */
    assert_int_equal(count_of(page, "<h3"), 2);
    assert_int_equal(count_of(page, "<h4"), 0); /* a level skipped by the author is not skipped here */
    assert_int_equal(count_of(page, "<main"), 1);
    assert_int_equal(count_of(page, "<nav"), 1);
    assert_int_equal(count_of(page, "scope=\"rowgroup\""), 2);
    assert_int_equal(count_of(page, "<caption>"), count_of(page, "<table"));
    assert_int_equal(count_of(page, "Au 1<sup>er</sup> trimestre, deux"), 1);
    assert_int_equal(count_of(page, "role=\"img\""),
                     count_of(page, "<title id=") + count_of(page, "class=\"spark\" width") - 3);
    assert_true(count_of(page, "<data value=\"4820\">") >= 2);
    assert_int_equal(count_of(page, "<time datetime=\"2026-01-05\">"), 3);
    assert_int_equal(count_of(page, "lang=\"en\""), 1);
    assert_true(page.length < 150 * 1024);
}

static void sections_leave_the_page_its_own_anchors(void **state)
{
    struct arena *arena = *state;
    struct document *document = document_made(arena, false);
    const struct maker maker = {arena, document, false};
    for (int i = 0; i < 2; i++)
        add_section(&maker, document->body, 2, "Main");
    struct str page = page_of(arena, document);
    assert_int_equal(count_of(page, "id=\"main\""), 1);
    assert_int_equal(count_of(page, "id=\"main-2\""), 1);
    assert_int_equal(count_of(page, "id=\"main-3\""), 1);
}

static void a_group_of_rows_is_a_body(void **state)
{
    struct arena *arena = *state;
    struct str page = page_of(arena, document_made(arena, false));
    assert_int_equal(count_of(page, "<tbody>"), count_of(page, "</tbody>"));
    assert_int_equal(count_of(page, "<tbody>"), count_of(page, "<table") + 1);
}

static void links_are_kept_when_they_lead_somewhere(void **state)
{
    struct arena *arena = *state;
    struct str page = page_of(arena, document_made(arena, false));
    assert_int_equal(count_of(page, "href=\"https://example.org/?a=1&amp;b=2\""), 1);
    assert_int_equal(count_of(page, "href=\"mailto:contact@example.org\""), 1);
    assert_int_equal(count_of(page, "ran()"), 0);
    assert_int_equal(count_of(page, "nulle-part"), 0);
    assert_int_equal(count_of(page, ">un lien"), 3);
}

/* Ordinals are raised wherever words are shown, as on paper. */
static void ordinals_are_raised(void **state)
{
    struct arena *arena = *state;
    struct document *document = document_made(arena, false);
    struct card card = {.label = STR("Entrées"), .value = STR("12"), .change = STR("+2 depuis le 3e trimestre")};
    struct node *cards = node_new(arena, NODE_CARDS, (struct place){0});
    cards->cards = &card;
    cards->card_count = 1;
    node_append(document->body, cards);
    document->title = STR("Bilan du 2e semestre");
    document->subtitle = STR("La Louche, 4e trimestre 2025");
    document->edition = STR("Édition du 1er janvier 2026");
    struct str page = page_of(arena, document);
    assert_int_equal(count_of(page, "<h1>Bilan du 2<sup>e</sup> semestre</h1>"), 1);
    assert_int_equal(count_of(page, "<p class=\"subtitle\">La Louche, 4<sup>e</sup> trimestre 2025</p>"), 1);
    assert_int_equal(count_of(page, "Édition du 1<sup>er</sup> janvier 2026"), 2); /* masthead and foot */
    assert_int_equal(count_of(page, "+2 depuis le 3<sup>e</sup> trimestre"), 1);
    assert_int_equal(count_of(page, "<title>Bilan du 2e semestre – La Louche, 4e trimestre 2025</title>"), 1);
}

/* An address may be cut after its "@" and before its points, so that it asks for less room. */
static void addresses_may_be_cut(void **state)
{
    struct arena *arena = *state;
    struct document *document = document_made(arena, false);
    struct node *paragraph = node_new(arena, NODE_PARAGRAPH, (struct place){0});
    struct node *link = node_new(arena, NODE_LINK, (struct place){0});
    struct node *text = node_new(arena, NODE_TEXT, (struct place){0});
    link->link = STR("mailto:cuisine@lalouche.example");
    text->text = STR("cuisine@lalouche.example");
    node_append(link, text);
    node_append(paragraph, link);
    node_append(document->body, paragraph);
    struct str page = page_of(arena, document);
    assert_int_equal(
        count_of(page, "<a href=\"mailto:cuisine@lalouche.example\">cuisine@<wbr>lalouche<wbr>.example</a>"), 1);
}

static void hostile_words_are_no_markup(void **state)
{
    struct arena *arena = *state;
    struct str page = page_of(arena, document_made(arena, true));
    assert_int_equal(count_of(page, "<script"), 1);
    assert_int_equal(count_of(page, "</script"), 1);
    assert_int_equal(count_of(page, "<style"), 1);
    assert_int_equal(count_of(page, "<img"), 0);
    assert_int_equal(count_of(page, "<svg onload"), 0);
    assert_int_equal(count_of(page, "\"javascript:"), 0);
    assert_int_equal(count_of(page, "<!--"), 0);
    assert_true(html_verify(arena, page));
}

static void only_what_is_hashed_runs(void **state)
{
    struct arena *arena = *state;
    struct str page = page_of(arena, document_made(arena, false));
    assert_int_equal(count_of(page, "default-src 'none'"), 1);
    assert_int_equal(count_of(page, "'sha256-"), 2);
    assert_int_equal(count_of(page, "unsafe"), 0);
    assert_int_equal(count_of(page, " style=\""), 0);
    assert_int_equal(count_of(page, " src=\"http"), 0);
}

static void the_same_document_gives_the_same_bytes(void **state)
{
    struct arena *arena = *state;
    struct document *document = document_made(arena, false);
    assert_true(str_equal(page_of(arena, document), page_of(arena, document)));
}

static void a_cut_page_is_not_whole(void **state)
{
    struct arena *arena = *state;
    struct str page = page_of(arena, document_made(arena, false));
    assert_false(html_verify(arena, str_slice(page, 0, page.length - 1)));
    assert_false(html_verify(arena, STR("")));
}

static void colours_stand_out_as_much_on_a_dark_page(void **state)
{
    (void)state;
    static const uint32_t colours[] = {0x0072B2, 0xD55E00, 0x009E73, 0x1F2328, 0x5A6270, 0xD5D9DF, 0xC7DEEC, 0x000000};
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
        double light = colour_contrast(colours[i], 0xFFFFFF);
        double dark = colour_contrast(colour_for_dark(colours[i]), 0x15181D);
        assert_true(dark >= light * 0.97 || dark > 16); /* a dark page is not black */
    }
    assert_int_equal(colour_for_dark(0xFFFFFF), 0x15181D);
}

/* A document has one colour when its programme names none, on paper, in charts and on the screen. */
static void the_same_colour_everywhere(void **state)
{
    struct arena *arena = *state;
    struct document *document = document_made(arena, false);
    static const struct theme none;
    const struct theme *themes[] = {&none, NULL};
    for (size_t i = 0; i < 2; i++) {
        document->theme = themes[i];
        struct str colour = str_print(arena, "#%06x", (unsigned)theme_primary(themes[i]));
        struct str rule = str_print(arena, ":root{--accent:%.*s}", STR_ARG(colour));
        assert_int_equal(count_of(page_of(arena, document), rule.at), 1);
        assert_int_equal(chart_style_of(themes[i], 1000).series[0], theme_primary(themes[i]));
    }
    const struct theme accent_alone = {.accent = STR("#804000")}, primary_alone = {.primary = STR("#804000")};
    assert_int_equal(theme_primary(&accent_alone), 0x804000);
    assert_int_equal(theme_accent(&primary_alone), 0x804000);
}

static void lengths_are_short(void **state)
{
    struct arena *arena = *state;
    static const struct {
        int32_t thousandths;
        const char *text;
    } lengths[] = {{0, "0"},          {49, "0"},         {-49, "0"},      {50, "0.1"},
                   {450, "0.5"},      {12000, "12"},     {12300, "12.3"}, {12340, "12.3"},
                   {-12350, "-12.4"}, {100050, "100.1"}, {9999, "10"},    {INT32_MIN, "-2147483.6"}};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct buffer out = {.arena = arena};
        svg_length(&out, lengths[i].thousandths);
        assert_string_equal(buffer_str(&out).at, lengths[i].text);
    }
}

/* A chunk of a PNG; its check is not looked at here. */
static void add_chunk(struct buffer *png, const char *name, const char *data)
{
    size_t length = strlen(data);
    buffer_add(png, (struct str){"\0\0\0", 3});
    buffer_byte(png, (char)length);
    buffer_add(png, str_of(name));
    buffer_add(png, str_of(data));
    buffer_add(png, STR("crc!"));
}

static void pictures_are_bare(void **state)
{
    struct arena *arena = *state;
    struct buffer png = {.arena = arena};
    buffer_add(&png, STR("\x89PNG\r\n\x1a\n"));
    add_chunk(&png, "IHDR", "header");
    add_chunk(&png, "tEXt", "Author Nadia");
    add_chunk(&png, "eXIf", "48.85 2.35");
    add_chunk(&png, "gAMA", "gamma");
    add_chunk(&png, "IDAT", "samples");
    add_chunk(&png, "IEND", "");
    buffer_add(&png, STR("after the end"));
    struct image image = {.kind = IMAGE_PNG, .bytes = buffer_str(&png)};
    struct str bare = image_bare(arena, &image);
    assert_int_equal(count_of(bare, "Nadia") + count_of(bare, "48.85") + count_of(bare, "after"), 0);
    assert_int_equal(count_of(bare, "header") + count_of(bare, "gamma") + count_of(bare, "samples"), 3);
    assert_true(str_ends(bare, STR("IENDcrc!")));
    image.bytes = STR("\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR....");
    assert_int_equal(image_bare(arena, &image).length, 8);
}

static void a_picture_keeps_how_it_was_held(void **state)
{
    struct arena *arena = *state;
    static const char file[] =
        "\xFF\xD8\xFF\xE1\0\x08Place!\xFF\xC0\0\x0B\x08\0\x01\0\x01\x03\x01\x11\0\xFF\xDA\0\x02zz\xFF\xD9";
    struct image image = {.kind = IMAGE_JPEG, .bytes = {file, sizeof file - 1}, .orientation = 6};
    struct str bare = image_bare(arena, &image);
    assert_int_equal(count_of(bare, "Place"), 0);
    assert_int_equal(count_of(bare, "Exif"), 1);
    assert_memory_equal(bare.at + 2 + 28, "\0\x06", 2);
    assert_memory_equal(bare.at + 2 + 36, "\xFF\xC0", 2);
    image.orientation = 1;
    assert_int_equal(count_of(image_bare(arena, &image), "Exif"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_stay_words, set_up, tear_down),
        cmocka_unit_test(urls_are_allowed_by_name),
        cmocka_unit_test_setup_teardown(base64_of_all_lengths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_structure_is_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sections_leave_the_page_its_own_anchors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_group_of_rows_is_a_body, set_up, tear_down),
        cmocka_unit_test_setup_teardown(links_are_kept_when_they_lead_somewhere, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ordinals_are_raised, set_up, tear_down),
        cmocka_unit_test_setup_teardown(addresses_may_be_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hostile_words_are_no_markup, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_what_is_hashed_runs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_document_gives_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_cut_page_is_not_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_colour_everywhere, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lengths_are_short, set_up, tear_down),
        cmocka_unit_test_setup_teardown(pictures_are_bare, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_picture_keeps_how_it_was_held, set_up, tear_down),
        cmocka_unit_test(colours_stand_out_as_much_on_a_dark_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
