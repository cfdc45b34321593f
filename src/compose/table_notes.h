/* What is said once under a table of figures: the words for absence that occur in it, how totals were made, and
 * changes whose sign turns like for like. */
#ifndef COMPOSE_TABLE_NOTES_H
#define COMPOSE_TABLE_NOTES_H

#include "compose/shown.h"

struct table_notes {
    struct strs sentences;
    struct strs unshown; /* indicators left out: not one of their figures can be shown */
    bool basis;          /* "7/10" occurs */
};
/* There is something to read besides the word for its absence. */
bool figure_tells(const struct figure *figure);

/* A figure for a table: its unit in the cell only when it is short, else in the row's label. */
struct cell cell_in_table(struct filling *f, const struct figure *figure, struct table_notes *notes);
struct cell quantity_in_table(struct filling *f, const struct figure *figure, struct quantity quantity);
/* The label of a row, with the unit that its cells leave out. */
struct str indicator_row_label(struct filling *f, uint32_t indicator);
/* Of a cell made elsewhere: its n/N is explained. */
void table_notes_basis(struct table_notes *notes, const struct cell *cell);
void table_notes_change(struct filling *f, struct table_notes *notes, const struct figure *figure);
void table_notes_add(struct filling *f, const struct table_notes *notes, struct grid *grid);

#endif
