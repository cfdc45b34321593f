#include "compose/catalogue.h"
#include "read/read.h"

#include <stdlib.h>

enum { NAMES_ROOM = 64 }; /* of what most sentences are filled with */

struct catalogue_row {
    struct str key, text[LANGUAGE_COUNT];
    bool filled[LANGUAGE_COUNT]; /* it has holes */
    size_t line;
};

struct catalogue {
    struct catalogue_row *at; /* sorted by key */
    size_t count, capacity;
    const struct catalogue_row **places; /* by the hash of the key, at most half of them taken */
    size_t place_count;                  /* a power of two */
    struct word *words[LANGUAGE_COUNT];  /* the rows "ui.…" */
    size_t word_count;
};

static const struct str columns[] = {TEXT_OF("key"), TEXT_OF("fr"), TEXT_OF("en")};

struct intake {
    struct arena *arena;
    struct catalogue *catalogue;
    struct diagnostics *diagnostics;
    struct str path;
};

static bool take_row(void *data, size_t row, const struct csv_cell *cells, size_t count, char delimiter)
{
    struct intake *intake = data;
    (void)delimiter;
    if (row == 0)
        return true;
    if (count < 3 || !cells[0].text.length || !cells[1].text.length || !cells[2].text.length) {
        struct str line = str_print(intake->arena, "%u", count ? cells[0].line : 0);
        REPORT(intake->diagnostics, (struct place){0}, MSG_catalogue_row, {intake->path, line});
        return true;
    }
    struct catalogue_row *taken = PUSH(intake->arena, intake->catalogue);
    taken->key = str_copy(intake->arena, cells[0].text);
    taken->line = cells[0].line;
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        taken->text[language] = str_copy(intake->arena, cells[1 + language].text);
        taken->filled[language] = str_index(taken->text[language], '{', 0) < taken->text[language].length;
    }
    return true;
}

static int by_key(const void *a, const void *b)
{
    const struct catalogue_row *x = a, *y = b;
    int order = str_compare(x->key, y->key);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

static void report_twice(struct intake *intake)
{
    const struct catalogue *catalogue = intake->catalogue;
    for (size_t i = 1; i < catalogue->count; i++)
        if (str_equal(catalogue->at[i].key, catalogue->at[i - 1].key))
            REPORT(intake->diagnostics, (struct place){0}, MSG_catalogue_twice, {intake->path, catalogue->at[i].key});
}

/* Where the row of this key stands, or the free place for it. */
static const struct catalogue_row **place_of(const struct catalogue *catalogue, struct str key)
{
    size_t at = 0;
    for (size_t i = 0; i < key.length; i++)
        at = at * 31 + (unsigned char)key.at[i];
    while (catalogue->places[at & (catalogue->place_count - 1)] &&
           !str_equal(catalogue->places[at & (catalogue->place_count - 1)]->key, key))
        at++;
    return &catalogue->places[at & (catalogue->place_count - 1)];
}

static void index_rows(struct arena *run, struct catalogue *catalogue)
{
    catalogue->place_count = 2;
    while (catalogue->place_count < catalogue->count * 2)
        catalogue->place_count *= 2;
    catalogue->places = ARENA_ARRAY(run, const struct catalogue_row *, catalogue->place_count);
    for (size_t i = catalogue->count; i-- > 0;)
        *place_of(catalogue, catalogue->at[i].key) = &catalogue->at[i];
}

static void gather_words(struct arena *run, struct catalogue *catalogue)
{
    const struct str prefix = STR("ui.");
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        catalogue->words[language] = ARENA_ARRAY(run, struct word, catalogue->count + 1);
        catalogue->word_count = 0;
        for (size_t i = 0; i < catalogue->count; i++) {
            const struct catalogue_row *row = &catalogue->at[i];
            if (str_starts(row->key, prefix))
                catalogue->words[language][catalogue->word_count++] =
                    (struct word){str_slice(row->key, prefix.length, row->key.length), row->text[language]};
        }
    }
}

