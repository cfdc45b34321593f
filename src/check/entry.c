/* The value of an observation, its parts, status and words, by the type of its indicator. */
#include "sheet.h"

/* Signs that people write where there is no value. */
static enum observation_status absence_of(struct str text)
{
    static const struct {
        struct str sign;
        enum observation_status status;
    } signs[] = {
        {TEXT_OF("nd"), STATUS_NOT_AVAILABLE},    {TEXT_OF("n.d."), STATUS_NOT_AVAILABLE},
        {TEXT_OF("n.d"), STATUS_NOT_AVAILABLE},   {TEXT_OF("na"), STATUS_NOT_AVAILABLE},
        {TEXT_OF("n/a"), STATUS_NOT_AVAILABLE},   {TEXT_OF("#n/a"), STATUS_NOT_AVAILABLE},
        {TEXT_OF("-"), STATUS_NOT_AVAILABLE},     {TEXT_OF("–"), STATUS_NOT_AVAILABLE},
        {TEXT_OF("—"), STATUS_NOT_AVAILABLE},     {TEXT_OF("so"), STATUS_NOT_APPLICABLE},
        {TEXT_OF("s.o."), STATUS_NOT_APPLICABLE}, {TEXT_OF("s.o"), STATUS_NOT_APPLICABLE},
        {TEXT_OF("nc"), STATUS_WITHHELD},         {TEXT_OF("n.c."), STATUS_WITHHELD},
        {TEXT_OF("n.c"), STATUS_WITHHELD},
    };
    if (!text.length || text.length > 4 || (text.at[0] >= '0' && text.at[0] <= '9'))
        return STATUS_FINAL;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (name_equal(text, signs[i].sign))
            return signs[i].status;
    return STATUS_FINAL;
}

static bool is_absence(enum observation_status status)
{
    return status >= STATUS_NOT_AVAILABLE;
}

/* A number of this row into one of the observation's two. False where there is none, said or absent. */
static inline bool take_number(struct entry *entry, const struct csv_cell *cell, struct str unit, int64_t *units,
                               uint8_t *scale)
{
    struct number number;
    if (!cell || !cell->text.length)
        return false;
    if (number_plain(cell->text, &number)) {
        *units = number.units;
        *scale = 0;
        return true;
    }
    enum observation_status absence = absence_of(cell->text);
    if (is_absence(absence)) {
        entry->observation->status = (uint8_t)absence;
        return false;
    }
    if (!number_read(&entry->sheet->reading, cell->text, unit, entry_place(entry, cell), &number)) {
        entry->sound = false;
        return false;
    }
    *units = number.units;
    *scale = number.scale;
    return true;
}

static inline bool take_first(struct entry *entry, const struct csv_cell *cell, struct str unit, uint8_t filled)
{
    struct observation *o = entry->observation;
    if (!take_number(entry, cell, unit, &o->first, &o->first_scale))
        return false;
    o->filled |= filled;
    return true;
}

static bool take_second(struct entry *entry, const struct csv_cell *cell, uint8_t filled)
{
    struct observation *o = entry->observation;
    if (!take_number(entry, cell, STR_NONE, &o->second, &o->second_scale))
        return false;
    o->filled |= filled;
    return true;
}

static struct number first_of(const struct entry *entry)
{
    return (struct number){entry->observation->first, entry->observation->first_scale};
}

static void read_value(struct entry *entry)
{
    if (take_first(entry, entry->value, entry->indicator->unit, FILLED_VALUE) && is_bounded(entry->indicator))
        entry_check_number(entry, first_of(entry), entry->value);
    if (!entry->sheet->wide_count)
        take_second(entry, entry_cell(entry, MEASURE_N), FILLED_N);
}

