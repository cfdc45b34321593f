/* Knuth–Plass: every feasible ending of a line is kept with the cheapest way to reach it, by class of tightness and
 * by how many lines in a row end with a hyphen. */
#include "paragraph.h"

#define LINE_PENALTY 10
#define HYPHEN_PENALTY 50
#define DATE_PENALTY 300
#define RULE_PENALTY 1000
#define TWO_HYPHENS 10000 /* demerits: two hyphenated lines in a row */
#define LAST_HYPHEN 5000  /* the line before the last is hyphenated */
#define UNLIKE_NEIGHBOURS 10000
#define LAST_FRAGMENT 1000000 /* the last line is the end of a broken word, alone */
#define SHORT_LAST 3000       /* the last line is a mere fragment */
#define HYPHENS_IN_A_ROW 2
#define STRETCH 55 /* hundredths of a blank */
#define SHRINK 25
#define GAPING 3 /* blanks: a line that would need more added to each of its own is left short */
#define WORST 10000
#define CLASSES 4 /* tight, decent, loose, very loose */
#define NOWHERE UINT32_MAX

struct ending {
    uint32_t at;     /* breakpoint, NOWHERE at the start of the paragraph */
    uint32_t before; /* the ending of the line before */
    int64_t demerits;
    int64_t start;
    uint32_t start_blanks;
    uint8_t class, hyphens;
};

struct fit {
    int badness;
    uint8_t class;
    bool overfull;
};

/* 100 r³, for r in 1/1024, at most WORST. */
static int badness_of(int64_t ratio)
{
    if (ratio >= 4752)
        return WORST;
    return (int)((100 * ratio * ratio * ratio) >> 30);
}

static struct fit fit_of(const struct measure *measure, int64_t slack, int64_t blanks, bool last)
{
    if (slack < 0) {
        int64_t shrink = measure->justify ? blanks * measure->blank * SHRINK / 100 : 0;
        if (shrink <= 0 || -slack > shrink)
            return (struct fit){.badness = WORST, .overfull = true};
        int64_t ratio = -slack * 1024 / shrink;
        return (struct fit){.badness = badness_of(ratio), .class = ratio > 512 ? 0 : 1};
    }
    if (last)
        return (struct fit){.class = 1};
    int64_t stretch = measure->justify && blanks ? blanks * measure->blank * STRETCH / 100 : measure->rag;
    int64_t ratio = stretch > 0 ? slack * 1024 / stretch : slack > 0 ? 8192 : 0;
    uint8_t class = ratio <= 512 ? 1 : ratio <= 1024 ? 2 : 3;
    return (struct fit){.badness = badness_of(ratio > 8192 ? 8192 : ratio), .class = class};
}

static int64_t last_line(enum break_kind from, bool one_word, bool is_short)
{
    int64_t hyphen = one_word ? LAST_FRAGMENT : LAST_HYPHEN;
    return (from == BREAK_HYPHEN ? hyphen : 0) + (is_short ? SHORT_LAST : 0);
}

static int64_t demerits_of(const struct breakpoint *to, const struct ending *from, enum break_kind from_kind,
                           const struct fit *fit, bool is_short)
{
    int64_t demerits = (int64_t)(LINE_PENALTY + fit->badness) * (LINE_PENALTY + fit->badness);
    if (to->kind == BREAK_HYPHEN)
        demerits += HYPHEN_PENALTY * HYPHEN_PENALTY + (from_kind == BREAK_HYPHEN ? TWO_HYPHENS : 0);
    else if (to->kind == BREAK_RULE)
        demerits += RULE_PENALTY * RULE_PENALTY;
    else if (to->kind == BREAK_FORCED)
        demerits += last_line(from_kind, to->end_blanks == from->start_blanks, is_short);
    if (to->parts_date)
        demerits += DATE_PENALTY * DATE_PENALTY;
    int apart = fit->class > from->class ? fit->class - from->class : from->class - fit->class;
    return from->demerits + demerits + (apart > 1 ? UNLIKE_NEIGHBOURS : 0);
}

static void active_add(struct arena *arena, struct endings *endings, uint32_t ending)
{
    if (endings->active_count == endings->active_capacity)
        endings->active = arena_grow(arena, endings->active, endings->active_count, &endings->active_capacity,
                                     sizeof *endings->active);
    endings->active[endings->active_count++] = ending;
}

static void endings_start(struct arena *arena, struct endings *endings)
{
    endings->count = endings->active_count = 0;
    *PUSH(arena, endings) = (struct ending){.at = NOWHERE, .before = NOWHERE, .class = 1};
    active_add(arena, endings, 0);
}

