/* The sheets of a deliverable's workbook, one function a kind. Private to `render/xlsx`. */
#ifndef RENDER_XLSX_SHEETS_H
#define RENDER_XLSX_SHEETS_H

#include "book.h"
#include "chart/chart.h"
#include "formula.h"

/* One line of the front sheet's list. */
struct entry {
    struct str sheet, text;
};
struct writing {
    struct arena *arena;
    struct book *book;
    const struct document *document;
    struct chart_style style;
    struct formula *formulas; /* one a provenance */
    struct entries {
        struct entry *at;
        size_t count, capacity;
    } entries;
};

/* A new sheet, headed by its caption, a link to the front, the draft's mark; *row is where it goes on. */
struct sheet *sheet_open(struct writing *w, struct str name, struct str caption, uint32_t *row);
/* A cell by its kind: numbers typed, figures as formulas where they follow from the observations. */
void sheet_cell(struct writing *w, struct sheet *sheet, uint32_t row, uint16_t column, const struct cell *cell,
                enum book_style style);
/* Begins with a letter: a yes or no with its date, no number. */
bool shown_in_words(struct str shown);

void put_cards(struct writing *w, const struct node *node);
void put_table(struct writing *w, const struct table *table, const struct chart *chart);
/* A chart below the table of its data, which begins at `range`; columns of the sheet by those of the table. */
void put_chart(struct writing *w, struct sheet *sheet, const struct chart *chart, uint32_t top, const uint16_t *columns,
               uint32_t row);
void put_observations(struct writing *w);
void put_sources(struct writing *w);

#endif
