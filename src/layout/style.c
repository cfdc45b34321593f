/* The look of a document. Leading and spaces are multiples of a half line, 6.75 pt, so that facing text keeps a
 * rhythm; one family, one accent, and size or weight, never both, to tell one level of heading from the next. */
#include "style.h"

#define HALF 6750
#define LINE 13500

const struct element_style element_styles[ELEMENTS] = {
    [ELEMENT_BODY] = {FACE_REGULAR, 0, 10000, LINE, 0, HALF, COLOUR_TEXT, STYLE_BREAKS | STYLE_RUNNING},
    [ELEMENT_H1] = {FACE_BOLD, 0, 18000, 22000, 2 * LINE + HALF, HALF, COLOUR_PRIMARY, 0},
    [ELEMENT_H2] = {FACE_BOLD, 0, 13500, 17000, LINE + HALF, HALF, COLOUR_PRIMARY, 0},
    [ELEMENT_H3] = {FACE_BOLD, 0, 11000, LINE, LINE, HALF / 2, COLOUR_TEXT, 0},
    [ELEMENT_H4] = {FACE_BOLD, 0, 10000, LINE, LINE, HALF / 2, COLOUR_PRIMARY, 0},
    [ELEMENT_H5] = {FACE_BOLD_ITALIC, 0, 10000, LINE, LINE, HALF / 2, COLOUR_TEXT, 0},
    [ELEMENT_H6] = {FACE_ITALIC, 0, 10000, LINE, LINE, HALF / 2, COLOUR_MUTED, 0},
    [ELEMENT_ITEM] = {FACE_REGULAR, 0, 10000, LINE, 0, HALF / 2, COLOUR_TEXT, STYLE_BREAKS | STYLE_RUNNING},
    [ELEMENT_QUOTE] = {FACE_ITALIC, 0, 10500, 14000, 0, HALF, COLOUR_TEXT, STYLE_BREAKS | STYLE_RUNNING},
    [ELEMENT_ATTRIBUTION] = {FACE_REGULAR, 0, 8500, 11000, 0, HALF, COLOUR_MUTED, STYLE_RUNNING},
    [ELEMENT_CALLOUT] = {FACE_REGULAR, 0, 9500, 13000, 0, HALF / 2, COLOUR_TEXT, STYLE_BREAKS | STYLE_RUNNING},
    [ELEMENT_CODE_BLOCK] = {FACE_MONO, 0, 8000, 11000, 0, 0, COLOUR_TEXT, 0},
    [ELEMENT_CELL] = {FACE_REGULAR, FEATURE_TABULAR, 8500, 11000, 0, HALF / 2, COLOUR_TEXT, STYLE_BREAKS},
    [ELEMENT_CELL_HEADER] = {FACE_BOLD, 0, 8000, 10000, 0, 0, COLOUR_PRIMARY, STYLE_BREAKS},
    [ELEMENT_CELL_GROUP] = {FACE_BOLD, 0, 8500, 11000, 0, 0, COLOUR_TEXT, 0},
    [ELEMENT_CELL_TOTAL] = {FACE_BOLD, FEATURE_TABULAR, 8500, 11000, 0, HALF / 2, COLOUR_TEXT, STYLE_BREAKS},
    [ELEMENT_CELL_MARK] = {FACE_REGULAR, FEATURE_TABULAR, 7000, 11000, 0, 0, COLOUR_MUTED, 0},
    [ELEMENT_CAPTION] = {FACE_BOLD, 0, 9000, 12000, HALF, HALF / 2, COLOUR_TEXT, 0},
    [ELEMENT_TABLE_NOTE] = {FACE_REGULAR, 0, 7500, 10000, HALF / 2, HALF / 2, COLOUR_MUTED,
                            STYLE_BREAKS | STYLE_RUNNING},
    [ELEMENT_SENTENCE] = {FACE_ITALIC, 0, 9000, 12000, HALF / 2, HALF, COLOUR_TEXT, STYLE_BREAKS | STYLE_RUNNING},
    [ELEMENT_FOOTNOTE] = {FACE_REGULAR, 0, 8000, 10500, 0, HALF / 4, COLOUR_TEXT, STYLE_BREAKS | STYLE_RUNNING},
    [ELEMENT_TERM] = {FACE_BOLD, 0, 9500, 13000, 0, HALF / 2, COLOUR_PRIMARY, STYLE_BREAKS},
    [ELEMENT_CARD_LABEL] = {FACE_REGULAR, 0, 8500, 11000, 0, 0, COLOUR_TEXT, STYLE_BREAKS},
    [ELEMENT_CARD_VALUE] = {FACE_BOLD, FEATURE_TABULAR, 20000, 24000, 0, 0, COLOUR_PRIMARY, 0},
    [ELEMENT_CARD_UNIT] = {FACE_REGULAR, 0, 9000, 11000, 0, 0, COLOUR_PRIMARY, 0},
    [ELEMENT_CARD_MARK] = {FACE_REGULAR, FEATURE_TABULAR, 7500, 10000, 0, 0, COLOUR_MUTED, STYLE_BREAKS},
    [ELEMENT_CARD_CHANGE] = {FACE_BOLD, FEATURE_TABULAR, 8000, 10500, 0, 0, COLOUR_TEXT, STYLE_BREAKS},
    [ELEMENT_CONTENTS_TITLE] = {FACE_BOLD, 0, 18000, 22000, 0, LINE, COLOUR_PRIMARY, 0},
    [ELEMENT_CONTENTS_1] = {FACE_BOLD, FEATURE_TABULAR, 10000, LINE, HALF, HALF / 2, COLOUR_TEXT, 0},
    [ELEMENT_CONTENTS_2] = {FACE_REGULAR, FEATURE_TABULAR, 9500, LINE, 0, 0, COLOUR_TEXT, 0},
    [ELEMENT_RUNNING] = {FACE_REGULAR, FEATURE_TABULAR, 7500, 10000, 0, 0, COLOUR_MUTED, 0},
    [ELEMENT_COVER_PROGRAMME] = {FACE_BOLD, 0, 11000, 14000, 0, HALF, COLOUR_ACCENT, 0},
    [ELEMENT_COVER_TITLE] = {FACE_BOLD, 0, 32000, 38000, 0, LINE, COLOUR_PRIMARY, 0},
    [ELEMENT_COVER_SUBTITLE] = {FACE_REGULAR, 0, 16000, 21000, 0, LINE, COLOUR_TEXT, 0},
    [ELEMENT_COVER_EDITION] = {FACE_REGULAR, 0, 9500, LINE, 0, 0, COLOUR_MUTED, 0},
    [ELEMENT_BANNER_TITLE] = {FACE_BOLD, 0, 20000, 24000, 0, HALF / 2, COLOUR_PRIMARY, 0},
    [ELEMENT_WATERMARK] = {FACE_BOLD, 0, 84000, 84000, 0, 0, COLOUR_WATERMARK, 0},
};

