/* A paragraph as lines: where lines may end, which ends are best (paragraph.c), and the marks of each. */
#include "inlines.h"
#include "breakpoints.h"
#include "keys.h"

#define JUSTIFIED_LEAST 150000 /* a narrower column is ragged: its blanks would gape */
#define RAG_MOST 42000
#define WIDTH_LEAST 1000

struct line_scratch {
    struct endings endings;
    struct breakpoints breaks;
    uint32_t *chosen;
    size_t chosen_capacity;
};

/* ---- the best ends ---- */

static struct line_scratch *scratch_of(struct layout *layout)
{
    if (!layout->lines)
        layout->lines = ARENA_NEW(layout->arena, struct line_scratch);
    return layout->lines;
}

static uint32_t *chosen_room(struct layout *layout, struct line_scratch *scratch)
{
    if (scratch->chosen_capacity < scratch->breaks.count) {
        scratch->chosen_capacity = scratch->breaks.capacity;
        scratch->chosen = ARENA_ARRAY(layout->arena, uint32_t, scratch->chosen_capacity);
    }
    return scratch->chosen;
}

/* First without broken words, then with, then whatever it costs. In a narrow column, where every second line would
 * break a word, only when there is one that it cannot hold. */
static size_t lines_choose(struct layout *layout, const struct paragraph *paragraph, struct measure *measure)
{
    static const int tolerances[] = {PARAGRAPH_TIGHT, PARAGRAPH_TOLERANT, PARAGRAPH_DESPERATE};
    struct line_scratch *scratch = scratch_of(layout);
    bool whole_words = measure->width < JUSTIFIED_LEAST && paragraph->widest <= measure->width;
    size_t count = 0, first = paragraph->widest <= measure->width ? 0 : 1;
    for (size_t pass = first; pass < 3 && !count; pass++) {
        if (pass < 2)
            breakpoints_list(layout, paragraph, measure->width, pass > 0 && !whole_words, &scratch->breaks);
        measure->tolerance = tolerances[pass];
        count = paragraph_break(layout->arena, &scratch->endings, scratch->breaks.at, scratch->breaks.count, measure,
                                chosen_room(layout, scratch));
    }
    return count;
}

/* ---- the marks of a line ---- */

struct line {
    struct flow *flow;
    const struct paragraph *paragraph;
    const struct breakpoint *from, *to; /* from is NULL in the first line */
    int32_t gap;
    int32_t baseline;
    int32_t x;   /* where the next run starts */
    int32_t end; /* where the last one ended, its blank apart */
    int link;    /* span of the link being set, or -1 */
    int32_t link_x;
    int tag;
};

/* A stretch of the line in one run. */
struct stretch {
    size_t first, last; /* atoms */
    uint32_t from, to;  /* bytes of text */
    int32_t width;
    bool ends_line;
};

static bool line_cuts(const struct line *line, size_t atom, bool start)
{
    const struct breakpoint *point = start ? line->from : line->to;
    return point && point->cut && point->atom == atom;
}

static struct stretch stretch_at(const struct line *line, size_t first, size_t last)
{
    const struct paragraph *paragraph = line->paragraph;
    struct stretch stretch = {.first = first, .from = paragraph->atoms[first].from};
    int32_t blank = paragraph->runs[paragraph->atoms[first].run].blank + line->gap;
    if (line_cuts(line, first, true)) {
        stretch.from += line->from->cut;
        stretch.width -= line->from->prefix;
    }
    size_t i = first;
    for (;; i++) {
        const struct atom *atom = &paragraph->atoms[i];
        stretch.to = atom->to;
        stretch.width += line_cuts(line, i, false) ? line->to->prefix : atom->width;
        if (i == last || paragraph->atoms[i + 1].run != atom->run || paragraph->runs[atom->run].image)
            break;
        if (atom->after == AFTER_BLANK)
            stretch.width += blank;
    }
    stretch.last = i;
    stretch.ends_line = i == last;
    if (line_cuts(line, i, false) && stretch.ends_line)
        stretch.to = paragraph->atoms[i].from + line->to->cut;
    return stretch;
}

static struct str stretch_text(const struct line *line, const struct stretch *stretch)
{
    bool blank = line->paragraph->atoms[stretch->last].after == AFTER_BLANK && !(stretch->ends_line && line->to->cut);
    struct str text = {line->paragraph->text.at + stretch->from, stretch->to - stretch->from + blank};
    if (stretch->ends_line && line->to->kind == BREAK_HYPHEN)
        return str_print(line->flow->layout->arena, "%.*s\xC2\xAD", STR_ARG(text));
    return text;
}

/* Address that a span or one around it leads to: its index, or -1. */
static int span_link(const struct paragraph *paragraph, int span)
{
    while (span >= 0 && !paragraph->spans[span].link.length)
        span = paragraph->spans[span].outer;
    return span;
}

