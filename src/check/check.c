/* A whole repository, in the order in which one thing is needed by the next. */
#include "work.h"

#include <stddef.h>

/* Lists that others refer to start with an empty row. */
static void start_lists(struct check *check)
{
    struct facts *facts = check->facts;
    for (size_t i = 0; i < input_kind_count; i++)
        if (input_kinds[i].shape == INPUT_TABLE && input_kinds[i].from_one)
            row_start(&input_kinds[i], list_push(check->run, facts, &input_kinds[i]));
    *PUSH(check->run, &facts->dimensions) = (struct dimension){0};
    *PUSH(check->run, &facts->notes) = (struct note){.date = DATE_NONE};
    *PUSH(check->run, &facts->crossings) = (struct crossing){0};
}

/* The rows of an edition carry the date of its file. */
static void date_edition(struct check *check, uint32_t file, size_t from)
{
    struct date date = DATE_NONE;
    date_parse(check->sources[file].part[0], &date);
    for (size_t i = from; i < check->facts->editions.count; i++)
        check->facts->editions.at[i].edition = date;
}

static bool is_edition(const struct check *check, uint32_t file)
{
    const struct input_kind *kind = check->sources[file].kind;
    return kind && kind->list_offset == offsetof(struct facts, editions);
}

/* Before this file editions are too many: the latest are compared with what stands now. */
static uint32_t first_edition(struct check *check)
{
    size_t count = 0;
    uint32_t file = (uint32_t)check->facts->files.count;
    while (file > 1 && count < EDITIONS_MAX)
        count += is_edition(check, --file);
    uint32_t first = file, last = file;
    while (file > 1)
        if (is_edition(check, --file))
            last = file;
    if (last != first)
        REPORT(check->diagnostics, file_place(last), MSG_editions_many,
               {said_count(check, EDITIONS_MAX), check->sources[first].part[0]});
    return first;
}

static void read_tables(struct check *check)
{
    uint32_t first = first_edition(check);
    for (uint32_t file = 1; file < check->facts->files.count; file++) {
        const struct input_kind *kind = check->sources[file].kind;
        size_t editions = check->facts->editions.count;
        if (kind && kind->shape == INPUT_TABLE && (file >= first || !is_edition(check, file))) {
            table_read(check, file);
            date_edition(check, file, editions);
        }
    }
    laureates_settle(check);
    for (size_t i = 0; i < input_kind_count; i++)
        if (input_kinds[i].shape == INPUT_TABLE)
            references_index(check, &input_kinds[i]);
    dimensions_settle(check);
}

struct facts *check_repository(struct arena *run, struct folder folder, struct check_options options,
                               struct diagnostics *diagnostics)
{
    struct check check = {.run = run,
                          .scratch = arena_new(),
                          .facts = ARENA_NEW(run, struct facts),
                          .diagnostics = diagnostics,
                          .jobs = options.jobs,
                          .errors_only = options.errors_only};
    check.names = ARENA_ARRAY(run, struct names *, input_kind_count);
    check.facts->folder = folder;
    folder_list(run, &folder, &check.facts->files, diagnostics);
    layout_recognise(&check);
    programme_read(&check);
    layout_periods(&check);
    start_lists(&check);
    read_tables(&check);
    references_resolve(&check);
    members_resolve(&check);
    indicators_settle(&check);
    targets_check(&check);
    measures_read(&check);
    observations_check(&check);
    periods_settle(&check);
    corrections_check(&check);
    texts_read(&check);
    if (!check.errors_only)
        lateness_check(&check);
    practices_check(&check);
    errors_settle(&check);
    arena_free(check.scratch);
    return check.facts;
}
