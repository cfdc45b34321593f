/* A filled form becomes answers, each with the cell it came from. Whatever a spreadsheet or a person did to the form is
 * said with its sheet and cell; nothing is guessed. */
#include "form.h"

#include "check/check.h"
#include "read/read.h"

struct form_reading {
    struct arena *arena;
    const struct facts *facts;
    struct str file;
    struct form *form;
    const struct read_sheet *sheet;
    struct diagnostics *diagnostics;
    bool refused;
};

/* "formulaire.xlsx, Mesures!F12" */
static struct str cell_place(const struct form_reading *r, uint32_t row, uint16_t column)
{
    return str_print(r->arena, "%.*s, %.*s!%c%u", STR_ARG(r->file), STR_ARG(r->sheet->name), 'A' + (char)column, row);
}

#define REFUSE(r, row, column, ...)                                                                                    \
    ((r)->refused = true, REPORT((r)->diagnostics, ((struct place){0, 0, 0}), __VA_ARGS__))

static struct str cell_at(const struct form_reading *r, uint32_t row, uint16_t column)
{
    return str_trim(read_sheet_cell(r->sheet, row, (uint32_t)column + 1)->text);
}

/* ---- cells ---- */

static bool number_at(struct form_reading *r, uint32_t row, uint16_t column, struct decimal *number)
{
    const struct read_cell *cell = read_sheet_cell(r->sheet, row, (uint32_t)column + 1);
    struct str text = str_trim(cell->text), suffix;
    struct number read;
    if (!text.length)
        return false;
    if (cell->kind == READ_NUMBER && decimal_parse(text, number) && number->scale <= DECIMAL_SCALE_MAX)
        return true;
    if (cell->kind == READ_TEXT && check_number(text, ';', &read, &suffix) == NUMBER_OK && !suffix.length) {
        *number = decimal_of(read);
        return true;
    }
    REFUSE(r, row, column, MSG_form_not_a_number, {cell_place(r, row, column), text});
    return false;
}

static struct date date_at(struct form_reading *r, uint32_t row, uint16_t column)
{
    const struct read_cell *cell = read_sheet_cell(r->sheet, row, (uint32_t)column + 1);
    struct str text = str_trim(cell->text);
    struct decimal days;
    struct date date = DATE_NONE;
    if (!text.length)
        return date;
    /* Spreadsheets count days from the end of 1899. */
    if (cell->kind == READ_NUMBER && decimal_parse(text, &days) && decimal_double(days) > 25569 &&
        decimal_double(days) < 110000)
        return (struct date){(int32_t)decimal_double(days) - 25569};
    if (cell->kind != READ_TEXT || !date_parse(text, &date)) {
        REFUSE(r, row, column, MSG_form_not_a_date, {cell_place(r, row, column), text});
        date = DATE_NONE;
    }
    return date;
}

static void check_bounds(struct form_reading *r, uint32_t row, uint16_t column, const struct indicator *indicator,
                         struct decimal value)
{
    struct str shown = decimal_text(r->arena, value), place = cell_place(r, row, column);
    if (indicator->min.is && decimal_compare(value, decimal_of(indicator->min.number)) < 0)
        REFUSE(r, row, column, MSG_form_below,
               {place, shown, decimal_text(r->arena, decimal_of(indicator->min.number))});
    if (indicator->max.is && decimal_compare(value, decimal_of(indicator->max.number)) > 0)
        REFUSE(r, row, column, MSG_form_above,
               {place, shown, decimal_text(r->arena, decimal_of(indicator->max.number))});
    if (indicator->integer == ANSWER_YES && !decimal_is_integer(value))
        REFUSE(r, row, column, MSG_form_not_an_integer, {place, shown});
}

static enum observation_status status_at(struct form_reading *r, uint32_t row)
{
    struct str text = cell_at(r, row, FORM_STATUS);
    for (int s = STATUS_FINAL; s <= STATUS_WITHHELD; s++)
        if (name_equal(text, form_status((enum observation_status)s)) ||
            (text.length && (name_equal(text, form_status_words(LANGUAGE_FR, (enum observation_status)s)) ||
                             name_equal(text, form_status_words(LANGUAGE_EN, (enum observation_status)s)))))
            return (enum observation_status)s;
    REFUSE(r, row, FORM_STATUS, MSG_form_status, {cell_place(r, row, FORM_STATUS), text});
    return STATUS_FINAL;
}

/* ---- answers ---- */