/* The line from an ending to a breakpoint, as an ending of its own. */
static struct ending ending_next(const struct endings *endings, uint32_t index, const struct breakpoint *at, uint32_t b,
                                 const struct measure *measure, struct fit *fit)
{
    const struct ending *from = &endings->at[index];
    const struct breakpoint *to = &at[b];
    enum break_kind from_kind = from->at == NOWHERE ? BREAK_SPACE : at[from->at].kind;
    int64_t slack = measure->width - (to->end - from->start + to->sign);
    *fit = fit_of(measure, slack, (int64_t)to->end_blanks - from->start_blanks, to->kind == BREAK_FORCED);
    bool is_short = from->at != NOWHERE && slack > measure->width * 9 / 10;
    return (struct ending){.at = b,
                           .before = index,
                           .demerits = demerits_of(to, from, from_kind, fit, is_short),
                           .start = to->start,
                           .start_blanks = to->start_blanks,
                           .class = fit->class,
                           .hyphens = to->kind == BREAK_HYPHEN ? (uint8_t)(from->hyphens + 1) : 0};
}

struct best {
    struct ending ending[CLASSES][HYPHENS_IN_A_ROW + 1];
    bool is[CLASSES][HYPHENS_IN_A_ROW + 1];
    bool any;
};

static void best_offer(struct best *best, const struct ending *offer)
{
    if (offer->hyphens > HYPHENS_IN_A_ROW)
        return;
    struct ending *held = &best->ending[offer->class][offer->hyphens];
    bool *is = &best->is[offer->class][offer->hyphens];
    if (!*is || offer->demerits < held->demerits)
        *held = *offer;
    *is = best->any = true;
}

static void best_keep(struct arena *arena, struct endings *endings, const struct best *best)
{
    for (int class = 0; class < CLASSES; class ++)
        for (int hyphens = 0; hyphens <= HYPHENS_IN_A_ROW; hyphens++)
            if (best->is[class][hyphens]) {
                active_add(arena, endings, (uint32_t)endings->count);
                *PUSH(arena, endings) = best->ending[class][hyphens];
            }
}

/* All active endings against breakpoint `b`: those whose line would now be too long retire, the cheapest lines stay. */
static void breakpoint_try(struct arena *arena, struct endings *endings, const struct breakpoint *at, uint32_t b,
                           const struct measure *measure)
{
    struct best best;
    best.any = false;
    for (int class = 0; class < CLASSES; class ++)
        for (int hyphens = 0; hyphens <= HYPHENS_IN_A_ROW; hyphens++)
            best.is[class][hyphens] = false;
    size_t kept = 0;
    struct ending last_resort = {0};
    for (size_t i = 0; i < endings->active_count; i++) {
        struct fit fit;
        uint32_t index = endings->active[i];
        struct ending next = ending_next(endings, index, at, b, measure, &fit);
        if (!fit.overfull && fit.badness <= measure->tolerance)
            best_offer(&best, &next);
        if (fit.overfull || at[b].kind == BREAK_FORCED)
            last_resort = next;
        else
            endings->active[kept++] = index;
    }
    endings->active_count = kept;
    /* The latest start gives the shortest of the lines that are too long. */
    if (!kept && !best.any && measure->tolerance >= PARAGRAPH_DESPERATE) {
        last_resort.hyphens = 0;
        best_offer(&best, &last_resort);
    }
    if (best.any)
        best_keep(arena, endings, &best);
}

static size_t endings_trace(const struct endings *endings, uint32_t *chosen)
{
    uint32_t last = endings->active[0];
    for (size_t i = 1; i < endings->active_count; i++)
        if (endings->at[endings->active[i]].demerits < endings->at[last].demerits)
            last = endings->active[i];
    size_t lines = 0;
    for (uint32_t e = last; endings->at[e].at != NOWHERE; e = endings->at[e].before)
        chosen[lines++] = endings->at[e].at;
    for (size_t i = 0; i < lines / 2; i++) {
        uint32_t other = chosen[lines - 1 - i];
        chosen[lines - 1 - i] = chosen[i];
        chosen[i] = other;
    }
    return lines;
}

size_t paragraph_break(struct arena *arena, struct endings *endings, const struct breakpoint *at, size_t count,
                       const struct measure *measure, uint32_t *chosen)
{
    endings_start(arena, endings);
    for (size_t b = 0; b < count; b++) {
        /* A broken word or loose lines rather than a parted date. */
        if (at[b].parts_date && measure->tolerance < PARAGRAPH_DESPERATE)
            continue;
        breakpoint_try(arena, endings, at, (uint32_t)b, measure);
        if (!endings->active_count)
            return 0;
    }
    return endings_trace(endings, chosen);
}

int32_t paragraph_gap(const struct breakpoint *from, const struct breakpoint *to, const struct measure *measure)
{
    int64_t blanks = (int64_t)to->end_blanks - (from ? from->start_blanks : 0);
    int64_t slack = measure->width - (to->end - (from ? from->start : 0) + to->sign);
    if (!measure->justify || blanks <= 0 || (to->kind == BREAK_FORCED && slack > 0))
        return 0;
    int64_t gap = slack / blanks;
    return gap > GAPING * measure->blank ? 0 : (int32_t)gap;
}
