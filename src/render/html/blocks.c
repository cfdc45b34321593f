/* Blocks. One small function a kind; sections carry no role of their own, so that landmarks stay few. */
#include "html.h"

static void element_open(struct html *html, const char *element, const struct node *node, const char *class)
{
    buffer_print(&html->out, "<%s", element);
    html_attribute(html, "class", str_of(class));
    html_attribute(html, "lang", node->language);
    html_add(html, ">");
}

static void heading(struct html *html, const struct node *node)
{
    const struct outline_row *row = outline_find(html, node);
    if (!row) {
        html_inlines(html, node);
        return;
    }
    buffer_print(&html->out, "<div class=\"h\"><h%d", row->level);
    html_attribute(html, "id", row->id);
    html_attribute(html, "lang", node->language);
    html_add(html, ">");
    html_inlines(html, node);
    buffer_print(&html->out, "</h%d><a class=\"anchor\" href=\"#", row->level);
    escape_attribute(&html->out, row->id);
    html_add(html, "\"");
    struct str words = document_word(html->document, "link_here"), title = node_plain(html->arena, node);
    html_attribute(html, "aria-label", str_print(html->arena, "%.*s %.*s", STR_ARG(words), STR_ARG(title)));
    html_add(html, ">#</a></div>\n");
}

static void paragraph(struct html *html, const struct node *node, bool tight)
{
    if (!node->first)
        return;
    if (!tight)
        element_open(html, "p", node, "");
    if (!tight && node->key.length) { /* what it is about, where the reader chooses */
        html->out.count--;
        html_attribute(html, "data-of", node->key);
        html_add(html, ">");
    }
    html_inlines(html, node);
    html_add(html, tight ? "" : "</p>\n");
}

static void list(struct html *html, const struct node *node)
{
    element_open(html, node->ordered ? "ol" : "ul", node, "");
    if (node->ordered && node->start > 1) {
        html->out.count--;
        buffer_print(&html->out, " start=\"%d\">", node->start);
    }
    for (const struct node *item = node->first; item; item = item->next) {
        element_open(html, "li", item, "");
        html_blocks(html, item, node->tight);
        html_add(html, "</li>\n");
    }
    html_add(html, node->ordered ? "</ol>\n" : "</ul>\n");
}

static void quote(struct html *html, const struct node *node)
{
    html_add(html, "<figure class=\"quote\">");
    element_open(html, "blockquote", node, "");
    html_blocks(html, node, false);
    html_add(html, "</blockquote>");
    if (node->text.length) {
        html_add(html, "<figcaption>");
        html_sentence(html, node->text);
        html_add(html, "</figcaption>");
    }
    html_add(html, "</figure>\n");
}

static void code_block(struct html *html, const struct node *node)
{
    html_add(html, "<pre tabindex=\"0\"><code>");
    html_text(html, node->text);
    html_add(html, "</code></pre>\n");
}

static void callout(struct html *html, const struct node *node)
{
    static const char *const tones[] = {[TONE_PLAIN] = "callout",
                                        [TONE_NOTE] = "callout info",
                                        [TONE_WARNING] = "callout warn",
                                        [TONE_DRAFT] = "callout warn"};
    buffer_print(&html->out, "<div role=\"note\" class=\"%s\">\n", tones[node->tone]);
    html_blocks(html, node, false);
    html_add(html, "</div>\n");
}

static void figure(struct html *html, const struct node *node)
{
    if (!node->image)
        return;
    html_add(html, "<figure class=\"image\">");
    html_image(html, node->image, node_plain(html->arena, node), "");
    if (node->first) {
        html_add(html, "<figcaption>");
        html_inlines(html, node);
        html_add(html, "</figcaption>");
    }
    html_add(html, "</figure>\n");
}

static void facts(struct html *html, const struct node *node)
{
    html_add(html, "<dl class=\"facts\">\n");
    for (const struct node *term = node->first; term && term->next; term = term->next->next) {
        html_add(html, "<div><dt>");
        html_inlines(html, term);
        html_add(html, "</dt><dd>");
        const struct node *said = term->next;
        bool alone = said->first && said->first == said->last && said->first->kind == NODE_PARAGRAPH;
        html_blocks(html, said, alone);
        html_add(html, "</dd></div>\n");
    }
    html_add(html, "</dl>\n");
}

static void landscape(struct html *html, const struct node *node)
{
    html_add(html, "<div class=\"landscape\">\n");
    html_blocks(html, node, false);
    html_add(html, "</div>\n");
}

static void section(struct html *html, const struct node *node)
{
    element_open(html, "section", node, "");
    html_add(html, "\n");
    html_blocks(html, node, false);
    html_add(html, "</section>\n");
}

static void block(struct html *html, const struct node *node, bool tight)
{
    switch (node->kind) {
    case NODE_SECTION:
        section(html, node);
        break;
    case NODE_HEADING:
        heading(html, node);
        break;
    case NODE_PARAGRAPH:
        paragraph(html, node, tight);
        break;
    case NODE_LIST:
        list(html, node);
        break;
    case NODE_QUOTE:
        quote(html, node);
        break;
    case NODE_CODE_BLOCK:
        code_block(html, node);
        break;
    case NODE_RULE:
        html_add(html, "<hr>\n");
        break;
    case NODE_TABLE:
        html_table(html, node->table);
        break;
    case NODE_CHART:
        html_chart(html, node->chart);
        break;
    case NODE_CARDS:
        html_cards(html, node->cards, node->card_count);
        break;
    case NODE_CALLOUT:
        callout(html, node);
        break;
    case NODE_FIGURE:
        figure(html, node);
        break;
    case NODE_FACTS:
        facts(html, node);
        break;
    case NODE_PAGE_BREAK:
        html_add(html, "<div class=\"break\"></div>\n");
        break;
    case NODE_LANDSCAPE:
        landscape(html, node);
        break;
    case NODE_CONTENTS:
        break; /* beside the text, in its own landmark */
    default:
        html_blocks(html, node, tight);
    }
}

/* Inlines among blocks stand in a cell or an item: they are one run of text. */
void html_blocks(struct html *html, const struct node *parent, bool tight)
{
    if (parent->first && node_is_inline(parent->first->kind)) {
        html_inlines(html, parent);
        return;
    }
    for (const struct node *node = parent->first; node; node = node->next)
        block(html, node, tight);
}

/* Notes met while notes are written are written too. */
void html_notes(struct html *html)
{
    if (!html->notes.count)
        return;
    html_add(html, "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"_notes\">\n<h2 id=\"_notes\">");
    html_word(html, "notes");
    html_add(html, "</h2>\n<ol>\n");
    for (size_t i = 0; i < html->notes.count; i++) {
        unsigned number = (unsigned)i + 1;
        buffer_print(&html->out, "<li id=\"_n%u\">", number);
        html_blocks(html, html->notes.at[i], false);
        buffer_print(&html->out, "<a href=\"#_r%u\" role=\"doc-backlink\" aria-label=\"", number);
        escape_attribute(&html->out, document_word(html->document, "back"));
        buffer_print(&html->out, " %u\">↑</a></li>\n", number);
    }
    html_add(html, "</ol>\n</section>\n");
}
