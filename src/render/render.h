/* The door of `render`: a document becomes the bytes of a file. One folder a format (html/, xlsx/, pdf/), one row
 * each in the table. A renderer computes no figure and reads no input. */
#ifndef RENDER_H
#define RENDER_H

#include "layout/layout.h"

/* What a process keeps from one document to the next: fonts, dictionaries, caches of shaped words. One a worker. */
struct render_device;
struct render_device *render_open(struct arena *run, const struct theme *theme, struct diagnostics *diagnostics);
void render_close(struct render_device *device);

struct format_row {
    enum format format;
    struct str name;      /* "pdf" */
    struct str extension; /* "pdf" */
    /* The bytes of the file in *bytes, or false with a diagnostic. Same document, same bytes. */
    bool (*render)(struct arena *arena, struct render_device *device, const struct document *document,
                   struct str *bytes, struct diagnostics *diagnostics);
    /* Reads the bytes back: true when whole (ZIP CRC and XML, xref, closing tag). */
    bool (*verify)(struct arena *arena, struct str bytes);
    /* Names and versions of the libraries that decide its bytes; NULL where there are none. */
    struct str (*engines)(struct arena *arena);
};
extern const struct format_row render_formats[FORMAT_COUNT];

/* Of everything outside the program and the data that decides the bytes: fonts, dictionaries, versions of libraries. */
struct sha256 render_fingerprint(const struct render_device *device);

#endif
