/* Names and texts that a spreadsheet accepts: sheets, headers, criteria inside formulas, number formats. */
#ifndef RENDER_XLSX_NAMES_H
#define RENDER_XLSX_NAMES_H

#include "model/model.h"

#define SHEET_NAME_UNITS 31 /* Excel counts UTF-16 units */

/* Without the signs that a sheet may not be named with, at most `most` UTF-16 units, cut at a word where one ends late
 * enough; never empty. */
struct str sheet_name_legal(struct arena *arena, struct str wanted, size_t most);
/* `wanted` legal and different from all that were given before, whatever their case: their folded forms are `folded`.
 */
struct str sheet_name_unique(struct arena *arena, struct str wanted, struct taken *folded);
/* Headers of a native table: no line ends, none empty, no two alike. */
struct str *header_names(struct arena *arena, const struct str *wanted, size_t count);
/* Cut at `most` UTF-16 units, signs that XML refuses replaced; NUL-terminated. */
struct str text_units(struct arena *arena, struct str text, size_t most);

/* "_x0041_" stands for "A" in the parts of a workbook: where a person typed just that, its first sign is written so. */
struct str text_escaped(struct arena *arena, struct str text);

/* A text as a string of a formula, quotes doubled; false where it could be taken for a pattern, an operator or a
 * number, or is too long. */
bool formula_string(struct arena *arena, struct str text, struct str *quoted);
/* "DATE(2025,3,31)" */
struct str formula_date(struct arena *arena, struct date date);

/* The format of numbers of this unit: thousands, decimals, % and € in the language's form. Percentages are written as
 * fractions. */
struct str number_format(struct arena *arena, struct str unit, unsigned decimals, enum language language);
/* What a number of this unit is divided by in a cell. */
double number_divisor(struct str unit);

/* http, https and mailto alone. */
bool address_allowed(struct str address);

#endif
