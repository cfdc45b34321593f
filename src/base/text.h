/* Text: immutable views on UTF-8 bytes. A str does not own its bytes and may
 * hold any byte; text that came through `read` is valid UTF-8 in NFC.
 * Strings made here (str_copy, str_print, buffers) are also NUL-terminated. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <assert.h>
#include <string.h>

struct str {
    const char *at;
    size_t length;
};

struct strs {
    struct str *at;
    size_t count, capacity;
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
/* The same where only constants may stand: in tables. */
#define TEXT_OF(literal)                                                                                               \
    {                                                                                                                  \
        "" literal, sizeof(literal) - 1                                                                                \
    }
#define STR_NONE ((struct str){NULL, 0})
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).length, (s).length ? (s).at : ""

/* The shortest are here, so that compilers see through them: the length of a literal costs nothing. */
static inline struct str str_of(const char *terminated)
{
    return terminated ? (struct str){terminated, strlen(terminated)} : STR_NONE;
}
static inline bool str_equal(struct str a, struct str b)
{
#ifdef __clang_analyzer__ /* which does not know that what has a length has bytes */
    if (!a.at || !b.at)
        return a.length == b.length;
#endif
    return a.length == b.length && (!a.length || (*a.at == *b.at && memcmp(a.at, b.at, a.length) == 0));
}
static inline bool str_starts(struct str s, struct str prefix)
{
    return s.length >= prefix.length && str_equal((struct str){s.at, prefix.length}, prefix);
}
static inline bool str_ends(struct str s, struct str suffix)
{
    return s.length >= suffix.length &&
           str_equal((struct str){s.at + (s.length - suffix.length), suffix.length}, suffix);
}
/* Clamped. */
static inline struct str str_slice(struct str s, size_t from, size_t to)
{
    if (!s.at)
        return STR_NONE;
    to = to > s.length ? s.length : to;
    from = from > to ? to : from;
    return (struct str){s.at + from, to - from};
}
struct str str_copy(struct arena *arena, struct str s);
/* Formats as printf does; never used with %f, which obeys the locale. */
struct str str_print(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
int str_compare(struct str a, struct str b); /* by bytes, as memcmp */
struct str str_trim(struct str s);           /* ASCII blanks, U+00A0, U+202F, U+FEFF */
/* Index of the first `c` at or after `from`, or s.length. */
size_t str_index(struct str s, char c, size_t from);
size_t str_count(struct str s, char c); /* how many there are */
size_t str_lines(struct str s);         /* the last one may have no end */
/* The next piece of `*rest` before a `separator`; false at the end. */
bool str_split(struct str *rest, char separator, struct str *piece);

/* A growing text in an arena. */
struct buffer {
    struct arena *arena;
    char *at;
    size_t count, capacity;
};
/* Room for so many bytes to come: what is added does not move it meanwhile. */
void buffer_expect(struct buffer *buffer, size_t bytes);
/* So many bytes more, to be written by the caller; one more may be touched after them. */
char *buffer_open(struct buffer *buffer, size_t bytes);
/* A page is ten thousand of these: seen through, that of a literal costs as many bytes moved. */
static inline void buffer_add(struct buffer *buffer, struct str s)
{
    bool fits = s.length < buffer->capacity - buffer->count;
    assert(!fits || buffer->at);
    if (s.length)
        memcpy(fits ? buffer->at + buffer->count : buffer_open(buffer, s.length), s.at, s.length);
    buffer->count += fits ? s.length : 0;
}
static inline void buffer_byte(struct buffer *buffer, char c)
{
    if (buffer->count + 1 < buffer->capacity)
        buffer->at[buffer->count++] = c;
    else
        *buffer_open(buffer, 1) = c;
}
void buffer_print(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* So many digits at least, 20 at most: as "%04ju" would, several times faster. */
void buffer_natural(struct buffer *buffer, uint64_t number, size_t least);
void buffer_rune(struct buffer *buffer, uint32_t rune); /* as UTF-8 */
struct str buffer_str(struct buffer *buffer);           /* NUL-terminated view on what was added */
/* As a cell of a CSV table (RFC 4180): quoted where it holds the delimiter, a quote or the end of a line. */
void buffer_csv(struct buffer *buffer, struct str cell, char delimiter);
/* As a JSON string, quotes included. */
void buffer_json(struct buffer *buffer, struct str s);

/* Unicode. */
#define RUNE_INVALID 0xFFFFFFFFu
uint32_t utf8_next_long(struct str s, size_t *at); /* of a rune that is not ASCII */
/* The rune at *at, which advances; RUNE_INVALID on a malformed byte (advances by one). */
static inline uint32_t utf8_next(struct str s, size_t *at)
{
    unsigned char lead = (unsigned char)s.at[*at];
    if (lead >= 0x80)
        return utf8_next_long(s, at);
    ++*at;
    return lead;
}
bool utf8_valid(struct str s);
/* Index of the first byte that is not ASCII at or after `from`, or s.length. */
size_t ascii_end(struct str s, size_t from);
size_t utf8_length(struct str s);                       /* in runes */
struct str text_nfc(struct arena *arena, struct str s); /* `s` itself where nothing changes */
struct str text_lower(struct arena *arena, struct str s);

/* Two names are the same when their folds are equal: case, accents, ligatures
 * and the difference between space, '-' and '_' are ignored; outer blanks go. */
struct str name_fold(struct arena *arena, struct str s);
bool name_equal(struct str a, struct str b);
uint64_t name_hash(struct str s); /* equal names have equal hashes */
/* The one of `known` nearest to `name` within a third of its length in edits, else STR_NONE. */
struct str name_nearest(struct str name, const struct str *known, size_t count);
/* Lower-case ASCII letters, digits and single '-', for file names and anchors; never empty ("x"), at most 100. */
struct str name_slug(struct arena *arena, struct str s);
/* Equal ones are told apart, in their order: each later one takes the next free of "a-2", "a-3"… */
void names_tell_apart(struct arena *arena, struct str *names, size_t count);
/* Names that come one by one: sorted, each with the number that the next of the same name tries first. */
struct taken {
    struct taken_name {
        struct str name;
        int next;
    } * at;
    size_t count, capacity;
};
bool name_is_taken(const struct taken *taken, struct str name);
void name_take(struct arena *arena, struct taken *taken, struct str name);
/* Takes `wanted`, or the first free of its numbered forms: before "-" and after "" make "a-2", "a-3"… */
struct str name_take_apart(struct arena *arena, struct taken *taken, struct str wanted, const char *before,
                           const char *after);
/* Order for people: folds first, then bytes. */
int name_compare(struct str a, struct str b);

enum language { LANGUAGE_FR, LANGUAGE_EN, LANGUAGE_COUNT };

/* Of ASCII, Latin-1 and the two blocks of extended Latin after it. */
static inline bool rune_is_letter(uint32_t rune)
{
    return (rune | 0x20) - 'a' < 26 || (rune >= 0xC0 && rune <= 0x24F && rune != 0xD7 && rune != 0xF7);
}
bool rune_is_capital(uint32_t rune);
static inline bool rune_is_digit(uint32_t rune) /* 0 to 9 */
{
    return rune - '0' < 10;
}

/* Where the ending of the next French ordinal begins, and its bytes: of "1er", "2es", "XXe", that no letter precedes or
 * follows; the text's end when there is none at or after `from`. */
size_t ordinal_find(struct str text, size_t from, size_t *length);

#endif
