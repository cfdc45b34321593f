/* How series are told apart: colour, and always something that is not colour — a pattern, a dash, a marker. */
#include "sheet.h"

#include <math.h>

enum pattern { PATTERN_SOLID, PATTERN_RISING, PATTERN_LEVEL, PATTERN_FALLING, PATTERN_UPRIGHT, PATTERN_EMPTY };
enum marker { MARKER_CIRCLE, MARKER_SQUARE, MARKER_TRIANGLE, MARKER_DIAMOND, MARKER_NABLA, MARKER_BAR };

static const struct look {
    enum pattern pattern;
    enum marker marker;
    int32_t dash;
} looks[6] = {
    {PATTERN_SOLID, MARKER_CIRCLE, 0},      {PATTERN_RISING, MARKER_SQUARE, 4000},
    {PATTERN_LEVEL, MARKER_TRIANGLE, 2000}, {PATTERN_FALLING, MARKER_DIAMOND, 6000},
    {PATTERN_UPRIGHT, MARKER_NABLA, 3000},  {PATTERN_EMPTY, MARKER_BAR, 8000},
};

/* Targets are references: they do not use up a look. */
static size_t look_index(const struct sheet *sheet, size_t series)
{
    size_t index = 0;
    for (size_t i = 0; i < series; i++)
        index += !sheet->chart->series[i].is_target;
    return index % 6;
}

bool point_is(const struct chart_point *point)
{
    return point->value.is && fabs(point->value.approximate) < 1e30; /* false for NaN too */
}

bool series_breaks_at(const struct chart_series *series, size_t category)
{
    return series->break_before > 0 && (size_t)series->break_before == category;
}

int32_t way_at(const struct sheet *sheet, struct way way, size_t category)
{
    int64_t last = (int64_t)sheet->chart->categories.count - 1, length = way.to - way.from;
    return way.from + (int32_t)(last > 0 ? length * (int64_t)category / last : length / 2);
}

struct mark *series_line(struct sheet *sheet, size_t series, struct way way, const struct scale *scale, uint32_t colour)
{
    const struct chart_series *of = &sheet->chart->series[series];
    struct segments segments = {0};
    bool runs = false;
    for (size_t i = 0; i < sheet->chart->categories.count; i++) {
        bool starts = !runs || series_breaks_at(of, i);
        runs = point_is(&of->points[i]);
        if (runs)
            segments_to(sheet, &segments, starts ? SEGMENT_MOVE : SEGMENT_LINE, way_at(sheet, way, i),
                        scale_at(scale, of->points[i].value.approximate));
    }
    return segments.count ? sheet_path(sheet, &segments, COLOUR_NONE, colour) : NULL;
}

uint32_t series_colour(const struct sheet *sheet, size_t series)
{
    bool target = sheet->chart->series[series].is_target;
    return target ? sheet->style->target : sheet->style->series[look_index(sheet, series)];
}

int32_t series_dash(const struct sheet *sheet, size_t series)
{
    return sheet->chart->series[series].is_target ? 1500 : looks[look_index(sheet, series)].dash;
}

/* Strokes at 45°, clipped to the area: from (x, bottom) up to the right. */
static void hatch_oblique(struct sheet *sheet, struct segments *segments, struct area a, int32_t gap, bool falling)
{
    for (int32_t start = gap - a.height; start < a.width; start += gap) {
        int32_t from = start < 0 ? 0 : start;
        int32_t to = start + a.height < a.width ? start + a.height : a.width;
        int32_t rise_from = from - start, rise_to = to - start;
        int32_t bottom = a.y + a.height;
        segments_to(sheet, segments, SEGMENT_MOVE, a.x + from, falling ? a.y + rise_from : bottom - rise_from);
        segments_to(sheet, segments, SEGMENT_LINE, a.x + to, falling ? a.y + rise_to : bottom - rise_to);
    }
}

static void hatch_straight(struct sheet *sheet, struct segments *segments, struct area a, int32_t gap, bool level)
{
    for (int32_t at = gap; at < (level ? a.height : a.width); at += gap) {
        segments_to(sheet, segments, SEGMENT_MOVE, level ? a.x : a.x + at, level ? a.y + at : a.y);
        segments_to(sheet, segments, SEGMENT_LINE, level ? a.x + a.width : a.x + at, level ? a.y + at : a.y + a.height);
    }
}

static void hatch(struct sheet *sheet, enum pattern pattern, struct area area, uint32_t colour)
{
    struct segments segments = {0};
    int32_t gap = sheet_em(sheet, 450);
    if (pattern == PATTERN_RISING || pattern == PATTERN_FALLING)
        hatch_oblique(sheet, &segments, area, gap, pattern == PATTERN_FALLING);
    else if (pattern != PATTERN_EMPTY)
        hatch_straight(sheet, &segments, area, gap, pattern == PATTERN_LEVEL);
    if (segments.count)
        sheet_path(sheet, &segments, COLOUR_NONE, colour)->stroke_width = 900;
}

void series_fill(struct sheet *sheet, size_t series, struct area area, struct str title)
{
    enum pattern pattern = looks[look_index(sheet, series)].pattern;
    uint32_t colour = series_colour(sheet, series);
    bool solid = pattern == PATTERN_SOLID;
    uint32_t tint = colour_mix(colour, sheet->style->background, 780);
    struct mark *mark = sheet_rectangle(sheet, area, solid ? colour : tint);
    mark->title = title;
    if (solid)
        return;
    mark->stroke = colour;
    mark->stroke_width = 700;
    hatch(sheet, pattern, area, colour);
}

