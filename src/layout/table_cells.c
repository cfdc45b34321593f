/* What stands in a cell: text, a number on its decimal mark with what is said beside it, a state by word and shape,
 * a small drawing. */
#include "breakpoints.h"
#include "keys.h"
#include "table.h"

#define SPARK_WIDTH 42000
#define SPARK_HEIGHT 8500
#define PROGRESS_WIDTH 40000
#define PROGRESS_HEIGHT 4500
#define SHAPE 5500 /* of a state */
#define SHAPE_GAP 3500
#define STATUS_MOST 90000 /* wider than any number or date */
#define STATUS_LINE 66000 /* a state of a word or two stays on its line; "this quarter" may go to the next */
#define RIGID_TEXT 20000
#define DATE_LINE 84000 /* no date is longer */
#define BESIDE_GAP 3000
#define DECIMAL_MOST 160000 /* longer "numbers" are sentences */

static enum element element_of(enum row_kind row)
{
    return row == ROW_GROUP ? ELEMENT_CELL_GROUP : row == ROW_TOTAL ? ELEMENT_CELL_TOTAL : ELEMENT_CELL;
}

/* What no column may be too narrow for, even where words are broken: a number or a date is never cut. */
static int64_t rigid_of(const struct paragraph *paragraph)
{
    for (size_t i = 0; paragraph->widest < STATUS_MOST && i < paragraph->text.length; i++)
        if (rune_is_digit((unsigned char)paragraph->text.at[i]))
            return paragraph->widest;
    return paragraph->widest < RIGID_TEXT ? paragraph->widest : RIGID_TEXT;
}

/* What a column rather has room for: its longest word, or a date and nothing else, whole. */
static int64_t whole_of(const struct paragraph *paragraph)
{
    bool dated = false;
    size_t blanks = 0;
    for (size_t i = 0; paragraph->natural < DATE_LINE && i < paragraph->atom_count; i++) {
        dated = dated || break_parts_date(paragraph, i);
        blanks += paragraph->atoms[i].after == AFTER_BLANK;
    }
    return dated && blanks == 1 ? paragraph->natural : paragraph->widest;
}

static struct content content_paragraph(enum content_kind kind, struct paragraph paragraph, int32_t beside)
{
    if (!paragraph.atom_count && !beside)
        return (struct content){.kind = CONTENT_NONE};
    return (struct content){.kind = kind,
                            .paragraph = paragraph,
                            .least = paragraph.widest + beside,
                            .whole = whole_of(&paragraph) + beside,
                            .rigid = rigid_of(&paragraph) + beside,
                            .natural = paragraph.natural + beside};
}

/* Where the decimal mark of the first number is, or the end of its digits; SIZE_MAX when there are none. */
static size_t decimal_at(struct str shown, enum language language)
{
    uint32_t mark = language == LANGUAGE_FR ? ',' : '.';
    size_t end = SIZE_MAX;
    for (size_t at = 0; at < shown.length;) {
        size_t from = at;
        uint32_t rune = utf8_next(shown, &at);
        bool more = at < shown.length && rune_is_digit((unsigned char)shown.at[at]);
        if (rune_is_digit(rune))
            end = at;
        else if (end != SIZE_MAX &&
                 (rune == mark || !more || (rune != 0x202F && rune != 0xA0 && rune != ' ' && rune != ',')))
            return from;
    }
    return end;
}

static struct content content_decimal(struct flow *flow, const struct cell *cell, enum row_kind row)
{
    struct layout *layout = flow->layout;
    struct content content = {.kind = CONTENT_DECIMAL, .shown = cell->shown, .mark = cell->mark};
    content.style = style_of(flow, element_of(row));
    if (cell->state != FIGURE_COMPLETE && cell->state != FIGURE_PARTIAL && cell->state != FIGURE_RANGE)
        content.style.colour = layout->palette[COLOUR_MUTED];
    size_t at = decimal_at(cell->shown, layout->document->language);
    struct str left = str_slice(cell->shown, 0, at == SIZE_MAX ? cell->shown.length : at);
    content.left = width_of(layout, content.style, left);
    content.right = width_of(layout, content.style, cell->shown) - content.left;
    if (cell->mark.length)
        content.beside = BESIDE_GAP + width_of(layout, style_of(flow, ELEMENT_CELL_MARK), cell->mark);
    return content;
}

