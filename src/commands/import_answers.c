/* What an answer writes in a row of measures, in the dialect of its file. */
#include "import.h"

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
    csv_put(arena, file, facts, line, "value", value_written(arena, file, facts, answer));
    csv_put(arena, file, facts, line, "numerator",
            answer->filled & FILLED_NUMERATOR ? number_written(arena, file, answer->first) : STR_NONE);
    csv_put(arena, file, facts, line, "denominator", answer->filled & FILLED_DENOMINATOR ? second : STR_NONE);
    csv_put(arena, file, facts, line, "n", answer->filled & FILLED_N ? second : STR_NONE);
}

/* The form gives back what it was given. */
static bool reason_stands(const struct facts *facts, const struct form_answer *answer)
{
    return answer->was && (int)answer->was->status == (int)answer->status &&
           str_equal(answer->reason, facts->notes.at[answer->was->note].reason);
}

static void put_words(struct arena *arena, struct csv_file *file, const struct facts *facts, struct csv_line *line,
                      const struct form_answer *answer)
{
    bool kept = answer->status >= STATUS_NOT_AVAILABLE || reason_stands(facts, answer);
    csv_put(arena, file, facts, line, "status", status_mark(answer->status));
    /* What explained another answer does not explain this one. */
    csv_put(arena, file, facts, line, "reason", kept ? answer->reason : STR_NONE);
    if (answer->reason.length && !kept)
        csv_put(arena, file, facts, line, "comment", answer->reason);
    if (date_is(answer->date))
        csv_put(arena, file, facts, line, "date", date_iso(arena, answer->date));
}

static struct csv_line *line_new(struct arena *arena, struct csv_file *file, const struct facts *facts,
                                 const struct form_answer *answer, struct period of_file)
{
    struct csv_line *line = csv_file_add(arena, file);
    const struct category *category = &facts->categories.at[answer->category];
    csv_put(arena, file, facts, line, "indicator", facts->indicators.at[answer->indicator].id);
    /* A file named after its period need not say it again. */
    if (csv_file_has(file, "period") || !period_equal(answer->period, of_file))
        csv_put(arena, file, facts, line, "period",
                period_written(arena, answer->period, facts->programme.year_start, facts->programme.language));
    if (answer->category)
        csv_put_own(arena, file, line, category->dimension, category->category);
    return line;
}

/* The column whose header is this period; any period, with none asked. */
static size_t period_column(const struct csv_file *file, const struct facts *facts, const struct period *asked)
{
    struct period period;
    for (size_t i = 0; i < file->header.count; i++)
        if (period_parse(file->header.at[i], facts->programme.year_start, &period) &&
            (!asked || period_equal(period, *asked)))
            return i;
    return SIZE_MAX;
}

static size_t cell_column(const struct csv_line *line, uint16_t column)
{
    for (size_t i = 0; i < line->cells.count; i++)
        if (line->columns[i] == column)
            return i;
    return SIZE_MAX;
}

/* A column a period: a value, or the letters of its absence, in its cell; nothing else has a place there. */
static bool put_wide(struct arena *arena, struct csv_file *file, const struct facts *facts, struct csv_line *line,
                     const struct form_answer *answer)
{
    bool absent = answer->status >= STATUS_NOT_AVAILABLE && answer->status != STATUS_EMPTY;
    unsigned others = FILLED_NUMERATOR | FILLED_DENOMINATOR | FILLED_N;
    if ((unsigned)answer->filled & others || answer->reason.length || date_is(answer->date) ||
        (answer->status != STATUS_FINAL && !absent && answer->filled))
        return false;
    size_t at = line ? cell_column(line, answer->was->column) : period_column(file, facts, &answer->period);
    if (at >= file->header.count)
        return false;
    if (!line)
        line = line_new(arena, file, facts, answer, answer->period);
    line->place = answer->place;
    csv_put_at(arena, file, line, at, absent ? status_mark(answer->status) : value_written(arena, file, facts, answer));
    return true;
}

bool answer_put(struct arena *arena, struct csv_file *file, const struct facts *facts, const struct form_answer *answer,
                struct period of_file)
{
    struct csv_line *line = answer->was ? csv_file_line(file, answer->was->line) : NULL;
    if (answer->was && !line)
        return false;
    if (period_column(file, facts, NULL) != SIZE_MAX)
        return put_wide(arena, file, facts, line, answer);
    if (!line)
        line = line_new(arena, file, facts, answer, of_file);
    line->place = answer->place;
    put_numbers(arena, file, facts, line, answer);
    put_words(arena, file, facts, line, answer);
    return true;
}
