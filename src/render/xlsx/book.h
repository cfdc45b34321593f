/* A workbook being written. Text is always a string, never a formula; a number that is none is left blank; every style
 * is made once; nothing reads the clock. Rows and columns count from 0. Private to `render/xlsx`. */
#ifndef RENDER_XLSX_BOOK_H
#define RENDER_XLSX_BOOK_H

#include "model/model.h"

struct book;
struct sheet;

enum book_style {
    BOOK_PLAIN,
    BOOK_END,   /* words among numbers */
    BOOK_INSET, /* words right after numbers */
    BOOK_TITLE,
    BOOK_SUBTITLE,
    BOOK_HEADING,
    BOOK_NOTE,
    BOOK_HEADER,
    BOOK_HEADER_NUMBER,
    BOOK_ROW_HEADER,
    BOOK_TOTAL,
    BOOK_LINK,
    BOOK_DRAFT,
    BOOK_ASIDE, /* a note that runs on over the cells beside it */
    BOOK_STRONG,
    BOOK_INPUT, /* a cell to fill: framed, unlocked */
    BOOK_STYLES
};

struct book_about {
    struct str title, subject, author, company, comments;
    enum language language;
    struct date date;
    uint32_t accent;  /* of rules and headings */
    struct str draft; /* the word printed across the head of every page, or empty */
    bool lean;        /* memory does not grow with the rows: they must be written in order, and there are no tables */
};

/* A rectangle of cells. */
struct range {
    uint32_t top;
    uint16_t left;
    uint32_t bottom;
    uint16_t right;
};

struct book *book_new(struct arena *arena, const struct book_about *about);
/* The bytes of the file; false when the library refused something. The book is gone afterwards. */
bool book_close(struct book *book, struct str *bytes);

/* `wanted` made legal, at most 31 signs, and unique in the book; *name (when not NULL) is what it became. */
struct sheet *book_sheet(struct book *book, struct str wanted, struct str *name);
struct str sheet_name(const struct sheet *sheet);

/* ---- cells ---- */
void book_text(struct sheet *sheet, uint32_t row, uint16_t column, struct str text, enum book_style style);
/* `format` is a number format ("#,##0.0"), the same on any machine. */
void book_number(struct sheet *sheet, uint32_t row, uint16_t column, double number, struct str format,
                 enum book_style style);
/* A formula with its value. It is made by the program; what an author wrote is in it only as formula_string lets it. */
void book_formula(struct sheet *sheet, uint32_t row, uint16_t column, struct str formula, double value,
                  struct str format, enum book_style style);
void book_date(struct sheet *sheet, uint32_t row, uint16_t column, struct date date, enum book_style style);
void book_blank(struct sheet *sheet, uint32_t row, uint16_t column, enum book_style style);
/* A link to a cell of another sheet. */
void book_link(struct sheet *sheet, uint32_t row, uint16_t column, struct str target, struct str text);
/* A link to an address when it is one of http, https, mailto; else its text alone. */
void book_address(struct sheet *sheet, uint32_t row, uint16_t column, struct str address, struct str text);

/* ---- sheets ---- */
void book_width(struct sheet *sheet, uint16_t first, uint16_t last, double characters);
void book_height(struct sheet *sheet, uint32_t row, double points);
/* Tall enough for `lines` lines of cells: readers that open a file do not measure it again. */
void book_lines(struct sheet *sheet, uint32_t row, unsigned lines);
/* Lines that a text takes in a column of this width. */
unsigned text_lines(struct str text, double width);
struct book_page {
    uint32_t header_row;   /* frozen and repeated in print, when there are columns */
    uint16_t columns;      /* 0: no table */
    uint16_t row_titles;   /* columns frozen on the left */
    bool landscape, large; /* A3 */
};
void book_page(struct sheet *sheet, struct book_page page);
/* The header row and the rows under it as a native table with filters; an autofilter in a lean book. The headers are
 * written with it, in these styles (NULL: all plain headers); they are made unique. */
void book_table(struct sheet *sheet, struct range range, const struct str *headers, const enum book_style *looks);
/* A name for a range, made by the program: ASCII letters, digits and '_'. */
void book_name(struct book *book, const char *name, const struct sheet *sheet, struct range range);

/* ---- conditional formats ---- */
/* Cells that hold exactly this word are coloured. */
void book_shade(struct sheet *sheet, struct range range, struct str word, uint32_t colour);
/* Bars behind fractions of 0 to 1; a scale of colours behind any numbers. */
void book_bars(struct sheet *sheet, struct range range, uint32_t colour);
void book_scale(struct sheet *sheet, struct range range, uint32_t colour);

/* ---- charts ---- */
enum book_chart_kind { BOOK_COLUMNS, BOOK_STACKED, BOOK_BARS, BOOK_LINES, BOOK_SHARES };
struct book_series {
    struct str name;
    struct range categories, values;
    uint32_t colour;
    bool target;
};
struct book_chart {
    enum book_chart_kind kind;
    struct str title, category_title, value_title, number, description;
    const struct book_series *series;
    size_t series_count;
    uint32_t text, rule;
    bool from_zero;
};
void book_chart(struct sheet *sheet, uint32_t row, uint16_t column, const struct book_chart *chart);

/* ---- forms ---- */
/* What may be entered in the cells, and what is said about it. */
struct book_entry {
    enum { ENTRY_NUMBER, ENTRY_INTEGER, ENTRY_DATE, ENTRY_LIST, ENTRY_TEXT } kind;
    bool has_least, has_most, gently; /* gently: something else is asked about, not refused */
    double least, most;
    const struct str *choices;
    size_t choice_count;
    struct str title, advice, refusal;
};
void book_entry(struct sheet *sheet, struct range range, const struct book_entry *entry);
/* Only cells of style BOOK_INPUT can be changed; no password. */
void book_protect(struct sheet *sheet);
void book_hide(struct sheet *sheet);
/* One text over several cells. */
void book_merge(struct sheet *sheet, struct range range, struct str text, enum book_style style);

#endif
