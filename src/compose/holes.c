#include "compose/holes.h"
#include "compose/hole_list.h"

/* The one list of holes: a new one is its file and its row here. */
/* clang-format off */
const struct hole *const holes[] = {
    &hole_banner,
    &hole_summary,
    &hole_figures,
    &hole_table,
    &hole_chart,
    &hole_narrative,
    &hole_data_note,
    &hole_sources,
    &hole_objectives,
    &hole_commitments,
    &hole_priorities,
    &hole_needs,
    &hole_needs_funnel,
    &hole_decisions,
    &hole_contribution,
    &hole_load,
    &hole_dates,
    &hole_calls,
    &hole_corrections,
    &hole_chapter,
    &hole_text,
    &hole_theory,
    &hole_timeline,
    &hole_meetings,
    &hole_notice,
    &hole_attendance,
    &hole_complementarity,
    &hole_referrals,
};
/* clang-format on */
const size_t hole_count = sizeof holes / sizeof holes[0];
