#include "mask_series.h"

#include "mask_units.h"

/* ---- nodes ---- */

struct answers {
    struct decimal *at;
    size_t count, capacity;
};

static void rows_find(struct arena *arena, struct series *series)
{
    struct periods rows = {NULL, 0, 0};
    struct walk walk = walk_over(series->gauge);
    for (const struct observation *at; (at = walk_next(&walk)) != NULL;) {
        struct period period = observation_period(at);
        if (period_months(period.kind) > period_months(series->gauge->kind))
            periods_add(arena, &rows, period);
    }
    series->rows = rows.at;
    series->row_count = (uint32_t)rows.count;
}

static uint32_t answer_index(struct answers *answers, struct decimal answer)
{
    for (uint32_t i = 0; i < answers->count; i++)
        if (decimal_compare(answers->at[i], answer) == 0)
            return i;
    return UINT32_MAX;
}

static void answers_find(struct arena *arena, struct series *series, const struct series *now)
{
    struct answers answers = {NULL, 0, 0};
    if (now) {
        series->answer = now->answer;
        series->width = now->width;
        return;
    }
    struct walk walk = walk_over(series->gauge);
    for (const struct observation *at; (at = walk_next(&walk)) != NULL;) {
        struct decimal answer, n;
        if (part_said(&series->gauge->rule, at, &answer, &n) == SAID_VALUE &&
            answer_index(&answers, answer) == UINT32_MAX)
            *PUSH(arena, &answers) = answer;
    }
    series->answer = answers.at;
    series->width = answers.count ? (uint32_t)answers.count : 1;
}

static void node_put(struct series *series, size_t node, const struct observation *observation)
{
    struct decimal first, second;
    enum said said = part_said(&series->gauge->rule, observation, &first, &second);
    series->filing[node] = said == SAID_VALUE ? FILING_HERE : said == SAID_NOT_APPLICABLE ? FILING_APART : FILING_NONE;
    if (said != SAID_VALUE)
        return;
    if (series->gauge->rule.parts != PARTS_WEIGHTED)
        series->node[0][node] = units_of(series, first);
    series->node[1][node] = units_of(series, second);
}

/* Each row of a score is a node of its answer. */
static void answers_put(struct series *series, uint32_t laureate, uint32_t slot, const struct observation *first)
{
    const struct observations *all = &series->gauge->measures->facts->observations;
    for (const struct observation *at = first; at < all->at + all->count; at++) {
        struct decimal answer, n;
        if (at->indicator != first->indicator || at->laureate != first->laureate || at->category != first->category ||
            at->month != first->month || at->period_kind != first->period_kind)
            return;
        if (part_said(&series->gauge->rule, at, &answer, &n) != SAID_VALUE)
            continue;
        struct answers answers = {series->answer, series->width, series->width};
        size_t node = series_node(series, laureate, slot, answer_index(&answers, answer));
        series->filing[node] = FILING_HERE;
        series->node[0][node] += units_of(series, n);
    }
}

static void nodes_put(struct series *series, const struct track *track, uint32_t laureate, uint32_t category)
{
    uint32_t sub_periods = series_sub_periods(series);
    for (uint32_t slot = 0; slot < series->slots; slot++) {
        const struct observation *observation = slot < sub_periods
                                                    ? track_slot(track, series->base + (int32_t)slot)
                                                    : track_period(track, series->rows[slot - sub_periods]);
        if (observation && series->answers)
            answers_put(series, laureate, slot, observation);
        else if (observation)
            node_put(series, series_node(series, laureate, slot, category), observation);
    }
}

/* ---- cells ---- */

static void use_put(struct series *series, const struct part *part, const struct window *window, struct use *use)
{
    uint32_t sub_periods = series_sub_periods(series);
    *use = (struct use){.first = part->used_first - series->base,
                        .last = part->used_last - series->base,
                        .flow_first = part->flow_first == SLOT_NEVER ? SLOT_NEVER : part->flow_first - series->base,
                        .flow_last = part->flow_has ? part->flow_last - series->base : -1,
                        .expected = part->slots_expected,
                        .received = part->slots_received,
                        .has = part->has};
    if (!part->has)
        use->last = use->first - 1;
    use->spread = use->first != use->last &&
                  (part->range || part->in_parts || part->opaque || series->gauge->rule.time == TIME_SPAN);
    for (uint32_t r = 0; r < series->row_count && part->by_row; r++)
        if (period_equal(series->rows[r], window->period))
            use->first = use->last = (int32_t)(sub_periods + r);
}

static void answers_add(struct series *series, uint32_t laureate, const struct use *use, size_t cell)
{
    for (uint32_t a = 0; a < series->width && use->has; a++)
        for (int32_t slot = use->first; slot <= use->last; slot++)
            series->value[0][cell * series->width + a] +=
                series->node[0][series_node(series, laureate, (uint32_t)slot, a)];
}

