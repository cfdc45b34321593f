/* A table of the document as a sheet: a native table, so that it can be sorted and filtered, with what stood beside a
 * number in a column of its own and the groups of rows as values. */
#include "names.h"
#include "sheets.h"

/* Widths in characters between which a column is fitted to what it holds. */
#define WIDTH_LEAST 9.0
#define WIDTH_MOST 46.0

/* A column of the sheet and what it shows of the table. */
struct shown_column {
    enum { SHOWN_GROUP, SHOWN_CELL, SHOWN_MARK } what;
    size_t column;
    struct str name;
    bool number; /* its cells end under each other */
};
struct shown_columns {
    struct shown_column *at;
    size_t count, capacity;
};

static struct str cell_string(struct arena *arena, const struct cell *cell)
{
    return cell->kind == CELL_TEXT && cell->inlines ? node_plain(arena, cell->inlines) : cell->shown;
}

/* Characters of the longest line. */
static double characters_wide(struct str text)
{
    double most = 0;
    for (struct str rest = text, line; str_split(&rest, '\n', &line);)
        if ((double)utf8_length(line) > most)
            most = (double)utf8_length(line);
    return most;
}

struct sheet *sheet_open(struct writing *w, struct str name, struct str caption, uint32_t *row)
{
    const struct document *d = w->document;
    struct str became;
    struct sheet *sheet = book_sheet(w->book, name, &became);
    *PUSH(w->arena, &w->entries) = (struct entry){became, caption};
    book_text(sheet, 0, 0, caption, BOOK_SUBTITLE);
    book_link(sheet, 1, 0, document_word(d, "read_me"), document_word(d, "to_front"));
    *row = 3;
    if (d->draft) {
        book_text(sheet, 2, 0, document_word(d, "draft"), BOOK_DRAFT);
        *row = 4;
    }
    return sheet;
}

/* ---- cells ---- */

bool shown_in_words(struct str shown)
{
    size_t at = 0;
    uint32_t rune = shown.length ? utf8_next(shown, &at) : '0';
    return rune_is_letter(rune);
}

/* "oui, le 28 mai" counts as 1 in a total, and is no number to people. */
static bool is_number(const struct cell *cell)
{
    return (cell->kind == CELL_NUMBER || cell->kind == CELL_PROGRESS) && cell->number.is &&
           !shown_in_words(cell->shown);
}

/* The formula of the cell's figure, where the cell shows its value and not something else of it. */
static const struct formula *cell_formula(const struct writing *w, const struct cell *cell, double value)
{
    const struct provenance *p = document_provenance(w->document, cell->key);
    const struct formula *formula = p ? &w->formulas[p - w->document->provenances] : NULL;
    return formula && formula->constant == CONSTANT_NOT && numbers_agree(formula->value, value) ? formula : NULL;
}

/* Of a cell that is a link and nothing else. A link to a page of a site is none here: the workbook travels alone. */
static struct str cell_address(const struct cell *cell)
{
    const struct node *only = cell->kind == CELL_TEXT && cell->inlines ? cell->inlines->first : NULL;
    return only && !only->next && only->kind == NODE_LINK ? only->link : STR_NONE;
}

void sheet_cell(struct writing *w, struct sheet *sheet, uint32_t row, uint16_t column, const struct cell *cell,
                enum book_style style)
{
    if (cell->kind == CELL_DATE) {
        book_date(sheet, row, column, cell->date, style);
    } else if (is_number(cell)) {
        bool progress = cell->kind == CELL_PROGRESS;
        double value = cell->number.approximate / (progress ? 1 : number_divisor(cell->unit));
        struct str format = number_format(w->arena, progress ? STR("%") : cell->unit, progress ? 0 : cell->decimals,
                                          w->document->language);
        const struct formula *formula = progress ? NULL : cell_formula(w, cell, value);
        if (formula)
            book_formula(sheet, row, column, formula->text, formula->value, format, style);
        else
            book_number(sheet, row, column, value, format, style);
    } else if (cell_address(cell).length) {
        book_address(sheet, row, column, cell_address(cell), cell_string(w->arena, cell));
    } else {
        bool status = cell->kind == CELL_STATUS && style == BOOK_PLAIN;
        book_text(sheet, row, column, cell_string(w->arena, cell), status ? BOOK_INSET : style);
    }
}

/* ---- columns ---- */

static bool any_row(const struct table *table, enum row_kind kind)
{
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].kind == kind)
            return true;
    return false;
}

/* A column of marks ("7/10") stands beside a column whose numbers have some. */
static bool has_marks(const struct table *table, size_t column)
{
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].cells[column].mark.length)
            return true;
    return false;
}

static bool is_picture(const struct table *table, size_t column)
{
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].cells[column].kind == CELL_SPARK)
            return true;
    return false;
}

