#include "compose/typeset.h"

/* Inlines are set in reading order with one context a paragraph. Adjacent texts and soft breaks are joined first:
 * a mark at the start of a source line still gets its space from here, not from the line break. */

static bool is_text(const struct node *node)
{
    return node && (node->kind == NODE_TEXT || node->kind == NODE_SPACE) && !node->language.length;
}

static struct str own_text(const struct node *node)
{
    return node->kind == NODE_SPACE ? STR(" ") : node->text;
}

static void join_texts(struct arena *arena, struct node *first)
{
    if (!is_text(first->next)) {
        if (first->kind == NODE_SPACE)
            return;
    }
    struct buffer text = {.arena = arena};
    buffer_add(&text, own_text(first));
    while (is_text(first->next)) {
        buffer_add(&text, own_text(first->next));
        node_unlink(first->next);
    }
    first->kind = NODE_TEXT;
    first->text = buffer_str(&text);
}

/* "1er" becomes 1 and a raised "er". Returns the last node that stands for the text. */
static struct node *raise_ordinals(struct arena *arena, struct node *node)
{
    size_t end, length = 0;
    while ((end = ordinal_find(node->text, 0, &length)) < node->text.length) {
        struct node *raised = node_new(arena, NODE_SUPERSCRIPT, node->place);
        struct node *ending = node_new(arena, NODE_TEXT, node->place);
        struct node *rest = node_new(arena, NODE_TEXT, node->place);
        ending->text = str_slice(node->text, end, end + length);
        rest->text = str_slice(node->text, end + length, node->text.length);
        node->text = str_slice(node->text, 0, end);
        node_append(raised, ending);
        node_insert_after(node, raised);
        if (!rest->text.length)
            return raised;
        node_insert_after(raised, rest);
        node = rest;
    }
    return node;
}

static void set_inlines(struct arena *arena, struct node *parent, struct typeset_context *context);

/* Words of another language are set in its own typography, or left as they are where we do not know it. */
static void set_foreign(struct arena *arena, struct node *node, struct typeset_context *context)
{
    struct str code = str_slice(node->language, 0, 2);
    struct typeset_context own = {.previous = 'x'};
    context->previous = 'x';
    if (!str_equal(code, STR("fr")) && !str_equal(code, STR("en")))
        return;
    own.language = str_equal(code, STR("fr")) ? LANGUAGE_FR : LANGUAGE_EN;
    if (node->kind == NODE_TEXT)
        node->text = typeset_piece(arena, node->text, &own);
    else
        set_inlines(arena, node, &own);
}

static struct node *set_inline(struct arena *arena, struct node *node, struct typeset_context *context)
{
    if (node->language.length) {
        set_foreign(arena, node, context);
    } else if (is_text(node)) {
        join_texts(arena, node);
        node->text = typeset_piece(arena, own_text(node), context);
        if (node->kind == NODE_TEXT && context->language == LANGUAGE_FR && node->parent->kind != NODE_SUPERSCRIPT)
            return raise_ordinals(arena, node);
    } else if (node->kind == NODE_CODE || node->kind == NODE_VALUE || node->kind == NODE_IMAGE) {
        context->previous = 'x';
    } else if (node->kind == NODE_BREAK) {
        context->previous = 0;
    } else if (node->kind == NODE_FOOTNOTE) {
        typeset_tree(arena, node, context->language);
    } else {
        set_inlines(arena, node, context);
    }
    return node;
}

static void set_inlines(struct arena *arena, struct node *parent, struct typeset_context *context)
{
    for (struct node *child = parent->first; child; child = child->next)
        child = set_inline(arena, child, context);
}

static void set_table(struct arena *arena, struct table *table, enum language language)
{
    for (size_t c = 0; c < table->column_count; c++)
        if (table->columns[c].title)
            typeset_tree(arena, table->columns[c].title, language);
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            if (table->rows[r].cells[c].inlines)
                typeset_tree(arena, table->rows[r].cells[c].inlines, language);
    if (table->note)
        typeset_tree(arena, table->note, language);
}

void typeset_tree(struct arena *arena, struct node *root, enum language language)
{
    if (root->kind == NODE_CODE_BLOCK)
        return;
    if (root->table)
        set_table(arena, root->table, language);
    if (root->chart && root->chart->table)
        set_table(arena, root->chart->table, language);
    if (root->kind == NODE_QUOTE && root->text.length)
        root->text = typeset(arena, root->text, language);
    if (root->first && node_is_inline(root->first->kind)) {
        struct typeset_context context = {.language = language};
        set_inlines(arena, root, &context);
        return;
    }
    for (struct node *child = root->first; child; child = child->next)
        typeset_tree(arena, child, language);
}
