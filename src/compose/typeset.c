#include "compose/typeset_setter.h"

/* A scanner of runes. At each place a rule that recognises what stands there sets it and moves on; what no rule knows
 * is copied. Blanks are looked at with what follows, so that a space is set once, in its final width. */

enum { ROOM = 256 };     /* most texts are shorter, and are set without memory of their own */
enum { WIDENED = 8 };    /* bytes that most texts gain at most */
enum { TOKEN_LONG = 7 }; /* longer than what binds: "Mmes", "art." */

static struct str span_text(const struct setter *s, size_t length)
{
    return str_slice(s->text, s->from[s->at], s->from[s->at + length]);
}

static bool at_token(const struct setter *s)
{
    uint32_t before = s->context->previous;
    return before == 0 || rune_is_blank(before) || before == '(' || before == '<' || before == '[' ||
           before == OPEN_FR || before == OPEN_EN || before == APOSTROPHE;
}

static bool ends_token(uint32_t rune)
{
    return !rune || rune_is_blank(rune);
}

/* "?" in a query, ":" before a path: an address is never touched. */
static bool set_address(struct setter *s)
{
    if (!s->addresses || !at_token(s))
        return false;
    size_t length = 0;
    bool address = setter_peek(s, 0) == 'w' && setter_peek(s, 1) == 'w' && setter_peek(s, 2) == 'w' &&
                   setter_peek(s, 3) == '.' && !ends_token(setter_peek(s, 4));
    for (uint32_t rune; !ends_token(rune = setter_peek(s, length)); length++)
        address = address || (rune == ':' && setter_peek(s, length + 1) == '/' && setter_peek(s, length + 2) == '/') ||
                  (rune == '@' && length > 0 && rune_is_letter(setter_peek(s, length + 1)));
    if (address)
        setter_copy(s, length);
    return address;
}

static bool is_unit_rune(uint32_t rune)
{
    return rune_is_letter(rune) || rune == '%' || rune == 0x20AC /* € */ || rune == 0x2030 /* ‰ */ ||
           rune == 0xB0 /* ° */ || rune == 0xB2 /* ² */;
}

/* Whether what stands at `ahead` is kept on the line of the number before. */
static bool bound_follows(const struct setter *s, size_t ahead)
{
    struct setter after = *s;
    after.at += ahead;
    size_t length = 0;
    while (length < 12 && is_unit_rune(setter_peek(&after, length)))
        length++;
    return length > 0 && typeset_bound(span_text(&after, length), s->context->language);
}

static bool blank_is_bound(const struct setter *s, size_t next)
{
    switch (s->tail) {
    case TAIL_NUMBER:
        return bound_follows(s, next);
    case TAIL_ORDINAL:
        return rune_is_letter(setter_peek(s, next));
    case TAIL_BINDING:
        return rune_is_capital(setter_peek(s, next)) || rune_is_digit(setter_peek(s, next));
    case TAIL_HOUR:
        return rune_is_digit(setter_peek(s, next));
    default:
        return false;
    }
}

/* Blanks before a high mark or inside guillemets are dropped: the mark brings its own. */
static bool blank_is_spent(const struct setter *s, size_t next)
{
    if (s->context->language != LANGUAGE_FR)
        return false;
    return (typeset_is_high(s, next) && s->context->previous != 0) || setter_peek(s, next) == CLOSE_FR ||
           (setter_peek(s, next) == '"' && s->context->quoted) || s->context->previous == THIN;
}

static bool set_blank(struct setter *s)
{
    size_t length = 0;
    while (rune_is_blank(setter_peek(s, length)))
        length++;
    if (blank_is_spent(s, length)) {
        setter_skip(s, length);
    } else if (blank_is_bound(s, length)) {
        setter_skip(s, length);
        setter_put(s, NO_BREAK);
    } else {
        setter_copy(s, length);
    }
    return true;
}

static size_t digits_at(const struct setter *s, size_t from)
{
    size_t length = 0;
    while (rune_is_digit(setter_peek(s, from + length)))
        length++;
    return length;
}

/* "12 345 678": groups of three after one to three digits that do not begin with 0. */
static void put_groups(struct setter *s, size_t first)
{
    setter_copy(s, first);
    if (first > 3 || s->rune[s->at - first] == '0')
        return;
    while (rune_is_blank(setter_peek(s, 0)) && digits_at(s, 1) == 3) {
        setter_skip(s, 1);
        setter_put(s, s->context->language == LANGUAGE_FR ? THIN : NO_BREAK);
        setter_copy(s, 3);
    }
}

static size_t ordinal_length(const struct setter *s)
{
    static const char *const ends[] = {"ers", "er", "res", "re", "es", "e", "nde", "nd", "st", "rd", "th"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = 0;
        while (ends[i][length] && setter_peek(s, length) == (uint32_t)ends[i][length])
            length++;
        if (!ends[i][length] && !rune_is_letter(setter_peek(s, length)) && !rune_is_digit(setter_peek(s, length)))
            return length;
    }
    return 0;
}

static void put_fraction(struct setter *s)
{
    if ((setter_peek(s, 0) == ',' || setter_peek(s, 0) == '.') && digits_at(s, 1))
        setter_copy(s, 1 + digits_at(s, 1));
}

