#include "render/pdf/page.h"

#include "render/pdf/content.h"
#include "render/pdf/images.h"
#include "render/pdf/metadata.h"
#include "render/pdf/syntax.h"
#include "render/pdf/tags.h"

#include <stdlib.h>

struct painter {
    struct job *job;
    const struct page *page;
    int number; /* of the page */
    struct content content;
    struct buffer annotations;
    int open;                            /* the tag whose content is open, or one of the two below */
    bool pagination;                     /* of the open artifact */
    const struct target_place **targets; /* sorted by anchor */
};
#define CLOSED (-2)

/* ---- tags ---- */

static bool is_shape(const struct mark *mark)
{
    return mark->kind == MARK_LINE || mark->kind == MARK_RECTANGLE || mark->kind == MARK_PATH;
}

/* Rules, backgrounds and frames are decoration wherever they stand; only in a figure are they what is shown. */
static int tag_of(const struct painter *painter, const struct mark *mark)
{
    const struct tag *tags = painter->job->pages->tags;
    if (!is_shape(mark))
        return mark->tag;
    int tag = mark->tag;
    while (tag >= 0 && !pdf_role_is_drawn(tags[tag].role))
        tag = tags[tag].parent;
    return tag >= 0 ? mark->tag : TAG_ARTIFACT;
}

static void tag_close(struct painter *painter)
{
    if (painter->open != CLOSED)
        content_end(&painter->content);
    painter->open = CLOSED;
}

static void tag_open(struct painter *painter, const struct mark *mark)
{
    int tag = tag_of(painter, mark);
    bool pagination = mark->kind == MARK_TEXT;
    if (tag == painter->open && (tag != TAG_ARTIFACT || pagination == painter->pagination))
        return;
    tag_close(painter);
    painter->open = tag;
    painter->pagination = pagination;
    if (tag == TAG_ARTIFACT) {
        content_artifact(&painter->content, pagination);
        return;
    }
    int number = pdf_tags_content(painter->job->tags, tag, painter->number);
    content_tag(&painter->content, pdf_role(painter->job->pages->tags[tag].role), number);
}

/* ---- links ---- */

static int by_anchor(const void *a, const void *b)
{
    const struct target_place *const *one = a, *const *other = b;
    return str_compare((*one)->anchor, (*other)->anchor);
}

static const struct target_place **targets_sort(const struct job *job)
{
    size_t count = job->pages->target_count;
    const struct target_place **targets = ARENA_ARRAY(job->arena, const struct target_place *, count);
    for (size_t i = 0; i < count; i++)
        targets[i] = &job->pages->targets[i];
    qsort(targets, count, sizeof *targets, by_anchor);
    return targets;
}

static const struct target_place *target_find(const struct painter *painter, struct str anchor)
{
    const struct target_place wanted = {.anchor = anchor}, *key = &wanted;
    const struct target_place **found =
        bsearch(&key, painter->targets, painter->job->pages->target_count, sizeof key, by_anchor);
    return found ? *found : NULL;
}

/* A URI holds ASCII only: the rest of UTF-8, and what would end a PDF string, goes as percent and hexadecimal. */
static void uri(struct buffer *out, struct str link)
{
    for (size_t i = 0; i < link.length; i++) {
        unsigned char c = (unsigned char)link.at[i];
        if (c > ' ' && c < 0x7F && c != '(' && c != ')' && c != '\\' && c != '<' && c != '>')
            buffer_byte(out, (char)c);
        else
            buffer_print(out, "%%%02X", c);
    }
}

/* False when it leads to a place that this document does not have. */
static bool link_action(struct painter *painter, struct buffer *out, struct str link)
{
    if (!str_starts(link, STR("#"))) {
        buffer_add(out, STR("/A<</S/URI/URI("));
        uri(out, link);
        buffer_add(out, STR(")>>"));
        return true;
    }
    const struct target_place *target = target_find(painter, str_slice(link, 1, link.length));
    if (!target)
        return false;
    buffer_add(out, STR("/Dest"));
    pdf_destination(painter->job, out, target->page, target->y);
    return true;
}

static void rectangle(struct buffer *out, const struct mark *mark, int32_t height)
{
    const int64_t edges[4] = {mark->x, (int64_t)height - mark->y - mark->height, (int64_t)mark->x + mark->width,
                              (int64_t)height - mark->y};
    buffer_byte(out, '[');
    for (int i = 0; i < 4; i++) {
        syntax_length(out, edges[i]);
        buffer_byte(out, i < 3 ? ' ' : ']');
    }
}

