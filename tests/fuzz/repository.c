/* A whole small data repository (bundle.h): read, checked, measured, and documents of it composed. What can
 * be read never stops the run, and never asks for more than so small a repository can want. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bundle.h"
#include "check/check.h"
#include "compose/compose.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FILES_MAX 40
#define NAME_MAX_HERE 60
#define DOCUMENTS_STEP 7

static char root[64];
static const struct catalogue *catalogue;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    snprintf(root, sizeof root, "/dev/shm/bilan-fuzz-%ld", (long)getpid());
    struct arena *arena = arena_new();
    catalogue = compose_catalogue(arena, STR("templates"), diagnostics_new(arena));
    return mkdir(root, 0700) == 0 || errno == EEXIST ? 0 : 1;
}

/* Letters, digits, '-', '.', and '/' between parts that begin with none of them: nothing leaves the folder. */
static bool is_tame(struct str name)
{
    char before = '/';
    for (size_t i = 0; i < name.length; i++) {
        char c = name.at[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (!word && (before == '/' || (c != '.' && c != '/')))
            return false;
        before = c;
    }
    return name.length && name.length < NAME_MAX_HERE && before != '/';
}

static void write_files(struct arena *arena, struct str bytes, struct strs *written)
{
    struct bundle_file file;
    while (written->count < FILES_MAX && bundle_next(&bytes, &file)) {
        struct str path = str_print(arena, "%s/%.*s", root, STR_ARG(file.name));
        char *slash = (char *)path.at + sizeof "/dev/shm";
        if (!is_tame(file.name))
            continue;
        for (; *slash; slash++)
            if (*slash == '/') {
                *slash = '\0';
                if (mkdir(path.at, 0700) == 0)
                    *PUSH(arena, written) = str_copy(arena, str_of(path.at));
                *slash = '/';
            }
        FILE *to = fopen(path.at, "wb");
        if (!to)
            continue;
        *PUSH(arena, written) = path;
        fwrite(file.bytes.at, 1, file.bytes.length, to);
        fclose(to);
    }
}

/* Some documents of each: which, the number of diagnostics tells, so that an input always makes the same ones. */
static void compose_some(struct arena *arena, struct facts *facts, struct diagnostics *diagnostics)
{
    size_t first = diagnostics->count;
    struct templates templates = compose_templates(arena, facts, STR("templates"), diagnostics);
    struct job_filter filter = {0};
    struct jobs jobs = compose_jobs(arena, facts, &templates, &filter);
    struct composer composer = {.facts = facts,
                                .measures = measure_prepare(arena, facts, 1, diagnostics),
                                .catalogue = catalogue,
                                .listed = diagnostics};
    for (size_t i = jobs.count ? first % DOCUMENTS_STEP : 0; i < jobs.count; i += DOCUMENTS_STEP)
        if (!jobs.at[i].template->broken) {
            struct arena_mark mark = arena_mark(arena);
            struct str text =
                document_dump(arena, compose_document(arena, &composer, &jobs.at[i], diagnostics_new(arena)));
            if (!utf8_valid(text))
                abort();
            arena_rewind(arena, mark);
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = diagnostics_new(arena);
    struct strs written = {0};
    struct folder folder;
    write_files(arena, (struct str){(const char *)data, size}, &written);
    if (folder_open(arena, str_of(root), &folder) != FILE_OK)
        abort();
    struct facts *facts = check_repository(arena, folder, (struct check_options){.jobs = 1}, diagnostics);
    compose_some(arena, facts, diagnostics);
    diagnostics_sort(diagnostics);
    for (size_t i = 0; i < diagnostics->count; i++)
        if (!utf8_valid(diagnostic_text(arena, &diagnostics->at[i], LANGUAGE_FR)))
            abort();
    folder_close(&folder);
    while (written.count--)
        remove(written.at[written.count].at);
    arena_free(arena);
    return 0;
}
