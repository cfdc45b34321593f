#include "policy.h"

#include "html.h"

#include <string.h>

enum { KEPT = 8 };          /* a few kinds of pages are made in turn */
enum { COLOURS_KEPT = 32 }; /* pages of more are styled each time */

struct html_hashes {
    struct arena *run;
    size_t next;
    struct {
        struct buffer content;
        struct sha256 hash;
    } kept[KEPT];
    struct {
        uint32_t accent, colours[COLOURS_KEPT];
        size_t count;
        const char *site; /* where the style of its site stands */
        struct buffer text;
    } style;
};

struct html_hashes *html_hashes_open(struct arena *run)
{
    struct html_hashes *hashes = ARENA_NEW(run, struct html_hashes);
    hashes->run = run;
    for (size_t i = 0; i < KEPT; i++)
        hashes->kept[i].content.arena = run;
    hashes->style.text.arena = run;
    return hashes;
}

static bool is_styled_alike(const struct html *html, uint32_t accent)
{
    const struct html_hashes *hashes = html->hashes;
    size_t count = html->colours.count;
    return hashes->style.text.count && hashes->style.accent == accent && hashes->style.count == count &&
           hashes->style.site == site_style(html).at &&
           (!count || memcmp(hashes->style.colours, html->colours.at, count * sizeof *html->colours.at) == 0);
}

struct str html_style_kept(const struct html *html, uint32_t accent)
{
    return html->hashes && is_styled_alike(html, accent) ? buffer_str(&html->hashes->style.text) : STR_NONE;
}

void html_style_keep(struct html *html, uint32_t accent, struct str style)
{
    struct html_hashes *hashes = html->hashes;
    if (!hashes || html->colours.count > COLOURS_KEPT)
        return;
    hashes->style.accent = accent;
    hashes->style.site = site_style(html).at;
    hashes->style.count = html->colours.count;
    if (html->colours.count)
        memcpy(hashes->style.colours, html->colours.at, html->colours.count * sizeof *html->colours.at);
    hashes->style.text.count = 0;
    buffer_add(&hashes->style.text, style);
}

static struct sha256 hash_of(struct html_hashes *hashes, struct str content)
{
    if (!hashes)
        return sha256_of(content);
    for (size_t i = 0; i < KEPT; i++)
        if (content.length && str_equal(buffer_str(&hashes->kept[i].content), content))
            return hashes->kept[i].hash;
    size_t at = hashes->next++ % KEPT;
    hashes->kept[at].content.count = 0;
    buffer_add(&hashes->kept[at].content, content);
    return hashes->kept[at].hash = sha256_of(content);
}

static void source(struct html *html, const char *directive, struct str content)
{
    struct sha256 hash = hash_of(html->hashes, content);
    html_add(html, directive);
    html_add(html, "'sha256-");
    base64(&html->out, (struct str){(const char *)hash.byte, sizeof hash.byte});
    html_add(html, "'");
}

void html_policy(struct html *html, struct str style, struct str script)
{
    html_add(html, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    source(html, "style-src ", style);
    source(html, "; script-src ", script);
    html_add(html, "; img-src data:; base-uri 'none'; form-action 'none'\">\n");
}
