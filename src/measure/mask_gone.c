/* Rows that were taken away since an edition: what it printed of one laureate and sub-period had been filed. */
#include "mask_filed.h"

#include <stdlib.h>

/* Of what is filed by the laureate itself, then and there. */
static bool is_filed(const struct measures *now, const struct figure_key *key)
{
    const struct gauge *gauge = &now->gauges[key->indicator];
    if (key->to_date || key->subject.kind != SUBJECT_LAUREATE || key->period.kind != gauge->kind || gauge->term_count)
        return false;
    struct span span = gauge_span(gauge, key->subject.laureate);
    int32_t slot = slot_at(gauge->kind, key->period.first, gauge->year_start);
    return slot >= span.first && slot <= span.last && (!key->category || now->crossing_of[key->category]);
}

bool gone_read(const struct measures *now, const struct printed *printed, struct observation *gone)
{
    const struct figure_key *key = &printed->key;
    *gone = (struct observation){.laureate = key->subject.laureate,
                                 .indicator = (uint16_t)key->indicator,
                                 .category = key->category ? now->crossing_of[key->category] : 0,
                                 .month = (int16_t)key->period.first,
                                 .period_kind = (uint8_t)key->period.kind,
                                 .status = STATUS_FINAL};
    return is_filed(now, key) && printed_numbers(printed->row, now->gauges[key->indicator].rule.parts, gone);
}

static int order(const void *left, const void *right)
{
    return observation_compare(left, right);
}

void gone_insert(struct arena *arena, struct facts *facts, struct gone *gone)
{
    struct observations merged = {NULL, 0, 0};
    size_t next = 0;
    if (!gone->count)
        return;
    qsort(gone->at, gone->count, sizeof *gone->at, order);
    for (size_t i = 0; i <= facts->observations.count; i++) {
        const struct observation *here = i < facts->observations.count ? &facts->observations.at[i] : NULL;
        for (; next < gone->count && (!here || order(&gone->at[next], here) < 0); next++)
            /* A figure stands in an edition once for each audience. */
            if (!next || order(&gone->at[next], &gone->at[next - 1]))
                *PUSH(arena, &merged) = gone->at[next];
        if (here)
            *PUSH(arena, &merged) = *here;
    }
    facts->observations = merged;
}
