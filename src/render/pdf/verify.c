/* Reads a PDF back: every object stands where the cross-reference table says, every stream is as long as it says,
 * every reference leads to an object. Only what this program writes needs to be understood. */
#include "render/formats.h"

struct reader {
    struct str bytes;
    const char *table; /* of the cross-references: 20 bytes each */
    uint64_t count, table_at;
};

#define ENTRY 20

static bool starts_at(struct str bytes, uint64_t at, struct str wanted)
{
    return at <= bytes.length && str_starts(str_slice(bytes, (size_t)at, bytes.length), wanted);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The number that starts at *at, which advances; false where there is none. */
static bool number_read(struct str bytes, uint64_t *at, uint64_t *number)
{
    uint64_t from = *at;
    *number = 0;
    for (; *at < bytes.length && is_digit(bytes.at[*at]) && *at - from < 12; ++*at)
        *number = *number * 10 + (uint64_t)(bytes.at[*at] - '0');
    return *at > from;
}

/* Where `wanted` stands last; bytes.length when it does not. */
static uint64_t find_last(struct str bytes, struct str wanted)
{
    for (size_t at = bytes.length < wanted.length ? 0 : bytes.length - wanted.length + 1; at-- > 0;)
        if (starts_at(bytes, at, wanted))
            return at;
    return bytes.length;
}

static uint64_t find(struct str bytes, struct str wanted)
{
    for (size_t at = str_index(bytes, wanted.at[0], 0); at < bytes.length; at = str_index(bytes, wanted.at[0], at + 1))
        if (starts_at(bytes, at, wanted))
            return at;
    return bytes.length;
}

static uint64_t offset_of(const struct reader *reader, uint64_t object)
{
    uint64_t at = 0, offset = 0;
    number_read((struct str){reader->table + object * ENTRY, 10}, &at, &offset);
    return offset;
}

/* From one object to the next, or to the table. */
static struct str object_text(const struct reader *reader, uint64_t object)
{
    uint64_t from = offset_of(reader, object);
    uint64_t to = object + 1 < reader->count ? offset_of(reader, object + 1) : reader->table_at;
    return str_slice(reader->bytes, (size_t)from, (size_t)to);
}

/* The text after "12 0 obj\n"; empty when something else stands there. */
static struct str object_value(const struct reader *reader, uint64_t object)
{
    struct str text = object_text(reader, object);
    uint64_t at = 0, number = 0;
    if (!number_read(text, &at, &number) || number != object || !starts_at(text, at, STR(" 0 obj\n")) ||
        !str_ends(text, STR("\nendobj\n")))
        return STR_NONE;
    return str_slice(text, (size_t)at + STR(" 0 obj\n").length, text.length - STR("\nendobj\n").length);
}

/* Past the string that starts here, with its nested parentheses. */
static size_t string_end(struct str text, size_t at)
{
    int depth = 0;
    for (; at < text.length; at++) {
        if (text.at[at] == '\\')
            at++;
        else if (text.at[at] == '(')
            depth++;
        else if (text.at[at] == ')' && --depth == 0)
            return at + 1;
    }
    return text.length;
}

/* "12 0 R" everywhere in a dictionary, outside its strings. */
static bool references_hold(const struct reader *reader, struct str dictionary)
{
    for (size_t i = 0; i < dictionary.length;) {
        uint64_t at = i, object;
        if (dictionary.at[i] == '(') {
            i = string_end(dictionary, i);
            continue;
        }
        if (!number_read(dictionary, &at, &object)) {
            i++;
            continue;
        }
        if (starts_at(dictionary, at, STR(" 0 R")) && (object == 0 || object >= reader->count))
            return false;
        i = (size_t)at;
    }
    return true;
}

/* A stream's length is an object of its own. */
static bool stream_holds(const struct reader *reader, struct str value, uint64_t data)
{
    uint64_t at = find(str_slice(value, 0, (size_t)data), STR("/Length ")) + STR("/Length ").length;
    uint64_t object, length, start = 0;
    if (!number_read(value, &at, &object) || object >= reader->count)
        return false;
    struct str number = object_value(reader, object);
    return number_read(number, &start, &length) && start == number.length && length <= value.length &&
           data + length + STR("\nendstream").length == value.length &&
           starts_at(value, data + length, STR("\nendstream"));
}

static bool object_holds(const struct reader *reader, uint64_t object)
{
    struct str value = object_value(reader, object);
    if (!value.length)
        return false;
    if (!str_starts(value, STR("<<")))
        return true;
    const struct str opening = STR(">>\nstream\r\n");
    uint64_t data = find(value, opening);
    if (data == value.length)
        return str_ends(value, STR(">>")) && references_hold(reader, value);
    return references_hold(reader, str_slice(value, 0, (size_t)data)) &&
           stream_holds(reader, value, data + opening.length);
}

static bool table_find(struct reader *reader)
{
    struct str bytes = reader->bytes;
    uint64_t at = find_last(bytes, STR("\nstartxref\n")) + STR("\nstartxref\n").length;
    if (!number_read(bytes, &at, &reader->table_at) ||
        !str_equal(str_slice(bytes, (size_t)at, bytes.length), STR("\n%%EOF\n")))
        return false;
    at = reader->table_at + STR("xref\n0 ").length;
    if (!starts_at(bytes, reader->table_at, STR("xref\n0 ")) || !number_read(bytes, &at, &reader->count))
        return false;
    reader->table = bytes.at + at + 1;
    return reader->count > 0 && reader->count <= bytes.length / ENTRY &&
           starts_at(bytes, at + 1 + reader->count * ENTRY, STR("trailer\n"));
}

static bool trailer_holds(struct arena *arena, const struct reader *reader)
{
    size_t from = (size_t)(reader->table - reader->bytes.at) + (size_t)reader->count * ENTRY;
    struct str trailer = str_slice(reader->bytes, from, reader->bytes.length);
    struct str size = str_print(arena, "/Size %llu\n", (unsigned long long)reader->count);
    const struct str wanted[] = {STR("/Root "), STR("/Info "), STR("/ID [<"), size};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (find(trailer, wanted[i]) == trailer.length)
            return false;
    return references_hold(reader, trailer);
}

bool pdf_verify(struct arena *arena, struct str bytes)
{
    struct reader reader = {.bytes = bytes};
    if (!str_starts(bytes, STR("%PDF-1.7\n")) || !table_find(&reader) || !trailer_holds(arena, &reader))
        return false;
    for (uint64_t object = 1; object < reader.count; object++)
        if (!object_holds(&reader, object))
            return false;
    return true;
}
