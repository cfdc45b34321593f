/* Texts on a sheet: measured, wrapped, and never one over another. */
#include "sheet.h"

enum { LABEL_BYTES_MAX = 400 };

int32_t sheet_width(const struct sheet *sheet, enum face face, struct str text)
{
    return text_width(sheet->metrics, (struct text_style){face, FEATURE_TABULAR, sheet->style->text_size, 0}, text);
}

int32_t sheet_line_height(const struct sheet *sheet)
{
    return sheet_em(sheet, 1250);
}

int32_t sheet_middle(const struct sheet *sheet, int32_t y)
{
    return y + sheet_em(sheet, sheet->metrics->cap_height[FACE_REGULAR]) / 2;
}

static bool areas_meet(struct area a, struct area b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static bool is_free(const struct sheet *sheet, struct area area)
{
    const struct drawing *drawing = sheet->drawing;
    if (area.x < 0 || area.y < 0 || area.x + area.width > drawing->width || area.y + area.height > drawing->height)
        return false;
    for (size_t i = 0; i < sheet->taken.count; i++)
        if (areas_meet(area, sheet->taken.at[i]))
            return false;
    return true;
}

static struct area text_area(const struct metrics *metrics, const struct mark *mark)
{
    enum face face = mark->style.face;
    int64_t size = mark->style.size;
    int32_t before = mark->anchor == ANCHOR_START ? 0 : mark->anchor == ANCHOR_END ? mark->width : mark->width / 2;
    return (struct area){mark->x - before, mark->y - (int32_t)(metrics->ascent[face] * size / 1000), mark->width,
                         (int32_t)((metrics->ascent[face] + metrics->descent[face]) * size / 1000)};
}

bool sheet_label(struct sheet *sheet, int32_t x, int32_t y, struct label label)
{
    if (!label.text.length)
        return true;
    struct text_style style = {label.face, FEATURE_TABULAR, label.size ? label.size : sheet->style->text_size,
                               label.colour};
    struct mark *mark =
        drawing_text(sheet->arena, sheet->drawing, sheet->metrics, x, y, label.anchor, style, label.text);
    struct area area = text_area(sheet->metrics, mark);
    if (!is_free(sheet, area)) {
        sheet->drawing->count--;
        return false;
    }
    *PUSH(sheet->arena, &sheet->taken) = area;
    return true;
}

bool sheet_lines(struct sheet *sheet, int32_t x, int32_t y, const struct strs *lines, struct label label)
{
    int32_t baseline = y + sheet_em(sheet, sheet->metrics->ascent[label.face]);
    struct drawing *drawing = sheet->drawing;
    size_t marks = drawing->count, taken = sheet->taken.count;
    for (size_t i = 0; i < lines->count; i++) {
        label.text = lines->at[i];
        if (!sheet_label(sheet, x, baseline + (int32_t)i * sheet_line_height(sheet), label)) {
            drawing->count = marks;
            sheet->taken.count = taken;
            return false;
        }
    }
    return true;
}

static size_t rune_after(struct str text, size_t at)
{
    while (++at < text.length && ((unsigned char)text.at[at] & 0xC0) == 0x80)
        ;
    return at;
}

static size_t rune_start(struct str text, size_t at)
{
    while (at > 0 && at < text.length && ((unsigned char)text.at[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* Bytes of the longest beginning, in whole runes, that is no wider. */
static size_t fitting(const struct sheet *sheet, enum face face, struct str text, int32_t width)
{
    if (sheet_width(sheet, face, text) <= width)
        return text.length;
    size_t fits = 0, beyond = text.length;
    while (rune_after(text, fits) < beyond) {
        size_t middle = rune_start(text, fits + (beyond - fits) / 2);
        if (middle == fits)
            middle = rune_after(text, fits);
        if (sheet_width(sheet, face, str_slice(text, 0, middle)) <= width)
            fits = middle;
        else
            beyond = middle;
    }
    return fits;
}

static struct str shortened(const struct sheet *sheet, enum face face, struct str text, int32_t width)
{
    struct str ellipsis = STR("…");
    size_t fits = fitting(sheet, face, text, width - sheet_width(sheet, face, ellipsis));
    size_t word = fits;
    while (word > fits / 2 && text.at[word] != ' ')
        word--;
    struct str kept = str_trim(str_slice(text, 0, word > fits / 2 ? word : fits));
    return fits ? str_print(sheet->arena, "%.*s…", STR_ARG(kept)) : STR_NONE;
}

/* Where a line that holds `fits` bytes at most ends: at a space when there is one, else inside the word. */
static size_t line_end(struct str text, size_t fits)
{
    for (size_t i = fits; i > 0; i--)
        if (text.at[i] == ' ' || (i < fits && text.at[i - 1] == '-'))
            return i;
    return fits ? fits : rune_after(text, 0);
}

static bool is_inside_word(struct str text, size_t at)
{
    return at < text.length && text.at[at] != ' ' && at > 0 && text.at[at - 1] != '-';
}

/* What stands before `*end`; a word longer than the line is cut earlier, to make room for a hyphen. */
static struct str line_of(const struct sheet *sheet, enum face face, struct str text, size_t *end, int32_t width)
{
    if (!is_inside_word(text, *end))
        return str_trim(str_slice(text, 0, *end));
    size_t shorter = fitting(sheet, face, str_slice(text, 0, *end), width - sheet_width(sheet, face, STR("-")));
    if (!shorter)
        return str_slice(text, 0, *end);
    *end = shorter;
    return str_print(sheet->arena, "%.*s-", STR_ARG(str_slice(text, 0, shorter)));
}

struct strs sheet_wrap(const struct sheet *sheet, enum face face, struct str text, int32_t width, size_t most)
{
    struct strs lines = {0};
    struct str rest = str_trim(text);
    if (rest.length > LABEL_BYTES_MAX)
        rest = str_slice(rest, 0, rune_after(rest, LABEL_BYTES_MAX - 4));
    while (rest.length) {
        size_t fits = fitting(sheet, face, rest, width);
        if (fits < rest.length && lines.count + 1 == most) {
            *PUSH(sheet->arena, &lines) = shortened(sheet, face, rest, width);
            break;
        }
        size_t end = fits == rest.length ? fits : line_end(rest, fits);
        *PUSH(sheet->arena, &lines) = line_of(sheet, face, rest, &end, width);
        rest = str_trim(str_slice(rest, end, rest.length));
    }
    return lines;
}

bool sheet_fits(const struct sheet *sheet, struct str text, int32_t width, size_t most)
{
    struct str rest = text, word;
    while (str_split(&rest, ' ', &word))
        if (sheet_width(sheet, FACE_REGULAR, word) > width)
            return false;
    struct strs lines = sheet_wrap(sheet, FACE_REGULAR, text, width, most);
    return !lines.count || !str_ends(lines.at[lines.count - 1], STR("…"));
}
