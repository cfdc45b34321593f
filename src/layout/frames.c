/* Blocks with something drawn around them: quotes, callouts, code. The drawing is done page by page (page.c). */
#include "inlines.h"
#include "page.h"

#define QUOTE_INDENT 14000
#define PADDING 8000
#define INSET 12000
#define AROUND 9000
#define CODE_WHOLE 12        /* lines */
#define CALLOUT_WHOLE 150000 /* as high, it is not cut */

int frame_add(struct flow *flow, uint32_t fill, uint32_t bar)
{
    struct frames *frames = &flow->layout->frames;
    *PUSH(flow->layout->arena, frames) =
        (struct frame){.outer = flow->frame, .x = flow->x, .width = flow->width, .fill = fill, .bar = bar};
    return (int)frames->count - 1;
}

/* Space around, before the first slab since `first` and after the last. */
static void around(struct flow *flow, size_t first, int32_t space)
{
    if (flow->slabs->count == first)
        return;
    flow->slabs->at[first].before = space;
    slab_last(flow)->after = space;
}

static void attribution_set(struct flow *flow, struct str who)
{
    struct str words = str_print(flow->layout->arena, "\xE2\x80\x94\xC2\xA0%.*s", STR_ARG(who));
    struct paragraph paragraph = paragraph_of_text(flow, ELEMENT_ATTRIBUTION, words);
    if (flow->slabs->count)
        slab_last(flow)->keep = true;
    lines_set(flow, &paragraph, (struct line_options){.tag = tag_add(flow->layout, TAG_P, flow->tag)});
}

/* What was said and who said it are on one page, unless it is long. */
static void quote_keep(struct slabs *slabs, size_t first)
{
    if (slabs->count > first && slabs_height(slabs, first, slabs->count) <= CALLOUT_WHOLE)
        slabs_keep(slabs, first, slabs->count - 1);
}

void quote_set(struct flow *flow, const struct node *node)
{
    struct flow inner = *flow;
    size_t first = flow->slabs->count;
    inner.frame = frame_add(flow, COLOUR_NONE, flow->layout->palette[COLOUR_ACCENT]);
    inner.tag = tag_add(flow->layout, TAG_QUOTE, flow->tag);
    flow_inset(&inner, QUOTE_INDENT, 0);
    if (flow->body == ELEMENT_BODY)
        inner.body = ELEMENT_QUOTE;
    blocks_set(&inner, node->first);
    if (node->text.length)
        attribution_set(&inner, node->text);
    quote_keep(flow->slabs, first);
    around(flow, first, AROUND);
}

/* A short callout stays whole; of a long one, what begins it stays with what follows, and its end with what is before.
 */
static void callout_keep(struct slabs *slabs, size_t first)
{
    size_t last = slabs->count - 1;
    if (slabs_height(slabs, first, slabs->count) <= CALLOUT_WHOLE)
        slabs_keep(slabs, first, last);
    else
        slabs_keep(slabs, first, first + 3);
}

void callout_set(struct flow *flow, const struct node *node)
{
    static const enum colour bars[] = {[TONE_PLAIN] = COLOUR_PRIMARY,
                                       [TONE_NOTE] = COLOUR_PRIMARY,
                                       [TONE_WARNING] = COLOUR_WATCH,
                                       [TONE_DRAFT] = COLOUR_BAD};
    const uint32_t *palette = flow->layout->palette;
    struct flow outer = *flow, inner;
    size_t first = flow->slabs->count;
    if (flow->body == ELEMENT_BODY && flow->width > STYLE_MEASURE)
        outer.width = STYLE_MEASURE;
    inner = outer;
    inner.frame = frame_add(&outer, palette[COLOUR_WASH], palette[bars[node->tone]]);
    flow_inset(&inner, INSET, INSET);
    if (flow->body == ELEMENT_BODY)
        inner.body = ELEMENT_CALLOUT;
    slab_space(&inner, PADDING, true);
    blocks_set(&inner, node->first);
    slab_last(&inner)->after = 0;
    slab_last(&inner)->keep = true;
    slab_space(&inner, PADDING, false);
    callout_keep(flow->slabs, first);
    around(flow, first, AROUND);
}

/* ---- code ---- */

/* As much of the line as fits: at least one sign. */
static size_t code_fits(struct flow *flow, struct text_style style, struct str line, int32_t width)
{
    int32_t used = 0;
    for (size_t at = 0; at < line.length;) {
        size_t from = at;
        (void)utf8_next(line, &at);
        used += width_of(flow->layout, style, str_slice(line, from, at));
        if (used > width && from)
            return from;
    }
    return line.length;
}

static void code_piece(struct flow *flow, struct text_style style, struct str piece, bool broken)
{
    struct slab *slab = slab_open(flow);
    slab->height = leading_of(flow, ELEMENT_CODE_BLOCK);
    int32_t baseline = baseline_of(flow, ELEMENT_CODE_BLOCK), width = 0;
    if (piece.length) {
        struct str text = broken ? piece : str_print(flow->layout->arena, "%.*s ", STR_ARG(piece));
        struct mark *mark = slab_text(flow, flow->x, baseline, style, text, flow->tag);
        width = mark->width;
    }
    if (!broken)
        return;
    struct mark *rule = slab_mark(flow, MARK_LINE);
    rule->x = flow->x + width + 1500;
    rule->y = baseline + 1000;
    rule->height = -6500;
    rule->stroke = flow->layout->palette[COLOUR_ACCENT];
    rule->stroke_width = 700;
}

static struct str tabs_opened(struct arena *arena, struct str line)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < line.length; i++)
        if (line.at[i] == '\t')
            buffer_add(&text, STR("    "));
        else if ((unsigned char)line.at[i] >= 0x20 && line.at[i] != 0x7F)
            buffer_byte(&text, line.at[i]);
    return buffer_str(&text);
}

static void code_lines(struct flow *flow, struct str text)
{
    struct text_style style = style_of(flow, ELEMENT_CODE_BLOCK);
    if (str_ends(text, STR("\n")))
        text.length--;
    for (struct str line; str_split(&text, '\n', &line);) {
        line = tabs_opened(flow->layout->arena, line);
        do {
            size_t fits = code_fits(flow, style, line, flow->width - 4000);
            code_piece(flow, style, str_slice(line, 0, fits), fits < line.length);
            line = str_slice(line, fits, line.length);
        } while (line.length);
    }
}

/* A short one stays whole; of a long one, two lines at least on each page. */
static void code_keep(struct slabs *slabs, size_t first)
{
    size_t last = slabs->count - 1;
    if (last < first + 3)
        return;
    if (last - first <= CODE_WHOLE)
        slabs_keep(slabs, first, last);
    slabs_keep(slabs, first, first + 2);
    slabs_keep(slabs, last - 2, last);
}

void code_set(struct flow *flow, const struct node *node)
{
    struct flow inner = *flow;
    size_t first = flow->slabs->count;
    inner.frame = frame_add(flow, flow->layout->palette[COLOUR_WASH], COLOUR_NONE);
    inner.tag = tag_add(flow->layout, TAG_CODE, tag_add(flow->layout, TAG_P, flow->tag));
    flow_inset(&inner, INSET, INSET);
    slab_space(&inner, PADDING, true);
    code_lines(&inner, node->text);
    slab_space(&inner, PADDING, false);
    code_keep(flow->slabs, first);
    around(flow, first, AROUND);
}