static struct shown_columns columns_of(struct writing *w, const struct table *table)
{
    struct shown_columns shown = {NULL, 0, 0};
    if (any_row(table, ROW_GROUP))
        *PUSH(w->arena, &shown) = (struct shown_column){SHOWN_GROUP, 0, document_word(w->document, "group"), false};
    for (size_t c = 0; c < table->column_count; c++) {
        if (is_picture(table, c))
            continue;
        struct str name = table->columns[c].name;
        *PUSH(w->arena, &shown) = (struct shown_column){SHOWN_CELL, c, name, table->columns[c].align >= ALIGN_END};
        if (has_marks(table, c))
            *PUSH(w->arena, &shown) = (struct shown_column){
                SHOWN_MARK, c,
                str_print(w->arena, "%.*s %.*s", STR_ARG(name), STR_ARG(document_word(w->document, "basis_short"))),
                false};
    }
    return shown;
}

static struct str group_name(struct arena *arena, const struct table_row *row, size_t columns)
{
    for (size_t c = 0; c < columns; c++) {
        struct str text = cell_string(arena, &row->cells[c]);
        if (text.length)
            return text;
    }
    return STR_NONE;
}

static double column_width(struct writing *w, const struct table *table, const struct shown_column *shown)
{
    double most = characters_wide(shown->name) / (characters_wide(shown->name) > 14 ? 2 : 1) + 5;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct cell *cell = &table->rows[r].cells[shown->column];
        struct str text = shown->what == SHOWN_MARK ? cell->mark : cell_string(w->arena, cell);
        double width =
            (shown->what == SHOWN_GROUP) != (table->rows[r].kind == ROW_GROUP) ? 0 : characters_wide(text) + 2;
        most = width > most ? width : most;
    }
    return most < WIDTH_LEAST ? WIDTH_LEAST : most > WIDTH_MOST ? WIDTH_MOST : most;
}

/* ---- rows ---- */

static void put_row(struct writing *w, struct sheet *sheet, uint32_t at, const struct table_row *row,
                    const struct shown_columns *shown, const double *widths, struct str group)
{
    enum book_style style = row->kind == ROW_TOTAL ? BOOK_TOTAL : BOOK_PLAIN;
    unsigned lines = 1;
    for (uint16_t c = 0; c < shown->count; c++) {
        const struct cell *cell = &row->cells[shown->at[c].column];
        unsigned here = shown->at[c].what == SHOWN_CELL ? text_lines(cell_string(w->arena, cell), widths[c]) : 1;
        lines = here > lines ? here : lines;
        if (shown->at[c].what == SHOWN_GROUP)
            book_text(sheet, at, c, group, style);
        else if (shown->at[c].what == SHOWN_MARK)
            book_text(sheet, at, c, cell->mark, style == BOOK_PLAIN ? BOOK_INSET : style);
        else
            sheet_cell(w, sheet, at, c, cell, style == BOOK_PLAIN && shown->at[c].number ? BOOK_END : style);
    }
    book_lines(sheet, at, lines);
}

/* How many rows are sorted and filtered: groups become values, totals at the end stay in their place. */
static uint32_t rows_sorted(const struct table *table)
{
    size_t end = table->row_count;
    uint32_t count = 0;
    while (end > 0 && table->rows[end - 1].kind == ROW_TOTAL)
        end--;
    for (size_t r = 0; r < end; r++)
        count += table->rows[r].kind != ROW_GROUP;
    return count;
}

/* Returns the row after the last. */
static uint32_t put_rows(struct writing *w, struct sheet *sheet, const struct table *table,
                         const struct shown_columns *shown, const double *widths, uint32_t at)
{
    struct str group = STR_NONE;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct table_row *row = &table->rows[r];
        if (row->kind == ROW_GROUP)
            group = group_name(w->arena, row, table->column_count);
        else
            put_row(w, sheet, at++, row, shown, widths, group);
    }
    return at;
}

/* ---- colours that words say too ---- */

static uint32_t status_colour(enum target_status status)
{
    switch (status) {
    case TARGET_MET:
    case TARGET_EXCEEDED:
        return 0xD8EEDF;
    case TARGET_ON_TRACK:
        return 0xD6E6F4;
    case TARGET_WATCH:
        return 0xFBEBC8;
    case TARGET_OFF_TRACK:
    case TARGET_BACKWARD:
        return 0xF7D9D3;
    default:
        return 0xECEEF1;
    }
}

/* One rule a word: a state may be said in several. */
static bool is_shaded(const struct table *table, size_t column, size_t row)
{
    const struct cell *cell = &table->rows[row].cells[column];
    for (size_t r = 0; r < row; r++) {
        const struct cell *before = &table->rows[r].cells[column];
        if (before->kind == CELL_STATUS && str_equal(before->shown, cell->shown))
            return true;
    }
    return false;
}

