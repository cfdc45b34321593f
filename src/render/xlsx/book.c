#include "library.h"

#include "archive.h"
#include "names.h"
#include "render/formats.h"

#include <malloc.h>
#include <string.h>
#include <unistd.h>

/* The library takes and gives back the whole heap with every workbook: half the time of a batch was the kernel's. */
static void keep_heap(void)
{
    mallopt(M_TRIM_THRESHOLD, 256 << 20); /* NOLINT(concurrency-mt-unsafe): a worker is one thread */
    mallopt(M_TOP_PAD, 16 << 20);         /* NOLINT(concurrency-mt-unsafe) */
}

/* The number of seconds since 1970 that libxlsxwriter prints as the creation time: it must not be 0, which means now.
 */
static time_t created(struct date date)
{
    return date_is(date) && date.day > 0 ? (time_t)date.day * 86400 : (time_t)86400;
}

static void set_properties(struct book *book)
{
    const struct book_about *about = &book->about;
    lxw_doc_properties properties = {.title = book_string(book, about->title, 255),
                                     .subject = book_string(book, about->subject, 255),
                                     .author = book_string(book, about->author, 255),
                                     .company = book_string(book, about->company, 255),
                                     .comments = book_string(book, about->comments, 255),
                                     .created = created(about->date)};
    book_check(book, workbook_set_properties(book->at, &properties));
    book_check(book, workbook_set_custom_property_string(book->at, "Language",
                                                         about->language == LANGUAGE_FR ? "fr-FR" : "en-GB"));
}

struct book *book_new(struct arena *arena, const struct book_about *about)
{
    struct book *book = ARENA_NEW(arena, struct book);
    book->arena = arena;
    book->about = *about;
    book->archive = archive_new(arena);
    keep_heap();
    /* Parts go to memory where there is a file system in memory, unless they are too large for it. */
    static char memory[] = "/dev/shm";
    lxw_workbook_options options = {.tmpdir = !about->lean && access(memory, W_OK) == 0 ? memory : NULL,
                                    .constant_memory = about->lean};
    book->at = workbook_new_opt(archive_name(arena, book->archive).at, &options);
    set_properties(book);
    return book;
}

bool book_close(struct book *book, struct str *bytes)
{
    bool closed = workbook_close(book->at) == LXW_NO_ERROR;
    return archive_take(book->archive, bytes) && closed && !book->refused;
}

void book_check(struct book *book, lxw_error error)
{
    book->refused = book->refused || error != LXW_NO_ERROR;
}

struct str xlsx_engines(struct arena *arena)
{
    return str_print(arena, "libxlsxwriter %s", lxw_version());
}

char *book_string(struct book *book, struct str text, size_t most)
{
    return (char *)text_units(book->arena, text, most).at;
}

/* ---- styles ---- */

static const struct {
    uint16_t size;
    bool bold, wrap, underline, end, inset, rule_above, rule_below, accent, input;
    uint32_t colour;
} styles[BOOK_STYLES] = {
    [BOOK_PLAIN] = {10, .wrap = true},
    [BOOK_TITLE] = {18, .bold = true, .accent = true},
    [BOOK_SUBTITLE] = {12, .bold = true},
    [BOOK_HEADING] = {11, .bold = true, .rule_below = true, .accent = true},
    [BOOK_NOTE] = {10, .wrap = true, .colour = 0x5A6270},
    [BOOK_HEADER] = {10, .bold = true, .wrap = true, .rule_below = true, .accent = true},
    [BOOK_HEADER_NUMBER] = {10, .bold = true, .wrap = true, .end = true, .rule_below = true, .accent = true},
    [BOOK_END] = {10, .wrap = true, .end = true},
    [BOOK_INSET] = {10, .wrap = true, .inset = true},
    [BOOK_ROW_HEADER] = {10, .bold = false, .wrap = true},
    [BOOK_TOTAL] = {10, .bold = true, .wrap = true, .rule_above = true},
    [BOOK_LINK] = {10, .underline = true, .colour = 0x0B5394},
    [BOOK_DRAFT] = {12, .bold = true, .colour = 0xB00020},
    [BOOK_ASIDE] = {10, .colour = 0x5A6270},
    [BOOK_STRONG] = {10, .bold = true, .wrap = true},
    [BOOK_INPUT] = {10, .wrap = true, .input = true},
};

