/* One job in a worker: compose, render, write, read back; in the parent, once it is on the disk: rename into place. */
#include "build.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* These very bytes, in the file that stands. */
static bool stands(const struct build *build, struct arena *memory, const struct job *job, enum format format,
                   struct str bytes)
{
    const struct entry *old = output_find(&build->output, job_file(memory, job, format));
    return old && path_holds(output_path(memory, &build->output, old->path), bytes);
}

/* What counts is what the disk gives back. */
static bool reads_back(struct arena *memory, struct str path, struct str bytes, enum format format)
{
    return path_holds(path, bytes) && render_formats[format].verify(memory, bytes);
}

static struct made make_file(const struct build *build, struct arena *memory, const struct document *document,
                             size_t index, enum format format, struct diagnostics *diagnostics)
{
    struct str bytes;
    if (!render_formats[format].render(memory, build->device, document, &bytes, diagnostics))
        return (struct made){.failed = -1};
    struct made made = {.bytes = bytes.length, .hash = sha256_of(bytes)};
    made.same = stands(build, memory, build->todo[index], format, bytes);
    if (made.same)
        return made;
    struct str temporary = output_temporary(memory, &build->output, index, format);
    if (!path_fill(temporary, bytes))
        made.failed = errno ? errno : EIO;
    else if (!reads_back(memory, temporary, bytes, format))
        made.failed = -1;
    return made;
}

void build_job(void *data, size_t index, struct arena *memory, struct worker_link *link,
               struct diagnostics *diagnostics)
{
    const struct build *build = data;
    const struct job *job = build->todo[index];
    struct composer composer = build->composer;
    composer.without_rows = !format_wanted(build->session.invocation, job, FORMAT_XLSX);
    composer.without_annex = composer.without_rows && !format_wanted(build->session.invocation, job, FORMAT_PDF);
    const struct document *document = compose_document(memory, &composer, job, diagnostics);
    for (int f = 0; f < FORMAT_COUNT; f++) {
        if (!format_wanted(build->session.invocation, job, (enum format)f))
            continue;
        workers_tell(link);
        struct arena_mark mark = arena_mark(memory);
        workers_made(link, (enum format)f, make_file(build, memory, document, index, (enum format)f, diagnostics));
        arena_rewind(memory, mark);
    }
}

static struct entry entry_of(const struct build *build, const struct job *job, enum format format)
{
    const struct facts *facts = build->session.facts;
    return (struct entry){.path = job_file(build->session.run, job, format),
                          .deliverable = job->template->deliverable,
                          .audience = str_of(audience_name[job->audience]),
                          .period = period_is(job->period) && !job->template->is_page
                                        ? period_name(build->session.run, job->period, facts->programme.year_start)
                                        : STR_NONE,
                          .laureate =
                              job->template->over == EACH_LAUREATE ? facts->laureates.at[job->subject].id : STR_NONE,
                          .format = format_names[format].name,
                          .made_from = build_made_from(build, job, format)};
}

void build_keep(struct build *build, struct str path)
{
    const struct entry *old = output_find(&build->output, path);
    if (old)
        *PUSH(build->session.run, &build->fresh) = *old;
}

bool build_has_lost(const struct build *build, struct str path)
{
    for (size_t i = 0; i < build->lost.count; i++)
        if (str_equal(build->lost.at[i], path))
            return true;
    return false;
}

static void lose(struct build *build, const struct job *job, struct str path)
{
    build->failed++;
    if (job->template->is_page)
        *PUSH(build->session.run, &build->lost) = path;
    build_keep(build, path);
}

void build_not_written(struct build *build, struct str path, int problem)
{
    REPORT(build->session.diagnostics, ((struct place){0}), MSG_document_not_written,
           {path, str_of(error_text(problem, build->session.language))});
    build->machine_failed = true;
}

void build_placed(void *data, size_t index, enum format format, struct made made)
{
    struct build *build = data;
    struct entry entry = entry_of(build, build->todo[index], format);
    struct str temporary = output_temporary(build->session.run, &build->output, index, format);
    entry.bytes = made.bytes;
    entry.hash = made.hash;
    if (!made.failed && !made.same && !output_place(build->session.run, &build->output, temporary, entry.path))
        made.failed = errno;
    if (made.failed < 0)
        REPORT(build->session.diagnostics, ((struct place){0}), MSG_document_not_whole, {entry.path});
    else if (made.failed)
        build_not_written(build, entry.path, made.failed);
    if (made.failed) {
        unlink(temporary.at);
        lose(build, build->todo[index], entry.path);
        return;
    }
    build->written += !made.same;
    build->unchanged += made.same;
    *PUSH(build->session.run, &build->fresh) = entry;
}

void build_made(void *data, size_t index, enum format format, struct made made)
{
    struct build *build = data;
    build->told[index][format] = true;
    if (made.failed || made.same)
        build_placed(build, index, format, made);
    else
        flusher_tell(&build->flusher, index, format, made);
}

void build_ended(void *data, size_t index, bool died)
{
    struct build *build = data;
    const struct job *job = build->todo[index];
    progress_say(&build->progress, ++build->ended);
    /* The workers' ends need not be waited for. */
    if (build->ended == build->todo_count)
        flusher_push(&build->flusher);
    if (!died)
        return;
    REPORT(build->session.diagnostics, ((struct place){0}), MSG_document_lost, {job->path});
    build->machine_failed = true;
    for (int f = 0; f < FORMAT_COUNT; f++) {
        struct str path = job_file(build->session.run, job, (enum format)f);
        if (!format_wanted(build->session.invocation, job, (enum format)f) || build->told[index][f])
            continue;
        unlink(output_temporary(build->session.run, &build->output, index, (enum format)f).at);
        lose(build, job, path);
    }
}
