/* The catalogue behind `say`: rows of templates/catalogue.csv sorted by key. A row may have variants beside it:
 * `key.one` (French below 2, English for 1), `key.zero`, and before them a gender given by the pair {gender}:
 * `key.f`, `key.f.one`. Sentences are whole; nothing is glued together here or elsewhere. */
#ifndef COMPOSE_CATALOGUE_H
#define COMPOSE_CATALOGUE_H

#include "compose/compose.h"

/* The rows "ui.…" in a language, keys without the prefix, sorted. */
const struct word *catalogue_words(const struct catalogue *catalogue, enum language language, size_t *count);
/* {name} in the pattern becomes the value of the pair; a name that no pair has stays as it is. */
struct str fill_names(struct arena *arena, struct str pattern, const struct str (*pairs)[2], size_t pair_count);

#endif
