/* Words for ids: what a person reads in place of a dimension, a category, an answer or a word of the directory.
 * The label is that of dimensions.csv (`ventilations.csv`), where a word of the directory may be given one as well, as
 * a category of any dimension; without one the id itself, hyphens read as blanks. */
#ifndef COMPOSE_LABELS_H
#define COMPOSE_LABELS_H

#include "compose/holes.h"

struct str category_label(struct filling *f, uint32_t category);
struct str dimension_label(struct filling *f, const struct dimension *dimension);
/* "1 (très mal)": the answers of a score are named by the dimension that bears the indicator's id. */
struct str answer_label(struct filling *f, const struct indicator *indicator, struct decimal answer);
/* A public, a theme, a territory, a tag. */
struct str word_label(struct filling *f, struct str id);
/* What a group of laureates has in common; empty: those of whom the directory does not say it. */
struct str group_label(struct filling *f, struct str value);
/* `words` apart by commas. */
struct strs parts_of(struct filling *f, struct str words);
/* "ruraux et sans logement" */
struct str words_label(struct filling *f, struct str words);
struct str list_label(struct filling *f, const struct strs *ids);
/* "3 · des activités complémentaires": success factors by their numbers, apart by commas; other words stay. */
struct str factor_label(struct filling *f, struct str factors);
/* "Usage interne" */
struct str audience_label(struct filling *f, enum audience audience);
/* With a capital at its beginning: the head of a column. */
struct str capitalised(struct filling *f, struct str text);

#endif
