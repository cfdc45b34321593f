#include "tell.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

enum { KNOWN_SHOWN = 12 }; /* more are a list to look up */

struct str tell_count(struct arena *arena, const struct counted *counted, size_t count, enum language language)
{
    if (!count && counted->none[language])
        return str_of(counted->none[language]);
    /* French is singular below two, English for one only. */
    bool one = language == LANGUAGE_FR ? count < 2 : count == 1;
    return str_print(arena, "%s\u00A0%s", show_decimal(arena, decimal_int((int64_t)count), 0, language).at,
                     one ? counted->one[language] : counted->many[language]);
}

void tell(enum language language, const char *french, const char *english, ...)
{
    va_list words;
    fputs("bilan: ", stderr);
    va_start(words, english);
    vfprintf(stderr, language == LANGUAGE_FR ? french : english, words);
    va_end(words);
    fputc('\n', stderr);
}

static void put_unknown(enum language language, const char *french, const char *english, struct str word)
{
    fputs("bilan: ", stderr);
    fprintf(stderr, language == LANGUAGE_FR ? french : english, STR_ARG(word));
}

bool tell_unknown(enum language language, const char *french, const char *english, struct str word, struct str nearest)
{
    put_unknown(language, french, english, word);
    if (nearest.length)
        fprintf(stderr, language == LANGUAGE_FR ? " ; vouliez-vous dire « %.*s » ?" : "; did you mean '%.*s'?",
                STR_ARG(nearest));
    fputc('\n', stderr);
    return false;
}

bool tell_among(enum language language, const char *french, const char *english, struct str word, struct strs known)
{
    struct str nearest = name_nearest(word, known.at, known.count);
    if (nearest.length || !known.count)
        return tell_unknown(language, french, english, word, nearest);
    put_unknown(language, french, english, word);
    fputs(language == LANGUAGE_FR ? " ; écrivez " : "; write ", stderr);
    for (size_t i = 0; i < known.count && i < KNOWN_SHOWN; i++)
        fprintf(stderr, "%s%.*s", i ? ", " : "", STR_ARG(known.at[i]));
    fputs(known.count > KNOWN_SHOWN ? ", …\n" : "\n", stderr);
    return false;
}

enum exit_code tell_failure(enum language language, struct str what, int error)
{
    tell(language, "%.*s : %s", "%.*s: %s", STR_ARG(what), error_text(error, language));
    return EXIT_MACHINE;
}

enum exit_code tell_printed(enum language language)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return EXIT_FINE;
    return tell_failure(language, language == LANGUAGE_FR ? STR("sortie standard") : STR("standard output"),
                        errno ? errno : EIO);
}
