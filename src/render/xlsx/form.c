#include "form.h"

/* ---- words ---- */

#define W(french, english)                                                                                             \
    {                                                                                                                  \
        {french, sizeof french - 1},                                                                                   \
        {                                                                                                              \
            english, sizeof english - 1                                                                                \
        }                                                                                                              \
    }

static const struct str words[WORD_COUNT][LANGUAGE_COUNT] = {
    [WORD_MEASURES] = W("Mesures", "Measures"),
    [WORD_NARRATIVE] = W("Récit", "Narrative"),
    [WORD_READ_ME] = W("À lire", "Read me"),
    [WORD_TITLE] = W("Formulaire de collecte", "Collection form"),
    [WORD_HOW_FILL] =
        W("Remplissez les cases encadrées, à fond clair ; les autres sont protégées, sans mot de passe. Les "
          "définitions sont au bout de chaque ligne, la valeur de la période précédente est rappelée.",
          "Fill the framed cells on a light ground; the others are protected, without a password. Definitions "
          "are at the end of each row, and the value of the period before is recalled."),
    [WORD_HOW_STATUS] =
        W("Statut : rien pour une valeur définitive ; « p » provisoire, « e » estimée (dites la méthode), "
          "« r » rectifiée ; sans valeur : « nd » non disponible (dites pourquoi), « so » sans objet, « nc » "
          "non communiquée.",
          "Status: nothing for a final value; “p” provisional, “e” estimated (say how), “r” restated; "
          "without a value: “nd” not available (say why), “so” not applicable, “nc” withheld."),
    [WORD_HOW_EMPTY] = W("Zéro est une valeur : écrivez 0. Une case vide veut dire que vous n’avez pas encore répondu.",
                         "Zero is a value: write 0. An empty cell means that you have not answered yet."),
    [WORD_HOW_RETURN] = W("Rendez ce fichier à la coordination, sans ajouter ni supprimer de ligne ou de feuille.",
                          "Return this file to the coordination, without adding or deleting rows or sheets."),
    [WORD_YES] = W("oui", "yes"),
    [WORD_NO] = W("non", "no"),
    [WORD_PREVIOUS_NONE] = W("–", "–"),
    [WORD_RECEIVED] = W("Remis le", "Received on"),
    [WORD_NARRATIVE_HOW] =
        W("Une ligne vide sépare deux paragraphes (Alt + Entrée) ; une ligne qui commence par « - » est un "
          "point d’une liste.",
          "An empty line parts two paragraphs (Alt + Enter); a line that begins with “-” is an item of a "
          "list."),
    [WORD_REFUSED_NUMBER] =
        W("Écrivez un nombre dans les bornes de l’indicateur ; sans valeur, laissez vide et dites-le dans "
          "Statut.",
          "Write a number within the indicator’s bounds; without a value, leave it empty and say so "
          "in Status."),
    [WORD_REFUSED_LIST] = W("Choisissez dans la liste.", "Choose from the list."),
    [WORD_REFUSED_DATE] = W("Écrivez une date : 12/03/2025.", "Write a date: 12/03/2025."),
    [WORD_ANSWER] = W("réponse", "answer"),
    [WORD_NEEDS] = W("Besoins à partager", "Needs to share"),
    [WORD_NEEDS_HOW] = W("Un besoin par ligne : sa nature et ce qu’il est, en une phrase ; dites s’il peut être porté "
                         "devant le collectif.",
                         "A need per row: its kind and what it is, in a sentence; say whether it may be brought "
                         "before the collective."),
    [WORD_NEED_TYPE] = W("Nature", "Kind"),
    [WORD_NEED_TEXT] = W("Besoin", "Need"),
    [WORD_NEED_URGENCY] = W("Urgence", "Urgency"),
    [WORD_NEED_SHAREABLE] = W("À partager en séance", "To share in a session"),
    [WORD_NEED_CODE] = W("Code", "Code"),
};

struct str form_word(enum language language, enum form_word word)
{
    return words[word][language];
}

