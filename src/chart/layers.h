/* A layered graph: vertices in columns, each arrow between neighbouring columns. Longer arrows pass through vertices
 * without words. The order within columns is chosen so that few arrows cross. Private to `chart`. */
#ifndef CHART_LAYERS_H
#define CHART_LAYERS_H

#include "sheet.h"

enum { NO_NODE = -1 };

struct vertex {
    int node; /* index in chart->nodes, or NO_NODE where an arrow passes */
    size_t column;
    int32_t y, height; /* of its box */
    double place;      /* while sorting */
};
struct vertices {
    struct vertex *at;
    size_t count, capacity;
};
struct arrow {
    size_t from, to; /* vertices of columns that follow each other */
    bool last;       /* it ends here: with a head */
};
struct arrows {
    struct arrow *at;
    size_t count, capacity;
};
struct layer_column {
    size_t *at; /* vertices from top to bottom */
    size_t count, capacity;
    int layer;
};
struct layers {
    struct vertices vertices;
    struct arrows arrows;
    struct arrows others; /* within a column, or backwards: drawn, but nothing is arranged by them */
    struct layer_column *columns;
    size_t column_count;
};

struct layers layers_of(struct arena *arena, const struct chart *chart);
/* Sorts every column; fewer crossings than before, never more. */
void layers_untangle(struct arena *arena, struct layers *layers);
size_t layers_crossings(struct layers *layers);
/* Gives each vertex its y, `gap` between boxes, arrows as level as can be; returns the height of all. */
int32_t layers_place(struct layers *layers, int32_t gap);

#endif