static void paint_link(struct painter *painter, const struct mark *mark)
{
    struct job *job = painter->job;
    struct buffer out = {.arena = job->arena};
    buffer_add(&out, STR("/Subtype/Link/F 4/Border[0 0 0]/Rect"));
    rectangle(&out, mark, painter->page->drawing.height);
    buffer_add(&out, STR("/Contents"));
    syntax_text(&out, mark->title.length ? mark->title : mark->link);
    if (!link_action(painter, &out, mark->link))
        return;
    unsigned object = pdf_reserve(job->file);
    if (mark->tag >= 0)
        buffer_print(&out, "/StructParent %zu", pdf_tags_annotation(job->tags, mark->tag, painter->number, object));
    pdf_define(job->file, object, buffer_str(&out));
    syntax_reference(&painter->annotations, object);
}

/* ---- marks ---- */

static bool paint_text(struct painter *painter, const struct mark *mark)
{
    struct content *content = &painter->content;
    if (!mark->text.length)
        return false;
    tag_open(painter, mark);
    if (mark->language.length) {
        buffer_add(&content->out, STR("/Span <</Lang "));
        syntax_text(&content->out, mark->language);
        buffer_add(&content->out, STR(">>BDC\n"));
    }
    content_text(content, mark);
    if (mark->language.length)
        content_end(content);
    return true;
}

static void paint_image(struct painter *painter, const struct mark *mark)
{
    struct pdf_image image = pdf_images_object(painter->job->images, mark->image);
    if (!image.object)
        return;
    tag_open(painter, mark);
    content_image(&painter->content, mark, image.object, image.orientation);
}

static void paint_mark(struct painter *painter, const struct mark *mark)
{
    switch (mark->kind) {
    case MARK_TEXT:
        paint_text(painter, mark);
        break;
    case MARK_IMAGE:
        paint_image(painter, mark);
        break;
    case MARK_LINK:
        paint_link(painter, mark);
        break;
    default:
        tag_open(painter, mark);
        content_shape(&painter->content, mark);
    }
}

/* ---- characters that no font has ---- */

static struct place place_of(const struct document *document, struct str text)
{
    if (!document->body || !text.length)
        return (struct place){0};
    for (const struct node *node = document->body; node; node = node_walk(document->body, node))
        for (size_t i = 0; node->text.length >= text.length && i <= node->text.length - text.length; i++)
            if (str_equal(str_slice(node->text, i, i + text.length), text))
                return node->place;
    return (struct place){0};
}

static void missing_report(const struct job *job)
{
    for (size_t i = 0; i < job->missing->count; i++) {
        const struct missing_character *missing = &job->missing->at[i];
        const struct font *font = shaper_face(job->press->shaper, missing->face);
        size_t at = 0;
        uint32_t rune = utf8_next(missing->text, &at);
        REPORT(job->diagnostics, place_of(job->document, missing->text), MSG_character_missing,
               {missing->text, str_print(job->arena, "U+%04X", rune), font->name});
    }
}

/* ---- pages ---- */

static void page_paint(struct painter *painter, unsigned object, struct str resources)
{
    struct job *job = painter->job;
    const struct drawing *drawing = &painter->page->drawing;
    for (size_t i = 0; i < drawing->count; i++)
        paint_mark(painter, &drawing->at[i]);
    tag_close(painter);
    struct packed packed =
        compress(job->arena, job->press->compressor, COMPRESS_QUICK, buffer_str(&painter->content.out));
    struct buffer entries = {.arena = job->arena};
    buffer_print(&entries, "/StructParents %d\n/Tabs /S\n", painter->number);
    if (painter->annotations.count)
        buffer_print(&entries, "/Annots [%s]\n", buffer_str(&painter->annotations).at);
    pdf_page_define(job->file, object,
                    &(struct pdf_page_parts){buffer_str(&entries), resources, packed.bytes, packed.filter});
}

void pdf_pages_paint(struct job *job)
{
    /* Which fonts and images there are is known only at the end, and is the same for all pages. */
    unsigned fonts = pdf_reserve(job->file), images = pdf_reserve(job->file);
    struct str resources = str_print(job->arena, "/Font %u 0 R\n/XObject %u 0 R\n", fonts, images);
    const struct target_place **targets = targets_sort(job);
    for (size_t i = 0; i < job->pages->count; i++) {
        struct painter painter = {
            .job = job,
            .page = &job->pages->at[i],
            .number = (int)i,
            .content = content_begin(job, &job->pages->at[i]),
            .annotations = {.arena = job->arena},
            .open = CLOSED,
            .targets = targets,
        };
        page_paint(&painter, job->page_objects[i], resources);
    }
    missing_report(job);
    struct buffer font_names = {.arena = job->arena}, image_names = {.arena = job->arena};
    pdf_fonts_resources(job->fonts, &font_names);
    pdf_images_resources(job->images, &image_names);
    pdf_define(job->file, fonts, buffer_str(&font_names));
    pdf_define(job->file, images, buffer_str(&image_names));
}
