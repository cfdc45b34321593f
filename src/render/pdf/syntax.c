#include "render/pdf/syntax.h"

static const char digits[] = "0123456789ABCDEF";

void syntax_integer(struct buffer *out, int64_t number)
{
    char text[24];
    size_t at = sizeof text;
    uint64_t rest = number < 0 ? (uint64_t)-number : (uint64_t)number;
    do {
        text[--at] = (char)('0' + rest % 10);
    } while (rest /= 10);
    if (number < 0)
        text[--at] = '-';
    buffer_add(out, (struct str){text + at, sizeof text - at});
}

/* `parts` of a whole, with as many digits as `whole` has zeros, without those that say nothing. */
static void decimal(struct buffer *out, int64_t parts, int64_t whole)
{
    if (parts < 0) {
        buffer_byte(out, '-');
        parts = -parts;
    }
    int64_t rest = parts % whole;
    if (parts >= whole || !rest)
        syntax_integer(out, parts / whole);
    if (rest)
        buffer_byte(out, '.');
    while (rest) {
        whole /= 10;
        buffer_byte(out, digits[rest / whole]);
        rest %= whole;
    }
}

void syntax_length(struct buffer *out, int64_t thousandths)
{
    decimal(out, (thousandths + (thousandths < 0 ? -5 : 5)) / 10, 100);
}

static bool plain(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] < ' ' || text.at[i] > '~')
            return false;
    return true;
}

/* PDF/A wants what everyone reads alike: no byte order mark, no code that is no character, none of private use. */
static bool has_meaning(uint32_t rune)
{
    bool private_use = (rune >= 0xE000 && rune <= 0xF8FF) || rune >= 0xF0000;
    return rune != 0 && rune != 0xFEFF && (rune & 0xFFFE) != 0xFFFE && !private_use;
}

/* UTF-16BE, two bytes a unit; how many units. */
static size_t units_of(uint32_t rune, uint16_t unit[2])
{
    if (rune == RUNE_INVALID || !has_meaning(rune))
        rune = 0xFFFD;
    if (rune < 0x10000) {
        unit[0] = (uint16_t)rune;
        return 1;
    }
    unit[0] = (uint16_t)(0xD800 + ((rune - 0x10000) >> 10));
    unit[1] = (uint16_t)(0xDC00 + ((rune - 0x10000) & 0x3FF));
    return 2;
}

void syntax_utf16(struct buffer *out, struct str text)
{
    for (size_t at = 0; at < text.length;) {
        uint16_t unit[2];
        size_t count = units_of(utf8_next(text, &at), unit);
        for (size_t i = 0; i < count; i++)
            for (int shift = 12; shift >= 0; shift -= 4)
                buffer_byte(out, digits[unit[i] >> shift & 15]);
    }
}

size_t syntax_byte(char out[2], char byte)
{
    bool escaped = byte == '(' || byte == ')' || byte == '\\' || byte == '\r';
    out[0] = '\\';
    out[escaped] = byte == '\r' ? 'r' : byte;
    return escaped + 1u;
}

static void string_byte(struct buffer *out, char byte)
{
    char bytes[2];
    size_t count = syntax_byte(bytes, byte);
    buffer_add(out, (struct str){bytes, count});
}

void syntax_text(struct buffer *out, struct str text)
{
    bool wide = !plain(text);
    buffer_byte(out, '(');
    if (wide)
        buffer_add(out, STR("\xFE\xFF"));
    for (size_t at = 0; at < text.length;) {
        uint16_t unit[2];
        size_t count = units_of(utf8_next(text, &at), unit);
        for (size_t i = 0; i < count; i++) {
            if (wide)
                string_byte(out, (char)(unit[i] >> 8));
            string_byte(out, (char)(unit[i] & 0xFF));
        }
    }
    buffer_byte(out, ')');
}

void syntax_reference(struct buffer *out, unsigned object)
{
    buffer_byte(out, ' ');
    syntax_integer(out, object);
    buffer_add(out, STR(" 0 R"));
}

void syntax_colour(struct buffer *out, uint32_t colour)
{
    for (int shift = 16; shift >= 0; shift -= 8) {
        decimal(out, ((colour >> shift & 0xFF) * 1000 + 127) / 255, 1000);
        buffer_byte(out, ' ');
    }
}
