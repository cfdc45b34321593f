/* The option table: it parses, it writes --help, and the manual is checked against it. */
#include "session.h"

#include <assert.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum value_kind { VALUE_NONE, VALUE_TEXT, VALUE_LIST, VALUE_NUMBER, VALUE_CHOICE };

struct option_row {
    char letter;
    const char *name;
    const char *value; /* its word in the help, NULL when it takes none */
    unsigned groups;
    bool (*take)(struct invocation *invocation, struct str value);
    const char *help[LANGUAGE_COUNT];
};

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
    static const char *const names[] = {"internal", "partners", "public", NULL};
    return take_set(v, names, i->audiences);
}
static bool take_format(struct invocation *i, struct str v)
{
    static const char *const documents[] = {"pdf", "xlsx", "html", NULL};
    static const char *const figures[] = {"csv", "json", NULL};
    static const char *const told[] = {"text", "json", NULL};
    i->print_format = v;
    if (i->command->options & OPTIONS_BUILD)
        return take_set(v, documents, i->formats);
    return choice(v, i->command->options & OPTIONS_TOLD ? told : figures) >= 0;
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
    int c = choice(v, names);
    i->by = c <= 0 ? SUBJECT_PROGRAMME : c == 1 ? SUBJECT_LAUREATE : SUBJECT_ATTRIBUTE;
    i->attribute = c < 2 ? ATTRIBUTE_NONE : (enum attribute)(c - 1);
    return c >= 0;
}
static bool take_time(struct invocation *i, struct str v)
{
    static const char *const names[] = {"none", "month", "quarter", "semester", "year", "to-date", NULL};
    int c = choice(v, names);
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

static const struct option_row rows[] = {
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
     OPTIONS_BUILD | OPTIONS_FIGURES | OPTIONS_COLLECT,
     take_period,
     {"seulement ces périodes (2025-T4, 2025, all)", "only these periods (2025-Q4, 2025, all)"}},
    {0, "laureate", "ID,…", OPTIONS_BUILD | OPTIONS_COLLECT, take_laureate, {"seulement ces lauréats", "only these laureates"}},
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
     "F,…",
     OPTIONS_BUILD | OPTIONS_FIGURES | OPTIONS_TOLD,
     take_format,
     {"build, list : pdf, html, xlsx ; figures : csv, json ; explain, diff : text, json",
      "build, list: pdf, html, xlsx; figures: csv, json; explain, diff: text, json"}},
    {'j',
     "jobs",
     "N",
     OPTIONS_DATA,
     take_jobs,
     {"nombre de processus (tous les cœurs si l’option est absente)", "number of processes (default: all cores)"}},
    {0,
     "language",
     "fr|en",
     OPTIONS_DATA,
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
    {'q', "quiet", NULL, OPTIONS_DATA, take_quiet, {"ne dit que ce qui ne va pas", "say only what is wrong"}},
    {'v', "verbose", NULL, OPTIONS_DATA, take_verbose, {"dit aussi les notes", "say the notes too"}},
};
#define ROW_COUNT (sizeof rows / sizeof *rows)

static void print_usage(FILE *to, enum language language)
{
    fputs(language == LANGUAGE_FR ? "Usage : bilan COMMANDE [OPTIONS] …\n\nCommandes :\n"
                                  : "Usage: bilan COMMAND [OPTIONS] …\n\nCommands:\n",
          to);
    for (size_t i = 0; i < command_count; i++)
        fprintf(to, "  bilan %-8s %-12s %s\n", commands[i].name, commands[i].operands, commands[i].help[language]);
    fputs(language == LANGUAGE_FR ? "\n« bilan COMMANDE --help » donne les options d’une commande.\n"
                                  : "\n`bilan COMMAND --help` lists the options of a command.\n",
          to);
}

static void print_help(const struct command *command, enum language language)
{
    printf("bilan %s [OPTIONS] %s\n%s\n", command->name, command->operands, command->help[language]);
    bool any = false;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!(rows[i].groups & command->options))
            continue;
        if (!any)
            puts("\nOptions");
        any = true;
        char name[96];
        snprintf(name, sizeof name, "%s%c%s--%s%s%s", rows[i].letter ? "-" : " ", rows[i].letter ? rows[i].letter : ' ',
                 rows[i].letter ? ", " : "  ", rows[i].name, rows[i].value ? " " : "",
                 rows[i].value ? rows[i].value : "");
        printf("  %s\n        %s\n", name, rows[i].help[language]);
    }
}

static bool complain(enum language language, const char *french, const char *english, const char *word,
                     enum exit_code *code)
{
    fprintf(stderr, "bilan: ");
    fprintf(stderr, language == LANGUAGE_FR ? french : english, word);
    fputc('\n', stderr);
    *code = EXIT_USAGE;
    return false;
}

/* The language of the person's session until the programme's is known: French unless it is English. */
static enum language session_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strncmp(value, "en", 2) == 0 ? LANGUAGE_EN : LANGUAGE_FR;
    }
    return LANGUAGE_FR;
}

static const struct command *command_named(struct arena *arena, struct str name, struct str *nearest)
{
    struct str names[16];
    for (size_t i = 0; i < command_count; i++) {
        names[i] = str_of(commands[i].name);
        if (str_equal(names[i], name))
            return &commands[i];
    }
    (void)arena;
    *nearest = name_nearest(name, names, command_count);
    return NULL;
}

