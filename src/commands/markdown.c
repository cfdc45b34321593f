#include "markdown.h"

#include <string.h>

#define JOINER "\u2060" /* has no width; a forge then sees neither a name nor a number after the sign */

/* Controls, and the marks that turn the direction of what follows. */
static bool is_hidden(uint32_t rune)
{
    return rune < 0x20 || (rune >= 0x7F && rune < 0xA0) || (rune >= 0x202A && rune <= 0x202E) ||
           (rune >= 0x2066 && rune <= 0x2069) || rune == 0x2028 || rune == 0x2029;
}

/* What means something within a line; what does at its beginning alone never stands there. */
static bool is_mark(uint32_t rune)
{
    return rune && rune < 0x80 && strchr("\\`*_[]|~<&", (int)rune);
}

/* @name, #12, !12, ~label, &epic, $snippet: what forges make links and calls of. */
static bool calls(uint32_t rune)
{
    return rune && rune < 0x80 && strchr("@#!~&$", (int)rune);
}

static void add_rune(struct buffer *out, uint32_t rune, struct str bytes)
{
    if (is_mark(rune))
        buffer_byte(out, '\\');
    buffer_add(out, bytes);
    if (calls(rune))
        buffer_add(out, STR(JOINER));
}

/* "://" is what makes an address of a word, and the dot after "www". */
static bool begins_address(struct str text, size_t at)
{
    struct str rest = str_slice(text, at, text.length), before = str_slice(text, 0, at);
    return (str_starts(rest, STR("//")) && str_ends(before, STR(":"))) ||
           (str_starts(rest, STR(".")) && str_ends(before, STR("www")));
}

void markdown_text(struct buffer *out, struct str text)
{
    for (size_t at = 0; at < text.length;) {
        size_t from = at;
        uint32_t rune = utf8_next(text, &at);
        if (begins_address(text, from))
            buffer_add(out, STR(JOINER));
        if (is_hidden(rune))
            buffer_byte(out, ' ');
        else
            add_rune(out, rune, str_slice(text, from, at));
    }
}

static size_t longest_fence(struct str text)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < text.length; i++) {
        run = text.at[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

static void fence(struct buffer *out, size_t length, bool blank, bool opens)
{
    if (blank && !opens)
        buffer_byte(out, ' ');
    for (size_t i = 0; i < length; i++)
        buffer_byte(out, '`');
    if (blank && opens)
        buffer_byte(out, ' ');
}

void markdown_code(struct buffer *out, struct str text)
{
    size_t longest = longest_fence(text);
    fence(out, longest + 1, longest > 0, true);
    for (size_t at = 0; at < text.length;) {
        size_t from = at;
        uint32_t rune = utf8_next(text, &at);
        buffer_add(out, is_hidden(rune) ? STR(" ") : str_slice(text, from, at));
    }
    fence(out, longest + 1, longest > 0, false);
}
