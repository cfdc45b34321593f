#include "compose/show.h"

/* Units are written in the plural by their authors. The singular is taken from it, word by word up to the first
 * preposition, by the regular rules and a list of words that do not change. */

#define WORD(text)                                                                                                     \
    {                                                                                                                  \
        text, sizeof text - 1                                                                                          \
    }

static const struct str french_links[] = {
    WORD("au"),   WORD("aux"),  WORD("avec"), WORD("dans"), WORD("de"), WORD("des"),
    WORD("du"),   WORD("en"),   WORD("et"),   WORD("hors"), WORD("ou"), WORD("par"),
    WORD("pour"), WORD("sans"), WORD("sous"), WORD("sur"),  WORD("à"),
};
static const struct str french_invariable[] = {
    WORD("abus"),    WORD("accès"),    WORD("acquis"),        WORD("avis"),        WORD("bois"),     WORD("bras"),
    WORD("bus"),     WORD("campus"),   WORD("cas"),           WORD("colis"),       WORD("concours"), WORD("congrès"),
    WORD("corps"),   WORD("cours"),    WORD("devis"),         WORD("discours"),    WORD("décès"),    WORD("fois"),
    WORD("fonds"),   WORD("français"), WORD("mois"),          WORD("os"),          WORD("palais"),   WORD("parcours"),
    WORD("pays"),    WORD("permis"),   WORD("points-relais"), WORD("procès"),      WORD("progrès"),  WORD("propos"),
    WORD("recours"), WORD("refus"),    WORD("relais"),        WORD("rendez-vous"), WORD("repas"),    WORD("secours"),
    WORD("succès"),  WORD("tapis"),    WORD("temps"),         WORD("univers"),
};
static const struct str english_links[] = {
    WORD("at"), WORD("by"), WORD("for"), WORD("from"), WORD("in"), WORD("of"), WORD("on"), WORD("per"), WORD("with"),
};

static bool is_among(struct str word, const struct str *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(word, words[i]))
            return true;
    return false;
}
#define IS_AMONG(word, words) is_among((word), (words), sizeof(words) / sizeof(words)[0])

static struct str without_end(struct arena *arena, struct str word, size_t bytes, const char *instead)
{
    return str_print(arena, "%.*s%s", STR_ARG(str_slice(word, 0, word.length - bytes)), instead);
}

static struct str french_singular(struct arena *arena, struct str word)
{
    if (IS_AMONG(word, french_invariable))
        return word;
    if (str_equal(word, STR("travaux")))
        return STR("travail");
    if (str_ends(word, STR("eaux")))
        return without_end(arena, word, 1, "");
    if (str_ends(word, STR("aux")) && word.length > 3)
        return without_end(arena, word, 2, "l");
    if (str_ends(word, STR("s")) && word.length > 2 && !str_ends(word, STR("ss")))
        return without_end(arena, word, 1, "");
    return word;
}

static struct str english_singular(struct arena *arena, struct str word)
{
    if (str_equal(word, STR("people")))
        return STR("person");
    if (str_equal(word, STR("children")))
        return STR("child");
    if (str_ends(word, STR("ies")) && word.length > 4 && !str_equal(word, STR("series")))
        return without_end(arena, word, 3, "y");
    if (str_ends(word, STR("ches")) || str_ends(word, STR("shes")) || str_ends(word, STR("sses")) ||
        str_ends(word, STR("xes")))
        return without_end(arena, word, 2, "");
    if (str_ends(word, STR("s")) && word.length > 2 && !str_ends(word, STR("ss")) && !str_equal(word, STR("series")))
        return without_end(arena, word, 1, "");
    return word;
}

/* "jeune(s)" says both forms by itself. */
static struct str bracketed(struct arena *arena, struct str unit, bool plural)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < unit.length; i++) {
        if (str_starts(str_slice(unit, i, unit.length), STR("(s)"))) {
            if (plural)
                buffer_byte(&text, 's');
            i += 2;
        } else {
            buffer_byte(&text, unit.at[i]);
        }
    }
    return buffer_str(&text);
}

static bool has_brackets(struct str unit)
{
    for (size_t i = 0; i + 3 <= unit.length; i++)
        if (str_starts(str_slice(unit, i, unit.length), STR("(s)")))
            return true;
    return false;
}

struct str unit_plural(struct arena *arena, struct str unit)
{
    return has_brackets(unit) ? bracketed(arena, unit, true) : unit;
}

struct str unit_singular(struct arena *arena, struct str unit, enum language language)
{
    if (has_brackets(unit))
        return bracketed(arena, unit, false);
    struct buffer text = {.arena = arena};
    struct str rest = unit, word;
    bool linked = false;
    while (str_split(&rest, ' ', &word)) {
        linked = linked || (language == LANGUAGE_FR ? IS_AMONG(word, french_links) : IS_AMONG(word, english_links)) ||
                 str_starts(word, STR("d’")) || str_starts(word, STR("d'"));
        if (text.count)
            buffer_byte(&text, ' ');
        if (linked)
            buffer_add(&text, word);
        else
            buffer_add(&text, language == LANGUAGE_FR ? french_singular(arena, word) : english_singular(arena, word));
    }
    return buffer_str(&text);
}
