/* printf into an arena or a buffer. The few conversions that nearly every text is made of are set here; a format with
 * any other is left whole to the C library, whose streams cost ten times as much. */
#include "base.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { ROOM = 511 }; /* most texts are shorter, and are set once */

struct print {
    char *at;
    size_t room, length; /* beyond the room only the length is counted */
    va_list list;
};

/* The first `half` bytes and the last, which may overlap; inlined, so that each half is one word to the machine. */
static inline void move_halves(char *to, const char *from, size_t length, size_t half)
{
    char first[sizeof(uint64_t)], last[sizeof(uint64_t)];
    memcpy(first, from, half);
    memcpy(last, from + length - half, half);
    memcpy(to, first, half);
    memcpy(to + length - half, last, half);
}

/* Most pieces are of a few bytes: moved as two words that may overlap, they cost less than a call. */
static inline void move(char *to, const char *from, size_t length)
{
    if (length > 2 * sizeof(uint64_t)) {
        memcpy(to, from, length);
    } else if (length >= sizeof(uint64_t)) {
        move_halves(to, from, length, sizeof(uint64_t));
    } else if (length >= sizeof(uint32_t)) {
        move_halves(to, from, length, sizeof(uint32_t));
    } else if (length) {
        char middle = from[length / 2], last = from[length - 1];
        to[0] = from[0];
        to[length / 2] = middle;
        to[length - 1] = last;
    }
}

static void put(struct print *p, const char *at, size_t length)
{
    if (length <= p->room && p->length <= p->room - length)
        move(p->at + p->length, at, length);
    p->length += length;
}

/* `width` counts the sign; at most nine. */
static void put_number(struct print *p, uint64_t number, bool minus, int width)
{
    char digits[24], *first = digits + sizeof digits, *least = first - width + minus;
    do
        *--first = (char)('0' + number % 10);
    while (number /= 10);
    while (first > least)
        *--first = '0';
    if (minus)
        *--first = '-';
    put(p, first, (size_t)(digits + sizeof digits - first));
}

/* As for printf, a text of this many bytes at most ends at a NUL. */
static bool put_text(struct print *p, const char *at, size_t most)
{
    if (!at)
        return false;
    const char *end = most == SIZE_MAX ? at + strlen(at) : memchr(at, '\0', most);
    put(p, at, end ? (size_t)(end - at) : most);
    return true;
}

static bool put_int(struct print *p, int number, int width)
{
    put_number(p, number < 0 ? -(uint64_t)number : (uint64_t)number, number < 0, width);
    return true;
}

static bool put_bounded(struct print *p)
{
    int most = va_arg(p->list, int);
    return put_text(p, va_arg(p->list, const char *), most < 0 ? SIZE_MAX : (size_t)most);
}

static bool put_byte(struct print *p, char byte)
{
    if (p->length < p->room)
        p->at[p->length] = byte;
    p->length++;
    return true;
}

static bool put_natural(struct print *p, uint64_t number)
{
    put_number(p, number, false, 0);
    return true;
}

/* The conversion after a '%', which moves past it; false for one that is not set here. */
static bool put_conversion(struct print *p, const char **format)
{
    const char *at = *format;
    *format += 1;
    switch (*at) {
    case 's':
        return put_text(p, va_arg(p->list, const char *), SIZE_MAX);
    case 'd':
        return put_int(p, va_arg(p->list, int), 0);
    case 'u':
        return put_natural(p, va_arg(p->list, unsigned));
    case 'c':
        return put_byte(p, (char)va_arg(p->list, int));
    case '%':
        return put_byte(p, '%');
    case 'z':
        *format += 1;
        return at[1] == 'u' && put_natural(p, va_arg(p->list, size_t));
    case '.':
        *format += 2;
        return at[1] == '*' && at[2] == 's' && put_bounded(p);
    case '0':
        *format += 2;
        return at[1] >= '1' && at[1] <= '9' && at[2] == 'd' && put_int(p, va_arg(p->list, int), at[1] - '0');
    default:
        return false;
    }
}

static bool put_all(struct print *p, const char *format)
{
    for (;;) {
        const char *from = format;
        while (*format && *format != '%')
            format++;
        put(p, from, (size_t)(format - from));
        if (!*format++)
            return true;
        if (!put_conversion(p, &format))
            return false;
    }
}

/* The length of the text, which stands at `at` when it has room there; `at` has one byte more for the C library. */
static size_t print(char *at, size_t room, const char *format, va_list list)
{
    struct print p = {.at = at, .room = room};
    va_copy(p.list, list);
    bool done = put_all(&p, format);
    va_end(p.list);
    if (done)
        return p.length;
    va_copy(p.list, list);
    int length = vsnprintf(at, room + 1, format, p.list);
    va_end(p.list);
    assert(length >= 0);
    return (size_t)length;
}

struct str str_print(struct arena *arena, const char *format, ...)
{
    char room[ROOM + 1];
    va_list list;
    va_start(list, format);
    size_t length = print(room, ROOM, format, list);
    char *at = arena_bytes(arena, length + 1);
    if (length <= ROOM)
        memcpy(at, room, length);
    else
        print(at, length, format, list);
    va_end(list);
    at[length] = '\0';
    return (struct str){at, length};
}

void buffer_natural(struct buffer *buffer, uint64_t number, size_t least)
{
    char digits[40], *end = digits + sizeof digits, *first = digits_before(end, number, least);
    buffer_add(buffer, (struct str){first, (size_t)(end - first)});
}

void buffer_print(struct buffer *buffer, const char *format, ...)
{
    char room[ROOM + 1];
    va_list list;
    va_start(list, format);
    size_t length = print(room, ROOM, format, list);
    if (length <= ROOM)
        buffer_add(buffer, (struct str){room, length});
    else
        print(buffer_open(buffer, length), length, format, list);
    va_end(list);
}
