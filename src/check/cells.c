/* A cell's text becomes a field of its row, by the type of its column. */
#include "work.h"

#include <string.h>

struct str column_name(const struct column *column, enum language language)
{
    return language == LANGUAGE_FR ? column->fr : column->en;
}

/* What one reader below is given. */
struct cell_in {
    const struct cell_reading *reading;
    const struct column *column;
    struct str text;
    struct place place;
};

static bool is_word(struct str text, const char *const *words)
{
    for (; *words; words++)
        if (name_equal(text, str_of(*words)))
            return true;
    return false;
}

enum answer answer_of(struct str text)
{
    static const char *const yes[] = {"oui", "yes", "o", "y", "vrai", "true", "1", "x", NULL};
    static const char *const no[] = {"non", "no", "n", "faux", "false", "0", NULL};
    return is_word(text, yes) ? ANSWER_YES : is_word(text, no) ? ANSWER_NO : ANSWER_NONE;
}

static bool read_text_cell(const struct cell_in *in, void *field)
{
    struct str copy = str_copy(in->reading->arena, in->text);
    memcpy(field, &copy, sizeof copy);
    return true;
}

static bool read_number(const struct cell_in *in, void *field)
{
    struct maybe value = {.is = true};
    if (!number_read(in->reading, in->text, STR_NONE, in->place, &value.number))
        return false;
    memcpy(field, &value, sizeof value);
    return true;
}

static bool read_integer(const struct cell_in *in, void *field)
{
    struct maybe value = {.is = true};
    if (!number_read(in->reading, in->text, STR_NONE, in->place, &value.number))
        return false;
    if (value.number.scale) {
        REPORT(in->reading->diagnostics, in->place, MSG_not_an_integer, {in->text});
        return false;
    }
    memcpy(field, &value, sizeof value);
    return true;
}

static bool read_date(const struct cell_in *in, void *field)
{
    struct date date;
    if (!date_parse(in->text, &date)) {
        REPORT(in->reading->diagnostics, in->place, MSG_not_a_date, {in->text});
        return false;
    }
    memcpy(field, &date, sizeof date);
    return true;
}

static bool read_period(const struct cell_in *in, void *field)
{
    struct period period;
    if (!period_parse(in->text, in->reading->year_start, &period)) {
        REPORT(in->reading->diagnostics, in->place, MSG_not_a_period, {in->text});
        return false;
    }
    memcpy(field, &period, sizeof period);
    return true;
}

static bool read_moment(const struct cell_in *in, void *field)
{
    struct moment moment = {DATE_NONE, DATE_NONE, {PERIOD_NONE, 0}};
    if (date_parse(in->text, &moment.first))
        moment.last = moment.first;
    else if (period_parse(in->text, in->reading->year_start, &moment.period)) {
        moment.first = period_first_day(moment.period);
        moment.last = period_last_day(moment.period);
    } else {
        REPORT(in->reading->diagnostics, in->place, MSG_not_a_moment, {in->text});
        return false;
    }
    memcpy(field, &moment, sizeof moment);
    return true;
}

static bool read_yes_no(const struct cell_in *in, void *field)
{
    int answer = (int)answer_of(in->text);
    if (answer == ANSWER_NONE)
        REPORT(in->reading->diagnostics, in->place, MSG_not_yes_or_no, {in->text});
    memcpy(field, &answer, sizeof answer);
    return answer != ANSWER_NONE;
}

/* The nearest of both languages' words, else those of the programme's language. */
static struct str choice_instead(const struct cell_in *in)
{
    struct strs all = {0}, own = {0};
    struct arena *arena = in->reading->arena;
    for (const struct choice *c = in->column->choices; c->value; c++) {
        *PUSH(arena, &all) = c->fr;
        *PUSH(arena, &all) = c->en;
        *PUSH(arena, &own) = in->reading->language == LANGUAGE_FR ? c->fr : c->en;
    }
    struct str nearest = name_nearest(in->text, all.at, all.count);
    return nearest.length ? nearest : words_instead(arena, own.at, own.count, STR_NONE);
}

static bool read_choice(const struct cell_in *in, void *field)
{
    int value = choice_of(in->column->choices, in->text);
    if (value) {
        memcpy(field, &value, sizeof value);
        return true;
    }
    REPORT(in->reading->diagnostics, in->place, MSG_unknown_value,
           {in->text, column_name(in->column, in->reading->language), choice_instead(in)});
    return false;
}

void names_split(struct arena *arena, struct str text, struct strs *names)
{
    bool commas = str_index(text, ',', 0) < text.length || str_index(text, ';', 0) < text.length;
    for (size_t at = 0, from = 0; at <= text.length; at++) {
        char c = at < text.length ? text.at[at] : ',';
        bool ends = commas || at == text.length ? c == ',' || c == ';' : c == ' ' || c == '\t' || c == '\n';
        if (!ends)
            continue;
        struct str name = str_trim(str_slice(text, from, at));
        if (name.length)
            *PUSH(arena, names) = str_copy(arena, name);
        from = at + 1;
    }
}

static bool read_names(const struct cell_in *in, void *field)
{
    struct strs names = {0};
    names_split(in->reading->arena, in->text, &names);
    memcpy(field, &names, sizeof names);
    return true;
}

/* The id only; its index is found when every table has been read. */
static bool read_ref(const struct cell_in *in, void *field)
{
    struct ref ref = {str_copy(in->reading->arena, in->text), 0};
    memcpy(field, &ref, sizeof ref);
    return true;
}

static bool read_refs(const struct cell_in *in, void *field)
{
    struct strs names = {0};
    struct refs refs = {0};
    names_split(in->reading->arena, in->text, &names);
    for (size_t i = 0; i < names.count; i++)
        *PUSH(in->reading->arena, &refs) = (struct ref){names.at[i], 0};
    memcpy(field, &refs, sizeof refs);
    return true;
}

bool cell_read(const struct cell_reading *reading, const struct column *column, struct str text, struct place place,
               void *field)
{
    static bool (*const readers[])(const struct cell_in *in, void *field) = {
        [COLUMN_TEXT] = read_text_cell,  [COLUMN_NAME] = read_text_cell, [COLUMN_NUMBER] = read_number,
        [COLUMN_INTEGER] = read_integer, [COLUMN_DATE] = read_date,      [COLUMN_MOMENT] = read_moment,
        [COLUMN_PERIOD] = read_period,   [COLUMN_YES_NO] = read_yes_no,  [COLUMN_CHOICE] = read_choice,
        [COLUMN_NAMES] = read_names,     [COLUMN_REF] = read_ref,        [COLUMN_REFS] = read_refs,
    };
    struct cell_in in = {reading, column, text, place};
    return readers[column->type](&in, field);
}