/* Numbers keep clear of the text beside them; dates stand where their header does. */
static void style_align(lxw_format *format, enum book_style style, struct str number)
{
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (styles[style].end || (number.length && !strchr(number.at, 'y') && style != BOOK_INPUT)) {
        format_set_align(format, LXW_ALIGN_RIGHT);
        format_set_indent(format, 1);
    } else if (styles[style].inset || (number.length && strchr(number.at, 'y'))) {
        format_set_align(format, LXW_ALIGN_LEFT);
        format_set_indent(format, styles[style].inset);
    }
}

static void style_set(const struct book *book, lxw_format *format, enum book_style style)
{
    uint32_t colour = styles[style].accent   ? book->about.accent
                      : styles[style].colour ? styles[style].colour
                                             : 0x1F2328;
    format_set_font_name(format, "Calibri");
    format_set_font_size(format, styles[style].size);
    format_set_font_color(format, colour);
    if (styles[style].bold)
        format_set_bold(format);
    if (styles[style].wrap)
        format_set_text_wrap(format);
    if (styles[style].underline)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (styles[style].rule_above)
        format_set_top(format, LXW_BORDER_THIN);
    if (styles[style].rule_below) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, book->about.accent);
    }
    if (styles[style].input) {
        format_set_unlocked(format);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, 0x8A93A0);
        format_set_bg_color(format, 0xFFFBE6);
    }
}

lxw_format *book_format(struct book *book, enum book_style style, struct str number)
{
    for (size_t i = 0; i < book->format_count; i++)
        if (book->formats[i].style == style && str_equal(book->formats[i].number, number))
            return book->formats[i].at;
    /* More than this no document has: what comes after is shown plainly rather than lost. */
    if (book->format_count == FORMATS_MAX)
        return NULL;
    lxw_format *format = workbook_add_format(book->at);
    style_set(book, format, style);
    style_align(format, style, str_copy(book->arena, number));
    if (number.length)
        format_set_num_format(format, book_string(book, number, 120));
    book->formats[book->format_count++] = (struct book_format){style, str_copy(book->arena, number), format};
    return format;
}

/* ---- sheets ---- */

struct sheet *book_sheet(struct book *book, struct str wanted, struct str *name)
{
    struct str unique = sheet_name_unique(book->arena, wanted, &book->names);
    struct sheet *sheet = ARENA_NEW(book->arena, struct sheet);
    sheet->book = book;
    sheet->name = unique;
    sheet->at = workbook_add_worksheet(book->at, unique.at);
    book->refused = book->refused || !sheet->at;
    if (name)
        *name = unique;
    worksheet_gridlines(sheet->at, LXW_HIDE_ALL_GRIDLINES);
    return sheet;
}

void book_width(struct sheet *sheet, uint16_t first, uint16_t last, double characters)
{
    book_check(sheet->book, worksheet_set_column(sheet->at, first, last, characters, NULL));
}

void book_height(struct sheet *sheet, uint32_t row, double points)
{
    book_check(sheet->book, worksheet_set_row(sheet->at, row, points, NULL));
}

unsigned text_lines(struct str text, double width)
{
    unsigned lines = 0;
    for (struct str rest = text, line; str_split(&rest, '\n', &line);) {
        double length = (double)utf8_length(line);
        /* Letters are narrower than the digits that widths are counted in; words leave some of each line empty. */
        lines += length <= width ? 1 : 1 + (unsigned)(length * 1.04 / (width > 2 ? width - 1 : 1));
    }
    return lines ? lines : 1;
}

void book_lines(struct sheet *sheet, uint32_t row, unsigned lines)
{
    if (lines > 1)
        book_height(sheet, row, lines < 30 ? 2 + 13.0 * lines : 400);
}

