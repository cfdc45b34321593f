/* programme.md: the rules of this programme, with what they are when it does not say. */
#include "work.h"

/* A whole number of the front matter within bounds, else what it is by default. */
static int64_t whole(struct check *check, struct maybe value, int64_t least, int64_t most, int64_t otherwise,
                     struct place place)
{
    if (!value.is)
        return otherwise;
    if (value.number.units >= least && value.number.units <= most)
        return value.number.units;
    struct arena *arena = check->scratch;
    REPORT(check->diagnostics, place, MSG_out_of_range,
           {said_number(arena, check->facts->programme.language, decimal_of(value.number)),
            str_print(arena, "%lld", (long long)least), str_print(arena, "%lld", (long long)most)});
    return otherwise;
}

#define CONTRAST_LEAST 4.5 /* of text on paper: WCAG, level AA */

/* The renderers darken a colour that is too light for text; its author hears of it here. */
static void contrast_check(struct check *check, struct str text, uint32_t colour, struct place place)
{
    double contrast = colour_contrast(colour, 0xFFFFFF);
    if (contrast >= CONTRAST_LEAST)
        return;
    int tenths = (int)(contrast * 10);
    char mark = check->facts->programme.language == LANGUAGE_FR ? ',' : '.';
    struct str shown = str_print(check->run, "%d%c%d", tenths / 10, mark, tenths % 10);
    uint32_t passing = colour_readable(colour, 0xFFFFFF, CONTRAST_LEAST);
    REPORT(check->diagnostics, place, MSG_theme_contrast,
           {text, shown, str_print(check->run, "#%06X", (unsigned)passing)});
}

static struct str colour(struct check *check, struct str text, struct place place)
{
    uint32_t colour;
    if (!text.length)
        return text;
    if (text.length == 7 && colour_parse(text, &colour)) {
        contrast_check(check, text, colour, place);
        return text;
    }
    REPORT(check->diagnostics, place, MSG_not_a_colour, {text});
    return STR_NONE;
}

static struct place key_place(const struct yaml *front, const char *key, struct place otherwise)
{
    const struct yaml *found = front ? yaml_find(front, str_of(key)) : NULL;
    return found ? found->place : otherwise;
}

/* The thresholds only make sense in order. */
static void settle_completeness(struct check *check, const struct programme_front *front, struct place place)
{
    struct programme *programme = &check->facts->programme;
    programme->complete = (int)whole(check, front->complete, 0, 100, 100, place);
    programme->mention = (int)whole(check, front->mention, 0, 100, 80, place);
    programme->partial = (int)whole(check, front->partial, 0, 100, 50, place);
    if (programme->complete >= programme->mention && programme->mention >= programme->partial)
        return;
    REPORT(check->diagnostics, place, MSG_thresholds_disordered);
    programme->complete = 100;
    programme->mention = 80;
    programme->partial = 50;
}

static void settle_status(struct check *check, const struct programme_front *front, struct place place)
{
    struct programme *programme = &check->facts->programme;
    programme->on_track = (int)whole(check, front->on_track, 0, 100, 90, place);
    programme->watch = (int)whole(check, front->watch, 0, 100, 70, place);
    if (programme->on_track >= programme->watch)
        return;
    REPORT(check->diagnostics, place, MSG_status_disordered);
    programme->on_track = 90;
    programme->watch = 70;
}

static void settle_theme(struct check *check, const struct programme_front *front, struct place place)
{
    struct theme *theme = &check->facts->programme.theme;
    theme->primary = colour(check, front->primary, place);
    theme->accent = colour(check, front->accent, place);
    theme->font = front->font;
    theme->logo = front->logo;
    theme->letter = front->paper == 2;
    theme->ragged = front->alignment == 2;
    theme->banded = front->tables == 2;
}

static void settle_numbers(struct check *check, const struct programme_front *front, const struct yaml *map)
{
    struct programme *programme = &check->facts->programme;
    struct place at = programme->at;
    programme->suppress_below =
        whole(check, front->suppress_below, 0, 1000000, 5, key_place(map, "suppress_below", at));
    programme->notice_days = (int)whole(check, front->notice_days, 0, 3650, 183, key_place(map, "notice_days", at));
    programme->meeting_gap_days =
        (int)whole(check, front->meeting_gap_days, 0, 3650, 0, key_place(map, "meeting_gap_days", at));
    programme->envelope = front->envelope;
    programme->load_hours_per_quarter = front->load_hours_per_quarter;
}

static void settle_text(struct check *check, const struct programme_front *front)
{
    struct programme *programme = &check->facts->programme;
    programme->name = front->name;
    programme->code = front->code.length ? front->code : name_slug(check->run, front->name);
    programme->currency = front->currency.length ? front->currency : STR("EUR");
    programme->period = front->period ? (enum period_kind)front->period : PERIOD_QUARTER;
    programme->first_period = front->first_period;
    programme->edition_date = front->edition_date;
    programme->cut_off = front->cut_off;
    programme->coordination = front->coordination;
    programme->funder = front->funder;
    programme->licence = front->licence;
    programme->publish = front->publish;
}

/* The month in which the year starts comes first: periods are read with it. */
static void read_front(struct check *check, const struct yaml *map, uint32_t file, struct programme_front *front)
{
    const struct input_kind *kind = input_kind("programme");
    struct programme *programme = &check->facts->programme;
    const struct yaml *start = map ? yaml_find(map, STR("year_start")) : NULL;
    struct diagnostics *said = check->diagnostics;
    start = start || !map ? start : yaml_find(map, STR("debut_annee"));
    row_start(kind, front);
    check->diagnostics = diagnostics_new(check->scratch); /* said again, and better, by the second reading */
    front_read(check, map, kind, file, true, front);
    if (front->language)
        programme->language = programme->spoken = (enum language)(front->language - 1);
    check->diagnostics = said;
    programme->year_start = (int)whole(check, front->year_start, 1, 12, 1, start ? start->place : programme->at);
    row_start(kind, front);
    front_read(check, map, kind, file, true, front);
}

void programme_read(struct check *check)
{
    const struct input_kind *kind = input_kind("programme");
    struct programme *programme = &check->facts->programme;
    struct programme_front front;
    uint32_t file = source_next(check, kind, 1);
    struct str text;
    struct markdown markdown = {0};
    programme->year_start = 1;
    programme->at = (struct place){file, 1, 1};
    if (file && source_text(check, file, &text))
        markdown = read_markdown(check->run, text, file, check->diagnostics);
    programme->text = markdown.body;
    read_front(check, markdown.front, file, &front);
    if (file && !front.name.length)
        REPORT(check->diagnostics, programme->at, MSG_key_missing,
               {column_name(&kind->columns[0], programme->language)});
    settle_text(check, &front);
    settle_numbers(check, &front, markdown.front);
    settle_completeness(check, &front, key_place(markdown.front, "completeness", programme->at));
    settle_status(check, &front, key_place(markdown.front, "status", programme->at));
    settle_theme(check, &front, key_place(markdown.front, "theme", programme->at));
}
