/* A filled form becomes answers, each with the cell it came from. Whatever a spreadsheet or a person did to the form is
 * said with its sheet and cell; nothing is guessed. */
#include "form_reading.h"

#include "check/check.h"

static void check_bounds(struct form_reading *r, uint32_t row, uint16_t column, const struct indicator *indicator,
                         struct decimal value)
{
    struct str shown = decimal_text(r->arena, value), place = form_place(r, row, column);
    if (indicator->min.is && decimal_compare(value, decimal_of(indicator->min.number)) < 0)
        REFUSE(r, MSG_form_below, {place, shown, decimal_text(r->arena, decimal_of(indicator->min.number))});
    if (indicator->max.is && decimal_compare(value, decimal_of(indicator->max.number)) > 0)
        REFUSE(r, MSG_form_above, {place, shown, decimal_text(r->arena, decimal_of(indicator->max.number))});
    if (indicator->integer == ANSWER_YES && !decimal_is_integer(value))
        REFUSE(r, MSG_form_not_an_integer, {place, shown});
}

static enum observation_status status_at(struct form_reading *r, uint32_t row)
{
    struct str text = form_cell(r, row, FORM_STATUS);
    for (int s = STATUS_FINAL; s <= STATUS_WITHHELD; s++)
        if (name_equal(text, status_mark((enum observation_status)s)) ||
            (text.length && (name_equal(text, form_status_words(LANGUAGE_FR, (enum observation_status)s)) ||
                             name_equal(text, form_status_words(LANGUAGE_EN, (enum observation_status)s)))))
            return (enum observation_status)s;
    REFUSE(r, MSG_form_status, {form_place(r, row, FORM_STATUS), text});
    return STATUS_FINAL;
}

/* ---- answers ---- */

static void read_yes_no(struct form_reading *r, uint32_t row, struct form_answer *answer)
{
    enum answer given = form_answer(r, row, FORM_VALUE);
    answer->filled |= given == ANSWER_YES ? FILLED_YES : given == ANSWER_NO ? FILLED_NO : 0;
}

static void read_values(struct form_reading *r, uint32_t row, const struct indicator *indicator,
                        struct form_answer *answer)
{
    unsigned inputs = form_inputs(indicator);
    if (indicator->type == TYPE_YES_NO || indicator->type == TYPE_MILESTONE) {
        read_yes_no(r, row, answer);
    } else if (indicator->type == TYPE_TEXT) {
        answer->text = form_cell(r, row, FORM_VALUE);
        answer->filled |= answer->text.length ? FILLED_TEXT : 0;
    } else if (inputs & 1u << FORM_VALUE && form_number(r, row, FORM_VALUE, &answer->first)) {
        answer->filled |= FILLED_VALUE;
        check_bounds(r, row, FORM_VALUE, indicator, answer->first);
    }
    if (inputs & 1u << FORM_NUMERATOR && form_number(r, row, FORM_NUMERATOR, &answer->first))
        answer->filled |= FILLED_NUMERATOR;
    if (inputs & 1u << FORM_DENOMINATOR && form_number(r, row, FORM_DENOMINATOR, &answer->second))
        answer->filled |= indicator->type == TYPE_RATIO ? FILLED_DENOMINATOR : FILLED_N;
    if (inputs & 1u << FORM_DATE)
        answer->date = form_date(r, row, FORM_DATE);
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
        REFUSE(r, MSG_form_both, {form_place(r, row, FORM_STATUS)});
    if (pair && answer->filled && answer->filled != pair)
        REFUSE(r, MSG_form_parts, {form_place(r, row, FORM_DENOMINATOR)});
    if (answer->filled & FILLED_NUMERATOR && answer->filled & FILLED_DENOMINATOR && !indicator->max.is &&
        decimal_compare(answer->first, answer->second) > 0)
        REFUSE(r, MSG_form_ratio, {form_place(r, row, FORM_NUMERATOR)});
    /* What stood there without one is not asked again. */
    bool stood = answer->was && (int)answer->was->status == (int)answer->status;
    bool unsaid =
        answer->status == STATUS_NOT_AVAILABLE || (answer->status == STATUS_ESTIMATED && !indicator->method.length);
    if (unsaid && !answer->reason.length && !stood)
        REFUSE(r, MSG_form_reason, {form_place(r, row, FORM_REASON)});
}

