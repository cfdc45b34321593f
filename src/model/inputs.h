/* The one table of input kinds: it drives reading, checking, the manual, `bilan
 * schema` and the collection workbook. A new kind of input is one struct in
 * facts.h, one column list and one row here. */
#ifndef MODEL_INPUTS_H
#define MODEL_INPUTS_H

/* Fields that belong together share a line. */
/* clang-format off */

enum column_type {
    COLUMN_TEXT,      /* struct str */
    COLUMN_NAME,      /* struct str: an id, unique in its file */
    COLUMN_NUMBER,    /* struct maybe */
    COLUMN_INTEGER,   /* struct maybe */
    COLUMN_DATE,      /* struct date */
    COLUMN_MOMENT,    /* struct moment: a day or a period */
    COLUMN_PERIOD,    /* struct period */
    COLUMN_YES_NO,    /* int: enum answer */
    COLUMN_CHOICE,    /* int: a value of `choices` */
    COLUMN_NAMES,     /* struct strs: names joined by spaces or commas */
    COLUMN_REF,       /* struct ref to a row of `refers` */
    COLUMN_REFS       /* struct refs to rows of `refers`, joined by spaces or commas */
};

/* A closed list: ends with value 0. */
struct choice {
    struct str en, fr;
    int value;
};
/* The value of this name in either language, or 0. */
int choice_of(const struct choice *choices, struct str name);
extern const struct choice audience_choices[]; /* enum audience + 1 */
extern const struct choice urgency_choices[];  /* enum need_urgency; a need may be as urgent as any other word says */
extern const struct choice status_choices[];   /* enum observation_status; the mark of each comes first */

/* In front matter a name may have two parts: "theme.primary". */
struct column {
    struct str en, fr;
    enum column_type type;
    bool required;
    const struct choice *choices; /* COLUMN_CHOICE */
    const char *refers;           /* COLUMN_REF, COLUMN_REFS: the English name of the kind referred to */
    size_t offset;                /* of the field in the row struct */
    struct str help_en, help_fr;  /* one line */
};

enum input_shape {
    INPUT_TABLE,    /* CSV, one struct a row */
    INPUT_MEASURES, /* CSV, observations */
    INPUT_MARKDOWN, /* front matter and text */
    INPUT_FOLDER    /* files that other rooms read: images, templates */
};

/* Which documents an error in such a file withholds. */
enum input_withholds {
    WITHHOLDS_COLLECTIVE, /* those that are about no laureate alone */
    WITHHOLDS_ALL,        /* every one: the definitions that all figures rest on */
    WITHHOLDS_LAUREATE,   /* the laureate's, and the collective ones, which its data enter */
    WITHHOLDS_NOTHING
};

struct input_kind {
    struct str en, fr;     /* its path below the repository without extension: "laureates", "laureates/<id>/<period>", "news/<slug>" */
    enum input_shape shape;
    bool required;
    const struct column *columns; /* of the table, or the keys of the front matter; ends with an empty name */
    size_t row_size;       /* sizeof the row struct */
    size_t list_offset;    /* of its list in struct facts, or (size_t)-1 */
    bool from_one;         /* rows start at index 1 */
    bool names_files;      /* folders or files carry the ids of its rows: "laureates/<id>/…", "sessions/<meeting>" */
    enum input_withholds withholds;
    struct str help_en, help_fr;
};

extern const struct input_kind input_kinds[];
extern const size_t input_kind_count;

/* The kind's rows in the facts, seen as bytes: row_size each. */
struct input_rows {
    char *at;
    size_t count, capacity;
};
struct input_rows input_rows(const struct facts *facts, const struct input_kind *kind);

size_t input_columns(const struct input_kind *kind); /* how many */

/* The kind with this English name, asserted to exist; of a table and a text of the same name, the table. */
const struct input_kind *input_kind(const char *english);

/* The place of a column's cell, or of its row where the cell is empty. */
struct place row_place(const struct row *row, const struct column *columns, const char *english);
bool row_has(const struct row *row, const struct column *columns, const char *english); /* something stands there */

/* The kind as Table Schema JSON (Frictionless), columns named in `language`. */
struct str input_schema(struct arena *arena, const struct input_kind *kind, enum language language);

#endif
