/* Exact decimals: units / 10^scale, at most 38 significant digits. Sums,
 * differences and products are exact or refused, in any order. No floating
 * point enters here but in decimal_ratio and decimal_double, which leave. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

__extension__ typedef __int128 int128; /* C11 has no name for them */
__extension__ typedef unsigned __int128 uint128;

#define DECIMAL_SCALE_MAX 18

/* A number as it is read and stored: at most 18 digits, of which 18 after the point. */
struct number {
    int64_t units;
    uint8_t scale;
};

/* A number as it is computed. */
struct decimal {
    int128 units;
    uint8_t scale;
};

static inline struct decimal decimal_of(struct number n)
{
    return (struct decimal){n.units, n.scale};
}
static inline struct decimal decimal_int(int64_t n)
{
    return (struct decimal){n, 0};
}
/* Each is false, and *sum untouched, when the result does not fit. */
bool decimal_add_any(struct decimal *sum, struct decimal a);
static inline bool decimal_add(struct decimal *sum, struct decimal a)
{
    /* Nearly always: alike, and far from the limits. */
    if (sum->scale != a.scale || sum->units != (int64_t)sum->units || a.units != (int64_t)a.units)
        return decimal_add_any(sum, a);
    sum->units += a.units;
    return true;
}
bool decimal_subtract(struct decimal *sum, struct decimal a);
bool decimal_multiply(struct decimal a, struct decimal b, struct decimal *product);
int decimal_compare(struct decimal a, struct decimal b);
int decimal_sign(struct decimal a);
bool decimal_is_integer(struct decimal a);

/* The double nearest to a * factor / b, rounded once; b must not be 0. */
double decimal_ratio(struct decimal a, struct decimal factor, struct decimal b);
double decimal_double(struct decimal a);

/* Half away from zero, to `decimals` places (for display only). */
struct decimal decimal_round(struct decimal a, unsigned decimals);
/* The decimal nearest to x with `decimals` places, half away from zero on the
 * shortest decimal that reads back as x (so 0.285 at 2 places is 0.29). */
struct decimal decimal_from_double(double x, unsigned decimals);

/* The digits of n, at least `least` of them, before `end`; returns the first. They are 39 at most. */
char *digits_before(char *end, uint128 n, size_t least);
/* "1234.5": point, no thousands, no trailing zeros, "-" for the sign. */
struct str decimal_text(struct arena *arena, struct decimal a);
/* The shortest text that reads back as the same double, in plain notation
 * between 1e-6 and 1e21, with an exponent elsewhere. NaN and infinities are refused by assert. */
struct str double_text(struct arena *arena, double x);
/* Reads decimal_text's form, digits and one optional point; false otherwise. */
bool decimal_parse(struct str s, struct decimal *a);

/* Shares of a whole in per cent, in units of 10^-decimals (at most 9), that add up to 100 exactly: what rounding down
 * leaves goes to the largest remainders. All 0 when the parts add up to 0 or one is negative. */
void shares_round(const struct decimal *parts, size_t count, unsigned decimals, int64_t *shares);

#endif
