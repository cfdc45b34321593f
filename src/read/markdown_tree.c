/* cmark's tree becomes ours. Nothing here recurses: how deep a text nests is its author's choice. */
#define CMARK_NO_SHORT_NAMES
#include "markdown.h"

#include <cmark.h>
#include <string.h>

struct tree {
    struct reading *reading;
    cmark_iter *iter;
    uint32_t line;            /* second reading: the line of everything */
    cmark_node *silent_until; /* the closing tag of a script in running text */
    bool never_closed;        /* a script in this paragraph */
    cmark_node *link;         /* in which we are: its address was found behind its words, which are not looked for */
    struct place link_place;
};

/* What a kind of cmark's is for us. Leaves have no end of their own. */
static const struct {
    enum node_kind kind;
    bool leaf;
} kinds[] = {
    [CMARK_NODE_BLOCK_QUOTE] = {NODE_QUOTE, false},
    [CMARK_NODE_LIST] = {NODE_LIST, false},
    [CMARK_NODE_ITEM] = {NODE_ITEM, false},
    [CMARK_NODE_CODE_BLOCK] = {NODE_CODE_BLOCK, true},
    [CMARK_NODE_PARAGRAPH] = {NODE_PARAGRAPH, false},
    [CMARK_NODE_HEADING] = {NODE_HEADING, false},
    [CMARK_NODE_THEMATIC_BREAK] = {NODE_RULE, true},
    [CMARK_NODE_TEXT] = {NODE_TEXT, true},
    [CMARK_NODE_SOFTBREAK] = {NODE_SPACE, true},
    [CMARK_NODE_LINEBREAK] = {NODE_BREAK, true},
    [CMARK_NODE_CODE] = {NODE_CODE, true},
    [CMARK_NODE_EMPH] = {NODE_EMPHASIS, false},
    [CMARK_NODE_STRONG] = {NODE_STRONG, false},
    [CMARK_NODE_LINK] = {NODE_LINK, false},
    [CMARK_NODE_IMAGE] = {NODE_IMAGE, false},
};

/* What to look for in the source to find where an inline stands: cmark's columns are not to be relied on. */
static struct str words_of(cmark_node *from)
{
    switch (cmark_node_get_type(from)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
        return str_of(cmark_node_get_literal(from));
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
        return str_of(cmark_node_get_url(from));
    default:
        return STR_NONE;
    }
}

static struct place place_of(struct tree *tree, cmark_node *from)
{
    struct reading *reading = tree->reading;
    uint32_t line = (uint32_t)cmark_node_get_start_line(from);
    line = reading->again ? tree->line : line ? reading->source->first_line + line - 1 : reading->at->place.line;
    struct place place = {reading->file, line, 0};
    if (cmark_node_get_type(from) <= CMARK_NODE_LAST_BLOCK) {
        place.column = (uint32_t)cmark_node_get_start_column(from);
        return place;
    }
    if (tree->link)
        place.column = line == tree->link_place.line ? tree->link_place.column : 0;
    else
        place.column = source_column(reading->source, &reading->search, line, words_of(from));
    return place;
}

/* ---- raw HTML in running text ---- */

static bool closes(cmark_node *node, struct str name)
{
    struct html_reader reader = {.rest = str_of(cmark_node_get_literal(node))};
    struct html_token token;
    return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE && html_next(&reader, &token) &&
           token.kind == HTML_TAG && token.closing && name_equal(token.name, name);
}

static void silence(struct tree *tree, cmark_node *from, struct str name)
{
    if (tree->never_closed || !(name_equal(name, STR("script")) || name_equal(name, STR("style"))))
        return;
    do
        from = cmark_node_next(from);
    while (from && !closes(from, name));
    tree->silent_until = from;
    tree->never_closed = !from;
}

