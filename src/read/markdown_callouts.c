/* Callouts, which CommonMark does not know: "> [!NOTE]" as on forges, "::: tip" as in many site generators. One that is
 * not closed, or whose word is unknown, stays the text that it is. Trees are never deeper than MARKDOWN_DEPTH_MAX. */
#include "markdown.h"

void nodes_move(struct node *from, struct node *to, struct node *into)
{
    while (from && from != to) {
        struct node *next = from->next;
        node_append(into, from);
        from = next;
    }
}

/* `kind` names it in any language: the title of one that has none of its own. */
static const struct callout_row {
    struct str word, kind;
    enum tone tone;
} callouts[] = {
    {TEXT_OF("note"), TEXT_OF("note"), TONE_NOTE},
    {TEXT_OF("remarque"), TEXT_OF("remark"), TONE_NOTE},
    {TEXT_OF("info"), TEXT_OF("info"), TONE_NOTE},
    {TEXT_OF("tip"), TEXT_OF("tip"), TONE_NOTE},
    {TEXT_OF("conseil"), TEXT_OF("tip"), TONE_NOTE},
    {TEXT_OF("astuce"), TEXT_OF("hint"), TONE_NOTE},
    {TEXT_OF("definition"), TEXT_OF("definition"), TONE_NOTE},
    {TEXT_OF("important"), TEXT_OF("important"), TONE_WARNING},
    {TEXT_OF("warning"), TEXT_OF("warning"), TONE_WARNING},
    {TEXT_OF("attention"), TEXT_OF("warning"), TONE_WARNING},
    {TEXT_OF("caution"), TEXT_OF("caution"), TONE_WARNING},
    {TEXT_OF("prudence"), TEXT_OF("caution"), TONE_WARNING},
    {TEXT_OF("danger"), TEXT_OF("danger"), TONE_WARNING},
    {TEXT_OF("details"), TEXT_OF("details"), TONE_PLAIN},
    {TEXT_OF("exemple"), TEXT_OF("example"), TONE_PLAIN},
    {TEXT_OF("example"), TEXT_OF("example"), TONE_PLAIN},
};

static const struct callout_row *callout_of(struct str word)
{
    for (size_t i = 0; i < sizeof callouts / sizeof *callouts; i++)
        if (name_equal(callouts[i].word, word))
            return &callouts[i];
    return NULL;
}

/* "attention" and "ATTENTION" are printed "Attention". */
static struct str capitalised(struct arena *arena, struct str word)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < word.length; i++) {
        char c = word.at[i];
        bool small = c >= 'a' && c <= 'z', large = c >= 'A' && c <= 'Z';
        buffer_byte(&text, (char)(i ? (large ? c | 0x20 : c) : (small ? c & ~0x20 : c)));
    }
    return buffer_str(&text);
}

/* The first line of `paragraph` behind its mark becomes the callout's title, or the word itself does until `compose`,
 * which knows the language of the document, puts the name of its kind there; further lines are its first paragraph. */
static void callout_title(struct arena *arena, struct node *callout, struct node *paragraph, struct str word,
                          struct str rest)
{
    const struct callout_row *row = callout_of(word);
    callout->tone = row->tone;
    struct node *title = node_new(arena, NODE_PARAGRAPH, paragraph->place);
    struct node *strong = node_new(arena, NODE_STRONG, paragraph->place), *line_end = paragraph->first;
    while (str_starts(rest, STR(" ")))
        rest = str_slice(rest, 1, rest.length);
    paragraph->first->text = rest;
    while (line_end && line_end->kind != NODE_SPACE && line_end->kind != NODE_BREAK)
        line_end = line_end->next;
    nodes_move(paragraph->first, line_end, strong);
    if (strong->first == strong->last && !strong->first->text.length && strong->first->kind == NODE_TEXT) {
        strong->first->text = capitalised(arena, word);
        callout->info = row->kind;
    }
    node_append(title, strong);
    node_append(callout, title);
    if (line_end)
        node_unlink(line_end);
    if (paragraph->first)
        node_append(callout, paragraph);
    else
        node_unlink(paragraph);
}

static struct str word_at(struct str text, size_t from)
{
    size_t to = from;
    while (to < text.length && text.at[to] != ' ' && text.at[to] != ']')
        to++;
    return str_slice(text, from, to);
}

static bool opens_with(const struct node *node, enum node_kind kind, struct str sign)
{
    return node && node->kind == kind && node->first && node->first->kind == NODE_TEXT &&
           str_starts(node->first->text, sign);
}

/* A quote that opens with "[!WORD]". */
static void quote_callout(struct arena *arena, struct node *quote)
{
    struct node *paragraph = quote->first;
    if (!opens_with(paragraph, NODE_PARAGRAPH, STR("[!")))
        return;
    struct str text = paragraph->first->text, word = word_at(text, 2);
    size_t end = 2 + word.length;
    const struct callout_row *row = callout_of(word);
    if (!row || end == text.length || text.at[end] != ']')
        return;
    struct node *rest = paragraph->next;
    node_unlink(paragraph);
    quote->kind = NODE_CALLOUT;
    struct node *body = node_new(arena, NODE_BODY, quote->place);
    nodes_move(rest, NULL, body);
    callout_title(arena, quote, paragraph, word, str_slice(text, end + 1, text.length));
    nodes_move(body->first, NULL, quote);
}

/* Whether the paragraph's last line is ":::" alone; that line is then taken off. */
static bool closes(struct node *paragraph)
{
    struct node *last = paragraph->kind == NODE_PARAGRAPH ? paragraph->last : NULL;
    if (!last || last->kind != NODE_TEXT || !str_equal(str_trim(last->text), STR(":::")))
        return false;
    if (last->previous && last->previous->kind != NODE_SPACE && last->previous->kind != NODE_BREAK)
        return false;
    if (last->previous)
        node_unlink(last->previous);
    node_unlink(last);
    return true;
}

static bool is_closing(const struct node *paragraph)
{
    const struct node *last = paragraph->kind == NODE_PARAGRAPH ? paragraph->last : NULL;
    return last && last->kind == NODE_TEXT && str_equal(str_trim(last->text), STR(":::")) &&
           (!last->previous || last->previous->kind == NODE_SPACE || last->previous->kind == NODE_BREAK);
}

/* From a paragraph that opens with "::: word" to the next one that ends with ":::". */
static struct node *fenced_callout(struct arena *arena, struct node *paragraph)
{
    struct str text = paragraph->first->text, rest = str_trim(str_slice(text, 3, text.length));
    struct str word = word_at(rest, 0);
    const struct callout_row *row = callout_of(word);
    struct node *end = row ? paragraph : NULL;
    while (end && !is_closing(end))
        end = end->next;
    if (!end)
        return paragraph;
    struct node *callout = node_new(arena, NODE_CALLOUT, paragraph->place);
    node_insert_after(end, callout);
    closes(end);
    struct node *after = paragraph->next;
    callout_title(arena, callout, paragraph, word, str_slice(rest, word.length, rest.length));
    if (after != callout)
        nodes_move(after, callout, callout);
    if (end != paragraph && !end->first)
        node_unlink(end);
    return callout;
}

void markdown_callouts(struct arena *arena, struct node *parent)
{
    for (struct node *node = parent->first; node; node = node->next) {
        if (node->kind == NODE_QUOTE)
            quote_callout(arena, node);
        else if (opens_with(node, NODE_PARAGRAPH, STR(":::")))
            node = fenced_callout(arena, node);
        if (!node_is_inline(node->kind))
            markdown_callouts(arena, node);
    }
}
