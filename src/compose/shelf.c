#include "compose/site.h"

#include <stdlib.h>

/* What stands in OUT for one audience, and how one file of it leads to another. */

static int page_order(const struct job *x, const struct job *y)
{
    int order = (x->audience > y->audience) - (x->audience < y->audience);
    order = order ? order : str_compare(x->template->deliverable, y->template->deliverable);
    order = order ? order : (x->template->over > y->template->over) - (x->template->over < y->template->over);
    return order ? order : (x->subject > y->subject) - (x->subject < y->subject);
}

static int by_page(const void *a, const void *b)
{
    const struct job *x = (*(const struct shelf_item *const *)a)->job, *y = (*(const struct shelf_item *const *)b)->job;
    int order = page_order(x, y);
    return order ? order : str_compare(x->path, y->path);
}

void shelf_sort(struct arena *run, struct shelf *shelf)
{
    shelf->pages = ARENA_ARRAY(run, const struct shelf_item *, shelf->count + 1);
    shelf->page_count = 0;
    for (size_t i = 0; i < shelf->count; i++)
        if (shelf->at[i].job->template->is_page)
            shelf->pages[shelf->page_count++] = &shelf->at[i];
    if (shelf->page_count)
        qsort(shelf->pages, shelf->page_count, sizeof *shelf->pages, by_page);
}

bool is_page(const struct filling *f)
{
    return f->job->template->is_page && f->composer->shelf;
}

const struct shelf_item *page_of(const struct filling *f, enum template_over over, uint32_t subject)
{
    const struct shelf *shelf = f->composer->shelf;
    if (!is_page(f))
        return NULL;
    struct template like = {.deliverable = f->job->template->deliverable, .over = over};
    const struct job wanted = {.template = &like, .audience = f->job->audience, .subject = subject};
    size_t low = 0, high = shelf->page_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = page_order(shelf->pages[middle]->job, &wanted);
        if (order == 0)
            return shelf->pages[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct shelf_item *page_named(const struct filling *f, struct str name)
{
    const struct shelf *shelf = f->composer->shelf;
    for (size_t i = 0; is_page(f) && i < shelf->page_count; i++)
        if (shelf->pages[i]->job->audience == f->job->audience && str_equal(shelf->pages[i]->job->template->name, name))
            return shelf->pages[i];
    return NULL;
}

static size_t folder_length(struct str path)
{
    size_t length = path.length;
    while (length && path.at[length - 1] != '/')
        length--;
    return length;
}

/* Both paths lie below OUT: "a/b/c" and "a/d" are "../d" apart. */
static struct str relative(struct arena *arena, struct str from, struct str to)
{
    size_t common = 0, folder = folder_length(from);
    struct buffer address = {.arena = arena};
    for (size_t i = 0; i < folder && i < to.length && from.at[i] == to.at[i]; i++)
        if (from.at[i] == '/')
            common = i + 1;
    for (size_t i = common; i < folder; i++)
        if (from.at[i] == '/')
            buffer_add(&address, STR("../"));
    buffer_add(&address, str_slice(to, common, to.length));
    return buffer_str(&address);
}

bool may_lead(const struct filling *f, const struct job *job)
{
    return job->audience >= f->job->audience; /* they stand from the fewest readers to all */
}

struct str address_of(struct filling *f, const struct shelf_item *item, enum format format)
{
    if (!item || !item->formats[format] || !may_lead(f, item->job))
        return STR_NONE;
    return relative(f->arena, f->job->path, job_file(f->arena, item->job, format));
}

struct node *add_page_link(struct filling *f, struct node *into, struct str text, struct str address)
{
    struct node *parent = into;
    if (address.length) {
        parent = add_block(f, into, NODE_LINK);
        parent->page = address;
    }
    add_text(f, parent, text);
    return parent;
}

static struct node *page_inlines(struct filling *f, struct str text, struct str address)
{
    struct node *body = node_new(f->arena, NODE_BODY, f->place);
    add_page_link(f, body, text, address);
    return body;
}

struct cell cell_page(struct filling *f, struct str text, struct str address)
{
    if (!text.length)
        return (struct cell){.kind = CELL_EMPTY};
    return (struct cell){.kind = CELL_TEXT, .inlines = page_inlines(f, text, address)};
}

struct cell cell_subject(struct filling *f, enum template_over over, uint32_t subject, struct str name)
{
    const struct shelf_item *page = page_of(f, over, subject);
    bool here = page && page->job->template == f->job->template && page->job->subject == f->job->subject;
    return cell_page(f, name, here ? STR_NONE : address_of(f, page, FORMAT_HTML));
}
