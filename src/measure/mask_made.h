/* An indicator declared to be made of others tells again what they tell: what masks took out of them must not be had
 * from it, nor the other way round. */
#ifndef MEASURE_MASK_MADE_H
#define MEASURE_MASK_MADE_H

#include "mask_series.h"

/* Tells the parts of a whole that it is made of them. */
void made_link(struct arena *arena, struct series *whole, struct series *const *all);
/* Masks what the whole would tell of its masked parts, and what its parts would tell of it; false when nothing did.
 * `all` is by indicator. */
bool made_close(struct arena *scratch, struct series *whole, struct series *const *all);
/* Shows again what follows from figures that are shown: to mask it would hide nothing. */
void made_tell(struct arena *scratch, struct series *whole, struct series *const *all);
/* Marks as found what masked figures with one of the bits `told_by` give away of others, of the whole or of its parts;
 * false when nothing more. */
bool made_expose(struct arena *scratch, struct series *whole, struct series *const *all, uint8_t told_by);

#endif
