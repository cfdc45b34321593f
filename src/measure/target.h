/* Baselines, targets, trajectory, progress, status (measures.md): what was aimed at for a period, and how far it is. */
#ifndef MEASURE_TARGET_H
#define MEASURE_TARGET_H

#include "total.h"

/* What is aimed at: one stated target, or the sum of the laureates'. */
struct aim {
    bool is;
    struct decimal target, baseline;
    bool has_baseline;
    struct period period;
    /* The point before it on the trajectory: an earlier target, or the baseline. */
    bool has_anchor;
    struct decimal anchor;
    int32_t anchor_end; /* the month after the anchor's */
};

/* The laureates' targets, added up while all of them have one for the same period. */
struct aim_sum {
    struct aim aim;
    uint32_t count;
    bool broken;
};

void targets_prepare(struct arena *run, struct measures *measures);

/* The target stated for the period, else the next one after it. Laureate 0 is the programme. */
struct aim target_aim(const struct gauge *gauge, uint32_t laureate, struct period period);
/* The period that any laureate's target for this period is stated for; PERIOD_NONE if none has one. */
struct period target_common(const struct gauge *gauge, struct period period);
void target_add(struct aim_sum *sum, const struct aim *aim);
struct aim target_sum(const struct gauge *gauge, const struct aim_sum *sum, bool programme);

/* Fills baseline, target, progress, trajectory and status; `reached` is the sum since the start of the target's period
 * for a flow, the figure's value otherwise. */
void target_judge(const struct gauge *gauge, const struct aim *aim, struct quantity reached, struct figure *figure);

#endif
