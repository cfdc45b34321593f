/* Scales, round ticks, and the two axes of upright charts. */
#include "sheet.h"

#include <assert.h>
#include <math.h>

static double scaled(double value, int exponent)
{
    double power = 1;
    for (int i = exponent < 0 ? -exponent : exponent; i; i--)
        power *= 10;
    return exponent < 0 ? value / power : value * power;
}

/* Steps are 1, 2 or 5 times a power of ten, not below 10^least; *exponent is the one chosen. */
static size_t round_ticks(double low, double high, size_t most, int least, double *ticks, int *exponent)
{
    static const double steps[] = {1, 2, 5};
    double span = high - low;
    int start = span > 0 ? (int)floor(log10(span / (double)most)) - 1 : least;
    for (int e = start < least ? least : start;; e++)
        for (size_t s = 0; s < 3; s++) {
            double step = scaled(steps[s], e), first = floor(low / step), last = ceil(high / step);
            if (last - first + 1 > (double)most)
                continue;
            size_t count = (size_t)(last - first) + 1;
            for (size_t i = 0; i < count; i++)
                ticks[i] = scaled((first + (double)i) * steps[s], e);
            *exponent = e;
            return count;
        }
}

static bool stands_by_numbers(struct str unit)
{
    return str_equal(unit, STR("%")) || str_equal(unit, STR("€"));
}

/* Large numbers are said in millions or milliards, so that an axis stays narrow. */
static struct str large_name(const struct sheet *sheet, double value, int exponent, int thousands)
{
    static const char *const suffixes[LANGUAGE_COUNT][2] = {{"\u00A0M", "\u00A0Md"}, {"M", "bn"}};
    enum language language = sheet->chart->language;
    unsigned decimals = exponent < thousands ? (unsigned)(thousands - exponent) : 0;
    struct decimal shown = decimal_from_double(scaled(value, -thousands), decimals);
    struct str number = show_decimal(sheet->arena, shown, decimals, language);
    struct str unit = stands_by_numbers(sheet->chart->unit) ? sheet->chart->unit : STR_NONE;
    return str_print(sheet->arena, "%.*s%s%.*s", STR_ARG(number), suffixes[language][thousands == 9], STR_ARG(unit));
}

static struct str tick_name(const struct sheet *sheet, double value, double top, int exponent)
{
    if (top >= 1e15)
        return double_text(sheet->arena, value);
    if (top >= 1e7)
        return large_name(sheet, value, exponent, top >= 1e10 ? 9 : 6);
    struct str unit = stands_by_numbers(sheet->chart->unit) ? sheet->chart->unit : STR_NONE;
    return show_quantity(sheet->arena, (struct quantity){.is = true, .approximate = value},
                         exponent < 0 ? (unsigned)-exponent : 0, unit, sheet->chart->language);
}

struct scale scale_of(const struct sheet *sheet, double low, double high, size_t most)
{
    struct scale scale = {0};
    int exponent, least = -(int)sheet->chart->decimals;
    double size = fmax(fabs(low), fabs(high));
    if (!(high - low > size * 1e-6))
        high = low + fmax(1, size * 0.1);
    scale.ticks = round_ticks(low, high, most, least < -9 ? -9 : least, scale.tick, &exponent);
    scale.low = scale.tick[0];
    scale.high = scale.tick[scale.ticks - 1];
    double top = fmax(fabs(scale.low), fabs(scale.high));
    for (size_t i = 0; i < scale.ticks; i++)
        scale.name[i] = tick_name(sheet, scale.tick[i], top, exponent);
    return scale;
}

int32_t scale_at(const struct scale *scale, double value)
{
    double share = (fmin(fmax(value, scale->low), scale->high) - scale->low) / (scale->high - scale->low);
    return scale->from + (int32_t)lround(share * (scale->to - scale->from));
}

int32_t scale_width(const struct sheet *sheet, const struct scale *scale)
{
    int32_t widest = 0;
    for (size_t i = 0; i < scale->ticks; i++) {
        int32_t width = sheet_width(sheet, FACE_REGULAR, scale->name[i]);
        widest = width > widest ? width : widest;
    }
    return widest;
}

int32_t axis_head(const struct sheet *sheet)
{
    return sheet_em(sheet, stands_by_numbers(sheet->chart->unit) || !sheet->chart->unit.length ? 1400 : 2400);
}

