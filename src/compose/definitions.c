#include "compose/chart_build.h"
#include "compose/collective.h"
#include "compose/hole_list.h"

/* One sheet an indicator: what it counts, what it is for, how it adds up, what it does not say. */

static const struct option_row options[] = {
    {TEXT_OF("indicators"), TEXT_OF("indicateurs"), OPTION_INDICATORS, NULL,
     TEXT_OF("ids; all that the audience may see unless said"),
     TEXT_OF("identifiants ; sinon tous ceux que le lecteur peut voir")},
    {TEXT_OF("history"), TEXT_OF("historique"), OPTION_YES_NO, NULL, TEXT_OF("yes to draw the last eight periods"),
     TEXT_OF("oui pour dessiner les huit dernières périodes")},
};

static const char *const type_keys[] = {
    [TYPE_COUNT] = "type.count", [TYPE_AMOUNT] = "type.amount", [TYPE_RATIO] = "type.ratio",
    [TYPE_MEAN] = "type.mean",   [TYPE_MEDIAN] = "type.median", [TYPE_VALUE] = "type.value",
    [TYPE_SCORE] = "type.score", [TYPE_YES_NO] = "type.yes_no", [TYPE_MILESTONE] = "type.milestone",
    [TYPE_TEXT] = "type.text",
};
static const char *const nature_keys[] = {
    [NATURE_FLOW] = "nature.flow",       [NATURE_STOCK] = "nature.stock", [NATURE_YEAR_TO_DATE] = "nature.year_to_date",
    [NATURE_TO_DATE] = "nature.to_date", [NATURE_POINT] = "nature.point",
};
static const char *const level_keys[] = {
    [LEVEL_INPUT] = "level.input",     [LEVEL_ACTIVITY] = "level.activity", [LEVEL_OUTPUT] = "level.output",
    [LEVEL_OUTCOME] = "level.outcome", [LEVEL_IMPACT] = "level.impact",
};
static const char *const frequency_keys[] = {
    [PERIOD_MONTH] = "frequency.month",
    [PERIOD_QUARTER] = "frequency.quarter",
    [PERIOD_SEMESTER] = "frequency.semester",
    [PERIOD_YEAR] = "frequency.year",
};
static const char *const direction_keys[] = {
    [DIRECTION_UP] = "direction.up",
    [DIRECTION_DOWN] = "direction.down",
    [DIRECTION_MAINTAIN] = "direction.maintain",
    [DIRECTION_RANGE] = "direction.range",
};

static struct str maybe_word(struct filling *f, const char *key)
{
    return key ? word(f, key) : STR_NONE;
}

static struct str type_of(struct filling *f, const struct indicator *i)
{
    struct str type = maybe_word(f, type_keys[i->type]), nature = maybe_word(f, nature_keys[i->nature]);
    if (!nature.length || i->type == TYPE_TEXT || i->type == TYPE_YES_NO || i->type == TYPE_MILESTONE)
        return type;
    return SAY(f, "definition.kind", PAIR("type", type), PAIR("nature", nature));
}

static void add_clause(struct filling *f, struct strs *clauses, const char *form, struct str text)
{
    if (text.length)
        *PUSH(f->arena, clauses) = form ? SAY(f, form, PAIR("text", text)) : text;
}

/* What it is, in a line: each of these alone would take one. */
static struct str kind_of(struct filling *f, const struct indicator *i)
{
    struct strs clauses = {0};
    add_clause(f, &clauses, NULL, type_of(f, i));
    add_clause(f, &clauses, "definition.in_unit", set(f, i->unit));
    add_clause(f, &clauses, "definition.of_level", maybe_word(f, level_keys[i->level]));
    add_clause(f, &clauses, NULL, maybe_word(f, frequency_keys[i->frequency]));
    add_clause(f, &clauses, "definition.sought", maybe_word(f, direction_keys[i->direction]));
    return show_clauses(f->arena, &clauses, f->language);
}

static struct str baseline_of(struct filling *f, uint32_t index)
{
    const struct indicator *i = indicator_of(f, index);
    if (!measure_baseline_told(f->measures, index, f->job->audience))
        return STR_NONE;
    struct decimal d = decimal_of(i->baseline.number);
    struct quantity q = {.is = true, .exact = true, .decimal = d, .approximate = decimal_double(d)};
    struct str value = quantity_shown(f, index, q);
    if (!period_is(i->baseline_period))
        return value;
    return SAY(f, "definition.baseline", PAIR("value", value), PAIR("period", period_short(f, i->baseline_period)));
}

/* The programme's targets, in the order of their periods. */
static struct str targets_of(struct filling *f, uint32_t index)
{
    struct strs items = {0};
    for (size_t i = 0; i < f->facts->targets.count; i++) {
        const struct target *t = &f->facts->targets.at[i];
        if (t->indicator.index != index || t->laureate.index || t->laureate.id.length || !t->target.is)
            continue;
        struct decimal d = decimal_of(t->target.number);
        struct quantity q = {.is = true, .exact = true, .decimal = d, .approximate = decimal_double(d)};
        *PUSH(f->arena, &items) = SAY(f, "definition.target", PAIR("value", quantity_shown(f, index, q)),
                                      PAIR("period", period_short(f, t->period)));
    }
    return show_clauses(f->arena, &items, f->language);
}