/* Text of a header or footer: '&' starts a command there, digits right after a size belong to it, and the whole may
 * have 255 signs. */
static struct str running_text(struct arena *arena, struct str text)
{
    struct buffer out = {.arena = arena};
    struct str cut = text_units(arena, text, 60);
    for (size_t i = 0; i < cut.length; i++) {
        buffer_byte(&out, cut.at[i]);
        if (cut.at[i] == '&')
            buffer_byte(&out, '&');
    }
    return buffer_str(&out);
}

static void running_heads(struct sheet *sheet)
{
    const struct book_about *about = &sheet->book->about;
    struct arena *arena = sheet->book->arena;
    struct str footer = str_print(arena, "&L&8 %s&R&8 &A, &P / &N", running_text(arena, about->title).at);
    book_check(sheet->book, worksheet_set_footer(sheet->at, footer.at));
    struct str draft = running_text(arena, about->draft);
    struct str header =
        str_print(arena, "&L&8 %s&C&\"Calibri,Bold\"&14 %s&R&8 %s", running_text(arena, about->company).at, draft.at,
                  running_text(arena, about->comments).at);
    book_check(sheet->book, worksheet_set_header(sheet->at, header.at));
}

void book_page(struct sheet *sheet, struct book_page page)
{
    worksheet_set_paper(sheet->at, page.large ? 8 : 9);
    worksheet_set_margins(sheet->at, 0.5, 0.5, 0.75, 0.75);
    if (page.landscape)
        worksheet_set_landscape(sheet->at);
    worksheet_fit_to_pages(sheet->at, 1, 0);
    running_heads(sheet);
    if (!page.columns)
        return;
    worksheet_freeze_panes(sheet->at, page.header_row + 1, page.row_titles);
    book_check(sheet->book, worksheet_repeat_rows(sheet->at, page.header_row, page.header_row));
}

void book_table(struct sheet *sheet, struct range range, const struct str *headers, const enum book_style *looks)
{
    struct book *book = sheet->book;
    size_t count = (size_t)(range.right - range.left) + 1;
    struct str *names = header_names(book->arena, headers, count);
    for (size_t i = 0; i < count && (book->about.lean || range.bottom == range.top); i++)
        book_text(sheet, range.top, (uint16_t)(range.left + i), names[i], looks ? looks[i] : BOOK_HEADER);
    if (range.bottom == range.top)
        return;
    if (book->about.lean) {
        book_check(book, worksheet_autofilter(sheet->at, range.top, range.left, range.bottom, range.right));
        return;
    }
    lxw_table_column *columns = ARENA_ARRAY(book->arena, lxw_table_column, count);
    lxw_table_column **list = ARENA_ARRAY(book->arena, lxw_table_column *, count + 1);
    for (size_t i = 0; i < count; i++) {
        lxw_format *format = book_format(book, looks ? looks[i] : BOOK_HEADER, STR_NONE);
        columns[i] = (lxw_table_column){.header = (char *)names[i].at, .header_format = format};
        list[i] = &columns[i];
    }
    struct str name = str_print(book->arena, "%s_%zu", book->about.language == LANGUAGE_FR ? "tableau" : "table",
                                ++book->table_count);
    lxw_table_options options = {
        .name = (char *)name.at, .columns = list, .style_type = LXW_TABLE_STYLE_TYPE_LIGHT, .style_type_number = 1};
    book_check(book, worksheet_add_table(sheet->at, range.top, range.left, range.bottom, range.right, &options));
}

static struct str absolute(struct arena *arena, struct str sheet, struct range range)
{
    char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(first, range.top, range.left, 1, 1);
    lxw_rowcol_to_cell_abs(last, range.bottom, range.right, 1, 1);
    return str_print(arena, "='%.*s'!%s:%s", STR_ARG(sheet), first, last);
}

void book_name(struct book *book, const char *name, const struct sheet *sheet, struct range range)
{
    book_check(book, workbook_define_name(book->at, name, absolute(book->arena, sheet->name, range).at));
}
