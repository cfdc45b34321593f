/* The document: one tree, no format. `read` makes the nodes of Markdown, `compose` fills the holes, the
 * renderers walk it const. Text is final: French typography has been applied, numbers in running text are formatted. */
#ifndef MODEL_DOCUMENT_H
#define MODEL_DOCUMENT_H

/* Fields that belong together share a line. */
/* clang-format off */

enum node_kind {
    /* blocks */
    NODE_BODY,       /* a sequence of blocks: the root, an item, a cell, a note */
    NODE_SECTION,    /* first child is its NODE_HEADING */
    NODE_HEADING,    /* level 1 to 6; inlines */
    NODE_PARAGRAPH,
    NODE_LIST,       /* items; `ordered`, `start`, `tight` */
    NODE_ITEM,
    NODE_QUOTE,      /* `text` is who said it, when known */
    NODE_CODE_BLOCK, /* `text`; in a template, `info` names the hole */
    NODE_RULE,
    NODE_TABLE,      /* `table` */
    NODE_CHART,      /* `chart` */
    NODE_CARDS,      /* headline figures: `cards` */
    NODE_CALLOUT,    /* a framed note: blocks; `tone`; `info` its kind where its author gave no title */
    NODE_FIGURE,     /* an image on its own: `image`, inlines are its caption; `tight`: a small one */
    NODE_FACTS,      /* pairs of a term and what is said of it: children alternate PARAGRAPH, BODY */
    NODE_PAGE_BREAK,
    NODE_LANDSCAPE,  /* blocks set on landscape pages */
    NODE_CONTENTS,   /* the table of contents stands here */
    /* inlines */
    NODE_TEXT,       /* `text` */
    NODE_EMPHASIS,
    NODE_STRONG,
    NODE_CODE,       /* `text` */
    NODE_LINK,       /* `link` http, https, mailto, or '#anchor'; or `page`; inlines */
    NODE_IMAGE,      /* `image`; inlines are the alternative text */
    NODE_BREAK,      /* a hard line break */
    NODE_SPACE,      /* a soft break of the source: a space */
    NODE_SUPERSCRIPT,
    NODE_VALUE,      /* a figure in running text: `text` formatted, `key` */
    NODE_FOOTNOTE    /* blocks */
};

enum tone { TONE_PLAIN, TONE_NOTE, TONE_WARNING, TONE_DRAFT };

/* A picture of the data repository, read and guarded. */
struct image {
    struct str path;          /* as listed in facts.files */
    struct str bytes;         /* the file */
    enum { IMAGE_PNG, IMAGE_JPEG } kind;
    uint32_t width, height;   /* pixels, upright */
    uint8_t orientation;      /* of a camera's JPEG, as Exif numbers it: 2 to 8 are stored mirrored or on their side, and
                                 their bytes are not to be shown as they are; 0 and 1 are upright */
};

/* ---- tables ---- */
enum cell_kind { CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_DATE, CELL_SPARK, CELL_PROGRESS, CELL_STATUS };

/* A typed cell: never a formatted number alone. `shown` is what people read, in every format ("12,5 %", "n.r.", "▒"). */
struct cell {
    enum cell_kind kind;
    struct node *inlines;     /* TEXT: a NODE_BODY whose children are inlines or blocks */
    struct str shown;         /* NUMBER, DATE, PROGRESS, STATUS */
    struct quantity number;   /* NUMBER, PROGRESS (a fraction); is == false when there is none to show */
    struct str unit;          /* NUMBER: "%", "€", "jeunes"… */
    uint8_t decimals;         /* NUMBER: places shown */
    enum figure_state state;  /* NUMBER */
    struct str mark;          /* beside the number: "7/10", "(p)", "partiel" */
    struct str key;           /* the figure's key, or empty */
    const struct figure *figure; /* with a key; NULL otherwise */
    struct date date;         /* DATE */
    enum target_status status;   /* STATUS */
    const struct quantity *series; /* SPARK: oldest first, with gaps */
    size_t series_count;
    uint16_t span;            /* columns covered; 0 and 1 are one */
    uint16_t rows;            /* rows covered; 0 and 1 are one */
    bool covered;             /* by a cell above: EMPTY */
    bool header;              /* a row header */
};

