/* Private to `render/pdf`: the press, and one document on it. Every part below works on a struct job. */
#ifndef RENDER_PDF_PRESS_H
#define RENDER_PDF_PRESS_H

#include "render/pdf/compress.h"
#include "render/pdf/file.h"
#include "render/pdf/pdf.h"

struct pdf_fonts;
struct pdf_images;
struct pdf_tags;
struct kept_images;

struct pdf_press {
    struct arena *run;
    struct shaper *shaper;
    struct compressor *compressor;
    struct kept_images *images;
    struct hb_face_t **sources; /* of subsets, as many as the shaper's fonts */
};

/* Characters that no font has, once each. */
struct missing_characters {
    struct missing_character {
        struct str text;
        enum face face; /* in which it was wanted first */
    } * at;
    size_t count, capacity;
};

struct job {
    struct arena *arena;
    struct pdf_press *press;
    const struct document *document;
    const struct pages *pages;
    struct diagnostics *diagnostics;
    struct pdf_file *file;
    unsigned *page_objects; /* as many as pages */
    struct pdf_fonts *fonts;
    struct pdf_images *images;
    struct pdf_tags *tags;
    struct missing_characters *missing;
};

#endif
