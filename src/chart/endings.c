/* Names at the right of the data, spread so that none meets another. */
#include "sheet.h"

#include <stdlib.h>

enum { LINES_MOST = 4 };

/* Of a long name the end is left out, never the value. */
static struct strs words_of(const struct sheet *sheet, struct str name, struct str value, int32_t width)
{
    struct str words = str_trim(str_print(sheet->arena, "%.*s %.*s", STR_ARG(name), STR_ARG(value)));
    struct strs lines = sheet_wrap(sheet, FACE_BOLD, words, width, LINES_MOST);
    if (!value.length || !lines.count || !str_ends(lines.at[lines.count - 1], STR("…")))
        return lines;
    lines = sheet_wrap(sheet, FACE_BOLD, name, width, LINES_MOST - 1);
    *PUSH(sheet->arena, &lines) = value;
    return lines;
}

void endings_add(struct sheet *sheet, struct endings *endings, size_t series, size_t category, struct str value)
{
    if (endings->count == ENDINGS_MAX)
        return;
    bool narrow = sheet->style->width < sheet_em(sheet, 40000);
    int32_t most = sheet->style->width * (narrow ? 36 : 30) / 100;
    struct ending *ending = &endings->at[endings->count++];
    *ending = (struct ending){.series = series, .category = category};
    ending->lines = words_of(sheet, sheet->chart->series[series].name, value, most);
    ending->height = (int32_t)ending->lines.count * sheet_line_height(sheet);
    endings->height += ending->height;
    for (size_t i = 0; i < ending->lines.count; i++) {
        int32_t width = sheet_width(sheet, FACE_BOLD, ending->lines.at[i]) + sheet_em(sheet, 1100);
        endings->width = width > endings->width ? width : endings->width;
    }
}

static void sort(struct endings *endings)
{
    for (size_t i = 1; i < endings->count; i++)
        for (size_t j = i; j > 0 && endings->at[j].y < endings->at[j - 1].y; j--) {
            struct ending swap = endings->at[j];
            endings->at[j] = endings->at[j - 1];
            endings->at[j - 1] = swap;
        }
}

/* Down until none meets the one above, then up from the bottom. */
static void spread(struct endings *endings, int32_t bottom)
{
    int32_t free_from = 0, free_to = bottom;
    for (size_t i = 0; i < endings->count; i++) {
        struct ending *ending = &endings->at[i];
        int32_t wanted = ending->y - ending->height / 2;
        ending->top = wanted > free_from ? wanted : free_from;
        free_from = ending->top + ending->height;
    }
    for (size_t i = endings->count; i > 0; i--) {
        struct ending *ending = &endings->at[i - 1];
        ending->top = ending->top + ending->height < free_to ? ending->top : free_to - ending->height;
        free_to = ending->top;
    }
}

void endings_draw(struct sheet *sheet, struct endings *endings, int32_t x, int32_t bottom)
{
    int32_t em = sheet_em(sheet, 1000), from = x + em;
    sort(endings);
    spread(endings, bottom);
    for (size_t i = 0; i < endings->count; i++) {
        const struct ending *ending = &endings->at[i];
        uint32_t colour = colour_readable(series_colour(sheet, ending->series), sheet->style->background, 4.5);
        bool said =
            sheet_lines(sheet, from, ending->top, &ending->lines, (struct label){.face = FACE_BOLD, .colour = colour});
        int32_t middle = ending->top + ending->height / 2;
        bool near = abs(middle - ending->y) < em && from - ending->x < 3 * em;
        if (said && !near)
            sheet_line(sheet, ending->x + em / 2, ending->y, from - em / 4, middle, colour)->stroke_width = 400;
    }
}