static void html_inline(struct tree *tree, cmark_node *from)
{
    struct reading *reading = tree->reading;
    struct html_reader reader = {.rest = str_of(cmark_node_get_literal(from))};
    struct html_token token;
    struct place place = place_of(tree, from);
    if (!html_next(&reader, &token) || token.kind == HTML_COMMENT)
        return;
    if (token.kind == HTML_LINE_BREAK)
        node_append(reading->at, node_new(reading->arena, NODE_BREAK, place));
    if (token.kind != HTML_TAG || token.closing)
        return;
    reading_drop_tag(reading, place, token.name);
    silence(tree, from, token.name);
}

/* ---- tables ---- */

/* Takes the marks of the containers around a paragraph off one of its later lines, outermost first. */
static struct pipe_line line_inside(cmark_node *container, struct str line)
{
    cmark_node *path[2 * MARKDOWN_DEPTH_MAX + 64];
    size_t depth = 0;
    struct pipe_line inside = {line, false};
    for (; container && depth < sizeof path / sizeof *path; container = cmark_node_parent(container))
        path[depth++] = container;
    while (depth-- > 0) {
        struct str text = inside.text;
        size_t blanks = 0;
        while (blanks < text.length && (text.at[blanks] == ' ' || text.at[blanks] == '\t'))
            blanks++;
        bool quoted = blanks < text.length && text.at[blanks] == '>';
        cmark_node *first = cmark_node_first_child(path[depth]);
        if (cmark_node_get_type(path[depth]) == CMARK_NODE_BLOCK_QUOTE) {
            inside.lazy |= !quoted;
            inside.text = str_slice(text, quoted ? blanks + 1 : 0, text.length);
        } else if (cmark_node_get_type(path[depth]) == CMARK_NODE_ITEM) {
            bool beside = cmark_node_get_start_line(first) == cmark_node_get_start_line(path[depth]);
            int content = beside ? cmark_node_get_start_column(first) : cmark_node_get_start_column(path[depth]) + 2;
            inside.lazy |= (int)(text.at - line.at) + (int)blanks + 1 < content;
        }
    }
    return inside;
}

/* "---" or "===" under a heading. */
static bool is_underline(struct str line)
{
    line = str_trim(line);
    for (size_t i = 0; i < line.length; i++)
        if (line.at[i] != line.at[0] || (line.at[i] != '-' && line.at[i] != '='))
            return false;
    return line.length > 0;
}

/* The raw lines of a paragraph, or of a heading up to the line that underlines it. */
static struct pipe_line *lines_of(struct tree *tree, cmark_node *block, size_t *count)
{
    const struct source *source = tree->reading->source;
    size_t from = (size_t)cmark_node_get_start_line(block), to = (size_t)cmark_node_get_end_line(block);
    size_t column = (size_t)cmark_node_get_start_column(block);
    bool heading = cmark_node_get_type(block) == CMARK_NODE_HEADING;
    *count = 0;
    if (from < 1 || to <= from || to > source->line_count)
        return NULL;
    struct pipe_line *lines = ARENA_ARRAY(tree->reading->arena, struct pipe_line, to - from + 1);
    struct str first = source->lines[from - 1];
    lines[(*count)++].text = str_slice(first, column - 1, first.length);
    for (size_t line = from + 1; line <= to; line++) {
        lines[*count] = line_inside(block, source->lines[line - 1]);
        if (heading && is_underline(lines[*count].text))
            break;
        ++*count;
    }
    return lines;
}

/* A table is a paragraph for cmark; with a rule right under it, a heading. */
static bool is_table(struct tree *tree, cmark_node *from)
{
    struct reading *reading = tree->reading;
    bool heading = cmark_node_get_type(from) == CMARK_NODE_HEADING;
    if (reading->again || !(heading || cmark_node_get_type(from) == CMARK_NODE_PARAGRAPH))
        return false;
    size_t count;
    struct pipe_line *lines = lines_of(tree, from, &count);
    struct place place = place_of(tree, from);
    if (!lines || !pipe_table_read(reading, lines, count, place.line))
        return false;
    place.line += (uint32_t)count;
    if (heading && cmark_node_get_heading_level(from) == 2)
        node_append(reading->at, node_new(reading->arena, NODE_RULE, place));
    return true;
}

