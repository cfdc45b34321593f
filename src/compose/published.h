/* What editions printed, looked for by document after document. */
#ifndef COMPOSE_PUBLISHED_H
#define COMPOSE_PUBLISHED_H

#include "compose/compose.h"

struct published_row {
    const struct edition_figure *row;
    struct figure_key key;
};
/* The rows that each audience was told whose key still means something: by key, the latest edition first. */
struct published {
    struct published_row *at[AUDIENCE_COUNT];
    size_t count[AUDIENCE_COUNT];
};

#endif
