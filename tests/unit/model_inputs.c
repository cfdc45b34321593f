/* The table of inputs agrees with itself. */
#include "unit.h"

#include "model/model.h"

#include <jansson.h>

static const size_t column_sizes[] = {[COLUMN_TEXT] = sizeof(struct str),      [COLUMN_NAME] = sizeof(struct str),
                                      [COLUMN_NUMBER] = sizeof(struct maybe),  [COLUMN_INTEGER] = sizeof(struct maybe),
                                      [COLUMN_DATE] = sizeof(struct date),     [COLUMN_MOMENT] = sizeof(struct moment),
                                      [COLUMN_PERIOD] = sizeof(struct period), [COLUMN_YES_NO] = sizeof(int),
                                      [COLUMN_CHOICE] = sizeof(int),           [COLUMN_NAMES] = sizeof(struct strs),
                                      [COLUMN_REF] = sizeof(struct ref),       [COLUMN_REFS] = sizeof(struct refs)};

static void check_names(const struct input_kind *kind, const struct column *column)
{
    for (const struct column *other = column + 1; other->en.length; other++)
        if (name_equal(column->en, other->en) || name_equal(column->fr, other->fr) ||
            name_equal(column->en, other->fr) || name_equal(column->fr, other->en))
            fail_msg("%s: two columns answer to %s or %s", kind->en.at, column->en.at, column->fr.at);
    assert_true(column->help_en.length && column->help_fr.length);
    assert_true(utf8_valid(column->help_fr));
}

/* Fields stand inside the row, and no two columns fill the same bytes. */
static void check_offsets(const struct input_kind *kind, const struct column *column)
{
    size_t end = column->offset + column_sizes[column->type];
    if (kind->shape == INPUT_TABLE || kind->shape == INPUT_MARKDOWN)
        assert_true(end <= kind->row_size);
    for (const struct column *other = column + 1; other->en.length; other++)
        if (kind->shape == INPUT_TABLE && other->offset < end &&
            column->offset < other->offset + column_sizes[other->type])
            fail_msg("%s: %s and %s fill the same field", kind->en.at, column->en.at, other->en.at);
}

/* A word of a closed list means one thing in both languages. */
static void check_choices(const struct input_kind *kind, const struct column *column)
{
    assert_int_equal(column->type == COLUMN_CHOICE, column->choices != NULL);
    for (const struct choice *c = column->choices; c && c->value; c++)
        for (const struct choice *other = c + 1; other->value; other++)
            if (other->value != c->value && (name_equal(c->en, other->en) || name_equal(c->fr, other->fr) ||
                                             name_equal(c->en, other->fr) || name_equal(c->fr, other->en)))
                fail_msg("%s.%s: %s is ambiguous", kind->en.at, column->en.at, c->en.at);
}

static void test_columns(void **state)
{
    (void)state;
    for (size_t k = 0; k < input_kind_count; k++)
        for (const struct column *column = input_kinds[k].columns; column->en.length; column++) {
            check_names(&input_kinds[k], column);
            check_offsets(&input_kinds[k], column);
            check_choices(&input_kinds[k], column);
            bool refers = column->type == COLUMN_REF || column->type == COLUMN_REFS;
            assert_int_equal(refers, column->refers != NULL);
            if (refers)
                assert_true(input_kind(column->refers)->from_one);
        }
}

static void test_kinds(void **state)
{
    (void)state;
    for (size_t a = 0; a < input_kind_count; a++)
        for (size_t b = a + 1; b < input_kind_count; b++)
            if (input_kinds[a].shape == input_kinds[b].shape)
                assert_false(str_equal(input_kinds[a].en, input_kinds[b].en) ||
                             str_equal(input_kinds[a].fr, input_kinds[b].fr));
}

static void test_schema(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t k = 0; k < input_kind_count; k++)
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            struct str text = input_schema(arena, &input_kinds[k], (enum language)language);
            json_t *json = json_loadb(text.at, text.length, JSON_REJECT_DUPLICATES, NULL);
            assert_non_null(json);
            assert_int_equal(json_array_size(json_object_get(json, "fields")), input_columns(&input_kinds[k]));
            json_decref(json);
        }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_columns), cmocka_unit_test(test_kinds),
                                       cmocka_unit_test(test_schema)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
