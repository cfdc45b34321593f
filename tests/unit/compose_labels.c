#include "arena.h"
#include "compose/labels.h"

/* Ids are read as words, labels of the data win over them, and names that are not ids stay as they are. */

static struct filling filling_with(const struct category *categories, size_t count)
{
    struct facts *facts = ARENA_NEW(arena, struct facts);
    *PUSH(arena, &facts->categories) = (struct category){0};
    for (size_t i = 0; i < count; i++)
        *PUSH(arena, &facts->categories) = categories[i];
    struct composer *composer = ARENA_NEW(arena, struct composer);
    composer->kept = compose_texts_kept(arena);
    return (struct filling){.arena = arena, .composer = composer, .facts = facts, .language = LANGUAGE_FR};
}

static void assert_text(struct str text, const char *wanted)
{
    struct str other = str_of(wanted);
    if (!str_equal(text, other))
        fail_msg("\"%.*s\" instead of \"%s\"", STR_ARG(text), wanted);
}

static const struct category publics[] = {
    {.dimension = {"public", 6}, .category = {"sortants-ase", 12}, .label = {"sortants de l'ASE", 17}},
    {.dimension = {"frein", 5}, .category = {"logement", 8}, .label = {"Logement", 8}},
    {.dimension = {"frein", 5}, .category = {"garde-enfants", 13}, .label = {"garde-enfants", 13}},
};

static void test_words(void **state)
{
    (void)state;
    struct filling f = filling_with(publics, 3);
    assert_text(word_label(&f, STR("sans-logement")), "sans logement");
    assert_text(word_label(&f, STR("Meurthe-et-Moselle")), "Meurthe-et-Moselle");
    assert_text(word_label(&f, STR("16-17")), "16-17");
    assert_text(word_label(&f, STR("sortants-ase")), "sortants de l’ASE");
    assert_text(word_label(&f, STR("logement")), "logement"); /* a capital alone is no label */
    assert_text(words_label(&f, STR("ruraux, sans-logement")), "ruraux et sans logement");
}

static void test_categories(void **state)
{
    (void)state;
    struct filling f = filling_with(publics, 3);
    assert_text(category_label(&f, 2), "Logement");
    assert_text(category_label(&f, 3), "garde enfants");
    assert_text(dimension_label(&f, &(struct dimension){.id = STR("niveau_etudes")}), "niveau etudes");
    assert_text(dimension_label(&f, &(struct dimension){.id = STR("age"), .label = STR("âge")}), "âge");
}

static void test_capitals(void **state)
{
    (void)state;
    struct filling f = filling_with(publics, 0);
    assert_text(capitalised(&f, STR("sexe")), "Sexe");
    assert_text(capitalised(&f, STR("âge")), "Âge");
    assert_text(capitalised(&f, STR("œuvre")), "Œuvre");
    assert_text(capitalised(&f, STR("16 ans")), "16 ans");
    assert_text(capitalised(&f, STR_NONE), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_categories),
        cmocka_unit_test(test_capitals),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
