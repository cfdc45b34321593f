#include "unit.h"

#include "compose/compose.h"
#include "compose/show.h"

/* Expectations are written with visible marks: ~ for U+00A0, _ for U+202F. */
static struct str visible(struct arena *arena, struct str s)
{
    struct buffer text = {.arena = arena};
    for (size_t at = 0; at < s.length;) {
        uint32_t rune = utf8_next(s, &at);
        buffer_rune(&text, rune == 0xA0 ? '~' : rune == 0x202F ? '_' : rune);
    }
    return buffer_str(&text);
}

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

#define SHOWS(call, expected) assert_string_equal(visible(arena, (call)).at, expected)

static struct quantity exact(int64_t units, uint8_t scale)
{
    struct decimal d = {units, scale};
    return (struct quantity){.is = true, .exact = true, .decimal = d, .approximate = decimal_double(d)};
}

static struct quantity real(double x)
{
    return (struct quantity){.is = true, .approximate = x};
}

static void test_decimal(void **state)
{
    struct arena *arena = *state;
    const enum language fr = LANGUAGE_FR, en = LANGUAGE_EN;
    SHOWS(show_decimal(arena, decimal_int(0), 0, fr), "0");
    SHOWS(show_decimal(arena, decimal_int(999), 0, fr), "999");
    SHOWS(show_decimal(arena, decimal_int(1234), 0, fr), "1_234");
    SHOWS(show_decimal(arena, decimal_int(1234567), 0, fr), "1_234_567");
    SHOWS(show_decimal(arena, decimal_int(1234567), 0, en), "1,234,567");
    SHOWS(show_decimal(arena, decimal_int(-1234), 0, fr), "−1_234");
    SHOWS(show_decimal(arena, (struct decimal){12345, 1}, 1, fr), "1_234,5");
    SHOWS(show_decimal(arena, (struct decimal){12345, 1}, 1, en), "1,234.5");
    SHOWS(show_decimal(arena, (struct decimal){12, 0}, 2, fr), "12,00");
    SHOWS(show_decimal(arena, (struct decimal){5, 3}, 2, fr), "0,01");
    SHOWS(show_decimal(arena, (struct decimal){-5, 3}, 2, fr), "−0,01");
    SHOWS(show_decimal(arena, (struct decimal){-4, 3}, 2, fr), "0,00");
    SHOWS(show_decimal(arena, (struct decimal){999995, 2}, 1, fr), "10_000,0");
    SHOWS(show_decimal(arena, (struct decimal){25, 1}, 0, fr), "3");
    SHOWS(show_decimal(arena, (struct decimal){-25, 1}, 0, fr), "−3");
}

static void test_quantity(void **state)
{
    struct arena *arena = *state;
    const enum language fr = LANGUAGE_FR, en = LANGUAGE_EN;
    SHOWS(show_quantity(arena, exact(1234, 0), 0, STR("€"), fr), "1_234~€");
    SHOWS(show_quantity(arena, exact(-1234, 0), 0, STR("€"), en), "−€1,234");
    SHOWS(show_quantity(arena, exact(123, 1), 1, STR("k€"), fr), "12,3~k€");
    SHOWS(show_quantity(arena, real(35.454545), 1, STR("%"), fr), "35,5~%");
    SHOWS(show_quantity(arena, real(35.454545), 1, STR("%"), en), "35.5%");
    SHOWS(show_quantity(arena, real(0.285), 2, STR_NONE, fr), "0,29");
    SHOWS(show_quantity(arena, exact(7, 0), 0, STR_NONE, fr), "7");
    SHOWS(show_quantity(arena, exact(7, 0), 0, STR("personnes éloignées de l’emploi"), fr), "7");
    assert_int_equal(show_quantity(arena, (struct quantity){0}, 0, STR("€"), fr).length, 0);
}

