/* The same small chart for each series, on one scale, so that their shapes can be compared. */
#include "sheet.h"

struct panels {
    size_t columns, count;
    int32_t width, height, gap;
    int32_t left, title, plot;
    struct scale scale;
};

static struct strs title(const struct sheet *sheet, size_t series, int32_t width)
{
    return sheet_wrap(sheet, FACE_BOLD, sheet->chart->series[series].name, width, 2);
}

static int32_t title_height(const struct sheet *sheet, int32_t width)
{
    size_t most = 0;
    for (size_t s = 0; s < sheet->chart->series_count; s++) {
        size_t lines = sheet->chart->series[s].is_target ? 0 : title(sheet, s, width).count;
        most = lines > most ? lines : most;
    }
    return (int32_t)most * sheet_line_height(sheet);
}

static struct panels panels_of(const struct sheet *sheet)
{
    struct panels panels = {.gap = sheet_em(sheet, 1800), .plot = sheet_em(sheet, 6000)};
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        panels.count += !sheet->chart->series[s].is_target;
    double low, high;
    series_range(sheet, true, &low, &high);
    panels.scale = scale_of(sheet, low, high, 4);
    panels.left = scale_width(sheet, &panels.scale) + sheet_em(sheet, 500);
    int32_t room = sheet->style->width - panels.left, least = sheet_em(sheet, 13000);
    panels.columns = room > least ? (size_t)(room / least) : 1;
    if (panels.columns > panels.count)
        panels.columns = panels.count ? panels.count : 1;
    panels.width = (room + panels.gap) / (int32_t)panels.columns - panels.gap;
    panels.title = title_height(sheet, panels.width) + sheet_em(sheet, 1500);
    panels.height = panels.title + panels.plot + sheet_em(sheet, 2600);
    return panels;
}

static struct way way_of(const struct sheet *sheet, const struct panels *panels, int32_t left)
{
    return (struct way){left + sheet_em(sheet, 400), left + panels->width - sheet_em(sheet, 400)};
}

static void rules(struct sheet *sheet, const struct panels *panels, int32_t left, bool first)
{
    for (size_t i = 0; i < panels->scale.ticks; i++) {
        int32_t y = scale_at(&panels->scale, panels->scale.tick[i]);
        bool base = panels->scale.tick[i] == 0;
        sheet_line(sheet, left, y, left + panels->width, y, base ? sheet->style->muted : sheet->style->rule);
        struct label label = {.text = panels->scale.name[i], .anchor = ANCHOR_END, .colour = sheet->style->muted};
        if (first)
            sheet_label(sheet, left - sheet_em(sheet, 500), sheet_middle(sheet, y), label);
    }
}

static void line(struct sheet *sheet, const struct panels *panels, size_t series, int32_t left)
{
    bool target = sheet->chart->series[series].is_target;
    struct mark *mark = series_line(sheet, series, way_of(sheet, panels, left), &panels->scale,
                                    target ? sheet->style->target : sheet->style->series[0]);
    if (!mark)
        return;
    mark->stroke_width = target ? 900 : 1600;
    mark->dash = target ? 1500 : 0;
}

static void points(struct sheet *sheet, const struct panels *panels, size_t series, int32_t left)
{
    int32_t radius = sheet_em(sheet, 260);
    struct way way = way_of(sheet, panels, left);
    size_t last = sheet->chart->categories.count;
    for (size_t i = 0; i < sheet->chart->categories.count; i++) {
        const struct chart_point *point = &sheet->chart->series[series].points[i];
        if (!point_is(point))
            continue;
        int32_t x = way_at(sheet, way, i), y = scale_at(&panels->scale, point->value.approximate);
        sheet_disc(sheet, x, y, radius, sheet->style->series[0])->title = series_title(sheet, series, i);
        last = i;
    }
    if (last == sheet->chart->categories.count)
        return;
    const struct chart_point *point = &sheet->chart->series[series].points[last];
    sheet_label(
        sheet, way_at(sheet, way, last) + radius,
        scale_at(&panels->scale, point->value.approximate) - sheet_em(sheet, 600),
        (struct label){.text = point->shown, .face = FACE_BOLD, .anchor = ANCHOR_END, .colour = sheet->style->text});
}

static void ends(struct sheet *sheet, const struct panels *panels, int32_t left, int32_t foot)
{
    size_t count = sheet->chart->categories.count;
    struct strs first = sheet_wrap(sheet, FACE_REGULAR, sheet->chart->categories.at[0], panels->width * 45 / 100, 1);
    struct strs last =
        sheet_wrap(sheet, FACE_REGULAR, sheet->chart->categories.at[count - 1], panels->width * 45 / 100, 1);
    struct label label = {.colour = sheet->style->muted};
    sheet_lines(sheet, left, foot + sheet_em(sheet, 400), &first, label);
    label.anchor = ANCHOR_END;
    if (count > 1)
        sheet_lines(sheet, left + panels->width, foot + sheet_em(sheet, 400), &last, label);
}

static void panel(struct sheet *sheet, struct panels *panels, size_t index, size_t series)
{
    size_t column = index % panels->columns;
    int32_t left = panels->left + (int32_t)column * (panels->width + panels->gap);
    int32_t top = (int32_t)(index / panels->columns) * panels->height;
    panels->scale.to = top + panels->title;
    panels->scale.from = panels->scale.to + panels->plot;
    struct strs name = title(sheet, series, panels->width);
    int32_t lines = (int32_t)name.count * sheet_line_height(sheet);
    sheet_lines(sheet, left, panels->scale.to - sheet_em(sheet, 1500) - lines, &name,
                (struct label){.face = FACE_BOLD, .colour = sheet->style->text});
    rules(sheet, panels, left, column == 0);
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        if (s == series || sheet->chart->series[s].is_target)
            line(sheet, panels, s, left);
    points(sheet, panels, series, left);
    ends(sheet, panels, left, panels->scale.from);
}

void multiples_draw(struct sheet *sheet)
{
    struct panels panels = panels_of(sheet);
    size_t rows = (panels.count + panels.columns - 1) / panels.columns;
    sheet->drawing->height = (int32_t)rows * panels.height;
    if (!sheet->chart->categories.count)
        return;
    size_t index = 0;
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        if (!sheet->chart->series[s].is_target)
            panel(sheet, &panels, index++, s);
}
