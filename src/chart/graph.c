/* A theory of change: what leads to what, in layers from left to right. */
#include "layers.h"

enum { COLUMN_LEAST = 8500, BETWEEN = 2000, PAD = 350 }; /* thousandths of an em */

struct web {
    struct layers layers;
    int32_t column, between, pad, head;
    int32_t edge;       /* half the stroke of a box */
    struct strs *lines; /* of each node */
};

static int32_t column_x(const struct web *web, size_t column)
{
    return web->edge + (int32_t)column * (web->column + web->between);
}

static void boxes(struct sheet *sheet, struct web *web)
{
    web->lines = ARENA_ARRAY(sheet->arena, struct strs, sheet->chart->node_count);
    for (size_t i = 0; i < web->layers.vertices.count; i++) {
        struct vertex *vertex = &web->layers.vertices.at[i];
        vertex->height = sheet_em(sheet, 300);
        if (vertex->node == NO_NODE)
            continue;
        struct str label = sheet->chart->nodes[vertex->node].label;
        struct strs *lines = &web->lines[vertex->node];
        *lines = sheet_wrap(sheet, FACE_REGULAR, label, web->column - 2 * web->pad, 7);
        vertex->height = (int32_t)lines->count * sheet_line_height(sheet) + 2 * web->pad;
    }
}

static struct strs layer_name(const struct sheet *sheet, const struct web *web, size_t column)
{
    int layer = web->layers.columns[column].layer;
    const struct strs *names = &sheet->chart->layers;
    struct str name = layer >= 0 && (size_t)layer < names->count ? names->at[layer] : STR_NONE;
    return sheet_wrap(sheet, FACE_BOLD, name, web->column, 3);
}

static int32_t head_height(const struct sheet *sheet, const struct web *web)
{
    size_t most = 0;
    for (size_t c = 0; c < web->layers.column_count; c++) {
        size_t lines = layer_name(sheet, web, c).count;
        most = lines > most ? lines : most;
    }
    return most ? (int32_t)most * sheet_line_height(sheet) + sheet_em(sheet, 900) : 0;
}

static void arrow_head(struct sheet *sheet, int32_t x, int32_t y, bool back)
{
    struct segments head = {0};
    int32_t size = sheet_em(sheet, 550) * (back ? -1 : 1);
    segments_to(sheet, &head, SEGMENT_MOVE, x, y);
    segments_to(sheet, &head, SEGMENT_LINE, x - size, y - size / 2);
    segments_to(sheet, &head, SEGMENT_LINE, x - size, y + size / 2);
    segments_to(sheet, &head, SEGMENT_CLOSE, 0, 0);
    sheet_path(sheet, &head, sheet->style->muted, COLOUR_NONE);
}

static int32_t middle(const struct web *web, size_t vertex)
{
    const struct vertex *v = &web->layers.vertices.at[vertex];
    return web->head + v->y + v->height / 2;
}

/* Where a passing arrow goes straight through its column. */
static void through(struct sheet *sheet, const struct web *web, struct segments *path, size_t vertex)
{
    const struct vertex *v = &web->layers.vertices.at[vertex];
    if (v->node == NO_NODE)
        segments_to(sheet, path, SEGMENT_LINE, column_x(web, v->column) + web->column, middle(web, vertex));
}

static void arrow(struct sheet *sheet, const struct web *web, struct arrow a)
{
    const struct vertex *from = &web->layers.vertices.at[a.from], *to = &web->layers.vertices.at[a.to];
    int32_t x = column_x(web, from->column) + web->column, end = column_x(web, to->column), bend = (end - x) / 2;
    int32_t y = middle(web, a.from), end_y = middle(web, a.to), tip = a.last ? sheet_em(sheet, 550) : 0;
    struct segments path = {0};
    segments_to(sheet, &path, SEGMENT_MOVE, x, y);
    segments_curve(sheet, &path, (int32_t[]){x + bend, end - bend, end - tip}, (int32_t[]){y, end_y, end_y});
    through(sheet, web, &path, a.to);
    sheet_path(sheet, &path, COLOUR_NONE, sheet->style->muted)->stroke_width = 900;
    if (a.last)
        arrow_head(sheet, end, end_y, false);
}

/* Backwards: dashed, between the columns down to a way of its own under all boxes, and up again. Within a column
 * it stays beside it. */
