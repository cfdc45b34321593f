/* Diagnostics: the table of messages, and lists of what was found. */
#include "base.h"

#include <stdlib.h>

const struct message_row *message_row(enum message message)
{
    static const struct message_row rows[] = {
#define MESSAGE(code, severity, french, english)                                                                       \
    {{#code, sizeof #code - 1}, SEVERITY_##severity, {{french, sizeof french - 1}, {english, sizeof english - 1}}},
#include "messages.h"
#undef MESSAGE
    };
    return &rows[message];
}

struct str message_code(struct arena *arena, enum message message)
{
    struct str code = message_row(message)->code;
    struct buffer buffer = {.arena = arena};
    for (size_t i = 0; i < code.length; i++)
        buffer_byte(&buffer, code.at[i] == '_' ? '-' : code.at[i]);
    return buffer_str(&buffer);
}

struct diagnostics *diagnostics_new(struct arena *arena)
{
    struct diagnostics *diagnostics = ARENA_NEW(arena, struct diagnostics);
    diagnostics->arena = arena;
    return diagnostics;
}

#define WORD_BYTES 300

/* What a person typed may be megabytes: its beginning tells which it is. */
static struct str word_of(struct arena *arena, struct str word)
{
    if (word.length <= WORD_BYTES)
        return str_copy(arena, word);
    size_t end = WORD_BYTES;
    while (end && ((unsigned char)word.at[end] & 0xC0) == 0x80)
        end--;
    return str_print(arena, "%.*s…", STR_ARG(str_slice(word, 0, end)));
}

void diagnostics_add(struct diagnostics *diagnostics, struct place place, struct words words)
{
    struct diagnostic *added = PUSH(diagnostics->arena, diagnostics);
    added->place = place;
    added->message = words.message;
    added->severity = message_row(words.message)->severity;
    for (size_t i = 0; i < 4; i++)
        added->word[i] = word_of(diagnostics->arena, words.word[i]);
}

void diagnostics_merge(struct diagnostics *into, const struct diagnostics *from)
{
    for (size_t i = 0; i < from->count; i++) {
        const struct diagnostic *d = &from->at[i];
        struct words words = {.message = d->message};
        for (size_t w = 0; w < 4; w++)
            words.word[w] = d->word[w];
        diagnostics_add(into, d->place, words);
        into->at[into->count - 1].severity = d->severity;
    }
}

static int place_compare(struct place a, struct place b)
{
    if (a.file != b.file)
        return a.file < b.file ? -1 : 1;
    if (a.line != b.line)
        return a.line < b.line ? -1 : 1;
    return (a.column > b.column) - (a.column < b.column);
}

static int diagnostic_compare(const void *a, const void *b)
{
    const struct diagnostic *x = a, *y = b;
    int order = place_compare(x->place, y->place);
    if (!order)
        order = str_compare(message_row(x->message)->code, message_row(y->message)->code);
    for (size_t i = 0; !order && i < 4; i++)
        order = str_compare(x->word[i], y->word[i]);
    return order;
}

void diagnostics_sort(struct diagnostics *diagnostics)
{
    if (!diagnostics->count)
        return;
    qsort(diagnostics->at, diagnostics->count, sizeof *diagnostics->at, diagnostic_compare);
    size_t kept = 1;
    for (size_t i = 1; i < diagnostics->count; i++)
        if (diagnostic_compare(&diagnostics->at[kept - 1], &diagnostics->at[i]) != 0)
            diagnostics->at[kept++] = diagnostics->at[i];
    diagnostics->count = kept;
}

void diagnostics_keep_errors(struct diagnostics *diagnostics)
{
    size_t kept = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        if (diagnostics->at[i].severity == SEVERITY_ERROR)
            diagnostics->at[kept++] = diagnostics->at[i];
    diagnostics->count = kept;
}

void diagnostics_drop(struct diagnostics *diagnostics, uint32_t file, enum message message)
{
    size_t kept = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        if (diagnostics->at[i].place.file != file || diagnostics->at[i].message != message)
            diagnostics->at[kept++] = diagnostics->at[i];
    diagnostics->count = kept;
}

size_t diagnostics_count(const struct diagnostics *diagnostics, enum severity at_least)
{
    size_t count = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        count += diagnostics->at[i].severity >= at_least;
    return count;
}

/* The number of the hole "{n}" that starts here, 0 where none does. */
static size_t hole_at(struct str text, size_t at)
{
    bool is = at + 2 < text.length && text.at[at] == '{' && text.at[at + 2] == '}';
    return is && text.at[at + 1] >= '1' && text.at[at + 1] <= '4' ? (size_t)(text.at[at + 1] - '0') : 0;
}

struct str diagnostic_text(struct arena *arena, const struct diagnostic *diagnostic, enum language language)
{
    struct str text = message_row(diagnostic->message)->text[language];
    struct buffer buffer = {.arena = arena};
    for (size_t i = 0; i < text.length;) {
        size_t hole = hole_at(text, i);
        if (hole)
            buffer_add(&buffer, diagnostic->word[hole - 1]);
        else
            buffer_byte(&buffer, text.at[i]);
        i += hole ? 3 : 1;
    }
    return buffer_str(&buffer);
}
