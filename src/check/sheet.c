/* Rows of measures, long or wide, streamed into observations. */
#include "order.h"
#include "sheet.h"

#include <string.h>

/* In the order of enum measure; the names are those of the table of inputs. */
static const char *const measure_names[MEASURE_COUNT] = {
    "indicator", "period", "value", "numerator", "denominator", "n", "status", "reason", "source", "comment", "date"};

/* ---- the header ---- */

struct strs sheet_names(struct arena *arena, const struct check *check)
{
    struct strs known = columns_known(arena, input_kind("measures")->columns, check->facts->programme.language);
    const struct dimensions *dimensions = &check->facts->dimensions;
    for (size_t d = 1; d < dimensions->count; d++)
        *PUSH(arena, &known) = dimensions->at[d].id;
    return known;
}

static bool is_taken(const struct sheet *sheet, struct period period)
{
    for (size_t i = 0; i < sheet->wide_count; i++)
        if (period_equal(sheet->desk->wide[i].period, period))
            return true;
    return false;
}

static void take_column(struct sheet *sheet, const struct csv_cell *cell, size_t at)
{
    const struct column *columns = sheet->columns;
    struct place place = {sheet->file, cell->line, cell->column};
    int column = column_find(columns, cell->text);
    uint32_t dimension = names_find(sheet->check->dimensions, cell->text);
    struct period period = {PERIOD_NONE, 0};
    for (size_t m = 0; column >= 0 && m < MEASURE_COUNT; m++)
        if (str_equal(columns[column].en, str_of(measure_names[m]))) {
            if (sheet->at[m] >= 0)
                REPORT(sheet->diagnostics, place, MSG_column_twice, {cell->text});
            else
                sheet->at[m] = (int)at;
        }
    if (column >= 0)
        return;
    if (dimension)
        sheet->desk->dimensions[sheet->dimension_count++] = (struct dimension_cell){(uint16_t)at, dimension};
    else if (period_parse(cell->text, sheet->check->facts->programme.year_start, &period) && is_taken(sheet, period))
        REPORT(sheet->diagnostics, place, MSG_column_twice, {cell->text});
    else if (period_is(period))
        sheet->desk->wide[sheet->wide_count++] = (struct wide_cell){(uint16_t)at, period};
    else
        column_unknown(sheet->diagnostics, sheet->scratch, sheet->known, cell->text, place);
}

static bool report_missing(struct sheet *sheet, const char *name)
{
    const struct column *columns = sheet->columns;
    const struct column *column = &columns[column_find(columns, str_of(name))];
    REPORT(sheet->diagnostics, ((struct place){sheet->file, 1, 1}), MSG_column_missing,
           {column_name(column, sheet->check->facts->programme.language)});
    return false;
}

/* A column a period says whose value stands there: another column of values would be passed over. */
static void report_rows(struct sheet *sheet, const struct csv_cell *cells)
{
    static const enum measure unread[] = {MEASURE_PERIOD, MEASURE_VALUE, MEASURE_NUMERATOR, MEASURE_DENOMINATOR,
                                          MEASURE_N};
    struct str period = cells[sheet->desk->wide[0].cell].text;
    for (size_t i = 0; i < sizeof unread / sizeof *unread; i++) {
        int at = sheet->at[unread[i]];
        if (at >= 0)
            REPORT(sheet->diagnostics, ((struct place){sheet->file, cells[at].line, cells[at].column}),
                   MSG_column_of_rows, {cells[at].text, period});
    }
}

