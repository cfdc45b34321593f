/* bilan: CSV and Markdown in, the deliverables of a collective-impact programme out.
 *
 *     read → check → measure → compose → layout → render
 *
 * Each word is a folder beside this file, in that order (docs/house.md); commands/ says which of them a command runs.
 */
#include "commands/commands.h"

#include <fcntl.h>
#include <stdio.h>

/* A standard descriptor that came closed would be given to the next file opened, and what is printed written into it:
 * standard output is held by something that cannot be printed to, a failure that is told; who closed standard error
 * asked not to be told. */
static void hold_standard_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", fd == 1 ? O_RDONLY : O_WRONLY);
}

/* Messages that did not arrive leave nothing but the code to say so; that of a wrong command line says enough. */
static enum exit_code code_of_told(enum exit_code code)
{
    bool told = fflush(stderr) == 0 && !ferror(stderr);
    return told || code == EXIT_USAGE ? code : EXIT_MACHINE;
}

int main(int argc, char **argv)
{
    hold_standard_descriptors();
    /* A message reaches its reader whole: what workers say at the same moment comes before it or after it. */
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    struct arena *arena = arena_new();
    struct invocation invocation;
    enum exit_code code;
    if (invocation_parse(arena, argc, argv, &invocation, &code))
        code = invocation.command->run(&invocation);
    arena_free(arena);
    return (int)code_of_told(code);
}
