/* memfd_create: the library writes to a named file only, and nothing of a document may lie around on a disk. */
#define _GNU_SOURCE
#include "book.h"

#include "render/formats.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define CELL_CHARACTERS 32767
#define FORMATS_MAX 256

struct sheet {
    struct book *book;
    lxw_worksheet *at;
};

struct book_format {
    enum book_style style;
    struct str number;
    lxw_format *at;
};

struct book {
    struct arena *arena;
    const struct document *document;
    lxw_workbook *at;
    int file;
    struct strs names;
    struct book_format formats[FORMATS_MAX];
    size_t format_count;
    bool refused;
};

static lxw_datetime datetime_of(struct date date)
{
    int year, month, day;
    date_split(date, &year, &month, &day);
    return (lxw_datetime){.year = year, .month = month, .day = day};
}

/* The number of seconds since 1970 that libxlsxwriter prints as the creation time: it must not be 0, which means now.
 */
static time_t created(struct date date)
{
    return date_is(date) && date.day > 0 ? (time_t)date.day * 86400 : (time_t)86400;
}

struct book *book_new(struct arena *arena, const struct document *document)
{
    struct book *book = ARENA_NEW(arena, struct book);
    book->arena = arena;
    book->document = document;
    book->file = memfd_create("workbook", MFD_CLOEXEC);
    struct str path = str_print(arena, "/proc/self/fd/%d", book->file);
    /* Parts go to memory where there is a file system in memory. */
    static char memory[] = "/dev/shm";
    lxw_workbook_options options = {.tmpdir = access(memory, W_OK) == 0 ? memory : NULL};
    book->at = workbook_new_opt(path.at, &options);
    struct str language = document->language == LANGUAGE_FR ? STR("fr-FR") : STR("en-GB");
    lxw_doc_properties properties = {.title = (char *)str_copy(arena, document->title).at,
                                     .subject = (char *)str_copy(arena, document->subtitle).at,
                                     .author = (char *)str_copy(arena, document->author).at,
                                     .company = (char *)str_copy(arena, document->programme).at,
                                     .comments = (char *)str_copy(arena, document->edition).at,
                                     .created = created(document->date)};
    workbook_set_properties(book->at, &properties);
    workbook_set_custom_property_string(book->at, "Language", language.at);
    return book;
}

static bool file_bytes(struct book *book, struct str *bytes)
{
    struct stat found;
    if (fstat(book->file, &found) != 0 || found.st_size <= 0)
        return false;
    size_t size = (size_t)found.st_size;
    char *at = arena_alloc(book->arena, size + 1, 1);
    for (size_t done = 0; done < size;) {
        ssize_t got = pread(book->file, at + done, size - done, (off_t)done);
        if (got <= 0)
            return false;
        done += (size_t)got;
    }
    *bytes = (struct str){at, size};
    return true;
}

bool book_close(struct book *book, struct str *bytes)
{
    bool closed = workbook_close(book->at) == LXW_NO_ERROR;
    bool whole = closed && !book->refused && file_bytes(book, bytes);
    close(book->file);
    return whole;
}

struct str xlsx_engines(struct arena *arena)
{
    return str_print(arena, "libxlsxwriter %s", lxw_version());
}

/* ---- styles ---- */

static void style_set(lxw_format *format, enum book_style style)
{
    format_set_font_name(format, "Calibri");
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    switch (style) {
    case BOOK_TITLE:
        format_set_bold(format);
        format_set_font_size(format, 16);
        break;
    case BOOK_SUBTITLE:
        format_set_font_size(format, 12);
        break;
    case BOOK_NOTE:
        format_set_text_wrap(format);
        format_set_font_color(format, 0x555555);
        break;
    case BOOK_HEADER:
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        break;
    case BOOK_ROW_HEADER:
        format_set_text_wrap(format);
        break;
    case BOOK_GROUP:
        format_set_bold(format);
        format_set_bg_color(format, 0xEEEEEE);
        break;
    case BOOK_TOTAL:
        format_set_bold(format);
        format_set_top(format, LXW_BORDER_THIN);
        break;
    case BOOK_LINK:
        format_set_font_color(format, 0x0B5394);
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
        break;
    case BOOK_DRAFT:
        format_set_bold(format);
        format_set_font_size(format, 14);
        format_set_font_color(format, 0xB00020);
        break;
    case BOOK_PLAIN:
        format_set_text_wrap(format);
        break;
    case BOOK_STYLES:
        break;
    }
}

