/* Text as atoms: blanks of the source become one U+0020 each, no-break spaces are part of words, and a line may end
 * after a blank, a hyphen, a dash, a slash between letters. A hyphen in code is part of a name: there a line may end
 * after an @ or a = instead, which join what a key is made of. */
#include "atoms.h"

#include <string.h>

struct reader reader_start(struct flow *flow, enum element element)
{
    struct layout *layout = flow->layout;
    if (!layout->inlines) {
        layout->inlines = ARENA_NEW(layout->arena, struct inline_scratch);
        layout->inlines->text.arena = layout->arena;
    }
    struct inline_scratch *scratch = layout->inlines;
    scratch->text.count = scratch->atoms.count = scratch->runs.count = scratch->spans.count = 0;
    return (struct reader){.flow = flow, .scratch = scratch, .element = element};
}

static void word_end(struct reader *reader, enum after after)
{
    struct inline_scratch *scratch = reader->scratch;
    if (reader->in_word && scratch->text.count > reader->word) {
        struct layout *layout = reader->flow->layout;
        struct atom *atom = PUSH(layout->arena, &scratch->atoms);
        struct str word = {scratch->text.at + reader->word, scratch->text.count - reader->word};
        *atom = (struct atom){.from = reader->word, .to = (uint32_t)scratch->text.count, .run = (uint32_t)reader->run};
        atom->width = width_of(layout, scratch->runs.at[reader->run].style, word);
        atom->after = after;
    }
    reader->in_word = false;
}

static struct atom *atom_last(struct reader *reader)
{
    return reader->scratch->atoms.count ? &reader->scratch->atoms.at[reader->scratch->atoms.count - 1] : NULL;
}

void blank_add(struct reader *reader)
{
    word_end(reader, AFTER_NOTHING);
    struct atom *last = atom_last(reader);
    if (!last || last->after >= AFTER_BLANK)
        return;
    last->after = AFTER_BLANK;
    buffer_byte(&reader->scratch->text, ' ');
}

void newline_add(struct reader *reader)
{
    word_end(reader, AFTER_NOTHING);
    struct atom *last = atom_last(reader);
    if (last)
        last->after = AFTER_NEWLINE;
}

static bool byte_is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* May a line end after the sign at `at` (a hyphen, a dash, a slash), which is `length` bytes long? */
static bool breaks_after(struct str text, size_t at, size_t length)
{
    if (at < 2 || at + length + 1 >= text.length)
        return false;
    unsigned char before = (unsigned char)text.at[at - 1], next = (unsigned char)text.at[at + length];
    return byte_is_letter(before) && byte_is_letter(next) && byte_is_letter((unsigned char)text.at[at - 2]);
}

/* Signs of three bytes that begin with E2 80: spaces without width, hyphens, dashes. */
static size_t punctuation_add(struct reader *reader, struct str text, size_t at)
{
    unsigned char last = (unsigned char)text.at[at + 2];
    if (last == 0x8B) { /* U+200B */
        word_end(reader, AFTER_BREAK);
        return at + 3;
    }
    buffer_add(&reader->scratch->text, str_slice(text, at, at + 3));
    if ((last == 0x90 || last == 0x93 || last == 0x94) && breaks_after(text, at, 3)) /* ‐ – — */
        word_end(reader, AFTER_BREAK);
    return at + 3;
}

static void word_begin(struct reader *reader)
{
    if (reader->in_word)
        return;
    reader->in_word = true;
    reader->word = (uint32_t)reader->scratch->text.count;
}

static bool in_code(const struct reader *reader)
{
    return reader->scratch->runs.at[reader->run].style.face == FACE_MONO;
}

/* A byte that means something to line breaking; returns where to go on. */
static size_t special_add(struct reader *reader, struct str text, size_t at)
{
    unsigned char c = (unsigned char)text.at[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        blank_add(reader);
        return at + 1;
    }
    if (c < 0x20 || c == 0x7F)
        return at + 1;
    if (c == 0xC2 && at + 1 < text.length && (unsigned char)text.at[at + 1] == 0xAD) {
        word_end(reader, AFTER_SOFT_HYPHEN);
        return at + 2;
    }
    word_begin(reader);
    if (c == 0xE2 && at + 2 < text.length && (unsigned char)text.at[at + 1] == 0x80)
        return punctuation_add(reader, text, at);
    buffer_byte(&reader->scratch->text, (char)c);
    bool joins = in_code(reader) ? c == '@' || c == '=' : c == '-';
    if ((c == '/' || joins) && breaks_after(text, at, 1))
        word_end(reader, AFTER_BREAK);
    return at + 1;
}