struct catalogue *compose_catalogue(struct arena *run, struct str installed, struct diagnostics *diagnostics)
{
    struct catalogue *catalogue = ARENA_NEW(run, struct catalogue);
    struct str path = str_print(run, "%.*s/catalogue.csv", STR_ARG(installed)), bytes, text;
    struct intake intake = {run, catalogue, diagnostics, path};
    if (path_read(run, path, &bytes) != FILE_OK || !read_text(run, bytes, 0, diagnostics, &text)) {
        REPORT(diagnostics, (struct place){0}, MSG_catalogue_absent, {path});
        return catalogue;
    }
    read_csv(run, text, 0, (struct csv_options){columns, 3}, diagnostics, take_row, &intake);
    if (catalogue->count)
        qsort(catalogue->at, catalogue->count, sizeof *catalogue->at, by_key);
    report_twice(&intake);
    index_rows(run, catalogue);
    gather_words(run, catalogue);
    return catalogue;
}

static const struct catalogue_row *find_row(const struct catalogue *catalogue, struct str key)
{
    return catalogue->count ? *place_of(catalogue, key) : NULL;
}

static bool is_zero(struct quantity number)
{
    return number.is && (number.exact ? decimal_sign(number.decimal) == 0 : number.approximate == 0);
}

/* A number in running text is whole or already as it will be shown. */
static bool is_singular(struct quantity number, enum language language)
{
    if (!number.is)
        return false;
    double size = number.approximate < 0 ? -number.approximate : number.approximate;
    return language == LANGUAGE_FR ? size < 2 : size == 1;
}

static const struct str *pair_named(const struct str (*pairs)[2], size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(pairs[i][0], name))
            return &pairs[i][1];
    return NULL;
}

/* The most particular row first: number before gender, so that French "aucune" can have its own sentence. */
static const struct catalogue_row *variant(struct arena *arena, const struct catalogue *catalogue,
                                           enum language language, const char *key, struct str gender,
                                           struct quantity number)
{
    const char *counts[3];
    size_t count = 0;
    if (!number.is && !gender.length)
        return find_row(catalogue, str_of(key));
    if (is_zero(number))
        counts[count++] = ".zero";
    if (is_singular(number, language))
        counts[count++] = ".one";
    counts[count++] = "";
    for (size_t i = 0; i < count; i++) {
        struct str gendered = str_print(arena, "%s.%.*s%s", key, STR_ARG(gender), counts[i]);
        struct str plain = str_print(arena, "%s%s", key, counts[i]);
        const struct catalogue_row *row = gender.length ? find_row(catalogue, gendered) : NULL;
        row = row ? row : find_row(catalogue, plain);
        if (row)
            return row;
    }
    return NULL;
}

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || c == '_';
}

/* Where the "{name}" that starts at a brace ends; the brace itself where it starts none. */
static size_t name_end(struct str pattern, size_t brace)
{
    size_t end = brace + 1;
    while (end < pattern.length && is_name(pattern.at[end]))
        end++;
    return end < pattern.length && pattern.at[end] == '}' ? end : brace;
}

struct str fill_names(struct arena *arena, struct str pattern, const struct str (*pairs)[2], size_t pair_count)
{
    struct buffer text = {.arena = arena};
    buffer_expect(&text, pattern.length + NAMES_ROOM);
    for (size_t from = 0, brace; from < pattern.length; from = brace + 1) {
        brace = str_index(pattern, '{', from);
        buffer_add(&text, str_slice(pattern, from, brace));
        if (brace == pattern.length)
            break;
        size_t end = name_end(pattern, brace);
        const struct str *value =
            end > brace ? pair_named(pairs, pair_count, str_slice(pattern, brace + 1, end)) : NULL;
        buffer_add(&text, value ? *value : STR("{"));
        brace = value ? end : brace;
    }
    return buffer_str(&text);
}

struct str say(struct arena *arena, const struct catalogue *catalogue, enum language language, const char *key,
               const struct str (*pairs)[2], size_t pair_count, struct quantity number)
{
    const struct str *gender = pair_named(pairs, pair_count, STR("gender"));
    const struct catalogue_row *row = variant(arena, catalogue, language, key, gender ? *gender : STR_NONE, number);
    if (!row)
        return str_copy(arena, str_of(key));
    /* One text for all who say it: what is known of where it stands is known again. */
    return row->filled[language] ? fill_names(arena, row->text[language], pairs, pair_count) : row->text[language];
}

const struct word *catalogue_words(const struct catalogue *catalogue, enum language language, size_t *count)
{
    *count = catalogue->word_count;
    return catalogue->words[language];
}
