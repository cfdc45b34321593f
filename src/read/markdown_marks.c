/* Notes ("[^1]", "[^1]: text") and words of another language ("[learning by doing]{lang=en}"), which CommonMark does
 * not know. Looked for in the finished tree; what is not closed or not defined stays the text that it is. */
#include "markdown.h"

#define NOTES_BYTES_MAX ((size_t)1 << 20) /* of notes, each counted as often as it is called */
#define NOTES_MAX 1000
#define LABEL_MAX 64
#define SIBLINGS_MAX 64 /* between the brackets around foreign words */

struct foot_note {
    struct str label;
    struct node *body; /* a NODE_FOOTNOTE */
    size_t bytes;
};
struct marks {
    struct arena *arena;
    struct foot_notes {
        struct foot_note *at;
        size_t count, capacity;
    } notes;
    size_t bytes; /* of notes called so far */
};

static struct node *text_node(struct marks *marks, struct str text, struct place place)
{
    struct node *node = node_new(marks->arena, NODE_TEXT, place);
    node->text = text;
    return node;
}

/* Where `needle` stands in the text, or its length. */
static size_t find(struct str text, struct str needle, size_t from)
{
    for (size_t i = from; (i = str_index(text, needle.at[0], i)) < text.length; i++)
        if (str_starts(str_slice(text, i, text.length), needle))
            return i;
    return text.length;
}

/* ---- notes ---- */

/* The label of a call or of a definition at `at` ("[^label]"), empty where there is none. */
static struct str label_at(struct str text, size_t at)
{
    if (!str_starts(str_slice(text, at, text.length), STR("[^")))
        return STR_NONE;
    size_t end = find(text, STR("]"), at);
    struct str label = str_slice(text, at + 2, end);
    return end < text.length && label.length <= LABEL_MAX && find(label, STR(" "), 0) == label.length ? label
                                                                                                      : STR_NONE;
}

static bool defines(const struct node *node)
{
    if (!node || node->kind != NODE_TEXT)
        return false;
    struct str label = label_at(node->text, 0);
    size_t end = label.length + 3;
    return label.length && end < node->text.length && node->text.at[end] == ':';
}

static size_t bytes_of(const struct node *root)
{
    size_t bytes = 0;
    for (const struct node *node = root; node; node = node_walk(root, node))
        bytes += sizeof *node + node->text.length;
    return bytes;
}

/* A line that defines a note, and those below it that define none. */
static void note_add(struct marks *marks, struct node *first, struct node *end)
{
    struct foot_note *note = PUSH(marks->arena, &marks->notes);
    struct node *paragraph = node_new(marks->arena, NODE_PARAGRAPH, first->place);
    note->label = label_at(first->text, 0);
    note->body = node_new(marks->arena, NODE_FOOTNOTE, first->place);
    note->body->info = note->label;
    first->text = str_slice(first->text, note->label.length + 4, first->text.length);
    while (str_starts(first->text, STR(" ")))
        first->text = str_slice(first->text, 1, first->text.length);
    nodes_move(first, end, paragraph);
    node_append(note->body, paragraph);
    note->bytes = bytes_of(note->body);
}

/* The first line of a paragraph that defines a note, or NULL. */
static struct node *first_definition(const struct node *paragraph)
{
    struct node *line = paragraph->first;
    if (defines(line))
        return line;
    while (line && !(line->kind == NODE_SPACE && defines(line->next)))
        line = line->next;
    return line ? line->next : NULL;
}

static struct node *line_unlink(struct node *space)
{
    struct node *next = space->next;
    node_unlink(space);
    return next;
}

/* From `line` on; what is above it stays. */
static void paragraph_notes(struct marks *marks, struct node *paragraph, struct node *line)
{
    if (line->previous)
        node_unlink(line->previous);
    for (struct node *next; line; line = next) {
        next = line->next;
        while (next && !(next->kind == NODE_SPACE && defines(next->next)))
            next = next->next;
        note_add(marks, line, next);
        next = next ? line_unlink(next) : NULL;
    }
    if (!paragraph->first)
        node_unlink(paragraph);
}

static void notes_gather(struct marks *marks, struct node *parent)
{
    for (struct node *node = parent->first, *next; node; node = next) {
        next = node->next;
        struct node *line = node->kind == NODE_PARAGRAPH ? first_definition(node) : NULL;
        if (line && marks->notes.count < NOTES_MAX)
            paragraph_notes(marks, node, line);
        else if (!node_is_inline(node->kind))
            notes_gather(marks, node);
    }
}

static const struct foot_note *note_find(const struct marks *marks, struct str label)
{
    for (size_t i = 0; i < marks->notes.count; i++)
        if (str_equal(marks->notes.at[i].label, label))
            return &marks->notes.at[i];
    return NULL;
}

