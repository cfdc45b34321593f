/* Where figures come from: one line a key that the document prints. */
#ifndef COMPOSE_PROVENANCE_H
#define COMPOSE_PROVENANCE_H

#include "compose/shown.h"

/* Fills document->provenances from the keys used, sorted by key, each once. */
void provenance_collect(struct filling *f);
/* n/N; for the coordination, who is missing as well. */
struct str provenance_basis(struct filling *f, const struct figure *figure);
/* The keys used so far, sorted, each once. */
void provenance_sort(struct filling *f);
/* Gives the provenances their typed rows, and the document the rows: what a spreadsheet computes with. */
void provenance_rows(struct filling *f);
/* "entrées, 4e trimestre 2025, programme": what the key means in words. */
struct str provenance_label(struct filling *f, struct figure_key key);

#endif
