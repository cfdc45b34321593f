#include "import.h"

#include "read/read.h"

/* ---- names: the table of inputs has them ---- */

static const struct column *columns_of_measures(void)
{
    for (size_t i = 0; i < input_kind_count; i++)
        if (input_kinds[i].shape == INPUT_MEASURES)
            return input_kinds[i].columns;
    return NULL;
}

static const struct column *column_named(const char *english)
{
    const struct column *column = columns_of_measures();
    while (column->en.length && !str_equal(column->en, str_of(english)))
        column++;
    return column;
}

static struct str column_name(const struct facts *facts, const char *english)
{
    const struct column *column = column_named(english);
    return facts->programme.language == LANGUAGE_FR ? column->fr : column->en;
}

/* ---- reading ---- */

struct taking {
    struct arena *arena;
    struct csv_file *file;
};

static bool take_row(void *data, size_t row, const struct csv_cell *cells, size_t count, char delimiter)
{
    struct taking *taking = data;
    struct csv_file *file = taking->file;
    file->delimiter = delimiter;
    if (row) {
        struct csv_line *line = PUSH(taking->arena, &file->lines);
        line->line = count ? cells[0].line : 0;
    }
    struct strs *into = row ? &file->lines.at[file->lines.count - 1].cells : &file->header;
    for (size_t i = 0; i < count; i++)
        *PUSH(taking->arena, into) = str_copy(taking->arena, cells[i].text);
    return true;
}

static void read_file(struct arena *arena, const struct facts *facts, struct csv_file *file, struct str bytes)
{
    struct strs known = {NULL, 0, 0};
    struct str text;
    for (const struct column *column = columns_of_measures(); column->en.length; column++) {
        *PUSH(arena, &known) = column->en;
        *PUSH(arena, &known) = column->fr;
    }
    for (size_t i = 1; i < facts->dimensions.count; i++)
        *PUSH(arena, &known) = facts->dimensions.at[i].id;
    struct diagnostics *unsaid = diagnostics_new(arena); /* `check` has said them */
    file->mark = str_starts(bytes, STR("\xEF\xBB\xBF"));
    if (read_text(arena, bytes, 0, unsaid, &text))
        read_csv(arena, text, 0, (struct csv_options){known.at, known.count}, unsaid, take_row,
                 &(struct taking){arena, file});
}

struct csv_file *csv_file_open(struct arena *arena, const struct facts *facts, struct str path)
{
    static const char *const first[] = {"indicator", "period", "value"};
    struct csv_file *file = ARENA_NEW(arena, struct csv_file);
    struct str bytes, whole = str_print(arena, "%.*s/%.*s", STR_ARG(facts->folder.path), STR_ARG(path));
    file->path = path;
    file->delimiter = facts->programme.language == LANGUAGE_FR ? ';' : ',';
    file->mark = true;
    if (path_read(arena, whole, &bytes) == FILE_OK)
        read_file(arena, facts, file, bytes);
    bool fresh = !file->header.count;
    for (size_t i = 0; i < 3 && fresh; i++)
        *PUSH(arena, &file->header) = column_name(facts, first[i]);
    return file;
}

bool csv_file_is_long(const struct csv_file *file)
{
    const struct column *period = column_named("period"), *value = column_named("value");
    for (size_t i = 0; i < file->header.count; i++)
        if (name_equal(file->header.at[i], period->en) || name_equal(file->header.at[i], period->fr) ||
            name_equal(file->header.at[i], value->en) || name_equal(file->header.at[i], value->fr))
            return true;
    return false;
}

/* ---- changing ---- */

static size_t header_at(struct arena *arena, struct csv_file *file, struct str name, struct str other)
{
    for (size_t i = 0; i < file->header.count; i++)
        if (name_equal(file->header.at[i], name) || (other.length && name_equal(file->header.at[i], other)))
            return i;
    *PUSH(arena, &file->header) = name;
    return file->header.count - 1;
}

static void put(struct arena *arena, struct csv_file *file, struct csv_line *line, size_t column, struct str text)
{
    while (line->cells.count <= column)
        *PUSH(arena, &line->cells) = STR_NONE;
    if (!str_equal(line->cells.at[column], text))
        file->changed = true;
    line->cells.at[column] = text;
}

/* A column is made only for something to stand in it. */
static void put_named(struct arena *arena, struct csv_file *file, const struct facts *facts, struct csv_line *line,
                      const char *english, struct str text)
{
    const struct column *column = column_named(english);
    struct str name = column_name(facts, english);
    bool there = false;
    for (size_t i = 0; i < file->header.count; i++)
        there |= name_equal(file->header.at[i], column->en) || name_equal(file->header.at[i], column->fr);
    if (there || text.length)
        put(arena, file, line, header_at(arena, file, name, str_equal(name, column->en) ? column->fr : column->en),
            text);
}

