/* One document, one self-contained file: nothing is asked of anywhere, and nothing runs but what is hashed here. */
#include "html.h"

#include "render/device.h"

enum { BODY_ROOM = 96 << 10, HEAD_ROOM = 2 << 10 }; /* bytes: most need no more, and stay where they are begun */

void html_text(struct html *html, struct str text)
{
    escape_text(&html->out, text);
}

void html_attribute(struct html *html, const char *name, struct str value)
{
    if (!value.length)
        return;
    buffer_byte(&html->out, ' ');
    html_add(html, name);
    html_add(html, "=\"");
    escape_attribute(&html->out, value);
    html_add(html, "\"");
}

void html_word(struct html *html, const char *key)
{
    html_text(html, document_word(html->document, key));
}

struct str html_number(struct html *html, struct quantity quantity)
{
    if (!quantity.is)
        return STR_NONE;
    return quantity.exact ? decimal_text(html->arena, quantity.decimal)
                          : double_text(html->arena, quantity.approximate);
}

static void meta(struct html *html, const char *name, struct str content)
{
    if (!content.length)
        return;
    html_add(html, "<meta");
    html_attribute(html, "name", str_of(name));
    html_attribute(html, "content", content);
    html_add(html, ">\n");
}

static void head(struct html *html, struct str style, struct str script)
{
    const struct document *document = html->document;
    html_add(html, "<!DOCTYPE html>\n<html");
    html_attribute(html, "lang", document->language == LANGUAGE_FR ? STR("fr") : STR("en"));
    html_add(html, ">\n<head>\n<meta charset=\"utf-8\">\n");
    html_policy(html, style, script);
    html_add(html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html_text(html, document->title);
    if (document->subtitle.length) {
        html_text(html, STR(" – "));
        html_text(html, document->subtitle);
    }
    html_add(html, "</title>\n");
    meta(html, "description", document->description);
    meta(html, "author", document->author);
    meta(html, "generator", STR("bilan " BILAN_VERSION));
    site_head(html);
    html_add(html, "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" "
                   "content=\"no-referrer\">\n<style>");
    buffer_add(&html->out, style);
    html_add(html, "</style>\n</head>\n");
}

static void masthead_line(struct html *html, struct str text, const char *class)
{
    if (!text.length)
        return;
    html_add(html, "<p");
    html_attribute(html, "class", str_of(class));
    html_add(html, ">");
    html_sentence(html, text);
    html_add(html, "</p>\n");
}

static void masthead(struct html *html)
{
    const struct document *document = html->document;
    html_add(html, "<header>\n");
    site_trail(html);
    if (document->draft) {
        html_add(html, "<p class=\"draft\"><strong>");
        html_word(html, "draft");
        html_add(html, "</strong> ");
        html_word(html, "draft_note");
        html_add(html, "</p>\n");
    }
    if (document->logo)
        html_image(html, document->logo, document->programme, "logo");
    masthead_line(html, document->programme, "programme");
    html_add(html, "<h1>");
    html_sentence(html, document->title);
    html_add(html, "</h1>\n");
    masthead_line(html, document->subtitle, "subtitle");
    struct str said[] = {document->edition, document->audience_name};
    for (size_t i = 0; i < 2; i++)
        masthead_line(html, said[i], "edition");
    html_add(html, "</header>\n");
}

static void foot(struct html *html)
{
    const struct document *document = html->document;
    struct str said[] = {document->programme, document->author, document->edition, document->licence};
    html_add(html, "<footer>\n<p>");
    bool any = false;
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        if (!said[i].length || (i && str_equal(said[i], said[0])))
            continue;
        html_add(html, any ? " · " : "");
        html_sentence(html, said[i]);
        any = true;
    }
    html_add(html, "</p>\n<p><a href=\"#top\">");
    html_word(html, "to_top");
    html_add(html, "</a></p>\n</footer>\n");
}

void html_data_word(struct html *html, const char *key)
{
    html_add(html, " data-");
    for (const char *c = key; *c; c++)
        buffer_byte(&html->out, *c == '_' ? '-' : *c);
    html_add(html, "=\"");
    escape_attribute(&html->out, document_word(html->document, key));
    html_add(html, "\"");
}

/* Words that the script shows. */
static void script_words(struct html *html)
{
    static const char *const keys[] = {"sort", "filter", "rows_shown", "chart_keys", "scroll_hint"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        html_data_word(html, keys[i]);
    site_words(html);
}

/* Where figures come from, when the body has not said it. */
static void annex(struct html *html)
{
    if (html->sources_written || !html->document->provenance_count)
        return;
    html_add(html, "<section>\n<h2 id=\"_sources\">");
    html_word(html, "sources");
    html_add(html, "</h2>\n");
    html_sources(html);
    html_add(html, "</section>\n");
}

/* The body comes before the head: it says which colours are painted. */
static struct str body(struct html *html)
{
    html_add(html, "<body id=\"top\"");
    script_words(html);
    html_add(html, ">\n<a class=\"skip\" href=\"#main\">");
    html_word(html, "skip");
    html_add(html, "</a>\n");
    site_menu(html);
    masthead(html);
    outline_write(html);
    html_add(html, "<main id=\"main\" tabindex=\"-1\">\n");
    if (html->document->body)
        html_blocks(html, html->document->body, false);
    html_notes(html);
    annex(html);
    html_add(html, "</main>\n");
    foot(html);
    site_findings(html);
    return buffer_str(&html->out);
}

bool html_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                 struct diagnostics *diagnostics)
{
    (void)diagnostics;
    struct html html = {
        .arena = arena, .document = document, .hashes = device ? device->html : NULL, .out = {.arena = arena}};
    buffer_expect(&html.out, BODY_ROOM);
    name_take(arena, &html.ids, STR("top")); /* where the page and its text begin */
    name_take(arena, &html.ids, STR("main"));
    outline_read(&html);
    struct str written = body(&html);
    html.out = (struct buffer){.arena = arena};
    struct buffer scripts = {.arena = arena};
    buffer_add(&scripts, (struct str){(const char *)document_js, document_js_length});
    buffer_add(&scripts, site_script(&html));
    struct str script = buffer_str(&scripts);
    struct str style = html_style(&html);
    buffer_expect(&html.out, HEAD_ROOM + style.length + written.length + script.length);
    head(&html, style, script);
    buffer_add(&html.out, written);
    html_add(&html, "<script>");
    buffer_add(&html.out, script);
    html_add(&html, "</script>\n</body>\n</html>\n");
    *bytes = buffer_str(&html.out);
    return true;
}

bool html_verify(struct arena *arena, struct str bytes)
{
    (void)arena;
    return str_starts(bytes, STR("<!DOCTYPE html>\n")) && str_ends(bytes, STR("</script>\n</body>\n</html>\n")) &&
           utf8_valid(bytes);
}
