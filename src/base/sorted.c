/* Binary search by text. */
#include "base.h"

static const char *item_at(const void *items, size_t size, size_t index)
{
    return (const char *)items + index * size;
}

static struct str text_of(const char *item, size_t offset)
{
    return *(const struct str *)(const void *)(item + offset);
}

size_t sorted_from(const void *items, size_t count, size_t size, size_t offset, struct str wanted)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(text_of(item_at(items, size, middle), offset), wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void *sorted_find(const void *items, size_t count, size_t size, size_t offset, struct str wanted)
{
    size_t at = sorted_from(items, count, size, offset, wanted);
    if (at == count || !str_equal(text_of(item_at(items, size, at), offset), wanted))
        return NULL;
    return (char *)items + at * size;
}
