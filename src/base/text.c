/* Strings and buffers: bytes only. What needs Unicode's tables is in unicode.c. */
#include "base.h"

#include <string.h>

struct str str_copy(struct arena *arena, struct str s)
{
    char *at = arena_bytes(arena, s.length + 1);
    if (s.length)
        memcpy(at, s.at, s.length);
    at[s.length] = '\0';
    return (struct str){at, s.length};
}

int str_compare(struct str a, struct str b)
{
    size_t least = a.length < b.length ? a.length : b.length;
    int order = least ? memcmp(a.at, b.at, least) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static bool is_ascii_blank(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Bytes of the blank that starts the text, 0 if there is none. */
static size_t blank_before(struct str s)
{
    if (!s.length)
        return 0;
    switch ((unsigned char)s.at[0]) {
    case 0xC2:
        return str_starts(s, STR("\xC2\xA0")) ? 2 : 0;
    case 0xE2:
        return str_starts(s, STR("\xE2\x80\xAF")) ? 3 : 0;
    case 0xEF:
        return str_starts(s, STR("\xEF\xBB\xBF")) ? 3 : 0;
    default:
        return is_ascii_blank((unsigned char)s.at[0]);
    }
}

static size_t blank_after(struct str s)
{
    if (!s.length)
        return 0;
    switch ((unsigned char)s.at[s.length - 1]) {
    case 0xA0:
        return str_ends(s, STR("\xC2\xA0")) ? 2 : 0;
    case 0xAF:
        return str_ends(s, STR("\xE2\x80\xAF")) ? 3 : 0;
    case 0xBF:
        return str_ends(s, STR("\xEF\xBB\xBF")) ? 3 : 0;
    default:
        return is_ascii_blank((unsigned char)s.at[s.length - 1]);
    }
}

struct str str_trim(struct str s)
{
    for (size_t n; (n = blank_before(s)) > 0;)
        s = str_slice(s, n, s.length);
    for (size_t n; (n = blank_after(s)) > 0;)
        s.length -= n;
    return s;
}

size_t str_index(struct str s, char c, size_t from)
{
    if (from >= s.length)
        return s.length;
    const char *found = memchr(s.at + from, c, s.length - from);
    return found ? (size_t)(found - s.at) : s.length;
}

size_t str_count(struct str s, char c)
{
    const size_t block = sizeof(bytes16);
    size_t count = 0, at = 0;
    /* A byte counts up to 255. */
    for (size_t left = s.length / block, run; left; left -= run) {
        bytes16 found = {0};
        run = left < 255 ? left : 255;
        for (size_t i = 0; i < run; i++, at += block)
            found -= (bytes16)(bytes16_at(s.at + at) == (uint8_t)c);
        count += bytes16_sum(found);
    }
    for (; at < s.length; at++)
        count += s.at[at] == c;
    return count;
}

size_t str_lines(struct str s)
{
    return str_count(s, '\n') + (s.length && s.at[s.length - 1] != '\n');
}

bool str_split(struct str *rest, char separator, struct str *piece)
{
    if (!rest->at)
        return false;
    size_t at = str_index(*rest, separator, 0);
    *piece = str_slice(*rest, 0, at);
    *rest = at < rest->length ? str_slice(*rest, at + 1, rest->length) : STR_NONE;
    return true;
}

static char *buffer_room(struct buffer *buffer, size_t bytes)
{
    if (buffer->capacity <= buffer->count + bytes)
        buffer->at = arena_more(buffer->arena, buffer->at, buffer->count, &buffer->capacity, bytes + 1);
    return buffer->at + buffer->count;
}

void buffer_expect(struct buffer *buffer, size_t bytes)
{
    (void)buffer_room(buffer, bytes);
}

char *buffer_open(struct buffer *buffer, size_t bytes)
{
    char *at = buffer_room(buffer, bytes);
    buffer->count += bytes;
    return at;
}

void buffer_rune(struct buffer *buffer, uint32_t rune)
{
    if (rune < 0x80) {
        buffer_byte(buffer, (char)rune);
    } else if (rune < 0x800) {
        buffer_byte(buffer, (char)(0xC0 | rune >> 6));
        buffer_byte(buffer, (char)(0x80 | (rune & 0x3F)));
    } else if (rune < 0x10000) {
        buffer_byte(buffer, (char)(0xE0 | rune >> 12));
        buffer_byte(buffer, (char)(0x80 | (rune >> 6 & 0x3F)));
        buffer_byte(buffer, (char)(0x80 | (rune & 0x3F)));
    } else {
        buffer_byte(buffer, (char)(0xF0 | rune >> 18));
        buffer_byte(buffer, (char)(0x80 | (rune >> 12 & 0x3F)));
        buffer_byte(buffer, (char)(0x80 | (rune >> 6 & 0x3F)));
        buffer_byte(buffer, (char)(0x80 | (rune & 0x3F)));
    }
}

struct str buffer_str(struct buffer *buffer)
{
    *buffer_room(buffer, 0) = '\0';
    return (struct str){buffer->at, buffer->count};
}

void buffer_csv(struct buffer *buffer, struct str cell, char delimiter)
{
    bool quoted = false;
    for (size_t i = 0; i < cell.length; i++)
        quoted |= cell.at[i] == delimiter || cell.at[i] == '"' || cell.at[i] == '\n' || cell.at[i] == '\r';
    if (!quoted) {
        buffer_add(buffer, cell);
        return;
    }
    buffer_byte(buffer, '"');
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.at[i] == '"')
            buffer_byte(buffer, '"');
        buffer_byte(buffer, cell.at[i]);
    }
    buffer_byte(buffer, '"');
}

