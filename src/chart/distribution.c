/* How answers are spread over an ordered scale: one bar of a hundred per cent a series, from light to dark. */
#include "sheet.h"

#include <math.h>

static uint32_t shade(const struct sheet *sheet, size_t category)
{
    size_t last = sheet->chart->categories.count - 1;
    unsigned light = last ? (unsigned)(850 * (last - category) / last) : 0;
    return colour_mix(sheet->style->series[0], sheet->style->background, light);
}

static uint32_t ink_on(const struct sheet *sheet, uint32_t fill)
{
    bool light = colour_contrast(fill, sheet->style->text) >= colour_contrast(fill, sheet->style->background);
    return light ? sheet->style->text : sheet->style->background;
}

static double total(const struct sheet *sheet, size_t series)
{
    double sum = 0;
    for (size_t i = 0; i < sheet->chart->categories.count; i++) {
        const struct chart_point *point = &sheet->chart->series[series].points[i];
        sum += point_is(point) ? fmax(point->value.approximate, 0) : 0;
    }
    return sum;
}

/* The part of the bar that stands for a category; of no width when there is nothing. */
static struct area part(const struct sheet *sheet, const struct rows *rows, size_t series, size_t category)
{
    double sum = total(sheet, series), before = 0, value = 0;
    for (size_t i = 0; i <= category && sum > 0; i++) {
        const struct chart_point *point = &sheet->chart->series[series].points[i];
        before += value;
        value = point_is(point) ? fmax(point->value.approximate, 0) : 0;
    }
    const struct named_row *row = &rows->at[series];
    int32_t pad = sheet_em(sheet, 250), width = rows->area.width;
    int32_t from = sum > 0 ? (int32_t)lround(before / sum * width) : 0;
    int32_t to = sum > 0 ? (int32_t)lround((before + value) / sum * width) : 0;
    return (struct area){rows->area.x + from, row->y + pad, to - from, row->height - 2 * pad};
}

static void series_bar(struct sheet *sheet, const struct rows *rows, size_t series)
{
    for (size_t i = 0; i < sheet->chart->categories.count; i++) {
        const struct chart_point *point = &sheet->chart->series[series].points[i];
        struct area area = part(sheet, rows, series, i);
        uint32_t fill = shade(sheet, i);
        if (area.width) {
            struct mark *mark = sheet_rectangle(sheet, area, fill);
            mark->stroke = sheet->style->background;
            mark->stroke_width = 1000;
            mark->title = series_title(sheet, series, i);
        }
        bool room = area.width > sheet_width(sheet, FACE_REGULAR, point->shown) + sheet_em(sheet, 300);
        bool alone = total(sheet, series) <= 0 && !point_is(point);
        if (room || alone)
            sheet_label(sheet, area.x + area.width / 2, sheet_middle(sheet, area.y + area.height / 2),
                        (struct label){.text = point->shown,
                                       .anchor = alone ? ANCHOR_START : ANCHOR_MIDDLE,
                                       .colour = alone ? sheet->style->muted : ink_on(sheet, fill)});
    }
}

static int32_t key(struct sheet *sheet)
{
    int32_t em = sheet_em(sheet, 1000), x = 0, y = 0;
    for (size_t i = 0; i < sheet->chart->categories.count; i++) {
        struct strs name =
            sheet_wrap(sheet, FACE_REGULAR, sheet->chart->categories.at[i], sheet->style->width - 3 * em, 1);
        int32_t width = name.count ? sheet_width(sheet, FACE_REGULAR, name.at[0]) : 0;
        if (x && x + 2 * em + width > sheet->style->width) {
            x = 0;
            y += em * 3 / 2;
        }
        if (sheet->drawing->height) {
            struct mark *swatch =
                sheet_rectangle(sheet, (struct area){x, y + em / 10, em * 3 / 2, em * 8 / 10}, shade(sheet, i));
            swatch->stroke = sheet->style->muted;
            swatch->stroke_width = 300;
            sheet_lines(sheet, x + 2 * em, y, &name, (struct label){.colour = sheet->style->text});
        }
        x += 3 * em + em / 2 + width;
    }
    return y + em * 2;
}

/* Each answer named over its part of the first bar, when every one has room there. */
static bool names_fit(const struct sheet *sheet, const struct rows *rows)
{
    for (size_t i = 0; i < sheet->chart->categories.count; i++) {
        int32_t width = sheet_width(sheet, FACE_REGULAR, sheet->chart->categories.at[i]);
        if (part(sheet, rows, 0, i).width < width + sheet_em(sheet, 400))
            return false;
    }
    return true;
}

void distribution_draw(struct sheet *sheet)
{
    struct strs names = series_names(sheet);
    if (names.count < 2) {
        bars_draw(sheet);
        return;
    }
    int32_t head = key(sheet);
    struct rows rows = rows_of(sheet, &names, head, sheet_em(sheet, 2400), sheet_em(sheet, 100));
    sheet->drawing->height = head + rows.area.height;
    if (!sheet->chart->categories.count)
        return;
    if (!names_fit(sheet, &rows))
        key(sheet);
    else
        for (size_t i = 0; i < sheet->chart->categories.count; i++) {
            struct area area = part(sheet, &rows, 0, i);
            sheet_label(sheet, area.x + area.width / 2, head - sheet_em(sheet, 300),
                        (struct label){.text = sheet->chart->categories.at[i],
                                       .anchor = ANCHOR_MIDDLE,
                                       .colour = sheet->style->text});
        }
    rows_names(sheet, &rows);
    for (size_t s = 0; s < names.count; s++)
        series_bar(sheet, &rows, s);
}