static bool byte_is_special(unsigned char c)
{
    return c <= ' ' || c == '-' || c == '/' || c == '=' || c == '@' || c == 0x7F || c == 0xC2 || c == 0xE2;
}

void text_add(struct reader *reader, struct str text)
{
    for (size_t at = 0; at < text.length;) {
        size_t from = at;
        while (at < text.length && !byte_is_special((unsigned char)text.at[at]))
            at++;
        if (at > from) {
            word_begin(reader);
            buffer_add(&reader->scratch->text, str_slice(text, from, at));
        }
        if (at < text.length)
            at = special_add(reader, text, at);
    }
}

static bool run_same(const struct run *a, const struct run *b)
{
    return a->style.face == b->style.face && a->style.features == b->style.features && a->style.size == b->style.size &&
           a->style.colour == b->style.colour && a->raise == b->raise && a->span == b->span &&
           a->hyphens == b->hyphens && !a->image && !b->image;
}

/* The run in force from here on. */
void run_use(struct reader *reader, struct run run)
{
    struct runs *runs = &reader->scratch->runs;
    if (runs->count && run_same(&runs->at[reader->run], &run))
        return;
    word_end(reader, AFTER_NOTHING);
    run.blank = width_of(reader->flow->layout, run.style, STR(" "));
    *PUSH(reader->flow->layout->arena, runs) = run;
    reader->run = runs->count - 1;
}

static void *copied(struct arena *arena, const void *items, size_t count, size_t size)
{
    void *copy = arena_alloc(arena, count, size);
    return items ? memcpy(copy, items, count * size) : copy;
}

int32_t blank_after(const struct paragraph *paragraph, size_t atom)
{
    const struct atom *at = &paragraph->atoms[atom];
    bool between = atom + 1 < paragraph->atom_count && at[1].run != at->run;
    return between ? paragraph->blank : paragraph->runs[at->run].blank;
}

/* Widths on one line and of the widest piece. */
static void paragraph_measure(struct paragraph *paragraph)
{
    int64_t line = 0, piece = 0;
    for (size_t i = 0; i < paragraph->atom_count; i++) {
        const struct atom *atom = &paragraph->atoms[i];
        line += atom->width;
        piece += atom->width;
        if (piece > paragraph->widest)
            paragraph->widest = piece;
        if (line > paragraph->natural)
            paragraph->natural = line;
        if (atom->after != AFTER_NOTHING)
            piece = 0;
        if (atom->after == AFTER_BLANK)
            line += blank_after(paragraph, i);
        if (atom->after == AFTER_NEWLINE && i + 1 < paragraph->atom_count) {
            line = 0;
            paragraph->forced = true;
        }
    }
}

struct paragraph reader_end(struct reader *reader)
{
    word_end(reader, AFTER_NEWLINE);
    struct atom *last = atom_last(reader);
    if (last)
        last->after = AFTER_NEWLINE;
    struct arena *arena = reader->flow->layout->arena;
    struct inline_scratch *scratch = reader->scratch;
    struct paragraph paragraph = {
        .text = str_copy(arena, (struct str){scratch->text.at, scratch->text.count}),
        .atoms = copied(arena, scratch->atoms.at, scratch->atoms.count, sizeof(struct atom)),
        .runs = copied(arena, scratch->runs.at, scratch->runs.count, sizeof(struct run)),
        .spans = copied(arena, scratch->spans.at, scratch->spans.count, sizeof(struct span)),
        .atom_count = scratch->atoms.count,
        .run_count = scratch->runs.count,
        .span_count = scratch->spans.count,
        .element = reader->element,
        .blank = width_of(reader->flow->layout, style_of(reader->flow, reader->element), STR(" "))};
    paragraph_measure(&paragraph);
    return paragraph;
}
