/* The text of an input file, or the reason why there is none. */
#include "work.h"

#include <stdio.h>

bool source_problem(struct diagnostics *diagnostics, uint32_t file, enum file_problem problem)
{
    struct place place = file_place(file);
    char limit[16];
    if (problem == FILE_FORBIDDEN)
        REPORT(diagnostics, place, MSG_file_forbidden);
    else if (problem == FILE_NOT_REGULAR)
        REPORT(diagnostics, place, MSG_file_not_regular);
    else if (problem == FILE_TOO_LARGE)
        REPORT(diagnostics, place, MSG_file_too_large,
               {{limit, (size_t)snprintf(limit, sizeof limit, "%u", FILE_BYTES_MAX >> 20)}});
    else if (problem != FILE_OK)
        REPORT(diagnostics, place, MSG_file_unreadable, {STR("I/O")});
    return problem != FILE_OK;
}

bool source_text(struct check *check, uint32_t file, struct str *text)
{
    struct str bytes;
    enum file_problem problem = file_read(check->scratch, &check->facts->folder, &check->facts->files.at[file], &bytes);
    return !source_problem(check->diagnostics, file, problem) &&
           read_text(check->scratch, bytes, file, check->diagnostics, text);
}
