/* xlsx_bare CELLS N FOLDER: N workbooks of those cells, with a table and a chart, by a bare loop of libxlsxwriter.
 * Nothing of the program is linked: it takes the place of the library's own packing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { CELLS_MAX = 100000, SHEETS_MAX = 16, LINES = 14, COLUMNS = 6 };

struct cell {
    int sheet;
    unsigned row, column;
    int is_number;
    double number;
    char text[200];
};
static struct cell cells[CELLS_MAX];
static char sheets[SHEETS_MAX][32];
static int cell_count, sheet_count;

static int sheet_of(const char *name)
{
    if (!sheet_count || strcmp(sheets[sheet_count - 1], name) != 0)
        snprintf(sheets[sheet_count++], sizeof *sheets, "%s", name);
    return sheet_count - 1;
}

static void read_cells(const char *path)
{
    FILE *file = fopen(path, "r");
    char line[4096], name[32], kind;
    while (file && cell_count < CELLS_MAX && fgets(line, sizeof line, file)) {
        struct cell *cell = &cells[cell_count++];
        if (sscanf(line, "%31[^\t]\t%u\t%u\t%c\t%199[^\n]", name, &cell->row, &cell->column, &kind, cell->text) != 5)
            exit(1);
        cell->sheet = sheet_of(name);
        cell->is_number = kind == 'n';
        cell->number = strtod(cell->text, NULL);
    }
    if (!file || fclose(file) != 0)
        exit(3);
}

static void add_chart(lxw_workbook *book, lxw_worksheet *sheet, const char *name)
{
    lxw_chart *chart = workbook_add_chart(book, LXW_CHART_COLUMN);
    for (lxw_col_t c = 1; c < COLUMNS; c++) {
        lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
        chart_series_set_categories(series, name, 4, 0, 3 + LINES, 0);
        chart_series_set_values(series, name, 4, c, 3 + LINES, c);
    }
    chart_title_set_name(chart, "Jeunes accompagnés");
    worksheet_insert_chart(sheet, 5 + LINES, 0, chart);
}

static void write_book(const char *path, int number)
{
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *made[SHEETS_MAX];
    lxw_format *bold = workbook_add_format(book), *figure = workbook_add_format(book);
    format_set_bold(bold);
    format_set_num_format(figure, "#,##0");
    for (int s = 0; s < sheet_count; s++) {
        made[s] = workbook_add_worksheet(book, sheets[s]);
        worksheet_set_column(made[s], 0, 13, 16, NULL);
    }
    for (int i = 0; i < cell_count; i++) {
        const struct cell *cell = &cells[i];
        lxw_col_t column = (lxw_col_t)cell->column;
        if (cell->is_number)
            worksheet_write_number(made[cell->sheet], cell->row, column, cell->number + number, figure);
        else
            worksheet_write_string(made[cell->sheet], cell->row, column, cell->text, cell->row < 4 ? bold : NULL);
    }
    worksheet_add_table(made[1], 3, 0, 3 + LINES, COLUMNS - 1, NULL);
    add_chart(book, made[1], sheets[1]);
    if (workbook_close(book) != LXW_NO_ERROR)
        exit(1);
}

int main(int count, char **arguments)
{
    char path[4096];
    if (count != 4)
        return 2;
    read_cells(arguments[1]);
    for (int i = 0; i < atoi(arguments[2]); i++) {
        snprintf(path, sizeof path, "%s/%d.xlsx", arguments[3], i);
        write_book(path, i);
    }
    return 0;
}
