/* Cells over several rows. Their text hangs from the first of them: rows that it reaches are not parted by a page
 * break, the last one is made higher where they are too low for it, and rules between them stop at the cell. */
#include "page.h"
#include "table.h"

bool *spans_hang(struct flow *flow, struct grid *grid, const struct content *contents)
{
    bool *hangs = NULL;
    for (size_t c = 0; c < grid->column_count; c++) {
        if (contents[c].rows < 2 || !grid->columns[c].shown)
            continue;
        if (!hangs)
            hangs = ARENA_ARRAY(flow->layout->arena, bool, grid->column_count);
        hangs[c] = true;
    }
    return hangs;
}

static void hang(struct grid *grid, size_t column, const struct content *content, const struct beside *cells)
{
    const struct slabs *slabs = &cells->at[column];
    grid->hanging[column] =
        (struct hanging){.rows = content->rows, .height = slabs_height(slabs, 0, slabs->count) + 2 * cells->padding};
}

void spans_follow(struct flow *flow, struct grid *grid, const struct content *contents, const struct beside *cells)
{
    struct slab *slab = slab_last(flow);
    int32_t more = 0;
    for (size_t c = 0; c < grid->column_count; c++) {
        struct hanging *hanging = &grid->hanging[c];
        if (cells->hangs && cells->hangs[c])
            hang(grid, c, &contents[c], cells);
        if (!hanging->rows)
            continue;
        hanging->height -= slab->height;
        if (--hanging->rows)
            continue;
        more = hanging->height > more ? hanging->height : more;
        hanging->height = 0;
    }
    slab->height += more;
    for (size_t c = 0; c < grid->column_count; c++) {
        slab->keep = slab->keep || grid->hanging[c].height > 0;
        slab->white = grid->hanging[c].rows > 0 ? WHITE_FOR_TEXT : slab->white;
    }
}
