/* The door of `commands`: what can be asked on the command line, one file a command, one row a command and an
 * option. This room alone prints and decides exit codes. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "compose/compose.h"

enum exit_code { EXIT_FINE, EXIT_INPUTS, EXIT_USAGE, EXIT_MACHINE };

/* What was asked, typed and checked. */
struct invocation {
    const struct command *command;
    struct arena *arena;
    enum language language; /* of what is said before the programme's own is known */
    struct strs arguments;  /* DIR, then what follows it */
    struct str output;      /* -o; "out" */
    struct strs deliverables, laureates, indicators, periods;
    bool all_periods, to_date;
    bool audiences[AUDIENCE_COUNT];
    bool formats[FORMAT_COUNT]; /* build, list */
    struct str print_format;    /* figures, explain: "csv", "json", "text" */
    enum subject_kind by;
    enum attribute attribute;
    enum period_kind time;
    struct str dimension;
    int jobs;
    int language_asked; /* enum language, or -1 */
    bool strict, draft, publish, force, remind, replace, quiet, verbose;
    struct str diagnostics_format; /* "text", "json" */
    enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER } colour, progress;
};

struct command {
    const char *name;
    const char *operands; /* "DIR" */
    unsigned options;     /* groups of the option table that it takes */
    size_t least, most;   /* operands */
    enum exit_code (*run)(struct invocation *invocation);
    const char *help[LANGUAGE_COUNT];
};
extern const struct command commands[];
extern const size_t command_count;

/* Fills the invocation, or prints what is wrong, or the help that was asked; false when there is nothing to run
 * and *code is the status to exit with. */
bool invocation_parse(struct arena *arena, int argc, char **argv, struct invocation *invocation, enum exit_code *code);

#endif
