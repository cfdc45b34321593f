/* The shortest decimal that reads back as a double. The C library's digits are used, its decimal mark is not: the
 * locale may have set another one. */
#include "base.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_MAX 17

/* 0.d1d2d3… × 10^exponent */
struct digits {
    char digit[DIGITS_MAX + 1];
    int count, exponent;
};

/* `count` digits of a positive double, as printf rounds them; false when they do not read back. */
static bool digits_try(double x, int count, bool up, struct digits *digits)
{
    char text[40];
    snprintf(text, sizeof text, "%.*e", count - 1, x);
    char *last = strchr(text, 'e') - 1;
    /* Above a power of two the doubles are twice as far apart as below: the shortest may lie one unit further. */
    if (up && *last == '9')
        return false; /* ends in a zero: then fewer digits would have done */
    *last = (char)(*last + up);
    digits->count = 0;
    digits->exponent = (int)strtol(last + 2, NULL, 10) + 1;
    for (const char *at = text; at <= last; at++)
        if (*at >= '0' && *at <= '9')
            digits->digit[digits->count++] = *at;
    return strtod(text, NULL) == x;
}

static bool is_power_of_two(double x)
{
    int exponent;
    return frexp(x, &exponent) == 0.5;
}

static struct digits digits_of(double x)
{
    struct digits digits = {.count = 0};
    /* Any decimal of at most 15 digits survives a normal double, so 15 digits hold every shorter one. */
    bool found = false, power = is_power_of_two(x);
    for (int count = x < DBL_MIN ? 1 : 15; count <= DIGITS_MAX && !found; count++)
        found = digits_try(x, count, false, &digits) || (power && digits_try(x, count, true, &digits));
    while (digits.count > 1 && digits.digit[digits.count - 1] == '0')
        digits.count--;
    return digits;
}

static void zeros(struct buffer *out, int count)
{
    while (count-- > 0)
        buffer_byte(out, '0');
}

static void plain(struct buffer *out, const struct digits *d)
{
    int whole = d->exponent < 0 ? 0 : d->exponent < d->count ? d->exponent : d->count;
    buffer_add(out, (struct str){d->digit, (size_t)whole});
    zeros(out, d->exponent - d->count);
    if (d->exponent <= 0)
        buffer_byte(out, '0');
    if (whole == d->count)
        return;
    buffer_byte(out, '.');
    zeros(out, -d->exponent);
    buffer_add(out, (struct str){d->digit + whole, (size_t)(d->count - whole)});
}

static void with_exponent(struct buffer *out, const struct digits *d)
{
    buffer_byte(out, d->digit[0]);
    if (d->count > 1)
        buffer_byte(out, '.');
    buffer_add(out, (struct str){d->digit + 1, (size_t)(d->count - 1)});
    buffer_print(out, "e%+d", d->exponent - 1);
}

struct str double_text(struct arena *arena, double x)
{
    assert(isfinite(x));
    struct buffer out = {.arena = arena};
    if (x == 0)
        return str_copy(arena, STR("0"));
    if (x < 0)
        buffer_byte(&out, '-');
    struct digits digits = digits_of(fabs(x));
    if (digits.exponent > -6 && digits.exponent <= 21)
        plain(&out, &digits);
    else
        with_exponent(&out, &digits);
    return buffer_str(&out);
}

/* Below this, a double's error counts less than NEAR in the last of the places asked for. */
#define QUICK_MAX 1e9
#define NEAR 1e-6

/* The rounded decimal without the shortest one, which costs a hundred times as much: where x is itself a decimal of so
 * few places, or so far from a tie that all decimals that read back as x round alike. */
static bool round_quickly(double x, unsigned decimals, struct decimal *rounded)
{
    double power = 1, units = 0, rest = 0;
    for (unsigned places = 0; places <= decimals; places++) {
        if (x * power >= QUICK_MAX)
            return false;
        units = (double)(int64_t)(x * power);
        rest = x * power - units;
        units += rest >= 0.5;
        *rounded = (struct decimal){(int128)units, (uint8_t)places};
        if (units / power == x)
            return true;
        power *= 10;
    }
    return rest > NEAR && rest < 1 - NEAR && fabs(rest - 0.5) > NEAR;
}

struct decimal decimal_from_double(double x, unsigned decimals)
{
    assert(isfinite(x) && fabs(x) < 1e20 && decimals <= DECIMAL_SCALE_MAX);
    struct decimal rounded;
    if (x == 0)
        return decimal_int(0);
    if (round_quickly(fabs(x), decimals, &rounded))
        return (struct decimal){x < 0 ? -rounded.units : rounded.units, rounded.scale};
    struct digits digits = digits_of(fabs(x));
    int places = digits.count - digits.exponent; /* after the point */
    int128 units = 0;
    /* Beyond 30 places nothing is left to round. */
    if (places > 30)
        return decimal_int(0);
    for (int i = 0; i < digits.count; i++)
        units = units * 10 + (digits.digit[i] - '0');
    for (; places < 0; places++)
        units *= 10;
    return decimal_round((struct decimal){x < 0 ? -units : units, (uint8_t)places}, decimals);
}
