/* xlsx_books bilan N FOLDER: N workbooks of a table, its chart and their observations, each written to a file.
 * xlsx_books cells: the cells of the first, a line each: sheet, row, column, n or s, text.
 * xlsx_books rows N FILE: one workbook of N observations; xlsx_books input N: those observations, and nothing done. */
#include "chart/chart.h"
#include "read/read.h"
#include "render/render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 14, COLUMNS = 6, OBSERVATIONS = 60 };

/* ---- a document ---- */

static const struct word words[] = {
    {{"category", 8}, {"Ventilation", 11}},
    {{"data", 4}, {"Données", 8}},
    {{"data_caption", 12}, {"Observations", 12}},
    {{"denominator", 11}, {"Dénominateur", 13}},
    {{"first_day", 9}, {"Du", 2}},
    {{"how_constants", 13}, {"Un total masqué est une constante.", 35}},
    {{"how_formulas", 12}, {"Les totaux sont des formules sur Données.", 42}},
    {{"how_read", 8}, {"Lire ce classeur", 16}},
    {{"how_tables", 10}, {"Une feuille par tableau.", 24}},
    {{"how_to_read", 11}, {"Comment lire", 12}},
    {{"indicator", 9}, {"Indicateur", 10}},
    {{"label", 5}, {"Libellé", 8}},
    {{"last_day", 8}, {"Au", 2}},
    {{"masked", 6}, {"masqué", 7}},
    {{"numerator", 9}, {"Numérateur", 11}},
    {{"period", 6}, {"Période", 8}},
    {{"place", 5}, {"Origine", 7}},
    {{"read_me", 7}, {"À lire", 7}},
    {{"reference", 9}, {"Réf.", 5}},
    {{"sheets", 6}, {"Feuilles", 8}},
    {{"status", 6}, {"Statut", 6}},
    {{"subject", 7}, {"Lauréat", 8}},
    {{"to_front", 8}, {"Retour", 6}},
    {{"unit", 4}, {"Unité", 6}},
    {{"value", 5}, {"Valeur", 6}},
};

static struct quantity whole(size_t n)
{
    return (struct quantity){.is = true, .exact = true, .decimal = decimal_int((int64_t)n), .approximate = (double)n};
}

static size_t value_at(size_t document, size_t line, size_t column)
{
    return (document * 31 + line * 37 + column * 7) % 997;
}

static struct chart *chart_new(struct arena *arena, size_t number)
{
    struct chart *chart = ARENA_NEW(arena, struct chart);
    struct table *table = chart->table = ARENA_NEW(arena, struct table);
    *table = (struct table){
        .id = STR("t"), .caption = STR("Jeunes accompagnés"), .column_count = COLUMNS, .row_count = LINES};
    table->columns = ARENA_ARRAY(arena, struct table_column, COLUMNS);
    table->rows = ARENA_ARRAY(arena, struct table_row, LINES);
    *chart = (struct chart){.kind = CHART_BARS,
                            .id = STR("t"),
                            .title = STR("Jeunes accompagnés"),
                            .table = table,
                            .sentence = STR("Le nombre monte."),
                            .unit = STR("jeunes"),
                            .series_count = COLUMNS - 1};
    chart->series = ARENA_ARRAY(arena, struct chart_series, COLUMNS);
    for (size_t c = 0; c < COLUMNS; c++) {
        table->columns[c].name = c ? str_print(arena, "T%zu 2025", c) : STR("Territoire");
        table->columns[c].align = c ? ALIGN_DECIMAL : ALIGN_START;
        if (c)
            chart->series[c - 1] = (struct chart_series){.name = table->columns[c].name,
                                                         .points = ARENA_ARRAY(arena, struct chart_point, LINES)};
    }
    for (size_t r = 0; r < LINES; r++) {
        struct cell *cells = table->rows[r].cells = ARENA_ARRAY(arena, struct cell, COLUMNS);
        cells[0] = (struct cell){.kind = CELL_TEXT, .shown = str_print(arena, "Territoire %zu", r)};
        *PUSH(arena, &chart->categories) = cells[0].shown;
        for (size_t c = 1; c < COLUMNS; c++) {
            cells[c] =
                (struct cell){.kind = CELL_NUMBER, .number = whole(value_at(number, r, c)), .unit = STR("jeunes")};
            chart->series[c - 1].points[r].value = cells[c].number;
        }
    }
    return chart;
}

