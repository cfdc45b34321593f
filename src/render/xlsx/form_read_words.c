/* Cells of a filled form, and its sheets of words: the narrative and the needs. */
#include "form_reading.h"

#include "check/check.h"

#include <string.h>

/* ---- cells ---- */

struct str form_place(const struct form_reading *r, uint32_t row, uint16_t column)
{
    return str_print(r->arena, "%.*s, %.*s!%c%u", STR_ARG(r->file), STR_ARG(r->sheet->name),
                     column < 26 ? 'A' + (char)column : '?', row);
}

struct str form_cell(struct form_reading *r, uint32_t row, uint16_t column)
{
    const struct read_cell *cell = read_sheet_cell(r->sheet, row, (uint32_t)column + 1);
    struct str text = str_trim(text_nfc(r->arena, cell->text));
    if (cell->kind != READ_ERROR)
        return text;
    REFUSE(r, MSG_form_error, {form_place(r, row, column), text});
    return STR_NONE;
}

bool form_number(struct form_reading *r, uint32_t row, uint16_t column, struct decimal *number)
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
    REFUSE(r, MSG_form_not_a_number, {form_place(r, row, column), text});
    return false;
}

struct date form_date(struct form_reading *r, uint32_t row, uint16_t column)
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
        REFUSE(r, MSG_form_not_a_date, {form_place(r, row, column), text});
        date = DATE_NONE;
    }
    return date;
}

enum answer form_answer(struct form_reading *r, uint32_t row, uint16_t column)
{
    struct str text = form_cell(r, row, column);
    if (name_equal(text, STR("oui")) || name_equal(text, STR("yes")))
        return ANSWER_YES;
    if (name_equal(text, STR("non")) || name_equal(text, STR("no")))
        return ANSWER_NO;
    if (text.length)
        REFUSE(r, MSG_form_yes_no, {form_place(r, row, column), text});
    return ANSWER_NONE;
}

void form_refuse_strays(struct form_reading *r, uint32_t top, uint16_t last,
                        bool (*asked)(struct form_reading *r, uint32_t row, uint16_t column))
{
    for (size_t i = 0; i < r->sheet->count; i++) {
        const struct read_cell *cell = &r->sheet->at[i];
        uint16_t column = (uint16_t)(cell->column - 1);
        if (cell->row >= top && str_trim(cell->text).length && (column > last || !asked(r, cell->row, column)) &&
            column < FORM_DEFINITION)
            REFUSE(r, MSG_form_stray, {form_place(r, cell->row, column), str_slice(str_trim(cell->text), 0, 60)});
    }
}

/* ---- the narrative ---- */

static bool narrative_asked(struct form_reading *r, uint32_t row, uint16_t column)
{
    (void)r;
    return column < 2 && row <= NARRATIVE_PART_ROW(PART_COUNT);
}

void form_read_narrative(struct form_reading *r)
{
    struct form *form = r->form;
    form->received_on = form_date(r, NARRATIVE_DATE_ROW + 1, 1);
    form->narrative_place[PART_OTHER] = form_place(r, NARRATIVE_DATE_ROW + 1, 1);
    for (int part = PART_HIGHLIGHTS; part < PART_COUNT; part++) {
        form->narrative[part] = form_cell(r, NARRATIVE_PART_ROW(part) + 1, 1);
        form->narrative_place[part] = form_place(r, NARRATIVE_PART_ROW(part) + 1, 1);
        form->has_narrative |= form->narrative[part].length > 0;
    }
    form_refuse_strays(r, NARRATIVE_DATE_ROW + 1, 1, narrative_asked);
}

/* ---- needs ---- */

static bool need_asked(struct form_reading *r, uint32_t row, uint16_t column)
{
    (void)r, (void)row;
    return column < NEED_COLUMNS;
}

static void read_need(struct form_reading *r, uint32_t row)
{
    struct form_need need = {.id = form_cell(r, row, NEED_CODE),
                             .type = form_cell(r, row, NEED_TYPE),
                             .text = form_cell(r, row, NEED_TEXT),
                             .urgency = form_cell(r, row, NEED_URGENCY),
                             .shareable = (int)form_answer(r, row, NEED_SHAREABLE),
                             .place = form_place(r, row, NEED_TEXT)};
    bool said = need.urgency.length || need.shareable != ANSWER_NONE || need.id.length;
    if (need.type.length && need.text.length)
        *PUSH(r->arena, &r->form->needs) = need;
    else if (need.type.length || need.text.length || said)
        REFUSE(r, MSG_form_need_half, {form_place(r, row, need.type.length ? NEED_TEXT : NEED_TYPE)});
}

void form_read_needs(struct form_reading *r)
{
    uint32_t last = FORM_HEADER_ROW + 1;
    for (size_t i = 0; i < r->sheet->count; i++)
        if (r->sheet->at[i].row > last && r->sheet->at[i].column <= NEED_COLUMNS)
            read_need(r, last = r->sheet->at[i].row);
    form_refuse_strays(r, FORM_HEADER_ROW + 2, NEED_CODE, need_asked);
}
