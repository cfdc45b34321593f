/* CSV files that an import changes. A person's next difference of versions must show the rows that changed and no
 * others, so every other row is given back as it was. */
#include "import.h"

#include "read/read.h"

#include <string.h>

/* ---- names: the table of inputs has them ---- */

static const struct column *column_named(const struct csv_file *file, const char *english)
{
    const struct column *column = file->named;
    while (column->en.length && !str_equal(column->en, str_of(english)))
        column++;
    return column;
}

static struct str column_name(const struct column *column, const struct facts *facts)
{
    return facts->programme.language == LANGUAGE_FR ? column->fr : column->en;
}

static size_t header_at(const struct csv_file *file, struct str name, struct str other)
{
    for (size_t i = 0; i < file->header.count; i++)
        if (name_equal(file->header.at[i], name) || (other.length && name_equal(file->header.at[i], other)))
            return i;
    return SIZE_MAX;
}

bool csv_file_has(const struct csv_file *file, const char *english)
{
    const struct column *column = column_named(file, english);
    return header_at(file, column->en, column->fr) != SIZE_MAX;
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
    struct strs *into = &file->header;
    file->delimiter = delimiter;
    if (row) {
        struct csv_line *line = PUSH(taking->arena, &file->lines);
        *line = (struct csv_line){.line = count ? cells[0].line : 0,
                                  .columns = ARENA_ARRAY(taking->arena, uint16_t, count + 1)};
        for (size_t i = 0; i < count; i++)
            line->columns[i] = cells[i].column < UINT16_MAX ? (uint16_t)cells[i].column : UINT16_MAX;
        into = &line->cells;
    } else if (count) {
        file->header_was = cells[0].line; /* until the text is cut into lines */
    }
    for (size_t i = 0; i < count; i++)
        *PUSH(taking->arena, into) = str_copy(taking->arena, cells[i].text);
    return true;
}

/* A line ends with LF, CR LF or CR alone, as the reader of CSV counts them. */
static bool ends_line(struct str text, size_t at)
{
    return text.at[at] == '\n' || (text.at[at] == '\r' && (at + 1 == text.length || text.at[at + 1] != '\n'));
}

/* Where each line of the text begins, from line 1; one more at the end. */
static size_t *line_starts(struct arena *arena, struct str text)
{
    size_t lines = 1, count = 1;
    for (size_t i = 0; i < text.length; i++)
        lines += ends_line(text, i);
    size_t *starts = ARENA_ARRAY(arena, size_t, lines + 2);
    for (size_t i = 0; i < text.length; i++)
        if (ends_line(text, i))
            starts[++count] = i + 1;
    starts[count + 1] = text.length;
    return starts;
}

static struct str line_end_of(struct str text)
{
    size_t newline = str_index(text, '\n', 0), carriage = str_index(text, '\r', 0);
    return carriage + 1 == newline && newline < text.length ? STR("\r\n") : carriage < newline ? STR("\r") : STR("\n");
}

/* What is as written: a row goes to where the next one begins. */
static void cut_rows(struct arena *arena, struct csv_file *file, struct str text)
{
    size_t *starts = line_starts(arena, text), end = text.length;
    file->line_end = line_end_of(text);
    for (size_t i = file->lines.count; i-- > 0;) {
        struct csv_line *line = &file->lines.at[i];
        line->raw = str_copy(arena, str_slice(text, starts[line->line], end));
        end = starts[line->line];
    }
    size_t header = file->header_was ? starts[file->header_was] : 0;
    file->before = str_copy(arena, str_slice(text, 0, header));
    file->header_raw = str_copy(arena, str_slice(text, header, end));
    file->header_was = file->header.count;
}

static void read_file(struct arena *arena, const struct facts *facts, struct csv_file *file, struct str bytes)
{
    struct strs known = {NULL, 0, 0};
    struct str text;
    for (const struct column *column = file->named; column->en.length; column++) {
        *PUSH(arena, &known) = column->en;
        *PUSH(arena, &known) = column->fr;
    }
    for (size_t i = 1; i < facts->dimensions.count; i++)
        *PUSH(arena, &known) = facts->dimensions.at[i].id;
    struct diagnostics *unsaid = diagnostics_new(arena); /* `check` has said them */
    /* What was in another encoding is written as UTF-8 with the mark that spreadsheets tell it by. */
    file->mark = str_starts(bytes, STR("\xEF\xBB\xBF")) || !utf8_valid(bytes);
    file->unreadable = !read_text(arena, bytes, 0, unsaid, &text);
    if (file->unreadable)
        return;
    read_csv(arena, text, 0, (struct csv_options){known.at, known.count}, unsaid, take_row,
             &(struct taking){arena, file});
    cut_rows(arena, file, text);
}

