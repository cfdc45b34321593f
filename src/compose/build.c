#include "compose/build.h"
#include "compose/composition.h"

struct node *add_block(struct filling *f, struct node *into, enum node_kind kind)
{
    struct node *node = node_new(f->arena, kind, f->place);
    node_append(into, node);
    return node;
}

struct node *add_text(struct filling *f, struct node *into, struct str text)
{
    struct node *node = add_block(f, into, NODE_TEXT);
    node->text = text;
    return node;
}

struct node *add_paragraph(struct filling *f, struct node *into, struct str text)
{
    struct node *paragraph = add_block(f, into, NODE_PARAGRAPH);
    add_text(f, paragraph, text);
    return paragraph;
}

struct node *add_heading(struct filling *f, struct node *into, int level, struct str text)
{
    struct node *heading = add_block(f, into, NODE_HEADING);
    heading->level = level > 6 ? 6 : level;
    add_text(f, heading, text);
    return heading;
}

struct node *add_list(struct filling *f, struct node *into)
{
    struct node *list = add_block(f, into, NODE_LIST);
    list->tight = true;
    return list;
}

struct node *add_item(struct filling *f, struct node *list, struct str text)
{
    struct node *item = add_block(f, list, NODE_ITEM);
    return add_paragraph(f, item, text);
}

void add_fact(struct filling *f, struct node *facts, struct str term, struct str text)
{
    if (!text.length)
        return;
    add_paragraph(f, facts, term);
    add_paragraph(f, add_block(f, facts, NODE_BODY), text);
}

/* The level of the highest heading in an author's text, or 7. */
static int top_level(const struct node *text)
{
    int top = 7;
    for (const struct node *n = text; n; n = node_walk(text, n))
        if (n->kind == NODE_HEADING && n->level < top)
            top = n->level;
    return top;
}

static void shift_headings(struct node *root, int by)
{
    for (struct node *n = root->first; n; n = n->next) {
        if (n->kind == NODE_HEADING)
            n->level = n->level + by > 6 ? 6 : n->level + by;
        shift_headings(n, by);
    }
}

/* A table of Markdown has neither name nor caption: it is called after the heading above it. */
static void name_tables(struct filling *f, struct node *copy)
{
    struct str above = word(f, "ui.table");
    for (struct node *n = copy->first; n; n = n->next) {
        if (n->kind == NODE_HEADING)
            above = node_plain(f->arena, n);
        if (n->kind != NODE_TABLE)
            continue;
        n->table->id = unique_id(f, above);
        n->table->heading = above;
        for (size_t c = 0; c < n->table->column_count; c++)
            if (n->table->columns[c].title)
                n->table->columns[c].name = node_plain(f->arena, n->table->columns[c].title);
    }
}

void add_narrative(struct filling *f, struct node *into, const struct node *text, int level)
{
    if (!text)
        return;
    struct node *copy = node_copy(f->arena, text);
    shift_headings(copy, level + 1 - top_level(copy));
    narrative_values(f, copy);
    name_tables(f, copy);
    while (copy->first)
        node_append(into, copy->first);
}

struct node *link_inlines(struct filling *f, struct str text, struct str link)
{
    struct node *body = node_new(f->arena, NODE_BODY, f->place);
    struct node *parent = body;
    bool web =
        str_starts(link, STR("https://")) || str_starts(link, STR("http://")) || str_starts(link, STR("mailto:"));
    if (web) {
        parent = add_block(f, body, NODE_LINK);
        parent->link = link;
    }
    add_text(f, parent, text);
    return body;
}

void node_prepend(struct node *parent, struct node *child)
{
    struct node *first = parent->first;
    if (first == child)
        return;
    node_append(parent, child);
    if (!first)
        return;
    node_unlink(child);
    child->parent = parent;
    child->next = first;
    first->previous = child;
    parent->first = child;
}

struct str diagnostic_line(struct filling *f, const struct diagnostic *diagnostic)
{
    struct place place = diagnostic->place;
    struct str text = diagnostic_text(f->arena, diagnostic, f->language);
    if (!place.file)
        return text;
    struct str path = f->facts->files.at[place.file].path;
    if (!place.line)
        return str_print(f->arena, "%.*s: %.*s", STR_ARG(path), STR_ARG(text));
    return str_print(f->arena, "%.*s:%u:%u: %.*s", STR_ARG(path), place.line, place.column, STR_ARG(text));
}

struct str unique_id(struct filling *f, struct str wanted)
{
    return name_take_apart(f->arena, &f->ids, name_slug(f->arena, wanted), "-", "");
}
