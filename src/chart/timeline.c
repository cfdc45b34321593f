/* Events along a line: flags over an axis of time where there is room, else one under the other with their dates. */
#include "sheet.h"

#include <string.h>

enum { LANES_MAX = 6 };

struct flag {
    const struct chart_node *event;
    int32_t x, width;
    size_t lane;
    struct strs day, lines;
};
struct flags {
    struct flag *at;
    size_t count, lanes;
    size_t lines[LANES_MAX]; /* of the tallest flag of each lane */
};

/* In order of date; events of one day keep theirs. */
static struct flags flags_of(const struct sheet *sheet)
{
    struct flags flags = {.count = sheet->chart->node_count};
    flags.at = ARENA_ARRAY(sheet->arena, struct flag, flags.count);
    for (size_t i = 0; i < flags.count; i++) {
        size_t place = i;
        for (; place > 0 && flags.at[place - 1].event->date.day > sheet->chart->nodes[i].date.day; place--)
            flags.at[place] = flags.at[place - 1];
        flags.at[place] = (struct flag){.event = &sheet->chart->nodes[i]};
    }
    return flags;
}

/* "20 mars": the year is on the axis. */
static struct str without_year(struct str day)
{
    size_t end = day.length;
    while (end > 0 && day.at[end - 1] != ' ')
        end--;
    return end ? str_slice(day, 0, end - 1) : day;
}

static void flag_words(const struct sheet *sheet, struct flag *flag, int32_t width, size_t most)
{
    struct str day = show_date(sheet->arena, flag->event->date, sheet->chart->language);
    flag->day = sheet_wrap(sheet, FACE_BOLD, most ? day : without_year(day), width, 1);
    flag->lines = (struct strs){0};
    if (most)
        flag->lines = sheet_wrap(sheet, FACE_REGULAR, flag->event->label, width, most);
    flag->width = flag->day.count ? sheet_width(sheet, FACE_BOLD, flag->day.at[0]) : 0;
    for (size_t i = 0; i < flag->lines.count; i++) {
        int32_t line = sheet_width(sheet, FACE_REGULAR, flag->lines.at[i]);
        flag->width = line > flag->width ? line : flag->width;
    }
}

/* From the right: a flag flies over every one at its right that stands under it, so that no mast crosses words. */
static void lanes(const struct sheet *sheet, struct flags *flags)
{
    for (size_t i = flags->count; i > 0; i--) {
        struct flag *flag = &flags->at[i - 1];
        for (size_t j = i; j < flags->count; j++)
            if (flags->at[j].x < flag->x + flag->width + sheet_em(sheet, 1200) && flags->at[j].lane >= flag->lane)
                flag->lane = flags->at[j].lane + 1;
        flags->lanes = flag->lane + 1 > flags->lanes ? flag->lane + 1 : flags->lanes;
        size_t lines = flag->day.count + flag->lines.count;
        if (flag->lane < LANES_MAX && lines > flags->lines[flag->lane])
            flags->lines[flag->lane] = lines;
    }
}

/* False where flags would not be readable, with as many lines of words under their days. */
static bool along(const struct sheet *sheet, struct flags *flags, size_t lines)
{
    flags->lanes = 0;
    memset(flags->lines, 0, sizeof flags->lines);
    if (sheet->style->width < sheet_em(sheet, 40000) || !date_is(flags->at[0].event->date))
        return false;
    int32_t words = sheet_em(sheet, lines ? 12500 : 8500), length = sheet->style->width - words - sheet_em(sheet, 1000);
    int64_t first = flags->at[0].event->date.day, span = flags->at[flags->count - 1].event->date.day - first;
    for (size_t i = 0; i < flags->count; i++) {
        struct flag *flag = &flags->at[i];
        flag_words(sheet, flag, words, lines);
        flag->lane = 0;
        flag->x = sheet_em(sheet, 400) + (int32_t)(span ? (flag->event->date.day - first) * length / span : 0);
    }
    lanes(sheet, flags);
    return flags->lanes <= LANES_MAX;
}

static void dot(struct sheet *sheet, int32_t x, int32_t y, struct str title)
{
    int32_t radius = sheet_em(sheet, 350);
    struct mark *mark =
        sheet_rectangle(sheet, (struct area){x - radius, y - radius, 2 * radius, 2 * radius}, sheet->style->series[0]);
    mark->radius = radius;
    mark->title = title;
}

