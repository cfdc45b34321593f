/* What the help of an option lists is what the option takes. */
#include "commands/options.h"
#include "commands/session.h"

#include "arena.h"

static const struct option_row *option_of(const char *name, unsigned group)
{
    for (size_t i = 0; i < option_row_count; i++)
        if (strcmp(option_rows[i].name, name) == 0 && option_rows[i].groups & group)
            return &option_rows[i];
    return NULL;
}

static void formats_are_those_of_the_table(void **state)
{
    (void)state;
    struct buffer formats = {.arena = arena};
    for (int f = 0; f < FORMAT_COUNT; f++)
        buffer_print(&formats, "%s%.*s", f ? "|" : "", STR_ARG(format_names[f].name));
    assert_string_equal(option_of("format", OPTIONS_BUILD)->value,
                        str_print(arena, "%.*s,…", STR_ARG(buffer_str(&formats))).at);
}

static void audiences_are_those_there_are(void **state)
{
    (void)state;
    const struct option_row *row = option_of("audience", OPTIONS_BUILD);
    for (int a = 0; a < AUDIENCE_COUNT; a++)
        assert_non_null(strstr(row->value, audience_name[a]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_are_those_of_the_table),
        cmocka_unit_test(audiences_are_those_there_are),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
