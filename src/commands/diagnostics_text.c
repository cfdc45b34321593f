/* Diagnostics for people: path:line:column: severity: message [code], and on a terminal the line itself. */
#include "session.h"

#include "read/read.h"

#include <string.h>

/* Alike beyond this many are counted, not listed. */
#define ALIKE_LISTED 10

static const char *const severity_word[SEVERITY_COUNT][LANGUAGE_COUNT] = {
    [SEVERITY_NOTE] = {"note", "note"},
    [SEVERITY_WARNING] = {"avertissement", "warning"},
    [SEVERITY_ERROR] = {"erreur", "error"}};
static const char *const severity_colour[SEVERITY_COUNT] = {"\033[36m", "\033[35m", "\033[31;1m"};

static struct str path_of(const struct printing *printing, struct place place)
{
    return place.file < printing->facts->files.count && place.file ? printing->facts->files.at[place.file].path
                                                                   : STR_NONE;
}

/* The line of the input at a place, as the person's editor shows it; empty when it cannot be had. */
static struct str line_of(const struct printing *printing, struct place place)
{
    struct file file = printing->facts->files.at[place.file];
    struct str bytes, text, line = STR_NONE;
    struct diagnostics *ignored = diagnostics_new(printing->arena);
    if (file_read(printing->arena, &printing->facts->folder, &file, &bytes) != FILE_OK ||
        !read_text(printing->arena, bytes, place.file, ignored, &text))
        return STR_NONE;
    for (uint32_t i = 0; i < place.line; i++)
        if (!str_split(&text, '\n', &line))
            return STR_NONE;
    return str_trim(line);
}

/* Control characters of a hostile file must not reach the terminal. */
static void put_safely(FILE *to, struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        bool c1 = c == 0xC2 && i + 1 < text.length && (unsigned char)text.at[i + 1] < 0xA0;
        if (c1)
            i++;
        fputc(c1 || ((c < 0x20 || c == 0x7F) && c != '\t') ? '?' : c, to);
    }
}

static void put_line(const struct printing *printing, const struct diagnostic *diagnostic)
{
    struct arena_mark mark = arena_mark(printing->arena);
    struct str line = line_of(printing, diagnostic->place);
    if (line.length && utf8_length(line) < 200 && diagnostic->place.column) {
        fputs("  ", printing->to);
        put_safely(printing->to, line);
        fprintf(printing->to, "\n  %*s%s^%s\n", (int)diagnostic->place.column - 1, "",
                severity_colour[diagnostic->severity], "\033[0m");
    }
    arena_rewind(printing->arena, mark);
}

static void put_place(const struct printing *printing, struct place place)
{
    put_safely(printing->to, path_of(printing, place));
    if (place.line)
        fprintf(printing->to, ":%u", place.line);
    if (place.line && place.column)
        fprintf(printing->to, ":%u", place.column);
    fputs(": ", printing->to);
}

static void put_diagnostic(const struct printing *printing, const struct diagnostic *diagnostic)
{
    if (diagnostic->place.file)
        put_place(printing, diagnostic->place);
    fprintf(printing->to, "%s%s%s: ", printing->colour ? severity_colour[diagnostic->severity] : "",
            severity_word[diagnostic->severity][printing->language], printing->colour ? "\033[0m" : "");
    put_safely(printing->to, diagnostic_text(printing->arena, diagnostic, printing->language));
    fprintf(printing->to, " [%.*s]\n", STR_ARG(message_code(printing->arena, diagnostic->message)));
    if (printing->colour && diagnostic->place.file && diagnostic->place.line)
        put_line(printing, diagnostic);
}

static void put_counts(const struct printing *printing, const size_t *counts)
{
    for (size_t code = 0; code < MESSAGE_COUNT; code++) {
        if (counts[code] <= ALIKE_LISTED)
            continue;
        size_t more = counts[code] - ALIKE_LISTED;
        fprintf(printing->to,
                printing->language == LANGUAGE_FR ? "… et %zu autre%s [%.*s] (-v pour tout lire)\n"
                                                  : "… and %zu other%s [%.*s] (-v for all)\n",
                more, more > 1 ? "s" : "", STR_ARG(message_code(printing->arena, (enum message)code)));
    }
}

void diagnostics_text(const struct printing *printing, const struct diagnostics *diagnostics)
{
    size_t *counts = ARENA_ARRAY(printing->arena, size_t, MESSAGE_COUNT);
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *diagnostic = &diagnostics->at[i];
        if (diagnostic->severity == SEVERITY_NOTE && !printing->verbose)
            continue;
        if (++counts[diagnostic->message] <= ALIKE_LISTED || printing->verbose)
            put_diagnostic(printing, diagnostic);
    }
    if (!printing->verbose)
        put_counts(printing, counts);
}
