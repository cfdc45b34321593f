/* The lines of a Markdown text, and whether cmark can be trusted with them. */
#include "markdown.h"

#include <string.h>

/* cmark looks at every open list and quote for every line, blank ones too: depth times lines must stay small. */
#define MARKS_MAX 16
#define INDENT_MAX 80
#define IN_VAIN_MAX ((size_t)1 << 20)

/* A line ends at LF, CR or both. */
static size_t line_end(struct str text, size_t from)
{
    for (; from + sizeof(bytes16) <= text.length; from += sizeof(bytes16)) {
        bytes16 bytes = bytes16_at(text.at + from), ends = (bytes16)(bytes == '\n') | (bytes16)(bytes == '\r');
        if (bytes16_any(ends))
            return from + (size_t)__builtin_ctzll(bytes16_places(ends));
    }
    while (from < text.length && text.at[from] != '\n' && text.at[from] != '\r')
        from++;
    return from;
}

static size_t lines_of(struct str text, struct str *lines)
{
    size_t count = 0;
    for (size_t at = 0; at < text.length; count++) {
        size_t end = line_end(text, at);
        if (lines)
            lines[count] = str_slice(text, at, end);
        at = end + 1 + (end + 1 < text.length && text.at[end] == '\r' && text.at[end + 1] == '\n');
    }
    return count;
}

void source_start(struct arena *arena, struct str text, uint32_t first_line, struct source *source)
{
    *source = (struct source){.first_line = first_line, .line_count = lines_of(text, NULL)};
    source->lines = ARENA_ARRAY(arena, struct str, source->line_count);
    lines_of(text, source->lines);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* A rule or nothing, however long: it opens neither list nor quote. */
static bool is_rule(struct str line)
{
    char mark = 0;
    for (size_t i = 0; i < line.length; i++) {
        if (is_blank(line.at[i]))
            continue;
        if ((mark && line.at[i] != mark) || !strchr("-*_", line.at[i]))
            return false;
        mark = line.at[i];
    }
    return true;
}

/* Lists and quotes that a line could open, and how far it is set in. */
static bool line_is_tame(struct str line)
{
    size_t marks = 0, indent = 0, at = 0;
    for (; at < line.length && strchr(" \t>-+*0123456789.)", line.at[at]); at++) {
        bool ends = at + 1 == line.length || is_blank(line.at[at + 1]);
        marks += line.at[at] == '>' || (ends && strchr("-+*.)", line.at[at]));
        indent += line.at[at] == '\t' ? 4 : line.at[at] == ' ';
    }
    return (marks <= MARKS_MAX && indent <= INDENT_MAX) || is_rule(line);
}

bool source_is_tame(const struct source *source)
{
    for (size_t i = 0; i < source->line_count; i++)
        if (!line_is_tame(source->lines[i]))
            return false;
    return true;
}

uint32_t source_column(const struct source *source, struct search *search, uint32_t line, struct str words)
{
    size_t index = (size_t)line - source->first_line;
    struct str text = index < source->line_count ? source->lines[index] : STR("");
    if (search->line != line)
        *search = (struct search){line, 1, 0, 0};
    if (!words.length || search->in_vain > IN_VAIN_MAX)
        return 0;
    for (size_t at = search->at; at + words.length <= text.length; at++) {
        at = str_index(text, words.at[0], at);
        if (!str_starts(str_slice(text, at, text.length), words))
            continue;
        uint32_t column = search->column + (uint32_t)utf8_length(str_slice(text, search->at, at));
        *search = (struct search){line, column + (uint32_t)utf8_length(words), at + words.length, search->in_vain};
        return column;
    }
    search->in_vain += text.length - search->at;
    return 0;
}

bool line_defines_link(struct str line)
{
    size_t at = 0;
    while (at < line.length && strchr(" \t>", line.at[at]))
        at++;
    size_t close = str_index(line, ']', at);
    return at < line.length && line.at[at] == '[' && close + 1 < line.length && line.at[close + 1] == ':';
}

struct str source_definitions(struct arena *arena, const struct source *source)
{
    struct buffer definitions = {.arena = arena};
    for (size_t i = 0; i < source->line_count; i++)
        if (line_defines_link(source->lines[i])) {
            struct str line = source->lines[i];
            while (line.at[0] != '[')
                line = str_slice(line, 1, line.length);
            buffer_add(&definitions, line);
            buffer_add(&definitions, STR("\n\n"));
        }
    return buffer_str(&definitions);
}
