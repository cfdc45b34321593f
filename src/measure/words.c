#include "words.h"

#define NARROW "\u202F"
#define SOLID "\u00A0"

/* One row a sentence: French, English. */
static const struct str sentences[SENTENCE_COUNT][LANGUAGE_COUNT] = {
#define ROW(name, french, english) [name] = {TEXT_OF(french), TEXT_OF(english)}
    ROW(SENTENCE_RULE, "Dans le temps" SOLID ": {1}. Entre lauréats" SOLID ": {2}.",
        "Over time: {1}. Over laureates: {2}."),
    ROW(SENTENCE_RULE_ALONE, "Dans le temps" SOLID ": {1}.", "Over time: {1}."),
    ROW(SENTENCE_CATEGORY, " Pour la catégorie {1} de la ventilation {2}.",
        " For the category {1} of the breakdown {2}."),
    ROW(SENTENCE_SUM, "{1} = {2}.", "{1} = {2}."),
    ROW(SENTENCE_LAST, "{1}, valeur de {2}.", "{1}, the value of {2}."),
    ROW(SENTENCE_DATED, "{1}, valeur du {2}.", "{1}, the value of {2}."),
    ROW(SENTENCE_ROW, "{1}, déclaré pour {2}.", "{1}, filed for {2}."),
    ROW(SENTENCE_KEPT, "{1}, dernier niveau avant la sortie du programme.",
        "{1}, the last level before leaving the programme."),
    ROW(SENTENCE_MEAN_OF_ENDS, "({1}) / {2} = {3}.", "({1}) / {2} = {3}."),
    ROW(SENTENCE_QUOTIENT, "{1} / {2} × {3} = {4}.", "{1} / {2} × {3} = {4}."),
    ROW(SENTENCE_QUOTIENT_PLAIN, "{1} / {2} = {3}.", "{1} / {2} = {3}."),
    ROW(SENTENCE_SIMPLE, "({1}) / {2} = {3}, moyenne simple, sans pondération.",
        "({1}) / {2} = {3}, a simple mean, not weighted."),
    ROW(SENTENCE_MEDIAN, "De {1} à {2}, médiane {3}" SOLID ": {4}.", "From {1} to {2}, median {3}: {4}."),
    ROW(SENTENCE_RANGE,
        "Au moins {1}, au plus {2}" SOLID ": les mêmes personnes peuvent avoir été comptées plusieurs fois.",
        "At least {1}, at most {2}: the same people may have been counted several times."),
    ROW(SENTENCE_FLOW, " Flux de la période" SOLID ": {1} = {2}.", " Flow of the period: {1} = {2}."),
    ROW(SENTENCE_FLOW_FROM_ZERO, " Flux de la période" SOLID ": {1}, le niveau de {2}, parti de zéro.",
        " Flow of the period: {1}, the level of {2}, which started from zero."),
    ROW(SENTENCE_SINCE, " Compté depuis le {1}, où l’indicateur repart de zéro.",
        " Counted since {1}, when the indicator starts again from zero."),
    ROW(SENTENCE_OPAQUE, "Pas de valeur" SOLID ": une partie du ratio n’est connue que par une fourchette.",
        "No value: a part of the ratio is only known as a range."),
    ROW(SENTENCE_YES, "{1} oui sur {2} attendus.", "{1} yes out of {2} expected."),
    ROW(SENTENCE_ANSWER, "Réponse {1}" SOLID ": {2}. ", "Answer {1}: {2}. "),
    ROW(SENTENCE_OWN, "{1}, mesure de la coordination.", "{1}, the coordination’s own measure."),
    ROW(SENTENCE_OWN_INSTEAD, "{1}, mesure de la coordination, retenue à la place du total calculé ({2}).",
        "{1}, the coordination’s own measure, which takes the place of the computed total ({2})."),
    ROW(SENTENCE_NOT_DUE, "Pas encore échu" SOLID ": attendu au plus tard le {1}.", "Not yet due: expected by {1}."),
    ROW(SENTENCE_NOT_ASKED, "Rien n’est attendu pour cette période.", "Nothing is expected for this period."),
    ROW(SENTENCE_NO_TOTAL, "Pas de total" SOLID ": la règle n’en admet pas.", "No total: the rule allows none."),
    ROW(SENTENCE_TOO_FEW, "Pas de total" SOLID ": moins de {1}" NARROW "% des observations attendues ont été reçues.",
        "No total: less than {1}% of the observations expected were received."),
    ROW(SENTENCE_NOT_APPLICABLE, "Sans objet.", "Not applicable."),
    ROW(SENTENCE_BASIS, " Lauréats reçus" SOLID ": {1} sur {2} attendus.", " Laureates received: {1} of {2} expected."),
    ROW(SENTENCE_BASIS_SLOTS, " Lauréats reçus en entier" SOLID ": {1} sur {2} attendus, {3} observations sur {4}.",
        " Laureates fully received: {1} of {2} expected, {3} of {4} observations."),
    ROW(SENTENCE_PROGRESS, " Avancement vers la cible de {5}" SOLID ": ({1} − {2}) / ({3} − {2}) = {4}.",
        " Progress towards the target of {5}: ({1} − {2}) / ({3} − {2}) = {4}."),
    ROW(SENTENCE_PROGRESS_FLOW, " Part de la cible de {3} ({2}) réalisée depuis le début de sa période" SOLID ": {1}.",
        " Share of the target of {3} ({2}) achieved since the start of its period: {1}."),
    ROW(SENTENCE_CHANGE, " Évolution sur un an" SOLID ": ({1} − {2}) / {2} = {3}.",
        " Change over a year: ({1} − {2}) / {2} = {3}."),
    ROW(SENTENCE_CHANGE_POINTS, " Évolution sur un an" SOLID ": {1} − {2} = {3}.",
        " Change over a year: {1} − {2} = {3}."),
    ROW(SENTENCE_BROKEN,
        " Un an avant" SOLID ": {1}, mais la série est rompue depuis" SOLID
        ": les valeurs d’avant et d’après ne se comparent pas.",
        " A year before: {1}, but the series has been broken since: values before and after do not compare."),
    ROW(SENTENCE_LIKE_FOR_LIKE, " À périmètre constant ({1} lauréats)" SOLID ": {2}.",
        " Like for like ({1} laureates): {2}."),
    ROW(SENTENCE_LIKE_FOR_LIKE_ONE, " À périmètre constant (un seul lauréat)" SOLID ": {2}.",
        " Like for like (one laureate): {2}."),
    ROW(SENTENCE_MORE, " + {1} ({2} autres)", " + {1} ({2} others)"),
#undef ROW
};

