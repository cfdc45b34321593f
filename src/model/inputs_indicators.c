/* Columns of the shared measures: their definitions, targets, values and corrections. */
#include "inputs_columns.h"

/* clang-format off */
static const struct choice scope_choices[] = {
    CHOICE("shared", "partage", SCOPE_SHARED), CHOICE("own", "propre", SCOPE_OWN), CHOICE("programme", "programme", SCOPE_PROGRAMME), CHOICES_END};

const struct choice level_choices[] = {
    CHOICE("input", "moyens", LEVEL_INPUT), CHOICE("activity", "activite", LEVEL_ACTIVITY), CHOICE("output", "realisation", LEVEL_OUTPUT),
    CHOICE("outcome", "resultat", LEVEL_OUTCOME), CHOICE("impact", "impact", LEVEL_IMPACT), CHOICES_END};

static const struct choice type_choices[] = {
    CHOICE("count", "compte", TYPE_COUNT), CHOICE("amount", "montant", TYPE_AMOUNT), CHOICE("ratio", "ratio", TYPE_RATIO),
    CHOICE("mean", "moyenne", TYPE_MEAN), CHOICE("median", "mediane", TYPE_MEDIAN), CHOICE("value", "valeur", TYPE_VALUE),
    CHOICE("score", "score", TYPE_SCORE), CHOICE("yes_no", "oui_non", TYPE_YES_NO), CHOICE("milestone", "jalon", TYPE_MILESTONE),
    CHOICE("text", "texte", TYPE_TEXT), CHOICES_END};

static const struct choice nature_choices[] = {
    CHOICE("flow", "flux", NATURE_FLOW), CHOICE("stock", "stock", NATURE_STOCK), CHOICE("year_to_date", "cumul_annee", NATURE_YEAR_TO_DATE),
    CHOICE("to_date", "cumul_programme", NATURE_TO_DATE), CHOICE("point", "ponctuel", NATURE_POINT), CHOICES_END};

static const struct choice counting_choices[] = {
    CHOICE("occurrences", "passages", COUNTING_OCCURRENCES), CHOICE("unique_period", "uniques_periode", COUNTING_UNIQUE_PERIOD),
    CHOICE("unique_year", "uniques_annee", COUNTING_UNIQUE_YEAR), CHOICE("unique_programme", "uniques_programme", COUNTING_UNIQUE_PROGRAMME), CHOICES_END};

static const struct choice about_choices[] = {
    CHOICE("persons", "personnes", ABOUT_PERSONS), CHOICE("things", "choses", ABOUT_THINGS), CHOICE("money", "argent", ABOUT_MONEY), CHOICES_END};

static const struct choice direction_choices[] = {
    CHOICE("up", "hausse", DIRECTION_UP), CHOICE("down", "baisse", DIRECTION_DOWN), CHOICE("maintain", "maintien", DIRECTION_MAINTAIN),
    CHOICE("range", "plage", DIRECTION_RANGE), CHOICES_END};

static const struct choice over_choices[] = {
    CHOICE("sum", "somme", OVER_SUM), CHOICE("last", "dernier", OVER_LAST), CHOICE("mean", "moyenne", OVER_MEAN), CHOICE("none", "aucune", OVER_NONE),
    CHOICE("distribution", "distribution", OVER_DISTRIBUTION), CHOICE("simple_mean", "moyenne_simple", OVER_SIMPLE_MEAN), CHOICES_END};

static const struct choice visibility_choices[] = {
    CHOICE("public", "publique", VISIBILITY_PUBLIC), CHOICE("partners", "partenaires", VISIBILITY_PARTNERS), CHOICE("internal", "interne", VISIBILITY_INTERNAL), CHOICES_END};

