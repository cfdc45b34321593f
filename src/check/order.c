/* Sorting many observations without a second copy of them. A large slice is split in place by its next key until the
 * pieces are small; a piece is sorted by keys packed into 64 bits, of which only the bits in use are looked at. */
#include "order.h"

#include <stdlib.h>
#include <string.h>

#define PIECE_ROWS ((size_t)1 << 18)
#define DIGIT_BITS 11

enum key { KEY_LAUREATE, KEY_INDICATOR, KEY_CATEGORY, KEY_MONTH, KEY_KIND, KEY_COUNT };

static uint32_t key_value(const struct observation *o, enum key key)
{
    switch (key) {
    case KEY_LAUREATE:
        return o->laureate;
    case KEY_INDICATOR:
        return o->indicator;
    case KEY_CATEGORY:
        return o->category;
    case KEY_MONTH:
        return (uint32_t)o->month;
    default:
        return o->period_kind;
    }
}

static int compare_whole(const void *left, const void *right)
{
    const struct observation *a = left, *b = right;
    int order = observation_compare(a, b);
    if (order)
        return order;
    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

static bool is_ordered(const struct observation *at, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (compare_whole(&at[i - 1], &at[i]) > 0)
            return false;
    return true;
}

/* ---- a piece ---- */

struct slot {
    uint64_t key;
    uint32_t from;
};

struct range {
    uint32_t least[KEY_COUNT];
    unsigned bits[KEY_COUNT], all;
};

/* Values from least to most take this many bits as differences from the least. */
static unsigned bits_between(uint32_t least, uint32_t most)
{
    unsigned bits = 0;
    for (uint32_t spread = most - least; spread; spread >>= 1)
        bits++;
    return bits;
}

static struct range range_of(const struct observation *at, size_t count)
{
    struct range range = {0};
    uint32_t most[KEY_COUNT] = {0};
    for (enum key key = 0; key < KEY_COUNT; key++)
        range.least[key] = UINT32_MAX;
    for (size_t i = 0; i < count; i++)
        for (enum key key = 0; key < KEY_COUNT; key++) {
            uint32_t value = key_value(&at[i], key);
            range.least[key] = value < range.least[key] ? value : range.least[key];
            most[key] = value > most[key] ? value : most[key];
        }
    for (enum key key = 0; key < KEY_COUNT; key++)
        range.all += range.bits[key] = bits_between(range.least[key], most[key]);
    return range;
}

static uint64_t packed(const struct observation *o, const struct range *range)
{
    uint64_t key = 0;
    for (enum key k = 0; k < KEY_COUNT; k++)
        if (range->bits[k])
            key = key << range->bits[k] | (key_value(o, k) - range->least[k]);
    return key;
}

/* One stable pass over DIGIT_BITS of the key. */
static void sort_digit(const struct slot *from, struct slot *to, size_t count, unsigned shift)
{
    uint32_t start[1u << DIGIT_BITS] = {0}, total = 0;
    const uint64_t mask = (1u << DIGIT_BITS) - 1;
    for (size_t i = 0; i < count; i++)
        start[from[i].key >> shift & mask]++;
    for (size_t d = 0; d <= mask; d++) {
        uint32_t here = start[d];
        start[d] = total;
        total += here;
    }
    for (size_t i = 0; i < count; i++)
        to[start[from[i].key >> shift & mask]++] = from[i];
}

/* Observations of one key are put in the order of their places. */
static void order_equals(struct observation *at, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && observation_compare(&at[i], &at[end]) == 0; end++)
            ;
        if (end - i > 1)
            qsort(at + i, end - i, sizeof *at, compare_whole);
    }
}

