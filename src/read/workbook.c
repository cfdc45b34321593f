/* Workbooks as any spreadsheet saves them: the cells of every sheet, as text, numbers in their shortest form. No C
 * reader of XLSX is packaged that is maintained; the parts that matter are four, and small. */
#include "package.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CELLS_MAX 500000
#define STRINGS_MAX 500000
#define SHEETS_MAX 500

struct strings {
    struct str *at;
    size_t count, capacity;
};
/* One part being read. */
struct part {
    struct arena *arena;
    struct strings *strings;
    struct read_sheet *sheet;
    struct read_workbook *workbook;
    struct strs *targets; /* of relations: id and target, alternating */
    struct buffer text;
    struct read_cell cell;
    struct str type;
    bool in_text, in_phonetic, in_cell, refused;
};

/* ---- shared strings ---- */

/* Four hexadecimal digits, or UINT32_MAX. */
static uint32_t hexadecimal(struct str digits)
{
    uint32_t n = 0;
    for (size_t i = 0; i < digits.length; i++) {
        char c = digits.at[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0)
            return UINT32_MAX;
        n = n * 16 + (uint32_t)digit;
    }
    return n;
}

/* "_x000D_": how signs that XML does not hold are written, and any other. */
static struct str unescaped(struct arena *arena, struct str text)
{
    struct buffer out = {.arena = arena};
    size_t from = 0;
    for (size_t at = str_index(text, '_', 0); at + 7 <= text.length; at = str_index(text, '_', at + 1)) {
        bool framed = text.at[at + 1] == 'x' && text.at[at + 6] == '_';
        uint32_t rune = framed ? hexadecimal(str_slice(text, at + 2, at + 6)) : UINT32_MAX;
        if (rune == UINT32_MAX || (rune >= 0xD800 && rune < 0xE000) || !rune || at < from)
            continue;
        buffer_add(&out, str_slice(text, from, at));
        buffer_rune(&out, rune);
        from = at + 7;
    }
    if (!from)
        return text;
    buffer_add(&out, str_slice(text, from, text.length));
    return buffer_str(&out);
}

static void strings_open(void *data, struct str name, const char *const *attributes)
{
    struct part *part = data;
    (void)attributes;
    if (str_equal(name, STR("si")))
        part->text = (struct buffer){.arena = part->arena};
    part->in_phonetic |= str_equal(name, STR("rPh"));
    part->in_text = str_equal(name, STR("t")) && !part->in_phonetic;
}

static void strings_close(void *data, struct str name)
{
    struct part *part = data;
    if (str_equal(name, STR("rPh")))
        part->in_phonetic = false;
    if (str_equal(name, STR("t")))
        part->in_text = false;
    if (str_equal(name, STR("si")) && part->strings->count < STRINGS_MAX)
        *PUSH(part->arena, part->strings) = unescaped(part->arena, buffer_str(&part->text));
}

static void add_text(void *data, struct str text)
{
    struct part *part = data;
    if (part->in_text && part->text.count < (1u << 18))
        buffer_add(&part->text, text);
}

/* ---- sheets ---- */

static bool cell_place(struct str reference, uint32_t *row, uint32_t *column)
{
    size_t i = 0;
    *row = *column = 0;
    for (; i < reference.length && reference.at[i] >= 'A' && reference.at[i] <= 'Z' && *column < 20000; i++)
        *column = *column * 26 + (uint32_t)(reference.at[i] - 'A') + 1;
    for (; i < reference.length && reference.at[i] >= '0' && reference.at[i] <= '9' && *row < 2000000; i++)
        *row = *row * 10 + (uint32_t)(reference.at[i] - '0');
    return *row && *column && i == reference.length;
}

static void sheet_open(void *data, struct str name, const char *const *attributes)
{
    struct part *part = data;
    if (str_equal(name, STR("c"))) {
        part->cell = (struct read_cell){0};
        part->in_cell = cell_place(xml_attribute(attributes, "r"), &part->cell.row, &part->cell.column);
        part->type = str_copy(part->arena, xml_attribute(attributes, "t"));
        part->text = (struct buffer){.arena = part->arena};
    }
    part->in_phonetic |= str_equal(name, STR("rPh"));
    part->in_text = part->in_cell && !part->in_phonetic && (str_equal(name, STR("v")) || str_equal(name, STR("t")));
}

static size_t index_of(struct str digits)
{
    size_t n = 0;
    for (size_t i = 0; i < digits.length && n < STRINGS_MAX; i++)
        n = digits.at[i] >= '0' && digits.at[i] <= '9' ? n * 10 + (size_t)(digits.at[i] - '0') : STRINGS_MAX;
    return digits.length ? n : STRINGS_MAX;
}

static void cell_value(struct part *part, struct str written)
{
    struct read_cell *cell = &part->cell;
    if (str_equal(part->type, STR("s"))) {
        size_t index = index_of(written);
        cell->text = index < part->strings->count ? part->strings->at[index] : STR_NONE;
    } else if (str_equal(part->type, STR("str")) || str_equal(part->type, STR("inlineStr"))) {
        cell->text = unescaped(part->arena, written);
    } else if (str_equal(part->type, STR("b"))) {
        cell->kind = READ_BOOLEAN;
        cell->text = written;
    } else if (str_equal(part->type, STR("e"))) {
        cell->kind = READ_ERROR;
        cell->text = written;
    } else if (written.length) {
        char *end;
        double number = strtod(written.at, &end);
        cell->kind = *end || !isfinite(number) ? READ_ERROR : READ_NUMBER;
        cell->text = cell->kind == READ_NUMBER ? double_text(part->arena, number) : written;
    }
}

