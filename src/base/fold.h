/* A name as it is compared, rune by rune and without memory: lower case, no
 * accents, ligatures spelled out, one '-' for any run of blanks, '-' and '_'.
 * Outer blanks are gone; an outer '-' stays, since "-" alone means something. */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "base.h"

#define FOLD_END 0u
#define FOLD_WAITING 128

struct fold {
    struct str rest;
    size_t at;
    uint32_t waiting[FOLD_WAITING]; /* the decomposition of one rune */
    size_t next, count;
    bool separated; /* the last rune was a '-' */
};

void fold_start(struct fold *fold, struct str name);
uint32_t fold_next(struct fold *fold); /* FOLD_END at the end */

#endif
