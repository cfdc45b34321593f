/* All files of measures, read by several threads into one array of observations. Each file has its place in that array
 * before its rows are read, from the lines of all files before it, so that nothing is ever held twice. */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#define ROW_BYTES 8 /* hardly a row has less; what memory is never touched costs nothing */
#define ROOM_ROWS ((size_t)1 << 26)

struct reading {
    struct check *check;
    struct filed *filed; /* by laureate, then file */
    size_t count;
    struct desk *desks[THREADS_MAX]; /* one a thread */
    struct strs names;               /* of columns */
    struct observation *room;
    size_t room_rows;
    struct tally *lines; /* a row a line, but for the header */
    struct names *crossings;
};

/* The laureate whose folder this is; a folder that the directory does not know is said at its first file. */
static bool find_laureate(struct check *check, uint32_t file)
{
    static const struct column laureate = {.refers = "laureates"};
    struct source *source = &check->sources[file];
    struct ref ref = {source->part[0], 0};
    if (!source->part[0].length)
        return true;
    const struct source *before = source - 1;
    source->laureate = names_find(names_of(check, "laureates"), ref.id);
    bool said = file > 1 && before->kind && !before->laureate && str_equal(before->part[0], ref.id);
    return source->laureate || (!said && reference_resolve(check, &laureate, &ref, file_place(file)));
}

bool source_laureate(struct check *check, uint32_t file)
{
    return check->sources[file].laureate || find_laureate(check, file);
}

static int by_laureate(const void *a, const void *b)
{
    const struct filed *x = a, *y = b;
    return x->laureate != y->laureate ? (x->laureate > y->laureate) - (x->laureate < y->laureate)
                                      : (x->file > y->file) - (x->file < y->file);
}

static void list_files(struct reading *reading)
{
    struct check *check = reading->check;
    const struct files *files = &check->facts->files;
    reading->filed = ARENA_ARRAY(check->scratch, struct filed, files->count + 1);
    for (uint32_t file = 1; file < files->count; file++)
        if (check->sources[file].kind && check->sources[file].kind->shape == INPUT_MEASURES &&
            find_laureate(check, file))
            reading->filed[reading->count++] = (struct filed){.file = file, .laureate = check->sources[file].laureate};
    qsort(reading->filed, reading->count, sizeof *reading->filed, by_laureate);
}

static bool file_text(struct reading *reading, struct desk *desk, uint32_t file, struct str *text)
{
    struct facts *facts = reading->check->facts;
    struct str bytes;
    enum file_problem problem = file_read(desk->scratch, &facts->folder, &facts->files.at[file], &bytes);
    return !source_problem(desk->diagnostics, file, problem) &&
           read_text(desk->scratch, bytes, file, desk->diagnostics, text);
}

static void make_room(struct reading *reading)
{
    const struct facts *facts = reading->check->facts;
    uint64_t rows = 0;
    for (size_t i = 0; i < reading->count; i++) {
        uint64_t size = file_size(&facts->folder, &facts->files.at[reading->filed[i].file]);
        rows += size <= FILE_BYTES_MAX ? size / ROW_BYTES : 0; /* a larger one is refused */
    }
    reading->room_rows = rows < ROOM_ROWS ? (size_t)rows : ROOM_ROWS;
    reading->room = arena_bytes(reading->check->run, (reading->room_rows + 1) * sizeof *reading->room);
    reading->lines = tally_new(reading->check->scratch);
}

/* Where there is no room left, the file finds its own. */
static void take_room(struct reading *reading, size_t item, struct str text, struct observations *observations)
{
    size_t lines = str_lines(text), rows = lines ? lines - 1 : 0, from = tally_add(reading->lines, item, rows);
    if (from > reading->room_rows || rows > reading->room_rows - from)
        return;
    *observations = (struct observations){reading->room + from, 0, rows};
    arena_expect(observations->at, rows * sizeof *observations->at);
}

static void read_file(void *data, size_t item, size_t worker)
{
    struct reading *reading = data;
    struct desk *desk = reading->desks[worker];
    /* Its own while it is read: of two in one cache line, the threads would be in each other's way at every row. */
    struct filed filed = reading->filed[item];
    const struct source *source = &reading->check->sources[filed.file];
    struct arena_mark mark = arena_mark(desk->scratch);
    struct sheet sheet = {.check = reading->check,
                          .desk = desk,
                          .known = &reading->names,
                          .arena = desk->arena,
                          .scratch = desk->scratch,
                          .diagnostics = desk->diagnostics,
                          .filed = &filed,
                          .file = filed.file,
                          .laureate = source->laureate,
                          .period = source->period};
    struct str text = STR_NONE;
    bool is_text = file_text(reading, desk, filed.file, &text);
    take_room(reading, item, text, &filed.observations);
    if (is_text)
        sheet_read(&sheet, text);
    reading->filed[item] = filed;
    arena_rewind(desk->scratch, mark);
}

/* ---- joining, in that order ---- */