static void test_number_of_units(void **state)
{
    struct arena *arena = *state;
    const enum language fr = LANGUAGE_FR, en = LANGUAGE_EN;
    SHOWS(show_quantity(arena, exact(0, 0), 0, STR("jeunes"), fr), "0~jeune");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("jeunes"), fr), "1~jeune");
    SHOWS(show_quantity(arena, exact(15, 1), 1, STR("points"), fr), "1,5~point");
    SHOWS(show_quantity(arena, exact(-15, 1), 1, STR("points"), fr), "−1,5~point");
    SHOWS(show_quantity(arena, exact(2, 0), 0, STR("jeunes"), fr), "2~jeunes");
    SHOWS(show_quantity(arena, exact(196, 2), 0, STR("jeunes"), fr), "2~jeunes");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("mois"), fr), "1~mois");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("parcours"), fr), "1~parcours");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("places ouvertes"), fr), "1~place ouverte");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("heures de cours"), fr), "1~heure de cours");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("bureaux"), fr), "1~bureau");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("travaux"), fr), "1~travail");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("jeune(s)"), fr), "1~jeune");
    SHOWS(show_quantity(arena, exact(3, 0), 0, STR("jeune(s)"), fr), "3~jeunes");
    SHOWS(show_quantity(arena, exact(0, 0), 0, STR("young people"), en), "0~young people");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("people"), en), "1~person");
    SHOWS(show_quantity(arena, exact(15, 1), 1, STR("points"), en), "1.5~points");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("hours of training"), en), "1~hour of training");
    SHOWS(show_quantity(arena, exact(1, 0), 0, STR("activities"), en), "1~activity");
}

static void test_dates(void **state)
{
    struct arena *arena = *state;
    SHOWS(show_date(arena, date_of(2025, 3, 12), LANGUAGE_FR), "12~mars 2025");
    SHOWS(show_date(arena, date_of(2025, 3, 1), LANGUAGE_FR), "1er~mars 2025");
    SHOWS(show_date(arena, date_of(2025, 3, 12), LANGUAGE_EN), "12~March 2025");
    SHOWS(show_date(arena, date_of(2025, 8, 1), LANGUAGE_EN), "1~August 2025");
    assert_int_equal(show_date(arena, DATE_NONE, LANGUAGE_FR).length, 0);
}

static struct str shown_period(struct arena *arena, const char *name, int year_start, enum language language,
                               enum period_style style)
{
    struct facts *facts = ARENA_NEW(arena, struct facts);
    facts->programme.language = language;
    facts->programme.year_start = year_start;
    struct period period;
    assert_true(period_parse(str_of(name), year_start, &period));
    return show_period(arena, facts, period, style);
}

static void test_periods(void **state)
{
    struct arena *arena = *state;
    const enum language fr = LANGUAGE_FR, en = LANGUAGE_EN;
    SHOWS(shown_period(arena, "2025-T3", 1, fr, PERIOD_SHORT), "T3 2025");
    SHOWS(shown_period(arena, "2025-T3", 1, fr, PERIOD_LONG), "3e~trimestre 2025");
    SHOWS(shown_period(arena, "2025-T1", 1, fr, PERIOD_LONG), "1er~trimestre 2025");
    SHOWS(shown_period(arena, "2025-S2", 1, fr, PERIOD_SHORT), "S2 2025");
    SHOWS(shown_period(arena, "2025-S2", 1, fr, PERIOD_LONG), "2e~semestre 2025");
    SHOWS(shown_period(arena, "2025-03", 1, fr, PERIOD_LONG), "mars 2025");
    SHOWS(shown_period(arena, "2025", 1, fr, PERIOD_LONG), "2025");
    SHOWS(shown_period(arena, "2025-Q3", 1, en, PERIOD_SHORT), "Q3 2025");
    SHOWS(shown_period(arena, "2025-Q3", 1, en, PERIOD_LONG), "3rd~quarter of 2025");
    SHOWS(shown_period(arena, "2025", 9, fr, PERIOD_LONG), "2025-2026");
    SHOWS(shown_period(arena, "2025-T1", 9, fr, PERIOD_SHORT), "sept.–nov. 2025");
    SHOWS(shown_period(arena, "2025-T1", 9, fr, PERIOD_LONG), "septembre à novembre 2025");
    SHOWS(shown_period(arena, "2025-T2", 9, fr, PERIOD_LONG), "décembre 2025 à février 2026");
    SHOWS(shown_period(arena, "2025-T2", 9, en, PERIOD_LONG), "December 2025 to February 2026");
}

static void test_lists(void **state)
{
    struct arena *arena = *state;
    struct str items[] = {STR("a"), STR("b"), STR("c")};
    SHOWS(show_list(arena, items, 3, LANGUAGE_FR), "a, b et c");
    SHOWS(show_list(arena, items, 2, LANGUAGE_FR), "a et b");
    SHOWS(show_list(arena, items, 1, LANGUAGE_FR), "a");
    SHOWS(show_list(arena, items, 0, LANGUAGE_FR), "");
    SHOWS(show_list(arena, items, 3, LANGUAGE_EN), "a, b and c");
}

