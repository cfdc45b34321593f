/* Which block is set by whom. */
#include "inlines.h"
#include "page.h"

#define LEAD_MOST 28000
#define DEPTH_MAX 32 /* deeper blocks are set as one paragraph */

static void inlines_set(struct flow *flow, const struct node *first)
{
    struct paragraph paragraph = paragraph_of(flow, flow->body, first);
    if (!paragraph.atom_count)
        return;
    int tag = tag_add(flow->layout, TAG_P, flow->tag);
    lines_set(flow, &paragraph, (struct line_options){.tag = tag});
}

/* An image alone in its paragraph; its title is its caption. */
static void image_set(struct flow *flow, const struct node *node)
{
    struct arena *arena = flow->layout->arena;
    struct node *caption = NULL;
    if (node->text.length) {
        caption = node_new(arena, NODE_TEXT, node->place);
        caption->text = node->text;
    }
    figure_set(flow, node->image, caption, node_plain(arena, node), false);
}

/* A line or two under a heading rather go to the next page with what they lead to. */
static void lead_keep(struct flow *flow, const struct node *node, size_t first)
{
    bool leads = node->next && node->previous && node->previous->kind == NODE_HEADING && flow->slabs->count > first;
    if (leads && slabs_height(flow->slabs, first, flow->slabs->count) <= LEAD_MOST)
        slab_last(flow)->white = WHITE_FOR_TEXT;
}

static void paragraph_set(struct flow *flow, const struct node *node)
{
    const struct node *only = node->first;
    size_t first = flow->slabs->count;
    if (only && !only->next && only->kind == NODE_IMAGE && only->image)
        image_set(flow, only);
    else
        inlines_set(flow, node->first);
    lead_keep(flow, node, first);
}

static void section_set(struct flow *flow, const struct node *node)
{
    struct flow inner = *flow;
    inner.tag = tag_add(flow->layout, TAG_SECTION, flow->tag);
    blocks_set(&inner, node->first);
}

static void rule_set(struct flow *flow)
{
    struct slab *slab = slab_open(flow);
    slab->height = 1000;
    slab->before = slab->after = 13500;
    struct mark *rule = slab_mark(flow, MARK_LINE);
    rule->x = flow->x;
    rule->y = 500;
    rule->width = flow->width / 5;
    rule->stroke = flow->layout->palette[COLOUR_RULE];
    rule->stroke_width = 700;
}

static void landscape_set(struct flow *flow, const struct node *node)
{
    struct flow inner = *flow;
    const struct geometry *page = &flow->layout->geometry[true];
    inner.landscape = true;
    inner.x = page->left;
    inner.width = page->right - page->left;
    slabs_turn(flow->slabs);
    blocks_set(&inner, node->first);
}

/* What is to stay with the next block starts the page with it: its heading. */
static void break_set(struct flow *flow)
{
    struct slabs *slabs = flow->slabs;
    size_t first = slabs->count;
    while (first > 0 && slabs->at[first - 1].keep)
        first--;
    if (first < slabs->count) {
        slabs->at[first].break_before = true;
        return;
    }
    slab_open(flow)->break_before = true;
    slab_last(flow)->keep = true;
}

/* An anchor on a block that has no better place for it. */
static void anchor_set(struct flow *flow, const struct node *node)
{
    if (!node->anchor.length || node->kind == NODE_HEADING || node_is_inline(node->kind))
        return;
    slab_open(flow)->keep = true;
    slab_anchor(flow, node->anchor);
}

static void block_set(struct flow *flow, const struct node *node)
{
    switch (node->kind) {
    case NODE_BODY:
        blocks_set(flow, node->first);
        break;
    case NODE_SECTION:
        section_set(flow, node);
        break;
    case NODE_HEADING:
        heading_set(flow, node);
        break;
    case NODE_PARAGRAPH:
        paragraph_set(flow, node);
        break;
    case NODE_RULE:
        rule_set(flow);
        break;
    case NODE_PAGE_BREAK:
        break_set(flow);
        break;
    case NODE_LANDSCAPE:
        landscape_set(flow, node);
        break;
    case NODE_LIST:
        list_set(flow, node);
        break;
    case NODE_FACTS:
        facts_set(flow, node);
        break;
    case NODE_QUOTE:
        quote_set(flow, node);
        break;
    case NODE_CALLOUT:
        callout_set(flow, node);
        break;
    case NODE_CODE_BLOCK:
        code_set(flow, node);
        break;
    case NODE_FIGURE:
        figure_set(flow, node->image, node->first,
                   node->text.length ? node->text : node_plain(flow->layout->arena, node), node->tight);
        break;
    case NODE_CARDS:
        cards_set(flow, node);
        break;
    case NODE_CHART:
        chart_set(flow, node->chart);
        break;
    case NODE_CONTENTS:
        contents_set(flow);
        break;
    case NODE_TABLE:
        table_set(flow, node->table);
        break;
    default:
        inlines_set(flow, node->first);
        break;
    }
}

/* Nested deeper than anyone writes: the words, without their form. */
static void plain_set(struct flow *flow, const struct node *first)
{
    for (const struct node *node = first; node; node = node->next) {
        struct paragraph paragraph = paragraph_of_text(flow, flow->body, node_plain(flow->layout->arena, node));
        if (paragraph.atom_count)
            lines_set(flow, &paragraph, (struct line_options){.tag = tag_add(flow->layout, TAG_P, flow->tag)});
    }
}

static bool is_half(const struct node *node)
{
    return node->kind == NODE_CHART && node->chart && node->chart->half;
}

void blocks_set(struct flow *flow, const struct node *first)
{
    struct flow inner = *flow;
    if (++inner.depth > DEPTH_MAX) {
        plain_set(&inner, first);
        return;
    }
    for (const struct node *node = first; node; node = node->next) {
        if (node_is_inline(node->kind)) {
            inlines_set(&inner, node);
            while (node->next && node_is_inline(node->next->kind))
                node = node->next;
            continue;
        }
        anchor_set(&inner, node);
        if (is_half(node) && node->next && is_half(node->next)) {
            charts_pair(&inner, node->chart, node->next->chart);
            node = node->next;
            continue;
        }
        block_set(&inner, node);
    }
}
