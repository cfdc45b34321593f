#include "compose/site.h"

#include "compose/template.h"

#include <stdlib.h>

/* Where the reader is in a site. */

struct str job_title(struct filling *f, const struct job *job)
{
    return set(f, variables_text(f->arena, f->facts, job, job->template->title));
}

static struct str menu_label(struct filling *f, const struct job *job)
{
    struct str menu = job->template->menu;
    return menu.length ? set(f, variables_text(f->arena, f->facts, job, menu)) : job_title(f, job);
}

static struct str last_step(struct str path)
{
    size_t at = path.length;
    while (at && path.at[at - 1] != '/')
        at--;
    return str_slice(path, at, path.length);
}

/* ---- the menu, and the way here ---- */

/* "internal/workspace/laureates/arc" lies below "internal/workspace/laureates". */
static bool lies_below(struct str path, struct str above)
{
    return path.length > above.length && path.at[above.length] == '/' && str_starts(path, above);
}

static enum site_here here_of(const struct filling *f, const struct job *job)
{
    if (str_equal(job->path, f->job->path))
        return HERE_IS;
    return lies_below(f->job->path, job->path) ? HERE_BELOW : HERE_NOT;
}

static int by_rank(const void *a, const void *b)
{
    const struct job *x = (*(const struct shelf_item *const *)a)->job, *y = (*(const struct shelf_item *const *)b)->job;
    int order = (x->template->rank > y->template->rank) - (x->template->rank < y->template->rank);
    return order ? order : str_compare(x->path, y->path);
}

static bool is_entry(const struct filling *f, const struct job *job)
{
    return job->template->rank && job->audience == f->job->audience &&
           str_equal(job->template->deliverable, f->job->template->deliverable);
}

static void add_link(struct filling *f, struct site_links *links, const struct shelf_item *item)
{
    *PUSH(f->arena, links) = (struct site_link){
        .label = menu_label(f, item->job), .address = address_of(f, item, FORMAT_HTML), .here = here_of(f, item->job)};
}

/* The front page is the first entry; the page above, the one in whose folder this one lies. */
static void add_trail(struct filling *f, struct site *site, const struct shelf_item **entries, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        enum site_here here = here_of(f, entries[i]->job);
        if (here == HERE_BELOW || (i == 0 && here == HERE_NOT))
            add_link(f, &site->trail, entries[i]);
    }
}

/* The document’s own: it may stand in formats that are not asked for now, and not in others. */
static const struct shelf_item *own_item(const struct filling *f)
{
    const struct shelf *shelf = f->composer->shelf;
    size_t low = 0, high = shelf->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (str_compare(shelf->at[middle].job->path, f->job->path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < shelf->count && str_equal(shelf->at[low].job->path, f->job->path) ? &shelf->at[low] : NULL;
}

void site_describe(struct filling *f)
{
    const struct shelf *shelf = f->composer->shelf;
    if (!is_page(f))
        return;
    name_take(f->arena, &f->ids, STR("top")); /* the renderer's own */
    name_take(f->arena, &f->ids, STR("main"));
    struct site *site = ARENA_NEW(f->arena, struct site);
    const struct shelf_item **entries = ARENA_ARRAY(f->arena, const struct shelf_item *, shelf->page_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < shelf->page_count; i++)
        if (is_entry(f, shelf->pages[i]->job) && shelf->pages[i]->formats[FORMAT_HTML])
            entries[count++] = shelf->pages[i];
    qsort(entries, count, sizeof *entries, by_rank);
    for (size_t i = 0; i < count; i++)
        add_link(f, &site->menu, entries[i]);
    add_trail(f, site, entries, count);
    f->document->site = site;
    f->document->uid = uid_of(f, STR("page"), f->job->path);
    f->document->file_name = last_step(f->job->path);
    const struct shelf_item *own = own_item(f);
    for (int format = 0; own && format < FORMAT_COUNT; format++)
        f->document->formats[format] = own->formats[format];
}

/* ---- names that last ---- */

struct str uid_of(struct filling *f, struct str kind, struct str name)
{
    const struct programme *programme = &f->facts->programme;
    struct str code = programme->code.length ? programme->code : programme->name;
    struct str words = str_print(f->arena, "bilan\n%.*s\n%.*s\n%.*s", STR_ARG(code), STR_ARG(kind), STR_ARG(name));
    struct sha256 hash = sha256_of(words);
    hash.byte[6] = (uint8_t)(0x80 | (hash.byte[6] & 0x0F)); /* version 8: of one's own making */
    hash.byte[8] = (uint8_t)(0x80 | (hash.byte[8] & 0x3F));
    struct str hex = sha256_text(f->arena, hash);
    return str_print(f->arena, "%.8s-%.4s-%.4s-%.4s-%.12s", hex.at, hex.at + 8, hex.at + 12, hex.at + 16, hex.at + 20);
}

/* Others lead here by these: every one is plain, and its own. */
void site_anchors(struct filling *f, struct node *root)
{
    for (struct node *n = root->first; n; n = n->next) {
        if (n->kind == NODE_HEADING && !n->anchor.length)
            n->anchor = unique_id(f, node_plain(f->arena, n));
        site_anchors(f, n);
    }
}
