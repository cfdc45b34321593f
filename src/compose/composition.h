/* Filling a document's body; see composition.c. Here is what holes call back. */
#ifndef COMPOSE_COMPOSITION_H
#define COMPOSE_COMPOSITION_H

#include "compose/holes.h"

/* Code spans "=key" in an author's text become values. */
void narrative_values(struct filling *f, struct node *root);
/* Turns a code span into the part of a figure, or into words where there is no number. */
void value_fill(struct filling *f, struct node *code, struct figure_key key, int part);

#endif
