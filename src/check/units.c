/* A number with its unit, or what is wrong with it. */
#include "work.h"

static bool is_euro(struct str unit)
{
    return str_equal(unit, STR("€")) || name_equal(unit, STR("EUR"));
}

/* k€ and M€ stand for thousands and millions of €: 0 where `suffix` is not one of them. */
static unsigned thousands_of(struct str suffix)
{
    if (str_equal(suffix, STR("k€")) || str_equal(suffix, STR("K€")) || name_equal(suffix, STR("kEUR")))
        return 3;
    return str_equal(suffix, STR("M€")) || name_equal(suffix, STR("MEUR")) ? 6 : 0;
}

static bool times_ten(struct number *number, unsigned powers)
{
    for (; powers && number->scale; powers--)
        number->scale--;
    for (; powers; powers--)
        if (__builtin_mul_overflow(number->units, 10, &number->units))
            return false;
    return number->units < 1000000000000000000 && number->units > -1000000000000000000;
}

/* Cells of the small tables have no indicator: money, shares and hours say what they are. */
static bool is_usual(struct str suffix)
{
    return is_euro(suffix) || str_equal(suffix, STR("%")) || name_equal(suffix, STR("h"));
}

static enum number_problem unit_settle(struct str suffix, struct str unit, struct number *number, bool *agrees)
{
    unsigned powers = !unit.length || is_euro(unit) ? thousands_of(suffix) : 0;
    *agrees = !suffix.length || powers ||
              (unit.length ? name_equal(suffix, unit) || (is_euro(suffix) && is_euro(unit)) : is_usual(suffix));
    /* "% of jobs" is written after the number as "%". */
    if (!*agrees && str_equal(suffix, STR("%")))
        *agrees = str_starts(unit, STR("%"));
    return times_ten(number, powers) ? NUMBER_OK : NUMBER_TOO_LONG;
}

/* "1.234" said both ways: with this file's decimal mark, and as thousands. */
static void report_ambiguous(const struct cell_reading *reading, struct str text, struct place place)
{
    struct buffer point = {.arena = reading->arena}, thousands = {.arena = reading->arena};
    for (size_t i = 0; i < text.length; i++) {
        bool mark = text.at[i] == '.' || text.at[i] == ',';
        buffer_byte(&point, !mark ? text.at[i] : reading->delimiter == ',' ? '.' : ',');
        buffer_add(&thousands, mark ? STR_NONE : str_slice(text, i, i + 1));
    }
    REPORT(reading->diagnostics, place, MSG_number_ambiguous, {text, buffer_str(&point), buffer_str(&thousands)});
}

bool number_read(const struct cell_reading *reading, struct str text, struct str unit, struct place place,
                 struct number *number)
{
    struct str suffix;
    bool agrees = true;
    enum number_problem problem = check_number(text, reading->delimiter, number, &suffix);
    if ((problem == NUMBER_OK || problem == NUMBER_OTHER_MARK) && suffix.length &&
        unit_settle(suffix, unit, number, &agrees) != NUMBER_OK)
        problem = NUMBER_TOO_LONG;
    if (problem == NUMBER_NOT)
        REPORT(reading->diagnostics, place, MSG_not_a_number, {text});
    else if (problem == NUMBER_AMBIGUOUS)
        report_ambiguous(reading, text, place);
    else if (problem == NUMBER_TOO_LONG)
        REPORT(reading->diagnostics, place, MSG_number_too_long, {text});
    else if (!agrees && unit.length)
        REPORT(reading->diagnostics, place, MSG_unit_differs, {suffix, unit});
    else if (!agrees)
        REPORT(reading->diagnostics, place, MSG_unit_unexpected, {suffix});
    else if (problem == NUMBER_OTHER_MARK)
        REPORT(reading->diagnostics, place, MSG_decimal_mark,
               {text, said_number(reading->arena, reading->language, decimal_of(*number))});
    return agrees && (problem == NUMBER_OK || problem == NUMBER_OTHER_MARK);
}
