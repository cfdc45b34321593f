/* Private to the rules of typesetting: the setter that moves over the runes of a text, and how a rule sets signs. What
 * no rule touches is copied as it came, in one piece. */
#ifndef COMPOSE_TYPESET_SETTER_H
#define COMPOSE_TYPESET_SETTER_H

#include "compose/typeset.h"

enum {
    THIN = 0x202F,
    NO_BREAK = 0xA0,
    APOSTROPHE = 0x2019,
    OPEN_FR = 0xAB,
    CLOSE_FR = 0xBB,
    OPEN_EN = 0x201C,
    CLOSE_EN = 0x201D
};

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

static inline bool rune_is_blank(uint32_t rune)
{
    return rune == ' ' || rune == NO_BREAK || rune == THIN;
}

/* 0 beyond the end. */
static inline uint32_t setter_peek(const struct setter *s, size_t ahead)
{
    return s->at + ahead < s->count ? s->rune[s->at + ahead] : 0;
}

/* Bytes as they came, whatever they are. */
static inline void setter_catch_up(struct setter *s)
{
    buffer_add(&s->out, str_slice(s->text, s->from[s->kept], s->from[s->at]));
    s->kept = s->at;
}

/* Signs in whose place others are put. */
static inline void setter_skip(struct setter *s, size_t count)
{
    setter_catch_up(s);
    s->at += count;
    s->kept = s->at;
}

static inline void setter_put(struct setter *s, uint32_t rune)
{
    setter_catch_up(s);
    buffer_rune(&s->out, rune);
    s->context->previous = rune;
    s->tail = TAIL_NONE;
}

static inline void setter_copy(struct setter *s, size_t count)
{
    if (!count)
        return;
    s->at += count;
    s->context->previous = s->rune[s->at - 1];
    s->tail = TAIL_NONE;
}

/* ---- typeset_marks.c ---- */
/* The mark that stands here, set as its language has it; false for one that stays as it is. */
bool typeset_mark(struct setter *s);
/* A mark at `ahead` that French sets apart: not the one of a time (14:30), a query (?a=b), "(?)", a smiley. */
bool typeset_is_high(const struct setter *s, size_t ahead);

#endif
