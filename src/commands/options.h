/* One row an option: its names, the groups of commands that take it, how its value is taken, its help. Private to
 * `commands`. */
#ifndef COMMANDS_OPTIONS_H
#define COMMANDS_OPTIONS_H

#include "commands.h"

#define OPTION_ROWS_MAX 48

struct option_row {
    char letter; /* 0: none */
    const char *name;
    const char *value; /* its word in the help, NULL when it takes none */
    unsigned groups;
    bool (*take)(struct invocation *invocation, struct str value); /* false: not a value of this option */
    const char *help[LANGUAGE_COUNT];
};
extern const struct option_row option_rows[];
extern const size_t option_row_count;

#endif
