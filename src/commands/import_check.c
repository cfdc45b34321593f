/* The data repository as an import would leave it, read and checked in memory: what would be wrong in it and is not
 * wrong now is refused, by the cell of the form where that can be told. */
#include "import.h"

#include "check/check.h"

/* What is wrong, wherever its lines moved to. */
static bool is_alike(struct arena *arena, const struct facts *facts, const struct diagnostic *a,
                     const struct facts *new_facts, const struct diagnostic *b)
{
    if (a->message != b->message ||
        !str_equal(facts->files.at[a->place.file].path, new_facts->files.at[b->place.file].path))
        return false;
    struct arena_mark mark = arena_mark(arena);
    bool alike = str_equal(diagnostic_text(arena, a, LANGUAGE_EN), diagnostic_text(arena, b, LANGUAGE_EN));
    arena_rewind(arena, mark);
    return alike;
}

/* The cell of the form that wrote the row, else the place in the data. */
static struct str cell_of(const struct import_plan *plan, struct str path, struct place place)
{
    for (size_t i = 0; i < plan->open.count; i++) {
        struct csv_file *file = plan->open.at[i];
        struct csv_line *line = str_equal(file->path, path) ? csv_file_line(file, place.line) : NULL;
        if (line && line->place.length)
            return line->place;
    }
    return path;
}

static void say_error(struct import_plan *plan, const struct facts *facts, const struct diagnostic *error)
{
    struct session *session = plan->session;
    struct str path = facts->files.at[error->place.file].path;
    plan->refused = true;
    REPORT(session->diagnostics, PLACE_NONE, MSG_form_makes_error,
           {cell_of(plan, path, error->place), diagnostic_text(session->run, error, session->language),
            str_print(session->run, "%.*s:%u:%u", STR_ARG(path), error->place.line, error->place.column)});
}

static void compare(struct import_plan *plan, const struct facts *facts, const struct diagnostics *found)
{
    const struct session *session = plan->session;
    const struct diagnostics *had = session->diagnostics;
    size_t had_count = had->count;
    bool *met = ARENA_ARRAY(session->run, bool, had_count + 1);
    for (size_t i = 0; i < found->count; i++) {
        bool known = found->at[i].severity != SEVERITY_ERROR;
        for (size_t j = 0; j < had_count && !known; j++)
            if (!met[j] && is_alike(session->run, session->facts, &had->at[j], facts, &found->at[i]))
                known = met[j] = true;
        if (!known)
            say_error(plan, facts, &found->at[i]);
    }
}

void import_check(struct import_plan *plan)
{
    const struct session *session = plan->session;
    struct folder folder = session->facts->folder;
    struct diagnostics *found = diagnostics_new(session->run);
    folder.over = &plan->files;
    struct facts *facts = check_repository(
        session->run, folder, (struct check_options){.jobs = session->invocation->jobs, .errors_only = true}, found);
    diagnostics_sort(found);
    compare(plan, facts, found);
}