/* ---- nodes ---- */

static struct str copy_of(struct tree *tree, const char *text)
{
    return str_copy(tree->reading->arena, str_of(text));
}

static void node_fill(struct tree *tree, struct node *node, cmark_node *from)
{
    switch (node->kind) {
    case NODE_TEXT:
    case NODE_CODE:
        node->text = copy_of(tree, cmark_node_get_literal(from));
        break;
    case NODE_CODE_BLOCK:
        node->text = copy_of(tree, cmark_node_get_literal(from));
        node->info = copy_of(tree, cmark_node_get_fence_info(from));
        break;
    case NODE_HEADING:
        node->level = cmark_node_get_heading_level(from);
        break;
    case NODE_LIST:
        node->ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
        node->start = cmark_node_get_list_start(from);
        node->tight = cmark_node_get_list_tight(from);
        break;
    case NODE_IMAGE:
        node->text = copy_of(tree, cmark_node_get_title(from));
        break;
    default:
        break;
    }
}

/* An address that is refused leaves its text. */
static bool is_refused(struct tree *tree, cmark_node *from, struct place place, struct str *address)
{
    struct reading *reading = tree->reading;
    const char *url = cmark_node_get_url(from);
    *address = STR("");
    if (!url)
        return false;
    *address = address_cleaned(reading->arena, str_of(url));
    if (address_is_allowed(*address))
        return false;
    REPORT(reading->diagnostics, place, MSG_link_refused, {*address});
    return true;
}

/* Deeper than this, lists, quotes and emphasis are no longer made; what they hold is. */
static bool is_too_deep(const struct tree *tree, cmark_node *from)
{
    cmark_node_type type = cmark_node_get_type(from);
    bool is_item = type == CMARK_NODE_ITEM;
    bool can_go = !kinds[type].leaf && type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING && !is_item;
    return is_item ? !cmark_node_get_user_data(cmark_node_parent(from))
                   : can_go && tree->reading->depth >= MARKDOWN_DEPTH_MAX;
}

static void enter(struct tree *tree, cmark_node *from)
{
    struct reading *reading = tree->reading;
    cmark_node_type type = cmark_node_get_type(from);
    struct str address;
    if (is_table(tree, from)) {
        cmark_iter_reset(tree->iter, from, CMARK_EVENT_EXIT);
        return;
    }
    struct place place = place_of(tree, from);
    if (!tree->link && (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)) {
        tree->link = from;
        tree->link_place = place;
    }
    if (is_refused(tree, from, place, &address) || is_too_deep(tree, from))
        return;
    struct node *node = node_new(reading->arena, kinds[type].kind, place);
    node_fill(tree, node, from);
    node->link = address;
    node_append(reading->at, node);
    if (kinds[type].leaf)
        return;
    tree->never_closed = tree->never_closed && node_is_inline(node->kind);
    cmark_node_set_user_data(from, node);
    reading->at = node;
    reading->depth++;
}

/* Texts that stand side by side become one. */
static void texts_join(struct arena *arena, struct node *parent)
{
    for (struct node *node = parent->first; node; node = node->next) {
        if (node->kind != NODE_TEXT || !node->next || node->next->kind != NODE_TEXT)
            continue;
        struct buffer text = {.arena = arena};
        buffer_add(&text, node->text);
        while (node->next && node->next->kind == NODE_TEXT) {
            buffer_add(&text, node->next->text);
            node_unlink(node->next);
        }
        node->text = buffer_str(&text);
    }
}