static void join_notes(struct reading *reading, struct filed *filed)
{
    struct facts *facts = reading->check->facts;
    uint32_t base = (uint32_t)facts->notes.count - 1;
    struct arena *run = reading->check->run;
    for (size_t i = 0; i < filed->notes.count; i++) {
        const struct note *note = &filed->notes.at[i];
        *PUSH(run, &facts->notes) = (struct note){note->reason.length ? str_copy(run, note->reason) : STR_NONE,
                                                  note->source.length ? str_copy(run, note->source) : STR_NONE,
                                                  note->comment.length ? str_copy(run, note->comment) : STR_NONE,
                                                  note->text.length ? str_copy(run, note->text) : STR_NONE, note->date};
    }
    for (size_t i = 0; base && filed->notes.count && i < filed->observations.count; i++)
        if (filed->observations.at[i].note)
            filed->observations.at[i].note += base;
}

/* Known by the text of its categories. */
static uint32_t crossing_number(struct reading *reading, const struct crossing *crossing)
{
    struct crossings *all = &reading->check->facts->crossings;
    const uint32_t *c = crossing->category;
    struct str key = str_print(reading->check->scratch, "%u %u %u %u", c[0], c[1], c[2], c[3]);
    uint32_t had = names_add(reading->crossings, key, (uint32_t)all->count);
    if (had)
        return had;
    *PUSH(reading->check->run, all) = *crossing;
    return (uint32_t)all->count - 1;
}

/* The crossings of several categories of one file get their numbers in the whole. */
static void join_crossings(struct reading *reading, struct filed *filed)
{
    struct facts *facts = reading->check->facts;
    uint32_t categories = (uint32_t)facts->categories.count;
    uint32_t *number = ARENA_ARRAY(reading->check->scratch, uint32_t, filed->crossings.count + 1);
    for (size_t i = 0; i < filed->crossings.count; i++)
        number[i] = crossing_number(reading, &filed->crossings.at[i]);
    for (size_t i = 0; filed->crossings.count && i < filed->observations.count; i++)
        if (filed->observations.at[i].category >= categories)
            filed->observations.at[i].category = number[filed->observations.at[i].category - categories];
}

/* Closes the gaps between files. A file that outgrew its room (a wide sheet) makes all move to a new array. */
static void join_observations(struct reading *reading)
{
    struct observations *all = &reading->check->facts->observations;
    size_t rows = 0;
    bool grew = false;
    for (size_t i = 0; i < reading->count; i++) {
        rows += reading->filed[i].observations.count;
        grew = grew || reading->filed[i].grew;
    }
    all->at = grew ? arena_bytes(reading->check->run, (rows + 1) * sizeof *all->at) : reading->room;
    all->capacity = rows;
    for (size_t i = 0; i < reading->count; i++) {
        const struct observations *part = &reading->filed[i].observations;
        if (part->count && all->at + all->count != part->at)
            memmove(all->at + all->count, part->at, part->count * sizeof *part->at);
        all->count += part->count;
    }
}

/* One file after the other, each in order, is not the whole in order. */
static void shape_add(struct shape *shape, const struct filed *filed)
{
    shape->disordered |= filed->shape.disordered || (shape->count && filed->observations.count);
    shape->broken_down |= filed->shape.broken_down;
    shape->kinds |= filed->shape.kinds;
    shape->count += filed->observations.count;
}

static void find_shapes(struct reading *reading)
{
    struct check *check = reading->check;
    size_t laureates = laureate_count(check->facts);
    check->shapes = ARENA_ARRAY(check->run, struct shape, laureates);
    for (size_t i = 0; i < reading->count; i++)
        shape_add(&check->shapes[reading->filed[i].laureate], &reading->filed[i]);
    for (size_t laureate = 1; laureate < laureates; laureate++)
        check->shapes[laureate].from = check->shapes[laureate - 1].from + check->shapes[laureate - 1].count;
}

static void join(struct reading *reading)
{
    struct facts *facts = reading->check->facts;
    for (uint32_t c = 1; c < facts->categories.count; c++)
        *PUSH(reading->check->run, &facts->crossings) = (struct crossing){1, {c}};
    for (size_t i = 0; i < reading->count; i++) {
        join_notes(reading, &reading->filed[i]);
        join_crossings(reading, &reading->filed[i]);
    }
    join_observations(reading);
    find_shapes(reading);
}

static struct desk *desk_new(void)
{
    struct arena *arena = arena_new();
    struct desk *desk = ARENA_NEW(arena, struct desk);
    desk->arena = arena;
    desk->scratch = arena_new();
    desk->diagnostics = diagnostics_new(arena);
    return desk;
}

void measures_read(struct check *check)
{
    struct arena_mark mark = arena_mark(check->scratch);
    struct reading *reading = ARENA_NEW(check->scratch, struct reading);
    size_t workers = threads_count(check->jobs);
    reading->check = check;
    reading->crossings = names_new(check->scratch, 64);
    list_files(reading);
    reading->names = sheet_names(check->scratch, check);
    for (size_t w = 0; w < workers; w++)
        reading->desks[w] = desk_new();
    make_room(reading);
    threads_run(check->jobs, reading->count, read_file, reading);
    join(reading);
    for (size_t w = 0; w < workers; w++) {
        struct arena *arena = reading->desks[w]->arena;
        diagnostics_merge(check->diagnostics, reading->desks[w]->diagnostics);
        arena_free(reading->desks[w]->scratch);
        arena_free(arena);
    }
    arena_rewind(check->scratch, mark);
}
