/* A drawing painted as SVG: the marks as they are, no geometry of its own. */
#include "html.h"

/* A chart is thousands of numbers: they are written without printf, to a tenth of a pixel, which no eye tells. */
void svg_length(struct buffer *out, int32_t thousandths)
{
    int64_t size = ((int64_t)(thousandths < 0 ? -(int64_t)thousandths : thousandths) + 50) / 100;
    char digits[16];
    size_t at = sizeof digits;
    if (size % 10) {
        digits[--at] = (char)('0' + size % 10);
        digits[--at] = '.';
    }
    do
        digits[--at] = (char)('0' + (size /= 10) % 10);
    while (size >= 10);
    bool zero = at == sizeof digits - 1 && digits[at] == '0';
    if (thousandths < 0 && !zero)
        digits[--at] = '-';
    buffer_add(out, (struct str){digits + at, sizeof digits - at});
}

static void length_of(struct buffer *out, const char *name, int32_t thousandths)
{
    buffer_byte(out, ' ');
    buffer_add(out, str_of(name));
    buffer_add(out, STR("=\""));
    svg_length(out, thousandths);
    buffer_byte(out, '"');
}

static void see(const struct svg *svg, uint32_t colour)
{
    if (!svg->colours || colour == COLOUR_NONE)
        return;
    for (size_t i = 0; i < svg->colours->count; i++)
        if (svg->colours->at[i] == colour)
            return;
    *PUSH(svg->arena, svg->colours) = colour;
}

static void colour_of(struct buffer *out, const struct svg *svg, const char *name, uint32_t colour)
{
    static const char digits[] = "0123456789abcdef";
    char text[] = "#000000";
    see(svg, colour);
    for (int i = 0; i < 6; i++)
        text[6 - i] = digits[colour >> 4 * i & 15];
    buffer_byte(out, ' ');
    buffer_add(out, str_of(name));
    buffer_add(out, STR("=\""));
    buffer_add(out, colour == COLOUR_NONE ? STR("none") : (struct str){text, 7});
    buffer_byte(out, '"');
}

static void paint_of(struct buffer *out, const struct svg *svg, const struct mark *mark)
{
    if (mark->title.length)
        buffer_add(out, STR(" class=\"v\""));
    if (mark->kind != MARK_LINE)
        colour_of(out, svg, "fill", mark->fill);
    if (mark->stroke == COLOUR_NONE)
        return;
    colour_of(out, svg, "stroke", mark->stroke);
    length_of(out, "stroke-width", mark->stroke_width);
    if (mark->dash)
        length_of(out, "stroke-dasharray", mark->dash);
}

/* The closing of a shape, with what it says when pointed at. */
static void close_shape(struct buffer *out, const char *name, const struct mark *mark)
{
    if (!mark->title.length) {
        buffer_add(out, STR("/>"));
        return;
    }
    buffer_add(out, STR("><title>"));
    escape_text(out, mark->title);
    buffer_add(out, STR("</title></"));
    buffer_add(out, str_of(name));
    buffer_byte(out, '>');
}

static void point(struct buffer *out, char letter, int32_t x, int32_t y)
{
    buffer_byte(out, letter);
    svg_length(out, x);
    buffer_byte(out, ' ');
    svg_length(out, y);
}

static void paint_path(struct buffer *out, const struct svg *svg, const struct mark *mark)
{
    buffer_add(out, STR("<path d=\""));
    for (size_t i = 0; i < mark->segment_count; i++) {
        const struct segment *segment = &mark->segments[i];
        if (segment->kind == SEGMENT_CLOSE) {
            buffer_byte(out, 'Z');
            continue;
        }
        static const char letters[] = {'M', 'L', 'C'};
        int points = segment->kind == SEGMENT_CURVE ? 3 : 1;
        for (int p = 0; p < points; p++)
            point(out, p ? ' ' : letters[segment->kind], segment->x[p], segment->y[p]);
    }
    buffer_byte(out, '"');
    paint_of(out, svg, mark);
    close_shape(out, "path", mark);
}

static void paint_line(struct buffer *out, const struct svg *svg, const struct mark *mark)
{
    buffer_add(out, STR("<path d=\""));
    point(out, 'M', mark->x, mark->y);
    if (mark->width && mark->height) {
        point(out, 'L', mark->x + mark->width, mark->y + mark->height);
    } else {
        buffer_byte(out, mark->width ? 'H' : 'V');
        svg_length(out, mark->width ? mark->x + mark->width : mark->y + mark->height);
    }
    buffer_byte(out, '"');
    paint_of(out, svg, mark);
    close_shape(out, "path", mark);
}