static void shade_column(struct writing *w, struct sheet *sheet, const struct table *table, size_t column,
                         struct range range)
{
    bool bars = false;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct cell *cell = &table->rows[r].cells[column];
        bars |= cell->kind == CELL_PROGRESS && cell->number.is;
        if (cell->kind == CELL_STATUS && !is_shaded(table, column, r))
            book_shade(sheet, range, cell->shown, status_colour(cell->status));
    }
    if (bars)
        book_bars(sheet, range, colour_mix(w->style.series[0], 0xFFFFFF, 600));
}

static void shade(struct writing *w, struct sheet *sheet, const struct table *table, const struct shown_columns *shown,
                  uint32_t top, uint32_t bottom)
{
    for (uint16_t c = 0; c < shown->count && bottom >= top; c++)
        if (shown->at[c].what == SHOWN_CELL)
            shade_column(w, sheet, table, shown->at[c].column, (struct range){top, c, bottom, c});
}

/* ---- the sheet ---- */

static void put_head(struct writing *w, struct sheet *sheet, const struct shown_columns *shown, const double *widths,
                     struct range range)
{
    struct str *headers = ARENA_ARRAY(w->arena, struct str, shown->count + 1);
    enum book_style *styles = ARENA_ARRAY(w->arena, enum book_style, shown->count + 1);
    double total = 0;
    unsigned lines = 2;
    for (uint16_t c = 0; c < shown->count; c++) {
        headers[c] = shown->at[c].name;
        styles[c] = shown->at[c].number ? BOOK_HEADER_NUMBER : BOOK_HEADER;
        book_width(sheet, c, c, widths[c]);
        total += widths[c];
        lines = text_lines(headers[c], widths[c] - 3) > lines ? text_lines(headers[c], widths[c] - 3) : lines;
    }
    headers = header_names(w->arena, headers, shown->count);
    book_lines(sheet, range.top, lines);
    book_table(sheet, range, headers, styles);
    book_page(sheet, (struct book_page){.header_row = range.top,
                                        .columns = (uint16_t)shown->count,
                                        .row_titles = total > 90 ? 1 : 0,
                                        .landscape = total > 95});
}

/* Where each column of the table stands on the sheet; UINT16_MAX where it does not. */
static const uint16_t *places_of(struct writing *w, const struct table *table, const struct shown_columns *shown)
{
    uint16_t *places = ARENA_ARRAY(w->arena, uint16_t, table->column_count + 1);
    for (size_t c = 0; c < table->column_count; c++)
        places[c] = UINT16_MAX;
    for (uint16_t c = 0; c < shown->count; c++)
        if (shown->at[c].what == SHOWN_CELL)
            places[shown->at[c].column] = c;
    return places;
}

/* Words under a table keep to its width, or that of a chart: a line that ran on would make the printed page small.
 * Returns the row after them. */
static uint32_t put_words(struct sheet *sheet, uint32_t row, struct str text, const double *widths, size_t columns)
{
    double width = 0;
    uint16_t right = 0;
    for (size_t c = 0; c < columns || width < 100; c++) {
        double next = c < columns ? widths[c] : 9.14;
        if (c && width + next > 120)
            break;
        width += next;
        right = (uint16_t)c;
    }
    if (right)
        book_merge(sheet, (struct range){row, 0, row, right}, text, BOOK_NOTE);
    else
        book_text(sheet, row, 0, text, BOOK_NOTE);
    book_lines(sheet, row, text_lines(text, width));
    return row + 1;
}

void put_table(struct writing *w, const struct table *table, const struct chart *chart)
{
    struct str caption = table->caption.length ? table->caption : table->heading.length ? table->heading : table->id;
    struct shown_columns shown = columns_of(w, table);
    uint32_t top;
    if (!shown.count)
        return;
    struct sheet *sheet = sheet_open(w, caption, caption, &top);
    double *widths = ARENA_ARRAY(w->arena, double, shown.count);
    for (size_t c = 0; c < shown.count; c++)
        widths[c] = column_width(w, table, &shown.at[c]);
    put_head(w, sheet, &shown, widths, (struct range){top, 0, top + rows_sorted(table), (uint16_t)(shown.count - 1)});
    uint32_t end = put_rows(w, sheet, table, &shown, widths, top + 1);
    shade(w, sheet, table, &shown, top + 1, end - 1);
    end++;
    if (table->note)
        end = put_words(sheet, end, node_plain(w->arena, table->note), widths, shown.count);
    if (chart && chart->sentence.length)
        end = put_words(sheet, end, chart->sentence, widths, shown.count);
    if (chart)
        put_chart(w, sheet, chart, top, places_of(w, table, &shown), end);
}
