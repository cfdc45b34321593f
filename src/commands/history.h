/* The commit that last changed a line, where the data repository is a git repository: the one user of libgit2. No
 * hook, filter or configured program of somebody's repository runs. Private to `commands`. */
#ifndef COMMANDS_HISTORY_H
#define COMMANDS_HISTORY_H

#include "session.h"

struct commit {
    struct str id; /* 12 hexadecimal digits; empty when the line is not committed yet */
    struct str author;
    struct str summary;
    struct date date;
};

struct history;
/* NULL when `folder` is in no git repository. */
struct history *history_open(struct arena *arena, const struct folder *folder);
void history_close(struct history *history);
/* False when git knows nothing of the line. */
bool history_line(struct history *history, struct arena *arena, struct str path, uint32_t line, struct commit *commit);

#endif
