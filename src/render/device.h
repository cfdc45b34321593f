/* Private to `render`: what a device is made of. The type is shared by PDF and by the charts of HTML. */
#ifndef RENDER_DEVICE_H
#define RENDER_DEVICE_H

#include "render/render.h"
#include "render/shaper.h"

struct pdf_press;
struct html_hashes;

struct render_device {
    struct shaper *shaper;
    struct metrics metrics;
    struct layout_style style;
    struct pdf_press *press; /* the PDF folder's own memory: compressor, subsets */
    struct html_hashes *html;
};

#endif
