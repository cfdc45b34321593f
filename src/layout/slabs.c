/* Slabs and the marks on them. */
#include "flow.h"

#define READABLE 70000

struct slab *slab_open(struct flow *flow)
{
    struct slab *slab = PUSH(flow->layout->arena, flow->slabs);
    *slab = (struct slab){.frame = flow->frame,
                          .landscape = flow->landscape,
                          .group = -1,
                          .mark = flow->layout->marks.count,
                          .footnote = flow->layout->footnotes.count};
    return slab;
}

struct slab *slab_last(struct flow *flow)
{
    return flow->slabs->count ? &flow->slabs->at[flow->slabs->count - 1] : NULL;
}

struct mark *slab_mark(struct flow *flow, enum mark_kind kind)
{
    slab_last(flow)->mark_count++;
    return drawing_add(flow->layout->arena, &flow->layout->marks, kind);
}

struct mark *slab_rectangle(struct flow *flow, int32_t x, int32_t y, int32_t width, int32_t height, uint32_t fill)
{
    slab_last(flow)->mark_count++;
    return drawing_rectangle(flow->layout->arena, &flow->layout->marks, x, y, width, height, fill);
}

struct mark *slab_text(struct flow *flow, int32_t x, int32_t y, struct text_style style, struct str text, int tag)
{
    struct mark *mark = slab_mark(flow, MARK_TEXT);
    mark->x = x;
    mark->y = y;
    mark->style = style;
    mark->text = text;
    mark->tag = tag;
    mark->width = width_of(flow->layout, style, text);
    return mark;
}

void slab_anchor(struct flow *flow, struct str name)
{
    if (!name.length || flow->tag == TAG_ARTIFACT)
        return;
    slab_mark(flow, (enum mark_kind)MARK_ANCHOR)->link = name;
}

void slab_drawing(struct flow *flow, const struct drawing *drawing, int32_t x, int32_t y, int tag)
{
    struct drawing *marks = &flow->layout->marks;
    size_t from = marks->count;
    drawing_append(flow->layout->arena, marks, drawing, x, y);
    slab_last(flow)->mark_count += marks->count - from;
    for (size_t i = from; i < marks->count; i++)
        marks->at[i].tag = tag;
    if (tag == TAG_ARTIFACT)
        return;
    struct mark *box = slab_mark(flow, (enum mark_kind)MARK_BOX);
    *box = (struct mark){
        .kind = box->kind, .tag = tag, .x = x, .y = y, .width = drawing->width, .height = drawing->height};
}

void slab_space(struct flow *flow, int32_t height, bool keep)
{
    struct slab *slab = slab_open(flow);
    slab->height = height;
    slab->keep = keep;
}

void slabs_keep(struct slabs *slabs, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        slabs->at[i].keep = true;
}

void slabs_turn(struct slabs *slabs)
{
    for (size_t i = slabs->count; i > 0 && slabs->at[i - 1].keep; i--)
        slabs->at[i - 1].landscape = true;
}

void flow_inset(struct flow *flow, int32_t left, int32_t right)
{
    if (flow->width - left - right < READABLE)
        return;
    flow->x += left;
    flow->width -= left + right;
}

struct text_style style_of(const struct flow *flow, enum element element)
{
    const struct element_style *row = &element_styles[element];
    return (struct text_style){.face = row->face,
                               .features = row->features,
                               .size = row->size * flow->size / 100,
                               .colour = flow->layout->palette[row->colour]};
}

int32_t leading_of(const struct flow *flow, enum element element)
{
    return element_styles[element].leading * flow->size / 100;
}

int32_t baseline_of(const struct flow *flow, enum element element)
{
    const struct element_style *row = &element_styles[element];
    const struct metrics *metrics = flow->layout->metrics;
    int64_t size = row->size * flow->size / 100;
    int32_t ascent = (int32_t)(metrics->ascent[row->face] * size / 1000);
    int32_t descent = (int32_t)(metrics->descent[row->face] * size / 1000);
    return (leading_of(flow, element) - ascent - descent) / 2 + ascent;
}
