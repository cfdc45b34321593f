/* Days and periods. A period is a span of whole months, so that containment is
 * arithmetic; its name depends on the month in which the programme's year
 * starts. The clock is never read. */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

/* Days since 1970-01-01; DATE_NONE where there is none. */
struct date {
    int32_t day;
};
#define DATE_NONE ((struct date){INT32_MIN})

enum period_kind { PERIOD_NONE, PERIOD_MONTH, PERIOD_QUARTER, PERIOD_SEMESTER, PERIOD_YEAR, PERIOD_KINDS };

/* `first` is the first month, counted as year * 12 + (month - 1). */
struct period {
    enum period_kind kind;
    int32_t first;
};

static inline bool date_is(struct date d)
{
    return d.day != INT32_MIN;
}
struct date date_of(int year, int month, int day); /* DATE_NONE if there is no such day; years 1900 to 2199 */
void date_split(struct date d, int *year, int *month, int *day);
/* "2025-03-12" or "12/03/2025"; false if neither or no such day. */
bool date_parse(struct str s, struct date *d);
struct str date_iso(struct arena *arena, struct date d); /* empty for DATE_NONE */

/* 1, 3, 6, 12; 0 for none. */
static inline int period_months(enum period_kind kind)
{
    static const uint8_t months[PERIOD_KINDS] = {0, 1, 3, 6, 12};
    return months[kind];
}
/* The month after its last. */
static inline int32_t period_end(struct period p)
{
    return p.first + period_months(p.kind);
}
static inline bool period_is(struct period p)
{
    return p.kind != PERIOD_NONE;
}
bool period_equal(struct period a, struct period b);
/* Periods asked for, in the order in which they were; twice is once. */
struct periods {
    struct period *at;
    size_t count, capacity;
};
void periods_add(struct arena *arena, struct periods *periods, struct period period);
/* By first month, then shorter before longer. */
int period_compare(struct period a, struct period b);
struct date period_first_day(struct period p);
struct date period_last_day(struct period p);
bool period_contains(struct period outer, struct period inner);
bool period_overlaps(struct period a, struct period b);
struct period period_next(struct period p, int by); /* by periods of its kind; negative goes back */
struct period period_year_before(struct period p);
/* The period of `kind` that holds month `month` (year * 12 + month - 1). */
struct period period_at(enum period_kind kind, int32_t month, int year_start);
struct period period_of_date(enum period_kind kind, struct date d, int year_start);
/* The span's last period of a shorter or equal kind: the quarter that ends a year. */
struct period period_last(struct period p, enum period_kind kind);
/* The year it is of, and its rank there among those of its kind, from 1. */
int period_rank(struct period p, int year_start, int *year);
/* "2025-Q1", "2025-T1", "2025-S1", "2025-01", "2025", any case; false otherwise. */
bool period_parse(struct str s, int year_start, struct period *p);
/* The canonical form, "2025-Q4", "2025-S2", "2025-03", "2025". */
struct str period_name(struct arena *arena, struct period p, int year_start);

#endif
