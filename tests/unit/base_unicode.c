#include "arena.h"

#include "base/base.h"

static void same(struct str got, const char *wanted)
{
    assert_string_equal(str_copy(arena, got).at, wanted);
}

static void nfc_composes_what_is_decomposed(void **state)
{
    (void)state;
    same(text_nfc(arena, STR("Re\xCC\x81ussite")), "Réussite");
    same(text_nfc(arena, STR("\xE2\x84\xAB")), "Å"); /* the sign of the ångström is the letter */
    same(text_nfc(arena, STR("")), "");
}

static void endings_of_french_ordinals_are_found(void **state)
{
    (void)state;
    const struct {
        const char *text;
        size_t at, ending;
    } rows[] = {{"le 1er mars", 4, 2},
                {"les 1ers", 5, 3},
                {"la 1re fois", 4, 2},
                {"4e trimestre", 1, 1},
                {"la 2nde", 4, 3},
                {"le XXe siècle", 5, 1},
                {"(« 3e »)", 5, 1},
                {"le 4e, puis", 4, 1},
                {"\xC2\xA0"
                 "12e",
                 4, 1},
                {"4e", 1, 1},
                {"T1e", 2, 0},
                {"Ve", 1, 0},
                {"4ème", 1, 0},
                {"1e5", 1, 0},
                {"é4e", 3, 0},
                {"12", 2, 0},
                {"", 0, 0},
                {"e", 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str text = str_of(rows[i].text);
        size_t length = 0, at = ordinal_find(text, 0, &length);
        assert_int_equal(at, rows[i].ending ? rows[i].at : text.length);
        assert_int_equal(length, rows[i].ending);
        assert_int_equal(ordinal_find(text, at + 1, &length), at < text.length ? text.length : at);
    }
}

static void nfc_leaves_composed_text_where_it_is(void **state)
{
    (void)state;
    struct str s = STR("L’été « 35,5 % » à 1 234 € → œuvre ≥ 3");
    assert_ptr_equal(text_nfc(arena, s).at, s.at);
}

static void nfc_orders_long_runs_of_marks(void **state)
{
    (void)state;
    struct buffer marks = {.arena = arena};
    buffer_byte(&marks, 'e');
    for (int i = 0; i < 5000; i++)
        buffer_add(&marks, i % 2 ? STR("\xCC\x81") : STR("\xCC\xA3"));
    struct str s = text_nfc(arena, buffer_str(&marks));
    assert_true(utf8_valid(s));
    assert_true(str_starts(s, STR("ẹ")));
}

static void lower_case_knows_accents(void **state)
{
    (void)state;
    same(text_lower(arena, STR("ÉCOLE Œuvre 12")), "école œuvre 12");
    same(text_lower(arena, STR("")), "");
}

static void folds_ignore_case_accents_ligatures_and_separators(void **state)
{
    (void)state;
    assert_true(name_equal(STR("Difficultés"), STR("difficultes")));
    assert_true(name_equal(STR("À venir"), STR("a-venir")));
    assert_true(name_equal(STR("nom_court"), STR("Nom court")));
    assert_true(name_equal(STR("Nom\xC2\xA0"
                               "court"),
                           STR("nom-court")));
    assert_true(name_equal(STR("Cœur"), STR("COEUR")));
    assert_true(name_equal(STR("  Ex æquo "), STR("ex-aequo")));
    assert_true(name_equal(STR("l’action"), STR("L'ACTION")));
    assert_true(name_equal(STR("re\xCC\x81ponse"), STR("Réponse")));
    assert_false(name_equal(STR("cible"), STR("cibles")));
    assert_false(name_equal(STR("a b"), STR("ab")));
    assert_false(name_equal(STR("-"), STR("")));
}

static void folds_are_text(void **state)
{
    (void)state;
    same(name_fold(arena, STR(" Besoins  partagés ")), "besoins-partages");
    same(name_fold(arena, STR("")), "");
    assert_true(utf8_valid(name_fold(arena, STR("a\xFF\xC3"))));
}

static void nearest_finds_a_slip(void **state)
{
    (void)state;
    const struct str known[] = {STR("indicateur"), STR("période"), STR("valeur"), STR("numérateur"), STR("ville")};
    same(name_nearest(STR("indicatuer"), known, 5), "indicateur"); /* two letters exchanged */
    same(name_nearest(STR("Periodes"), known, 5), "période");
    same(name_nearest(STR("valuer"), known, 5), "valeur");
    assert_ptr_equal(name_nearest(STR("commentaire"), known, 5).at, NULL);
    assert_ptr_equal(name_nearest(STR("xy"), known, 5).at, NULL);
    assert_ptr_equal(name_nearest(STR(""), known, 5).at, NULL);
}

static void nearest_prefers_fewer_edits_then_the_first(void **state)
{
    (void)state;
    const struct str known[] = {STR("laureates"), STR("laureate"), STR("laureats")};
    same(name_nearest(STR("laureat"), known, 3), "laureate");
    same(name_nearest(STR("lauréats"), known, 3), "laureats");
}

static void nearest_gives_up_on_long_names(void **state)
{
    (void)state;
    char name[4096];
    memset(name, 'a', sizeof name);
    struct str known = {name, sizeof name - 1};
    assert_ptr_equal(name_nearest((struct str){name, sizeof name}, &known, 1).at, NULL);
}

static void slugs_fit_a_path(void **state)
{
    (void)state;
    same(name_slug(arena, STR("L’Atelier des Gares — 2025/T1")), "l-atelier-des-gares-2025-t1");
    same(name_slug(arena, STR("Œuvre d'été!")), "oeuvre-d-ete");
    same(name_slug(arena, STR("../..")), "x");
    same(name_slug(arena, STR("日本")), "x");
    char name[4096];
    memset(name, 'a', sizeof name);
    assert_true(name_slug(arena, (struct str){name, sizeof name}).length <= 100);
}

static void names_are_ordered_for_people(void **state)
{
    (void)state;
    assert_true(name_compare(STR("Éclat"), STR("Echo")) > 0);
    assert_true(name_compare(STR("écho"), STR("zèbre")) < 0);
    assert_true(name_compare(STR("Arc"), STR("arc")) < 0); /* same fold: bytes decide */
    assert_int_equal(name_compare(STR("arc"), STR("arc")), 0);
}

static void equal_names_take_the_next_free_number(void **state)
{
    struct str names[] = {STR("a"), STR("a-2"), STR("a"), STR("b"), STR("a"), STR("a-2")};
    const char *told[] = {"a", "a-2", "a-3", "b", "a-4", "a-2-2"};
    struct taken taken = {0};
    (void)state;
    for (size_t i = 0; i < 6; i++)
        assert_true(str_equal(name_take_apart(arena, &taken, names[i], "-", ""), str_of(told[i])));
    assert_true(name_is_taken(&taken, STR("a-4")));
    assert_false(name_is_taken(&taken, STR("a-5")));
    names_tell_apart(arena, names, 6);
    for (size_t i = 0; i < 6; i++)
        assert_true(str_equal(names[i], str_of(told[i])));
}

/* Wherever a rune stands in the text, and wherever it breaks off. */
static void utf8_is_judged_at_every_place(void **state)
{
    static const struct str valid[] = {TEXT_OF("é"), TEXT_OF("\xE2\x80\xAF"), TEXT_OF("\xF0\x9F\x8C\x8D")};
    static const struct str wrong[] = {TEXT_OF("\xC3"),         TEXT_OF("\xE2\x80"),     TEXT_OF("\xC0\xAF"),
                                       TEXT_OF("\xE0\x80\xAF"), TEXT_OF("\xED\xA0\x80"), TEXT_OF("\xF4\x90\x80\x80"),
                                       TEXT_OF("\x80")};
    char bytes[48];
    (void)state;
    for (size_t at = 0; at < 40; at++) {
        for (size_t i = 0; i < sizeof valid / sizeof *valid; i++) {
            memset(bytes, 'a', sizeof bytes);
            memcpy(bytes + at, valid[i].at, valid[i].length);
            assert_true(utf8_valid((struct str){bytes, sizeof bytes}));
            assert_false(utf8_valid((struct str){bytes, at + valid[i].length - 1}));
            assert_int_equal(ascii_end((struct str){bytes, sizeof bytes}, 0), at);
        }
        for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
            memset(bytes, 'a', sizeof bytes);
            memcpy(bytes + at, wrong[i].at, wrong[i].length);
            assert_false(utf8_valid((struct str){bytes, sizeof bytes}));
        }
    }
}

