/* Private to layout: inline nodes as atoms, stretches that no line break cuts, each measured once. A paragraph is
 * made once and may then be measured for a table and set at any width. */
#ifndef LAYOUT_INLINES_H
#define LAYOUT_INLINES_H

#include "flow.h"
#include "paragraph.h"

/* An inline element with a tag of its own: a link, a call to a note, a foreign passage. */
struct span {
    enum tag_role role;
    int outer; /* or -1 */
    struct str link, title, language, anchor;
    struct str key; /* of a figure: the link is known when the paragraph is set */
    bool back;      /* the key's line in the annex, not the figure */
    bool plain;     /* a link without a line under it */
    int footnote;   /* index of the note called, or -1 */
    bool is_said;   /* its anchor is placed, its note is on a page */
    int tag;        /* given when the paragraph is set */
};

struct run {
    struct text_style style;
    int32_t blank; /* width of a blank */
    int32_t raise; /* above the baseline */
    int span;      /* or -1 */
    int hyphens;   /* enum language, or -1: its words are not broken */
    const struct image *image;
    int32_t image_height;
    struct str alternative;
};

enum after { AFTER_NOTHING, AFTER_BREAK, AFTER_SOFT_HYPHEN, AFTER_BLANK, AFTER_NEWLINE };

/* Bytes [from, to) of the paragraph's text; the blank after it, if any, is the byte at `to`. */
struct atom {
    uint32_t from, to;
    int32_t width;
    uint32_t run;
    enum after after;
};

struct paragraph {
    struct str text;
    struct atom *atoms;
    struct run *runs;
    struct span *spans;
    size_t atom_count, run_count, span_count;
    enum element element;
    int32_t blank;   /* of the element's own style */
    int64_t natural; /* width on one line */
    int64_t widest;  /* of what cannot be broken: no column is narrower */
    bool forced;     /* has hard line breaks */
};

/* Width of the blank after an atom: its run's own, but between two runs the paragraph's, since a blank beside code or a
 * superscript belongs to neither. */
int32_t blank_after(const struct paragraph *paragraph, size_t atom);

/* Siblings from `first` on, as long as they are inlines. */
struct paragraph paragraph_of(struct flow *flow, enum element element, const struct node *first);
struct paragraph paragraph_of_text(struct flow *flow, enum element element, struct str text);
/* Nodes or a text, all inside a span, or in another colour than the element's; COLOUR_NONE keeps it. */
struct paragraph paragraph_spanned(struct flow *flow, enum element element, const struct node *first, struct str text,
                                   uint32_t colour, struct span span);

/* ---- lines.c: the paragraph as lines, a slab each ---- */
struct line_options {
    enum anchor align;
    int tag;        /* that its text belongs to */
    int32_t indent; /* of all lines */
};
/* Returns how many lines were set. Space before and after is the element's. */
size_t lines_set(struct flow *flow, const struct paragraph *paragraph, struct line_options options);
/* The flow's label, if it waits, on this baseline of the slab opened last. */
void label_set(struct flow *flow, int32_t baseline);

#endif
