/* Lists, in lists, with bullets or numbers. */
#include "inlines.h"

#define BULLET_INDENT 13000
#define LABEL_GAP 5000

static struct str label_text(struct flow *flow, const struct node *list, int number)
{
    if (list->ordered)
        return str_print(flow->layout->arena, "%d.", number);
    return flow->label ? STR("\xE2\x80\x93") : STR("\xE2\x80\xA2");
}

static int32_t list_indent(struct flow *flow, const struct node *list, enum element element)
{
    if (!list->ordered)
        return BULLET_INDENT;
    int last = list->start - 1;
    for (const struct node *item = list->first; item; item = item->next)
        last++;
    struct str widest = str_print(flow->layout->arena, "%d.", last);
    return width_of(flow->layout, style_of(flow, element), widest) + LABEL_GAP;
}

static enum element item_element(const struct flow *flow)
{
    return flow->body == ELEMENT_BODY ? ELEMENT_ITEM : flow->body;
}

static void item_set(struct flow *flow, const struct node *item, struct str text, int32_t indent, int list_tag)
{
    struct layout *layout = flow->layout;
    int tag = tag_add(layout, TAG_LI, list_tag);
    struct flow inner = *flow;
    struct label label = {.text = text, .tag = tag_add(layout, TAG_LBL, tag), .element = item_element(flow)};
    struct text_style style = style_of(flow, label.element);
    inner.tag = tag_add(layout, TAG_LBODY, tag);
    inner.label = &label;
    inner.body = label.element;
    flow_inset(&inner, indent, 0);
    label.x = inner.x - LABEL_GAP - width_of(layout, style, text);
    if (!item->first || (item->first->kind != NODE_PARAGRAPH && !node_is_inline(item->first->kind))) {
        slab_open(&inner)->height = leading_of(flow, label.element);
        slab_last(&inner)->keep = item->first != NULL;
        label_set(&inner, baseline_of(flow, label.element));
    }
    blocks_set(&inner, item->first);
}

/* A list cut after this item has its first one alone on a page, or its last. */
static bool leaves_one(const struct node *list, const struct node *item)
{
    return item->next && (item == list->first || !item->next->next);
}

void list_set(struct flow *flow, const struct node *list)
{
    int tag = tag_add(flow->layout, TAG_L, flow->tag);
    int number = list->ordered ? list->start : 0;
    int32_t indent = list_indent(flow, list, item_element(flow));
    for (const struct node *item = list->first; item; item = item->next, number++) {
        size_t before = flow->slabs->count;
        item_set(flow, item, label_text(flow, list, number), indent, tag);
        if (flow->slabs->count == before)
            continue;
        slab_last(flow)->white = leaves_one(list, item) ? WHITE_FOR_ITEMS : 0;
        if (!list->tight)
            slab_last(flow)->after = 6750;
    }
    if (flow->slabs->count)
        slab_last(flow)->after = element_styles[flow->body].after;
}
