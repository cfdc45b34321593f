/* What the files of the HTML renderer share. Everything of the author's goes through escape_text, escape_attribute or
 * url_attribute: nothing of it ever becomes markup. Private to render/html. */
#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include "../render.h"

/* ---- escape.c ---- */
void escape_text(struct buffer *out, struct str s);
/* For a value between double quotes. */
void escape_attribute(struct buffer *out, struct str s);
/* http, https, mailto, or an anchor in this document; everything else is refused. */
bool url_is_allowed(struct str url);

/* ---- type.c ---- */
extern const struct metrics screen_metrics;

/* ---- svg.c ---- */
struct svg {
    struct str class;
    struct str id;          /* of the title and description; empty: a decoration without either */
    struct str title, text; /* its accessible name and description */
};
void svg_paint(struct buffer *out, const struct drawing *drawing, const struct svg *svg);
/* "12.34" of thousandths. */
void svg_length(struct buffer *out, int32_t thousandths);

#endif
