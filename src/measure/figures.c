/* The figures asked for: batches of one indicator, category and subject, shared out over threads. */
#include "batch.h"
#include "mask.h"
#include "subjects.h"

#include <string.h>

/* What a figure points to is copied where it will live. */
static void settle(struct arena *arena, struct figure *figure)
{
    if (figure->share_count) {
        struct share *shares = ARENA_ARRAY(arena, struct share, figure->share_count);
        memcpy(shares, figure->shares, figure->share_count * sizeof *shares);
        figure->shares = shares;
    }
    if (figure->text.length)
        figure->text = str_copy(arena, figure->text);
}

static void compute(struct arena *scratch, const struct measures *measures, struct figure_key key,
                    enum audience audience, struct figure *figure)
{
    struct batch batch;
    batch_open(scratch, &batch, &measures->gauges[key.indicator], key.category, &key.period, 1, key.to_date);
    if (key.subject.kind == SUBJECT_LAUREATE)
        batch_laureate(&batch, key.subject.laureate, figure, NULL);
    else
        batch_group(&batch, key.subject, subject_members(scratch, measures->facts, key.subject), figure, NULL);
    mask_apply(measures, audience, figure);
}

const struct figure *measure_figure(struct arena *arena, const struct measures *measures, struct figure_key key,
                                    enum audience audience)
{
    struct figure computed;
    struct arena_mark mark = arena_mark(arena);
    compute(arena, measures, key, audience, &computed);
    /* Answers and texts stand after the mark: only then is the scratch kept. */
    if (!computed.share_count && !computed.text.length)
        arena_rewind(arena, mark);
    struct figure *figure = ARENA_NEW(arena, struct figure);
    *figure = computed;
    return figure;
}

/* ---- many ---- */

/* One indicator and category, over every subject and period. */
struct task {
    const struct gauge *gauge;
    uint32_t category;
    size_t first, stride; /* of its first row, and from one period to the next */
};
struct tasks {
    struct task *at;
    size_t count, capacity;
};
struct subjects {
    struct subject *at;
    const bool **members;
    size_t count;
};

struct work {
    const struct measures *measures;
    const struct figures_request *request;
    struct tasks tasks;
    struct subjects subjects;
    struct periods periods;
    struct figure *figures;
    bool *said;
    struct arena *kept[THREADS_MAX], *scratch[THREADS_MAX]; /* one a thread */
};

static void task_run(void *data, size_t item, size_t worker)
{
    struct work *work = data;
    const struct task *task = &work->tasks.at[item];
    struct arena *scratch = work->scratch[worker];
    struct arena_mark before = arena_mark(scratch);
    size_t count = work->periods.count;
    struct batch batch;
    batch_open(scratch, &batch, task->gauge, task->category, work->periods.at, count, work->request->to_date);
    struct figure *figures = ARENA_ARRAY(scratch, struct figure, count);
    bool *said = ARENA_ARRAY(scratch, bool, count);
    for (size_t s = 0; s < work->subjects.count; s++) {
        struct arena_mark mark = arena_mark(scratch);
        const struct subject *subject = &work->subjects.at[s];
        if (subject->kind == SUBJECT_LAUREATE)
            batch_laureate(&batch, subject->laureate, figures, said);
        else
            batch_group(&batch, *subject, work->subjects.members[s], figures, said);
        for (size_t k = 0; k < count; k++) {
            size_t row = task->first + (s * count + k) * task->stride;
            work->said[row] = said[k];
            work->figures[row] = figures[k];
            settle(work->kept[worker], &work->figures[row]);
        }
        arena_rewind(scratch, mark);
    }
    arena_rewind(scratch, before);
}

static bool wanted(const struct figures_request *request, const struct indicator *indicator)
{
    if (!indicator_visible(indicator, request->audience))
        return false;
    for (size_t i = 0; i < request->indicators.count; i++)
        if (name_equal(request->indicators.at[i], indicator->id))
            return true;
    return !request->indicators.count;
}

static bool broken_down(const struct indicator *indicator, uint32_t dimension)
{
    for (size_t i = 0; dimension && i < indicator->dimensions.count; i++)
        if (indicator->dimension_indexes[i] == dimension)
            return true;
    return false;
}

