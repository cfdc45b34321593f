/* Each kind of chart: what stands for a value is as long as the value says, and nothing is left unsaid. */
#include "charts.h"

#include "chart/layers.h"

static const struct mark *data_mark(const struct drawing *drawing, size_t index)
{
    for (size_t i = 0; i < drawing->count; i++)
        if (drawing->at[i].title.length && index-- == 0)
            return &drawing->at[i];
    return NULL;
}

static void parts_add_up_to_their_bar(void **state)
{
    struct arena *arena = *state;
    double values[] = {30, 20, 10, 40};
    struct drawing *drawing = drawn(arena, chart_with(arena, CHART_STACKED, 2, 2, values), 400000);
    const struct mark *foot = data_mark(drawing, 0), *top = data_mark(drawing, 1);
    assert_int_equal(top->y + top->height, foot->y);
    assert_true(abs(foot->height - 3 * top->height) <= 3);
    const struct mark *other = data_mark(drawing, 3);
    assert_true(abs(other->height - 4 * top->height) <= 4);
}

static void a_part_that_is_not_known_is_said_above(void **state)
{
    struct arena *arena = *state;
    double values[] = {30, 20, NAN, 40};
    assert_int_equal(
        texts_equal(drawn(arena, chart_with(arena, CHART_STACKED, 2, 2, values), 400000), STR("+\u00A0n.r.")), 1);
}

static void lying_bars_go_both_ways(void **state)
{
    struct arena *arena = *state;
    double values[] = {30, -15, NAN};
    struct drawing *drawing = drawn(arena, chart_with(arena, CHART_BARS_HORIZONTAL, 3, 1, values), 400000);
    const struct mark *right = data_mark(drawing, 0), *left = data_mark(drawing, 1);
    assert_true(abs(right->width - 2 * left->width) <= 2);
    assert_int_equal(left->x + left->width, right->x);
    assert_null(data_mark(drawing, 2));
    assert_int_equal(texts_equal(drawing, STR("n.r.")), 1);
}

static void a_bullet_has_its_target_at_its_place(void **state)
{
    struct arena *arena = *state;
    double values[] = {50, 100};
    struct chart *chart = chart_with(arena, CHART_BULLET, 1, 2, values);
    chart->series[1].is_target = true;
    struct drawing *drawing = drawn(arena, chart, 400000);
    const struct mark *bar = data_mark(drawing, 0), *target = data_mark(drawing, 1);
    assert_int_equal(target->kind, MARK_LINE);
    assert_true(abs(target->x - bar->x - 2 * bar->width) <= 2);
}

static void a_bullet_says_its_target_where_there_is_little_room(void **state)
{
    struct arena *arena = *state;
    double values[] = {50, 100};
    struct chart *chart = chart_with(arena, CHART_BULLET, 1, 2, values);
    chart->series[1].is_target = true;
    chart->series[0].points[0].shown = STR("7 806 bornes de recharge");
    chart->series[1].points[0].shown = STR("8 500 bornes de recharge");
    for (int32_t width = 260000; width < 600000; width += 110000) {
        struct drawing *drawing = drawn(arena, chart, width);
        assert_within(drawing);
        assert_int_equal(texts_equal(drawing, STR("7 806 bornes de recharge")), 1);
        assert_int_equal(texts_equal(drawing, STR("/ 8 500 bornes de recharge")), 1);
    }
}

static void bullets_without_a_unit_have_each_their_scale(void **state)
{
    struct arena *arena = *state;
    double values[] = {50, 5000, 100, 10000};
    struct chart *chart = chart_with(arena, CHART_BULLET, 2, 2, values);
    chart->series[1].is_target = true;
    struct drawing *drawing = drawn(arena, chart, 400000);
    assert_true(data_mark(drawing, 2)->width > 50 * data_mark(drawing, 0)->width);
    chart->unit = STR("");
    drawing = drawn(arena, chart, 400000);
    assert_int_equal(data_mark(drawing, 2)->width, data_mark(drawing, 0)->width);
}

