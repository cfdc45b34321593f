/* The one place that includes libxlsxwriter: what the files of book.h share. Private to them. */
#ifndef RENDER_XLSX_LIBRARY_H
#define RENDER_XLSX_LIBRARY_H

#include "book.h"

#include <xlsxwriter.h>

#define FORMATS_MAX 256
#define CELL_CHARACTERS 32767

struct sheet {
    struct book *book;
    struct str name;
    lxw_worksheet *at;
};

struct book_format {
    enum book_style style;
    struct str number;
    lxw_format *at;
};

struct book {
    struct arena *arena;
    struct book_about about;
    lxw_workbook *at;
    struct archive *archive;
    struct taken names; /* of sheets, folded */
    struct book_format formats[FORMATS_MAX];
    size_t format_count, table_count;
    bool refused; /* the library said no: the file is not to be used */
};

void book_check(struct book *book, lxw_error error);
lxw_format *book_format(struct book *book, enum book_style style, struct str number);
/* Text that the library and spreadsheets accept: no control signs, no more than a cell holds. NUL-terminated. */
char *book_string(struct book *book, struct str text, size_t most);

#endif