static struct content content_text(struct flow *flow, const struct cell *cell, enum element element)
{
    const struct node *first = cell->inlines ? cell->inlines->first : NULL;
    if (first && !node_is_inline(first->kind)) {
        if (first->next || first->kind != NODE_PARAGRAPH)
            return (struct content){.kind = CONTENT_BLOCKS,
                                    .blocks = first,
                                    .least = 60000,
                                    .whole = 60000,
                                    .rigid = 50000,
                                    .natural = 180000};
        first = first->first;
    }
    if (!first && cell->shown.length)
        return content_paragraph(CONTENT_PARAGRAPH, paragraph_of_text(flow, element, cell->shown), 0);
    struct span span = {.role = TAG_LINK, .outer = -1, .footnote = -1, .back = true, .plain = true};
    if (cell->inlines)
        span.key = cell->inlines->anchor;
    return content_paragraph(CONTENT_PARAGRAPH, paragraph_spanned(flow, element, first, STR_NONE, COLOUR_NONE, span),
                             0);
}

static struct content content_number(struct flow *flow, const struct cell *cell, enum row_kind row,
                                     enum column_align align)
{
    struct content content = content_decimal(flow, cell, row);
    if (align == ALIGN_DECIMAL && cell->span <= 1 && content.left + content.right + content.beside <= DECIMAL_MOST)
        return content;
    struct str shown = cell->shown;
    if (cell->mark.length)
        shown = str_print(flow->layout->arena, "%.*s %.*s", STR_ARG(cell->shown), STR_ARG(cell->mark));
    struct span span = {.role = TAG_LINK, .outer = -1, .footnote = -1, .key = cell->key, .plain = true};
    struct paragraph paragraph = paragraph_spanned(flow, element_of(row), NULL, shown, content.style.colour, span);
    return content_paragraph(CONTENT_PARAGRAPH, paragraph, 0);
}

struct content content_of(struct flow *flow, const struct table *table, const struct cell *cell, enum row_kind row,
                          enum column_align align)
{
    enum element element = element_of(row);
    struct content content = {.kind = CONTENT_NONE};
    switch (cell->kind) {
    case CELL_EMPTY:
        break;
    case CELL_TEXT:
        content = content_text(flow, cell, element);
        break;
    case CELL_NUMBER:
        content = content_number(flow, cell, row, align);
        break;
    case CELL_DATE:
        content = content_paragraph(CONTENT_PARAGRAPH, paragraph_of_text(flow, element, cell->shown), 0);
        break;
    case CELL_STATUS:
        content = content_paragraph(CONTENT_STATUS, paragraph_of_text(flow, element, cell->shown), SHAPE + SHAPE_GAP);
        if (content.natural < STATUS_LINE)
            content.least = content.whole = content.natural;
        break;
    case CELL_PROGRESS:
        content = content_paragraph(CONTENT_PROGRESS, paragraph_of_text(flow, element, cell->shown),
                                    PROGRESS_WIDTH + SHAPE_GAP);
        break;
    case CELL_SPARK:
        content = (struct content){.kind = CONTENT_SPARK,
                                   .least = SPARK_WIDTH,
                                   .whole = SPARK_WIDTH,
                                   .rigid = SPARK_WIDTH,
                                   .natural = SPARK_WIDTH};
        break;
    }
    content.cell = cell;
    content.span = cell->span > 1 ? cell->span : 1;
    (void)table;
    return content;
}

struct content content_title(struct flow *flow, const struct table_column *column)
{
    const struct node *first = column->title ? column->title->first : NULL;
    if (first && first->kind == NODE_PARAGRAPH)
        first = first->first;
    struct paragraph paragraph = first ? paragraph_of(flow, ELEMENT_CELL_HEADER, first)
                                       : paragraph_of_text(flow, ELEMENT_CELL_HEADER, column->name);
    struct content content = content_paragraph(CONTENT_PARAGRAPH, paragraph, 0);
    content.span = 1;
    return content;
}

/* ---- setting ---- */

static const enum anchor anchors[] = {[ALIGN_START] = ANCHOR_START,
                                      [ALIGN_END] = ANCHOR_END,
                                      [ALIGN_MIDDLE] = ANCHOR_MIDDLE,
                                      [ALIGN_DECIMAL] = ANCHOR_END};

