/* What browsers are told to run: nothing but the style and the script of the page, by their hashes. Pages of one kind
 * carry the same; a process hashes them once. The door of `render/html` for the device. */
#ifndef RENDER_HTML_POLICY_H
#define RENDER_HTML_POLICY_H

#include "base/base.h"

struct html_hashes;
struct html_hashes *html_hashes_open(struct arena *run);

#endif
