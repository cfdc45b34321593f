/* Files of measures become observations: long, wide, in both languages, by any number of threads. */
#define _XOPEN_SOURCE 700
#include "repository.h"

static const char indicators[] =
    "id;libelle;type;nature;unite;usage;ventilations;numerateur;denominateur;agg_laureats\n"
    "entrees;Entrées;compte;flux;jeunes;places;sexe age;;;\n"
    "aides;Aides;montant;flux;€;budget;;;;\n"
    "part;Part;ratio;;%;suivre;;;;\n"
    "delai;Délai;moyenne;flux;jours;suivre;;;;\n"
    "comite;Comité;oui_non;;;suivre;;;;\n"
    "appris;Appris;texte;;;suivre;;;;\n";

static void start(struct repository *r)
{
    repository_start(r);
    repository_file(r, "programme.md", "---\nname: Essai\nlanguage: fr\nedition_date: 2026-01-20\n---\n");
    repository_file(r, "indicateurs.csv", indicators);
    repository_file(r, "laureats.csv", "id;nom\nbeta;Beta\nalpha;Alpha\n");
    repository_file(r, "ventilations.csv", "ventilation;categorie\nsexe;femmes\nsexe;hommes\nage;16-17\nage;18-25\n");
}

/* Alpha's file of measures, and behind it one of beta's that must be read all the same. */
static void check_before_beta(struct repository *r, struct buffer *alpha, const char *row)
{
    repository_file(r, "laureats/alpha/mesures.csv", buffer_str(alpha).at);
    repository_file(r, "laureats/beta/mesures.csv",
                    str_print(r->arena, "indicateur;periode;valeur\n%s;2025-T1;12\n", row).at);
    repository_check(r, 2);
}

static const struct observation *find(const struct repository *r, const char *indicator, const char *laureate,
                                      int month)
{
    const struct facts *facts = r->facts;
    for (size_t i = 0; i < facts->observations.count; i++) {
        const struct observation *o = &facts->observations.at[i];
        if (str_equal(facts->indicators.at[o->indicator].id, str_of(indicator)) &&
            str_equal(facts->laureates.at[o->laureate].id, str_of(laureate)) && o->month == month && !o->category)
            return o;
    }
    fail_msg("no observation of %s by %s", indicator, laureate);
    return NULL;
}

#define Q1 (2025 * 12)
#define Q2 (2025 * 12 + 3)

static void test_long(void **state)
{
    (void)state;
    struct repository r;
    start(&r);
    repository_file(&r, "laureats/beta/mesures.csv",
                    "indicateur;periode;valeur;numerateur;denominateur;effectif;date;statut;motif\n"
                    "entrees;2025-T1;1 234;;;;;p;\n"
                    "aides;2025-T1;12,5 k€;;;;;;\n"
                    "part;2025-T1;;9;10;;;;\n"
                    "delai;2025-T1;4,5;;;8;;;\n"
                    "comite;2025-T1;oui;;;;12/03/2025;;\n"
                    "appris;2025-T1;On ouvre à neuf heures.;;;;;;\n"
                    "entrees;2025-T2;n.d.;;;;;;registre perdu\n");
    repository_check(&r, 1);
    assert_int_equal(r.diagnostics->count, 0);
    const struct observation *o = find(&r, "entrees", "beta", Q1);
    assert_int_equal(o->first, 1234);
    assert_int_equal(o->filled, FILLED_VALUE);
    assert_int_equal(o->status, STATUS_PROVISIONAL);
    assert_int_equal(o->line, 2);
    assert_int_equal(o->column, 17);
    o = find(&r, "aides", "beta", Q1);
    assert_int_equal(o->first, 12500);
    assert_int_equal(o->first_scale, 0);
    o = find(&r, "part", "beta", Q1);
    assert_int_equal(o->first, 9);
    assert_int_equal(o->second, 10);
    assert_int_equal(o->filled, FILLED_NUMERATOR | FILLED_DENOMINATOR);
    o = find(&r, "delai", "beta", Q1);
    assert_int_equal(o->first, 45);
    assert_int_equal(o->first_scale, 1);
    assert_int_equal(o->second, 8);
    assert_int_equal(o->filled, FILLED_VALUE | FILLED_N);
    o = find(&r, "comite", "beta", Q1);
    assert_int_equal(o->filled, FILLED_YES | FILLED_DATE);
    assert_int_equal(r.facts->notes.at[o->note].date.day, date_of(2025, 3, 12).day);
    o = find(&r, "appris", "beta", Q1);
    assert_true(str_equal(r.facts->notes.at[o->note].text, STR("On ouvre à neuf heures.")));
    o = find(&r, "entrees", "beta", Q2);
    assert_int_equal(o->status, STATUS_NOT_AVAILABLE);
    assert_true(str_equal(r.facts->notes.at[o->note].reason, STR("registre perdu")));
    repository_end(&r);
}

