/* A forked process that waits for the disk, so that nobody who makes documents does. It brings temporary files to the
 * disk in the order in which it is told of them, those that came meanwhile together. Where it cannot be started, or
 * has died, who tells of a file waits himself. Private to `commands`. */
#ifndef COMMANDS_FLUSHER_H
#define COMMANDS_FLUSHER_H

#include "output.h"
#include "workers.h"

#include <sys/types.h>

struct flusher {
    struct arena *run;
    const struct output *output;
    void *data;
    /* In the order told: the file is on the disk, or `failed` is why not. */
    void (*flushed)(void *data, size_t job, enum format format, struct made made);
    pid_t process; /* 0: none */
    int to, from;
    struct flush_queue {
        struct flush {
            size_t job;
            enum format format;
            struct made made;
        } * at;
        size_t count, capacity, told, heard;
    } queue;
};

/* Before the workers, whose pipes it must not hold. */
void flusher_start(struct flusher *flusher);
/* In a worker: its end of the pipes is closed. */
void flusher_let_go(const struct flusher *flusher);
void flusher_tell(struct flusher *flusher, size_t job, enum format format, struct made made);
/* Files are told of many at a time: for how many ms one may wait for others, -1 where none does; then they are told. */
int flusher_patience(const struct flusher *flusher);
void flusher_push(struct flusher *flusher);
/* Takes what it says about the files told of, waiting for it. */
void flusher_hear(struct flusher *flusher);
/* Hears of every file, and ends the process. */
void flusher_end(struct flusher *flusher);

#endif
