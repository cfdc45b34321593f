/* corrections.csv documents: the measures hold the new value. And what came in late. */
#include "work.h"
#include "order.h"

static const struct observation *find(const struct observations *all, const struct correction *c)
{
    struct observation wanted = {.indicator = (uint16_t)c->indicator.index,
                                 .laureate = c->laureate.index,
                                 .month = (int16_t)c->period.first,
                                 .period_kind = (uint8_t)c->period.kind};
    return observation_find(all->at, all->count, &wanted);
}

static bool read_by(struct str text, char delimiter, struct number *number)
{
    struct str suffix;
    enum number_problem problem = check_number(text, delimiter, number, &suffix);
    return problem == NUMBER_OK || problem == NUMBER_OTHER_MARK;
}

static bool is_numeric(struct str text)
{
    struct number number;
    return read_by(text, ';', &number) || read_by(text, ',', &number);
}

/* A correction does not say its decimal mark: it is the same value if one reading of it is. */
static bool is_number(struct str text, int64_t units, uint8_t scale)
{
    struct number number;
    struct decimal value = decimal_of((struct number){units, scale});
    return (read_by(text, ';', &number) && decimal_compare(decimal_of(number), value) == 0) ||
           (read_by(text, ',', &number) && decimal_compare(decimal_of(number), value) == 0);
}

/* Words other than yes and no are not compared, nor are the day of a milestone and why there is no number. */
static bool is_said(struct str text, const struct observation *o)
{
    struct str rest = text, top;
    enum answer answer = answer_of(text);
    if (!observation_received(o))
        return !is_numeric(text);
    if (o->filled & (FILLED_YES | FILLED_NO))
        return answer == ANSWER_NONE || (answer == ANSWER_YES) == ((o->filled & FILLED_YES) != 0);
    if (o->filled & FILLED_TEXT)
        return true;
    str_split(&rest, '/', &top);
    if (o->filled & FILLED_DENOMINATOR)
        return is_number(top, o->first, o->first_scale) &&
               (!rest.length || is_number(rest, o->second, o->second_scale));
    return is_number(text, o->first, o->first_scale);
}

/* A score has a row for each answer. */
static bool is_present(const struct correction *c, const struct observations *all, const struct observation *first)
{
    for (const struct observation *o = first; o < all->at + all->count && !observation_compare(o, first); o++)
        if (is_said(c->replacement, o))
            return true;
    return false;
}

/* The value that the measures hold now. */
static struct str present_text(struct check *check, const struct observation *o)
{
    if (!o || !observation_received(o))
        return STR("–");
    static const struct str yes[LANGUAGE_COUNT] = {TEXT_OF("oui"), TEXT_OF("yes")};
    static const struct str no[LANGUAGE_COUNT] = {TEXT_OF("non"), TEXT_OF("no")};
    enum language language = check->facts->programme.language;
    if (o->filled & (FILLED_YES | FILLED_NO))
        return o->filled & FILLED_YES ? yes[language] : no[language];
    struct str first = said_number(check->scratch, language, decimal_of((struct number){o->first, o->first_scale}));
    if (!(o->filled & FILLED_DENOMINATOR))
        return first;
    struct str second = said_number(check->scratch, language, decimal_of((struct number){o->second, o->second_scale}));
    return str_print(check->scratch, "%.*s/%.*s", STR_ARG(first), STR_ARG(second));
}

/* "18 400", "3,5 %" as digits with a point: documents, and masks over editions, read it so. Words, dates, the two parts
 * of a ratio and what could be two numbers stay as they are. */
static struct str plain(struct check *check, const struct correction *c, struct str text)
{
    struct number number;
    struct str suffix, unit = check->facts->indicators.at[c->indicator.index].unit;
    char delimiter = check->facts->programme.language == LANGUAGE_FR ? ';' : ',';
    enum number_problem problem = check_number(text, delimiter, &number, &suffix);
    bool read = problem == NUMBER_OK || problem == NUMBER_OTHER_MARK;
    return read && (!suffix.length || str_equal(suffix, unit)) ? decimal_text(check->run, decimal_of(number)) : text;
}

void corrections_check(struct check *check)
{
    const struct facts *facts = check->facts;
    const struct column *columns = input_kind("corrections")->columns;
    for (size_t i = 0; i < facts->corrections.count; i++) {
        struct correction *c = &facts->corrections.at[i];
        const struct observation *o = find(&facts->observations, c);
        if (!o || !is_present(c, &facts->observations, o))
            REPORT(check->diagnostics, row_place(&c->row, columns, "new"), MSG_correction_not_present,
                   {c->replacement, present_text(check, o)});
        c->old = plain(check, c, c->old);
        c->replacement = plain(check, c, c->replacement);
    }
}

/* The longest delay that shared indicators of this rhythm allow. */
static int64_t days_allowed(const struct facts *facts, enum period_kind kind)
{
    int64_t days = -1;
    for (size_t i = 1; i < facts->indicators.count; i++) {
        const struct indicator *indicator = &facts->indicators.at[i];
        if (indicator->scope == SCOPE_SHARED && indicator->frequency == (int)kind &&
            indicator->due_days.number.units > days)
            days = indicator->due_days.number.units;
    }
    return days < 0 ? 15 : days;
}

void lateness_check(struct check *check)
{
    const struct facts *facts = check->facts;
    for (size_t i = 0; i < facts->narratives.count; i++) {
        const struct narrative *narrative = &facts->narratives.at[i];
        struct date due = period_last_day(narrative->period);
        due.day += (int32_t)days_allowed(facts, narrative->period.kind);
        if (date_is(narrative->received_on) && narrative->received_on.day > due.day)
            REPORT(check->diagnostics, narrative->received_at, MSG_received_late,
                   {date_iso(check->scratch, narrative->received_on), date_iso(check->scratch, due)});
    }
}