static void cell_put(struct series *series, const struct part *part, uint32_t laureate, const struct use *use,
                     size_t cell)
{
    struct decimal first = part->first;
    if (series->answers) {
        answers_add(series, laureate, use, cell);
        return;
    }
    if (part->range)
        first = part->second;
    if (part->in_parts)
        first = decimal_from_double(decimal_ratio(first, decimal_int(1), decimal_int(MEAN_PARTS)), SCALE_MAX);
    if (part->has && series->gauge->rule.parts != PARTS_WEIGHTED)
        series->value[NUMBER_FIRST][cell] = units_of(series, first);
    if (part->has && !part->in_parts && series->value[NUMBER_SECOND])
        series->value[NUMBER_SECOND][cell] = units_of(series, part->second);
    if (part->flow_has && series->value[NUMBER_FLOW])
        series->value[NUMBER_FLOW][cell] = units_of(series, part->flow);
}

static void laureate_fill(struct series *series, struct track *track, uint32_t laureate)
{
    const struct mask_cells *cells = series->cells;
    struct span span = gauge_span(series->gauge, laureate);
    for (uint32_t c = 0; c < cells->category_count; c++) {
        if (series->answers && c)
            break;
        track_fill(track, laureate, cells->categories[c]);
        if (!series->gauge->term_count)
            nodes_put(series, track, laureate, c);
        for (uint32_t w = 0; w < cells->window_count; w++) {
            struct use *use = &series->uses[((size_t)laureate * cells->window_count + w) * cells->category_count + c];
            struct part part;
            if (laureate)
                part_measure(track, &span, &cells->windows[w], &part);
            else if (!part_own(track, &span, &cells->windows[w], &part))
                part_open(&part);
            use_put(series, &part, &cells->windows[w], use);
            /* The coordination's own numbers stand in the programme's cell, which is cell 0. */
            cell_put(series, &part, laureate, use, mask_cell(cells, laureate, w, c));
        }
    }
}

static void add_numbers(struct series *series, size_t into, size_t from)
{
    if (series->answers) {
        for (uint32_t a = 0; a < series->width; a++)
            series->value[0][into * series->width + a] += series->value[0][from * series->width + a];
        return;
    }
    for (int n = 0; n < NUMBERS; n++)
        if (series->value[n])
            series->value[n][into] += series->value[n][from];
}

/* A figure is printed when enough was received and the rule allows a total. */
static uint8_t printed(const struct series *series, uint32_t subject, const struct use *sum, bool flows)
{
    const struct programme *programme = &series->gauge->measures->facts->programme;
    bool legal =
        subject && !roster_is_group(series->cells->roster, subject) ? true : series->gauge->rule.group != GROUP_NONE;
    bool enough = (uint64_t)sum->received * 100 >= (uint64_t)sum->expected * (uint64_t)programme->partial;
    return (uint8_t)(sum->has && enough && legal ? CELL_PRINTED | (flows ? CELL_FLOW_PRINTED : 0) : 0);
}

static void subject_close(struct series *series, uint32_t subject, uint32_t w, uint32_t c)
{
    const struct mask_cells *cells = series->cells;
    const struct roster *roster = cells->roster;
    bool group = !subject || roster_is_group(roster, subject), flows = series->gauge->rule.cumulative;
    size_t cell = mask_cell(cells, subject, w, c);
    struct use sum = {.has = false};
    for (uint32_t i = roster->held_starts[subject]; i < roster->held_starts[subject + 1]; i++) {
        uint32_t laureate = roster->held[i];
        const struct use *use = series_use(series, laureate, w, c);
        sum.expected += use->expected;
        sum.received += use->received;
        sum.has |= use->has;
        flows &= !use->has || use->flow_last >= 0;
        if (group)
            add_numbers(series, cell, mask_cell(cells, laureate, w, c));
    }
    cells->bits[cell] |= printed(series, subject, &sum, flows && (!group || series->gauge->rule.group == GROUP_SUM));
}

static void cells_close(struct series *series)
{
    const struct mask_cells *cells = series->cells;
    for (uint32_t subject = 0; subject < cells->roster->count; subject++)
        for (uint32_t w = 0; w < cells->window_count; w++)
            for (uint32_t c = 0; c < cells->category_count; c++) {
                if (!subject && series_is_own(series, w, c))
                    cells->bits[mask_cell(cells, 0, w, c)] |= CELL_PRINTED;
                else
                    subject_close(series, subject, w, c);
            }
}

