/* The table of contents. Its lines need every heading, so they are made last and slipped in; their page numbers
 * have a column of their own, so writing them moves nothing. */
#include "beside.h"
#include "inlines.h"
#include "page.h"

#define NUMBER_WIDTH 26000
#define INDENT 13500
#define DOT_GAP 4000
#define LEVELS 2
#define COLUMN_GAP 24000
#define TITLE 60000      /* room for "Contents" above the entries */
#define ENTRY_MOST 60000 /* an entry of several lines is not cut */

void contents_set(struct flow *flow)
{
    struct layout *layout = flow->layout;
    if (layout->contents_tag >= 0 || flow->slabs != &layout->slabs)
        return;
    struct paragraph title =
        paragraph_of_text(flow, ELEMENT_CONTENTS_TITLE, document_word(layout->document, "contents"));
    size_t first = flow->slabs->count;
    lines_set(flow, &title,
              (struct line_options){.tag = tag_add(layout, tag_heading(layout, layout->top_level), flow->tag)});
    slabs_keep(flow->slabs, first, flow->slabs->count);
    layout->contents_tag = tag_add(layout, TAG_TOC, flow->tag);
    layout->contents_at = flow->slabs->count;
    if (layout->document->cover) {
        slab_open(flow)->break_before = true;
        slab_last(flow)->keep = true;
    }
}

static void leader_set(struct flow *flow, int32_t from, int32_t to, int32_t baseline)
{
    if (to - from < 3 * DOT_GAP)
        return;
    struct mark *dots = slab_mark(flow, MARK_LINE);
    dots->x = from + DOT_GAP;
    dots->y = baseline - 800;
    dots->width = to - from - 2 * DOT_GAP;
    dots->stroke = flow->layout->palette[COLOUR_RULE];
    dots->stroke_width = 700;
    dots->dash = 1500;
}

/* Right end of the text set last, which a blank parts from the number. */
static int32_t text_end(const struct layout *layout, const struct slab *slab)
{
    struct mark *last = NULL;
    for (size_t i = slab->mark; i < slab->mark + slab->mark_count; i++)
        if (layout->marks.at[i].kind == MARK_TEXT)
            last = &layout->marks.at[i];
    if (!last)
        return 0;
    last->text = str_print(layout->arena, "%.*s ", STR_ARG(last->text));
    return last->x + last->width;
}

static enum element element_of(const struct heading *heading)
{
    return heading->level == 1 ? ELEMENT_CONTENTS_1 : ELEMENT_CONTENTS_2;
}

static void entry_set(struct flow *flow, size_t index, int tag)
{
    struct layout *layout = flow->layout;
    const struct heading *heading = &layout->headings.at[index];
    enum element element = element_of(heading);
    int reference = tag_add(layout, TAG_REFERENCE, tag_add(layout, TAG_TOCI, tag));
    int link = tag_add(layout, TAG_LINK, reference);
    struct flow inner = *flow;
    inner.x += INDENT * (heading->level - 1);
    inner.width -= INDENT * (heading->level - 1) + NUMBER_WIDTH;
    struct paragraph title = paragraph_of_text(&inner, element, heading->title);
    size_t first = flow->slabs->count;
    lines_set(&inner, &title, (struct line_options){.tag = link});
    slabs_keep(flow->slabs, first, flow->slabs->count - 1);
    int32_t baseline = baseline_of(flow, element), end = flow->x + flow->width;
    struct text_style style = style_of(flow, element);
    leader_set(flow, text_end(layout, slab_last(flow)), end - NUMBER_WIDTH + 12000, baseline);
    struct mark *number = slab_mark(flow, (enum mark_kind)MARK_PAGE_NUMBER);
    number->x = end;
    number->y = baseline;
    number->anchor = ANCHOR_END;
    number->style = style;
    number->tag = link;
    number->segment_count = index;
    struct mark *mark = slab_mark(flow, MARK_LINK);
    mark->tag = link;
    mark->x = inner.x;
    mark->width = end - inner.x;
    mark->height = leading_of(flow, element);
    mark->link = str_print(layout->arena, "#%.*s", STR_ARG(heading->anchor));
    mark->title = heading->title;
}

