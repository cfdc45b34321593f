/* html rich|hostile: the hand-made document as a page, for the browser's tests. */
#include "../unit/html_document.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: html rich|hostile\n", stderr);
        return 2;
    }
    struct arena *arena = arena_new();
    struct str bytes;
    const struct document *document = document_made(arena, strcmp(argv[1], "hostile") == 0);
    bool made = render_formats[FORMAT_HTML].render(arena, NULL, document, &bytes, diagnostics_new(arena));
    made = made && fwrite(bytes.at, 1, bytes.length, stdout) == bytes.length;
    arena_free(arena);
    return made ? 0 : 3;
}
