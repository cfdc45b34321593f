/* A drawing: a list of marks with their geometry, painted by the PDF and the
 * SVG painter alike. Lengths are in thousandths of a point (int32_t), the origin is the
 * top left corner, y goes down. A page and a chart are both drawings. */
#ifndef MODEL_DRAWING_H
#define MODEL_DRAWING_H

/* Fields that belong together share a line. */
/* clang-format off */

enum face { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE_BOLD_ITALIC, FACE_MONO, FACE_COUNT };
/* Bits of text_style.features. */
enum { FEATURE_TABULAR = 1, FEATURE_SMALL_SPACED = 2 /* letterspaced capitals */ };

struct text_style {
    enum face face;
    unsigned features;
    int32_t size;            /* thousandths of a point */
    uint32_t colour;         /* 0xRRGGBB */
};

/* What a device knows of its type. Widths are in thousandths of an em, for the text shaped as one run (kerning,
 * ligatures, fallback faces included). `device` is the device's own. */
struct metrics {
    void *device;
    int32_t (*width)(void *device, enum face face, unsigned features, struct str text);
    int32_t ascent[FACE_COUNT], descent[FACE_COUNT], cap_height[FACE_COUNT], x_height[FACE_COUNT];
};
/* Half an em a rune, ascent 800, descent 200: for tests. */
extern const struct metrics metrics_fixed;

enum mark_kind { MARK_TEXT, MARK_LINE, MARK_RECTANGLE, MARK_PATH, MARK_IMAGE, MARK_LINK };
enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

/* A path is a list of segments, absolute coordinates. */
enum segment_kind { SEGMENT_MOVE, SEGMENT_LINE, SEGMENT_CURVE, SEGMENT_CLOSE };
struct segment {
    enum segment_kind kind;
    int32_t x[3], y[3];      /* CURVE: two control points, then the end; others use [0] */
};

#define COLOUR_NONE 0xFF000000u
#define TAG_ARTIFACT (-1)    /* decoration: no part in the reading order */

struct mark {
    enum mark_kind kind;
    int tag;                 /* index in pages.tags, or TAG_ARTIFACT */
    int32_t x, y;            /* TEXT: baseline at the anchor; others: top left, LINE: start */
    int32_t width, height;   /* TEXT: width of the run; LINE: end - start */
    uint32_t fill, stroke;   /* 0xRRGGBB or COLOUR_NONE */
    int32_t stroke_width;
    int32_t dash;            /* 0: solid; else length of dash and gap */
    int32_t radius;          /* RECTANGLE */
    /* TEXT. A line that breaks at a space keeps that space as its last sign. U+00AD stands as the last sign of a line
     * that broke a word, and only there: painted as a hyphen, kept as U+00AD in the text layer. `width` is what is seen:
     * without the space, with the hyphen and the gaps. */
    struct str text;
    struct text_style style;
    enum anchor anchor;
    int32_t word_gap;        /* added to every U+0020, when justified */
    struct str language;     /* of a foreign passage; empty: the document's */
    /* PATH */
    const struct segment *segments;
    size_t segment_count;
    /* IMAGE */
    const struct image *image;
    /* LINK: an address, or the anchor of a node in this document after '#' */
    struct str link;
    struct str title;        /* LINK, and marks of data in a chart: what it says to a person who points at it */
};

struct drawing {
    int32_t width, height;
    struct mark *at;
    size_t count, capacity;
};

/* A new last mark: an artifact, anchored at its start, without fill or stroke. Valid until the next one. */
struct mark *drawing_add(struct arena *arena, struct drawing *drawing, enum mark_kind kind);
struct mark *drawing_rectangle(struct arena *arena, struct drawing *drawing, int32_t x, int32_t y, int32_t width,
                               int32_t height, uint32_t fill);
struct mark *drawing_line(struct arena *arena, struct drawing *drawing, int32_t x, int32_t y, int32_t width,
                          int32_t height, int32_t stroke_width, uint32_t stroke);
/* `x` is where `anchor` says; the mark's width is measured. */
struct mark *drawing_text(struct arena *arena, struct drawing *drawing, const struct metrics *metrics, int32_t x,
                          int32_t y, enum anchor anchor, struct text_style style, struct str text);
/* Width of a run in thousandths of a point. */
int32_t text_width(const struct metrics *metrics, struct text_style style, struct str text);
/* A path keeps its own segments: they are copied, since marks may share them. */
void mark_move(struct arena *arena, struct mark *mark, int32_t x, int32_t y);
/* The marks of `part` behind those of `drawing`, moved by x and y. */
void drawing_append(struct arena *arena, struct drawing *drawing, const struct drawing *part, int32_t x, int32_t y);

#endif
