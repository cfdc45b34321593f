/* Private to `render`: what each format's folder gives to the table of formats. Some say which libraries
 * decide their bytes, "name version", for the fingerprint. */
#ifndef RENDER_FORMATS_H
#define RENDER_FORMATS_H

#include "render/render.h"

bool pdf_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                struct diagnostics *diagnostics);
bool pdf_verify(struct arena *arena, struct str bytes);
struct str pdf_engines(struct arena *arena);

bool xlsx_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                 struct diagnostics *diagnostics);
bool xlsx_verify(struct arena *arena, struct str bytes);
struct str xlsx_engines(struct arena *arena);

bool html_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                 struct diagnostics *diagnostics);
bool html_verify(struct arena *arena, struct str bytes);

bool ics_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                struct diagnostics *diagnostics);
bool ics_verify(struct arena *arena, struct str bytes);

bool atom_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                 struct diagnostics *diagnostics);
bool atom_verify(struct arena *arena, struct str bytes);

#endif
