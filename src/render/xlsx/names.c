#include "names.h"

#include <string.h>

static size_t units_of(uint32_t rune)
{
    return rune > 0xFFFF ? 2 : 1;
}

/* ---- sheets ---- */

static bool sheet_forbids(uint32_t rune)
{
    return rune == RUNE_INVALID || rune < 0x20 || rune == 0x7F || (rune < 0x80 && strchr("[]:*?/\\'", (int)rune)) ||
           rune == 0xFFFE || rune == 0xFFFF;
}

/* Where to cut: the last blank in the second half, else `at`. */
static size_t word_end(struct str text, size_t at)
{
    for (size_t i = at; i > text.length / 2; i--)
        if (text.at[i - 1] == ' ')
            return i - 1;
    return at;
}

struct str sheet_name_legal(struct arena *arena, struct str wanted, size_t most)
{
    struct buffer name = {.arena = arena};
    size_t units = 0, at = 0;
    while (at < wanted.length) {
        uint32_t rune = utf8_next(wanted, &at);
        if (units + units_of(rune) > most)
            break;
        bool blank = sheet_forbids(rune);
        if (!(blank && (!name.count || name.at[name.count - 1] == ' ')))
            buffer_rune(&name, blank ? ' ' : rune);
        units += units_of(rune);
    }
    struct str text = buffer_str(&name);
    bool cut = at < wanted.length || units > most;
    text = str_trim(cut ? str_slice(text, 0, word_end(text, text.length)) : text);
    return text.length ? str_copy(arena, text) : STR("-");
}

struct str sheet_name_unique(struct arena *arena, struct str wanted, struct taken *folded)
{
    name_take(arena, folded, STR("history")); /* Excel keeps this one for itself. */
    struct str name = sheet_name_legal(arena, wanted, SHEET_NAME_UNITS);
    for (int i = 2; name_is_taken(folded, name_fold(arena, name)); i++) {
        struct str base = sheet_name_legal(arena, wanted, i < 10 ? 28 : 24);
        name = str_print(arena, "%.*s (%d)", STR_ARG(base), i);
    }
    name_take(arena, folded, name_fold(arena, name));
    return name;
}

/* ---- texts ---- */

struct str text_units(struct arena *arena, struct str text, size_t most)
{
    struct buffer out = {.arena = arena};
    size_t units = 0;
    for (size_t at = 0; at < text.length;) {
        uint32_t rune = utf8_next(text, &at);
        if (rune == '\r' && at < text.length && text.at[at] == '\n')
            continue;
        if (rune == RUNE_INVALID || (rune < 0x20 && rune != '\n' && rune != '\t') || rune == 0xFFFE || rune == 0xFFFF)
            rune = 0xFFFD;
        if (units + units_of(rune) > most)
            break;
        buffer_rune(&out, rune);
        units += units_of(rune);
    }
    return buffer_str(&out);
}

static bool is_escape(struct str text, size_t at)
{
    if (at + 7 > text.length || text.at[at] != '_' || text.at[at + 1] != 'x' || text.at[at + 6] != '_')
        return false;
    for (size_t i = at + 2; i < at + 6; i++)
        if (!strchr("0123456789abcdefABCDEF", text.at[i]))
            return false;
    return true;
}

struct str text_escaped(struct arena *arena, struct str text)
{
    struct buffer out = {.arena = arena};
    size_t from = 0;
    for (size_t at = str_index(text, '_', 0); at < text.length; at = str_index(text, '_', at + 1)) {
        if (!is_escape(text, at))
            continue;
        buffer_add(&out, str_slice(text, from, at));
        buffer_add(&out, STR("_x005F"));
        from = at;
    }
    if (!from && !out.count)
        return text;
    buffer_add(&out, str_slice(text, from, text.length));
    return buffer_str(&out);
}

static struct str one_line(struct arena *arena, struct str text)
{
    struct str copy = text_units(arena, str_trim(text), 200);
    char *at = arena_bytes(arena, copy.length + 1);
    for (size_t i = 0; i < copy.length; i++)
        at[i] = (unsigned char)copy.at[i] < 0x20 ? ' ' : copy.at[i];
    at[copy.length] = 0;
    return (struct str){at, copy.length};
}

static bool is_taken(const struct strs *taken, struct str name)
{
    for (size_t i = 0; i < taken->count; i++)
        if (name_equal(taken->at[i], name))
            return true;
    return false;
}

struct str *header_names(struct arena *arena, const struct str *wanted, size_t count)
{
    struct str *names = ARENA_ARRAY(arena, struct str, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct strs taken = {names, i, i};
        struct str base = one_line(arena, wanted[i]);
        if (!base.length)
            base = STR("-");
        names[i] = base;
        for (int n = 2; is_taken(&taken, names[i]); n++)
            names[i] = str_print(arena, "%.*s %d", STR_ARG(base), n);
    }
    return names;
}

/* ---- formulas ---- */

static bool is_plain(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c && strchr(" -_.,=%()/@;'&+:", c));
}

bool formula_string(struct arena *arena, struct str text, struct str *quoted)
{
    bool letter = false;
    if (!text.length || text.length > 200 || !utf8_valid(text) || !is_plain((unsigned char)text.at[0]) ||
        strchr(" -=%'&+@;:.,()/", text.at[0]))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (!is_plain(c))
            return false;
        letter |= c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    /* Something like a number or a date would be compared as one. */
    if (!letter || (text.at[0] >= '0' && text.at[0] <= '9'))
        return false;
    *quoted = str_print(arena, "\"%.*s\"", STR_ARG(text));
    return true;
}

struct str formula_date(struct arena *arena, struct date date)
{
    int year, month, day;
    date_split(date, &year, &month, &day);
    return str_print(arena, "DATE(%d,%d,%d)", year, month, day);
}

/* ---- numbers ---- */

#define FORM(literal)                                                                                                  \
    {                                                                                                                  \
        literal, sizeof literal - 1                                                                                    \
    }
static const struct {
    struct str locale, percent, euro_after, euro_before;
} forms[LANGUAGE_COUNT] = {
    [LANGUAGE_FR] = {FORM("[$-40C]"), FORM("\\ %"), FORM("\\ [$€-40C]"), FORM("")},
    [LANGUAGE_EN] = {FORM("[$-809]"), FORM("%"), FORM(""), FORM("[$€-809]")},
};

struct str number_format(struct arena *arena, struct str unit, unsigned decimals, enum language language)
{
    struct buffer format = {.arena = arena};
    bool euro = str_equal(unit, STR("€"));
    buffer_add(&format, euro ? forms[language].euro_before : forms[language].locale);
    buffer_add(&format, STR("#,##0"));
    for (unsigned i = 0; i < decimals && i < DECIMAL_SCALE_MAX; i++)
        buffer_add(&format, i ? STR("0") : STR(".0"));
    if (str_equal(unit, STR("%")))
        buffer_add(&format, forms[language].percent);
    if (euro)
        buffer_add(&format, forms[language].euro_after);
    return buffer_str(&format);
}

double number_divisor(struct str unit)
{
    return str_equal(unit, STR("%")) ? 100 : 1;
}

/* ---- links ---- */

bool address_allowed(struct str address)
{
    for (size_t i = 0; i < address.length; i++)
        if ((unsigned char)address.at[i] <= 0x20 || address.at[i] == 0x7F)
            return false;
    return address.length < 2000 && utf8_valid(address) &&
           (str_starts(address, STR("http://")) || str_starts(address, STR("https://")) ||
            str_starts(address, STR("mailto:")));
}
