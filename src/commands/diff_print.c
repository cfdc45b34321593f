#include "diff.h"

#include "compose/compose.h"

/* A forge refuses comments of more than 65 536 characters. */
#define LINES_MAX 60
#define SIGNS_MAX 60

static const char *words(enum language language, const char *french, const char *english)
{
    return language == LANGUAGE_FR ? french : english;
}

/* ---- a figure in words ---- */

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

struct item diff_figure(struct arena *arena, const struct facts *facts, const struct figure *f)
{
    static const enum section sections[] = {[SUBJECT_PROGRAMME] = SECTION_PROGRAMME,
                                            [SUBJECT_LAUREATE] = SECTION_LAUREATES,
                                            [SUBJECT_ATTRIBUTE] = SECTION_GROUPS};
    struct item item = {.section = sections[f->key.subject.kind],
                        .key = figure_key_text(arena, facts, f->key),
                        .label = label_text(arena, facts, f->key),
                        .json = figure_json(arena, f)};
    item.aspect[ASPECT_VALUE] = value_text(arena, facts, f);
    if (f->flow.is)
        item.aspect[ASPECT_FLOW] = number_text(arena, facts, f, f->flow);
    if (f->target.is)
        item.aspect[ASPECT_TARGET] = str_print(arena, "%s (%s)", number_text(arena, facts, f, f->target).at,
                                               show_period(arena, facts, f->target_period, PERIOD_SHORT).at);
    return item;
}

/* ---- text ---- */

static const struct {
    const char *french, *english;
} aspect_words[ASPECT_COUNT] = {
    [ASPECT_VALUE] = {"", ""}, [ASPECT_FLOW] = {"flux ", "flow "}, [ASPECT_TARGET] = {"cible ", "target "}};

static const struct item *item_of(const struct change *change)
{
    return change->after ? change->after : change->before;
}

static struct str aspect_of(const struct item *item, int aspect)
{
    return item && item->aspect[aspect].length ? item->aspect[aspect] : STR("—");
}

/* Of a long text as much as says which it is; JSON has it whole. */
static struct str shortened(struct arena *arena, struct str text)
{
    size_t at = 0;
    for (size_t signs = 0; signs < SIGNS_MAX && at < text.length; signs++)
        utf8_next(text, &at);
    return at < text.length ? str_print(arena, "%.*s…", (int)at, text.at) : text;
}

/* Only what differs: "215 jeunes (9/9) → 220 jeunes (9/9), flux 12 jeunes → 17 jeunes" */
static void add_aspects(struct buffer *out, const struct change *change, enum language language)
{
    bool any = false;
    for (int a = 0; a < ASPECT_COUNT; a++) {
        struct str before = aspect_of(change->before, a), after = aspect_of(change->after, a);
        if (str_equal(before, after))
            continue;
        before = shortened(out->arena, before), after = shortened(out->arena, after);
        buffer_print(out, "%s%s%.*s → %.*s", any ? ", " : "",
                     words(language, aspect_words[a].french, aspect_words[a].english), STR_ARG(before), STR_ARG(after));
        any = true;
    }
}

static void add_line(struct buffer *out, const struct change *change, enum language language)
{
    const struct item *item = item_of(change);
    buffer_print(out, "- %s ", !change->before ? "+" : !change->after ? "-" : "~");
    if (item->label.length) {
        buffer_print(out, words(language, "%.*s\u00A0: ", "%.*s: "), STR_ARG(item->label));
        add_aspects(out, change, language);
        buffer_byte(out, ' ');
    }
    buffer_print(out, "`%.*s`\n", STR_ARG(item->key));
}

static size_t count_in(const struct changes *changes, enum section first, enum section last)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        enum section section = item_of(&changes->at[i])->section;
        count += section >= first && section <= last;
    }
    return count;
}

static void add_section(struct buffer *out, const struct changes *changes, enum section section, enum language language)
{
    size_t told = 0, count = count_in(changes, section, section);
    for (size_t i = 0; i < changes->count && told < LINES_MAX; i++)
        if (item_of(&changes->at[i])->section == section) {
            add_line(out, &changes->at[i], language);
            told++;
        }
    if (count > told)
        buffer_print(out,
                     words(language, "- … et %zu autres, que donne `bilan diff --format json`\n",
                           "- … and %zu more, which `bilan diff --format json` gives\n"),
                     count - told);
    buffer_byte(out, '\n');
}

static void add_title(struct buffer *out, size_t count, const char *title, const char *none)
{
    buffer_print(out, count ? "## %s (%zu)\n\n" : "## %s\n\n", title, count);
    if (!count)
        buffer_print(out, "%s\n\n", none);
}

void diff_text(struct buffer *out, const struct changes *changes, enum language language)
{
    static const struct {
        const char *french, *english;
    } titles[] = {[SECTION_PROGRAMME] = {"Programme", "Programme"},
                  [SECTION_GROUPS] = {"Territoires", "Territories"},
                  [SECTION_LAUREATES] = {"Lauréats", "Laureates"}};
    size_t documents = count_in(changes, SECTION_DOCUMENTS, SECTION_DOCUMENTS);
    add_title(out, changes->count - documents, words(language, "Chiffres qui changent", "Figures that change"),
              words(language, "Aucun chiffre ne change.", "No figure changes."));
    for (int s = SECTION_PROGRAMME; s < SECTION_DOCUMENTS; s++) {
        size_t count = count_in(changes, (enum section)s, (enum section)s);
        if (!count)
            continue;
        buffer_print(out, "### %s (%zu)\n\n", words(language, titles[s].french, titles[s].english), count);
        add_section(out, changes, (enum section)s, language);
    }
    add_title(out, documents, words(language, "Documents qui changent", "Documents that change"),
              words(language, "Aucun document ne change.", "No document changes."));
    if (documents)
        add_section(out, changes, SECTION_DOCUMENTS, language);
}

/* ---- JSON ---- */

static void json_side(struct buffer *out, const char *name, const struct item *item)
{
    buffer_print(out, ",\"%s\":%.*s", name, STR_ARG(item ? item->json : STR("null")));
}

static void json_list(struct buffer *out, const struct changes *changes, bool documents)
{
    bool any = false;
    buffer_byte(out, '[');
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *c = &changes->at[i];
        const struct item *item = item_of(c);
        if ((item->section == SECTION_DOCUMENTS) != documents)
            continue;
        buffer_add(out, any ? STR(",\n  {\"key\":") : STR("\n  {\"key\":"));
        any = true;
        buffer_json(out, item->key);
        buffer_print(out, ",\"change\":\"%s\"", !c->before ? "added" : !c->after ? "removed" : "changed");
        if (!documents) {
            json_field(out, "label", item->label);
            json_side(out, "before", c->before);
            json_side(out, "after", c->after);
        }
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

void diff_json(struct buffer *out, const struct changes *changes)
{
    buffer_add(out, STR("{\"figures\":"));
    json_list(out, changes, false);
    buffer_add(out, STR(",\n \"documents\":"));
    json_list(out, changes, true);
    buffer_add(out, STR("}\n"));
}
