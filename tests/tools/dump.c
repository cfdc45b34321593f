/* dump tree|pages DIR JOB: what `compose` or `layout` makes of a job, as text, for the golden cases. Pages are set with
 * fixed metrics, so that no font decides what is expected. */
#include "check/check.h"
#include "layout/layout.h"
#include "compose/compose.h"

#include <stdio.h>
#include <string.h>

static const struct job *job_at(const struct jobs *jobs, struct str path)
{
    for (size_t i = 0; i < jobs->count; i++)
        if (str_equal(jobs->at[i].path, path))
            return &jobs->at[i];
    return NULL;
}

/* As after a build of everything: every file of every job stands. */
static struct shelf shelf_of(struct arena *arena, const struct jobs *jobs)
{
    struct shelf shelf = {0};
    for (size_t i = 0; i < jobs->count; i++) {
        struct shelf_item *item = PUSH(arena, &shelf);
        item->job = &jobs->at[i];
        memcpy(item->formats, jobs->at[i].template->formats, sizeof item->formats);
    }
    shelf_sort(arena, &shelf);
    return shelf;
}

static int dump(struct arena *arena, struct folder folder, const char *what, struct str path)
{
    struct diagnostics *diagnostics = diagnostics_new(arena);
    struct facts *facts = check_repository(arena, folder, (struct check_options){.jobs = 1}, diagnostics);
    struct templates templates = compose_templates(arena, facts, STR("templates"), diagnostics);
    struct job_filter filter = {.all_periods = true};
    struct jobs jobs = compose_jobs(arena, facts, &templates, &filter);
    const struct job *job = job_at(&jobs, path);
    if (!job) {
        fprintf(stderr, "dump: no such job: %.*s\n", STR_ARG(path));
        for (size_t i = 0; i < jobs.count; i++)
            fprintf(stderr, "  %.*s\n", STR_ARG(jobs.at[i].path));
        return 2;
    }
    struct composer composer = {.facts = facts,
                                .measures = measure_prepare(arena, facts, 1, diagnostics),
                                .catalogue = compose_catalogue(arena, STR("templates"), diagnostics),
                                .listed = diagnostics};
    struct shelf shelf = shelf_of(arena, &jobs);
    composer.shelf = &shelf;
    const struct document *document = compose_document(arena, &composer, job, diagnostics);
    struct str text;
    if (!strcmp(what, "pages")) {
        const struct theme *theme = &facts->programme.theme;
        struct hyphenator *hyphenator = layout_hyphenator(arena, STR("/usr/share/hyphen"));
        const struct layout_style style = {.paper = theme->letter ? PAPER_LETTER : PAPER_A4,
                                           .justify = !theme->ragged,
                                           .banded = theme->banded,
                                           .hyphenator = hyphenator};
        text = pages_dump(arena, layout_document(arena, document, &metrics_fixed, &style));
        layout_hyphenator_close(hyphenator);
    } else {
        text = document_dump(arena, document);
    }
    return fwrite(text.at, 1, text.length, stdout) == text.length ? 0 : 3;
}

int main(int argc, char **argv)
{
    if (argc != 4 || (strcmp(argv[1], "tree") != 0 && strcmp(argv[1], "pages") != 0)) {
        fputs("usage: dump tree|pages DIR JOB\n", stderr);
        return 2;
    }
    struct arena *arena = arena_new();
    struct folder folder;
    int code = 3;
    if (folder_open(arena, str_of(argv[2]), &folder) == FILE_OK) {
        code = dump(arena, folder, argv[1], str_of(argv[3]));
        folder_close(&folder);
    }
    arena_free(arena);
    return code;
}
