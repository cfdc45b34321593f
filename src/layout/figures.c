/* Pictures on their own: an image with its caption, a chart with its sentence and its data. */
#include "beside.h"
#include "inlines.h"

#define POINTS_PER_PIXEL 750 /* thousandths: 96 pixels an inch */
#define HEIGHT_MOST 60       /* per cent of the page's text */
#define HEIGHT_SMALL 22
#define GUTTER 20000 /* between two charts side by side */

static int32_t least(int64_t a, int64_t b)
{
    return (int32_t)(a < b ? a : b);
}

/* The size that an image takes: its own, or less to fit the column and most of a page. */
static void image_size(const struct flow *flow, const struct image *image, bool small, int32_t *width, int32_t *height)
{
    const struct geometry *page = &flow->layout->geometry[flow->landscape];
    int64_t most = (int64_t)(page->bottom - page->top) * (small ? HEIGHT_SMALL : HEIGHT_MOST) / 100;
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

void figure_set(struct flow *flow, const struct image *image, const struct node *caption, struct str alternative,
                bool small)
{
    if (image && image->width && image->height) {
        int tag = tag_add(flow->layout, TAG_FIGURE, flow->tag);
        if (tag != TAG_ARTIFACT)
            flow->layout->pages->tags[tag].alternative = alternative;
        int32_t width, height;
        image_size(flow, image, small, &width, &height);
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

/* ---- charts ---- */

/* A chart taller than the page's text is drawn smaller, whole. */
static void drawing_shrink(struct drawing *drawing, int32_t most)
{
    int64_t high = drawing->height;
    if (high <= most)
        return;
    for (size_t i = 0; i < drawing->count; i++) {
        struct mark *mark = &drawing->at[i];
        int32_t *lengths[] = {&mark->x,    &mark->y,      &mark->width,     &mark->height, &mark->stroke_width,
                              &mark->dash, &mark->radius, &mark->style.size};
        for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++)
            *lengths[k] = (int32_t)(*lengths[k] * most / high);
        struct segment *segments = (struct segment *)mark->segments;
        for (size_t s = 0; s < mark->segment_count; s++)
            for (int k = 0; k < 3; k++) {
                segments[s].x[k] = (int32_t)(segments[s].x[k] * most / high);
                segments[s].y[k] = (int32_t)(segments[s].y[k] * most / high);
            }
    }
    drawing->width = (int32_t)(drawing->width * most / high);
    drawing->height = most;
}

static void words_set(struct flow *flow, enum element element, struct str text, bool keep)
{
    struct paragraph paragraph = paragraph_of_text(flow, element, text);
    if (!paragraph.atom_count)
        return;
    size_t first = flow->slabs->count;
    lines_set(flow, &paragraph, (struct line_options){.tag = tag_add(flow->layout, TAG_P, flow->tag)});
    if (keep)
        slabs_keep(flow->slabs, first, flow->slabs->count);
}

/* What the drawing shows, line by line, for those who do not see it and have no table below. */
static struct str data_told(const struct flow *flow, const struct chart *chart)
{
    const struct table *table = chart->table;
    struct buffer text = {.arena = flow->layout->arena};
    buffer_add(&text, chart->sentence);
    for (size_t r = 0; table && r < table->row_count; r++) {
        const struct cell *cells = table->rows[r].cells;
        if (cells[0].inlines)
            buffer_print(&text, " %.*s", STR_ARG(node_plain(flow->layout->arena, cells[0].inlines)));
        for (size_t c = 1; c < table->column_count; c++)
            if (cells[c].shown.length)
                buffer_print(&text, "%s%.*s %.*s", c > 1 ? ", " : ": ", STR_ARG(table->columns[c].name),
                             STR_ARG(cells[c].shown));
        buffer_byte(&text, '.');
    }
    return buffer_str(&text);
}

static void drawing_set(struct flow *flow, const struct chart *chart)
{
    struct layout *layout = flow->layout;
    const struct geometry *page = &layout->geometry[flow->landscape];
    slab_open(flow)->keep = true;
    slab_anchor(flow, chart->id);
    words_set(flow, ELEMENT_CAPTION, chart->title, true);
    struct chart_style style = chart_style_of(layout->document->theme, flow->width);
    struct drawing *drawing = chart_draw(layout->arena, chart, &style, layout->metrics);
    drawing_shrink(drawing, (page->bottom - page->top) * 8 / 10);
    int tag = tag_add(layout, TAG_FIGURE, flow->tag);
    if (tag != TAG_ARTIFACT)
        layout->pages->tags[tag].alternative = chart->told              ? data_told(flow, chart)
                                               : chart->sentence.length ? chart->sentence
                                                                        : chart->title;
    slab_open(flow)->height = drawing->height;
    slab_last(flow)->before = 3375;
    slab_last(flow)->keep = chart->sentence.length > 0;
    slab_drawing(flow, drawing, flow->x, 0, tag);
    words_set(flow, ELEMENT_SENTENCE, chart->sentence, false);
}

void chart_set(struct flow *flow, const struct chart *chart)
{
    if (!chart)
        return;
    drawing_set(flow, chart);
    if (!chart->told)
        chart_table_set(flow, chart);
}

void charts_pair(struct flow *flow, const struct chart *left, const struct chart *right)
{
    const struct chart *charts[] = {left, right};
    struct slabs columns[2] = {{0}};
    slab_open(flow);
    for (int i = 0; i < 2; i++) {
        struct flow half = *flow;
        half.slabs = &columns[i];
        half.width = (flow->width - GUTTER) / 2;
        half.x += i * (half.width + GUTTER);
        half.frame = -1;
        drawing_set(&half, charts[i]);
    }
    beside_join(flow, &(struct beside){.at = columns, .count = 2}, INT32_MAX);
    slab_last(flow)->after = element_styles[ELEMENT_BODY].after;
}