/* Corners in tenths of the radius; ended by the first one again. */
static const struct polygon {
    int count;
    int x[4], y[4];
} polygons[] = {
    [MARKER_SQUARE] = {4, {-9, 9, 9, -9}, {-9, -9, 9, 9}},    [MARKER_TRIANGLE] = {3, {0, 11, -11}, {-12, 8, 8}},
    [MARKER_DIAMOND] = {4, {0, 12, 0, -12}, {-12, 0, 12, 0}}, [MARKER_NABLA] = {3, {0, 11, -11}, {12, -8, -8}},
    [MARKER_BAR] = {4, {-4, 4, 4, -4}, {-12, -12, 12, 12}},
};

static struct mark *polygon(struct sheet *sheet, const struct polygon *of, int32_t x, int32_t y, int32_t radius,
                            uint32_t fill)
{
    struct segments segments = {0};
    for (int i = 0; i < of->count; i++)
        segments_to(sheet, &segments, i ? SEGMENT_LINE : SEGMENT_MOVE, x + of->x[i] * radius / 10,
                    y + of->y[i] * radius / 10);
    segments_to(sheet, &segments, SEGMENT_CLOSE, 0, 0);
    return sheet_path(sheet, &segments, fill, COLOUR_NONE);
}

void series_marker(struct sheet *sheet, size_t series, int32_t x, int32_t y, bool hollow, struct str title)
{
    enum marker marker = looks[look_index(sheet, series)].marker;
    int32_t radius = sheet_em(sheet, 300);
    uint32_t colour = series_colour(sheet, series), fill = hollow ? sheet->style->background : colour;
    struct mark *mark = marker == MARKER_CIRCLE ? sheet_disc(sheet, x, y, radius, fill)
                                                : polygon(sheet, &polygons[marker], x, y, radius, fill);
    mark->stroke = colour;
    mark->stroke_width = 1000;
    mark->title = title;
}

struct str series_title(const struct sheet *sheet, size_t series, size_t category)
{
    const struct chart_series *of = &sheet->chart->series[series];
    const char *colon = sheet->chart->language == LANGUAGE_FR ? "\u00A0: " : ": ";
    struct str where = category < sheet->chart->categories.count ? sheet->chart->categories.at[category] : STR_NONE;
    const char *comma = where.length && of->name.length ? ", " : "";
    return str_print(sheet->arena, "%.*s%s%.*s%s%.*s", STR_ARG(where), comma, STR_ARG(of->name), colon,
                     STR_ARG(of->points[category].shown));
}

static void key_swatch(struct sheet *sheet, size_t series, int32_t x, int32_t y)
{
    int32_t em = sheet_em(sheet, 1000);
    if (sheet->chart->series[series].is_target) {
        struct mark *line = sheet_line(sheet, x, y + em / 2, x + em + em / 2, y + em / 2, series_colour(sheet, series));
        line->stroke_width = 1500;
    } else
        series_fill(sheet, series, (struct area){x, y + em / 10, em + em / 2, em * 8 / 10}, STR_NONE);
}

int32_t series_key(struct sheet *sheet, int32_t y)
{
    int32_t em = sheet_em(sheet, 1000), x = 0, line = sheet_em(sheet, 1500), top = y;
    bool drawn = sheet->drawing->height > 0;
    if (sheet->chart->series_count < 2)
        return 0;
    for (size_t i = 0; i < sheet->chart->series_count; i++) {
        int32_t most = sheet->style->width - 3 * em;
        struct strs name = sheet_wrap(sheet, FACE_REGULAR, sheet->chart->series[i].name, most, 1);
        int32_t width = name.count ? sheet_width(sheet, FACE_REGULAR, name.at[0]) : 0;
        if (x && x + 2 * em + width > sheet->style->width) {
            x = 0;
            y += line;
        }
        if (drawn) {
            key_swatch(sheet, i, x, y);
            sheet_lines(sheet, x + 2 * em, y, &name, (struct label){.colour = sheet->style->text});
        }
        x += 2 * em + width + em + em / 2;
    }
    return y + line + em / 4 - top;
}

bool series_range(const struct sheet *sheet, bool zero, double *low, double *high)
{
    bool any = false;
    for (size_t s = 0; s < sheet->chart->series_count; s++)
        for (size_t i = 0; i < sheet->chart->categories.count; i++) {
            const struct chart_point *point = &sheet->chart->series[s].points[i];
            if (!point_is(point))
                continue;
            double value = point->value.approximate;
            *low = any ? fmin(*low, value) : value;
            *high = any ? fmax(*high, value) : value;
            any = true;
        }
    if (!any)
        *low = 0, *high = 1;
    if (zero) {
        *low = fmin(*low, 0);
        *high = fmax(*high, 0);
    }
    return any;
}

struct strs series_names(const struct sheet *sheet)
{
    struct strs names = {0};
    for (size_t i = 0; i < sheet->chart->series_count; i++)
        *PUSH(sheet->arena, &names) = sheet->chart->series[i].name;
    return names;
}

void series_value(struct sheet *sheet, size_t series, struct area area, struct str text)
{
    int32_t em = sheet_em(sheet, 1000), width = sheet_width(sheet, FACE_REGULAR, text) + em / 2;
    if (!text.length || area.width < width || area.height < em * 5 / 4)
        return;
    int32_t x = area.x + area.width / 2, y = area.y + area.height / 2;
    uint32_t background = sheet->style->background, colour = series_colour(sheet, series);
    bool solid = looks[look_index(sheet, series)].pattern == PATTERN_SOLID;
    bool plain = solid && colour_contrast(colour, background) >= 4.5;
    if (!plain)
        sheet_rectangle(sheet, (struct area){x - width / 2, y - em * 6 / 10, width, em * 12 / 10}, background);
    sheet_label(
        sheet, x, sheet_middle(sheet, y),
        (struct label){.text = text, .anchor = ANCHOR_MIDDLE, .colour = plain ? background : sheet->style->text});
}
