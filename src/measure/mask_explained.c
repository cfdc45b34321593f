/* Whether what stands now, and what is known of how it was, gives the numbers that an edition printed. */
#include "editions.h"
#include "mask_filed.h"
#include "mask_series.h"
#include "words.h"

static bool same_number(const struct series *then, int number, size_t cell, struct str text)
{
    struct decimal value, scaled;
    if (!then->value[number] || !decimal_parse(text, &value))
        return true;
    return decimal_multiply(value, decimal_int(then->unit), &scaled) &&
           decimal_compare(scaled, decimal_int(then->value[number][cell])) == 0;
}

/* An edition does not keep the answers of a score: only a correction says that they were others. */
static bool corrected_since(const struct series *then, struct date edition)
{
    const struct corrections *corrections = &then->gauge->measures->facts->corrections;
    for (size_t i = 0; i < corrections->count; i++)
        if (corrections->at[i].indicator.index == then->gauge->index &&
            (!date_is(corrections->at[i].date) || corrections->at[i].date.day > edition.day))
            return true;
    return false;
}

/* Means of levels are not compared. */
bool printed_explained(const struct series *then, size_t cell, const struct printed *printed)
{
    const struct edition_figure *row = printed->row;
    enum parts parts = then->gauge->rule.parts;
    if (printed->shown && then->answers)
        return !corrected_since(then, row->edition);
    if (!printed->shown || then->too_large || then->gauge->rule.time == TIME_MEAN)
        return true;
    /* A range stands for all that it may be at most. */
    if (parts == PARTS_VALUE)
        return same_number(then, NUMBER_FIRST, cell, row->value.length ? row->value : row->high);
    return (parts == PARTS_WEIGHTED || same_number(then, NUMBER_FIRST, cell, row->numerator)) &&
           same_number(then, NUMBER_SECOND, cell, row->denominator);
}

void unexplained_report(struct arena *scratch, const struct facts *facts, const struct edition_figure *row,
                        struct diagnostics *diagnostics)
{
    REPORT(diagnostics, edition_place(row, "value"), MSG_mask_unexplained,
           {row->key, date_words(scratch, facts->programme.language, row->edition)});
}