void buffer_json(struct buffer *buffer, struct str s)
{
    buffer_byte(buffer, '"');
    for (size_t i = 0; i < s.length; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c == '"' || c == '\\')
            buffer_print(buffer, "\\%c", c);
        else if (c == '\n')
            buffer_add(buffer, STR("\\n"));
        else if (c == '\t')
            buffer_add(buffer, STR("\\t"));
        else if (c < 0x20 || c == 0x7F)
            buffer_print(buffer, "\\u%04x", c);
        else
            buffer_byte(buffer, (char)c);
    }
    buffer_byte(buffer, '"');
}

uint32_t utf8_next_long(struct str s, size_t *at)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = (unsigned char)s.at[*at];
    size_t length = lead >= 0xF5 ? 0 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (!length || s.length - *at < length) {
        ++*at;
        return RUNE_INVALID;
    }
    uint32_t rune = lead & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        unsigned char c = (unsigned char)s.at[*at + i];
        if ((c & 0xC0) != 0x80) {
            ++*at;
            return RUNE_INVALID;
        }
        rune = rune << 6 | (c & 0x3F);
    }
    if (rune < least[length] || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF)) {
        ++*at;
        return RUNE_INVALID;
    }
    *at += length;
    return rune;
}

size_t ascii_end(struct str s, size_t from)
{
    for (; from + sizeof(bytes16) <= s.length; from += sizeof(bytes16)) {
        uint64_t long_runes = bytes16_places((bytes16)(bytes16_at(s.at + from) >= 0x80));
        if (long_runes)
            return from + (size_t)__builtin_ctzll(long_runes);
    }
    while (from < s.length && (unsigned char)s.at[from] < 0x80)
        from++;
    return from;
}

static bool continues(struct str s, size_t at)
{
    return at < s.length && ((unsigned char)s.at[at] & 0xC0) == 0x80;
}

/* Bytes of a rune whose lead says that any continuation is right: letters of Latin, signs of typography. */
static size_t plain_rune(struct str s, size_t at)
{
    unsigned char lead = (unsigned char)s.at[at];
    if (lead >= 0xC2 && lead <= 0xDF)
        return continues(s, at + 1) ? 2 : 0;
    return lead > 0xE0 && lead < 0xED && continues(s, at + 1) && continues(s, at + 2) ? 3 : 0;
}

