#include "compose/published.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b)
{
    const struct published_row *x = a, *y = b;
    int order = str_compare(x->row->key, y->row->key);
    if (order)
        return order;
    if (x->row->edition.day != y->row->edition.day)
        return x->row->edition.day > y->row->edition.day ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

const struct published *compose_published(struct arena *run, const struct facts *facts)
{
    struct published *published = ARENA_NEW(run, struct published);
    for (int a = 0; a < AUDIENCE_COUNT; a++)
        published->at[a] = ARENA_ARRAY(run, struct published_row, facts->editions.count);
    for (size_t i = 0; i < facts->editions.count; i++) {
        const struct edition_figure *row = &facts->editions.at[i];
        int audience = choice_of(audience_choices, row->audience) - 1;
        struct figure_key key;
        if (audience >= 0 && figure_key_parse(facts, row->key, &key))
            published->at[audience][published->count[audience]++] = (struct published_row){row, key};
    }
    for (int a = 0; a < AUDIENCE_COUNT; a++)
        if (published->count[a])
            qsort(published->at[a], published->count[a], sizeof *published->at[a], by_key);
    return published;
}
