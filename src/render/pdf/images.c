#include "render/pdf/images.h"

#include "read/read.h"
#include "render/jpeg.h"

/* Logos come back in every document: their samples are decoded and compressed once a process, up to this much. */
#define KEPT_BYTES_MAX ((size_t)32 << 20)

struct kept_image {
    struct str source; /* by its address: pictures live as long as the run */
    const char *space;
    struct packed samples, mask;
    bool masked;
};

struct kept_images {
    struct arena *arena;
    struct kept_image *at;
    size_t count, capacity;
};

struct used_image {
    const struct image *image;
    struct pdf_image written;
};

struct pdf_images {
    struct job job;
    struct used_image *at;
    size_t count, capacity;
};

struct kept_images *pdf_kept_images_open(struct arena *run)
{
    struct kept_images *kept = ARENA_NEW(run, struct kept_images);
    kept->arena = arena_new();
    return kept;
}

void pdf_kept_images_close(struct kept_images *kept)
{
    arena_free(kept->arena);
}

struct pdf_images *pdf_images_new(const struct job *job)
{
    struct pdf_images *images = ARENA_NEW(job->arena, struct pdf_images);
    images->job = *job;
    return images;
}

/* ---- samples ---- */

static bool all_opaque(const uint8_t *alpha, size_t pixels)
{
    size_t i = 0;
    while (i < pixels && alpha[i] == 255)
        i++;
    return i == pixels;
}

/* Keeps one byte a pixel when there is no colour in the picture. */
static bool to_grey(uint8_t *rgb, size_t pixels)
{
    for (size_t i = 0; i < pixels; i++)
        if (rgb[3 * i] != rgb[3 * i + 1] || rgb[3 * i] != rgb[3 * i + 2])
            return false;
    for (size_t i = 0; i < pixels; i++)
        rgb[i] = rgb[3 * i];
    return true;
}

static bool decode(const struct job *job, const struct image *image, struct kept_image *decoded)
{
    uint8_t *rgb, *alpha;
    size_t pixels = (size_t)image->width * image->height;
    if (!read_samples(job->arena, image, &rgb, &alpha))
        return false;
    bool grey = to_grey(rgb, pixels);
    struct str samples = {(const char *)rgb, grey ? pixels : 3 * pixels};
    decoded->space = grey ? "DeviceGray" : "DeviceRGB";
    decoded->source = image->bytes;
    decoded->samples = compress(job->arena, job->press->compressor, COMPRESS_KEPT, samples);
    decoded->masked = alpha && !all_opaque(alpha, pixels);
    if (decoded->masked)
        decoded->mask =
            compress(job->arena, job->press->compressor, COMPRESS_KEPT, (struct str){(const char *)alpha, pixels});
    return true;
}

static void keep(struct kept_images *kept, const struct kept_image *decoded)
{
    if (arena_footprint(kept->arena) + decoded->samples.bytes.length + decoded->mask.bytes.length > KEPT_BYTES_MAX)
        return;
    struct kept_image *copy = PUSH(kept->arena, kept);
    *copy = *decoded;
    copy->samples.bytes = str_copy(kept->arena, decoded->samples.bytes);
    copy->mask.bytes = str_copy(kept->arena, decoded->mask.bytes);
}

static const struct kept_image *kept_find(const struct kept_images *kept, struct str source)
{
    for (size_t i = 0; i < kept->count; i++)
        if (kept->at[i].source.at == source.at && kept->at[i].source.length == source.length)
            return &kept->at[i];
    return NULL;
}

/* ---- writing ---- */

struct size {
    uint32_t width, height;
};

static unsigned picture_write(const struct job *job, struct size size, const char *space, struct packed data,
                              unsigned mask)
{
    struct buffer out = {.arena = job->arena};
    buffer_print(&out, "/Type /XObject\n/Subtype /Image\n/Width %u\n/Height %u\n/ColorSpace /%s\n/BitsPerComponent 8\n",
                 size.width, size.height, space);
    if (mask)
        buffer_print(&out, "/SMask %u 0 R\n", mask);
    buffer_add(&out, data.filter);
    return pdf_stream(job->file, buffer_str(&out), data.bytes);
}

static unsigned decoded_write(const struct job *job, const struct image *image)
{
    struct kept_image decoded = {0};
    const struct kept_image *kept = kept_find(job->press->images, image->bytes);
    if (kept)
        decoded = *kept;
    else if (decode(job, image, &decoded))
        keep(job->press->images, &decoded);
    else
        return 0;
    const struct size size = {image->width, image->height};
    unsigned mask = decoded.masked ? picture_write(job, size, "DeviceGray", decoded.mask, 0) : 0;
    return picture_write(job, size, decoded.space, decoded.samples, mask);
}

static unsigned jpeg_write(const struct job *job, const struct image *image, const struct jpeg *jpeg)
{
    bool lying = image->orientation >= 5;
    const struct size size = {lying ? image->height : image->width, lying ? image->width : image->height};
    const struct packed data = {jpeg->bytes, STR("/Filter /DCTDecode\n")};
    return picture_write(job, size, jpeg->components == 1 ? "DeviceGray" : "DeviceRGB", data, 0);
}

/* Inks, four components, have no place in the archive's colour space: they are decoded. */
static struct pdf_image image_write(const struct job *job, const struct image *image)
{
    struct jpeg jpeg;
    if (image->kind == IMAGE_JPEG && jpeg_strip(job->arena, image->bytes, &jpeg) &&
        (jpeg.components == 1 || jpeg.components == 3))
        return (struct pdf_image){jpeg_write(job, image, &jpeg), image->orientation > 1 ? image->orientation : 1};
    return (struct pdf_image){decoded_write(job, image), 1};
}

struct pdf_image pdf_images_object(struct pdf_images *images, const struct image *image)
{
    const struct job *job = &images->job;
    for (size_t i = 0; i < images->count; i++)
        if (images->at[i].image == image)
            return images->at[i].written;
    struct pdf_image written = image_write(job, image);
    if (!written.object)
        REPORT(job->diagnostics, (struct place){0}, MSG_image_unpainted, {image->path});
    *PUSH(job->arena, images) = (struct used_image){image, written};
    return written;
}

void pdf_images_resources(const struct pdf_images *images, struct buffer *out)
{
    for (size_t i = 0; i < images->count; i++)
        if (images->at[i].written.object)
            buffer_print(out, "/I%u %u 0 R\n", images->at[i].written.object, images->at[i].written.object);
}
