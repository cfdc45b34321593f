#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/labels.h"
#include "compose/series.h"
#include "compose/site.h"

/* Laureates as people meet them: who they are, a few figures, a voice. */

enum { FIGURES_MAX = 4 };

static void add_identity(struct filling *f, uint32_t index, struct node *into)
{
    const struct laureate *l = &f->facts->laureates.at[index];
    struct node *facts = node_new(f->arena, NODE_FACTS, f->place);
    add_fact(f, facts, word(f, "banner.territory"), l->territory);
    add_fact(f, facts, word(f, "portrait.publics"), list_label(f, &l->publics));
    add_fact(f, facts, word(f, "portrait.themes"), list_label(f, &l->themes));
    if (date_is(l->joined.first))
        add_fact(f, facts, word(f, "portrait.joined"), date_text(f, l->joined.first));
    if (date_is(l->left.last))
        add_fact(f, facts, word(f, "portrait.left"), date_text(f, l->left.last));
    if (l->site.length) {
        add_paragraph(f, facts, word(f, "portrait.site"));
        struct node *site = add_block(f, facts, NODE_BODY);
        struct node *paragraph = add_block(f, site, NODE_PARAGRAPH);
        struct node *inlines = link_inlines(f, l->site, l->site);
        while (inlines->first)
            node_append(paragraph, inlines->first);
    }
    if (facts->first)
        node_append(into, facts);
}

static void add_voice(struct filling *f, const struct laureate *l, struct node *into)
{
    if (!l->profile_quote.length || l->profile_consent != ANSWER_YES)
        return;
    struct node *quote = add_block(f, into, NODE_QUOTE);
    quote->text = set(f, l->profile_quote_by);
    add_paragraph(f, quote, l->profile_quote);
}

/* What is counted on one day says which. */
static struct str figure_label(struct filling *f, const struct figure *figure)
{
    struct str label = indicator_label(f, figure->key.indicator);
    if (indicator_of(f, figure->key.indicator)->nature != NATURE_STOCK)
        return SAY(f, "portrait.figure", PAIR("label", label));
    return SAY(f, "portrait.figure_on", PAIR("label", label),
               PAIR("date", date_text(f, period_last_day(figure->key.period))));
}

/* Headline figures in one line of a list; a masked one is left out. */
static void add_figures(struct filling *f, uint32_t index, struct node *into)
{
    struct indexes indicators = indicators_headline(f);
    struct node *list = node_new(f->arena, NODE_LIST, f->place);
    size_t count = 0;
    list->tight = true;
    for (size_t i = 0; i < indicators.count && count < FIGURES_MAX && period_is(f->job->period); i++) {
        const struct figure *figure = figure_in(f, indicators.at[i], subject_laureate(index), f->job->period);
        if (!figure || !figure->value.is)
            continue;
        struct node *item = add_item(f, list, figure_label(f, figure));
        add_block(f, item, NODE_SPACE);
        struct node *value = add_block(f, item, NODE_VALUE);
        value->text = figure_shown(f, figure, true);
        value->key = figure_use(f, figure);
        value->figure = figure;
        count++;
    }
    if (count)
        node_append(into, list);
}

/* A face is shown where its owner agreed. */
static void add_photo(struct filling *f, const struct laureate *l, struct node *into)
{
    const struct image *photo = l->profile_consent == ANSWER_YES ? image_named(f, l->profile_photo) : NULL;
    if (!photo)
        return;
    struct node *figure = add_block(f, into, NODE_FIGURE);
    figure->image = photo;
    figure->tight = true;
    add_text(f, figure, l->profile_title.length ? l->profile_title : l->name);
}

/* An identity and figures alone are no portrait: tables have them. */
static void add_portrait(struct filling *f, uint32_t index, struct node *into, int level)
{
    const struct laureate *l = &f->facts->laureates.at[index];
    struct node *told = node_new(f->arena, NODE_BODY, f->place);
    add_narrative(f, told, l->profile, level);
    add_voice(f, l, told);
    if (!told->first && !is_page(f)) /* on the page of a laureate the rest says more */
        return;
    if (!own_laureate(f)) /* its own document has cards for them */
        add_figures(f, index, told);
    add_identity(f, index, into);
    add_photo(f, l, into);
    while (told->first)
        node_append(into, told->first);
}

static void fill_portraits(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (own_laureate(f)) {
        add_portrait(f, own_laureate(f), into, f->level);
        return;
    }
    for (uint32_t i = 1; i < f->facts->laureates.count; i++) {
        struct node *one = node_new(f->arena, NODE_BODY, f->place);
        if (!laureate_is_active(&f->facts->laureates.at[i], f->job->period))
            continue;
        add_portrait(f, i, one, f->level + 1);
        if (!one->first)
            continue;
        add_heading(f, into, f->level + 1, laureate_whole_name(f, i));
        f->named[i] = true;
        while (one->first)
            node_append(into, one->first);
    }
}

const struct hole hole_portraits = {TEXT_OF("portraits"),
                                    TEXT_OF("portraits"),
                                    NULL,
                                    0,
                                    fill_portraits,
                                    TEXT_OF("laureates: who they are, a few figures, a voice"),
                                    TEXT_OF("les lauréats : qui ils sont, quelques chiffres, une voix"),
                                    NULL};
