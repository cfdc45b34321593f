/* Private to layout: tables. Cells are measured (table_cells.c), columns get widths from what they hold
 * (table_widths.c), rows become slabs (table_rows.c), and table.c decides how the whole fits a page. */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "beside.h"
#include "inlines.h"

enum content_kind {
    CONTENT_NONE,
    CONTENT_PARAGRAPH,
    CONTENT_BLOCKS,
    CONTENT_DECIMAL, /* aligned on its decimal mark */
    CONTENT_SPARK,
    CONTENT_PROGRESS,
    CONTENT_STATUS
};

/* What a cell holds, measured. */
struct content {
    enum content_kind kind;
    const struct cell *cell;
    struct paragraph paragraph; /* PARAGRAPH, PROGRESS, STATUS */
    const struct node *blocks;
    struct text_style style;     /* DECIMAL */
    struct str shown, mark;      /* DECIMAL */
    int32_t left, right, beside; /* DECIMAL: widths before and from the decimal mark, and of the text beside */
    int64_t least, natural;
    int64_t rigid; /* what remains wide even where words are broken */
    int64_t whole; /* what it rather has: a date on one line */
    uint16_t span, rows;
    bool covered; /* by a cell above */
};

struct grid_column {
    enum column_align align;
    int64_t least, natural; /* widths of content: no word broken, no line either */
    int64_t tight;          /* like `natural`, but the title takes two lines */
    int64_t rigid;
    int32_t left, right, whole, beside; /* the widest of its decimals: before the mark, from it, both, beside */
    int32_t x, width;                   /* with padding */
    int32_t padding;                    /* of both sides: more where words follow a column of numbers */
    bool below;                         /* what is said beside a number stands under it instead */
    bool shown;                         /* in this part of a table cut by columns */
};

/* A cell over several rows, while these are set: how many are still to come, and how far its text reaches below. */
struct hanging {
    uint16_t rows;
    int32_t height;
};

/* A way to make the table fit: what is given up for it. */
struct attempt {
    int32_t size;       /* hundredths */
    bool roomy;         /* cells keep to two lines: this gives up nothing */
    bool flush;         /* decimals of a column end together instead of standing under their mark: narrower */
    bool marks_below;   /* what is said beside numbers stands under them */
    bool break_titles;  /* short ones too */
    bool uncomfortable; /* narrow columns of many lines */
    bool break_dates;
    bool break_words;
};

struct grid {
    const struct table *table;
    struct grid_column *columns;
    struct content *header; /* a row of contents, or NULL: no column has a title */
    struct content *cells;  /* row by row */
    size_t column_count;
    int32_t size;            /* hundredths of the body's */
    int tag, head, body;     /* TABLE, the head's TR, TBODY; -1 until made */
    int *row_tags;           /* TR, by row; -1 until made */
    size_t plain_rows;       /* set since the last group's title */
    struct hanging *hanging; /* by column */
    const struct attempt *attempt;
    bool rest; /* a further part of a table cut by columns: its first column repeats */
};

#define TABLE_PADDING 3000     /* at both sides of a cell */
#define TABLE_ROW_PADDING 3000 /* above and below */
#define TABLE_GUTTER 6000      /* more, between numbers and the words after them */
#define TABLE_ROW_DENSE 1200

/* ---- grid.c ---- */
/* The table's cells, measured for the flow's width: false when nothing makes them fit. */
bool grid_try(struct flow *flow, const struct table *table, struct grid *grid);

/* ---- table_cells.c ---- */
struct content content_of(struct flow *flow, const struct table *table, const struct cell *cell, enum row_kind row,
                          enum column_align align);
struct content content_title(struct flow *flow, const struct table_column *column);
/* Into flow->slabs, in the column as wide as the flow. */
void content_set(struct flow *flow, struct content *content, const struct grid_column *column, bool flush);

/* ---- table_widths.c ---- */
struct demand {
    int64_t least, natural;
};
/* Widths from content for `room`: false when not even the least fits; then out is untouched. */
bool widths_share(const struct demand *demands, size_t count, int64_t room, int32_t *out);
/* What the columns ask for, from the cells. */
void grid_measure(struct grid *grid);
/* Widths and places, from `x` on, of the columns shown; false when they do not fit in `room`. */
bool grid_fit(struct arena *arena, struct grid *grid, int32_t x, int32_t room);
int32_t grid_width(const struct grid *grid);

/* ---- table_balance.c ---- */
/* Moves width between columns that wrap, as long as rows get lower. */
void grid_balance(struct grid *grid);

/* ---- table_spans.c ---- */
/* Which cells of a row of contents may hang below it; NULL: none. */
bool *spans_hang(struct flow *flow, struct grid *grid, const struct content *contents);
/* The row just set, whole: what hangs from it, or has hung until it and makes it higher. */
void spans_follow(struct flow *flow, struct grid *grid, const struct content *contents, const struct beside *cells);

/* ---- table_rows.c ---- */
/* The row as one slab, or, taller than `tallest`, as one for each line. */
void row_set(struct flow *flow, struct grid *grid, size_t row, int32_t tallest);
void header_set(struct flow *flow, struct grid *grid, int tag);
/* The title of a group again, with "(suite)", as decoration. */
void group_again(struct flow *flow, struct grid *grid, size_t row);

#endif
