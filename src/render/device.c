#include "render/device.h"

#include "render/html/policy.h"
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

static void open_pages(struct arena *run, struct render_device *device, const struct theme *theme,
                       struct diagnostics *diagnostics)
{
    device->shaper = shaper_open(run, theme, diagnostics);
    device->metrics = metrics_of(device->shaper);
    device->style = (struct layout_style){
        .paper = theme && theme->letter ? PAPER_LETTER : PAPER_A4,
        .justify = !theme || !theme->ragged,
        .banded = theme && theme->banded,
        .hyphenator = layout_hyphenator(run, STR(HYPHENATION_FOLDER)),
    };
    if (!layout_hyphenator_has(device->style.hyphenator, LANGUAGE_FR))
        REPORT(diagnostics, (struct place){0}, MSG_hyphenation_missing, {STR(HYPHENATION_FOLDER "/hyph_fr.dic")});
    device->press = pdf_press_open(run, device->shaper);
}

struct render_device *render_open(struct arena *run, const struct theme *theme, bool paged,
                                  struct diagnostics *diagnostics)
{
    struct render_device *device = ARENA_NEW(run, struct render_device);
    if (paged)
        open_pages(run, device, theme, diagnostics);
    device->html = html_hashes_open(run);
    return device;
}

void render_close(struct render_device *device)
{
    if (!device->press)
        return;
    pdf_press_close(device->press);
    layout_hyphenator_close(device->style.hyphenator);
    shaper_close(device->shaper);
}

/* What is added to the fingerprint of a file that may be absent. */
static void file_fingerprint(struct arena *arena, struct buffer *out, struct str path)
{
    struct str content = STR_NONE;
    struct arena_mark mark = arena_mark(arena);
    struct sha256 hash = {0};
    if (path_read(arena, path, &content) == FILE_OK)
        hash = sha256_of(content);
    arena_rewind(arena, mark);
    buffer_add(out, (struct str){(const char *)hash.byte, sizeof hash.byte});
}

static void pages_fingerprint(struct arena *arena, struct buffer *out, const struct render_device *device)
{
    for (size_t i = 0; i < shaper_font_count(device->shaper); i++) {
        struct sha256 hash = font_hash(shaper_font(device->shaper, i));
        buffer_add(out, (struct str){(const char *)hash.byte, sizeof hash.byte});
    }
    file_fingerprint(arena, out, STR(HYPHENATION_FOLDER "/hyph_fr.dic"));
    file_fingerprint(arena, out, STR(HYPHENATION_FOLDER "/hyph_en_US.dic"));
}

struct sha256 render_fingerprint(const struct render_device *device, enum format format)
{
    struct arena *arena = arena_new();
    struct buffer out = {.arena = arena};
    buffer_add(&out, STR(BILAN_VERSION "\n"));
    if (render_formats[format].engines)
        buffer_add(&out, render_formats[format].engines(arena));
    if (render_formats[format].paged)
        pages_fingerprint(arena, &out, device);
    struct sha256 fingerprint = sha256_of(buffer_str(&out));
    arena_free(arena);
    return fingerprint;
}
