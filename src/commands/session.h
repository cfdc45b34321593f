/* What the commands share, private to this room: opening a data repository, saying what was found, the output folder.
 */
#ifndef COMMANDS_SESSION_H
#define COMMANDS_SESSION_H

#include "commands.h"

#include <stdio.h>

/* Groups of the option table. */
enum {
    OPTIONS_DATA = 1,
    OPTIONS_BUILD = 2,
    OPTIONS_FIGURES = 4,
    OPTIONS_OUTPUT = 8,
    OPTIONS_TOLD = 16,
    OPTIONS_REMIND = 32,
    OPTIONS_COLLECT = 64,
    OPTIONS_IMPORT = 128,
    OPTIONS_SAYING = 256 /* of what speaks before, or without, any data */
};

/* The data repository of an invocation, read and checked. */
struct session {
    const struct invocation *invocation;
    struct arena *run;
    struct diagnostics *diagnostics;
    struct facts *facts; /* NULL when the folder could not be opened */
    enum language language;
    bool errors_only; /* warnings are for `check` and `build` to say */
};
/* EXIT_FINE, or what to exit with: it has been said why. */
enum exit_code session_open(struct session *session, const struct invocation *invocation);
/* The same, with the hash of every file that is read. */
enum exit_code session_open_hashed(struct session *session, const struct invocation *invocation);
/* The same where only errors are said, unless --verbose or --strict asks for more; of any operand. */
enum exit_code session_open_errors(struct session *session, const struct invocation *invocation, size_t operand);
/* Every wanted name is among the known ones, or the first that is not is told, with the nearest. */
bool names_known(const struct session *session, struct strs wanted, struct strs known, const char *french,
                 const char *english);
/* As session_open_errors, then the laureates asked for and the periods, else the last that had ended; EXIT_USAGE, the
 * session dropped, after saying which is none. */
enum exit_code session_open_asked(struct session *session, const struct invocation *invocation,
                                  struct periods *periods);
/* The periods asked for, each once; false after saying which is none. */
bool session_periods(const struct session *session, struct periods *periods);
/* The laureates asked for exist; false after saying which does not. */
bool session_laureates(const struct session *session);
/* The laureate is asked for, or none is named. */
bool session_asks(const struct session *session, struct str laureate);
/* The words of that language. */
static inline const char *words(enum language language, const char *french, const char *english)
{
    return language == LANGUAGE_FR ? french : english;
}
/* Leaves without a word about the data. */
void session_drop(struct session *session);
/* Writes to standard output; EXIT_MACHINE, said why, when it cannot. */
enum exit_code session_print(const struct session *session, struct buffer *text);
/* Prints the diagnostics; EXIT_INPUTS when there are errors (or warnings under --strict). */
enum exit_code session_say(struct session *session);
/* Where no data repository has begun: says which of its files are missing and where to begin; false elsewhere. */
bool session_say_bare(const struct session *session);
/* Says them and gives everything back. */
enum exit_code session_close(struct session *session);
/* The folder that holds templates/ as installed, beside the program or under the prefix. */
struct str share_folder(struct arena *arena);

/* "1 234" or "1,234". */
struct str say_number(struct arena *arena, size_t count, enum language language);

/* The period as people write it in that language: "2025-T4", "2025-Q4". */
struct str period_written(struct arena *arena, struct period period, int year_start, enum language language);

/* ,"name":"value", or null for an empty value. */
void json_field(struct buffer *out, const char *name, struct str value);

/* ---- how diagnostics are printed: one row a format ---- */
struct printing {
    const struct facts *facts;
    struct arena *arena;
    FILE *to;
    enum language language;
    bool colour, verbose;
};
typedef void write_diagnostics(const struct printing *printing, const struct diagnostics *diagnostics);
struct diagnostics_row {
    const char *name;
    bool on_stdout;
    write_diagnostics *write;
};
/* NULL when there is no such format. */
const struct diagnostics_row *diagnostics_writer(struct str name);
void diagnostics_text(const struct printing *printing, const struct diagnostics *diagnostics);

/* ---- the commands ---- */
enum exit_code command_build(struct invocation *invocation);
enum exit_code command_check(struct invocation *invocation);
enum exit_code command_list(struct invocation *invocation);
enum exit_code command_figures(struct invocation *invocation);
enum exit_code command_schema(struct invocation *invocation);
enum exit_code command_collect(struct invocation *invocation);
enum exit_code command_import(struct invocation *invocation);
enum exit_code command_init(struct invocation *invocation);
enum exit_code command_explain(struct invocation *invocation);
enum exit_code command_status(struct invocation *invocation);
enum exit_code command_diff(struct invocation *invocation);

#endif
