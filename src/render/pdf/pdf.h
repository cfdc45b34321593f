/* The door of `render/pdf`: laid out pages become a tagged PDF (PDF/UA-1 and PDF/A-2a). A press is what a process
 * keeps from one document to the next: the compressor, and images already encoded. */
#ifndef RENDER_PDF_H
#define RENDER_PDF_H

#include "render/render.h"
#include "render/shaper.h"

struct pdf_press;
struct pdf_press *pdf_press_open(struct arena *run, struct shaper *shaper);
void pdf_press_close(struct pdf_press *press);

/* False, with a diagnostic, when there is no font or when libharu failed. */
bool pdf_print(struct arena *arena, struct pdf_press *press, const struct document *document, const struct pages *pages,
               struct str *bytes, struct diagnostics *diagnostics);

#endif
