/* What decides the bytes of a file, told by one hash: equal, it need not be made again. */
#define _GNU_SOURCE /* dl_iterate_phdr */
#include "build.h"

#include <elf.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>

static void put_hash(struct buffer *all, struct str name, struct sha256 hash)
{
    buffer_print(all, "%.*s %s\n", STR_ARG(name), sha256_text(all->arena, hash).at);
}

/* ---- the program ---- */

static size_t padded(size_t bytes)
{
    return (bytes + 3) & ~(size_t)3;
}

/* The linker's hash of all that it wrote, among the notes of a segment. */
static struct str build_id(const char *notes, size_t length)
{
    ElfW(Nhdr) note;
    for (size_t at = 0; length - at >= sizeof note;) {
        memcpy(&note, notes + at, sizeof note);
        size_t name = at + sizeof note, content = name + padded(note.n_namesz);
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == sizeof "GNU" &&
            memcmp(notes + name, "GNU", sizeof "GNU") == 0)
            return (struct str){notes + content, note.n_descsz};
        at = content + padded(note.n_descsz);
        if (at > length)
            break;
    }
    return STR_NONE;
}

/* The first object is the program. */
static int program_notes(struct dl_phdr_info *object, size_t size, void *data)
{
    struct str *id = data;
    (void)size;
    for (size_t i = 0; i < object->dlpi_phnum && !id->length; i++)
        if (object->dlpi_phdr[i].p_type == PT_NOTE)
            *id =
                build_id((const char *)(object->dlpi_addr + object->dlpi_phdr[i].p_vaddr), // NOLINT: where it is loaded
                         object->dlpi_phdr[i].p_memsz);
    return 1;
}

/* Where the linker was not asked for one, of the whole file: it is ten megabytes. */
static struct sha256 program_hash(struct arena *arena)
{
    struct str id = STR_NONE;
    dl_iterate_phdr(program_notes, &id);
    if (!id.length && path_read(arena, STR("/proc/self/exe"), &id) != FILE_OK)
        id = STR_NONE;
    return sha256_of(id);
}

/* ---- what was read ---- */

/* The data, then what is installed beside the program. */
static void put_read(struct build *build, struct buffer *all)
{
    const struct facts *facts = build->session.facts;
    struct str bytes;
    for (size_t i = 1; i < facts->files.count; i++)
        if (facts->files.at[i].was_read)
            put_hash(all, facts->files.at[i].path, facts->files.at[i].hash);
    for (size_t i = 0; i < build->plan.templates.count; i++)
        put_hash(all, build->plan.templates.at[i].name, build->plan.templates.at[i].hash);
    build->inputs = sha256_of(buffer_str(all));
    if (path_read(all->arena, str_print(all->arena, "%.*s/catalogue.csv", STR_ARG(build->plan.share)), &bytes) ==
        FILE_OK)
        put_hash(all, STR("catalogue"), sha256_of(bytes));
    put_hash(all, STR("program"), program_hash(all->arena));
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    buffer_print(all, "%d %d %s\n", build->composer.draft, (int)facts->programme.language, epoch ? epoch : "");
}

bool build_makes_paged(const struct build *build)
{
    bool paged = false;
    for (size_t i = 0; i < build->plan.jobs.count; i++)
        for (int f = 0; f < FORMAT_COUNT; f++)
            paged = paged || (render_formats[f].paged &&
                              format_wanted(build->session.invocation, &build->plan.jobs.at[i], (enum format)f));
    return paged;
}

void build_fingerprint(struct build *build)
{
    struct buffer all = {.arena = build->session.run};
    bool paged = build_makes_paged(build);
    put_read(build, &all);
    struct sha256 shared = sha256_of(buffer_str(&all));
    for (int f = 0; f < FORMAT_COUNT; f++) {
        if (!paged && render_formats[f].paged)
            continue;
        all.count = 0;
        put_hash(&all, STR("read"), shared);
        put_hash(&all, STR("device"), render_fingerprint(build->device, (enum format)f));
        build->made_from[f] = sha256_of(buffer_str(&all));
    }
}

struct sha256 build_made_from(const struct build *build, const struct job *job, enum format format)
{
    return job->template->is_page ? build->pages_from[job->audience][format] : build->made_from[format];
}
