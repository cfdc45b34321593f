/* Table Schema of a kind of input, for Frictionless tools and for people's own scripts. */
#include "model.h"

static const struct str schema_types[] = {
    [COLUMN_TEXT] = TEXT_OF("string"),     [COLUMN_NAME] = TEXT_OF("string"),    [COLUMN_NUMBER] = TEXT_OF("number"),
    [COLUMN_INTEGER] = TEXT_OF("integer"), [COLUMN_DATE] = TEXT_OF("date"),      [COLUMN_MOMENT] = TEXT_OF("string"),
    [COLUMN_PERIOD] = TEXT_OF("string"),   [COLUMN_YES_NO] = TEXT_OF("boolean"), [COLUMN_CHOICE] = TEXT_OF("string"),
    [COLUMN_NAMES] = TEXT_OF("string"),    [COLUMN_REF] = TEXT_OF("string"),     [COLUMN_REFS] = TEXT_OF("string"),
};

static void add_pair(struct buffer *json, const char *key, struct str value)
{
    buffer_print(json, ", \"%s\": ", key);
    buffer_json(json, value);
}

/* What a cell of this type looks like, beyond its type. */
static void add_form(struct buffer *json, const struct column *column, enum language language)
{
    bool french = language == LANGUAGE_FR;
    if (column->type == COLUMN_DATE)
        add_pair(json, "format", STR("any"));
    else if (column->type == COLUMN_NUMBER)
        buffer_print(json, ", \"decimalChar\": \"%s\", \"bareNumber\": false", french ? "," : ".");
    else if (column->type == COLUMN_YES_NO)
        buffer_add(json, STR(", \"trueValues\": [\"yes\", \"oui\"], \"falseValues\": [\"no\", \"non\"]"));
}

static void add_enum(struct buffer *json, const struct choice *choices, enum language language)
{
    buffer_add(json, STR(", \"enum\": ["));
    for (size_t i = 0; choices[i].value; i++) {
        buffer_add(json, i ? STR(", ") : STR_NONE);
        buffer_json(json, language == LANGUAGE_FR ? choices[i].fr : choices[i].en);
    }
    buffer_byte(json, ']');
}

static void add_constraints(struct buffer *json, const struct column *column, enum language language)
{
    buffer_print(json, ", \"constraints\": {\"required\": %s", column->required ? "true" : "false");
    if (column->type == COLUMN_NAME)
        buffer_add(json, STR(", \"unique\": true"));
    if (column->type == COLUMN_CHOICE)
        add_enum(json, column->choices, language);
    if (column->type == COLUMN_PERIOD)
        add_pair(json, "pattern", STR("[0-9]{4}(-([QTqt][1-4]|[Ss][12]|[0-9]{2}))?"));
    buffer_byte(json, '}');
}

static void add_field(struct buffer *json, const struct column *column, enum language language)
{
    bool french = language == LANGUAGE_FR;
    buffer_add(json, STR("    {\"name\": "));
    buffer_json(json, french ? column->fr : column->en);
    add_pair(json, "type", schema_types[column->type]);
    add_form(json, column, language);
    add_pair(json, "description", french ? column->help_fr : column->help_en);
    add_constraints(json, column, language);
    buffer_byte(json, '}');
}

struct str input_schema(struct arena *arena, const struct input_kind *kind, enum language language)
{
    struct buffer json = {.arena = arena};
    struct str key = STR_NONE;
    buffer_add(&json, STR("{\n  \"name\": "));
    buffer_json(&json, language == LANGUAGE_FR ? kind->fr : kind->en);
    buffer_add(&json, STR(",\n  \"description\": "));
    buffer_json(&json, language == LANGUAGE_FR ? kind->help_fr : kind->help_en);
    buffer_add(&json, STR(",\n  \"fields\": ["));
    for (const struct column *column = kind->columns; column->en.length; column++) {
        buffer_add(&json, column == kind->columns ? STR("\n") : STR(",\n"));
        add_field(&json, column, language);
        if (column->type == COLUMN_NAME)
            key = language == LANGUAGE_FR ? column->fr : column->en;
    }
    buffer_add(&json, STR("\n  ],\n  \"missingValues\": [\"\"]"));
    if (key.length) {
        buffer_add(&json, STR(",\n  \"primaryKey\": "));
        buffer_json(&json, key);
    }
    buffer_add(&json, STR("\n}\n"));
    return buffer_str(&json);
}
