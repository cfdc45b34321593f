/* Practices of the means: bodies, budget, decisions, activities, what is shared and what changes. */
#include "practice.h"

#define COVERAGE_MAX 1000000

/* The day on which the collective agreed on what to change; what exists came after. */
static struct date agreed_on(const struct check *check)
{
    const struct text_files *agenda = &check->facts->common_agenda;
    return agenda->count ? agenda->at[0].adopted_on : DATE_NONE;
}

static void check_function(struct check *check, const struct row *row, struct str name, const struct ref *objective,
                           struct date date)
{
    struct date agreed = agreed_on(check);
    if (!objective->id.length)
        REPORT(check->diagnostics, row->at, MSG_serves_nothing, {name});
    else if (date_is(agreed) && date_is(date) && date.day < agreed.day)
        REPORT(check->diagnostics, row->at, MSG_form_before_function,
               {name, date_iso(check->scratch, date), date_iso(check->scratch, agreed)});
}

void bodies_serve(struct check *check)
{
    for (size_t i = 0; i < check->facts->bodies.count; i++) {
        const struct body *body = &check->facts->bodies.at[i];
        check_function(check, &body->row, body->name, &body->objective, body->created_on);
    }
}

void resources_serve(struct check *check)
{
    for (size_t i = 0; i < check->facts->resources.count; i++) {
        const struct resource *r = &check->facts->resources.at[i];
        check_function(check, &r->row, r->line, &r->objective, r->date);
    }
}

/* ---- spending ---- */

static bool exceeds(struct maybe amount, struct maybe limit)
{
    return amount.is && limit.is && decimal_compare(decimal_of(amount.number), decimal_of(limit.number)) > 0;
}

/* More than 15 % away from what was planned. */
static bool is_far(const struct resource *r)
{
    struct decimal gap = decimal_of(r->used.number), limit, planned = decimal_of(r->planned.number);
    if (!r->used.is || !r->planned.is || !decimal_subtract(&gap, planned))
        return false;
    if (decimal_sign(gap) < 0)
        gap.units = -gap.units;
    bool fits = decimal_multiply(gap, decimal_int(100), &gap) && decimal_multiply(planned, decimal_int(15), &limit);
    return fits && decimal_compare(gap, limit) > 0;
}

/* A line still under way has not been spent yet. */
static bool is_over(const struct check *check, const struct resource *r)
{
    struct date today = practice_today(check);
    return date_is(today) && period_is(r->period) && period_last_day(r->period).day <= today.day;
}

void resources_within(struct check *check)
{
    const struct facts *facts = check->facts;
    struct decimal used = decimal_int(0);
    for (size_t i = 0; i < facts->resources.count; i++) {
        const struct resource *r = &facts->resources.at[i];
        if (r->used.is)
            decimal_add(&used, decimal_of(r->used.number));
        if (exceeds(r->used, r->envelope))
            REPORT(check->diagnostics, r->row.at, MSG_line_exceeded,
                   {r->line, said_number(check->scratch, check->facts->programme.language, decimal_of(r->used.number)),
                    said_number(check->scratch, check->facts->programme.language, decimal_of(r->envelope.number))});
        if (is_far(r) && is_over(check, r) && !r->note.length)
            REPORT(check->diagnostics, r->row.at, MSG_gap_not_explained,
                   {r->line, said_number(check->scratch, check->facts->programme.language, decimal_of(r->used.number)),
                    said_number(check->scratch, check->facts->programme.language, decimal_of(r->planned.number))});
    }
    const struct maybe *envelope = &facts->programme.envelope;
    if (envelope->is && decimal_compare(used, decimal_of(envelope->number)) > 0)
        REPORT(check->diagnostics, facts->resources.at[0].row.at, MSG_envelope_exceeded,
               {said_number(check->scratch, check->facts->programme.language, used),
                said_number(check->scratch, check->facts->programme.language, decimal_of(envelope->number))});
}

/* ---- decisions ---- */

/* The first day of the quarter two quarters before today's. */
static struct date two_quarters_ago(const struct check *check)
{
    struct date today = practice_today(check);
    if (!date_is(today))
        return DATE_NONE;
    struct period quarter = period_of_date(PERIOD_QUARTER, today, check->facts->programme.year_start);
    return period_first_day(period_next(quarter, -2));
}

void decisions_followed(struct check *check)
{
    struct date limit = two_quarters_ago(check);
    for (size_t i = 0; i < check->facts->decisions.count; i++) {
        const struct decision *d = &check->facts->decisions.at[i];
        if (d->state == DECISION_OPEN && date_is(limit) && date_is(d->date) && d->date.day < limit.day)
            REPORT(check->diagnostics, d->row.at, MSG_decision_open_long, {date_iso(check->scratch, d->date)});
    }
}

/* A measure that no decision of the year mentions is collected for nothing. */
void indicators_cited(struct check *check)
{
    const struct facts *facts = check->facts;
    struct date today = practice_today(check);
    bool *cited = ARENA_ARRAY(check->scratch, bool, facts->indicators.count + 1);
    for (size_t i = 0; i < facts->decisions.count; i++) {
        const struct decision *d = &facts->decisions.at[i];
        if (date_is(today) && date_is(d->date) && d->date.day + 366 >= today.day)
            cited[d->indicator.index] = true;
    }
    for (size_t i = 1; i < facts->indicators.count; i++) {
        const struct indicator *indicator = &facts->indicators.at[i];
        bool asked = !date_is(indicator->valid_to.last) || !date_is(today) || indicator->valid_to.last.day >= today.day;
        for (size_t t = 0; t < indicator->numerator_terms.count && cited[i]; t++)
            cited[indicator->numerator_terms.at[t].indicator.index] = true;
        for (size_t t = 0; t < indicator->denominator_terms.count && cited[i]; t++)
            cited[indicator->denominator_terms.at[t].indicator.index] = true;
        if (indicator->scope == SCOPE_SHARED && asked && !cited[i] && date_is(today))
            REPORT(check->diagnostics, indicator->row.at, MSG_indicator_not_cited, {indicator->id});
    }
}