static bool read_header(struct sheet *sheet, const struct csv_cell *cells, size_t count)
{
    for (size_t m = 0; m < MEASURE_COUNT; m++)
        sheet->at[m] = -1;
    for (size_t i = 0; i < count && i < SHEET_CELLS; i++)
        take_column(sheet, &cells[i], i);
    for (enum measure m = MEASURE_REASON; m < MEASURE_COUNT; m++)
        sheet->noted = sheet->noted || sheet->at[m] >= 0;
    for (enum measure m = MEASURE_NUMERATOR; m < MEASURE_COUNT; m++)
        if (sheet->at[m] >= 0)
            sheet->beside[sheet->beside_count++] = sheet->at[m];
    if (sheet->dimension_count > 1)
        sheet->desk->crossings = (struct memo){0};
    if (sheet->wide_count)
        report_rows(sheet, cells);
    if (sheet->at[MEASURE_INDICATOR] < 0)
        return report_missing(sheet, "indicator");
    if (!sheet->wide_count && sheet->at[MEASURE_PERIOD] < 0 && !period_is(sheet->period))
        return report_missing(sheet, "period");
    if (!sheet->wide_count && sheet->at[MEASURE_VALUE] < 0 && sheet->at[MEASURE_NUMERATOR] < 0)
        return report_missing(sheet, "value");
    return true;
}

/* ---- rows ---- */

static uint32_t find_indicator(struct sheet *sheet, struct str text)
{
    bool known;
    int32_t *answer = memo_answer(&sheet->desk->indicators, text, &known);
    if (!known)
        answer[0] = (int32_t)names_find(names_of(sheet->check, "indicators"), text);
    return (uint32_t)answer[0];
}

static struct period parse_period(struct sheet *sheet, struct str text)
{
    struct period period = {PERIOD_NONE, 0};
    bool known;
    int32_t *answer = memo_answer(&sheet->desk->periods, text, &known);
    if (known)
        return (struct period){(enum period_kind)answer[0], answer[1]};
    period_parse(text, sheet->check->facts->programme.year_start, &period);
    answer[0] = (int32_t)period.kind;
    answer[1] = period.first;
    return period;
}

static void report_indicator(struct sheet *sheet, const struct csv_cell *cell)
{
    const struct names *names = names_of(sheet->check, "indicators");
    REPORT(sheet->diagnostics, ((struct place){sheet->file, cell->line, cell->column}), MSG_unknown_indicator,
           {cell->text, names_instead(sheet->check, sheet->scratch, names, cell->text)});
}

/* The row's own period, else that of the file. */
static bool find_period(struct sheet *sheet, const struct csv_cell *cell, struct period *period)
{
    *period = cell ? parse_period(sheet, cell->text) : sheet->period;
    return period_is(*period);
}

static void report_period(struct sheet *sheet, const struct csv_cell *cell, const struct csv_cell *first)
{
    if (cell)
        REPORT(sheet->diagnostics, ((struct place){sheet->file, cell->line, cell->column}), MSG_not_a_period,
               {cell->text});
    else
        REPORT(sheet->diagnostics, ((struct place){sheet->file, first->line, first->column}), MSG_cell_missing,
               {column_name(&sheet->columns[MEASURE_PERIOD], sheet->check->facts->programme.language)});
}

static bool declares(const struct indicator *indicator, uint32_t dimension)
{
    for (size_t i = 0; i < indicator->dimensions.count; i++)
        if (indicator->dimension_indexes[i] == dimension)
            return true;
    return false;
}

static uint32_t crossing_search(struct sheet *sheet, const struct crossing *crossing)
{
    struct crossings *list = &sheet->filed->crossings;
    for (uint32_t i = 0; i < list->count; i++)
        if (memcmp(&list->at[i], crossing, sizeof *crossing) == 0)
            return i;
    *PUSH(sheet->arena, list) = *crossing;
    return (uint32_t)list->count - 1;
}

static uint32_t crossing_find(struct sheet *sheet, const struct crossing *crossing)
{
    struct str bytes = {(const char *)crossing, sizeof *crossing};
    bool known;
    int32_t *answer = memo_answer(&sheet->desk->crossings, bytes, &known);
    if (!known)
        answer[0] = (int32_t)crossing_search(sheet, crossing);
    return (uint32_t)answer[0];
}

