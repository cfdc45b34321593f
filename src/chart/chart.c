/* One row a kind of chart, and what does not depend on the kind. */
#include "sheet.h"

#include <assert.h>

static const struct chart_row chart_rows[] = {
    {CHART_BARS, bars_draw},
    {CHART_STACKED, stacked_draw},
    {CHART_BARS_HORIZONTAL, horizontal_draw},
    {CHART_LINES, lines_draw},
    {CHART_BULLET, bullet_draw},
    {CHART_DISTRIBUTION, distribution_draw},
    {CHART_HEAT_MAP, heat_map_draw},
    {CHART_TIMELINE, timeline_draw},
    {CHART_GRAPH, graph_draw},
    {CHART_SMALL_MULTIPLES, multiples_draw},
};

enum { WIDTH_LEAST = 14 }; /* in ems: below, no name would fit beside the data */

struct drawing *chart_draw(struct arena *arena, const struct chart *chart, const struct chart_style *style,
                           const struct metrics *metrics)
{
    struct drawing *drawing = ARENA_NEW(arena, struct drawing);
    struct chart_style wide = *style;
    struct sheet sheet = {arena, chart, &wide, metrics, drawing, {0}};
    if (wide.width < WIDTH_LEAST * style->text_size)
        wide.width = WIDTH_LEAST * style->text_size;
    drawing->width = wide.width;
    for (size_t i = 0; i < sizeof chart_rows / sizeof *chart_rows; i++)
        if (chart_rows[i].kind == chart->kind)
            chart_rows[i].draw(&sheet);
    return drawing;
}

/* Of Okabe and Ito's colours those that reach 3:1 on white, and a grey. */
static const uint32_t palette[] = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x000000, 0x6E6E6E};
enum { PALETTE_COUNT = sizeof palette / sizeof *palette };

static int distance(uint32_t a, uint32_t b)
{
    int sum = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        int difference = (int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF);
        sum += difference * difference;
    }
    return sum;
}

/* The theme's colour comes first and takes the place of the one that it resembles most. */
static void put_first(uint32_t *series, uint32_t colour)
{
    size_t nearest = 0;
    for (size_t i = 1; i < PALETTE_COUNT; i++)
        if (distance(series[i], colour) < distance(series[nearest], colour))
            nearest = i;
    for (size_t i = nearest; i > 0; i--)
        series[i] = series[i - 1];
    series[0] = colour;
}

struct chart_style chart_style_of(const struct theme *theme, int32_t width)
{
    struct chart_style style = {
        .width = width,
        .text_size = 8000,
        .text = 0x1F2328,
        .muted = 0x5A6270,
        .rule = 0xD5D9DF,
        .background = 0xFFFFFF,
        .target = 0x1F2328,
    };
    for (size_t i = 0; i < PALETTE_COUNT; i++)
        style.series[i] = palette[i];
    put_first(style.series, colour_readable(theme_primary(theme), style.background, 4.5));
    return style;
}
