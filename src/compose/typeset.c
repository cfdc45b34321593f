#include "compose/typeset.h"

/* A scanner of runes. At each place a rule that recognises what stands there sets it and moves on; what no rule knows
 * is copied. Blanks are looked at with what follows, so that a space is set once, in its final width. */

enum { THIN = 0x202F, NO_BREAK = 0xA0, MINUS = 0x2212, APOSTROPHE = 0x2019, ELLIPSIS = 0x2026, EN_DASH = 0x2013 };
enum { ROOM = 256 };     /* most texts are shorter, and are set without memory of their own */
enum { WIDENED = 8 };    /* bytes that most texts gain at most */
enum { TOKEN_LONG = 7 }; /* longer than what binds: "Mmes", "art." */
enum { OPEN_FR = 0xAB, CLOSE_FR = 0xBB, OPEN_EN = 0x201C, CLOSE_EN = 0x201D };

/* What the token just set asks of the blank that follows it. */
enum tail { TAIL_NONE, TAIL_NUMBER, TAIL_ORDINAL, TAIL_BINDING, TAIL_HOUR };

struct setter {
    struct arena *arena;
    struct typeset_context *context;
    struct buffer out;
    struct str text;
    uint32_t *rune, *from;  /* each rune, and the byte where it begins; one more `from` than runes */
    size_t count, at, kept; /* runes, where it is, and from where they stand as they are but are not copied yet */
    bool addresses;         /* it may hold some */
    enum tail tail;
};

static bool is_blank(uint32_t rune)
{
    return rune == ' ' || rune == NO_BREAK || rune == THIN;
}

/* 0 beyond the end. */
static uint32_t peek(const struct setter *s, size_t ahead)
{
    return s->at + ahead < s->count ? s->rune[s->at + ahead] : 0;
}

static struct str span_text(const struct setter *s, size_t length)
{
    return str_slice(s->text, s->from[s->at], s->from[s->at + length]);
}

/* Bytes as they came, whatever they are. */
static void catch_up(struct setter *s)
{
    buffer_add(&s->out, str_slice(s->text, s->from[s->kept], s->from[s->at]));
    s->kept = s->at;
}

/* Signs in whose place others are put. */
static void skip(struct setter *s, size_t count)
{
    catch_up(s);
    s->at += count;
    s->kept = s->at;
}

static void put(struct setter *s, uint32_t rune)
{
    catch_up(s);
    buffer_rune(&s->out, rune);
    s->context->previous = rune;
    s->tail = TAIL_NONE;
}

static void copy(struct setter *s, size_t count)
{
    if (!count)
        return;
    s->at += count;
    s->context->previous = s->rune[s->at - 1];
    s->tail = TAIL_NONE;
}

static bool at_token(const struct setter *s)
{
    uint32_t before = s->context->previous;
    return before == 0 || is_blank(before) || before == '(' || before == '<' || before == '[' || before == OPEN_FR ||
           before == OPEN_EN || before == APOSTROPHE;
}

static bool ends_token(uint32_t rune)
{
    return !rune || is_blank(rune);
}

/* "?" in a query, ":" before a path: an address is never touched. */
static bool set_address(struct setter *s)
{
    if (!s->addresses || !at_token(s))
        return false;
    size_t length = 0;
    bool address =
        peek(s, 0) == 'w' && peek(s, 1) == 'w' && peek(s, 2) == 'w' && peek(s, 3) == '.' && !ends_token(peek(s, 4));
    for (uint32_t rune; !ends_token(rune = peek(s, length)); length++)
        address = address || (rune == ':' && peek(s, length + 1) == '/' && peek(s, length + 2) == '/') ||
                  (rune == '@' && length > 0 && rune_is_letter(peek(s, length + 1)));
    if (address)
        copy(s, length);
    return address;
}

static bool set_ellipsis(struct setter *s)
{
    if (peek(s, 1) != '.' || peek(s, 2) != '.')
        return false;
    skip(s, 3);
    put(s, ELLIPSIS);
    return true;
}

static bool set_apostrophe(struct setter *s)
{
    if (!rune_is_letter(s->context->previous))
        return false;
    skip(s, 1);
    put(s, APOSTROPHE);
    return true;
}

static bool set_minus(struct setter *s)
{
    uint32_t before = s->context->previous;
    if (!rune_is_digit(peek(s, 1)) || !(before == 0 || is_blank(before) || before == '('))
        return false;
    skip(s, 1);
    put(s, MINUS);
    return true;
}