/* ---- activities ---- */

static bool is_running(const struct check *check, const struct activity *a)
{
    struct date today = practice_today(check);
    return !date_is(a->end.last) || !date_is(today) || a->end.last.day >= today.day;
}

/* Who works where and at what: places are a public in a territory, both places and steps numbered from 1. */
struct coverage {
    struct names *places, *steps;
    struct strs step;
    const struct activity **first; /* the first activity at a place and step */
    size_t width;
};

static uint32_t number_of(struct check *check, struct names *names, struct str name, uint32_t *last)
{
    uint32_t had = names_add(names, str_copy(check->scratch, name), *last + 1);
    return had ? had : ++*last;
}

static struct str place_of(struct check *check, const struct activity *a)
{
    return str_print(check->scratch, "%.*s × %.*s", STR_ARG(a->audience), STR_ARG(a->territory));
}

static const struct activity **covered(struct coverage *coverage, struct check *check, const struct activity *a)
{
    uint32_t place = names_find(coverage->places, place_of(check, a)), step = names_find(coverage->steps, a->step);
    return &coverage->first[place * coverage->width + step];
}

static void check_overlap(struct check *check, struct coverage *coverage, const struct activity *a)
{
    const struct activity **first = covered(coverage, check, a);
    if (!*first)
        *first = a;
    else if ((*first)->laureate.index != a->laureate.index)
        REPORT(check->diagnostics, a->row.at, MSG_activities_overlap,
               {a->laureate.id, (*first)->laureate.id, place_of(check, a), a->step});
}

/* The steps that exist somewhere but not for this public in this territory; said at its first activity. */
static void check_gaps(struct check *check, struct coverage *coverage, const struct activity *a, bool *said)
{
    uint32_t place = names_find(coverage->places, place_of(check, a));
    struct buffer missing = {.arena = check->scratch};
    for (size_t s = 0; s < coverage->step.count && !said[place]; s++)
        if (!coverage->first[place * coverage->width + s + 1]) {
            buffer_add(&missing, missing.count ? STR(", ") : STR_NONE);
            buffer_add(&missing, coverage->step.at[s]);
        }
    said[place] = true;
    if (missing.count)
        REPORT(check->diagnostics, a->row.at, MSG_activities_gap, {a->audience, a->territory, buffer_str(&missing)});
}

void activities_fit(struct check *check)
{
    const struct activities *list = &check->facts->activities;
    struct coverage coverage = {.places = names_new(check->scratch, 64), .steps = names_new(check->scratch, 64)};
    uint32_t places = 0, steps = 0;
    for (size_t i = 0; i < list->count; i++) {
        uint32_t before = steps;
        number_of(check, coverage.places, place_of(check, &list->at[i]), &places);
        if (number_of(check, coverage.steps, list->at[i].step, &steps) > before)
            *PUSH(check->scratch, &coverage.step) = list->at[i].step;
    }
    coverage.width = steps + 1;
    if ((uint64_t)(places + 1) * coverage.width > COVERAGE_MAX)
        return;
    coverage.first = ARENA_ARRAY(check->scratch, const struct activity *, (places + 1) * coverage.width);
    bool *said = ARENA_ARRAY(check->scratch, bool, places + 1);
    for (size_t i = 0; i < list->count; i++)
        if (is_running(check, &list->at[i]))
            check_overlap(check, &coverage, &list->at[i]);
    for (size_t i = 0; i < list->count; i++)
        if (is_running(check, &list->at[i]))
            check_gaps(check, &coverage, &list->at[i], said);
}

void referrals_arrive(struct check *check)
{
    const struct column *columns = input_kind("referrals")->columns;
    const struct names *names = names_of(check, "laureates");
    for (size_t i = 0; i < check->facts->referrals.count; i++) {
        const struct referral *r = &check->facts->referrals.at[i];
        uint32_t laureate, funder;
        if (!member_find(check, r->to, &laureate, &funder))
            REPORT(check->diagnostics, row_place(&r->row, columns, "to"), MSG_unknown_laureate,
                   {r->to, names_instead(check, check->scratch, names, r->to)});
    }
}

/* ---- what is shared, what changes ---- */

static void check_member(struct check *check, struct str name, struct place place)
{
    uint32_t laureate, funder;
    const struct programme *programme = &check->facts->programme;
    bool coordination = name_equal(name, programme->coordination) || name_equal(name, STR("coordination"));
    if (!coordination && !member_find(check, name, &laureate, &funder))
        REPORT(check->diagnostics, place, MSG_unknown_member,
               {name, names_instead(check, check->scratch, names_of(check, "laureates"), name)});
}

void sharing_known(struct check *check)
{
    const struct column *columns = input_kind("sharing")->columns;
    for (size_t i = 0; i < check->facts->sharing.count; i++) {
        const struct sharing *s = &check->facts->sharing.at[i];
        check_member(check, s->by, row_place(&s->row, columns, "by"));
        for (size_t u = 0; u < s->used_by.count; u++)
            check_member(check, s->used_by.at[u], row_place(&s->row, columns, "used_by"));
    }
}

/* A collective contributes to a change; it is never its only cause. */
void changes_shown(struct check *check)
{
    for (size_t i = 0; i < check->facts->systemic_changes.count; i++) {
        const struct systemic_change *change = &check->facts->systemic_changes.at[i];
        if (!change->contribution.length)
            REPORT(check->diagnostics, change->row.at, MSG_contribution_missing, {change->what});
    }
}
