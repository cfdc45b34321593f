/* The articles of a document as a feed that readers subscribe to: Atom (RFC 4287). What an article holds is the HTML
 * of the page, escaped whole. */
#include "html.h"

static void element(struct html *feed, const char *name, struct str text)
{
    if (!text.length)
        return;
    buffer_print(&feed->out, "<%s>", name);
    html_text(feed, text);
    buffer_print(&feed->out, "</%s>\n", name);
}

/* The data know days: an article is of the first instant of its own. */
static void instant(struct html *feed, const char *name, struct date date)
{
    element(feed, name, str_print(feed->arena, "%.*sT00:00:00Z", STR_ARG(date_iso(feed->arena, date))));
}

static void author(struct html *feed, struct str name)
{
    html_add(feed, "<author>");
    element(feed, "name", name);
    html_add(feed, "</author>\n");
}

static void content(struct html *feed, const struct article *article)
{
    struct html page = {.arena = feed->arena, .document = feed->document, .out = {.arena = feed->arena}};
    if (!article->text->first)
        return;
    html_blocks(&page, article->text, false);
    html_notes(&page);
    html_add(feed, "<content type=\"html\">");
    html_text(feed, buffer_str(&page.out));
    html_add(feed, "</content>\n");
}

static struct str page_address(struct html *feed, struct str anchor)
{
    return str_print(feed->arena, "%.*s.html%s%.*s", STR_ARG(feed->document->file_name), anchor.length ? "#" : "",
                     STR_ARG(anchor));
}

static void link(struct html *feed, const char *relation, const char *type, struct str address)
{
    buffer_print(&feed->out, "<link rel=\"%s\" type=\"%s\"", relation, type);
    html_attribute(feed, "href", address);
    html_add(feed, "/>\n");
}

static void entry(struct html *feed, const struct article *article)
{
    html_add(feed, "<entry>\n");
    element(feed, "id", str_print(feed->arena, "urn:uuid:%.*s", STR_ARG(article->uid)));
    element(feed, "title", article->title);
    instant(feed, "published", article->date);
    instant(feed, "updated", article->date);
    if (article->source.length)
        author(feed, article->source);
    if (feed->document->formats[FORMAT_HTML])
        link(feed, "alternate", "text/html", page_address(feed, article->anchor));
    content(feed, article);
    html_add(feed, "</entry>\n");
}

static struct date last_change(const struct document *document)
{
    struct date last = document->articles.count ? document->articles.at[0].date : document->date;
    for (size_t i = 1; i < document->articles.count; i++)
        if (document->articles.at[i].date.day > last.day)
            last = document->articles.at[i].date;
    return last;
}

bool atom_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                 struct diagnostics *diagnostics)
{
    struct html feed = {.arena = arena, .document = document, .out = {.arena = arena}};
    (void)device;
    (void)diagnostics;
    html_add(&feed, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    html_attribute(&feed, "xml:lang", document->language == LANGUAGE_FR ? STR("fr") : STR("en"));
    html_add(&feed, ">\n");
    element(&feed, "id", str_print(arena, "urn:uuid:%.*s", STR_ARG(document->uid)));
    element(&feed, "title", str_print(arena, "%.*s – %.*s", STR_ARG(document->programme), STR_ARG(document->title)));
    instant(&feed, "updated", last_change(document));
    author(&feed, document->author.length ? document->author : document->programme);
    link(&feed, "self", "application/atom+xml", str_print(arena, "%.*s.xml", STR_ARG(document->file_name)));
    if (document->formats[FORMAT_HTML])
        link(&feed, "alternate", "text/html", page_address(&feed, STR_NONE));
    element(&feed, "rights", document->licence);
    html_add(&feed, "<generator version=\"" BILAN_VERSION "\">bilan</generator>\n");
    for (size_t i = 0; i < document->articles.count; i++)
        entry(&feed, &document->articles.at[i]);
    html_add(&feed, "</feed>\n");
    *bytes = buffer_str(&feed.out);
    return true;
}

bool atom_verify(struct arena *arena, struct str bytes)
{
    (void)arena;
    return str_starts(bytes, STR("<?xml ")) && str_ends(bytes, STR("</feed>\n")) && utf8_valid(bytes);
}