static void order_piece(struct arena *scratch, struct observation *at, size_t count)
{
    struct range range = range_of(at, count);
    if (range.all > 64 || count > UINT32_MAX) {
        qsort(at, count, sizeof *at, compare_whole);
        return;
    }
    struct arena_mark mark = arena_mark(scratch);
    struct slot *slots = arena_bytes(scratch, count * sizeof *slots),
                *others = arena_bytes(scratch, count * sizeof *others);
    struct observation *sorted = arena_bytes(scratch, count * sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        slots[i] = (struct slot){packed(&at[i], &range), (uint32_t)i};
    for (unsigned shift = 0; shift < range.all; shift += DIGIT_BITS) {
        sort_digit(slots, others, count, shift);
        struct slot *swapped = slots;
        slots = others;
        others = swapped;
    }
    for (size_t i = 0; i < count; i++)
        sorted[i] = at[slots[i].from];
    memcpy(at, sorted, count * sizeof *at);
    arena_rewind(scratch, mark);
    order_equals(at, count);
}

/* ---- splitting ---- */

struct pieces {
    struct piece {
        struct observation *at;
        size_t count;
    } * at;
    size_t count, capacity;
};

static void swap_rows(struct observation *a, struct observation *b)
{
    struct observation kept = *a;
    *a = *b;
    *b = kept;
}

/* Each row goes to the part of its key, by exchanges; `end` of each part, in order. */
static void split_rows(struct observation *at, const size_t *end, size_t *next, size_t parts, enum key key,
                       uint32_t least)
{
    for (size_t part = 0; part < parts; part++)
        while (next[part] < end[part]) {
            size_t wanted = key_value(&at[next[part]], key) - least;
            if (wanted == part)
                next[part]++;
            else
                swap_rows(&at[next[part]], &at[next[wanted]++]);
        }
}

/* The first key at or after `key` by which the rows differ, and its least value; KEY_COUNT if there is none. */
static enum key key_that_differs(const struct observation *at, size_t count, enum key key, uint32_t *least,
                                 unsigned *bits)
{
    for (; key < KEY_COUNT; key++) {
        uint32_t most = *least = key_value(&at[0], key);
        for (size_t i = 1; i < count; i++) {
            uint32_t value = key_value(&at[i], key);
            *least = value < *least ? value : *least;
            most = value > most ? value : most;
        }
        *bits = bits_between(*least, most);
        if (*bits)
            break;
    }
    return key;
}

static void split(struct arena *scratch, struct observation *at, size_t count, enum key key, struct pieces *pieces)
{
    uint32_t least = 0;
    unsigned bits = 0;
    if (!count)
        return;
    if (count > PIECE_ROWS)
        key = key_that_differs(at, count, key, &least, &bits);
    if (count <= PIECE_ROWS || key == KEY_COUNT || bits > 24) {
        *PUSH(scratch, pieces) = (struct piece){at, count};
        return;
    }
    size_t parts = (size_t)1 << bits;
    size_t *next = ARENA_ARRAY(scratch, size_t, parts), *end = ARENA_ARRAY(scratch, size_t, parts);
    for (size_t i = 0; i < count; i++)
        end[key_value(&at[i], key) - least]++;
    for (size_t part = 0, total = 0; part < parts; part++) {
        next[part] = total;
        end[part] = total += end[part];
    }
    split_rows(at, end, next, parts, key, least);
    for (size_t part = 0, from = 0; part < parts; from = end[part++])
        split(scratch, at + from, end[part] - from, key + 1, pieces);
}

const struct observation *observation_find(const struct observation *at, size_t count, const struct observation *like)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (observation_compare(&at[middle], like) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && observation_compare(&at[low], like) == 0 ? &at[low] : NULL;
}

void observations_order(struct arena *scratch, struct observation *at, size_t count)
{
    if (is_ordered(at, count))
        return;
    struct arena_mark mark = arena_mark(scratch);
    struct pieces pieces = {0};
    split(scratch, at, count, KEY_LAUREATE, &pieces);
    for (size_t i = 0; i < pieces.count; i++)
        if (!is_ordered(pieces.at[i].at, pieces.at[i].count))
            order_piece(scratch, pieces.at[i].at, pieces.at[i].count);
    arena_rewind(scratch, mark);
}