static const struct str headers[FORM_COLUMNS][LANGUAGE_COUNT] = {
    [FORM_LABEL] = W("Indicateur", "Indicator"),
    [FORM_CATEGORY] = W("Ventilation", "Breakdown"),
    [FORM_UNIT] = W("Unité", "Unit"),
    [FORM_PERIOD] = W("Période", "Period"),
    [FORM_PREVIOUS] = W("Période précédente", "Period before"),
    [FORM_VALUE] = W("Valeur", "Value"),
    [FORM_NUMERATOR] = W("Numérateur", "Numerator"),
    [FORM_DENOMINATOR] = W("Dénominateur ou effectif", "Denominator or n"),
    [FORM_DATE] = W("Date", "Date"),
    [FORM_STATUS] = W("Statut", "Status"),
    [FORM_REASON] = W("Motif ou méthode", "Reason or method"),
    [FORM_DEFINITION] = W("Définition", "Definition"),
    [FORM_CODE] = W("Code", "Code"),
    [FORM_CODE_PERIOD] = W("Code de la période", "Code of the period"),
    [FORM_CODE_CATEGORY] = W("Code de la ventilation", "Code of the breakdown"),
};

struct str form_header(enum language language, enum form_column column)
{
    return headers[column][language];
}

static const struct str statuses[][LANGUAGE_COUNT] = {
    [STATUS_FINAL] = W("", ""),
    [STATUS_PROVISIONAL] = W("provisoire", "provisional"),
    [STATUS_ESTIMATED] = W("estimée", "estimated"),
    [STATUS_RESTATED] = W("rectifiée", "restated"),
    [STATUS_NOT_AVAILABLE] = W("non disponible", "not available"),
    [STATUS_NOT_APPLICABLE] = W("sans objet", "not applicable"),
    [STATUS_WITHHELD] = W("non communiquée", "withheld"),
};

struct str form_status_words(enum language language, enum observation_status status)
{
    return statuses[status][language];
}

/* ---- rows ---- */

unsigned form_inputs(const struct indicator *indicator)
{
    unsigned always = 1u << FORM_STATUS | 1u << FORM_REASON;
    switch (indicator->type) {
    case TYPE_RATIO:
        return always | 1u << FORM_NUMERATOR | 1u << FORM_DENOMINATOR;
    case TYPE_MEAN:
        return always | 1u << FORM_VALUE | 1u << FORM_DENOMINATOR;
    case TYPE_SCORE:
        return 1u << FORM_DENOMINATOR | 1u << FORM_REASON;
    case TYPE_MILESTONE:
    case TYPE_VALUE:
        return always | 1u << FORM_VALUE | 1u << FORM_DATE;
    default:
        return always | 1u << FORM_VALUE | (indicator->nature == NATURE_POINT ? 1u << FORM_DATE : 0);
    }
}

static bool is_asked(const struct indicator *indicator, struct period period)
{
    bool from = !date_is(indicator->valid_from.first) || indicator->valid_from.first.day <= period_last_day(period).day;
    bool to = !date_is(indicator->valid_to.last) || indicator->valid_to.last.day >= period_first_day(period).day;
    return indicator->scope != SCOPE_PROGRAMME && !indicator->numerator_terms.count && from && to;
}

static void add_row(struct arena *arena, struct form_rows *rows, struct form_row row)
{
    row.row = FORM_HEADER_ROW + 1 + (uint32_t)rows->count;
    *PUSH(arena, rows) = row;
}

static void add_answers(struct arena *arena, struct form_rows *rows, const struct indicator *indicator,
                        struct form_row row)
{
    int64_t least = indicator->min.is ? (int64_t)decimal_double(decimal_of(indicator->min.number)) : 1;
    int64_t most = indicator->max.is ? (int64_t)decimal_double(decimal_of(indicator->max.number)) : 5;
    row.has_answer = true;
    for (row.answer = least; row.answer <= most && row.answer < least + 20; row.answer++)
        add_row(arena, rows, row);
}

