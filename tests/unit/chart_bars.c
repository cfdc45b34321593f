/* Axes, bars, lines: ticks are round, lengths proportional, what is missing is not a zero, no text over another. */
#include "charts.h"

static struct drawing *drawn_between(struct arena *arena, double low, double high)
{
    const double values[] = {low, high};
    struct chart *chart = chart_with(arena, CHART_LINES, 2, 1, values);
    chart->series[0].points[0].shown = chart->series[0].points[1].shown = STR("x");
    return drawn(arena, chart, 400000);
}

static void ticks_are_round_and_cover(void **state)
{
    struct drawing *drawing = drawn_between(*state, 0, 97);
    static const char *const round[] = {"0", "20", "40", "60", "80", "100"};
    for (size_t i = 0; i < sizeof round / sizeof *round; i++)
        assert_int_equal(texts_equal(drawing, str_of(round[i])), 1);
    assert_int_equal(texts_equal(drawing, STR("120")), 0);
    drawing = drawn_between(*state, -3.2, 11);
    assert_int_equal(texts_equal(drawing, STR("−5")), 1);
    assert_int_equal(texts_equal(drawing, STR("15")), 1);
}

static void bars_are_proportional(void **state)
{
    struct arena *arena = *state;
    double values[] = {50, 100, 25};
    struct chart *chart = chart_with(arena, CHART_BARS, 3, 1, values);
    struct drawing *drawing = drawn(arena, chart, 400000);
    int32_t heights[3];
    assert_int_equal(data_rectangles(drawing, heights, 3), 3);
    assert_int_equal(abs(heights[1] - 2 * heights[0]) <= 2, 1);
    assert_int_equal(abs(heights[0] - 2 * heights[2]) <= 2, 1);
}

static void a_gap_is_no_bar_and_says_so(void **state)
{
    struct arena *arena = *state;
    double values[] = {50, NAN, 25};
    struct drawing *drawing = drawn(arena, chart_with(arena, CHART_BARS, 3, 1, values), 400000);
    int32_t heights[3];
    assert_int_equal(data_rectangles(drawing, heights, 3), 2);
    assert_int_equal(texts_equal(drawing, STR("n.r.")), 1);
}

static void a_gap_interrupts_a_line(void **state)
{
    struct arena *arena = *state;
    double whole[] = {1, 2, 3, 4, 5}, holed[] = {1, 2, NAN, 4, 5};
    assert_int_equal(moves(drawn(arena, chart_with(arena, CHART_LINES, 5, 1, whole), 400000)), 1);
    assert_int_equal(moves(drawn(arena, chart_with(arena, CHART_LINES, 5, 1, holed), 400000)), 2);
}

static void a_break_interrupts_a_line(void **state)
{
    struct arena *arena = *state;
    double values[] = {1, 2, 3, 4, 5};
    struct chart *chart = chart_with(arena, CHART_LINES, 5, 1, values);
    chart->series[0].break_before = 2;
    assert_int_equal(moves(drawn(arena, chart, 400000)), 2);
}

static size_t dashed(const struct drawing *drawing)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->count; i++)
        count += drawing->at[i].kind == MARK_LINE && drawing->at[i].dash > 0;
    return count;
}

/* Of all the series that break there. */
static void one_rule_where_series_break(void **state)
{
    struct arena *arena = *state;
    double values[] = {1, 2, 3, 4, 5, 5, 4, 3, 2, 1};
    static const enum chart_kind kinds[] = {CHART_BARS, CHART_LINES};
    for (size_t k = 0; k < 2; k++) {
        struct chart *chart = chart_with(arena, kinds[k], 5, 2, values);
        assert_int_equal(dashed(drawn(arena, chart, 400000)), 0);
        chart->series[0].break_before = chart->series[1].break_before = 2;
        assert_int_equal(dashed(drawn(arena, chart, 400000)), 1);
        chart->series[1].break_before = 3;
        assert_int_equal(dashed(drawn(arena, chart, 400000)), 2);
    }
}

static void a_value_is_said_however_long_its_name(void **state)
{
    struct arena *arena = *state;
    double values[] = {1, 2, 3, 4, 2159};
    struct chart *chart = chart_with(arena, CHART_LINES, 5, 1, values);
    chart->series[0].name = STR("Nombre de familles qui reçoivent une pension alimentaire versée par l’intermédiaire "
                                "du service public des pensions alimentaires de leur département");
    chart->series[0].points[4].shown = STR("2\u202F159");
    assert_int_equal(texts_equal(drawn(arena, chart, 240000), STR("2\u202F159")), 1);
}