void sentence_add(struct buffer *out, enum language language, enum sentence sentence, struct sentence_words words)
{
    struct str text = sentences[sentence][language];
    for (size_t from = 0, hole; from < text.length; from = hole + 3) {
        hole = str_index(text, '{', from);
        buffer_add(out, str_slice(text, from, hole));
        if (hole == text.length)
            return;
        struct str word = words.word[text.at[hole + 1] - '1'];
        buffer_add(out, word);
        /* A number that goes on ends the sentence too. */
        if (str_ends(word, STR("…")) && hole + 3 < text.length && text.at[hole + 3] == '.')
            hole++;
    }
}

/* "1234567.5" with the language's marks. */
static struct str set_apart(struct arena *arena, enum language language, struct str plain)
{
    struct buffer out = {.arena = arena, .at = arena_bytes(arena, 2 * plain.length + 8)};
    out.capacity = 2 * plain.length + 8;
    size_t minus = plain.length && plain.at[0] == '-', point = str_index(plain, '.', 0);
    if (minus)
        buffer_add(&out, language == LANGUAGE_FR ? STR("−") : STR("-"));
    for (size_t i = minus; i < point; i++) {
        if (i > minus && (point - i) % 3 == 0)
            buffer_add(&out, language == LANGUAGE_FR ? STR(NARROW) : STR(","));
        buffer_byte(&out, plain.at[i]);
    }
    if (point < plain.length) {
        buffer_byte(&out, language == LANGUAGE_FR ? ',' : '.');
        buffer_add(&out, str_slice(plain, point + 1, plain.length));
    }
    return buffer_str(&out);
}

/* Nearly all numbers told are whole: written from their end, at once. */
static struct str whole_words(struct arena *arena, enum language language, int64_t number)
{
    const struct str mark = language == LANGUAGE_FR ? STR(NARROW) : STR(",");
    const struct str minus = language == LANGUAGE_FR ? STR("−") : STR("-");
    char text[64], *end = text + sizeof text, *at = end;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    for (int digits = 0; digits == 0 || rest; digits++, rest /= 10) {
        if (digits && digits % 3 == 0)
            memcpy(at -= mark.length, mark.at, mark.length);
        *--at = (char)('0' + rest % 10);
    }
    if (number < 0)
        memcpy(at -= minus.length, minus.at, minus.length);
    return str_copy(arena, (struct str){at, (size_t)(end - at)});
}

struct str decimal_words(struct arena *arena, enum language language, struct decimal number)
{
    if (!number.scale && number.units == (int64_t)number.units)
        return whole_words(arena, language, (int64_t)number.units);
    return set_apart(arena, language, decimal_text(arena, number));
}

#define PLACES 6

struct str number_words(struct arena *arena, enum language language, struct quantity number)
{
    if (number.exact)
        return decimal_words(arena, language, number.decimal);
    if (number.approximate > 1e18 || number.approximate < -1e18)
        return double_text(arena, number.approximate);
    struct decimal shown = decimal_from_double(number.approximate, PLACES);
    struct str text = decimal_words(arena, language, shown);
    bool cut = decimal_double(shown) != number.approximate;
    return cut ? str_print(arena, "%.*s…", STR_ARG(text)) : text;
}

struct str period_words(struct arena *arena, enum language language, struct period period, int year_start)
{
    if (period.kind != PERIOD_QUARTER && period.kind != PERIOD_SEMESTER)
        return period_name(arena, period, year_start);
    int year, rank = period_rank(period, year_start, &year);
    char letter = period.kind == PERIOD_SEMESTER ? 'S' : language == LANGUAGE_FR ? 'T' : 'Q';
    struct buffer text = {.arena = arena};
    buffer_expect(&text, sizeof "T1 2000");
    buffer_byte(&text, letter);
    buffer_natural(&text, (uint64_t)rank, 1);
    buffer_byte(&text, ' ');
    buffer_natural(&text, (uint64_t)year, 4);
    return buffer_str(&text);
}

struct str date_words(struct arena *arena, enum language language, struct date date)
{
    if (language != LANGUAGE_FR || !date_is(date))
        return date_iso(arena, date);
    int year, month, day;
    date_split(date, &year, &month, &day);
    return str_print(arena, "%02d/%02d/%04d", day, month, year);
}