struct geometry style_geometry(enum paper paper, bool landscape)
{
    static const int32_t sizes[][2] = {[PAPER_A4] = {595276, 841890}, [PAPER_LETTER] = {612000, 792000}};
    int32_t width = sizes[paper][landscape], height = sizes[paper][!landscape];
    return (struct geometry){.width = width,
                             .height = height,
                             .left = 56700,
                             .right = width - 56700,
                             .top = 68000,
                             .bottom = height - 66000,
                             .header = 40000,
                             .footer = height - 36000};
}

static uint32_t colour_of(struct str text, uint32_t otherwise)
{
    uint32_t colour;
    return colour_parse(text, &colour) ? colour : otherwise;
}

#define CONTRAST_LEAST 4.5

void style_palette(const struct theme *theme, uint32_t palette[COLOURS])
{
    struct str primary = theme ? theme->primary : STR_NONE, accent = theme ? theme->accent : STR_NONE;
    palette[COLOUR_TEXT] = 0x1E2327;
    palette[COLOUR_MUTED] = 0x59636B;
    uint32_t asked = colour_of(primary, 0x1F4E5F);
    palette[COLOUR_WASH] = colour_mix(0xFFFFFF, asked, 70);
    /* Text stands on the wash too. */
    palette[COLOUR_PRIMARY] = colour_readable(asked, palette[COLOUR_WASH], CONTRAST_LEAST);
    palette[COLOUR_ACCENT] =
        colour_readable(colour_of(accent, colour_of(primary, 0xA63A1F)), palette[COLOUR_WASH], CONTRAST_LEAST);
    palette[COLOUR_RULE] = 0xC4CBD0;
    palette[COLOUR_PAPER] = 0xFFFFFF;
    palette[COLOUR_GOOD] = 0x00704F;
    palette[COLOUR_WATCH] = 0x9A5B00;
    palette[COLOUR_BAD] = 0xB3261E;
    palette[COLOUR_WATERMARK] = 0xEFEFEF;
}
