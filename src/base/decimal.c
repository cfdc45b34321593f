/* Sums, products and their texts. The one division, which leaves exactness, is in decimal_ratio.c. */
#include "base.h"

#include <string.h>

#define DIGITS_MAX 38
#define INT128_MAX ((int128)(~(uint128)0 >> 1))

static int128 power_of_ten(unsigned exponent)
{
    int128 power = 1;
    while (exponent--)
        power *= 10;
    return power;
}

static int128 magnitude(int128 units)
{
    return units < 0 ? -units : units;
}

/* Products are checked by hand: the compiler's builtin needs a runtime that not every compiler links. */
static bool product(int128 a, int128 b, int128 *result)
{
    if (a != 0 && b != 0 && magnitude(a) > INT128_MAX / magnitude(b))
        return false;
    *result = a * b;
    return true;
}

static bool sum_of(int128 a, int128 b, int128 *result)
{
    if ((b > 0 && a > INT128_MAX - b) || (b < 0 && a < -INT128_MAX - b))
        return false;
    *result = a + b;
    return true;
}

/* The same number with as few places as it can have. */
static struct decimal shortened(struct decimal a)
{
    int64_t units = (int64_t)a.units;
    if (units == a.units) {
        for (; a.scale && units % 10 == 0; a.scale--)
            units /= 10;
        a.units = units;
    }
    for (; a.scale && a.units % 10 == 0; a.scale--)
        a.units /= 10;
    return a;
}

static bool widened(struct decimal a, unsigned scale, int128 *units)
{
    return a.scale == scale ? (*units = a.units, true) : product(a.units, power_of_ten(scale - a.scale), units);
}

static bool add_at(struct decimal *sum, struct decimal a, struct decimal b)
{
    unsigned scale = a.scale > b.scale ? a.scale : b.scale;
    int128 left, right, units;
    if (!widened(a, scale, &left) || !widened(b, scale, &right) || !sum_of(left, right, &units))
        return false;
    *sum = (struct decimal){units, (uint8_t)scale};
    return true;
}

bool decimal_add_any(struct decimal *sum, struct decimal a)
{
    if (sum->scale == a.scale && sum_of(sum->units, a.units, &a.units)) {
        sum->units = a.units;
        return true;
    }
    /* Zeros at the end may be all that does not fit. */
    return add_at(sum, *sum, a) || add_at(sum, shortened(*sum), shortened(a));
}

bool decimal_subtract(struct decimal *sum, struct decimal a)
{
    a.units = -a.units;
    return decimal_add(sum, a);
}

bool decimal_multiply(struct decimal a, struct decimal b, struct decimal *result)
{
    a = shortened(a);
    b = shortened(b);
    int128 units;
    if (!product(a.units, b.units, &units))
        return false;
    unsigned scale = (unsigned)a.scale + b.scale;
    while (scale > DIGITS_MAX && units % 10 == 0) {
        units /= 10;
        scale--;
    }
    if (scale > DIGITS_MAX)
        return false;
    *result = (struct decimal){units, (uint8_t)scale};
    return true;
}

/* Whole parts first: they cannot overflow, and only where they are equal do the places matter. */
int decimal_compare(struct decimal a, struct decimal b)
{
    int128 left, right, tens_a = power_of_ten(a.scale), tens_b = power_of_ten(b.scale);
    left = a.units / tens_a;
    right = b.units / tens_b;
    if (left == right) {
        unsigned scale = a.scale > b.scale ? a.scale : b.scale;
        left = a.units % tens_a * power_of_ten(scale - a.scale);
        right = b.units % tens_b * power_of_ten(scale - b.scale);
    }
    return (left > right) - (left < right);
}

int decimal_sign(struct decimal a)
{
    return (a.units > 0) - (a.units < 0);
}

bool decimal_is_integer(struct decimal a)
{
    return a.units % power_of_ten(a.scale) == 0;
}

struct decimal decimal_round(struct decimal a, unsigned decimals)
{
    if (a.scale <= decimals)
        return a;
    int128 step = power_of_ten(a.scale - decimals), rest = a.units % step;
    int128 units = a.units / step;
    if (magnitude(rest) >= step - magnitude(rest))
        units += a.units < 0 ? -1 : 1;
    return (struct decimal){units, (uint8_t)decimals};
}

