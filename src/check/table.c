/* Small tables: the columns of the table of inputs are found in the header, then each row is typed. */
#include "work.h"

#include <string.h>

#define CELLS_MAX 1024 /* what reading gives at most */
#define ROWS_MAX 1000000
#define INDICATORS_MAX 60000 /* an observation knows its indicator by 16 bits */

void list_store(struct facts *facts, const struct input_kind *kind, struct input_rows rows)
{
    memcpy((char *)facts + kind->list_offset, &rows, sizeof rows);
}

void *list_push(struct arena *arena, struct facts *facts, const struct input_kind *kind)
{
    struct input_rows list = input_rows(facts, kind);
    if (list.count == list.capacity)
        list.at = arena_grow(arena, list.at, list.count, &list.capacity, kind->row_size);
    void *row = list.at + kind->row_size * list.count++;
    list_store(facts, kind, list);
    return row;
}

struct cell_reading check_reading(struct check *check, char delimiter)
{
    const struct programme *programme = &check->facts->programme;
    return (struct cell_reading){check->run, check->diagnostics, programme->year_start, programme->language, delimiter};
}

/* One table being read. */
struct table_reading {
    struct check *check;
    const struct input_kind *kind;
    uint32_t file;
    size_t columns;    /* of the kind */
    int at[CELLS_MAX]; /* by cell of the header: index of the kind's column, -1 for none */
    size_t cells;      /* in the header */
    bool stop;
};

int column_find(const struct column *columns, struct str name)
{
    for (int i = 0; columns[i].en.length; i++)
        if (name_equal(name, columns[i].en) || name_equal(name, columns[i].fr))
            return i;
    return -1;
}

struct strs columns_known(struct arena *arena, const struct column *columns, enum language first)
{
    struct strs known = {0};
    for (size_t i = 0; columns[i].en.length; i++)
        *PUSH(arena, &known) = column_name(&columns[i], first);
    for (size_t i = 0; columns[i].en.length; i++)
        *PUSH(arena, &known) = column_name(&columns[i], first == LANGUAGE_FR ? LANGUAGE_EN : LANGUAGE_FR);
    return known;
}

/* A column that nothing knows, unless it is the user's own. */
void column_unknown(struct diagnostics *diagnostics, struct arena *scratch, const struct strs *known, struct str name,
                    struct place place)
{
    if (!name.length || str_starts(name, STR("x-")) || str_starts(name, STR("X-")))
        return;
    REPORT(diagnostics, place, MSG_unknown_column, {name, words_instead(scratch, known->at, known->count, name)});
}

static void report_missing_columns(struct table_reading *table)
{
    struct check *check = table->check;
    enum language language = check->facts->programme.language;
    for (size_t c = 0; c < table->columns; c++) {
        bool there = !table->kind->columns[c].required;
        for (size_t i = 0; i < table->cells && !there; i++)
            there = table->at[i] == (int)c;
        if (!there)
            REPORT(check->diagnostics, ((struct place){table->file, 1, 1}), MSG_column_missing,
                   {column_name(&table->kind->columns[c], language)});
        table->stop = table->stop || !there;
    }
}

static void read_header(struct table_reading *table, const struct csv_cell *cells, size_t count)
{
    struct check *check = table->check;
    struct strs known = columns_known(check->scratch, table->kind->columns, check->facts->programme.language);
    bool *seen = ARENA_ARRAY(check->scratch, bool, table->columns + 1);
    table->cells = count < CELLS_MAX ? count : CELLS_MAX;
    for (size_t i = 0; i < table->cells; i++) {
        struct place place = {table->file, cells[i].line, cells[i].column};
        int column = table->at[i] = column_find(table->kind->columns, cells[i].text);
        if (column < 0)
            column_unknown(check->diagnostics, check->scratch, &known, cells[i].text, place);
        else if (seen[column]) {
            REPORT(check->diagnostics, place, MSG_column_twice, {cells[i].text});
            table->at[i] = -1;
        } else
            seen[column] = true;
    }
    report_missing_columns(table);
}