/* Rows stand by indicator, subject, period, then the total before its categories. */
static size_t tasks_fill(struct arena *arena, struct work *work)
{
    const struct facts *facts = work->measures->facts;
    const struct dimension *dimension = &facts->dimensions.at[work->request->dimension];
    size_t rows = 0;
    for (uint32_t i = 1; i < facts->indicators.count; i++) {
        if (!wanted(work->request, &facts->indicators.at[i]))
            continue;
        bool down = broken_down(&facts->indicators.at[i], work->request->dimension);
        size_t stride = down ? dimension->count + 1 : 1;
        for (size_t c = 0; c < stride; c++)
            *PUSH(arena, &work->tasks) = (struct task){.gauge = &work->measures->gauges[i],
                                                       .category = c ? dimension->first + (uint32_t)c - 1 : 0,
                                                       .first = rows + c,
                                                       .stride = stride};
        rows += stride * work->subjects.count * work->periods.count;
    }
    return rows;
}

static void subjects_fill(struct arena *arena, struct work *work)
{
    const struct facts *facts = work->measures->facts;
    struct subjects *subjects = &work->subjects;
    struct strs values = {NULL, 0, 0};
    subjects->count = 1;
    if (work->request->by == SUBJECT_LAUREATE)
        subjects->count = facts->laureates.count ? facts->laureates.count - 1 : 0;
    if (work->request->by == SUBJECT_ATTRIBUTE) {
        values = measure_attribute_values(arena, facts, work->request->attribute);
        subjects->count = values.count;
    }
    subjects->at = ARENA_ARRAY(arena, struct subject, subjects->count);
    subjects->members = ARENA_ARRAY(arena, const bool *, subjects->count);
    for (size_t s = 0; s < subjects->count; s++) {
        struct subject *subject = &subjects->at[s];
        subject->kind = work->request->by;
        subject->laureate = subject->kind == SUBJECT_LAUREATE ? (uint32_t)s + 1 : 0;
        subject->attribute = subject->kind == SUBJECT_ATTRIBUTE ? work->request->attribute : ATTRIBUTE_NONE;
        subject->value = subject->kind == SUBJECT_ATTRIBUTE ? values.at[s] : STR_NONE;
        if (subject->kind == SUBJECT_ATTRIBUTE)
            subjects->members[s] = subject_members(arena, facts, *subject);
    }
}

static bool ended(const struct facts *facts, struct period period)
{
    return period_last_day(period).day <= facts->cut_off.day;
}

/* Every period asked for; one longer than the time asked for means those in it. */
static void periods_fill(struct arena *arena, struct work *work)
{
    const struct figures_request *request = work->request;
    const struct facts *facts = work->measures->facts;
    enum period_kind kind = request->time == PERIOD_NONE ? facts->programme.period : request->time;
    int start = facts->programme.year_start;
    if (request->to_date && !request->period_count)
        *PUSH(arena, &work->periods) = facts->last_ended;
    for (size_t i = 0; i < request->period_count; i++) {
        struct period whole = request->periods[i], part = period_at(kind, whole.first, start);
        if (request->to_date || period_months(whole.kind) == period_months(kind))
            *PUSH(arena, &work->periods) = whole;
        else
            for (; period_contains(whole, part); part = period_next(part, 1))
                *PUSH(arena, &work->periods) = part;
    }
    if (request->to_date || request->period_count)
        return;
    struct period period = period_at(kind, facts->first_period.first, start);
    for (; ended(facts, period); period = period_next(period, 1))
        *PUSH(arena, &work->periods) = period;
}

struct figures measure_figures(struct arena *arena, const struct measures *measures,
                               const struct figures_request *request)
{
    struct work work = {.measures = measures, .request = request};
    size_t workers = threads_count(request->jobs);
    periods_fill(arena, &work);
    subjects_fill(arena, &work);
    size_t rows = tasks_fill(arena, &work);
    work.figures = ARENA_ARRAY(arena, struct figure, rows);
    work.said = ARENA_ARRAY(arena, bool, rows);
    for (size_t w = 0; w < workers; w++) {
        work.kept[w] = arena_new();
        work.scratch[w] = arena_new();
    }
    threads_run(request->jobs, work.tasks.count, task_run, &work);
    struct figures figures = {work.figures, 0, rows};
    for (size_t row = 0; row < rows; row++)
        if (work.said[row]) {
            mask_apply(measures, request->audience, &work.figures[row]);
            settle(arena, &work.figures[row]);
            figures.at[figures.count++] = work.figures[row];
        }
    for (size_t w = 0; w < workers; w++) {
        arena_free(work.kept[w]);
        arena_free(work.scratch[w]);
    }
    return figures;
}
