#include "session.h"
#include "tell.h"

#include "check/check.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct str share_folder(struct arena *arena)
{
    static const char *const beside[] = {"/../share/bilan/templates", "/../templates", "/../../templates"};
    char program[4096];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    struct str path = {program, length > 0 ? (size_t)length : 0};
    while (path.length && path.at[path.length - 1] != '/')
        path.length--;
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        struct str folder = str_print(arena, "%.*s%s", (int)(path.length ? path.length - 1 : 0), program, beside[i]);
        struct str probe = str_print(arena, "%s/catalogue.csv", folder.at);
        if (access(probe.at, R_OK) == 0)
            return folder;
    }
    return STR(BILAN_SHARE "/templates");
}

struct str say_number(struct arena *arena, size_t count, enum language language)
{
    return show_decimal(arena, decimal_int((int64_t)count), 0, language);
}

struct str period_written(struct arena *arena, struct period period, int year_start, enum language language)
{
    struct str name = period_name(arena, period, year_start);
    if (period.kind != PERIOD_QUARTER || language != LANGUAGE_FR)
        return name;
    return str_print(arena, "%.*sT%.*s", (int)name.length - 2, name.at, 1, name.at + name.length - 1);
}

static void say_cannot_open(enum language language, struct str path, enum file_problem problem)
{
    static const char *const why[][LANGUAGE_COUNT] = {
        [FILE_ABSENT] = {"ce dossier n’existe pas", "there is no such folder"},
        [FILE_FORBIDDEN] = {"permission refusée", "permission denied"},
        [FILE_NOT_REGULAR] = {"ce n’est pas un dossier", "not a folder"},
        [FILE_UNREADABLE] = {"lecture impossible", "cannot be read"},
    };
    const char *text = problem < sizeof why / sizeof *why && why[problem][language] ? why[problem][language]
                                                                                    : why[FILE_UNREADABLE][language];
    tell(language, "%.*s : %s", "%.*s: %s", STR_ARG(path), text);
}

static enum exit_code open_operand(struct session *session, const struct invocation *invocation, size_t operand,
                                   bool errors_only, bool hashed)
{
    *session = (struct session){.invocation = invocation,
                                .run = arena_new(),
                                .language = invocation->language,
                                .errors_only = errors_only && !invocation->verbose};
    session->diagnostics = diagnostics_new(session->run);
    struct folder folder;
    struct str path = invocation->arguments.at[operand];
    enum file_problem problem = folder_open(session->run, path, &folder);
    if (problem != FILE_OK) {
        say_cannot_open(session->language, path, problem);
        arena_free(session->run);
        return EXIT_MACHINE;
    }
    folder.unhashed = !hashed;
    struct check_options options = {.jobs = invocation->jobs,
                                    .errors_only = session->errors_only && !invocation->strict};
    session->facts = check_repository(session->run, folder, options, session->diagnostics);
    if (invocation->language_asked >= 0)
        session->facts->programme.language = (enum language)invocation->language_asked;
    session->language = session->facts->programme.language;
    return EXIT_FINE;
}

enum exit_code session_open(struct session *session, const struct invocation *invocation)
{
    return open_operand(session, invocation, 0, false, false);
}

enum exit_code session_open_hashed(struct session *session, const struct invocation *invocation)
{
    return open_operand(session, invocation, 0, false, true);
}

enum exit_code session_open_errors(struct session *session, const struct invocation *invocation, size_t operand)
{
    return open_operand(session, invocation, operand, true, false);
}

static void raise_warnings(struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->count; i++)
        if (diagnostics->at[i].severity == SEVERITY_WARNING)
            diagnostics->at[i].severity = SEVERITY_ERROR;
}

static bool wants_colour(enum when when, FILE *to)
{
    const char *terminal = getenv("TERM");
    return when == WHEN_ALWAYS || (when == WHEN_AUTO && isatty(fileno(to)) && !getenv("NO_COLOR") && terminal &&
                                   strcmp(terminal, "dumb") != 0);
}

enum exit_code session_say(struct session *session)
{
    const struct invocation *invocation = session->invocation;
    if (invocation->strict)
        raise_warnings(session->diagnostics);
    diagnostics_sort(session->diagnostics);
    if (session->errors_only)
        diagnostics_keep_errors(session->diagnostics);
    const struct diagnostics_row *row = diagnostics_writer(invocation->diagnostics_format);
    FILE *to = row->on_stdout ? stdout : stderr;
    row->write(&(struct printing){session->facts, session->run, to, session->language,
                                  wants_colour(invocation->colour, to), invocation->verbose},
               session->diagnostics);
    bool errors = diagnostics_count(session->diagnostics, SEVERITY_ERROR) > 0;
    enum exit_code printed = row->on_stdout ? tell_printed(session->language) : EXIT_FINE;
    return printed != EXIT_FINE ? printed : errors ? EXIT_INPUTS : EXIT_FINE;
}

bool session_say_bare(const struct session *session)
{
    struct strs missing = {0};
    bool programme = true;
    for (size_t i = 0; i < session->diagnostics->count; i++) {
        const struct diagnostic *d = &session->diagnostics->at[i];
        if (d->message == MSG_input_missing || d->message == MSG_input_missing_text)
            *PUSH(session->run, &missing) = d->word[session->language == LANGUAGE_EN && d->word[1].length];
        programme = programme && d->message != MSG_input_missing_text;
    }
    if (programme || missing.count < 2)
        return false;
    const char *text =
        session->language == LANGUAGE_FR
            ? "« %.*s » n’est pas encore un dépôt de données : il y manque %.*s.\n"
              "Pour commencer, dans un dossier vide : bilan init DOSSIER ; « bilan schema » dit les colonnes de chaque "
              "fichier.\n"
            : "“%.*s” is not a data repository yet: %.*s are missing.\n"
              "To begin, in an empty folder: bilan init FOLDER; “bilan schema” names the columns of each file.\n";
    fprintf(stderr, text, STR_ARG(session->invocation->arguments.at[0]),
            STR_ARG(show_list(session->run, missing.at, missing.count, session->language)));
    return true;
}

enum exit_code session_close(struct session *session)
{
    enum exit_code code = session_say(session);
    session_drop(session);
    return code;
}

void session_drop(struct session *session)
{
    folder_close(&session->facts->folder);
    arena_free(session->run);
}

enum exit_code session_print(const struct session *session, struct buffer *text)
{
    struct str all = buffer_str(text);
    fwrite(all.at, 1, all.length, stdout);
    return tell_printed(session->language);
}

void json_field(struct buffer *out, const char *name, struct str value)
{
    buffer_print(out, ",\"%s\":", name);
    if (value.length)
        buffer_json(out, value);
    else
        buffer_add(out, STR("null"));
}

bool names_known(const struct session *session, struct strs wanted, struct strs known, const char *french,
                 const char *english)
{
    for (size_t w = 0; w < wanted.count; w++) {
        size_t i = 0;
        while (i < known.count && !name_equal(known.at[i], wanted.at[w]))
            i++;
        if (i == known.count)
            return tell_among(session->language, french, english, wanted.at[w], known);
    }
    return true;
}
