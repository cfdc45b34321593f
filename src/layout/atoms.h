/* Private to layout: a paragraph while it is being taken apart. */
#ifndef LAYOUT_ATOMS_H
#define LAYOUT_ATOMS_H

#include "inlines.h"

/* What is reused from one paragraph to the next. */
struct inline_scratch {
    struct buffer text;
    struct atoms {
        struct atom *at;
        size_t count, capacity;
    } atoms;
    struct runs {
        struct run *at;
        size_t count, capacity;
    } runs;
    struct spans {
        struct span *at;
        size_t count, capacity;
    } spans;
};

struct reader {
    struct flow *flow;
    struct inline_scratch *scratch;
    enum element element;
    size_t run; /* in force */
    bool in_word;
    uint32_t word; /* where the atom being read starts */
};

struct reader reader_start(struct flow *flow, enum element element);
/* The run in force from here on. */
void run_use(struct reader *reader, struct run run);
void text_add(struct reader *reader, struct str text);
void blank_add(struct reader *reader);
void newline_add(struct reader *reader);
/* The paragraph, measured. */
struct paragraph reader_end(struct reader *reader);

#endif