/* The place in the breakdowns; false where a category is unknown. One category is its own crossing. */
static bool find_crossing(struct entry *entry, uint32_t *category)
{
    struct sheet *sheet = entry->sheet;
    const struct check *check = sheet->check;
    struct crossing crossing = {0};
    for (size_t i = 0; i < sheet->dimension_count; i++) {
        const struct csv_cell *cell = cell_at(entry->cells, entry->count, sheet->desk->dimensions[i].cell);
        uint32_t dimension = sheet->desk->dimensions[i].dimension;
        if (!cell)
            continue;
        const struct names *names = check->categories[dimension];
        uint32_t found = names_find(names, cell->text);
        if (!found || crossing.count == 4) {
            REPORT(sheet->diagnostics, entry_place(entry, cell), MSG_unknown_category,
                   {cell->text, check->facts->dimensions.at[dimension].id,
                    names_instead(sheet->check, sheet->scratch, names, cell->text)});
            return false;
        }
        if (!declares(entry->indicator, dimension))
            REPORT(sheet->diagnostics, entry_place(entry, cell), MSG_dimension_not_declared,
                   {entry->indicator->id, check->facts->dimensions.at[dimension].id});
        crossing.category[crossing.count++] = found;
    }
    size_t categories = check->facts->categories.count;
    *category = crossing.count < 2 ? crossing.category[0] : (uint32_t)categories + crossing_find(sheet, &crossing);
    return true;
}

static bool is_same_note(const struct note *a, const struct note *b)
{
    return str_equal(a->reason, b->reason) && str_equal(a->source, b->source) && str_equal(a->comment, b->comment) &&
           str_equal(a->text, b->text) && a->date.day == b->date.day;
}

static uint32_t keep_note(struct sheet *sheet, const struct note *note)
{
    if (!note->reason.length && !note->source.length && !note->comment.length && !note->text.length &&
        !date_is(note->date))
        return 0;
    if (sheet->last_note_index && is_same_note(note, &sheet->last_note))
        return sheet->last_note_index;
    struct note *kept = PUSH(sheet->arena, &sheet->filed->notes);
    *kept = (struct note){str_copy(sheet->arena, note->reason), str_copy(sheet->arena, note->source),
                          str_copy(sheet->arena, note->comment), str_copy(sheet->arena, note->text), note->date};
    sheet->last_note = *kept;
    return sheet->last_note_index = (uint32_t)sheet->filed->notes.count;
}

/* Where the next observation of the file goes; it counts from when it is kept. */
static struct observation *room_for_one(struct sheet *sheet)
{
    struct observations *list = &sheet->filed->observations;
    if (list->count == list->capacity) {
        sheet->filed->grew = true;
        list->at = arena_grow(sheet->arena, list->at, list->count, &list->capacity, sizeof *list->at);
    }
    return &list->at[list->count];
}

static void keep(struct sheet *sheet, const struct observation *observation)
{
    struct shape *shape = &sheet->filed->shape;
    bool first = !sheet->filed->observations.count++;
    shape->disordered |= !first && observation_compare(observation - 1, observation) >= 0;
    shape->broken_down |= observation->category != 0;
    shape->kinds = (uint8_t)(shape->kinds | 1u << observation->period_kind);
}

/* Nearly every row: digits, and nothing beside them. What entry_read would come to, without looking for more. */
static inline bool take_digits(const struct sheet *sheet, const struct entry *entry, struct observation *observation)
{
    struct number number;
    if (!sheet->number || !entry->value || !number_plain(entry->value->text, &number))
        return false;
    for (size_t i = 0; i < sheet->beside_count; i++)
        if (cell_at(entry->cells, entry->count, sheet->beside[i]))
            return false;
    observation->first = number.units;
    observation->filled = FILLED_VALUE;
    return true;
}

static void read_entry(struct sheet *sheet, struct entry *entry, struct period period, const struct csv_cell *place,
                       uint32_t category)
{
    struct observation *observation = entry->observation = room_for_one(sheet);
    *observation = (struct observation){.month = (int16_t)period.first,
                                        .period_kind = (uint8_t)period.kind,
                                        .laureate = sheet->laureate,
                                        .category = category,
                                        .file = sheet->file,
                                        .line = place->line,
                                        .column = (uint16_t)(place->column < UINT16_MAX ? place->column : UINT16_MAX),
                                        .indicator = (uint16_t)sheet->indicator};
    bool bare = take_digits(sheet, entry, observation);
    if (!bare) {
        entry->note = (struct note){.date = DATE_NONE};
        entry->sound = true;
        entry_read(entry);
        if (!entry->sound)
            return;
    }
    if (!is_usual(&sheet->usual, period) && !entry_check_period(entry, period, place))
        return;
    if (!bare)
        observation->note = keep_note(sheet, &entry->note);
    keep(sheet, observation);
}

