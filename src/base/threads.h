/* Work shared among threads: items are taken in order by whoever is free. What
 * an item makes must not depend on who took it. */
#ifndef BASE_THREADS_H
#define BASE_THREADS_H

#include <stddef.h>

#define THREADS_MAX 64

/* Calls work(data, item, worker) once for each item, `worker` below threads_count(jobs). Returns when all are done. */
typedef void thread_work(void *data, size_t item, size_t worker);
void threads_run(int jobs, size_t items, thread_work *work, void *data);
size_t threads_count(int jobs);

/* A running total in the order of items, whoever takes them: what those before this one added, which is waited for.
 * Every item of one threads_run adds once. */
struct arena;
struct tally;
struct tally *tally_new(struct arena *arena);
size_t tally_add(struct tally *tally, size_t item, size_t amount);

#endif
