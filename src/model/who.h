/* Questions that several rooms ask of facts: who is a member when, who may see what, where one's observations begin. */
#ifndef MODEL_WHO_H
#define MODEL_WHO_H

/* A member on at least one day from the first to the last; in the period, whichever where there is none. */
bool laureate_is_member(const struct laureate *laureate, struct date first, struct date last);
bool laureate_is_active(const struct laureate *laureate, struct period period);
/* Whether the audience may see it at all. */
bool indicator_visible(const struct indicator *indicator, enum audience audience);
/* Index of the first observation of the laureate and the indicator, where one stands, else of what comes after. */
size_t observations_from(const struct observations *all, uint32_t laureate, uint32_t indicator);

#endif
