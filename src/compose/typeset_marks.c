/* Punctuation: ellipses, apostrophes, dashes, quotes, and the marks that French sets apart from their word. */
#include "compose/typeset_setter.h"

enum { MINUS = 0x2212, ELLIPSIS = 0x2026, EN_DASH = 0x2013 };

static bool set_ellipsis(struct setter *s)
{
    if (setter_peek(s, 1) != '.' || setter_peek(s, 2) != '.')
        return false;
    setter_skip(s, 3);
    setter_put(s, ELLIPSIS);
    return true;
}

static bool set_apostrophe(struct setter *s)
{
    if (!rune_is_letter(s->context->previous))
        return false;
    setter_skip(s, 1);
    setter_put(s, APOSTROPHE);
    return true;
}

static bool set_minus(struct setter *s)
{
    uint32_t before = s->context->previous;
    if (!rune_is_digit(setter_peek(s, 1)) || !(before == 0 || rune_is_blank(before) || before == '('))
        return false;
    setter_skip(s, 1);
    setter_put(s, MINUS);
    return true;
}

static void skip_blanks(struct setter *s)
{
    while (rune_is_blank(setter_peek(s, 0)))
        setter_skip(s, 1);
}

static void put_open(struct setter *s)
{
    bool french = s->context->language == LANGUAGE_FR;
    setter_put(s, french ? OPEN_FR : OPEN_EN);
    if (french) {
        skip_blanks(s);
        setter_put(s, THIN);
    }
}

static void put_close(struct setter *s)
{
    bool french = s->context->language == LANGUAGE_FR;
    if (french && s->context->previous != THIN)
        setter_put(s, THIN);
    setter_put(s, french ? CLOSE_FR : CLOSE_EN);
}

/* Straight quotes come in pairs; a lone one after a digit is a measure in inches. */
static bool set_quote(struct setter *s)
{
    if (!s->context->quoted && (rune_is_digit(s->context->previous) || rune_is_letter(s->context->previous)))
        return false;
    setter_skip(s, 1);
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
    bool opens = setter_peek(s, 0) == OPEN_FR;
    setter_skip(s, 1);
    if (opens)
        put_open(s);
    else
        put_close(s);
    return true;
}

static bool ends_clause(uint32_t next)
{
    return next == 0 || rune_is_blank(next) || next == CLOSE_FR || next == '"' || next == ')' || next == ']' ||
           next == ELLIPSIS || next == '.' || next == ',' || next == ';' || next == ':' || next == '!' || next == '?';
}

bool typeset_is_high(const struct setter *s, size_t ahead)
{
    uint32_t mark = setter_peek(s, ahead), next = setter_peek(s, ahead + 1);
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
    bool ends = setter_peek(s, 2) == 0 || rune_is_blank(setter_peek(s, 2)) || typeset_is_high(s, 2) ||
                setter_peek(s, 2) == CLOSE_FR || setter_peek(s, 2) == '"';
    if (setter_peek(s, 1) != '-' || !ends || (before != 0 && !rune_is_blank(before)))
        return false;
    setter_skip(s, 2);
    setter_put(s, EN_DASH);
    return true;
}

static bool set_high(struct setter *s)
{
    if (s->context->language != LANGUAGE_FR || !typeset_is_high(s, 0))
        return false;
    uint32_t before = s->context->previous, mark = setter_peek(s, 0);
    bool joined = before == 0 || rune_is_blank(before) || before == '(' || before == '[' || before == '?' ||
                  before == '!' || before == ':';
    if (!joined)
        setter_put(s, mark == ':' ? NO_BREAK : THIN);
    setter_skip(s, 1);
    setter_put(s, mark);
    return true;
}

/* Each rule begins with signs of its own. */
bool typeset_mark(struct setter *s)
{
    switch (s->rune[s->at]) {
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
