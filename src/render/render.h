/* The door of `render`: a document becomes the bytes of a file. One folder a format (html/, xlsx/, pdf/), one row
 * each in the table. A renderer computes no figure and reads no input. */
#ifndef RENDER_H
#define RENDER_H

#include "layout/layout.h"

/* What a process keeps from one document to the next: fonts, dictionaries, caches of shaped words. One a worker.
 * `paged`: for formats that are; others need no font, and none is looked for. */
struct render_device;
struct render_device *render_open(struct arena *run, const struct theme *theme, bool paged,
                                  struct diagnostics *diagnostics);
void render_close(struct render_device *device);

struct format_row {
    /* The bytes of the file in *bytes, or false with a diagnostic. Same document, same bytes. */
    bool (*render)(struct arena *arena, struct render_device *device, const struct document *document,
                   struct str *bytes, struct diagnostics *diagnostics);
    /* Reads the bytes back: true when whole (ZIP CRC and XML, xref, closing tag). */
    bool (*verify)(struct arena *arena, struct str bytes);
    /* Names and versions of the libraries that decide its bytes; NULL where there are none. */
    struct str (*engines)(struct arena *arena);
    bool paged; /* laid out: fonts and dictionaries decide its bytes */
};
extern const struct format_row render_formats[FORMAT_COUNT];

/* Of everything outside the program and the data that decides the bytes of a format, for which the device was opened:
 * fonts, dictionaries, versions of libraries. */
struct sha256 render_fingerprint(const struct render_device *device, enum format format);

struct measures;

/* ---- collection: the form that a laureate fills, as a workbook ---- */
/* What the laureate's narrative of the period says already, by heading. */
struct form_narrative {
    struct date received_on;
    struct str part[PART_COUNT];
};
/* The bytes of the form; false when it cannot be written. */
bool render_form(struct arena *arena, const struct measures *measures, uint32_t laureate, struct period period,
                 const struct form_narrative *narrative, struct str *bytes);

/* One answer of a filled form, typed; what it says stands in `filled` (FILLED_…) and `status`. */
struct form_answer {
    uint32_t indicator, category; /* category: index in facts.categories; 0 the total */
    struct period period;
    uint8_t filled;
    struct decimal first, second; /* as in struct observation */
    enum observation_status status;
    struct str reason, text;
    struct date date;
    struct str place;              /* "file.xlsx, Mesures!F12" */
    const struct observation *was; /* what the data repository holds for it, or NULL */
};
/* A need told in the form; the id of one that the repository holds already. */
struct form_need {
    struct str id, type, text, urgency;
    int shareable; /* enum answer */
    struct str place;
};
struct form {
    struct str file;
    uint32_t laureate;
    struct period period;
    struct form_answers {
        struct form_answer *at;
        size_t count, capacity;
    } answers; /* without the rows that were left empty */
    struct form_needs {
        struct form_need *at;
        size_t count, capacity;
    } needs;
    struct date received_on;
    struct str narrative[PART_COUNT];       /* by heading, as typed; empty where nothing was */
    struct str narrative_place[PART_COUNT]; /* their cells; of PART_OTHER that of the date */
    bool has_narrative;                     /* something was typed there */
};
/* False when something is refused; every problem is reported with its sheet and cell. */
bool form_read(struct arena *arena, const struct measures *measures, struct str file, struct str bytes,
               struct form *form, struct diagnostics *diagnostics);

#endif
