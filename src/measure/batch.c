#include "batch.h"

#include "change.h"

static size_t asked_index(const struct batch *batch, struct period period)
{
    for (size_t k = 0; k < batch->count; k++)
        if (!batch->asked[k].to_date && period_equal(batch->asked[k].period, period))
            return k;
    return SIZE_MAX;
}

void batch_open(struct arena *scratch, struct batch *batch, const struct gauge *gauge, uint32_t category,
                const struct period *periods, size_t count, bool to_date)
{
    *batch = (struct batch){.gauge = gauge, .category = category, .count = count, .scratch = scratch};
    batch->asked = ARENA_ARRAY(scratch, struct asked, count);
    batch->parts = ARENA_ARRAY(scratch, struct part, count);
    batch->parts_before = ARENA_ARRAY(scratch, struct part, count);
    batch->parts_since = ARENA_ARRAY(scratch, struct part, count);
    batch->track = track_new(scratch, gauge);
    for (size_t k = 0; k < count; k++) {
        struct asked *asked = &batch->asked[k];
        asked->period = periods[k];
        asked->to_date = to_date;
        asked->now = gauge_window(gauge, periods[k], to_date);
        asked->before = gauge_window(gauge, period_year_before(periods[k]), false);
    }
    for (size_t k = 0; k < count; k++)
        batch->asked[k].before_index =
            to_date ? SIZE_MAX : asked_index(batch, period_year_before(batch->asked[k].period));
}

/* A flow's progress is a sum since the target's period began; it is none before that. */
static bool since_of(const struct batch *batch, const struct asked *asked, bool alone, struct sums *sums)
{
    struct period from = sums->aim.period;
    if (!sums->aim.is && !alone && !batch->category)
        from = target_common(batch->gauge, asked->period);
    if (!batch->gauge->rule.flow || !period_is(from) || from.first >= period_end(asked->period))
        return false;
    sums->since_window = gauge_window_since(batch->gauge, from, asked->period);
    return sums->since_window.asked;
}

/* Totals that hold a list of what was added: one cannot stand for another that goes on. */
static bool gathers(const struct gauge *gauge)
{
    enum group_rule group = gauge->rule.group;
    return group == GROUP_MEDIAN || group == GROUP_SHARES || group == GROUP_LIST;
}

static void sums_open(const struct batch *batch, struct subject subject, struct sums *all)
{
    bool alone = subject.kind == SUBJECT_LAUREATE;
    for (size_t k = 0; k < batch->count; k++) {
        struct sums *sums = &all[k];
        if (subject.kind != SUBJECT_ATTRIBUTE && !batch->category)
            sums->aim = target_aim(batch->gauge, alone ? subject.laureate : 0, batch->asked[k].period);
        if (!since_of(batch, &batch->asked[k], alone, sums))
            sums->since_window.asked = false;
        sums->apart = gathers(batch->gauge);
    }
}

/* The laureate's parts for every period asked for, and for the year before where that is not among them. */
static void parts_measure(struct batch *batch, const struct span *span, const struct sums *all)
{
    for (size_t k = 0; k < batch->count; k++) {
        const struct asked *asked = &batch->asked[k];
        ahead_fetch(&batch->ahead);
        part_measure(batch->track, span, &asked->now, &batch->parts[k]);
        if (!asked->to_date && asked->before_index == SIZE_MAX)
            part_measure(batch->track, span, &asked->before, &batch->parts_before[k]);
        if (all[k].since_window.asked)
            part_measure(batch->track, span, &all[k].since_window, &batch->parts_since[k]);
    }
}

static const struct part *part_before(const struct batch *batch, size_t k)
{
    size_t index = batch->asked[k].before_index;
    return index == SIZE_MAX ? &batch->parts_before[k] : &batch->parts[index];
}

/* Laureates fully received in the same sub-periods of both. */
static bool alike(const struct part *a, const struct part *b)
{
    return a->has && b->has && a->received && b->received && a->expected_slots == b->expected_slots;
}

static bool adds_nothing(const struct part *part)
{
    return !part->slots_expected && !part->has && !part->empty && !part->flow_asked;
}

static const struct total *total_before(const struct batch *batch, const struct sums *all, size_t k)
{
    size_t index = batch->asked[k].before_index;
    return index == SIZE_MAX ? &all[k].before : &all[index].now;
}

