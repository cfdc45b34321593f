/* Lists, and terms with what is said of them. */
#include "beside.h"
#include "inlines.h"

#define BULLET_INDENT 13000
#define LABEL_GAP 5000
#define TERM_MOST 30 /* per cent of the width */
#define TERM_GAP 12000
#define FACT_WHOLE 200000 /* a longer one may go on over the page */

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

void list_set(struct flow *flow, const struct node *list)
{
    int tag = tag_add(flow->layout, TAG_L, flow->tag);
    int number = list->ordered ? list->start : 0;
    int32_t indent = list_indent(flow, list, item_element(flow));
    for (const struct node *item = list->first; item; item = item->next, number++) {
        size_t before = flow->slabs->count;
        item_set(flow, item, label_text(flow, list, number), indent, tag);
        if (flow->slabs->count > before && !list->tight)
            slab_last(flow)->after = 6750;
    }
    if (flow->slabs->count)
        slab_last(flow)->after = element_styles[flow->body].after;
}

/* ---- terms ---- */

static int32_t terms_width(struct flow *flow, const struct node *facts)
{
    int64_t width = 0, most = (int64_t)flow->width * TERM_MOST / 100;
    for (const struct node *node = facts->first; node; node = node->next) {
        if (node->kind != NODE_PARAGRAPH)
            continue;
        size_t footnotes = flow->layout->footnotes.count;
        struct paragraph term = paragraph_of(flow, ELEMENT_TERM, node->first);
        flow->layout->footnotes.count = footnotes;
        width = term.natural > width ? term.natural : width;
    }
    return (int32_t)(width < most ? width : most);
}

static void fact_set(struct flow *flow, const struct node *term, const struct node *said, int32_t width, int list_tag)
{
    struct layout *layout = flow->layout;
    int tag = tag_add(layout, TAG_LI, list_tag);
    struct slabs columns[2] = {{0}, {0}};
    slab_open(flow);
    struct flow left = *flow, right = *flow;
    left.slabs = &columns[0];
    right.slabs = &columns[1];
    left.label = right.label = NULL;
    left.frame = right.frame = -1;
    left.width = width;
    right.x += width + TERM_GAP;
    right.width -= width + TERM_GAP;
    right.body = ELEMENT_CALLOUT;
    struct paragraph paragraph = paragraph_of(&left, ELEMENT_TERM, term->first);
    lines_set(&left, &paragraph, (struct line_options){.tag = tag_add(layout, TAG_LBL, tag)});
    right.tag = tag_add(layout, TAG_LBODY, tag);
    if (said)
        blocks_set(&right, said->first);
    struct beside beside = {.at = columns, .count = 2};
    beside_join(flow, &beside, FACT_WHOLE);
    slab_last(flow)->after = element_styles[ELEMENT_TERM].after;
}

void facts_set(struct flow *flow, const struct node *node)
{
    int tag = tag_add(flow->layout, TAG_L, flow->tag);
    int32_t width = terms_width(flow, node);
    for (const struct node *term = node->first; term; term = term->next) {
        const struct node *said = term->next && term->next->kind == NODE_BODY ? term->next : NULL;
        fact_set(flow, term, said, width, tag);
        if (said)
            term = said;
    }
    if (flow->slabs->count)
        slab_last(flow)->after = element_styles[ELEMENT_BODY].after;
}