enum column_align { ALIGN_START, ALIGN_END, ALIGN_MIDDLE, ALIGN_DECIMAL };

struct table_column {
    struct node *title;       /* NODE_BODY of inlines */
    struct str name;          /* the title as plain text, for sheets and sorting */
    enum column_align align;
    bool sortable;
    bool latest;              /* the last of its periods: where a narrow screen begins */
};

enum row_kind { ROW_PLAIN, ROW_GROUP, ROW_TOTAL };
struct table_row {
    enum row_kind kind;
    enum subject_kind about;  /* where the table is explored */
    struct cell *cells;       /* as many as columns; cells under a span are CELL_EMPTY */
};

struct table {
    struct str id;            /* slug, unique in the document: anchors, sheet names */
    struct str caption;
    struct str heading;       /* above a table of running text, which has no caption: the name of its sheet */
    struct table_column *columns;
    size_t column_count;
    struct table_row *rows;
    size_t row_count;
    struct node *note;        /* under the table, NODE_BODY, or NULL */
    struct str audience_note;
    bool dense;               /* an annex: smaller, its rows closer */
    bool explore;             /* the reader chooses its rows and columns, and sees them drawn */
    bool sources;             /* where figures come from: on a page their disclosures stand in its place */
};

/* ---- charts ---- */
enum chart_kind { CHART_BARS, CHART_STACKED, CHART_BARS_HORIZONTAL, CHART_LINES, CHART_BULLET, CHART_DISTRIBUTION, CHART_HEAT_MAP,
                  CHART_TIMELINE, CHART_GRAPH, CHART_SMALL_MULTIPLES, CHART_KINDS };

struct chart_point {
    struct quantity value;    /* is == false is a gap, never a zero */
    struct str shown;         /* its label */
    struct str mark;          /* n/N: beside it in the data */
    struct str key;
    enum figure_state state;
};
struct chart_series {
    struct str name;
    struct chart_point *points; /* as many as the chart's categories */
    bool is_target;           /* drawn as a reference, not as data */
    int break_before;         /* index of the point before which the series breaks; 0 for none */
};
/* CHART_GRAPH: nodes in layers, edges between them. CHART_TIMELINE: events. */
struct chart_node {
    struct str id, label;
    int layer;
    struct date date;
    struct strs leads_to;
};
struct chart {
    enum chart_kind kind;
    struct str id, title;
    struct str sentence;      /* what it shows, in words; also the alternative text */
    struct str unit;
    uint8_t decimals;
    enum language language;
    struct strs categories;   /* the axis */
    struct chart_series *series;
    size_t series_count;
    struct chart_node *nodes;
    size_t node_count;
    struct strs layers;       /* CHART_GRAPH: their names */
    struct table *table;      /* the same data, for people who do not see it */
    bool half;                /* on a page it shares its place with the next one like it */
    bool told;                /* its sentence or a table before it has all its data: they are not set below on a page */
};

/* ---- headline figures ---- */
struct card {
    struct str label, value, unit, mark /* "9/10 lauréats" */, change, gap, key;
    const struct figure *figure;
    struct quantity *spark;
    size_t spark_count;
};

struct node {
    enum node_kind kind;
    struct place place;
    struct node *parent, *first, *last, *next, *previous;
    struct str text, info, link, key, anchor, language;
    struct str page;         /* LINK: a file of the same build, relative to this one; never an author's */
    int level, start;
    bool ordered, tight;
    enum tone tone;
    struct table *table;
    struct chart *chart;
    struct card *cards;
    size_t card_count;
    const struct image *image;
    const struct figure *figure; /* NODE_VALUE */
};

struct node *node_new(struct arena *arena, enum node_kind kind, struct place place);
void node_append(struct node *parent, struct node *child); /* child is unlinked first */
void node_insert_after(struct node *sibling, struct node *node);
void node_unlink(struct node *node);
bool node_is_inline(enum node_kind kind);
/* The text of a subtree, blanks between blocks. */
struct str node_plain(struct arena *arena, const struct node *node);
struct node *node_copy(struct arena *arena, const struct node *node);
/* The next node in reading order below `root`, or NULL. */
const struct node *node_walk(const struct node *root, const struct node *node);

