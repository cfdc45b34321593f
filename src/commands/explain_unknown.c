/* A key that names no figure: which of its parts is wrong, and what stands nearest. */
#include "explain.h"
#include "tell.h"

static struct str nearest_of(struct strs known, struct str wrong)
{
    struct str nearest = name_nearest(wrong, known.at, known.count);
    return str_equal(nearest, wrong) ? STR_NONE : nearest;
}

static bool is_among(struct strs known, struct str wanted)
{
    for (size_t i = 0; i < known.count; i++)
        if (str_equal(known.at[i], wanted))
            return true;
    return false;
}

/* True where the part is not among those known, said with the nearest. */
static bool part_unknown(const struct session *session, const char *french, const char *english, struct strs known,
                         struct str part)
{
    if (is_among(known, part))
        return false;
    tell_unknown(session->language, french, english, part, nearest_of(known, part));
    return true;
}

static bool indicator_unknown(const struct session *session, struct str part)
{
    struct strs ids = {0};
    for (size_t i = 1; i < session->facts->indicators.count; i++)
        *PUSH(session->run, &ids) = session->facts->indicators.at[i].id;
    return part_unknown(session, "indicateur inconnu : « %.*s »", "unknown indicator: '%.*s'", ids, part);
}

/* An attribute's value is encoded in the key, and looked for by the parser alone. */
static bool subject_unknown(const struct session *session, struct str part)
{
    struct strs ids = {0};
    *PUSH(session->run, &ids) = STR("programme");
    for (size_t i = 1; i < session->facts->laureates.count; i++)
        *PUSH(session->run, &ids) = session->facts->laureates.at[i].id;
    return str_index(part, '=', 0) == part.length &&
           part_unknown(session, "ni « programme » ni un lauréat : « %.*s »",
                        "neither 'programme' nor a laureate: '%.*s'", ids, part);
}

static bool category_unknown(const struct session *session, struct str part)
{
    struct strs names = {0};
    for (size_t i = 1; i < session->facts->categories.count; i++) {
        const struct category *c = &session->facts->categories.at[i];
        *PUSH(session->run, &names) = str_print(session->run, "%.*s=%.*s", STR_ARG(c->dimension), STR_ARG(c->category));
    }
    return part.length &&
           part_unknown(session, "ventilation inconnue : « %.*s »", "unknown breakdown: '%.*s'", names, part);
}

static bool period_unknown(const struct session *session, struct str part)
{
    struct str mark = STR("~to-date");
    struct period period;
    if (str_ends(part, mark))
        part = str_slice(part, 0, part.length - mark.length);
    if (period_parse(part, session->facts->programme.year_start, &period))
        return false;
    tell(session->language, "« %.*s » n’est pas une période ; écrivez 2025-T4, 2025-S2, 2025-11 ou 2025",
         "'%.*s' is not a period; write 2025-Q4, 2025-S2, 2025-11 or 2025", STR_ARG(part));
    return true;
}

enum exit_code explain_unknown(const struct session *session, struct str key)
{
    size_t at = str_index(key, '@', 0), slash = str_index(key, '/', at), end = str_index(key, ';', slash);
    bool whole = slash < key.length;
    bool said = whole && (indicator_unknown(session, str_slice(key, 0, at)) ||
                          subject_unknown(session, str_slice(key, at + 1, slash)) ||
                          period_unknown(session, str_slice(key, slash + 1, end)) ||
                          category_unknown(session, str_slice(key, end + 1, key.length)));
    if (!said)
        tell(session->language,
             "« %.*s » ne désigne aucun chiffre ; une clef s’écrit indicateur@programme/2025-Q4 ou "
             "indicateur@lauréat/2025",
             "'%.*s' names no figure; a key is written indicator@programme/2025-Q4 or indicator@laureate/2025",
             STR_ARG(key));
    return EXIT_USAGE;
}