/* Words without a value or a status say nothing that could be kept. */
static void refuse_alone(struct form_reading *r, uint32_t row, const struct form_answer *answer)
{
    if (answer->reason.length)
        REFUSE(r, MSG_form_alone, {form_place(r, row, FORM_REASON), answer->reason});
    if (date_is(answer->date))
        REFUSE(r, MSG_form_alone, {form_place(r, row, FORM_DATE), date_iso(r->arena, answer->date)});
}

static bool is_empty(const struct form_answer *answer)
{
    return !answer->filled && answer->status == STATUS_FINAL;
}

/* The first cell that its answer is typed in. */
static uint16_t value_column(const struct indicator *indicator)
{
    unsigned inputs = form_inputs(indicator);
    uint16_t column = FORM_VALUE;
    while (!(inputs & 1u << column))
        column++;
    return column;
}

static void read_row(struct form_reading *r, const struct form_row *expected, uint32_t row)
{
    const struct indicator *indicator = &r->facts->indicators.at[expected->indicator];
    struct form_answer answer = {.indicator = expected->indicator,
                                 .category = expected->category,
                                 .period = expected->period,
                                 .date = DATE_NONE,
                                 .place = form_place(r, row, value_column(indicator)),
                                 .was = form_observation(r->facts, r->form->laureate, expected)};
    answer.status = indicator->type == TYPE_SCORE ? STATUS_FINAL : status_at(r, row);
    answer.reason = form_cell(r, row, FORM_REASON);
    read_values(r, row, indicator, &answer);
    if (expected->has_answer && answer.filled) {
        answer.first = decimal_int(expected->answer);
        answer.filled |= FILLED_VALUE;
    }
    check_answer(r, row, indicator, &answer);
    if (is_empty(&answer))
        refuse_alone(r, row, &answer);
    else
        *PUSH(r->arena, &r->form->answers) = answer;
}

static const struct form_row *row_of(struct form_reading *r, const struct form_rows *rows, uint32_t row)
{
    struct str code = form_cell(r, row, FORM_CODE), period = form_cell(r, row, FORM_CODE_PERIOD);
    struct str category = form_cell(r, row, FORM_CODE_CATEGORY);
    int year_start = r->facts->programme.year_start;
    for (size_t i = 0; i < rows->count; i++)
        if (name_equal(r->facts->indicators.at[rows->at[i].indicator].id, code) &&
            str_equal(period_name(r->arena, rows->at[i].period, year_start), period) &&
            name_equal(form_category(r->arena, r->facts, &rows->at[i]), category))
            return &rows->at[i];
    return NULL;
}

static void take_row(struct form_reading *r, const struct form_rows *rows, bool *seen, uint32_t row)
{
    const struct form_row *expected = row_of(r, rows, row);
    if (!expected) {
        REFUSE(r, MSG_form_unexpected, {form_place(r, row, FORM_CODE), form_cell(r, row, FORM_CODE)});
        return;
    }
    if (seen[expected - rows->at])
        REFUSE(r, MSG_form_twice, {form_place(r, row, FORM_CODE), form_cell(r, row, FORM_CODE)});
    else
        read_row(r, expected, row);
    seen[expected - rows->at] = true;
}

/* A row that was taken out is an answer that nobody gave: said, for it may have been meant. */
static void say_missing(struct form_reading *r, const struct form_rows *rows, const bool *seen)
{
    for (size_t i = 0; i < rows->count; i++)
        if (!seen[i])
            REPORT(r->diagnostics, ((struct place){0, 0, 0}), MSG_form_row_missing,
                   {str_print(r->arena, "%.*s, %.*s", STR_ARG(r->file), STR_ARG(r->sheet->name)),
                    r->facts->indicators.at[rows->at[i].indicator].id,
                    period_name(r->arena, rows->at[i].period, r->facts->programme.year_start),
                    form_category(r->arena, r->facts, &rows->at[i])});
}

