/* From nodes to atoms. Blanks of the source become one U+0020 each; no-break spaces are part of words. */
#include "inlines.h"

#include <string.h>

struct inline_scratch {
    struct buffer text;
    struct atoms {
        struct atom *at;
        size_t count, capacity;
    } atoms;
    struct runs {
        struct run *at;
        size_t count, capacity;
    } runs;
    struct spans {
        struct span *at;
        size_t count, capacity;
    } spans;
};

/* The state while one paragraph is taken apart. */
struct reader {
    struct flow *flow;
    struct inline_scratch *scratch;
    enum element element;
    size_t run; /* in force */
    bool in_word;
    uint32_t word; /* where the atom being read starts */
};

static struct inline_scratch *scratch_of(struct layout *layout)
{
    if (!layout->inlines) {
        layout->inlines = ARENA_NEW(layout->arena, struct inline_scratch);
        layout->inlines->text.arena = layout->arena;
    }
    struct inline_scratch *scratch = layout->inlines;
    scratch->text.count = scratch->atoms.count = scratch->runs.count = scratch->spans.count = 0;
    return scratch;
}

static void word_end(struct reader *reader, enum after after)
{
    struct inline_scratch *scratch = reader->scratch;
    if (reader->in_word && scratch->text.count > reader->word) {
        struct layout *layout = reader->flow->layout;
        struct atom *atom = PUSH(layout->arena, &scratch->atoms);
        struct str word = {scratch->text.at + reader->word, scratch->text.count - reader->word};
        *atom = (struct atom){.from = reader->word, .to = (uint32_t)scratch->text.count, .run = (uint32_t)reader->run};
        atom->width = width_of(layout, scratch->runs.at[reader->run].style, word);
        atom->after = after;
    }
    reader->in_word = false;
}

static struct atom *atom_last(struct reader *reader)
{
    return reader->scratch->atoms.count ? &reader->scratch->atoms.at[reader->scratch->atoms.count - 1] : NULL;
}

static void blank_add(struct reader *reader)
{
    word_end(reader, AFTER_NOTHING);
    struct atom *last = atom_last(reader);
    if (!last || last->after >= AFTER_BLANK)
        return;
    last->after = AFTER_BLANK;
    buffer_byte(&reader->scratch->text, ' ');
}

static void newline_add(struct reader *reader)
{
    word_end(reader, AFTER_NOTHING);
    struct atom *last = atom_last(reader);
    if (last)
        last->after = AFTER_NEWLINE;
}

static bool byte_is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* May a line end after the sign at `at` (a hyphen, a dash, a slash), which is `length` bytes long? */
static bool breaks_after(struct str text, size_t at, size_t length)
{
    if (at < 2 || at + length + 1 >= text.length)
        return false;
    unsigned char before = (unsigned char)text.at[at - 1], next = (unsigned char)text.at[at + length];
    return byte_is_letter(before) && byte_is_letter(next) && byte_is_letter((unsigned char)text.at[at - 2]);
}

/* Signs of three bytes that begin with E2 80: spaces without width, hyphens, dashes. */
static size_t punctuation_add(struct reader *reader, struct str text, size_t at)
{
    unsigned char last = (unsigned char)text.at[at + 2];
    if (last == 0x8B) { /* U+200B */
        word_end(reader, AFTER_BREAK);
        return at + 3;
    }
    buffer_add(&reader->scratch->text, str_slice(text, at, at + 3));
    if ((last == 0x90 || last == 0x93 || last == 0x94) && breaks_after(text, at, 3)) /* ‐ – — */
        word_end(reader, AFTER_BREAK);
    return at + 3;
}

static void word_begin(struct reader *reader)
{
    if (reader->in_word)
        return;
    reader->in_word = true;
    reader->word = (uint32_t)reader->scratch->text.count;
}

/* A byte that means something to line breaking; returns where to go on. */
static size_t special_add(struct reader *reader, struct str text, size_t at)
{
    unsigned char c = (unsigned char)text.at[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        blank_add(reader);
        return at + 1;
    }
    if (c < 0x20 || c == 0x7F)
        return at + 1;
    if (c == 0xC2 && at + 1 < text.length && (unsigned char)text.at[at + 1] == 0xAD) {
        word_end(reader, AFTER_SOFT_HYPHEN);
        return at + 2;
    }
    word_begin(reader);
    if (c == 0xE2 && at + 2 < text.length && (unsigned char)text.at[at + 1] == 0x80)
        return punctuation_add(reader, text, at);
    buffer_byte(&reader->scratch->text, (char)c);
    if ((c == '-' || c == '/') && breaks_after(text, at, 1))
        word_end(reader, AFTER_BREAK);
    return at + 1;
}

static bool byte_is_special(unsigned char c)
{
    return c <= ' ' || c == '-' || c == '/' || c == 0x7F || c == 0xC2 || c == 0xE2;
}

static void text_add(struct reader *reader, struct str text)
{
    for (size_t at = 0; at < text.length;) {
        size_t from = at;
        while (at < text.length && !byte_is_special((unsigned char)text.at[at]))
            at++;
        if (at > from) {
            word_begin(reader);
            buffer_add(&reader->scratch->text, str_slice(text, from, at));
        }
        if (at < text.length)
            at = special_add(reader, text, at);
    }
}

static bool run_same(const struct run *a, const struct run *b)
{
    return a->style.face == b->style.face && a->style.features == b->style.features && a->style.size == b->style.size &&
           a->style.colour == b->style.colour && a->raise == b->raise && a->span == b->span &&
           a->hyphens == b->hyphens && !a->image && !b->image;
}