static void return_arrow(struct sheet *sheet, const struct web *web, struct arrow a, int32_t lane)
{
    const struct vertex *from = &web->layers.vertices.at[a.from], *to = &web->layers.vertices.at[a.to];
    int32_t x = column_x(web, from->column) + web->column, end = column_x(web, to->column) + web->column;
    int32_t y = middle(web, a.from), end_y = middle(web, a.to), out = web->between * 4 / 10;
    struct segments path = {0};
    segments_to(sheet, &path, SEGMENT_MOVE, x, y);
    segments_to(sheet, &path, SEGMENT_LINE, x + out, y);
    if (from->column != to->column) {
        segments_to(sheet, &path, SEGMENT_LINE, x + out, lane);
        segments_to(sheet, &path, SEGMENT_LINE, end + out, lane);
    }
    segments_to(sheet, &path, SEGMENT_LINE, end + out, end_y);
    segments_to(sheet, &path, SEGMENT_LINE, end + sheet_em(sheet, 550), end_y);
    struct mark *mark = sheet_path(sheet, &path, COLOUR_NONE, sheet->style->muted);
    mark->stroke_width = 900;
    mark->dash = 2500;
    arrow_head(sheet, end, end_y, true);
}

static void box(struct sheet *sheet, const struct web *web, const struct vertex *vertex)
{
    const struct chart_style *style = sheet->style;
    struct area area = {column_x(web, vertex->column), web->head + vertex->y, web->column, vertex->height};
    struct mark *mark = sheet_rectangle(sheet, area, colour_mix(style->series[0], style->background, 920));
    mark->stroke = style->series[0];
    mark->stroke_width = 800;
    mark->radius = sheet_em(sheet, 300);
    sheet_lines(sheet, area.x + web->pad, area.y + web->pad + sheet_em(sheet, 125), &web->lines[vertex->node],
                (struct label){.colour = style->text});
}

static void names(struct sheet *sheet, const struct web *web)
{
    for (size_t c = 0; c < web->layers.column_count; c++) {
        struct strs lines = layer_name(sheet, web, c);
        int32_t y = web->head - sheet_em(sheet, 900) - (int32_t)lines.count * sheet_line_height(sheet);
        sheet_lines(sheet, column_x(web, c), y, &lines,
                    (struct label){.face = FACE_BOLD, .colour = sheet->style->text});
    }
}

/* Columns share the width; when they would be too narrow for words, the drawing is wider than asked. */
static void widths(struct sheet *sheet, struct web *web)
{
    int32_t columns = (int32_t)web->layers.column_count;
    web->between = sheet_em(sheet, BETWEEN);
    web->pad = sheet_em(sheet, PAD);
    web->edge = 500;
    int32_t way_out = web->layers.others.count ? web->between / 2 : 0, rest = 2 * web->edge + way_out;
    web->column = (sheet->style->width - rest + web->between) / columns - web->between;
    if (web->column < sheet_em(sheet, COLUMN_LEAST))
        web->column = sheet_em(sheet, COLUMN_LEAST);
    sheet->drawing->width = columns * (web->column + web->between) - web->between + rest;
}

static void paint(struct sheet *sheet, const struct web *web, int32_t bottom, int32_t lane)
{
    for (size_t i = 0; i < web->layers.arrows.count; i++)
        arrow(sheet, web, web->layers.arrows.at[i]);
    for (size_t i = 0; i < web->layers.others.count; i++)
        return_arrow(sheet, web, web->layers.others.at[i], bottom + lane * (int32_t)(i + 1));
    for (size_t i = 0; i < web->layers.vertices.count; i++)
        if (web->layers.vertices.at[i].node != NO_NODE)
            box(sheet, web, &web->layers.vertices.at[i]);
}

void graph_draw(struct sheet *sheet)
{
    struct web web = {.layers = layers_of(sheet->arena, sheet->chart)};
    if (!web.layers.column_count)
        return;
    widths(sheet, &web);
    boxes(sheet, &web);
    layers_untangle(sheet->arena, &web.layers);
    web.head = head_height(sheet, &web);
    int32_t bottom = web.head + layers_place(&web.layers, sheet_em(sheet, 900)), lane = sheet_em(sheet, 700);
    sheet->drawing->height = bottom + lane * ((int32_t)web.layers.others.count + 1);
    names(sheet, &web);
    paint(sheet, &web, bottom, lane);
}
