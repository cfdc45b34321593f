#include "unit.h"

#include "compose/compose.h"
#include "compose/catalogue.h"
#include "read/read.h"

#include <unistd.h>

struct fixture {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct str folder;
    const struct catalogue *catalogue;
};

static const char rows[] = "key;fr;en\n"
                           "rows;{n} lignes;{n} rows\n"
                           "rows.one;{n} ligne;{n} row\n"
                           "rows.zero;aucune ligne;no row\n"
                           "held;tenus;held\n"
                           "held.one;tenu;held\n"
                           "held.f;tenues;held\n"
                           "held.f.one;tenue;held\n"
                           "quoted;\"un ; deux\";\"one; two\"\n"
                           "ui.b;bé;bee\n"
                           "ui.a;a;ay\n";

static int setup(void **state)
{
    struct fixture *x = calloc(1, sizeof *x);
    char name[] = "/tmp/bilan-catalogue-XXXXXX";
    assert_non_null(mkdtemp(name));
    x->arena = arena_new();
    x->diagnostics = diagnostics_new(x->arena);
    x->folder = str_copy(x->arena, str_of(name));
    struct str path = str_print(x->arena, "%s/catalogue.csv", name);
    assert_true(path_write(path, str_of(rows)));
    x->catalogue = compose_catalogue(x->arena, x->folder, x->diagnostics);
    *state = x;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *x = *state;
    unlink(str_print(x->arena, "%.*s/catalogue.csv", STR_ARG(x->folder)).at);
    rmdir(x->folder.at);
    arena_free(x->arena);
    free(x);
    return 0;
}

static struct quantity number(double n)
{
    return (struct quantity){.is = true, .approximate = n};
}

static struct str said(struct fixture *x, enum language language, const char *key, const char *gender, double n)
{
    const struct str pairs[][2] = {{STR("n"), STR("N")}, {STR("gender"), str_of(gender)}};
    return say(x->arena, x->catalogue, language, key, pairs, 2, number(n));
}

static void test_number(void **state)
{
    struct fixture *x = *state;
    assert_string_equal(said(x, LANGUAGE_FR, "rows", "", 0).at, "aucune ligne");
    assert_string_equal(said(x, LANGUAGE_FR, "rows", "", 1).at, "N ligne");
    assert_string_equal(said(x, LANGUAGE_FR, "rows", "", 1.5).at, "N ligne");
    assert_string_equal(said(x, LANGUAGE_FR, "rows", "", 2).at, "N lignes");
    assert_string_equal(said(x, LANGUAGE_EN, "rows", "", 1).at, "N row");
    assert_string_equal(said(x, LANGUAGE_EN, "rows", "", 1.5).at, "N rows");
}

static void test_gender(void **state)
{
    struct fixture *x = *state;
    assert_string_equal(said(x, LANGUAGE_FR, "held", "f", 1).at, "tenue");
    assert_string_equal(said(x, LANGUAGE_FR, "held", "f", 3).at, "tenues");
    assert_string_equal(said(x, LANGUAGE_FR, "held", "m", 1).at, "tenu");
    assert_string_equal(said(x, LANGUAGE_FR, "held", "m", 3).at, "tenus");
}

static void test_plain(void **state)
{
    struct fixture *x = *state;
    struct quantity none = {0};
    assert_string_equal(say(x->arena, x->catalogue, LANGUAGE_FR, "quoted", NULL, 0, none).at, "un ; deux");
    assert_string_equal(say(x->arena, x->catalogue, LANGUAGE_FR, "absent.key", NULL, 0, none).at, "absent.key");
    assert_string_equal(fill_names(x->arena, STR("{a} {b} {"), NULL, 0).at, "{a} {b} {");
    assert_int_equal(x->diagnostics->count, 0);
}

static void test_words(void **state)
{
    struct fixture *x = *state;
    size_t count = 0;
    const struct word *words = catalogue_words(x->catalogue, LANGUAGE_EN, &count);
    assert_int_equal(count, 2);
    assert_true(str_equal(words[0].key, STR("a")));
    assert_true(str_equal(words[0].text, STR("ay")));
    assert_true(str_equal(words[1].key, STR("b")));
}

/* The catalogue that is installed: read whole, and both languages of a row ask for the same names. */
static bool holds(struct str text, struct str name)
{
    for (size_t i = 0; i + name.length <= text.length; i++)
        if (str_starts(str_slice(text, i, text.length), name))
            return true;
    return false;
}

static void check_names(struct arena *arena, struct str from, struct str to)
{
    for (size_t i = str_index(from, '{', 0); i < from.length; i = str_index(from, '{', i + 1)) {
        struct str name = str_slice(from, i, str_index(from, '}', i) + 1);
        if (!holds(to, name))
            fail_msg("%.*s: no %.*s", STR_ARG(to), STR_ARG(name));
    }
    (void)arena;
}

static bool take(void *data, size_t row, const struct csv_cell *cells, size_t count, char delimiter)
{
    (void)delimiter;
    if (row == 0)
        return true;
    assert_int_equal(count, 3);
    check_names(data, cells[1].text, cells[2].text);
    check_names(data, cells[2].text, cells[1].text);
    return true;
}

static void test_installed(void **state)
{
    struct fixture *x = *state;
    struct str bytes;
    const struct str known[] = {{"key", 3}, {"fr", 2}, {"en", 2}};
    assert_int_equal(path_read(x->arena, STR("templates/catalogue.csv"), &bytes), FILE_OK);
    read_csv(x->arena, bytes, 0, (struct csv_options){known, 3}, x->diagnostics, take, x->arena);
    const struct catalogue *installed = compose_catalogue(x->arena, STR("templates"), x->diagnostics);
    assert_int_equal(x->diagnostics->count, 0);
    const struct quantity none = {0};
    assert_string_not_equal(say(x->arena, installed, LANGUAGE_FR, "ui.page", NULL, 0, none).at, "ui.page");
    assert_string_not_equal(say(x->arena, installed, LANGUAGE_FR, "change.both", NULL, 0, none).at, "change.both");
}

static void test_broken(void **state)
{
    struct fixture *x = *state;
    struct str path = str_print(x->arena, "%.*s/catalogue.csv", STR_ARG(x->folder));
    assert_true(path_write(path, STR("key;fr;en\na;un;one\na;deux;two\nb;;\n")));
    compose_catalogue(x->arena, x->folder, x->diagnostics);
    assert_int_equal(diagnostics_count(x->diagnostics, SEVERITY_ERROR), 2);
    compose_catalogue(x->arena, STR("/nowhere"), x->diagnostics);
    assert_int_equal(diagnostics_count(x->diagnostics, SEVERITY_ERROR), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_number, setup, teardown),
        cmocka_unit_test_setup_teardown(test_gender, setup, teardown),
        cmocka_unit_test_setup_teardown(test_plain, setup, teardown),
        cmocka_unit_test_setup_teardown(test_words, setup, teardown),
        cmocka_unit_test_setup_teardown(test_installed, setup, teardown),
        cmocka_unit_test_setup_teardown(test_broken, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
