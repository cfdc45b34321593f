/* Private to layout: what its files share while one document is being set. Blocks become slabs (a line, a row, a
 * picture: what no page break cuts), slabs become pages. The marks of a slab count y from its top and x from the
 * left edge of the page; tags are made in reading order while slabs are, before any page exists. */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "style.h"

/* Marks that only pages.c sees: they say where something came to stand and are not painted. */
enum {
    MARK_BOX = MARK_LINK + 1, /* the box of the figure `tag` */
    MARK_ANCHOR,              /* `link` is the name of this place */
    MARK_HEADING,             /* heading number `tag` starts here */
    MARK_PAGE_NUMBER          /* a text: the page of heading number `segment_count`, known at the end */
};

/* Where a page may break, but rather not: what is left empty for that. */
enum {
    WHITE_FOR_ITEMS = 10, /* a list's first or last item alone */
    WHITE_FOR_TEXT = 20,  /* what belongs together */
    WHITE_FOR_ROWS = 33,  /* a small table, read as one picture */
    WHITE_FOR_TOTAL = 45  /* rows that are read against the total under them */
};

struct slab {
    int32_t height;
    int32_t before, after; /* wished space; the larger of two neighbours' holds, none at the top of a page */
    uint8_t white;         /* per cent of a page rather left empty than breaking it after this slab */
    bool keep;             /* with the next: no page break between */
    bool break_before;     /* starts a page */
    bool landscape;
    int frame;                       /* innermost frame around it, or -1 */
    int repeat, repeat_count;        /* spare slabs set again above it when it starts a page: the head of its table */
    int32_t under;                   /* space wished below these */
    int group;                       /* a spare slab set again below those: its group's row, or -1 */
    size_t mark, mark_count;         /* in layout.marks */
    size_t footnote, footnote_count; /* called in it */
};
struct slabs {
    struct slab *at;
    size_t count, capacity;
};

/* Decoration around consecutive slabs, drawn again on each page that they reach. */
struct frame {
    int outer; /* or -1 */
    int32_t x, width;
    uint32_t fill; /* behind, or COLOUR_NONE */
    uint32_t bar;  /* at the left, or COLOUR_NONE */
};
struct frames {
    struct frame *at;
    size_t count, capacity;
};

struct heading {
    struct str title, anchor;
    int level; /* from 1, none skipped */
    int page;
    int32_t y;
};
struct headings {
    struct heading *at;
    size_t count, capacity;
};

struct footnote {
    struct slabs slabs;
    bool set; /* its slabs are made */
    const struct node *node;
};
struct footnotes {
    struct footnote *at;
    size_t count, capacity;
};

/* Widths of words, in thousandths of an em, so that each is asked once of the device. */
struct width_slot {
    struct str text;
    uint32_t hash;
    int32_t width;
    uint8_t face, features;
    bool used;
};
struct width_cache {
    struct width_slot *at;
    size_t count, capacity;
};

struct layout {
    struct arena *arena;
    const struct document *document;
    const struct metrics *metrics;
    const struct layout_style *style;
    struct pages *pages;
    uint32_t palette[COLOURS];
    struct geometry geometry[2]; /* by landscape */
    struct width_cache widths;
    struct drawing marks;
    struct slabs slabs, spare;
    struct frames frames;
    struct headings headings;
    struct footnotes footnotes;
    struct inline_scratch *inlines;
    struct line_scratch *lines;
    struct {
        size_t page, mark, heading;
    } * numbers; /* of pages, still to be written */
    size_t number_count, number_capacity;
    size_t contents_at; /* slab before which the table of contents stands */
    int contents_tag;   /* TOC, or -1: there is none */
    struct {
        struct key *at;
        size_t count, capacity;
    } keys;              /* keys.c */
    bool contents_asked; /* by the text itself, at a place of its own */
    int top_level;       /* of the headings in the text: the highest is a chapter's, whatever its number */
    int heading_depth;   /* level of the last heading's tag */
    bool title_is_h1;    /* the document's title took H1: headings start at H2 */
};

