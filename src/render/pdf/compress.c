#include "render/pdf/compress.h"

#include <libdeflate.h>

#define LEVEL 6
#define WORTH_IT 400 /* bytes: below, setting the tables up costs more than is gained */

struct compressor *compressor_open(void)
{
    return (struct compressor *)libdeflate_alloc_compressor(LEVEL);
}

void compressor_close(struct compressor *compressor)
{
    libdeflate_free_compressor((struct libdeflate_compressor *)compressor);
}

struct packed compress(struct arena *arena, struct compressor *compressor, struct str bytes)
{
    const struct packed plain = {bytes, STR_NONE};
    if (!compressor || bytes.length < WORTH_IT)
        return plain;
    struct libdeflate_compressor *deflater = (struct libdeflate_compressor *)compressor;
    struct arena_mark mark = arena_mark(arena);
    char *at = arena_alloc(arena, bytes.length, 1);
    size_t length = libdeflate_zlib_compress(deflater, bytes.at, bytes.length, at, bytes.length);
    if (!length) {
        arena_rewind(arena, mark);
        return plain;
    }
    return (struct packed){{at, length}, STR("/Filter /FlateDecode\n")};
}

struct str compress_engine(void)
{
    return STR(LIBDEFLATE_VERSION_STRING);
}
