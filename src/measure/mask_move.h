/* A move is another world: a few nodes changed a little, so that every figure that stays printed stays the same. Where
 * one exists, no one can tell from the figures printed, by whatever reasoning, which of the two worlds is the real one;
 * so all that it changes must be masked, and all that it changes is safe. */
#ifndef MEASURE_MASK_MOVE_H
#define MEASURE_MASK_MOVE_H

#include "mask_series.h"

#define STEPS_MAX 32
#define SLOTS_MAX 16

/* One category's node goes up or down, at the first laureate and at the second: who files no such category has none. */
struct step {
    uint32_t category;
    int sign[2];
    bool follows; /* the others, whichever versions move */
};

/* How much the reader is taken to know of what is masked: that every count which had to be is small, that those of one
 * laureate and sub-period are, what was printed before and what is declared to be made of others, or not even that.
 * Four ones that add up to a masked four could be nothing else, were it known that all five are small: then less is
 * taken for known. */
enum known { KNOWN_SMALL, KNOWN_SMALL_NODES, KNOWN_PRINTED, KNOWN_NOTHING, KNOWN_COUNT };

/* The steps are made at the first slot and undone at the second; or made at all slots of a run, which shifts the levels
 * of a cumulative and leaves the flows between them. */
struct move {
    struct series *series; /* of a view: the same nodes move in the others */
    bool seen;             /* from another view than the one in which it was made */
    uint64_t versions;     /* of nodes that were corrected, those which move; the others always do */
    int number;
    bool both; /* a ratio's denominator goes with its numerator */
    uint32_t laureate[2], slot[SLOTS_MAX];
    size_t laureates, slots; /* one or two; a run of any length */
    bool run;
    struct step steps[STEPS_MAX];
    size_t step_count;
    int64_t size; /* how far, and which way */
    enum known known;
};

/* The same move in another view. */
struct move move_seen(const struct move *move, struct series *view);
/* Up or down, at one of the laureates and slots; 0 where the node is not there, or stays. */
int move_sign(const struct move *move, const struct step *step, size_t who, size_t slot);
/* A count that is known to be small stays small. */
bool move_stays_small(const struct series *series, int number, int64_t value, int64_t changed);
/* Whether the reader is taken to know that a small number there is one. */
bool move_knows_small(const struct move *move, const struct series *series, uint32_t subject, uint32_t window);
/* Whether one node could go by the move's size in the direction of `sign`: a small count stays one. */
bool move_node_possible(const struct move *move, uint32_t laureate, uint32_t slot, uint32_t category, int sign);
/* Whether the nodes themselves could be as it makes them. */
bool move_possible(const struct move *move);
/* Whether what is declared to be made of them could be as it makes it. */
bool move_wholes_hold(const struct move *move);

#define MOVE_IMPOSSIBLE UINT64_MAX
/* The information that would be lost: 0 when all that changes is masked already. MOVE_IMPOSSIBLE when the other world
 * could be told from the real one by what is known of it; also when the cost reaches `limit`. */
uint64_t move_cost(const struct move *move, uint64_t limit);
/* Masks what it changes. */
void move_make(const struct move *move);
/* Whether it changes this cell's number. */
bool move_changes(const struct move *move, const struct series *series, size_t cell, int number, uint32_t answer);

#endif
