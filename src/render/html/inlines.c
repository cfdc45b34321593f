/* Running text. */
#include "html.h"

void html_sentence(struct html *html, struct str text)
{
    bool french = html->document->language == LANGUAGE_FR;
    size_t done = 0, length;
    for (size_t at; french && (at = ordinal_find(text, done, &length)) < text.length; done = at + length) {
        html_text(html, str_slice(text, done, at));
        html_add(html, "<sup>");
        html_text(html, str_slice(text, at, at + length));
        html_add(html, "</sup>");
    }
    html_text(html, str_slice(text, done, text.length));
}

/* An anchor that is not in the page leads nowhere: its words stay, the link goes. */
static bool leads_somewhere(const struct html *html, struct str url)
{
    if (html->in_link || !url_is_allowed(url))
        return false;
    return url.at[0] != '#' || outline_has(html, str_slice(url, 1, url.length));
}

/* An address asks for no more room than its longest part. */
static void address(struct html *html, struct str text)
{
    size_t done = 0;
    for (size_t i = 1; i < text.length; i++)
        if (text.at[i - 1] == '@' || (text.at[i - 1] == '/' && text.at[i] != '/') || text.at[i] == '.') {
            html_text(html, str_slice(text, done, i));
            html_add(html, "<wbr>");
            done = i;
        }
    html_text(html, str_slice(text, done, text.length));
}

static bool is_address(const struct node *node)
{
    struct str link = node->link, text = node->first && !node->first->next ? node->first->text : STR_NONE;
    return text.length && node->first->kind == NODE_TEXT && str_ends(link, text);
}

static void link(struct html *html, const struct node *node)
{
    bool leads = node->page.length ? !html->in_link : leads_somewhere(html, node->link);
    if (leads) {
        html_add(html, "<a href=\"");
        escape_url(&html->out, node->page.length ? node->page : node->link);
        html_add(html, "\">");
        html->in_link = true;
    }
    if (is_address(node))
        address(html, node->first->text);
    else
        html_inlines(html, node);
    if (leads) {
        html_add(html, "</a>");
        html->in_link = false;
    }
}

static void note(struct html *html, const struct node *node)
{
    *PUSH(html->arena, &html->notes) = node;
    unsigned number = (unsigned)html->notes.count;
    html_add(html, "<sup class=\"note\">");
    if (html->in_link)
        buffer_print(&html->out, "%u</sup>", number);
    else
        buffer_print(&html->out, "<a id=\"_r%u\" href=\"#_n%u\" role=\"doc-noteref\">%u</a></sup>", number, number,
                     number);
}

static void value(struct html *html, const struct node *node)
{
    struct quantity none = {0};
    html_figure(html, node->text, node->figure ? node->figure->value : none, node->key);
}

static void wrapped(struct html *html, const struct node *node, const char *element)
{
    buffer_print(&html->out, "<%s>", element);
    html_inlines(html, node);
    buffer_print(&html->out, "</%s>", element);
}

static void code(struct html *html, const struct node *node)
{
    html_add(html, "<code>");
    html_text(html, node->text);
    html_add(html, "</code>");
}

static void inline_node(struct html *html, const struct node *node)
{
    switch (node->kind) {
    case NODE_TEXT:
        html_text(html, node->text);
        break;
    case NODE_EMPHASIS:
        wrapped(html, node, "em");
        break;
    case NODE_STRONG:
        wrapped(html, node, "strong");
        break;
    case NODE_SUPERSCRIPT:
        wrapped(html, node, "sup");
        break;
    case NODE_CODE:
        code(html, node);
        break;
    case NODE_LINK:
        link(html, node);
        break;
    case NODE_IMAGE:
        if (node->image)
            html_image(html, node->image, node_plain(html->arena, node), "");
        break;
    case NODE_BREAK:
        html_add(html, "<br>");
        break;
    case NODE_SPACE:
        html_add(html, " ");
        break;
    case NODE_VALUE:
        value(html, node);
        break;
    case NODE_FOOTNOTE:
        note(html, node);
        break;
    default:
        html_inlines(html, node);
    }
}

void html_inlines(struct html *html, const struct node *parent)
{
    for (const struct node *node = parent->first; node; node = node->next) {
        bool foreign = node->language.length > 0;
        if (foreign) {
            html_add(html, "<span");
            html_attribute(html, "lang", node->language);
            html_add(html, ">");
        }
        inline_node(html, node);
        if (foreign)
            html_add(html, "</span>");
    }
}
