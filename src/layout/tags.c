/* The tree of tags: made in reading order, before pages exist, so that a table or a paragraph over two pages is one. */
#include "flow.h"

int tag_add(struct layout *layout, enum tag_role role, int parent)
{
    if (parent == TAG_ARTIFACT)
        return TAG_ARTIFACT;
    struct pages *pages = layout->pages;
    if (pages->tag_count == pages->tag_capacity)
        pages->tags =
            arena_grow(layout->arena, pages->tags, pages->tag_count, &pages->tag_capacity, sizeof(struct tag));
    pages->tags[pages->tag_count] = (struct tag){.role = role, .parent = parent};
    return (int)pages->tag_count++;
}

/* The role of a heading of this level: the text's highest comes right below the title, and no level is skipped. */
enum tag_role tag_heading(struct layout *layout, int level)
{
    int wished = level - layout->top_level + 1 + layout->title_is_h1;
    if (wished < 1 + layout->title_is_h1)
        wished = 1 + layout->title_is_h1;
    if (wished > layout->heading_depth + 1)
        wished = layout->heading_depth + 1;
    if (wished > 6)
        wished = 6;
    layout->heading_depth = wished;
    return (enum tag_role)(TAG_H1 + wished - 1);
}
