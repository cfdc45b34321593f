#include "unit.h"

#include "compose/compose.h"
#include "compose/template.h"

#include <unistd.h>

struct fixture {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct facts *facts;
    struct str folder, path;
};

static void add_laureate(struct fixture *x, const char *id, struct date joined, struct date left)
{
    struct laureate *l = PUSH(x->arena, &x->facts->laureates);
    l->id = l->name = str_of(id);
    l->joined.first = joined;
    l->left.last = left;
}

static int setup(void **state)
{
    struct fixture *x = calloc(1, sizeof *x);
    char name[] = "/tmp/bilan-templates-XXXXXX";
    assert_non_null(mkdtemp(name));
    x->arena = arena_new();
    x->diagnostics = diagnostics_new(x->arena);
    x->folder = str_copy(x->arena, str_of(name));
    x->path = str_print(x->arena, "%s/templates/essai.md", name);
    x->facts = ARENA_NEW(x->arena, struct facts);
    x->facts->programme = (struct programme){.name = STR("Élan"), .code = STR("elan"), .year_start = 1};
    x->facts->cut_off = date_of(2026, 1, 20);
    x->facts->first_period = (struct period){PERIOD_QUARTER, 2024 * 12};
    PUSH(x->arena, &x->facts->laureates);
    add_laureate(x, "arc", date_of(2024, 1, 1), DATE_NONE);
    add_laureate(x, "parti", date_of(2024, 1, 1), date_of(2025, 6, 30));
    add_laureate(x, "Éric & fils", date_of(2024, 1, 1), DATE_NONE);
    PUSH(x->arena, &x->facts->indicators);
    PUSH(x->arena, &x->facts->indicators)->id = STR("entrees");
    *state = x;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *x = *state;
    if (x->facts->folder.path.length)
        folder_close(&x->facts->folder);
    unlink(x->path.at);
    rmdir(str_print(x->arena, "%.*s/templates", STR_ARG(x->folder)).at);
    rmdir(x->folder.at);
    arena_free(x->arena);
    free(x);
    return 0;
}

static const struct template *find(const struct templates *templates, const char *name)
{
    for (size_t i = 0; i < templates->count; i++)
        if (str_equal(templates->at[i].name, str_of(name)))
            return &templates->at[i];
    return NULL;
}

/* The programme's own template, with this text. */
static struct templates load(struct fixture *x, const char *text)
{
    assert_true(path_write(x->path, str_of(text)));
    assert_int_equal(folder_open(x->arena, x->folder, &x->facts->folder), FILE_OK);
    folder_list(x->arena, &x->facts->folder, &x->facts->files, x->diagnostics);
    return compose_templates(x->arena, x->facts, STR("templates"), x->diagnostics);
}

static void test_installed_are_whole(void **state)
{
    struct fixture *x = *state;
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        x->facts->programme.language = (enum language)language;
        struct templates templates = compose_templates(x->arena, x->facts, STR("templates"), x->diagnostics);
        assert_true(templates.count >= 2);
        for (size_t i = 0; i < templates.count; i++)
            assert_false(templates.at[i].broken);
        assert_int_equal(find(&templates, "quarterly-synthesis")->over, EACH_LAUREATE);
        assert_int_equal(find(&templates, "annual-review")->period, PERIOD_YEAR);
        assert_false(find(&templates, "quarterly-synthesis")->audiences[AUDIENCE_PUBLIC]);
    }
    assert_int_equal(x->diagnostics->count, 0);
}

static void expect_error(struct fixture *x, const char *text, enum message message, uint32_t line, const char *said)
{
    struct templates templates = load(x, text);
    assert_true(find(&templates, "essai")->broken);
    assert_false(find(&templates, "quarterly-synthesis")->broken);
    assert_int_equal(diagnostics_count(x->diagnostics, SEVERITY_ERROR), 1);
    const struct diagnostic *d = &x->diagnostics->at[0];
    assert_int_equal(d->message, message);
    assert_int_equal(d->place.line, line);
    assert_string_equal(d->word[1].length ? d->word[d->word[2].length ? 2 : 1].at : "", said);
}

static void test_unknown_hole(void **state)
{
    expect_error(*state, "---\ntitre: Essai\n---\n\nTexte.\n\n```tabelau\n```\n", MSG_template_unknown_hole, 7,
                 "tableau");
}

static void test_unknown_option(void **state)
{
    expect_error(*state, "---\ntitre: Essai\n---\n\n```tableau\nperiodes: 5\ncolones: cible\n```\n",
                 MSG_template_unknown_option, 7, "colonnes");
}

static void test_bad_value(void **state)
{
    expect_error(*state, "---\ntitre: Essai\n---\n\n```tableau\nperiodes: beaucoup\n```\n", MSG_template_value, 6,
                 "1, 2, 3, … 99");
}

static void test_unknown_indicator(void **state)
{
    expect_error(*state, "---\ntitre: Essai\n---\n\n```tableau\nindicateurs: entres\n```\n",
                 MSG_template_unknown_indicator, 6, "entrees");
}