/* The label of a list item, set beside the first line that comes. */
struct label {
    struct str text;
    int tag;
    int32_t x;
    enum element element;
    bool is_set;
};

/* Where blocks are being set: copied and narrowed on the way down. */
struct flow {
    struct layout *layout;
    struct slabs *slabs;
    int32_t x, width; /* of the column */
    int tag;          /* what is set here becomes its child; TAG_ARTIFACT: a repetition, outside the reading order */
    int frame;
    bool landscape;
    enum element body; /* of paragraphs */
    int32_t size;      /* hundredths of the body's size: 100, less in tables made to fit */
    struct label *label;
    int depth; /* of nested blocks */
};

/* ---- tags.c ---- */
int tag_add(struct layout *layout, enum tag_role role, int parent);
enum tag_role tag_heading(struct layout *layout, int level);

/* ---- widths.c ---- */
int32_t width_of(struct layout *layout, struct text_style style, struct str text);

/* ---- slabs.c ---- */
/* A new slab in the flow, without height; marks drawn until the next one are its own. */
struct slab *slab_open(struct flow *flow);
struct slab *slab_last(struct flow *flow);
/* A mark of the slab opened last. */
struct mark *slab_mark(struct flow *flow, enum mark_kind kind);
struct mark *slab_rectangle(struct flow *flow, int32_t x, int32_t y, int32_t width, int32_t height, uint32_t fill);
struct mark *slab_text(struct flow *flow, int32_t x, int32_t y, struct text_style style, struct str text, int tag);
void slab_anchor(struct flow *flow, struct str name);
/* The marks of `drawing` in the slab, all part of `tag`. */
void slab_drawing(struct flow *flow, const struct drawing *drawing, int32_t x, int32_t y, int tag);
/* No height of its own, only space, kept with what follows or what comes before. */
void slab_space(struct flow *flow, int32_t height, bool keep);
void slabs_keep(struct slabs *slabs, size_t from, size_t to);
/* What is to stay with the next slab goes to landscape pages with it. */
void slabs_turn(struct slabs *slabs);

/* The column made narrower at both sides, unless too little would be left to read. */
void flow_inset(struct flow *flow, int32_t left, int32_t right);

struct text_style style_of(const struct flow *flow, enum element element);
int32_t leading_of(const struct flow *flow, enum element element);
/* From the top of a line to its baseline. */
int32_t baseline_of(const struct flow *flow, enum element element);

/* ---- frames.c ---- */
/* A frame around the slabs that bear its number, as wide as the flow; colours or COLOUR_NONE. */
int frame_add(struct flow *flow, uint32_t fill, uint32_t bar);

/* ---- blocks.c ---- */
void blocks_set(struct flow *flow, const struct node *first);
/* ---- the blocks, a file each ---- */
void heading_set(struct flow *flow, const struct node *node);
void list_set(struct flow *flow, const struct node *node);
void facts_set(struct flow *flow, const struct node *node);
void quote_set(struct flow *flow, const struct node *node);
void callout_set(struct flow *flow, const struct node *node);
void code_set(struct flow *flow, const struct node *node);
void figure_set(struct flow *flow, const struct image *image, const struct node *caption, struct str alternative,
                bool small);
void chart_set(struct flow *flow, const struct chart *chart);
/* Two that take half the width, side by side in one slab. */
void charts_pair(struct flow *flow, const struct chart *left, const struct chart *right);
void chart_table_set(struct flow *flow, const struct chart *chart);
void cards_set(struct flow *flow, const struct node *node);
void table_set(struct flow *flow, const struct table *table);
/* ---- cover.c, contents.c ---- */
void cover_set(struct flow *flow);
void banner_set(struct flow *flow);
/* The place of the table of contents; then, when all headings are known, its lines; then their pages. */
void contents_set(struct flow *flow);
void contents_fill(struct layout *layout);
void contents_number(struct layout *layout);

/* ---- page.c, running.c ---- */
void pages_fill(struct layout *layout);
void page_watermark(struct layout *layout, struct page *page);
void pages_running(struct layout *layout);

#endif