static void breakdowns_fill(struct arena *arena, struct series *series)
{
    const struct facts *facts = series->gauge->measures->facts;
    const struct indicator *indicator = series->gauge->indicator;
    uint32_t next = 1;
    if (series->answers)
        return;
    series->breakdown_count = indicator->dimensions.count;
    series->breakdowns = ARENA_ARRAY(arena, struct breakdown, indicator->dimensions.count);
    for (size_t d = 0; d < indicator->dimensions.count; d++) {
        const struct dimension *dimension = &facts->dimensions.at[series->cells->dimensions[d]];
        series->breakdowns[d] = (struct breakdown){next, dimension->count, dimension->exclusive};
        next += dimension->count;
    }
}

static void room(struct arena *arena, struct series *series)
{
    const struct mask_cells *cells = series->cells;
    size_t laureates = cells->roster->laureates, count = mask_cell_count(cells);
    size_t nodes = series->gauge->term_count ? 0 : laureates * series->slots * series->width;
    enum parts parts = series->gauge->rule.parts;
    series->node[0] = ARENA_ARRAY(arena, int64_t, nodes);
    series->node[1] = ARENA_ARRAY(arena, int64_t, nodes);
    series->filing = ARENA_ARRAY(arena, uint8_t, nodes);
    series->uses = ARENA_ARRAY(arena, struct use, laureates * cells->window_count * cells->category_count);
    series->value[NUMBER_FIRST] = ARENA_ARRAY(arena, int64_t, count * (series->answers ? series->width : 1));
    if (parts == PARTS_QUOTIENT || parts == PARTS_WEIGHTED || parts == PARTS_TERMS)
        series->value[NUMBER_SECOND] = ARENA_ARRAY(arena, int64_t, count);
    if (series->gauge->rule.cumulative)
        series->value[NUMBER_FLOW] = ARENA_ARRAY(arena, int64_t, count);
    for (int n = 0; n < NUMBERS; n++)
        if (series->value[n])
            series->safe[n] = ARENA_ARRAY(arena, uint8_t, count * (series->answers ? series->width : 1));
}

int64_t series_uncertainty(const struct series *series, int64_t value)
{
    int64_t tenth = (value < 0 ? -value : value) / 10;
    return series->dominated ? (tenth > 0 ? tenth : 1) : series->unit;
}

uint32_t series_slot_in(const struct series *from, const struct series *to, uint32_t slot)
{
    uint32_t sub_periods = series_sub_periods(from), theirs = series_sub_periods(to);
    if (slot < sub_periods)
        return slot < theirs ? slot : SLOT_NOWHERE;
    for (uint32_t r = 0; r < to->row_count; r++)
        if (period_equal(from->rows[slot - sub_periods], to->rows[r]))
            return theirs + r;
    return SLOT_NOWHERE;
}

struct series *series_new(struct arena *arena, struct mask_cells *cells, const struct series *now)
{
    struct series *series = ARENA_NEW(arena, struct series);
    series->gauge = cells->gauge;
    series->views = ARENA_NEW(arena, struct views);
    *PUSH(arena, series->views) = series;
    series->cells = cells;
    series->base = cells->gauge->base;
    series->width = cells->category_count;
    if (!sensitive_fill(series))
        return NULL;
    units_fill(series, now);
    rows_find(arena, series);
    series->slots = (uint32_t)series->gauge->count + series->row_count;
    if (series->answers)
        answers_find(arena, series, now);
    breakdowns_fill(arena, series);
    room(arena, series);
    series->own = track_any(series->gauge, 0);
    struct track *track = track_new(arena, series->gauge);
    for (uint32_t laureate = 0; laureate < cells->roster->laureates; laureate++)
        if (laureate || series->own)
            laureate_fill(series, track, laureate);
    cells_close(series);
    return series;
}

/* ---- ratios ---- */

void series_link(struct arena *arena, struct series *ratio, struct series **all)
{
    const struct gauge *gauge = ratio->gauge;
    ratio->terms = ARENA_ARRAY(arena, struct series *, gauge->term_count);
    for (size_t t = 0; t < gauge->term_count; t++) {
        struct series *term = all[gauge->terms[t]->index];
        enum time_rule time = term->gauge->rule.time;
        ratio->terms[t] = term;
        ratio->too_large |= term->too_large;
        struct link *links = ARENA_ARRAY(arena, struct link, term->link_count + 1);
        for (size_t i = 0; i < term->link_count; i++)
            links[i] = term->links[i];
        links[term->link_count++] =
            (struct link){.ratio = ratio,
                          .number = t < gauge->numerator_count ? NUMBER_FIRST : NUMBER_SECOND,
                          .sign = gauge->signs[t],
                          .last = time == TIME_LAST,
                          .plain = (time == TIME_SUM || time == TIME_LAST) && term->gauge->kind == gauge->kind};
        term->links = links;
    }
}
