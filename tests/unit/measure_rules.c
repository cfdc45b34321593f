/* Rules of the indicator model that the vectors do not reach. */
#include "facts_builder.h"

static void not_due_until_the_day_or_all_have_filed(void **state)
{
    (void)state;
    static const struct {
        const char *cut_off;
        bool all;
        bool due;
    } rows[] = {{"2025-04-14", false, false},
                {"2025-04-15", false, true},
                {"2025-04-14", true, true},
                {"2025-03-31", true, true},
                {"2025-03-30", true, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *facts = facts_new("2025-Q1", rows[i].cut_off);
        uint32_t flow =
            indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
        laureate_add(facts, "a"), laureate_add(facts, "b");
        observe(facts, flow, "a", "2025-Q1", "7");
        if (rows[i].all)
            observe(facts, flow, "b", "2025-Q1", "nd");
        const struct figure *f = figure(facts_done(facts), "flux@programme/2025-Q1");
        assert_int_equal(f->state, rows[i].due ? FIGURE_PARTIAL : FIGURE_NOT_DUE);
        shows(f->value, rows[i].due ? "7" : "");
        assert_int_equal(f->expected, rows[i].due ? 2 : 0);
    }
}

static void a_year_leaves_out_what_is_not_due(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-10");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t stock =
        indicator_add(facts, (struct indicator){NAMED("stock"), .type = TYPE_COUNT, .nature = NATURE_STOCK});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    four(facts, flow, "a", "1", "2", "3", "4"), four(facts, flow, "b", "1", "2", "3", NULL);
    four(facts, stock, "a", "1", "2", "3", "4"), four(facts, stock, "b", "1", "2", "3", NULL);
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "flux@programme/2025");
    shows(f->value, "12");
    assert_int_equal(f->observations_expected, 6);
    shows(figure(measures, "stock@programme/2025")->value, "6");
    assert_int_equal(figure(measures, "stock@programme/2025-Q4")->state, FIGURE_NOT_DUE);
}

static void thresholds(void **state)
{
    (void)state;
    static const struct {
        int received;
        enum figure_state state;
    } rows[] = {{10, FIGURE_COMPLETE}, {9, FIGURE_PARTIAL}, {5, FIGURE_PARTIAL}, {4, FIGURE_NONE}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct facts *facts = facts_new("2025-Q1", "2025-04-30");
        uint32_t flow =
            indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
        for (int i = 0; i < 10; i++) {
            const char *id = str_print(arena, "l%d", i).at;
            laureate_add(facts, id);
            observe(facts, flow, id, "2025-Q1", i < rows[r].received ? "3" : "nc");
        }
        const struct figure *f = figure(facts_done(facts), "flux@programme/2025-Q1");
        assert_int_equal(f->state, rows[r].state);
        assert_int_equal(f->received, rows[r].received);
        assert_true(f->value.is == (rows[r].state != FIGURE_NONE));
    }
}

static void absence_leaves_or_stays(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    const char *const ids[] = {"a", "b", "c", "d", "e"}, *const values[] = {"5", "5", "so", "nd", NULL};
    for (int i = 0; i < 5; i++) {
        laureate_add(facts, ids[i]);
        observe(facts, flow, ids[i], "2025-Q1", values[i]);
    }
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "flux@programme/2025-Q1");
    assert_int_equal(f->expected, 4);
    assert_int_equal(f->received, 2);
    f = figure(measures, "flux@c/2025-Q1");
    assert_int_equal(f->state, FIGURE_NOT_APPLICABLE);
    assert_int_equal(f->statuses, 1 << STATUS_NOT_APPLICABLE);
    assert_int_equal(figure(measures, "flux@d/2025-Q1")->state, FIGURE_NONE);
    struct expecteds expected = measure_expected(arena, measures, flow, P("2025-Q1"));
    assert_int_equal(expected.count, 4);
    assert_true(expected.at[0].received);
    assert_int_equal(expected.at[2].status, STATUS_NOT_AVAILABLE);
    assert_int_equal(expected.at[3].status, STATUS_EMPTY);
}

