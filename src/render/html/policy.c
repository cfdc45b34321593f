#include "policy.h"

#include "html.h"

#include <string.h>

enum { KEPT = 8 }; /* a few kinds of pages are made in turn */

struct html_hashes {
    struct arena *run;
    size_t next;
    struct {
        struct buffer content;
        struct sha256 hash;
    } kept[KEPT];
};

struct html_hashes *html_hashes_open(struct arena *run)
{
    struct html_hashes *hashes = ARENA_NEW(run, struct html_hashes);
    hashes->run = run;
    for (size_t i = 0; i < KEPT; i++)
        hashes->kept[i].content.arena = run;
    return hashes;
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
