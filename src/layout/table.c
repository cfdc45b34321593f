/* How a table fits: at its size, smaller, with broken words, on a landscape page, in the end cut into parts that
 * repeat the first column. Its tags are one table whatever happens to its marks. */
#include "page.h"
#include "table.h"

#define SMALL_TABLE 260000 /* rather stays on one page */
#define TOTAL_TABLE 330000 /* so does one with a total */
#define ROWS_TOGETHER 4    /* rows of a table cut in two that a page shows at least, where it can choose */
#define SMALL_NOTES 70000  /* stay with the last row */
#define FIRST_MOST 40      /* per cent of the width that a repeated first column may take */

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

/* A group's title, and a sentence under it across the table: they stay with the row that follows. */
static bool introduces(const struct grid *grid, size_t row)
{
    const struct table_row *rows = grid->table->rows;
    bool across = grid->cells[row * grid->column_count].span == grid->column_count && grid->column_count > 1;
    return rows[row].kind == ROW_GROUP || (across && row > 0 && rows[row - 1].kind == ROW_GROUP);
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
        if (introduces(grid, r))
            slab_last(flow)->keep = true;
        if (kind == ROW_GROUP) {
            group = group_repeat(flow, grid, r);
        } else if (kind == ROW_TOTAL && first > 0) {
            flow->slabs->at[first - 1].keep = true;
        }
    }
}

/* Few rows at the head or the end of a page look lost: where there is room to choose, a page takes some more. */
static void rows_cling(struct slabs *slabs, size_t body)
{
    if (slabs->count < body + 2 * ROWS_TOGETHER)
        return;
    for (size_t i = 1; i < ROWS_TOGETHER; i++)
        slabs->at[body + i - 1].white = slabs->at[slabs->count - 1 - i].white = WHITE_FOR_TEXT;
}

/* Neither the first row nor the last stands alone, the last above a total neither; a small table is not cut at all. */
static void rows_keep(struct flow *flow, const struct grid *grid, size_t first, size_t body)
{
    struct slabs *slabs = flow->slabs;
    bool total = grid->table->rows[grid->table->row_count - 1].kind == ROW_TOTAL;
    if (slabs->count == first)
        return;
    rows_cling(slabs, body);
    if (slabs_height(slabs, first, slabs->count) <= (total ? TOTAL_TABLE : SMALL_TABLE))
        for (size_t i = first; i + 1 < slabs->count; i++)
            slabs->at[i].white = total ? WHITE_FOR_TOTAL : WHITE_FOR_ROWS;
    slabs_keep(slabs, first, body);
    if (slabs->count > body + 1)
        slabs->at[body].keep = slabs->at[slabs->count - 2].keep = true;
    if (total && slabs->count > body + 3)
        slabs->at[slabs->count - 3].keep = true;
}

static void part_set(struct flow *flow, struct grid *grid, size_t first)
{
    int header;
    repeats_set(flow, grid, &header);
    grid->plain_rows = 0;
    if (grid->header) {
        if (grid->head < 0)
            grid->head = tag_add(flow->layout, TAG_TR, tag_add(flow->layout, TAG_THEAD, grid->tag));
        header_set(flow, grid, grid->head);
    }
    if (grid->body < 0)
        grid->body = tag_add(flow->layout, TAG_TBODY, grid->tag);
    size_t body = flow->slabs->count;
    rows_set(flow, grid, header);
    rows_keep(flow, grid, first, body);
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
    if (flow->slabs->count > before && before) {
        bool whole = slabs_height(flow->slabs, before, flow->slabs->count) <= SMALL_NOTES;
        slabs_keep(flow->slabs, before - 1, whole ? flow->slabs->count - 1 : before);
    }
    if (flow->slabs->count)
        slab_last(flow)->after = 13500;
}

/* ---- cut by columns ---- */

/* The columns of the next part: as many from `from` on as fit with the first one. At least one. */
static size_t part_columns(struct grid *grid, size_t from, int32_t room)
{
    int64_t used = from ? grid->columns[0].least + grid->columns[0].padding : 0;
    size_t to = from;
    for (; to < grid->column_count; to++) {
        used += grid->columns[to].least + grid->columns[to].padding;
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
        int64_t most = (int64_t)room * (c ? 100 - FIRST_MOST : FIRST_MOST) / 100 - grid->columns[c].padding;
        if (grid->column_count == 1)
            most = room - grid->columns[c].padding;
        struct grid_column *column = &grid->columns[c];
        column->least = column->least > most ? most : column->least;
        column->natural = column->natural > 4 * most ? 4 * most : column->natural;
        column->tight = column->tight > 4 * most ? 4 * most : column->tight;
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

/* Nothing but words too long for their columns keeps it from fitting: a page on its side would not help. */
static bool fits_capped(struct grid *grid, int32_t room)
{
    columns_cap(grid, room);
    return part_columns(grid, 0, room) == grid->column_count;
}

/* ---- the whole ---- */

/* The heading just above has said it. */
static bool is_said_above(const struct layout *layout, struct str caption)
{
    return layout->headings.count && str_equal(layout->headings.at[layout->headings.count - 1].title, caption);
}

static void grid_set(struct flow *flow, struct grid *grid, bool fits)
{
    struct layout *layout = flow->layout;
    grid->tag = tag_add(layout, TAG_TABLE, flow->tag);
    size_t first = flow->slabs->count;
    slab_open(flow)->keep = true;
    slab_anchor(flow, grid->table->id);
    int caption = grid->table->caption.length && (!fits || !is_said_above(layout, grid->table->caption))
                      ? tag_add(layout, TAG_CAPTION, grid->tag)
                      : TAG_ARTIFACT;
    if (fits) {
        if (!is_said_above(layout, grid->table->caption))
            caption_set(flow, grid->table->caption, caption);
        part_set(flow, grid, first);
    } else {
        parts_set(flow, grid, caption);
    }
    slab_last(flow)->after = 13500;
    notes_set(flow, grid->table);
}

static bool may_turn(const struct flow *flow)
{
    return !flow->landscape && flow->slabs == &flow->layout->slabs && flow->frame < 0;
}

static struct flow flow_turned(const struct flow *flow)
{
    const struct geometry *page = &flow->layout->geometry[true];
    struct flow turned = *flow;
    turned.landscape = true;
    turned.x = page->left;
    turned.width = page->right - page->left;
    return turned;
}

/* The notes that cells call are counted anew by each try. */
static bool grid_retry(struct flow *flow, const struct table *table, struct grid *grid, size_t footnotes)
{
    flow->layout->footnotes.count = footnotes;
    return grid_try(flow, table, grid);
}

/* Upright if it can be, else on pages on their side; where neither helps, upright if only its longest words do not fit.
 */
void table_set(struct flow *flow, const struct table *table)
{
    /* A head without rows says nothing, and is no table to a screen reader. */
    if (!table || !table->column_count || !table->row_count)
        return;
    struct grid grid;
    size_t footnotes = flow->layout->footnotes.count;
    bool fits = grid_try(flow, table, &grid);
    if (fits || !may_turn(flow)) {
        grid_set(flow, &grid, fits);
        return;
    }
    struct flow turned = flow_turned(flow);
    fits = grid_retry(&turned, table, &grid, footnotes);
    if (!fits) {
        (void)grid_retry(flow, table, &grid, footnotes);
        if (fits_capped(&grid, flow->width)) {
            grid_set(flow, &grid, false);
            return;
        }
        (void)grid_retry(&turned, table, &grid, footnotes);
    }
    slabs_turn(flow->slabs);
    grid_set(&turned, &grid, fits);
}