static void read_yes_no(struct form_reading *r, uint32_t row, struct form_answer *answer)
{
    struct str text = cell_at(r, row, FORM_VALUE);
    if (!text.length)
        return;
    if (name_equal(text, STR("oui")) || name_equal(text, STR("yes")))
        answer->filled |= FILLED_YES;
    else if (name_equal(text, STR("non")) || name_equal(text, STR("no")))
        answer->filled |= FILLED_NO;
    else
        REFUSE(r, row, FORM_VALUE, MSG_form_yes_no, {cell_place(r, row, FORM_VALUE), text});
}

static void read_values(struct form_reading *r, uint32_t row, const struct indicator *indicator,
                        struct form_answer *answer)
{
    unsigned inputs = form_inputs(indicator);
    if (indicator->type == TYPE_YES_NO || indicator->type == TYPE_MILESTONE) {
        read_yes_no(r, row, answer);
    } else if (indicator->type == TYPE_TEXT) {
        answer->text = cell_at(r, row, FORM_VALUE);
        answer->filled |= answer->text.length ? FILLED_TEXT : 0;
    } else if (inputs & 1u << FORM_VALUE && number_at(r, row, FORM_VALUE, &answer->first)) {
        answer->filled |= FILLED_VALUE;
        check_bounds(r, row, FORM_VALUE, indicator, answer->first);
    }
    if (inputs & 1u << FORM_NUMERATOR && number_at(r, row, FORM_NUMERATOR, &answer->first))
        answer->filled |= FILLED_NUMERATOR;
    if (inputs & 1u << FORM_DENOMINATOR && number_at(r, row, FORM_DENOMINATOR, &answer->second))
        answer->filled |= indicator->type == TYPE_RATIO ? FILLED_DENOMINATOR : FILLED_N;
    if (inputs & 1u << FORM_DATE)
        answer->date = date_at(r, row, FORM_DATE);
}

static bool is_valued(const struct form_answer *answer)
{
    return answer->filled != 0;
}

/* Both parts of a ratio or a mean, or none; a status without a value where there is none, with its reason. */
static void check_answer(struct form_reading *r, uint32_t row, const struct indicator *indicator,
                         const struct form_answer *answer)
{
    bool absent = answer->status >= STATUS_NOT_AVAILABLE;
    unsigned pair = indicator->type == TYPE_RATIO  ? FILLED_NUMERATOR | FILLED_DENOMINATOR
                    : indicator->type == TYPE_MEAN ? FILLED_VALUE | FILLED_N
                                                   : 0;
    if (absent && is_valued(answer))
        REFUSE(r, row, FORM_STATUS, MSG_form_both, {cell_place(r, row, FORM_STATUS)});
    if (pair && answer->filled && answer->filled != pair)
        REFUSE(r, row, FORM_DENOMINATOR, MSG_form_parts, {cell_place(r, row, FORM_DENOMINATOR)});
    if (answer->filled & FILLED_NUMERATOR && answer->filled & FILLED_DENOMINATOR && !indicator->max.is &&
        decimal_compare(answer->first, answer->second) > 0)
        REFUSE(r, row, FORM_NUMERATOR, MSG_form_ratio, {cell_place(r, row, FORM_NUMERATOR)});
    if ((answer->status == STATUS_NOT_AVAILABLE || answer->status == STATUS_ESTIMATED) && !answer->reason.length)
        REFUSE(r, row, FORM_REASON, MSG_form_reason, {cell_place(r, row, FORM_REASON)});
}

static bool is_empty(const struct form_answer *answer)
{
    return !answer->filled && answer->status == STATUS_FINAL;
}

static void read_row(struct form_reading *r, const struct form_row *expected, uint32_t row)
{
    const struct indicator *indicator = &r->facts->indicators.at[expected->indicator];
    struct form_answer answer = {.indicator = expected->indicator,
                                 .category = expected->category,
                                 .period = expected->period,
                                 .date = DATE_NONE,
                                 .place = cell_place(r, row, FORM_VALUE),
                                 .was = form_observation(r->facts, r->form->laureate, expected)};
    answer.status = indicator->type == TYPE_SCORE ? STATUS_FINAL : status_at(r, row);
    answer.reason = cell_at(r, row, FORM_REASON);
    read_values(r, row, indicator, &answer);
    if (expected->has_answer && answer.filled) {
        answer.first = decimal_int(expected->answer);
        answer.filled |= FILLED_VALUE;
    }
    check_answer(r, row, indicator, &answer);
    if (!is_empty(&answer))
        *PUSH(r->arena, &r->form->answers) = answer;
}

