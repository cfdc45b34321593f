/* How a table fits: at its size, smaller, with broken words, on a landscape page, in the end cut into parts that
 * repeat the first column. Its tags are one table whatever happens to its marks. */
#include "page.h"
#include "table.h"

#define SMALL_TABLE 150000 /* stays on one page */
#define FIRST_MOST 40      /* per cent of the width that a repeated first column may take */

static const int32_t sizes[] = {100, 94, 88};

/* A group's title spans the table when nothing else stands in its row. */
static void group_span(struct grid *grid, struct content *contents)
{
    for (size_t c = 1; c < grid->column_count; c++)
        if (contents[c].kind != CONTENT_NONE)
            return;
    if (contents[0].kind == CONTENT_PARAGRAPH)
        contents[0].span = (uint16_t)grid->column_count;
}

static void grid_read(struct flow *flow, struct grid *grid)
{
    const struct table *table = grid->table;
    bool titles = false;
    for (size_t c = 0; c < grid->column_count; c++) {
        grid->columns[c] = (struct grid_column){.align = table->columns[c].align, .shown = true};
        grid->header[c] = content_title(flow, &table->columns[c]);
        titles = titles || grid->header[c].kind != CONTENT_NONE;
    }
    if (!titles)
        grid->header = NULL;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct table_row *row = &table->rows[r];
        struct content *contents = &grid->cells[r * grid->column_count];
        for (size_t c = 0; c < grid->column_count; c++) {
            contents[c] = content_of(flow, table, &row->cells[c], row->kind, table->columns[c].align);
            if (contents[c].span > grid->column_count - c)
                contents[c].span = (uint16_t)(grid->column_count - c);
        }
        if (row->kind == ROW_GROUP)
            group_span(grid, contents);
    }
}

static struct grid grid_new(struct flow *flow, const struct table *table, int32_t size)
{
    struct arena *arena = flow->layout->arena;
    struct grid grid = {
        .table = table, .column_count = table->column_count, .size = size, .tag = -1, .head = -1, .body = -1};
    grid.columns = ARENA_ARRAY(arena, struct grid_column, grid.column_count);
    grid.header = ARENA_ARRAY(arena, struct content, grid.column_count);
    grid.cells = ARENA_ARRAY(arena, struct content, grid.column_count * table->row_count);
    grid.row_tags = ARENA_ARRAY(arena, int, table->row_count);
    for (size_t r = 0; r < table->row_count; r++)
        grid.row_tags[r] = -1;
    struct flow sized = *flow;
    sized.size = size;
    grid_read(&sized, &grid);
    grid_measure(&grid);
    return grid;
}

/* ---- one part of the table, or all of it ---- */

static void repeats_set(struct flow *flow, struct grid *grid, int *header)
{
    *header = -1;
    if (!grid->header)
        return;
    struct flow spare = *flow;
    spare.slabs = &flow->layout->spare;
    spare.tag = TAG_ARTIFACT;
    *header = (int)spare.slabs->count;
    header_set(&spare, grid, TAG_ARTIFACT);
}

static int group_repeat(struct flow *flow, struct grid *grid, size_t row)
{
    struct flow spare = *flow;
    spare.slabs = &flow->layout->spare;
    spare.tag = TAG_ARTIFACT;
    int group = (int)spare.slabs->count;
    group_again(&spare, grid, row);
    return group;
}

static int32_t tallest_row(const struct flow *flow, int header)
{
    const struct geometry *page = &flow->layout->geometry[flow->landscape];
    int32_t head = header >= 0 ? flow->layout->spare.at[header].height : 0;
    int32_t room = page->bottom - page->top;
    return head * 2 > room ? room : room - head - 40000;
}

