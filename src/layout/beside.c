/* Columns of slabs become one slab, or one for each line. */
#include "beside.h"
#include "page.h"

/* Marks of a column's slabs moved down to where they stand in the joined slab. */
static void slabs_sink(struct layout *layout, const struct slabs *slabs, int32_t y)
{
    int32_t space = 0;
    bool started = false;
    for (size_t i = 0; i < slabs->count; i++) {
        const struct slab *slab = &slabs->at[i];
        if (slab->before > space)
            space = slab->before;
        if (slab->height > 0) {
            y += started ? space : 0;
            space = 0;
            started = true;
        }
        for (size_t m = slab->mark; m < slab->mark + slab->mark_count; m++)
            mark_move(layout->arena, &layout->marks.at[m], 0, y);
        y += slab->height;
        if (slab->after > space)
            space = slab->after;
    }
}

static void footnotes_take(struct slab *into, const struct slab *from)
{
    if (!from->footnote_count)
        return;
    if (!into->footnote_count)
        into->footnote = from->footnote;
    into->footnote_count = from->footnote + from->footnote_count - into->footnote;
}

/* The higher of the columns, without padding. */
static int32_t beside_height(const struct beside *beside)
{
    int32_t height = 0;
    for (size_t c = 0; c < beside->count; c++) {
        if (beside->hangs && beside->hangs[c])
            continue;
        int32_t column = slabs_height(&beside->at[c], 0, beside->at[c].count);
        height = column > height ? column : height;
    }
    return height;
}

static void join_whole(struct flow *flow, const struct beside *beside, int32_t height)
{
    struct slab *slab = slab_last(flow);
    slab->height = height + 2 * beside->padding;
    for (size_t c = 0; c < beside->count; c++) {
        const struct slabs *slabs = &beside->at[c];
        int32_t sink = beside->from_foot ? height - slabs_height(slabs, 0, slabs->count) : 0;
        slabs_sink(flow->layout, slabs, beside->padding + sink);
        for (size_t i = 0; i < slabs->count; i++)
            footnotes_take(slab, &slabs->at[i]);
    }
    slab->mark_count = flow->layout->marks.count - slab->mark;
}

static void marks_copy(struct layout *layout, const struct slab *from)
{
    for (size_t m = 0; m < from->mark_count; m++) {
        struct mark mark = layout->marks.at[from->mark + m];
        *PUSH(layout->arena, &layout->marks) = mark;
    }
}

/* The next line of each column, side by side in one slab; false when none has any left. `next` counts their slabs. */
static bool band_set(struct flow *flow, const struct beside *beside, size_t *next)
{
    bool any = false;
    struct slab *band = slab_open(flow);
    band->under = beside->padding;
    for (size_t c = 0; c < beside->count; c++) {
        const struct slabs *slabs = &beside->at[c];
        int32_t height = 0;
        /* What has no height belongs to the line that follows. */
        while (next[c] < slabs->count && !height) {
            const struct slab *line = &slabs->at[next[c]++];
            any = true;
            height = line->height;
            marks_copy(flow->layout, line);
            footnotes_take(band, line);
            int32_t room = height + (line->after > line->before ? line->after : line->before);
            band->height = room > band->height ? room : band->height;
        }
    }
    band->mark_count = flow->layout->marks.count - band->mark;
    return any;
}

static void join_cut(struct flow *flow, const struct beside *beside)
{
    size_t *next = ARENA_ARRAY(flow->layout->arena, size_t, beside->count);
    slab_last(flow)->keep = true;
    slab_space(flow, beside->padding, true);
    size_t first = flow->slabs->count;
    while (band_set(flow, beside, next))
        ;
    flow->slabs->count--;
    size_t last = flow->slabs->count - 1;
    flow->slabs->at[first].keep = true;
    if (last > first)
        flow->slabs->at[last - 1].keep = true;
    flow->slabs->at[last].keep = true;
    slab_space(flow, beside->padding, false);
}

void beside_join(struct flow *flow, const struct beside *beside, int32_t tallest)
{
    int32_t height = beside_height(beside);
    if (height + 2 * beside->padding > tallest)
        join_cut(flow, beside);
    else
        join_whole(flow, beside, height);
}
