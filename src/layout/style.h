/* Private to layout: how each element of a page looks. One row an element in style.c; lengths in thousandths of a
 * point. */
#ifndef LAYOUT_STYLE_H
#define LAYOUT_STYLE_H

#include "layout.h"

/* Roles, filled from the theme: nothing else in layout names a colour. */
enum colour {
    COLOUR_TEXT,
    COLOUR_MUTED,
    COLOUR_PRIMARY, /* headings, figures */
    COLOUR_ACCENT,  /* what is to be noticed */
    COLOUR_RULE,
    COLOUR_WASH, /* behind a callout, a head of table */
    COLOUR_PAPER,
    COLOUR_GOOD,
    COLOUR_WATCH,
    COLOUR_BAD,
    COLOUR_WATERMARK,
    COLOURS
};

enum element {
    ELEMENT_BODY,
    ELEMENT_H1,
    ELEMENT_H2,
    ELEMENT_H3,
    ELEMENT_H4,
    ELEMENT_H5,
    ELEMENT_H6,
    ELEMENT_ITEM,
    ELEMENT_QUOTE,
    ELEMENT_ATTRIBUTION,
    ELEMENT_CALLOUT,
    ELEMENT_CODE_BLOCK,
    ELEMENT_CELL,
    ELEMENT_CELL_HEADER,
    ELEMENT_CELL_GROUP,
    ELEMENT_CELL_TOTAL,
    ELEMENT_CELL_MARK,
    ELEMENT_CAPTION,
    ELEMENT_TABLE_NOTE,
    ELEMENT_SENTENCE,
    ELEMENT_FOOTNOTE,
    ELEMENT_TERM,
    ELEMENT_CARD_LABEL,
    ELEMENT_CARD_VALUE,
    ELEMENT_CARD_UNIT,
    ELEMENT_CARD_MARK,
    ELEMENT_CARD_CHANGE,
    ELEMENT_CONTENTS_TITLE,
    ELEMENT_CONTENTS_1,
    ELEMENT_CONTENTS_2,
    ELEMENT_RUNNING,
    ELEMENT_COVER_PROGRAMME,
    ELEMENT_COVER_TITLE,
    ELEMENT_COVER_SUBTITLE,
    ELEMENT_COVER_EDITION,
    ELEMENT_BANNER_TITLE,
    ELEMENT_WATERMARK,
    ELEMENTS
};

enum {
    STYLE_BREAKS = 1, /* its words may be broken */
    STYLE_RUNNING = 2 /* running text: no line longer than STYLE_MEASURE, justified when the document is */
};

struct element_style {
    enum face face;
    unsigned features;
    int32_t size, leading, before, after;
    enum colour colour;
    unsigned flags;
};
extern const struct element_style element_styles[ELEMENTS];

/* The paper's edges, and the text's. */
struct geometry {
    int32_t width, height;            /* of the page */
    int32_t left, right, top, bottom; /* edges of the text, from the top left corner */
    int32_t header, footer;           /* baselines of the running lines */
};
struct geometry style_geometry(enum paper paper, bool landscape);
/* The longest line that reads well; tables, cards and charts may be wider. */
#define STYLE_MEASURE 412000

void style_palette(const struct theme *theme, uint32_t palette[COLOURS]);

#endif
