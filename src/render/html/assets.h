/* document.css and document.js, put into the program by the build so that a page needs no file beside it. */
#ifndef RENDER_HTML_ASSETS_H
#define RENDER_HTML_ASSETS_H

#include <stddef.h>

extern const unsigned char html_css[], html_js[];
extern const size_t html_css_length, html_js_length;

#endif
