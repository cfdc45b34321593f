/* Bytes become text: which encoding a file was saved in, and what may not stand in a text. */
#include "read.h"

#include <string.h>

#define REPLACEMENT 0xFFFDu

struct source {
    struct str bytes;
    uint32_t file;
    struct arena *arena;
    struct diagnostics *diagnostics;
};

static struct place place_after(const struct source *source, struct str before)
{
    struct place place = {source->file, 1, 1};
    for (size_t i = 0; i < before.length; i++) {
        if (before.at[i] == '\n')
            place = (struct place){source->file, place.line + 1, 1};
        else
            place.column += ((unsigned char)before.at[i] & 0xC0) != 0x80;
    }
    return place;
}

static bool refuse(const struct source *source, struct str before, enum message message, struct str word)
{
    diagnostics_add(source->diagnostics, place_after(source, before), (struct words){message, {word}});
    return false;
}

/* Control characters can stand neither in XML nor on a terminal; tabs and ends of lines are text. */
static bool is_control(uint32_t rune)
{
    return (rune < 0x20 && rune != '\t' && rune != '\n' && rune != '\r') || (rune >= 0x7F && rune < 0xA0) ||
           (rune & 0xFFFE) == 0xFFFE;
}

/* What a quick look over the bytes finds out: most texts need nothing more. */
struct look {
    bool ascii, control;
};

static bytes16 controls_in(bytes16 c)
{
    bytes16 ends = (bytes16)(c == '\t') | (bytes16)(c == '\n') | (bytes16)(c == '\r');
    return ((bytes16)(c < 0x20) & ~ends) | (bytes16)(c == 0x7F);
}

static struct look look(struct str text)
{
    const size_t block = sizeof(bytes16);
    unsigned char last[sizeof(bytes16)];
    size_t whole = text.length / block * block;
    memset(last, ' ', sizeof last);
    memcpy(last, text.at + whole, text.length - whole);
    bytes16 rest = bytes16_at(last), high = rest, control = controls_in(rest);
    for (size_t at = 0; at < whole; at += block) {
        bytes16 c = bytes16_at(text.at + at);
        high |= c;
        control |= controls_in(c);
    }
    return (struct look){!bytes16_any(high & 0x80), bytes16_any(control)};
}

/* What a closer look finds among the characters beyond ASCII. */
struct survey {
    size_t count;
    bool control; /* one of them, or of all */
    bool far;     /* one beyond those of western Europe: only then can there be something to compose */
};

/* Where the first bytes stand that are not UTF-8; the length when all are. */
static size_t utf8_end(struct str text, struct survey *survey)
{
    const unsigned char *bytes = (const unsigned char *)text.at;
    for (size_t at = 0; (at = ascii_end(text, at)) < text.length; survey->count++) {
        /* U+00C0 to U+02FF, nearly all of them in our languages. */
        if (bytes[at] >= 0xC3 && bytes[at] < 0xCC && at + 1 < text.length && (bytes[at + 1] & 0xC0) == 0x80) {
            at += 2;
            continue;
        }
        size_t before = at;
        uint32_t rune = utf8_next(text, &at);
        if (rune == RUNE_INVALID)
            return before;
        survey->control |= is_control(rune);
        survey->far |= rune >= 0x300;
    }
    return text.length;
}

static struct str rune_name(struct arena *arena, uint32_t rune)
{
    return str_print(arena, "U+%04X", (unsigned)rune);
}

/* Room for a text about as long as one that is there, so that it does not grow through all the smaller sizes. */
static struct buffer room_for(const struct source *source, struct str text)
{
    size_t bytes = text.length + text.length / 4 + 16;
    return (struct buffer){source->arena, arena_bytes(source->arena, bytes), 0, bytes};
}

/* The text with the replacement character for each control character, the first of which is reported. */
static struct str without_controls(const struct source *source, struct str text)
{
    struct buffer clean = room_for(source, text);
    bool said = false;
    for (size_t at = 0; at < text.length;) {
        size_t before = at;
        uint32_t rune = utf8_next(text, &at);
        if (is_control(rune) && !said) {
            said = true;
            refuse(source, str_slice(text, 0, before), MSG_control_character, rune_name(source->arena, rune));
        }
        buffer_rune(&clean, is_control(rune) ? REPLACEMENT : rune);
    }
    return buffer_str(&clean);
}

