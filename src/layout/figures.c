/* Pictures on their own: an image with its caption, a chart with its sentence and its data. */
#include "inlines.h"

#define POINTS_PER_PIXEL 750 /* thousandths: 96 pixels an inch */
#define HEIGHT_MOST 60       /* per cent of the page's text */

static int32_t least(int64_t a, int64_t b)
{
    return (int32_t)(a < b ? a : b);
}

/* The size that an image takes: its own, or less to fit the column and most of a page. */
static void image_size(const struct flow *flow, const struct image *image, int32_t *width, int32_t *height)
{
    const struct geometry *page = &flow->layout->geometry[flow->landscape];
    int64_t most = (int64_t)(page->bottom - page->top) * HEIGHT_MOST / 100;
    *width = least((int64_t)image->width * POINTS_PER_PIXEL, flow->width);
    int64_t high = (int64_t)*width * image->height / image->width;
    if (high > most) {
        *width = (int32_t)(most * image->width / image->height);
        high = most;
    }
    *width = *width < 1 ? 1 : *width;
    *height = high < 1 ? 1 : (int32_t)high;
}

static void image_marks(struct flow *flow, const struct image *image, int tag, int32_t width, int32_t height)
{
    for (int i = 0; i < (tag == TAG_ARTIFACT ? 1 : 2); i++) {
        struct mark *mark = slab_mark(flow, i ? (enum mark_kind)MARK_BOX : MARK_IMAGE);
        mark->tag = tag;
        mark->x = flow->x;
        mark->width = width;
        mark->height = height;
        mark->image = image;
    }
}

void figure_set(struct flow *flow, const struct image *image, const struct node *caption, struct str alternative)
{
    if (image && image->width && image->height) {
        int tag = tag_add(flow->layout, TAG_FIGURE, flow->tag);
        if (tag != TAG_ARTIFACT)
            flow->layout->pages->tags[tag].alternative = alternative;
        int32_t width, height;
        image_size(flow, image, &width, &height);
        struct slab *slab = slab_open(flow);
        slab->height = height;
        slab->before = slab->after = 6750;
        slab->keep = caption != NULL;
        image_marks(flow, image, tag, width, height);
    }
    if (!caption)
        return;
    struct paragraph paragraph = paragraph_of(flow, ELEMENT_SENTENCE, caption);
    if (paragraph.atom_count)
        lines_set(flow, &paragraph, (struct line_options){.tag = tag_add(flow->layout, TAG_P, flow->tag)});
}