/* ---- a deliverable ---- */
enum format { FORMAT_PDF, FORMAT_XLSX, FORMAT_HTML, FORMAT_ICS, FORMAT_ATOM, FORMAT_COUNT };
enum { DOCUMENT_FORMATS = FORMAT_HTML + 1 }; /* the first ones are whole documents; the others carry a part of one */
/* What it is called, and how the names of its files end: "atom", "xml". */
struct format_name {
    struct str name, extension;
};
extern const struct format_name format_names[FORMAT_COUNT];

/* How a figure follows from its rows, where a spreadsheet can follow it too. */
enum recipe {
    RECIPE_NONE,
    RECIPE_SUM,      /* of values */
    RECIPE_QUOTIENT, /* multiplier times the sum of numerators over the sum of denominators */
    RECIPE_WEIGHTED, /* the mean of values weighted by their denominators */
    RECIPE_SPARSE    /* observations of more rows than the document keeps */
};
struct recipe_term {
    struct str indicator;
    int sign;
    bool below;               /* in the denominator */
};

/* An observation behind a figure, typed, as the audience may see it: masked, it has no number. */
struct source_row {
    struct str indicator, label;
    struct str subject, subject_name; /* an id, "programme" */
    struct str period, period_name;   /* "2025-Q4", and as printed */
    struct date first, last;          /* its days */
    struct str category;              /* "dimension=category", empty for the total */
    struct quantity value, numerator, denominator; /* the denominator is also a mean's n */
    struct str status, place;         /* "estimated" in words; path:line:column */
    struct str unit;
    uint8_t decimals;
    bool masked;
};

/* One line of "where figures come from". */
struct provenance {
    struct str key, label, value, rule, basis /* n/N, and who is missing */, computation;
    struct strs sources;      /* path:line:column value; none outside the coordination */
    const struct figure *figure; /* as the audience sees it */
    struct str unit;
    uint8_t decimals;
    enum recipe recipe;
    double multiplier;        /* of a quotient: 100 for % */
    struct recipe_term *terms; /* of a quotient of indicators; none: the columns of its own rows */
    size_t term_count;
    uint32_t *rows;           /* indexes in document.source_rows */
    size_t row_count;
};

/* A word of the interface in the document's language, from the catalogue's rows "ui.…" (key without the prefix). */
struct word {
    struct str key, text;
};

struct document {
    const struct word *words; /* sorted by key */
    size_t word_count;
    struct str deliverable;   /* template name */
    struct str title, subtitle, description;
    struct str programme, author, licence;
    struct str edition;       /* "Édition du 20 janvier 2026" */
    struct str period_name;   /* as printed */
    struct date date;         /* of the edition: metadata */
    enum language language;
    enum audience audience;
    struct str audience_name;
    bool draft;               /* BROUILLON on every page and sheet */
    bool cover, contents;     /* asked by the template */
    const struct theme *theme;
    const struct image *logo;
    struct node *body;        /* NODE_BODY of sections */
    struct provenance *provenances; /* sorted by key */
    size_t provenance_count;
    struct strs untold;       /* keys of the figures printed without provenance */
    struct source_row *source_rows; /* by indicator, laureate, category, period; each once */
    size_t source_row_count;
    struct strs legend;       /* "n.r. : dû et non reçu": the signs that a workbook of it holds, each once */
    const struct site *site;  /* NULL: the document stands alone */
    struct str uid;           /* the same in every edition */
    struct str file_name;     /* its own, without extension */
    bool formats[FORMAT_COUNT]; /* of a page: in which it stands, or is to */
    struct calendar_events events;
    struct articles articles;
    struct str feed; /* where they stand as a feed; empty when it is not made */
    struct findings findings;
};
/* The word with this key; asserts that the catalogue has it. */
struct str document_word(const struct document *document, const char *key);
/* Where the figure of this key comes from; NULL where the document does not tell. */
const struct provenance *document_provenance(const struct document *document, struct str key);

#endif
