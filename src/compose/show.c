#include "compose/compose.h"
#include "compose/show.h"

#include <assert.h>

enum { DIGITS_MAX = 48 };
enum { UNIT_LENGTH_MAX = 20 }; /* longer ones stand in definitions and captions only */

#define NO_BREAK "\u00A0"
#define NO_BREAK_THIN "\u202F"
#define MINUS "\u2212"

static const struct {
    struct str thousands, mark;
} conventions[LANGUAGE_COUNT] = {
    [LANGUAGE_FR] = {{NO_BREAK_THIN, sizeof NO_BREAK_THIN - 1}, TEXT_OF(",")},
    [LANGUAGE_EN] = {TEXT_OF(","), TEXT_OF(".")},
};

static void add_whole(struct buffer *text, const char *digits, size_t count, enum language language)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            buffer_add(text, conventions[language].thousands);
        buffer_byte(text, digits[i]);
    }
}

struct str show_decimal(struct arena *arena, struct decimal value, unsigned decimals, enum language language)
{
    struct decimal rounded = decimal_round(value, decimals);
    uint128 size = rounded.units < 0 ? -(uint128)rounded.units : (uint128)rounded.units;
    char room[DIGITS_MAX], *digits = digits_before(room + DIGITS_MAX, size, rounded.scale + 1u);
    size_t whole = (size_t)(room + DIGITS_MAX - digits) - rounded.scale;
    struct buffer text = {.arena = arena};
    if (rounded.units < 0)
        buffer_add(&text, STR(MINUS));
    add_whole(&text, digits, whole, language);
    if (decimals)
        buffer_add(&text, conventions[language].mark);
    for (size_t i = 0; i < decimals; i++)
        buffer_byte(&text, i < rounded.scale ? digits[whole + i] : '0');
    return buffer_str(&text);
}

struct decimal quantity_rounded(struct quantity value, unsigned decimals)
{
    assert(value.is);
    return value.exact ? decimal_round(value.decimal, decimals) : decimal_from_double(value.approximate, decimals);
}

/* French has its singular below 2, English for 1 only, as shown on the page. */
bool show_singular(struct decimal shown, enum language language)
{
    struct decimal size = shown.units < 0 ? (struct decimal){-shown.units, shown.scale} : shown;
    if (language == LANGUAGE_FR)
        return decimal_compare(size, decimal_int(2)) < 0;
    return decimal_compare(size, decimal_int(1)) == 0;
}

/* English writes €1,234 and 35.5%, French 1 234 € and 35,5 %. */
static bool unit_stands_first(struct str unit, enum language language)
{
    return language == LANGUAGE_EN &&
           (str_equal(unit, STR("€")) || str_equal(unit, STR("£")) || str_equal(unit, STR("$")));
}

static bool unit_touches(struct str unit, enum language language)
{
    return language == LANGUAGE_EN && str_equal(unit, STR("%"));
}

static struct str before_number(struct arena *arena, struct str number, struct str unit)
{
    if (str_starts(number, STR(MINUS)))
        return str_print(arena, MINUS "%.*s%.*s", STR_ARG(unit),
                         STR_ARG(str_slice(number, sizeof MINUS - 1, number.length)));
    return str_print(arena, "%.*s%.*s", STR_ARG(unit), STR_ARG(number));
}

struct str show_quantity(struct arena *arena, struct quantity value, unsigned decimals, struct str unit,
                         enum language language)
{
    if (!value.is)
        return STR_NONE;
    struct decimal shown = quantity_rounded(value, decimals);
    struct str number = show_decimal(arena, shown, decimals, language);
    if (!unit.length || utf8_length(unit) > UNIT_LENGTH_MAX)
        return number;
    if (unit_stands_first(unit, language))
        return before_number(arena, number, unit);
    struct str name = show_singular(shown, language) ? unit_singular(arena, unit, language) : unit_plural(arena, unit);
    struct buffer text = {.arena = arena};
    buffer_expect(&text, number.length + sizeof NO_BREAK + name.length);
    buffer_add(&text, number);
    buffer_add(&text, unit_touches(unit, language) ? STR_NONE : STR(NO_BREAK));
    buffer_add(&text, name);
    return buffer_str(&text);
}

struct str show_list(struct arena *arena, const struct str *items, size_t count, enum language language)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && i + 1 == count)
            buffer_add(&text, language == LANGUAGE_FR ? STR(" et ") : STR(" and "));
        else if (i > 0)
            buffer_add(&text, STR(", "));
        buffer_add(&text, items[i]);
    }
    return buffer_str(&text);
}

struct str show_clauses(struct arena *arena, const struct strs *clauses, enum language language)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < clauses->count; i++) {
        if (i > 0)
            buffer_add(&text, language == LANGUAGE_FR ? STR(NO_BREAK_THIN "; ") : STR("; "));
        buffer_add(&text, clauses->at[i]);
    }
    return buffer_str(&text);
}

struct str show_share(struct arena *arena, struct quantity fraction, unsigned decimals, enum language language)
{
    if (!fraction.is)
        return STR_NONE;
    struct quantity percent = {.is = true, .approximate = fraction.approximate * 100};
    if (fraction.exact)
        percent.exact = decimal_multiply(fraction.decimal, decimal_int(100), &percent.decimal);
    return show_quantity(arena, percent, decimals, STR("%"), language);
}
