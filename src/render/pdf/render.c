#include "render/device.h"
#include "render/formats.h"
#include "render/pdf/press.h"

bool pdf_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                struct diagnostics *diagnostics)
{
    const struct pages *pages = layout_document(arena, document, &device->metrics, &device->style);
    return pdf_print(arena, device->press, document, pages, bytes, diagnostics);
}

struct str pdf_engines(struct arena *arena)
{
    struct str parts[] = {pdf_engine(), font_engine(), compress_engine()};
    return str_print(arena, "libharu %.*s, HarfBuzz %.*s, libdeflate %.*s", STR_ARG(parts[0]), STR_ARG(parts[1]),
                     STR_ARG(parts[2]));
}
