/* What the files of Markdown share. cmark reads CommonMark; tables and raw HTML are taken out of its tree, and the
 * inline text they hold waits for one second reading, with the document's link definitions at hand. */
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include "read.h"

#define MARKDOWN_BYTES_MAX ((size_t)512 << 10)
#define MARKDOWN_COLUMNS_MAX 128
#define MARKDOWN_CELLS_MAX 50000 /* of all tables of a document */
#define MARKDOWN_DEPTH_MAX 40    /* of the tree; what is deeper stands at this depth */

/* ---- the source, line by line ---- */
struct source {
    struct str *lines; /* without their ends; lines[0] is the first */
    size_t line_count;
    uint32_t first_line; /* of the file */
};
void source_start(struct arena *arena, struct str text, uint32_t first_line, struct source *source);
/* False for a text that would take long to read or nest without end: nobody writes such a text. */
bool source_is_tame(const struct source *source);
/* How far a search along a line got. Too many bytes looked at in vain end it: lines can be as long as texts. */
struct search {
    uint32_t line, column; /* of byte `at` */
    size_t at, in_vain;
};
/* The column of `words` on a line of the file, behind what was found there before; 0 when not there. */
uint32_t source_column(const struct source *source, struct search *search, uint32_t line, struct str words);
/* A line that defines a link, "[label]: address". */
bool line_defines_link(struct str line);
/* All of them. */
struct str source_definitions(struct arena *arena, const struct source *source);

/* ---- a reading ---- */
/* Inline text for the second reading, and where it belongs. */
struct waiting {
    struct node *target;
    struct str text; /* one line */
    uint32_t line;
};
struct reading {
    struct arena *arena;
    struct diagnostics *diagnostics;
    uint32_t file;
    const struct source *source;
    bool again; /* the second reading */
    struct waitings {
        struct waiting *at;
        size_t count, capacity;
    } waitings;
    struct node *at; /* where the next node goes */
    size_t depth;    /* of `at` */
    size_t cells;    /* of all tables so far */
    size_t tags;     /* dropped so far */
    struct search search;
};
void reading_wait(struct reading *reading, struct node *target, struct str text, uint32_t line);
/* The text under reading->at, through cmark. */
void reading_blocks(struct reading *reading, struct str text);
/* The second reading: every waiting text under its target. */
void reading_inlines(struct reading *reading, struct str definitions);
/* Says once a tag, up to a number, that raw HTML has no place here. */
void reading_drop_tag(struct reading *reading, struct place place, struct str name);
void reading_html(struct reading *reading, struct str html, struct place place);

/* ---- addresses ---- */
/* Without control characters: browsers take them out, so an address is judged without them. */
struct str address_cleaned(struct arena *arena, struct str address);
/* Whether a document may lead there: the web, a mail, or a path without a scheme. */
bool address_is_allowed(struct str address);

/* ---- pipe tables ---- */
/* One line of a paragraph without the marks of the lists and quotes around it. `lazy`: it does not bear them. */
struct pipe_line {
    struct str text;
    bool lazy;
};
/* Puts a paragraph with its table under reading->at; false when there is none. `line` is that of lines[0]. */
bool pipe_table_read(struct reading *reading, const struct pipe_line *lines, size_t count, uint32_t line);

/* ---- what CommonMark has no word for ---- */
/* Callouts, notes, words of another language in a finished tree. */
void markdown_marks(struct arena *arena, struct node *body);
void markdown_callouts(struct arena *arena, struct node *parent);
/* The nodes from `from` to before `to` go to the end of `into`. */
void nodes_move(struct node *from, struct node *to, struct node *into);

/* ---- raw HTML ---- */
enum html_kind { HTML_TEXT, HTML_COMMENT, HTML_LINE_BREAK, HTML_TAG };
struct html_token {
    enum html_kind kind;
    struct str text;     /* TEXT: as written, entities and all */
    struct str name;     /* TAG */
    bool closing, block; /* TAG: </name>; one that ends a paragraph */
};
struct html_reader {
    struct str rest;
    bool loose;       /* quotes do not pair: a tag ends at the first '>' */
    unsigned missing; /* ends that the rest does not hold */
};
/* The next token; a script or style comes as one tag, without its content. */
bool html_next(struct html_reader *reader, struct html_token *token);

#endif