static struct str event_title(const struct sheet *sheet, const struct chart_node *event)
{
    struct str day = show_date(sheet->arena, event->date, sheet->chart->language);
    const char *colon = !day.length ? "" : sheet->chart->language == LANGUAGE_FR ? "\u00A0: " : ": ";
    return str_print(sheet->arena, "%.*s%s%.*s", STR_ARG(day), colon, STR_ARG(event->label));
}

static void words(struct sheet *sheet, const struct flag *flag, int32_t x, int32_t top)
{
    struct label label = {.face = FACE_BOLD, .colour = sheet->style->text};
    sheet_lines(sheet, x, top, &flag->day, label);
    label.face = FACE_REGULAR;
    sheet_lines(sheet, x, top + (int32_t)flag->day.count * sheet_line_height(sheet), &flag->lines, label);
}

static void years(struct sheet *sheet, const struct flags *flags, int32_t axis)
{
    struct date first = flags->at[0].event->date, last = flags->at[flags->count - 1].event->date;
    int32_t from = flags->at[0].x, to = flags->at[flags->count - 1].x;
    int year, month, day;
    if (last.day == first.day)
        return;
    date_split(first, &year, &month, &day);
    for (struct date start = date_of(++year, 1, 1); date_is(start) && start.day <= last.day;
         start = date_of(++year, 1, 1)) {
        int32_t x = from + (int32_t)((int64_t)(start.day - first.day) * (to - from) / (last.day - first.day));
        sheet_line(sheet, x, axis, x, axis + sheet_em(sheet, 500), sheet->style->muted);
        sheet_label(sheet, x, axis + sheet_em(sheet, 1500),
                    (struct label){.text = str_print(sheet->arena, "%d", year),
                                   .anchor = ANCHOR_MIDDLE,
                                   .colour = sheet->style->muted});
    }
}

static int32_t lane_top(const struct sheet *sheet, const struct flags *flags, size_t lane)
{
    int32_t top = 0;
    for (size_t i = flags->lanes; i > lane + 1; i--)
        top += (int32_t)flags->lines[i - 1] * sheet_line_height(sheet) + sheet_em(sheet, 500);
    return top;
}

static void fly(struct sheet *sheet, const struct flags *flags)
{
    int32_t lowest = (int32_t)flags->lines[0] * sheet_line_height(sheet) + sheet_em(sheet, 1300);
    int32_t axis = lane_top(sheet, flags, 0) + lowest;
    sheet->drawing->height = axis + sheet_em(sheet, 2000);
    for (size_t i = 0; i < flags->count; i++) {
        int32_t x = flags->at[i].x, top = lane_top(sheet, flags, flags->at[i].lane);
        sheet_line(sheet, x, top, x, axis, sheet->style->rule);
        words(sheet, &flags->at[i], x + sheet_em(sheet, 400), top);
    }
    sheet_line(sheet, 0, axis, sheet->drawing->width, axis, sheet->style->muted)->stroke_width = 1000;
    years(sheet, flags, axis);
    for (size_t i = 0; i < flags->count; i++)
        dot(sheet, flags->at[i].x, axis, event_title(sheet, flags->at[i].event));
}

static void list(struct sheet *sheet, struct flags *flags)
{
    int32_t em = sheet_em(sheet, 1000), x = 2 * em, top = 0, first = 0;
    for (size_t i = 0; i < flags->count; i++) {
        flag_words(sheet, &flags->at[i], sheet->style->width - x, 3);
        top += (int32_t)(flags->at[i].day.count + flags->at[i].lines.count) * sheet_line_height(sheet) + em * 6 / 10;
    }
    sheet->drawing->height = top;
    top = 0;
    struct mark *line = sheet_line(sheet, em / 2, em * 6 / 10, em / 2, em * 6 / 10, sheet->style->rule);
    size_t line_at = (size_t)(line - sheet->drawing->at);
    for (size_t i = 0; i < flags->count; i++) {
        first = top + em * 6 / 10;
        words(sheet, &flags->at[i], x, top);
        dot(sheet, em / 2, first, event_title(sheet, flags->at[i].event));
        top += (int32_t)(flags->at[i].day.count + flags->at[i].lines.count) * sheet_line_height(sheet) + em * 6 / 10;
    }
    sheet->drawing->at[line_at].height = first - em * 6 / 10;
}

void timeline_draw(struct sheet *sheet)
{
    struct flags flags = flags_of(sheet);
    if (!flags.count)
        return;
    /* Days alone on the line where their words have no room: the table has the words. */
    if (along(sheet, &flags, 4) || along(sheet, &flags, 0))
        fly(sheet, &flags);
    else
        list(sheet, &flags);
}
