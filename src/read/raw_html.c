/* Raw HTML in Markdown: what is a tag, what is text. Nothing of it reaches a document but the text. */
#include "markdown.h"

#include <string.h>

#define TAGS_SAID 100 /* dropped tags said per text */

/* Tags that end a paragraph. */
static const char *const block_names[] = {
    "address", "article", "aside",    "blockquote", "body",   "center", "dd",     "details", "dir",   "div",
    "dl",      "dt",      "fieldset", "figcaption", "figure", "footer", "form",   "h1",      "h2",    "h3",
    "h4",      "h5",      "h6",       "head",       "header", "hr",     "html",   "iframe",  "li",    "main",
    "menu",    "nav",     "ol",       "option",     "p",      "pre",    "script", "section", "style", "summary",
    "table",   "tbody",   "td",       "tfoot",      "th",     "thead",  "title",  "tr",      "ul",    "video",
};

/* What goes with its content. The first three are no tags and go without a word. */
static const struct {
    const char *opening, *closing;
} silent[] = {
    {"<!--", "-->"},
    {"<?", "?>"},
    {"<!doctype", ">"},
    {"<script", "</script"},
    {"<style", "</style"},
    {"<template", "</template"},
    {"<noscript", "</noscript"},
};
#define SILENT_COUNT (sizeof silent / sizeof *silent)
#define SILENT_TAGS 3
#define NO_TAG_ENDS (1u << SILENT_COUNT)

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool begins(struct str s, const char *lower)
{
    size_t length = strlen(lower);
    if (s.length < length)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((is_letter(s.at[i]) ? s.at[i] | 0x20 : s.at[i]) != lower[i])
            return false;
    return true;
}

static bool is_name(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
}

static bool is_block(struct str name)
{
    for (size_t i = 0; i < sizeof block_names / sizeof *block_names; i++)
        if (strlen(block_names[i]) == name.length && begins(name, block_names[i]))
            return true;
    return false;
}

static size_t find(struct str s, const char *needle, size_t from)
{
    struct str rest = str_slice(s, from, s.length);
    for (size_t i = 0; i < rest.length; i++) {
        i = str_index(rest, needle[0], i);
        if (i < rest.length && begins(str_slice(rest, i, rest.length), needle))
            return from + i;
    }
    return s.length;
}