static const struct {
    const char *typed, *french;
} settings[] = {
    /* high punctuation */
    {"Pourquoi ?", "Pourquoi_?"},
    {"Pourquoi?", "Pourquoi_?"},
    {"Bien ! Et alors ?", "Bien_! Et alors_?"},
    {"Quoi ?!", "Quoi_?!"},
    {"Vraiment ?? Oui !!!", "Vraiment_?? Oui_!!!"},
    {"un; deux ; trois", "un_; deux_; trois"},
    {"Le constat: clair", "Le constat~: clair"},
    {"Le constat : clair", "Le constat~: clair"},
    {"à 14:30 précises", "à 14:30 précises"},
    {"un rapport de 3:1", "un rapport de 3:1"},
    {"certain (?) ou non", "certain (?) ou non"},
    {"(vraiment ?)", "(vraiment_?)"},
    {"Et après... ?", "Et après…_?"},
    {"voir https://exemple.fr/a?b=c;d!e : oui", "voir https://exemple.fr/a?b=c;d!e~: oui"},
    {"écrire à marie.durand@exemple.fr ; merci", "écrire à marie.durand@exemple.fr_; merci"},
    {"www.exemple.fr?x=1", "www.exemple.fr?x=1"},
    {"un :) sourire", "un :) sourire"},
    /* quotes */
    {"Il dit \"bonjour\" à tous", "Il dit «_bonjour_» à tous"},
    {"«bonjour»", "«_bonjour_»"},
    {"« bonjour » !", "«_bonjour_»_!"},
    {"un écran de 12\"", "un écran de 12\""},
    {"l'accueil d'un jeune", "l’accueil d’un jeune"},
    {"aujourd'hui", "aujourd’hui"},
    {"« Qu'est-ce ? »", "«_Qu’est-ce_?_»"},
    /* numbers and units */
    {"35 % des jeunes", "35~% des jeunes"},
    {"35% des jeunes", "35~% des jeunes"},
    {"12 345 €", "12_345~€"},
    {"1 234 567", "1_234_567"},
    {"en 2024 100 jeunes", "en 2024 100 jeunes"},
    {"tél. 05 61 23 45 67", "tél. 05 61 23 45 67"},
    {"31000 Toulouse", "31000 Toulouse"},
    {"-5 points", "−5 points"},
    {"le 2025-03-12", "le 2025-03-12"},
    {"rendez-vous", "rendez-vous"},
    {"le 12 mars", "le 12~mars"},
    {"à 14 h 30", "à 14~h~30"},
    {"20 km, 3,5 k€", "20~km, 3,5~k€"},
    {"18-25 ans", "18-25 ans"},
    /* what is kept together */
    {"M. Dupont et Mme Durand", "M.~Dupont et Mme~Durand"},
    {"n° 12", "n°~12"},
    {"p. 3", "p.~3"},
    {"le 1er mars, la 2e séance", "le 1er~mars, la 2e~séance"},
    {"au XXe siècle", "au XXe~siècle"},
    /* spelling that keyboards lose */
    {"le coeur de l'oeuvre", "le cœur de l’œuvre"},
    {"main-d'oeuvre, Soeur, COEUR", "main-d’œuvre, Sœur, CŒUR"},
    {"coexister, moelle, poète", "coexister, moelle, poète"},
    {"Etat, Ecole et Evaluation", "État, École et Évaluation"},
    {"Et, En, Emploi", "Et, En, Emploi"},
    {"la fin -- enfin presque", "la fin – enfin presque"},
    {"", ""},
    {"?", "?"},
};

static void test_typeset_french(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        struct str once = typeset(arena, str_of(settings[i].typed), LANGUAGE_FR);
        SHOWS(once, settings[i].french);
        SHOWS(typeset(arena, once, LANGUAGE_FR), settings[i].french);
    }
}

static void test_typeset_english(void **state)
{
    struct arena *arena = *state;
    SHOWS(typeset(arena, STR("It's \"fine\"; is it? Yes: 35% of Mr Smith's 12 km..."), LANGUAGE_EN),
          "It’s “fine”; is it? Yes: 35% of Mr~Smith’s 12~km…");
    SHOWS(typeset(arena, STR("coexist, Education, -3 degrees, 12 March"), LANGUAGE_EN),
          "coexist, Education, −3 degrees, 12~March");
}