/* The characters of Windows-1252 from 0x80 to 0x9F; 0 where there is none. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static bool windows_text(const struct source *source, struct str *text)
{
    struct buffer made = room_for(source, source->bytes);
    for (size_t at = 0; at < source->bytes.length; at++) {
        size_t end = ascii_end(source->bytes, at);
        buffer_add(&made, str_slice(source->bytes, at, end));
        at = end;
        if (at == source->bytes.length)
            break;
        unsigned char c = (unsigned char)source->bytes.at[at];
        uint32_t rune = c < 0xA0 ? windows_1252[c - 0x80] : c;
        if (!rune)
            return refuse(source, buffer_str(&made), MSG_encoding_unknown, str_print(source->arena, "0x%02X", c));
        buffer_rune(&made, rune);
    }
    *text = buffer_str(&made);
    return true;
}

static uint32_t utf16_unit(struct str bytes, size_t at, bool big)
{
    unsigned char first = (unsigned char)bytes.at[at], second = (unsigned char)bytes.at[at + 1];
    return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static bool utf16_text(const struct source *source, bool big, struct str *text)
{
    struct str bytes = source->bytes;
    struct buffer made = {.arena = source->arena};
    for (size_t at = 2; at < bytes.length; at += 2) {
        uint32_t rune = at + 1 < bytes.length ? utf16_unit(bytes, at, big) : 0xDC00;
        bool leads = rune >= 0xD800 && rune < 0xDC00 && at + 3 < bytes.length;
        uint32_t second = leads ? utf16_unit(bytes, at + 2, big) : 0;
        if (second >= 0xDC00 && second < 0xE000) {
            rune = 0x10000 + ((rune - 0xD800) << 10) + (second - 0xDC00);
            at += 2;
        }
        if (!rune || (rune >= 0xD800 && rune < 0xE000))
            return refuse(source, buffer_str(&made), rune ? MSG_utf16_broken : MSG_nul_byte, STR_NONE);
        buffer_rune(&made, rune);
    }
    *text = buffer_str(&made);
    return true;
}

/* Not UTF-8 from byte `at` on: nearly always a spreadsheet's Windows-1252, sometimes a file put together from two. */
static bool other_text(const struct source *source, size_t at, bool mixed, struct str *text)
{
    if (!windows_text(source, text))
        return false;
    (void)refuse(source, str_slice(source->bytes, 0, at), mixed ? MSG_encoding_mixed : MSG_encoding_windows, STR_NONE);
    return true;
}

static struct str finished(const struct source *source, struct str text, struct survey survey)
{
    if (survey.control)
        text = without_controls(source, text);
    return survey.far ? text_nfc(source->arena, text) : text;
}

/* A ZIP archive, or the container of formats before it: what spreadsheets and word processors save unless told. */
static bool is_office(struct str bytes)
{
    return str_starts(bytes, STR("PK\3\4")) || str_starts(bytes, STR("\xD0\xCF\x11\xE0"));
}

/* One byte a character, or several: without a mark that says which. */
static bool bytes_text(const struct source *source, struct str *text)
{
    struct look seen = look(source->bytes);
    *text = source->bytes;
    if (seen.ascii && !seen.control)
        return true;
    size_t nul = str_index(source->bytes, '\0', 0);
    if (nul < source->bytes.length && is_office(source->bytes))
        return refuse(source, STR_NONE, MSG_file_is_office, STR_NONE);
    if (nul < source->bytes.length)
        return refuse(source, str_slice(source->bytes, 0, nul), MSG_nul_byte, STR_NONE);
    struct survey survey = {.control = seen.control};
    size_t end = utf8_end(source->bytes, &survey);
    if (end < source->bytes.length && !other_text(source, end, survey.count > 0, text))
        return false;
    *text = finished(source, *text, survey);
    return true;
}

bool read_text(struct arena *arena, struct str bytes, uint32_t file, struct diagnostics *diagnostics, struct str *text)
{
    struct source source = {bytes, file, arena, diagnostics};
    *text = STR("");
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        source.bytes = str_slice(bytes, 3, bytes.length);
    bool big = str_starts(bytes, STR("\xFE\xFF"));
    if (!big && !str_starts(bytes, STR("\xFF\xFE")))
        return bytes_text(&source, text);
    if (!utf16_text(&source, big, text))
        return false;
    struct survey survey = {.control = look(*text).control};
    (void)utf8_end(*text, &survey);
    *text = finished(&source, *text, survey);
    return true;
}
