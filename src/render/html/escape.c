/* What people wrote, made harmless in HTML. */
#include "html.h"

#include <ctype.h>
#include <string.h>

/* What stands for a sign of one byte; the empty text where the sign stands for itself. */
static struct str instead_of(unsigned char c, bool quotes)
{
    switch (c) {
    case '&':
        return STR("&amp;");
    case '<':
        return STR("&lt;");
    case '>':
        return STR("&gt;");
    case '"':
        return quotes ? STR("&quot;") : STR_NONE;
    case '\n':
    case '\t':
        return STR_NONE;
    default:
        return c < 0x20 || c == 0x7F ? STR("\uFFFD") : STR_NONE;
    }
}

/* Controls and noncharacters have no place in a page. */
static bool is_sign(uint32_t rune)
{
    bool none = (rune & 0xFFFE) == 0xFFFE || (rune >= 0xFDD0 && rune <= 0xFDEF);
    return rune != RUNE_INVALID && rune >= 0xA0 && !none;
}

/* Of ASCII, what may not stand for itself. */
static const bool stops[0x80] = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,         1,         1,         1,         1,          1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, [0x7F] = 1,
};

/* The next byte, at or after `at`, that may not stand for itself. */
static size_t doubtful(struct str s, size_t at)
{
    for (; at + sizeof(bytes16) <= s.length; at += sizeof(bytes16)) {
        bytes16 bytes = bytes16_at(s.at + at);
        bytes16 found = (bytes16)(bytes < ' ') | (bytes16)(bytes >= 0x7F) | (bytes16)(bytes == '&') |
                        (bytes16)(bytes == '<') | (bytes16)(bytes == '>') | (bytes16)(bytes == '"');
        if (bytes16_any(found))
            return at + (size_t)__builtin_ctzll(bytes16_places(found));
    }
    while (at < s.length && (unsigned char)s.at[at] < 0x80 && !stops[(unsigned char)s.at[at]])
        at++;
    return at;
}

/* The bytes of a sign that French is full of, 0 where it is another: é and its like, the no-break spaces, ’ and –. */
static size_t usual_sign(struct str s, size_t at)
{
    const unsigned char *c = (const unsigned char *)s.at + at;
    size_t left = s.length - at;
    if (left > 1 && (c[0] == 0xC3 || c[0] == 0xC2) && (c[1] & 0xC0) == 0x80 && (c[0] == 0xC3 || c[1] >= 0xA0))
        return 2;
    return left > 2 && c[0] == 0xE2 && c[1] == 0x80 && (c[2] & 0xC0) == 0x80 ? 3 : 0;
}

static void escape(struct buffer *out, struct str s, bool quotes)
{
    size_t kept = 0;
    for (size_t at = 0; (at = doubtful(s, at)) < s.length;) {
        size_t start = at, usual = usual_sign(s, at);
        at += usual;
        if (usual)
            continue;
        struct str instead;
        if ((unsigned char)s.at[at] < 0x80)
            instead = instead_of((unsigned char)s.at[at++], quotes);
        else
            instead = is_sign(utf8_next(s, &at)) ? STR_NONE : STR("\uFFFD");
        if (!instead.length)
            continue;
        buffer_add(out, str_slice(s, kept, start));
        buffer_add(out, instead);
        kept = at;
    }
    buffer_add(out, str_slice(s, kept, s.length));
}

void escape_text(struct buffer *out, struct str s)
{
    escape(out, s, false);
}

void escape_attribute(struct buffer *out, struct str s)
{
    escape(out, s, true);
}

static bool starts_any_case(struct str s, struct str prefix)
{
    if (s.length <= prefix.length)
        return false;
    for (size_t i = 0; i < prefix.length; i++) {
        char c = s.at[i];
        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != prefix.at[i])
            return false;
    }
    return true;
}

/* A name or an address of a machine, perhaps with a port, after the "//"; nobody's name before it, which would pass for
 * the machine. */
static bool has_host(struct str url, size_t at)
{
    size_t from = at;
    for (; at < url.length && !strchr("/?#", url.at[at]); at++)
        if (!isalnum((unsigned char)url.at[at]) && !strchr(".-:_", url.at[at]) && (unsigned char)url.at[at] < 0x80)
            return false;
    return at > from && !strchr(".-:_", url.at[from]);
}

bool url_is_allowed(struct str url)
{
    if (starts_any_case(url, STR("https://")))
        return has_host(url, 8);
    if (starts_any_case(url, STR("http://")))
        return has_host(url, 7);
    return starts_any_case(url, STR("mailto:")) || starts_any_case(url, STR("#"));
}

static bool stands_in_url(struct str url, size_t at)
{
    unsigned char c = (unsigned char)url.at[at];
    static const char refused[] = "\"<>[\\]^`{|}";
    if (c <= ' ' || c == 0x7F || memchr(refused, c, sizeof refused - 1))
        return false;
    if (c == '#' && memchr(url.at, '#', at))
        return false;
    return c != '%' ||
           (at + 2 < url.length && isxdigit((unsigned char)url.at[at + 1]) && isxdigit((unsigned char)url.at[at + 2]));
}

void escape_url(struct buffer *out, struct str url)
{
    struct buffer encoded = {.arena = out->arena};
    for (size_t i = 0; i < url.length; i++)
        if (stands_in_url(url, i))
            buffer_byte(&encoded, url.at[i]);
        else
            buffer_print(&encoded, "%%%02X", (unsigned)(unsigned char)url.at[i]);
    escape_attribute(out, buffer_str(&encoded));
}

void base64(struct buffer *out, struct str bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.length; i += 3) {
        uint32_t group = 0;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (i + k < bytes.length ? (unsigned char)bytes.at[i + k] : 0u);
        for (size_t k = 0; k < 4; k++)
            buffer_byte(out, i + k > bytes.length ? '=' : digits[group >> (18 - 6 * k) & 63]);
    }
}
