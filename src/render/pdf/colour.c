/* A colour profile of sRGB, so that colours are the same everywhere. Numbers: IEC 61966-2-1, adapted to D50. */
#include "render/pdf/metadata.h"

/* Fixed point, 16 bits after the point. */
#define FIXED(x) ((uint32_t)(int32_t)((x)*65536 + ((x) < 0 ? -0.5 : 0.5)))
#define NAME(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))
#define XYZ(x, y, z) {NAME('X', 'Y', 'Z', ' '), 0, FIXED(x), FIXED(y), FIXED(z)}, 5
#define WORDS_MAX 12

static const struct profile_tag {
    uint32_t name;
    uint32_t word[WORDS_MAX];
    size_t count;
} profile_tags[] = {
    /* "sRGB" in one language, in UTF-16: it is its description and, for want of an author, its rights. */
    {NAME('d', 'e', 's', 'c'),
     {NAME('m', 'l', 'u', 'c'), 0, 1, 12, NAME('e', 'n', 'U', 'S'), 8, 28, NAME(0, 's', 0, 'R'), NAME(0, 'G', 0, 'B')},
     9},
    {NAME('c', 'p', 'r', 't'),
     {NAME('m', 'l', 'u', 'c'), 0, 1, 12, NAME('e', 'n', 'U', 'S'), 8, 28, NAME(0, 'C', 0, 'C'), NAME(0, '-', 0, '0')},
     9},
    {NAME('w', 't', 'p', 't'), XYZ(0.9642, 1.0, 0.8249)},
    {NAME('c', 'h', 'a', 'd'),
     {NAME('s', 'f', '3', '2'), 0, FIXED(1.04788), FIXED(0.02292), FIXED(-0.05021), FIXED(0.02959), FIXED(0.99048),
      FIXED(-0.01707), FIXED(-0.00925), FIXED(0.01508), FIXED(0.75168)},
     11},
    {NAME('r', 'X', 'Y', 'Z'), XYZ(0.43607, 0.22249, 0.01392)},
    {NAME('g', 'X', 'Y', 'Z'), XYZ(0.38515, 0.71687, 0.09708)},
    {NAME('b', 'X', 'Y', 'Z'), XYZ(0.14307, 0.06061, 0.71410)},
#define CURVE                                                                                                          \
    {NAME('p', 'a', 'r', 'a'),                                                                                         \
     0,                                                                                                                \
     3u << 16,                                                                                                         \
     FIXED(2.4),                                                                                                       \
     FIXED(1 / 1.055),                                                                                                 \
     FIXED(0.055 / 1.055),                                                                                             \
     FIXED(1 / 12.92),                                                                                                 \
     FIXED(0.04045)},                                                                                                  \
        8
    {NAME('r', 'T', 'R', 'C'), CURVE},
    {NAME('g', 'T', 'R', 'C'), CURVE},
    {NAME('b', 'T', 'R', 'C'), CURVE},
#undef CURVE
};
#define PROFILE_TAGS (sizeof profile_tags / sizeof *profile_tags)

static void word(struct buffer *out, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buffer_byte(out, (char)(value >> shift & 0xFF));
}

static void header(struct buffer *out, uint32_t size)
{
    /* Version 4.2, a display, RGB to XYZ, first of January 2000; illuminant D50. */
    const uint32_t words[32] = {
        size,
        0,
        0x04200000,
        NAME('m', 'n', 't', 'r'),
        NAME('R', 'G', 'B', ' '),
        NAME('X', 'Y', 'Z', ' '),
        2000u << 16 | 1,
        1u << 16,
        0,
        NAME('a', 'c', 's', 'p'),
        [17] = FIXED(0.9642),
        [18] = FIXED(1.0),
        [19] = FIXED(0.8249),
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        word(out, words[i]);
}

struct str pdf_srgb_profile(struct arena *arena)
{
    struct buffer out = {.arena = arena};
    uint32_t first = 128 + 4 + 12 * PROFILE_TAGS, size = first;
    for (size_t i = 0; i < PROFILE_TAGS; i++)
        size += (uint32_t)(4 * profile_tags[i].count);
    header(&out, size);
    word(&out, PROFILE_TAGS);
    for (size_t i = 0; i < PROFILE_TAGS; i++) {
        uint32_t bytes = (uint32_t)(4 * profile_tags[i].count);
        word(&out, profile_tags[i].name);
        word(&out, first);
        word(&out, bytes);
        first += bytes;
    }
    for (size_t i = 0; i < PROFILE_TAGS; i++)
        for (size_t w = 0; w < profile_tags[i].count; w++)
            word(&out, profile_tags[i].word[w]);
    return buffer_str(&out);
}