static void what_does_not_fit_ends_after_a_word(void **state)
{
    struct arena *arena = *state;
    double values[] = {1, 2, 3, 4};
    struct chart *chart = chart_with(arena, CHART_BARS, 2, 2, values);
    struct str name = STR("Nombre de familles qui demandent une pension alimentaire au service public de leur ville");
    chart->series[0].name = name;
    size_t cut = 0;
    for (int32_t width = 150000; width < 330000; width += 3000) {
        const struct drawing *drawing = drawn(arena, chart, width);
        for (size_t i = 0; i < drawing->count; i++) {
            struct str text = drawing->at[i].text;
            if (drawing->at[i].kind != MARK_TEXT || !str_ends(text, STR("…")))
                continue;
            assert_int_equal(name.at[text.length - STR("…").length], ' ');
            cut++;
        }
    }
    assert_true(cut > 10);
}

static void a_target_is_a_stroke_not_a_bar(void **state)
{
    struct arena *arena = *state;
    double values[] = {50, 100, 60, 80};
    struct chart *chart = chart_with(arena, CHART_BARS, 2, 2, values);
    chart->series[1].is_target = true;
    int32_t heights[8];
    assert_int_equal(data_rectangles(drawn(arena, chart, 400000), heights, 8), 2);
}

static void numbers_are_in_the_language(void **state)
{
    struct arena *arena = *state;
    double values[] = {4800.5, 9000};
    struct chart *chart = chart_with(arena, CHART_BARS, 2, 1, values);
    assert_int_equal(texts_equal(drawn(arena, chart, 400000), STR("2\u202F000")), 1);
    chart->language = LANGUAGE_EN;
    assert_int_equal(texts_equal(drawn(arena, chart, 400000), STR("2,000")), 1);
}

static void spark_and_progress(void **state)
{
    struct arena *arena = *state;
    struct quantity series[4] = {known(1), known(3), {0}, known(2)};
    struct drawing *spark = chart_spark(arena, series, 4, 60000, 10000, 0);
    assert_int_equal(moves(spark), 2);
    assert_within(spark);
    struct drawing *progress = chart_progress(arena, 0.25, 80000, 6000, 1, 2);
    assert_int_equal(progress->at[1].width, 20000);
    assert_int_equal(chart_progress(arena, 7, 80000, 6000, 1, 2)->at[1].width, 80000);
}

static void hostile_values_do_no_harm(void **state)
{
    struct arena *arena = *state;
    double values[] = {1e29, -1e29, 1e-12, 0, 1e300, INFINITY};
    for (int kind = 0; kind < CHART_KINDS; kind++)
        for (int32_t width = 1; width < 400000; width = width * 7 + 1) {
            assert_within(drawn(arena, chart_with(arena, (enum chart_kind)kind, 3, 2, values), width));
            assert_within(drawn(arena, chart_with(arena, (enum chart_kind)kind, 0, 1, values), width));
            assert_within(drawn(arena, chart_with(arena, (enum chart_kind)kind, 1, 0, values), width));
        }
}

static void texts_never_meet(void **state)
{
    struct arena *arena = *state;
    for (int kind = 0; kind < CHART_KINDS; kind++)
        for (size_t series = 1; series <= 6; series++)
            for (size_t count = 1; count <= 24; count += 5)
                for (int32_t width = 150000; width <= 500000; width += 175000) {
                    struct chart *chart = chart_random(arena, (enum chart_kind)kind, count, series);
                    struct drawing *drawing = drawn(arena, chart, width);
                    assert_within(drawing);
                    assert_texts_apart(drawing);
                }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(ticks_are_round_and_cover, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bars_are_proportional, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_gap_is_no_bar_and_says_so, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_gap_interrupts_a_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_break_interrupts_a_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_rule_where_series_break, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_value_is_said_however_long_its_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_does_not_fit_ends_after_a_word, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_target_is_a_stroke_not_a_bar, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_are_in_the_language, set_up, tear_down),
        cmocka_unit_test_setup_teardown(spark_and_progress, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hostile_values_do_no_harm, set_up, tear_down),
        cmocka_unit_test_setup_teardown(texts_never_meet, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
