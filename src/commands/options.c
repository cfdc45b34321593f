/* The option table: it parses, it writes --help, and the manual is checked against it. */
#include "options.h"

#include "session.h"

#include "render/render.h"

static bool take_strs(struct arena *arena, struct strs *list, struct str value)
{
    for (struct str rest = value, piece; str_split(&rest, ',', &piece);)
        if (str_trim(piece).length)
            *PUSH(arena, list) = str_trim(piece);
    return list->count > 0;
}

/* The index of `value` among `names`, which ends with NULL; -1 if it is not there. */
static int choice(struct str value, const char *const *names)
{
    for (int i = 0; names[i]; i++)
        if (name_equal(value, str_of(names[i])))
            return i;
    return -1;
}

/* The word in either language. */
static int choice_in(struct str value, const char *const *english, const char *const *french)
{
    int i = choice(value, english);
    return i >= 0 ? i : choice(value, french);
}

static bool take_set(struct str value, const char *const *names, bool *set)
{
    for (struct str rest = value, piece; str_split(&rest, ',', &piece);) {
        int i = choice(str_trim(piece), names);
        if (i < 0)
            return false;
        set[i] = true;
    }
    return true;
}

static bool take_when(struct str value, enum when *when)
{
    static const char *const names[] = {"auto", "always", "never", NULL};
    int i = choice(value, names);
    if (i >= 0)
        *when = (enum when)i;
    return i >= 0;
}

static bool take_number(struct str value, int least, int most, int *number)
{
    int n = 0;
    for (size_t i = 0; i < value.length; i++) {
        if (value.at[i] < '0' || value.at[i] > '9' || n > most)
            return false;
        n = n * 10 + (value.at[i] - '0');
    }
    *number = n;
    return value.length && n >= least && n <= most;
}

static bool take_output(struct invocation *i, struct str v)
{
    i->output = v;
    return v.length > 0;
}
static bool take_deliverable(struct invocation *i, struct str v)
{
    return take_strs(i->arena, &i->deliverables, v);
}
static bool take_period(struct invocation *i, struct str v)
{
    i->all_periods = i->all_periods || name_equal(v, STR("all")) || name_equal(v, STR("toutes"));
    return i->all_periods || take_strs(i->arena, &i->periods, v);
}
static bool take_laureate(struct invocation *i, struct str v)
{
    return take_strs(i->arena, &i->laureates, v);
}
static bool take_audience(struct invocation *i, struct str v)
{
    static const char *const french[] = {"interne", "partenaires", "publique", NULL};
    for (struct str rest = v, piece; str_split(&rest, ',', &piece);) {
        int audience = choice_in(str_trim(piece), audience_name, french);
        if (audience < 0)
            return false;
        i->audiences[audience] = true;
    }
    return true;
}
static bool take_documents(struct invocation *i, struct str v)
{
    const char *names[FORMAT_COUNT + 1] = {NULL};
    for (int f = 0; f < FORMAT_COUNT; f++)
        names[f] = format_names[f].name.at;
    return take_set(v, names, i->formats);
}
static bool take_figures(struct invocation *i, struct str v)
{
    static const char *const names[] = {"csv", "json", NULL};
    i->print_format = v;
    return choice(v, names) >= 0;
}
static bool take_told(struct invocation *i, struct str v)
{
    static const char *const names[] = {"text", "json", NULL};
    i->print_format = v;
    return choice(v, names) >= 0;
}
static bool take_jobs(struct invocation *i, struct str v)
{
    return take_number(v, 1, 1024, &i->jobs);
}
static bool take_language(struct invocation *i, struct str v)
{
    static const char *const names[] = {"fr", "en", NULL};
    i->language_asked = choice(v, names);
    if (i->language_asked >= 0)
        i->language = (enum language)i->language_asked;
    return i->language_asked >= 0;
}
static bool take_diagnostics(struct invocation *i, struct str v)
{
    i->diagnostics_format = v;
    return diagnostics_writer(v) != NULL;
}
static bool take_colour(struct invocation *i, struct str v)
{
    return take_when(v, &i->colour);
}
static bool take_progress(struct invocation *i, struct str v)
{
    return take_when(v, &i->progress);
}
static bool take_indicator(struct invocation *i, struct str v)
{
    return take_strs(i->arena, &i->indicators, v);
}
static bool take_by(struct invocation *i, struct str v)
{
    static const char *const names[] = {"programme", "laureate", "territory", "themes", "publics", "tags", NULL};
    static const char *const french[] = {"programme", "laureat", "territoire", "themes", "publics", "etiquettes", NULL};
    int c = choice_in(v, names, french);
    i->by = c <= 0 ? SUBJECT_PROGRAMME : c == 1 ? SUBJECT_LAUREATE : SUBJECT_ATTRIBUTE;
    i->attribute = c < 2 ? ATTRIBUTE_NONE : (enum attribute)(c - 1);
    return c >= 0;
}
static bool take_time(struct invocation *i, struct str v)
{
    static const char *const names[] = {"none", "month", "quarter", "semester", "year", "to-date", NULL};
    static const char *const french[] = {"aucun", "mois", "trimestre", "semestre", "annee", "a-ce-jour", NULL};
    int c = choice_in(v, names, french);
    i->to_date = c == 5;
    if (c > 0 && c < 5)
        i->time = (enum period_kind)c;
    return c > 0;
}
static bool take_dimension(struct invocation *i, struct str v)
{
    i->dimension = v;
    return v.length > 0;
}
#define FLAG(field)                                                                                                    \
    static bool take_##field(struct invocation *i, struct str v)                                                       \
    {                                                                                                                  \
        (void)v;                                                                                                       \
        return i->field = true;                                                                                        \
    }
