/* The door of `measure`: observations become figures, by the rules of legal aggregation. Pure functions of
 * constant facts: any figure can be asked for at any time, by any worker, with the same answer. */
#ifndef MEASURE_H
#define MEASURE_H

#include "model/model.h"

/* What is prepared once before documents are made: indexes into the observations, expected sets, masks for every
 * audience. Constant afterwards. Reports the checks on the data (measures.md) that need the engine. */
struct measures;
struct measures *measure_prepare(struct arena *run, const struct facts *facts, int jobs,
                                 struct diagnostics *diagnostics);
/* The same without solving the masks, for those who only speak to the coordination: for any other audience every
 * figure is then masked. */
struct measures *measure_prepare_internal(struct arena *run, const struct facts *facts);

/* Warns of texts that tell partners or the public a masked number, as `measure_prepare` does: where a text holds
 * numbers that could be an indicator's, its masks alone are solved. */
void measure_told(struct arena *run, const struct facts *facts, int jobs, struct diagnostics *diagnostics);

/* Warns of the coordination's own measures that no sum of the laureates' could give, and of rows of editions that mean
 * nothing. `measure_prepare` and `measure_told` do; who prepares for the coordination alone asks for it. */
void measure_check(const struct measures *measures, struct diagnostics *diagnostics);

/* One figure, for an audience: masked there, its numbers are absent. Lives in `arena`. */
const struct figure *measure_figure(struct arena *arena, const struct measures *measures, struct figure_key key,
                                    enum audience audience);

/* Whether the audience may be told the starting value that the indicator's row states for the programme. */
bool measure_baseline_told(const struct measures *measures, uint32_t indicator, enum audience audience);

/* What `bilan figures` prints. */
struct figures_request {
    struct strs indicators; /* ids; none: all */
    enum subject_kind by;
    enum attribute attribute; /* SUBJECT_ATTRIBUTE */
    enum period_kind time;    /* QUARTER, SEMESTER, YEAR, MONTH */
    bool to_date;
    const struct period *periods; /* none: every one that has ended */
    size_t period_count;
    uint32_t dimension; /* adds its categories; 0: none */
    enum audience audience;
    int jobs;
};
struct figures measure_figures(struct arena *arena, const struct measures *measures,
                               const struct figures_request *request);

/* What `bilan figures` prints: the columns of cli.md, as CSV or as a JSON array. */
void figures_print(struct buffer *out, const struct measures *measures, const struct figures *figures, bool json,
                   int jobs);
/* "complete", "partial", "not-due"… */
struct str figure_state_name(enum figure_state state);
/* All digits of an exact number, the shortest that reads back of another; empty where there is none. */
struct str quantity_text(struct arena *arena, struct quantity quantity);
/* "programme", a laureate's id, "territory=Bretagne". */
struct str figure_subject_text(struct arena *arena, const struct facts *facts, struct subject subject);

/* "IND-04@programme/2025-Q2", the contract of cli.md. */
struct str figure_key_text(struct arena *arena, const struct facts *facts, struct figure_key key);
/* False when the text names nothing. */
bool figure_key_parse(const struct facts *facts, struct str text, struct figure_key *key);

/* The observations a figure rests on: indexes into facts.observations, by indicator, then in order. */
struct sources {
    uint32_t *at;
    size_t count, capacity;
};
struct sources measure_sources(struct arena *arena, const struct measures *measures, struct figure_key key);

/* The rule in words and the computation of a figure, measured for the coordination, spelled out with its numbers, in
 * the programme's language. */
struct str measure_rule(struct arena *arena, const struct measures *measures, struct figure_key key);
struct str measure_computation(struct arena *arena, const struct measures *measures, const struct figure *figure);

/* Laureates of whom the indicator is expected in the period: indexes in facts.laureates. `received` tells which
 * reported. */
struct expected {
    uint32_t laureate;
    bool received;
    uint8_t status; /* enum observation_status of what stands there; STATUS_EMPTY when nothing */
};
struct expecteds {
    struct expected *at;
    size_t count, capacity;
};
struct expecteds measure_expected(struct arena *arena, const struct measures *measures, uint32_t indicator,
                                  struct period period);
/* Of one laureate alone; false when nothing is expected of them. */
bool measure_expected_of(struct arena *arena, const struct measures *measures, uint32_t indicator, struct period period,
                         uint32_t laureate, struct expected *expected);
/* What is asked of laureates for a period, wherever measures are counted (`status`, the sentence of a document): one
 * measure an indicator that is filed and a laureate active in the period. What is computed from other indicators is
 * asked of nobody, nor is anything of who has left. */
struct expecteds measure_asked(struct arena *arena, const struct measures *measures, uint32_t indicator,
                               struct period period);
bool measure_asked_of(struct arena *arena, const struct measures *measures, uint32_t indicator, struct period period,
                      uint32_t laureate, struct expected *expected);
/* The laureates of the figure's subject of whom it is expected; to date, everything since the programme began. */
struct expecteds measure_expected_for(struct arena *arena, const struct measures *measures, struct figure_key key);
/* The last day on which the indicator's figure of this period is on time. */
struct date measure_due(const struct facts *facts, uint32_t indicator, struct period period);
/* Values of an attribute over the directory, in order for people. */
struct strs measure_attribute_values(struct arena *arena, const struct facts *facts, enum attribute attribute);

const struct facts *measure_facts(const struct measures *measures);

#endif