static struct source_row observation(struct arena *arena, size_t number, size_t i)
{
    return (struct source_row){.indicator = STR("jeunes"),
                               .label = STR("Jeunes accompagnés"),
                               .subject = str_print(arena, "territoire-%zu", i % LINES),
                               .period = STR("2025-T4"),
                               .first = date_of(2025, 10, 1),
                               .last = date_of(2025, 12, 31),
                               .value = whole(value_at(number, i, 1)),
                               .unit = STR("jeunes"),
                               .place = str_print(arena, "laureats/territoire-%zu/2025-T4.csv:%zu:9", i % LINES, i)};
}

static struct document *document_new(struct arena *arena, size_t number, size_t observations)
{
    struct document *document = ARENA_NEW(arena, struct document);
    static const struct theme theme = {0};
    *document = (struct document){.words = words,
                                  .word_count = sizeof words / sizeof *words,
                                  .title = str_print(arena, "Synthèse %zu", number + 1),
                                  .programme = STR("Banc d’essai"),
                                  .edition = STR("Édition du 20 janvier 2026"),
                                  .date = date_of(2026, 1, 20),
                                  .theme = &theme};
    document->body = node_new(arena, NODE_BODY, (struct place){0});
    struct node *node = node_new(arena, NODE_CHART, (struct place){0});
    node->chart = chart_new(arena, number);
    node_append(document->body, node);
    document->source_rows = ARENA_ARRAY(arena, struct source_row, observations + 1);
    document->source_row_count = observations;
    for (size_t i = 0; i < observations; i++)
        document->source_rows[i] = observation(arena, number, i);
    return document;
}

static struct str rendered(struct arena *arena, size_t number, size_t observations)
{
    struct str bytes = STR_NONE;
    const struct format_row *format = &render_formats[FORMAT_XLSX];
    if (!format->render(arena, NULL, document_new(arena, number, observations), &bytes, diagnostics_new(arena)) ||
        !format->verify(arena, bytes))
        exit(1);
    return bytes;
}

static void write_file(const char *path, struct str bytes)
{
    FILE *file = fopen(path, "w");
    if (!file || fwrite(bytes.at, 1, bytes.length, file) != bytes.length || fclose(file) != 0)
        exit(3);
}

static void print_cells(const struct read_workbook *cells)
{
    for (size_t s = 0; s < cells->count; s++)
        for (size_t i = 0; i < cells->at[s].count; i++) {
            const struct read_cell *cell = &cells->at[s].at[i];
            printf("%s\t%u\t%u\t%c\t%s\n", cells->at[s].name.at, cell->row - 1, cell->column - 1,
                   cell->kind == READ_NUMBER ? 'n' : 's', cell->text.at);
        }
}

int main(int count, char **arguments)
{
    const char *what = count > 1 ? arguments[1] : "";
    size_t documents = count > 2 ? strtoul(arguments[2], NULL, 10) : 1;
    struct arena *run = arena_new(), *arena = arena_new();
    struct read_workbook cells;
    char path[4096];
    if (!strcmp(what, "input")) {
        document_new(run, 0, documents);
        return 0;
    }
    if (!strcmp(what, "rows")) {
        write_file(arguments[3], rendered(run, 0, documents));
        return 0;
    }
    if (!read_workbook(run, rendered(run, 0, OBSERVATIONS), &cells))
        return 1;
    if (!strcmp(what, "cells"))
        print_cells(&cells);
    for (size_t i = 0; i < documents && count > 3; i++) {
        struct arena_mark mark = arena_mark(arena);
        snprintf(path, sizeof path, "%s/%zu.xlsx", arguments[3], i);
        write_file(path, rendered(arena, i, OBSERVATIONS));
        arena_rewind(arena, mark);
    }
    arena_free(arena);
    arena_free(run);
    return 0;
}