static void rows_set(struct flow *flow, struct grid *grid, int header)
{
    int group = -1;
    int32_t tallest = tallest_row(flow, header);
    for (size_t r = 0; r < grid->table->row_count; r++) {
        enum row_kind kind = grid->table->rows[r].kind;
        size_t first = flow->slabs->count;
        row_set(flow, grid, r, tallest);
        for (size_t i = first; i < flow->slabs->count; i++) {
            struct slab *slab = &flow->slabs->at[i];
            slab->repeat = header;
            slab->repeat_count = header >= 0;
            slab->group = kind == ROW_PLAIN ? group : -1;
        }
        if (kind == ROW_GROUP) {
            slab_last(flow)->keep = true;
            group = group_repeat(flow, grid, r);
        } else if (kind == ROW_TOTAL && first > 0) {
            flow->slabs->at[first - 1].keep = true;
        }
    }
}

/* Neither the first row nor the last stands alone; a small table is not cut at all. */
static void rows_keep(struct flow *flow, size_t first, size_t body)
{
    struct slabs *slabs = flow->slabs;
    if (slabs->count == first)
        return;
    if (slabs_height(slabs, first, slabs->count) <= SMALL_TABLE)
        slabs_keep(slabs, first, slabs->count - 1);
    slabs_keep(slabs, first, body);
    if (slabs->count > body + 1)
        slabs->at[body].keep = slabs->at[slabs->count - 2].keep = true;
}

static void part_set(struct flow *flow, struct grid *grid, size_t first)
{
    int header;
    repeats_set(flow, grid, &header);
    if (grid->header) {
        if (grid->head < 0)
            grid->head = tag_add(flow->layout, TAG_TR, tag_add(flow->layout, TAG_THEAD, grid->tag));
        header_set(flow, grid, grid->head);
    }
    if (grid->body < 0 && grid->table->row_count)
        grid->body = tag_add(flow->layout, TAG_TBODY, grid->tag);
    size_t body = flow->slabs->count;
    rows_set(flow, grid, header);
    rows_keep(flow, first, body);
}

/* ---- caption and notes ---- */

static void caption_set(struct flow *flow, struct str text, int tag)
{
    struct paragraph paragraph = paragraph_of_text(flow, ELEMENT_CAPTION, text);
    if (!paragraph.atom_count)
        return;
    size_t first = flow->slabs->count;
    lines_set(flow, &paragraph, (struct line_options){.tag = tag});
    slabs_keep(flow->slabs, first, flow->slabs->count);
}

static void notes_set(struct flow *flow, const struct table *table)
{
    struct flow inner = *flow;
    inner.body = ELEMENT_TABLE_NOTE;
    size_t before = flow->slabs->count;
    if (table->note)
        blocks_set(&inner, table->note->first);
    if (table->audience_note.length) {
        struct paragraph paragraph = paragraph_of_text(&inner, ELEMENT_TABLE_NOTE, table->audience_note);
        lines_set(&inner, &paragraph, (struct line_options){.tag = tag_add(flow->layout, TAG_P, flow->tag)});
    }
    if (flow->slabs->count > before && before)
        flow->slabs->at[before - 1].keep = true;
    if (flow->slabs->count)
        slab_last(flow)->after = 13500;
}

/* ---- cut by columns ---- */

/* The columns of the next part: as many from `from` on as fit with the first one. At least one. */
static size_t part_columns(struct grid *grid, size_t from, int32_t room)
{
    int64_t used = from ? grid->columns[0].least + 2 * TABLE_PADDING : 0;
    size_t to = from;
    for (; to < grid->column_count; to++) {
        used += grid->columns[to].least + 2 * TABLE_PADDING;
        if (used > room && to > from)
            break;
    }
    for (size_t c = 0; c < grid->column_count; c++)
        grid->columns[c].shown = c == 0 || (c >= from && c < to);
    return to;
}

