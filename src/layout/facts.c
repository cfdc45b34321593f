/* Terms with what is said of them, beside each other; in two columns when all that is said is short. */
#include "beside.h"
#include "inlines.h"

#define FEW 5        /* rows of facts that stay on one page */
#define TERM_MOST 30 /* per cent of the width */
#define TERM_GAP 10000
#define COLUMN_GAP 20000
#define WHOLE 200000 /* a longer one may go on over the page */
#define TWO_FROM 4   /* facts */

struct fact {
    const struct node *term, *said; /* `said` may be NULL */
};

static const struct node *fact_read(const struct node *node, struct fact *fact)
{
    const struct node *next = node->next && node->next->kind == NODE_BODY ? node->next : NULL;
    *fact = (struct fact){.term = node, .said = next};
    return next ? next->next : node->next;
}

/* Inlines of a fact that is one paragraph, else NULL. */
static const struct node *said_inlines(const struct node *said)
{
    const struct node *first = said ? said->first : NULL;
    if (!first || first->next)
        return first && node_is_inline(first->kind) ? first : NULL;
    return first->kind == NODE_PARAGRAPH ? first->first : node_is_inline(first->kind) ? first : NULL;
}

/* Width on one line; the notes that it calls are not called yet. */
static int64_t inlines_width(struct flow *flow, enum element element, const struct node *first)
{
    size_t footnotes = flow->layout->footnotes.count;
    struct paragraph paragraph = paragraph_of(flow, element, first);
    flow->layout->footnotes.count = footnotes;
    return paragraph.natural;
}

/* How the list is set: columns of facts, each with a column of terms. */
struct arrangement {
    size_t columns, count;
    int32_t width, term;
};

static struct arrangement arrange(struct flow *flow, const struct node *facts)
{
    struct arrangement arrangement = {.columns = 1, .width = flow->width};
    int64_t term = 0, said = 0, half = (flow->width - COLUMN_GAP) / 2;
    for (const struct node *node = facts->first; node; arrangement.count++) {
        struct fact fact;
        node = fact_read(node, &fact);
        const struct node *inlines = said_inlines(fact.said);
        int64_t term_width = inlines_width(flow, ELEMENT_TERM, fact.term->first);
        int64_t said_width = inlines ? inlines_width(flow, ELEMENT_CALLOUT, inlines) : fact.said ? half : 0;
        term = term_width > term ? term_width : term;
        said = said_width > said ? said_width : said;
    }
    if (arrangement.count >= TWO_FROM && term + TERM_GAP + said <= half) {
        arrangement.columns = 2;
        arrangement.width = (int32_t)half;
    }
    int64_t most = arrangement.columns == 2 ? half : (int64_t)flow->width * TERM_MOST / 100;
    arrangement.term = (int32_t)(term < most ? term : most);
    return arrangement;
}

static void fact_set(const struct flow *flow, const struct fact *fact, const struct arrangement *arrangement,
                     int list_tag, struct slabs columns[2])
{
    struct layout *layout = flow->layout;
    int tag = tag_add(layout, TAG_LI, list_tag);
    struct flow left = *flow, right = *flow;
    left.slabs = &columns[0];
    right.slabs = &columns[1];
    left.width = arrangement->term;
    right.x += arrangement->term + TERM_GAP;
    right.width = arrangement->width - arrangement->term - TERM_GAP;
    right.body = ELEMENT_CALLOUT;
    struct paragraph paragraph = paragraph_of(&left, ELEMENT_TERM, fact->term->first);
    lines_set(&left, &paragraph, (struct line_options){.tag = tag_add(layout, TAG_LBL, tag)});
    right.tag = tag_add(layout, TAG_LBODY, tag);
    if (fact->said)
        blocks_set(&right, fact->said->first);
}

/* As many facts as there are columns; returns where the next ones start. */
static const struct node *row_set(struct flow *flow, const struct node *node, const struct arrangement *arrangement,
                                  int tag)
{
    struct slabs columns[4] = {{0}};
    size_t count = 0;
    slab_open(flow);
    for (; node && count < arrangement->columns; count++) {
        struct fact fact;
        struct flow inner = *flow;
        inner.x += (int32_t)count * (arrangement->width + COLUMN_GAP);
        inner.label = NULL;
        inner.frame = -1;
        node = fact_read(node, &fact);
        fact_set(&inner, &fact, arrangement, tag, &columns[2 * count]);
    }
    struct beside beside = {.at = columns, .count = 2 * count};
    beside_join(flow, &beside, WHOLE);
    slab_last(flow)->after = element_styles[ELEMENT_TERM].after;
    return node;
}

/* A few facts are read together, and with what they are about; more are not begun nor ended by one alone. */
static void facts_keep(struct slabs *slabs, size_t first)
{
    size_t last = slabs->count - 1;
    bool few = last - first < FEW;
    slabs_keep(slabs, first, few ? last : first + 1);
    if (!few)
        slabs->at[last - 1].keep = true;
    slabs->at[last].white = few ? WHITE_FOR_TEXT : 0;
}

void facts_set(struct flow *flow, const struct node *node)
{
    size_t first = flow->slabs->count;
    int tag = tag_add(flow->layout, TAG_L, flow->tag);
    struct arrangement arrangement = arrange(flow, node);
    for (const struct node *next = node->first; next;)
        next = row_set(flow, next, &arrangement, tag);
    if (flow->slabs->count == first)
        return;
    slab_last(flow)->after = element_styles[ELEMENT_BODY].after;
    facts_keep(flow->slabs, first);
}
