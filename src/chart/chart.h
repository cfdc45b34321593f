/* The door of `chart`: a chart becomes a drawing, once, for PDF and SVG alike. Direct labels, readable axes (nice
 * ticks, numbers in the document's language), nothing by colour alone. */
#ifndef CHART_H
#define CHART_H

#include "model/model.h"

struct chart_style {
    int32_t width; /* thousandths of a point */
    int32_t text_size;
    uint32_t text, muted, rule, background;
    uint32_t series[6]; /* told apart with any colour vision and in grey; dashes and markers differ too */
    uint32_t target;
};

/* The data with their axes and names; title and sentence are set by the page around it. As tall as it needs to be, and
 * style->width wide, but never less than 14 ems. Marks of data carry `title`; all are artifacts of one figure. */
struct drawing *chart_draw(struct arena *arena, const struct chart *chart, const struct chart_style *style,
                           const struct metrics *metrics);
/* A sparkline, a progress bar: no text in them. */
struct drawing *chart_spark(struct arena *arena, const struct quantity *series, size_t count, int32_t width,
                            int32_t height, uint32_t colour);
struct drawing *chart_progress(struct arena *arena, double fraction, int32_t width, int32_t height, uint32_t colour,
                               uint32_t rule);

struct chart_style chart_style_of(const struct theme *theme, int32_t width);

#endif
