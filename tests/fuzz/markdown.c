/* Any bytes as a Markdown file: a tree that is sound, not deep, without tags and without addresses that are refused. */
#include <stdlib.h>

#include "read/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct node *root);

static void check_table(const struct table *table)
{
    if (!table->column_count || table->column_count > MARKDOWN_COLUMNS_MAX)
        abort();
    for (size_t i = 0; i < table->column_count; i++)
        check(table->columns[i].title);
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            if (table->rows[r].cells[c].inlines)
                check(table->rows[r].cells[c].inlines);
}

static size_t depth_of(const struct node *root, const struct node *node)
{
    size_t depth = 0;
    for (; node != root; node = node->parent)
        depth++;
    return depth;
}

static void check(const struct node *root)
{
    for (const struct node *node = root; node; node = node_walk(root, node)) {
        bool linked =
            !node->parent || node == root || (node->previous ? node->previous->next : node->parent->first) == node;
        if (!linked || depth_of(root, node) > MARKDOWN_DEPTH_MAX + 3 || !utf8_valid(node->text) ||
            !address_is_allowed(node->link))
            abort();
        if (node->table)
            check_table(node->table);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = diagnostics_new(arena);
    struct str text;
    if (read_text(arena, (struct str){(const char *)data, size}, 1, diagnostics, &text))
        check(read_markdown(arena, text, 1, diagnostics).body);
    arena_free(arena);
    return 0;
}
