/* Small tables, front matter and texts become facts. */
#define _XOPEN_SOURCE 700
#include "repository.h"

static void start(struct repository *r, const char *programme)
{
    repository_start(r);
    repository_file(r, "programme.md", programme);
    repository_file(r, "indicateurs.csv",
                    "id;libelle;type;nature;unite;usage;attendu_de;numerateur;denominateur\n"
                    "entrees;Entrées;compte;flux;jeunes;places;etiquette:mobilité;;\n"
                    "sorties-a;A;compte;flux;jeunes;places;beta alpha;;\n"
                    "sorties-b;B;compte;stock;jeunes;places;tous;;\n"
                    "part;Part;ratio;;%;suivre;;sorties-a + sorties-b - entrees;entrees\n");
    repository_file(r, "laureats.csv",
                    "id;nom;entree;sortie;etiquettes;themes\nbeta;Beta;2024-T3;2025;Mobilite fondateur;emploi\n"
                    "alpha;Alpha;12/03/2025;;;numérique, code et logiciel\n");
}

static const char plain[] = "---\nnom: Essai\nlangue: fr\ndate_edition: 2026-01-20\n---\n\nBonjour.\n";

static void test_programme(void **state)
{
    (void)state;
    struct repository r;
    start(&r, "---\nname: Essai\nlanguage: français\nyear_start: 9\nfirst_period: 2024-T1\nedition_date: 20/01/2026\n"
              "completeness: {complete: 100, mention: 90, partial: 40}\ntheme:\n  primary: \"#1F4E5F\"\n"
              "publish: [annual-review, laureate portrait]\n---\n\nBonjour.\n");
    repository_check(&r, 1);
    assert_int_equal(r.diagnostics->count, 0);
    const struct programme *p = &r.facts->programme;
    assert_int_equal(p->language, LANGUAGE_FR);
    assert_int_equal(p->year_start, 9);
    assert_int_equal(p->first_period.first, 2024 * 12 + 8); /* the first quarter starts in September */
    assert_int_equal(p->mention, 90);
    assert_int_equal(p->suppress_below, 5);
    assert_int_equal(p->notice_days, 183);
    assert_int_equal(p->publish.count, 2);
    assert_true(str_equal(p->publish.at[1], STR("laureate portrait")));
    assert_true(str_equal(p->code, STR("essai")));
    assert_non_null(p->text->first);
    assert_int_equal(r.facts->cut_off.day, date_of(2026, 1, 20).day);
    assert_int_equal(r.facts->last_ended.first, 2025 * 12 + 8); /* September to November 2025 */
    repository_end(&r);
}

static void test_directory(void **state)
{
    (void)state;
    struct repository r;
    start(&r, plain);
    repository_check(&r, 1);
    assert_int_equal(r.diagnostics->count, 0);
    const struct laureate *alpha = &r.facts->laureates.at[1], *beta = &r.facts->laureates.at[2];
    assert_true(str_equal(alpha->id, STR("alpha")));
    assert_true(str_equal(alpha->short_name, STR("Alpha")));
    assert_int_equal(alpha->joined.first.day, date_of(2025, 3, 12).day);
    assert_false(date_is(alpha->left.last));
    assert_int_equal(alpha->themes.count, 2);
    assert_true(str_equal(alpha->themes.at[1], STR("code et logiciel")));
    assert_int_equal(beta->joined.first.day, date_of(2024, 7, 1).day);
    assert_int_equal(beta->left.last.day, date_of(2025, 12, 31).day);
    assert_int_equal(beta->tags.count, 2);
    repository_end(&r);
}

static void test_indicators(void **state)
{
    (void)state;
    struct repository r;
    start(&r, plain);
    repository_check(&r, 1);
    const struct indicator *at = r.facts->indicators.at;
    assert_true(str_equal(at[1].id, STR("entrees")));
    assert_int_equal(at[1].about, ABOUT_PERSONS);
    assert_int_equal(at[1].scope, SCOPE_SHARED);
    assert_int_equal(at[1].frequency, PERIOD_QUARTER);
    assert_int_equal(at[1].due_days.number.units, 15);
    assert_int_equal(at[1].expected_tags.count, 1);
    assert_int_equal(at[2].expected_laureates.count, 2);
    assert_int_equal(at[2].expected_laureates.at[0].index, 2);
    assert_int_equal(at[3].expected_laureates.count, 0);
    assert_int_equal(at[4].multiplier.number.units, 100);
    assert_int_equal(at[4].numerator_terms.count, 3);
    assert_int_equal(at[4].numerator_terms.at[1].indicator.index, 3);
    assert_int_equal(at[4].numerator_terms.at[2].sign, -1);
    assert_int_equal(at[4].denominator_terms.count, 1);
    repository_end(&r);
}