static void answers_share_the_whole_bar(void **state)
{
    struct arena *arena = *state;
    double values[] = {10, 30, 60, 1, 1, 2, NAN, NAN, NAN};
    struct drawing *drawing = drawn(arena, chart_with(arena, CHART_DISTRIBUTION, 3, 3, values), 400000);
    const struct mark *first = data_mark(drawing, 0), *third = data_mark(drawing, 2), *next = data_mark(drawing, 3);
    assert_true(abs(third->width - 6 * first->width) <= 6);
    assert_int_equal(first->x, next->x);
    assert_true(abs(next->width - (third->x + third->width - first->x) / 4) <= 1);
    assert_null(data_mark(drawing, 6)); /* nobody answered: no bar */
    assert_int_equal(texts_equal(drawing, STR("n.r.")), 1);
}

static void cells_are_darker_with_their_value(void **state)
{
    struct arena *arena = *state;
    double values[] = {0, 1, 2, 4, NAN, 3};
    struct drawing *drawing = drawn(arena, chart_with(arena, CHART_HEAT_MAP, 3, 2, values), 400000);
    assert_int_equal(data_mark(drawing, 0)->fill, 0xFFFFFF);
    for (size_t i = 1; i < 4; i++)
        assert_true(colour_contrast(data_mark(drawing, i)->fill, 0xFFFFFF) >
                    colour_contrast(data_mark(drawing, i - 1)->fill, 0xFFFFFF));
    assert_int_equal(data_mark(drawing, 4)->fill, 0xFFFFFF);
    assert_int_equal(texts_equal(drawing, STR("n.r.")), 1);
}

static void a_number_is_read_on_its_shade(void **state)
{
    struct arena *arena = *state;
    static const uint32_t colours[] = {0x1F4E5F, 0xA63A1F, 0x767676, 0x0072B2, 0x8A2BE2, 0x5F7F1E, 0x000000};
    double values[] = {0, 1, 2, 3, 4, 5};
    const struct chart *chart = chart_with(arena, CHART_HEAT_MAP, 3, 2, values);
    for (size_t c = 0; c < sizeof colours / sizeof *colours; c++) {
        struct chart_style style = chart_style_of(NULL, 400000);
        style.series[0] = colours[c];
        const struct drawing *drawing = chart_draw(arena, chart, &style, &metrics_fixed);
        size_t read = 0;
        for (size_t i = 0; i + 1 < drawing->count; i++) {
            const struct mark *shade = &drawing->at[i], *number = &drawing->at[i + 1];
            if (!shade->title.length || number->kind != MARK_TEXT)
                continue;
            assert_true(colour_contrast(shade->fill, number->style.colour) >= 4.5);
            read++;
        }
        assert_int_equal(read, 6);
    }
}

static struct chart *events(struct arena *arena, size_t count, int days)
{
    struct chart *chart = ARENA_NEW(arena, struct chart);
    chart->kind = CHART_TIMELINE;
    chart->node_count = count;
    chart->nodes = ARENA_ARRAY(arena, struct chart_node, count);
    for (size_t i = 0; i < count; i++) { /* not in order */
        chart->nodes[i].label = str_print(arena, "Session collective %zu", i);
        chart->nodes[i].date = (struct date){date_of(2025, 1, 14).day + (int)((i * 7 + 3) % count) * days};
    }
    return chart;
}

static void no_mast_crosses_words(void **state)
{
    struct arena *arena = *state;
    for (int days = 1; days < 60; days += 7) {
        struct drawing *drawing = drawn(arena, events(arena, 5, days), 480000);
        assert_within(drawing);
        assert_texts_apart(drawing);
        for (size_t i = 0; i < drawing->count; i++)
            for (size_t j = 0; j < drawing->count; j++) {
                struct box text = box_of(&drawing->at[i]), mast = box_of(&drawing->at[j]);
                if (drawing->at[i].kind != MARK_TEXT || drawing->at[j].kind != MARK_LINE || mast.left != mast.right)
                    continue;
                assert_false(text.left < mast.left && mast.left < text.right && text.top < mast.bottom &&
                             mast.top < text.bottom);
            }
    }
}

