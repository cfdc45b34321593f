/* The signs that stand for a number that is missing, or beside one that is not final, and what each means. */
#ifndef COMPOSE_SIGNS_H
#define COMPOSE_SIGNS_H

#include "compose/build.h"

/* The sign of an observation's status; empty for a final one. */
struct str sign_of_status(struct filling *f, int status);
/* The meaning of every sign met in these rows, in the order of the table of signs. */
struct strs signs_in_rows(struct filling *f, const struct table_row *rows, size_t row_count, size_t column_count);
/* The same over all that a workbook holds: tables, where figures come from, the observations behind them. */
struct strs signs_in_document(struct filling *f);

#endif
