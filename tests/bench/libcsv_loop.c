/* libcsv_loop FILE…: the floor for reading: libcsv over the same bytes, doing nothing with them. */
#include <csv.h>
#include <stdio.h>

static void field(void *text, size_t length, void *data)
{
    (void)text;
    *(size_t *)data += length;
}

static void row(int end, void *data)
{
    (void)end;
    (void)data;
}

int main(int argc, char **argv)
{
    static char bytes[1 << 20];
    size_t total = 0;
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT);
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "r");
        if (!file)
            return 3;
        for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
            csv_parse(&parser, bytes, got, field, row, &total);
        csv_fini(&parser, field, row, &total);
        fclose(file);
    }
    csv_free(&parser);
    printf("%zu\n", total);
    return 0;
}
