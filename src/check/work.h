/* What the files of this room share while one repository is checked. Facts are
 * built in `run`; `scratch` is given back after each file. Private to `check`. */
#ifndef CHECK_WORK_H
#define CHECK_WORK_H

#include "read/read.h"
#include "check.h"

/* What a file of the repository is, by its path. `part` are the words that stood for <…> in its pattern. */
struct source {
    const struct input_kind *kind; /* NULL: not an input */
    struct str part[2];
    uint32_t laureate;
    struct str period_name;
    struct period period;
};

struct names;

/* What is seen of observations while they are read, so that nobody need look at all of them again. */
struct shape {
    size_t from, count;
    bool disordered; /* one does not come after the one before it */
    bool broken_down;
    uint8_t kinds; /* one bit a kind of period */
};

struct check {
    struct arena *run, *scratch;
    struct facts *facts;
    struct diagnostics *diagnostics;
    int jobs;
    bool errors_only;                        /* what could only be a warning or a note is not looked for */
    struct source *sources;                  /* by file */
    struct shape *shapes;                    /* by laureate: of its observations */
    struct names **names;                    /* by kind: the ids of its rows, where it has some */
    uint32_t *attendance, *attendance_start; /* rows by meeting, and where each meeting's start */
    struct names *dimensions, **categories;  /* the latter by dimension */
};

/* layout.c: what each file is; unknown ones are warned of, missing ones are errors. */
void layout_recognise(struct check *check);
/* Their periods, once the month in which the programme's year starts is known. */
void layout_periods(struct check *check);
struct place file_place(uint32_t file);

/* sources.c: the text of a file, or false with a diagnostic. */
bool source_text(struct check *check, uint32_t file, struct str *text);
bool source_problem(struct diagnostics *diagnostics, uint32_t file, enum file_problem problem);

/* names.c: ids to row indexes (counted from 1 where the rows are from 0). `find` gives 0 if there is none. */
struct names *names_new(struct arena *arena, size_t expected);
/* The index that already had this name, else 0 and it is added. */
uint32_t names_add(struct names *names, struct str name, uint32_t index);
uint32_t names_find(const struct names *names, struct str name);
/* What to write instead of `wrong`: the nearest known name, else the first few of them. */
struct str names_instead(const struct check *check, struct arena *arena, const struct names *names, struct str wrong);
struct str words_instead(struct arena *arena, const struct str *known, size_t count, struct str wrong);

/* cells.c: a text becomes a typed field. False, with a diagnostic, when it cannot. */
struct cell_reading {
    struct arena *arena;
    struct diagnostics *diagnostics;
    int year_start;
    enum language language;
    char delimiter;
};
bool cell_read(const struct cell_reading *reading, const struct column *column, struct str text, struct place place,
               void *field);
/* yes, no, oui, non…; ANSWER_NONE if it is none of them. */
enum answer answer_of(struct str text);
/* The names in a text, split at commas where it has some, else at blanks. */
void names_split(struct arena *arena, struct str text, struct strs *names);
struct str column_name(const struct column *column, enum language language);
#define NUMBER_DIGITS_MAX 18 /* in 64 bits */
/* Digits and nothing else, as nearly every number: without the rest of what number_read does. */
static inline bool number_plain(struct str text, struct number *number)
{
    int64_t units = 0;
    if (!text.length || text.length > NUMBER_DIGITS_MAX)
        return false;
    for (const char *at = text.at; at < text.at + text.length; at++) {
        unsigned digit = (unsigned)(unsigned char)*at - '0';
        if (digit > 9)
            return false;
        units = units * 10 + digit;
    }
    *number = (struct number){units, 0};
    return true;
}
/* A number or a diagnostic; a unit after it must be `unit` (k€ and M€ become €). */
bool number_read(const struct cell_reading *reading, struct str text, struct str unit, struct place place,
                 struct number *number);

/* table.c: all small tables, driven by the table of inputs. */
void table_read(struct check *check, uint32_t file);
void list_store(struct facts *facts, const struct input_kind *kind, struct input_rows rows);
void *list_push(struct arena *arena, struct facts *facts, const struct input_kind *kind);
struct cell_reading check_reading(struct check *check, char delimiter);
int column_find(const struct column *columns, struct str name); /* -1 if none */
struct strs columns_known(struct arena *arena, const struct column *columns, enum language first);
/* Warns of a column that nothing knows; those named x-… are the user's own. */
void column_unknown(struct diagnostics *diagnostics, struct arena *scratch, const struct strs *known, struct str name,
                    struct place place);
/* An empty row: zeros, and no dates. */
void row_start(const struct input_kind *kind, void *row);

/* references.c: every COLUMN_REF of every table, and the words that may be references. */
void references_index(struct check *check, const struct input_kind *kind);
void references_resolve(struct check *check);
void members_resolve(struct check *check);
/* A laureate or a funder by id or name; false if it is neither. */
bool member_find(const struct check *check, struct str name, uint32_t *laureate, uint32_t *funder);
/* Fills the index; false with a diagnostic if there is no such row. */
bool reference_resolve(struct check *check, const struct column *column, struct ref *ref, struct place place);
struct str place_text(struct arena *arena, const struct facts *facts, struct place place); /* "path:line" */

/* front.c: front matter, driven by the table of inputs. Unknown keys are warned of if `strict`. */
void front_read(struct check *check, const struct yaml *front, const struct input_kind *kind, uint32_t file,
                bool strict, void *row);

/* said.c: words of diagnostics, as people of the programme write them: 12,5 and 2025-T4 in French. */
struct str said_number(struct arena *arena, enum language language, struct decimal number);
struct str said_count(struct check *check, int64_t number);
struct str said_period(struct arena *arena, const struct programme *programme, struct period period);

/* Of a laureate's own words: nothing there withholds a document, so what is wrong is a warning. */
void front_read_gently(struct check *check, const struct yaml *front, const struct input_kind *kind, uint32_t file,
                       void *row);

/* One file each. */
void programme_read(struct check *check);
void dimensions_settle(struct check *check);
void laureates_settle(struct check *check);
void indicators_settle(struct check *check);
void indicators_terms(struct check *check);
void indicators_legal(struct check *check);
void targets_check(struct check *check);
void measures_read(struct check *check);
/* The laureate in whose folder a file stands is known; false with a diagnostic otherwise. */
bool source_laureate(struct check *check, uint32_t file);
void periods_settle(struct check *check);
/* Puts observations in order, of which each is there once. */
void observations_check(struct check *check);
bool observation_received(const struct observation *o); /* a value stands there */
static inline struct place observation_place(const struct observation *o)
{
    return (struct place){o->file, o->line, o->column};
}
void corrections_check(struct check *check);
void lateness_check(struct check *check);                                           /* of narratives */
void series_check(struct check *check, const struct observation *at, size_t count); /* of one laureate */
void texts_read(struct check *check);
/* By laureate and period; the second of two for the same is said and left out. */
void narratives_order(struct check *check);
void narrative_read(struct check *check, uint32_t file, const struct markdown *markdown);
/* Links and images below a node that lead nowhere become their words. */
void links_resolve(struct check *check, struct node *node);
void practices_check(struct check *check);
void errors_settle(struct check *check);

size_t laureate_count(const struct facts *facts); /* with the first, the programme itself */
size_t kind_index(const struct input_kind *kind);
/* The ids of a kind ("laureates"), once its rows are indexed. */
const struct names *names_of(const struct check *check, const char *kind);
/* The files of a kind, in order: the first at or after `from`, 0 if none. */
uint32_t source_next(const struct check *check, const struct input_kind *kind, uint32_t from);

#endif
