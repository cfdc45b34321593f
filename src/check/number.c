/* Numbers as people write them: blanks or a mark between thousands, either decimal mark, a unit after it. */
#include "work.h"

/* What was seen of a number on the way. */
struct scan {
    uint64_t units;
    unsigned digits; /* significant ones in units */
    unsigned group;  /* digits since the last blank or mark, leading zeros counted */
    unsigned before; /* digits before the first mark */
    unsigned marks;  /* marks of the last kind seen */
    unsigned blanks;
    unsigned zeros; /* zeros after the point not yet counted */
    unsigned decimals;
    char mark; /* the last mark seen */
    bool leading_zero, mixed, bad, long_;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of the blank between thousands that stands here. */
static size_t thousands_blank(struct str s, size_t at)
{
    if (s.at[at] == ' ')
        return 1;
    if (at + 2 < s.length && s.at[at] == '\xC2' && s.at[at + 1] == '\xA0')
        return 2;
    if (at + 3 < s.length && s.at[at] == '\xE2' && s.at[at + 1] == '\x80' &&
        (s.at[at + 2] == '\xAF' || s.at[at + 2] == '\x89'))
        return 3;
    return 0;
}

static size_t sign_length(struct str s, bool *negative)
{
    *negative = s.length && s.at[0] == '-';
    if (*negative || (s.length && s.at[0] == '+'))
        return 1;
    *negative = str_starts(s, STR("\xE2\x88\x92"));
    return *negative ? 3 : 0;
}

/* A digit goes into the units; the place of the point is settled at the end. */
static void scan_digit(struct scan *scan, char c)
{
    scan->group++;
    if (!scan->marks)
        scan->before++;
    if (!scan->digits && c == '0' && !scan->marks) {
        scan->leading_zero = true;
        return;
    }
    if (scan->digits == NUMBER_DIGITS_MAX + 1) {
        scan->long_ = true;
        return;
    }
    scan->units = scan->units * 10 + (uint64_t)(c - '0');
    scan->digits += scan->units != 0;
}

static void scan_mark(struct scan *scan, char c)
{
    scan->mixed = scan->marks && scan->mark != c;
    scan->bad = scan->bad || ((scan->marks || scan->blanks) && scan->group != 3) || (scan->marks && scan->before > 3);
    scan->marks = scan->mixed ? 1 : scan->marks + 1;
    scan->mark = c;
    scan->group = 0;
}

/* Reads to the end of the number; gives where its unit starts. */
static size_t scan_run(struct scan *scan, struct str s, size_t at)
{
    while (at < s.length) {
        size_t blank = thousands_blank(s, at);
        if (is_digit(s.at[at]))
            scan_digit(scan, s.at[at++]);
        else if ((s.at[at] == ',' || s.at[at] == '.') && !scan->mixed)
            scan_mark(scan, s.at[at++]);
        else if (blank && at + blank < s.length && is_digit(s.at[at + blank]) && !scan->marks) {
            scan->bad = scan->bad || !scan->group || (scan->blanks ? scan->group != 3 : scan->group > 3);
            scan->blanks++;
            scan->group = 0;
            at += blank;
        } else
            break;
    }
    return at;
}

/* Is the one mark seen the decimal mark? Two alike group thousands; of two kinds the last is the point. */
static enum number_problem settle_mark(const struct scan *scan, char decimal, bool *has_point)
{
    *has_point = scan->marks == 1;
    if (!scan->marks || (scan->marks == 1 && scan->mark == decimal))
        return NUMBER_OK;
    bool thousands = scan->group == 3 && scan->before >= 1 && scan->before <= 3 && !scan->leading_zero && !scan->blanks;
    if (scan->marks == 1 && !scan->mixed && thousands)
        return NUMBER_AMBIGUOUS;
    return NUMBER_OTHER_MARK;
}

/* A unit starts with a letter or a sign such as %; what looks like the rest of a formula or a date is not one. */
static bool is_unit(struct str suffix)
{
    if (!suffix.length)
        return true;
    unsigned char c = (unsigned char)suffix.at[0];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    if ((c == 'e' || c == 'E') && suffix.length > 1 &&
        (is_digit(suffix.at[1]) || suffix.at[1] == '-' || suffix.at[1] == '+'))
        return false;
    return letter || c == '%' || c == '$';
}

static enum number_problem finish(struct scan *scan, bool negative, bool has_point, struct number *number)
{
    unsigned scale = has_point ? scan->group : 0;
    while (scale && scan->units % 10 == 0) {
        scan->units /= 10;
        scale--;
        scan->digits -= scan->digits != 0;
    }
    if (scan->long_ || scan->digits > NUMBER_DIGITS_MAX || scale > DECIMAL_SCALE_MAX)
        return NUMBER_TOO_LONG;
    *number = (struct number){negative ? -(int64_t)scan->units : (int64_t)scan->units, (uint8_t)scale};
    return NUMBER_OK;
}

enum number_problem check_number(struct str text, char delimiter, struct number *number, struct str *suffix)
{
    struct scan scan = {0};
    bool negative, has_point;
    *suffix = STR("");
    if (number_plain(text, number))
        return NUMBER_OK;
    text = str_trim(text);
    size_t end = scan_run(&scan, text, sign_length(text, &negative));
    *suffix = str_trim(str_slice(text, end, text.length));
    bool digits = scan.before || (scan.marks == 1 && scan.group);
    if (!digits || scan.bad || (scan.marks && !scan.group) || (scan.blanks && !scan.marks && scan.group != 3) ||
        !is_unit(*suffix))
        return NUMBER_NOT;
    if (scan.marks > 1 && scan.group != 3)
        return NUMBER_NOT;
    enum number_problem mark = settle_mark(&scan, delimiter == ',' ? '.' : ',', &has_point);
    enum number_problem size = finish(&scan, negative, has_point, number);
    return size != NUMBER_OK ? size : mark;
}
