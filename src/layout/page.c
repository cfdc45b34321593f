/* Slabs become pages. A page takes slabs until one does not fit, then goes back to the last place where a break is
 * allowed; only when there is none on the whole page does it break where it should not. */
#include "page.h"

#define FRAMES_MAX 32
#define NOTES_MOST 60 /* per cent of a page that notes carried over may take */

struct page *page_new(struct layout *layout, bool landscape)
{
    struct page *page = PUSH(layout->arena, layout->pages);
    page->drawing.width = layout->geometry[landscape].width;
    page->drawing.height = layout->geometry[landscape].height;
    page_watermark(layout, page);
    return page;
}

/* ---- placing ---- */

/* A frame that is open on the page: where its decoration stands among the marks. */
struct open_frame {
    int frame;
    size_t fill, bar;
    int32_t y;
};
struct placing {
    struct layout *layout;
    struct drawing *drawing;
    int page;
    int32_t y, space; /* space wished before the next slab */
    struct open_frame open[FRAMES_MAX];
    int open_count;
    bool started;
};

static size_t decoration(struct placing *placing, const struct frame *frame, uint32_t fill, int32_t width)
{
    if (fill == COLOUR_NONE)
        return SIZE_MAX;
    drawing_rectangle(placing->layout->arena, placing->drawing, frame->x, placing->y, width, 0, fill);
    return placing->drawing->count - 1;
}

static void frame_close(struct placing *placing, int32_t y)
{
    struct open_frame *open = &placing->open[--placing->open_count];
    if (open->fill != SIZE_MAX)
        placing->drawing->at[open->fill].height = y - open->y;
    if (open->bar != SIZE_MAX)
        placing->drawing->at[open->bar].height = y - open->y;
}

static int frame_chain(const struct frames *frames, int frame, int chain[FRAMES_MAX])
{
    int depth = 0, count = 0;
    for (int f = frame; f >= 0; f = frames->at[f].outer)
        depth++;
    for (int f = frame; f >= 0; f = frames->at[f].outer)
        if (--depth < FRAMES_MAX) {
            chain[depth] = f;
            count = count > depth + 1 ? count : depth + 1;
        }
    return count;
}

/* Frames that the last slab was in and this one is not end; those that it enters begin. */
static void frames_follow(struct placing *placing, int frame, int32_t end_of_last)
{
    int chain[FRAMES_MAX];
    const struct frames *frames = &placing->layout->frames;
    int depth = frame_chain(frames, frame, chain), same = 0;
    while (same < depth && same < placing->open_count && placing->open[same].frame == chain[same])
        same++;
    while (placing->open_count > same)
        frame_close(placing, end_of_last);
    for (; same < depth; same++) {
        const struct frame *row = &frames->at[chain[same]];
        struct open_frame *open = &placing->open[placing->open_count++];
        *open = (struct open_frame){.frame = chain[same], .y = placing->y};
        open->fill = decoration(placing, row, row->fill, row->width);
        open->bar = decoration(placing, row, row->bar, 2500);
    }
}

static void target_add(struct placing *placing, struct str anchor, int32_t y)
{
    struct pages *pages = placing->layout->pages;
    if (pages->target_count == pages->target_capacity)
        pages->targets = arena_grow(placing->layout->arena, pages->targets, pages->target_count,
                                    &pages->target_capacity, sizeof(struct target_place));
    pages->targets[pages->target_count++] = (struct target_place){.anchor = anchor, .page = placing->page, .y = y};
}

static void box_place(struct placing *placing, const struct mark *mark, int32_t y)
{
    struct tag *tag = &placing->layout->pages->tags[mark->tag];
    tag->page = placing->page;
    tag->x = mark->x;
    tag->y = mark->y + y;
    tag->width = mark->width;
    tag->height = mark->height;
}

static void number_wait(struct placing *placing, const struct mark *mark)
{
    struct layout *layout = placing->layout;
    if (layout->number_count == layout->number_capacity)
        layout->numbers = arena_grow(layout->arena, layout->numbers, layout->number_count, &layout->number_capacity,
                                     sizeof *layout->numbers);
    layout->numbers[layout->number_count].page = (size_t)placing->page;
    layout->numbers[layout->number_count].mark = placing->drawing->count;
    layout->numbers[layout->number_count++].heading = mark->segment_count;
}

