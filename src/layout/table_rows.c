/* Rows as slabs. The cells of a row are set beside each other, each in slabs of its own, which then become one; a row
 * taller than a page becomes one slab for each line instead, so that it can be cut there and nowhere else. */
#include "page.h"
#include "table.h"

#define HANGING_MOST 300000 /* a higher cell stands in its first row alone */

static bool is_set(const struct grid *grid, size_t column)
{
    return grid->columns[column].shown;
}

/* Width that a cell has, over the columns that it spans. */
static int32_t span_width(const struct grid *grid, size_t column, uint16_t span)
{
    int32_t width = 0;
    for (size_t c = column; c < grid->column_count && c < column + span; c++)
        width += is_set(grid, c) ? grid->columns[c].width : 0;
    return width;
}

static int cell_tag(struct layout *layout, const struct grid *grid, const struct content *content, size_t column,
                    int row_tag, bool head, enum row_kind kind)
{
    if (row_tag == TAG_ARTIFACT || (grid->rest && column == 0))
        return TAG_ARTIFACT;
    bool header = head || kind == ROW_GROUP || (content->cell && content->cell->header);
    int tag = tag_add(layout, header ? TAG_TH : TAG_TD, row_tag);
    layout->pages->tags[tag].row_header = header && !head;
    layout->pages->tags[tag].column_span = content->span > 1 ? content->span : 0;
    layout->pages->tags[tag].row_span = content->rows > 1 ? content->rows : 0;
    return tag;
}

static struct beside cells_set(struct flow *flow, struct grid *grid, struct content *contents, int row_tag, bool head,
                               enum row_kind kind)
{
    struct layout *layout = flow->layout;
    struct beside cells = {.count = grid->column_count, .from_foot = head};
    cells.padding = grid->table->dense ? TABLE_ROW_DENSE : TABLE_ROW_PADDING;
    cells.at = ARENA_ARRAY(layout->arena, struct slabs, grid->column_count);
    cells.hangs = spans_hang(flow, grid, contents);
    for (size_t c = 0; c < grid->column_count; c += contents[c].span ? contents[c].span : 1) {
        if (!is_set(grid, c) || contents[c].covered)
            continue;
        struct flow cell = *flow;
        cell.slabs = &cells.at[c];
        cell.tag = cell_tag(layout, grid, &contents[c], c, row_tag, head, kind);
        cell.x = grid->columns[c].x + grid->columns[c].padding - TABLE_PADDING;
        cell.width = span_width(grid, c, contents[c].span ? contents[c].span : 1) - grid->columns[c].padding;
        cell.body = ELEMENT_CELL;
        cell.size = grid->size;
        cell.frame = -1;
        cell.label = NULL;
        content_set(&cell, &contents[c], &grid->columns[c], grid->attempt->flush);
        if (cells.hangs && slabs_height(&cells.at[c], 0, cells.at[c].count) > HANGING_MOST)
            cells.hangs[c] = false;
    }
    return cells;
}

static void rule_set(struct flow *flow, int32_t x, int32_t width, int32_t y, enum colour colour, int32_t thickness)
{
    struct mark *rule = slab_mark(flow, MARK_LINE);
    rule->x = x;
    rule->y = y;
    rule->width = width;
    rule->stroke = flow->layout->palette[colour];
    rule->stroke_width = thickness;
}

/* Across the table, but for cells that go on in the next row. */
static void row_rule(struct flow *flow, const struct grid *grid, int32_t y, enum colour colour, int32_t thickness)
{
    int32_t from = 0, width = 0;
    for (size_t c = 0; c < grid->column_count; c++) {
        if (!is_set(grid, c))
            continue;
        bool goes_on = grid->hanging[c].rows > 0;
        if (goes_on && width)
            rule_set(flow, from, width, y, colour, thickness);
        from = width ? from : grid->columns[c].x;
        width = goes_on ? 0 : width + grid->columns[c].width;
    }
    if (width)
        rule_set(flow, from, width, y, colour, thickness);
}

/* What is behind a row, on each page that it reaches: a group's title is tinted, or every second row is. */
static int row_frame(struct flow *flow, struct grid *grid, enum row_kind kind)
{
    bool banded = flow->layout->style->banded;
    if (kind == ROW_GROUP)
        grid->plain_rows = 0;
    bool tinted = kind == ROW_PLAIN ? banded && grid->plain_rows++ % 2 : kind == ROW_GROUP && !banded;
    if (!tinted)
        return flow->frame;
    struct flow table = *flow;
    table.x = grid->columns[0].x;
    table.width = grid_width(grid);
    return frame_add(&table, flow->layout->palette[COLOUR_WASH], COLOUR_NONE);
}

static void row_set_as(struct flow *flow, struct grid *grid, struct content *contents, int tag, enum row_kind kind,
                       int32_t tallest, bool ruled)
{
    struct flow row = *flow;
    row.frame = row_frame(flow, grid, kind);
    slab_open(&row);
    if (kind == ROW_TOTAL)
        row_rule(&row, grid, 0, COLOUR_PRIMARY, 800);
    struct beside cells = cells_set(&row, grid, contents, tag, false, kind);
    size_t first = flow->slabs->count;
    beside_join(&row, &cells, tallest);
    if (flow->slabs->count == first)
        spans_follow(&row, grid, contents, &cells);
    if (ruled)
        row_rule(&row, grid, slab_last(&row)->height, COLOUR_RULE, 350);
}

void row_set(struct flow *flow, struct grid *grid, size_t row, int32_t tallest)
{
    if (grid->row_tags[row] < 0 && grid->body >= 0)
        grid->row_tags[row] = tag_add(flow->layout, TAG_TR, grid->body);
    bool last = row + 1 == grid->table->row_count, banded = flow->layout->style->banded;
    enum row_kind kind = grid->table->rows[row].kind;
    row_set_as(flow, grid, &grid->cells[row * grid->column_count], grid->row_tags[row], kind, tallest,
               !banded || last || kind == ROW_GROUP);
}

void header_set(struct flow *flow, struct grid *grid, int tag)
{
    slab_open(flow);
    struct beside cells = cells_set(flow, grid, grid->header, tag, true, ROW_PLAIN);
    beside_join(flow, &cells, INT32_MAX);
    row_rule(flow, grid, slab_last(flow)->height, COLOUR_PRIMARY, 800);
}

void group_again(struct flow *flow, struct grid *grid, size_t row)
{
    struct layout *layout = flow->layout;
    const struct content *title = &grid->cells[row * grid->column_count];
    struct content *contents = ARENA_ARRAY(layout->arena, struct content, grid->column_count);
    struct str words = str_print(layout->arena, "%.*s (%.*s)", STR_ARG(title->paragraph.text),
                                 STR_ARG(document_word(layout->document, "continued")));
    struct flow sized = *flow;
    sized.size = grid->size;
    contents[0] = (struct content){.kind = CONTENT_PARAGRAPH,
                                   .paragraph = paragraph_of_text(&sized, ELEMENT_CELL_GROUP, words),
                                   .span = title->span};
    row_set_as(flow, grid, contents, TAG_ARTIFACT, ROW_GROUP, INT32_MAX, true);
}
