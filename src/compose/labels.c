#include "compose/labels.h"

#include <string.h>

static bool is_letter(struct str text, size_t at)
{
    unsigned char c = at < text.length ? (unsigned char)text.at[at] : 0;
    return (c | 0x20u) >= 'a' ? (c | 0x20u) <= 'z' || c >= 0x80 : false;
}

/* "sans-logement" is two words; "16-17" and "Meurthe-et-Moselle" are what they are. */
static struct str readable(struct filling *f, struct str id)
{
    struct buffer text = {.arena = f->arena};
    bool capitals = false;
    for (size_t i = 0; i < id.length; i++)
        capitals = capitals || (id.at[i] >= 'A' && id.at[i] <= 'Z');
    for (size_t i = 0; i < id.length; i++) {
        bool joint =
            id.at[i] == '_' || (id.at[i] == '-' && !capitals && i && is_letter(id, i - 1) && is_letter(id, i + 1));
        buffer_byte(&text, joint ? ' ' : id.at[i]);
    }
    return set(f, buffer_str(&text));
}

struct str category_label(struct filling *f, uint32_t index)
{
    const struct category *category = &f->facts->categories.at[index];
    bool labelled = category->label.length && !str_equal(category->label, category->category);
    return labelled ? set(f, category->label) : readable(f, category->category);
}

struct str dimension_label(struct filling *f, const struct dimension *dimension)
{
    return dimension->label.length ? set(f, dimension->label) : readable(f, dimension->id);
}

struct str answer_label(struct filling *f, const struct indicator *indicator, struct decimal answer)
{
    struct str number = show_decimal(f->arena, answer, decimal_is_integer(answer) ? 0 : 1, f->language);
    for (uint32_t i = 1; i < f->facts->categories.count; i++) {
        const struct category *category = &f->facts->categories.at[i];
        if (!name_equal(category->dimension, indicator->id) || !str_equal(category->category, number) ||
            !category->label.length || str_equal(category->label, category->category))
            continue;
        return SAY(f, "answer.labelled", PAIR("answer", number), PAIR("label", set(f, category->label)));
    }
    return number;
}

struct str word_label(struct filling *f, struct str id)
{
    for (uint32_t i = 1; i < f->facts->categories.count; i++) {
        const struct category *category = &f->facts->categories.at[i];
        if (name_equal(category->category, id) && !name_equal(category->label, id))
            return set(f, category->label);
    }
    return readable(f, id);
}

struct str group_label(struct filling *f, struct str value)
{
    return value.length ? word_label(f, value) : word(f, "matrix.unstated");
}

struct str list_label(struct filling *f, const struct strs *ids)
{
    struct strs labels = {0};
    for (size_t i = 0; i < ids->count; i++)
        *PUSH(f->arena, &labels) = word_label(f, ids->at[i]);
    return show_list(f->arena, labels.at, labels.count, f->language);
}

struct strs parts_of(struct filling *f, struct str words)
{
    struct strs parts = {0};
    struct str rest = words, part;
    while (str_split(&rest, ',', &part))
        if (str_trim(part).length)
            *PUSH(f->arena, &parts) = str_trim(part);
    return parts;
}

struct str words_label(struct filling *f, struct str words)
{
    struct strs ids = parts_of(f, words);
    return list_label(f, &ids);
}

static struct str one_factor(struct filling *f, struct str factor)
{
    static const char *const keys[] = {"factor.1", "factor.2", "factor.3", "factor.4", "factor.5", "factor.6"};
    size_t at = factor.length == 1 && factor.at[0] >= '1' ? (size_t)(factor.at[0] - '1') : sizeof keys;
    return at < sizeof keys / sizeof *keys ? word(f, keys[at]) : set(f, factor);
}

struct str factor_label(struct filling *f, struct str factors)
{
    struct strs labels = parts_of(f, factors);
    for (size_t i = 0; i < labels.count; i++)
        labels.at[i] = one_factor(f, labels.at[i]);
    return show_clauses(f->arena, &labels, f->language);
}

struct str capitalised(struct filling *f, struct str text)
{
    if (!text.length)
        return text;
    char *at = ARENA_ARRAY(f->arena, char, text.length + 1);
    memcpy(at, text.at, text.length);
    if (at[0] >= 'a' && at[0] <= 'z')
        at[0] = (char)(at[0] - 0x20);
    /* à to þ stand 32 runes after À to Þ; œ just after Œ. */
    unsigned char first = text.length > 1 ? (unsigned char)at[0] : 0, second = first ? (unsigned char)at[1] : 0;
    if (first == 0xC3 && second >= 0xA0 && second <= 0xBE && second != 0xB7)
        at[1] = (char)(second - 0x20);
    if (first == 0xC5 && second == 0x93)
        at[1] = (char)0x92;
    return (struct str){at, text.length};
}

struct str audience_label(struct filling *f, enum audience audience)
{
    static const char *const words[AUDIENCE_COUNT] = {"audience.internal", "audience.partners", "audience.public"};
    return word(f, words[audience]);
}
