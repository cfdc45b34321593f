#include "base.h"

/* Division that rounds down, for months before year 0 would be counted wrong otherwise. */
static int32_t floor_to(int32_t value, int32_t step)
{
    int32_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && leap(year));
}

/* Days since 1970-01-01 of a day of the Gregorian calendar: years are counted from March, so that the
 * leap day is the last of its year. */
static int32_t days_of(int year, int month, int day)
{
    int y = month > 2 ? year : year - 1;
    int m = month > 2 ? month - 3 : month + 9;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

struct date date_of(int year, int month, int day)
{
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
        return DATE_NONE;
    return (struct date){days_of(year, month, day)};
}

void date_split(struct date d, int *year, int *month, int *day)
{
    int32_t from_march = d.day + 719468; /* days since 0000-03-01 */
    int32_t era = floor_to(from_march, 146097) / 146097;
    int32_t in_era = from_march - era * 146097;
    int32_t year_of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int32_t in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t m = (5 * in_year + 2) / 153;
    *day = in_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

/* Reads `least` to `most` digits at *at, which advances. */
static bool digits(struct str s, size_t *at, size_t least, size_t most, int *value)
{
    size_t from = *at;
    *value = 0;
    while (*at < s.length && *at - from < most && s.at[*at] >= '0' && s.at[*at] <= '9')
        *value = *value * 10 + (s.at[(*at)++] - '0');
    return *at - from >= least;
}

static bool mark(struct str s, size_t *at, char c)
{
    if (*at >= s.length || s.at[*at] != c)
        return false;
    ++*at;
    return true;
}

bool date_parse(struct str s, struct date *d)
{
    int year, month, day;
    size_t at = 0;
    bool iso = digits(s, &at, 4, 4, &year) && mark(s, &at, '-') && digits(s, &at, 2, 2, &month) && mark(s, &at, '-') &&
               digits(s, &at, 2, 2, &day) && at == s.length;
    if (!iso) {
        at = 0;
        if (!(digits(s, &at, 1, 2, &day) && mark(s, &at, '/') && digits(s, &at, 1, 2, &month) && mark(s, &at, '/') &&
              digits(s, &at, 4, 4, &year) && at == s.length))
            return false;
    }
    struct date found = date_of(year, month, day);
    if (!date_is(found))
        return false;
    *d = found;
    return true;
}

struct str date_iso(struct arena *arena, struct date d)
{
    if (!date_is(d))
        return STR_NONE;
    int year, month, day;
    date_split(d, &year, &month, &day);
    return str_print(arena, "%04d-%02d-%02d", year, month, day);
}

bool period_equal(struct period a, struct period b)
{
    return a.kind == b.kind && a.first == b.first;
}

void periods_add(struct arena *arena, struct periods *periods, struct period period)
{
    for (size_t i = 0; i < periods->count; i++)
        if (period_equal(periods->at[i], period))
            return;
    *PUSH(arena, periods) = period;
}

int period_compare(struct period a, struct period b)
{
    if (a.first != b.first)
        return a.first < b.first ? -1 : 1;
    return (a.kind > b.kind) - (a.kind < b.kind);
}

/* The first day of a month counted as year * 12 + (month - 1). */
static struct date month_start(int32_t month)
{
    int32_t january = floor_to(month, 12);
    return date_of(january / 12, month - january + 1, 1);
}

struct date period_first_day(struct period p)
{
    return period_is(p) ? month_start(p.first) : DATE_NONE;
}

struct date period_last_day(struct period p)
{
    if (!period_is(p))
        return DATE_NONE;
    int32_t last = period_end(p) - 1, january = floor_to(last, 12);
    int year = january / 12, month = last - january + 1;
    return date_of(year, month, days_in(year, month));
}

bool period_contains(struct period outer, struct period inner)
{
    return period_is(outer) && period_is(inner) && outer.first <= inner.first && period_end(inner) <= period_end(outer);
}

bool period_overlaps(struct period a, struct period b)
{
    return period_is(a) && period_is(b) && a.first < period_end(b) && b.first < period_end(a);
}

struct period period_next(struct period p, int by)
{
    return (struct period){p.kind, p.first + by * period_months(p.kind)};
}

struct period period_year_before(struct period p)
{
    return (struct period){p.kind, p.first - 12};
}

struct period period_at(enum period_kind kind, int32_t month, int year_start)
{
    int32_t shift = year_start - 1;
    if (kind == PERIOD_NONE)
        return (struct period){PERIOD_NONE, 0};
    return (struct period){kind, floor_to(month - shift, period_months(kind)) + shift};
}

struct period period_of_date(enum period_kind kind, struct date d, int year_start)
{
    if (!date_is(d))
        return (struct period){PERIOD_NONE, 0};
    int year, month, day;
    date_split(d, &year, &month, &day);
    return period_at(kind, year * 12 + month - 1, year_start);
}

struct period period_last(struct period p, enum period_kind kind)
{
    return (struct period){kind, period_end(p) - period_months(kind)};
}

/* What stands after the year in a name: "-Q1", "-T1", "-S1", "-01", or nothing. */
static bool part_parse(struct str s, size_t at, enum period_kind *kind, int *number)
{
    *kind = PERIOD_YEAR;
    *number = 1;
    if (at == s.length)
        return true;
    if (!mark(s, &at, '-'))
        return false;
    *kind = PERIOD_MONTH;
    size_t least = 2;
    if (at < s.length && (s.at[at] < '0' || s.at[at] > '9')) {
        char letter = s.at[at++];
        *kind = letter == 'S' || letter == 's' ? PERIOD_SEMESTER : PERIOD_QUARTER;
        least = 1;
        if (*kind == PERIOD_QUARTER && letter != 'Q' && letter != 'q' && letter != 'T' && letter != 't')
            return false;
    }
    return digits(s, &at, least, least, number) && at == s.length && *number >= 1 &&
           *number <= 12 / period_months(*kind);
}

bool period_parse(struct str s, int year_start, struct period *p)
{
    int year, number;
    size_t at = 0;
    enum period_kind kind;
    if (!digits(s, &at, 4, 4, &year) || year < 1900 || year > 2198 || !part_parse(s, at, &kind, &number))
        return false;
    int32_t shift = kind == PERIOD_MONTH ? 0 : year_start - 1;
    *p = (struct period){kind, year * 12 + shift + (number - 1) * period_months(kind)};
    return true;
}

int period_rank(struct period p, int year_start, int *year)
{
    int32_t first = p.first - (p.kind == PERIOD_MONTH ? 0 : year_start - 1);
    int32_t january = floor_to(first, 12);
    *year = january / 12;
    return (first - january) / period_months(p.kind) + 1;
}

struct str period_name(struct arena *arena, struct period p, int year_start)
{
    if (!period_is(p))
        return STR_NONE;
    int year, number = period_rank(p, year_start, &year);
    struct buffer name = {.arena = arena};
    buffer_expect(&name, sizeof "2000-Q1");
    buffer_natural(&name, (uint64_t)year, 4);
    if (p.kind == PERIOD_YEAR)
        return buffer_str(&name);
    buffer_byte(&name, '-');
    if (p.kind != PERIOD_MONTH)
        buffer_byte(&name, p.kind == PERIOD_QUARTER ? 'Q' : 'S');
    buffer_natural(&name, (uint64_t)number, p.kind == PERIOD_MONTH ? 2 : 1);
    return buffer_str(&name);
}