static void skip_blanks(struct setter *s)
{
    while (is_blank(peek(s, 0)))
        skip(s, 1);
}

static void put_open(struct setter *s)
{
    bool french = s->context->language == LANGUAGE_FR;
    put(s, french ? OPEN_FR : OPEN_EN);
    if (french) {
        skip_blanks(s);
        put(s, THIN);
    }
}

static void put_close(struct setter *s)
{
    bool french = s->context->language == LANGUAGE_FR;
    if (french && s->context->previous != THIN)
        put(s, THIN);
    put(s, french ? CLOSE_FR : CLOSE_EN);
}

/* Straight quotes come in pairs; a lone one after a digit is a measure in inches. */
static bool set_quote(struct setter *s)
{
    if (!s->context->quoted && (rune_is_digit(s->context->previous) || rune_is_letter(s->context->previous)))
        return false;
    skip(s, 1);
    s->context->quoted = !s->context->quoted;
    if (s->context->quoted)
        put_open(s);
    else
        put_close(s);
    return true;
}

static bool set_guillemet(struct setter *s)
{
    if (s->context->language != LANGUAGE_FR)
        return false;
    bool opens = peek(s, 0) == OPEN_FR;
    skip(s, 1);
    if (opens)
        put_open(s);
    else
        put_close(s);
    return true;
}

static bool ends_clause(uint32_t next)
{
    return next == 0 || is_blank(next) || next == CLOSE_FR || next == '"' || next == ')' || next == ']' ||
           next == ELLIPSIS || next == '.' || next == ',' || next == ';' || next == ':' || next == '!' || next == '?';
}

/* A mark at `ahead` that French sets apart: not the one of a time (14:30), a query (?a=b), "(?)", a smiley. */
static bool is_high(const struct setter *s, size_t ahead)
{
    uint32_t mark = peek(s, ahead), next = peek(s, ahead + 1);
    if (mark == ';')
        return ends_clause(next);
    if (mark == ':')
        return next != ':' && next != ')' && (ends_clause(next) || next == OPEN_FR);
    return (mark == '!' || mark == '?') && ends_clause(next);
}

/* "--" between blanks stands for a dash; in "--option" it does not. */
static bool set_dash(struct setter *s)
{
    uint32_t before = s->context->previous;
    bool ends = peek(s, 2) == 0 || is_blank(peek(s, 2)) || is_high(s, 2) || peek(s, 2) == CLOSE_FR || peek(s, 2) == '"';
    if (peek(s, 1) != '-' || !ends || (before != 0 && !is_blank(before)))
        return false;
    skip(s, 2);
    put(s, EN_DASH);
    return true;
}

static bool set_high(struct setter *s)
{
    if (s->context->language != LANGUAGE_FR || !is_high(s, 0))
        return false;
    uint32_t before = s->context->previous, mark = peek(s, 0);
    bool joined = before == 0 || is_blank(before) || before == '(' || before == '[' || before == '?' || before == '!' ||
                  before == ':';
    if (!joined)
        put(s, mark == ':' ? NO_BREAK : THIN);
    skip(s, 1);
    put(s, mark);
    return true;
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
    while (length < 12 && is_unit_rune(peek(&after, length)))
        length++;
    return length > 0 && typeset_bound(span_text(&after, length), s->context->language);
}

static bool blank_is_bound(const struct setter *s, size_t next)
{
    switch (s->tail) {
    case TAIL_NUMBER:
        return bound_follows(s, next);
    case TAIL_ORDINAL:
        return rune_is_letter(peek(s, next));
    case TAIL_BINDING:
        return rune_is_capital(peek(s, next)) || rune_is_digit(peek(s, next));
    case TAIL_HOUR:
        return rune_is_digit(peek(s, next));
    default:
        return false;
    }
}

/* Blanks before a high mark or inside guillemets are dropped: the mark brings its own. */
static bool blank_is_spent(const struct setter *s, size_t next)
{
    if (s->context->language != LANGUAGE_FR)
        return false;
    return (is_high(s, next) && s->context->previous != 0) || peek(s, next) == CLOSE_FR ||
           (peek(s, next) == '"' && s->context->quoted) || s->context->previous == THIN;
}