/* Like for like, before the laureate is added to the totals themselves. */
static void like_add(struct batch *batch, struct sums *all, size_t k)
{
    const struct part *now = &batch->parts[k], *before = part_before(batch, k);
    struct sums *sums = &all[k];
    bool both = alike(now, before);
    sums->like += both;
    if (!both && !sums->apart && !(adds_nothing(now) && adds_nothing(before))) {
        sums->apart = true;
        sums->like_now = sums->now;
        sums->like_before = *total_before(batch, all, k);
    }
    if (both && sums->apart) {
        total_add(batch->scratch, &sums->like_now, batch->gauge, now);
        total_add(batch->scratch, &sums->like_before, batch->gauge, before);
    }
}

static void sums_add(struct batch *batch, const struct span *span, struct sums *all)
{
    const struct gauge *gauge = batch->gauge;
    for (size_t k = 0; k < batch->count; k++)
        if (!batch->asked[k].to_date)
            like_add(batch, all, k);
    for (size_t k = 0; k < batch->count; k++) {
        const struct asked *asked = &batch->asked[k];
        struct sums *sums = &all[k];
        if (!sums->concerned)
            sums->concerned = asked->now.asked && span->first <= asked->now.last && span->last >= asked->now.first;
        total_add(batch->scratch, &sums->now, gauge, &batch->parts[k]);
        if (sums->since_window.asked)
            total_add(batch->scratch, &sums->since, gauge, &batch->parts_since[k]);
        if (!asked->to_date && asked->before_index == SIZE_MAX)
            total_add(batch->scratch, &sums->before, gauge, &batch->parts_before[k]);
    }
}

/* Every laureate was added: totals that are others' become so. */
static void sums_close(const struct batch *batch, struct sums *all)
{
    for (size_t k = 0; k < batch->count; k++) {
        if (batch->asked[k].to_date)
            continue;
        all[k].before = *total_before(batch, all, k);
        if (!all[k].apart) {
            all[k].like_now = all[k].now;
            all[k].like_before = all[k].before;
        }
    }
}

static void aims_add(const struct batch *batch, uint32_t laureate, struct sums *all)
{
    bool none = batch->category || !batch->gauge->measures->target_count;
    for (size_t k = 0; k < batch->count && !none; k++) {
        const struct part *part = all[k].since_window.asked ? &batch->parts_since[k] : &batch->parts[k];
        if (all[k].aim.is || !part->expected)
            continue;
        struct aim aim = target_aim(batch->gauge, laureate, batch->asked[k].period);
        target_add(&all[k].aims, &aim);
    }
}

/* The window's year_to_date starts again inside: its last level counts from there. */
static struct date since_date(const struct gauge *gauge, const struct window *window)
{
    if (gauge->indicator->nature != NATURE_YEAR_TO_DATE || window->to_date || window->last_due == SLOT_NEVER)
        return DATE_NONE;
    int32_t first = slot_period(gauge->kind, window->first, gauge->year_start).first;
    struct period campaign = gauge_year(gauge, window->last_due);
    return campaign.first > first ? period_first_day(campaign) : DATE_NONE;
}

static void figure_open(const struct batch *batch, size_t k, struct subject subject, struct figure *figure)
{
    *figure = (struct figure){.key = {.indicator = batch->gauge->index,
                                      .subject = subject,
                                      .period = batch->asked[k].period,
                                      .to_date = batch->asked[k].to_date,
                                      .category = batch->category},
                              .as_of = DATE_NONE,
                              .since = DATE_NONE};
}

static void own_total(struct batch *batch, const struct span *span, const struct window *window, struct total *total)
{
    struct part part;
    *total = (struct total){.count = 0};
    if (part_own(batch->track, span, window, &part))
        total_add(batch->scratch, total, batch->gauge, &part);
}

/* What the coordination counts itself wins over the total, and the total is kept beside it where they differ. */
static void own_measures(struct batch *batch, struct figure *figures, struct sums *all)
{
    const struct gauge *gauge = batch->gauge;
    struct span span = gauge_span(gauge, 0);
    if (!track_any(gauge, 0))
        return;
    track_fill(batch->track, 0, batch->category);
    for (size_t k = 0; k < batch->count; k++) {
        struct total total;
        own_total(batch, &span, &batch->asked[k].now, &total);
        if (total.count || total.empty) {
            total_own(gauge, &total, &figures[k]);
            all[k].now = total;
        }
        own_total(batch, &span, &batch->asked[k].before, &total);
        all[k].own_before = total.count > 0;
        if (all[k].own_before)
            all[k].before = total;
        own_total(batch, &span, &all[k].since_window, &total);
        if (all[k].since_window.asked && total.count)
            all[k].since = total;
    }
}