static void every_event_is_said_in_order(void **state)
{
    struct arena *arena = *state;
    for (int32_t width = 200000; width < 500000; width += 280000) {
        struct drawing *drawing = drawn(arena, events(arena, 11, 40), width);
        struct date before = {0};
        size_t dots = 0;
        for (const struct mark *dot; (dot = data_mark(drawing, dots)) != NULL; dots++) {
            int64_t day = before.day;
            for (size_t i = 0; i < 11; i++) {
                struct chart *chart = events(arena, 11, 40);
                if (str_ends(dot->title, chart->nodes[i].label))
                    before = chart->nodes[i].date;
            }
            assert_true(before.day > day);
        }
        assert_int_equal(dots, 11);
    }
}

static struct chart *graph(struct arena *arena, const char *const *links, size_t count)
{
    struct chart *chart = ARENA_NEW(arena, struct chart);
    chart->kind = CHART_GRAPH;
    chart->node_count = 8;
    chart->nodes = ARENA_ARRAY(arena, struct chart_node, 8);
    for (size_t i = 0; i < 8; i++) {
        chart->nodes[i].id = str_print(arena, "%c", (char)('a' + i));
        chart->nodes[i].label = str_print(arena, "Activité %c", (char)('a' + i));
        chart->nodes[i].layer = (int)(i / 3);
    }
    for (size_t i = 0; i < count; i++)
        *PUSH(arena, &chart->nodes[links[i][0] - 'a'].leads_to) = str_slice(str_of(links[i]), 1, 2);
    return chart;
}

static void arrows_that_need_not_cross_do_not(void **state)
{
    struct arena *arena = *state;
    static const char *const links[] = {"af", "be", "cd", "dh", "eg", "fg", "ag"};
    struct chart *chart = graph(arena, links, 7);
    struct layers layers = layers_of(arena, chart);
    size_t before = layers_crossings(&layers);
    layers_untangle(arena, &layers);
    assert_true(before > 2);
    assert_int_equal(layers_crossings(&layers), 0);
}