/* Cells of a row that names its indicator are read by its kind; of any other row none is. */
static bool is_asked(struct form_reading *r, uint32_t row, uint16_t column)
{
    struct str code = read_sheet_cell(r->sheet, row, FORM_CODE + 1)->text;
    if (column < FORM_VALUE || column > FORM_REASON)
        return true;
    for (uint32_t i = 1; i < r->facts->indicators.count; i++)
        if (name_equal(r->facts->indicators.at[i].id, code))
            return form_inputs(&r->facts->indicators.at[i]) & 1u << column;
    return str_trim(code).length > 0; /* said already */
}

static void read_measures(struct form_reading *r, const struct form_rows *rows)
{
    uint32_t last = 0;
    bool *seen = ARENA_ARRAY(r->arena, bool, rows->count + 1);
    for (size_t i = 0; i < r->sheet->count; i++)
        if (r->sheet->at[i].column == FORM_CODE + 1 && r->sheet->at[i].row > FORM_HEADER_ROW + 1 &&
            r->sheet->at[i].row > last)
            take_row(r, rows, seen, last = r->sheet->at[i].row);
    form_refuse_strays(r, FORM_HEADER_ROW + 2, FORM_REASON, is_asked);
    say_missing(r, rows, seen);
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
    if (!r->sheet || !str_equal(form_cell(r, 1, 0), STR(FORM_VERSION))) {
        REFUSE(r, MSG_form_not_one, {r->file});
        return false;
    }
    r->form->laureate = laureate_of(r->facts, form_cell(r, 3, 0));
    bool period = period_parse(form_cell(r, 4, 0), r->facts->programme.year_start, &r->form->period);
    if (!name_equal(form_cell(r, 2, 0), r->facts->programme.code) || !r->form->laureate || !period) {
        REFUSE(r, MSG_form_other, {r->file, form_cell(r, 3, 0), form_cell(r, 4, 0)});
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
    REFUSE(r, MSG_form_no_sheet, {r->file, form_word(r->facts->programme.language, word)});
    return NULL;
}

/* A sheet that somebody added is not read: said, for its words were meant for someone. */
static void say_other_sheets(struct form_reading *r, const struct read_workbook *workbook)
{
    static const enum form_word own[] = {WORD_MEASURES, WORD_NARRATIVE, WORD_NEEDS, WORD_READ_ME};
    for (size_t s = 0; s < workbook->count; s++) {
        bool known = name_equal(workbook->at[s].name, STR(FORM_MARK)) || !workbook->at[s].count;
        for (size_t i = 0; i < sizeof own / sizeof *own; i++)
            for (int language = 0; language < LANGUAGE_COUNT; language++)
                known |= name_equal(workbook->at[s].name, form_word((enum language)language, own[i]));
        if (!known)
            REPORT(r->diagnostics, ((struct place){0, 0, 0}), MSG_form_other_sheet, {r->file, workbook->at[s].name});
    }
}

bool form_read(struct arena *arena, const struct measures *measures, struct str file, struct str bytes,
               struct form *form, struct diagnostics *diagnostics)
{
    struct form_reading r = {arena, measure_facts(measures), file, form, NULL, diagnostics, false};
    struct read_workbook workbook;
    *form = (struct form){.file = file, .received_on = DATE_NONE};
    if (!read_workbook(arena, bytes, &workbook)) {
        REFUSE(&r, MSG_form_unreadable, {file});
        return false;
    }
    if (!read_mark(&r, &workbook))
        return false;
    struct form_rows rows = form_rows(arena, measures, form->laureate, form->period);
    if ((r.sheet = sheet_of(&r, &workbook, WORD_MEASURES)))
        read_measures(&r, &rows);
    if ((r.sheet = sheet_of(&r, &workbook, WORD_NARRATIVE)))
        form_read_narrative(&r);
    if ((r.sheet = sheet_of(&r, &workbook, WORD_NEEDS)))
        form_read_needs(&r);
    say_other_sheets(&r, &workbook);
    return !r.refused;
}
