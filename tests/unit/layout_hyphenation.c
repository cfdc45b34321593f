/* Word breaks of the two languages, by Debian's dictionaries. */
#include "unit.h"

#include "layout/hyphenation.h"

static struct arena *arena;
static struct hyphenator *hyphenator;

static int open_dictionaries(void **state)
{
    (void)state;
    arena = arena_new();
    hyphenator = layout_hyphenator(arena, STR("/usr/share/hyphen"));
    return layout_hyphenator_has(hyphenator, LANGUAGE_FR) && layout_hyphenator_has(hyphenator, LANGUAGE_EN) ? 0 : -1;
}

static int close_dictionaries(void **state)
{
    (void)state;
    layout_hyphenator_close(hyphenator);
    arena_free(arena);
    return 0;
}

static void assert_breaks(enum language language, const char *word, const char *broken)
{
    uint16_t at[HYPHENS_MAX];
    size_t count = hyphenate(hyphenator, language, str_of(word), at), next = 0;
    struct buffer text = {.arena = arena};
    for (size_t i = 0; word[i]; i++) {
        if (next < count && at[next] == i) {
            buffer_byte(&text, '-');
            next++;
        }
        buffer_byte(&text, word[i]);
    }
    assert_string_equal(buffer_str(&text).at, broken);
}

static void french(void **state)
{
    (void)state;
    assert_breaks(LANGUAGE_FR, "circonstances", "cir-cons-tances");
    assert_breaks(LANGUAGE_FR, "accompagnement", "ac-com-pa-gne-ment");
    assert_breaks(LANGUAGE_FR, "événement", "évé-ne-ment");
    assert_breaks(LANGUAGE_FR, "Hérault", "Hé-rault");
    assert_breaks(LANGUAGE_FR, "Évaluation", "Éva-lua-tion");
}

static void english(void **state)
{
    (void)state;
    assert_breaks(LANGUAGE_EN, "hyphenation", "hy-phen-ation");
}

/* At least two letters before, three after, in each stretch of letters. */
static void margins(void **state)
{
    (void)state;
    assert_breaks(LANGUAGE_FR, "entré", "en-tré");
    assert_breaks(LANGUAGE_FR, "école", "école");
    assert_breaks(LANGUAGE_FR, "année", "an-née");
    assert_breaks(LANGUAGE_FR, "mois", "mois");
}

static void what_clings_to_words(void **state)
{
    (void)state;
    assert_breaks(LANGUAGE_FR, "l’association,", "l’as-so-cia-tion,");
    assert_breaks(LANGUAGE_FR,
                  "«\u202F"
                  "circonstances\u202F»",
                  "«\u202F"
                  "cir-cons-tances\u202F»");
    assert_breaks(LANGUAGE_FR,
                  "1\u202F"
                  "234",
                  "1\u202F"
                  "234");
}

static void not_broken(void **state)
{
    (void)state;
    assert_breaks(LANGUAGE_FR, "UNESCO", "UNESCO");
    assert_breaks(LANGUAGE_FR, "", "");
    assert_breaks(LANGUAGE_FR, "\xFF\xFE\xC3", "\xFF\xFE\xC3");
    char longest[400];
    memset(longest, 'a', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    assert_breaks(LANGUAGE_FR, longest, longest);
}

static void remembers_without_changing_its_mind(void **state)
{
    (void)state;
    for (int i = 0; i < 20000; i++) {
        struct str word = str_print(arena, "circonstances%d", i);
        uint16_t at[HYPHENS_MAX];
        assert_int_equal(hyphenate(hyphenator, LANGUAGE_FR, word, at), 2);
    }
    french(state);
    assert_breaks(LANGUAGE_EN, "hyphenation", "hy-phen-ation");
}

static void without_a_dictionary(void **state)
{
    (void)state;
    struct hyphenator *none = layout_hyphenator(arena, STR("/nowhere"));
    uint16_t at[HYPHENS_MAX];
    assert_false(layout_hyphenator_has(none, LANGUAGE_FR));
    assert_int_equal(hyphenate(none, LANGUAGE_FR, STR("circonstances"), at), 0);
    layout_hyphenator_close(none);
    layout_hyphenator_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(french),
        cmocka_unit_test(english),
        cmocka_unit_test(margins),
        cmocka_unit_test(what_clings_to_words),
        cmocka_unit_test(not_broken),
        cmocka_unit_test(remembers_without_changing_its_mind),
        cmocka_unit_test(without_a_dictionary),
    };
    return cmocka_run_group_tests(tests, open_dictionaries, close_dictionaries);
}