/* A blank at the end of a block, or a text that begins or ends with one, once the tags around it are gone. */
static bool blank_taken(struct node *node, bool first)
{
    if (!node || (node->kind != NODE_SPACE && node->kind != NODE_BREAK && node->kind != NODE_TEXT))
        return false;
    if (node->kind == NODE_TEXT) {
        while (node->text.length && node->text.at[first ? 0 : node->text.length - 1] == ' ')
            node->text = str_slice(node->text, first, node->text.length - !first);
        if (node->text.length)
            return false;
    }
    node_unlink(node);
    return true;
}

static void inlines_tidy(struct arena *arena, struct node *parent)
{
    texts_join(arena, parent);
    if (node_is_inline(parent->kind))
        return;
    while (blank_taken(parent->first, true))
        ;
    while (blank_taken(parent->last, false))
        ;
}

static void leave(struct tree *tree, cmark_node *from)
{
    struct node *node = cmark_node_get_user_data(from);
    if (from == tree->link)
        tree->link = NULL;
    if (!node)
        return;
    struct reading *reading = tree->reading;
    reading->at = node->parent;
    reading->depth--;
    bool holds_inlines = node_is_inline(node->kind) || node->kind == NODE_PARAGRAPH || node->kind == NODE_HEADING;
    if (!holds_inlines)
        return;
    inlines_tidy(reading->arena, node);
    if (!node->first && node->kind != NODE_IMAGE)
        node_unlink(node);
}

static void step(struct tree *tree, cmark_event_type event, cmark_node *from)
{
    cmark_node_type type = cmark_node_get_type(from);
    if (tree->silent_until) {
        if (from == tree->silent_until)
            tree->silent_until = NULL;
    } else if (event == CMARK_EVENT_EXIT) {
        leave(tree, from);
    } else if (type == CMARK_NODE_HTML_BLOCK) {
        reading_html(tree->reading, str_of(cmark_node_get_literal(from)), place_of(tree, from));
    } else if (type == CMARK_NODE_HTML_INLINE) {
        html_inline(tree, from);
    } else {
        enter(tree, from);
    }
}

/* What is below `root` goes under reading->at. */
static void tree_read(struct tree *tree, cmark_node *root)
{
    tree->iter = cmark_iter_new(root);
    for (cmark_event_type event; (event = cmark_iter_next(tree->iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(tree->iter);
        if (node != root)
            step(tree, event, node);
    }
    cmark_iter_free(tree->iter);
}

void reading_blocks(struct reading *reading, struct str text)
{
    struct tree tree = {.reading = reading};
    cmark_node *root = cmark_parse_document(text.length ? text.at : "", text.length, CMARK_OPT_DEFAULT);
    tree_read(&tree, root);
    cmark_node_free(root);
}

void reading_wait(struct reading *reading, struct node *target, struct str text, uint32_t line)
{
    *PUSH(reading->arena, &reading->waitings) = (struct waiting){target, text, line};
}

/* Each text as a heading of one line: there it is nothing but inlines, whatever it starts with. */
static struct str second_text(struct reading *reading, struct str definitions)
{
    struct buffer text = {.arena = reading->arena};
    for (size_t i = 0; i < reading->waitings.count; i++) {
        buffer_add(&text, STR("# "));
        buffer_add(&text, reading->waitings.at[i].text);
        buffer_add(&text, STR(" #\n"));
    }
    buffer_add(&text, definitions);
    return buffer_str(&text);
}

void reading_inlines(struct reading *reading, struct str definitions)
{
    struct str text = second_text(reading, definitions);
    cmark_node *root = cmark_parse_document(text.at, text.length, CMARK_OPT_DEFAULT);
    cmark_node *heading = cmark_node_first_child(root);
    reading->again = true;
    reading->search.line = 0;
    for (size_t i = 0; i < reading->waitings.count && heading; i++, heading = cmark_node_next(heading)) {
        const struct waiting *waiting = &reading->waitings.at[i];
        struct tree tree = {.reading = reading, .line = waiting->line};
        reading->at = waiting->target;
        tree_read(&tree, heading);
        inlines_tidy(reading->arena, waiting->target);
    }
    cmark_node_free(root);
}
