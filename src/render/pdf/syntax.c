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

static void unit(struct buffer *out, uint32_t value)
{
    const char hex[4] = {digits[value >> 12 & 15], digits[value >> 8 & 15], digits[value >> 4 & 15],
                         digits[value & 15]};
    buffer_add(out, (struct str){hex, sizeof hex});
}

/* PDF/A wants what everyone reads alike: no byte order mark, no code that is no character, none of private use. */
static bool has_meaning(uint32_t rune)
{
    bool private_use = (rune >= 0xE000 && rune <= 0xF8FF) || rune >= 0xF0000;
    return rune != 0 && rune != 0xFEFF && (rune & 0xFFFE) != 0xFFFE && !private_use;
}

void syntax_utf16(struct buffer *out, struct str text)
{
    for (size_t at = 0; at < text.length;) {
        uint32_t rune = utf8_next(text, &at);
        if (rune == RUNE_INVALID || !has_meaning(rune))
            rune = 0xFFFD;
        if (rune >= 0x10000) {
            unit(out, 0xD800 + ((rune - 0x10000) >> 10));
            rune = 0xDC00 + ((rune - 0x10000) & 0x3FF);
        }
        unit(out, rune);
    }
}

void syntax_text(struct buffer *out, struct str text)
{
    if (!plain(text)) {
        buffer_add(out, STR("<FEFF"));
        syntax_utf16(out, text);
        buffer_byte(out, '>');
        return;
    }
    buffer_byte(out, '(');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '(' || text.at[i] == ')' || text.at[i] == '\\')
            buffer_byte(out, '\\');
        buffer_byte(out, text.at[i]);
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
