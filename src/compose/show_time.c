#include "compose/show.h"

#define NO_BREAK "\u00A0"

static const char *const months[LANGUAGE_COUNT][12] = {
    [LANGUAGE_FR] = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                     "novembre", "décembre"},
    [LANGUAGE_EN] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                     "November", "December"},
};
static const char *const short_months[LANGUAGE_COUNT][12] = {
    [LANGUAGE_FR] = {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.",
                     "déc."},
    [LANGUAGE_EN] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
};
static const char *const letters[LANGUAGE_COUNT][PERIOD_KINDS] = {
    [LANGUAGE_FR] = {[PERIOD_QUARTER] = "T", [PERIOD_SEMESTER] = "S"},
    [LANGUAGE_EN] = {[PERIOD_QUARTER] = "Q", [PERIOD_SEMESTER] = "H"},
};
static const char *const nouns[LANGUAGE_COUNT][PERIOD_KINDS] = {
    [LANGUAGE_FR] = {[PERIOD_QUARTER] = "trimestre", [PERIOD_SEMESTER] = "semestre"},
    [LANGUAGE_EN] = {[PERIOD_QUARTER] = "quarter", [PERIOD_SEMESTER] = "half-year"},
};
static const char *const ordinals[LANGUAGE_COUNT][4] = {
    [LANGUAGE_FR] = {"1er", "2e", "3e", "4e"},
    [LANGUAGE_EN] = {"1st", "2nd", "3rd", "4th"},
};

struct str show_day(struct arena *arena, struct date date, enum language language)
{
    if (!date_is(date))
        return STR_NONE;
    int year, month, day;
    date_split(date, &year, &month, &day);
    const char *first = day == 1 && language == LANGUAGE_FR ? "er" : "";
    return str_print(arena, "%d%s" NO_BREAK "%s", day, first, months[language][month - 1]);
}

struct str show_date(struct arena *arena, struct date date, enum language language)
{
    if (!date_is(date))
        return STR_NONE;
    int year, month, day;
    date_split(date, &year, &month, &day);
    return str_print(arena, "%.*s %d", STR_ARG(show_day(arena, date, language)), year);
}

static int year_of(int32_t month)
{
    return (int)(month / 12);
}

/* "septembre à novembre 2025", "décembre 2025 à février 2026": where the year does not start in January. */
static struct str month_span(struct arena *arena, struct period p, enum period_style style, enum language language)
{
    int32_t last = period_end(p) - 1;
    const char *const *names = style == PERIOD_SHORT ? short_months[language] : months[language];
    const char *join = style == PERIOD_SHORT ? "–" : language == LANGUAGE_FR ? " à " : " to ";
    if (year_of(p.first) == year_of(last))
        return str_print(arena, "%s%s%s %d", names[p.first % 12], join, names[last % 12], year_of(last));
    return str_print(arena, "%s %d%s%s %d", names[p.first % 12], year_of(p.first), join, names[last % 12],
                     year_of(last));
}

static struct str year_name(struct arena *arena, struct period p, int year_start)
{
    if (year_start == 1)
        return str_print(arena, "%d", year_of(p.first));
    return str_print(arena, "%d-%d", year_of(p.first), year_of(p.first) + 1);
}

static struct str part_name(struct arena *arena, struct period p, enum period_style style, enum language language)
{
    int rank = (int)(p.first % 12) / period_months(p.kind);
    if (style == PERIOD_SHORT)
        return str_print(arena, "%s%d %d", letters[language][p.kind], rank + 1, year_of(p.first));
    return str_print(arena, "%s" NO_BREAK "%s %s%d", ordinals[language][rank], nouns[language][p.kind],
                     language == LANGUAGE_EN ? "of " : "", year_of(p.first));
}

struct str show_period(struct arena *arena, const struct facts *facts, struct period period, enum period_style style)
{
    enum language language = facts->programme.language;
    int year_start = facts->programme.year_start ? facts->programme.year_start : 1;
    switch (period.kind) {
    case PERIOD_MONTH:
        return str_print(arena, "%s %d", months[language][period.first % 12], year_of(period.first));
    case PERIOD_QUARTER:
    case PERIOD_SEMESTER:
        return year_start == 1 && period.first % period_months(period.kind) == 0
                   ? part_name(arena, period, style, language)
                   : month_span(arena, period, style, language);
    case PERIOD_YEAR:
        return year_name(arena, period, (int)(period.first % 12) + 1);
    default:
        return STR_NONE;
    }
}