/* Tables that name each other, in either order; a row whose reference leads nowhere is left out. */
static void test_references(void **state)
{
    (void)state;
    struct repository r;
    start(&r, plain);
    repository_file(&r, "rencontres.csv",
                    "id;date;type;titre;besoin;heures\nr1;2025-03-06;intelligence collective;Un;b1;2,5\n");
    repository_file(&r, "besoins.csv",
                    "id;laureat;periode;type;texte;rencontre\nb1;alpha;2025-T1;méthode;Comment;R1\n");
    repository_file(&r, "presences.csv",
                    "rencontre;membre;role\nr1;Beta;hôte\nr1;Fondation Aster;invitée\nr9;alpha;\n");
    repository_file(&r, "mecenes.csv", "id;nom\naster;Fondation Aster\n");
    repository_file(&r, "sollicitations.csv",
                    "date;libelle;heures;laureat\n2025-04-01;Mesures;3;\n2025-04-01;Autre;1;gamma\n");
    repository_check(&r, 1);
    const struct facts *facts = r.facts;
    assert_int_equal(repository_said(&r, MSG_unknown_reference), 1);
    assert_int_equal(repository_said(&r, MSG_unknown_laureate), 1);
    assert_int_equal(facts->meetings.at[1].type, MEETING_INTELLIGENCE);
    assert_int_equal(facts->meetings.at[1].need.index, 1);
    assert_int_equal(facts->needs.at[1].meeting.index, 1);
    assert_int_equal(facts->needs.at[1].laureate.index, 1);
    assert_int_equal(facts->attendance.count, 2);
    assert_int_equal(facts->attendance.at[0].laureate.index, 2);
    assert_int_equal(facts->attendance.at[1].funder.index, 1);
    assert_int_equal(facts->requests.count, 2);
    assert_int_equal(facts->requests.at[0].laureate.index, 0);
    assert_false(facts->shared_error);
    repository_end(&r);
}

static void test_texts(void **state)
{
    (void)state;
    struct repository r;
    start(&r, plain);
    repository_file(&r, "laureats/beta/2025-T4.md",
                    "---\nremis_le: 2026-01-10\nvalide_le: 2026-01-12\n---\nAvant.\n\n## Faits marquants\n\nUn.\n\n### "
                    "Détail\n\nDeux.\n\n"
                    "## BESOINS\n\nTrois.\n\n## Autre chose\n\nQuatre.\n\n## Difficultes\n\nCinq.\n");
    repository_file(&r, "laureats/beta/presentation.md", "# Ouvrir tôt\n\nNous ouvrons à sept heures.\n");
    repository_file(&r, "actualites/2025-11-03-ouverture.md", "# Une ouverture\n\nTexte.\n");
    repository_file(&r, "bilans/2025/ce-qui-n-a-pas-marche.md", "Le numéro commun.\n");
    repository_file(&r, "editions/2026-01-20.csv",
                    "key,value,state,audience\nentrees@programme/2025-Q4,12,complete,public\n");
    repository_check(&r, 1);
    const struct facts *facts = r.facts;
    assert_int_equal(facts->narratives.count, 1);
    const struct narrative *n = &facts->narratives.at[0];
    assert_int_equal(n->laureate, 2);
    assert_int_equal(n->received_on.day, date_of(2026, 1, 10).day);
    assert_string_equal(str_copy(r.arena, str_trim(node_plain(r.arena, n->part[PART_NEEDS]))).at, "Trois.");
    assert_int_equal(n->part[PART_HIGHLIGHTS]->first->next->kind,
                     NODE_HEADING); /* a deeper heading stays in its part */
    assert_non_null(n->part[PART_CHALLENGES]);
    assert_null(n->part[PART_AHEAD]);
    assert_int_equal(n->part[PART_OTHER]->first->next->kind, NODE_HEADING);
    assert_true(str_equal(facts->laureates.at[2].profile_title, STR("Ouvrir tôt")));
    assert_int_equal(facts->news.at[0].date.day, date_of(2025, 11, 3).day);
    assert_true(str_equal(facts->news.at[0].title, STR("Une ouverture")));
    assert_true(str_equal(facts->reviews.at[0].slug, STR("what-did-not-work")));
    assert_int_equal(facts->reviews.at[0].year.first, 2025 * 12);
    assert_int_equal(facts->editions.at[0].edition.day, date_of(2026, 1, 20).day);
    repository_end(&r);
}

static void test_withheld(void **state)
{
    (void)state;
    struct repository r;
    start(&r, plain);
    repository_file(&r, "laureats/beta/mesures.csv", "indicateur;periode;valeur\nentrees;2025-T1;douze\n");
    repository_file(&r, "objectifs.csv", "id;libelle\no1;Sans le reste\n");
    repository_check(&r, 1);
    assert_false(r.facts->shared_error);
    assert_false(r.facts->laureate_error[1]);
    assert_true(r.facts->laureate_error[2]);
    repository_end(&r);
    start(&r, plain);
    repository_file(&r, "cibles.csv", "indicateur;periode;cible\nentree;2025;12\n");
    repository_check(&r, 1);
    assert_true(r.facts->shared_error);
    assert_int_equal(r.facts->targets.count, 0);
    repository_end(&r);
}

/* An empty folder is a repository in which everything is missing. */
static void test_nothing(void **state)
{
    (void)state;
    struct repository r;
    repository_start(&r);
    repository_check(&r, 2);
    assert_int_equal(repository_said(&r, MSG_input_missing) + repository_said(&r, MSG_input_missing_text), 3);
    assert_true(r.facts->shared_error);
    assert_int_equal(r.facts->indicators.count, 1);
    assert_int_equal(r.facts->laureates.count, 1);
    repository_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_programme),  cmocka_unit_test(test_directory),
                                       cmocka_unit_test(test_indicators), cmocka_unit_test(test_references),
                                       cmocka_unit_test(test_texts),      cmocka_unit_test(test_withheld),
                                       cmocka_unit_test(test_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