static void leaving_and_joining(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q4", "2026-01-31");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t stock =
        indicator_add(facts, (struct indicator){NAMED("stock"), .type = TYPE_COUNT, .nature = NATURE_STOCK});
    uint32_t total =
        indicator_add(facts, (struct indicator){NAMED("cumul"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE});
    uint32_t year =
        indicator_add(facts, (struct indicator){NAMED("annee"), .type = TYPE_COUNT, .nature = NATURE_YEAR_TO_DATE});
    laureate_add(facts, "a");
    laureate_add(facts, "b")->left = day_of("2025-06-30");
    laureate_add(facts, "c")->joined = day_of("2025-07-01");
    uint32_t all[] = {flow, stock, total, year};
    for (int i = 0; i < 4; i++) {
        four(facts, all[i], "a", "10", "20", "30", "40");
        four(facts, all[i], "b", "1", "2", "99", "99"); /* what is filed outside membership enters no total */
        four(facts, all[i], "c", "99", "99", "3", "4");
    }
    observe(facts, total, "a", "2024-Q4", "5"), observe(facts, total, "b", "2024-Q4", "1");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "flux@programme/2025");
    shows(f->value, "110");
    assert_int_equal(f->expected, 3);
    assert_int_equal(f->observations_expected, 8);
    f = figure(measures, "stock@programme/2025");
    shows(f->value, "44");
    assert_int_equal(f->expected, 2);
    f = figure(measures, "cumul@programme/2025");
    shows(f->value, "46"); /* what b had done stays done */
    assert_int_equal(f->expected, 2);
    shows(f->flow, "40"); /* 35 of a, 1 of b until it left, 4 of c that started */
    shows(figure(measures, "cumul@programme/2025-Q4")->flow, "11");
    f = figure(measures, "annee@programme/2025");
    shows(f->value, "44");
    shows(f->flow, "46");
    shows(figure(measures, "annee@programme/2025-Q1")->flow, "11");
    shows(figure(measures, "annee@programme/2025-Q2")->flow, "11");
    assert_int_equal(figure(measures, "stock@b/2025-Q3")->state, FIGURE_NOT_APPLICABLE);
}

static void a_first_level_is_no_flow_unless_something_starts(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t total =
        indicator_add(facts, (struct indicator){NAMED("cumul"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE});
    uint32_t fresh =
        indicator_add(facts, (struct indicator){NAMED("neuf"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE,
                                                .valid_from = day_of("2025-01-01")});
    laureate_add(facts, "a"), laureate_add(facts, "b")->joined = day_of("2025-01-15");
    four(facts, total, "a", "10", "20", "20", "25"), four(facts, total, "b", "1", "2", "3", "4");
    four(facts, fresh, "a", "10", "20", "20", "25"), four(facts, fresh, "b", "1", "2", "3", "4");
    struct measures *measures = facts_done(facts);
    shows(figure(measures, "cumul@a/2025-Q1")->flow, "");
    shows(figure(measures, "cumul@b/2025-Q1")->flow, "1");
    shows(figure(measures, "cumul@programme/2025-Q1")->flow, "");
    shows(figure(measures, "cumul@programme/2025-Q2")->flow, "11");
    shows(figure(measures, "cumul@programme/2025-Q3")->flow, "1");
    shows(figure(measures, "cumul@programme/2025")->flow, "");
    shows(figure(measures, "neuf@programme/2025-Q1")->flow, "11");
    shows(figure(measures, "neuf@programme/2025")->flow, "29");
}

static void a_campaign_year_of_its_own(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t inside = indicator_add(facts, (struct indicator){NAMED("aout"), .type = TYPE_COUNT,
                                                              .nature = NATURE_YEAR_TO_DATE, .year_start = M("8")});
    uint32_t border = indicator_add(facts, (struct indicator){NAMED("juillet"), .type = TYPE_COUNT,
                                                              .nature = NATURE_YEAR_TO_DATE, .year_start = M("7")});
    laureate_add(facts, "a");
    four(facts, inside, "a", "50", "80", "12", "30"), four(facts, border, "a", "50", "80", "12", "30");
    struct measures *measures = facts_done(facts);
    shows(figure(measures, "aout@a/2025-Q2")->flow, "30");
    shows(figure(measures, "aout@a/2025-Q3")->flow, ""); /* the reset is inside */
    shows(figure(measures, "aout@a/2025-Q4")->flow, "18");
    shows(figure(measures, "juillet@a/2025-Q3")->flow, "12"); /* the reset is its first day */
    const struct figure *f = figure(measures, "aout@programme/2025");
    shows(f->value, "30");
    shows(f->flow, "");
    assert_int_equal(f->since.day, D("2025-08-01").day);
    assert_false(date_is(figure(measures, "aout@programme/2025-Q4")->since));
}

static void half_yearly(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW,
                                                            .frequency = PERIOD_SEMESTER});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    observe(facts, flow, "a", "2025-S1", "5"), observe(facts, flow, "b", "2025-Q2", "2");
    observe(facts, flow, "a", "2025-S2", "1"), observe(facts, flow, "b", "2025-S2", "1");
    struct measures *measures = facts_done(facts);
    shows(figure(measures, "flux@programme/2025-Q2")->value, "7");
    shows(figure(measures, "flux@programme/2025-S1")->value, "7");
    shows(figure(measures, "flux@programme/2025")->value, "9");
    struct figures_request request = {.by = SUBJECT_PROGRAMME, .time = PERIOD_QUARTER, .jobs = 2};
    struct figures figures = measure_figures(arena, measures, &request);
    assert_int_equal(figures.count, 2); /* none for the other quarters */
    assert_int_equal(measure_expected(arena, measures, flow, P("2025-Q1")).count, 0);
}