/* Numbers of a column stand under each other by their decimal mark, the block of them at the column's right edge;
 * what has no digit ("n.r.") ends where the digits before the mark do. */
static void decimal_set(struct flow *flow, const struct content *content, const struct grid_column *column, bool flush)
{
    struct slab *slab = slab_open(flow);
    slab->height = leading_of(flow, ELEMENT_CELL);
    int32_t baseline = baseline_of(flow, ELEMENT_CELL), end = flow->x + flow->width;
    int32_t axis = end - column->beside - (flush ? content->right : column->right);
    struct str shown = content->shown;
    if (content->mark.length)
        shown = str_print(flow->layout->arena, "%.*s ", STR_ARG(shown));
    struct key_use use = key_use(flow, content->cell->key, flow->tag);
    struct mark *mark = slab_text(flow, axis - content->left, baseline, content->style, shown, use.tag);
    mark->width = content->left + content->right;
    key_place(flow, &use, axis - content->left, 0, content->left + content->right, leading_of(flow, ELEMENT_CELL));
    if (!content->mark.length)
        return;
    int32_t left = end - column->beside + BESIDE_GAP;
    if (column->below) {
        left = end - content->beside + BESIDE_GAP;
        slab_open(flow)->height = leading_of(flow, ELEMENT_CELL_MARK);
        baseline = baseline_of(flow, ELEMENT_CELL_MARK);
    }
    slab_text(flow, left, baseline, style_of(flow, ELEMENT_CELL_MARK), content->mark, flow->tag);
}

/* A shape for a state, so that it is told in grey as well. */
struct shape {
    enum colour colour;
    int points;        /* 0: a circle */
    int8_t x[8], y[8]; /* tenths of the shape's box */
    bool hollow;
};
static const struct shape shapes[TARGET_STATUSES] = {
    [TARGET_NONE] = {COLOUR_MUTED, 4, {0, 10, 10, 0}, {4, 4, 6, 6}, false},
    [TARGET_MET] = {COLOUR_GOOD, 0, {0}, {0}, false},
    [TARGET_EXCEEDED] = {COLOUR_GOOD, 4, {5, 10, 5, 0}, {0, 5, 10, 5}, false},
    [TARGET_ON_TRACK] = {COLOUR_GOOD, 3, {0, 10, 5}, {10, 10, 0}, false},
    [TARGET_WATCH] = {COLOUR_WATCH, 4, {0, 10, 10, 0}, {0, 0, 10, 10}, false},
    [TARGET_OFF_TRACK] = {COLOUR_BAD, 3, {0, 10, 5}, {0, 0, 10}, false},
    [TARGET_BACKWARD] = {COLOUR_BAD, 3, {10, 10, 0}, {0, 10, 5}, false},
    [TARGET_NOT_MEASURABLE] = {COLOUR_MUTED, 0, {0}, {0}, true},
};

static void shape_set(struct flow *flow, enum target_status status, int32_t x, int32_t y)
{
    const struct shape *shape = &shapes[status < TARGET_STATUSES ? status : TARGET_NONE];
    uint32_t colour = flow->layout->palette[shape->colour];
    if (!shape->points) {
        struct mark *circle = slab_rectangle(flow, x, y, SHAPE, SHAPE, shape->hollow ? COLOUR_NONE : colour);
        circle->radius = SHAPE / 2;
        circle->stroke = shape->hollow ? colour : COLOUR_NONE;
        circle->stroke_width = shape->hollow ? 800 : 0;
        return;
    }
    struct segment *segments = ARENA_ARRAY(flow->layout->arena, struct segment, (size_t)shape->points + 1);
    for (int i = 0; i < shape->points; i++)
        segments[i] = (struct segment){.kind = i ? SEGMENT_LINE : SEGMENT_MOVE,
                                       .x = {x + shape->x[i] * SHAPE / 10},
                                       .y = {y + shape->y[i] * SHAPE / 10}};
    segments[shape->points].kind = SEGMENT_CLOSE;
    struct mark *path = slab_mark(flow, MARK_PATH);
    path->segments = segments;
    path->segment_count = (size_t)shape->points + 1;
    path->fill = colour;
    path->x = x;
    path->y = y;
    path->width = path->height = SHAPE;
}

