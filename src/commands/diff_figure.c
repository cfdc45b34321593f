/* A figure in words, as `diff` compares it: two that read alike are alike. */
#include "diff.h"

#include "compose/compose.h"

static struct str number_text(struct arena *arena, const struct facts *facts, const struct figure *f,
                              struct quantity quantity)
{
    const struct indicator *indicator = &facts->indicators.at[f->key.indicator];
    unsigned decimals = quantity.exact           ? quantity.decimal.scale
                        : indicator->decimals.is ? (unsigned)indicator->decimals.number.units
                                                 : 2;
    return show_quantity(arena, quantity, decimals, indicator->unit, facts->programme.language);
}

static struct str shares_text(struct arena *arena, const struct figure *f, enum language language)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < f->share_count; i++)
        buffer_print(&out, words(language, "%s%s\u00A0: %s", "%s%s: %s"), i ? ", " : "",
                     decimal_text(arena, f->shares[i].answer).at, decimal_text(arena, f->shares[i].count).at);
    return buffer_str(&out);
}

/* Of one laureate alone there is no total to speak of. */
static struct str state_text(const struct figure *f, enum language language)
{
    bool alone = f->key.subject.kind == SUBJECT_LAUREATE;
    switch (f->state) {
    case FIGURE_PARTIAL:
        return str_of(words(language, "partiel", "partial"));
    case FIGURE_NONE:
        return str_of(alone ? words(language, "pas de valeur", "no value")
                            : words(language, "pas de total", "no total"));
    case FIGURE_NOT_DUE:
        return str_of(words(language, "pas encore attendu", "not due yet"));
    case FIGURE_NOT_APPLICABLE:
        return str_of(words(language, "sans objet", "not applicable"));
    default:
        return STR_NONE;
    }
}

/* "215 jeunes (9/9)", "de 42 à 269 jeunes (1/1)", "pas encore attendu" */
static struct str value_text(struct arena *arena, const struct facts *facts, const struct figure *f)
{
    enum language language = facts->programme.language;
    struct str state = state_text(f, language), value = STR_NONE;
    if (f->value.is)
        value = number_text(arena, facts, f, f->value);
    else if (f->low.is)
        value = str_print(arena, words(language, "de %s à %s", "from %s to %s"), quantity_text(arena, f->low).at,
                          number_text(arena, facts, f, f->high).at);
    else if (f->share_count)
        value = shares_text(arena, f, language);
    else if (f->text.length)
        value = str_print(arena, words(language, "«\u00A0%.*s\u00A0»", "“%.*s”"), STR_ARG(f->text));
    struct buffer out = {.arena = arena};
    buffer_add(&out, value);
    if (state.length)
        buffer_print(&out, "%s%.*s", value.length ? ", " : "", STR_ARG(state));
    if (f->expected && f->key.subject.kind != SUBJECT_LAUREATE)
        buffer_print(&out, " (%u/%u)", (unsigned)f->received, (unsigned)f->expected);
    return buffer_str(&out);
}

static struct str subject_text(const struct facts *facts, struct subject subject)
{
    const struct laureate *laureate = &facts->laureates.at[subject.laureate];
    if (subject.kind == SUBJECT_LAUREATE)
        return laureate->short_name.length ? laureate->short_name : laureate->name;
    return subject.value;
}

/* "Entrées, ARC, T4 2025, femmes" */
static struct str label_text(struct arena *arena, const struct facts *facts, struct figure_key key)
{
    const struct indicator *indicator = &facts->indicators.at[key.indicator];
    const struct category *category = &facts->categories.at[key.category];
    struct str subject = subject_text(facts, key.subject);
    struct buffer out = {.arena = arena};
    buffer_add(&out, indicator->short_label.length ? indicator->short_label : indicator->label);
    if (subject.length)
        buffer_print(&out, ", %.*s", STR_ARG(subject));
    buffer_print(&out, ", %s", show_period(arena, facts, key.period, PERIOD_SHORT).at);
    if (key.to_date)
        buffer_add(&out, str_of(words(facts->programme.language, " depuis le début", " to date")));
    if (key.category)
        buffer_print(&out, ", %.*s", STR_ARG(category->label.length ? category->label : category->category));
    return buffer_str(&out);
}

static struct str figure_json(struct arena *arena, const struct figure *f)
{
    const struct {
        const char *name;
        const struct quantity *quantity;
    } rows[] = {{"flow", &f->flow}, {"low", &f->low}, {"high", &f->high}, {"target", &f->target}};
    struct buffer out = {.arena = arena};
    buffer_add(&out, STR("{\"state\":"));
    buffer_json(&out, figure_state_name(f->state));
    buffer_print(&out, ",\"received\":%u,\"expected\":%u", (unsigned)f->received, (unsigned)f->expected);
    json_field(&out, "value",
               f->text.length   ? f->text
               : f->share_count ? shares_text(arena, f, LANGUAGE_EN)
                                : quantity_text(arena, f->value));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].quantity->is)
            json_field(&out, rows[i].name, quantity_text(arena, *rows[i].quantity));
    buffer_byte(&out, '}');
    return buffer_str(&out);
}

static struct strs terms_of(struct arena *arena, const struct indicator *indicator)
{
    const struct terms *const both[] = {&indicator->numerator_terms, &indicator->denominator_terms};
    struct strs ids = {0};
    for (size_t t = 0; t < 2; t++)
        for (size_t i = 0; i < both[t]->count; i++)
            *PUSH(arena, &ids) = both[t]->at[i].indicator.id;
    return ids;
}

static void name_figure(struct arena *arena, const struct facts *facts, const struct figure *f, struct item *item)
{
    const struct indicator *indicator = &facts->indicators.at[f->key.indicator];
    size_t dimension = 0;
    item->indicator = indicator->id;
    item->subject = figure_subject_text(arena, facts, f->key.subject);
    while (dimension < item->key.length && item->key.at[dimension] != ';')
        dimension++;
    item->category = str_slice(item->key, dimension, item->key.length);
    item->terms = terms_of(arena, indicator);
    item->period = f->key.period;
    item->to_date = f->key.to_date;
}

struct item diff_figure(struct arena *arena, const struct facts *facts, const struct figure *f)
{
    static const enum section sections[] = {[SUBJECT_PROGRAMME] = SECTION_PROGRAMME,
                                            [SUBJECT_LAUREATE] = SECTION_LAUREATES,
                                            [SUBJECT_ATTRIBUTE] = SECTION_GROUPS};
    struct item item = {.section = sections[f->key.subject.kind],
                        .key = figure_key_text(arena, facts, f->key),
                        .label = label_text(arena, facts, f->key),
                        .json = figure_json(arena, f)};
    name_figure(arena, facts, f, &item);
    item.aspect[ASPECT_VALUE] = value_text(arena, facts, f);
    if (f->flow.is)
        item.aspect[ASPECT_FLOW] = number_text(arena, facts, f, f->flow);
    if (f->target.is)
        item.aspect[ASPECT_TARGET] = str_print(arena, "%s (%s)", number_text(arena, facts, f, f->target).at,
                                               show_period(arena, facts, f->target_period, PERIOD_SHORT).at);
    return item;
}
