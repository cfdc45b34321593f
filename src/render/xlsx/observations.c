/* The sheet of observations: what every formula of the workbook adds up, one row a cell of the data repository. */
#include "names.h"
#include "sheets.h"

/* One column: its header in the catalogue, its width, the name that formulas call it by. */
enum { NO_NAME = -1 };
static const struct {
    const char *word;
    double width;
    int name;
} columns[] = {
    {"reference", 9, OBSERVED_REFERENCE},
    {"indicator", 26, OBSERVED_INDICATOR},
    {"label", 40, NO_NAME},
    {"subject", 20, OBSERVED_SUBJECT},
    {"period", 11, NO_NAME},
    {"first_day", 12, OBSERVED_FIRST},
    {"last_day", 12, OBSERVED_LAST},
    {"category", 22, OBSERVED_CATEGORY},
    {"value", 13, OBSERVED_VALUE},
    {"numerator", 13, OBSERVED_NUMERATOR},
    {"denominator", 13, OBSERVED_DENOMINATOR},
    {"unit", 12, NO_NAME},
    {"status", 16, NO_NAME},
    {"place", 44, NO_NAME},
};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };
enum { AT_VALUE = 8, AT_NUMERATOR, AT_DENOMINATOR };

static void put_quantity(struct writing *w, struct sheet *sheet, uint32_t at, uint16_t column, struct quantity quantity)
{
    if (!quantity.is) {
        book_blank(sheet, at, column, BOOK_PLAIN);
        return;
    }
    unsigned scale = quantity.exact ? quantity.decimal.scale : 2;
    book_number(sheet, at, column, quantity.approximate,
                number_format(w->arena, STR_NONE, scale < 4 ? scale : 4, w->document->language), BOOK_PLAIN);
}

/* Of a mean the numerator is the product of the two others: a formula, so that a corrected value carries through. */
static void put_numbers(struct writing *w, struct sheet *sheet, uint32_t at, const struct source_row *row)
{
    put_quantity(w, sheet, at, AT_DENOMINATOR, row->denominator);
    if (row->value.is && row->denominator.is && !row->numerator.is)
        book_formula(sheet, at, AT_NUMERATOR, str_print(w->arena, "=I%u*K%u", at + 1, at + 1), row_numerator(row),
                     number_format(w->arena, STR_NONE, 2, w->document->language), BOOK_PLAIN);
    else
        put_quantity(w, sheet, at, AT_NUMERATOR, row->numerator);
    if (row->masked)
        book_text(sheet, at, AT_VALUE, document_word(w->document, "masked"), BOOK_PLAIN);
    else
        put_quantity(w, sheet, at, AT_VALUE, row->value);
}

static void put_observation(struct writing *w, struct sheet *sheet, uint32_t at, size_t index)
{
    const struct source_row *row = &w->document->source_rows[index];
    book_lines(sheet, at, text_lines(row->label, 40));
    book_text(sheet, at, 0, row_reference(w->arena, index), BOOK_PLAIN);
    book_text(sheet, at, 1, row->indicator, BOOK_PLAIN);
    book_text(sheet, at, 2, row->label, BOOK_PLAIN);
    book_text(sheet, at, 3, row->subject, BOOK_PLAIN);
    book_text(sheet, at, 4, row->period, BOOK_PLAIN);
    book_date(sheet, at, 5, row->first, BOOK_PLAIN);
    book_date(sheet, at, 6, row->last, BOOK_PLAIN);
    book_text(sheet, at, 7, row->category.length ? row->category : category_total, BOOK_PLAIN);
    put_numbers(w, sheet, at, row);
    book_text(sheet, at, 11, row->unit, BOOK_INSET);
    book_text(sheet, at, 12, row->status, BOOK_PLAIN);
    book_text(sheet, at, 13, row->place, BOOK_PLAIN);
}

static void name_columns(struct writing *w, struct sheet *sheet, uint32_t top, uint32_t bottom)
{
    for (uint16_t c = 0; c < COLUMN_COUNT; c++)
        if (columns[c].name != NO_NAME)
            book_name(w->book, observation_names[w->document->language][columns[c].name], sheet,
                      (struct range){top + 1, c, bottom, c});
}

void put_observations(struct writing *w)
{
    const struct document *d = w->document;
    uint32_t top, count = (uint32_t)d->source_row_count;
    enum book_style looks[COLUMN_COUNT];
    struct str headers[COLUMN_COUNT], name = document_word(d, "data");
    if (!count)
        return;
    struct sheet *sheet = sheet_open(w, name, document_word(d, "data_caption"), &top);
    for (uint16_t c = 0; c < COLUMN_COUNT; c++) {
        headers[c] = document_word(d, columns[c].word);
        looks[c] = c >= AT_VALUE && c <= AT_DENOMINATOR ? BOOK_HEADER_NUMBER : BOOK_HEADER;
        book_width(sheet, c, c, columns[c].width);
    }
    book_page(sheet,
              (struct book_page){
                  .header_row = top, .columns = COLUMN_COUNT, .row_titles = 2, .landscape = true, .large = true});
    book_lines(sheet, top, 2);
    book_table(sheet, (struct range){top, 0, top + count, COLUMN_COUNT - 1}, headers, looks);
    /* Rows by the million leave nothing behind. */
    struct writing row = *w;
    row.arena = arena_new();
    struct arena_mark empty = arena_mark(row.arena);
    for (size_t i = 0; i < d->source_row_count; i++) {
        put_observation(&row, sheet, top + 1 + (uint32_t)i, i);
        arena_rewind(row.arena, empty);
    }
    arena_free(row.arena);
    name_columns(w, sheet, top, top + count);
}
