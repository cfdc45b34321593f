/* Front matter: keys are columns, a map within the map is a name in two parts. */
#include "work.h"

#include <string.h>

struct front {
    struct check *check;
    const struct input_kind *kind;
    uint32_t file;
    bool strict;
    char *row;
};

/* A list of scalars as one text, joined by commas. */
static struct str list_text(struct arena *arena, const struct yaml *list)
{
    struct buffer text = {.arena = arena};
    for (const struct yaml *item = list->first; item; item = item->next) {
        buffer_add(&text, item == list->first ? STR_NONE : STR(", "));
        buffer_add(&text, item->text);
    }
    return buffer_str(&text);
}

/* A list keeps its items whole, whatever blanks they hold. */
static void names_of_list(struct front *front, const struct column *column, const struct yaml *list)
{
    struct strs names = {0};
    struct refs refs = {0};
    for (const struct yaml *item = list->first; item; item = item->next)
        if (item->kind == YAML_SCALAR && item->text.length) {
            *PUSH(front->check->run, &names) = str_copy(front->check->run, item->text);
            *PUSH(front->check->run, &refs) = (struct ref){names.at[names.count - 1], 0};
        }
    if (column->type == COLUMN_NAMES)
        memcpy(front->row + column->offset, &names, sizeof names);
    else
        memcpy(front->row + column->offset, &refs, sizeof refs);
}

static void read_value(struct front *front, const struct column *column, const struct yaml *value)
{
    struct cell_reading reading = check_reading(front->check, ',');
    bool many = column->type == COLUMN_NAMES || column->type == COLUMN_REFS;
    if (value->kind == YAML_LIST && many)
        names_of_list(front, column, value);
    else if (value->kind == YAML_MAP)
        REPORT(front->check->diagnostics, value->place, MSG_key_not_map, {value->key});
    else {
        struct str text = value->kind == YAML_LIST ? list_text(front->check->scratch, value) : value->text;
        if (str_trim(text).length)
            cell_read(&reading, column, str_trim(text), value->place, front->row + column->offset);
    }
}

static void report_unknown_key(struct front *front, struct str name, struct place place)
{
    struct check *check = front->check;
    struct strs known = columns_known(check->scratch, front->kind->columns, check->facts->programme.language);
    if (front->strict && !str_starts(name, STR("x-")))
        REPORT(check->diagnostics, place, MSG_unknown_key,
               {name, words_instead(check->scratch, known.at, known.count, name)});
}

static void read_map(struct front *front, const struct yaml *map, struct str prefix)
{
    for (const struct yaml *entry = map->first; entry; entry = entry->next) {
        struct str name = prefix.length
                              ? str_print(front->check->scratch, "%.*s.%.*s", STR_ARG(prefix), STR_ARG(entry->key))
                              : entry->key;
        int column = column_find(front->kind->columns, name);
        if (column >= 0)
            read_value(front, &front->kind->columns[column], entry);
        else if (entry->kind == YAML_MAP && !prefix.length)
            read_map(front, entry, entry->key);
        else
            report_unknown_key(front, name, entry->key_place);
    }
}

void front_read(struct check *check, const struct yaml *front, const struct input_kind *kind, uint32_t file,
                bool strict, void *row)
{
    struct front reading = {check, kind, file, strict, row};
    if (front)
        read_map(&reading, front, STR_NONE);
}

void front_read_gently(struct check *check, const struct yaml *front, const struct input_kind *kind, uint32_t file,
                       void *row)
{
    struct diagnostics *said = check->diagnostics;
    size_t before = said->count;
    front_read(check, front, kind, file, false, row);
    for (size_t i = before; i < said->count; i++)
        if (said->at[i].severity == SEVERITY_ERROR)
            said->at[i].severity = SEVERITY_WARNING;
}
