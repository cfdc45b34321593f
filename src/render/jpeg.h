/* A JPEG as it goes into a deliverable: the picture alone, without what the camera wrote beside it (the place, the
 * owner, a thumbnail, a film after the end). Its orientation goes too: whoever shows it turns it. */
#ifndef RENDER_JPEG_H
#define RENDER_JPEG_H

#include "base/base.h"

struct jpeg {
    struct str bytes;
    int components; /* 1 grey, 3 colours, 4 inks */
};

/* False when the file is not laid out as a JPEG is. */
bool jpeg_strip(struct arena *arena, struct str file, struct jpeg *jpeg);

#endif
