/* A Markdown file: its front matter, then its text in two readings. */
#include "markdown.h"

/* One line without its end; false at the end of the text. */
static bool next_line(struct str text, size_t *at, struct str *line)
{
    size_t from = *at;
    if (from >= text.length)
        return false;
    size_t end = str_index(text, '\n', from);
    *line = str_slice(text, from, end);
    if (str_ends(*line, STR("\r")))
        line->length--;
    *at = end + 1 < text.length ? end + 1 : text.length;
    return true;
}

static bool is_fence(struct str line, bool closing)
{
    while (line.length && (line.at[line.length - 1] == ' ' || line.at[line.length - 1] == '\t'))
        line.length--;
    return str_equal(line, STR("---")) || (closing && str_equal(line, STR("...")));
}

/* The text between the fences, and what follows them. Without a closing fence the first was a rule. */
static bool front_split(struct str text, struct str *front, struct str *body, uint32_t *body_line)
{
    struct str line;
    size_t at = 0;
    if (!next_line(text, &at, &line) || !is_fence(line, false))
        return false;
    size_t from = at;
    for (size_t start = at; next_line(text, &at, &line); start = at) {
        ++*body_line;
        if (!is_fence(line, true))
            continue;
        *front = str_slice(text, from, start);
        *body = str_slice(text, at, text.length);
        ++*body_line;
        return true;
    }
    *body_line = 1;
    return false;
}

static void plain_end(struct reading *reading, struct buffer *text, uint32_t line)
{
    struct node *paragraph, *words;
    if (!text->count)
        return;
    struct place place = {reading->file, line, 1};
    paragraph = node_new(reading->arena, NODE_PARAGRAPH, place);
    words = node_new(reading->arena, NODE_TEXT, place);
    words->text = buffer_str(text);
    node_append(reading->at, paragraph);
    node_append(paragraph, words);
    *text = (struct buffer){.arena = reading->arena};
}

/* A text that cmark is not given: its paragraphs as they stand. */
static void plain_blocks(struct reading *reading, const struct source *source)
{
    struct buffer text = {.arena = reading->arena};
    uint32_t from = source->first_line;
    for (size_t i = 0; i < source->line_count; i++) {
        struct str line = str_trim(source->lines[i]);
        if (!line.length)
            plain_end(reading, &text, from);
        else if (text.count)
            buffer_byte(&text, ' ');
        else
            from = source->first_line + (uint32_t)i;
        buffer_add(&text, line);
    }
    plain_end(reading, &text, from);
}

static void body_read(struct reading *reading, struct str text, uint32_t first_line)
{
    struct source source;
    struct place start = {reading->file, first_line, 1};
    if (text.length > MARKDOWN_BYTES_MAX) {
        REPORT(reading->diagnostics, start, MSG_markdown_too_large,
               {str_print(reading->arena, "%zu", MARKDOWN_BYTES_MAX >> 10)});
        return;
    }
    source_start(reading->arena, text, first_line, &source);
    if (!source_is_tame(&source)) {
        REPORT(reading->diagnostics, start, MSG_markdown_wild, {STR_NONE});
        plain_blocks(reading, &source);
        return;
    }
    struct node *body = reading->at;
    reading->source = &source;
    reading_blocks(reading, text);
    reading_inlines(reading, source_definitions(reading->arena, &source));
    markdown_marks(reading->arena, body);
}

struct markdown read_markdown(struct arena *arena, struct str text, uint32_t file, struct diagnostics *diagnostics)
{
    struct markdown markdown = {.body = node_new(arena, NODE_BODY, (struct place){file, 1, 1})};
    struct reading reading = {.arena = arena, .file = file, .diagnostics = diagnostics, .at = markdown.body};
    struct str front, body = text;
    uint32_t body_line = 1;
    if (front_split(text, &front, &body, &body_line))
        markdown.front = read_yaml(arena, front, file, 2, diagnostics);
    body_read(&reading, body, body_line);
    return markdown;
}
