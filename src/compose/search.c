#include "compose/hole_list.h"
#include "compose/site.h"

/* What a search finds: the words of every page of the site, read off the pages composed for the same audience, so that
 * nothing is found that is not shown. On the page stands the list of all pages, for who has no script. */

enum { TEXT_MAX = 3000 };

/* ---- words of a page ---- */

static void add_words(struct buffer *words, struct str text)
{
    if (!text.length || words->count >= TEXT_MAX)
        return;
    if (words->count)
        buffer_byte(words, ' ');
    buffer_add(words, text);
}

static void add_table(struct buffer *words, const struct table *table)
{
    add_words(words, table->caption);
    for (size_t r = 0; r < table->row_count && !table->explore; r++)
        for (size_t c = 0; c < table->column_count; c++) {
            const struct cell *cell = &table->rows[r].cells[c];
            add_words(words, cell->inlines ? node_plain(words->arena, cell->inlines) : cell->shown);
        }
}

static void add_block_words(struct buffer *words, const struct node *node)
{
    if (node->table)
        add_table(words, node->table);
    if (node->chart) {
        add_words(words, node->chart->title);
        add_words(words, node->chart->sentence);
    }
    for (size_t i = 0; i < node->card_count; i++) {
        add_words(words, node->cards[i].label);
        add_words(words, node->cards[i].value);
    }
    if (node->first && node_is_inline(node->first->kind))
        add_words(words, node_plain(words->arena, node));
    else
        for (const struct node *child = node->first; child; child = child->next)
            add_block_words(words, child);
}

/* Cut where a character begins. */
static struct str cut(struct str text)
{
    size_t end = text.length < TEXT_MAX ? text.length : TEXT_MAX;
    while (end && end < text.length && ((unsigned char)text.at[end] & 0xC0) == 0x80)
        end--;
    return str_slice(text, 0, end);
}

/* ---- pages ---- */

struct reading {
    struct filling *f;
    struct arena *scratch;
    struct str title, address;
};

static void record(struct reading *r, struct str heading, struct str anchor, struct str text)
{
    struct arena *arena = r->f->arena;
    struct str address = r->address;
    if (anchor.length)
        address = str_print(arena, "%.*s#%.*s", STR_ARG(address), STR_ARG(anchor));
    *PUSH(arena, &r->f->document->findings) = (struct finding){.page = str_copy(arena, r->title),
                                                               .heading = str_copy(arena, heading),
                                                               .address = address,
                                                               .text = str_copy(arena, cut(text))};
}

static void read_section(struct reading *r, const struct node *section)
{
    struct buffer words = {.arena = r->scratch};
    struct str heading = STR_NONE, anchor = STR_NONE;
    for (const struct node *n = section->first; n; n = n->next)
        if (n->kind == NODE_HEADING) {
            heading = node_plain(r->scratch, n);
            anchor = n->anchor;
        } else if (n->kind != NODE_SECTION) {
            add_block_words(&words, n);
        }
    if (words.count || section->kind == NODE_BODY)
        record(r, heading, anchor, buffer_str(&words));
    for (const struct node *n = section->first; n; n = n->next)
        if (n->kind == NODE_SECTION)
            read_section(r, n);
}

static bool is_searched(const struct filling *f, const struct job *job)
{
    return job->audience == f->job->audience && job->template != f->job->template &&
           str_equal(job->template->deliverable, f->job->template->deliverable);
}

static void read_page(struct filling *f, struct arena *scratch, const struct shelf_item *item)
{
    struct composer composer = *f->composer;
    composer.for_words = true;
    struct diagnostics *unsaid = diagnostics_new(scratch); /* the page itself says them */
    const struct document *page = compose_document(scratch, &composer, item->job, unsaid);
    struct reading r = {f, scratch, page->title, address_of(f, item, FORMAT_HTML)};
    if (r.address.length)
        read_section(&r, page->body);
}

static void fill_search(struct filling *f, const struct yaml *yaml, struct node *into)
{
    const struct shelf *shelf = f->composer->shelf;
    (void)yaml;
    if (!is_page(f) || f->composer->for_words)
        return;
    struct arena *scratch = arena_new();
    struct node *list = node_new(f->arena, NODE_LIST, f->place);
    list->tight = true;
    for (size_t i = 0; i < shelf->page_count; i++) {
        const struct shelf_item *item = shelf->pages[i];
        if (!is_searched(f, item->job))
            continue;
        struct arena_mark mark = arena_mark(scratch);
        read_page(f, scratch, item);
        arena_rewind(scratch, mark);
        struct node *paragraph = add_block(f, add_block(f, list, NODE_ITEM), NODE_PARAGRAPH);
        add_page_link(f, paragraph, job_title(f, item->job), address_of(f, item, FORMAT_HTML));
    }
    arena_free(scratch);
    if (list->first)
        node_append(into, list);
}

const struct hole hole_search = {TEXT_OF("search"),
                                 TEXT_OF("recherche"),
                                 NULL,
                                 0,
                                 fill_search,
                                 TEXT_OF("a search over the site, and the list of its pages"),
                                 TEXT_OF("une recherche dans le site, et la liste de ses pages"),
                                 NULL};
