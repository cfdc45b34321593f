/* Names that people type: the same, nearest, in order, and fit for a path. */
#include "fold.h"

#include <stdlib.h>
#include <string.h>

#define NEAREST_RUNES 64
#define SLUG_BYTES 100

struct str name_fold(struct arena *arena, struct str s)
{
    struct buffer text = {.arena = arena};
    struct fold fold;
    fold_start(&fold, s);
    for (uint32_t rune; (rune = fold_next(&fold)) != FOLD_END;)
        buffer_rune(&text, rune);
    return buffer_str(&text);
}

static int fold_compare(struct str a, struct str b)
{
    struct fold left, right;
    fold_start(&left, a);
    fold_start(&right, b);
    for (;;) {
        uint32_t l = fold_next(&left), r = fold_next(&right);
        if (l != r)
            return l < r ? -1 : 1;
        if (l == FOLD_END)
            return 0;
    }
}

/* 0 for a byte that folding may pass over or join with others. */
static char plain_letter(struct str s)
{
    char c = s.length ? *s.at : '\0';
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

/* Most names that are compared differ in their first letter. */
static bool begin_apart(struct str a, struct str b)
{
    char left = plain_letter(a), right = plain_letter(b);
    return left && right && left != right;
}

bool name_equal(struct str a, struct str b)
{
    return str_equal(a, b) || (!begin_apart(a, b) && fold_compare(a, b) == 0);
}

uint64_t name_hash(struct str s)
{
    struct fold fold;
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a, a rune at a time */
    fold_start(&fold, s);
    for (uint32_t rune; (rune = fold_next(&fold)) != FOLD_END;)
        hash = (hash ^ rune) * 0x100000001b3u;
    return hash ^ hash >> 29;
}

int name_compare(struct str a, struct str b)
{
    int order = fold_compare(a, b);
    return order ? order : str_compare(a, b);
}

struct runes {
    uint32_t at[NEAREST_RUNES];
    size_t count;
};

/* False for a name too long to be a slip of somebody's fingers. */
static bool runes_of(struct str name, struct runes *runes)
{
    struct fold fold;
    fold_start(&fold, name);
    runes->count = 0;
    for (uint32_t rune; (rune = fold_next(&fold)) != FOLD_END;) {
        if (runes->count == NEAREST_RUNES)
            return false;
        runes->at[runes->count++] = rune;
    }
    return true;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* One row of the table of distances: a rune left out, added, replaced, or two exchanged. Returns the row's least. */
static size_t edits_row(const struct runes *a, const struct runes *b, size_t i, size_t row[3][NEAREST_RUNES + 1])
{
    size_t *now = row[i % 3], *before = row[(i + 2) % 3], *two_before = row[(i + 1) % 3];
    size_t smallest = now[0] = i;
    for (size_t j = 1; j <= b->count; j++) {
        size_t replaced = before[j - 1] + (a->at[i - 1] != b->at[j - 1]);
        now[j] = least(replaced, least(before[j], now[j - 1]) + 1);
        if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] && a->at[i - 2] == b->at[j - 1])
            now[j] = least(now[j], two_before[j - 2] + 1);
        smallest = least(smallest, now[j]);
    }
    return smallest;
}

/* More than `most` when it is more than that. */
static size_t edits(const struct runes *a, const struct runes *b, size_t most)
{
    size_t row[3][NEAREST_RUNES + 1];
    size_t gap = a->count < b->count ? b->count - a->count : a->count - b->count;
    if (gap > most)
        return gap;
    for (size_t j = 0; j <= b->count; j++)
        row[0][j] = j;
    size_t before = 0;
    for (size_t i = 1; i <= a->count; i++) {
        size_t smallest = edits_row(a, b, i, row);
        /* An exchange looks two rows back, so one row beyond the limit is not yet the end. */
        if (smallest > most && before > most)
            return smallest;
        before = smallest;
    }
    return row[a->count % 3][b->count];
}

struct str name_nearest(struct str name, const struct str *known, size_t count)
{
    struct runes wanted, candidate;
    struct str nearest = STR_NONE;
    if (!runes_of(name, &wanted))
        return nearest;
    size_t most = wanted.count / 3;
    for (size_t i = 0; i < count; i++) {
        if (!runes_of(known[i], &candidate))
            continue;
        size_t distance = edits(&wanted, &candidate, most);
        if (distance > most)
            continue;
        nearest = known[i];
        if (!distance)
            break;
        most = distance - 1;
    }
    return nearest;
}

struct str name_slug(struct arena *arena, struct str s)
{
    struct buffer slug = {.arena = arena};
    struct fold fold;
    bool gap = false;
    fold_start(&fold, s);
    for (uint32_t rune; slug.count < SLUG_BYTES && (rune = fold_next(&fold)) != FOLD_END;) {
        bool kept = (rune >= 'a' && rune <= 'z') || (rune >= '0' && rune <= '9');
        if (kept && gap && slug.count)
            buffer_byte(&slug, '-');
        if (kept)
            buffer_byte(&slug, (char)rune);
        gap = !kept;
    }
    if (!slug.count)
        buffer_byte(&slug, 'x');
    return buffer_str(&slug);
}

struct told {
    struct str name;
    size_t at;
};

static int told_order(const void *a, const void *b)
{
    const struct told *x = a, *y = b;
    int order = str_compare(x->name, y->name);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

void names_tell_apart(struct arena *arena, struct str *names, size_t count)
{
    struct told *sorted = ARENA_ARRAY(arena, struct told, count + 1);
    for (size_t i = 0; i < count; i++)
        sorted[i] = (struct told){names[i], i};
    if (count)
        qsort(sorted, count, sizeof *sorted, told_order);
    for (size_t i = 1, next = 2; i < count; i++) {
        if (!str_equal(sorted[i].name, sorted[i - 1].name)) {
            next = 2;
            continue;
        }
        struct str *name = &names[sorted[i].at];
        do
            *name = str_print(arena, "%.*s-%zu", STR_ARG(sorted[i].name), next++);
        while (SORTED_FIND(sorted, count, struct told, name, *name));
    }
}
