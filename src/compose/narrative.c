#include "compose/collective.h"
#include "compose/hole_list.h"

/* The laureate's own words: a part of the narrative of the quarter, or of the one before. */

static const struct choice parts[] = {
    {TEXT_OF("other"), TEXT_OF("autre"), PART_OTHER + 1},
    {TEXT_OF("highlights"), TEXT_OF("faits_marquants"), PART_HIGHLIGHTS + 1},
    {TEXT_OF("progress"), TEXT_OF("avancement"), PART_PROGRESS + 1},
    {TEXT_OF("reading"), TEXT_OF("lecture"), PART_READING + 1},
    {TEXT_OF("challenges"), TEXT_OF("difficultes"), PART_CHALLENGES + 1},
    {TEXT_OF("needs"), TEXT_OF("besoins"), PART_NEEDS + 1},
    {TEXT_OF("decisions"), TEXT_OF("decisions"), PART_DECISIONS + 1},
    {TEXT_OF("contribution"), TEXT_OF("contribution"), PART_CONTRIBUTION + 1},
    {TEXT_OF("ahead"), TEXT_OF("a_venir"), PART_AHEAD + 1},
    {{NULL, 0}, {NULL, 0}, 0},
};
enum { OF_PERIOD = 1, OF_PREVIOUS };
static const struct choice moments[] = {
    {TEXT_OF("period"), TEXT_OF("periode"), OF_PERIOD},
    {TEXT_OF("previous"), TEXT_OF("precedente"), OF_PREVIOUS},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct option_row options[] = {
    {TEXT_OF("part"), TEXT_OF("partie"), OPTION_CHOICE, parts,
     TEXT_OF("highlights, progress, reading, challenges, needs, decisions, contribution, ahead, other"),
     TEXT_OF("faits_marquants, avancement, lecture, difficultes, besoins, decisions, contribution, a_venir, autre")},
    {TEXT_OF("of"), TEXT_OF("de"), OPTION_CHOICE, moments, TEXT_OF("period, or previous"),
     TEXT_OF("periode, ou precedente")},
};

const struct narrative *narrative_of(const struct filling *f, uint32_t laureate, struct period period)
{
    const struct narratives *list = &f->facts->narratives; /* by laureate, then period */
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct narrative *at = &list->at[middle];
        int order = period_compare(at->period, period);
        if (at->laureate == laureate && period_equal(at->period, period))
            return at;
        if (at->laureate < laureate || (at->laureate == laureate && order < 0))
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static void fill_narrative(struct filling *f, const struct yaml *yaml, struct node *into)
{
    int part = option_choice(&hole_narrative, yaml, "part", PART_OTHER + 1) - 1;
    bool before = option_choice(&hole_narrative, yaml, "of", OF_PERIOD) == OF_PREVIOUS;
    if (f->job->template->over != EACH_LAUREATE || !period_is(f->job->period))
        return;
    struct period period = before ? period_next(f->job->period, -1) : f->job->period;
    const struct narrative *narrative = narrative_of(f, f->job->subject, period);
    if (narrative)
        add_narrative(f, into, narrative->part[part], f->level);
}

const struct hole hole_narrative = {TEXT_OF("narrative"),
                                    TEXT_OF("recit"),
                                    OPTIONS(options),
                                    fill_narrative,
                                    TEXT_OF("a part of the laureate's narrative"),
                                    TEXT_OF("une partie du récit du lauréat"),
                                    NULL};
