/* Cells of a workbook, and what colours them. */
#include "library.h"

#include "names.h"

#include <math.h>

static lxw_datetime datetime_of(struct date date)
{
    int year, month, day;
    date_split(date, &year, &month, &day);
    return (lxw_datetime){.year = year, .month = month, .day = day};
}

static char *book_cell_string(struct book *book, struct str text)
{
    return book_string(book, text_escaped(book->arena, text), CELL_CHARACTERS);
}

void book_text(struct sheet *sheet, uint32_t row, uint16_t column, struct str text, enum book_style style)
{
    struct book *book = sheet->book;
    if (!text.length) {
        book_blank(sheet, row, column, style);
        return;
    }
    lxw_format *format = book_format(book, style, STR_NONE);
    /* The library keeps a copy, or has written it. */
    struct arena_mark mark = arena_mark(book->arena);
    book_check(book, worksheet_write_string(sheet->at, row, column, book_cell_string(book, text), format));
    arena_rewind(book->arena, mark);
}

void book_number(struct sheet *sheet, uint32_t row, uint16_t column, double number, struct str format,
                 enum book_style style)
{
    if (!isfinite(number))
        book_blank(sheet, row, column, style);
    else
        book_check(sheet->book,
                   worksheet_write_number(sheet->at, row, column, number, book_format(sheet->book, style, format)));
}

void book_formula(struct sheet *sheet, uint32_t row, uint16_t column, struct str formula, double value,
                  struct str format, enum book_style style)
{
    struct str text = str_copy(sheet->book->arena, formula);
    book_check(sheet->book, worksheet_write_formula_num(sheet->at, row, column, text.at,
                                                        book_format(sheet->book, style, format), value));
}

void book_date(struct sheet *sheet, uint32_t row, uint16_t column, struct date date, enum book_style style)
{
    lxw_datetime datetime = datetime_of(date);
    if (!date_is(date))
        book_blank(sheet, row, column, style);
    else
        book_check(sheet->book, worksheet_write_datetime(sheet->at, row, column, &datetime,
                                                         book_format(sheet->book, style, STR("dd/mm/yyyy"))));
}

void book_blank(struct sheet *sheet, uint32_t row, uint16_t column, enum book_style style)
{
    /* Nothing tells it from a cell that was never written. */
    if (style == BOOK_PLAIN)
        return;
    book_check(sheet->book, worksheet_write_blank(sheet->at, row, column, book_format(sheet->book, style, STR_NONE)));
}

void book_link(struct sheet *sheet, uint32_t row, uint16_t column, struct str target, struct str text)
{
    struct book *book = sheet->book;
    struct str url = str_print(book->arena, "internal:'%.*s'!A1", STR_ARG(target));
    book_check(book, worksheet_write_url_opt(sheet->at, row, column, url.at, book_format(book, BOOK_LINK, STR_NONE),
                                             book_string(book, text, 255), NULL));
}

void book_address(struct sheet *sheet, uint32_t row, uint16_t column, struct str address, struct str text)
{
    struct book *book = sheet->book;
    if (!address_allowed(address)) {
        book_text(sheet, row, column, text, BOOK_PLAIN);
        return;
    }
    book_check(book,
               worksheet_write_url_opt(sheet->at, row, column, book_string(book, address, 2000),
                                       book_format(book, BOOK_LINK, STR_NONE), book_string(book, text, 255), NULL));
}

void book_merge(struct sheet *sheet, struct range range, struct str text, enum book_style style)
{
    struct book *book = sheet->book;
    book_check(book, worksheet_merge_range(sheet->at, range.top, range.left, range.bottom, range.right,
                                           book_cell_string(book, text), book_format(book, style, STR_NONE)));
}

/* ---- conditional formats ---- */

static void conditional(struct sheet *sheet, struct range range, lxw_conditional_format *rule)
{
    book_check(sheet->book,
               worksheet_conditional_format_range(sheet->at, range.top, range.left, range.bottom, range.right, rule));
}

void book_shade(struct sheet *sheet, struct range range, struct str word, uint32_t colour)
{
    struct book *book = sheet->book;
    struct str quoted;
    if (!formula_string(book->arena, word, &quoted))
        return;
    lxw_format *format = workbook_add_format(book->at);
    format_set_bg_color(format, colour);
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                   .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                   .value_string = (char *)quoted.at,
                                   .format = format};
    conditional(sheet, range, &rule);
}

void book_bars(struct sheet *sheet, struct range range, uint32_t colour)
{
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_DATA_BAR,
                                   .bar_color = colour,
                                   .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                   .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                   .min_value = 0,
                                   .max_value = 1,
                                   .bar_solid = LXW_TRUE};
    conditional(sheet, range, &rule);
}

void book_scale(struct sheet *sheet, struct range range, uint32_t colour)
{
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_2_COLOR_SCALE, .min_color = 0xFFFFFF, .max_color = colour};
    conditional(sheet, range, &rule);
}