static struct str number_written(struct arena *arena, const struct csv_file *file, struct decimal number)
{
    struct str text = decimal_text(arena, number);
    char *at = arena_bytes(arena, text.length + 1);
    for (size_t i = 0; i <= text.length; i++)
        at[i] = i == text.length ? 0 : text.at[i] == '.' && file->delimiter != ',' ? ',' : text.at[i];
    return (struct str){at, text.length};
}

static struct str value_written(struct arena *arena, const struct csv_file *file, const struct facts *facts,
                                const struct form_answer *answer)
{
    bool french = facts->programme.language == LANGUAGE_FR;
    if (answer->filled & FILLED_VALUE)
        return number_written(arena, file, answer->first);
    if (answer->filled & FILLED_YES)
        return french ? STR("oui") : STR("yes");
    if (answer->filled & FILLED_NO)
        return french ? STR("non") : STR("no");
    return answer->filled & FILLED_TEXT ? answer->text : STR_NONE;
}

static void put_numbers(struct arena *arena, struct csv_file *file, const struct facts *facts, struct csv_line *line,
                        const struct form_answer *answer)
{
    struct str second = number_written(arena, file, answer->second);
    put_named(arena, file, facts, line, "value", value_written(arena, file, facts, answer));
    put_named(arena, file, facts, line, "numerator",
              answer->filled & FILLED_NUMERATOR ? number_written(arena, file, answer->first) : STR_NONE);
    put_named(arena, file, facts, line, "denominator", answer->filled & FILLED_DENOMINATOR ? second : STR_NONE);
    put_named(arena, file, facts, line, "n", answer->filled & FILLED_N ? second : STR_NONE);
}

static void put_words(struct arena *arena, struct csv_file *file, const struct facts *facts, struct csv_line *line,
                      const struct form_answer *answer)
{
    bool absent = answer->status >= STATUS_NOT_AVAILABLE;
    put_named(arena, file, facts, line, "status", form_status(answer->status));
    if (answer->reason.length)
        put_named(arena, file, facts, line, absent ? "reason" : "comment", answer->reason);
    if (date_is(answer->date))
        put_named(arena, file, facts, line, "date", date_iso(arena, answer->date));
}

static struct csv_line *line_new(struct arena *arena, struct csv_file *file, const struct facts *facts,
                                 const struct form_answer *answer)
{
    struct csv_line *line = PUSH(arena, &file->lines);
    const struct category *category = &facts->categories.at[answer->category];
    put_named(arena, file, facts, line, "indicator", facts->indicators.at[answer->indicator].id);
    put_named(arena, file, facts, line, "period",
              period_written(arena, answer->period, facts->programme.year_start, facts->programme.language));
    if (answer->category)
        put(arena, file, line, header_at(arena, file, category->dimension, STR_NONE), category->category);
    return line;
}

bool csv_file_put(struct arena *arena, struct csv_file *file, const struct facts *facts,
                  const struct form_answer *answer, uint32_t line)
{
    struct csv_line *found = line ? NULL : line_new(arena, file, facts, answer);
    for (size_t i = 0; line && i < file->lines.count; i++)
        if (file->lines.at[i].line == line)
            found = &file->lines.at[i];
    if (!found)
        return false;
    put_numbers(arena, file, facts, found, answer);
    put_words(arena, file, facts, found, answer);
    return true;
}

/* ---- writing ---- */

static void add_cell(struct buffer *out, struct str cell, char delimiter)
{
    bool quoted = false;
    for (size_t i = 0; i < cell.length; i++)
        quoted |= cell.at[i] == delimiter || cell.at[i] == '"' || cell.at[i] == '\n' || cell.at[i] == '\r';
    if (!quoted) {
        buffer_add(out, cell);
        return;
    }
    buffer_byte(out, '"');
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.at[i] == '"')
            buffer_byte(out, '"');
        buffer_byte(out, cell.at[i]);
    }
    buffer_byte(out, '"');
}

static void add_line(struct buffer *out, const struct strs *cells, size_t columns, char delimiter)
{
    for (size_t i = 0; i < columns; i++) {
        if (i)
            buffer_byte(out, delimiter);
        add_cell(out, i < cells->count ? cells->at[i] : STR_NONE, delimiter);
    }
    buffer_byte(out, '\n');
}

struct str csv_file_text(struct arena *arena, const struct csv_file *file)
{
    struct buffer out = {.arena = arena};
    if (file->mark)
        buffer_add(&out, STR("\xEF\xBB\xBF"));
    add_line(&out, &file->header, file->header.count, file->delimiter);
    for (size_t i = 0; i < file->lines.count; i++)
        add_line(&out, &file->lines.at[i].cells, file->header.count, file->delimiter);
    return buffer_str(&out);
}
