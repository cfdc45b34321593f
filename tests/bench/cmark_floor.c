/* cmark_floor TEMPLATE TO FILE.md…: what cmark, as a library and in one process, needs to make a page of each: the
 * template, then the text, as HTML in TO. Nothing is checked, computed or drawn, and nothing is made safe on the disk.
 */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 20 };

static size_t append(const char *path, char *into, size_t length)
{
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(3);
    }
    length += fread(into + length, 1, MOST - length, file);
    fclose(file);
    return length;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: cmark_floor TEMPLATE TO FILE.md…\n", stderr);
        return 2;
    }
    char *bytes = malloc(MOST), path[4096];
    size_t template = append(argv[1], bytes, 0);
    for (int i = 3; i < argc; i++) {
        size_t length = append(argv[i], bytes, template);
        char *html = cmark_markdown_to_html(bytes, length, CMARK_OPT_DEFAULT);
        snprintf(path, sizeof path, "%s/%d.html", argv[2], i);
        FILE *file = fopen(path, "w");
        if (!file || fputs(html, file) < 0 || fclose(file)) {
            perror(path);
            return 3;
        }
        free(html);
    }
    free(bytes);
    return 0;
}
