/* Styles and scripts, put into the program by the build so that a page needs no file beside it: document.css is
 * document_css. */
#ifndef RENDER_HTML_ASSETS_H
#define RENDER_HTML_ASSETS_H

#include <stddef.h>

extern const unsigned char document_css[], document_js[], site_css[], search_js[], explore_js[];
extern const size_t document_css_length, document_js_length, site_css_length, search_js_length, explore_js_length;

#endif
