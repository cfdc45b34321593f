/* The first page, or the head of a document that has none. */
#include "inlines.h"
#include "page.h"

static void words_set(struct flow *flow, enum element element, enum tag_role role, struct str text)
{
    struct paragraph paragraph = paragraph_of_text(flow, element, text);
    if (!paragraph.atom_count)
        return;
    lines_set(flow, &paragraph, (struct line_options){.tag = tag_add(flow->layout, role, flow->tag)});
}

static void title_set(struct flow *flow, enum element element)
{
    struct layout *layout = flow->layout;
    layout->title_is_h1 = layout->document->title.length > 0;
    layout->heading_depth = layout->title_is_h1;
    words_set(flow, element, TAG_H1, layout->document->title);
}

void cover_set(struct flow *flow)
{
    struct layout *layout = flow->layout;
    const struct document *document = layout->document;
    const struct geometry *page = &layout->geometry[false];
    struct slabs slabs = {0};
    struct flow cover = *flow;
    cover.slabs = &slabs;
    words_set(&cover, ELEMENT_COVER_PROGRAMME, TAG_P, document->programme);
    title_set(&cover, ELEMENT_COVER_TITLE);
    words_set(&cover, ELEMENT_COVER_SUBTITLE, TAG_P, document->subtitle);
    words_set(&cover, ELEMENT_COVER_EDITION, TAG_P, document->edition);
    words_set(&cover, ELEMENT_COVER_EDITION, TAG_P, document->audience_name);
    struct page *made = page_new(layout, false);
    drawing_rectangle(layout->arena, &made->drawing, 0, 0, 18000, page->height, layout->palette[COLOUR_PRIMARY]);
    page_place(layout, &slabs, 0, slabs.count, page->height / 3);
}

void banner_set(struct flow *flow)
{
    const struct document *document = flow->layout->document;
    words_set(flow, ELEMENT_COVER_PROGRAMME, TAG_P, document->programme);
    title_set(flow, ELEMENT_BANNER_TITLE);
    words_set(flow, ELEMENT_COVER_EDITION, TAG_P, document->subtitle);
    words_set(flow, ELEMENT_COVER_EDITION, TAG_P, document->edition);
}
