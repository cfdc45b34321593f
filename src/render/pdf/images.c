#include "render/pdf/images.h"

struct used_image {
    const struct image *image;
    unsigned object; /* 0: cannot be decoded */
};

struct pdf_images {
    struct job job;
    struct used_image *at;
    size_t count, capacity;
};

struct pdf_images *pdf_images_new(const struct job *job)
{
    struct pdf_images *images = ARENA_NEW(job->arena, struct pdf_images);
    images->job = *job;
    return images;
}

/* Colour components of a JPEG, from its frame header; 0 when it has none. */
static int components_of(struct str jpeg)
{
    const unsigned char *at = (const unsigned char *)jpeg.at;
    for (size_t i = 2; i + 9 < jpeg.length && at[i] == 0xFF;) {
        unsigned char marker = at[i + 1];
        bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame)
            return at[i + 9];
        i += 2 + ((size_t)at[i + 2] << 8 | at[i + 3]);
    }
    return 0;
}

/* As it is where the archive's colour space allows: four components are inks, and go through the decoder. */
static unsigned jpeg_write(const struct job *job, const struct image *image)
{
    int components = components_of(image->bytes);
    if (components != 1 && components != 3)
        return 0;
    return pdf_stream(job->file,
                      str_print(job->arena,
                                "/Type /XObject\n/Subtype /Image\n/Width %u\n/Height %u\n/ColorSpace /%s\n"
                                "/BitsPerComponent 8\n/Filter /DCTDecode\n",
                                image->width, image->height, components == 1 ? "DeviceGray" : "DeviceRGB"),
                      image->bytes);
}

unsigned pdf_images_object(struct pdf_images *images, const struct image *image)
{
    const struct job *job = &images->job;
    for (size_t i = 0; i < images->count; i++)
        if (images->at[i].image == image)
            return images->at[i].object;
    unsigned object = image->kind == IMAGE_JPEG ? jpeg_write(job, image) : 0;
    if (!object)
        REPORT(job->diagnostics, (struct place){0}, MSG_image_unpainted, {image->path});
    *PUSH(job->arena, images) = (struct used_image){image, object};
    return object;
}

void pdf_images_resources(const struct pdf_images *images, struct buffer *out)
{
    for (size_t i = 0; i < images->count; i++)
        if (images->at[i].object)
            buffer_print(out, "/I%u %u 0 R\n", images->at[i].object, images->at[i].object);
}
