/* What is said to the person whose file it is: a place, a message of the one
 * table (messages.h), and its words. Nobody stops at the first error: report,
 * substitute something harmless, go on. */
#ifndef BASE_DIAGNOSTICS_H
#define BASE_DIAGNOSTICS_H

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_COUNT };

/* One row a message in messages.h: MESSAGE(code, severity, french, english).
 * `code` is printed in brackets with '-' for '_'. {1} to {4} are the words. */
enum message {
#define MESSAGE(code, severity, french, english) MSG_##code,
#include "messages.h"
#undef MESSAGE
    MESSAGE_COUNT
};

struct message_row {
    struct str code;
    enum severity severity;
    struct str text[LANGUAGE_COUNT];
};
const struct message_row *message_row(enum message message);
/* Its code as people see it: "unknown-indicator". */
struct str message_code(struct arena *arena, enum message message);

/* A place in an input: `file` indexes struct files (0 is "no file"); line and
 * column count from 1 in characters, 0 where there is none. */
struct place {
    uint32_t file, line, column;
};

struct words {
    enum message message;
    struct str word[4];
};

struct diagnostic {
    struct place place;
    enum message message;
    enum severity severity; /* the table's, or raised by --strict */
    struct str word[4];
};

struct diagnostics {
    struct arena *arena;
    struct diagnostic *at;
    size_t count, capacity;
};

struct diagnostics *diagnostics_new(struct arena *arena);

/* REPORT(diagnostics, place, MSG_unknown_indicator, {id, nearest}); words are copied. */
#define REPORT(diagnostics, place, ...) diagnostics_add((diagnostics), (place), (struct words){.message = __VA_ARGS__})
void diagnostics_add(struct diagnostics *diagnostics, struct place place, struct words words);
/* What a thread found, taken over; words are copied. */
void diagnostics_merge(struct diagnostics *into, const struct diagnostics *from);
/* By place, then code, then words; the same diagnostic twice becomes one. */
void diagnostics_sort(struct diagnostics *diagnostics);
void diagnostics_keep_errors(struct diagnostics *diagnostics);
/* Without what this message said of a file: another says more. */
void diagnostics_drop(struct diagnostics *diagnostics, uint32_t file, enum message message);
size_t diagnostics_count(const struct diagnostics *diagnostics, enum severity at_least);
/* The message with its words, in a language. */
struct str diagnostic_text(struct arena *arena, const struct diagnostic *diagnostic, enum language language);

#endif
