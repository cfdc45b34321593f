#include "render/pdf/compress.h"

#include "render/deflate.h"

#define WORTH_IT 400 /* bytes: below, setting the tables up costs more than is gained */

/* What each document has of its own is a fiftieth larger at level 1 and takes a third of the time; a picture is
 * compressed once for all documents of a process. */
static const int levels[] = {[COMPRESS_QUICK] = 1, [COMPRESS_KEPT] = 6};
#define LEVELS (sizeof levels / sizeof *levels)

struct compressor {
    struct deflater *at[LEVELS];
};

struct compressor *compressor_open(struct arena *run)
{
    struct compressor *compressor = ARENA_NEW(run, struct compressor);
    for (size_t i = 0; i < LEVELS; i++)
        compressor->at[i] = deflater_open(levels[i]);
    return compressor;
}

void compressor_close(struct compressor *compressor)
{
    for (size_t i = 0; i < LEVELS; i++)
        deflater_close(compressor->at[i]);
}

struct packed compress(struct arena *arena, struct compressor *compressor, enum compress_for level, struct str bytes)
{
    const struct packed plain = {bytes, STR_NONE};
    struct deflater *deflater = compressor->at[level];
    if (!deflater || bytes.length < WORTH_IT)
        return plain;
    struct arena_mark mark = arena_mark(arena);
    char *at = arena_alloc(arena, bytes.length, 1);
    size_t length = deflate_whole(deflater, DEFLATE_ZLIB, bytes, at, bytes.length);
    if (!length) {
        arena_rewind(arena, mark);
        return plain;
    }
    return (struct packed){{at, length}, STR("/Filter /FlateDecode\n")};
}

struct str compress_engine(void)
{
    return deflate_engine();
}
