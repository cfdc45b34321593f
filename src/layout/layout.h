/* The door of `layout`: a document becomes pages of marks and a tree of tags in reading order. It is given its
 * metrics and never sees the PDF library. Lengths in thousandths of a point. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "chart/chart.h"

enum tag_role {
    TAG_DOCUMENT,
    TAG_SECTION,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_P,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_QUOTE,
    TAG_CODE,
    TAG_TABLE,
    TAG_CAPTION,
    TAG_THEAD,
    TAG_TBODY,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAG_FIGURE,
    TAG_LINK,
    TAG_NOTE,
    TAG_REFERENCE,
    TAG_SPAN,
    TAG_TOC,
    TAG_TOCI,
    TAG_ROLES
};
struct tag {
    enum tag_role role;
    int parent;             /* index, or -1 for the root */
    struct str alternative; /* FIGURE: what it shows */
    struct str language;    /* of a foreign passage, or empty */
    bool row_header;        /* TH: scope Row instead of Column */
    uint16_t column_span, row_span;
    int page; /* FIGURE: its page and box, for BBox */
    int32_t x, y, width, height;
};
struct page {
    struct drawing drawing; /* marks in reading order, artifacts where they are painted */
};
/* A place that links and bookmarks lead to. */
struct target_place {
    struct str anchor;
    int page;
    int32_t y;
};
struct bookmark {
    struct str title;
    int level; /* 1 is the top */
    int page;
    int32_t y;
};
struct pages {
    struct page *at;
    size_t count, capacity;
    struct tag *tags;
    size_t tag_count, tag_capacity;
    struct target_place *targets;
    size_t target_count, target_capacity;
    struct bookmark *bookmarks;
    size_t bookmark_count, bookmark_capacity;
};

enum paper { PAPER_A4, PAPER_LETTER };
/* Dictionaries of word breaks, opened once a process (hyphenation.c owns libhyphen). */
struct hyphenator;
struct hyphenator *layout_hyphenator(struct arena *run, struct str folder);
void layout_hyphenator_close(struct hyphenator *hyphenator);

struct layout_style {
    enum paper paper;
    bool justify;
    bool banded;                   /* every second row of a table is tinted; rules between rows otherwise */
    struct hyphenator *hyphenator; /* NULL: words are not broken */
};

bool layout_hyphenator_has(const struct hyphenator *hyphenator, enum language language);

/* Words that layout itself prints are document->words: "contents" (Sommaire), "continued" (suite), "draft", "page". */
struct pages *layout_document(struct arena *arena, const struct document *document, const struct metrics *metrics,
                              const struct layout_style *style);

/* Pages as text: marks in tenths of a point, targets, bookmarks, the tree of tags with its words. For tests. */
struct str pages_dump(struct arena *arena, const struct pages *pages);

#endif
