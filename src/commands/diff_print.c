#include "diff.h"
#include "markdown.h"

/* A forge refuses comments of more than 65 536 characters. */
#define LINES_MAX 60
#define SIGNS_MAX 60
#define NAMES_MAX 6 /* of documents, a line */

/* ---- text ---- */

static const struct {
    const char *french, *english;
} aspect_words[ASPECT_COUNT] = {
    [ASPECT_VALUE] = {"", ""}, [ASPECT_FLOW] = {"flux ", "flow "}, [ASPECT_TARGET] = {"cible ", "target "}};

const struct item *change_item(const struct change *change)
{
    return change->after ? change->after : change->before;
}

static struct str aspect_of(const struct item *item, int aspect)
{
    return item && item->aspect[aspect].length ? item->aspect[aspect] : STR("—");
}

/* Of a long text as much as says which it is; JSON has it whole. */
static struct str shortened(struct arena *arena, struct str text)
{
    size_t at = 0;
    for (size_t signs = 0; signs < SIGNS_MAX && at < text.length; signs++)
        utf8_next(text, &at);
    return at < text.length ? str_print(arena, "%.*s…", (int)at, text.at) : text;
}

/* Only what differs: "215 jeunes (9/9) → 220 jeunes (9/9), flux 12 jeunes → 17 jeunes" */
static void add_aspects(struct buffer *out, const struct change *change, enum language language)
{
    bool any = false;
    for (int a = 0; a < ASPECT_COUNT; a++) {
        struct str before = aspect_of(change->before, a), after = aspect_of(change->after, a);
        if (str_equal(before, after))
            continue;
        buffer_print(out, "%s%s", any ? ", " : "", words(language, aspect_words[a].french, aspect_words[a].english));
        markdown_text(out, shortened(out->arena, before));
        buffer_add(out, STR(" → "));
        markdown_text(out, shortened(out->arena, after));
        any = true;
    }
}

static char mark_of(const struct change *change)
{
    return !change->before ? '+' : !change->after ? '-' : '~';
}

static void add_line(struct buffer *out, const struct change *change, enum language language)
{
    const struct item *item = change_item(change);
    buffer_print(out, "- %c ", mark_of(change));
    if (item->label.length) {
        markdown_text(out, item->label);
        buffer_add(out, str_of(words(language, "\u00A0: ", ": ")));
        add_aspects(out, change, language);
        buffer_byte(out, ' ');
    }
    markdown_code(out, item->key);
    buffer_byte(out, '\n');
}

static size_t count_in(const struct changes *changes, enum section first, enum section last, bool told)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        enum section section = change_item(&changes->at[i])->section;
        count += section >= first && section <= last && !(told && changes->at[i].follows);
    }
    return count;
}

static void add_more(struct buffer *out, size_t count, enum language language)
{
    if (count)
        buffer_print(out,
                     words(language, "- … et %zu autres, que donne `bilan diff --format json`\n",
                           "- … and %zu more, which `bilan diff --format json` gives\n"),
                     count);
    buffer_byte(out, '\n');
}

static void add_section(struct buffer *out, const struct changes *changes, enum section section, enum language language)
{
    size_t told = 0, count = count_in(changes, section, section, true);
    for (size_t i = 0; i < changes->count && told < LINES_MAX; i++)
        if (change_item(&changes->at[i])->section == section && !changes->at[i].follows) {
            add_line(out, &changes->at[i], language);
            told++;
        }
    add_more(out, count - told, language);
}

static void add_title(struct buffer *out, size_t count, const char *title, const char *none)
{
    buffer_print(out, count ? "## %s (%zu)\n\n" : "## %s\n\n", title, count);
    if (!count)
        buffer_print(out, "%s\n\n", none);
}

/* ---- documents, a line a folder ---- */

static struct str folder_of(struct str path)
{
    size_t slashes = 0;
    for (size_t i = 0; i < path.length; i++)
        if (path.at[i] == '/' && ++slashes == 2)
            return str_slice(path, 0, i + 1);
    return STR_NONE;
}

static bool is_with(const struct change *change, const struct change *first)
{
    const struct item *item = change_item(change);
    return item->section == SECTION_DOCUMENTS && mark_of(change) == mark_of(first) &&
           str_equal(folder_of(item->key), folder_of(change_item(first)->key));
}

