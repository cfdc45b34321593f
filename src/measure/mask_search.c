#include "mask_partners.h"

static void node_try(struct search *search, uint32_t laureate, uint32_t slot, uint32_t category)
{
    if (slot >= search->series->slots || !search_filed(search, laureate, slot, category))
        return;
    search->move.laureate[0] = laureate;
    search->move.slot[0] = slot;
    search_steps(search, category);
}

static void slots_of_laureate(struct search *search, uint32_t laureate, uint32_t category)
{
    const struct aim_cell *target = search->target;
    const struct use *use = series_use(target->series, laureate, target->window, target->category);
    struct best best = {.room = NODES};
    if (target->number == NUMBER_FLOW) {
        if (use->flow_last >= 0)
            node_try(search, laureate, (uint32_t)use->flow_last, category);
        if (use->flow_last >= 0 && use->flow_first >= 0)
            node_try(search, laureate, (uint32_t)use->flow_first, category);
        return;
    }
    for (int32_t slot = use->first; slot <= use->last && use->has; slot++)
        if ((uint32_t)slot < search->series->slots && search_filed(search, laureate, (uint32_t)slot, category)) {
            int64_t value = search_value(search, laureate, (uint32_t)slot, category) / search->series->unit;
            uint64_t rank = !search_masked(search, laureate, (uint32_t)slot, category);
            best_add(&best, (uint32_t)slot,
                     rank * 1024 + (value == 0 ? 1023 : 1022 - (uint64_t)(value < 1022 ? value : 1022)));
        }
    for (size_t i = 0; i < best.count; i++)
        node_try(search, laureate, best.at[i], category);
}

/* Of a group those who weigh most: what a total of few tells is told of them. */
static void laureates_of_target(struct search *search, uint32_t category)
{
    const struct aim_cell *target = search->target;
    const struct roster *roster = target->series->cells->roster;
    const int64_t *values = target->series->value[target->number];
    struct best best = {.room = NODES};
    if (!target->subject && series_is_own(target->series, target->window, target->category)) {
        slots_of_laureate(search, 0, category);
        return;
    }
    for (uint32_t laureate = 1; laureate < roster->laureates; laureate++) {
        if (!roster_holds(roster, target->subject, laureate) ||
            !series_use(target->series, laureate, target->window, target->category)->has)
            continue;
        size_t cell = mask_cell(target->series->cells, laureate, target->window, target->category);
        int64_t value = values[target->series->answers ? cell * target->series->width + target->answer : cell];
        best_add(&best, laureate, (uint64_t)(INT64_MAX - (value < 0 ? 0 : value)));
    }
    for (size_t i = 0; i < best.count; i++)
        slots_of_laureate(search, best.at[i], category);
}

/* A ratio's numbers move with the terms on that side. */
static void terms_try(struct search *search)
{
    const struct aim_cell *target = search->target;
    const struct gauge *gauge = target->series->gauge;
    size_t from = target->number == NUMBER_FIRST ? 0 : gauge->numerator_count;
    size_t until = target->number == NUMBER_FIRST ? gauge->numerator_count : gauge->term_count;
    for (size_t i = from; i < until; i++) {
        search->series = target->series->terms[i];
        search->move.series = search->series;
        search->move.number = NUMBER_FIRST;
        search->move.size = (int64_t)((int128)target->size * search->series->unit / target->series->unit);
        uint32_t category =
            mask_category_find(search->series->cells, target->series->cells->categories[target->category]);
        if (category != UINT32_MAX)
            laureates_of_target(search, category);
    }
}

static void search_from(struct search *search)
{
    const struct aim_cell *target = search->target;
    if (target->series->gauge->term_count)
        terms_try(search);
    else
        laureates_of_target(search, target->series->answers ? target->answer : target->category);
}

/* A ratio's nodes are its terms'. */
static uint64_t versions_of(const struct series *series)
{
    uint64_t versions = series->views->versions;
    for (size_t i = 0; i < series->gauge->term_count; i++)
        versions |= series->terms[i]->views->versions;
    return versions;
}

/* Of what was corrected all versions move together, or one alone. */
static void versions_try(struct search *search)
{
    uint64_t versions = versions_of(search->target->series);
    search->move.versions = UINT64_MAX;
    search_from(search);
    for (unsigned v = 0; v < VERSIONS_MAX; v++) {
        search->move.versions = (uint64_t)1 << v;
        if (versions & search->move.versions)
            search_from(search);
    }
}

/* Nobody of nobody may be one of one. */
static void both_try(struct search *search)
{
    int number = search->move.number;
    search->move.number = NUMBER_FIRST;
    search->move.both = true;
    versions_try(search);
    search->move.both = false;
    search->move.number = number;
}

enum hiding mask_search(const struct aim_cell *target)
{
    struct search search = {.target = target, .series = target->series, .cost = MOVE_IMPOSSIBLE};
    search.move = (struct move){.series = target->series,
                                .number = target->number == NUMBER_SECOND ? NUMBER_SECOND : NUMBER_FIRST,
                                .laureates = 1,
                                .slots = 1,
                                .size = target->size};
    for (int known = KNOWN_SMALL; known < KNOWN_COUNT && search.cost == MOVE_IMPOSSIBLE; known++) {
        search.move.known = (enum known)known;
        versions_try(&search);
        if (target->series->gauge->rule.parts == PARTS_QUOTIENT && search.cost == MOVE_IMPOSSIBLE)
            both_try(&search);
    }
    if (search.cost == MOVE_IMPOSSIBLE)
        return HIDING_NONE;
    bool too_late = search.found.known == KNOWN_NOTHING;
    /* Masked all the same for readers who have no earlier edition; but what it masked is not theirs to look for. */
    if (!too_late || !target->series->past)
        move_make(&search.found);
    /* What is made of it gives it away, with editions or without. */
    if (search.found.known == KNOWN_PRINTED || !move_wholes_hold(&search.found))
        return HIDING_NONE;
    return too_late ? HIDING_TOO_LATE : HIDING_SAFE;
}