static struct str numerator_of(struct filling *f, const struct terms *terms, const char *key)
{
    struct strs labels = {0};
    for (size_t i = 0; i < terms->count; i++)
        if (terms->at[i].indicator.index)
            *PUSH(f->arena, &labels) = indicator_label(f, terms->at[i].indicator.index);
    (void)key;
    return show_clauses(f->arena, &labels, f->language);
}

static void add_sheet(struct filling *f, uint32_t index, struct node *into)
{
    const struct indicator *i = indicator_of(f, index);
    struct figure_key key = {.indicator = index, .subject = subject_programme(), .period = f->job->period};
    if (f->job->template->over != EACH_INDICATOR) /* there it is the title */
        add_heading(f, into, f->level + 1, i->label);
    struct node *facts = add_block(f, into, NODE_FACTS);
    add_fact(f, facts, word(f, "definition.definition"), i->definition);
    add_fact(f, facts, word(f, "definition.use"), i->use);
    add_fact(f, facts, word(f, "definition.kind_of"), kind_of(f, i));
    add_fact(f, facts, word(f, "definition.numerator"), numerator_of(f, &i->numerator_terms, "numerator"));
    add_fact(f, facts, word(f, "definition.denominator"), numerator_of(f, &i->denominator_terms, "denominator"));
    add_fact(f, facts, word(f, "definition.rule"), measure_rule(f->arena, f->measures, key));
    add_fact(f, facts, word(f, "column.baseline"), baseline_of(f, index));
    add_fact(f, facts, word(f, "definition.targets"), targets_of(f, index));
    add_fact(f, facts, word(f, "definition.source"), i->source);
    add_fact(f, facts, word(f, "definition.method"), i->method);
    add_fact(f, facts, word(f, "definition.limits"), i->limits);
    if (f->job->audience == AUDIENCE_INTERNAL)
        add_fact(f, facts, word(f, "definition.owner"), i->owner);
    add_fact(f, facts, word(f, "definition.framework"), i->reference_framework);
    add_fact(f, facts, word(f, "column.version"), i->version);
}

/* A book of indicators has no period of its own: it shows them as of the last one that has ended. */
static void fill_definitions(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct strs named = option_names(f->arena, &hole_definitions, yaml, "indicators");
    struct indexes indicators = named.count ? indicators_named(f, &named) : indicators_visible(f);
    bool history = option_yes(&hole_definitions, yaml, "history", false);
    const struct job *job = f->job;
    struct job dated = *job;
    if (!period_is(job->period))
        dated.period = f->facts->last_ended;
    f->job = &dated;
    for (size_t i = 0; i < indicators.count; i++) {
        add_sheet(f, indicators.at[i], into);
        if (history && period_is(dated.period))
            chart_history(f, indicators.at[i], span_ending(f, dated.period.kind, 8), into);
    }
    f->job = job;
}

const struct hole hole_definitions = {TEXT_OF("definitions"),
                                      TEXT_OF("fiches_indicateurs"),
                                      OPTIONS(options),
                                      fill_definitions,
                                      TEXT_OF("one sheet an indicator"),
                                      TEXT_OF("une fiche par indicateur"),
                                      NULL};

/* ---- added, changed, retired ---- */

static void add_change(struct filling *f, struct node *list, uint32_t indicator, struct date date, const char *key)
{
    if (in_period(date, f->job->period))
        add_item(f, list, SAY(f, key, PAIR("label", indicator_label(f, indicator)), PAIR("date", date_text(f, date))));
}

static void fill_changes(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct indexes indicators = indicators_visible(f);
    struct node *list = node_new(f->arena, NODE_LIST, f->place);
    (void)yaml;
    list->tight = true;
    if (!period_is(f->job->period))
        return;
    for (size_t n = 0; n < indicators.count; n++) {
        const struct indicator *i = indicator_of(f, indicators.at[n]);
        bool founding = i->valid_from.first.day <= period_first_day(f->facts->first_period).day;
        if (!founding)
            add_change(f, list, indicators.at[n], i->valid_from.first, "indicator.added");
        add_change(f, list, indicators.at[n], i->series_break.first, "indicator.changed");
        add_change(f, list, indicators.at[n], i->valid_to.last, "indicator.retired");
    }
    if (list->first)
        node_append(into, list);
}

const struct hole hole_indicator_changes = {TEXT_OF("indicator_changes"),
                                            TEXT_OF("evolution_des_indicateurs"),
                                            NULL,
                                            0,
                                            fill_changes,
                                            TEXT_OF("indicators added, changed, retired in the period"),
                                            TEXT_OF("les indicateurs ajoutés, changés, retirés dans la période"),
                                            NULL};