static lxw_format *format_of(struct book *book, enum book_style style, struct str number)
{
    for (size_t i = 0; i < book->format_count; i++)
        if (book->formats[i].style == style && str_equal(book->formats[i].number, number))
            return book->formats[i].at;
    /* More than this no document has: what comes after is shown plainly rather than lost. */
    if (book->format_count == FORMATS_MAX)
        return NULL;
    lxw_format *format = workbook_add_format(book->at);
    style_set(format, style);
    if (number.length)
        format_set_num_format(format, str_copy(book->arena, number).at);
    book->formats[book->format_count++] = (struct book_format){style, str_copy(book->arena, number), format};
    return format;
}

static void check(struct book *book, lxw_error error)
{
    book->refused = book->refused || error != LXW_NO_ERROR;
}

/* ---- sheets ---- */

static struct str legal_name(struct arena *arena, struct str wanted)
{
    struct buffer name = {.arena = arena};
    size_t runes = 0;
    for (size_t at = 0; at < wanted.length && runes < 28;) {
        uint32_t rune = utf8_next(wanted, &at);
        bool forbidden = rune == RUNE_INVALID || rune < 0x20 || (rune < 0x80 && strchr("[]:*?/\\'", (int)rune));
        buffer_rune(&name, forbidden ? ' ' : rune);
        /* Excel counts UTF-16 units. */
        runes += rune > 0xFFFF ? 2 : 1;
    }
    struct str trimmed = str_trim(buffer_str(&name));
    return trimmed.length ? str_copy(arena, trimmed) : STR("-");
}

static bool name_taken(const struct book *book, struct str name)
{
    for (size_t i = 0; i < book->names.count; i++)
        if (name_equal(book->names.at[i], name))
            return true;
    return name_equal(name, STR("history"));
}

struct sheet *book_sheet(struct book *book, struct str wanted, struct str *name)
{
    struct str base = legal_name(book->arena, wanted), unique = base;
    for (int i = 2; name_taken(book, unique); i++)
        unique = str_print(book->arena, "%.*s %d", STR_ARG(base), i);
    *PUSH(book->arena, &book->names) = unique;
    struct sheet *sheet = ARENA_NEW(book->arena, struct sheet);
    sheet->book = book;
    sheet->at = workbook_add_worksheet(book->at, unique.at);
    book->refused = book->refused || !sheet->at;
    if (name)
        *name = unique;
    worksheet_gridlines(sheet->at, LXW_HIDE_ALL_GRIDLINES);
    return sheet;
}

static struct str cell_text(struct arena *arena, struct str text)
{
    struct buffer out = {.arena = arena};
    size_t units = 0;
    for (size_t at = 0; at < text.length && units < CELL_CHARACTERS - 2;) {
        uint32_t rune = utf8_next(text, &at);
        if (rune == RUNE_INVALID || (rune < 0x20 && rune != '\n' && rune != '\t') || rune == 0xFFFE || rune == 0xFFFF)
            rune = 0xFFFD;
        buffer_rune(&out, rune);
        units += rune > 0xFFFF ? 2 : 1;
    }
    return buffer_str(&out);
}

