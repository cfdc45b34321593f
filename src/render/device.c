#include "render/device.h"

#include "render/pdf/pdf.h"

/* Where Debian keeps dictionaries of word breaks. */
#define HYPHENATION_FOLDER "/usr/share/hyphen"

static int32_t width(void *device, enum face face, unsigned features, struct str text)
{
    return (int32_t)((shaper_width(device, face, features, text) + FONT_UNIT / 2) / FONT_UNIT);
}

static struct metrics metrics_of(struct shaper *shaper)
{
    struct metrics metrics = {.device = shaper, .width = width};
    for (enum face face = 0; face < FACE_COUNT; face++) {
        const struct font *font = shaper_face(shaper, face);
        if (!font)
            continue;
        metrics.ascent[face] = font->ascent;
        metrics.descent[face] = font->descent;
        metrics.cap_height[face] = font->cap_height;
        metrics.x_height[face] = font->x_height;
    }
    return metrics;
}

struct render_device *render_open(struct arena *run, const struct theme *theme, struct diagnostics *diagnostics)
{
    struct render_device *device = ARENA_NEW(run, struct render_device);
    device->shaper = shaper_open(run, theme, diagnostics);
    device->metrics = metrics_of(device->shaper);
    device->style = (struct layout_style){.paper = PAPER_A4, .justify = true};
    device->press = pdf_press_open(run, device->shaper);
    return device;
}

void render_close(struct render_device *device)
{
    pdf_press_close(device->press);
    shaper_close(device->shaper);
}
