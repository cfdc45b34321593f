/* How wide text is on screens whose fonts are not known: as much as in the widest of the usual sans-serif faces. */
#include "html.h"

enum { ROOM = 1020, BOLD_ROOM = 1160 }; /* thousandths of the widths tabled, which are of the widest usual faces */

/* U+0020 to U+007E, thousandths of an em. */
static const int16_t widths[95] = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667,
    611, 778, 752, 295, 500, 667, 557, 863, 748, 787, 667, 787, 722, 667,  611, 732, 684, 989, 685,
    667, 685, 390, 337, 390, 838, 556, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838,
};

static int32_t rune_width(uint32_t rune)
{
    if (rune >= 0x20 && rune < 0x7F)
        return widths[rune - 0x20];
    if (rune == 0x202F || (rune >= 0x2009 && rune <= 0x200B))
        return 200;
    if (rune == 0xA0 || rune == 0x2019 || (rune >= 0x300 && rune < 0x370))
        return 320;
    if (rune >= 0xC0 && rune < 0xE0)
        return 760;
    return rune < 0x250 ? 640 : rune < 0x2E80 ? 700 : 1000;
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
