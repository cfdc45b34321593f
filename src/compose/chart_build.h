/* Charts as data: points with their labels and keys, and the table of the same data made from them, so that the
 * drawing and the table cannot differ. */
#ifndef COMPOSE_CHART_BUILD_H
#define COMPOSE_CHART_BUILD_H

#include "compose/series.h"

struct chart *chart_new(struct filling *f, enum chart_kind kind, struct str id, struct str title, size_t series);
/* Adds a category and a point for it to every series (gaps until set); returns its index. */
void chart_categories(struct filling *f, struct chart *chart, const struct str *names, size_t count);
void chart_point_figure(struct filling *f, struct chart *chart, size_t series, size_t at, const struct figure *figure);
void chart_point_quantity(struct filling *f, struct chart *chart, size_t series, size_t at, struct quantity value,
                          struct str shown);
/* Makes the table, its first column under `corner`, and puts the chart in place. */
void chart_add(struct filling *f, struct chart *chart, struct str corner, struct node *into);

/* Whether enough of the values may be shown for a drawing to say something: two thirds. Else a sentence says so. */
bool chart_is_worth(size_t shown, size_t of);
struct str chart_left_out(struct filling *f, struct str label, size_t shown, size_t of);

/* The indicator over these periods, drawn as suits its nature; nothing with fewer than two values. */
void chart_history(struct filling *f, uint32_t indicator, struct span span, struct node *into);

/* "au 4e trimestre 2025", "en 2025": whole words of the catalogue by kind of period. */
struct str when_text(struct filling *f, struct period period);
/* "4 cibles sur 7 sont atteintes ou en bonne voie au 4e trimestre 2025": the one way to count targets. */
struct str targets_held(struct filling *f, int64_t held, int64_t targets);
/* What an indicator did: its value, against a year before, and its target. */
struct str indicator_sentence(struct filling *f, const struct figure *figure);

#endif
