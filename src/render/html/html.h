/* What the files of the HTML renderer share: a page being written. Everything of the author's goes through
 * escape_text, escape_attribute or url_is_allowed: nothing of it ever becomes markup. Private to render/html. */
#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include "render/formats.h"

#include "assets.h"

/* A heading with its place in the page. */
struct outline_row {
    const struct node *heading;
    struct str id;
    int level; /* 2 to 6, none skipped */
};
struct outline {
    struct outline_row *at;
    size_t count, capacity;
};
struct colours {
    uint32_t *at;
    size_t count, capacity;
};
struct footnotes {
    const struct node **at;
    size_t count, capacity;
};

struct html_hashes;

/* Words that stand beside every figure's source. */
enum html_term { TERM_RULE, TERM_BASIS, TERM_COMPUTATION, TERM_KEY, TERM_CELLS, TERM_COUNT };

struct html {
    struct arena *arena;
    const struct document *document;
    struct html_hashes *hashes; /* of styles and scripts; NULL: none are kept */
    struct buffer out;
    struct outline outline;
    struct taken ids;       /* in this page */
    struct taken regions;   /* names of the landmarks */
    struct footnotes notes; /* met so far, in order */
    struct colours colours; /* painted in drawings */
    struct str terms[TERM_COUNT];
    size_t source; /* the figure whose source was last led to: the next one printed is mostly the next one */
    bool in_link;  /* links do not nest */
    bool sources_written;
    bool explores; /* a table is to be chosen from */
};

/* ---- escape.c ---- */
void escape_text(struct buffer *out, struct str s);
/* For a value between double quotes. */
void escape_attribute(struct buffer *out, struct str s);
/* http, https, mailto, or an anchor in this document; everything else is refused. */
bool url_is_allowed(struct str url);
/* Within an attribute; what no URL may hold is percent-encoded. */
void escape_url(struct buffer *out, struct str url);
void base64(struct buffer *out, struct str bytes);

/* ---- page.c ---- */
static inline void html_add(struct html *html, const char *markup)
{
    buffer_add(&html->out, str_of(markup));
}
void html_text(struct html *html, struct str text);
/* A caption or a sentence that is no tree: French ordinals are raised, as they are in trees. */
void html_sentence(struct html *html, struct str text);
/* ` name="value"`, escaped; nothing when the value is empty. */
void html_attribute(struct html *html, const char *name, struct str value);
/* ` data-some-word="…"` of the word "some_word": for a script to show. */
void html_data_word(struct html *html, const char *key);
/* A word of the interface, as text. */
void html_word(struct html *html, const char *key);
struct str html_number(struct html *html, struct quantity quantity);

/* ---- outline.c ---- */
/* An id that nothing else has: the slug of `wish`, numbered when it is taken. */
struct str html_id(struct html *html, struct str wish);
/* The name of a landmark: numbered when another has it already. */
struct str html_region(struct html *html, struct str wish);
void outline_read(struct html *html);
const struct outline_row *outline_find(const struct html *html, const struct node *heading);
void outline_write(struct html *html); /* the table of contents */
/* Whether "#anchor" leads somewhere in this page. */
bool outline_has(const struct html *html, struct str anchor);

/* ---- blocks.c, inlines.c ---- */
void html_blocks(struct html *html, const struct node *parent, bool tight);
void html_inlines(struct html *html, const struct node *parent);
void html_notes(struct html *html);

/* ---- images.c ---- */
void html_image(struct html *html, const struct image *image, struct str alternative, const char *class);
/* The file without what is beside the picture: place, owner, comments. */
struct str image_bare(struct arena *arena, const struct image *image);

/* ---- tables.c ---- */
void html_table(struct html *html, const struct table *table);

/* ---- charts.c ---- */
void html_chart(struct html *html, const struct chart *chart);
void html_spark(struct html *html, const struct quantity *series, size_t count, struct str text);
void html_progress(struct html *html, struct quantity fraction);

/* ---- cards.c ---- */
void html_cards(struct html *html, const struct card *cards, size_t count);

/* ---- sources.c: where figures come from ---- */
/* The number, which leads to where it comes from when the document tells. */
void html_figure(struct html *html, struct str shown, struct quantity number, struct str key);
void html_source(struct html *html, const struct provenance *provenance);
void html_sources(struct html *html); /* the annex, once */

/* ---- style.c ---- */
/* document.css, then the colours of this document, light and dark. */
struct str html_style(struct html *html);
uint32_t colour_for_dark(uint32_t colour);

/* ---- policy.c ---- */
void html_policy(struct html *html, struct str style, struct str script);
/* The style of the page made last, where it had this accent and these colours, as most have; else STR_NONE. */
struct str html_style_kept(const struct html *html, uint32_t accent);
void html_style_keep(struct html *html, uint32_t accent, struct str style);

/* ---- site.c: nothing outside a site ---- */
void site_menu(struct html *html);
void site_trail(struct html *html);
void site_head(struct html *html);
void site_words(struct html *html);    /* as attributes, for its script */
void site_findings(struct html *html); /* what a search finds, as data */
struct str site_style(const struct html *html);
struct str site_script(const struct html *html);

/* ---- type.c ---- */
extern const struct metrics screen_metrics;

/* ---- svg.c ---- */
struct svg {
    struct str class;
    struct str id;          /* of the title and description; empty: a decoration, or a picture named by `title` alone */
    struct str title, text; /* its accessible name and description */
    struct colours *colours; /* those painted are added */
    struct arena *arena;
};
void svg_paint(struct buffer *out, const struct drawing *drawing, const struct svg *svg);
/* "12.34" of thousandths. */
void svg_length(struct buffer *out, int32_t thousandths);

#endif
