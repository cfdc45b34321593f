#include "archive.h"

#include "render/deflate.h"

#include <stdio.h>
#include <string.h>
#include <zlib.h>

/* Larger parts are packed as they come, so that memory does not grow with them. */
#define PART_WHOLE ((size_t)4 << 20)
#define LEVEL_WHOLE 1
#define LEVEL_STREAM 1
/* Beyond this a ZIP archive takes another form, and no spreadsheet opens a workbook of it. */
#define BYTES_MAX ((size_t)4000 << 20)
#define NAME_FORM "/dev/null/archive-%p"

struct entry {
    struct str name;
    uint32_t crc, packed, size, offset;
};
struct archive {
    struct arena *arena;
    struct deflater *deflater;
    struct buffer out, part;
    struct entries {
        struct entry *at;
        size_t count, capacity;
    } entries;
    z_stream stream;
    size_t part_size;
    uint32_t part_crc;
    bool streaming, refused, closed;
};

struct archive *archive_new(struct arena *arena)
{
    struct archive *archive = ARENA_NEW(arena, struct archive);
    *archive = (struct archive){.arena = arena, .out = {.arena = arena}, .part = {.arena = arena}};
    archive->deflater = deflater_open(LEVEL_WHOLE);
    archive->refused = !archive->deflater;
    return archive;
}

struct str archive_name(struct arena *arena, const struct archive *archive)
{
    return str_print(arena, NAME_FORM, (const void *)archive);
}

bool archive_take(struct archive *archive, struct str *bytes)
{
    deflater_close(archive->deflater);
    archive->deflater = NULL;
    *bytes = buffer_str(&archive->out);
    return archive->closed && !archive->refused;
}

/* ---- the form of a ZIP archive ---- */

static void put16(struct buffer *out, uint32_t n)
{
    buffer_byte(out, (char)(n & 0xFF));
    buffer_byte(out, (char)(n >> 8 & 0xFF));
}

static void put32(struct buffer *out, uint32_t n)
{
    put16(out, n & 0xFFFF);
    put16(out, n >> 16);
}

/* What the header before a part and the line of the index have in common: deflated, on the first day of 1980. */
static void put_entry(struct buffer *out, const struct entry *entry)
{
    put16(out, 20);
    put16(out, 0);
    put16(out, 8);
    put16(out, 0);
    put16(out, 0x21);
    put32(out, entry->crc);
    put32(out, entry->packed);
    put32(out, entry->size);
    put16(out, (uint32_t)entry->name.length);
    put16(out, 0);
}

static void put_header(struct archive *archive, const struct entry *entry)
{
    put32(&archive->out, 0x04034B50);
    put_entry(&archive->out, entry);
    buffer_add(&archive->out, entry->name);
}

/* The header of a part whose sizes are known now. */
static void renew_header(struct archive *archive, const struct entry *entry)
{
    size_t end = archive->out.count;
    archive->out.count = entry->offset;
    put_header(archive, entry);
    archive->out.count = end;
}

static void put_index(struct archive *archive)
{
    struct buffer *out = &archive->out;
    uint32_t start = (uint32_t)out->count, count = (uint32_t)archive->entries.count;
    for (uint32_t i = 0; i < count; i++) {
        const struct entry *entry = &archive->entries.at[i];
        put32(out, 0x02014B50);
        put16(out, 20);
        put_entry(out, entry);
        put16(out, 0);
        put32(out, 0);
        put32(out, 0);
        put32(out, entry->offset);
        buffer_add(out, entry->name);
    }
    uint32_t bytes = (uint32_t)out->count - start;
    put32(out, 0x06054B50);
    put32(out, 0);
    put16(out, count);
    put16(out, count);
    put32(out, bytes);
    put32(out, start);
    put16(out, 0);
}

/* ---- packing ---- */

/* Room for so many bytes more, which the caller fills. */
static char *room_for(struct buffer *buffer, size_t bytes)
{
    if (buffer->capacity - buffer->count < bytes) {
        size_t capacity = (buffer->count + bytes) * 2;
        char *at = arena_bytes(buffer->arena, capacity);
        if (buffer->count)
            memcpy(at, buffer->at, buffer->count);
        buffer->at = at;
        buffer->capacity = capacity;
    }
    return buffer->at + buffer->count;
}

