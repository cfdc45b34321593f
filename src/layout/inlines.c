/* From inline nodes to runs of one style, and to spans with a tag of their own. */
#include "atoms.h"

static int span_add(struct reader *reader, struct span span)
{
    *PUSH(reader->flow->layout->arena, &reader->scratch->spans) = span;
    return (int)reader->scratch->spans.count - 1;
}

static enum face face_emphasised(enum face face)
{
    static const enum face faces[FACE_COUNT] = {FACE_ITALIC, FACE_BOLD_ITALIC, FACE_REGULAR, FACE_BOLD, FACE_MONO};
    return faces[face];
}

static enum face face_strong(enum face face)
{
    static const enum face faces[FACE_COUNT] = {FACE_BOLD, FACE_BOLD, FACE_BOLD_ITALIC, FACE_BOLD_ITALIC, FACE_MONO};
    return faces[face];
}

static void superscript(struct run *run)
{
    run->raise += run->style.size * 36 / 100;
    run->style.size = run->style.size * 66 / 100;
}

static int hyphens_of(struct str language)
{
    if (str_equal(str_slice(language, 0, 2), STR("fr")))
        return LANGUAGE_FR;
    return str_equal(str_slice(language, 0, 2), STR("en")) ? LANGUAGE_EN : -1;
}

static void nodes_read(struct reader *reader, const struct node *first, struct run run, int depth);

static void image_add(struct reader *reader, const struct node *node, struct run run)
{
    const struct image *image = node->image;
    if (!image || !image->width || !image->height) {
        nodes_read(reader, node->first, run, 0);
        return;
    }
    /* An image between words is as high as its line allows. */
    run.image = image;
    run.image_height = run.style.size * 11 / 10;
    run.alternative = node_plain(reader->flow->layout->arena, node);
    run.span = span_add(reader, (struct span){.role = TAG_FIGURE, .outer = run.span, .footnote = -1});
    run_use(reader, run);
    int64_t width = (int64_t)run.image_height * image->width / image->height;
    if (width > reader->flow->width)
        width = reader->flow->width;
    uint32_t at = (uint32_t)reader->scratch->text.count;
    *PUSH(reader->flow->layout->arena, &reader->scratch->atoms) =
        (struct atom){.from = at, .to = at, .width = (int32_t)width, .run = (uint32_t)reader->run};
}

/* A note called before under the same label of the same text keeps its number; 0 where there is none. */
static int footnote_number(const struct layout *layout, const struct node *node)
{
    for (size_t i = 0; node->info.length && i < layout->footnotes.count; i++) {
        const struct node *other = layout->footnotes.at[i].node;
        if (str_equal(other->info, node->info) && other->place.file == node->place.file &&
            other->place.line == node->place.line)
            return (int)i + 1;
    }
    return 0;
}

static void footnote_add(struct reader *reader, const struct node *node, struct run run)
{
    struct layout *layout = reader->flow->layout;
    int number = footnote_number(layout, node);
    bool again = number > 0;
    if (!again) {
        struct footnote *footnote = PUSH(layout->arena, &layout->footnotes);
        footnote->node = node;
        number = (int)layout->footnotes.count;
    }
    int reference = span_add(reader, (struct span){.role = TAG_REFERENCE, .outer = run.span, .footnote = -1});
    struct str anchor = again ? STR_NONE : str_print(layout->arena, "call-%d", number);
    run.span = span_add(reader, (struct span){.role = TAG_LINK,
                                              .outer = reference,
                                              .link = str_print(layout->arena, "#note-%d", number),
                                              .title = str_print(layout->arena, "%d", number),
                                              .anchor = anchor,
                                              .plain = true,
                                              .footnote = again ? -1 : number - 1});
    superscript(&run);
    run.style.colour = layout->palette[COLOUR_PRIMARY];
    run_use(reader, run);
    text_add(reader, str_print(layout->arena, "%d", number));
}

static void link_read(struct reader *reader, const struct node *node, struct run run, int depth)
{
    struct layout *layout = reader->flow->layout;
    struct span span = {.role = TAG_LINK, .outer = run.span, .link = node->link, .footnote = -1};
    if (node->link.length) {
        span.title = node_plain(layout->arena, node);
        run.style.colour = layout->palette[COLOUR_PRIMARY];
    }
    if (node->link.length)
        run.span = span_add(reader, span);
    nodes_read(reader, node->first, run, depth + 1);
}

