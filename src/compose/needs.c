#include "compose/chart_build.h"
#include "compose/collective.h"
#include "compose/hole_list.h"

/* Needs: what a laureate asks for, what became of it, and how many went from raised to answered. */

static const char *const state_keys[] = {
    [NEED_NONE] = "need.open",         [NEED_OPEN] = "need.open",     [NEED_SHARED] = "need.shared",
    [NEED_ANSWERED] = "need.answered", [NEED_CLOSED] = "need.closed",
};

static struct cell text_cell(struct filling *f, const void *row)
{
    struct cell cell = cell_text(f, ((const struct need *)row)->text);
    cell.header = true;
    return cell;
}

static struct cell laureate_cell(struct filling *f, const void *row)
{
    return own_laureate(f) ? (struct cell){.kind = CELL_EMPTY}
                           : cell_text(f, laureate_name(f, ((const struct need *)row)->laureate.index));
}

static struct cell type_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct need *)row)->type);
}

static const char *const urgency_keys[] = {
    [URGENCY_HIGH] = "urgency.high", [URGENCY_MEDIUM] = "urgency.medium", [URGENCY_LOW] = "urgency.low"};

/* A word of the document's own language stands as it was typed, like any word that is not known. */
static struct cell urgency_cell(struct filling *f, const void *row)
{
    struct str typed = ((const struct need *)row)->urgency;
    for (const struct choice *c = urgency_choices; c->value; c++)
        if (name_equal(typed, f->language == LANGUAGE_FR ? c->en : c->fr))
            return cell_text(f, word(f, urgency_keys[c->value]));
    return cell_text(f, typed);
}

static struct cell since_cell(struct filling *f, const void *row)
{
    const struct need *need = row;
    return period_is(need->period) ? cell_text(f, period_short(f, need->period)) : (struct cell){.kind = CELL_EMPTY};
}

static struct cell shareable_cell(struct filling *f, const void *row)
{
    const struct need *need = row;
    if (need->shareable == ANSWER_NONE)
        return (struct cell){.kind = CELL_EMPTY};
    return cell_text(f, word(f, need->shareable == ANSWER_YES ? "answer.yes" : "answer.no"));
}

/* A session chosen for later has shared nothing yet. */
static bool is_to_come(const struct filling *f, const struct need *need)
{
    const struct meeting *m = &f->facts->meetings.at[need->meeting.index];
    return need->meeting.index && date_is(m->date) && m->date.day > f->facts->cut_off.day;
}

static bool was_shared(const struct filling *f, const struct need *need)
{
    if (!need->meeting.index)
        return need->state == NEED_SHARED;
    return f->facts->meetings.at[need->meeting.index].held != ANSWER_NO && !is_to_come(f, need);
}

static struct cell meeting_cell(struct filling *f, const void *row)
{
    const struct need *need = row;
    struct date date = f->facts->meetings.at[need->meeting.index].date;
    if (!need->meeting.index || !date_is(date))
        return (struct cell){.kind = CELL_EMPTY};
    return is_to_come(f, need) ? cell_text(f, SAY(f, "need.to_come", PAIR("date", date_text(f, date))))
                               : cell_date(f, date);
}

static struct cell answer_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct need *)row)->answer);
}

static struct cell state_cell(struct filling *f, const void *row)
{
    return cell_text(f, word(f, state_keys[((const struct need *)row)->state]));
}

static const struct list_column columns[] = {
    {"column.need", ALIGN_START, text_cell},       {"column.laureate", ALIGN_START, laureate_cell},
    {"column.kind", ALIGN_START, type_cell},       {"column.urgency", ALIGN_START, urgency_cell},
    {"column.since", ALIGN_START, since_cell},     {"column.to_share", ALIGN_START, shareable_cell},
    {"column.meeting", ALIGN_START, meeting_cell}, {"column.answer_given", ALIGN_START, answer_cell},
    {"column.state", ALIGN_START, state_cell},
};
static const struct listing needs = {"needs", "table.needs", COLUMNS(columns)};

static bool is_settled(const struct need *need)
{
    return need->state == NEED_ANSWERED || need->state == NEED_CLOSED;
}

bool need_is_for_reader(const struct filling *f, const struct need *need)
{
    return f->job->audience == AUDIENCE_INTERNAL || need->shareable == ANSWER_YES;
}

struct str meeting_topic(const struct filling *f, const struct meeting *meeting)
{
    const struct need *need = meeting->need.index ? &f->facts->needs.at[meeting->need.index] : NULL;
    return need && need_is_for_reader(f, need) ? need->text : meeting->theme;
}