struct csv_file *csv_file_open(struct arena *arena, const struct facts *facts, struct str path, const char *kind,
                               const char *const *first)
{
    struct csv_file *file = ARENA_NEW(arena, struct csv_file);
    struct file at = {.path = path};
    struct str bytes;
    *file = (struct csv_file){.path = path,
                              .named = input_kind(kind)->columns,
                              .line_end = STR("\n"),
                              .delimiter = facts->programme.language == LANGUAGE_FR ? ';' : ',',
                              .mark = true};
    enum file_problem problem = file_read(arena, &facts->folder, &at, &bytes);
    file->unreadable = problem != FILE_OK && problem != FILE_ABSENT;
    if (problem == FILE_OK)
        read_file(arena, facts, file, bytes);
    bool fresh = !file->header.count;
    for (size_t i = 0; first[i] && fresh; i++)
        *PUSH(arena, &file->header) = column_name(column_named(file, first[i]), facts);
    return file;
}

/* ---- changing ---- */

struct csv_line *csv_file_line(struct csv_file *file, uint32_t line)
{
    for (size_t i = 0; i < file->lines.count; i++)
        if (file->lines.at[i].line == line)
            return &file->lines.at[i];
    return NULL;
}

struct csv_line *csv_file_add(struct arena *arena, struct csv_file *file)
{
    struct csv_line *line = PUSH(arena, &file->lines);
    *line = (struct csv_line){.changed = true};
    file->changed = true;
    return line;
}

void csv_put_at(struct arena *arena, struct csv_file *file, struct csv_line *line, size_t column, struct str text)
{
    while (line->cells.count <= column)
        *PUSH(arena, &line->cells) = STR_NONE;
    if (str_equal(line->cells.at[column], text))
        return;
    line->changed = file->changed = true;
    line->cells.at[column] = text;
}

void csv_put_own(struct arena *arena, struct csv_file *file, struct csv_line *line, struct str name, struct str text)
{
    size_t at = header_at(file, name, STR_NONE);
    if (at == SIZE_MAX) {
        at = file->header.count;
        *PUSH(arena, &file->header) = name;
    }
    csv_put_at(arena, file, line, at, text);
}

void csv_put(struct arena *arena, struct csv_file *file, const struct facts *facts, struct csv_line *line,
             const char *english, struct str text)
{
    const struct column *column = column_named(file, english);
    size_t at = header_at(file, column->en, column->fr);
    if (at != SIZE_MAX)
        csv_put_at(arena, file, line, at, text);
    else if (text.length)
        csv_put_own(arena, file, line, column_name(column, facts), text);
}

/* ---- writing ---- */

static void add_cells(struct buffer *out, const struct csv_file *file, const struct strs *cells)
{
    for (size_t i = 0; i < file->header.count || i < cells->count; i++) {
        if (i)
            buffer_byte(out, file->delimiter);
        buffer_csv(out, i < cells->count ? cells->at[i] : STR_NONE, file->delimiter);
    }
    buffer_add(out, file->line_end);
}

/* A row as it was; a new column is empty in it. */
static void add_raw(struct buffer *out, const struct csv_file *file, struct str raw, size_t cells)
{
    struct str row = raw;
    while (row.length && (row.at[row.length - 1] == '\n' || row.at[row.length - 1] == '\r'))
        row.length--;
    buffer_add(out, row);
    for (size_t i = file->header_was; cells == file->header_was && i < file->header.count; i++)
        buffer_byte(out, file->delimiter);
    struct str end = str_slice(raw, row.length, raw.length);
    buffer_add(out, end.length ? end : file->line_end);
}

/* Rows with their new line numbers, so that what is wrong in one is told by the form's cell. */
struct str csv_file_text(struct arena *arena, struct csv_file *file)
{
    struct buffer out = {.arena = arena};
    if (file->mark)
        buffer_add(&out, STR("\xEF\xBB\xBF"));
    buffer_add(&out, file->before);
    if (file->header_was == file->header.count)
        add_raw(&out, file, file->header_raw, SIZE_MAX);
    else
        add_cells(&out, file, &file->header);
    uint32_t line = 1;
    for (size_t i = 0, at = 0; i < file->lines.count; i++) {
        struct csv_line *row = &file->lines.at[i];
        for (; at < out.count; at++)
            line += ends_line((struct str){out.at, out.count}, at);
        row->line = line;
        if (row->changed)
            add_cells(&out, file, &row->cells);
        else
            add_raw(&out, file, row->raw, row->cells.count);
    }
    return buffer_str(&out);
}