static void value_read(struct reader *reader, const struct node *node, struct run run)
{
    if (node->key.length)
        run.span = span_add(reader, (struct span){.role = TAG_LINK,
                                                  .outer = run.span,
                                                  .key = node->key,
                                                  .plain = reader->element == ELEMENT_CELL,
                                                  .footnote = -1});
    run_use(reader, run);
    text_add(reader, node->text);
}

static void node_read(struct reader *reader, const struct node *node, struct run run, int depth)
{
    if (node->language.length) {
        run.span = span_add(
            reader, (struct span){.role = TAG_SPAN, .outer = run.span, .language = node->language, .footnote = -1});
        run.hyphens = run.hyphens < 0 ? -1 : hyphens_of(node->language);
    }
    if (node->anchor.length)
        run.span = span_add(reader,
                            (struct span){.role = TAG_SPAN, .outer = run.span, .anchor = node->anchor, .footnote = -1});
    switch (node->kind) {
    case NODE_EMPHASIS:
        run.style.face = face_emphasised(run.style.face);
        break;
    case NODE_STRONG:
        run.style.face = face_strong(run.style.face);
        break;
    case NODE_SUPERSCRIPT:
        superscript(&run);
        break;
    case NODE_CODE:
        run.style.face = FACE_MONO;
        run.style.size = run.style.size * 88 / 100;
        run.hyphens = -1;
        break;
    case NODE_LINK:
        link_read(reader, node, run, depth);
        return;
    case NODE_VALUE:
        value_read(reader, node, run);
        return;
    case NODE_IMAGE:
        image_add(reader, node, run);
        return;
    case NODE_FOOTNOTE:
        footnote_add(reader, node, run);
        return;
    case NODE_SPACE:
        blank_add(reader);
        return;
    case NODE_BREAK:
        newline_add(reader);
        return;
    default:
        break;
    }
    if (node->text.length) {
        run_use(reader, run);
        text_add(reader, node->text);
    }
    nodes_read(reader, node->first, run, depth + 1);
}

#define DEPTH_MAX 64 /* deeper than anyone writes: the words, without their styles */

static void nodes_read(struct reader *reader, const struct node *first, struct run run, int depth)
{
    for (const struct node *node = first; node && node_is_inline(node->kind); node = node->next) {
        if (depth <= DEPTH_MAX) {
            node_read(reader, node, run, depth);
            continue;
        }
        run_use(reader, run);
        text_add(reader, node_plain(reader->flow->layout->arena, node));
    }
}

static struct run run_first(struct flow *flow, enum element element)
{
    return (struct run){
        .style = style_of(flow, element),
        .span = -1,
        .hyphens = (element_styles[element].flags & STYLE_BREAKS) ? (int)flow->layout->document->language : -1};
}

/* A text that is no tree: ordinals are raised here as `compose` raises them in trees. */
static void plain_read(struct reader *reader, struct str text, struct run run)
{
    struct run raised = run;
    superscript(&raised);
    bool french = reader->flow->layout->document->language == LANGUAGE_FR;
    size_t from = 0, ending;
    for (size_t at; french && (at = ordinal_find(text, from, &ending)) < text.length; from = at + ending) {
        run_use(reader, run);
        text_add(reader, str_slice(text, from, at));
        run_use(reader, raised);
        text_add(reader, str_slice(text, at, at + ending));
    }
    run_use(reader, run);
    text_add(reader, str_slice(text, from, text.length));
}

struct paragraph paragraph_spanned(struct flow *flow, enum element element, const struct node *first, struct str text,
                                   uint32_t colour, struct span span)
{
    struct reader reader = reader_start(flow, element);
    struct run run = run_first(flow, element);
    if (colour != COLOUR_NONE)
        run.style.colour = colour;
    if (span.key.length)
        run.span = span_add(&reader, span);
    nodes_read(&reader, first, run, 0);
    if (text.length)
        plain_read(&reader, text, run);
    return reader_end(&reader);
}

struct paragraph paragraph_of(struct flow *flow, enum element element, const struct node *first)
{
    return paragraph_spanned(flow, element, first, STR_NONE, COLOUR_NONE, (struct span){0});
}

struct paragraph paragraph_of_text(struct flow *flow, enum element element, struct str text)
{
    return paragraph_spanned(flow, element, NULL, text, COLOUR_NONE, (struct span){0});
}
