#include "progress.h"

#include <unistd.h>

static double seconds_between(struct timespec from, struct timespec to)
{
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

void progress_begin(struct progress *progress, const struct invocation *invocation, enum language language,
                    size_t total)
{
    *progress = (struct progress){.language = language, .total = total};
    progress->shown = invocation->progress == WHEN_ALWAYS ||
                      (invocation->progress == WHEN_AUTO && !invocation->quiet && isatty(STDERR_FILENO));
    clock_gettime(CLOCK_MONOTONIC, &progress->begun);
    progress->last = progress->begun;
}

void progress_say(struct progress *progress, size_t count)
{
    struct timespec now;
    if (!progress->shown)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double passed = seconds_between(progress->begun, now);
    if (passed < 1 || seconds_between(progress->last, now) < 0.1)
        return;
    progress->last = now;
    progress->started = true;
    double rate = (double)count / passed;
    double left = rate > 0 ? (double)(progress->total - count) / rate : 0;
    fprintf(stderr,
            progress->language == LANGUAGE_FR ? "\r\033[K%zu/%zu livrables, %.0f par seconde, encore %.0f s"
                                              : "\r\033[K%zu/%zu deliverables, %.0f a second, %.0f s left",
            count, progress->total, rate, left);
    fflush(stderr);
}

void progress_end(struct progress *progress)
{
    if (!progress->started)
        return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
}