/* Required cells that are empty, each at the place where it should be. */
static bool report_missing_cells(struct table_reading *table, const struct place *places, struct place row)
{
    bool complete = true;
    struct check *check = table->check;
    for (size_t c = 0; c < table->columns; c++)
        if (table->kind->columns[c].required && !places[c].line) {
            REPORT(check->diagnostics, row, MSG_cell_missing,
                   {column_name(&table->kind->columns[c], check->facts->programme.language)});
            complete = false;
        }
    return complete;
}

static bool has_identity(const struct input_kind *kind)
{
    for (const struct column *c = kind->columns; c->en.length; c++)
        if (c->type == COLUMN_NAME)
            return true;
    return false;
}

/* Dates and moments are absent by a value, not by zero. */
static void row_clear(const struct input_kind *kind, char *row)
{
    struct date none = DATE_NONE;
    for (const struct column *c = kind->columns; c->en.length; c++) {
        if (c->type == COLUMN_DATE || c->type == COLUMN_MOMENT)
            memcpy(row + c->offset, &none, sizeof none);
        if (c->type == COLUMN_MOMENT)
            memcpy(row + c->offset + offsetof(struct moment, last), &none, sizeof none);
    }
}

void row_start(const struct input_kind *kind, void *row)
{
    memset(row, 0, kind->row_size);
    row_clear(kind, row);
}

static void read_row(struct table_reading *table, const struct csv_cell *cells, size_t count, char delimiter)
{
    struct check *check = table->check;
    struct cell_reading reading = check_reading(check, delimiter);
    struct place *places = ARENA_ARRAY(check->run, struct place, table->columns + 1);
    char *row = arena_alloc(check->scratch, 1, table->kind->row_size);
    row_start(table->kind, row);
    bool sound = true;
    for (size_t i = 0; i < count && i < table->cells; i++) {
        if (table->at[i] < 0 || !cells[i].text.length)
            continue;
        const struct column *column = &table->kind->columns[table->at[i]];
        struct place place = {table->file, cells[i].line, cells[i].column};
        places[table->at[i]] = place;
        sound = (cell_read(&reading, column, cells[i].text, place, row + column->offset) || !column->required) && sound;
    }
    struct place first = {table->file, cells[0].line, cells[0].column};
    sound = report_missing_cells(table, places, first) && sound;
    /* A row that others refer to stays, so that one error does not become many. */
    if (!sound && !has_identity(table->kind))
        return;
    struct row head = {first, places};
    memcpy(row, &head, sizeof head);
    memcpy(list_push(check->run, check->facts, table->kind), row, table->kind->row_size);
}

/* A table so long is not one that people keep. */
static bool is_full(struct table_reading *table, struct place place)
{
    size_t most = table->kind == input_kind("indicators") ? INDICATORS_MAX : ROWS_MAX;
    if (input_rows(table->check->facts, table->kind).count <= most)
        return false;
    REPORT(table->check->diagnostics, place, MSG_rows_many, {said_count(table->check, (int64_t)most)});
    return true;
}

static bool each_row(void *data, size_t row, const struct csv_cell *cells, size_t count, char delimiter)
{
    struct table_reading *table = data;
    if (row == 0)
        read_header(table, cells, count);
    else if (count)
        read_row(table, cells, count, delimiter);
    table->stop =
        table->stop || (row && count && is_full(table, (struct place){table->file, cells[0].line, cells[0].column}));
    return !table->stop;
}

void table_read(struct check *check, uint32_t file)
{
    struct arena_mark mark = arena_mark(check->scratch);
    struct table_reading table = {.check = check, .kind = check->sources[file].kind, .file = file};
    struct strs known = columns_known(check->scratch, table.kind->columns, check->facts->programme.language);
    struct str text;
    table.columns = input_columns(table.kind);
    if (source_text(check, file, &text))
        read_csv(check->scratch, text, file, (struct csv_options){known.at, known.count}, check->diagnostics, each_row,
                 &table);
    arena_rewind(check->scratch, mark);
}