void book_text(struct sheet *sheet, uint32_t row, uint16_t column, struct str text, enum book_style style)
{
    lxw_format *format = format_of(sheet->book, style, STR_NONE);
    if (text.length)
        check(sheet->book,
              worksheet_write_string(sheet->at, row, column, cell_text(sheet->book->arena, text).at, format));
    else
        book_blank(sheet, row, column, style);
}

void book_number(struct sheet *sheet, uint32_t row, uint16_t column, double number, struct str format,
                 enum book_style style)
{
    if (!isfinite(number))
        book_blank(sheet, row, column, style);
    else
        check(sheet->book,
              worksheet_write_number(sheet->at, row, column, number, format_of(sheet->book, style, format)));
}

void book_date(struct sheet *sheet, uint32_t row, uint16_t column, struct date date, enum book_style style)
{
    lxw_datetime datetime = datetime_of(date);
    check(sheet->book, worksheet_write_datetime(sheet->at, row, column, &datetime,
                                                format_of(sheet->book, style, STR("dd/mm/yyyy"))));
}

void book_blank(struct sheet *sheet, uint32_t row, uint16_t column, enum book_style style)
{
    check(sheet->book, worksheet_write_blank(sheet->at, row, column, format_of(sheet->book, style, STR_NONE)));
}

void book_link(struct sheet *sheet, uint32_t row, uint16_t column, struct str sheet_name, struct str text)
{
    struct str target = str_print(sheet->book->arena, "internal:'%.*s'!A1", STR_ARG(sheet_name));
    lxw_format *format = format_of(sheet->book, BOOK_LINK, STR_NONE);
    check(sheet->book, worksheet_write_url_opt(sheet->at, row, column, target.at, format,
                                               cell_text(sheet->book->arena, text).at, NULL));
}

void book_width(struct sheet *sheet, uint16_t first, uint16_t last, double characters)
{
    check(sheet->book, worksheet_set_column(sheet->at, first, last, characters, NULL));
}

void book_height(struct sheet *sheet, uint32_t row, double points)
{
    check(sheet->book, worksheet_set_row(sheet->at, row, points, NULL));
}

/* Text of a header or footer: '&' starts a command there. */
static struct str footer_text(struct arena *arena, struct str text)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < text.length && out.count < 120; i++) {
        buffer_byte(&out, text.at[i]);
        if (text.at[i] == '&')
            buffer_byte(&out, '&');
    }
    while (out.count && !utf8_valid(buffer_str(&out)))
        out.count--;
    return buffer_str(&out);
}

void book_page(struct sheet *sheet, uint32_t header_row, uint16_t columns, bool landscape)
{
    struct str footer = str_print(sheet->book->arena, "&L%s&R&P / &N",
                                  footer_text(sheet->book->arena, sheet->book->document->title).at);
    worksheet_set_paper(sheet->at, 9);
    if (landscape)
        worksheet_set_landscape(sheet->at);
    worksheet_fit_to_pages(sheet->at, 1, 0);
    check(sheet->book, worksheet_set_footer(sheet->at, footer.at));
    if (!columns)
        return;
    worksheet_freeze_panes(sheet->at, header_row + 1, 0);
    check(sheet->book, worksheet_repeat_rows(sheet->at, header_row, header_row));
}

void book_filter(struct sheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
                 uint16_t last_column)
{
    check(sheet->book, worksheet_autofilter(sheet->at, first_row, first_column, last_row, last_column));
}

struct str book_number_format(struct arena *arena, const struct cell *cell)
{
    struct buffer format = {.arena = arena};
    bool percent = str_equal(cell->unit, STR("%"));
    buffer_add(&format, percent ? STR("0") : STR("#,##0"));
    for (unsigned i = 0; i < cell->decimals; i++)
        buffer_add(&format, i ? STR("0") : STR(".0"));
    if (percent)
        buffer_byte(&format, '%');
    if (str_equal(cell->unit, STR("€")))
        buffer_add(&format, STR("\\ \"€\""));
    return buffer_str(&format);
}