static void test_wide_and_period_of_file(void **state)
{
    (void)state;
    struct repository r;
    start(&r);
    repository_file(&r, "laureats/alpha/mesures.csv",
                    "indicateur,2025-Q1,2025-T2,x-note\nentrees,12,,rien\naides,3.5,-,\n");
    repository_file(&r, "laureates/beta/2025-T1.csv", "indicator;value\nentrees;7\n");
    repository_file(&r, "mesures.csv", "indicateur;periode;valeur\nentrees;2025;19\n");
    repository_check(&r, 2);
    assert_int_equal(repository_said(&r, MSG_reason_missing), 1);
    assert_int_equal(r.diagnostics->count, 1);
    assert_int_equal(find(&r, "entrees", "alpha", Q1)->first, 12);
    assert_int_equal(find(&r, "entrees", "alpha", Q2)->status, STATUS_EMPTY);
    assert_int_equal(find(&r, "aides", "alpha", Q1)->first_scale, 1);
    assert_int_equal(find(&r, "entrees", "beta", Q1)->first, 7);
    /* Laureate 0 is the programme itself. */
    assert_int_equal(r.facts->observations.at[0].laureate, 0);
    assert_int_equal(r.facts->observations.at[0].period_kind, PERIOD_YEAR);
    assert_int_equal(r.facts->last_ended.first, 2025 * 12 + 9);
    repository_end(&r);
}

static void test_crossings(void **state)
{
    (void)state;
    struct repository r;
    start(&r);
    const char *measures =
        "indicateur;periode;valeur;sexe;age\nentrees;2025-T1;20;;\nentrees;2025-T1;8;Femmes;\n"
        "entrees;2025-T1;12;hommes;\nentrees;2025-T1;3;femmes;16-17\nentrees;2025-T1;4;hommes;18-25\n";
    repository_file(&r, "laureats/alpha/mesures.csv", measures);
    repository_file(&r, "laureats/beta/mesures.csv", measures);
    repository_check(&r, 2);
    assert_int_equal(r.diagnostics->count, 0);
    assert_int_equal(r.facts->categories.count, 5);
    assert_int_equal(r.facts->crossings.count, 7); /* none, four categories, two pairs shared by both files */
    for (size_t i = 0; i < r.facts->observations.count; i++) {
        const struct observation *o = &r.facts->observations.at[i];
        const struct crossing *crossing = &r.facts->crossings.at[o->category];
        assert_int_equal(crossing->count, o->first == 20 ? 0 : o->first >= 8 ? 1 : 2);
        if (o->first == 3) {
            assert_true(str_equal(r.facts->categories.at[crossing->category[0]].category, STR("femmes")));
            assert_true(str_equal(r.facts->categories.at[crossing->category[1]].category, STR("16-17")));
        }
    }
    repository_end(&r);
}

static void fill(struct repository *r)
{
    start(r);
    struct buffer all = {.arena = r->arena};
    buffer_add(&all, STR("indicateur;periode;valeur;numerateur;denominateur;sexe;age;motif\n"));
    for (int year = 2019; year < 2025; year++)
        for (int quarter = 4; quarter; quarter--) {
            buffer_print(&all, "part;%d-T%d;;%d;40;;;relu en %d\n", year, quarter, year % 37, quarter);
            buffer_print(&all, "entrees;%d-T%d;%d;;;;;\n", year, quarter, year - 2000 + quarter);
            buffer_print(&all, "entrees;%d-T%d;3;;;femmes;16-17;\n", year, quarter);
            buffer_print(&all, "entrees;%d-T%d;x;;;hommes;;\n", year, quarter);
        }
    repository_file(r, "laureats/alpha/mesures.csv", buffer_str(&all).at);
    repository_file(r, "laureats/beta/mesures.csv", buffer_str(&all).at);
    repository_file(r, "mesures.csv", buffer_str(&all).at);
}

