/* Headings: set ragged and unbroken, kept with what follows, remembered for bookmarks, contents and running heads. */
#include "inlines.h"

/* The words of a heading, without the notes that it calls. */
static void plain_add(struct buffer *text, const struct node *first, int depth)
{
    for (const struct node *node = first; node && depth < 64; node = node->next) {
        if (node->kind == NODE_FOOTNOTE)
            continue;
        if (node->kind == NODE_SPACE || node->kind == NODE_BREAK)
            buffer_byte(text, ' ');
        buffer_add(text, node->text);
        plain_add(text, node->first, depth + 1);
    }
}

static size_t heading_add(struct layout *layout, const struct node *node, int level)
{
    struct buffer text = {.arena = layout->arena};
    plain_add(&text, node->first, 0);
    size_t index = layout->headings.count;
    struct str anchor = node->anchor.length ? node->anchor : str_print(layout->arena, "heading-%zu", index + 1);
    *PUSH(layout->arena, &layout->headings) =
        (struct heading){.title = buffer_str(&text), .anchor = anchor, .level = level};
    return index;
}

/* Chapters are set as large as they may be below a title: after a cover, which is on a page of its own, larger. */
static int style_level(const struct layout *layout, int level)
{
    level += 1 - layout->top_level + (layout->document->cover ? 0 : 1);
    return level < 1 ? 1 : level > 6 ? 6 : level;
}

void heading_set(struct flow *flow, const struct node *node)
{
    int level = style_level(flow->layout, node->level);
    struct paragraph paragraph = paragraph_of(flow, (enum element)(ELEMENT_H1 + level - 1), node->first);
    if (!paragraph.atom_count)
        return;
    enum tag_role role = tag_heading(flow->layout, node->level);
    size_t index = heading_add(flow->layout, node, (int)(role - TAG_H1) + 1 - flow->layout->title_is_h1);
    size_t first = flow->slabs->count;
    slab_open(flow);
    slab_anchor(flow, flow->layout->headings.at[index].anchor);
    slab_mark(flow, (enum mark_kind)MARK_HEADING)->tag = (int)index;
    lines_set(flow, &paragraph, (struct line_options){.tag = tag_add(flow->layout, role, flow->tag)});
    slabs_keep(flow->slabs, first, flow->slabs->count);
}
