#include "compose/typeset.h"

#define WORD(text)                                                                                                     \
    {                                                                                                                  \
        text, sizeof text - 1                                                                                          \
    }

/* Stems in which "oe" is one letter. Others ("coexister", "moelle", "poème") keep two. */
static const struct str oe_stems[] = {
    WORD("boeuf"),  WORD("choeur"),   WORD("coeur"),   WORD("désoeuvr"), WORD("foetus"), WORD("manoeuvr"),
    WORD("moeurs"), WORD("noeud"),    WORD("oecumén"), WORD("oeil"),     WORD("oeuf"),   WORD("oeuvr"),
    WORD("oesoph"), WORD("rancoeur"), WORD("soeur"),   WORD("voeu"),     WORD("écoeur"),
};

/* Beginnings of words whose capital bears an accent that French keyboards make hard to type. */
static const struct str accented_stems[] = {
    WORD("Echang"), WORD("Echéanc"), WORD("Ecol"),      WORD("Econom"),  WORD("Ecout"),    WORD("Educat"),
    WORD("Egalit"), WORD("Electri"), WORD("Emancip"),   WORD("Emergen"), WORD("Energi"),   WORD("Equip"),
    WORD("Equit"),  WORD("Etabli"),  WORD("Etap"),      WORD("Etat"),    WORD("Etudiant"), WORD("Etude"),
    WORD("Evalu"),  WORD("Evolu"),   WORD("Evénement"),
};

static const struct str binding[] = {
    WORD("M."), WORD("MM."), WORD("Mme"), WORD("Mmes"), WORD("Mlle"), WORD("Dr"),  WORD("Pr"), WORD("Me"),  WORD("n°"),
    WORD("N°"), WORD("p."),  WORD("pp."), WORD("art."), WORD("Mr"),   WORD("Mrs"), WORD("Ms"), WORD("no."), WORD("§"),
};

static const struct str bound_everywhere[] = {
    WORD("%"),   WORD("‰"), WORD("€"),  WORD("k€"), WORD("M€"), WORD("°C"), WORD("h"),
    WORD("min"), WORD("s"), WORD("km"), WORD("m"),  WORD("m²"), WORD("cm"), WORD("ha"),
    WORD("kg"),  WORD("g"), WORD("t"),  WORD("Ko"), WORD("Mo"), WORD("Go"),
};
static const struct str bound_months[LANGUAGE_COUNT][12] = {
    [LANGUAGE_FR] = {WORD("janvier"), WORD("février"), WORD("mars"), WORD("avril"), WORD("mai"), WORD("juin"),
                     WORD("juillet"), WORD("août"), WORD("septembre"), WORD("octobre"), WORD("novembre"),
                     WORD("décembre")},
    [LANGUAGE_EN] = {WORD("January"), WORD("February"), WORD("March"), WORD("April"), WORD("May"), WORD("June"),
                     WORD("July"), WORD("August"), WORD("September"), WORD("October"), WORD("November"),
                     WORD("December")},
};

#define COUNT_OF(list) (sizeof(list) / sizeof(list)[0])

static bool is_among(struct str word, const struct str *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(word, words[i]))
            return true;
    return false;
}

bool typeset_binds(struct str word)
{
    return is_among(word, binding, COUNT_OF(binding));
}

bool typeset_bound(struct str word, enum language language)
{
    return is_among(word, bound_everywhere, COUNT_OF(bound_everywhere)) || is_among(word, bound_months[language], 12);
}

/* Where a stem stands at the start of the word or after its prefix ("main-d’oeuvre" is two words here). */
static bool has_oe_stem(struct arena *arena, struct str word)
{
    struct str lower = text_lower(arena, word);
    for (size_t i = 0; i < COUNT_OF(oe_stems); i++)
        if (str_starts(lower, oe_stems[i]) ||
            (str_starts(lower, STR("chef")) && str_starts(str_slice(lower, 5, lower.length), oe_stems[i])))
            return true;
    return false;
}

static struct str with_ligature(struct arena *arena, struct str word)
{
    struct buffer text = {.arena = arena};
    bool done = false;
    for (size_t i = 0; i < word.length; i++) {
        char a = word.at[i], b = i + 1 < word.length ? word.at[i + 1] : '\0';
        if (!done && (a == 'o' || a == 'O') && (b == 'e' || b == 'E')) {
            buffer_add(&text, a == 'o' ? STR("œ") : STR("Œ"));
            done = true;
            i++;
        } else {
            buffer_byte(&text, a);
        }
    }
    return buffer_str(&text);
}

struct str typeset_word(struct arena *arena, struct str word)
{
    if (word.length < 4)
        return STR_NONE;
    for (size_t i = 0; word.at[0] == 'E' && i < COUNT_OF(accented_stems); i++)
        if (str_starts(word, accented_stems[i]))
            return str_print(arena, "É%.*s", STR_ARG(str_slice(word, 1, word.length)));
    for (size_t i = 0; i + 1 < word.length; i++)
        if ((word.at[i] == 'o' || word.at[i] == 'O') && (word.at[i + 1] == 'e' || word.at[i + 1] == 'E'))
            return has_oe_stem(arena, word) ? with_ligature(arena, word) : STR_NONE;
    return STR_NONE;
}