static void paint_circle(struct buffer *out, const struct svg *svg, const struct mark *mark)
{
    buffer_add(out, STR("<circle"));
    length_of(out, "cx", mark->x + mark->radius);
    length_of(out, "cy", mark->y + mark->radius);
    length_of(out, "r", mark->radius);
    paint_of(out, svg, mark);
    close_shape(out, "circle", mark);
}

static void paint_rectangle(struct buffer *out, const struct svg *svg, const struct mark *mark)
{
    buffer_add(out, STR("<rect"));
    length_of(out, "x", mark->x);
    length_of(out, "y", mark->y);
    length_of(out, "width", mark->width);
    length_of(out, "height", mark->height);
    if (mark->radius)
        length_of(out, "rx", mark->radius);
    paint_of(out, svg, mark);
    close_shape(out, "rect", mark);
}

static void paint_text(struct buffer *out, const struct svg *svg, const struct mark *mark,
                       const struct text_style *usual)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    bool bold = mark->style.face == FACE_BOLD || mark->style.face == FACE_BOLD_ITALIC;
    buffer_add(out, STR("<text"));
    length_of(out, "x", mark->x);
    length_of(out, "y", mark->y);
    if (mark->anchor != ANCHOR_START) {
        buffer_add(out, STR(" text-anchor=\""));
        buffer_add(out, str_of(anchors[mark->anchor]));
        buffer_byte(out, '"');
    }
    if (bold)
        buffer_add(out, STR(" font-weight=\"700\""));
    if (mark->style.size != usual->size)
        length_of(out, "font-size", mark->style.size);
    if (mark->style.colour != usual->colour)
        colour_of(out, svg, "fill", mark->style.colour);
    buffer_byte(out, '>');
    escape_text(out, mark->text);
    buffer_add(out, STR("</text>"));
}

/* Size and colour of the first text, which most others share: said once. */
static struct text_style usual_text(const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->count; i++)
        if (drawing->at[i].kind == MARK_TEXT)
            return drawing->at[i].style;
    return (struct text_style){0};
}

static void open_svg(struct buffer *out, const struct drawing *drawing, const struct svg *svg,
                     const struct text_style *usual)
{
    buffer_add(out, STR("<svg class=\""));
    buffer_add(out, svg->class);
    buffer_byte(out, '"');
    length_of(out, "width", drawing->width);
    length_of(out, "height", drawing->height);
    buffer_add(out, STR(" viewBox=\"0 0"));
    point(out, ' ', drawing->width, drawing->height);
    buffer_byte(out, '"');
    if (usual->size) {
        length_of(out, "font-size", usual->size);
        colour_of(out, svg, "fill", usual->colour);
    }
    if (!svg->id.length && !svg->title.length) {
        buffer_add(out, STR(" aria-hidden=\"true\">"));
        return;
    }
    if (!svg->id.length) {
        buffer_add(out, STR(" role=\"img\" aria-label=\""));
        escape_attribute(out, svg->title);
        buffer_add(out, STR("\">"));
        return;
    }
    buffer_print(out, " role=\"img\" aria-labelledby=\"%.*s-t\" aria-describedby=\"%.*s-d\"><title id=\"%.*s-t\">",
                 STR_ARG(svg->id), STR_ARG(svg->id), STR_ARG(svg->id));
    escape_text(out, svg->title);
    buffer_print(out, "</title><desc id=\"%.*s-d\">", STR_ARG(svg->id));
    escape_text(out, svg->text);
    buffer_add(out, STR("</desc>"));
}

/* Corners so round that no side is left. */
static bool is_round(const struct mark *mark)
{
    return mark->radius && mark->width == 2 * mark->radius && mark->height == mark->width;
}

void svg_paint(struct buffer *out, const struct drawing *drawing, const struct svg *svg)
{
    struct text_style usual = usual_text(drawing);
    open_svg(out, drawing, svg, &usual);
    for (size_t i = 0; i < drawing->count; i++) {
        const struct mark *mark = &drawing->at[i];
        if (mark->kind == MARK_TEXT)
            paint_text(out, svg, mark, &usual);
        else if (mark->kind == MARK_LINE)
            paint_line(out, svg, mark);
        else if (mark->kind == MARK_RECTANGLE && is_round(mark))
            paint_circle(out, svg, mark);
        else if (mark->kind == MARK_RECTANGLE)
            paint_rectangle(out, svg, mark);
        else if (mark->kind == MARK_PATH)
            paint_path(out, svg, mark);
    }
    buffer_add(out, STR("</svg>"));
}
