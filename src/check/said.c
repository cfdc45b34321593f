/* Numbers and periods in diagnostics, as people of the programme write them. */
#include "work.h"

static struct str replaced(struct arena *arena, struct str s, char from, char to)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < s.length; i++)
        buffer_byte(&text, s.at[i] == from ? to : s.at[i]);
    return buffer_str(&text);
}

struct str said_number(struct arena *arena, enum language language, struct decimal number)
{
    struct str text = decimal_text(arena, number);
    return language == LANGUAGE_FR ? replaced(arena, text, '.', ',') : text;
}

struct str said_count(struct check *check, int64_t number)
{
    return decimal_text(check->scratch, decimal_int(number));
}

struct str said_period(struct arena *arena, const struct programme *programme, struct period period)
{
    struct str text = period_name(arena, period, programme->year_start);
    return programme->language == LANGUAGE_FR ? replaced(arena, text, 'Q', 'T') : text;
}