static void sheet_close(void *data, struct str name)
{
    struct part *part = data;
    if (str_equal(name, STR("rPh")))
        part->in_phonetic = false;
    if (str_equal(name, STR("v")) || str_equal(name, STR("t")))
        part->in_text = false;
    if (!str_equal(name, STR("c")) || !part->in_cell)
        return;
    part->in_cell = false;
    cell_value(part, buffer_str(&part->text));
    if (!part->cell.text.length)
        return;
    part->refused |= part->sheet->count >= CELLS_MAX || !utf8_valid(part->cell.text);
    if (!part->refused)
        *PUSH(part->arena, part->sheet) = part->cell;
}

/* ---- the workbook ---- */

static void book_open(void *data, struct str name, const char *const *attributes)
{
    struct part *part = data;
    if (!str_equal(name, STR("sheet")) || part->workbook->count >= SHEETS_MAX)
        return;
    struct read_sheet *sheet = PUSH(part->arena, part->workbook);
    sheet->name = str_copy(part->arena, xml_attribute(attributes, "name"));
    /* r:id, not sheetId: the local name is "id". */
    sheet->id = str_copy(part->arena, xml_attribute(attributes, "id"));
}

static void relations_open(void *data, struct str name, const char *const *attributes)
{
    struct part *part = data;
    if (!str_equal(name, STR("Relationship")) || part->targets->count > 2 * SHEETS_MAX * 4)
        return;
    *PUSH(part->arena, part->targets) = str_copy(part->arena, xml_attribute(attributes, "Id"));
    *PUSH(part->arena, part->targets) = str_copy(part->arena, xml_attribute(attributes, "Target"));
}

static struct str target_of(const struct strs *targets, struct str id)
{
    for (size_t i = 0; i + 1 < targets->count; i += 2)
        if (str_equal(targets->at[i], id))
            return targets->at[i + 1];
    return STR_NONE;
}

static bool part_read(struct arena *arena, struct package *package, const char *name, const struct xml_walk *walk)
{
    struct str content;
    return package_part(arena, package, name, &content) && xml_read(content, walk);
}

static int by_place(const void *a, const void *b)
{
    const struct read_cell *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

/* Spreadsheets write cells in order; a cell that stands twice is nobody's to choose. */
static bool cells_order(struct read_sheet *sheet)
{
    bool ordered = true, twice = false;
    for (size_t i = 1; i < sheet->count && ordered; i++)
        ordered = by_place(&sheet->at[i - 1], &sheet->at[i]) < 0;
    if (!ordered)
        qsort(sheet->at, sheet->count, sizeof *sheet->at, by_place);
    for (size_t i = 1; i < sheet->count && !ordered; i++)
        twice |= by_place(&sheet->at[i - 1], &sheet->at[i]) == 0;
    return !twice;
}

static bool sheet_read(struct arena *arena, struct package *package, struct str target, struct strings *strings,
                       struct read_sheet *sheet)
{
    struct part part = {.arena = arena, .strings = strings, .sheet = sheet};
    struct xml_walk walk = {&part, sheet_open, sheet_close, add_text};
    bool absolute = target.length && target.at[0] == '/';
    struct str name = absolute ? str_slice(target, 1, target.length) : str_print(arena, "xl/%.*s", STR_ARG(target));
    return part_read(arena, package, str_copy(arena, name).at, &walk) && !part.refused && cells_order(sheet);
}

static bool sheets_read(struct arena *arena, struct package *package, struct read_workbook *workbook)
{
    struct strings strings = {NULL, 0, 0};
    struct strs targets = {NULL, 0, 0};
    struct part part = {
        .arena = arena, .strings = &strings, .workbook = workbook, .targets = &targets, .text = {.arena = arena}};
    struct xml_walk book = {&part, book_open, NULL, NULL}, relations = {&part, relations_open, NULL, NULL};
    struct xml_walk texts = {&part, strings_open, strings_close, add_text};
    struct str content;
    if (!part_read(arena, package, "xl/workbook.xml", &book) ||
        !part_read(arena, package, "xl/_rels/workbook.xml.rels", &relations))
        return false;
    /* A workbook without any text has no such part. */
    if (package_part(arena, package, "xl/sharedStrings.xml", &content) && !xml_read(content, &texts))
        return false;
    for (size_t i = 0; i < workbook->count; i++)
        if (!sheet_read(arena, package, target_of(&targets, workbook->at[i].id), &strings, &workbook->at[i]))
            return false;
    return workbook->count > 0;
}

bool read_workbook(struct arena *arena, struct str bytes, struct read_workbook *workbook)
{
    *workbook = (struct read_workbook){NULL, 0, 0};
    struct package *package = package_open(arena, bytes);
    if (!package)
        return false;
    bool whole = sheets_read(arena, package, workbook);
    package_close(package);
    return whole;
}

const struct read_sheet *read_sheet_named(const struct read_workbook *workbook, struct str name)
{
    for (size_t i = 0; i < workbook->count; i++)
        if (name_equal(workbook->at[i].name, name))
            return &workbook->at[i];
    return NULL;
}

const struct read_cell *read_sheet_cell(const struct read_sheet *sheet, uint32_t row, uint32_t column)
{
    static const struct read_cell none = {0};
    const struct read_cell wanted = {.row = row, .column = column};
    if (!sheet->count)
        return &none;
    const struct read_cell *found = bsearch(&wanted, sheet->at, sheet->count, sizeof *sheet->at, by_place);
    return found ? found : &none;
}