static bool command_take(struct arena *arena, int argc, char **argv, struct invocation *invocation,
                         enum exit_code *code)
{
    if (argc < 2) {
        print_usage(stderr, invocation->language);
        *code = EXIT_USAGE;
        return false;
    }
    *code = EXIT_FINE;
    if (!strcmp(argv[1], "--version")) {
        puts("bilan " BILAN_VERSION);
        return false;
    }
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h")) {
        print_usage(stdout, invocation->language);
        return false;
    }
    struct str nearest = STR_NONE;
    invocation->command = command_named(arena, str_of(argv[1]), &nearest);
    if (invocation->command)
        return true;
    complain(invocation->language, "commande inconnue : « %s »", "unknown command: '%s'", argv[1], code);
    if (nearest.length)
        fprintf(stderr,
                invocation->language == LANGUAGE_FR ? "Vouliez-vous dire « %.*s » ?\n" : "Did you mean '%.*s'?\n",
                STR_ARG(nearest));
    print_usage(stderr, invocation->language);
    return false;
}

static size_t getopt_tables(const struct command *command, struct option *longs, char *shorts)
{
    size_t count = 0, letters = 0;
    shorts[letters++] = ':';
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!(rows[i].groups & command->options))
            continue;
        longs[count++] =
            (struct option){rows[i].name, rows[i].value ? required_argument : no_argument, NULL, (int)(256 + i)};
        if (rows[i].letter) {
            shorts[letters++] = rows[i].letter;
            if (rows[i].value)
                shorts[letters++] = ':';
        }
    }
    shorts[letters++] = 'h';
    shorts[letters] = '\0';
    longs[count++] = (struct option){"help", no_argument, NULL, 'h'};
    longs[count] = (struct option){0};
    return count;
}

static const struct option_row *row_of(int found)
{
    if (found >= 256)
        return &rows[found - 256];
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].letter && rows[i].letter == found)
            return &rows[i];
    return NULL;
}

static bool option_unknown(const struct invocation *invocation, const char *written, enum exit_code *code)
{
    struct str names[ROW_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].groups & invocation->command->options)
            names[count++] = str_of(rows[i].name);
    complain(invocation->language, "option inconnue : %s", "unknown option: %s", written, code);
    struct str bare = str_of(written);
    while (bare.length && *bare.at == '-')
        bare = str_slice(bare, 1, bare.length);
    struct str nearest = name_nearest(str_slice(bare, 0, str_index(bare, '=', 0)), names, count);
    if (nearest.length)
        fprintf(stderr, invocation->language == LANGUAGE_FR ? "Vouliez-vous dire --%.*s ?\n" : "Did you mean --%.*s?\n",
                STR_ARG(nearest));
    fprintf(stderr,
            invocation->language == LANGUAGE_FR ? "« bilan %s --help » donne les options.\n"
                                                : "`bilan %s --help` lists the options.\n",
            invocation->command->name);
    return false;
}

static bool options_take(int argc, char **argv, struct invocation *invocation, enum exit_code *code)
{
    struct option longs[ROW_COUNT + 2];
    char shorts[2 * ROW_COUNT + 4];
    getopt_tables(invocation->command, longs, shorts);
    opterr = 0;
    for (int found; (found = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
        if (found == 'h') {
            print_help(invocation->command, invocation->language);
            *code = EXIT_FINE;
            return false;
        }
        if (found == ':')
            return complain(invocation->language, "l’option %s demande une valeur", "option %s needs a value",
                            argv[optind - 1], code);
        const struct option_row *row = found == '?' ? NULL : row_of(found);
        if (!row)
            return option_unknown(invocation, argv[optind - 1], code);
        if (!row->take(invocation, str_of(optarg))) {
            fprintf(stderr,
                    invocation->language == LANGUAGE_FR ? "bilan: --%s %s : attendu : %s\n"
                                                        : "bilan: --%s %s: expected: %s\n",
                    row->name, optarg ? optarg : "", row->value);
            *code = EXIT_USAGE;
            return false;
        }
    }
    for (int i = optind; i < argc; i++)
        *PUSH(invocation->arena, &invocation->arguments) = str_of(argv[i]);
    return true;
}

bool invocation_parse(struct arena *arena, int argc, char **argv, struct invocation *invocation, enum exit_code *code)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    *invocation = (struct invocation){.arena = arena,
                                      .output = STR("out"),
                                      .language = session_language(),
                                      .language_asked = -1,
                                      .time = PERIOD_QUARTER,
                                      .jobs = cores > 0 && cores < 1024 ? (int)cores : 1,
                                      .diagnostics_format = STR("text")};
    if (!command_take(arena, argc, argv, invocation, code) || !options_take(argc - 1, argv + 1, invocation, code))
        return false;
    const struct command *command = invocation->command;
    if (invocation->arguments.count < command->least)
        return complain(invocation->language, "il manque le dossier des données : bilan %s DIR",
                        "the data folder is missing: bilan %s DIR", command->name, code);
    if (invocation->arguments.count > command->most)
        return complain(invocation->language, "argument de trop : « %s »", "one argument too many: '%s'",
                        invocation->arguments.at[command->most].at, code);
    return true;
}
