/* Charts that are read row by row: a column of names, then the data. */
#include "sheet.h"

static int32_t names_width(const struct sheet *sheet, const struct strs *names, int32_t most)
{
    int32_t widest = 0;
    for (size_t i = 0; i < names->count; i++) {
        struct strs lines = sheet_wrap(sheet, FACE_REGULAR, names->at[i], most, 3);
        for (size_t l = 0; l < lines.count; l++) {
            int32_t width = sheet_width(sheet, FACE_REGULAR, lines.at[l]);
            widest = width > widest ? width : widest;
        }
    }
    return widest;
}

struct rows rows_of(struct sheet *sheet, const struct strs *names, int32_t top, int32_t least, int32_t gutter)
{
    int32_t most = sheet->style->width * 36 / 100, width = names_width(sheet, names, most);
    int32_t left = width ? width + sheet_em(sheet, 800) : 0, widest = sheet->style->width * 45 / 100;
    gutter = gutter < widest ? gutter : widest;
    struct rows rows = {.area = {left, top, sheet->style->width - left - gutter, 0}, .count = names->count};
    rows.at = ARENA_ARRAY(sheet->arena, struct named_row, names->count);
    for (size_t i = 0; i < names->count; i++) {
        struct named_row *row = &rows.at[i];
        row->lines = sheet_wrap(sheet, FACE_REGULAR, names->at[i], most, 3);
        int32_t words = (int32_t)row->lines.count * sheet_line_height(sheet) + sheet_em(sheet, 300);
        row->y = top + rows.area.height;
        row->height = words > least ? words : least;
        rows.area.height += row->height;
    }
    return rows;
}

void rows_names(struct sheet *sheet, const struct rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        const struct named_row *row = &rows->at[i];
        int32_t words = (int32_t)row->lines.count * sheet_line_height(sheet);
        sheet_lines(sheet, 0, row->y + (row->height - words) / 2 + sheet_em(sheet, 125), &row->lines,
                    (struct label){.colour = sheet->style->text});
    }
}
