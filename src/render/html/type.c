/* How wide text is on screens whose fonts are not known: a little more than the usual sans-serif faces. */
#include "html.h"

enum { ROOM = 1150, BOLD_ROOM = 1290 }; /* thousandths: the widest usual faces beside the narrow ones tabled */

/* U+0020 to U+007E, thousandths of an em. */
static const int16_t widths[95] = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584,
};

static int32_t rune_width(uint32_t rune)
{
    if (rune >= 0x20 && rune < 0x7F)
        return widths[rune - 0x20];
    if (rune == 0x202F || (rune >= 0x2009 && rune <= 0x200B))
        return 200;
    if (rune == 0xA0 || rune == 0x2019 || (rune >= 0x300 && rune < 0x370))
        return 278;
    if (rune >= 0xC0 && rune < 0xE0)
        return 722;
    return rune < 0x250 ? 580 : rune < 0x2E80 ? 700 : 1000;
}

static int32_t screen_width(void *device, enum face face, unsigned features, struct str text)
{
    (void)device;
    (void)features;
    int64_t width = 0;
    for (size_t at = 0; at < text.length;)
        width += rune_width(utf8_next(text, &at));
    bool bold = face == FACE_BOLD || face == FACE_BOLD_ITALIC;
    return (int32_t)(width * (bold ? BOLD_ROOM : ROOM) / 1000);
}

const struct metrics screen_metrics = {
    .width = screen_width,
    .ascent = {930, 930, 930, 930, 930},
    .descent = {240, 240, 240, 240, 240},
    .cap_height = {720, 720, 720, 720, 720},
    .x_height = {520, 520, 520, 520, 520},
};
