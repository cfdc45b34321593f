/* The calendar and the feed: what people wrote breaks out of no line and no element, and lines keep their length. */
#include "unit.h"

#include "render/formats.h"

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

static struct document *document_of(struct arena *arena)
{
    struct document *document = ARENA_NEW(arena, struct document);
    document->programme = STR("Prises d’élan");
    document->title = STR("Actualités");
    document->author = STR("Boussole & Cie");
    document->date = date_of(2026, 1, 22);
    document->uid = STR("25eee345-8bfc-8267-ae69-07a65981c688");
    document->file_name = STR("actualites");
    document->formats[FORMAT_HTML] = true;
    return document;
}

static struct str calendar_of(struct arena *arena, struct str title, struct str text)
{
    struct document *document = document_of(arena);
    *PUSH(arena, &document->events) = (struct calendar_event){
        .uid = STR("x"), .date = date_of(2026, 2, 28), .title = title, .text = text, .kind = STR("Webinaire")};
    struct str bytes;
    assert_true(ics_render(arena, NULL, document, &bytes, diagnostics_new(arena)));
    assert_true(ics_verify(arena, bytes));
    return bytes;
}

static bool holds(struct str bytes, const char *text)
{
    for (size_t i = 0; i + strlen(text) <= bytes.length; i++)
        if (!memcmp(bytes.at + i, text, strlen(text)))
            return true;
    return false;
}

static struct str unfolded(struct arena *arena, struct str bytes)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < bytes.length; i++)
        if (str_starts(str_slice(bytes, i, bytes.length), STR("\r\n ")))
            i += 2;
        else
            buffer_byte(&out, bytes.at[i]);
    return buffer_str(&out);
}

static void lines_are_folded_between_characters(void **state)
{
    struct buffer title = {.arena = *state};
    for (int i = 0; i < 100; i++)
        buffer_print(&title, "%s", i % 3 ? "é" : "€a");
    struct str bytes = calendar_of(*state, buffer_str(&title), STR("b")), rest = bytes, line;
    assert_true(utf8_valid(bytes));
    size_t folded = 0;
    while (str_split(&rest, '\n', &line)) {
        assert_true(utf8_valid(line));
        assert_true(line.length <= 76); /* with its CR */
        folded += str_starts(line, STR(" "));
    }
    assert_true(folded >= 3);
    struct str whole = str_print(*state, "SUMMARY:%s\r\n", buffer_str(&title).at);
    assert_true(holds(unfolded(*state, bytes), whole.at));
}

static void words_do_not_leave_their_line(void **state)
{
    struct str bytes = calendar_of(*state, STR("a, b; c\\d\nEND:VCALENDAR"), STR("one\r\nX-EVIL:1"));
    assert_true(holds(bytes, "SUMMARY:a\\, b\\; c\\\\d\\nEND:VCALENDAR\r\n"));
    assert_true(holds(bytes, "DESCRIPTION:one \\nX-EVIL:1\r\n"));
    assert_false(holds(bytes, "\r\nX-EVIL"));
}

static void a_day_is_whole(void **state)
{
    struct str bytes = calendar_of(*state, STR("a"), STR("b"));
    assert_true(holds(bytes, "DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n"));
    assert_true(holds(bytes, "DTSTAMP:20260122T000000Z\r\n"));
}

static void no_date_is_still_a_calendar(void **state)
{
    struct str bytes;
    assert_true(ics_render(*state, NULL, document_of(*state), &bytes, diagnostics_new(*state)));
    assert_true(holds(bytes, "BEGIN:VTIMEZONE\r\n"));
    assert_false(holds(bytes, "BEGIN:VEVENT"));
}

static void articles_stay_in_their_entry(void **state)
{
    struct document *document = document_of(*state);
    struct node *text = node_new(*state, NODE_BODY, (struct place){0});
    struct node *paragraph = node_new(*state, NODE_PARAGRAPH, (struct place){0});
    struct node *words = node_new(*state, NODE_TEXT, (struct place){0});
    words->text = STR("</content><script>x</script> ]]> & \"");
    node_append(paragraph, words);
    node_append(text, paragraph);
    *PUSH(*state, &document->articles) = (struct article){
        .uid = STR("y"), .title = STR("<b>&"), .date = date_of(2026, 1, 15), .anchor = STR("news-a"), .text = text};
    struct str bytes;
    assert_true(atom_render(*state, NULL, document, &bytes, diagnostics_new(*state)));
    assert_true(atom_verify(*state, bytes));
    assert_true(holds(bytes, "<title>&lt;b&gt;&amp;</title>"));
    assert_true(holds(bytes, "&lt;p&gt;&amp;lt;/content&amp;gt;&amp;lt;script&amp;gt;"));
    assert_false(holds(bytes, "<script"));
    assert_true(holds(bytes, "href=\"actualites.html#news-a\""));
    assert_true(holds(bytes, "<updated>2026-01-15T00:00:00Z</updated>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_are_folded_between_characters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_do_not_leave_their_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_day_is_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_date_is_still_a_calendar, set_up, tear_down),
        cmocka_unit_test_setup_teardown(articles_stay_in_their_entry, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
