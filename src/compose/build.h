/* Making blocks: what every hole is written with. Texts given here may be an author's; they are set in the
 * document's typography once the tree is whole, but for the strings of charts and cards, set by their makers. */
#ifndef COMPOSE_BUILD_H
#define COMPOSE_BUILD_H

#include "compose/holes.h"

struct node *add_block(struct filling *f, struct node *into, enum node_kind kind);
struct node *add_text(struct filling *f, struct node *into, struct str text); /* an inline */
struct node *add_paragraph(struct filling *f, struct node *into, struct str text);
struct node *add_heading(struct filling *f, struct node *into, int level, struct str text);
struct node *add_list(struct filling *f, struct node *into);
struct node *add_item(struct filling *f, struct node *list, struct str text);
/* A term and what is said of it, in a NODE_FACTS; nothing when the text is empty. */
void add_fact(struct filling *f, struct node *facts, struct str term, struct str text);
/* A copy of an author's blocks, headings below `level`, values in it filled. */
void add_narrative(struct filling *f, struct node *into, const struct node *text, int level);
/* Words with a link where there is one. */
struct node *link_inlines(struct filling *f, struct str text, struct str link);
void node_prepend(struct node *parent, struct node *child);

/* "path:line:column: message", as the command line prints it. */
struct str diagnostic_line(struct filling *f, const struct diagnostic *diagnostic);
/* A slug that no table or chart of the document has yet. */
struct str unique_id(struct filling *f, struct str wanted);

/* ---- tables ---- */
struct grid {
    struct table *table;
    struct grid_rows {
        struct table_row *at;
        size_t count, capacity;
    } rows;
};
struct grid grid_new(struct filling *f, struct str id, struct str caption, size_t columns);
void grid_column(struct filling *f, struct grid *grid, size_t column, struct str title, enum column_align align);
/* The cells of a new row, all empty. */
struct cell *grid_row(struct filling *f, struct grid *grid, enum row_kind kind);
/* A row that names the group of those below it. */
void grid_group(struct filling *f, struct grid *grid, struct str text);
/* Drops the columns that stayed empty, then puts the table in place; nothing when it has no row. */
void grid_add(struct filling *f, struct grid *grid, struct node *into);
/* A note under the table, one paragraph each. */
void grid_note(struct filling *f, struct grid *grid, struct str text);

struct cell cell_text(struct filling *f, struct str text);
struct cell cell_link(struct filling *f, struct str text, struct str link);
struct cell cell_date(struct filling *f, struct date date);
struct cell cell_number(struct filling *f, struct maybe number, unsigned decimals, struct str unit);
struct cell cell_count(struct filling *f, int64_t n);
struct cell cell_moment(struct filling *f, struct moment moment);

/* A table of rows of facts: one row here per column; a column without anything in it is left out. */
struct list_column {
    const char *title; /* in the catalogue */
    enum column_align align;
    struct cell (*cell)(struct filling *f, const void *row);
};
struct listing {
    const char *id, *caption; /* in the catalogue */
    const struct list_column *columns;
    size_t column_count;
};
struct rows {
    const void **at;
    size_t count, capacity;
};
void listing_add(struct filling *f, const struct listing *listing, const struct rows *rows, struct node *into);
/* The same, to which notes may be added before it is. */
struct grid listing_grid(struct filling *f, const struct listing *listing, const struct rows *rows);
#define COLUMNS(list) (list), sizeof(list) / sizeof(list)[0]

#endif