static struct str span_language(const struct paragraph *paragraph, int span)
{
    while (span >= 0 && !paragraph->spans[span].language.length)
        span = paragraph->spans[span].outer;
    return span < 0 ? STR_NONE : paragraph->spans[span].language;
}

/* The rectangle to click, and a thin line: a link is not told by its colour alone. */
static void link_end(struct line *line, int32_t x)
{
    if (line->link < 0 || line->tag == TAG_ARTIFACT)
        return;
    const struct span *span = &line->paragraph->spans[line->link];
    int32_t leading = leading_of(line->flow, line->paragraph->element);
    if (span->footnote < 0 && !span->plain) {
        uint32_t colour = line->flow->layout->palette[COLOUR_PRIMARY];
        struct mark *rule = slab_mark(line->flow, MARK_LINE);
        rule->x = line->link_x;
        rule->y = line->baseline + 1800;
        rule->width = x - line->link_x;
        rule->stroke = colour;
        rule->stroke_width = 350;
        rule->dash = span->key.length ? 900 : 0;
    }
    struct mark *mark = slab_mark(line->flow, MARK_LINK);
    mark->tag = span->tag;
    mark->x = line->link_x;
    mark->width = x - line->link_x;
    mark->height = leading;
    mark->link = span->link;
    mark->title = span->title;
}

static void image_mark(struct line *line, const struct run *run, int32_t width)
{
    int tag = line->tag == TAG_ARTIFACT ? TAG_ARTIFACT : line->paragraph->spans[run->span].tag;
    int32_t y = line->baseline - run->image_height + run->image_height / 6;
    for (int i = 0; i < (tag == TAG_ARTIFACT ? 1 : 2); i++) {
        struct mark *mark = slab_mark(line->flow, i ? (enum mark_kind)MARK_BOX : MARK_IMAGE);
        mark->tag = tag;
        mark->x = line->x;
        mark->y = y;
        mark->width = width;
        mark->height = run->image_height;
        mark->image = run->image;
    }
    if (tag != TAG_ARTIFACT)
        line->flow->layout->pages->tags[tag].alternative = run->alternative;
}

static void spans_note(struct line *line, int span)
{
    if (line->tag == TAG_ARTIFACT)
        return;
    for (; span >= 0; span = line->paragraph->spans[span].outer) {
        struct span *at = &line->paragraph->spans[span];
        if (at->is_said)
            continue;
        at->is_said = true;
        slab_anchor(line->flow, at->anchor);
        if (at->footnote < 0)
            continue;
        struct slab *slab = slab_last(line->flow);
        if (!slab->footnote_count++)
            slab->footnote = (size_t)at->footnote;
    }
}

static void stretch_set(struct line *line, const struct stretch *stretch)
{
    const struct paragraph *paragraph = line->paragraph;
    const struct run *run = &paragraph->runs[paragraph->atoms[stretch->first].run];
    int link = span_link(paragraph, run->span);
    if (link != line->link) {
        link_end(line, line->end);
        line->link = link;
        line->link_x = line->x;
    }
    spans_note(line, run->span);
    int32_t width = stretch->width;
    if (run->image) {
        image_mark(line, run, width);
    } else {
        struct str text = stretch_text(line, stretch);
        /* Where a word was cut between any two signs, their widths were added up without kerning. */
        if (stretch->ends_line && line->to->kind == BREAK_RULE)
            width = width_of(line->flow->layout, run->style, text);
        struct mark *mark = slab_mark(line->flow, MARK_TEXT);
        mark->tag = line->tag == TAG_ARTIFACT || run->span < 0 ? line->tag : paragraph->spans[run->span].tag;
        mark->x = line->x;
        mark->y = line->baseline - run->raise;
        mark->width = width + (stretch->ends_line && line->to->kind == BREAK_HYPHEN ? line->to->sign : 0);
        mark->text = text;
        mark->style = run->style;
        mark->word_gap = line->gap;
        mark->language = span_language(paragraph, run->span);
    }
    line->x += width;
    line->end = line->x;
    if (paragraph->atoms[stretch->last].after == AFTER_BLANK && !stretch->ends_line)
        line->x += blank_after(paragraph, stretch->last) + line->gap;
}

static void rule_set(struct line *line, const struct breakpoint *to)
{
    struct mark *rule = slab_mark(line->flow, MARK_LINE);
    rule->x = line->x + to->sign / 2;
    rule->y = line->baseline + to->sign / 2;
    rule->height = -3 * to->sign;
    rule->stroke = line->flow->layout->palette[COLOUR_ACCENT];
    rule->stroke_width = 700;
}

static void line_marks(struct line *line)
{
    size_t first = line->from ? line->from->atom + (line->from->cut ? 0 : 1) : 0;
    for (size_t i = first; i <= line->to->atom;) {
        struct stretch stretch = stretch_at(line, i, line->to->atom);
        stretch_set(line, &stretch);
        i = stretch.last + 1;
    }
    link_end(line, line->end);
    if (line->to->kind == BREAK_RULE)
        rule_set(line, line->to);
}

