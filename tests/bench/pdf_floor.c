/* pdf_floor [DOCUMENTS [ROUNDS]]: what layout costs. So many syntheses of two pages, no two alike, are set and printed;
 * then each one's pages, already set, are printed again: the floor, the same glyphs and tags without layout. Prints
 * milliseconds of processor a document of both, the least of the rounds, their ratio, and the memory kept at the end.
 */
#include "render/device.h"
#include "render/pdf/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "synthesis.h"

struct cost {
    double whole, floor;
    size_t pages, bytes;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* One document: as the program makes it, then its pages alone. */
static bool print_one(struct arena *arena, struct render_device *device, size_t number, struct cost *cost,
                      struct diagnostics *diagnostics)
{
    const struct arena_mark empty = arena_mark(arena);
    const struct document *document = synthesis(arena, number);
    const struct arena_mark composed = arena_mark(arena);
    struct str bytes = STR_NONE;
    double from = now();
    bool made = render_formats[FORMAT_PDF].render(arena, device, document, &bytes, diagnostics);
    cost->whole += now() - from;
    arena_rewind(arena, composed);
    struct pages *pages = layout_document(arena, document, &device->metrics, &device->style);
    from = now();
    made &= pdf_print(arena, device->press, document, pages, &bytes, diagnostics);
    cost->floor += now() - from;
    cost->pages += pages->count;
    cost->bytes += bytes.length;
    arena_rewind(arena, empty);
    return made;
}

int main(int count, char **arguments)
{
    int documents = count > 1 ? atoi(arguments[1]) : 1000, rounds = count > 2 ? atoi(arguments[2]) : 1;
    struct arena *run = arena_new(), *arena = arena_new();
    struct diagnostics *diagnostics = diagnostics_new(run);
    struct render_device *device = render_open(run, NULL, true, diagnostics);
    struct cost least = {0};
    for (int round = 0; round < rounds; round++) {
        struct cost cost = {0};
        for (int i = 0; i < documents; i++)
            if (!print_one(arena, device, (size_t)i, &cost, diagnostics))
                return 1;
        least.whole = round && least.whole < cost.whole ? least.whole : cost.whole;
        least.floor = round && least.floor < cost.floor ? least.floor : cost.floor;
        least.pages = cost.pages;
        least.bytes = cost.bytes;
    }
    printf("%.1f pages, %zu bytes: %.3f ms a document, %.3f without layout, ratio %.2f, %zu KB kept\n",
           (double)least.pages / documents, least.bytes / (size_t)documents, least.whole / documents,
           least.floor / documents, least.whole / least.floor, arena_footprint(arena) >> 10);
    render_close(device);
    arena_free(arena);
    arena_free(run);
    return 0;
}
