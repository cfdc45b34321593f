/* Forked workers over constant facts. Each takes the next job; what it says comes back as frames over a pipe. A worker
 * that dies costs the job it was on. Private to `commands`. */
#ifndef COMMANDS_WORKERS_H
#define COMMANDS_WORKERS_H

#include "session.h"

struct flusher;

/* What a job made, in one format. */
struct made {
    uint64_t bytes;
    struct sha256 hash;
    int32_t
        failed; /* errno when it could not be written; -1 when it could not be rendered or did not read back whole */
    bool same;  /* these very bytes stand already: nothing was written */
};

/* Runs in a worker: make the job, call workers_made for each file, report to `diagnostics`. `memory` is rewound
 * afterwards. */
struct worker_link;
typedef void work(void *data, size_t job, struct arena *memory, struct worker_link *link,
                  struct diagnostics *diagnostics);
void workers_made(struct worker_link *link, enum format format, struct made made);
/* What was made so far is known, should the worker die on what comes next. */
void workers_tell(struct worker_link *link);

/* Leaves a forked process, without what the parent does on leaving. */
_Noreturn void workers_exit(void);

/* Called in the parent, in whatever order jobs end. */
struct workers {
    void *data;
    work *work;
    void (*made)(void *data, size_t job, enum format format, struct made made);
    void (*ended)(void *data, size_t job, bool died);
    struct diagnostics *diagnostics;
    struct flusher *flusher; /* listened to as they are */
};
/* Jobs 0 to count - 1, `jobs` workers at a time. False when jobs are left
 * that no worker could be started for (errno; ECHILD when workers end before they take one). */
bool workers_run(struct arena *run, const struct workers *workers, size_t count, int jobs);

#endif
