/* Bookmarks: a tree made of the levels of a list. */
#include "render/pdf/metadata.h"
#include "render/pdf/syntax.h"

#include <assert.h>

struct item {
    unsigned object;
    int parent, first, last, next, previous; /* by index; -1 for none, or the root for a parent */
    int count;                               /* of all that is below */
};

void pdf_destination(const struct job *job, struct buffer *out, int page, int32_t y)
{
    buffer_print(out, "[%u 0 R/XYZ null ", job->page_objects[page]);
    syntax_length(out, (int64_t)job->pages->at[page].drawing.height - y);
    buffer_add(out, STR(" null]"));
}

static void item_place(const struct job *job, struct item *items, int index, int *last_root)
{
    const struct bookmark *bookmarks = job->pages->bookmarks;
    struct item *item = &items[index];
    int parent = index - 1;
    while (parent >= 0 && bookmarks[parent].level >= bookmarks[index].level)
        parent = items[parent].parent;
    int *last = parent < 0 ? last_root : &items[parent].last;
    *item = (struct item){pdf_reserve(job->file), parent, -1, -1, -1, *last, 0};
    if (*last >= 0)
        items[*last].next = index;
    else if (parent >= 0)
        items[parent].first = index;
    *last = index;
    for (int above = parent; above >= 0; above = items[above].parent)
        items[above].count++;
}

static void link_to(struct buffer *out, const char *key, const struct item *items, int index)
{
    if (index >= 0)
        buffer_print(out, "/%s %u 0 R\n", key, items[index].object);
}

static void item_write(const struct job *job, const struct item *items, int index, unsigned root)
{
    const struct item *item = &items[index];
    const struct bookmark *bookmark = &job->pages->bookmarks[index];
    struct buffer out = {.arena = job->arena};
    buffer_add(&out, STR("/Title "));
    syntax_text(&out, bookmark->title);
    buffer_print(&out, "\n/Parent %u 0 R\n", item->parent < 0 ? root : items[item->parent].object);
    link_to(&out, "First", items, item->first);
    link_to(&out, "Last", items, item->last);
    link_to(&out, "Next", items, item->next);
    link_to(&out, "Prev", items, item->previous);
    if (item->count) /* shut, so that the list of chapters is seen first */
        buffer_print(&out, "/Count %d\n", -item->count);
    buffer_add(&out, STR("/Dest "));
    pdf_destination(job, &out, bookmark->page, bookmark->y);
    buffer_byte(&out, '\n');
    pdf_define(job->file, item->object, buffer_str(&out));
}

unsigned pdf_bookmarks_write(const struct job *job)
{
    int count = (int)job->pages->bookmark_count, last = -1, shown = 0;
    if (!count)
        return 0;
    unsigned root = pdf_reserve(job->file);
    struct item *items = ARENA_ARRAY(job->arena, struct item, (size_t)count);
    for (int i = 0; i < count; i++)
        item_place(job, items, i, &last);
    for (int i = 0; i < count; i++) {
        item_write(job, items, i, root);
        shown += items[i].parent < 0;
    }
    pdf_define(job->file, root,
               str_print(job->arena, "/Type /Outlines\n/First %u 0 R\n/Last %u 0 R\n/Count %d\n", items[0].object,
                         items[last].object, shown));
    return root;
}
