#include "render/pdf/content.h"

#include "render/pdf/syntax.h"

#define NO_FONT ((size_t)-1)
/* A quarter of a circle as one curve: the control points' distance, in thousandths of the radius. */
#define ROUND 552

struct content content_begin(const struct job *job, const struct page *page)
{
    struct content content = {
        .out = {.arena = job->arena},
        .fonts = job->fonts,
        .shaper = job->press->shaper,
        .missing = job->missing,
        .height = page->drawing.height,
        .fill = COLOUR_NONE, /* unknown: said before it is used */
        .stroke = COLOUR_NONE,
        .line_width = -1,
        .font = NO_FONT,
    };
    return content;
}

void content_tag(struct content *content, const char *role, int number)
{
    buffer_byte(&content->out, '/');
    buffer_add(&content->out, str_of(role));
    buffer_add(&content->out, STR(" <</MCID "));
    syntax_integer(&content->out, number);
    buffer_add(&content->out, STR(">>BDC\n"));
}

void content_artifact(struct content *content, bool pagination)
{
    buffer_add(&content->out,
               pagination ? STR("/Artifact <</Type /Pagination>>BDC\n") : STR("/Artifact <</Type /Layout>>BDC\n"));
}

void content_end(struct content *content)
{
    buffer_add(&content->out, STR("EMC\n"));
}

/* ---- colours and lines ---- */

static void colour(struct content *content, uint32_t *now, uint32_t wanted, struct str operator)
{
    if (wanted == COLOUR_NONE || *now == wanted)
        return;
    syntax_colour(&content->out, wanted);
    buffer_add(&content->out, operator);
    *now = wanted;
}

static void pen(struct content *content, const struct mark *mark)
{
    colour(content, &content->fill, mark->fill, STR("rg\n"));
    colour(content, &content->stroke, mark->stroke, STR("RG\n"));
    if (mark->stroke == COLOUR_NONE)
        return;
    if (content->line_width != mark->stroke_width) {
        syntax_length(&content->out, mark->stroke_width);
        buffer_add(&content->out, STR(" w\n"));
        content->line_width = mark->stroke_width;
    }
    if (content->dash != mark->dash) {
        buffer_byte(&content->out, '[');
        if (mark->dash)
            syntax_length(&content->out, mark->dash);
        buffer_add(&content->out, STR("] 0 d\n"));
        content->dash = mark->dash;
    }
}

/* ---- shapes ---- */

static void point(struct content *content, int64_t x, int64_t y)
{
    syntax_length(&content->out, x);
    buffer_byte(&content->out, ' ');
    syntax_length(&content->out, content->height - y);
    buffer_byte(&content->out, ' ');
}

static void move(struct content *content, int64_t x, int64_t y, struct str operator)
{
    point(content, x, y);
    buffer_add(&content->out, operator);
}

static void curve(struct content *content, const int64_t x[3], const int64_t y[3])
{
    for (int i = 0; i < 3; i++)
        point(content, x[i], y[i]);
    buffer_add(&content->out, STR("c\n"));
}

/* From where the pen is, around the corner (x, y), to (x + out_x, y + out_y); it comes from (x + in_x, y + in_y). */
static void corner_round(struct content *content, int64_t x, int64_t y, int64_t in_x, int64_t in_y, int64_t out_x,
                         int64_t out_y)
{
    const int64_t rest = 1000 - ROUND;
    move(content, x + in_x, y + in_y, STR("l\n"));
    curve(content, (int64_t[]){x + in_x * rest / 1000, x + out_x * rest / 1000, x + out_x},
          (int64_t[]){y + in_y * rest / 1000, y + out_y * rest / 1000, y + out_y});
}

static void rounded(struct content *content, const struct mark *mark)
{
    int64_t left = mark->x, top = mark->y, right = left + mark->width, bottom = top + mark->height;
    int64_t r = mark->radius;
    if (r > mark->width / 2)
        r = mark->width / 2;
    if (r > mark->height / 2)
        r = mark->height / 2;
    move(content, left + r, top, STR("m\n"));
    corner_round(content, right, top, -r, 0, 0, r);
    corner_round(content, right, bottom, 0, -r, -r, 0);
    corner_round(content, left, bottom, r, 0, 0, -r);
    corner_round(content, left, top, 0, r, r, 0);
    buffer_add(&content->out, STR("h\n"));
}

static void rectangle(struct content *content, const struct mark *mark)
{
    if (mark->radius > 0) {
        rounded(content, mark);
        return;
    }
    point(content, mark->x, (int64_t)mark->y + mark->height);
    syntax_length(&content->out, mark->width);
    buffer_byte(&content->out, ' ');
    syntax_length(&content->out, mark->height);
    buffer_add(&content->out, STR(" re\n"));
}

static void path(struct content *content, const struct mark *mark)
{
    for (size_t i = 0; i < mark->segment_count; i++) {
        const struct segment *segment = &mark->segments[i];
        switch (segment->kind) {
        case SEGMENT_MOVE:
            move(content, segment->x[0], segment->y[0], STR("m\n"));
            break;
        case SEGMENT_LINE:
            move(content, segment->x[0], segment->y[0], STR("l\n"));
            break;
        case SEGMENT_CURVE:
            curve(content, (int64_t[]){segment->x[0], segment->x[1], segment->x[2]},
                  (int64_t[]){segment->y[0], segment->y[1], segment->y[2]});
            break;
        case SEGMENT_CLOSE:
            buffer_add(&content->out, STR("h\n"));
            break;
        }
    }
}

void content_shape(struct content *content, const struct mark *mark)
{
    bool filled = mark->fill != COLOUR_NONE && mark->kind != MARK_LINE, stroked = mark->stroke != COLOUR_NONE;
    if (!filled && !stroked)
        return;
    pen(content, mark);
    if (mark->kind == MARK_LINE) {
        move(content, mark->x, mark->y, STR("m\n"));
        move(content, (int64_t)mark->x + mark->width, (int64_t)mark->y + mark->height, STR("l\n"));
    } else if (mark->kind == MARK_RECTANGLE) {
        rectangle(content, mark);
    } else {
        path(content, mark);
    }
    buffer_add(&content->out, filled && stroked ? STR("B\n") : filled ? STR("f\n") : STR("S\n"));
}

/* The matrix that lays a picture upright, by its orientation: widths at even places, heights at odd ones. */
static const int8_t turns[9][6] = {
    [1] = {1, 0, 0, 1, 0, 0},   [2] = {-1, 0, 0, 1, 1, 0}, [3] = {-1, 0, 0, -1, 1, 1}, [4] = {1, 0, 0, -1, 0, 1},
    [5] = {0, -1, -1, 0, 1, 1}, [6] = {0, -1, 1, 0, 0, 1}, [7] = {0, 1, 1, 0, 0, 0},   [8] = {0, 1, -1, 0, 1, 0}};

void content_image(struct content *content, const struct mark *mark, unsigned object, int orientation)
{
    struct buffer *out = &content->out;
    const int64_t sides[2] = {mark->width, mark->height};
    const int64_t corner[2] = {mark->x, (int64_t)content->height - mark->y - mark->height};
    buffer_add(out, STR("q "));
    for (int i = 0; i < 6; i++) {
        syntax_length(out, turns[orientation][i] * sides[i % 2] + (i >= 4 ? corner[i % 2] : 0));
        buffer_byte(out, ' ');
    }
    buffer_add(out, STR("cm /I"));
    syntax_integer(out, object);
    buffer_add(out, STR(" Do Q\n"));
}
