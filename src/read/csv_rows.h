/* Rows of a CSV text, one at a time, with the place of each cell. A regular row is split where it stands: it has no
 * quotes, or only such as open and close a cell on its line. Any other goes through libcsv, strict. Both give the same
 * cells for the same row. A row starts where a line does. */
#ifndef READ_CSV_ROWS_H
#define READ_CSV_ROWS_H

#include "read.h"

#define CSV_CELLS_MAX 1024

/* What a byte does in a row. */
enum csv_kind { CSV_ORDINARY, CSV_DELIMITER, CSV_ENDS_LINE, CSV_QUOTES };

struct csv_library; /* libcsv and what it needs, made when first needed */

struct csv_rows {
    struct arena *arena;
    struct str text;
    size_t at;     /* in bytes: where the next row starts */
    uint32_t line; /* and the line of that */
    char delimiter;
    uint8_t kind[256]; /* enum csv_kind */
    struct csv_cell *cells;
    size_t count;
    struct csv_cell beyond; /* the first cell too many of the row; line 0 when there is none */
    struct csv_cell broken; /* after CSV_BROKEN: where the quotes went wrong */
    struct csv_library *library;
    /* The look ahead of regular rows: 64 bytes from `block` on, those of them that may have a kind and are still to
     * come, and whether some are beyond ASCII. `seen` is how far rows were read this way. */
    size_t block, seen;
    uint64_t marks;
    bool wide;
};

enum csv_outcome {
    CSV_ROW,       /* `cells` are those of a row, perhaps a blank one */
    CSV_IRREGULAR, /* a quote is left to libcsv: the row is still to be read */
    CSV_BROKEN,    /* the row is lost; the next one starts on the line after `broken` */
    CSV_END
};

void csv_rows_start(struct csv_rows *rows, struct arena *arena, struct str text, char delimiter);
void csv_rows_finish(struct csv_rows *rows);

enum csv_outcome csv_next_row(struct csv_rows *rows);
enum csv_outcome csv_library_row(struct csv_rows *rows);

/* For csv_library.c. */
void csv_library_finish(struct csv_rows *rows);

#endif
