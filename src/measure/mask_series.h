/* The numbers behind the cells, for masking: nodes are what laureates filed, cells are sums of nodes. All are integers,
 * in units of the indicator's last decimal place. */
#ifndef MEASURE_MASK_SERIES_H
#define MEASURE_MASK_SERIES_H

#include "mask_cells.h"
#include "part.h"

/* Which of a cell's numbers: the value or numerator, the denominator or n, the flow. */
enum { NUMBER_FIRST, NUMBER_SECOND, NUMBER_FLOW, NUMBERS };

enum filing { FILING_NONE, FILING_APART /* not applicable */, FILING_HERE };

/* The nodes a laureate's cell is made of. */
struct use {
    int32_t first, last;           /* slots; last < first: none */
    int32_t flow_first, flow_last; /* levels; flow_last < 0: no flow; flow_first SLOT_NEVER: from zero */
    uint32_t expected, received;   /* observations */
    bool has, spread;              /* spread: a range or a mean over several slots, not a plain sum */
};

struct breakdown {
    uint32_t first, count; /* of the series' categories */
    bool exclusive;
};

/* A ratio by terms reads this series, in its numerator or denominator. */
struct link {
    struct series *ratio;
    int number; /* NUMBER_FIRST or NUMBER_SECOND */
    int sign;
    bool last;  /* the term counts its last level only */
    bool plain; /* it is an addend as it stands: same sub-periods, summed or last */
};

/* A series that is declared to be made of this one, and how often it counts it; less than nothing: it takes it away. */
struct holder {
    struct series *whole;
    int sign;
};

/* A node that was corrected is another unknown in each edition that had another number: versions are told apart by the
 * first edition that had it so, counted from 1; 0 is what stands now. */
enum { VERSION_NOW = 0, VERSIONS_MAX = 63, VERSION_ONLY = 255 /* it never changed */ };

/* The same numbers as they stand now, then as earlier editions had them where these printed other sums. */
struct views {
    struct series **at;
    size_t count, capacity;
    uint64_t versions; /* all that nodes have, one bit each */
};

struct series {
    const struct gauge *gauge;
    struct mask_cells *cells;
    int32_t base;
    uint32_t slots;      /* sub-periods, then the rows filed for longer periods */
    struct period *rows; /* those rows' periods */
    uint32_t row_count;
    bool answers; /* a score: its node categories are the answers */
    struct decimal *answer;
    uint32_t width; /* node categories: the total, then each; or answers */
    struct breakdown *breakdowns;
    size_t breakdown_count;
    int64_t unit;            /* one, in units of the last place */
    bool sensitive[NUMBERS]; /* counts of persons */
    bool dominated;          /* amounts: totals of few, or of one above the others */
    int64_t threshold;       /* k, in units */
    bool too_large;          /* to be reasoned about: everything is masked */
    bool own;                /* the coordination files it */
    int64_t *node[2];        /* by laureate, slot, category */
    uint8_t *filing;
    struct use *uses;        /* by laureate, window, cell category */
    int64_t *value[NUMBERS]; /* by cell; of a score by cell and answer, in value[0] */
    uint8_t *safe[NUMBERS];  /* beside each value: some other world with the same figures printed has another one */
    struct series **terms;   /* of a ratio */
    struct link *links;      /* the ratios of which it is a term */
    size_t link_count;
    struct views *views; /* shared by all of them */
    uint8_t *version[2]; /* of its numbers, by node, where there are several views */
    uint8_t *looked_at;  /* by window, of an earlier edition: it printed there what no figure of now stands for */
    bool past;           /* an earlier edition's, of `edition` */
    struct date edition;
    struct holder *wholes; /* what is declared to be made of it */
    size_t whole_count;
    bool from_start; /* made of others, its levels are counted from nothing */
};

/* Fills the series of a gauge; terms of a ratio must be counts or amounts. NULL when nothing in it can be sensitive.
 * An earlier edition's counts in the units of what stands now. */
struct series *series_new(struct arena *arena, struct mask_cells *cells, const struct series *now);

/* Ties a ratio by terms to the series of its terms; `all` is by indicator. */
void series_link(struct arena *arena, struct series *ratio, struct series **all);

#define SLOT_NOWHERE UINT32_MAX
/* The slot of one view in another. */
uint32_t series_slot_in(const struct series *from, const struct series *to, uint32_t slot);

static inline size_t series_node(const struct series *series, uint32_t laureate, uint32_t slot, uint32_t category)
{
    return ((size_t)laureate * series->slots + slot) * series->width + category;
}
static inline const struct use *series_use(const struct series *series, uint32_t laureate, uint32_t window,
                                           uint32_t category)
{
    const struct mask_cells *cells = series->cells;
    return &series->uses[((size_t)laureate * cells->window_count + window) * cells->category_count + category];
}
static inline uint32_t series_sub_periods(const struct series *series)
{
    return series->slots - series->row_count;
}
/* A count of persons that is masked for being one. */
static inline bool series_is_small(const struct series *series, int number, int64_t value)
{
    return series->sensitive[number] && value > 0 && value < series->threshold;
}
/* By how much a masked number must be uncertain at least: an amount by a tenth, a count of persons by one. */
int64_t series_uncertainty(const struct series *series, int64_t value);
/* Where the coordination's own count stands instead of the laureates' total. */
static inline bool series_is_own(const struct series *series, uint32_t window, uint32_t category)
{
    return series->own && series_use(series, 0, window, category)->has;
}

#endif
