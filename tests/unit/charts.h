/* What the tests of charts share: charts made by hand, and what is looked for in their drawings. */
#include "unit.h"

#include "chart/chart.h"

#include <math.h>

static inline int set_up(void **state)
{
    *state = arena_new();
    return 0;
}

static inline int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static inline struct quantity known(double value)
{
    return (struct quantity){.is = !isnan(value), .approximate = value};
}

/* Values by series, then category; NAN is a gap. */
static inline struct chart *chart_with(struct arena *arena, enum chart_kind kind, size_t categories, size_t series,
                                       const double *values)
{
    struct chart *chart = ARENA_NEW(arena, struct chart);
    chart->kind = kind;
    chart->unit = STR("jeunes");
    chart->series = ARENA_ARRAY(arena, struct chart_series, series);
    chart->series_count = series;
    for (size_t i = 0; i < categories; i++)
        *PUSH(arena, &chart->categories) = str_print(arena, "T%zu 2025", i + 1);
    for (size_t s = 0; s < series; s++) {
        chart->series[s].name = str_print(arena, "Série %zu", s + 1);
        chart->series[s].points = ARENA_ARRAY(arena, struct chart_point, categories);
        for (size_t i = 0; i < categories; i++) {
            double value = values[s * categories + i];
            chart->series[s].points[i].value = known(value);
            chart->series[s].points[i].shown = isnan(value) ? STR("n.r.") : str_print(arena, "%d", (int)(s + i));
        }
    }
    return chart;
}

/* Names of all lengths, gaps, nodes with links: the same for the same arguments. */
static inline struct chart *chart_random(struct arena *arena, enum chart_kind kind, size_t categories, size_t series)
{
    static const char *const names[] = {"2025",
                                        "Accès à l’emploi durable des jeunes accompagnés",
                                        "T3",
                                        "",
                                        "Anticonstitutionnellement-vôtre",
                                        "Santé et bien-être"};
    uint32_t seed = (uint32_t)(kind * 7919u + categories * 31u + series);
    double *values = ARENA_ARRAY(arena, double, categories *series);
    for (size_t i = 0; i < categories * series; i++) {
        seed = seed * 1664525u + 1013904223u;
        values[i] = seed % 7 == 0 ? (double)NAN : (double)(seed >> 20) - (seed % 5 == 0 ? 900 : 0);
    }
    struct chart *chart = chart_with(arena, kind, categories, series, values);
    for (size_t i = 0; i < categories; i++)
        chart->categories.at[i] = str_of(names[(seed + i) % 6]);
    for (size_t s = 0; s < series; s++) {
        chart->series[s].name = str_of(names[(seed + s * 5 + 1) % 6]);
        chart->series[s].is_target = s == 2;
    }
    chart->node_count = categories;
    chart->nodes = ARENA_ARRAY(arena, struct chart_node, categories);
    for (size_t i = 0; i < categories; i++) {
        struct chart_node *node = &chart->nodes[i];
        node->id = str_print(arena, "n%zu", i);
        node->label = str_of(names[(seed + i * 5) % 6]);
        node->layer = (int)(i % 5);
        node->date = date_of(2025, 1 + (int)(i * 5 % 12), 1 + (int)(i * 11 % 28));
        for (size_t to = i + 1; to < categories; to += 2 + seed % 3)
            *PUSH(arena, &node->leads_to) = str_print(arena, "n%zu", to);
    }
    for (size_t i = 0; i < 5; i++)
        *PUSH(arena, &chart->layers) = str_of(names[i]);
    return chart;
}

static inline struct drawing *drawn(struct arena *arena, const struct chart *chart, int32_t width)
{
    struct chart_style style = chart_style_of(NULL, width);
    return chart_draw(arena, chart, &style, &metrics_fixed);
}

/* Heights of the filled rectangles that stand for a value, in the order drawn. */
static inline size_t data_rectangles(const struct drawing *drawing, int32_t *heights, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->count; i++)
        if (drawing->at[i].kind == MARK_RECTANGLE && drawing->at[i].title.length && count < most)
            heights[count++] = drawing->at[i].height;
    return count;
}

static inline size_t texts_equal(const struct drawing *drawing, struct str text)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->count; i++)
        count += drawing->at[i].kind == MARK_TEXT && str_equal(drawing->at[i].text, text);
    return count;
}

/* How many runs the unfilled paths of the drawing have. */
static inline size_t moves(const struct drawing *drawing)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->count; i++)
        for (size_t k = 0; drawing->at[i].fill == COLOUR_NONE && k < drawing->at[i].segment_count; k++)
            count += drawing->at[i].segments[k].kind == SEGMENT_MOVE;
    return count;
}

struct box {
    int32_t left, top, right, bottom;
};

static inline struct box box_of(const struct mark *mark)
{
    struct box box = {mark->x, mark->y, mark->x + mark->width, mark->y + mark->height};
    if (mark->kind == MARK_TEXT) {
        int32_t before = mark->anchor == ANCHOR_START ? 0 : mark->anchor == ANCHOR_END ? mark->width : mark->width / 2;
        box = (struct box){mark->x - before, mark->y - mark->style.size * 8 / 10, mark->x - before + mark->width,
                           mark->y + mark->style.size * 2 / 10};
    }
    if (mark->kind == MARK_PATH)
        box = (struct box){INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};
    for (size_t i = 0; mark->kind == MARK_PATH && i < mark->segment_count; i++) {
        const struct segment *segment = &mark->segments[i];
        for (int k = 0; k < (segment->kind == SEGMENT_CLOSE ? 0 : segment->kind == SEGMENT_CURVE ? 3 : 1); k++) {
            box.left = segment->x[k] < box.left ? segment->x[k] : box.left;
            box.right = segment->x[k] > box.right ? segment->x[k] : box.right;
            box.top = segment->y[k] < box.top ? segment->y[k] : box.top;
            box.bottom = segment->y[k] > box.bottom ? segment->y[k] : box.bottom;
        }
    }
    return box;
}

/* Texts wholly, shapes but for the width of a stroke. */
static inline void assert_within(const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->count; i++) {
        const struct mark *mark = &drawing->at[i];
        int32_t room = mark->kind == MARK_TEXT ? 0 : 2000;
        struct box box = box_of(mark);
        assert_true(box.left >= -room && box.top >= -room);
        assert_true(box.right <= drawing->width + room && box.bottom <= drawing->height + room);
    }
}

static inline void assert_texts_apart(const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->count; i++)
        for (size_t j = 0; j < i; j++) {
            if (drawing->at[i].kind != MARK_TEXT || drawing->at[j].kind != MARK_TEXT)
                continue;
            struct box a = box_of(&drawing->at[i]), b = box_of(&drawing->at[j]);
            bool meet = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
            assert_false(meet);
        }
}
