/* Whether what stands now, and what is known of how it was, gives the numbers that an edition printed. */
#include "editions.h"
#include "mask_filed.h"
#include "mask_series.h"
#include "words.h"

static bool is_number(const struct series *then, struct decimal value, int64_t units)
{
    struct decimal scaled;
    return decimal_multiply(value, decimal_int(then->unit), &scaled) &&
           decimal_compare(scaled, decimal_int(units)) == 0;
}

static bool same_number(const struct series *then, int number, size_t cell, struct str text)
{
    struct decimal value;
    return !then->value[number] || !decimal_parse(text, &value) || is_number(then, value, then->value[number][cell]);
}

/* ---- the low end of a range ---- */

/* A laureate's: its largest sub-period, where the window has no count of its own. */
static int64_t low_of(const struct series *then, uint32_t laureate, uint32_t w, uint32_t c)
{
    const struct use *use = series_use(then, laureate, w, c);
    int64_t low = 0;
    for (int32_t slot = use->first; use->has && slot <= use->last; slot++) {
        int64_t value = then->node[NUMBER_FIRST][series_node(then, laureate, (uint32_t)slot, c)];
        low = value > low ? value : low;
    }
    return low;
}

/* Laureates' ranges add up; over laureates alone it reaches from the largest of them. */
static int64_t low_end(const struct series *then, size_t cell)
{
    const struct mask_cells *cells = then->cells;
    const struct roster *roster = cells->roster;
    uint32_t c = (uint32_t)(cell % cells->category_count),
             w = (uint32_t)(cell / cells->category_count % cells->window_count);
    uint32_t subject = (uint32_t)(cell / cells->category_count / cells->window_count);
    bool largest = then->gauge->rule.group == GROUP_SPAN;
    int64_t low = 0;
    if (!subject && series_is_own(then, w, c))
        return low_of(then, 0, w, c);
    for (uint32_t i = roster->held_starts[subject]; i < roster->held_starts[subject + 1]; i++) {
        size_t own = mask_cell(cells, roster->held[i], w, c);
        int64_t part = largest ? then->value[NUMBER_FIRST][own] : low_of(then, roster->held[i], w, c);
        low = !largest ? low + part : part > low ? part : low;
    }
    return low;
}

static bool same_range(const struct series *then, size_t cell, const struct edition_figure *row)
{
    struct decimal low;
    return same_number(then, NUMBER_FIRST, cell, row->high) &&
           (!decimal_parse(row->low, &low) || is_number(then, low, low_end(then, cell)));
}

/* ---- the answers of a score ---- */

static uint32_t answer_find(const struct series *then, struct decimal answer)
{
    for (uint32_t a = 0; then->answer && a < then->width; a++)
        if (decimal_compare(then->answer[a], answer) == 0)
            return a;
    return UINT32_MAX;
}

/* "1=4 3=12": those counts, and no answer beside. */
static bool same_answers(const struct series *then, size_t cell, struct str text)
{
    const int64_t *counts = &then->value[NUMBER_FIRST][cell * then->width];
    struct str one, answer;
    uint32_t told = 0, given = 0;
    for (uint32_t a = 0; a < then->width; a++)
        given += counts[a] != 0;
    while (str_split(&text, ' ', &one)) {
        struct decimal value, count;
        if (!str_split(&one, '=', &answer) || !decimal_parse(answer, &value) || !decimal_parse(one, &count))
            return false;
        uint32_t a = answer_find(then, value);
        if (decimal_sign(count) && (a == UINT32_MAX || !is_number(then, count, counts[a])))
            return false;
        told += decimal_sign(count) != 0;
    }
    return told == given;
}

/* Editions once kept no answers: of these only a correction says that they were others. */
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
        return row->answers.length ? same_answers(then, cell, row->answers) : !corrected_since(then, row->edition);
    if (!printed->shown || then->too_large || then->gauge->rule.time == TIME_MEAN)
        return true;
    if (parts == PARTS_VALUE)
        return row->value.length ? same_number(then, NUMBER_FIRST, cell, row->value) : same_range(then, cell, row);
    return (parts == PARTS_WEIGHTED || same_number(then, NUMBER_FIRST, cell, row->numerator)) &&
           same_number(then, NUMBER_SECOND, cell, row->denominator);
}

void unexplained_report(struct arena *scratch, const struct facts *facts, const struct edition_figure *row,
                        struct diagnostics *diagnostics)
{
    const char *told = row->value.length ? "value" : row->answers.length ? "answers" : "high";
    REPORT(diagnostics, edition_place(row, told), MSG_mask_unexplained,
           {row->key, date_words(scratch, facts->programme.language, row->edition)});
}
