/* Drawings without a word: a sparkline, a progress bar. */
#include "sheet.h"

#include <math.h>

static void range(const struct quantity *series, size_t count, double *low, double *high)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        if (!series[i].is)
            continue;
        *low = fmin(*low, series[i].approximate);
        *high = fmax(*high, series[i].approximate);
    }
}

static void dot(struct arena *arena, struct drawing *drawing, int32_t x, int32_t y, int32_t radius, uint32_t colour)
{
    int32_t size = 2 * radius;
    drawing_rectangle(arena, drawing, x - radius, y - radius, size, size, colour)->radius = radius;
}

struct drawing *chart_spark(struct arena *arena, const struct quantity *series, size_t count, int32_t width,
                            int32_t height, uint32_t colour)
{
    struct drawing *drawing = ARENA_NEW(arena, struct drawing);
    drawing->width = width;
    drawing->height = height;
    double low, high;
    range(series, count, &low, &high);
    int32_t radius = height / 10, room = 2 * radius;
    struct segment *segments = ARENA_ARRAY(arena, struct segment, count ? count : 1);
    size_t used = 0;
    int32_t x = 0, y = 0;
    for (size_t i = 0; i < count; i++) {
        bool starts = i == 0 || !series[i - 1].is, ends = i + 1 == count || !series[i + 1].is;
        if (!series[i].is)
            continue;
        double share = high > low ? (series[i].approximate - low) / (high - low) : 0.5;
        x = room + (int32_t)(count > 1 ? (int64_t)(width - 2 * room) * (int64_t)i / (int64_t)(count - 1) : 0);
        y = height - room - (int32_t)lround(share * (height - 2 * room));
        segments[used++] = (struct segment){starts ? SEGMENT_MOVE : SEGMENT_LINE, {x}, {y}};
        if (starts && ends)
            dot(arena, drawing, x, y, radius * 2 / 3, colour);
    }
    struct mark *line = drawing_add(arena, drawing, MARK_PATH);
    line->segments = segments;
    line->segment_count = used;
    line->stroke = colour;
    line->stroke_width = height / 12;
    if (count && series[count - 1].is)
        dot(arena, drawing, x, y, radius * 3 / 2, colour);
    return drawing;
}

struct drawing *chart_progress(struct arena *arena, double fraction, int32_t width, int32_t height, uint32_t colour,
                               uint32_t rule)
{
    struct drawing *drawing = ARENA_NEW(arena, struct drawing);
    drawing->width = width;
    drawing->height = height;
    double share = fraction > 0 ? fmin(fraction, 1) : 0;
    for (int filled = 0; filled < 2; filled++) {
        int32_t length = filled ? (int32_t)lround(share * width) : width,
                radius = (length < height ? length : height) / 2;
        drawing_rectangle(arena, drawing, 0, 0, length, height, filled ? colour : rule)->radius = radius;
    }
    return drawing;
}
