/* Progress on a terminal: count, rate, time left, once a second has passed. Private to `commands`. */
#ifndef COMMANDS_PROGRESS_H
#define COMMANDS_PROGRESS_H

#include "session.h"

#include <time.h>

struct progress {
    bool shown, started;
    enum language language;
    struct timespec begun, last;
    size_t total;
};
/* The one use of the clock: nothing of it reaches a file. */
void progress_begin(struct progress *progress, const struct invocation *invocation, enum language language,
                    size_t total);
void progress_say(struct progress *progress, size_t count);
void progress_end(struct progress *progress);

#endif