FLAG(strict)
FLAG(draft)
FLAG(publish)
FLAG(remind)
FLAG(replace)
FLAG(force)
FLAG(quiet)
FLAG(verbose)

const struct option_row option_rows[] = {
    {'o',
     "output",
     "OUT",
     OPTIONS_OUTPUT,
     take_output,
     {"dossier des fichiers produits (« out » si l’option est absente)", "folder of the files made (default: out)"}},
    {0,
     "deliverable",
     "NOM,…|NAME,…",
     OPTIONS_BUILD,
     take_deliverable,
     {"seulement ces livrables", "only these deliverables"}},
    {0,
     "period",
     "P,…",
     OPTIONS_BUILD | OPTIONS_FIGURES | OPTIONS_COLLECT | OPTIONS_REMIND,
     take_period,
     {"seulement ces périodes (2025-T4, 2025, all)", "only these periods (2025-Q4, 2025, all)"}},
    {0,
     "laureate",
     "ID,…",
     OPTIONS_BUILD | OPTIONS_COLLECT | OPTIONS_REMIND,
     take_laureate,
     {"seulement ces lauréats", "only these laureates"}},
    {0, "indicator", "ID,…", OPTIONS_FIGURES, take_indicator, {"seulement ces indicateurs", "only these indicators"}},
    {0,
     "by",
     "programme|laureate|territory|themes|publics|tags",
     OPTIONS_FIGURES,
     take_by,
     {"chiffres de qui", "whose figures"}},
    {0,
     "time",
     "month|quarter|semester|year|to-date",
     OPTIONS_FIGURES,
     take_time,
     {"sur quelle durée", "over what time"}},
    {0,
     "dimension",
     "D",
     OPTIONS_FIGURES,
     take_dimension,
     {"ajoute les catégories de cette ventilation", "adds the categories of this breakdown"}},
    {0,
     "audience",
     "public|partners|internal,…",
     OPTIONS_BUILD | OPTIONS_FIGURES,
     take_audience,
     {"pour qui", "for whom"}},
    {0,
     "format",
     "pdf|xlsx|html|ics|atom,…",
     OPTIONS_BUILD,
     take_documents,
     {"seulement ces formats", "only these formats"}},
    {0, "format", "csv|json", OPTIONS_FIGURES, take_figures, {"forme des chiffres", "form of the figures"}},
    {0, "format", "text|json", OPTIONS_TOLD, take_told, {"forme de la réponse", "form of the answer"}},
    {'j',
     "jobs",
     "N",
     OPTIONS_DATA,
     take_jobs,
     {"nombre de processus, de 1 à 1024 (tous les cœurs si l’option est absente)",
      "number of processes, 1 to 1024 (default: all cores)"}},
    {0,
     "language",
     "fr|en",
     OPTIONS_DATA | OPTIONS_SAYING,
     take_language,
     {"langue des documents et des messages", "language of documents and messages"}},
    {0,
     "strict",
     NULL,
     OPTIONS_DATA,
     take_strict,
     {"les avertissements retiennent aussi les documents", "warnings withhold documents too"}},
    {0,
     "draft",
     NULL,
     OPTIONS_BUILD,
     take_draft,
     {"produit malgré les erreurs, avec la mention BROUILLON", "build in spite of errors, marked DRAFT"}},
    {0,
     "publish",
     NULL,
     OPTIONS_BUILD,
     take_publish,
     {"note les chiffres publiés dans editions/ des données", "record the published figures in the data's editions/"}},
    {0,
     "remind",
     NULL,
     OPTIONS_REMIND,
     take_remind,
     {"écrit un texte de relance par lauréat", "write a reminder text for each laureate"}},
    {0,
     "replace",
     NULL,
     OPTIONS_IMPORT,
     take_replace,
     {"remplace les valeurs et récits qui diffèrent", "replace values and narratives that differ"}},
    {0, "force", NULL, OPTIONS_BUILD, take_force, {"refait même ce qui est à jour", "make again what is up to date"}},
    {0,
     "diagnostics",
     "text|json",
     OPTIONS_DATA,
     take_diagnostics,
     {"forme des messages sur les données", "form of the messages about the data"}},
    {0, "color", "auto|always|never", OPTIONS_DATA, take_colour, {"messages en couleur", "messages in colour"}},
    {0, "progress", "auto|always|never", OPTIONS_BUILD, take_progress, {"avancement", "progress"}},
    {'q',
     "quiet",
     NULL,
     OPTIONS_DATA | OPTIONS_SAYING,
     take_quiet,
     {"ne dit que ce qui ne va pas", "say only what is wrong"}},
    {'v', "verbose", NULL, OPTIONS_DATA, take_verbose, {"dit aussi les notes", "say the notes too"}},
};
const size_t option_row_count = sizeof option_rows / sizeof *option_rows;
_Static_assert(sizeof option_rows / sizeof *option_rows <= OPTION_ROWS_MAX, "OPTION_ROWS_MAX is too small");
