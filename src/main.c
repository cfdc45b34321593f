/* bilan: CSV and Markdown in, the deliverables of a collective-impact programme out.
 *
 *     read → check → measure → compose → layout → render
 *
 * Each word is a folder beside this file, in that order (docs/house.md); commands/ says which of them a command runs.
 */
#include "commands/commands.h"

int main(int argc, char **argv)
{
    struct arena *arena = arena_new();
    struct invocation invocation;
    enum exit_code code;
    if (invocation_parse(arena, argc, argv, &invocation, &code))
        code = invocation.command->run(&invocation);
    arena_free(arena);
    return (int)code;
}
