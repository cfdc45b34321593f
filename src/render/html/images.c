/* Pictures inside the page, without what the camera or the editor wrote beside them. */
#include "html.h"

#include "read/read.h"
#include "render/jpeg.h"

enum { PNG_SIGNATURE = 8, PNG_AROUND = 12 };   /* bytes: before the first chunk; of a chunk beside its data */
enum { LIGHT = 120 * 1024, SHOWN_MAX = 1600 }; /* bytes not worth a second thought; pixels on a screen of two a point */

static uint32_t big_endian(struct str bytes, size_t at)
{
    uint32_t value = 0;
    for (size_t i = 0; i < 4; i++)
        value = value << 8 | (unsigned char)bytes.at[at + i];
    return value;
}

/* Capital first letters are the picture itself; of the others, those that say how it looks. */
static bool is_picture(struct str name)
{
    static const char looks[][5] = {"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "pHYs"};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (str_equal(name, str_of(looks[i])))
            return true;
    return name.at[0] >= 'A' && name.at[0] <= 'Z';
}

static struct str png_bare(struct arena *arena, struct str file)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, str_slice(file, 0, PNG_SIGNATURE));
    for (size_t at = PNG_SIGNATURE; at + PNG_AROUND <= file.length;) {
        size_t length = (size_t)big_endian(file, at) + PNG_AROUND;
        struct str name = str_slice(file, at + 4, at + 8);
        if (length > file.length - at)
            break;
        if (is_picture(name))
            buffer_add(&out, str_slice(file, at, at + length));
        if (str_equal(name, STR("IEND")))
            break;
        at += length;
    }
    return buffer_str(&out);
}

/* The one thing a browser must know of the camera: how it was held. */
static struct str jpeg_bare(struct arena *arena, const struct image *image)
{
    static const char exif[] = "\xFF\xE1\0\x22"
                               "Exif\0\0"
                               "MM\0*\0\0\0\x08"
                               "\0\x01"
                               "\x01\x12\0\x03\0\0\0\x01\0";
    struct jpeg jpeg;
    if (!jpeg_strip(arena, image->bytes, &jpeg))
        return STR_NONE;
    if (image->orientation < 2)
        return jpeg.bytes;
    struct buffer out = {.arena = arena};
    buffer_add(&out, str_slice(jpeg.bytes, 0, 2));
    buffer_add(&out, (struct str){exif, sizeof exif - 1});
    buffer_byte(&out, (char)image->orientation);
    buffer_add(&out, STR("\0\0\0\0\0\0"));
    buffer_add(&out, str_slice(jpeg.bytes, 2, jpeg.bytes.length));
    return buffer_str(&out);
}

struct str image_bare(struct arena *arena, const struct image *image)
{
    return image->kind == IMAGE_PNG ? png_bare(arena, image->bytes) : jpeg_bare(arena, image);
}

void html_image(struct html *html, const struct image *image, struct str alternative, const char *class)
{
    struct image reduced = *image;
    if (image->bytes.length > LIGHT)
        reduced = read_reduced(html->arena, image, SHOWN_MAX);
    image = &reduced;
    struct str bytes = image_bare(html->arena, image);
    html_add(html, "<img");
    html_attribute(html, "class", str_of(class));
    buffer_print(&html->out, " width=\"%u\" height=\"%u\" alt=\"", (unsigned)image->width, (unsigned)image->height);
    escape_attribute(&html->out, alternative);
    html_add(html, image->kind == IMAGE_PNG ? "\" src=\"data:image/png;base64," : "\" src=\"data:image/jpeg;base64,");
    base64(&html->out, bytes);
    html_add(html, "\">");
}
