/* What masks cannot hide is said, for whoever reads it must know what he can no more promise. */
#include "mask_report.h"

#include "words.h"

/* Where the edition says that it masked the figure. */
static struct place place_then(const struct series *series, struct str key)
{
    const struct edition_figures *editions = &series->gauge->measures->facts->editions;
    for (size_t i = 0; i < editions->count; i++)
        if (editions->at[i].edition.day == series->edition.day && str_equal(editions->at[i].key, key) &&
            str_equal(editions->at[i].state, figure_state_name(FIGURE_MASKED)))
            return editions->at[i].row.at;
    return series->gauge->indicator->row.at;
}

void report_exposed(struct arena *scratch, const struct series *series, struct diagnostics *diagnostics)
{
    const struct facts *facts = series->gauge->measures->facts;
    for (size_t cell = 0; cell < mask_cell_count(series->cells); cell++) {
        uint8_t bits = series->cells->bits[cell];
        if (!(bits & (CELL_OPEN | CELL_TOO_LATE)))
            continue;
        struct str key = figure_key_text(scratch, facts, mask_cell_key(series->cells, cell));
        if (series->past)
            REPORT(diagnostics, place_then(series, key), MSG_mask_past,
                   {key, date_words(scratch, facts->programme.language, series->edition)});
        else if (bits & CELL_OPEN)
            REPORT(diagnostics, series->gauge->indicator->row.at, MSG_mask_open, {key});
        else
            REPORT(diagnostics, series->gauge->indicator->row.at, MSG_mask_known, {key});
    }
}
