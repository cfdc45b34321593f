#include "compose/holes.h"

#include <assert.h>

const struct option_row common_options[] = {
    {TEXT_OF("title"), TEXT_OF("titre"), OPTION_TEXT, NULL, TEXT_OF("a heading above, when there is something to show"),
     TEXT_OF("un intertitre, s’il y a quelque chose à montrer")},
    {TEXT_OF("lead"), TEXT_OF("chapeau"), OPTION_TEXT, NULL,
     TEXT_OF("a sentence before, when there is something to show"),
     TEXT_OF("une phrase avant, s’il y a quelque chose à montrer")},
    {TEXT_OF("empty"), TEXT_OF("vide"), OPTION_TEXT, NULL, TEXT_OF("a sentence instead, when there is nothing to show"),
     TEXT_OF("une phrase à la place, s’il n’y a rien à montrer")},
    {TEXT_OF("audience"), TEXT_OF("diffusion"), OPTION_AUDIENCES, NULL, TEXT_OF("shown to these audiences only"),
     TEXT_OF("montré à ces lecteurs seulement")},
    {TEXT_OF("new_page"), TEXT_OF("nouvelle_page"), OPTION_YES_NO, NULL, TEXT_OF("yes to start a page of the PDF"),
     TEXT_OF("oui pour commencer une page du PDF")},
    {TEXT_OF("landscape"), TEXT_OF("paysage"), OPTION_YES_NO, NULL, TEXT_OF("yes for pages of the PDF on their side"),
     TEXT_OF("oui pour des pages du PDF en largeur")},
};
const size_t common_option_count = sizeof common_options / sizeof common_options[0];

static bool is_named(struct str name, struct str en, struct str fr)
{
    return name_equal(name, en) || name_equal(name, fr);
}

const struct hole *hole_find(struct str name)
{
    for (size_t i = 0; i < hole_count; i++)
        if (is_named(name, holes[i]->en, holes[i]->fr))
            return holes[i];
    return NULL;
}

static const struct option_row *row_find(const struct option_row *rows, size_t count, struct str name,
                                         bool (*same)(struct str, struct str))
{
    for (size_t i = 0; i < count; i++)
        if (same(name, rows[i].en) || same(name, rows[i].fr))
            return &rows[i];
    return NULL;
}

static const struct option_row *find_by(const struct hole *hole, struct str name, bool (*same)(struct str, struct str))
{
    const struct option_row *row = row_find(hole->options, hole->option_count, name, same);
    return row ? row : row_find(common_options, common_option_count, name, same);
}

const struct option_row *option_find(const struct hole *hole, struct str name)
{
    /* Nearly every name is written as it stands in the table. */
    const struct option_row *row = find_by(hole, name, str_equal);
    return row ? row : find_by(hole, name, name_equal);
}

static const struct yaml *value_of(const struct hole *hole, const struct yaml *options, const char *name)
{
    if (!options || !options->first)
        return NULL;
    const struct option_row *row = option_find(hole, str_of(name));
    assert(row); /* a hole asks for its own options only */
    for (const struct yaml *y = options->first; y; y = y->next)
        if (option_find(hole, y->key) == row)
            return y;
    return NULL;
}

struct str option_text(const struct hole *hole, const struct yaml *options, const char *name)
{
    const struct yaml *value = value_of(hole, options, name);
    return value && value->kind == YAML_SCALAR ? value->text : STR_NONE;
}

int option_count(const struct hole *hole, const struct yaml *options, const char *name, int otherwise)
{
    struct str text = option_text(hole, options, name);
    int n = 0;
    for (size_t i = 0; i < text.length && i < 2; i++)
        n = n * 10 + (text.at[i] - '0');
    return text.length ? n : otherwise;
}

bool option_yes(const struct hole *hole, const struct yaml *options, const char *name, bool otherwise)
{
    struct str text = option_text(hole, options, name);
    if (!text.length)
        return otherwise;
    return name_equal(text, STR("yes")) || name_equal(text, STR("oui")) || name_equal(text, STR("true"));
}

int option_choice(const struct hole *hole, const struct yaml *options, const char *name, int otherwise)
{
    struct str text = option_text(hole, options, name);
    int value = text.length ? choice_of(option_find(hole, str_of(name))->choices, text) : 0;
    return value ? value : otherwise;
}

static void add_names(struct arena *arena, struct strs *names, struct str text)
{
    size_t from = 0;
    for (size_t i = 0; i <= text.length; i++) {
        bool ends = i == text.length || text.at[i] == ',' || text.at[i] == ' ';
        if (ends && i > from)
            *PUSH(arena, names) = str_slice(text, from, i);
        if (ends)
            from = i + 1;
    }
}

struct strs yaml_names(struct arena *arena, const struct yaml *value)
{
    struct strs names = {0};
    if (value && value->kind == YAML_SCALAR)
        add_names(arena, &names, value->text);
    for (const struct yaml *y = value && value->kind == YAML_LIST ? value->first : NULL; y; y = y->next)
        *PUSH(arena, &names) = y->text;
    return names;
}

struct strs option_names(struct arena *arena, const struct hole *hole, const struct yaml *options, const char *name)
{
    return yaml_names(arena, value_of(hole, options, name));
}
