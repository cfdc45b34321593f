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

static void put_words(struct arena *arena, struct csv_file *file, const struct facts *facts, struct csv_line *line,
                      const struct form_answer *answer)
{
    bool absent = answer->status >= STATUS_NOT_AVAILABLE;
    csv_put(arena, file, facts, line, "status", form_status(answer->status));
    if (answer->reason.length)
        csv_put(arena, file, facts, line, absent ? "reason" : "comment", answer->reason);
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

/* A column a period: a value, or the letters of its absence, in its cell; nothing else has a place there. */
static bool put_wide(struct arena *arena, struct csv_file *file, const struct facts *facts, struct csv_line *line,
                     const struct form_answer *answer)
{
    bool absent = answer->status >= STATUS_NOT_AVAILABLE;
    unsigned others = FILLED_NUMERATOR | FILLED_DENOMINATOR | FILLED_N;
    if ((unsigned)answer->filled & others || answer->reason.length || date_is(answer->date) ||
        (answer->status != STATUS_FINAL && !absent))
        return false;
    for (size_t i = 0; i < line->cells.count && i < file->header.count; i++)
        if (line->columns[i] == answer->was->column) {
            csv_put_at(arena, file, line, i,
                       absent ? form_status(answer->status) : value_written(arena, file, facts, answer));
            return true;
        }
    return false;
}

bool answer_put(struct arena *arena, struct csv_file *file, const struct facts *facts, const struct form_answer *answer,
                struct period of_file)
{
    bool wide = !csv_file_has(file, "period") && !csv_file_has(file, "value") && !csv_file_has(file, "numerator");
    struct csv_line *line =
        answer->was ? csv_file_line(file, answer->was->line) : line_new(arena, file, facts, answer, of_file);
    if (!line)
        return false;
    line->place = answer->place;
    if (wide && answer->was)
        return put_wide(arena, file, facts, line, answer);
    put_numbers(arena, file, facts, line, answer);
    put_words(arena, file, facts, line, answer);
    return true;
}
