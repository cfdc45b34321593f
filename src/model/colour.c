/* The arithmetic of colours. */
#include "model.h"

#include <math.h>

static int hexadecimal(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool colour_parse(struct str text, uint32_t *colour)
{
    if ((text.length != 7 && text.length != 4) || text.at[0] != '#')
        return false;
    uint32_t parsed = 0;
    for (size_t i = 1; i < text.length; i++) {
        int digit = hexadecimal(text.at[i]);
        if (digit < 0)
            return false;
        for (int repeat = text.length == 4 ? 2 : 1; repeat; repeat--)
            parsed = parsed << 4 | (uint32_t)digit;
    }
    *colour = parsed;
    return true;
}

static unsigned channel(uint32_t colour, unsigned shift)
{
    return colour >> shift & 0xFF;
}

uint32_t colour_mix(uint32_t a, uint32_t b, unsigned thousandths_of_b)
{
    uint32_t mixed = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        unsigned sum = channel(a, shift) * (1000 - thousandths_of_b) + channel(b, shift) * thousandths_of_b;
        mixed |= (uint32_t)((sum + 500) / 1000) << shift;
    }
    return mixed;
}

static double linear(unsigned value)
{
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * linear(channel(colour, 16)) + 0.7152 * linear(channel(colour, 8)) +
           0.0722 * linear(channel(colour, 0));
}

double colour_contrast(uint32_t a, uint32_t b)
{
    double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

uint32_t colour_readable(uint32_t colour, uint32_t background, double contrast)
{
    uint32_t end = colour_contrast(background, 0xFFFFFF) > colour_contrast(background, 0) ? 0xFFFFFF : 0;
    for (unsigned share = 0; share < 1000; share += 10)
        if (colour_contrast(colour_mix(colour, end, share), background) >= contrast)
            return colour_mix(colour, end, share);
    return end;
}

enum { OUR_PRIMARY = 0x1F4E5F, OUR_ACCENT = 0xA63A1F };

static uint32_t first_of(struct str wanted, struct str otherwise, uint32_t ours)
{
    uint32_t colour;
    return colour_parse(wanted, &colour) || colour_parse(otherwise, &colour) ? colour : ours;
}

uint32_t theme_primary(const struct theme *theme)
{
    return theme ? first_of(theme->primary, theme->accent, OUR_PRIMARY) : OUR_PRIMARY;
}

uint32_t theme_accent(const struct theme *theme)
{
    return theme ? first_of(theme->accent, theme->primary, OUR_ACCENT) : OUR_ACCENT;
}