/* The first call in the text becomes its note: returns the text that follows it, or NULL. A call clings to its word. */
static struct node *note_call(struct marks *marks, struct node *node)
{
    for (size_t at = find(node->text, STR("[^"), 0); at < node->text.length; at = find(node->text, STR("[^"), at + 2)) {
        struct str label = label_at(node->text, at), text = node->text;
        const struct foot_note *note = label.length ? note_find(marks, label) : NULL;
        if (!note || marks->bytes + note->bytes > NOTES_BYTES_MAX)
            continue;
        marks->bytes += note->bytes;
        struct node *call = node_copy(marks->arena, note->body);
        struct node *rest = text_node(marks, str_slice(text, at + label.length + 3, text.length), node->place);
        node->text = str_slice(text, 0, at);
        while (node->text.length && node->text.at[node->text.length - 1] == ' ')
            node->text.length--;
        if (!node->text.length && node->previous && node->previous->kind == NODE_SPACE)
            node_unlink(node->previous);
        node_insert_after(node, call);
        node_insert_after(call, rest);
        return rest;
    }
    return NULL;
}

/* A note of one word, or of one address, is the definition of a link to CommonMark: it comes as a link named "^1". */
static void short_note(struct marks *marks, struct node *link)
{
    struct str address = link->link;
    const struct node *name = link->first;
    if (!name || name->next || name->kind != NODE_TEXT || name->text.length < 2 || name->text.at[0] != '^')
        return;
    struct node *paragraph = node_new(marks->arena, NODE_PARAGRAPH, link->place), *words = paragraph;
    if (find(address, STR("://"), 0) < address.length) {
        words = node_new(marks->arena, NODE_LINK, link->place);
        words->link = address;
        node_append(paragraph, words);
    }
    node_append(words, text_node(marks, address, link->place));
    node_unlink(link->first);
    link->kind = NODE_FOOTNOTE;
    link->link = STR_NONE;
    node_append(link, paragraph);
}

/* ---- words of another language ---- */

static bool is_language(struct str code)
{
    bool is = code.length >= 2 && code.length <= 12;
    for (size_t i = 0; is && i < code.length; i++) {
        char c = code.at[i];
        is = (c >= 'a' && c <= 'z') || (i > 1 && (c == '-' || (c >= 'A' && c <= 'Z')));
    }
    return is;
}

/* The text in which the last "[" before `node` stands, and where. */
static struct node *bracket_before(struct node *node, size_t until, size_t *at)
{
    for (int i = 0; node && i < SIBLINGS_MAX; i++, node = node->previous) {
        size_t end = node->kind == NODE_TEXT ? (until < node->text.length ? until : node->text.length) : 0;
        for (; end > 0; end--)
            if (node->text.at[end - 1] == '[') {
                *at = end - 1;
                return node;
            }
        until = SIZE_MAX;
    }
    return NULL;
}

/* "[words]{lang=en}", closed in this text: returns the text that follows it, or NULL. */
static struct node *foreign_words(struct marks *marks, struct node *node)
{
    const struct str sign = STR("]{lang=");
    size_t close = find(node->text, sign, 0), open, end = find(node->text, STR("}"), close);
    struct str code = end < node->text.length ? str_slice(node->text, close + sign.length, end) : STR_NONE;
    struct node *first = is_language(code) ? bracket_before(node, close, &open) : NULL;
    if (!first)
        return NULL;
    struct node *rest = text_node(marks, str_slice(node->text, end + 1, node->text.length), node->place);
    node_insert_after(node, rest);
    node->text = str_slice(node->text, 0, close);
    struct node *words = text_node(marks, str_slice(first->text, open + 1, first->text.length), first->place);
    first->text = str_slice(first->text, 0, open);
    node_insert_after(first, words);
    for (; words != rest; words = words->next)
        words->language = code;
    return rest;
}

static void inlines_mark(struct marks *marks, struct node *parent)
{
    for (struct node *node = parent->first; node; node = node->next) {
        for (struct node *rest = node; node->kind == NODE_TEXT && rest; node = rest ? rest : node)
            rest = foreign_words(marks, node);
        if (node->kind == NODE_LINK)
            short_note(marks, node);
        if (node->first && node->kind != NODE_FOOTNOTE)
            inlines_mark(marks, node);
    }
    for (struct node *node = parent->first; node; node = node->next)
        for (struct node *rest = node; node->kind == NODE_TEXT && rest; node = rest ? rest : node)
            rest = note_call(marks, node);
}

static void table_mark(struct marks *marks, struct table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            if (table->rows[r].cells[c].inlines)
                inlines_mark(marks, table->rows[r].cells[c].inlines);
}

static void blocks_mark(struct marks *marks, struct node *parent)
{
    if (parent->table)
        table_mark(marks, parent->table);
    if (parent->first && node_is_inline(parent->first->kind))
        inlines_mark(marks, parent);
    else
        for (struct node *node = parent->first; node; node = node->next)
            blocks_mark(marks, node);
}

void markdown_marks(struct arena *arena, struct node *body)
{
    struct marks marks = {.arena = arena};
    markdown_callouts(arena, body);
    notes_gather(&marks, body);
    blocks_mark(&marks, body);
}