const struct choice audience_choices[] = {
    CHOICE("internal", "interne", AUDIENCE_INTERNAL + 1), CHOICE("partners", "partenaires", AUDIENCE_PARTNERS + 1), CHOICE("public", "publique", AUDIENCE_PUBLIC + 1),
    CHOICE("public", "public", AUDIENCE_PUBLIC + 1), CHOICES_END};

const struct choice status_choices[] = {
    CHOICE("p", "p", STATUS_PROVISIONAL), CHOICE("e", "e", STATUS_ESTIMATED), CHOICE("r", "r", STATUS_RESTATED),
    CHOICE("nd", "nd", STATUS_NOT_AVAILABLE), CHOICE("so", "so", STATUS_NOT_APPLICABLE), CHOICE("nc", "nc", STATUS_WITHHELD),
    CHOICE("provisional", "provisoire", STATUS_PROVISIONAL), CHOICE("estimated", "estime", STATUS_ESTIMATED), CHOICE("restated", "corrige", STATUS_RESTATED),
    CHOICE("not_available", "non_disponible", STATUS_NOT_AVAILABLE), CHOICE("not_applicable", "sans_objet", STATUS_NOT_APPLICABLE),
    CHOICE("withheld", "non_communique", STATUS_WITHHELD), CHOICES_END};

