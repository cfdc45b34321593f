/* Vertices in columns, sorted by the barycentre of their neighbours (Sugiyama's method), then set level with them. */
#include "layers.h"

#include <string.h>

enum { VERTICES_MAX = 400, ARROWS_MAX = 1200, SWEEPS = 12, COLUMNS_MAX = 32 };

static size_t column_of(struct layers *layers, int layer)
{
    size_t i = 0;
    while (i < layers->column_count && layers->columns[i].layer < layer)
        i++;
    if (i < layers->column_count && layers->columns[i].layer == layer)
        return i;
    if (layers->column_count == COLUMNS_MAX)
        return COLUMNS_MAX - 1;
    memmove(&layers->columns[i + 1], &layers->columns[i], (layers->column_count - i) * sizeof *layers->columns);
    layers->columns[i] = (struct layer_column){.layer = layer};
    layers->column_count++;
    return i;
}

static size_t vertex_add(struct arena *arena, struct layers *layers, int node, size_t column)
{
    struct vertex *vertex = PUSH(arena, &layers->vertices);
    vertex->node = node;
    vertex->column = column;
    *PUSH(arena, &layers->columns[column]) = layers->vertices.count - 1;
    return layers->vertices.count - 1;
}

static void arrow_add(struct arena *arena, struct arrows *arrows, size_t from, size_t to, bool last)
{
    if (arrows->count < ARROWS_MAX)
        *PUSH(arena, arrows) = (struct arrow){from, to, last};
}

static void connect(struct arena *arena, struct layers *layers, size_t from, size_t to)
{
    size_t column = layers->vertices.at[from].column, end = layers->vertices.at[to].column;
    if (end <= column) {
        if (from != to)
            arrow_add(arena, &layers->others, from, to, true);
        return;
    }
    for (column++; column < end && layers->vertices.count < VERTICES_MAX; column++) {
        size_t passing = vertex_add(arena, layers, NO_NODE, column);
        arrow_add(arena, &layers->arrows, from, passing, false);
        from = passing;
    }
    arrow_add(arena, &layers->arrows, from, to, true);
}

static size_t node_named(const struct chart *chart, size_t count, struct str id)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(chart->nodes[i].id, id))
            return i;
    return count;
}

struct layers layers_of(struct arena *arena, const struct chart *chart)
{
    struct layers layers = {.columns = ARENA_ARRAY(arena, struct layer_column, COLUMNS_MAX + 1)};
    size_t count = chart->node_count < VERTICES_MAX / 2 ? chart->node_count : VERTICES_MAX / 2;
    for (size_t i = 0; i < count; i++)
        column_of(&layers, chart->nodes[i].layer);
    for (size_t i = 0; i < count; i++)
        vertex_add(arena, &layers, (int)i, column_of(&layers, chart->nodes[i].layer));
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < chart->nodes[i].leads_to.count; k++) {
            size_t to = node_named(chart, count, chart->nodes[i].leads_to.at[k]);
            if (to < count)
                connect(arena, &layers, i, to);
        }
    return layers;
}

static void number(struct layers *layers, size_t column)
{
    for (size_t i = 0; i < layers->columns[column].count; i++)
        layers->vertices.at[layers->columns[column].at[i]].place = (double)i;
}

size_t layers_crossings(struct layers *layers)
{
    struct vertex *vertices = layers->vertices.at;
    size_t crossings = 0;
    for (size_t c = 0; c < layers->column_count; c++)
        number(layers, c);
    for (size_t i = 0; i < layers->arrows.count; i++)
        for (size_t j = 0; j < i; j++) {
            struct arrow a = layers->arrows.at[i], b = layers->arrows.at[j];
            if (vertices[a.from].column != vertices[b.from].column)
                continue;
            double from = vertices[a.from].place - vertices[b.from].place;
            crossings += from * (vertices[a.to].place - vertices[b.to].place) < 0;
        }
    return crossings;
}

/* The mean place of what a vertex is tied to in the column before or after; its own when tied to nothing. */
static double barycentre(const struct layers *layers, size_t vertex, bool before, double own)
{
    double sum = 0, count = 0;
    for (size_t i = 0; i < layers->arrows.count; i++) {
        struct arrow arrow = layers->arrows.at[i];
        if ((before ? arrow.to : arrow.from) != vertex)
            continue;
        sum += layers->vertices.at[before ? arrow.from : arrow.to].place;
        count++;
    }
    return count > 0 ? sum / count : own;
}

