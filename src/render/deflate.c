#include "render/deflate.h"

#include <libdeflate.h>

struct deflater *deflater_open(int level)
{
    return (struct deflater *)libdeflate_alloc_compressor(level);
}

void deflater_close(struct deflater *deflater)
{
    if (deflater)
        libdeflate_free_compressor((struct libdeflate_compressor *)deflater);
}

size_t deflate_whole(struct deflater *deflater, enum deflate_form form, struct str bytes, char *at, size_t room)
{
    struct libdeflate_compressor *compressor = (struct libdeflate_compressor *)deflater;
    return form == DEFLATE_RAW ? libdeflate_deflate_compress(compressor, bytes.at, bytes.length, at, room)
                               : libdeflate_zlib_compress(compressor, bytes.at, bytes.length, at, room);
}

size_t deflate_room(struct deflater *deflater, size_t length)
{
    return libdeflate_deflate_compress_bound((struct libdeflate_compressor *)deflater, length);
}

uint32_t deflate_crc(uint32_t crc, struct str bytes)
{
    return libdeflate_crc32(crc, bytes.at, bytes.length);
}

struct str deflate_engine(void)
{
    return STR(LIBDEFLATE_VERSION_STRING);
}
