#include "flusher.h"
#include "workers.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum frame_kind { FRAME_MADE, FRAME_DIAGNOSTIC, FRAME_ENDED };

struct frame {
    uint32_t kind, length; /* of what follows */
    uint32_t format;       /* MADE */
};

struct worker_link {
    int to_parent;
};

struct worker {
    pid_t pid; /* 0: no worker here */
    int to, from;
    size_t job;
    bool busy;
    struct buffer received;
};

struct pool {
    const struct workers *workers;
    struct arena *run;
    struct worker *at;
    size_t count; /* of places for workers */
    size_t next, jobs;
    int why; /* errno of the last worker that could not be started */
};

static bool write_all(int to, const void *bytes, size_t length)
{
    for (const char *at = bytes; length;) {
        ssize_t written = write(to, at, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        at += written;
        length -= (size_t)written;
    }
    return true;
}

static bool read_all(int from, void *bytes, size_t length)
{
    for (char *at = bytes; length;) {
        ssize_t got = read(from, at, length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        length -= (size_t)got;
    }
    return true;
}

/* ---- in the worker ---- */

static void send_frame(int to, struct frame frame, const void *bytes)
{
    char whole[1024];
    bool fits = frame.length <= sizeof whole - sizeof frame;
    memcpy(whole, &frame, sizeof frame);
    if (fits && frame.length)
        memcpy(whole + sizeof frame, bytes, frame.length);
    /* A parent that is gone leaves nobody to work for. */
    if (!write_all(to, whole, sizeof frame + (fits ? frame.length : 0)) ||
        (!fits && !write_all(to, bytes, frame.length)))
        _exit(1);
}

void workers_made(struct worker_link *link, enum format format, struct made made)
{
    send_frame(link->to_parent, (struct frame){FRAME_MADE, sizeof made, (uint32_t)format}, &made);
}

static void send_diagnostic(struct arena *memory, int to, const struct diagnostic *diagnostic)
{
    struct buffer out = {.arena = memory};
    uint32_t head[4] = {(uint32_t)diagnostic->message, diagnostic->place.file, diagnostic->place.line,
                        diagnostic->place.column};
    buffer_add(&out, (struct str){(const char *)head, sizeof head});
    for (size_t i = 0; i < 4; i++) {
        uint32_t length = (uint32_t)diagnostic->word[i].length;
        buffer_add(&out, (struct str){(const char *)&length, sizeof length});
        buffer_add(&out, diagnostic->word[i]);
    }
    send_frame(to, (struct frame){FRAME_DIAGNOSTIC, (uint32_t)out.count, 0}, buffer_str(&out).at);
}

#ifdef BILAN_COVER
void __gcov_dump(void); /* NOLINT: the compiler's name; _exit alone leaves what a worker ran uncounted */
#else
#define __gcov_dump() ((void)0) /* NOLINT */
#endif

void workers_exit(void)
{
    __gcov_dump();
    _exit(0);
}

static _Noreturn void worker_live(const struct workers *workers, int from, int to)
{
    /* What is said outlives the memory of the file about which it is said. */
    struct arena *memory = arena_new(), *words = arena_new();
    struct worker_link link = {to};
    for (uint64_t job; read_all(from, &job, sizeof job);) {
        struct arena_mark mark = arena_mark(memory), unsaid = arena_mark(words);
        struct diagnostics *diagnostics = diagnostics_new(words);
        workers->work(workers->data, (size_t)job, memory, &link, diagnostics);
        for (size_t i = 0; i < diagnostics->count; i++)
            send_diagnostic(memory, to, &diagnostics->at[i]);
        send_frame(to, (struct frame){FRAME_ENDED, 0, 0}, NULL);
        arena_rewind(memory, mark);
        arena_rewind(words, unsaid);
    }
    workers_exit();
}

/* ---- in the parent ---- */

static bool give_next(struct pool *pool, struct worker *worker)
{
    worker->busy = false;
    if (pool->next == pool->jobs) {
        if (worker->to >= 0)
            close(worker->to);
        worker->to = -1;
        return true;
    }
    uint64_t job = pool->next;
    worker->job = pool->next;
    worker->busy = true;
    pool->next++;
    return write_all(worker->to, &job, sizeof job);
}

static _Noreturn void worker_begin(const struct pool *pool, const int down[2], const int up[2])
{
    /* The others' pipes must close when the parent closes them. */
    for (size_t i = 0; i < pool->count; i++)
        if (pool->at[i].pid) {
            close(pool->at[i].from);
            if (pool->at[i].to >= 0)
                close(pool->at[i].to);
        }
    flusher_let_go(pool->workers->flusher);
    close(down[1]);
    close(up[0]);
    worker_live(pool->workers, down[0], up[1]);
}

static void worker_start(struct pool *pool, struct worker *worker)
{
    int down[2] = {-1, -1}, up[2] = {-1, -1};
    fflush(NULL);
    pid_t pid = pipe(down) == 0 && pipe(up) == 0 ? fork() : -1;
    if (pid < 0)
        pool->why = errno;
    if (pid == 0)
        worker_begin(pool, down, up);
    const int mine[] = {down[0], up[1], pid < 0 ? down[1] : -1, pid < 0 ? up[0] : -1};
    for (size_t i = 0; i < sizeof mine / sizeof *mine; i++)
        if (mine[i] >= 0)
            close(mine[i]);
    if (pid < 0)
        return;
    *worker = (struct worker){.pid = pid, .to = down[1], .from = up[0], .received = {.arena = pool->run}};
    give_next(pool, worker);
}

static void take_diagnostic(struct pool *pool, const char *at, size_t length)
{
    uint32_t head[4];
    struct words words = {0};
    assert(length >= sizeof head);
    memcpy(head, at, sizeof head);
    size_t used = sizeof head;
    for (size_t i = 0; i < 4; i++) {
        uint32_t size;
        assert(length - used >= sizeof size);
        memcpy(&size, at + used, sizeof size);
        used += sizeof size;
        assert(length - used >= size);
        words.word[i] = (struct str){at + used, size};
        used += size;
    }
    words.message = (enum message)head[0];
    diagnostics_add(pool->workers->diagnostics, (struct place){head[1], head[2], head[3]}, words);
}

/* One whole frame at the front of what was received; false when it is not all there yet. */
static bool take_frame(struct pool *pool, struct worker *worker, size_t *used)
{
    struct frame frame;
    struct made made;
    size_t left = worker->received.count - *used;
    const char *at = worker->received.at + *used;
    if (left < sizeof frame)
        return false;
    memcpy(&frame, at, sizeof frame);
    if (left - sizeof frame < frame.length)
        return false;
    *used += sizeof frame + frame.length;
    if (frame.kind == FRAME_MADE) {
        memcpy(&made, at + sizeof frame, sizeof made);
        pool->workers->made(pool->workers->data, worker->job, (enum format)frame.format, made);
    } else if (frame.kind == FRAME_DIAGNOSTIC) {
        take_diagnostic(pool, at + sizeof frame, frame.length);
    } else {
        pool->workers->ended(pool->workers->data, worker->job, false);
        give_next(pool, worker);
    }
    return true;
}

static void worker_gone(struct pool *pool, struct worker *worker)
{
    close(worker->from);
    if (worker->to >= 0)
        close(worker->to);
    while (waitpid(worker->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    worker->pid = 0;
    if (worker->busy)
        pool->workers->ended(pool->workers->data, worker->job, true);
    if (pool->next < pool->jobs)
        worker_start(pool, worker);
}

static void worker_hear(struct pool *pool, struct worker *worker)
{
    char bytes[65536];
    ssize_t got = read(worker->from, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR)
        return;
    if (got <= 0) {
        worker_gone(pool, worker);
        return;
    }
    buffer_add(&worker->received, (struct str){bytes, (size_t)got});
    size_t used = 0;
    while (take_frame(pool, worker, &used))
        continue;
    memmove(worker->received.at, worker->received.at + used, worker->received.count - used);
    worker->received.count -= used;
}

/* The first ear is the flusher's, deaf where there is none. Returns how many workers are listened to. */
static size_t listen_to(const struct pool *pool, struct pollfd *ears, size_t *who)
{
    size_t count = 0;
    const struct flusher *flusher = pool->workers->flusher;
    *ears++ = (struct pollfd){.fd = flusher->process ? flusher->from : -1, .events = POLLIN};
    for (size_t i = 0; i < pool->count; i++)
        if (pool->at[i].pid) {
            ears[count] = (struct pollfd){.fd = pool->at[i].from, .events = POLLIN};
            who[count++] = i;
        }
    return count;
}

bool workers_run(struct arena *run, const struct workers *workers, size_t count, int jobs)
{
    size_t places = count < (size_t)jobs ? count : (size_t)jobs;
    struct pool pool = {workers, run, ARENA_ARRAY(run, struct worker, places), places, 0, count, 0};
    struct pollfd *ears = ARENA_ARRAY(run, struct pollfd, places + 1);
    size_t *who = ARENA_ARRAY(run, size_t, places);
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    sigaction(SIGPIPE, &ignore, &before);
    for (size_t i = 0; i < places; i++)
        worker_start(&pool, &pool.at[i]);
    for (size_t listening; (listening = listen_to(&pool, ears, who)) > 0;) {
        if (poll(ears, (nfds_t)listening + 1, -1) < 0 && errno != EINTR)
            break;
        for (size_t i = 0; i < listening; i++)
            if (ears[1 + i].revents)
                worker_hear(&pool, &pool.at[who[i]]);
        /* It may have died since, seen by who told it of a file. */
        if (ears[0].revents && workers->flusher->process)
            flusher_hear(workers->flusher);
    }
    sigaction(SIGPIPE, &before, NULL);
    errno = pool.why;
    return pool.next == pool.jobs;
}
