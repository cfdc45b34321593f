/* A document as a workbook: a front sheet, one sheet a table, and where the figures come from. */
#include "book.h"

#include "render/formats.h"

/* Widths in characters between which a column is fitted to what it holds. */
#define WIDTH_LEAST 8.0
#define WIDTH_MOST 48.0

static struct str cell_string(struct arena *arena, const struct cell *cell)
{
    return cell->kind == CELL_TEXT && cell->inlines ? node_plain(arena, cell->inlines) : cell->shown;
}

static void put_cell(struct arena *arena, struct sheet *sheet, uint32_t row, uint16_t column, const struct cell *cell,
                     enum book_style style)
{
    bool number = (cell->kind == CELL_NUMBER || cell->kind == CELL_PROGRESS) && cell->number.is;
    if (cell->header && style == BOOK_PLAIN)
        style = BOOK_ROW_HEADER;
    if (cell->kind == CELL_PROGRESS && number)
        book_number(sheet, row, column, cell->number.approximate, STR("0%"), style);
    else if (number)
        /* The format's % multiplies by 100 what the unit already counts in hundredths. */
        book_number(sheet, row, column, cell->number.approximate / (str_equal(cell->unit, STR("%")) ? 100 : 1),
                    book_number_format(arena, cell), style);
    else if (cell->kind == CELL_DATE && date_is(cell->date))
        book_date(sheet, row, column, cell->date, style);
    else
        book_text(sheet, row, column, cell_string(arena, cell), style);
}

static double characters_wide(struct str text)
{
    /* The longest line, as it would stand unwrapped. */
    double most = 0;
    for (struct str rest = text, line; str_split(&rest, '\n', &line);)
        if ((double)utf8_length(line) > most)
            most = (double)utf8_length(line);
    return most;
}

static double column_width(struct arena *arena, const struct table *table, size_t column)
{
    double most = characters_wide(table->columns[column].name) + 3;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct cell *cell = &table->rows[r].cells[column];
        double width = cell->span > 1 ? 0 : characters_wide(cell_string(arena, cell)) + 2;
        most = width > most ? width : most;
    }
    return most < WIDTH_LEAST ? WIDTH_LEAST : most > WIDTH_MOST ? WIDTH_MOST : most;
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

static const enum book_style row_style[] = {
    [ROW_PLAIN] = BOOK_PLAIN, [ROW_GROUP] = BOOK_GROUP, [ROW_TOTAL] = BOOK_TOTAL};

static void put_table(struct arena *arena, struct sheet *sheet, const struct document *document,
                      const struct table *table)
{
    uint32_t top = 2;
    uint16_t at = 0;
    book_text(sheet, 0, 0, table->caption, BOOK_SUBTITLE);
    if (document->draft)
        book_text(sheet, 1, 0, document_word(document, "draft"), BOOK_DRAFT);
    for (size_t c = 0; c < table->column_count; c++) {
        if (is_picture(table, c))
            continue;
        bool marks = has_marks(table, c);
        book_text(sheet, top, at, table->columns[c].name, BOOK_HEADER);
        book_width(sheet, at, at, column_width(arena, table, c));
        if (marks) {
            book_text(sheet, top, (uint16_t)(at + 1), document_word(document, "basis"), BOOK_HEADER);
            book_width(sheet, (uint16_t)(at + 1), (uint16_t)(at + 1), 14);
        }
        for (size_t r = 0; r < table->row_count; r++) {
            const struct table_row *row = &table->rows[r];
            put_cell(arena, sheet, top + 1 + (uint32_t)r, at, &row->cells[c], row_style[row->kind]);
            if (marks)
                book_text(sheet, top + 1 + (uint32_t)r, (uint16_t)(at + 1), row->cells[c].mark, row_style[row->kind]);
        }
        at = (uint16_t)(at + (marks ? 2 : 1));
    }
    if (table->note)
        book_text(sheet, top + 2 + (uint32_t)table->row_count, 0, node_plain(arena, table->note), BOOK_NOTE);
    if (table->row_count && at)
        book_filter(sheet, top, 0, top + (uint32_t)table->row_count, (uint16_t)(at - 1));
    book_page(sheet, top, at, at > 6);
}

static void put_sources(struct arena *arena, struct book *book, const struct document *document, struct str *name)
{
    static const char *const headers[] = {"key", "figure", "value", "basis", "rule", "computation", "sources"};
    static const double widths[] = {38, 36, 16, 16, 40, 48, 60};
    struct sheet *sheet = book_sheet(book, document_word(document, "sources"), name);
    for (uint16_t c = 0; c < sizeof headers / sizeof *headers; c++) {
        book_text(sheet, 0, c, document_word(document, headers[c]), BOOK_HEADER);
        book_width(sheet, c, c, widths[c]);
    }
    for (uint32_t r = 0; r < document->provenance_count; r++) {
        const struct provenance *p = &document->provenances[r];
        const struct str texts[] = {p->key, p->label, p->value, p->basis, p->rule, p->computation, STR_NONE};
        for (uint16_t c = 0; c < 6; c++)
            book_text(sheet, r + 1, c, texts[c], BOOK_PLAIN);
        struct buffer places = {.arena = arena};
        for (size_t i = 0; i < p->sources.count; i++) {
            buffer_add(&places, i ? STR("\n") : STR(""));
            buffer_add(&places, p->sources.at[i]);
        }
        book_text(sheet, r + 1, 6, buffer_str(&places), BOOK_PLAIN);
    }
    if (document->provenance_count)
        book_filter(sheet, 0, 0, (uint32_t)document->provenance_count, 6);
    book_page(sheet, 0, 7, true);
}

/* The tables of the document in reading order, those of its charts included. */
static const struct table *table_of(const struct node *node)
{
    return node->kind == NODE_TABLE ? node->table : node->kind == NODE_CHART ? node->chart->table : NULL;
}

static uint32_t put_front(struct sheet *front, const struct document *document)
{
    const struct str lines[] = {document->programme, document->period_name, document->edition, document->audience_name};
    uint32_t row = 0;
    book_width(front, 0, 0, 90);
    book_text(front, row++, 0, document->title, BOOK_TITLE);
    if (document->draft)
        book_text(front, row++, 0, document_word(document, "draft"), BOOK_DRAFT);
    if (document->subtitle.length)
        book_text(front, row++, 0, document->subtitle, BOOK_SUBTITLE);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (lines[i].length)
            book_text(front, row++, 0, lines[i], BOOK_NOTE);
    book_page(front, 0, 0, false);
    return row + 1;
}

bool xlsx_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                 struct diagnostics *diagnostics)
{
    (void)device;
    (void)diagnostics;
    struct book *book = book_new(arena, document);
    struct sheet *front = book_sheet(book, document_word(document, "read_me"), NULL);
    uint32_t row = put_front(front, document);
    for (const struct node *node = document->body; node; node = node_walk(document->body, node)) {
        const struct table *table = table_of(node);
        struct str name;
        if (!table || !table->column_count)
            continue;
        put_table(arena, book_sheet(book, table->caption.length ? table->caption : table->id, &name), document, table);
        book_link(front, row++, 0, name, table->caption.length ? table->caption : name);
    }
    if (document->provenance_count) {
        struct str name;
        put_sources(arena, book, document, &name);
        book_link(front, row, 0, name, name);
    }
    return book_close(book, bytes);
}
