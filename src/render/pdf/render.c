#include "render/device.h"
#include "render/formats.h"
#include "render/pdf/pdf.h"

bool pdf_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                struct diagnostics *diagnostics)
{
    const struct pages *pages = layout_document(arena, document, &device->metrics, &device->style);
    return pdf_print(arena, device->press, document, pages, bytes, diagnostics);
}