/* "- ~ `internal/workspace/` : `index`, `laureats/arc` et 12 autres"; how many stand on it is returned. */
static size_t add_folder(struct buffer *out, const struct changes *changes, size_t from, enum language language)
{
    const struct change *first = &changes->at[from];
    struct str folder = folder_of(change_item(first)->key);
    size_t count = 0;
    buffer_print(out, "- %c ", mark_of(first));
    if (folder.length)
        markdown_code(out, folder);
    for (size_t i = from; i < changes->count; i++) {
        struct str path = change_item(&changes->at[i])->key;
        if (!is_with(&changes->at[i], first))
            continue;
        if (count++ >= NAMES_MAX)
            continue;
        buffer_add(out, str_of(count > 1 ? ", " : folder.length ? words(language, "\u00A0: ", ": ") : ""));
        markdown_code(out, str_slice(path, folder.length, path.length));
    }
    if (count > NAMES_MAX)
        buffer_print(out, words(language, " et %zu autres", " and %zu more"), count - NAMES_MAX);
    buffer_byte(out, '\n');
    return count;
}

static bool is_first_of_folder(const struct changes *changes, size_t at)
{
    for (size_t i = at; i > 0 && change_item(&changes->at[i - 1])->section == SECTION_DOCUMENTS; i--)
        if (is_with(&changes->at[i - 1], &changes->at[at]))
            return false;
    return true;
}

static void add_folders(struct buffer *out, const struct changes *changes, enum language language)
{
    size_t lines = 0, left = count_in(changes, SECTION_DOCUMENTS, SECTION_DOCUMENTS, false);
    for (size_t i = 0; i < changes->count && lines < LINES_MAX; i++) {
        if (change_item(&changes->at[i])->section != SECTION_DOCUMENTS || !is_first_of_folder(changes, i))
            continue;
        left -= add_folder(out, changes, i, language);
        lines++;
    }
    add_more(out, left, language);
}

/* ---- the whole ---- */

static void add_figures(struct buffer *out, const struct changes *changes, enum language language)
{
    static const struct {
        const char *french, *english;
    } titles[] = {[SECTION_PROGRAMME] = {"Programme", "Programme"},
                  [SECTION_GROUPS] = {"Territoires", "Territories"},
                  [SECTION_LAUREATES] = {"Lauréats", "Laureates"}};
    size_t all = count_in(changes, SECTION_PROGRAMME, SECTION_LAUREATES, false), told = 0;
    add_title(out, all, words(language, "Chiffres qui changent", "Figures that change"),
              words(language, "Aucun chiffre ne change.", "No figure changes."));
    for (int s = SECTION_PROGRAMME; s < SECTION_DOCUMENTS; s++) {
        size_t count = count_in(changes, (enum section)s, (enum section)s, true);
        told += count;
        if (!count)
            continue;
        buffer_print(out, "### %s (%zu)\n\n", words(language, titles[s].french, titles[s].english), count);
        add_section(out, changes, (enum section)s, language);
    }
    if (all > told)
        buffer_print(out,
                     words(language,
                           "Il en découle %zu autres (années, semestres, cumuls, territoires, ratios, ventilations)"
                           "\u00A0: `bilan diff -v` les donne.\n\n",
                           "%zu more follow from these (years, half-years, totals to date, territories, ratios, "
                           "breakdowns): `bilan diff -v` gives them.\n\n"),
                     all - told);
}

void diff_text(struct buffer *out, const struct changes *changes, enum language language, bool all)
{
    size_t documents = count_in(changes, SECTION_DOCUMENTS, SECTION_DOCUMENTS, false);
    add_figures(out, changes, language);
    add_title(out, documents, words(language, "Documents qui changent", "Documents that change"),
              words(language, "Aucun document ne change.", "No document changes."));
    if (documents && all)
        add_section(out, changes, SECTION_DOCUMENTS, language);
    else if (documents)
        add_folders(out, changes, language);
}

/* ---- JSON ---- */

static void json_side(struct buffer *out, const char *name, const struct item *item)
{
    buffer_print(out, ",\"%s\":%.*s", name, STR_ARG(item ? item->json : STR("null")));
}

static void json_list(struct buffer *out, const struct changes *changes, bool documents)
{
    bool any = false;
    buffer_byte(out, '[');
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *c = &changes->at[i];
        const struct item *item = change_item(c);
        if ((item->section == SECTION_DOCUMENTS) != documents)
            continue;
        buffer_add(out, any ? STR(",\n  {\"key\":") : STR("\n  {\"key\":"));
        any = true;
        buffer_json(out, item->key);
        buffer_print(out, ",\"change\":\"%s\"", !c->before ? "added" : !c->after ? "removed" : "changed");
        if (!documents) {
            json_field(out, "label", item->label);
            json_side(out, "before", c->before);
            json_side(out, "after", c->after);
        }
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

void diff_json(struct buffer *out, const struct changes *changes)
{
    buffer_add(out, STR("{\"figures\":"));
    json_list(out, changes, false);
    buffer_add(out, STR(",\n \"documents\":"));
    json_list(out, changes, true);
    buffer_add(out, STR("}\n"));
}
