#include "compose/composition.h"
#include "compose/shown.h"
#include "compose/template.h"

/* A figure in running text. Where there is no number, the word for its absence stands there: a sentence never has
 * a hole in it. */

static struct str value_shown(struct filling *f, const struct figure *figure)
{
    if (figure->state == FIGURE_MASKED)
        return word(f, "absence.not_public");
    if (!figure->value.is && !figure->low.is && !figure->text.length && !figure->share_count)
        return SAY(f, "value.absent", PAIR("why", absence_reason(f, figure)));
    struct str shown = figure_shown(f, figure, true);
    /* A complete total leads to what it rests on; one that lacks answers says so in the sentence. */
    struct str basis = figure->state == FIGURE_COMPLETE ? figure_reserve(f, figure) : figure_basis(f, figure);
    if (!basis.length || !figure->value.is)
        return shown;
    return SAY(f, "figure.with_basis", PAIR("value", shown), PAIR("basis", basis));
}

static struct str part_shown(struct filling *f, const struct figure *figure, int part)
{
    uint32_t indicator = figure->key.indicator;
    switch (part) {
    case VALUE_FLOW:
        return quantity_shown(f, indicator, figure->flow);
    case VALUE_CHANGE:
        return change_shown(f, figure, figure->change);
    case VALUE_TARGET:
        return quantity_shown(f, indicator, figure->target);
    case VALUE_PROGRESS:
        return show_share(f->arena, figure->progress, 0, f->language);
    case VALUE_BASIS:
        return figure_basis(f, figure);
    case VALUE_STATUS:
        return status_so_far(f, figure, status_word(f, figure->target_status));
    default:
        return value_shown(f, figure);
    }
}

void value_fill(struct filling *f, struct node *code, struct figure_key key, int part)
{
    const struct figure *figure = figure_at(f, key);
    struct str shown = part_shown(f, figure, part);
    if (!indicator_visible(indicator_of(f, key.indicator), f->job->audience))
        shown = word(f, "absence.not_public");
    else
        code->figure = figure;
    code->kind = NODE_VALUE;
    code->text = shown.length ? shown : word(f, "absence.no_value");
    code->key = code->figure ? figure_use(f, figure) : STR_NONE;
}
