#include "subjects.h"

#include <string.h>

enum { KEY_ROOM = 40 }; /* of a key beside its indicator: most need no more */

static bool encoded(unsigned char c)
{
    return c <= ' ' || c == 0x7F || c == ',' || c == '/' || c == ';' || c == '%';
}

static void add_encoded(struct buffer *out, struct str s)
{
    for (size_t i = 0; i < s.length; i++)
        if (encoded((unsigned char)s.at[i]))
            buffer_print(out, "%%%02X", (unsigned char)s.at[i]);
        else
            buffer_byte(out, s.at[i]);
}

struct str figure_subject_text(struct arena *arena, const struct facts *facts, struct subject subject)
{
    if (subject.kind == SUBJECT_PROGRAMME)
        return STR("programme");
    if (subject.kind == SUBJECT_LAUREATE)
        return facts->laureates.at[subject.laureate].id;
    struct buffer out = {.arena = arena};
    buffer_add(&out, attribute_name(subject.attribute));
    buffer_byte(&out, '=');
    buffer_add(&out, subject.value);
    return buffer_str(&out);
}

struct str figure_state_name(enum figure_state state)
{
    static const char *const names[FIGURE_STATES] = {
        [FIGURE_COMPLETE] = "complete", [FIGURE_PARTIAL] = "partial", [FIGURE_NONE] = "none",
        [FIGURE_NOT_DUE] = "not-due",   [FIGURE_RANGE] = "range",     [FIGURE_NOT_APPLICABLE] = "not-applicable",
        [FIGURE_MASKED] = "masked",
    };
    return str_of(names[state]);
}

struct str figure_key_text(struct arena *arena, const struct facts *facts, struct figure_key key)
{
    struct str indicator = facts->indicators.at[key.indicator].id;
    struct buffer out = {.arena = arena};
    buffer_expect(&out, indicator.length + KEY_ROOM);
    buffer_add(&out, indicator);
    buffer_byte(&out, '@');
    add_encoded(&out, figure_subject_text(arena, facts, key.subject));
    buffer_byte(&out, '/');
    buffer_add(&out, period_name(arena, key.period, facts->programme.year_start));
    if (key.to_date)
        buffer_add(&out, STR("~to-date"));
    if (key.category) {
        buffer_byte(&out, ';');
        add_encoded(&out, facts->categories.at[key.category].dimension);
        buffer_byte(&out, '=');
        add_encoded(&out, facts->categories.at[key.category].category);
    }
    return buffer_str(&out);
}

static int hexadecimal(char c)
{
    const char *digits = "0123456789abcdef", *found = c ? strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* Decodes where it stands, in a copy the caller made: what is decoded is never longer. */
static struct str decode(struct str s, char *room)
{
    size_t length = 0;
    for (size_t i = 0; i < s.length; i++) {
        int high = i + 2 < s.length && s.at[i] == '%' ? hexadecimal(s.at[i + 1]) : -1;
        int low = high >= 0 ? hexadecimal(s.at[i + 2]) : -1;
        room[length++] = low >= 0 ? (char)(high * 16 + low) : s.at[i];
        i += low >= 0 ? 2 : 0;
    }
    return (struct str){room, length};
}

static bool find_indicator(const struct facts *facts, struct str id, uint32_t *index)
{
    for (uint32_t i = 1; i < facts->indicators.count; i++)
        if (str_equal(facts->indicators.at[i].id, id))
            return *index = i, true;
    return false;
}

static bool find_attribute(const struct facts *facts, struct str text, struct subject *subject)
{
    size_t equals = str_index(text, '=', 0);
    enum attribute attribute = attribute_named(str_slice(text, 0, equals));
    struct str value = str_slice(text, equals + 1, text.length);
    if (equals == text.length || attribute == ATTRIBUTE_NONE)
        return false;
    *subject = (struct subject){.kind = SUBJECT_ATTRIBUTE, .attribute = attribute, .value = value};
    return attribute_value(facts, attribute, &subject->value);
}

static bool find_subject(const struct facts *facts, struct str text, struct subject *subject)
{
    *subject = (struct subject){.kind = SUBJECT_PROGRAMME};
    if (str_equal(text, STR("programme")))
        return true;
    for (uint32_t i = 1; i < facts->laureates.count; i++)
        if (str_equal(facts->laureates.at[i].id, text)) {
            *subject = (struct subject){.kind = SUBJECT_LAUREATE, .laureate = i};
            return true;
        }
    return find_attribute(facts, text, subject);
}

static bool find_category(const struct facts *facts, struct str text, uint32_t *category)
{
    size_t equals = str_index(text, '=', 0);
    char room[2][256];
    if (text.length >= sizeof room[0])
        return false;
    struct str dimension = decode(str_slice(text, 0, equals), room[0]);
    struct str name = decode(str_slice(text, equals + 1, text.length), room[1]);
    for (uint32_t i = 1; i < facts->categories.count; i++)
        if (name_equal(facts->categories.at[i].dimension, dimension) &&
            name_equal(facts->categories.at[i].category, name))
            return *category = i, true;
    return false;
}

static bool find_period(const struct facts *facts, struct str text, struct figure_key *key)
{
    struct str mark = STR("~to-date");
    key->to_date = str_ends(text, mark);
    return period_parse(str_slice(text, 0, text.length - (key->to_date ? mark.length : 0)), facts->programme.year_start,
                        &key->period);
}

bool figure_key_parse(const struct facts *facts, struct str text, struct figure_key *key)
{
    struct figure_key found = {.indicator = 0};
    size_t at = str_index(text, '@', 0), slash = str_index(text, '/', at), end = str_index(text, ';', slash);
    char room[1024];
    if (slash == text.length || slash - at - 1 > sizeof room ||
        !find_indicator(facts, str_slice(text, 0, at), &found.indicator) ||
        !find_subject(facts, decode(str_slice(text, at + 1, slash), room), &found.subject) ||
        !find_period(facts, str_slice(text, slash + 1, end), &found))
        return false;
    if (end < text.length && !find_category(facts, str_slice(text, end + 1, text.length), &found.category))
        return false;
    *key = found;
    return true;
}