static struct node *text_node(struct arena *arena, struct node *parent, enum node_kind kind, const char *text)
{
    struct node *node = node_new(arena, kind, (struct place){0});
    node->text = str_of(text);
    node_append(parent, node);
    return node;
}

static void test_typeset_tree(void **state)
{
    struct arena *arena = *state;
    struct node *paragraph = node_new(arena, NODE_PARAGRAPH, (struct place){0});
    text_node(arena, paragraph, NODE_TEXT, "Voir l'");
    struct node *strong = text_node(arena, paragraph, NODE_STRONG, "");
    text_node(arena, strong, NODE_TEXT, "atelier");
    text_node(arena, paragraph, NODE_TEXT, "? Oui,");
    text_node(arena, paragraph, NODE_SPACE, "");
    text_node(arena, paragraph, NODE_TEXT, "\"");
    text_node(arena, paragraph, NODE_TEXT, "bien");
    text_node(arena, paragraph, NODE_TEXT, "\"");
    text_node(arena, paragraph, NODE_SPACE, "");
    text_node(arena, paragraph, NODE_TEXT, "! Le code");
    text_node(arena, paragraph, NODE_SPACE, "");
    struct node *code = text_node(arena, paragraph, NODE_CODE, "a ? b : c");
    typeset_tree(arena, paragraph, LANGUAGE_FR);
    SHOWS(node_plain(arena, paragraph), "Voir l’atelier_? Oui, «_bien_»_! Le code a ? b : c");
    assert_string_equal(code->text.at, "a ? b : c");
}

static void test_ordinals_are_raised(void **state)
{
    struct arena *arena = *state;
    struct node *paragraph = node_new(arena, NODE_PARAGRAPH, (struct place){0});
    text_node(arena, paragraph, NODE_TEXT, "Le 1er mars et la 2e séance");
    typeset_tree(arena, paragraph, LANGUAGE_FR);
    SHOWS(node_plain(arena, paragraph), "Le 1er~mars et la 2e~séance");
    struct node *raised = paragraph->first->next;
    assert_int_equal(raised->kind, NODE_SUPERSCRIPT);
    assert_string_equal(node_plain(arena, raised).at, "er");
    assert_int_equal(raised->next->next->kind, NODE_SUPERSCRIPT);
}

/* Any bytes that are valid UTF-8 come back valid, and a second setting changes nothing. */
static void test_typeset_is_stable(void **state)
{
    struct arena *arena = *state;
    static const char *const pieces[] = {" ", "\"",  "'",    "?",      "!",      ":",  ";",  "«",   "»",
                                         "1", "234", "er",   "%",      "€",      "-",  "--", "...", "(",
                                         ")", "a",   "oeuf", "\u00A0", "\u202F", "M.", "h",  "é",   "."};
    uint32_t seed = 12345;
    for (int round = 0; round < 20000; round++) {
        struct arena_mark mark = arena_mark(arena);
        struct buffer text = {.arena = arena};
        for (int i = 0; i < 9; i++) {
            seed = seed * 1664525u + 1013904223u;
            buffer_add(&text, str_of(pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]));
        }
        struct str once = typeset(arena, buffer_str(&text), LANGUAGE_FR);
        struct str twice = typeset(arena, once, LANGUAGE_FR);
        assert_true(utf8_valid(once));
        if (!str_equal(once, twice))
            fail_msg("%s -> %s -> %s", text.at, visible(arena, once).at, visible(arena, twice).at);
        arena_rewind(arena, mark);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_decimal, setup, teardown),
        cmocka_unit_test_setup_teardown(test_quantity, setup, teardown),
        cmocka_unit_test_setup_teardown(test_number_of_units, setup, teardown),
        cmocka_unit_test_setup_teardown(test_dates, setup, teardown),
        cmocka_unit_test_setup_teardown(test_periods, setup, teardown),
        cmocka_unit_test_setup_teardown(test_lists, setup, teardown),
        cmocka_unit_test_setup_teardown(test_typeset_french, setup, teardown),
        cmocka_unit_test_setup_teardown(test_typeset_english, setup, teardown),
        cmocka_unit_test_setup_teardown(test_typeset_tree, setup, teardown),
        cmocka_unit_test_setup_teardown(test_ordinals_are_raised, setup, teardown),
        cmocka_unit_test_setup_teardown(test_typeset_is_stable, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
