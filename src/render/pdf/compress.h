/* Streams compressed as PDF's FlateDecode reads them (zlib format), by libdeflate. */
#ifndef RENDER_PDF_COMPRESS_H
#define RENDER_PDF_COMPRESS_H

#include "base/base.h"

struct compressor;
/* NULL when memory runs out. */
struct compressor *compressor_open(void);
void compressor_close(struct compressor *compressor);

/* The compressed bytes, or the bytes themselves where that is no gain. */
struct packed {
    struct str bytes, filter; /* "/Filter /FlateDecode\n" or empty */
};
struct packed compress(struct arena *arena, struct compressor *compressor, struct str bytes);
struct str compress_engine(void);

#endif
