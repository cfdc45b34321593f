/* Two versions of the data side by side: figures and documents by their keys. Private to `diff`. */
#ifndef COMMANDS_DIFF_H
#define COMMANDS_DIFF_H

#include "session.h"

/* What people read first: the programme, then groups, then each laureate; then the documents. */
enum section { SECTION_PROGRAMME, SECTION_GROUPS, SECTION_LAUREATES, SECTION_DOCUMENTS };
/* What is compared of a figure, each in words. */
enum aspect { ASPECT_VALUE, ASPECT_FLOW, ASPECT_TARGET, ASPECT_COUNT };

/* One figure or document of one side. */
struct item {
    enum section section;
    struct str key, label;
    struct str aspect[ASPECT_COUNT]; /* of a document, its hash alone */
    struct str json;                 /* the figure's numbers, as an object */
    /* Of a figure: what it is of, as both sides name it. */
    struct str indicator, subject, category;
    struct strs terms; /* the indicators that it is computed from */
    struct period period;
    bool to_date;
};
struct items {
    struct item *at;
    size_t count, capacity;
};
struct change {
    const struct item *before, *after; /* NULL: only on one side */
    bool follows;                      /* from others that are told: left out of what people read */
};
struct changes {
    struct change *at;
    size_t count, capacity;
};

struct item diff_figure(struct arena *arena, const struct facts *facts, const struct figure *figure);
const struct item *change_item(const struct change *change);
/* Marks what follows: one cell moves its laureate's quarter, and with it years, totals, territories and ratios. Told
 * are the cells' own figures, and what they do to the programme's quarters and years. */
void diff_fold(struct arena *arena, struct changes *changes);
/* Markdown, fit for a comment on a merge request: sections of at most so many lines. With `all`, what follows too, and
 * a line a document. */
void diff_text(struct buffer *out, const struct changes *changes, enum language language, bool all);
void diff_json(struct buffer *out, const struct changes *changes);

#endif