/* No column wider than the page, even alone. */
static void columns_cap(struct grid *grid, int32_t room)
{
    for (size_t c = 0; c < grid->column_count; c++) {
        int64_t most = (int64_t)room * (c ? 100 - FIRST_MOST : FIRST_MOST) / 100 - 2 * TABLE_PADDING;
        if (grid->column_count == 1)
            most = room - 2 * TABLE_PADDING;
        struct grid_column *column = &grid->columns[c];
        column->least = column->least > most ? most : column->least;
        column->natural = column->natural > 4 * most ? 4 * most : column->natural;
    }
}

static void parts_set(struct flow *flow, struct grid *grid, int caption)
{
    struct str again = str_print(flow->layout->arena, "%.*s (%.*s)", STR_ARG(grid->table->caption),
                                 STR_ARG(document_word(flow->layout->document, "continued")));
    columns_cap(grid, flow->width);
    for (size_t from = 0; from < grid->column_count;) {
        size_t first = flow->slabs->count;
        grid->rest = from > 0;
        caption_set(flow, from ? again : grid->table->caption, from ? TAG_ARTIFACT : caption);
        from = part_columns(grid, from, flow->width);
        grid_fit(flow->layout->arena, grid, flow->x, flow->width);
        part_set(flow, grid, first);
        slab_last(flow)->after = 13500;
    }
}

/* ---- the whole ---- */

/* Longest words may be broken: what a column must have is then a part of its longest word. */
static void columns_break_words(struct grid *grid)
{
    for (size_t c = 0; c < grid->column_count; c++) {
        struct grid_column *column = &grid->columns[c];
        int64_t part = column->least * 6 / 10;
        column->least = part > column->rigid ? part : column->rigid;
    }
}

static bool grid_try(struct flow *flow, const struct table *table, struct grid *grid)
{
    size_t footnotes = flow->layout->footnotes.count;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        flow->layout->footnotes.count = footnotes; /* those of the last try are the ones set */
        *grid = grid_new(flow, table, sizes[i]);
        if (grid_fit(flow->layout->arena, grid, flow->x, flow->width))
            return true;
    }
    if (!flow->layout->style->hyphenator)
        return false;
    columns_break_words(grid);
    return grid_fit(flow->layout->arena, grid, flow->x, flow->width);
}

/* On landscape pages, with what was to stay with the table. */
static struct flow flow_turned(struct flow *flow)
{
    const struct geometry *page = &flow->layout->geometry[true];
    struct flow turned = *flow;
    turned.landscape = true;
    turned.x = page->left;
    turned.width = page->right - page->left;
    for (size_t i = flow->slabs->count; i > 0 && flow->slabs->at[i - 1].keep; i--)
        flow->slabs->at[i - 1].landscape = true;
    return turned;
}

static void grid_set(struct flow *flow, struct grid *grid, bool fits)
{
    struct layout *layout = flow->layout;
    grid->tag = tag_add(layout, TAG_TABLE, flow->tag);
    size_t first = flow->slabs->count;
    slab_open(flow)->keep = true;
    slab_anchor(flow, grid->table->id);
    int caption = grid->table->caption.length ? tag_add(layout, TAG_CAPTION, grid->tag) : TAG_ARTIFACT;
    if (fits) {
        caption_set(flow, grid->table->caption, caption);
        part_set(flow, grid, first);
    } else {
        parts_set(flow, grid, caption);
    }
    slab_last(flow)->after = 13500;
    notes_set(flow, grid->table);
}

void table_set(struct flow *flow, const struct table *table)
{
    if (!table || !table->column_count)
        return;
    struct grid grid;
    struct flow turned = *flow;
    size_t footnotes = flow->layout->footnotes.count;
    bool fits = grid_try(flow, table, &grid);
    if (!fits && !flow->landscape && flow->slabs == &flow->layout->slabs && flow->frame < 0) {
        flow->layout->footnotes.count = footnotes;
        turned = flow_turned(flow);
        fits = grid_try(&turned, table, &grid);
    }
    grid_set(&turned, &grid, fits);
}