static void text_set(struct flow *flow, const struct content *content, enum column_align align, int32_t indent)
{
    struct line_options options = {.align = anchors[align], .tag = flow->tag, .indent = indent};
    lines_set(flow, &content->paragraph, options);
}

/* A drawing beside the first line of the cell's text. */
static void drawing_beside(struct flow *flow, const struct drawing *drawing, int32_t y, size_t first,
                           struct str alternative)
{
    int tag = TAG_ARTIFACT;
    if (alternative.length && flow->tag != TAG_ARTIFACT) {
        tag = tag_add(flow->layout, TAG_FIGURE, flow->tag);
        flow->layout->pages->tags[tag].alternative = alternative;
    }
    struct slab *slab = slab_open(flow);
    slab->height = flow->slabs->count - 1 == first ? leading_of(flow, ELEMENT_CELL) : 0;
    slab_drawing(flow, drawing, flow->x, y, tag);
}

static void spark_set(struct flow *flow, const struct content *content)
{
    const struct cell *cell = content->cell;
    uint32_t colour = flow->layout->palette[COLOUR_PRIMARY];
    int32_t width = flow->width < SPARK_WIDTH ? flow->width : SPARK_WIDTH;
    struct drawing *spark =
        chart_spark(flow->layout->arena, cell->series, cell->series_count, width, SPARK_HEIGHT, colour);
    drawing_beside(flow, spark, baseline_of(flow, ELEMENT_CELL) - SPARK_HEIGHT + 500, flow->slabs->count, cell->shown);
}

static void progress_set(struct flow *flow, const struct content *content, const struct grid_column *column)
{
    const struct cell *cell = content->cell;
    const uint32_t *palette = flow->layout->palette;
    size_t first = flow->slabs->count;
    /* The bar and its number end where the column's numbers do. */
    int64_t slack = flow->width - PROGRESS_WIDTH - SHAPE_GAP - content->paragraph.natural;
    if (column->align != ALIGN_START && slack > 0)
        flow_inset(flow, (int32_t)slack, 0);
    slab_open(flow)->keep = true;
    struct drawing *bar =
        chart_progress(flow->layout->arena, cell->number.is ? cell->number.approximate : 0, PROGRESS_WIDTH,
                       PROGRESS_HEIGHT, palette[COLOUR_PRIMARY], palette[COLOUR_RULE]);
    slab_drawing(flow, bar, flow->x, baseline_of(flow, ELEMENT_CELL) - PROGRESS_HEIGHT, TAG_ARTIFACT);
    if (content->paragraph.atom_count)
        text_set(flow, content, ALIGN_START, PROGRESS_WIDTH + SHAPE_GAP);
    else
        flow->slabs->at[first].height = leading_of(flow, ELEMENT_CELL);
}

static void status_set(struct flow *flow, const struct content *content)
{
    slab_open(flow)->keep = true;
    shape_set(flow, content->cell->status, flow->x, baseline_of(flow, ELEMENT_CELL) - SHAPE - 200);
    text_set(flow, content, ALIGN_START, SHAPE + SHAPE_GAP);
}

/* Over or under numbers with something beside them, text ends where the numbers do, if it can. */
static void paragraph_in(struct flow *flow, const struct content *content, const struct grid_column *column)
{
    struct flow inner = *flow;
    int64_t most = flow->width - column->beside;
    if (column->align == ALIGN_DECIMAL && content->paragraph.natural <= most && content->span <= 1)
        inner.width = (int32_t)most;
    text_set(&inner, content, column->align, 0);
}

void content_set(struct flow *flow, struct content *content, const struct grid_column *column, bool flush)
{
    switch (content->kind) {
    case CONTENT_NONE:
        break;
    case CONTENT_PARAGRAPH:
        paragraph_in(flow, content, column);
        break;
    case CONTENT_BLOCKS:
        blocks_set(flow, content->blocks);
        break;
    case CONTENT_DECIMAL:
        decimal_set(flow, content, column, flush);
        break;
    case CONTENT_SPARK:
        spark_set(flow, content);
        break;
    case CONTENT_PROGRESS:
        progress_set(flow, content, column);
        break;
    case CONTENT_STATUS:
        status_set(flow, content);
        break;
    }
}
