/* Holes: what a template may ask for. One `const struct hole` each, in the file that fills it; holes.c lists them.
 * A hole appends blocks to `into`; it appends nothing where its input is absent, and the section goes with it.
 * `struct filling` is one document being composed. */
#ifndef COMPOSE_HOLES_H
#define COMPOSE_HOLES_H

#include "compose/compose.h"
#include "compose/show.h"
#include "read/read.h"

struct used_keys {
    struct used_key {
        struct str text;
        struct figure_key key;
    } * at;
    size_t count, capacity;
    size_t sorted; /* so many are, each once */
};

/* Figures already measured, by key; see known.c. */
struct known_figure;
struct known_figures {
    struct known_figure **at, *last; /* the last one asked for is asked for again */
    size_t count, capacity;          /* a power of two */
};

/* Periods as people read them, by when they begin. One may push another out. */
enum { PERIODS_SHOWN = 32 };
struct periods_shown {
    struct period_shown {
        struct period period;
        struct str text;
    } at[PERIODS_SHOWN];
};

/* Names set last, by where they stand: a document repeats a few. One may push another out. */
enum { TEXTS_SET = 128 };
struct texts_set {
    struct text_set {
        struct str text, set;
    } at[TEXTS_SET];
};

struct filling {
    struct arena *arena;
    const struct composer *composer;
    const struct facts *facts;
    const struct measures *measures;
    const struct job *job;
    enum language language;
    struct document *document;
    struct diagnostics *diagnostics;
    struct known_figures known;
    struct texts_set set;
    struct periods_shown periods;
    struct used_keys used; /* keys printed whose provenance it tells; the others are document->untold */
    struct taken ids;      /* of tables and charts, to keep them unique */
    bool *named;           /* by laureate: its whole name has been said */
    struct place place;    /* of the hole being filled, in the template */
    int level;             /* of the heading that the hole stands under */
};

/* ---- options ---- */
enum option_type {
    OPTION_TEXT,
    OPTION_COUNT, /* 1 to 99 */
    OPTION_YES_NO,
    OPTION_CHOICE,
    OPTION_INDICATORS, /* ids; each must exist */
    OPTION_AUDIENCES
};
struct option_row {
    struct str en, fr;
    enum option_type type;
    const struct choice *choices;
    struct str help_en, help_fr;
};

struct hole {
    struct str en, fr;
    const struct option_row *options;
    size_t option_count;
    void (*fill)(struct filling *f, const struct yaml *options, struct node *into);
    struct str help_en, help_fr;
    const char *reads; /* inputs of the collective that it shows, by their English names, between spaces; or NULL */
};
extern const struct hole *const holes[];
extern const size_t hole_count;
/* Options that every hole takes: title, lead, empty, audience, new_page, landscape. */
extern const struct option_row common_options[];
extern const size_t common_option_count;

#define OPTIONS(rows) .options = (rows), .option_count = sizeof(rows) / sizeof(rows)[0]

/* The names of a closed list, for a message. */
struct str choices_text(struct arena *arena, const struct choice *choices);
extern const struct choice answer_choices[]; /* ANSWER_YES, ANSWER_NO */

/* The hole or option of this name in either language, or NULL. */
const struct hole *hole_find(struct str name);
const struct option_row *option_find(const struct hole *hole, struct str name);
/* Values of a checked body; what is absent is empty, `otherwise`, or 0. Names are the English ones. */
struct str option_text(const struct hole *hole, const struct yaml *options, const char *name);
int option_count(const struct hole *hole, const struct yaml *options, const char *name, int otherwise);
bool option_yes(const struct hole *hole, const struct yaml *options, const char *name, bool otherwise);
int option_choice(const struct hole *hole, const struct yaml *options, const char *name, int otherwise);
/* The items of a list, or of a scalar split on commas and blanks. */
struct strs option_names(struct arena *arena, const struct hole *hole, const struct yaml *options, const char *name);

/* The items of any list, or of a scalar split on commas and blanks. */
struct strs yaml_names(struct arena *arena, const struct yaml *value);

/* ---- words ---- */
#define PAIR(name, value)                                                                                              \
    {                                                                                                                  \
        STR(name), (value)                                                                                             \
    }
#define PAIRS(...)                                                                                                     \
    (const struct str[][2]){__VA_ARGS__}, sizeof((const struct str[][2]){__VA_ARGS__}) / sizeof(struct str[2])
/* A sentence of the catalogue; SAY_N chooses the variant by a number. */
#define SAY(f, key, ...) say((f)->arena, (f)->composer->catalogue, (f)->language, key, PAIRS(__VA_ARGS__), NUMBER_NONE)
#define SAY_N(f, n, key, ...)                                                                                          \
    say((f)->arena, (f)->composer->catalogue, (f)->language, key, PAIRS(__VA_ARGS__), number_of(n))
#define NUMBER_NONE ((struct quantity){0})
struct quantity number_of(int64_t n);
struct str word(struct filling *f, const char *key);
/* A whole number as people read it. */
struct str count_text(struct filling *f, int64_t n);
/* Author's text, set in the document's typography. */
struct str set(struct filling *f, struct str text);
struct str period_text(struct filling *f, struct period period);  /* 4e trimestre 2025 */
struct str period_short(struct filling *f, struct period period); /* T4 2025 */
struct str date_text(struct filling *f, struct date date);

/* ---- figures ---- */
/* Measured for the document's audience; the key is not yet said to be printed. */
const struct figure *figure_of(struct filling *f, uint32_t indicator, struct subject subject, struct period period);
const struct figure *figure_at(struct filling *f, struct figure_key key);
/* Where its text for people is kept, empty before it was asked for; NULL for a figure of another's making. */
struct str *figure_shown_place(struct filling *f, const struct figure *figure, bool unit);
/* The observations it rests on. */
struct sources figure_sources(struct filling *f, struct figure_key key);
/* The key as text, recorded: it will have its line in "where figures come from". */
struct str figure_use(struct filling *f, const struct figure *figure);

#endif