static void read_wide(struct sheet *sheet, struct entry *entry, uint32_t category)
{
    for (size_t i = 0; i < sheet->wide_count; i++) {
        const struct wide_cell *wide = &sheet->desk->wide[i];
        if (wide->cell >= entry->count)
            continue;
        entry->value = &entry->cells[wide->cell];
        read_entry(sheet, entry, wide->period, entry->value, category);
    }
}

/* The row's indicator; false with a diagnostic where it names none. */
static bool take_indicator(struct entry *entry, const struct csv_cell *id)
{
    struct sheet *sheet = entry->sheet;
    if (!id) {
        REPORT(sheet->diagnostics, entry_place(entry, entry->cells), MSG_cell_missing,
               {column_name(&sheet->columns[MEASURE_INDICATOR], sheet->check->facts->programme.language)});
        return false;
    }
    uint32_t before = sheet->indicator;
    sheet->indicator = find_indicator(sheet, id->text);
    entry->indicator = &sheet->check->facts->indicators.at[sheet->indicator];
    if (!sheet->indicator)
        report_indicator(sheet, id);
    else if (sheet->indicator != before) {
        sheet->usual = usual_periods(sheet, entry->indicator);
        sheet->number = entry_is_number(entry->indicator);
    }
    return sheet->indicator;
}

static void read_row(struct sheet *sheet, const struct csv_cell *cells, size_t count)
{
    /* The rest is set where it is known: clearing all of it is felt over millions of rows. */
    struct entry entry;
    entry.sheet = sheet;
    entry.cells = cells;
    entry.count = count;
    const struct csv_cell *id = cell_at(cells, count, sheet->at[MEASURE_INDICATOR]);
    const struct csv_cell *when = cell_at(cells, count, sheet->at[MEASURE_PERIOD]);
    struct period period = {PERIOD_NONE, 0};
    uint32_t category = 0;
    if (!take_indicator(&entry, id))
        return;
    if (sheet->dimension_count && !find_crossing(&entry, &category))
        return;
    if (sheet->wide_count) {
        read_wide(sheet, &entry, category);
    } else if (find_period(sheet, when, &period)) {
        const struct csv_cell *value = entry_cell(&entry, MEASURE_VALUE);
        const struct csv_cell *part = value ? value : entry_cell(&entry, MEASURE_NUMERATOR);
        entry.value = value;
        read_entry(sheet, &entry, period, part ? part : id, category);
    } else
        report_period(sheet, when, id);
}

static bool each_row(void *data, size_t row, const struct csv_cell *cells, size_t count, char delimiter)
{
    struct sheet *sheet = data;
    if (row == 0) {
        const struct programme *programme = &sheet->check->facts->programme;
        sheet->reading = (struct cell_reading){sheet->scratch, sheet->diagnostics, programme->year_start,
                                               programme->language, delimiter};
        return read_header(sheet, cells, count);
    }
    if (count)
        read_row(sheet, cells, count);
    if (sheet->diagnostics->count - sheet->diagnostics_before < SHEET_DIAGNOSTICS)
        return true;
    REPORT(sheet->diagnostics, ((struct place){sheet->file, cells[0].line, cells[0].column}), MSG_diagnostics_many);
    return false;
}

void sheet_read(struct sheet *sheet, struct str text)
{
    sheet->columns = input_kind("measures")->columns;
    sheet->diagnostics_before = sheet->diagnostics->count;
    read_csv(sheet->scratch, text, sheet->file, (struct csv_options){sheet->known->at, sheet->known->count},
             sheet->diagnostics, each_row, sheet);
}