static void monthly_into_quarters(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t flow = indicator_add(
        facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .frequency = PERIOD_MONTH});
    laureate_add(facts, "a");
    observe(facts, flow, "a", "2025-01", "1"), observe(facts, flow, "a", "2025-02", "2"),
        observe(facts, flow, "a", "2025-03", "4");
    struct measures *measures = facts_done(facts);
    shows(figure(measures, "flux@programme/2025-Q1")->value, "7");
    shows(figure(measures, "flux@programme/2025-02")->value, "2");
    shows(figure(measures, "flux@programme/2025-Q1~to-date")->value, "7");
}

static void ratio_by_terms(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t part = indicator_add(facts, (struct indicator){NAMED("part"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t whole = indicator_add(facts, (struct indicator){NAMED("tout"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t staff =
        indicator_add(facts, (struct indicator){NAMED("equipe"), .type = TYPE_COUNT, .nature = NATURE_STOCK});
    struct indicator share = {NAMED("taux"), .type = TYPE_RATIO, .multiplier = M("100")},
                     load = {NAMED("charge"), .type = TYPE_RATIO};
    terms_add(&share.numerator_terms, part, 1), terms_add(&share.denominator_terms, whole, 1);
    terms_add(&load.numerator_terms, whole, 1), terms_add(&load.numerator_terms, part, -1),
        terms_add(&load.denominator_terms, staff, 1);
    indicator_add(facts, share), indicator_add(facts, load);
    laureate_add(facts, "a"), laureate_add(facts, "b"), laureate_add(facts, "c");
    four(facts, part, "a", "1", "2", "nd", "4"), four(facts, whole, "a", "10", "10", "10", "nd"),
        four(facts, staff, "a", "2", "2", "3", "4");
    four(facts, part, "b", "5", "5", "5", "5"), four(facts, whole, "b", "10", "10", "10", "10"),
        four(facts, staff, "b", "1", "1", "1", "1");
    four(facts, part, "c", "0", "0", "0", "0"), four(facts, whole, "c", "0", "0", "0", "0"),
        four(facts, staff, "c", "1", "1", "1", "1");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "taux@programme/2025");
    shows(f->numerator, "23"); /* of a only the quarters with both */
    shows(f->denominator, "60");
    assert_int_equal(f->received, 2);
    assert_int_equal(f->expected, 3);
    f = figure(measures, "taux@c/2025-Q1");
    assert_int_equal(f->state, FIGURE_NOT_APPLICABLE);
    assert_int_equal(f->received, 1);
    shows(f->denominator, "0");
    f = figure(measures, "charge@b/2025");
    shows(f->numerator, "20"); /* flows are summed, the stock is the last one */
    shows(f->denominator, "1");
    shows(f->value, "20");
    struct sources sources = measure_sources(arena, measures, f->key);
    assert_int_equal(sources.count, 9);
}

static void the_coordination_counts_itself(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t unique =
        indicator_add(facts, (struct indicator){NAMED("jeunes"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE,
                                                .counting = COUNTING_UNIQUE_PROGRAMME});
    uint32_t value =
        indicator_add(facts, (struct indicator){NAMED("indice"), .type = TYPE_VALUE, .nature = NATURE_POINT});
    uint32_t alone = indicator_add(
        facts, (struct indicator){NAMED("siege"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .scope = SCOPE_PROGRAMME});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    four(facts, unique, "a", "10", "20", "30", "40"), four(facts, unique, "b", "5", "5", "6", "7");
    observe(facts, unique, NULL, "2025-Q4", "42");
    four(facts, value, "a", "1.5", NULL, NULL, NULL), four(facts, value, "b", "2.5", "2", NULL, NULL);
    observe(facts, value, NULL, "2025-Q1", "1.9");
    four(facts, alone, NULL, "1", "2", "3", "4");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "jeunes@programme/2025-Q3");
    assert_int_equal(f->state, FIGURE_RANGE);
    shows(f->low, "30");
    shows(f->high, "36");
    f = figure(measures, "jeunes@programme/2025-Q4");
    shows(f->value, "42");
    assert_true(f->own);
    assert_int_equal(f->state, FIGURE_COMPLETE);
    assert_int_equal(f->received, 2);
    assert_int_equal(measure_sources(arena, measures, f->key).count, 1);
    shows(figure(measures, "jeunes@a/2025")->value, "40");
    shows(figure(measures, "indice@programme/2025-Q1")->value, "1.9");
    f = figure(measures, "indice@programme/2025-Q2");
    assert_int_equal(f->state, FIGURE_NONE);
    shows(f->value, "");
    f = figure(measures, "indice@b/2025");
    shows(f->value, "2");
    assert_int_equal(f->as_of.day, D("2025-06-30").day);
    f = figure(measures, "siege@programme/2025");
    shows(f->value, "10");
    assert_int_equal(f->state, FIGURE_COMPLETE);
}

static void an_own_measure_of_another_total(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    laureate_add(facts, "a");
    four(facts, flow, "a", "10", "20", "30", "40");
    observe(facts, flow, NULL, "2025-Q1", "9"), observe(facts, flow, NULL, "2025-Q2", "20");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "flux@programme/2025-Q1");
    shows(f->value, "9");
    shows(f->computed, "10");
    shows(figure(measures, "flux@programme/2025-Q2")->computed, "");
    f = figure(measures, "flux@programme/2025"); /* not given for every quarter */
    shows(f->value, "100");
    assert_false(f->own);
    shows(figure(measures, "flux@programme/2025-S1")->value, "29");
}

static void medians_scores_and_answers(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t median = indicator_add(facts, (struct indicator){NAMED("mediane"), .type = TYPE_MEDIAN});
    uint32_t score = indicator_add(facts, (struct indicator){NAMED("score"), .type = TYPE_SCORE});
    uint32_t yes = indicator_add(facts, (struct indicator){NAMED("comite"), .type = TYPE_YES_NO});
    const char *const ids[] = {"a", "b", "c", "d"}, *const values[] = {"7.5", "3", "12", "4"};
    for (int i = 0; i < 4; i++) {
        laureate_add(facts, ids[i]);
        observe(facts, median, ids[i], "2025-Q1", values[i]);
        observe(facts, yes, ids[i], "2025-Q1", i < 3 ? "yes" : "no");
        observe_pair(facts, score, ids[i], "2025-Q1", "5", "2");
        observe_pair(facts, score, ids[i], "2025-Q1", "1", "3");
    }
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "mediane@programme/2025-Q1");
    shows(f->low, "3");
    shows(f->value, "5.75");
    shows(f->high, "12");
    assert_int_equal(f->state, FIGURE_COMPLETE);
    f = figure(measures, "comite@programme/2025-Q1");
    shows(f->value, "3");
    shows(f->denominator, "4");
    shows(figure(measures, "comite@d/2025-Q1")->value, "0");
    f = figure(measures, "score@programme/2025-Q1");
    assert_int_equal(f->share_count, 2);
    assert_true(f->shares[0].answer.units == 1 && f->shares[0].count.units == 12);
    assert_true(f->shares[1].answer.units == 5 && f->shares[1].count.units == 8);
    assert_int_equal(measure_sources(arena, measures, f->key).count, 8);
}

static void categories_and_attributes(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t women = sexes_add(facts);
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    indicator_breakdown(facts, flow, 1);
    laureate_add(facts, "a")->territory = STR("Pays de la Loire"),
                        laureate_add(facts, "b")->territory = STR("pays-de-la-loire"), laureate_add(facts, "c");
    observe(facts, flow, "a", "2025-Q1", "20"), observe(facts, flow, "b", "2025-Q1", "5"),
        observe(facts, flow, "c", "2025-Q1", "1");
    observe_in(facts, flow, "a", "2025-Q1", women, "8"), observe_in(facts, flow, "a", "2025-Q1", women + 1, "12"),
        observe_in(facts, flow, "b", "2025-Q1", women, "5");
    struct measures *measures = facts_done(facts);
    shows(figure(measures, "flux@programme/2025-Q1;sexe=femmes")->value, "13");
    assert_int_equal(figure(measures, "flux@programme/2025-Q1;sexe=hommes")->state, FIGURE_NONE);
    shows(figure(measures, "flux@territory=Pays%20de%20la%20Loire/2025-Q1")->value, "25");
    shows(figure(measures, "flux@territory=/2025-Q1")->value, "1");
    struct figures_request request = {
        .by = SUBJECT_ATTRIBUTE, .attribute = ATTRIBUTE_TERRITORY, .time = PERIOD_QUARTER, .dimension = 1, .jobs = 3};
    struct figures figures = measure_figures(arena, measures, &request);
    struct buffer out = {.arena = arena};
    figures_print(&out, measures, &figures, false, 1);
    assert_non_null(strstr(buffer_str(&out).at,
                           "\nflux@territory=Pays%20de%20la%20Loire/2025-Q1;sexe=femmes,flux,territory=Pays "
                           "de la Loire,2025-Q1,sexe,femmes,13,,,,complete,2,2,,,,,,,,\n"));
    assert_int_equal(figures.count, 6);
}

static void keys_come_back(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    const char *const names[] = {"16-17", "a/b; 100 %"};
    dimension_add(facts, "age", true, 2, names);
    indicator_add(facts, (struct indicator){NAMED("IND-04"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    laureate_add(facts, "arc")->territory = STR("Cœur d’Hérault, nord/sud");
    facts_done(facts);
    static const char *const texts[] = {"IND-04@programme/2025-Q2",
                                        "IND-04@arc/2025",
                                        "IND-04@arc/2025-S2~to-date",
                                        "IND-04@programme/2025-03;age=16-17",
                                        "IND-04@territory=Cœur%20d’Hérault%2C%20nord%2Fsud/2025-Q1",
                                        "IND-04@programme/2025~to-date;age=a%2Fb%3B%20100%20%25"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct figure_key key;
        assert_true(figure_key_parse(facts, str_of(texts[i]), &key));
        assert_string_equal(figure_key_text(arena, facts, key).at, texts[i]);
    }
    static const char *const wrong[] = {"",
                                        "IND-04",
                                        "IND-04@",
                                        "IND-04@programme",
                                        "IND-04@programme/",
                                        "IND-04@programme/2025-Q5",
                                        "X@programme/2025",
                                        "IND-04@nobody/2025",
                                        "IND-04@territory=Nord/2025",
                                        "IND-04@programme/2025;age=99",
                                        "IND-04@programme/2025;",
                                        "IND-04@programme/2025~",
                                        "@programme/2025",
                                        "IND-04@%/2025",
                                        "IND-04@%4/2025"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct figure_key key;
        assert_false(figure_key_parse(facts, str_of(wrong[i]), &key));
    }
}

static void trajectories_and_statuses(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t flow = indicator_add(
        facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .direction = DIRECTION_UP});
    uint32_t stock = indicator_add(facts, (struct indicator){NAMED("stock"), .type = TYPE_COUNT, .nature = NATURE_STOCK,
                                                             .direction = DIRECTION_UP, .baseline = M("10")});
    uint32_t range =
        indicator_add(facts, (struct indicator){NAMED("plage"), .type = TYPE_COUNT, .nature = NATURE_STOCK,
                                                .direction = DIRECTION_RANGE, .low = M("10"), .high = M("20")});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    four(facts, flow, "a", "10", "15", "20", "45"), four(facts, flow, "b", "5", "5", "5", "5");
    four(facts, stock, "a", "6", "8", "10", "12"), four(facts, stock, "b", "6", "7", "8", "8"),
        four(facts, range, "a", "10", "21", "9", "15"), four(facts, range, "b", "0", "0", "0", "0");
    target_set(facts, flow, "a", "2025", "80", NULL), target_set(facts, flow, "b", "2025", "20", NULL);
    target_set(facts, stock, NULL, "2025-Q4", "30", NULL);
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "flux@programme/2025-Q2");
    shows(f->target, "100");
    shows(f->progress, "0.35");
    shows(f->trajectory, "50");
    assert_int_equal(f->target_status, TARGET_WATCH);
    assert_int_equal(figure(measures, "flux@programme/2025-Q1")->target_status, TARGET_OFF_TRACK);
    f = figure(measures, "flux@programme/2025-Q4");
    shows(f->progress, "1.1");
    assert_int_equal(f->target_status, TARGET_EXCEEDED);
    assert_int_equal(figure(measures, "flux@b/2025-Q4")->target_status, TARGET_MET);
    f = figure(measures, "stock@programme/2025-Q2");
    shows(f->value, "15");
    shows(f->progress, "0.25");
    shows(f->trajectory, "20");
    assert_int_equal(f->target_status, TARGET_OFF_TRACK);
    f = figure(measures, "stock@programme/2025"); /* 2025-Q4 serves 2025 */
    shows(f->target, "30");
    shows(f->progress, "0.5");
    assert_int_equal(figure(measures, "plage@programme/2025-Q1")->target_status, TARGET_MET);
    assert_int_equal(figure(measures, "plage@programme/2025-Q2")->target_status, TARGET_OFF_TRACK);
    shows(figure(measures, "plage@programme/2025-Q1")->progress, "");
    assert_int_equal(figure(measures, "stock@a/2025-Q1")->target_status, TARGET_NONE);
}

static void incomplete_years_are_not_compared(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2026-01-31");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t ratio = indicator_add(
        facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO, .nature = NATURE_FLOW, .multiplier = M("100")});
    laureate_add(facts, "a"), laureate_add(facts, "b"), laureate_add(facts, "c")->joined = day_of("2024-04-01");
    const char *const before[] = {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"};
    for (int q = 0; q < 4; q++) {
        observe(facts, flow, "a", before[q], "10"), observe(facts, flow, "a", quarters_2025[q], "12");
        observe(facts, flow, "b", before[q], "10"), observe(facts, flow, "b", quarters_2025[q], q == 2 ? "nd" : "10");
        if (q > 0)
            observe(facts, flow, "c", before[q], "1");
        observe(facts, flow, "c", quarters_2025[q], "1");
        observe_pair(facts, ratio, "a", before[q], "1", "3"),
            observe_pair(facts, ratio, "a", quarters_2025[q], "1", "2");
    }
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "flux@programme/2025");
    shows(f->value, "82");
    shows(f->previous, "83");
    shows(f->change, "");
    shows(f->change_like_for_like, "0.2"); /* of a alone: c was not there in the same quarters */
    assert_int_equal(f->like_for_like, 1);
    f = figure(measures, "taux@a/2025");
    assert_true(f->change_is_points);
    shows(f->change, "16.666666666666668");
}

/* Nothing is compared across the day a definition changed: sums if any of them stands before it, levels if the last one
 * does; a ratio breaks with what it is made of. */
static void a_broken_series_is_not_compared(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2026-01-31");
    struct indicator kinds[] = {{NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW},
                                {NAMED("stock"), .type = TYPE_COUNT, .nature = NATURE_STOCK},
                                {NAMED("cumul"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE}};
    uint32_t index[3];
    for (int i = 0; i < 3; i++) {
        index[i] = indicator_add(facts, kinds[i]);
        facts->indicators.at[index[i]].series_break = day_of("2024-10-01");
    }
    uint32_t other =
        indicator_add(facts, (struct indicator){NAMED("autre"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t ratio = indicator_add(facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO});
    terms_add(&facts->indicators.at[ratio].numerator_terms, index[0], +1);
    terms_add(&facts->indicators.at[ratio].denominator_terms, other, +1);
    laureate_add(facts, "a");
    for (int q = 0; q < 8; q++) {
        const char *period = str_print(arena, "%d-Q%d", 2024 + q / 4, q % 4 + 1).at;
        for (int i = 0; i < 3; i++)
            observe(facts, index[i], "a", period, str_print(arena, "%d", 10 + q).at);
        observe(facts, other, "a", period, "20");
    }
    struct measures *measures = facts_done(facts);
    static const struct {
        const char *key, *change, *flow;
        bool broken;
    } rows[] = {
        {"flux@a/2025-Q3", "", "", true},
        {"flux@programme/2025-Q3", "", "", true},
        {"flux@a/2025-Q4", "0.3076923076923077", "", false},
        {"flux@a/2025", "", "", true}, /* of 2024 three quarters stand before */
        {"stock@a/2025-Q3", "", "", true},
        {"stock@a/2025", "0.3076923076923077", "", false},
        {"cumul@a/2024-Q3", "", "1", false},
        {"cumul@a/2024-Q4", "", "", false},
        {"cumul@a/2025-Q1", "", "1", true},
        {"taux@a/2025-Q3", "", "", true},
        {"taux@a/2025-Q4", "0.2", "", false},
        {"autre@a/2025-Q3", "0", "", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct figure *f = figure(measures, rows[i].key);
        shows(f->change, rows[i].change);
        shows(f->change_like_for_like, rows[i].change);
        shows(f->flow, rows[i].flow);
        assert_int_equal(f->series_broken, rows[i].broken);
    }
}

/* A mean of nobody leaves as 0/0 does; one laureate alone needs no word on deduplication; what falls less far rises. */
static void small_words_beside_numbers(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2025-04-30");
    uint32_t simple = indicator_add(
        facts, (struct indicator){NAMED("simple"), .type = TYPE_MEAN, .over_laureates = OVER_SIMPLE_MEAN});
    uint32_t unique =
        indicator_add(facts, (struct indicator){NAMED("uniques"), .type = TYPE_COUNT, .nature = NATURE_FLOW,
                                                .counting = COUNTING_UNIQUE_PERIOD});
    uint32_t result =
        indicator_add(facts, (struct indicator){NAMED("resultat"), .type = TYPE_AMOUNT, .nature = NATURE_FLOW});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    observe_pair(facts, simple, "a", "2025-Q1", "3", "0"), observe_pair(facts, simple, "b", "2025-Q1", "5", "2");
    observe(facts, unique, "a", "2025-Q1", "7"), observe(facts, unique, "b", "2025-Q1", "so");
    observe(facts, unique, "a", "2024-Q4", "7"), observe(facts, unique, "b", "2024-Q4", "6");
    observe(facts, result, "a", "2024-Q1", "-100"), observe(facts, result, "a", "2025-Q1", "-50");
    struct measures *measures = facts_done(facts);
    const struct figure *f = figure(measures, "simple@programme/2025-Q1");
    shows(f->value, "5");
    assert_int_equal(f->received, 2);
    assert_int_equal(figure(measures, "simple@a/2025-Q1")->state, FIGURE_NOT_APPLICABLE);
    assert_true(figure(measures, "uniques@programme/2024-Q4")->without_deduplication);
    assert_false(figure(measures, "uniques@programme/2025-Q1")->without_deduplication);
    shows(figure(measures, "resultat@a/2025-Q1")->change, "0.5");
}

static void explained_in_words(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t ratio = indicator_add(
        facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO, .nature = NATURE_FLOW, .multiplier = M("100")});
    laureate_add(facts, "a")->name = STR("Arc"), laureate_add(facts, "b")->name = STR("Béa");
    four(facts, flow, "a", "1000", "500", "30", "40"), four(facts, flow, "b", "1", "2", "nd", "4");
    observe_pair(facts, ratio, "a", "2025-Q1", "9", "10"), observe_pair(facts, ratio, "b", "2025-Q1", "30", "100");
    struct measures *measures = facts_done(facts);
    assert_string_equal(measure_computation(arena, measures, figure(measures, "flux@programme/2025")).at,
                        "1\u202F570 (Arc) + 7 (Béa) = 1\u202F577. Lauréats reçus en entier\u00A0: 1 sur 2 attendus, 7 "
                        "observations sur 8.");
    assert_string_equal(measure_computation(arena, measures, figure(measures, "flux@b/2025")).at,
                        "1 (T1 2025) + 2 (T2 2025) + 4 (T4 2025) = 7.");
    assert_string_equal(measure_computation(arena, measures, figure(measures, "flux@b/2025-Q4")).at,
                        "4, valeur de T4 2025.");
    assert_string_equal(measure_computation(arena, measures, figure(measures, "taux@programme/2025-Q1")).at,
                        "(9 (Arc) + 30 (Béa)) / (10 + 100) × 100 = 35,454545… Lauréats reçus\u00A0: 2 sur 2 attendus.");
    assert_string_equal(measure_rule(arena, measures, figure(measures, "flux@programme/2025")->key).at,
                        "Dans le temps\u00A0: somme sur la période. Entre lauréats\u00A0: somme des lauréats.");
    facts->programme.language = LANGUAGE_EN;
    assert_string_equal(measure_computation(arena, measures, figure(measures, "flux@a/2025-S1")).at,
                        "1,000 (Q1 2025) + 500 (Q2 2025) = 1,500.");
}

static void a_category_has_no_target(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-07-31");
    uint32_t women = sexes_add(facts);
    uint32_t flow = indicator_add(
        facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW, .direction = DIRECTION_UP});
    indicator_breakdown(facts, flow, 1);
    laureate_add(facts, "a");
    observe(facts, flow, "a", "2025-Q1", "20");
    observe_in(facts, flow, "a", "2025-Q1", women, "12"), observe_in(facts, flow, "a", "2025-Q1", women + 1, "8");
    target_set(facts, flow, "a", "2025", "40", NULL);
    struct measures *measures = facts_done(facts);
    shows(figure(measures, "flux@a/2025-Q1")->progress, "0.5");
    shows(figure(measures, "flux@programme/2025-Q1")->progress, "0.5");
    const char *const subjects[] = {"a", "programme"};
    for (int i = 0; i < 2; i++) {
        const struct figure *f = figure(measures, str_print(arena, "flux@%s/2025-Q1;sexe=femmes", subjects[i]).at);
        shows(f->value, "12");
        shows(f->target, "");
        shows(f->progress, "");
        assert_int_equal(f->target_status, TARGET_NONE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(not_due_until_the_day_or_all_have_filed),
        cmocka_unit_test(a_year_leaves_out_what_is_not_due),
        cmocka_unit_test(thresholds),
        cmocka_unit_test(absence_leaves_or_stays),
        cmocka_unit_test(leaving_and_joining),
        cmocka_unit_test(a_first_level_is_no_flow_unless_something_starts),
        cmocka_unit_test(a_campaign_year_of_its_own),
        cmocka_unit_test(half_yearly),
        cmocka_unit_test(monthly_into_quarters),
        cmocka_unit_test(ratio_by_terms),
        cmocka_unit_test(the_coordination_counts_itself),
        cmocka_unit_test(an_own_measure_of_another_total),
        cmocka_unit_test(medians_scores_and_answers),
        cmocka_unit_test(categories_and_attributes),
        cmocka_unit_test(keys_come_back),
        cmocka_unit_test(trajectories_and_statuses),
        cmocka_unit_test(incomplete_years_are_not_compared),
        cmocka_unit_test(a_broken_series_is_not_compared),
        cmocka_unit_test(small_words_beside_numbers),
        cmocka_unit_test(explained_in_words),
        cmocka_unit_test(a_category_has_no_target),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
