/* overlaps DIR…: sets every PDF of the data repositories with the fonts of this machine, every audience, and says each
 * text that stands on another one of its page or leaves the paper. Exit 1 when there is one. The last line counts pages
 * and texts. */
#include "check/check.h"
#include "compose/compose.h"
#include "render/device.h"

#include <stdio.h>
#include <stdlib.h>

#define TOLERANCE 300   /* thousandths of a point: side bearings, rounding */
#define WATERMARK 60000 /* larger than any text: it lies under the page */
#define CAPITALS 700    /* thousandths of an em: what is above the baseline, accents apart */
#define DESCENDERS 180

struct box {
    int32_t left, top, right, bottom;
    struct str text;
};
struct look {
    struct str job;
    size_t pages, texts, faults, page;
};

static void fault(struct look *look, const char *what, const struct box *a, const struct box *b)
{
    look->faults++;
    printf("%.*s, page %zu: \"%.*s\" %s", STR_ARG(look->job), look->page, STR_ARG(a->text), what);
    if (b)
        printf(" \"%.*s\"", STR_ARG(b->text));
    printf(" at %d, %d\n", a->left / 1000, a->bottom / 1000);
}

static struct box box_of(const struct mark *mark)
{
    int32_t left = mark->x;
    if (mark->anchor != ANCHOR_START)
        left -= mark->anchor == ANCHOR_END ? mark->width : mark->width / 2;
    if (mark->kind == MARK_IMAGE)
        return (struct box){mark->x + TOLERANCE, mark->y + TOLERANCE, mark->x + mark->width - TOLERANCE,
                            mark->y + mark->height - TOLERANCE, STR("(image)")};
    return (struct box){.left = left + TOLERANCE,
                        .right = left + mark->width - TOLERANCE,
                        .top = mark->y - mark->style.size * CAPITALS / 1000,
                        .bottom = mark->y + mark->style.size * DESCENDERS / 1000,
                        .text = mark->text};
}

static int by_top(const void *a, const void *b)
{
    const struct box *one = a, *other = b;
    return (one->top > other->top) - (one->top < other->top);
}

static void page_check(struct arena *arena, const struct drawing *page, struct look *look)
{
    struct box *boxes = ARENA_ARRAY(arena, struct box, page->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < page->count; i++) {
        const struct mark *mark = &page->at[i];
        bool words = mark->kind == MARK_TEXT && mark->text.length && mark->style.size < WATERMARK;
        if (words || mark->kind == MARK_IMAGE)
            boxes[count++] = box_of(mark);
    }
    qsort(boxes, count, sizeof *boxes, by_top);
    for (size_t i = 0; i < count; i++) {
        const struct box *a = &boxes[i];
        if (a->left < 0 || a->top < 0 || a->right > page->width || a->bottom > page->height)
            fault(look, "leaves the paper", a, NULL);
        for (size_t j = i + 1; j < count && boxes[j].top < a->bottom; j++)
            if (boxes[j].left < a->right && boxes[j].right > a->left)
                fault(look, "meets", a, &boxes[j]);
    }
    look->texts += count;
    look->pages++;
}

static void document_check(struct arena *arena, const struct render_device *device, const struct document *document,
                           struct look *look)
{
    const struct pages *pages = layout_document(arena, document, &device->metrics, &device->style);
    for (size_t i = 0; i < pages->count; i++) {
        look->page = i + 1;
        page_check(arena, &pages->at[i].drawing, look);
    }
}

static void repository_check(struct arena *arena, struct folder folder, struct look *look)
{
    struct diagnostics *diagnostics = diagnostics_new(arena);
    struct facts *facts = check_repository(arena, folder, (struct check_options){.jobs = 1}, diagnostics);
    struct templates templates = compose_templates(arena, facts, STR("templates"), diagnostics);
    struct jobs jobs = compose_jobs(arena, facts, &templates, &(struct job_filter){0});
    struct composer composer = {.facts = facts,
                                .measures = measure_prepare(arena, facts, 1, diagnostics),
                                .catalogue = compose_catalogue(arena, STR("templates"), diagnostics),
                                .listed = diagnostics};
    struct render_device *device = render_open(arena, &facts->programme.theme, true, diagnostics);
    for (size_t i = 0; i < jobs.count; i++) {
        struct arena_mark mark = arena_mark(arena);
        look->job = jobs.at[i].path;
        document_check(arena, device, compose_document(arena, &composer, &jobs.at[i], diagnostics), look);
        arena_rewind(arena, mark);
    }
    render_close(device);
}

int main(int argc, char **argv)
{
    struct look look = {0};
    for (int i = 1; i < argc; i++) {
        struct arena *arena = arena_new();
        struct folder folder;
        if (folder_open(arena, str_of(argv[i]), &folder) != FILE_OK) {
            fprintf(stderr, "overlaps: cannot open %s\n", argv[i]);
            return 3;
        }
        repository_check(arena, folder, &look);
        folder_close(&folder);
        arena_free(arena);
    }
    printf("%zu pages, %zu texts, %zu faults\n", look.pages, look.texts, look.faults);
    return look.faults > 0 || !look.pages;
}