static void test_unknown_name(void **state)
{
    expect_error(*state, "---\ntitre: Essai\nperiode: annee\n---\n\nEn {anee}.\n", MSG_template_unknown_name, 6,
                 "annee");
}

static void test_unknown_key_of_front(void **state)
{
    expect_error(*state, "---\ntitre: Essai\nformat: [pdf]\n---\n\nTexte.\n", MSG_template_unknown_key, 3, "formats");
}

/* A programme has no {laureate}. */
static void test_name_without_sense(void **state)
{
    expect_error(*state, "---\ntitre: Essai\npour: programme\n---\n\nPour {laureat}.\n",
                 MSG_template_name_without_sense, 6, "");
}

static void test_value_in_text(void **state)
{
    expect_error(*state, "---\ntitre: Essai\n---\n\nDont `=entree@programme/2025`.\n", MSG_template_unknown_indicator,
                 5, "entrees");
}

/* ---- jobs ---- */

static struct jobs jobs_of(struct fixture *x, const char *front, struct job_filter filter)
{
    struct templates *templates = ARENA_NEW(x->arena, struct templates);
    *templates = load(x, front);
    static const struct str wanted[] = {{"essai", 5}};
    filter.deliverables = (struct strs){(struct str *)wanted, 1, 1};
    assert_int_equal(x->diagnostics->count, 0);
    return compose_jobs(x->arena, x->facts, templates, &filter);
}

static void expect_paths(const struct jobs *jobs, const char *const *paths, size_t count)
{
    assert_int_equal(jobs->count, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(jobs->at[i].path.at, paths[i]);
}

static const char by_laureate[] = "---\ntitre: Essai\npour: laureat\nperiode: trimestre\n"
                                  "diffusion: [interne, partenaires]\n---\n\nTexte.\n";

/* The last quarter that had ended; a laureate that left before it has none; a name that no path bears is folded. */
static void test_last_period(void **state)
{
    static const char *const paths[] = {"internal/essai/2025-Q4/arc", "internal/essai/2025-Q4/eric-fils",
                                        "partners/essai/2025-Q4/arc", "partners/essai/2025-Q4/eric-fils"};
    struct jobs jobs = jobs_of(*state, by_laureate, (struct job_filter){0});
    expect_paths(&jobs, paths, 4);
}

static void test_filters(void **state)
{
    static const char *const paths[] = {"internal/essai/2025-Q1/parti", "internal/essai/2025-Q2/parti"};
    struct period year = {PERIOD_YEAR, 2025 * 12};
    struct str names[] = {STR("parti")};
    struct job_filter filter = {.periods = &year, .period_count = 1, .laureates = {names, 1, 1}};
    filter.audiences[AUDIENCE_INTERNAL] = true;
    struct jobs jobs = jobs_of(*state, by_laureate, filter);
    expect_paths(&jobs, paths, 2);
}

static void test_all_periods(void **state)
{
    static const char *const paths[] = {"internal/essai/bilan-2024", "internal/essai/bilan-2025"};
    struct jobs jobs = jobs_of(*state, "---\ntitre: Essai\nperiode: annee\nfichier: 'bilan-{annee}'\n---\n\nTexte.\n",
                               (struct job_filter){.all_periods = true});
    expect_paths(&jobs, paths, 2);
}

/* An annual document is not made for a quarter, nor a timeless one for any period. */
static void test_period_of_another_kind(void **state)
{
    struct period quarter = {PERIOD_QUARTER, 2025 * 12};
    struct job_filter filter = {.periods = &quarter, .period_count = 1};
    struct jobs jobs = jobs_of(*state, "---\ntitre: Essai\nperiode: annee\n---\n\nTexte.\n", filter);
    assert_int_equal(jobs.count, 0);
}

static void test_timeless(void **state)
{
    static const char *const paths[] = {"internal/essai/essai"};
    struct jobs jobs = jobs_of(*state, "---\ntitre: Essai\n---\n\nTexte.\n", (struct job_filter){0});
    expect_paths(&jobs, paths, 1);
}

/* Nothing written in the front matter leads out of the folder of outputs. */
static void test_path_stays_inside(void **state)
{
    static const char *const paths[] = {"internal/essai/x/x/etc-passwd"};
    struct jobs jobs =
        jobs_of(*state, "---\ntitre: Essai\nfichier: '../../etc passwd'\n---\n\nTexte.\n", (struct job_filter){0});
    expect_paths(&jobs, paths, 1);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_installed_are_whole),
        CASE(test_unknown_hole),
        CASE(test_unknown_option),
        CASE(test_bad_value),
        CASE(test_unknown_indicator),
        CASE(test_unknown_name),
        CASE(test_unknown_key_of_front),
        CASE(test_name_without_sense),
        CASE(test_value_in_text),
        CASE(test_last_period),
        CASE(test_filters),
        CASE(test_all_periods),
        CASE(test_period_of_another_kind),
        CASE(test_timeless),
        CASE(test_path_stays_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