static void pack_whole(struct archive *archive)
{
    struct str part = {archive->part.at, archive->part.count};
    size_t room = deflate_room(archive->deflater, part.length);
    size_t packed = deflate_whole(archive->deflater, DEFLATE_RAW, part, room_for(&archive->out, room), room);
    archive->out.count += packed;
    archive->refused |= !packed;
}

static void stream_on(struct archive *archive, bool ends)
{
    z_stream *stream = &archive->stream;
    stream->next_in = (unsigned char *)archive->part.at;
    stream->avail_in = (unsigned)archive->part.count;
    int state = Z_OK;
    do {
        size_t room = PART_WHOLE / 4;
        stream->next_out = (unsigned char *)room_for(&archive->out, room);
        stream->avail_out = (unsigned)room;
        state = deflate(stream, ends ? Z_FINISH : Z_NO_FLUSH);
        archive->out.count += room - stream->avail_out;
    } while (state == Z_OK && (stream->avail_in || ends));
    archive->refused |= state != Z_STREAM_END && state != Z_OK && state != Z_BUF_ERROR;
    archive->part.count = 0;
}

static void part_flush(struct archive *archive)
{
    if (!archive->streaming) {
        archive->stream = (z_stream){0};
        archive->streaming = true;
        archive->refused |=
            deflateInit2(&archive->stream, LEVEL_STREAM, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK;
    }
    if (!archive->refused)
        stream_on(archive, false);
    archive->part.count = 0;
}

static void part_end(struct archive *archive)
{
    struct entry *entry = &archive->entries.at[archive->entries.count - 1];
    size_t from = archive->out.count;
    if (archive->streaming) {
        stream_on(archive, true);
        deflateEnd(&archive->stream);
        archive->streaming = false;
        from = entry->offset + 30 + entry->name.length;
    } else {
        pack_whole(archive);
    }
    archive->refused |= archive->out.count > BYTES_MAX || archive->part_size > BYTES_MAX;
    entry->crc = archive->part_crc;
    entry->size = (uint32_t)archive->part_size;
    entry->packed = (uint32_t)(archive->out.count - from);
    renew_header(archive, entry);
}

/* ---- minizip's functions, as its header declares them ---- */

void *zipOpen(const char *path, int append);
int zipOpenNewFileInZip4_64(void *file, const char *name, const void *info, const void *local, unsigned local_size,
                            const void *global, unsigned global_size, const char *comment, int method, int level,
                            int raw, int window, int memory, int strategy, const char *password, unsigned long crc,
                            unsigned long made_by, unsigned long flags, int zip64);
int zipWriteInFileInZip(void *file, const void *bytes, unsigned length);
int zipCloseFileInZip(void *file);
int zipClose(void *file, const char *comment);

void *zipOpen(const char *path, int append)
{
    void *archive = NULL;
    (void)append;
    return sscanf(path, NAME_FORM, &archive) == 1 ? archive : NULL;
}

int zipOpenNewFileInZip4_64(void *file, const char *name, const void *info, const void *local, unsigned local_size,
                            const void *global, unsigned global_size, const char *comment, int method, int level,
                            int raw, int window, int memory, int strategy, const char *password, unsigned long crc,
                            unsigned long made_by, unsigned long flags, int zip64)
{
    struct archive *archive = file;
    (void)info, (void)local, (void)local_size, (void)global, (void)global_size, (void)comment, (void)method;
    (void)level, (void)raw, (void)window, (void)memory, (void)strategy, (void)password, (void)crc, (void)made_by;
    (void)flags, (void)zip64;
    struct entry *entry = PUSH(archive->arena, &archive->entries);
    *entry = (struct entry){.name = str_copy(archive->arena, str_of(name)), .offset = (uint32_t)archive->out.count};
    put_header(archive, entry);
    archive->part.count = archive->part_size = archive->part_crc = 0;
    return archive->refused;
}

int zipWriteInFileInZip(void *file, const void *bytes, unsigned length)
{
    struct archive *archive = file;
    archive->part_crc = deflate_crc(archive->part_crc, (struct str){bytes, length});
    archive->part_size += length;
    memcpy(room_for(&archive->part, length), bytes, length);
    archive->part.count += length;
    if (archive->part.count > PART_WHOLE)
        part_flush(archive);
    return archive->refused;
}

int zipCloseFileInZip(void *file)
{
    struct archive *archive = file;
    if (!archive->refused)
        part_end(archive);
    return archive->refused;
}

int zipClose(void *file, const char *comment)
{
    struct archive *archive = file;
    (void)comment;
    put_index(archive);
    archive->closed = true;
    return archive->refused;
}
