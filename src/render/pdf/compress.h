/* Streams compressed as PDF's FlateDecode reads them (zlib format), by libdeflate. */
#ifndef RENDER_PDF_COMPRESS_H
#define RENDER_PDF_COMPRESS_H

#include "base/base.h"

struct compressor;
struct compressor *compressor_open(struct arena *run);
void compressor_close(struct compressor *compressor);

/* The compressed bytes, or the bytes themselves where that is no gain. */
struct packed {
    struct str bytes, filter; /* "/Filter /FlateDecode\n" or empty */
};
enum compress_for { COMPRESS_QUICK, COMPRESS_KEPT };
struct packed compress(struct arena *arena, struct compressor *compressor, enum compress_for level, struct str bytes);
struct str compress_engine(void);

#endif
