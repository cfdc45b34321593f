/* The first page, or the head of a document that has none. */
#include "inlines.h"
#include "page.h"

#define BAND 18000
#define COVER_LOGO_WIDTH 170000
#define COVER_LOGO_HEIGHT 52000
#define BANNER_LOGO_WIDTH 110000
#define BANNER_LOGO_HEIGHT 34000
#define LOGO_GAP 16000

static void words_set(struct flow *flow, enum element element, enum tag_role role, struct str text)
{
    struct paragraph paragraph = paragraph_of_text(flow, element, text);
    if (!paragraph.atom_count)
        return;
    lines_set(flow, &paragraph, (struct line_options){.tag = tag_add(flow->layout, role, flow->tag)});
}

/* The title is the document's first heading; those of the text come below it. */
static void title_set(struct flow *flow, enum element element)
{
    struct layout *layout = flow->layout;
    layout->title_is_h1 = layout->document->title.length > 0;
    layout->heading_depth = layout->title_is_h1;
    words_set(flow, element, TAG_H1, layout->document->title);
}

/* The logo in a box of at most so much, in the slab opened last, its left or right edge at `x`. Returns its width. */
static int32_t logo_set(struct flow *flow, int32_t x, bool right, int32_t width, int32_t height)
{
    struct layout *layout = flow->layout;
    const struct image *logo = layout->document->logo;
    if (!logo || !logo->width || !logo->height)
        return 0;
    if ((int64_t)logo->width * height > (int64_t)logo->height * width)
        height = (int32_t)((int64_t)width * logo->height / logo->width);
    else
        width = (int32_t)((int64_t)height * logo->width / logo->height);
    int tag = tag_add(layout, TAG_FIGURE, flow->tag);
    layout->pages->tags[tag].alternative = layout->document->programme;
    struct drawing drawing = {.width = width, .height = height};
    struct mark *mark = drawing_add(layout->arena, &drawing, MARK_IMAGE);
    mark->width = width;
    mark->height = height;
    mark->image = logo;
    slab_drawing(flow, &drawing, right ? x - width : x, 0, tag);
    return width;
}

static void cover_title(struct layout *layout, struct flow *flow, const struct geometry *page)
{
    const struct document *document = layout->document;
    struct slabs slabs = {0};
    flow->slabs = &slabs;
    words_set(flow, ELEMENT_COVER_PROGRAMME, TAG_P, document->programme);
    title_set(flow, ELEMENT_COVER_TITLE);
    words_set(flow, ELEMENT_COVER_SUBTITLE, TAG_P, document->subtitle);
    words_set(flow, ELEMENT_COVER_EDITION, TAG_P, document->edition);
    words_set(flow, ELEMENT_COVER_EDITION, TAG_P, document->audience_name);
    page_place(layout, &slabs, 0, slabs.count, page->height / 3);
}

/* Who answers for it and how it may be used, at the foot. */
static void cover_foot(struct layout *layout, struct flow *flow, const struct geometry *page)
{
    struct slabs slabs = {0};
    flow->slabs = &slabs;
    words_set(flow, ELEMENT_COVER_EDITION, TAG_P, layout->document->author);
    words_set(flow, ELEMENT_COVER_EDITION, TAG_P, layout->document->licence);
    page_place(layout, &slabs, 0, slabs.count, page->bottom - slabs_height(&slabs, 0, slabs.count));
}

void cover_set(struct flow *flow)
{
    struct layout *layout = flow->layout;
    const struct geometry *page = &layout->geometry[false];
    struct page *made = page_new(layout, false);
    drawing_rectangle(layout->arena, &made->drawing, 0, 0, BAND, page->height, layout->palette[COLOUR_PRIMARY]);
    struct slabs slabs = {0};
    struct flow cover = *flow;
    cover.width = STYLE_MEASURE;
    cover.slabs = &slabs;
    slab_open(&cover);
    logo_set(&cover, page->left, false, COVER_LOGO_WIDTH, COVER_LOGO_HEIGHT);
    page_place(layout, &slabs, 0, slabs.count, page->top);
    cover_title(layout, &cover, page);
    cover_foot(layout, &cover, page);
}

void banner_set(struct flow *flow)
{
    const struct document *document = flow->layout->document;
    struct flow banner = *flow;
    slab_open(flow)->keep = true;
    int32_t logo = logo_set(flow, flow->x + flow->width, true, BANNER_LOGO_WIDTH, BANNER_LOGO_HEIGHT);
    banner.width -= logo ? logo + LOGO_GAP : 0;
    size_t first = flow->slabs->count;
    words_set(&banner, ELEMENT_COVER_PROGRAMME, TAG_P, document->programme);
    title_set(&banner, ELEMENT_BANNER_TITLE);
    words_set(&banner, ELEMENT_COVER_EDITION, TAG_P, document->subtitle);
    words_set(&banner, ELEMENT_COVER_EDITION, TAG_P, document->edition);
    if (flow->slabs->count > first)
        slab_last(flow)->after = 13500;
    if (logo && slabs_height(flow->slabs, first, flow->slabs->count) < BANNER_LOGO_HEIGHT)
        slab_space(flow, BANNER_LOGO_HEIGHT - slabs_height(flow->slabs, first, flow->slabs->count), true);
}