/* Raised in the period, or before it and still open. */
static bool is_shown(const struct filling *f, const struct need *need)
{
    bool mine = !own_laureate(f) || need->laureate.index == own_laureate(f);
    if (!mine || !need_is_for_reader(f, need))
        return false;
    if (!period_is(f->job->period) || !period_is(need->period))
        return true;
    bool before = period_last_day(need->period).day < period_first_day(f->job->period).day;
    return period_contains(f->job->period, need->period) || (before && !is_settled(need));
}

static struct rows needs_shown(struct filling *f)
{
    struct rows rows = {0};
    for (size_t i = 1; i < f->facts->needs.count; i++)
        if (is_shown(f, &f->facts->needs.at[i]))
            *PUSH(f->arena, &rows) = &f->facts->needs.at[i];
    return rows;
}

static void fill_needs(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = needs_shown(f);
    (void)yaml;
    listing_add(f, &needs, &rows, into);
}

const struct hole hole_needs = {TEXT_OF("needs"),
                                TEXT_OF("besoins"),
                                NULL,
                                0,
                                fill_needs,
                                TEXT_OF("needs raised in the period or still open"),
                                TEXT_OF("les besoins exprimés dans la période ou encore ouverts"),
                                "needs"};

/* ---- raised, shared, answered ---- */

static void fill_funnel(struct filling *f, const struct yaml *yaml, struct node *into)
{
    int64_t raised = 0, shared = 0, answered = 0;
    struct refs by = {0};
    (void)yaml;
    for (size_t i = 1; i < f->facts->needs.count; i++) {
        const struct need *need = &f->facts->needs.at[i];
        if (period_is(f->job->period) && !(period_is(need->period) && period_contains(f->job->period, need->period)))
            continue;
        raised++;
        *PUSH(f->arena, &by) = need->laureate;
        shared += was_shared(f, need);
        answered += is_settled(need) && need->answer.length > 0;
    }
    if (raised)
        add_paragraph(f, into,
                      SAY_N(f, raised, "needs.funnel", PAIR("by", share_of_laureates(f, &by)),
                            PAIR("raised", count_text(f, raised)), PAIR("shared", count_text(f, shared)),
                            PAIR("answered", count_text(f, answered))));
}

const struct hole hole_needs_funnel = {TEXT_OF("needs_funnel"),
                                       TEXT_OF("suite_des_besoins"),
                                       NULL,
                                       0,
                                       fill_funnel,
                                       TEXT_OF("how many needs were raised, shared, answered"),
                                       TEXT_OF("combien de besoins exprimés, partagés, répondus"),
                                       "needs meetings"};

/* ---- by kind ---- */

static size_t kind_index(struct filling *f, struct strs *kinds, struct str type)
{
    for (size_t i = 0; i < kinds->count; i++)
        if (name_equal(kinds->at[i], type))
            return i;
    *PUSH(f->arena, kinds) = type;
    return kinds->count - 1;
}

static void fill_needs_by_kind(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = needs_shown(f);
    struct strs kinds = {0};
    struct refs by = {0};
    int64_t *counts = ARENA_ARRAY(f->arena, int64_t, rows.count + 1), open = 0;
    (void)yaml;
    for (size_t i = 0; i < rows.count; i++) {
        const struct need *need = rows.at[i];
        *PUSH(f->arena, &by) = need->laureate;
        if (need->type.length)
            counts[kind_index(f, &kinds, need->type)]++;
        open += !is_settled(need);
    }
    if (kinds.count < 2)
        return;
    struct chart *chart = chart_new(f, CHART_BARS_HORIZONTAL, STR("needs-by-kind"), word(f, "chart.needs"), 1);
    chart_categories(f, chart, kinds.at, kinds.count);
    chart->series[0].name = word(f, "table.needs");
    for (size_t i = 0; i < kinds.count; i++)
        chart_point_quantity(f, chart, 0, i, number_of(counts[i]), count_text(f, counts[i]));
    chart->sentence = SAY_N(f, open, open == (int64_t)rows.count ? "sentence.needs_open" : "sentence.needs",
                            PAIR("by", share_of_laureates(f, &by)), PAIR("n", count_text(f, (int64_t)rows.count)),
                            PAIR("open", count_text(f, open)));
    chart->told = true;
    chart_add(f, chart, word(f, "column.kind"), into);
}

const struct hole hole_needs_by_kind = {TEXT_OF("needs_by_kind"),
                                        TEXT_OF("besoins_par_nature"),
                                        NULL,
                                        0,
                                        fill_needs_by_kind,
                                        TEXT_OF("needs counted by kind"),
                                        TEXT_OF("les besoins comptés par nature"),
                                        "needs"};
