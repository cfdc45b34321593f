/* A workbook being written: the one user of libxlsxwriter. Text is always a string, never a formula; a number that
 * is none is left blank; every style is made once. Rows and columns count from 0. Private to `render/xlsx`. */
#ifndef RENDER_XLSX_BOOK_H
#define RENDER_XLSX_BOOK_H

#include "model/model.h"

struct book;
struct sheet;

enum book_style {
    BOOK_PLAIN,
    BOOK_TITLE,
    BOOK_SUBTITLE,
    BOOK_NOTE,
    BOOK_HEADER,
    BOOK_ROW_HEADER,
    BOOK_GROUP,
    BOOK_TOTAL,
    BOOK_LINK,
    BOOK_DRAFT,
    BOOK_STYLES
};

struct book *book_new(struct arena *arena, const struct document *document);
/* The bytes of the file; false when the library refused something. The book is gone afterwards. */
bool book_close(struct book *book, struct str *bytes);

/* `wanted` made legal, at most 31 signs, and unique in the book; *name (when not NULL) is what it became. */
struct sheet *book_sheet(struct book *book, struct str wanted, struct str *name);
void book_text(struct sheet *sheet, uint32_t row, uint16_t column, struct str text, enum book_style style);
/* `format` is a number format ("#,##0.0"), the same on any machine. */
void book_number(struct sheet *sheet, uint32_t row, uint16_t column, double number, struct str format,
                 enum book_style style);
void book_date(struct sheet *sheet, uint32_t row, uint16_t column, struct date date, enum book_style style);
void book_blank(struct sheet *sheet, uint32_t row, uint16_t column, enum book_style style);
/* A link to a cell of another sheet. */
void book_link(struct sheet *sheet, uint32_t row, uint16_t column, struct str sheet_name, struct str text);
void book_width(struct sheet *sheet, uint16_t first, uint16_t last, double characters);
void book_height(struct sheet *sheet, uint32_t row, double points);
/* Header row frozen and repeated in print, page turned when wide, fitted to one page in width, with a footer. */
void book_page(struct sheet *sheet, uint32_t header_row, uint16_t columns, bool landscape);
void book_filter(struct sheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
                 uint16_t last_column);
/* The number format of a cell of the document: thousands, its decimals, % and € in the format. */
struct str book_number_format(struct arena *arena, const struct cell *cell);

#endif
