/* Notes at the foot of the page that calls them; a note that does not fit goes on at the foot of the next. */
#include "inlines.h"
#include "page.h"

#define GAP 9000 /* between text and notes; the rule stands in its middle */
#define LABEL 14000

bool notes_any(struct pending_notes notes)
{
    return notes.note < notes.end;
}

static void note_set(struct layout *layout, size_t index, bool landscape)
{
    struct footnote *footnote = &layout->footnotes.at[index];
    const struct geometry *page = &layout->geometry[landscape];
    int tag = tag_add(layout, TAG_NOTE, 0);
    struct slabs slabs = {0};
    struct label label = {.text = str_print(layout->arena, "%zu", index + 1),
                          .x = page->left,
                          .element = ELEMENT_FOOTNOTE,
                          .tag = tag_add(layout, TAG_LBL, tag)};
    struct flow flow = {.layout = layout,
                        .slabs = &slabs,
                        .x = page->left + LABEL,
                        .tag = tag,
                        .frame = -1,
                        .size = 100,
                        .width = page->right - page->left - LABEL,
                        .landscape = landscape,
                        .body = ELEMENT_FOOTNOTE,
                        .label = &label};
    if (flow.width > STYLE_MEASURE)
        flow.width = STYLE_MEASURE;
    footnote->set = true;
    slab_open(&flow);
    slab_anchor(&flow, str_print(layout->arena, "note-%zu", index + 1));
    blocks_set(&flow, footnote->node->first);
    layout->footnotes.at[index].slabs = slabs;
}

static const struct slabs *note_slabs(struct layout *layout, size_t index, bool landscape)
{
    if (!layout->footnotes.at[index].set)
        note_set(layout, index, landscape);
    return &layout->footnotes.at[index].slabs;
}

int32_t notes_height(struct layout *layout, struct pending_notes notes, bool landscape)
{
    if (!notes_any(notes))
        return 0;
    int32_t height = GAP;
    for (size_t i = notes.note; i < notes.end; i++) {
        const struct slabs *slabs = note_slabs(layout, i, landscape);
        height += slabs_height(slabs, i == notes.note ? notes.slab : 0, slabs->count);
    }
    return height;
}

/* How far the notes reach in the room: where the rest begins. */
static struct pending_notes notes_split(struct layout *layout, struct pending_notes notes, bool landscape, int32_t room,
                                        int32_t *height)
{
    *height = GAP;
    while (notes_any(notes)) {
        const struct slabs *slabs = note_slabs(layout, notes.note, landscape);
        for (; notes.slab < slabs->count; notes.slab++) {
            int32_t slab = slabs->at[notes.slab].height;
            if (*height + slab > room)
                return notes;
            *height += slab;
        }
        notes.note++;
        notes.slab = 0;
    }
    return notes;
}

static void notes_rule(struct layout *layout, bool landscape, int32_t y)
{
    struct page *page = &layout->pages->at[layout->pages->count - 1];
    drawing_line(layout->arena, &page->drawing, layout->geometry[landscape].left, y, 60000, 0, 500,
                 layout->palette[COLOUR_RULE]);
}

void notes_place(struct layout *layout, struct pending_notes *notes, bool landscape, int32_t room, int32_t bottom)
{
    if (!notes_any(*notes))
        return;
    int32_t height;
    struct pending_notes rest = notes_split(layout, *notes, landscape, room, &height);
    if (rest.note == notes->note && rest.slab == notes->slab)
        return;
    int32_t y = bottom - height + GAP;
    notes_rule(layout, landscape, y - GAP / 2);
    for (size_t i = notes->note; i <= rest.note && i < notes->end; i++) {
        const struct slabs *slabs = note_slabs(layout, i, landscape);
        size_t from = i == notes->note ? notes->slab : 0, to = i == rest.note ? rest.slab : slabs->count;
        y = page_place(layout, slabs, from, to, y);
    }
    *notes = rest;
}
