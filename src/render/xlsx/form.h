/* What a laureate is asked for a period, and where each answer stands on the form: the writer and the reader of
 * collection workbooks share this. Private to `render/xlsx`. */
#ifndef RENDER_XLSX_FORM_H
#define RENDER_XLSX_FORM_H

#include "compose/compose.h"
#include "render/render.h"

/* Columns of the sheet of measures, from 0. */
enum form_column {
    FORM_LABEL,
    FORM_CATEGORY,
    FORM_UNIT,
    FORM_PERIOD,
    FORM_PREVIOUS,
    FORM_VALUE,
    FORM_NUMERATOR,
    FORM_DENOMINATOR,
    FORM_DATE,
    FORM_STATUS,
    FORM_REASON,
    FORM_DEFINITION,
    FORM_CODE, /* the three that name the answer: indicator, period, category or answer of a score */
    FORM_CODE_PERIOD,
    FORM_CODE_CATEGORY,
    FORM_COLUMNS
};
#define FORM_HEADER_ROW 4
#define FORM_VERSION "1"
#define FORM_MARK "bilan" /* the sheet that says whose form it is */

/* Columns of the sheet of needs, from 0; its rows begin where those of measures do. */
enum need_column { NEED_TYPE, NEED_TEXT, NEED_URGENCY, NEED_SHAREABLE, NEED_CODE, NEED_COLUMNS };
#define NEED_ROWS 8 /* empty ones */
/* Rows of the sheet of the narrative, from 0. */
#define NARRATIVE_DATE_ROW 2
#define NARRATIVE_PART_ROW(part) (NARRATIVE_DATE_ROW + 1 + (uint32_t)(part)-PART_HIGHLIGHTS)

/* One row to fill. */
struct form_row {
    uint32_t indicator, category; /* category: index in facts.categories; 0 the total */
    struct period period;
    bool has_answer; /* of a score: one row an answer */
    int64_t answer;
    uint32_t row; /* on the sheet, from 0 */
};
struct form_rows {
    struct form_row *at;
    size_t count, capacity;
};
struct form_rows form_rows(struct arena *arena, const struct measures *measures, uint32_t laureate,
                           struct period period);
/* Which columns are filled in this row: bits 1 << enum form_column. */
unsigned form_inputs(const struct indicator *indicator);
/* "sexe=femmes", "answer=3" or empty: the row's technical name. */
struct str form_category(struct arena *arena, const struct facts *facts, const struct form_row *row);
/* What stands there now, or NULL. */
const struct observation *form_observation(const struct facts *facts, uint32_t laureate, const struct form_row *row);

struct book;

/* What the sheets of words share with the one of measures. */
struct form_writing {
    struct arena *arena;
    struct book *book;
    const struct measures *measures;
    const struct facts *facts;
    enum language language;
    uint32_t laureate;
    struct period period;
    const struct form_narrative *narrative;
};
void form_put_front(const struct form_writing *f);
void form_put_narrative(const struct form_writing *f);
void form_put_needs(const struct form_writing *f);
void form_put_mark(const struct form_writing *f);

/* Words of the form, in the programme's language. */
enum form_word {
    WORD_MEASURES,
    WORD_NARRATIVE,
    WORD_READ_ME,
    WORD_TITLE,
    WORD_HOW_FILL,
    WORD_HOW_STATUS,
    WORD_HOW_EMPTY,
    WORD_HOW_RETURN,
    WORD_YES,
    WORD_NO,
    WORD_PREVIOUS_NONE,
    WORD_RECEIVED,
    WORD_NARRATIVE_HOW,
    WORD_REFUSED_NUMBER,
    WORD_REFUSED_LIST,
    WORD_REFUSED_DATE,
    WORD_ANSWER,
    WORD_NEEDS,
    WORD_NEEDS_HOW,
    WORD_NEED_TYPE,
    WORD_NEED_TEXT,
    WORD_NEED_URGENCY,
    WORD_NEED_SHAREABLE,
    WORD_NEED_CODE,
    WORD_COUNT
};
struct str form_word(enum language language, enum form_word word);
struct str form_header(enum language language, enum form_column column);
struct str form_status_words(enum language language, enum observation_status status);

#endif