static void slabs_insert(struct layout *layout, size_t at, const struct slabs *more)
{
    struct slabs whole = {0};
    for (size_t i = 0; i < at; i++)
        *PUSH(layout->arena, &whole) = layout->slabs.at[i];
    for (size_t i = 0; i < more->count; i++)
        *PUSH(layout->arena, &whole) = more->at[i];
    for (size_t i = at; i < layout->slabs.count; i++)
        *PUSH(layout->arena, &whole) = layout->slabs.at[i];
    layout->slabs = whole;
}

/* ---- one column, or two where one would not fit on a page ---- */

static struct flow contents_flow(struct layout *layout, struct slabs *slabs)
{
    const struct geometry *page = &layout->geometry[false];
    return (struct flow){.layout = layout,
                         .slabs = slabs,
                         .x = page->left,
                         .width = page->right - page->left,
                         .tag = layout->contents_tag,
                         .frame = -1,
                         .size = 100};
}

static bool is_listed(const struct heading *heading)
{
    return heading->level <= LEVELS && heading->title.length;
}

/* Entries from `from` on, until `room` is full or, with `half`, a chapter begins past half of what there is. */
static size_t column_set(struct flow *flow, size_t from, int32_t room, int32_t half)
{
    struct layout *layout = flow->layout;
    size_t i = from;
    for (; i < layout->headings.count; i++) {
        const struct heading *heading = &layout->headings.at[i];
        int32_t height = slabs_height(flow->slabs, 0, flow->slabs->count);
        if (height > room - ENTRY_MOST || (height >= half && heading->level == 1))
            break;
        if (is_listed(heading))
            entry_set(flow, i, layout->contents_tag);
    }
    return i;
}

/* A page's worth of entries in two columns, in one slab. Returns the first heading that is not in it. */
static size_t columns_set(struct flow *flow, size_t from, int32_t room, int32_t left_over)
{
    struct slabs columns[2] = {{0}};
    struct flow column = *flow;
    slab_open(flow);
    column.width = (flow->width - COLUMN_GAP) / 2;
    for (int c = 0; c < 2; c++) {
        column.slabs = &columns[c];
        from = column_set(&column, from, room, c || left_over > 2 * room ? INT32_MAX : left_over / 2);
        column.x += column.width + COLUMN_GAP;
    }
    struct beside beside = {.at = columns, .count = 2};
    beside_join(flow, &beside, room);
    return from;
}

/* What the entries take in one column, from their number: short titles take a line. */
static int32_t height_of(const struct layout *layout, size_t from)
{
    int32_t height = 0;
    for (size_t i = from; i < layout->headings.count; i++)
        if (is_listed(&layout->headings.at[i])) {
            const struct element_style *row = &element_styles[element_of(&layout->headings.at[i])];
            height += row->leading + (row->before > row->after ? row->before : row->after);
        }
    return height;
}

void contents_fill(struct layout *layout)
{
    if (layout->contents_tag < 0)
        return;
    const struct geometry *page = &layout->geometry[false];
    struct slabs slabs = {0};
    struct flow flow = contents_flow(layout, &slabs);
    int32_t room = page->bottom - page->top - TITLE;
    size_t next = 0;
    if (height_of(layout, 0) <= room)
        next = column_set(&flow, 0, INT32_MAX, INT32_MAX);
    while (next < layout->headings.count)
        next = columns_set(&flow, next, room, height_of(layout, next));
    slabs_insert(layout, layout->contents_at, &slabs);
}

void contents_number(struct layout *layout)
{
    for (size_t i = 0; i < layout->number_count; i++) {
        struct mark *mark = &layout->pages->at[layout->numbers[i].page].drawing.at[layout->numbers[i].mark];
        const struct heading *heading = &layout->headings.at[layout->numbers[i].heading];
        mark->text = str_print(layout->arena, "%d", heading->page + 1);
        mark->width = width_of(layout, mark->style, mark->text);
        mark->segment_count = 0;
    }
}
