/* The door of `compose`: a template and the facts become a document. A template is Markdown with holes: a
 * fenced block whose info word is registered, or a code span that begins with '='. Also the one place that formats
 * numbers, dates, lists and sentences for people (french.md). */
#ifndef COMPOSE_H
#define COMPOSE_H

#include "measure/measure.h"

enum template_over { EACH_PROGRAMME, EACH_LAUREATE, EACH_PRACTICE, EACH_MEETING, EACH_INDICATOR };

struct template
{
    struct str name;                                    /* "quarterly-synthesis" */
    struct str title, subtitle, description, file_name; /* with {laureate}, {period}, {programme}… */
    enum template_over over;
    enum period_kind period; /* PERIOD_NONE: not over time */
    bool audiences[AUDIENCE_COUNT];
    bool formats[FORMAT_COUNT];
    bool cover, contents;
    struct str deliverable;         /* its own name, or the site's that it is a page of */
    bool is_page;                   /* of a site: made as of the last ended period, and made last */
    struct str menu;                /* its entry there; empty: none */
    int rank;                       /* among the entries; 0: none */
    const struct input_kind *input; /* without it in the data there is no document; NULL: always */
    uint32_t file;                  /* in facts.files when it is the programme's own, else 0 */
    struct str path;                /* where it was found */
    struct sha256 hash;
    struct node *body; /* its holes are still fenced blocks */
    const struct template_holes *holes;
    bool broken; /* an error was reported: it withholds only itself */
};
struct templates {
    struct template *at;
    size_t count, capacity;
};
/* The programme's own templates win over those in `installed`. Sorted by name. */
struct templates compose_templates(struct arena *run, struct facts *facts, struct str installed,
                                   struct diagnostics *diagnostics);

/* Whether one of its holes shows what this input says: an error there is an error of the document. */
bool template_reads(const struct template *template, const struct input_kind *input);

/* One deliverable to make: a template for a subject, a period, an audience. */
struct job {
    const struct template *template;
    enum audience audience;
    struct period period; /* PERIOD_NONE where the template has none */
    uint32_t subject;     /* laureate, practice, meeting or indicator index, by template->over */
    struct str path;      /* "internal/quarterly-synthesis/2025-Q4/arc", without extension */
    const char *withheld; /* NULL, or why (set by main's gates) */
};
struct jobs {
    struct job *at;
    size_t count, capacity;
};
/* What is asked of compose_jobs; empty lists mean no filter. */
struct job_filter {
    struct strs deliverables, laureates;
    const struct period *periods; /* given, or NULL for the last ended of the template's kind */
    size_t period_count;
    bool all_periods;
    bool audiences[AUDIENCE_COUNT]; /* none set: the template's */
};
/* Sorted by path. */
struct jobs compose_jobs(struct arena *run, const struct facts *facts, const struct templates *templates,
                         const struct job_filter *filter);
/* "internal/quarterly-synthesis/2025-Q4/arc.pdf" */
struct str job_file(struct arena *arena, const struct job *job, enum format format);

/* What stands in OUT once the documents are made, and the pages to come: all that a page of a site may lead to. */
struct shelf_item {
    const struct job *job;
    bool formats[FORMAT_COUNT];
    uint64_t bytes[FORMAT_COUNT]; /* 0: not known */
};
struct shelf {
    struct shelf_item *at; /* in the order of the jobs' paths */
    size_t count, capacity;
    const struct shelf_item **pages; /* of sites, by audience, site and subject */
    size_t page_count;
};
void shelf_sort(struct arena *run, struct shelf *shelf);

/* The catalogue of messages of documents, templates/catalogue.csv (key; fr; en). */
struct catalogue;
struct catalogue *compose_catalogue(struct arena *run, struct str installed, struct diagnostics *diagnostics);

/* What editions printed, made ready once for all documents. */
struct published;
const struct published *compose_published(struct arena *run, const struct facts *facts);

/* Texts as they are set, kept from one document to the next: columns and indicators are called the same in all. */
struct texts_kept;
struct texts_kept *compose_texts_kept(struct arena *run);

struct composer {
    const struct facts *facts;
    const struct measures *measures;
    const struct catalogue *catalogue;
    bool draft;
    const struct diagnostics *listed;  /* draft: the errors shown in front */
    const struct published *published; /* NULL: each document that asks makes it ready for itself */
    const struct shelf *shelf;         /* NULL: nothing is known to stand beside */
    bool for_words;                    /* the document is read by a search, not by people: its body alone */
    bool without_rows;                 /* no workbook is made of it: the observations behind it are not asked for */
    struct texts_kept *kept;           /* NULL: nothing is kept; of one thread */
    bool without_annex;                /* nothing but pages: the annex of sources keeps its place, without its lines */
};
/* The whole document, in `arena`. Problems found while composing are reported (an unknown figure in a hole…). */
struct document *compose_document(struct arena *arena, const struct composer *composer, const struct job *job,
                                  struct diagnostics *diagnostics);

/* The document as an indented text, one line a node: what the goldens compare. */
struct str document_dump(struct arena *arena, const struct document *document);

/* ---- for people: the one formatter ---- */
struct str show_decimal(struct arena *arena, struct decimal value, unsigned decimals, enum language language);
/* The quantity rounded half away from zero, with thousands, and its unit after a no-break space when not empty. */
struct str show_quantity(struct arena *arena, struct quantity value, unsigned decimals, struct str unit,
                         enum language language);
struct str show_date(struct arena *arena, struct date date, enum language language);
enum period_style { PERIOD_SHORT /* T3 2025 */, PERIOD_LONG /* 3e trimestre 2025 */ };
struct str show_period(struct arena *arena, const struct facts *facts, struct period period, enum period_style style);
struct str show_list(struct arena *arena, const struct str *items, size_t count, enum language language);
/* French (or English) spacing, apostrophes, ordinals over author's text; code and links untouched. */
struct str typeset(struct arena *arena, struct str text, enum language language);
void typeset_tree(struct arena *arena, struct node *root, enum language language);
/* A message of the catalogue with {name} holes filled: pairs of name and value, ended by STR_NONE; variants by number.
 */
struct str say(struct arena *arena, const struct catalogue *catalogue, enum language language, const char *key,
               const struct str (*pairs)[2], size_t pair_count, struct quantity number);

#endif
