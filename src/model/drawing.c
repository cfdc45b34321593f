/* Marks are made here so that a new one is harmless: an artifact that paints nothing. */
#include "model.h"

struct mark *drawing_add(struct arena *arena, struct drawing *drawing, enum mark_kind kind)
{
    struct mark *mark = PUSH(arena, drawing);
    *mark = (struct mark){.kind = kind, .tag = TAG_ARTIFACT, .fill = COLOUR_NONE, .stroke = COLOUR_NONE};
    return mark;
}

static struct mark *add_within(struct arena *arena, struct drawing *drawing, enum mark_kind kind, int32_t x, int32_t y,
                               int32_t width, int32_t height)
{
    struct mark *mark = drawing_add(arena, drawing, kind);
    mark->x = x;
    mark->y = y;
    mark->width = width;
    mark->height = height;
    return mark;
}

struct mark *drawing_rectangle(struct arena *arena, struct drawing *drawing, int32_t x, int32_t y, int32_t width,
                               int32_t height, uint32_t fill)
{
    struct mark *mark = add_within(arena, drawing, MARK_RECTANGLE, x, y, width, height);
    mark->fill = fill;
    return mark;
}

struct mark *drawing_line(struct arena *arena, struct drawing *drawing, int32_t x, int32_t y, int32_t width,
                          int32_t height, int32_t stroke_width, uint32_t stroke)
{
    struct mark *mark = add_within(arena, drawing, MARK_LINE, x, y, width, height);
    mark->stroke_width = stroke_width;
    mark->stroke = stroke;
    return mark;
}

int32_t text_width(const struct metrics *metrics, struct text_style style, struct str text)
{
    int64_t em = metrics->width(metrics->device, style.face, style.features, text);
    return (int32_t)(em * style.size / 1000);
}

struct mark *drawing_text(struct arena *arena, struct drawing *drawing, const struct metrics *metrics, int32_t x,
                          int32_t y, enum anchor anchor, struct text_style style, struct str text)
{
    struct mark *mark = drawing_add(arena, drawing, MARK_TEXT);
    mark->x = x;
    mark->y = y;
    mark->width = text_width(metrics, style, text);
    mark->anchor = anchor;
    mark->style = style;
    mark->text = text;
    return mark;
}

static const struct segment *segments_moved(struct arena *arena, const struct mark *mark, int32_t x, int32_t y)
{
    struct segment *moved = ARENA_ARRAY(arena, struct segment, mark->segment_count);
    for (size_t i = 0; i < mark->segment_count; i++) {
        moved[i].kind = mark->segments[i].kind;
        for (int k = 0; k < 3; k++) {
            moved[i].x[k] = mark->segments[i].x[k] + x;
            moved[i].y[k] = mark->segments[i].y[k] + y;
        }
    }
    return moved;
}

void mark_move(struct arena *arena, struct mark *mark, int32_t x, int32_t y)
{
    mark->x += x;
    mark->y += y;
    if (mark->kind == MARK_PATH && (x || y))
        mark->segments = segments_moved(arena, mark, x, y);
}

void drawing_append(struct arena *arena, struct drawing *drawing, const struct drawing *part, int32_t x, int32_t y)
{
    for (size_t i = 0; i < part->count; i++) {
        struct mark *mark = PUSH(arena, drawing);
        *mark = part->at[i];
        mark_move(arena, mark, x, y);
    }
}

static int32_t fixed_width(void *device, enum face face, unsigned features, struct str text)
{
    (void)device;
    (void)face;
    (void)features;
    return (int32_t)utf8_length(text) * 500;
}

const struct metrics metrics_fixed = {
    .width = fixed_width,
    .ascent = {800, 800, 800, 800, 800},
    .descent = {200, 200, 200, 200, 200},
    .cap_height = {700, 700, 700, 700, 700},
    .x_height = {500, 500, 500, 500, 500},
};