void axis_values(struct sheet *sheet, const struct scale *scale, struct area area)
{
    const struct chart_style *style = sheet->style;
    struct label label = {.anchor = ANCHOR_END, .colour = style->muted};
    for (size_t i = 0; i < scale->ticks; i++) {
        int32_t y = scale_at(scale, scale->tick[i]);
        bool base = scale->tick[i] == 0;
        struct mark *rule = sheet_line(sheet, area.x, y, area.x + area.width, y, base ? style->muted : style->rule);
        rule->stroke_width = base ? 700 : 400;
        label.text = scale->name[i];
        sheet_label(sheet, area.x - sheet_em(sheet, 500), sheet_middle(sheet, y), label);
    }
    if (stands_by_numbers(sheet->chart->unit))
        return;
    struct strs unit = sheet_wrap(sheet, FACE_REGULAR, sheet->chart->unit, sheet->drawing->width / 2, 1);
    if (unit.count)
        sheet_label(sheet, 0, area.y - sheet_em(sheet, 1250),
                    (struct label){.text = unit.at[0], .colour = style->muted});
}

static struct strs category_lines(const struct sheet *sheet, size_t category, int32_t width)
{
    return sheet_wrap(sheet, FACE_REGULAR, sheet->chart->categories.at[category], width, 3);
}

/* How many bands one name may take so that every name shown is whole. */
static size_t bands_a_name(const struct sheet *sheet, int32_t band)
{
    size_t count = sheet->chart->categories.count, stride = 1;
    for (; stride < count; stride++) {
        bool whole = true;
        for (size_t i = (count - 1) % stride; i < count && whole; i += stride) {
            whole = sheet_fits(sheet, sheet->chart->categories.at[i], (int32_t)stride * band - sheet_em(sheet, 600), 3);
        }
        if (whole || stride * (size_t)band > (size_t)sheet_em(sheet, 7000))
            break;
    }
    return stride;
}

/* What the names of the categories take under bands of this width. */
static int32_t axis_height(const struct sheet *sheet, int32_t band)
{
    size_t count = sheet->chart->categories.count, stride = bands_a_name(sheet, band), most = 0;
    for (size_t i = (count - 1) % stride; i < count; i += stride) {
        size_t lines = category_lines(sheet, i, (int32_t)stride * band - sheet_em(sheet, 600)).count;
        most = lines > most ? lines : most;
    }
    return (int32_t)most * sheet_line_height(sheet) + sheet_em(sheet, 500);
}

/* A name wider than its band is kept inside the sheet. */
static int32_t name_middle(const struct sheet *sheet, const struct strs *lines, int32_t middle)
{
    int32_t half = 0, right = sheet->drawing->width;
    for (size_t i = 0; i < lines->count; i++) {
        int32_t width = sheet_width(sheet, FACE_REGULAR, lines->at[i]) / 2 + 1;
        half = width > half ? width : half;
    }
    return middle + half > right ? right - half : middle - half < 0 ? half : middle;
}

void axis_categories(struct sheet *sheet, struct area area)
{
    size_t count = sheet->chart->categories.count;
    int32_t band = area.width / (int32_t)count;
    size_t stride = bands_a_name(sheet, band);
    for (size_t from_end = 0; from_end < count; from_end += stride) {
        size_t i = count - 1 - from_end;
        struct strs lines = category_lines(sheet, i, (int32_t)stride * band - sheet_em(sheet, 600));
        int32_t middle = area.x + (int32_t)i * band + band / 2;
        sheet_lines(sheet, name_middle(sheet, &lines, middle), area.y + area.height + sheet_em(sheet, 400), &lines,
                    (struct label){.anchor = ANCHOR_MIDDLE, .colour = sheet->style->text});
    }
}

struct area axis_frame(struct sheet *sheet, struct scale *scale, struct area within)
{
    int32_t left = scale_width(sheet, scale) + sheet_em(sheet, 500);
    struct area frame = {within.x + left, within.y, within.width - left, 0};
    int32_t names = axis_height(sheet, frame.width / (int32_t)sheet->chart->categories.count);
    frame.height = within.height - names;
    scale->from = frame.y + frame.height;
    scale->to = frame.y;
    return frame;
}

static bool any_breaks(const struct chart *chart, size_t before)
{
    for (size_t s = 0; s < chart->series_count; s++)
        if (series_breaks_at(&chart->series[s], before))
            return true;
    return false;
}

void axis_breaks(struct sheet *sheet, struct area area)
{
    size_t count = sheet->chart->categories.count;
    for (size_t i = 1; i < count; i++) {
        if (!any_breaks(sheet->chart, i))
            continue;
        int32_t x = area.x + (int32_t)i * (area.width / (int32_t)count);
        struct mark *mark = sheet_line(sheet, x, area.y, x, area.y + area.height, sheet->style->muted);
        mark->dash = 1500;
        mark->stroke_width = 700;
    }
}
