/* What is said on standard error about the run itself, "bilan: …", never about the data. Private to `commands`. */
#ifndef COMMANDS_TELL_H
#define COMMANDS_TELL_H

#include "commands.h"

/* "no error", "1 warning", "12 files": by language, for none, one, many; none is NULL where it reads as a number. */
struct counted {
    const char *none[LANGUAGE_COUNT], *one[LANGUAGE_COUNT], *many[LANGUAGE_COUNT];
};
struct str tell_count(struct arena *arena, const struct counted *counted, size_t count, enum language language);

/* "bilan: ", the text of that language, a line end. */
void tell(enum language language, const char *french, const char *english, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));
/* The same for a word nobody knows ("%.*s" in the texts), and the nearest that somebody does; always false. */
bool tell_unknown(enum language language, const char *french, const char *english, struct str word, struct str nearest)
    __attribute__((format(printf, 2, 0), format(printf, 3, 0)));
/* The same where somebody knows `known`: the nearest of them, else the first few. */
bool tell_among(enum language language, const char *french, const char *english, struct str word, struct strs known)
    __attribute__((format(printf, 2, 0), format(printf, 3, 0)));
/* "bilan: WHAT: why", after an errno; EXIT_MACHINE. */
enum exit_code tell_failure(enum language language, struct str what, int error);
/* Everything printed has left for standard output; or says why it has not, EXIT_MACHINE. */
enum exit_code tell_printed(enum language language);

#endif
