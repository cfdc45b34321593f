/* What a page of a site has around its document: the menu, the way back, what a search finds. */
#include "html.h"

static void address(struct html *html, struct str to)
{
    html_add(html, " href=\"");
    escape_url(&html->out, to);
    html_add(html, "\"");
}

static void menu_entry(struct html *html, const struct site_link *link)
{
    static const char *const here[] = {
        [HERE_NOT] = "", [HERE_BELOW] = " aria-current=\"true\"", [HERE_IS] = " aria-current=\"page\""};
    html_add(html, "<li><a");
    address(html, link->address);
    html_add(html, here[link->here]);
    html_add(html, ">");
    html_sentence(html, link->label);
    html_add(html, "</a></li>\n");
}

void site_menu(struct html *html)
{
    const struct site *site = html->document->site;
    if (!site || site->menu.count < 2)
        return;
    html_add(html, "<nav class=\"site\" aria-label=\"");
    escape_attribute(&html->out, document_word(html->document, "menu"));
    html_add(html, "\">\n<ul>\n");
    for (size_t i = 0; i < site->menu.count; i++)
        menu_entry(html, &site->menu.at[i]);
    html_add(html, "</ul>\n</nav>\n");
}

void site_trail(struct html *html)
{
    const struct site *site = html->document->site;
    if (!site || site->trail.count < 2)
        return;
    html_add(html, "<nav class=\"trail\" aria-label=\"");
    escape_attribute(&html->out, document_word(html->document, "trail"));
    html_add(html, "\">\n<ol>\n");
    for (size_t i = 0; i < site->trail.count; i++) {
        html_add(html, "<li><a");
        address(html, site->trail.at[i].address);
        html_add(html, ">");
        html_sentence(html, site->trail.at[i].label);
        html_add(html, "</a></li>\n");
    }
    html_add(html, "</ol>\n</nav>\n");
}

/* Programs that follow news find the feed by this. */
void site_head(struct html *html)
{
    const struct document *document = html->document;
    if (!document->site || !document->feed.length)
        return;
    html_add(html, "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"");
    escape_attribute(&html->out, document->title);
    html_add(html, "\"");
    address(html, document->feed);
    html_add(html, ">\n");
}

static struct str asset(const unsigned char *bytes, size_t length)
{
    return (struct str){(const char *)bytes, length};
}

struct str site_style(const struct html *html)
{
    return html->document->site ? asset(site_css, site_css_length) : STR_NONE;
}

struct str site_script(const struct html *html)
{
    struct buffer scripts = {.arena = html->arena};
    if (html->document->site && html->document->findings.count)
        buffer_add(&scripts, asset(search_js, search_js_length));
    if (html->document->site && html->explores)
        buffer_add(&scripts, asset(explore_js, explore_js_length));
    return buffer_str(&scripts);
}

/* Words that the script of a site shows. */
void site_words(struct html *html)
{
    static const char *const keys[] = {"search",          "search_found",    "search_one",        "search_first",
                                       "search_near",     "search_none",     "explore_indicator", "explore_all",
                                       "explore_from",    "explore_to",      "explore_where",     "explore_whom",
                                       "explore_every",   "explore_nothing", "explore_show",      "explore_both",
                                       "explore_drawing", "explore_table",   "explore_chosen",    "explore_none",
                                       "explore_chart"};
    for (size_t i = 0; html->document->site && i < sizeof keys / sizeof *keys; i++)
        html_data_word(html, keys[i]);
}

/* As data and never as script: nothing in it can end its element. */
static void data_text(struct html *html, struct str text)
{
    struct buffer json = {.arena = html->arena};
    buffer_json(&json, text);
    for (size_t i = 0; i < json.count; i++)
        if (json.at[i] == '<')
            html_add(html, "\\u003c");
        else
            buffer_byte(&html->out, json.at[i]);
}

void site_findings(struct html *html)
{
    const struct findings *findings = &html->document->findings;
    if (!html->document->site || !findings->count)
        return;
    html_add(html, "<script type=\"application/json\" id=\"_findings\">[");
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *of = &findings->at[i];
        const struct str parts[] = {of->page, of->heading, of->address, of->text};
        for (size_t k = 0; k < 4; k++) {
            html_add(html, k ? "," : i ? ",\n[" : "\n[");
            data_text(html, parts[k]);
        }
        html_add(html, "]");
    }
    html_add(html, "]</script>\n");
}