static void test_counts(void **state)
{
    (void)state;
    static char bytes[20000];
    uint32_t seed = 5;
    for (size_t i = 0; i < sizeof bytes; i++) {
        seed = seed * 1664525u + 1013904223u;
        bytes[i] = "ab\n\xFF"[seed >> 30];
    }
    for (size_t length = 0; length < sizeof bytes; length = length < 100 ? length + 1 : length * 2) {
        struct str s = {bytes + 1, length};
        size_t ends = 0;
        for (size_t i = 0; i < length; i++)
            ends += s.at[i] == '\n';
        assert_int_equal(str_count(s, '\n'), ends);
        assert_int_equal(str_lines(s), ends + (length && s.at[length - 1] != '\n'));
    }
    memset(bytes, '\n', sizeof bytes);
    assert_int_equal(str_count((struct str){bytes, sizeof bytes}, '\n'), sizeof bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(utf8_is_judged_at_every_place),
        cmocka_unit_test(nfc_composes_what_is_decomposed),
        cmocka_unit_test(endings_of_french_ordinals_are_found),
        cmocka_unit_test(nfc_leaves_composed_text_where_it_is),
        cmocka_unit_test(nfc_orders_long_runs_of_marks),
        cmocka_unit_test(lower_case_knows_accents),
        cmocka_unit_test(folds_ignore_case_accents_ligatures_and_separators),
        cmocka_unit_test(folds_are_text),
        cmocka_unit_test(nearest_finds_a_slip),
        cmocka_unit_test(nearest_prefers_fewer_edits_then_the_first),
        cmocka_unit_test(nearest_gives_up_on_long_names),
        cmocka_unit_test(slugs_fit_a_path),
        cmocka_unit_test(names_are_ordered_for_people),
        cmocka_unit_test(equal_names_take_the_next_free_number),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