/* A mean weighs by n; without it nothing can be aggregated, unless a simple mean is declared. */
static void read_mean(struct entry *entry)
{
    const struct indicator *indicator = entry->indicator;
    read_value(entry);
    bool simple = indicator->over_laureates == OVER_SIMPLE_MEAN || indicator->over_time == OVER_SIMPLE_MEAN;
    bool weighed = entry->observation->filled & FILLED_N;
    if (!(entry->observation->filled & FILLED_VALUE) || weighed || !entry->sound || simple)
        return;
    REPORT(entry->sheet->diagnostics, entry_place(entry, entry->value), MSG_mean_without_n, {indicator->id});
    entry->sound = false;
}

static void read_score(struct entry *entry)
{
    read_value(entry);
    if (!(entry->observation->filled & FILLED_VALUE) || entry->observation->filled & FILLED_N || !entry->sound)
        return;
    REPORT(entry->sheet->diagnostics, entry_place(entry, entry->value), MSG_score_without_n, {entry->indicator->id});
    entry->sound = false;
}

static void report_half_ratio(struct entry *entry, const struct csv_cell *cell, const char *missing)
{
    const struct column *columns = entry->sheet->columns;
    const struct column *column = &columns[column_find(columns, str_of(missing))];
    REPORT(entry->sheet->diagnostics, entry_place(entry, cell), MSG_ratio_half,
           {entry->indicator->id, column_name(column, entry->sheet->reading.language)});
    entry->sound = false;
}

static void read_ratio(struct entry *entry)
{
    const struct csv_cell *numerator = entry_cell(entry, MEASURE_NUMERATOR);
    const struct csv_cell *denominator = entry_cell(entry, MEASURE_DENOMINATOR);
    if (entry->value && entry->value->text.length && is_absence(absence_of(entry->value->text))) {
        entry->observation->status = (uint8_t)absence_of(entry->value->text);
    } else if (entry->value && entry->value->text.length && (!numerator || !denominator)) {
        REPORT(entry->sheet->diagnostics, entry_place(entry, entry->value), MSG_bare_percentage,
               {entry->indicator->id});
        entry->sound = false;
        return;
    }
    bool top = take_first(entry, numerator, STR_NONE, FILLED_NUMERATOR);
    bool bottom = take_second(entry, denominator, FILLED_DENOMINATOR);
    if (top && !denominator)
        report_half_ratio(entry, numerator, "denominator");
    else if (bottom && !numerator)
        report_half_ratio(entry, denominator, "numerator");
    else if (top && bottom)
        entry_check_ratio(entry, entry_place(entry, numerator));
}

/* A ratio made of other indicators is computed, never filed. */
static void refuse_computed(struct entry *entry)
{
    const struct csv_cell *cell = entry->value ? entry->value : entry_cell(entry, MEASURE_NUMERATOR);
    cell = cell ? cell : entry_cell(entry, MEASURE_INDICATOR);
    if (cell->text.length && !is_absence(absence_of(cell->text)))
        REPORT(entry->sheet->diagnostics, entry_place(entry, cell), MSG_ratio_of_terms, {entry->indicator->id});
    entry->sound = false;
}

static void read_answer(struct entry *entry)
{
    const struct csv_cell *cell = entry->value;
    if (!cell || !cell->text.length)
        return;
    enum observation_status absence = absence_of(cell->text);
    enum answer answer = answer_of(cell->text);
    if (answer != ANSWER_NONE)
        entry->observation->filled |= answer == ANSWER_YES ? FILLED_YES : FILLED_NO;
    else if (is_absence(absence))
        entry->observation->status = (uint8_t)absence;
    else if (date_parse(cell->text, &entry->note.date))
        entry->observation->filled |= FILLED_YES | FILLED_DATE;
    else {
        REPORT(entry->sheet->diagnostics, entry_place(entry, cell), MSG_not_yes_or_no, {cell->text});
        entry->sound = false;
    }
    entry->observation->first = answer == ANSWER_YES;
}

static void read_words(struct entry *entry)
{
    const struct csv_cell *cell = entry->value;
    if (!cell || !cell->text.length)
        return;
    enum observation_status absence = absence_of(cell->text);
    if (is_absence(absence)) {
        entry->observation->status = (uint8_t)absence;
        return;
    }
    entry->note.text = cell->text;
    entry->observation->filled |= FILLED_TEXT;
}

