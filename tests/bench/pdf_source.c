/* pdf_source html|typst DOCUMENTS: the syntheses that pdf_floor prints, as sources for other programs, a NUL after
 * each. Each says what the document says and asks for the same page: A4, Lato, justified and hyphenated text, a table
 * with its head. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "synthesis.h"

/* How a source is written. "%s" stands for the words. */
struct language_row {
    const char *name, *head, *title, *heading, *paragraph, *table, *head_row, *head_cell, *head_end, *row, *name_cell,
        *cell, *row_end, *table_end, *end;
};
static const struct language_row languages[] = {
    {"html",
     "<!doctype html><html lang=fr><meta charset=utf-8><title>Synthèse</title><style>@page{size:A4;margin:68pt "
     "56.7pt;@top-left{content:'Prises d’élan';font:7.5pt Lato}@bottom-right{content:'Page ' counter(page) '/' "
     "counter(pages);font:7.5pt Lato}}body{font:10pt/13.5pt Lato;text-align:justify;hyphens:auto}h1{font-size:20pt;"
     "line-height:1.2}h2{font-size:18pt;line-height:1.2;text-align:left;break-after:avoid}table{border-collapse:"
     "collapse;"
     "font-size:8.5pt;width:100%%}td{text-align:right;font-variant-numeric:tabular-nums;border-bottom:.35pt solid "
     "#c4cbd0;padding:3pt}th{text-align:left;padding:3pt}</style><body>",
     "<h1>%s</h1>", "<h2>%s</h2>", "<p>%s</p>", "<table><thead>", "<tr>", "<th scope=col>%s</th>",
     "</tr></thead><tbody>", "<tr>", "<th scope=row>%s</th>", "<td>%s</td>", "</tr>", "</tbody></table>",
     "</body></html>"},
    {"typst",
     "#set document(title: \"Synthèse\")\n#set text(font: \"Lato\", size: 10pt, lang: \"fr\")\n#set par(justify: "
     "true)\n"
     "#set page(paper: \"a4\", margin: (x: 56.7pt, y: 68pt), header: text(7.5pt)[Prises d’élan], footer: align(right, "
     "text(7.5pt)[Page #context counter(page).display(\"1/1\", both: true)]))\n#show table: set text(8.5pt, "
     "number-width: "
     "\"tabular\")\n",
     "#title[%s]\n\n", "= %s\n\n", "%s\n\n",
     "#table(columns: 6, align: (left, right, right, right, right, right), stroke: (bottom: .35pt), table.header(", "",
     "[%s],", "),\n", "", "[%s],", "[%s],", "\n", ")\n\n", ""},
};

static void put(const char *format, struct str text)
{
    const char *at = strstr(format, "%s");
    fwrite(format, 1, (size_t)(at - format), stdout);
    fwrite(text.at, 1, text.length, stdout);
    fputs(at + 2, stdout);
}

static void table_put(struct arena *arena, const struct language_row *l, const struct table *table)
{
    fputs(l->table, stdout);
    fputs(l->head_row, stdout);
    for (size_t c = 0; c < table->column_count; c++)
        put(l->head_cell, table->columns[c].name);
    fputs(l->head_end, stdout);
    for (size_t r = 0; r < table->row_count; r++) {
        fputs(l->row, stdout);
        for (size_t c = 0; c < table->column_count; c++) {
            const struct cell *cell = &table->rows[r].cells[c];
            put(c ? l->cell : l->name_cell, c ? cell->shown : node_plain(arena, cell->inlines));
        }
        fputs(l->row_end, stdout);
    }
    fputs(l->table_end, stdout);
}

static void source_put(struct arena *arena, const struct language_row *l, const struct document *document)
{
    printf(l->head, "");
    put(l->title, document->title);
    for (const struct node *node = document->body; node; node = node_walk(document->body, node)) {
        if (node->kind == NODE_HEADING || node->kind == NODE_PARAGRAPH)
            put(node->kind == NODE_HEADING ? l->heading : l->paragraph, node_plain(arena, node));
        if (node->kind == NODE_TABLE)
            table_put(arena, l, node->table);
    }
    fputs(l->end, stdout);
    putchar('\0');
}

int main(int count, char **arguments)
{
    struct arena *arena = arena_new();
    for (size_t k = 0; count == 3 && k < sizeof languages / sizeof *languages; k++)
        for (int i = 0; !strcmp(arguments[1], languages[k].name) && i < atoi(arguments[2]); i++)
            source_put(arena, &languages[k], synthesis(arena, (size_t)i));
    arena_free(arena);
    return count != 3;
}