static void figure_state(const struct batch *batch, size_t k, const struct sums *sums, bool alone,
                         struct figure *figure)
{
    const struct window *now = &batch->asked[k].now;
    if (!now->asked || now->last_due == SLOT_NEVER) {
        figure->state = FIGURE_NOT_DUE;
        return;
    }
    total_figure(batch->gauge, &sums->now, alone, figure);
    figure->since = figure->state == FIGURE_NONE ? DATE_NONE : since_date(batch->gauge, now);
}

static void figure_compare(const struct batch *batch, size_t k, struct sums *sums, bool alone, struct figure *figure)
{
    const struct gauge *gauge = batch->gauge;
    if (figure->state == FIGURE_NOT_DUE)
        return;
    struct quantity reached = figure->value;
    if (gauge->rule.flow && sums->since_window.asked)
        reached = total_shown(gauge, &sums->since, alone || figure->own);
    else if (gauge->rule.flow)
        reached = (struct quantity){0};
    /* Targets and bounds are stated for totals: a category has none. */
    if (figure->state != FIGURE_NOT_APPLICABLE && !batch->category)
        target_judge(gauge, &sums->aim, reached, figure);
    if (!batch->asked[k].to_date)
        change_fill(gauge, &batch->asked[k], sums, alone, figure);
}

static bool is_row(const struct batch *batch, size_t k, const struct sums *sums, const struct figure *figure)
{
    bool asked = batch->asked[k].now.asked, own = batch->gauge->indicator->scope == SCOPE_PROGRAMME;
    return asked && (figure->expected || figure->own || (sums->concerned && (own || figure->state == FIGURE_NOT_DUE)));
}

static void figures_close(struct batch *batch, struct sums *all, struct subject subject, struct figure *figures,
                          bool *said)
{
    bool alone = subject.kind == SUBJECT_LAUREATE, programme = subject.kind == SUBJECT_PROGRAMME;
    sums_close(batch, all);
    for (size_t k = 0; k < batch->count; k++) {
        figure_open(batch, k, subject, &figures[k]);
        figure_state(batch, k, &all[k], alone, &figures[k]);
    }
    if (programme)
        own_measures(batch, figures, all);
    for (size_t k = 0; k < batch->count; k++) {
        if (!all[k].aim.is && !alone && !batch->category)
            all[k].aim = target_sum(batch->gauge, &all[k].aims, programme);
        figure_compare(batch, k, &all[k], alone, &figures[k]);
        if (said)
            said[k] = is_row(batch, k, &all[k], &figures[k]);
    }
}

void batch_group(struct batch *batch, struct subject subject, const bool *members, struct figure *figures, bool *said)
{
    const struct gauge *gauge = batch->gauge;
    struct sums *all = ARENA_ARRAY(batch->scratch, struct sums, batch->count);
    bool asked_of_it = gauge->indicator->scope == SCOPE_PROGRAMME && subject.kind == SUBJECT_PROGRAMME;
    sums_open(batch, subject, all);
    for (uint32_t laureate = 1; laureate < gauge->measures->facts->laureates.count; laureate++) {
        struct span span = gauge_span(gauge, laureate);
        if ((members && !members[laureate]) || !span.member || span.first > span.last)
            continue;
        track_fill(batch->track, laureate, batch->category);
        batch->ahead = track_ahead(gauge, laureate + 1);
        parts_measure(batch, &span, all);
        sums_add(batch, &span, all);
        aims_add(batch, laureate, all);
    }
    /* An indicator of the programme's own is asked of nobody but the coordination. */
    struct span own = gauge_span(gauge, 0);
    for (size_t k = 0; k < batch->count && asked_of_it; k++)
        all[k].concerned = own.first <= batch->asked[k].now.last && own.last >= batch->asked[k].now.first;
    figures_close(batch, all, subject, figures, said);
}

void batch_laureate(struct batch *batch, uint32_t laureate, struct figure *figures, bool *said)
{
    struct sums *all = ARENA_ARRAY(batch->scratch, struct sums, batch->count);
    struct span span = gauge_span(batch->gauge, laureate);
    struct subject subject = {.kind = SUBJECT_LAUREATE, .laureate = laureate};
    sums_open(batch, subject, all);
    if (span.member && span.first <= span.last) {
        track_fill(batch->track, laureate, batch->category);
        parts_measure(batch, &span, all);
        sums_add(batch, &span, all);
    }
    figures_close(batch, all, subject, figures, said);
}
