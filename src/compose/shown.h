/* Figures as people read them: the value or the word for its absence, what it rests on, how it changed, where it
 * stands against its target. Every one of these strings is final. */
#ifndef COMPOSE_SHOWN_H
#define COMPOSE_SHOWN_H

#include "compose/build.h"

/* ---- indicators ---- */
const struct indicator *indicator_of(const struct filling *f, uint32_t index);
struct str indicator_label(struct filling *f, uint32_t index);
struct str indicator_short(struct filling *f, uint32_t index);
unsigned indicator_decimals(const struct indicator *indicator);
/* Its figures are numbers on one scale: not a score, a text, a yes or no. */
bool indicator_is_number(const struct indicator *indicator);
/* A count or an amount of what happened in a period: its target is reached by adding periods up. */
bool indicator_adds_up(const struct indicator *indicator);
/* Valid on at least one day of the period. */
bool indicator_in_use(const struct indicator *indicator, struct period period);
/* The period of the indicator's own frequency that ends with `period`: itself, or the half-year or year that it
 * closes; PERIOD_NONE when none does. */
struct period indicator_period(const struct filling *f, const struct indicator *indicator, struct period period);
/* Indexes of the indicators named, or of all those that the audience may see and `scope` accepts. */
struct indexes {
    uint32_t *at;
    size_t count, capacity;
};
struct indexes indicators_named(struct filling *f, const struct strs *ids);
struct indexes indicators_visible(struct filling *f);
/* The headline ones; all that are numbers where the programme has named none. */
struct indexes indicators_headline(struct filling *f);

/* ---- figures ---- */
struct subject subject_programme(void);
struct subject subject_laureate(uint32_t laureate);
/* What the document is about: a laureate, else the programme. */
struct subject subject_of_job(const struct filling *f);

/* Nobody is expected and nothing stands there: nothing to print. */
bool figure_is_blank(const struct figure *figure);
/* "1 234 jeunes", "70 à 235 jeunes", "n.r.", "▒"; without its unit when `unit` is false. */
struct str figure_shown(struct filling *f, const struct figure *figure, bool unit);
/* The same of a range that the figure has, or had. */
struct str range_shown(struct filling *f, const struct figure *figure, struct quantity low, struct quantity high,
                       bool unit);
/* Why there is no number, in words that a sentence can hold. */
struct str absence_reason(struct filling *f, const struct figure *figure);
/* "9/10", "partiel, 6/10", "(p)": beside the number. */
struct str figure_mark(struct filling *f, const struct figure *figure);
/* "9/10 lauréats": n/N in words; empty for one laureate with one observation. */
struct str figure_counts(struct filling *f, const struct figure *figure);
/* "provisoire", "en partie estimé": of values that were filed so. */
struct str figure_reserve(struct filling *f, const struct figure *figure);
/* All that the number rests on, in words: "provisoire, partiel, 6/10 lauréats". */
struct str figure_basis(struct filling *f, const struct figure *figure);
/* A quantity in the indicator's unit. */
struct str quantity_shown(struct filling *f, uint32_t indicator, struct quantity quantity);
/* "+12 %", "−1,5 point", "stable"; empty where there is none. */
struct str change_shown(struct filling *f, const struct figure *figure, struct quantity change);
/* What a difference of two values is told in: points where they are percents. */
struct str difference_unit(struct filling *f, const struct indicator *indicator);
/* The like-for-like change is masked: the gross one alone could say the contrary of it, and is not told. */
bool change_misleads(const struct filling *f, const struct figure *figure);
/* "+12 % par rapport au T4 2024", with the change like for like where the signs differ. */
struct str figure_change(struct filling *f, const struct figure *figure);
/* "En bonne voie : 1,2 point au-dessus de la trajectoire (57,0 %)". */
struct str figure_gap(struct filling *f, const struct figure *figure);
struct str status_word(struct filling *f, enum target_status status);
/* The target is held against a figure that this audience may see. */
bool target_is_judged(const struct figure *figure);
/* Met, exceeded or on track: "atteinte ou en bonne voie", wherever targets are counted. */
bool target_is_held(const struct figure *figure);
/* The target is stated for longer than the figure's period, and this figure does not decide it. */
bool target_goes_on(const struct filling *f, const struct figure *figure);
/* What is held against the target: the value, or all that was added since the target's period began. */
struct quantity figure_reached(const struct filling *f, const struct figure *figure);
/* Of three sentences: the figure is of the target's period, ends it, or stands within it. */
const char *reached_key(const struct figure *figure, const char *const keys[3]);
/* "dépassé ce trimestre": where target_goes_on. */
struct str status_so_far(struct filling *f, const struct figure *figure, struct str status);
struct str status_of_target(struct filling *f, enum target_status status);

struct cell cell_figure(struct filling *f, const struct figure *figure);
struct cell cell_quantity(struct filling *f, const struct figure *figure, struct quantity quantity, struct str shown);
struct cell cell_status(struct filling *f, const struct figure *figure);
struct cell cell_progress(struct filling *f, const struct figure *figure);
/* A laureate's milestone with the day on which it was passed: figure->as_of. */
bool milestone_is_passed(const struct filling *f, const struct figure *figure);
/* What must be said once under a table: without deduplication, simple mean, the coordination's own count… */
void figure_notes(struct filling *f, const struct figure *figure, struct strs *notes);

struct quantity quantity_difference(struct quantity a, struct quantity b);

#endif