const struct column indicator_columns[] = {
    COLUMN(indicator, id, NAME, "id", "id", "Identifiant court, employé dans les mesures", "Short identifier, used in the measures", REQUIRED),
    COLUMN(indicator, label, TEXT, "label", "libelle", "L’indicateur tel qu’il s’imprime", "The indicator as printed", REQUIRED),
    COLUMN(indicator, type, CHOICE, "type", "type", "Ce qui est mesuré : compte, montant, ratio, moyenne…", "What is measured: count, amount, ratio, mean…", .choices = type_choices, REQUIRED),
    COLUMN(indicator, short_label, TEXT, "short_label", "libelle_court", "Libellé d’au plus 30 signes, pour les graphiques", "A label of at most 30 signs, for charts", OPTIONAL),
    COLUMN(indicator, definition, TEXT, "definition", "definition", "Ce qui est compté, et comment trancher un cas douteux", "What is counted, and how to settle a doubtful case", OPTIONAL),
    COLUMN(indicator, use, TEXT, "use", "usage", "La décision que cette mesure éclaire", "The decision this measure serves", OPTIONAL),
    COLUMN(indicator, scope, CHOICE, "scope", "portee", "partage : agrégé entre lauréats ; propre : à un lauréat ; programme : mesuré par la coordination", "shared: aggregated over laureates; own: a laureate's; programme: measured by the coordination", .choices = scope_choices),
    COLUMN(indicator, level, CHOICE, "level", "niveau", "Sa place entre les moyens et l’impact", "Its place between inputs and impact", .choices = level_choices),
    COLUMN(indicator, node, TEXT, "node", "maillon", "Le maillon de la théorie du changement qu’il observe", "The node of the theory of change it watches", OPTIONAL),
    COLUMN(indicator, factor, INTEGER, "factor", "facteur", "Le facteur de réussite qu’il observe, de 1 à 6", "The success factor it watches, 1 to 6", OPTIONAL),
    COLUMN(indicator, nature, CHOICE, "nature", "nature", "flux, stock, cumul ou valeur ponctuelle : commande l’agrégation dans le temps", "flow, stock, cumulative or point: decides the aggregation over time", .choices = nature_choices),
    COLUMN(indicator, counting, CHOICE, "counting", "comptage", "Qui n’est compté qu’une fois, et sur quelle durée", "Who is counted once, and over what", .choices = counting_choices),
    COLUMN(indicator, about, CHOICE, "about", "objet", "Ce que l’on compte : personnes, choses, argent ; règle la confidentialité", "What is counted: persons, things, money; rules confidentiality", .choices = about_choices),
    COLUMN(indicator, numerator, TEXT, "numerator", "numerateur", "Identifiants d’indicateurs joints par « + » ou « - » entre espaces", "Indicator ids joined by + or - between spaces", OPTIONAL),
    COLUMN(indicator, denominator, TEXT, "denominator", "denominateur", "Identifiants d’indicateurs joints par « + » ou « - » entre espaces", "Indicator ids joined by + or - between spaces", OPTIONAL),
    COLUMN(indicator, multiplier, NUMBER, "multiplier", "multiplicateur", "100 pour un pourcentage", "100 for a percentage", OPTIONAL),
    COLUMN(indicator, unit, TEXT, "unit", "unite", "L’unité, telle qu’elle s’imprime après le nombre", "The unit, as printed after the number", OPTIONAL),
    COLUMN(indicator, decimals, INTEGER, "decimals", "decimales", "Décimales imprimées", "Decimals printed", OPTIONAL),
    COLUMN(indicator, min, NUMBER, "min", "min", "La plus petite valeur possible", "The least possible value", OPTIONAL),
    COLUMN(indicator, max, NUMBER, "max", "max", "La plus grande valeur possible", "The greatest possible value", OPTIONAL),
    COLUMN(indicator, integer, YES_NO, "integer", "entier", "Les valeurs sont-elles entières", "Whether values are whole numbers", OPTIONAL),
    COLUMN(indicator, direction, CHOICE, "direction", "sens", "Où l’on veut aller : hausse, baisse, maintien, plage", "Where one wants to go: up, down, maintain, range", .choices = direction_choices),
    COLUMN(indicator, tolerance, NUMBER, "tolerance", "tolerance", "Écart admis à la cible pour un maintien", "Distance from the target allowed for maintain", OPTIONAL),
    COLUMN(indicator, low, NUMBER, "low", "bas", "Bas de la plage", "Low end of the range", OPTIONAL),
    COLUMN(indicator, high, NUMBER, "high", "haut", "Haut de la plage", "High end of the range", OPTIONAL),
    COLUMN(indicator, over_time, CHOICE, "over_time", "agg_temps", "Agrégation dans le temps, si ce n’est pas la règle", "Aggregation over time, where it is not the rule's", .choices = over_choices),
    COLUMN(indicator, over_laureates, CHOICE, "over_laureates", "agg_laureats", "Agrégation entre lauréats, si ce n’est pas la règle", "Aggregation over laureates, where it is not the rule's", .choices = over_choices),
    COLUMN(indicator, expected_from, TEXT, "expected_from", "attendu_de", "tous, tag:étiquette, ou des identifiants de lauréats", "all, tag:x, or laureate ids", OPTIONAL),
    COLUMN(indicator, frequency, CHOICE, "frequency", "periodicite", "Le rythme auquel il est rendu", "How often it is filed", .choices = period_kind_choices),
    COLUMN(indicator, due_days, INTEGER, "due_days", "delai", "Jours après la fin de la période pour le rendre (15)", "Days after the period's end to file it (15)", OPTIONAL),
    COLUMN(indicator, year_start, INTEGER, "year_start", "debut_annee", "Mois où commence son année, si elle n’est pas celle du programme", "Month in which its year starts, where not the programme's", OPTIONAL),
    COLUMN(indicator, dimensions, NAMES, "dimensions", "ventilations", "Ses ventilations, séparées par une espace", "Its breakdowns, separated by a space", OPTIONAL),
    COLUMN(indicator, baseline, NUMBER, "baseline", "reference", "La valeur de départ du programme", "The programme's starting value", OPTIONAL),
    COLUMN(indicator, baseline_period, PERIOD, "baseline_period", "periode_reference", "La période de cette valeur de départ", "The period of that starting value", OPTIONAL),
    COLUMN(indicator, visibility, CHOICE, "visibility", "diffusion", "Jusqu’à qui il est diffusé", "How far it may be published", .choices = visibility_choices),
    COLUMN(indicator, suppress_below, INTEGER, "suppress_below", "seuil", "Effectif au-dessous duquel il est masqué, si ce n’est pas celui du programme", "Number below which it is masked, where not the programme's", OPTIONAL),
    COLUMN(indicator, headline, YES_NO, "headline", "phare", "Fait-il partie des chiffres mis en avant (7 au plus)", "Whether it is one of the headline figures (at most 7)", OPTIONAL),
    COLUMN(indicator, source, TEXT, "source", "source", "D’où vient la donnée", "Where the data come from", OPTIONAL),
    COLUMN(indicator, method, TEXT, "method", "methode", "Comment elle est recueillie", "How they are collected", OPTIONAL),
    COLUMN(indicator, owner, TEXT, "owner", "responsable", "Qui répond de cet indicateur", "Who answers for this indicator", OPTIONAL),
    COLUMN(indicator, limits, TEXT, "limits", "limites", "Ce qu’il ne dit pas", "What it does not say", OPTIONAL),
    COLUMN(indicator, reference_framework, TEXT, "reference_framework", "referentiel", "Le référentiel dont il vient", "The framework it comes from", OPTIONAL),
    COLUMN(indicator, valid_from, MOMENT, "valid_from", "valide_de", "Jour ou période à partir de laquelle il est demandé", "Day or period from which it is asked for", OPTIONAL),
    COLUMN(indicator, valid_to, MOMENT, "valid_to", "valide_a", "Dernier jour ou dernière période où il est demandé", "Last day or period for which it is asked", OPTIONAL),
    COLUMN(indicator, version, TEXT, "version", "version", "Version de la définition", "Version of the definition", OPTIONAL),
    COLUMN(indicator, series_break, MOMENT, "break", "rupture", "Jour ou période à partir de laquelle la série n’est plus comparable", "Day or period from which the series is no longer comparable", OPTIONAL),
    COLUMN(indicator, made_of, TEXT, "made_of", "fait_de", "Identifiants dont il est la somme, ou dont un stock ou un cumul varie, joints par « + » ou « - » : aucun ne trahit les masques de l’autre", "Ids that it adds up, or by which a stock or a cumulative changes, joined by + or -: neither gives away the other’s masks", OPTIONAL),
    COLUMNS_END};

