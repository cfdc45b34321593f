/* Headings: one id each, levels without a gap, and the table of contents. */
#include "html.h"

enum { CONTENTS_LEVEL_MAX = 3, CONTENTS_LEAST = 3 };

struct str html_id(struct html *html, struct str wish)
{
    return name_take_apart(html->arena, &html->ids, name_slug(html->arena, wish), "-", "");
}

struct str html_region(struct html *html, struct str wish)
{
    return name_take_apart(html->arena, &html->regions, wish, " (", ")");
}

/* The levels in use from the outermost heading to the one being read: their number is the level in the page. */
struct levels {
    int at[6];
    int count;
};

static int level_in(struct levels *levels, int level)
{
    while (levels->count && levels->at[levels->count - 1] >= level)
        levels->count--;
    if (levels->count < 6)
        levels->at[levels->count++] = level;
    return levels->count < 5 ? levels->count + 1 : 6;
}

void outline_read(struct html *html)
{
    const struct node *body = html->document->body;
    struct levels levels = {0};
    for (const struct node *n = body; n; n = node_walk(body, n)) {
        if (n->kind != NODE_HEADING)
            continue;
        struct str id = html_id(html, n->anchor.length ? n->anchor : node_plain(html->arena, n));
        *PUSH(html->arena, &html->outline) = (struct outline_row){n, id, level_in(&levels, n->level)};
    }
}

const struct outline_row *outline_find(const struct html *html, const struct node *heading)
{
    for (size_t i = 0; i < html->outline.count; i++)
        if (html->outline.at[i].heading == heading)
            return &html->outline.at[i];
    return NULL;
}

bool outline_has(const struct html *html, struct str anchor)
{
    for (size_t i = 0; i < html->outline.count; i++)
        if (str_equal(html->outline.at[i].id, anchor))
            return true;
    return false;
}

static void entry(struct html *html, const struct outline_row *row)
{
    html_add(html, "<li><a href=\"#");
    escape_attribute(&html->out, row->id);
    html_add(html, "\">");
    html_sentence(html, node_plain(html->arena, row->heading));
    html_add(html, "</a>");
}

static void entries(struct html *html)
{
    int depth = 1;
    for (size_t i = 0; i < html->outline.count; i++) {
        const struct outline_row *row = &html->outline.at[i];
        if (row->level > CONTENTS_LEVEL_MAX)
            continue;
        if (row->level > depth)
            html_add(html, "<ol>");
        for (int level = depth; level > row->level; level--)
            html_add(html, "</li></ol>");
        if (row->level <= depth)
            html_add(html, "</li>\n");
        entry(html, row);
        depth = row->level;
    }
    for (; depth > 1; depth--)
        html_add(html, "</li></ol>");
}

/* Closed until the script finds room beside the text, so that on a phone a page does not begin with its contents. */
void outline_write(struct html *html)
{
    if (html->outline.count < CONTENTS_LEAST)
        return;
    html_add(html, "<nav class=\"toc\" aria-labelledby=\"_contents\">\n<details>\n<summary><span id=\"_contents\">");
    html_word(html, "contents");
    html_add(html, "</span></summary>\n");
    entries(html);
    html_add(html, "\n</details>\n</nav>\n");
}
