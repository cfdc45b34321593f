#include "compose/hole_list.h"
#include "compose/series.h"

enum { CARDS_MAX = 7, SPARK_LENGTH = 8 };

/* The figures of the front: headline indicators, each with what it rests on, its change and its gap. */

static const struct option_row options[] = {
    {TEXT_OF("indicators"), TEXT_OF("indicateurs"), OPTION_INDICATORS, NULL,
     TEXT_OF("ids; the headline indicators unless said"), TEXT_OF("identifiants ; sinon les indicateurs phares")},
    {TEXT_OF("count"), TEXT_OF("nombre"), OPTION_COUNT, NULL, TEXT_OF("at most this many, 5 unless said"),
     TEXT_OF("au plus ce nombre, 5 sinon")},
};

/* The figure of the document's period, else of the last one that the indicator's frequency closed before. */
static const struct figure *headline_figure(struct filling *f, uint32_t indicator, struct subject subject)
{
    const struct indicator *definition = indicator_of(f, indicator);
    return period_is(indicator_period(f, definition, f->job->period)) ? figure_in(f, indicator, subject, f->job->period)
                                                                      : NULL;
}

static bool is_worth_a_card(const struct figure *figure)
{
    return figure && (figure->value.is || figure->low.is || figure->text.length || figure->share_count);
}

/* The unit in the number of the value that it stands beside; nothing beside a word. */
static struct str unit_beside(struct filling *f, const struct figure *figure)
{
    struct quantity last = figure->state == FIGURE_RANGE ? figure->high : figure->value;
    struct str unit = indicator_of(f, figure->key.indicator)->unit;
    if (!last.is || !unit.length)
        return STR_NONE;
    struct decimal shown = quantity_rounded(last, indicator_decimals(indicator_of(f, figure->key.indicator)));
    return set(f, show_singular(shown, f->language) ? unit_singular(f->arena, unit, f->language)
                                                    : unit_plural(f->arena, unit));
}

static struct card card_of(struct filling *f, const struct figure *figure)
{
    uint32_t indicator = figure->key.indicator;
    struct span span = span_ending(f, f->job->period.kind, SPARK_LENGTH);
    struct card card = {.label = indicator_short(f, indicator), .figure = figure};
    card.value = figure_shown(f, figure, false);
    card.unit = unit_beside(f, figure);
    card.mark = figure_basis(f, figure);
    card.change = figure_change(f, figure);
    card.gap = figure_gap(f, figure);
    card.key = figure_use(f, figure);
    card.spark = series_values(f, indicator, figure->key.subject, &span, &card.spark_count);
    return card;
}

static void fill_cards(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct strs named = option_names(f->arena, &hole_figures, yaml, "indicators");
    struct indexes indicators = named.count ? indicators_named(f, &named) : indicators_headline(f);
    size_t most = (size_t)option_count(&hole_figures, yaml, "count", 5), count = 0;
    struct card *cards = ARENA_ARRAY(f->arena, struct card, CARDS_MAX);
    if (most > CARDS_MAX)
        most = CARDS_MAX;
    for (size_t i = 0; i < indicators.count && count < most; i++) {
        const struct figure *figure = headline_figure(f, indicators.at[i], subject_of_job(f));
        if (is_worth_a_card(figure))
            cards[count++] = card_of(f, figure);
    }
    if (!count)
        return;
    struct node *node = add_block(f, into, NODE_CARDS);
    node->cards = cards;
    node->card_count = count;
}

const struct hole hole_figures = {TEXT_OF("figures"),
                                  TEXT_OF("chiffres"),
                                  OPTIONS(options),
                                  fill_cards,
                                  TEXT_OF("the headline figures as cards"),
                                  TEXT_OF("les chiffres phares en cartes"),
                                  NULL};
