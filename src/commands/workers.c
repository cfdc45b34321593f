#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "flusher.h"
#include "workers.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DOZE = 2 /* ms */ };
enum frame_kind { FRAME_MADE, FRAME_DIAGNOSTIC, FRAME_ENDED };

struct frame {
    uint32_t kind, length; /* of what follows */
    uint64_t job;
    uint32_t format, unused; /* MADE */
};

struct worker_link {
    int to_parent;
    size_t job;
    struct buffer untold; /* frames: to wake the parent costs more than most of what they say */
};

struct worker {
    pid_t pid; /* 0: no worker here */
    int from;
    size_t began; /* how many jobs were taken before it started */
    struct buffer received;
};

struct pool {
    const struct workers *workers;
    struct arena *run;
    struct worker *at;
    size_t count;        /* of places for workers */
    atomic_size_t *next; /* shared: each takes the next job */
    size_t jobs;
    bool *ended; /* of each job */
    int why;     /* errno of the last worker that could not be started; ECHILD: it ended before it took a job */
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

/* ---- in the worker ---- */

static void add_frame(struct worker_link *link, struct frame frame, const void *bytes)
{
    frame.job = link->job;
    buffer_add(&link->untold, (struct str){(const char *)&frame, sizeof frame});
    buffer_add(&link->untold, (struct str){bytes, frame.length});
}

void workers_tell(struct worker_link *link)
{
    /* A parent that is gone leaves nobody to work for. */
    if (!write_all(link->to_parent, link->untold.at, link->untold.count))
        _exit(1);
    link->untold.count = 0;
}

void workers_made(struct worker_link *link, enum format format, struct made made)
{
    add_frame(link, (struct frame){.kind = FRAME_MADE, .length = sizeof made, .format = (uint32_t)format}, &made);
}

static void add_diagnostic(struct arena *memory, struct worker_link *link, const struct diagnostic *diagnostic)
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
    add_frame(link, (struct frame){.kind = FRAME_DIAGNOSTIC, .length = (uint32_t)out.count}, out.at);
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

static _Noreturn void worker_live(const struct pool *pool, int to)
{
    const struct workers *workers = pool->workers;
    /* What is said outlives the memory of the file about which it is said. */
    struct arena *memory = arena_new(), *words = arena_new();
    struct worker_link link = {.to_parent = to};
    while ((link.job = atomic_fetch_add(pool->next, 1)) < pool->jobs) {
        struct arena_mark mark = arena_mark(memory), unsaid = arena_mark(words);
        struct diagnostics *diagnostics = diagnostics_new(words);
        link.untold = (struct buffer){.arena = words};
        workers->work(workers->data, link.job, memory, &link, diagnostics);
        for (size_t i = 0; i < diagnostics->count; i++)
            add_diagnostic(memory, &link, &diagnostics->at[i]);
        add_frame(&link, (struct frame){.kind = FRAME_ENDED}, NULL);
        workers_tell(&link);
        arena_rewind(memory, mark);
        arena_rewind(words, unsaid);
    }
    workers_exit();
}

/* ---- in the parent ---- */

static _Noreturn void worker_begin(const struct pool *pool, const int up[2])
{
    /* The others' pipes must close when the parent closes them. */
    for (size_t i = 0; i < pool->count; i++)
        if (pool->at[i].pid)
            close(pool->at[i].from);
    flusher_let_go(pool->workers->flusher);
    close(up[0]);
    worker_live(pool, up[1]);
}

static void worker_start(struct pool *pool, struct worker *worker)
{
    int up[2] = {-1, -1};
    size_t began = atomic_load(pool->next);
    fflush(NULL);
    pid_t pid = pipe(up) == 0 ? fork() : -1;
    if (pid < 0)
        pool->why = errno;
    if (pid == 0)
        worker_begin(pool, up);
    if (pid < 0 && up[0] >= 0)
        close(up[0]);
    if (up[1] >= 0)
        close(up[1]);
    if (pid > 0)
        *worker = (struct worker){pid, up[0], began, {.arena = pool->run}};
}

static bool is_left(const struct pool *pool)
{
    return atomic_load(pool->next) < pool->jobs;
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
        pool->workers->made(pool->workers->data, (size_t)frame.job, (enum format)frame.format, made);
    } else if (frame.kind == FRAME_DIAGNOSTIC) {
        take_diagnostic(pool, at + sizeof frame, frame.length);
    } else {
        pool->ended[frame.job] = true;
        pool->workers->ended(pool->workers->data, (size_t)frame.job, false);
    }
    return true;
}

static void worker_gone(struct pool *pool, struct worker *worker)
{
    close(worker->from);
    while (waitpid(worker->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    worker->pid = 0;
    /* One that dies before a job is taken uses up none: another would end as it did, and the next, without end. */
    if (is_left(pool) && atomic_load(pool->next) == worker->began)
        pool->why = ECHILD;
    else if (is_left(pool))
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

/* Each message would wake the parent, and send a worker from its processor: while there is work, several are waited
 * for. */
static void doze(const struct pool *pool)
{
    if (is_left(pool))
        (void)poll(NULL, 0, DOZE);
}

static void hear_all(struct pool *pool)
{
    struct flusher *flusher = pool->workers->flusher;
    struct pollfd *ears = ARENA_ARRAY(pool->run, struct pollfd, pool->count + 1);
    size_t *who = ARENA_ARRAY(pool->run, size_t, pool->count);
    for (size_t listening; (listening = listen_to(pool, ears, who)) > 0;) {
        int heard = poll(ears, (nfds_t)listening + 1, flusher_patience(flusher));
        if (heard < 0 && errno != EINTR)
            return;
        if (heard == 0)
            flusher_push(flusher);
        for (size_t i = 0; heard > 0 && i < listening; i++)
            if (ears[1 + i].revents)
                worker_hear(pool, &pool->at[who[i]]);
        /* It may have died since, seen by who told it of a file. */
        if (heard > 0 && ears[0].revents && flusher->process)
            flusher_hear(flusher);
        doze(pool);
    }
}

static void run_all(struct pool *pool)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    sigaction(SIGPIPE, &ignore, &before);
    for (size_t i = 0; i < pool->count; i++)
        worker_start(pool, &pool->at[i]);
    hear_all(pool);
    sigaction(SIGPIPE, &before, NULL);
}

bool workers_run(struct arena *run, const struct workers *workers, size_t count, int jobs)
{
    size_t places = count < (size_t)jobs ? count : (size_t)jobs;
    struct pool pool = {.workers = workers, .run = run, .at = ARENA_ARRAY(run, struct worker, places), .count = places};
    pool.jobs = count;
    pool.ended = ARENA_ARRAY(run, bool, count);
    pool.next = mmap(NULL, sizeof *pool.next, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (pool.next == MAP_FAILED)
        return false;
    run_all(&pool);
    bool all = !is_left(&pool);
    /* What was taken and not brought to its end died with who took it. */
    for (size_t i = 0; i < count && i < atomic_load(pool.next); i++)
        if (!pool.ended[i])
            workers->ended(workers->data, i, true);
    munmap(pool.next, sizeof *pool.next);
    errno = pool.why;
    return all;
}
