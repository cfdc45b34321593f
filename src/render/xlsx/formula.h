/* Figures as formulas over the sheet of observations. A formula is written only where, computed here over the very
 * rows of that sheet, it gives the engine's number; elsewhere the number stands as a constant, with the reason. */
#ifndef RENDER_XLSX_FORMULA_H
#define RENDER_XLSX_FORMULA_H

#include "model/model.h"

/* The columns of the sheet of observations that formulas name, in the language of the workbook. */
enum observation_name {
    OBSERVED_REFERENCE,
    OBSERVED_INDICATOR,
    OBSERVED_SUBJECT,
    OBSERVED_FIRST,
    OBSERVED_LAST,
    OBSERVED_CATEGORY,
    OBSERVED_VALUE,
    OBSERVED_NUMERATOR,
    OBSERVED_DENOMINATOR,
    OBSERVED_NAMES
};
extern const char *const observation_names[LANGUAGE_COUNT][OBSERVED_NAMES];

/* The columns of keys and values on the sheet of sources. */
extern const char *const source_names[LANGUAGE_COUNT][2];
/* The value of the figure with this key (already a string of a formula), wherever its row was sorted to. */
struct str formula_lookup(struct arena *arena, const struct document *document, struct str key);

/* What stands in the category of a total. */
extern const struct str category_total;
/* The reference of the row at this index: "O17". */
struct str row_reference(struct arena *arena, size_t index);
/* What the numerator's column holds: of a mean, value times n. */
double row_numerator(const struct source_row *row);

enum constant_reason {
    CONSTANT_NOT, /* it is a formula */
    CONSTANT_NO_VALUE,
    CONSTANT_MASKED,  /* some of its observations are masked */
    CONSTANT_RULE,    /* its rule is none that a formula follows */
    CONSTANT_NO_ROWS, /* its observations are not in the workbook */
    CONSTANT_REASONS
};

struct formula {
    enum constant_reason constant;
    struct str text; /* "=SUMIFS(…)", when not constant */
    double value;    /* as it stands in the cell: percentages as fractions */
};
struct formula formula_of(struct arena *arena, const struct document *document, const struct provenance *provenance);

bool numbers_agree(double a, double b);

#endif