/* The end of a tag: its '>', unless that stands in the quotes of an attribute. 0 when there is none. */
static size_t tag_end(struct html_reader *reader)
{
    struct str s = reader->rest;
    char quote = 0;
    for (size_t i = 1; i < s.length && !reader->loose; i++) {
        char c = s.at[i];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    reader->loose = true;
    size_t at = reader->missing & NO_TAG_ENDS ? s.length : str_index(s, '>', 0);
    if (at == s.length)
        reader->missing |= NO_TAG_ENDS;
    return at < s.length ? at + 1 : 0;
}

/* Where what starts here is over, when it is one of the silent things and is ever closed; else 0. An end that was
 * looked for once in vain is not looked for again, or a hostile text would take for ever. */
static size_t silent_end(struct html_reader *reader, size_t *which)
{
    struct str s = reader->rest;
    for (size_t i = 0; i < SILENT_COUNT; i++) {
        size_t length = strlen(silent[i].opening);
        bool is_tag = i >= SILENT_TAGS;
        if (!begins(s, silent[i].opening) || (is_tag && s.length > length && is_name(s.at[length])))
            continue;
        size_t at = reader->missing & 1u << i ? s.length : find(s, silent[i].closing, length);
        if (at == s.length) {
            reader->missing |= 1u << i;
            return 0;
        }
        *which = i;
        return is_tag ? str_index(s, '>', at) + 1 : at + strlen(silent[i].closing);
    }
    return 0;
}

static size_t read_tag(struct html_reader *reader, struct html_token *token)
{
    struct str s = reader->rest;
    bool closing = s.length > 1 && s.at[1] == '/';
    size_t from = 1 + (size_t)closing, to = from;
    if (from == s.length || !is_letter(s.at[from]))
        return 0;
    while (to < s.length && is_name(s.at[to]))
        to++;
    struct str name = str_slice(s, from, to);
    *token = (struct html_token){HTML_TAG, STR_NONE, name, closing, is_block(name)};
    if (name.length == 2 && begins(name, "br"))
        token->kind = HTML_LINE_BREAK;
    return tag_end(reader);
}

static size_t read_markup(struct html_reader *reader, struct html_token *token)
{
    struct str s = reader->rest;
    size_t which = 0, end = silent_end(reader, &which);
    if (end > s.length)
        end = s.length;
    if (end && which >= SILENT_TAGS)
        *token = (struct html_token){HTML_TAG, STR_NONE, str_of(silent[which].opening + 1), false, true};
    else if (end)
        *token = (struct html_token){.kind = HTML_COMMENT};
    return end ? end : read_tag(reader, token);
}

bool html_next(struct html_reader *reader, struct html_token *token)
{
    struct str s = reader->rest;
    if (!s.length)
        return false;
    size_t end = s.at[0] == '<' ? read_markup(reader, token) : 0;
    if (!end) {
        end = str_index(s, '<', 1);
        *token = (struct html_token){.kind = HTML_TEXT, .text = str_slice(s, 0, end)};
    }
    reader->rest = str_slice(s, end, s.length);
    return true;
}

/* Blanks as HTML has them: a run is one. What else is written there is Markdown, as if the tags had never been. */
static void text_add(struct buffer *text, struct str words)
{
    for (size_t i = 0; i < words.length; i++) {
        char c = words.at[i];
        bool blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (!blank)
            buffer_byte(text, c);
        else if (text->count && text->at[text->count - 1] != ' ')
            buffer_byte(text, ' ');
    }
}

void reading_drop_tag(struct reading *reading, struct place place, struct str name)
{
    if (reading->tags++ < TAGS_SAID)
        REPORT(reading->diagnostics, place, MSG_html_dropped, {name});
}

static void paragraph_end(struct reading *reading, struct buffer *text, struct place place)
{
    struct str whole = str_trim(buffer_str(text));
    if (whole.length) {
        struct node *paragraph = node_new(reading->arena, NODE_PARAGRAPH, place);
        node_append(reading->at, paragraph);
        reading_wait(reading, paragraph, whole, place.line);
    }
    *text = (struct buffer){.arena = reading->arena};
}

/* The level of a heading of Markdown, 0 where the line is none. */
static int heading_level(struct str line)
{
    size_t level = 0;
    while (level < line.length && line.at[level] == '#')
        level++;
    return level >= 1 && level <= 6 && level < line.length && line.at[level] == ' ' ? (int)level : 0;
}

static void heading_add(struct reading *reading, struct str line, int level, struct place place)
{
    struct str words = str_trim(str_slice(line, (size_t)level, line.length));
    while (str_ends(words, STR("#")))
        words = str_slice(words, 0, words.length - 1);
    struct node *heading = node_new(reading->arena, NODE_HEADING, place);
    heading->level = level;
    node_append(reading->at, heading);
    /* The words are cmark's, which takes them back before they are read. */
    reading_wait(reading, heading, str_copy(reading->arena, str_trim(words)), place.line);
}

/* Markdown takes the lines up to the next blank one for HTML: a heading right below a tag is one all the same. */
static void lines_add(struct reading *reading, struct buffer *text, struct str words, struct place place, uint32_t line)
{
    for (size_t at = 0; at < words.length;) {
        size_t end = str_index(words, '\n', at);
        struct str own = str_slice(words, at, end < words.length ? end + 1 : end);
        int level = at ? heading_level(own) : 0;
        if (level) {
            paragraph_end(reading, text, place);
            place.line = line;
            heading_add(reading, own, level, place);
        } else {
            text_add(text, own);
        }
        at += own.length;
        line++;
    }
}

void reading_html(struct reading *reading, struct str html, struct place place)
{
    struct html_reader reader = {.rest = html};
    struct buffer text = {.arena = reading->arena};
    struct html_token token;
    bool said = false;
    while (html_next(&reader, &token)) {
        if (token.kind == HTML_TEXT)
            lines_add(reading, &text, token.text, place,
                      place.line + (uint32_t)str_count(str_slice(html, 0, (size_t)(token.text.at - html.at)), '\n'));
        if (token.kind == HTML_LINE_BREAK && text.count)
            buffer_add(&text, STR("<br>"));
        if (token.kind == HTML_TAG && token.block)
            paragraph_end(reading, &text, place);
        if (token.kind == HTML_TAG && !said)
            reading_drop_tag(reading, place, token.name);
        said = said || token.kind == HTML_TAG;
    }
    paragraph_end(reading, &text, place);
}