static bool set_blank(struct setter *s)
{
    size_t length = 0;
    while (is_blank(peek(s, length)))
        length++;
    if (blank_is_spent(s, length)) {
        skip(s, length);
    } else if (blank_is_bound(s, length)) {
        skip(s, length);
        put(s, NO_BREAK);
    } else {
        copy(s, length);
    }
    return true;
}

static size_t digits_at(const struct setter *s, size_t from)
{
    size_t length = 0;
    while (rune_is_digit(peek(s, from + length)))
        length++;
    return length;
}

/* "12 345 678": groups of three after one to three digits that do not begin with 0. */
static void put_groups(struct setter *s, size_t first)
{
    copy(s, first);
    if (first > 3 || s->rune[s->at - first] == '0')
        return;
    while (is_blank(peek(s, 0)) && digits_at(s, 1) == 3) {
        skip(s, 1);
        put(s, s->context->language == LANGUAGE_FR ? THIN : NO_BREAK);
        copy(s, 3);
    }
}

static size_t ordinal_length(const struct setter *s)
{
    static const char *const ends[] = {"ers", "er", "res", "re", "es", "e", "nde", "nd", "st", "rd", "th"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = 0;
        while (ends[i][length] && peek(s, length) == (uint32_t)ends[i][length])
            length++;
        if (!ends[i][length] && !rune_is_letter(peek(s, length)) && !rune_is_digit(peek(s, length)))
            return length;
    }
    return 0;
}

static void put_fraction(struct setter *s)
{
    if ((peek(s, 0) == ',' || peek(s, 0) == '.') && digits_at(s, 1))
        copy(s, 1 + digits_at(s, 1));
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
        copy(s, ordinal);
        s->tail = TAIL_ORDINAL;
        return true;
    }
    if (s->context->language == LANGUAGE_FR && (peek(s, 0) == '%' || peek(s, 0) == 0x20AC))
        put(s, NO_BREAK);
    else
        s->tail = TAIL_NUMBER;
    return true;
}

static bool is_roman_ordinal(const struct setter *s, size_t length)
{
    size_t i = 0;
    while (i < length && (peek(s, i) == 'I' || peek(s, i) == 'V' || peek(s, i) == 'X'))
        i++;
    return i > 0 && i + 1 == length && peek(s, i) == 'e';
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
    return token < TOKEN_LONG && (token > letters || rune_is_capital(peek(s, 0)));
}

static enum tail tail_of(const struct setter *s, size_t letters, size_t token)
{
    if (s->context->language == LANGUAGE_FR && is_roman_ordinal(s, letters))
        return TAIL_ORDINAL;
    if (may_bind(s, letters, token) && typeset_binds(span_text(s, token)))
        return TAIL_BINDING;
    if (letters == 1 && token == 1 && peek(s, 0) == 'h' && s->context->previous == NO_BREAK)
        return TAIL_HOUR;
    return TAIL_NONE;
}

static bool set_word(struct setter *s)
{
    if (rune_is_letter(s->context->previous))
        return false;
    bool odd;
    size_t letters = letters_at(s, &odd), token = letters;
    while (token < TOKEN_LONG && !ends_token(peek(s, token)))
        token++;
    enum tail tail = tail_of(s, letters, token);
    token = tail == TAIL_BINDING ? token : letters;
    struct str right = odd && s->context->language == LANGUAGE_FR && letters == token && letters > 3
                           ? typeset_word(s->arena, span_text(s, letters))
                           : STR_NONE;
    if (right.length) {
        s->context->previous = s->rune[s->at + letters - 1];
        skip(s, letters);
        buffer_add(&s->out, right);
    } else {
        copy(s, token);
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
    switch (first) {
    case ' ':
    case NO_BREAK:
    case THIN:
        return set_blank(s);
    case '.':
        return set_ellipsis(s);
    case '\'':
        return set_apostrophe(s);
    case '-':
        return set_minus(s) || set_dash(s);
    case '"':
        return set_quote(s);
    case OPEN_FR:
    case CLOSE_FR:
        return set_guillemet(s);
    case ';':
    case ':':
    case '!':
    case '?':
        return set_high(s);
    default:
        return false;
    }
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
            copy(&s, 1);
    catch_up(&s);
    return buffer_str(&s.out);
}

struct str typeset(struct arena *arena, struct str text, enum language language)
{
    struct typeset_context context = {.language = language};
    return typeset_piece(arena, text, &context);
}
