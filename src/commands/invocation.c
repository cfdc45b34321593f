/* The command line: which command, its options and operands, or the help. */
#include "options.h"
#include "tell.h"
#include "session.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    for (size_t i = 0; i < option_row_count; i++) {
        if (!(option_rows[i].groups & command->options))
            continue;
        if (!any)
            puts("\nOptions");
        any = true;
        char name[96];
        snprintf(name, sizeof name, "%s%c%s--%s%s%s", option_rows[i].letter ? "-" : " ",
                 option_rows[i].letter ? option_rows[i].letter : ' ', option_rows[i].letter ? ", " : "  ",
                 option_rows[i].name, option_rows[i].value ? " " : "",
                 option_rows[i].value ? option_rows[i].value : "");
        printf("  %s\n        %s\n", name, option_rows[i].help[language]);
    }
}

/* Ends the parsing: what is wrong has been said. */
static bool wrong(enum exit_code *code)
{
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
    struct str *names = ARENA_ARRAY(arena, struct str, command_count);
    for (size_t i = 0; i < command_count; i++) {
        names[i] = str_of(commands[i].name);
        if (str_equal(names[i], name))
            return &commands[i];
    }
    *nearest = name_nearest(name, names, command_count);
    return NULL;
}

static bool command_take(struct arena *arena, int argc, char **argv, struct invocation *invocation,
                         enum exit_code *code)
{
    if (argc < 2) {
        print_usage(stderr, invocation->language);
        return wrong(code);
    }
    bool version = !strcmp(argv[1], "--version"), help = !strcmp(argv[1], "--help") || !strcmp(argv[1], "-h");
    if (version)
        puts("bilan " BILAN_VERSION);
    if (help)
        print_usage(stdout, invocation->language);
    if (version || help) {
        *code = tell_printed(invocation->language);
        return false;
    }
    struct str nearest;
    invocation->command = command_named(arena, str_of(argv[1]), &nearest);
    if (invocation->command)
        return true;
    tell_unknown(invocation->language, "commande inconnue : « %.*s »", "unknown command: '%.*s'", str_of(argv[1]),
                 nearest);
    print_usage(stderr, invocation->language);
    return wrong(code);
}