const struct column target_columns[] = {
    COLUMN(target, indicator, REF, "indicator", "indicateur", "L’identifiant de l’indicateur", "The indicator's id", .refers = "indicators", REQUIRED),
    COLUMN(target, period, PERIOD, "period", "periode", "La période où la cible doit être atteinte", "The period in which the target is to be reached", REQUIRED),
    COLUMN(target, target, NUMBER, "target", "cible", "La valeur visée, dans l’unité de l’indicateur", "The value aimed at, in the indicator's unit", REQUIRED),
    COLUMN(target, laureate, REF, "laureate", "laureat", "Le lauréat ; vide pour le programme", "The laureate; empty for the programme", .refers = "laureates"),
    COLUMN(target, baseline, NUMBER, "baseline", "reference", "La valeur de départ", "The starting value", OPTIONAL),
    COLUMNS_END};

/* `offset` says nothing here: rows of measures become observations. A column a dimension is added to these. */
#define MEASURE(kind, english, french, ...) \
    {.en = TEXT_OF(english), .fr = TEXT_OF(french), .type = COLUMN_##kind, __VA_ARGS__}
#define HELP(french, english) .help_fr = TEXT_OF(french), .help_en = TEXT_OF(english)
const struct column measure_columns[] = {
    MEASURE(REF, "indicator", "indicateur", .refers = "indicators", REQUIRED, HELP("L’identifiant de l’indicateur", "The indicator's id")),
    MEASURE(PERIOD, "period", "periode", HELP("La période mesurée ; celle du nom du fichier si elle manque", "The period measured; that of the file's name where absent")),
    MEASURE(TEXT, "value", "valeur", HELP("La valeur, « nd », « so » ou « nc »", "The value, or nd, so, nc")),
    MEASURE(NUMBER, "numerator", "numerateur", HELP("Le numérateur d’un ratio", "A ratio's numerator")),
    MEASURE(NUMBER, "denominator", "denominateur", HELP("Le dénominateur d’un ratio", "A ratio's denominator")),
    MEASURE(NUMBER, "n", "effectif", HELP("Le nombre de réponses derrière une moyenne ou un score", "The number of answers behind a mean or a score")),
    MEASURE(CHOICE, "status", "statut", .choices = status_choices, HELP("p provisoire, e estimé, r corrigé, nd, so, nc", "p provisional, e estimated, r restated, nd, so, nc")),
    MEASURE(TEXT, "reason", "motif", HELP("Pourquoi la valeur manque", "Why the value is missing")),
    MEASURE(TEXT, "source", "source", HELP("D’où vient cette valeur", "Where this value comes from")),
    MEASURE(TEXT, "comment", "commentaire", HELP("Une remarque, ou la méthode d’une estimation", "A remark, or the method of an estimate")),
    MEASURE(DATE, "date", "date", HELP("Le jour de la valeur, du jalon ou de la remise", "The day of the value or milestone")),
    COLUMNS_END};

const struct column correction_columns[] = {
    COLUMN(correction, indicator, REF, "indicator", "indicateur", "L’indicateur corrigé", "The indicator corrected", .refers = "indicators", REQUIRED),
    COLUMN(correction, laureate, REF, "laureate", "laureat", "Le lauréat ; vide pour le programme", "The laureate; empty for the programme", .refers = "laureates"),
    COLUMN(correction, period, PERIOD, "period", "periode", "La période corrigée", "The period corrected", REQUIRED),
    COLUMN(correction, old, TEXT, "old", "ancienne", "La valeur d’avant", "The value before", REQUIRED),
    COLUMN(correction, replacement, TEXT, "new", "nouvelle", "La valeur d’à présent, celle des mesures", "The present value, that of the measures", REQUIRED),
    COLUMN(correction, reason, TEXT, "reason", "motif", "Pourquoi elle a changé", "Why it changed", REQUIRED),
    COLUMN(correction, author, TEXT, "author", "auteur", "Qui a corrigé", "Who corrected it", OPTIONAL),
    COLUMN(correction, date, DATE, "date", "date", "Quand", "When", OPTIONAL),
    COLUMNS_END};

const struct column edition_columns[] = {
    COLUMN(edition_figure, key, TEXT, "key", "cle", "La clé du chiffre", "The figure's key", REQUIRED),
    COLUMN(edition_figure, value, TEXT, "value", "valeur", "Sa valeur publiée", "Its published value", OPTIONAL),
    COLUMN(edition_figure, state, TEXT, "state", "etat", "Son état", "Its state", OPTIONAL),
    COLUMN(edition_figure, audience, TEXT, "audience", "public", "À qui il a été publié", "To whom it was published", OPTIONAL),
    COLUMN(edition_figure, numerator, TEXT, "numerator", "numerateur", "Ce qu’il divise", "What it divides", OPTIONAL),
    COLUMN(edition_figure, denominator, TEXT, "denominator", "denominateur", "Ce par quoi il le divise", "What it divides it by", OPTIONAL),
    COLUMN(edition_figure, low, TEXT, "low", "bas", "Le plus petit qu’il peut être", "The least that it can be", OPTIONAL),
    COLUMN(edition_figure, high, TEXT, "high", "haut", "Le plus grand qu’il peut être", "The most that it can be", OPTIONAL),
    COLUMN(edition_figure, answers, TEXT, "answers", "reponses", "D’un score, combien ont fait chaque réponse : 1=4 3=12", "Of a score, how many gave each answer: 1=4 3=12", OPTIONAL),
    COLUMNS_END};
/* clang-format on */