/* ---- status and words ---- */

static struct str cell_text(const struct entry *entry, enum measure measure)
{
    const struct csv_cell *cell = entry_cell(entry, measure);
    return cell ? cell->text : STR_NONE;
}

static void read_note(struct entry *entry)
{
    const struct csv_cell *date = entry_cell(entry, MEASURE_DATE);
    entry->note.reason = cell_text(entry, MEASURE_REASON);
    entry->note.source = cell_text(entry, MEASURE_SOURCE);
    entry->note.comment = cell_text(entry, MEASURE_COMMENT);
    if (!date)
        return;
    if (date_parse(date->text, &entry->note.date))
        entry->observation->filled |= FILLED_DATE;
    else
        REPORT(entry->sheet->diagnostics, entry_place(entry, date), MSG_not_a_date, {date->text});
}

static bool has_value(const struct observation *o)
{
    return (o->filled & (FILLED_VALUE | FILLED_NUMERATOR | FILLED_YES | FILLED_NO | FILLED_TEXT)) != 0;
}

/* A status that says "no value" beside a value, or one of a value without any: one of the two is wrong. */
static void read_status(struct entry *entry)
{
    const struct csv_cell *cell = entry_cell(entry, MEASURE_STATUS);
    const struct column *columns = entry->sheet->columns;
    struct observation *o = entry->observation;
    int status = STATUS_FINAL;
    if (cell && !cell_read(&entry->sheet->reading, &columns[column_find(columns, STR("status"))], cell->text,
                           entry_place(entry, cell), &status))
        status = STATUS_FINAL;
    if (is_absence((enum observation_status)status) && has_value(o)) {
        REPORT(entry->sheet->diagnostics, entry_place(entry, cell), MSG_status_with_value, {cell->text});
        entry->sound = false;
    }
    if (status && !is_absence(o->status))
        o->status = (uint8_t)status;
    if (has_value(o) || is_absence(o->status))
        return;
    if (o->status != STATUS_FINAL)
        REPORT(entry->sheet->diagnostics, entry_place(entry, cell), MSG_status_without_value,
               {entry->indicator->id, cell->text});
    o->status = STATUS_EMPTY;
}

static void check_reason(struct entry *entry)
{
    const struct observation *o = entry->observation;
    bool explained = entry->note.reason.length || entry->note.comment.length;
    const struct csv_cell *cell = entry->value ? entry->value : entry_cell(entry, MEASURE_INDICATOR);
    if (o->status == STATUS_NOT_AVAILABLE && !explained)
        REPORT(entry->sheet->diagnostics, entry_place(entry, cell), MSG_reason_missing, {entry->indicator->id});
    if (o->status == STATUS_ESTIMATED && !explained && !entry->note.source.length && !entry->indicator->method.length)
        REPORT(entry->sheet->diagnostics, entry_place(entry, cell), MSG_method_missing, {entry->indicator->id});
}

static void (*const readers[])(struct entry *entry) = {
    [TYPE_NONE] = read_value,    [TYPE_COUNT] = read_value,      [TYPE_AMOUNT] = read_value, [TYPE_RATIO] = read_ratio,
    [TYPE_MEAN] = read_mean,     [TYPE_MEDIAN] = read_value,     [TYPE_VALUE] = read_value,  [TYPE_SCORE] = read_score,
    [TYPE_YES_NO] = read_answer, [TYPE_MILESTONE] = read_answer, [TYPE_TEXT] = read_words,
};

bool entry_is_number(const struct indicator *indicator)
{
    return readers[indicator->type] == read_value && !is_bounded(indicator);
}

void entry_read(struct entry *entry)
{
    const struct indicator *indicator = entry->indicator;
    if (indicator->type == TYPE_RATIO && (indicator->numerator.length || indicator->denominator.length)) {
        refuse_computed(entry);
        return;
    }
    readers[indicator->type](entry);
    if (entry->sound && entry->sheet->noted)
        read_note(entry);
    if (entry->sound)
        read_status(entry);
    if (entry->sound)
        check_reason(entry);
}
