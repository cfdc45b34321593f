/* A quotient of exact decimals as the nearest double: a division of long integers, rounded once. */
#include "base.h"

#include <assert.h>
#include <math.h>

/* The parts have at most 127 + 127 bits, and 10^114 (379 bits) to bring them to one scale; the quotient needs 65 more.
 */
#define LIMBS 24

struct wide {
    uint32_t limb[LIMBS]; /* lowest first */
};

static struct wide wide_of(uint128 value)
{
    struct wide w = {{0}};
    for (int i = 0; i < 4; i++)
        w.limb[i] = (uint32_t)(value >> (32 * i));
    return w;
}

static void wide_scale(struct wide *w, uint32_t factor)
{
    uint64_t carry = 0;
    for (int i = 0; i < LIMBS; i++) {
        carry += (uint64_t)w->limb[i] * factor;
        w->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    assert(!carry);
}

static struct wide wide_product(uint128 a, uint128 b)
{
    struct wide left = wide_of(a), right = wide_of(b), w = {{0}};
    for (int i = 0; i < 4; i++) {
        uint64_t carry = 0;
        for (int j = 0; j < 5; j++) {
            carry += w.limb[i + j] + (j < 4 ? (uint64_t)left.limb[i] * right.limb[j] : 0);
            w.limb[i + j] = (uint32_t)carry;
            carry >>= 32;
        }
    }
    return w;
}

static int wide_bits(const struct wide *w)
{
    int i = LIMBS;
    while (i && !w->limb[i - 1])
        i--;
    int bits = 32 * i;
    for (uint32_t top = i ? w->limb[i - 1] : 0; top && !(top & 0x80000000u); top <<= 1)
        bits--;
    return bits;
}

static struct wide wide_shift(const struct wide *w, int bits)
{
    struct wide shifted = {{0}};
    int limbs = bits / 32, rest = bits % 32;
    for (int i = LIMBS - 1; i >= limbs; i--) {
        uint64_t pair = (uint64_t)w->limb[i - limbs] << 32 | (i > limbs ? w->limb[i - limbs - 1] : 0);
        shifted.limb[i] = (uint32_t)(pair << rest >> 32);
    }
    return shifted;
}

static int wide_compare(const struct wide *a, const struct wide *b)
{
    for (int i = LIMBS; i--;)
        if (a->limb[i] != b->limb[i])
            return a->limb[i] < b->limb[i] ? -1 : 1;
    return 0;
}

static void wide_subtract(struct wide *a, const struct wide *b)
{
    int64_t borrow = 0;
    for (int i = 0; i < LIMBS; i++) {
        borrow += (int64_t)a->limb[i] - b->limb[i];
        a->limb[i] = (uint32_t)borrow;
        borrow >>= 32;
    }
}

/* 64 bits of the quotient, of which the last says whether anything was left; the exponent is in *exponent. */
static uint64_t quotient(struct wide rest, struct wide divisor, int *exponent)
{
    int shift = wide_bits(&divisor) - wide_bits(&rest);
    if (shift > 0)
        rest = wide_shift(&rest, shift);
    else
        divisor = wide_shift(&divisor, -shift);
    uint64_t bits = 0;
    int count = 0;
    *exponent = -shift + 1;
    /* The first bit may be 0: 64 bits from the first 1 on. */
    while (!(bits >> 63)) {
        bool one = wide_compare(&rest, &divisor) >= 0;
        if (one)
            wide_subtract(&rest, &divisor);
        bits = bits << 1 | one;
        rest = wide_shift(&rest, 1);
        count++;
    }
    *exponent -= count;
    return bits | (wide_bits(&rest) > 0);
}

/* To the nearest, ties to even. */
static double rounded(uint64_t bits, int exponent)
{
    uint64_t kept = bits >> 11, rest = bits & 0x7FF;
    if (rest > 0x400 || (rest == 0x400 && (kept & 1)))
        kept++;
    return ldexp((double)kept, exponent + 11);
}

static uint128 magnitude(int128 units)
{
    return units < 0 ? -(uint128)units : (uint128)units;
}

/* Where both sides are integers that a double holds, its own division rounds once. */
static bool small_ratio(struct decimal a, struct decimal factor, struct decimal b, double *ratio)
{
    const uint128 exact = (uint128)1 << 53, tens[] = {1, 10, 100, 1000, 10000};
    uint128 over = magnitude(a.units), times = magnitude(factor.units), under = magnitude(b.units);
    if (over > exact || times > exact || under > exact || a.scale > 4 || factor.scale || b.scale > 4)
        return false;
    over *= times;
    if (over > exact)
        return false;
    over *= a.scale < b.scale ? tens[b.scale - a.scale] : 1;
    under *= b.scale < a.scale ? tens[a.scale - b.scale] : 1;
    *ratio = (double)over / (double)under;
    return over <= exact && under <= exact;
}

double decimal_ratio(struct decimal a, struct decimal factor, struct decimal b)
{
    assert(b.units != 0);
    if (a.units == 0 || factor.units == 0)
        return 0;
    bool minus = ((a.units < 0) + (factor.units < 0) + (b.units < 0)) & 1;
    double ratio;
    if (!small_ratio(a, factor, b, &ratio)) {
        struct wide over = wide_product(magnitude(a.units), magnitude(factor.units)),
                    under = wide_of(magnitude(b.units));
        int places = b.scale - a.scale - factor.scale, exponent;
        for (; places > 0; places--)
            wide_scale(&over, 10);
        for (; places < 0; places++)
            wide_scale(&under, 10);
        uint64_t bits = quotient(over, under, &exponent);
        ratio = rounded(bits, exponent);
    }
    return minus ? -ratio : ratio;
}

double decimal_double(struct decimal a)
{
    /* Powers of ten that a double holds: of two numbers that are exact, the division rounds once. */
    static const double tens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
    const int64_t exact = (int64_t)1 << 53;
    if (a.units <= exact && a.units >= -exact && a.scale < sizeof tens / sizeof *tens)
        return (double)(int64_t)a.units / tens[a.scale];
    return decimal_ratio(a, decimal_int(1), decimal_int(1));
}