bool utf8_valid(struct str s)
{
    for (size_t at = 0; (at = ascii_end(s, at)) < s.length;) {
        size_t plain = plain_rune(s, at);
        at += plain;
        if (!plain && utf8_next(s, &at) == RUNE_INVALID)
            return false;
    }
    return true;
}

size_t utf8_length(struct str s)
{
    size_t continued = 0, i = 0;
    uint64_t word;
    for (; i + sizeof word <= s.length; i += sizeof word) {
        memcpy(&word, s.at + i, sizeof word);
        /* Bytes whose two high bits are 1 and 0. */
        continued += (size_t)__builtin_popcountll(word >> 7 & ~(word >> 6) & UINT64_C(0x0101010101010101));
    }
    for (; i < s.length; i++)
        continued += ((unsigned char)s.at[i] & 0xC0) == 0x80;
    return s.length - continued;
}

bool rune_is_capital(uint32_t rune)
{
    return (rune >= 'A' && rune <= 'Z') || (rune >= 0xC0 && rune <= 0xDE && rune != 0xD7) ||
           (rune >= 0x100 && rune <= 0x137 && rune % 2 == 0) || rune == 0x152;
}

static bool is_ordinal_digit(char c)
{
    return (c >= '0' && c <= '9') || c == 'I' || c == 'V' || c == 'X';
}

static bool letter_before(struct str text, size_t at)
{
    size_t start = at;
    while (start && ((unsigned char)text.at[start - 1] & 0xC0) == 0x80)
        start--;
    start -= start > 0;
    return at > 0 && rune_is_letter(utf8_next(text, &start));
}

/* One sign alone is a number when it is an Arabic one: "Ve" may be anything. */
static bool is_ordinal_number(struct str text, size_t end)
{
    size_t start = end;
    while (start && is_ordinal_digit(text.at[start - 1]))
        start--;
    return end > start && !letter_before(text, start) &&
           (end - start > 1 || rune_is_digit((unsigned char)text.at[start]));
}

/* Bytes of the ending of an ordinal at `at`, or 0. */
static size_t ordinal_ending(struct str text, size_t at)
{
    static const struct str endings[] = {TEXT_OF("ers"), TEXT_OF("er"), TEXT_OF("res"), TEXT_OF("re"),
                                         TEXT_OF("es"),  TEXT_OF("e"),  TEXT_OF("nde"), TEXT_OF("nd")};
    struct str rest = {text.at + at, text.length - at};
    if (!is_ordinal_number(text, at))
        return 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (!str_starts(rest, endings[i]))
            continue;
        size_t after = endings[i].length;
        uint32_t next = after < rest.length ? utf8_next(rest, &after) : ' ';
        if (!rune_is_letter(next) && !rune_is_digit(next))
            return endings[i].length;
    }
    return 0;
}

static bool is_ending_letter(char c)
{
    return c == 'e' || c == 'r' || c == 'n';
}

/* The next letter that may begin an ending, behind a digit; `at` is not 0. */
static size_t ordinal_candidate(struct str text, size_t at)
{
    for (; at + sizeof(bytes16) <= text.length; at += sizeof(bytes16)) {
        bytes16 before = bytes16_at(text.at + at - 1), here = bytes16_at(text.at + at);
        bytes16 digit = (bytes16)(before - '0' < 10) | (bytes16)(before == 'I') | (bytes16)(before == 'V') |
                        (bytes16)(before == 'X');
        bytes16 found = digit & ((bytes16)(here == 'e') | (bytes16)(here == 'r') | (bytes16)(here == 'n'));
        if (bytes16_any(found))
            return at + (size_t)__builtin_ctzll(bytes16_places(found));
    }
    while (at < text.length && !(is_ending_letter(text.at[at]) && is_ordinal_digit(text.at[at - 1])))
        at++;
    return at;
}

size_t ordinal_find(struct str text, size_t from, size_t *length)
{
    for (size_t at = from ? from : 1; (at = ordinal_candidate(text, at)) < text.length; at++)
        if ((*length = ordinal_ending(text, at)))
            return at;
    return text.length;
}
