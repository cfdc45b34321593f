/* Any bytes as a workbook: an archive as it is, or the parts of one (bundle.h) in a sound archive, so that what comes
 * after the archive is reached too. A form that fits nothing is refused, never misread. */
#include <libdeflate.h>
#include <stdlib.h>

#include "bundle.h"
#include "check/check.h"
#include "measure/measure.h"
#include "read/read.h"
#include "render/render.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct measures *measures;

/* The forms are those of the sample. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = diagnostics_new(arena);
    struct folder folder;
    if (folder_open(arena, STR("samples/jeunesse"), &folder) != FILE_OK)
        abort();
    measures = measure_prepare_internal(
        arena, check_repository(arena, folder, (struct check_options){.jobs = 1}, diagnostics));
    return 0;
}

static void put(struct buffer *out, uint64_t number, int bytes)
{
    for (int i = 0; i < bytes; i++)
        buffer_byte(out, (char)(unsigned char)(number >> 8 * i));
}

/* What the local header and the directory both say of a stored member. */
static void put_member(struct buffer *out, const struct bundle_file *file)
{
    put(out, 20, 2), put(out, 0, 2), put(out, 0, 2), put(out, 0, 4);
    put(out, libdeflate_crc32(0, file->bytes.at, file->bytes.length), 4);
    put(out, file->bytes.length, 4), put(out, file->bytes.length, 4);
    put(out, file->name.length, 2), put(out, 0, 2);
}

static struct str archive(struct arena *arena, struct str parts)
{
    struct buffer out = {.arena = arena}, directory = {.arena = arena};
    struct bundle_file file;
    size_t count = 0;
    while (bundle_next(&parts, &file) && count < 100) {
        size_t at = out.count;
        put(&out, 0x04034b50, 4), put_member(&out, &file);
        buffer_add(&out, file.name), buffer_add(&out, file.bytes);
        put(&directory, 0x02014b50, 4), put(&directory, 20, 2), put_member(&directory, &file);
        put(&directory, 0, 2), put(&directory, 0, 2), put(&directory, 0, 2), put(&directory, 0, 4),
            put(&directory, at, 4);
        buffer_add(&directory, file.name);
        count++;
    }
    size_t at = out.count;
    buffer_add(&out, buffer_str(&directory));
    put(&out, 0x06054b50, 4), put(&out, 0, 2), put(&out, 0, 2), put(&out, count, 2), put(&out, count, 2);
    put(&out, directory.count, 4), put(&out, at, 4), put(&out, 0, 2);
    return buffer_str(&out);
}

static void look(struct arena *arena, struct str bytes)
{
    struct read_workbook book = {0};
    struct form form = {0};
    read_package_whole(bytes);
    if (read_workbook(arena, bytes, &book))
        for (size_t s = 0; s < book.count; s++)
            for (size_t c = 0; c < book.at[s].count; c++)
                if (!book.at[s].at[c].row || !book.at[s].at[c].column || !utf8_valid(book.at[s].at[c].text))
                    abort();
    form_read(arena, measures, STR("form.xlsx"), bytes, &form, diagnostics_new(arena));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct str bytes = str_copy(arena, (struct str){(const char *)data, size});
    look(arena, str_starts(bytes, STR("PK")) ? bytes : archive(arena, bytes));
    arena_free(arena);
    return 0;
}
