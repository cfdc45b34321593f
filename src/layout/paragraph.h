/* Private to layout: the best lines of a paragraph, all taken together, after Knuth and Plass ("Breaking paragraphs
 * into lines", 1981) with Plass's demerits. Pure arithmetic on widths: no text, no marks. */
#ifndef LAYOUT_PARAGRAPH_H
#define LAYOUT_PARAGRAPH_H

#include "base/base.h"

enum break_kind {
    BREAK_SPACE,  /* a blank disappears */
    BREAK_PLAIN,  /* after a hyphen or a slash of the text */
    BREAK_HYPHEN, /* a hyphen appears */
    BREAK_RULE,   /* inside a word longer than the line: a rule says that nothing was written there */
    BREAK_FORCED  /* the line ends here */
};

/* A place where a line may end. Widths are counted from the start of the paragraph, blanks at natural width. */
struct breakpoint {
    uint32_t atom;  /* the line ends with this one… */
    uint32_t cut;   /* …after so many of its bytes; 0: all of it */
    int32_t prefix; /* width of those bytes */
    int32_t sign;   /* width of the hyphen or rule that appears */
    enum break_kind kind;
    bool parts_date; /* a month or a quarter from its year: rather not */
    int64_t end;     /* to the end of a line that ends here */
    int64_t start;   /* to the start of the next line */
    uint32_t end_blanks, start_blanks;
};

struct measure {
    int64_t width;
    int32_t blank; /* natural width of a blank */
    bool justify;
    int32_t rag;   /* ragged: a line may well be shorter by so much */
    int tolerance; /* badness accepted; PARAGRAPH_DESPERATE: anything */
};
#define PARAGRAPH_TIGHT 100
#define PARAGRAPH_TOLERANT 800
#define PARAGRAPH_DESPERATE 10000

/* What is reused from one paragraph to the next. */
struct endings {
    struct ending *at;
    size_t count, capacity;
    uint32_t *active;
    size_t active_count, active_capacity;
};

/* Indexes of the breakpoints chosen, in `chosen` (room for `count`); how many, 0 when no way is within tolerance.
 * The last breakpoint is BREAK_FORCED. */
size_t paragraph_break(struct arena *arena, struct endings *endings, const struct breakpoint *at, size_t count,
                       const struct measure *measure, uint32_t *chosen);

/* What is added to each blank of the line between two breakpoints; `from` is NULL for the first line. */
int32_t paragraph_gap(const struct breakpoint *from, const struct breakpoint *to, const struct measure *measure);

#endif