static bool set_number(struct setter *s)
{
    uint32_t before = s->context->previous;
    size_t first = digits_at(s, 0);
    if (rune_is_letter(before) || rune_is_digit(before))
        return false;
    put_groups(s, first);
    put_fraction(s);
    size_t ordinal = ordinal_length(s);
    if (ordinal) {
        setter_copy(s, ordinal);
        s->tail = TAIL_ORDINAL;
        return true;
    }
    if (s->context->language == LANGUAGE_FR && (setter_peek(s, 0) == '%' || setter_peek(s, 0) == 0x20AC))
        setter_put(s, NO_BREAK);
    else
        s->tail = TAIL_NUMBER;
    return true;
}

static bool is_roman_ordinal(const struct setter *s, size_t length)
{
    size_t i = 0;
    while (i < length && (setter_peek(s, i) == 'I' || setter_peek(s, i) == 'V' || setter_peek(s, i) == 'X'))
        i++;
    return i > 0 && i + 1 == length && setter_peek(s, i) == 'e';
}

/* Of the word that begins here; `odd` when plain keyboards may have misspelt it. */
static size_t letters_at(const struct setter *s, bool *odd)
{
    const uint32_t *rune = s->rune + s->at, *end = s->rune + s->count;
    uint32_t before = 0;
    *odd = *rune == 'E';
    for (; rune < end && rune_is_letter(*rune); before = *rune++)
        *odd |= (*rune | 0x20) == 'e' && (before | 0x20) == 'o';
    return (size_t)(rune - (s->rune + s->at));
}

/* Titles have a capital, abbreviations a sign after their letters: other words are not looked up. */
static bool may_bind(const struct setter *s, size_t letters, size_t token)
{
    return token < TOKEN_LONG && (token > letters || rune_is_capital(setter_peek(s, 0)));
}

static enum tail tail_of(const struct setter *s, size_t letters, size_t token)
{
    if (s->context->language == LANGUAGE_FR && is_roman_ordinal(s, letters))
        return TAIL_ORDINAL;
    if (may_bind(s, letters, token) && typeset_binds(span_text(s, token)))
        return TAIL_BINDING;
    if (letters == 1 && token == 1 && setter_peek(s, 0) == 'h' && s->context->previous == NO_BREAK)
        return TAIL_HOUR;
    return TAIL_NONE;
}

static bool set_word(struct setter *s)
{
    if (rune_is_letter(s->context->previous))
        return false;
    bool odd;
    size_t letters = letters_at(s, &odd), token = letters;
    while (token < TOKEN_LONG && !ends_token(setter_peek(s, token)))
        token++;
    enum tail tail = tail_of(s, letters, token);
    token = tail == TAIL_BINDING ? token : letters;
    struct str right = odd && s->context->language == LANGUAGE_FR && letters == token && letters > 3
                           ? typeset_word(s->arena, span_text(s, letters))
                           : STR_NONE;
    if (right.length) {
        s->context->previous = s->rune[s->at + letters - 1];
        setter_skip(s, letters);
        buffer_add(&s->out, right);
    } else {
        setter_copy(s, token);
    }
    s->tail = tail;
    return true;
}

/* Each rule begins with signs of its own. */
static bool set_next(struct setter *s)
{
    uint32_t first = s->rune[s->at];
    if (rune_is_letter(first))
        return set_address(s) || set_word(s);
    if (rune_is_digit(first))
        return set_address(s) || set_number(s);
    return rune_is_blank(first) ? set_blank(s) : typeset_mark(s);
}

static void scan(struct setter *s)
{
    const unsigned char *bytes = (const unsigned char *)s->text.at;
    uint32_t *rune = s->rune, *from = s->from;
    for (size_t at = 0; at < s->text.length;) {
        *from++ = (uint32_t)at;
        if (bytes[at] < 0x80)
            *rune++ = bytes[at++];
        else
            *rune++ = utf8_next_long(s->text, &at);
    }
    *from = (uint32_t)s->text.length;
    s->count = (size_t)(rune - s->rune);
}

static bool is_twice(struct str text, char sign)
{
    size_t at = str_index(text, sign, 0);
    while (at + 1 < text.length && text.at[at + 1] != sign)
        at = str_index(text, sign, at + 1);
    return at + 1 < text.length;
}

static bool may_hold_addresses(struct str text)
{
    return str_index(text, '@', 0) < text.length || is_twice(text, '/') || is_twice(text, 'w');
}

struct str typeset_piece(struct arena *arena, struct str text, struct typeset_context *context)
{
    uint32_t room[2][ROOM];
    bool fits = text.length < ROOM;
    struct setter s = {.arena = arena, .context = context, .out = {.arena = arena}, .text = text};
    s.rune = fits ? room[0] : arena_bytes(arena, (text.length + 1) * sizeof *s.rune);
    s.from = fits ? room[1] : arena_bytes(arena, (text.length + 1) * sizeof *s.from);
    s.addresses = may_hold_addresses(text);
    scan(&s);
    buffer_expect(&s.out, text.length + WIDENED);
    while (s.at < s.count)
        if (!set_next(&s))
            setter_copy(&s, 1);
    setter_catch_up(&s);
    return buffer_str(&s.out);
}

struct str typeset(struct arena *arena, struct str text, enum language language)
{
    struct typeset_context context = {.language = language};
    return typeset_piece(arena, text, &context);
}