static void boxes_stand_apart_and_hold_their_words(void **state)
{
    struct arena *arena = *state;
    static const char *const links[] = {"ad", "ae", "af", "bd", "ce", "cf", "dg", "eh", "fh", "ag", "ha", "de"};
    struct drawing *drawing = drawn(arena, graph(arena, links, 12), 480000);
    assert_within(drawing);
    assert_texts_apart(drawing);
    size_t boxes = 0;
    for (size_t i = 0; i < drawing->count; i++) {
        struct box a = box_of(&drawing->at[i]);
        boxes += drawing->at[i].kind == MARK_RECTANGLE;
        for (size_t j = 0; j < i; j++) {
            struct box b = box_of(&drawing->at[j]);
            if (drawing->at[i].kind != MARK_RECTANGLE || drawing->at[j].kind != MARK_RECTANGLE)
                continue;
            assert_false(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
        }
    }
    assert_int_equal(boxes, 8);
}

static void a_large_graph_ends(void **state)
{
    struct arena *arena = *state;
    struct chart *chart = chart_random(arena, CHART_GRAPH, 300, 1);
    chart->nodes[7].leads_to = (struct strs){0};
    for (int i = 0; i < 300; i++)
        *PUSH(arena, &chart->nodes[7].leads_to) = chart->nodes[i].id;
    chart->nodes[5].layer = INT32_MIN;
    chart->nodes[6].layer = INT32_MAX;
    assert_within(drawn(arena, chart, 480000));
}

static void panels_share_one_scale(void **state)
{
    struct arena *arena = *state;
    double values[] = {10, 20, 20, 40};
    struct drawing *drawing = drawn(arena, chart_with(arena, CHART_SMALL_MULTIPLES, 2, 2, values), 480000);
    assert_int_equal(data_mark(drawing, 1)->y, data_mark(drawing, 2)->y); /* 20 in both panels, side by side */
    int32_t up = data_mark(drawing, 0)->y - data_mark(drawing, 1)->y;
    assert_true(abs(data_mark(drawing, 2)->y - data_mark(drawing, 3)->y - 2 * up) <= 2);
}

static void the_value_of_a_hollow_leaves_the_categories_alone(void **state)
{
    struct arena *arena = *state;
    /* Not every category is named: the hollow has room below it, on the line of the names. */
    const double values[] = {40, 40, 40, 40, 0, 40, 40, 40};
    struct chart *chart = chart_with(arena, CHART_LINES, 8, 1, values);
    for (size_t i = 0; i < 8; i++)
        chart->categories.at[i] = str_print(arena, "Quadrimestre%zu", i + 1);
    chart->series[0].points[4].shown = STR("0");
    struct drawing *drawing = drawn(arena, chart, 300000);
    int32_t said = INT32_MAX, named = INT32_MAX;
    assert_int_equal(texts_equal(drawing, STR("Quadrimestre5")), 0);
    for (size_t i = 0; i < drawing->count; i++) {
        const struct mark *mark = &drawing->at[i];
        if (mark->kind == MARK_TEXT && str_equal(mark->text, STR("0")) && mark->anchor == ANCHOR_MIDDLE)
            said = box_of(mark).bottom;
        if (mark->kind == MARK_TEXT && str_starts(mark->text, STR("Quadri")) && box_of(mark).top < named)
            named = box_of(mark).top;
    }
    assert_int_not_equal(said, INT32_MAX);
    assert_true(said + 2000 < named);
}

static void series_differ_by_more_than_colour(void **state)
{
    struct arena *arena = *state;
    double values[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    struct drawing *drawing = drawn(arena, chart_with(arena, CHART_LINES, 2, 6, values), 480000);
    int32_t dashes[6];
    size_t lines = 0;
    for (size_t i = 0; i < drawing->count; i++)
        if (drawing->at[i].kind == MARK_PATH && drawing->at[i].fill == COLOUR_NONE && lines < 6)
            dashes[lines++] = drawing->at[i].dash;
    assert_int_equal(lines, 6);
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < i; j++)
            assert_int_not_equal(dashes[i], dashes[j]);
}

static void colours(void **state)
{
    (void)state;
    uint32_t colour;
    assert_true(colour_parse(STR("#0A7f"), &colour) == false && colour_parse(STR("#abc"), &colour) &&
                colour == 0xAABBCC);
    assert_true(colour_parse(STR("#0072B2"), &colour) && colour == 0x0072B2);
    assert_false(colour_parse(STR("0072B2#"), &colour));
    assert_true(fabs(colour_contrast(0, 0xFFFFFF) - 21) < 1e-9);
    assert_true(fabs(colour_contrast(0x777777, 0xFFFFFF) - 4.48) < 0.005);
    assert_int_equal(colour_readable(0x0072B2, 0xFFFFFF, 4.5), 0x0072B2);
    assert_true(colour_contrast(colour_readable(0xFFDD00, 0xFFFFFF, 4.5), 0xFFFFFF) >= 4.5);
    assert_true(colour_contrast(colour_readable(0x222244, 0x15181D, 6), 0x15181D) >= 6);
    struct theme theme = {.primary = STR("#FFE600")};
    struct chart_style style = chart_style_of(&theme, 100000);
    for (size_t i = 0; i < 6; i++)
        assert_true(colour_contrast(style.series[i], style.background) >= 2.9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(parts_add_up_to_their_bar, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_part_that_is_not_known_is_said_above, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lying_bars_go_both_ways, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_bullet_has_its_target_at_its_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_bullet_says_its_target_where_there_is_little_room, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bullets_without_a_unit_have_each_their_scale, set_up, tear_down),
        cmocka_unit_test_setup_teardown(answers_share_the_whole_bar, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cells_are_darker_with_their_value, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_number_is_read_on_its_shade, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_mast_crosses_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_event_is_said_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(arrows_that_need_not_cross_do_not, set_up, tear_down),
        cmocka_unit_test_setup_teardown(boxes_stand_apart_and_hold_their_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_large_graph_ends, set_up, tear_down),
        cmocka_unit_test_setup_teardown(panels_share_one_scale, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_value_of_a_hollow_leaves_the_categories_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(series_differ_by_more_than_colour, set_up, tear_down),
        cmocka_unit_test(colours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
