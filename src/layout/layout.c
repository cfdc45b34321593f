/* The order of things: cover, contents, text; then pages; then what needs their number. */
#include "keys.h"
#include "page.h"

static struct layout *layout_new(struct arena *arena, const struct document *document, const struct metrics *metrics,
                                 const struct layout_style *style)
{
    struct layout *layout = ARENA_NEW(arena, struct layout);
    layout->arena = arena;
    layout->document = document;
    layout->metrics = metrics;
    layout->style = style;
    layout->pages = ARENA_NEW(arena, struct pages);
    layout->contents_tag = -1;
    style_palette(document->theme, layout->palette);
    for (int landscape = 0; landscape < 2; landscape++)
        layout->geometry[landscape] = style_geometry(style->paper, landscape);
    return layout;
}

static struct flow flow_new(struct layout *layout, int root)
{
    const struct geometry *page = &layout->geometry[false];
    return (struct flow){.layout = layout,
                         .slabs = &layout->slabs,
                         .x = page->left,
                         .width = page->right - page->left,
                         .tag = root,
                         .frame = -1,
                         .body = ELEMENT_BODY,
                         .size = 100};
}

static int root_add(struct layout *layout)
{
    struct pages *pages = layout->pages;
    pages->tags = arena_grow(layout->arena, NULL, 0, &pages->tag_capacity, sizeof(struct tag));
    pages->tags[0] = (struct tag){.role = TAG_DOCUMENT, .parent = -1};
    pages->tag_count = 1;
    return 0;
}

static void bookmarks_add(struct layout *layout)
{
    struct pages *pages = layout->pages;
    pages->bookmarks = ARENA_ARRAY(layout->arena, struct bookmark, layout->headings.count);
    pages->bookmark_count = pages->bookmark_capacity = layout->headings.count;
    for (size_t i = 0; i < layout->headings.count; i++) {
        const struct heading *heading = &layout->headings.at[i];
        pages->bookmarks[i] =
            (struct bookmark){.title = heading->title, .level = heading->level, .page = heading->page, .y = heading->y};
    }
}

/* What must be known of the whole text before any of it is set. */
static void survey(struct layout *layout)
{
    const struct node *body = layout->document->body;
    layout->top_level = 6;
    for (const struct node *node = body; node; node = node_walk(body, node)) {
        if (node->kind == NODE_HEADING && node->level >= 1 && node->level < layout->top_level)
            layout->top_level = node->level;
        if (node->kind == NODE_CONTENTS)
            layout->contents_asked = true;
        if (node->kind == NODE_TABLE && node->table)
            keys_take(layout, node->table);
    }
    keys_order(layout);
}

struct pages *layout_document(struct arena *arena, const struct document *document, const struct metrics *metrics,
                              const struct layout_style *style)
{
    struct layout *layout = layout_new(arena, document, metrics, style);
    struct flow flow = flow_new(layout, root_add(layout));
    survey(layout);
    if (document->cover)
        cover_set(&flow);
    else
        banner_set(&flow);
    if (document->contents && !layout->contents_asked)
        contents_set(&flow);
    blocks_set(&flow, document->body);
    contents_fill(layout);
    pages_fill(layout);
    contents_number(layout);
    if (!layout->pages->count)
        page_new(layout, false);
    bookmarks_add(layout);
    pages_running(layout);
    return layout->pages;
}