static size_t getopt_tables(const struct command *command, struct option *longs, char *shorts)
{
    size_t count = 0, letters = 0;
    shorts[letters++] = ':';
    for (size_t i = 0; i < option_row_count; i++) {
        if (!(option_rows[i].groups & command->options))
            continue;
        longs[count++] = (struct option){option_rows[i].name, option_rows[i].value ? required_argument : no_argument,
                                         NULL, (int)(256 + i)};
        if (option_rows[i].letter) {
            shorts[letters++] = option_rows[i].letter;
            if (option_rows[i].value)
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
        return &option_rows[found - 256];
    for (size_t i = 0; i < option_row_count; i++)
        if (option_rows[i].letter && option_rows[i].letter == found)
            return &option_rows[i];
    return NULL;
}

/* Which commands take the option `name`, "" when none does. */
static struct str commands_taking(struct arena *arena, struct str name)
{
    struct buffer taking = {.arena = arena};
    for (size_t c = 0; c < command_count; c++)
        for (size_t i = 0; i < option_row_count; i++)
            if ((option_rows[i].groups & commands[c].options) && str_equal(name, str_of(option_rows[i].name)))
                buffer_print(&taking, "%s%s", taking.count ? ", " : "", commands[c].name);
    return buffer_str(&taking);
}

static struct str option_nearest(const struct invocation *invocation, struct str written)
{
    struct str names[OPTION_ROWS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < option_row_count; i++)
        if (option_rows[i].groups & invocation->command->options)
            names[count++] = str_print(invocation->arena, "--%s", option_rows[i].name);
    return name_nearest(written, names, count);
}

static bool option_unknown(const struct invocation *invocation, struct str written)
{
    enum language language = invocation->language;
    struct str bare = str_slice(written, 0, str_index(written, '=', 0));
    struct str taking =
        str_starts(bare, STR("--")) ? commands_taking(invocation->arena, str_slice(bare, 2, bare.length)) : STR_NONE;
    if (taking.length)
        tell(language, "bilan %s n’a pas d’option %.*s ; elle est à : %.*s",
             "bilan %s has no option %.*s; these have: %.*s", invocation->command->name, STR_ARG(bare),
             STR_ARG(taking));
    else
        tell_unknown(language, "option inconnue : %.*s", "unknown option: %.*s", written,
                     option_nearest(invocation, bare));
    fprintf(stderr,
            language == LANGUAGE_FR ? "« bilan %s --help » donne les options.\n"
                                    : "`bilan %s --help` lists the options.\n",
            invocation->command->name);
    return false;
}

/* The nearest to what is wrong in `value`, among the words of the row's help ("a|b|c,…"). */
static struct str value_nearest(struct invocation *invocation, const struct option_row *row, struct str value)
{
    struct strs names = {0};
    struct str words = str_of(row->value), wrong = value;
    words.length = str_index(words, ',', 0);
    for (struct str name; str_split(&words, '|', &name);)
        *PUSH(invocation->arena, &names) = name;
    for (struct str piece; str_split(&value, ',', &piece);)
        if (!row->take(invocation, str_trim(piece))) {
            wrong = str_trim(piece);
            break;
        }
    return names.count > 1 ? name_nearest(wrong, names.at, names.count) : STR_NONE;
}

static bool option_take(struct invocation *invocation, const struct option_row *row, const char *value)
{
    enum language language = invocation->language;
    if (row->take(invocation, str_of(value)))
        return true;
    struct str nearest = value ? value_nearest(invocation, row, str_of(value)) : STR_NONE;
    struct str expected = str_print(invocation->arena, "%s (%s)", row->value, row->help[language]);
    if (nearest.length)
        tell(language, "--%s %s : attendu : %.*s ; vouliez-vous dire « %.*s » ?",
             "--%s %s: expected: %.*s; did you mean '%.*s'?", row->name, value, STR_ARG(expected), STR_ARG(nearest));
    else
        tell(language, "--%s %s : attendu : %.*s", "--%s %s: expected: %.*s", row->name, value ? value : "",
             STR_ARG(expected));
    return false;
}

static bool options_take(int argc, char **argv, struct invocation *invocation, enum exit_code *code)
{
    struct option longs[OPTION_ROWS_MAX + 2];
    char shorts[2 * OPTION_ROWS_MAX + 4];
    getopt_tables(invocation->command, longs, shorts);
    opterr = 0;
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): no thread runs yet */
    for (int found; (found = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
        if (found == 'h') {
            print_help(invocation->command, invocation->language);
            *code = tell_printed(invocation->language);
            return false;
        }
        if (found == ':') {
            tell(invocation->language, "l’option %s demande une valeur", "option %s needs a value", argv[optind - 1]);
            return wrong(code);
        }
        const struct option_row *row = found == '?' ? NULL : row_of(found);
        if (row ? !option_take(invocation, row, optarg) : !option_unknown(invocation, str_of(argv[optind - 1])))
            return wrong(code);
    }
    for (int i = optind; i < argc; i++)
        *PUSH(invocation->arena, &invocation->arguments) = str_of(argv[i]);
    return true;
}

/* As many operands as the command wants. */
static bool operands_fit(const struct invocation *invocation, enum exit_code *code)
{
    const struct command *command = invocation->command;
    if (invocation->arguments.count > command->most)
        tell(invocation->language, "argument de trop : « %s »", "one argument too many: '%s'",
             invocation->arguments.at[command->most].at);
    else if (invocation->arguments.count < command->least)
        tell(invocation->language, "il manque un argument : bilan %s %s", "an argument is missing: bilan %s %s",
             command->name, command->operands);
    else
        return true;
    return wrong(code);
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
    return command_take(arena, argc, argv, invocation, code) && options_take(argc - 1, argv + 1, invocation, code) &&
           operands_fit(invocation, code);
}
