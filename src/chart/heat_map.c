/* A table of shades with its numbers: rows are series, columns are categories. */
#include "sheet.h"

#include <math.h>

/* The number is read on its shade, and on what stands for both on a dark page: more than the 4.5 that WCAG asks for. */
enum { SHADES = 4, CONTRAST_WANTED = 5 };

struct heads {
    bool by_letter; /* names too long for their columns stand under the map */
    int32_t height, foot;
};
struct map {
    struct rows rows;
    struct heads heads;
    double most;
};

static int32_t column_at(const struct map *map, size_t columns, size_t column)
{
    return map->rows.area.x + (int32_t)((int64_t)map->rows.area.width * (int64_t)column / (int64_t)columns);
}

static struct str letter(const struct sheet *sheet, size_t column)
{
    size_t round = column / 26;
    struct str number = round ? str_print(sheet->arena, "%zu", round) : STR_NONE;
    return str_print(sheet->arena, "%c%.*s", (char)('A' + column % 26), STR_ARG(number));
}

/* "A Accès à l’emploi" flowing under the map; only measured while `y` is negative. */
static int32_t foot(struct sheet *sheet, int32_t y)
{
    int32_t em = sheet_em(sheet, 1000), x = 0, line = 0;
    for (size_t i = 0; i < sheet->chart->categories.count; i++) {
        struct str name = sheet->chart->categories.at[i];
        struct strs lines = sheet_wrap(
            sheet, FACE_REGULAR, str_print(sheet->arena, "%.*s\u00A0: %.*s", STR_ARG(letter(sheet, i)), STR_ARG(name)),
            sheet->style->width, 1);
        int32_t width = lines.count ? sheet_width(sheet, FACE_REGULAR, lines.at[0]) : 0;
        if (x && x + width > sheet->style->width) {
            x = 0;
            line += sheet_line_height(sheet);
        }
        if (y >= 0)
            sheet_lines(sheet, x, y + line, &lines, (struct label){.colour = sheet->style->muted});
        x += width + em * 3 / 2;
    }
    return line + sheet_line_height(sheet);
}

static struct heads heads_of(struct sheet *sheet, int32_t column)
{
    struct heads heads = {.height = sheet_line_height(sheet)};
    int32_t width = column - sheet_em(sheet, 500);
    for (size_t i = 0; i < sheet->chart->categories.count; i++)
        heads.by_letter = heads.by_letter || !sheet_fits(sheet, sheet->chart->categories.at[i], width, 4);
    for (size_t i = 0; i < sheet->chart->categories.count && !heads.by_letter; i++) {
        struct strs lines = sheet_wrap(sheet, FACE_REGULAR, sheet->chart->categories.at[i], width, 4);
        int32_t height = (int32_t)lines.count * sheet_line_height(sheet);
        heads.height = height > heads.height ? height : heads.height;
    }
    heads.height += sheet_em(sheet, 300);
    heads.foot = heads.by_letter ? foot(sheet, -1) + sheet_em(sheet, 600) : 0;
    return heads;
}

static void head(struct sheet *sheet, const struct map *map, size_t column)
{
    size_t columns = sheet->chart->categories.count;
    int32_t from = column_at(map, columns, column), to = column_at(map, columns, column + 1);
    struct str name = map->heads.by_letter ? letter(sheet, column) : sheet->chart->categories.at[column];
    struct strs lines = sheet_wrap(sheet, FACE_REGULAR, name, to - from - sheet_em(sheet, 500), 4);
    int32_t height = (int32_t)lines.count * sheet_line_height(sheet);
    sheet_lines(sheet, (from + to) / 2, map->heads.height - height, &lines,
                (struct label){.anchor = ANCHOR_MIDDLE, .colour = sheet->style->text});
}

static uint32_t shade(const struct sheet *sheet, const struct map *map, double value)
{
    static const unsigned light[SHADES + 1] = {1000, 820, 600, 320, 0};
    double share = map->most > 0 ? value / map->most : 0;
    int step = (int)ceil(fmin(fmax(share, 0), 1) * (double)SHADES);
    return colour_mix(sheet->style->series[0], sheet->style->background, light[step]);
}

static void cell(struct sheet *sheet, const struct map *map, size_t row, size_t column)
{
    const struct chart_style *style = sheet->style;
    const struct chart_point *point = &sheet->chart->series[row].points[column];
    size_t columns = sheet->chart->categories.count;
    int32_t from = column_at(map, columns, column), to = column_at(map, columns, column + 1);
    struct area area = {from, map->rows.at[row].y, to - from, map->rows.at[row].height};
    bool known = point_is(point);
    uint32_t fill = known ? shade(sheet, map, point->value.approximate) : style->background;
    struct mark *mark = sheet_rectangle(sheet, area, fill);
    mark->stroke = style->rule;
    mark->title = series_title(sheet, row, column);
    uint32_t ink = colour_readable(colour_contrast(fill, style->text) >= colour_contrast(fill, style->background)
                                       ? style->text
                                       : style->background,
                                   fill, CONTRAST_WANTED);
    if (sheet_width(sheet, FACE_REGULAR, point->shown) < area.width)
        sheet_label(
            sheet, (from + to) / 2, sheet_middle(sheet, area.y + area.height / 2),
            (struct label){.text = point->shown, .anchor = ANCHOR_MIDDLE, .colour = known ? ink : style->muted});
}

void heat_map_draw(struct sheet *sheet)
{
    struct strs names = series_names(sheet);
    size_t columns = sheet->chart->categories.count;
    struct map map = {0};
    double low;
    series_range(sheet, true, &low, &map.most);
    map.rows = rows_of(sheet, &names, 0, sheet_em(sheet, 2000), sheet_em(sheet, 100));
    map.heads = heads_of(sheet, columns ? map.rows.area.width / (int32_t)columns : 0);
    map.rows = rows_of(sheet, &names, map.heads.height, sheet_em(sheet, 2000), sheet_em(sheet, 100));
    int32_t bottom = map.rows.area.y + map.rows.area.height;
    sheet->drawing->height = bottom + map.heads.foot;
    for (size_t i = 0; i < columns; i++)
        head(sheet, &map, i);
    rows_names(sheet, &map.rows);
    for (size_t row = 0; row < names.count; row++)
        for (size_t column = 0; column < columns; column++)
            cell(sheet, &map, row, column);
    if (map.heads.by_letter)
        foot(sheet, bottom + sheet_em(sheet, 600));
}
