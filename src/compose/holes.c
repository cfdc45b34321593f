#include "compose/holes.h"
#include "compose/hole_list.h"

/* The one list of holes: a new one is its file and its row here. */
const struct hole *const holes[] = {
    &hole_banner, &hole_summary,   &hole_figures,   &hole_table,
    &hole_chart,  &hole_narrative, &hole_data_note, &hole_sources,
};
const size_t hole_count = sizeof holes / sizeof holes[0];
