#include "model.h"

#include <assert.h>

struct node *node_new(struct arena *arena, enum node_kind kind, struct place place)
{
    struct node *node = ARENA_NEW(arena, struct node);
    node->kind = kind;
    node->place = place;
    return node;
}

void node_unlink(struct node *node)
{
    if (node->previous)
        node->previous->next = node->next;
    else if (node->parent)
        node->parent->first = node->next;
    if (node->next)
        node->next->previous = node->previous;
    else if (node->parent)
        node->parent->last = node->previous;
    node->parent = node->next = node->previous = NULL;
}

void node_append(struct node *parent, struct node *child)
{
    node_unlink(child);
    child->parent = parent;
    child->previous = parent->last;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void node_insert_after(struct node *sibling, struct node *node)
{
    node_unlink(node);
    node->parent = sibling->parent;
    node->previous = sibling;
    node->next = sibling->next;
    if (sibling->next)
        sibling->next->previous = node;
    else if (sibling->parent)
        sibling->parent->last = node;
    sibling->next = node;
}

bool node_is_inline(enum node_kind kind)
{
    return kind >= NODE_TEXT;
}

const struct node *node_walk(const struct node *root, const struct node *node)
{
    if (node->first)
        return node->first;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

struct str node_plain(struct arena *arena, const struct node *node)
{
    struct buffer text = {.arena = arena};
    for (const struct node *n = node; n; n = node_walk(node, n)) {
        bool blank = n->kind == NODE_SPACE || n->kind == NODE_BREAK || (n != node && !node_is_inline(n->kind));
        if (blank && text.count && text.at[text.count - 1] != ' ')
            buffer_byte(&text, ' ');
        if (n->kind == NODE_TEXT || n->kind == NODE_CODE || n->kind == NODE_VALUE || n->kind == NODE_CODE_BLOCK)
            buffer_add(&text, n->text);
    }
    return buffer_str(&text);
}

static void cells_copy(struct arena *arena, struct table_row *row, size_t count)
{
    const struct cell *cells = row->cells;
    row->cells = ARENA_ARRAY(arena, struct cell, count);
    for (size_t c = 0; c < count; c++) {
        row->cells[c] = cells[c];
        if (cells[c].inlines)
            row->cells[c].inlines = node_copy(arena, cells[c].inlines);
    }
}

/* Tables of the inputs are constant: a document works on its own. */
static struct table *table_copy(struct arena *arena, const struct table *table)
{
    struct table *copy = ARENA_NEW(arena, struct table);
    *copy = *table;
    copy->columns = ARENA_ARRAY(arena, struct table_column, table->column_count);
    copy->rows = ARENA_ARRAY(arena, struct table_row, table->row_count);
    for (size_t c = 0; c < table->column_count; c++) {
        copy->columns[c] = table->columns[c];
        if (table->columns[c].title)
            copy->columns[c].title = node_copy(arena, table->columns[c].title);
    }
    for (size_t r = 0; r < table->row_count; r++) {
        copy->rows[r] = table->rows[r];
        cells_copy(arena, &copy->rows[r], table->column_count);
    }
    copy->note = table->note ? node_copy(arena, table->note) : NULL;
    return copy;
}

struct node *node_copy(struct arena *arena, const struct node *node)
{
    struct node *copy = ARENA_NEW(arena, struct node);
    *copy = *node;
    copy->parent = copy->first = copy->last = copy->next = copy->previous = NULL;
    copy->table = node->table ? table_copy(arena, node->table) : NULL;
    for (const struct node *child = node->first; child; child = child->next)
        node_append(copy, node_copy(arena, child));
    return copy;
}

struct str document_word(const struct document *document, const char *key)
{
    struct str name = str_of(key);
    const struct word *word = SORTED_FIND(document->words, document->word_count, struct word, key, name);
    assert(word); /* the catalogue has every word that a room asks for: tests/lint sees to it */
    return word ? word->text : name;
}

const struct provenance *document_provenance(const struct document *document, struct str key)
{
    if (!key.length)
        return NULL;
    return SORTED_FIND(document->provenances, document->provenance_count, struct provenance, key, key);
}

const char *const audience_name[AUDIENCE_COUNT + 1] = {"internal", "partners", "public", NULL};

const struct format_name format_names[FORMAT_COUNT] = {
    [FORMAT_PDF] = {TEXT_OF("pdf"), TEXT_OF("pdf")},    [FORMAT_XLSX] = {TEXT_OF("xlsx"), TEXT_OF("xlsx")},
    [FORMAT_HTML] = {TEXT_OF("html"), TEXT_OF("html")}, [FORMAT_ICS] = {TEXT_OF("ics"), TEXT_OF("ics")},
    [FORMAT_ATOM] = {TEXT_OF("atom"), TEXT_OF("xml")},
};