static void mark_place(struct placing *placing, const struct mark *mark, int32_t y)
{
    struct layout *layout = placing->layout;
    switch ((int)mark->kind) {
    case MARK_BOX:
        box_place(placing, mark, y);
        return;
    case MARK_ANCHOR:
        target_add(placing, mark->link, mark->y + y);
        return;
    case MARK_HEADING:
        layout->headings.at[mark->tag].page = placing->page;
        layout->headings.at[mark->tag].y = mark->y + y;
        return;
    default:
        break;
    }
    if ((int)mark->kind == MARK_PAGE_NUMBER)
        number_wait(placing, mark);
    struct drawing one = {.at = (struct mark *)mark, .count = 1};
    drawing_append(layout->arena, placing->drawing, &one, 0, y);
    if ((int)mark->kind == MARK_PAGE_NUMBER)
        placing->drawing->at[placing->drawing->count - 1].kind = MARK_TEXT;
}

static void slab_place(struct placing *placing, const struct slab *slab)
{
    int32_t end_of_last = placing->y;
    if (placing->space < slab->before)
        placing->space = slab->before;
    if (slab->height > 0) {
        placing->y += placing->started ? placing->space : 0;
        placing->space = 0;
        placing->started = true;
        frames_follow(placing, slab->frame, end_of_last);
    }
    /* What has no height stands where the next slab will. */
    int32_t y = placing->y + (placing->started ? placing->space : 0);
    for (size_t i = 0; i < slab->mark_count; i++)
        mark_place(placing, &placing->layout->marks.at[slab->mark + i], y);
    placing->y += slab->height;
    if (placing->space < slab->after)
        placing->space = slab->after;
}

static struct placing placing_start(struct layout *layout, int32_t y)
{
    struct pages *pages = layout->pages;
    return (struct placing){
        .layout = layout, .drawing = &pages->at[pages->count - 1].drawing, .page = (int)pages->count - 1, .y = y};
}

int32_t page_place(struct layout *layout, const struct slabs *slabs, size_t from, size_t to, int32_t y)
{
    struct placing placing = placing_start(layout, y);
    for (size_t i = from; i < to; i++)
        slab_place(&placing, &slabs->at[i]);
    while (placing.open_count)
        frame_close(&placing, placing.y);
    return placing.y;
}

/* ---- filling ---- */

/* Height of slabs under each other, as slab_place sets them. */
struct stack {
    int32_t height, space;
    bool started;
};

static void stack_add(struct stack *stack, const struct slab *slab)
{
    if (stack->space < slab->before)
        stack->space = slab->before;
    if (slab->height > 0) {
        stack->height += (stack->started ? stack->space : 0) + slab->height;
        stack->space = 0;
        stack->started = true;
    }
    if (stack->space < slab->after)
        stack->space = slab->after;
}

int32_t slabs_height(const struct slabs *slabs, size_t from, size_t to)
{
    struct stack stack = {0};
    for (size_t i = from; i < to; i++)
        stack_add(&stack, &slabs->at[i]);
    return stack.height;
}

struct filling {
    struct layout *layout;
    struct pending_notes notes; /* waiting since the page before */
};

/* What is set again above the first slab of a page, unless it would take half of it. */
static size_t repeats_of(const struct layout *layout, const struct slab *slab, size_t repeats[8])
{
    size_t count = 0;
    int32_t height = 0;
    for (int i = 0; i < slab->repeat_count && count < 7; i++)
        repeats[count++] = (size_t)slab->repeat + (size_t)i;
    if (slab->group >= 0)
        repeats[count++] = (size_t)slab->group;
    for (size_t i = 0; i < count; i++)
        height += layout->spare.at[repeats[i]].height;
    const struct geometry *page = &layout->geometry[slab->landscape];
    return height * 2 > page->bottom - page->top ? 0 : count;
}

static struct stack stack_start(const struct layout *layout, const struct slab *slab)
{
    struct stack stack = {0};
    size_t repeats[8], count = repeats_of(layout, slab, repeats);
    for (size_t i = 0; i < count; i++)
        stack_add(&stack, &layout->spare.at[repeats[i]]);
    if (count && stack.space < slab->under)
        stack.space = slab->under;
    return stack;
}

/* Room for notes carried over from the page before. */
static int32_t notes_reserved(struct filling *filling, bool landscape)
{
    const struct geometry *page = &filling->layout->geometry[landscape];
    int32_t most = (page->bottom - page->top) / 100 * NOTES_MOST;
    int32_t height = notes_height(filling->layout, filling->notes, landscape);
    return height < most ? height : most;
}

