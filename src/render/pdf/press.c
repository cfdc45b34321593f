#include "render/pdf/press.h"

#include "render/pdf/fonts.h"
#include "render/pdf/images.h"
#include "render/pdf/metadata.h"
#include "render/pdf/page.h"
#include "render/pdf/subset.h"
#include "render/pdf/tags.h"

struct pdf_press *pdf_press_open(struct arena *run, struct shaper *shaper)
{
    struct pdf_press *press = ARENA_NEW(run, struct pdf_press);
    press->run = run;
    press->shaper = shaper;
    press->compressor = compressor_open(run);
    press->images = pdf_kept_images_open(run);
    press->sources = ARENA_ARRAY(run, struct hb_face_t *, shaper_font_count(shaper));
    for (size_t i = 0; i < shaper_font_count(shaper); i++)
        press->sources[i] = subset_source(shaper_font(shaper, i));
    return press;
}

void pdf_press_close(struct pdf_press *press)
{
    compressor_close(press->compressor);
    pdf_kept_images_close(press->images);
    for (size_t i = 0; i < shaper_font_count(press->shaper); i++)
        subset_source_close(press->sources[i]);
}

/* Pages have their numbers before anything is painted: links and bookmarks lead forward too. */
static void job_begin(struct job *job)
{
    const struct pages *pages = job->pages;
    job->file = pdf_file_open(job->arena);
    job->page_objects = ARENA_ARRAY(job->arena, unsigned, pages->count);
    for (size_t i = 0; i < pages->count; i++)
        job->page_objects[i] = pdf_page(job->file, pages->at[i].drawing.width, pages->at[i].drawing.height);
    job->fonts = pdf_fonts_new(job);
    job->images = pdf_images_new(job);
    job->tags = pdf_tags_new(job);
    job->missing = ARENA_NEW(job->arena, struct missing_characters);
}

bool pdf_print(struct arena *arena, struct pdf_press *press, const struct document *document, const struct pages *pages,
               struct str *bytes, struct diagnostics *diagnostics)
{
    const struct place nowhere = {0};
    struct job job = {.arena = arena, .press = press, .document = document, .pages = pages, .diagnostics = diagnostics};
    if (!shaper_face(press->shaper, FACE_REGULAR)) {
        REPORT(diagnostics, nowhere, MSG_no_font, {STR("Lato")});
        return false;
    }
    job_begin(&job);
    pdf_pages_paint(&job);
    bool written = pdf_fonts_write(job.fonts);
    pdf_metadata_write(&job, pdf_tags_write(job.tags));
    written = written && !shaper_failed(press->shaper) && pdf_file_bytes(arena, job.file, bytes);
    if (!written)
        REPORT(diagnostics, nowhere, MSG_pdf_failed, {pdf_file_error(arena, job.file)});
    pdf_file_close(job.file);
    return written;
}
