/* Colours, 0xRRGGBB, and whether one can be read on another. */
#ifndef MODEL_COLOUR_H
#define MODEL_COLOUR_H

/* "#RRGGBB" or "#RGB"; false otherwise. */
bool colour_parse(struct str text, uint32_t *colour);
uint32_t colour_mix(uint32_t a, uint32_t b, unsigned thousandths_of_b);
/* WCAG's ratio, 1 to 21. */
double colour_contrast(uint32_t a, uint32_t b);
/* The colour nearest to `colour`, towards black or white, that has this contrast with the background. */
uint32_t colour_readable(uint32_t colour, uint32_t background, double contrast);

struct theme;
/* The colour of the programme, and the one that stands out beside it: those it names, or one for the other, or ours. */
uint32_t theme_primary(const struct theme *theme);
uint32_t theme_accent(const struct theme *theme);

#endif
