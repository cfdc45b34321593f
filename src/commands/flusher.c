#include "flusher.h"

#include <errno.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

enum { AT_ONCE = 256, TOGETHER = 128, MANY = 16, PATIENCE = 50 /* ms */, UNHEARD_MAX = 1024 };

/* What goes over the pipe, and comes back as an errno. */
struct flush_request {
    uint64_t job;
    uint32_t format, unused;
};

/* Both pipes hold whole items only: each end writes and reads them by the item, and they fit in what is never split. */
static size_t take_items(int from, void *items, size_t size, size_t most)
{
    ssize_t got;
    do
        got = read(from, items, size * most);
    while (got < 0 && errno == EINTR);
    return got > 0 ? (size_t)got / size : 0;
}

static bool give_items(int to, const void *items, size_t size, size_t count)
{
    ssize_t given;
    do
        given = write(to, items, size * count);
    while (given < 0 && errno == EINTR);
    return given == (ssize_t)(size * count);
}

/* ---- in the process ---- */

static int flush(struct arena *arena, const struct output *output, size_t job, enum format format)
{
    return path_sync(output_temporary(arena, output, job, format)) ? 0 : errno ? errno : EIO;
}

static void flush_run(struct arena *arena, const struct output *output, const struct folder *folder,
                      const struct flush_request *requests, int32_t *failed, size_t count)
{
    bool all = count >= MANY && folder_sync_all(folder);
    for (size_t i = 0; i < count; i++)
        failed[i] = all ? 0 : flush(arena, output, requests[i].job, (enum format)requests[i].format);
}

static _Noreturn void live(const struct output *output, const struct folder *folder, int from, int to)
{
    struct arena *arena = arena_new();
    struct flush_request requests[AT_ONCE];
    int32_t failed[AT_ONCE];
    for (size_t count; (count = take_items(from, requests, sizeof *requests, AT_ONCE)) > 0;) {
        struct arena_mark mark = arena_mark(arena);
        flush_run(arena, output, folder, requests, failed, count);
        arena_rewind(arena, mark);
        if (!give_items(to, failed, sizeof *failed, count))
            break;
    }
    workers_exit();
}

/* ---- in the build ---- */

static void close_both(int a, int b)
{
    close(a);
    close(b);
}

void flusher_start(struct flusher *flusher)
{
    int down[2], up[2];
    flusher->process = 0;
    flusher->queue.count = flusher->queue.told = flusher->queue.heard = 0;
    if (pipe(down) != 0)
        return;
    if (pipe(up) != 0) {
        close_both(down[0], down[1]);
        return;
    }
    struct folder folder; /* opened before anything is written there */
    folder_open(flusher->run, output_temporaries(flusher->run, flusher->output), &folder);
    flusher->process = fork();
    if (flusher->process == 0) {
        close_both(down[1], up[0]);
        live(flusher->output, &folder, down[0], up[1]);
    }
    folder_close(&folder);
    close_both(down[0], up[1]);
    flusher->to = down[1];
    flusher->from = up[0];
    if (flusher->process < 0) {
        flusher->process = 0;
        close_both(down[1], up[0]);
    }
}

void flusher_let_go(const struct flusher *flusher)
{
    if (flusher->process)
        close_both(flusher->to, flusher->from);
}

static void heard(struct flusher *flusher, int failed)
{
    struct flush flush = flusher->queue.at[flusher->queue.heard++];
    if (flusher->queue.heard == flusher->queue.count)
        flusher->queue.told = flusher->queue.heard = flusher->queue.count = 0;
    flush.made.failed = failed;
    flusher->flushed(flusher->data, flush.job, flush.format, flush.made);
}

static size_t unheard(const struct flusher *flusher)
{
    return flusher->queue.count - flusher->queue.heard;
}

static void flush_oldest(struct flusher *flusher)
{
    const struct flush *oldest = &flusher->queue.at[flusher->queue.heard];
    heard(flusher, flush(flusher->run, flusher->output, oldest->job, oldest->format));
}

static void gone(struct flusher *flusher)
{
    close_both(flusher->to, flusher->from);
    while (waitpid(flusher->process, NULL, 0) < 0 && errno == EINTR)
        continue;
    flusher->process = 0;
    while (unheard(flusher))
        flush_oldest(flusher);
}

static size_t untold(const struct flusher *flusher)
{
    return flusher->process ? flusher->queue.count - flusher->queue.told : 0;
}

int flusher_patience(const struct flusher *flusher)
{
    return untold(flusher) ? PATIENCE : -1;
}

/* To bring something to the disk has a file system bring all that was written before, and while it does nobody makes a
 * file there: seldom is better than soon. */
void flusher_push(struct flusher *flusher)
{
    struct flush_request requests[TOGETHER];
    size_t count = untold(flusher);
    for (size_t i = 0; i < count; i++) {
        const struct flush *flush = &flusher->queue.at[flusher->queue.told++];
        requests[i] = (struct flush_request){flush->job, (uint32_t)flush->format, 0};
    }
    if (count && !give_items(flusher->to, requests, sizeof *requests, count))
        gone(flusher);
}

void flusher_tell(struct flusher *flusher, size_t job, enum format format, struct made made)
{
    *PUSH(flusher->run, &flusher->queue) = (struct flush){job, format, made};
    if (!flusher->process)
        flush_oldest(flusher);
    if (untold(flusher) == TOGETHER)
        flusher_push(flusher);
    /* Neither end may ever wait for the other to empty a pipe. */
    while (unheard(flusher) >= UNHEARD_MAX)
        flusher_hear(flusher);
}

void flusher_hear(struct flusher *flusher)
{
    int32_t failed[AT_ONCE];
    size_t count = take_items(flusher->from, failed, sizeof *failed, AT_ONCE);
    for (size_t i = 0; i < count; i++)
        heard(flusher, failed[i]);
    if (!count)
        gone(flusher);
}

void flusher_end(struct flusher *flusher)
{
    flusher_push(flusher);
    while (flusher->process && unheard(flusher))
        flusher_hear(flusher);
    if (flusher->process)
        gone(flusher);
}