static void add_indicator(struct arena *arena, const struct facts *facts, struct form_rows *rows, uint32_t index,
                          struct period period)
{
    const struct indicator *indicator = &facts->indicators.at[index];
    struct form_row row = {.indicator = index, .period = period};
    bool broken_down = indicator->type == TYPE_COUNT || indicator->type == TYPE_AMOUNT ||
                       indicator->type == TYPE_RATIO || indicator->type == TYPE_MEAN;
    if (indicator->type == TYPE_SCORE) {
        add_answers(arena, rows, indicator, row);
        return;
    }
    add_row(arena, rows, row);
    for (size_t d = 0; broken_down && d < indicator->dimensions.count; d++) {
        const struct dimension *dimension = &facts->dimensions.at[indicator->dimension_indexes[d]];
        for (uint32_t c = 0; indicator->dimension_indexes[d] && c < dimension->count; c++) {
            row.category = dimension->first + c;
            add_row(arena, rows, row);
        }
    }
}

/* Who answered that it does not apply is asked no more, and must still be able to say otherwise. */
static bool is_expected(struct arena *arena, const struct measures *measures, uint32_t laureate, uint32_t indicator,
                        struct period period)
{
    struct expected expected;
    struct form_row row = {.indicator = indicator, .period = period};
    return measure_expected_of(arena, measures, indicator, period, laureate, &expected) ||
           form_observation(measure_facts(measures), laureate, &row);
}

struct form_rows form_rows(struct arena *arena, const struct measures *measures, uint32_t laureate,
                           struct period period)
{
    const struct facts *facts = measure_facts(measures);
    struct form_rows rows = {NULL, 0, 0};
    for (uint32_t i = 1; i < facts->indicators.count; i++) {
        const struct indicator *indicator = &facts->indicators.at[i];
        int year_start =
            indicator->year_start.is ? (int)indicator->year_start.number.units : facts->programme.year_start;
        /* Every period of the indicator's own kind that ends within the one asked for. */
        for (int32_t month = period.first; month < period_end(period); month++) {
            struct period own = period_at((enum period_kind)indicator->frequency, month, year_start);
            bool ends = period_end(own) - 1 == month;
            if (ends && is_asked(indicator, own) && is_expected(arena, measures, laureate, i, own))
                add_indicator(arena, facts, &rows, i, own);
        }
    }
    return rows;
}

struct str form_category(struct arena *arena, const struct facts *facts, const struct form_row *row)
{
    const struct category *category = &facts->categories.at[row->category];
    if (row->has_answer)
        return str_print(arena, "=%lld", (long long)row->answer);
    return row->category ? str_print(arena, "%.*s=%.*s", STR_ARG(category->dimension), STR_ARG(category->category))
                         : STR_NONE;
}

/* A half-yearly answer may stand under the half-year or under the quarter that ends it. */
static bool same_period(const struct facts *facts, const struct observation *o, struct period period)
{
    enum period_kind kind = (enum period_kind)o->period_kind;
    return (kind == period.kind || kind == facts->programme.period) &&
           period_end(observation_period(o)) == period_end(period) && period_months(kind) <= period_months(period.kind);
}

static bool same_category(const struct facts *facts, const struct observation *o, uint32_t category)
{
    const struct crossing *crossing = &facts->crossings.at[o->category];
    return o->category ? crossing->count == 1 && crossing->category[0] == category : !category;
}

const struct observation *form_observation(const struct facts *facts, uint32_t laureate, const struct form_row *row)
{
    const struct observations *all = &facts->observations;
    for (size_t i = observations_from(all, laureate, row->indicator); i < all->count; i++) {
        const struct observation *o = &all->at[i];
        struct decimal answer = {o->first, o->first_scale};
        if (o->indicator != row->indicator || o->laureate != laureate)
            break;
        if (same_category(facts, o, row->category) && same_period(facts, o, row->period) &&
            (!row->has_answer || decimal_compare(answer, decimal_int(row->answer)) == 0))
            return o;
    }
    return NULL;
}