static void sort(struct arena *arena, struct layers *layers, size_t column, bool before)
{
    struct layer_column *c = &layers->columns[column];
    struct arena_mark mark = arena_mark(arena);
    double *wish = ARENA_ARRAY(arena, double, c->count);
    for (size_t i = 0; i < c->count; i++)
        wish[i] = barycentre(layers, c->at[i], before, (double)i);
    for (size_t i = 1; i < c->count; i++)
        for (size_t j = i; j > 0 && wish[j] < wish[j - 1]; j--) {
            double w = wish[j];
            size_t v = c->at[j];
            wish[j] = wish[j - 1], c->at[j] = c->at[j - 1];
            wish[j - 1] = w, c->at[j - 1] = v;
        }
    arena_rewind(arena, mark);
    number(layers, column);
}

static void keep(const struct layers *from, size_t **order)
{
    for (size_t c = 0; c < from->column_count; c++)
        memcpy(order[c], from->columns[c].at, from->columns[c].count * sizeof *order[c]);
}

void layers_untangle(struct arena *arena, struct layers *layers)
{
    size_t **best = ARENA_ARRAY(arena, size_t *, layers->column_count);
    for (size_t c = 0; c < layers->column_count; c++)
        best[c] = ARENA_ARRAY(arena, size_t, layers->columns[c].count);
    keep(layers, best);
    size_t fewest = layers_crossings(layers);
    for (int sweep = 0; sweep < SWEEPS && fewest; sweep++) {
        bool forwards = sweep % 2 == 0;
        for (size_t step = 1; step < layers->column_count; step++)
            sort(arena, layers, forwards ? step : layers->column_count - 1 - step, forwards);
        size_t crossings = layers_crossings(layers);
        if (crossings < fewest) {
            fewest = crossings;
            keep(layers, best);
        }
    }
    for (size_t c = 0; c < layers->column_count; c++)
        memcpy(layers->columns[c].at, best[c], layers->columns[c].count * sizeof *best[c]);
}

static int32_t column_height(const struct layers *layers, size_t column, int32_t gap)
{
    int32_t height = 0;
    for (size_t i = 0; i < layers->columns[column].count; i++)
        height += layers->vertices.at[layers->columns[column].at[i]].height + (i ? gap : 0);
    return height;
}

/* Each as near to its wish as the others let it: down from the top, then up from the bottom. */
static void settle(struct layers *layers, size_t column, int32_t gap, int32_t height)
{
    struct layer_column *c = &layers->columns[column];
    struct vertex *v = layers->vertices.at;
    int32_t free_from = 0, free_to = height;
    for (size_t i = 0; i < c->count; i++) {
        struct vertex *at = &v[c->at[i]];
        int32_t wish = (int32_t)at->place - at->height / 2;
        at->y = wish > free_from ? wish : free_from;
        free_from = at->y + at->height + gap;
    }
    for (size_t i = c->count; i > 0; i--) {
        struct vertex *at = &v[c->at[i - 1]];
        at->y = at->y + at->height < free_to ? at->y : free_to - at->height;
        free_to = at->y - gap;
    }
}

static void level(struct layers *layers, size_t column, bool before, int32_t gap, int32_t height)
{
    struct layer_column *c = &layers->columns[column];
    struct vertex *v = layers->vertices.at;
    for (size_t i = 0; i < layers->vertices.count; i++) {
        int32_t middle = v[i].y + v[i].height / 2;
        v[i].place = middle;
    }
    for (size_t i = 0; i < c->count; i++)
        v[c->at[i]].place = barycentre(layers, c->at[i], before, v[c->at[i]].place);
    settle(layers, column, gap, height);
}

int32_t layers_place(struct layers *layers, int32_t gap)
{
    int32_t height = 0;
    for (size_t c = 0; c < layers->column_count; c++) {
        int32_t own = column_height(layers, c, gap);
        height = own > height ? own : height;
    }
    for (size_t c = 0; c < layers->column_count; c++) {
        int32_t y = (height - column_height(layers, c, gap)) / 2;
        for (size_t i = 0; i < layers->columns[c].count; i++) {
            struct vertex *vertex = &layers->vertices.at[layers->columns[c].at[i]];
            vertex->y = y;
            y += vertex->height + gap;
        }
    }
    for (int sweep = 0; sweep < 4; sweep++)
        for (size_t step = 1; step < layers->column_count; step++)
            level(layers, sweep % 2 ? layers->column_count - 1 - step : step, sweep % 2 == 0, gap, height);
    return height;
}