/* Same facts and diagnostics for one thread or several. */
static void test_jobs(void **state)
{
    (void)state;
    struct repository one, many;
    fill(&one);
    fill(&many);
    repository_check(&one, 1);
    repository_check(&many, 3);
    assert_int_equal(one.facts->observations.count, many.facts->observations.count);
    for (size_t i = 0; i < one.facts->observations.count; i++) {
        struct observation *a = &one.facts->observations.at[i], *b = &many.facts->observations.at[i];
        assert_true(a->first == b->first && a->line == b->line && a->note == b->note && a->category == b->category &&
                    a->indicator == b->indicator && a->laureate == b->laureate && a->file == b->file &&
                    a->month == b->month);
    }
    assert_int_equal(one.facts->notes.count, many.facts->notes.count);
    assert_int_equal(one.diagnostics->count, many.diagnostics->count);
    for (size_t i = 0; i < one.diagnostics->count; i++)
        assert_string_equal(diagnostic_text(one.arena, &one.diagnostics->at[i], LANGUAGE_EN).at,
                            diagnostic_text(many.arena, &many.diagnostics->at[i], LANGUAGE_EN).at);
    repository_end(&one);
    repository_end(&many);
}

/* A hopeless file stops being read; the others go on. */
static void test_hopeless(void **state)
{
    (void)state;
    struct repository r;
    start(&r);
    struct buffer all = {.arena = r.arena};
    buffer_add(&all, STR("indicateur;periode;valeur\n"));
    for (int i = 0; i < 5000; i++)
        buffer_add(&all, STR("entrees;2025-T1;douze\n"));
    check_before_beta(&r, &all, "entrees");
    assert_int_equal(repository_said(&r, MSG_diagnostics_many), 1);
    assert_true(r.diagnostics->count < 2100);
    assert_int_equal(r.facts->observations.count, 1);
    assert_true(r.facts->laureate_error[1]);
    assert_false(r.facts->laureate_error[2]);
    assert_false(r.facts->shared_error);
    repository_end(&r);
}

/* More cells than lines: the room made from the size of the file does not hold them. */
static void test_very_wide(void **state)
{
    (void)state;
    struct repository r;
    start(&r);
    struct buffer all = {.arena = r.arena};
    buffer_add(&all, STR("indicateur"));
    for (int month = 0; month < 400; month++)
        buffer_print(&all, ";%d-%02d", 1990 + month / 12, month % 12 + 1);
    buffer_add(&all, STR("\naides"));
    for (int month = 0; month < 400; month++)
        buffer_add(&all, STR(";1"));
    buffer_add(&all, STR("\n"));
    check_before_beta(&r, &all, "aides");
    assert_int_equal(r.facts->observations.count, 401);
    assert_int_equal(find(&r, "aides", "beta", Q1)->first, 12);
    assert_int_equal(find(&r, "aides", "alpha", 1990 * 12)->first, 1);
    repository_end(&r);
}

/* Lines shorter than any row: the room made from the sizes of the files is full before the last of them. */
static void test_room_full(void **state)
{
    (void)state;
    struct repository r;
    start(&r);
    struct buffer all = {.arena = r.arena};
    buffer_add(&all, STR("indicateur;periode;valeur\n"));
    for (int month = 0; month < 100; month++)
        buffer_print(&all, "aides;%d-%02d;%d\n\n\n\n\n", 2010 + month / 12, month % 12 + 1, month);
    repository_file(&r, "mesures.csv", buffer_str(&all).at);
    check_before_beta(&r, &all, "aides");
    assert_int_equal(r.facts->observations.count, 201);
    assert_int_equal(find(&r, "aides", "beta", Q1)->first, 12);
    assert_int_equal(find(&r, "aides", "alpha", 2010 * 12 + 99)->first, 99);
    repository_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_long),      cmocka_unit_test(test_wide_and_period_of_file),
                                       cmocka_unit_test(test_crossings), cmocka_unit_test(test_jobs),
                                       cmocka_unit_test(test_hopeless),  cmocka_unit_test(test_very_wide),
                                       cmocka_unit_test(test_room_full)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
