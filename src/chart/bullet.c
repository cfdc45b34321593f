/* Bullets: where each category stands against its target, read in one glance and in figures at the right. */
#include "sheet.h"

#include <math.h>

struct pair {
    const struct chart_point *value, *target;
    size_t value_series, target_series;
};

static struct pair pair_of(const struct sheet *sheet, size_t category)
{
    struct pair pair = {0};
    for (size_t s = 0; s < sheet->chart->series_count; s++) {
        const struct chart_point *point = &sheet->chart->series[s].points[category];
        bool target = sheet->chart->series[s].is_target;
        if (target && !pair.target) {
            pair.target = point;
            pair.target_series = s;
        } else if (!target && !pair.value) {
            pair.value = point;
            pair.value_series = s;
        }
    }
    return pair;
}

static double greatest(struct pair pair)
{
    double most = 0;
    if (pair.value && point_is(pair.value))
        most = fmax(most, pair.value->value.approximate);
    if (pair.target && point_is(pair.target))
        most = fmax(most, pair.target->value.approximate);
    return most;
}

/* Without a unit the categories are of different kinds: each has its own scale. */
static double full_length(const struct sheet *sheet, size_t category)
{
    double most = greatest(pair_of(sheet, category));
    for (size_t i = 0; i < sheet->chart->categories.count && sheet->chart->unit.length; i++)
        most = fmax(most, greatest(pair_of(sheet, i)));
    return most > 0 ? most * 1.06 : 1;
}

static struct str target_words(const struct sheet *sheet, struct pair pair)
{
    bool known = pair.target && pair.target->shown.length && point_is(pair.target);
    return known ? str_print(sheet->arena, "/ %.*s", STR_ARG(pair.target->shown)) : STR_NONE;
}

/* The figures at the right: the target beside the value, or under it where both would take the bars' room. */
struct figures_room {
    int32_t value, target, whole;
    bool under;
};

static struct figures_room figures_room(const struct sheet *sheet)
{
    struct figures_room room = {0};
    for (size_t i = 0; i < sheet->chart->categories.count; i++) {
        struct pair pair = pair_of(sheet, i);
        int32_t width = pair.value ? sheet_width(sheet, FACE_BOLD, pair.value->shown) : 0;
        room.value = width > room.value ? width : room.value;
        width = sheet_width(sheet, FACE_REGULAR, target_words(sheet, pair));
        room.target = width > room.target ? width : room.target;
    }
    int32_t gap = sheet_em(sheet, 600), blank = sheet_em(sheet, 300), most = sheet->style->width * 36 / 100;
    room.whole = gap + room.value + blank + room.target;
    room.under = room.whole > most;
    if (room.under)
        room.whole = gap + (room.value > room.target ? room.value : room.target);
    return room;
}

static void words(struct sheet *sheet, struct pair pair, const struct figures_room *room, int32_t x, int32_t y)
{
    const struct chart_style *style = sheet->style;
    bool known = pair.value && point_is(pair.value);
    struct label value = {.colour = known ? style->text : style->muted, .face = known ? FACE_BOLD : FACE_REGULAR};
    struct label target = {.text = target_words(sheet, pair), .colour = style->muted};
    value.text = pair.value ? pair.value->shown : STR_NONE;
    if (room->under) {
        int32_t half = sheet_line_height(sheet) / 2;
        sheet_label(sheet, x, sheet_middle(sheet, target.text.length ? y - half : y), value);
        sheet_label(sheet, x, sheet_middle(sheet, y + half), target);
        return;
    }
    value.anchor = ANCHOR_END;
    sheet_label(sheet, x + room->value, sheet_middle(sheet, y), value);
    sheet_label(sheet, x + room->value + sheet_em(sheet, 300), sheet_middle(sheet, y), target);
}

static void row_draw(struct sheet *sheet, const struct rows *rows, size_t category)
{
    struct pair pair = pair_of(sheet, category);
    const struct named_row *row = &rows->at[category];
    double full = full_length(sheet, category);
    int32_t em = sheet_em(sheet, 1000), middle = row->y + row->height / 2, width = rows->area.width;
    sheet_rectangle(sheet, (struct area){rows->area.x, middle - em * 7 / 10, width, em * 14 / 10},
                    colour_mix(sheet->style->rule, sheet->style->background, 450));
    if (pair.value && point_is(pair.value) && pair.value->value.approximate > 0) {
        int32_t length = (int32_t)lround(pair.value->value.approximate / full * width);
        struct area bar = {rows->area.x, middle - em * 35 / 100, length, em * 7 / 10};
        series_fill(sheet, pair.value_series, bar, series_title(sheet, pair.value_series, category));
    }
    if (!pair.target || !point_is(pair.target) || pair.target->value.approximate < 0)
        return;
    int32_t x = rows->area.x + (int32_t)lround(pair.target->value.approximate / full * width);
    struct mark *line = sheet_line(sheet, x, middle - em * 85 / 100, x, middle + em * 85 / 100, sheet->style->target);
    line->stroke_width = 2000;
    line->title = series_title(sheet, pair.target_series, category);
}

void bullet_draw(struct sheet *sheet)
{
    int32_t key = series_key(sheet, 0);
    struct figures_room room = figures_room(sheet);
    int32_t least = sheet_em(sheet, room.under ? 3000 : 2400);
    struct rows rows = rows_of(sheet, &sheet->chart->categories, key, least, room.whole);
    sheet->drawing->height = rows.area.y + rows.area.height;
    if (!sheet->chart->categories.count)
        return;
    series_key(sheet, 0);
    rows_names(sheet, &rows);
    for (size_t i = 0; i < sheet->chart->categories.count; i++) {
        row_draw(sheet, &rows, i);
        words(sheet, pair_of(sheet, i), &room, rows.area.x + rows.area.width + sheet_em(sheet, 600),
              rows.at[i].y + rows.at[i].height / 2);
    }
}