/* Where a page may end, once slab `over` does not fit. */
struct page_break {
    size_t first, allowed, preferred, over;
    int32_t left, room; /* left empty by the preferred end; of the page */
};

static size_t break_before(const struct page_break *choice, const struct slab *slabs)
{
    int32_t most = choice->allowed > choice->first ? choice->room / 100 * slabs[choice->allowed - 1].white : 0;
    if (choice->preferred > choice->first && choice->left <= most)
        return choice->preferred;
    return choice->allowed > choice->first ? choice->allowed : choice->over;
}

/* The slab before which the page that starts with slab `first` ends. */
static size_t page_end(struct filling *filling, size_t first)
{
    struct layout *layout = filling->layout;
    const struct slab *slabs = layout->slabs.at;
    bool landscape = slabs[first].landscape;
    const struct geometry *page = &layout->geometry[landscape];
    int32_t room = page->bottom - page->top - notes_reserved(filling, landscape);
    struct stack stack = stack_start(layout, &slabs[first]);
    struct stack preferred_stack = stack;
    size_t allowed = first, preferred = first;
    for (size_t i = first; i < layout->slabs.count; i++) {
        const struct slab *slab = &slabs[i];
        if (i > first && (slab->break_before || slab->landscape != landscape))
            return i;
        stack_add(&stack, slab);
        struct pending_notes called = {.note = slab->footnote, .end = slab->footnote + slab->footnote_count};
        room -= notes_height(layout, called, landscape);
        if (stack.height > room && i > first)
            return break_before(&(struct page_break){first, allowed, preferred, i, room - preferred_stack.height, room},
                                slabs);
        if (slab->keep)
            continue;
        allowed = i + 1;
        if (slab->white)
            continue;
        preferred = i + 1;
        preferred_stack = stack;
    }
    return layout->slabs.count;
}

static void notes_gather(struct filling *filling, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct slab *slab = &filling->layout->slabs.at[i];
        if (!slab->footnote_count)
            continue;
        if (!notes_any(filling->notes))
            filling->notes.note = slab->footnote;
        filling->notes.end = slab->footnote + slab->footnote_count;
    }
}

#define MARKS_MORE 24 /* of running lines and frames */

/* Marks are large: a page takes the room that it needs at once instead of growing into it. */
static void page_reserve(struct filling *filling, size_t first, size_t end)
{
    struct layout *layout = filling->layout;
    struct drawing *page = &layout->pages->at[layout->pages->count - 1].drawing;
    size_t marks = page->count + MARKS_MORE;
    for (size_t i = first; i < end; i++)
        marks += layout->slabs.at[i].mark_count;
    struct mark *reserved = ARENA_ARRAY(layout->arena, struct mark, marks);
    for (size_t i = 0; i < page->count; i++)
        reserved[i] = page->at[i];
    page->at = reserved;
    page->capacity = marks;
}

static void page_set(struct filling *filling, size_t first, size_t end)
{
    struct layout *layout = filling->layout;
    bool landscape = layout->slabs.at[first].landscape;
    const struct geometry *page = &layout->geometry[landscape];
    page_new(layout, landscape);
    page_reserve(filling, first, end);
    struct placing placing = placing_start(layout, page->top);
    size_t repeats[8], count = repeats_of(layout, &layout->slabs.at[first], repeats);
    for (size_t i = 0; i < count; i++)
        slab_place(&placing, &layout->spare.at[repeats[i]]);
    if (count && placing.space < layout->slabs.at[first].under)
        placing.space = layout->slabs.at[first].under;
    for (size_t i = first; i < end; i++)
        slab_place(&placing, &layout->slabs.at[i]);
    while (placing.open_count)
        frame_close(&placing, placing.y);
    notes_gather(filling, first, end);
    notes_place(layout, &filling->notes, landscape, page->bottom - placing.y, page->bottom);
}

void pages_fill(struct layout *layout)
{
    struct filling filling = {.layout = layout};
    for (size_t first = 0; first < layout->slabs.count;) {
        size_t end = page_end(&filling, first);
        page_set(&filling, first, end);
        first = end;
    }
    /* A last note may be longer than its page. */
    while (notes_any(filling.notes)) {
        const struct geometry *page = &layout->geometry[false];
        page_new(layout, false);
        notes_place(layout, &filling.notes, false, page->bottom - page->top, page->bottom);
    }
}
