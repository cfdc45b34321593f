/* Headline figures: three to five side by side, the number first and large, then what it counts, what it rests on, how
 * it moved. A rule above each and no box. */
#include "beside.h"
#include "inlines.h"
#include "keys.h"

#define ROW_MOST 5
#define GUTTER 14000
#define RULE 1400
#define VALUE_LEAST 12000 /* a long number is set smaller, not smaller than this */
#define SPARK_HEIGHT 15000
#define CARD_WHOLE 400000

/* As many cards in each row as possible without one left alone. */
static size_t row_length(size_t count)
{
    if (count <= ROW_MOST)
        return count;
    size_t rows = (count + 3) / 4;
    return (count + rows - 1) / rows;
}

static void words_set(struct flow *flow, enum element element, struct str text)
{
    struct paragraph paragraph = paragraph_of_text(flow, element, text);
    if (paragraph.atom_count)
        lines_set(flow, &paragraph, (struct line_options){.tag = tag_add(flow->layout, TAG_P, flow->tag)});
}

/* The number without its unit, where it is written with it. */
static struct str number_alone(const struct card *card)
{
    struct str value = str_trim(card->value);
    if (card->unit.length && value.length > card->unit.length && str_ends(value, card->unit))
        return str_trim(str_slice(value, 0, value.length - card->unit.length));
    return value;
}

/* Whether the number, as small as it may be, leaves no room for its unit. */
static bool unit_is_apart(struct flow *flow, const struct card *card)
{
    struct text_style value = style_of(flow, ELEMENT_CARD_VALUE), unit = style_of(flow, ELEMENT_CARD_UNIT);
    value.size = VALUE_LEAST;
    return card->unit.length && width_of(flow->layout, value, number_alone(card)) +
                                        width_of(flow->layout, unit, STR(" ")) +
                                        width_of(flow->layout, unit, card->unit) >
                                    flow->width;
}

/* The number as large as fits beside its unit, both on one baseline. */
static void value_set(struct flow *flow, const struct card *card)
{
    struct layout *layout = flow->layout;
    struct text_style value = style_of(flow, ELEMENT_CARD_VALUE), unit = style_of(flow, ELEMENT_CARD_UNIT);
    /* English sets its per cent against the number. */
    bool joined = layout->document->language == LANGUAGE_EN && str_equal(card->unit, STR("%"));
    int32_t blank = card->unit.length && !joined ? width_of(layout, unit, STR(" ")) : 0;
    int32_t beside = card->unit.length ? blank + width_of(layout, unit, card->unit) : 0;
    struct str number = number_alone(card);
    int64_t natural = width_of(layout, value, number);
    if (natural + beside > flow->width && natural > 0) {
        int64_t size = (int64_t)value.size * (flow->width - beside) / natural;
        value.size = (int32_t)(size < VALUE_LEAST ? VALUE_LEAST : size);
    }
    if (width_of(layout, value, number) + beside > flow->width) {
        words_set(flow, ELEMENT_CARD_CHANGE,
                  str_print(layout->arena, "%.*s %.*s", STR_ARG(number), STR_ARG(card->unit)));
        return;
    }
    int tag = tag_add(layout, TAG_P, flow->tag);
    slab_open(flow)->height = leading_of(flow, ELEMENT_CARD_VALUE);
    int32_t baseline = baseline_of(flow, ELEMENT_CARD_VALUE);
    struct str text = card->unit.length && !joined ? str_print(layout->arena, "%.*s ", STR_ARG(number)) : number;
    int32_t width = width_of(layout, value, number);
    struct key_use use = key_use(flow, card->key, tag);
    slab_text(flow, flow->x, baseline, value, text, use.tag)->width = width;
    if (card->unit.length)
        slab_text(flow, flow->x + width + blank, baseline, unit, card->unit, use.tag);
    key_place(flow, &use, flow->x, 0, width + beside, leading_of(flow, ELEMENT_CARD_VALUE));
    if (use.link.length) {
        struct mark *dots = slab_mark(flow, MARK_LINE);
        dots->x = flow->x;
        dots->y = baseline + 2600;
        dots->width = width;
        dots->stroke = layout->palette[COLOUR_PRIMARY];
        dots->stroke_width = 400;
        dots->dash = 900;
    }
}

/* Under the cards, all on one line. */
static void sparks_set(struct flow *flow, const struct card *cards, size_t count, int32_t width)
{
    struct slab *slab = NULL;
    for (size_t i = 0; i < count; i++) {
        if (cards[i].spark_count < 2)
            continue;
        if (!slab) {
            slab_last(flow)->keep = true;
            slab = slab_open(flow);
            slab->height = SPARK_HEIGHT;
            slab->before = 3000;
        }
        struct drawing *spark = chart_spark(flow->layout->arena, cards[i].spark, cards[i].spark_count, width,
                                            SPARK_HEIGHT, flow->layout->palette[COLOUR_PRIMARY]);
        slab_drawing(flow, spark, flow->x + (int32_t)i * (width + GUTTER), 0, TAG_ARTIFACT);
    }
}

static void card_set(struct flow *flow, const struct card *card)
{
    slab_space(flow, 5000, true);
    if (unit_is_apart(flow, card)) {
        struct card alone = *card;
        alone.value = number_alone(card);
        alone.unit = (struct str){0};
        value_set(flow, &alone);
        words_set(flow, ELEMENT_CARD_UNIT, card->unit);
    } else {
        value_set(flow, card);
    }
    words_set(flow, ELEMENT_CARD_LABEL, card->label);
    words_set(flow, ELEMENT_CARD_MARK, card->mark);
    words_set(flow, ELEMENT_CARD_CHANGE, card->change);
    words_set(flow, ELEMENT_CARD_MARK, card->gap);
}

static void row_set(struct flow *flow, const struct card *cards, size_t count, size_t columns, int list_tag)
{
    struct layout *layout = flow->layout;
    struct slabs set[ROW_MOST] = {{0}};
    int32_t width = (flow->width - GUTTER * ((int32_t)columns - 1)) / (int32_t)columns;
    slab_open(flow);
    for (size_t i = 0; i < count; i++)
        slab_rectangle(flow, flow->x + (int32_t)i * (width + GUTTER), 0, width, RULE, layout->palette[COLOUR_PRIMARY]);
    for (size_t i = 0; i < count; i++) {
        struct flow card = *flow;
        card.slabs = &set[i];
        card.x += (int32_t)i * (width + GUTTER);
        card.width = width;
        card.frame = -1;
        card.label = NULL;
        card.tag = tag_add(layout, TAG_LBODY, tag_add(layout, TAG_LI, list_tag));
        card_set(&card, &cards[i]);
    }
    struct beside beside = {.at = set, .count = count};
    size_t first = flow->slabs->count - 1;
    beside_join(flow, &beside, CARD_WHOLE);
    flow->slabs->at[first].before = 11000;
    sparks_set(flow, cards, count, width);
    slab_last(flow)->after = 13500;
}

void cards_set(struct flow *flow, const struct node *node)
{
    if (!node->card_count)
        return;
    int tag = tag_add(flow->layout, TAG_L, flow->tag);
    size_t columns = row_length(node->card_count);
    for (size_t from = 0; from < node->card_count; from += columns) {
        size_t count = node->card_count - from < columns ? node->card_count - from : columns;
        row_set(flow, &node->cards[from], count, columns, tag);
    }
}