char *digits_before(char *end, uint128 n, size_t least)
{
    char *at = end;
    /* Divisions of 128 bits are dear, and nearly never needed. */
    for (; n > UINT64_MAX; n /= 10)
        *--at = (char)('0' + (int)(n % 10));
    for (uint64_t rest = (uint64_t)n; rest; rest /= 10)
        *--at = (char)('0' + rest % 10);
    while ((size_t)(end - at) < least)
        *--at = '0';
    return at;
}

struct str decimal_text(struct arena *arena, struct decimal a)
{
    char text[2 * DIGITS_MAX + 8], *end = text + sizeof text;
    a = shortened(a);
    char *at = digits_before(end, a.units < 0 ? -(uint128)a.units : (uint128)a.units, a.scale + 1u);
    size_t whole = (size_t)(end - at) - a.scale;
    if (a.scale) {
        memmove(at - 1, at, whole);
        *(--at + whole) = '.';
    }
    if (a.units < 0)
        *--at = '-';
    return str_copy(arena, (struct str){at, (size_t)(end - at)});
}

bool decimal_parse(struct str s, struct decimal *a)
{
    struct decimal read = {0, 0};
    bool minus = s.length && s.at[0] == '-', point = false, any = false;
    for (size_t i = minus; i < s.length; i++) {
        int digit = s.at[i] - '0';
        if (s.at[i] == '.' && any && !point) {
            point = true;
        } else if (digit < 0 || digit > 9 || read.units > (INT128_MAX - digit) / 10 ||
                   (point && read.scale == DIGITS_MAX)) {
            return false;
        } else {
            read.units = read.units * 10 + digit;
            read.scale = (uint8_t)(read.scale + point);
            any = true;
        }
    }
    if (!any || s.at[s.length - 1] == '.')
        return false;
    if (minus)
        read.units = -read.units;
    *a = read;
    return true;
}

/* The scale that all parts share. */
static unsigned scale_of(const struct decimal *parts, size_t count)
{
    unsigned scale = 0;
    for (size_t i = 0; i < count; i++)
        scale = parts[i].scale > scale ? parts[i].scale : scale;
    return scale;
}

/* A part times the whole (100 % in units of the last place), over the total: the share and what it leaves. */
struct split {
    int128 share, rest;
};
static bool part_split(struct decimal part, unsigned scale, int128 whole, int128 total, struct split *split)
{
    int128 units;
    if (part.units < 0 || !widened(part, scale, &units) || !product(units, whole, &units))
        return false;
    *split = (struct split){units / total, units % total};
    return true;
}

/* 0 when there is nothing to share, or when the parts are too large to be multiplied. */
static int128 total_of(const struct decimal *parts, size_t count, int128 whole)
{
    struct decimal total = {0, 0};
    struct split split;
    unsigned scale = scale_of(parts, count);
    for (size_t i = 0; i < count; i++)
        if (!part_split(parts[i], scale, whole, 1, &split) || !decimal_add(&total, parts[i]))
            return 0;
    return widened(total, scale, &total.units) ? total.units : 0;
}

/* The part with the largest remainder that was not yet rounded up, the first of equals. */
static size_t largest_rest(const struct decimal *parts, size_t count, int128 whole, int128 total, const int64_t *shares)
{
    size_t largest = count;
    int128 most = -1;
    for (size_t i = 0; i < count; i++) {
        struct split split = {0, 0};
        part_split(parts[i], scale_of(parts, count), whole, total, &split);
        if (split.share == shares[i] && split.rest > most) {
            most = split.rest;
            largest = i;
        }
    }
    return largest;
}

void shares_round(const struct decimal *parts, size_t count, unsigned decimals, int64_t *shares)
{
    int128 whole = 100 * power_of_ten(decimals), total = total_of(parts, count, whole), left = whole;
    for (size_t i = 0; i < count; i++) {
        struct split split = {0, 0};
        if (total > 0)
            part_split(parts[i], scale_of(parts, count), whole, total, &split);
        shares[i] = (int64_t)split.share;
        left -= split.share;
    }
    for (; total > 0 && left > 0; left--)
        shares[largest_rest(parts, count, whole, total, shares)]++;
}
