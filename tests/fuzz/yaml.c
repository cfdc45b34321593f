/* Any bytes as a YAML header: a map or nothing, never deeper than was promised. */
#include <stdlib.h>

#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void walk(const struct yaml *node, int depth)
{
    if (depth > 9 || !node->place.line || !node->text.at)
        abort();
    for (const struct yaml *child = node->first; child; child = child->next)
        walk(child, depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = diagnostics_new(arena);
    struct str text;
    if (read_text(arena, (struct str){(const char *)data, size}, 1, diagnostics, &text)) {
        const struct yaml *map = read_yaml(arena, text, 1, 2, diagnostics);
        if (map && map->kind != YAML_MAP)
            abort();
        if (map)
            walk(map, 0);
    }
    arena_free(arena);
    return 0;
}