void label_set(struct flow *flow, int32_t baseline)
{
    struct label *label = flow->label;
    if (!label || label->is_set)
        return;
    label->is_set = true;
    slab_text(flow, label->x, baseline, style_of(flow, label->element), label->text, label->tag);
}

static int32_t line_width(const struct breakpoint *from, const struct breakpoint *to)
{
    return (int32_t)(to->end - (from ? from->start : 0) + to->sign);
}

static void line_set(struct line *line, struct line_options options, const struct measure *measure)
{
    struct flow *flow = line->flow;
    struct slab *slab = slab_open(flow);
    slab->height = leading_of(flow, line->paragraph->element);
    label_set(flow, line->baseline);
    line->gap = paragraph_gap(line->from, line->to, measure);
    int32_t slack = (int32_t)measure->width - line_width(line->from, line->to);
    line->x = flow->x + options.indent;
    if (options.align == ANCHOR_END)
        line->x += slack;
    else if (options.align == ANCHOR_MIDDLE)
        line->x += slack / 2;
    line->link = -1;
    line_marks(line);
}

/* ---- the whole ---- */

/* A figure leads to its line in the annex, if there is one. */
static void span_key(struct flow *flow, struct span *span, int outer)
{
    struct key_use use = span->back ? key_back(flow, span->key, outer) : key_use(flow, span->key, outer);
    span->tag = use.tag;
    span->link = use.link;
    span->title = use.title;
    span->anchor = use.anchor;
}

static void spans_tag(struct flow *flow, const struct paragraph *paragraph, int tag)
{
    for (size_t i = 0; i < paragraph->span_count; i++) {
        struct span *span = &paragraph->spans[i];
        int outer = span->outer < 0 ? tag : paragraph->spans[span->outer].tag;
        if (span->key.length) {
            span_key(flow, span, outer);
            continue;
        }
        span->tag = tag_add(flow->layout, span->role, outer);
        if (span->tag != TAG_ARTIFACT)
            flow->layout->pages->tags[span->tag].language = span->language;
    }
}

/* No line of a paragraph stands alone at the foot or the head of a page. */
static void lines_keep(struct slabs *slabs, size_t first, size_t count)
{
    if (count > 1)
        slabs->at[first].keep = slabs->at[first + count - 2].keep = true;
}

static struct measure measure_of(const struct flow *flow, const struct paragraph *paragraph, int32_t indent)
{
    bool running = element_styles[paragraph->element].flags & STYLE_RUNNING;
    int32_t right = flow->x + flow->width, most = flow->layout->geometry[flow->landscape].left + STYLE_MEASURE;
    /* Not in a column that stands to the right of where running text ends. */
    if (running && right > most && flow->x + STYLE_MEASURE / 2 < most)
        right = most;
    int64_t width = right - flow->x - indent;
    width = width > WIDTH_LEAST ? width : WIDTH_LEAST;
    return (struct measure){.width = width,
                            .blank = paragraph->blank,
                            .justify = running && flow->layout->style->justify && width >= JUSTIFIED_LEAST,
                            .rag = (int32_t)(width / 3 < RAG_MOST ? width / 3 : RAG_MOST)};
}

size_t lines_set(struct flow *flow, const struct paragraph *paragraph, struct line_options options)
{
    if (!paragraph->atom_count)
        return 0;
    size_t first = flow->slabs->count;
    spans_tag(flow, paragraph, options.tag);
    struct measure measure = measure_of(flow, paragraph, options.indent);
    struct line line = {
        .flow = flow, .paragraph = paragraph, .baseline = baseline_of(flow, paragraph->element), .tag = options.tag};
    size_t count = 1;
    if (paragraph->natural <= measure.width && !paragraph->forced) {
        struct breakpoint end = {.atom = (uint32_t)paragraph->atom_count - 1,
                                 .kind = BREAK_FORCED,
                                 .end = paragraph->natural,
                                 .start = paragraph->natural};
        line.to = &end;
        line_set(&line, options, &measure);
    } else {
        count = lines_choose(flow->layout, paragraph, &measure);
        const struct line_scratch *scratch = flow->layout->lines;
        for (size_t i = 0; i < count; i++) {
            line.from = i ? &scratch->breaks.at[scratch->chosen[i - 1]] : NULL;
            line.to = &scratch->breaks.at[scratch->chosen[i]];
            line_set(&line, options, &measure);
        }
    }
    const struct element_style *row = &element_styles[paragraph->element];
    lines_keep(flow->slabs, first, count);
    flow->slabs->at[first].before = row->before * flow->size / 100;
    slab_last(flow)->after = row->after * flow->size / 100;
    return count;
}
