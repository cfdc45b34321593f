/* One file of measures on its way to observations. Files are read by several
 * threads: what a sheet refers to in `check` is constant meanwhile. Private to `check`. */
#ifndef CHECK_SHEET_H
#define CHECK_SHEET_H

#include "memo.h"
#include "work.h"

#define SHEET_CELLS 1024 /* what reading gives at most */
#define SHEET_DIAGNOSTICS 2000

/* The columns of measures, by what a row does with them. */
enum measure {
    MEASURE_INDICATOR,
    MEASURE_PERIOD,
    MEASURE_VALUE,
    MEASURE_NUMERATOR,
    MEASURE_DENOMINATOR,
    MEASURE_N,
    MEASURE_STATUS,
    MEASURE_REASON,
    MEASURE_SOURCE,
    MEASURE_COMMENT,
    MEASURE_DATE,
    MEASURE_COUNT
};

/* What came of one file. Notes and crossings are numbered within the file; 0 is none. */
struct filed {
    uint32_t file, laureate;
    struct observations observations;
    struct notes notes;
    struct crossings crossings; /* of several categories; numbered after all categories */
    struct shape shape;
    bool grew; /* more rows than there was room for */
};

struct dimension_cell {
    uint16_t cell;
    uint32_t dimension;
};
struct wide_cell {
    uint16_t cell;
    struct period period;
};

/* What a thread keeps from one file to the next. */
struct desk {
    struct arena *arena, *scratch; /* the former until all files are joined */
    struct diagnostics *diagnostics;
    struct memo indicators, periods;
    struct memo crossings; /* of the file being read */
    struct dimension_cell dimensions[SHEET_CELLS];
    struct wide_cell wide[SHEET_CELLS];
};

/* Periods that an indicator may be filed for here without a word: those of a kind, by their first month. */
struct usual {
    enum period_kind kind;
    int32_t first, last;
};

struct sheet {
    const struct check *check;
    struct desk *desk;            /* the thread's */
    const struct column *columns; /* of measures */
    const struct strs *known;     /* what a column may be called */
    struct arena *arena, *scratch;
    struct diagnostics *diagnostics;
    size_t diagnostics_before;
    struct filed *filed;
    uint32_t file, laureate;
    struct period period; /* of the file's name */
    struct cell_reading reading;
    int at[MEASURE_COUNT];              /* the cell of each column, -1 where absent */
    size_t dimension_count, wide_count; /* of the desk's */
    bool noted;                         /* there are columns of words or of dates */
    int beside[MEASURE_COUNT];          /* the cells that say more than indicator, period and value */
    size_t beside_count;
    uint32_t indicator; /* of the row being read */
    struct usual usual; /* of that indicator */
    bool number;        /* entry_is_number of that indicator */
    struct note last_note;
    uint32_t last_note_index;
};

/* One observation being read. */
struct entry {
    struct sheet *sheet;
    const struct csv_cell *cells;
    size_t count;
    const struct indicator *indicator;
    const struct csv_cell *value; /* of a wide sheet, its period's cell; may be NULL */
    struct observation *observation;
    struct note note;
    bool sound; /* false: wrong, said, and not to be kept */
};

static inline const struct csv_cell *cell_at(const struct csv_cell *cells, size_t count, int at)
{
    return at >= 0 && (size_t)at < count && cells[at].text.length ? &cells[at] : NULL;
}
/* The cell of a column in this row, NULL where it is absent or empty. */
static inline const struct csv_cell *entry_cell(const struct entry *entry, enum measure measure)
{
    return cell_at(entry->cells, entry->count, entry->sheet->at[measure]);
}
static inline struct place entry_place(const struct entry *entry, const struct csv_cell *cell)
{
    return (struct place){entry->sheet->file, cell->line, cell->column};
}

/* sheet.c: the names that columns of measures may have, and the rows of a file. */
struct strs sheet_names(struct arena *arena, const struct check *check);
void sheet_read(struct sheet *sheet, struct str text);
/* entry.c: value, parts, status and words by the type of the indicator. */
void entry_read(struct entry *entry);
/* A bare number is all that it takes, and any number will do. */
bool entry_is_number(const struct indicator *indicator);
/* bounds.c: what the definition forbids, and what is odd about the period. Asked only where there is a bound, and of
 * periods that are not as usual. */
static inline bool is_bounded(const struct indicator *indicator)
{
    return indicator->min.is || indicator->max.is || indicator->integer == ANSWER_YES;
}
static inline bool is_usual(const struct usual *usual, struct period period)
{
    return period.kind == usual->kind && period.first >= usual->first && period.first <= usual->last;
}
void entry_check_number(struct entry *entry, struct number number, const struct csv_cell *cell);
void entry_check_ratio(struct entry *entry, struct place place);
bool entry_check_period(struct entry *entry, struct period period, const struct csv_cell *cell);
struct usual usual_periods(const struct sheet *sheet, const struct indicator *indicator);

#endif
