/* The colours of a document: the theme's, made readable, and those of its charts on a dark page. */
#include "html.h"

enum { LIGHT_PAGE = 0xFFFFFF, DARK_PAGE = 0x15181D };

static uint32_t mix_towards(uint32_t pure, unsigned at)
{
    return at <= 1000 ? colour_mix(DARK_PAGE, pure, at) : colour_mix(pure, 0xFFFFFF, at - 1000);
}

/* The hue alone: what is left of a colour when its white is taken out. */
static uint32_t pure_of(uint32_t colour)
{
    unsigned c[3] = {colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF};
    unsigned least = c[0] < c[1] ? c[0] : c[1], most = c[0] > c[1] ? c[0] : c[1];
    least = c[2] < least ? c[2] : least;
    most = c[2] > most ? c[2] : most;
    if (most - least < 24)
        return 0x808080;
    for (int i = 0; i < 3; i++)
        c[i] = (c[i] - least) * 255 / (255 - least);
    return c[0] << 16 | c[1] << 8 | c[2];
}

/* As strong against the dark page as the colour is against the white one, so that what stands out still does. */
uint32_t colour_for_dark(uint32_t colour)
{
    double wanted = colour_contrast(colour, LIGHT_PAGE);
    uint32_t pure = pure_of(colour);
    unsigned low = 0, high = 2000;
    while (high - low > 8) {
        unsigned middle = (low + high) / 2;
        if (colour_contrast(mix_towards(pure, middle), DARK_PAGE) < wanted)
            low = middle;
        else
            high = middle;
    }
    return wanted < 1.01 ? DARK_PAGE : mix_towards(pure, high);
}

static void add_dark(struct buffer *style, const struct colours *colours, uint32_t accent)
{
    buffer_print(style, "@media screen and (prefers-color-scheme:dark){:root{--accent:#%06x}\n",
                 (unsigned)colour_for_dark(accent));
    for (size_t i = 0; i < colours->count; i++) {
        unsigned light = (unsigned)colours->at[i], dark = (unsigned)colour_for_dark(colours->at[i]);
        buffer_print(style, "[fill=\"#%06x\"]{fill:#%06x}[stroke=\"#%06x\"]{stroke:#%06x}\n", light, dark, light, dark);
    }
    buffer_add(style, STR("}\n"));
}

struct str html_style(struct html *html)
{
    uint32_t accent = colour_readable(theme_primary(html->document->theme), LIGHT_PAGE, 5);
    struct str kept = html_style_kept(html, accent);
    if (kept.length)
        return kept;
    struct buffer style = {.arena = html->arena};
    buffer_add(&style, (struct str){(const char *)document_css, document_css_length});
    buffer_add(&style, site_style(html));
    buffer_print(&style, ":root{--accent:#%06x}\n", (unsigned)accent);
    add_dark(&style, &html->colours, accent);
    html_style_keep(html, accent, buffer_str(&style));
    return buffer_str(&style);
}
