#include "tell.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

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

bool tell_unknown(enum language language, const char *french, const char *english, struct str word, struct str nearest)
{
    fputs("bilan: ", stderr);
    fprintf(stderr, language == LANGUAGE_FR ? french : english, STR_ARG(word));
    if (nearest.length)
        fprintf(stderr, language == LANGUAGE_FR ? " ; vouliez-vous dire « %.*s » ?" : "; did you mean '%.*s'?",
                STR_ARG(nearest));
    fputc('\n', stderr);
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
