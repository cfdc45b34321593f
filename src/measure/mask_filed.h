/* What was filed when an edition was made, as far as it can be told: what stands now, but for the figures of one
 * laureate and sub-period that the edition says to have been otherwise, or absent, and for what corrections say. */
#ifndef MEASURE_MASK_FILED_H
#define MEASURE_MASK_FILED_H

#include "gauge.h"

/* A row of an edition. */
struct printed {
    const struct edition_figure *row;
    struct figure_key key;
    bool shown, masked; /* to others than the coordination */
    bool absent;        /* nothing had been received */
    bool due;
};
struct printeds {
    struct printed *at;
    size_t count, capacity;
};

/* Rows that are gone. */
struct gone {
    struct observation *at;
    size_t count, capacity;
};

/* By observation; unsure: it was another number, not known which. */
enum filed_mark { FILED_UNTOLD, FILED_SAME, FILED_CHANGED, FILED_ABSENT, FILED_UNSURE };

struct filed {
    struct measures *measures;
    uint8_t *mark;
};

/* By indicator: no fewer decimals than the numbers have that editions and corrections say were filed. */
void filed_scales(const struct measures *measures, uint8_t *scales);
/* The edition's rows that name a figure. */
struct printeds printed_read(struct arena *arena, const struct facts *facts, struct date edition);
/* The numbers that a row of an edition says to have been filed; false where it does not tell them all. */
bool printed_numbers(const struct edition_figure *row, enum parts parts, struct observation *filed);
/* What a row of an edition says to have been filed where nothing stands now; false where it does not say it. */
bool gone_read(const struct measures *now, const struct printed *printed, struct observation *gone);
/* Puts them among the observations. */
void gone_insert(struct arena *arena, struct facts *facts, struct gone *gone);
/* A number that outsiders were shown is the one that the edition's series gives. */
struct series;
bool printed_explained(const struct series *then, size_t cell, const struct printed *printed);
/* Says that it is not, or names what is no more. */
void unexplained_report(struct arena *scratch, const struct facts *facts, const struct edition_figure *row,
                        struct diagnostics *diagnostics);
struct filed filed_then(struct arena *arena, const struct measures *now, const struct printeds *printed,
                        struct date edition);

#endif
