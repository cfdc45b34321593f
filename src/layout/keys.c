/* Keys of figures, sorted, each with whether the document shows it. */
#include "keys.h"

#include <stdlib.h>

struct key {
    struct str name;
    bool shown;
};

static int key_compare(const void *a, const void *b)
{
    return str_compare(((const struct key *)a)->name, ((const struct key *)b)->name);
}

void keys_take(struct layout *layout, const struct table *table)
{
    for (size_t r = 0; table->column_count && r < table->row_count; r++) {
        const struct cell *cell = &table->rows[r].cells[0];
        if (cell->inlines && cell->inlines->anchor.length)
            PUSH(layout->arena, &layout->keys)->name = cell->inlines->anchor;
    }
}

void keys_order(struct layout *layout)
{
    if (layout->keys.count)
        qsort(layout->keys.at, layout->keys.count, sizeof *layout->keys.at, key_compare);
}

static struct key *key_find(struct layout *layout, struct str name)
{
    struct key wanted = {.name = name};
    if (!name.length || !layout->keys.count)
        return NULL;
    return bsearch(&wanted, layout->keys.at, layout->keys.count, sizeof *layout->keys.at, key_compare);
}

/* What the annex says of a figure, for those who hear the link. */
static struct str key_title(const struct layout *layout, struct str name)
{
    const struct provenance *provenance = document_provenance(layout->document, name);
    return provenance ? provenance->label : name;
}

struct key_use key_use(struct flow *flow, struct str name, int tag)
{
    struct layout *layout = flow->layout;
    struct key_use use = {.tag = tag};
    struct key *key = tag == TAG_ARTIFACT ? NULL : key_find(layout, name);
    if (!key)
        return use;
    use.link = str_print(layout->arena, "#%.*s", STR_ARG(name));
    use.title = key_title(layout, name);
    if (!key->shown)
        use.anchor = str_print(layout->arena, "from:%.*s", STR_ARG(name));
    key->shown = true;
    use.tag = tag_add(layout, TAG_LINK, tag);
    return use;
}

struct key_use key_back(struct flow *flow, struct str name, int tag)
{
    struct layout *layout = flow->layout;
    struct key_use use = {.tag = tag, .anchor = tag == TAG_ARTIFACT ? STR_NONE : name};
    const struct key *key = tag == TAG_ARTIFACT ? NULL : key_find(layout, name);
    if (!key || !key->shown)
        return use;
    use.link = str_print(layout->arena, "#from:%.*s", STR_ARG(name));
    use.title = key_title(layout, name);
    use.tag = tag_add(layout, TAG_LINK, tag);
    return use;
}

void key_place(struct flow *flow, const struct key_use *use, int32_t x, int32_t y, int32_t width, int32_t height)
{
    slab_anchor(flow, use->anchor);
    if (!use->link.length)
        return;
    struct mark *mark = slab_mark(flow, MARK_LINK);
    mark->tag = use->tag;
    mark->x = x;
    mark->y = y;
    mark->width = width;
    mark->height = height;
    mark->link = use->link;
    mark->title = use->title;
}
