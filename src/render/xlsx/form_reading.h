/* What the readers of a filled form share: the sheet at hand, its cells as text, numbers, dates, and refusals that name
 * the cell. Private to `form_read*.c`. */
#ifndef RENDER_XLSX_FORM_READING_H
#define RENDER_XLSX_FORM_READING_H

#include "form.h"

#include "read/read.h"

struct form_reading {
    struct arena *arena;
    const struct facts *facts;
    struct str file;
    struct form *form;
    const struct read_sheet *sheet;
    struct diagnostics *diagnostics;
    bool refused;
};

#define REFUSE(r, ...) ((r)->refused = true, REPORT((r)->diagnostics, ((struct place){0, 0, 0}), __VA_ARGS__))

/* "formulaire.xlsx, Mesures!F12"; rows from 1, columns from 0. */
struct str form_place(const struct form_reading *r, uint32_t row, uint16_t column);
/* Trimmed, in NFC; what a formula failed to compute is refused. */
struct str form_cell(struct form_reading *r, uint32_t row, uint16_t column);
bool form_number(struct form_reading *r, uint32_t row, uint16_t column, struct decimal *number);
struct date form_date(struct form_reading *r, uint32_t row, uint16_t column);
enum answer form_answer(struct form_reading *r, uint32_t row, uint16_t column);
/* What was typed where nothing is asked is refused: columns `first` to `last` of the rows from `top` on, but for what
 * `asked` knows. */
void form_refuse_strays(struct form_reading *r, uint32_t top, uint16_t last,
                        bool (*asked)(struct form_reading *r, uint32_t row, uint16_t column));

void form_read_narrative(struct form_reading *r);
void form_read_needs(struct form_reading *r);

#endif