static const struct form_row *row_of(struct form_reading *r, const struct form_rows *rows, uint32_t row)
{
    struct str code = cell_at(r, row, FORM_CODE), period = cell_at(r, row, FORM_CODE_PERIOD);
    struct str category = cell_at(r, row, FORM_CODE_CATEGORY);
    int year_start = r->facts->programme.year_start;
    for (size_t i = 0; i < rows->count; i++)
        if (name_equal(r->facts->indicators.at[rows->at[i].indicator].id, code) &&
            str_equal(period_name(r->arena, rows->at[i].period, year_start), period) &&
            name_equal(form_category(r->arena, r->facts, &rows->at[i]), category))
            return &rows->at[i];
    return NULL;
}

static void read_measures(struct form_reading *r, const struct form_rows *rows)
{
    uint32_t last = 0;
    bool *seen = ARENA_ARRAY(r->arena, bool, rows->count + 1);
    for (size_t i = 0; i < r->sheet->count; i++)
        if (r->sheet->at[i].column == FORM_CODE + 1 && r->sheet->at[i].row > FORM_HEADER_ROW + 1 &&
            r->sheet->at[i].row > last) {
            uint32_t row = last = r->sheet->at[i].row;
            const struct form_row *expected = row_of(r, rows, row);
            if (!expected)
                REFUSE(r, row, FORM_CODE, MSG_form_unexpected,
                       {cell_place(r, row, FORM_CODE), cell_at(r, row, FORM_CODE)});
            else if (seen[expected - rows->at])
                REFUSE(r, row, FORM_CODE, MSG_form_twice, {cell_place(r, row, FORM_CODE), cell_at(r, row, FORM_CODE)});
            else
                read_row(r, expected, row);
            if (expected)
                seen[expected - rows->at] = true;
        }
}

static void read_narrative(struct form_reading *r)
{
    r->form->received_on = date_at(r, 3, 1);
    for (int part = PART_HIGHLIGHTS; part < PART_COUNT; part++)
        r->form->narrative[part] = cell_at(r, (uint32_t)(3 + part - PART_HIGHLIGHTS + 1), 1);
}

/* ---- whose form ---- */

static uint32_t laureate_of(const struct facts *facts, struct str id)
{
    for (uint32_t i = 1; i < facts->laureates.count; i++)
        if (name_equal(facts->laureates.at[i].id, id))
            return i;
    return 0;
}

static bool read_mark(struct form_reading *r, const struct read_workbook *workbook)
{
    r->sheet = read_sheet_named(workbook, STR(FORM_MARK));
    if (!r->sheet || !str_equal(cell_at(r, 1, 0), STR(FORM_VERSION))) {
        REFUSE(r, 1, 0, MSG_form_not_one, {r->file});
        return false;
    }
    r->form->laureate = laureate_of(r->facts, cell_at(r, 3, 0));
    bool period = period_parse(cell_at(r, 4, 0), r->facts->programme.year_start, &r->form->period);
    if (!name_equal(cell_at(r, 2, 0), r->facts->programme.code) || !r->form->laureate || !period) {
        REFUSE(r, 1, 0, MSG_form_other, {r->file, cell_at(r, 3, 0), cell_at(r, 4, 0)});
        return false;
    }
    return true;
}

static const struct read_sheet *sheet_of(struct form_reading *r, const struct read_workbook *workbook,
                                         enum form_word word)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const struct read_sheet *sheet = read_sheet_named(workbook, form_word((enum language)language, word));
        /* A form has a few hundred rows. */
        if (sheet && sheet->count <= 20000)
            return sheet;
    }
    REFUSE(r, 1, 0, MSG_form_no_sheet, {r->file, form_word(r->facts->programme.language, word)});
    return NULL;
}

bool form_read(struct arena *arena, const struct measures *measures, struct str file, struct str bytes,
               struct form *form, struct diagnostics *diagnostics)
{
    struct form_reading r = {arena, measure_facts(measures), file, form, NULL, diagnostics, false};
    struct read_workbook workbook;
    *form = (struct form){.file = file, .received_on = DATE_NONE};
    if (!read_workbook(arena, bytes, &workbook)) {
        REFUSE(&r, 1, 0, MSG_form_unreadable, {file});
        return false;
    }
    if (!read_mark(&r, &workbook))
        return false;
    struct form_rows rows = form_rows(arena, measures, form->laureate, form->period);
    if ((r.sheet = sheet_of(&r, &workbook, WORD_MEASURES)))
        read_measures(&r, &rows);
    if ((r.sheet = sheet_of(&r, &workbook, WORD_NARRATIVE)))
        read_narrative(&r);
    return !r.refused;
}