/* The run in force from here on. */
static void run_use(struct reader *reader, struct run run)
{
    struct runs *runs = &reader->scratch->runs;
    if (runs->count && run_same(&runs->at[reader->run], &run))
        return;
    word_end(reader, AFTER_NOTHING);
    run.blank = width_of(reader->flow->layout, run.style, STR(" "));
    *PUSH(reader->flow->layout->arena, runs) = run;
    reader->run = runs->count - 1;
}

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

static void footnote_add(struct reader *reader, const struct node *node, struct run run)
{
    struct layout *layout = reader->flow->layout;
    struct footnote *footnote = PUSH(layout->arena, &layout->footnotes);
    footnote->node = node;
    int number = (int)layout->footnotes.count;
    int reference = span_add(reader, (struct span){.role = TAG_REFERENCE, .outer = run.span, .footnote = -1});
    run.span = span_add(reader, (struct span){.role = TAG_LINK,
                                              .outer = reference,
                                              .link = str_print(layout->arena, "#note-%d", number),
                                              .title = str_print(layout->arena, "%d", number),
                                              .anchor = str_print(layout->arena, "call-%d", number),
                                              .footnote = number - 1});
    superscript(&run);
    run.style.colour = layout->palette[COLOUR_PRIMARY];
    run_use(reader, run);
    text_add(reader, str_print(layout->arena, "%d", number));
}

static void link_read(struct reader *reader, const struct node *node, struct run run, int depth)
{
    struct layout *layout = reader->flow->layout;
    if (node->link.length) {
        run.span = span_add(reader, (struct span){.role = TAG_LINK,
                                                  .outer = run.span,
                                                  .link = node->link,
                                                  .title = node_plain(layout->arena, node),
                                                  .footnote = -1});
        run.style.colour = layout->palette[COLOUR_PRIMARY];
    }
    if (node->kind == NODE_LINK) {
        nodes_read(reader, node->first, run, depth + 1);
        return;
    }
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
    case NODE_VALUE:
        link_read(reader, node, run, depth);
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

#define DEPTH_MAX 64 /* deeper than any reader follows; the rest is set without its styles */

static void nodes_read(struct reader *reader, const struct node *first, struct run run, int depth)
{
    if (depth > DEPTH_MAX)
        return;
    for (const struct node *node = first; node && node_is_inline(node->kind); node = node->next)
        node_read(reader, node, run, depth);
}

static void *copied(struct arena *arena, const void *items, size_t count, size_t size)
{
    void *copy = arena_alloc(arena, count, size);
    return count ? memcpy(copy, items, count * size) : copy;
}

/* Widths on one line and of the widest piece. */
static void paragraph_measure(struct paragraph *paragraph)
{
    int64_t line = 0, piece = 0;
    for (size_t i = 0; i < paragraph->atom_count; i++) {
        const struct atom *atom = &paragraph->atoms[i];
        line += atom->width;
        piece += atom->width;
        if (piece > paragraph->widest)
            paragraph->widest = piece;
        if (line > paragraph->natural)
            paragraph->natural = line;
        if (atom->after != AFTER_NOTHING)
            piece = 0;
        if (atom->after == AFTER_BLANK)
            line += paragraph->runs[atom->run].blank;
        if (atom->after == AFTER_NEWLINE && i + 1 < paragraph->atom_count) {
            line = 0;
            paragraph->forced = true;
        }
    }
}

static struct paragraph paragraph_end(struct reader *reader, enum element element)
{
    word_end(reader, AFTER_NEWLINE);
    struct atom *last = atom_last(reader);
    if (last)
        last->after = AFTER_NEWLINE;
    struct arena *arena = reader->flow->layout->arena;
    struct inline_scratch *scratch = reader->scratch;
    struct paragraph paragraph = {.text = str_copy(arena, (struct str){scratch->text.at, scratch->text.count}),
                                  .atoms = copied(arena, scratch->atoms.at, scratch->atoms.count, sizeof(struct atom)),
                                  .runs = copied(arena, scratch->runs.at, scratch->runs.count, sizeof(struct run)),
                                  .spans = copied(arena, scratch->spans.at, scratch->spans.count, sizeof(struct span)),
                                  .atom_count = scratch->atoms.count,
                                  .run_count = scratch->runs.count,
                                  .span_count = scratch->spans.count,
                                  .element = element,
                                  .blank = width_of(reader->flow->layout, style_of(reader->flow, element), STR(" "))};
    paragraph_measure(&paragraph);
    return paragraph;
}

static struct run run_first(struct flow *flow, enum element element)
{
    return (struct run){.style = style_of(flow, element),
                        .span = -1,
                        .hyphens = element_styles[element].hyphenate ? (int)flow->layout->document->language : -1};
}

struct paragraph paragraph_of(struct flow *flow, enum element element, const struct node *first)
{
    struct reader reader = {.flow = flow, .scratch = scratch_of(flow->layout), .element = element};
    nodes_read(&reader, first, run_first(flow, element), 0);
    return paragraph_end(&reader, element);
}

struct paragraph paragraph_coloured(struct flow *flow, enum element element, uint32_t colour, struct str text)
{
    struct reader reader = {.flow = flow, .scratch = scratch_of(flow->layout), .element = element};
    struct run run = run_first(flow, element);
    run.style.colour = colour;
    run_use(&reader, run);
    text_add(&reader, text);
    return paragraph_end(&reader, element);
}

struct paragraph paragraph_of_text(struct flow *flow, enum element element, struct str text)
{
    return paragraph_coloured(flow, element, flow->layout->palette[element_styles[element].colour], text);
}
