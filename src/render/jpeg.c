#include "render/jpeg.h"

enum { START = 0xD8, END = 0xD9, SCAN = 0xDA, APPLICATION = 0xE0, ADOBE = 0xEE };

static unsigned byte_at(struct str file, size_t at)
{
    return at < file.length ? (unsigned char)file.at[at] : 0;
}

/* Of the segment whose marker is at `at`, both included. */
static size_t segment_length(struct str file, size_t at)
{
    return 2 + (byte_at(file, at + 2) << 8 | byte_at(file, at + 3));
}

static bool is_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* Adobe's says how colours are coded; the other applications' and comments are nobody's business. */
static bool is_kept(unsigned marker)
{
    return marker == ADOBE || marker < APPLICATION;
}

/* The next marker in compressed data, where FF is followed by 00 or by a restart. */
static size_t scan_end(struct str file, size_t at)
{
    for (; at + 1 < file.length; at++) {
        unsigned next = byte_at(file, at + 1);
        if (byte_at(file, at) == 0xFF && next && next != 0xFF && !(next >= 0xD0 && next <= 0xD7))
            return at;
    }
    return file.length;
}

bool jpeg_strip(struct arena *arena, struct str file, struct jpeg *jpeg)
{
    struct buffer out = {.arena = arena};
    jpeg->components = 0;
    if (byte_at(file, 0) != 0xFF || byte_at(file, 1) != START)
        return false;
    buffer_add(&out, str_slice(file, 0, 2));
    for (size_t at = 2, end; at + 1 < file.length && byte_at(file, at) == 0xFF; at = end) {
        unsigned marker = byte_at(file, at + 1);
        if (marker == END) {
            buffer_add(&out, str_slice(file, at, at + 2));
            jpeg->bytes = buffer_str(&out);
            return jpeg->components > 0;
        }
        if (marker == 0xFF) { /* padding */
            end = at + 1;
            continue;
        }
        end = at + segment_length(file, at);
        if (is_frame(marker))
            jpeg->components = (int)byte_at(file, at + 9);
        if (marker == SCAN)
            end = scan_end(file, end);
        if (end > file.length)
            return false;
        if (is_kept(marker))
            buffer_add(&out, str_slice(file, at, end));
    }
    return false;
}
